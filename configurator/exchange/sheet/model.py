"""What lies on a sheet: lines, curves, filled areas, hatching and lettering, as plain values.

Frame: millimetres on paper, X right, Y up, the origin in the lower left corner of the sheet. Angles are degrees,
counter-clockwise from X.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import hypot
from typing import Literal, NamedTuple, TypeAlias

XY: TypeAlias = tuple[float, float]
Loop: TypeAlias = tuple[XY, ...]
"""A closed outline; the last point is joined to the first."""


class Layer(StrEnum):
    """What a line stands for; its width and pattern follow (lines.csv)."""

    FRAME = "FRAME"
    VISIBLE = "VISIBLE"
    CUTTING = "CUTTING"
    HIDDEN = "HIDDEN"
    CENTRE = "CENTRE"
    PHANTOM = "PHANTOM"
    THIN = "THIN"
    DIMENSION = "DIMENSION"
    HATCH = "HATCH"
    TEXT = "TEXT"
    TABLE = "TABLE"
    DRAFT = "DRAFT"


class Line(NamedTuple):
    """A straight line."""

    start: XY
    end: XY
    layer: Layer = Layer.VISIBLE


class Arc(NamedTuple):
    """Part of a circle, counter-clockwise from the angle `start` to the angle `end`."""

    centre: XY
    radius: float
    start: float
    end: float
    layer: Layer = Layer.VISIBLE


class Circle(NamedTuple):
    """A whole circle."""

    centre: XY
    radius: float
    layer: Layer = Layer.VISIBLE


class EllipseArc(NamedTuple):
    """Part of an ellipse: centre + cos(t) major + sin(t) ratio (major turned by 90 degrees), t from `start` to `end`.

    A whole ellipse runs from 0 to 360.
    """

    centre: XY
    major: XY
    ratio: float
    start: float = 0.0
    end: float = 360.0
    layer: Layer = Layer.VISIBLE


class Polyline(NamedTuple):
    """Straight lines one after another; also what any other curve is drawn as."""

    points: tuple[XY, ...]
    layer: Layer = Layer.VISIBLE
    closed: bool = False


class Filled(NamedTuple):
    """A filled area with straight sides, such as an arrow head."""

    points: Loop
    layer: Layer = Layer.DIMENSION


class Hatch(NamedTuple):
    """A hatched region. What lies inside an odd number of the loops is hatched; loops are straight between points."""

    loops: tuple[Loop, ...]
    angle: float = 45.0
    spacing: float = 2.5
    layer: Layer = Layer.HATCH


class Text(NamedTuple):
    """One line of lettering. `height` is that of capitals (ISO 3098: 2.5, 3.5, 5, 7 mm).

    `anchor` says which end of the line stands at `at`; `level` which height of it: the base line, half the height of
    capitals or their top.
    """

    string: str
    at: XY
    height: float = 3.5
    anchor: Literal["left", "centre", "right"] = "left"
    level: Literal["base", "middle", "top"] = "base"
    turn: float = 0.0
    layer: Layer = Layer.TEXT


Entity: TypeAlias = Line | Arc | Circle | EllipseArc | Polyline | Filled | Hatch | Text


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Along X, mm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Along Y, mm."""
        return self.top - self.bottom

    @property
    def centre(self) -> XY:
        """Its middle."""
        return ((self.left + self.right) / 2, (self.bottom + self.top) / 2)

    def grown(self, by: float) -> Box:
        """The box with `by` mm more on each side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def moved(self, x: float, y: float) -> Box:
        """The box x mm to the right and y mm up."""
        return Box(self.left + x, self.bottom + y, self.right + x, self.top + y)

    def holds(self, other: Box, slack: float = 1e-6) -> bool:
        """Whether `other` lies wholly inside."""
        return (self.left - slack <= other.left and other.right <= self.right + slack
                and self.bottom - slack <= other.bottom and other.top <= self.top + slack)

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (self.left < other.right and other.left < self.right
                and self.bottom < other.top and other.bottom < self.top)

    def length_inside(self, start: XY, end: XY) -> float:
        """mm of a straight line that lie in the box."""
        low, high = 0.0, 1.0
        for axis in (0, 1):
            ahead = end[axis] - start[axis]
            for limit, sign in ((self[axis], -1.0), (self[axis + 2], 1.0)):
                slope, short = sign * ahead, sign * (limit - start[axis])
                if slope > 0:
                    high = min(high, short / slope)
                elif slope < 0:
                    low = max(low, short / slope)
                elif short < 0:
                    return 0.0
        return max(0.0, high - low) * hypot(end[0] - start[0], end[1] - start[1])

    def loop(self) -> Loop:
        """Its four corners, counter-clockwise from the lower left."""
        return ((self.left, self.bottom), (self.right, self.bottom), (self.right, self.top), (self.left, self.top))


def box_of(points: Iterable[XY]) -> Box:
    """The smallest box round points. ValueError if there are none."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
