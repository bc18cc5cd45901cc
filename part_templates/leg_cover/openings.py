"""Patterns of openings: drawn flat, then laid around the leg so that they grow with it.

Flat: x runs around the shell, y up, both in mm at the narrowest place; there the leg's scale is 1. Where it is twice as wide,
an opening is twice as large.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import cos, floor, pi, radians, sin
from typing import TYPE_CHECKING

from configurator import Limb

from .seats import section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Point = tuple[float, float]
Drawn = list["Point | tuple[Point, Point]"]
"""Corners and arcs ((between), (end)), counter-clockwise seen from outside."""
Outline = tuple["Point | tuple[Point, Point]", ...]
"""The same in (angle in degrees about the axis from +X, height in mm)."""
_RISE = 4.0
"""mm between the heights at which the way around is measured."""
_TURNS = 97


@lru_cache(maxsize=64)
def openings(limb: Limb, offset: float, axis: Point, span: Point, field: Point, kind: int, cell: float, bar: float,
             border: float) -> tuple[Outline, ...]:
    """Openings of one shell, from below and from its start on.

    `offset`: of the outer skin from the limb's; `axis`: x and y of the line from which angles are counted; `span`: angles
    (degrees) of the shell's ends, beside which at least `border` mm are kept free; `field`: heights between which openings
    lie. `kind`: 1 slots, 2 hexagons, 3 waves, else none.
    """
    if kind not in _DRAWN:
        return ()
    flat = _Flat(limb, offset, axis, span, field, border)
    drawn = _DRAWN[kind](flat.broad, flat.high, cell, bar)
    return tuple(flat.rounded(tuple(flat.laid(*each) for each in opening)) for opening in drawn)


class _Flat:
    """The field of openings: `broad` and `high` mm flat, and where its points lie on the shell."""

    def __init__(self, limb: Limb, offset: float, axis: Point, span: Point, field: Point, border: float) -> None:
        import numpy as np

        low, high = field
        self.zs = np.linspace(low, high, max(round((high - low) / _RISE), 2) + 1)
        self.turns = np.linspace(span[0], span[1], _TURNS)
        around = np.array([self._way(limb, offset, axis, float(z)) for z in self.zs])
        self.scale = around[:, -1] / around[:, -1].min()
        steps = np.diff(self.zs) * (1 / self.scale[1:] + 1 / self.scale[:-1]) / 2
        self.ys = np.concatenate([[0.0], np.cumsum(steps)])
        self.broad, self.high, self.border = float(around[:, -1].min()) - 2 * border, float(self.ys[-1]), border
        self.around = around

    def _way(self, limb: Limb, offset: float, axis: Point, z: float) -> Floats:
        """mm around the shell from its start to each of the turns."""
        import numpy as np

        x, y = section(limb, offset, z)
        angle = np.degrees(np.arctan2(y - axis[1], x - axis[0]))
        radius = np.hypot(x - axis[0], y - axis[1])
        far = np.interp(self.turns, angle, radius, period=360.0)
        at = np.stack([far * np.cos(np.radians(self.turns)), far * np.sin(np.radians(self.turns))])
        return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(at, axis=1)))])

    def laid(self, one: float | Point, other: float | Point) -> Point | tuple[Point, Point]:
        """Angle and height of a flat point, or of both points of an arc."""
        if isinstance(one, tuple) and isinstance(other, tuple):
            return self._place(*one), self._place(*other)
        assert not isinstance(one, tuple)
        assert not isinstance(other, tuple)
        return self._place(one, other)

    def rounded(self, outline: Outline) -> Outline:
        """Its round ends at most half a circle high: where the leg widens fast, higher ones would bulge over its sides."""
        ways = [each[1] if isinstance(each[1], tuple) else each for each in outline]
        middle = (min(z for _, z in ways) + max(z for _, z in ways)) / 2
        found: list[Point | tuple[Point, Point]] = []
        for (begin, low), each in zip(ways[-1:] + ways[:-1], outline, strict=True):
            if isinstance(each[0], tuple) and isinstance(each[1], tuple) and each[1][1] == low:
                (angle, top), end = each
                half = abs(end[0] - begin) / 2 * self.degree(angle, middle)
                found.append(((angle, round(low + max(-half, min(half, top - low)), 4)), end))
            else:
                found.append(each)
        return tuple(found)

    def degree(self, angle: float, z: float) -> float:
        """mm of skin that a degree is at a height."""
        import numpy as np

        here = np.interp([angle - 1, angle + 1], self.turns, self.around[int(np.argmin(abs(self.zs - z)))])
        return float(here[1] - here[0]) / 2

    def _place(self, x: float, y: float) -> Point:
        import numpy as np

        z = float(np.interp(y, self.ys, self.zs))
        return round(self.angle(x, z), 4), round(z, 4)

    def angle(self, x: float, z: float) -> float:
        """Degrees, of x at a height."""
        import numpy as np

        row = (z - self.zs[0]) / (self.zs[1] - self.zs[0])
        lower = min(int(row), len(self.zs) - 2)
        share = row - lower
        around = (1 - share) * self.around[lower] + share * self.around[lower + 1]
        scale = (1 - share) * self.scale[lower] + share * self.scale[lower + 1]
        return float(np.interp((self.border + x) * scale, around, self.turns))


def corners(outline: Outline) -> list[Point]:
    """Corners and the points between the ends of arcs, in order."""
    found: list[Point] = []
    for one, other in outline:
        if isinstance(one, tuple) and isinstance(other, tuple):
            found += [one, other]
        elif not isinstance(one, tuple) and not isinstance(other, tuple):
            found.append((one, other))
    return found


def _rows(high: float, tall: float, bar: float) -> Iterator[float]:
    """Middles of rows that stand apart by a bar, in the middle of the field."""
    count = floor((high + bar + 1e-9) / (tall + bar))
    first = (high - count * tall - (count - 1) * bar) / 2 + tall / 2
    yield from (first + number * (tall + bar) for number in range(count))


def _slots(broad: float, high: float, cell: float, bar: float) -> Iterator[Drawn]:
    """Upright, with round ends."""
    half, tall = cell / 4, 3 * cell
    end = tall / 2 - half
    for y in _rows(high, tall, bar):
        for x in _rows(broad, 2 * half, bar):
            yield [(x + half, y - end), (x + half, y + end), ((x, y + end + half), (x - half, y + end)), (x - half, y - end),
                   ((x, y - end - half), (x + half, y - end))]


def _hexagons(broad: float, high: float, cell: float, bar: float) -> Iterator[Drawn]:
    """Standing on a corner; every other row is shifted by half."""
    reach, pitch = cell / 2 / cos(pi / 6), cell + bar
    outline = [(reach * cos(radians(30 + 60 * n)), reach * sin(radians(30 + 60 * n))) for n in range(6)]
    rise = pitch * cos(pi / 6)
    count = floor((high - 2 * reach + 1e-9) / rise) + 1
    first = (high - (count - 1) * rise) / 2
    across = floor((broad + bar + 1e-9) / pitch)
    for row in range(count):
        inside = across if row % 2 == 0 else across - 1
        begin = (broad - (inside - 1) * pitch) / 2
        for column in range(inside):
            x, y = begin + column * pitch, first + row * rise
            yield [(x + a, y + b) for a, b in outline]


def _waves(broad: float, high: float, cell: float, bar: float) -> Iterator[Drawn]:
    """Upright slots that swing to one side below and to the other above."""
    half, tall, swing = cell / 4, 3 * cell, cell / 3
    end = tall / 2 - half
    for y in _rows(high, tall, bar):
        for x in _rows(broad - 2 * swing, 2 * half, bar * _SLANT):
            right, left = x + swing + half, x + swing - half
            yield [(right, y - end),
                   ((right + swing, y - end / 2), (right, y)), ((right - swing, y + end / 2), (right, y + end)),
                   ((x + swing, y + end + half), (left, y + end)),
                   ((left - swing, y + end / 2), (left, y)), ((left + swing, y - end / 2), (left, y - end)),
                   ((x + swing, y - end - half), (right, y - end))]


_SLANT = 1.4
"""A bar between two waves is narrower across than on the level: they slant by at most so much (design)."""
_DRAWN = {1: _slots, 2: _hexagons, 3: _waves}
