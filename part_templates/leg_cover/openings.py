"""Patterns of openings: drawn flat, then laid around the leg so that they grow with it.

Flat: x runs around the shell, y up, both in mm at the narrowest place; there the leg's scale is 1. Where it is twice as wide,
an opening is twice as large.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import cos, floor, pi, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from configurator import Limb

from .seats import section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""(angle in degrees about the axis from +X, height in mm) of each corner, counter-clockwise seen from outside."""
_RISE = 4.0
"""mm between the heights at which the way around is measured."""
_TURNS = 97


class Seat(NamedTuple):
    """Where no opening may be: direction in degrees, half its breadth, and its heights; mm."""

    way: float
    half: float
    low: float
    high: float


@lru_cache(maxsize=64)
def openings(limb: Limb, offset: float, axis: Point, span: Point, heights: Point, kind: int, cell: float, bar: float,
             border: float, seats: tuple[Seat, ...]) -> tuple[Outline, ...]:
    """Openings of one shell, from below and from its start on.

    `offset`: of the outer skin from the limb's; `axis`: x and y of the line from which angles are counted; `span`: angles
    (degrees) of the shell's ends; `heights`: of its rims. `kind`: 1 slots, 2 hexagons, 3 waves. `border` is kept free at rims
    and ends, mm.
    """
    if kind == 0:
        return ()
    flat = _Flat(limb, offset, axis, span, heights, border)
    found = []
    for opening in _DRAWN[kind](flat.broad, flat.high, cell, bar):
        outline = tuple(flat.laid(x, y) for x, y in opening)
        if all(_clear(outline, flat, opening, seat) for seat in seats):
            found.append(outline)
    return tuple(found)


class _Flat:
    """The field of openings: `broad` and `high` mm flat, and where its points lie on the shell."""

    def __init__(self, limb: Limb, offset: float, axis: Point, span: Point, heights: Point, border: float) -> None:
        import numpy as np

        low, high = heights[0] + border, heights[1] - border
        self.zs = np.linspace(low, high, max(round((high - low) / _RISE), 2) + 1)
        self.turns = np.linspace(span[0], span[1], _TURNS)
        around = np.array([self._way(limb, offset, axis, float(z)) for z in self.zs])
        lengths = around[:, -1] - 2 * border
        scale = lengths / lengths.min()
        steps = np.diff(self.zs) * (1 / scale[1:] + 1 / scale[:-1]) / 2
        self.ys = np.concatenate([[0.0], np.cumsum(steps)])
        self.broad, self.high, self.border = float(lengths.min()), float(self.ys[-1]), border
        self.around, self.lengths = around, lengths

    def _way(self, limb: Limb, offset: float, axis: Point, z: float) -> Floats:
        """mm around the shell from its start to each of the turns."""
        import numpy as np

        x, y = section(limb, offset, z)
        angle = np.degrees(np.arctan2(y - axis[1], x - axis[0]))
        radius = np.hypot(x - axis[0], y - axis[1])
        far = np.interp(self.turns, angle, radius, period=360.0)
        at = np.stack([far * np.cos(np.radians(self.turns)), far * np.sin(np.radians(self.turns))])
        return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(at, axis=1)))])

    def laid(self, x: float, y: float) -> Point:
        """Angle and height of a flat point."""
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
        length = (1 - share) * self.lengths[lower] + share * self.lengths[lower + 1]
        return float(np.interp(self.border + x / self.broad * length, around, self.turns))

    def across(self, one: float, other: float, z: float) -> float:
        """mm around the shell between two angles at a height."""
        import numpy as np

        row = min(max(round((z - self.zs[0]) / (self.zs[1] - self.zs[0])), 0), len(self.zs) - 1)
        return abs(float(np.interp(one, self.turns, self.around[row]) - np.interp(other, self.turns, self.around[row])))


def _clear(outline: Outline, flat: _Flat, opening: list[Point], seat: Seat) -> bool:
    """Whether an opening stays away from a seat: no corner in it, and it does not span it."""
    if min(z for _, z in outline) > seat.high or max(z for _, z in outline) < seat.low:
        return True
    angles = [angle for angle, _ in outline]
    middle = sum(z for _, z in outline) / len(outline)
    ways = [angle if angle <= flat.turns[-1] else angle - 360 for angle in (seat.way % 360,)]
    way = ways[0]
    if min(angles) <= way <= max(angles):
        return False
    return min(flat.across(way, each, middle) for each in (min(angles), max(angles))) > seat.half


def _rows(high: float, tall: float, bar: float) -> Iterator[float]:
    """Middles of rows that stand apart by a bar, in the middle of the field."""
    count = floor((high + bar + 1e-9) / (tall + bar))
    first = (high - count * tall - (count - 1) * bar) / 2 + tall / 2
    yield from (first + number * (tall + bar) for number in range(count))


def _slots(broad: float, high: float, cell: float, bar: float) -> Iterator[list[Point]]:
    """Upright, with round ends."""
    wide, tall = cell / 2, 3 * cell
    end = [(wide / 2 * cos(radians(15 * n)), (tall - wide) / 2 + wide / 2 * sin(radians(15 * n))) for n in range(13)]
    outline = end + [(-x, -y) for x, y in end]
    for y in _rows(high, tall, bar):
        for x in _rows(broad, wide, bar):
            yield [(x + a, y + b) for a, b in outline]


def _hexagons(broad: float, high: float, cell: float, bar: float) -> Iterator[list[Point]]:
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


def _waves(broad: float, high: float, cell: float, bar: float) -> Iterator[list[Point]]:
    """Upright slots that swing once to each side."""
    wide, tall, swing = cell / 2, 3 * cell, cell / 3
    straight = (tall - wide) / 2
    end = [(wide / 2 * cos(radians(15 * n)), straight + wide / 2 * sin(radians(15 * n))) for n in range(13)]
    side = [(-wide / 2, straight * (1 - n / 8)) for n in range(1, 16)]
    half = end + side
    outline = half + [(-x, -y) for x, y in half]
    for y in _rows(high, tall, bar):
        for x in _rows(broad - 2 * swing, wide, bar * 1.4):
            yield [(x + swing + a + swing * sin(2 * pi * b / tall), y + b) for a, b in outline]


_DRAWN = {1: _slots, 2: _hexagons, 3: _waves}
