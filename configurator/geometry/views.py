"""What is asked of a drawing's view and what comes back: plane curves in mm. Plain values, no kernel.

The frame of a view: x to the right, y up, the origin where the part's own origin is seen. Angles in radians,
counter-clockwise from x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple, TypeAlias

from configurator.errors import BuildFailed
from configurator.product.measured import Point

Point2: TypeAlias = tuple[float, float]
_SMALL = 1e-9


class LineKind(StrEnum):
    """What a curve of a view is, after ISO 128-2: it says with which line it is drawn."""

    CUT = "cut"
    """Edge of what a cutting plane cuts."""
    VISIBLE = "visible"
    """Edge between two faces."""
    OUTLINE = "outline"
    """Where a curved face turns away from who looks at it."""
    HIDDEN = "hidden"
    """Edge or outline behind material."""
    SMOOTH = "smooth"
    """Visible edge between faces that run into each other without a bend; seldom drawn."""
    ENGRAVED = "engraved"
    """Visible outline of letters and ornaments sunk into a face or standing on it."""


class Line(NamedTuple):
    """From start to end."""

    start: Point2
    end: Point2


class Arc(NamedTuple):
    """Of a circle, mm and radians; `end` is less than `start` where it runs clockwise. A whole circle spans 2 pi."""

    centre: Point2
    radius: float
    start: float
    end: float


class EllipseArc(NamedTuple):
    """Of an ellipse: centre + cos t * major + sin t * ratio * (major turned left by 90 degrees), t from start to end."""

    centre: Point2
    major: Point2
    """From the centre to the end of the longer axis, mm."""
    ratio: float
    """Of the shorter axis to the longer, 0 to 1."""
    start: float
    end: float


class Polyline(NamedTuple):
    """Any other curve, within 0.005 mm."""

    points: tuple[Point2, ...]


PlaneCurve: TypeAlias = Line | Arc | EllipseArc | Polyline


class Drawn(NamedTuple):
    """A curve and what it is."""

    curve: PlaneCurve
    kind: LineKind


class Region(NamedTuple):
    """What a cutting plane cuts, for hatching. Every loop is closed; each of its curves begins where the last one ends.

    Outer loops run counter-clockwise, holes clockwise.
    """

    outer: tuple[PlaneCurve, ...]
    holes: tuple[tuple[PlaneCurve, ...], ...] = ()

    @property
    def area(self) -> float:
        """mm2; exact but for polylines."""
        return sum(swept(curve) for loop in (self.outer, *self.holes) for curve in loop)


class Axis(NamedTuple):
    """The axis of what is turned about it by half a turn or more, as far as it reaches."""

    start: Point2
    end: Point2
    """Equal to `start` for one that is seen along."""
    radius: float
    """The greatest about it, mm."""
    seen: bool
    """Whether anything about it is visible or cut; else it is behind material."""

    @property
    def along(self) -> bool:
        """Whether it is seen along, as a cross."""
        return self.start == self.end


def frame(direction: Point, up: Point) -> tuple[Point, Point, Point]:
    """Right, up and towards who looks: unit vectors in the part's frame. BuildFailed if two of them cannot be told."""
    length = hypot(*direction)
    if not length > _SMALL:
        raise BuildFailed(f"the direction of a view is {direction}; it needs a length")
    z = (direction[0] / length, direction[1] / length, direction[2] / length)
    x = (up[1] * z[2] - up[2] * z[1], up[2] * z[0] - up[0] * z[2], up[0] * z[1] - up[1] * z[0])
    length = hypot(*x)
    if not length > _SMALL * max(hypot(*up), 1.0):
        raise BuildFailed(f"a view from {direction} cannot have {up} up, which is the direction itself; choose another")
    x = (x[0] / length + 0.0, x[1] / length + 0.0, x[2] / length + 0.0)
    y = (z[1] * x[2] - z[2] * x[1] + 0.0, z[2] * x[0] - z[0] * x[2] + 0.0, z[0] * x[1] - z[1] * x[0] + 0.0)
    return x, y, (z[0] + 0.0, z[1] + 0.0, z[2] + 0.0)


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """A view of a part in its own frame.

    `section` cuts away whatever is nearer to who looks than that many mm from the part's origin; `half` cuts away only
    what is also to the right of `half` mm in the frame of the view, as turned parts are drawn.
    """

    direction: Point
    """From the part to who looks at it; of any length."""
    up: Point
    """What is up in the view; need not be square to the direction."""
    hidden: bool = False
    """Whether hidden lines are wanted; in a half section left of its middle only."""
    section: float | None = None
    half: float | None = None

    def __post_init__(self) -> None:
        if self.half is not None and self.section is None:
            raise BuildFailed("a half section was asked for without a plane; give `section` as well")
        frame(self.direction, self.up)


FRONT = ViewRequest((0.0, -1.0, 0.0), (0.0, 0.0, 1.0))
REAR = ViewRequest((0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
TOP = ViewRequest((0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
BOTTOM = ViewRequest((0.0, 0.0, -1.0), (0.0, -1.0, 0.0))
LEFT = ViewRequest((-1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
RIGHT = ViewRequest((1.0, 0.0, 0.0), (0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class View:
    """A part as it is seen: curves sorted by kind, then by place; no two lie on each other."""

    curves: tuple[Drawn, ...]
    regions: tuple[Region, ...] = ()
    axes: tuple[Axis, ...] = ()

    def bounds(self) -> tuple[Point2, Point2] | None:
        """Least and greatest corner of all curves, mm; None if there is none."""
        boxes = [extent(drawn.curve) for drawn in self.curves]
        if not boxes:
            return None
        return ((min(low[0] for low, _ in boxes), min(low[1] for low, _ in boxes)),
                (max(high[0] for _, high in boxes), max(high[1] for _, high in boxes)))


def at(curve: Arc | EllipseArc, t: float) -> Point2:
    """The point at an angle (of an ellipse: at its parameter), mm."""
    (x, y), (ax, ay), (bx, by) = axes_of(curve)
    return x + ax * cos(t) + bx * sin(t), y + ay * cos(t) + by * sin(t)


def axes_of(curve: Arc | EllipseArc) -> tuple[Point2, Point2, Point2]:
    """Centre and the two half axes as vectors, mm."""
    if isinstance(curve, Arc):
        return curve.centre, (curve.radius, 0.0), (0.0, curve.radius)
    x, y = curve.major
    return curve.centre, curve.major, (-curve.ratio * y, curve.ratio * x)


def ends_of(curve: PlaneCurve) -> tuple[Point2, Point2]:
    """Where it begins and ends, mm."""
    if isinstance(curve, Line):
        return curve.start, curve.end
    if isinstance(curve, Polyline):
        return curve.points[0], curve.points[-1]
    return at(curve, curve.start), at(curve, curve.end)


def extent(curve: PlaneCurve) -> tuple[Point2, Point2]:
    """Least and greatest corner, mm."""
    points: Sequence[Point2]
    if isinstance(curve, (Arc, EllipseArc)):
        _, (ax, ay), (bx, by) = axes_of(curve)
        low, high = sorted((curve.start, curve.end))
        turning = [angle + n * pi for angle in (atan2(bx, ax), atan2(by, ay)) for n in range(-4, 5)]
        points = [at(curve, t) for t in (low, high, *(t for t in turning if low < t < high))]
    else:
        points = curve.points if isinstance(curve, Polyline) else curve
    return ((min(x for x, _ in points), min(y for _, y in points)), (max(x for x, _ in points), max(y for _, y in points)))


def swept(curve: PlaneCurve) -> float:
    """Half the integral of place x way, mm2: around a loop these add up to its area."""
    if isinstance(curve, (Arc, EllipseArc)):
        (cx, cy), (ax, ay), (bx, by) = axes_of(curve)
        (x0, y0), (x1, y1) = ends_of(curve)
        return (cx * (y1 - y0) - cy * (x1 - x0) + (ax * by - ay * bx) * (curve.end - curve.start)) / 2
    points = curve.points if isinstance(curve, Polyline) else curve
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in pairwise(points)) / 2
