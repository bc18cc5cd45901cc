"""What a shell must measure, from the sections of the leg: an independent way to what the kernel builds."""

from __future__ import annotations

from functools import lru_cache
from math import degrees
from typing import TYPE_CHECKING, NamedTuple

from configurator import Limb

from .openings import Outline
from .openings import corners as corners_of
from .plates import area
from .seats import section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_RISE = 2.0
"""mm between two sections that are looked at."""
_TURNS = 721


class Told(NamedTuple):
    """Of one shell: volume in mm3, and the least and the greatest corner of its box across the leg, mm."""

    volume: float
    low: tuple[float, float]
    high: tuple[float, float]


class Lap(NamedTuple):
    """How far the outer side of a shell reaches over its start, and what remains free beside and before it, mm."""

    reach: float
    gap: float


@lru_cache(maxsize=256)
def told(limb: Limb, offset: float, wall: float, heights: tuple[float, float], axis: tuple[float, float],
         span: tuple[float, float], lap: Lap, outlines: tuple[Outline, ...]) -> Told:
    """A shell from rim to rim and between two angles about the axis (degrees), whose inner skin lies `offset` off the limb's.

    Its volume is that without openings, seats and what is done to edges; where it ends, openings may have taken the outermost.
    """
    import numpy as np

    zs = np.linspace(*heights, max(round((heights[1] - heights[0]) / _RISE), 2) + 1)
    holes = [np.array(corners_of(each)) for each in outlines]
    skins = [[_about(*section(limb, each, float(z)), axis) for z in zs] for each in (offset, offset + wall)]
    inner = np.linspace(*span, _TURNS)
    before, after = (degrees(each / min(float(_towards(np.array([end]), row)[0]) for row in skins[0])) if lap.reach else 0.0
                     for end, each in zip(span, (lap.reach, lap.reach + lap.gap), strict=True))
    outer = np.linspace(span[0] - before, span[1] - after, _TURNS)
    areas, low, high = [], np.full(2, np.inf), np.full(2, -np.inf)
    for z, inside, outside in zip(zs, *skins, strict=True):
        near, far = _towards(inner, inside), _towards(outer, outside)
        whole = _towards(inner, outside)
        reached = (wall - lap.gap) / 2 / wall if lap.reach else 0.0  # share that the next shell reaches over
        tongue = near[-1:] + reached * (whole - near)[-1:]
        areas.append(np.trapezoid(whole**2 - near**2, np.radians(inner)) / 2)
        seen = ~_in_holes(holes, float(z), outer)
        points = [each * np.array([np.cos(np.radians(turns)), np.sin(np.radians(turns))])
                  for turns, each in ((inner[[0, -1]], near[[0, -1]]), (outer[seen], far[seen]), (inner[-1:], tongue))]
        every = np.concatenate(points, axis=1)
        low, high = np.minimum(low, every.min(axis=1)), np.maximum(high, every.max(axis=1))
    corners = [tuple(round(float(each + at), 1) for each, at in zip(row, axis, strict=True)) for row in (low, high)]
    return Told(float(np.trapezoid(areas, zs)), (corners[0][0], corners[0][1]), (corners[1][0], corners[1][1]))


def _about(x: Floats, y: Floats, axis: tuple[float, float]) -> tuple[Floats, Floats]:
    """Angles (degrees, ascending) about an axis, and distances from it."""
    import numpy as np

    turns = np.degrees(np.arctan2(y - axis[1], x - axis[0]))
    order = np.argsort(turns)
    return turns[order], np.hypot(x - axis[0], y - axis[1])[order]


def _towards(turns: Floats, skin: tuple[Floats, Floats]) -> Floats:
    """Distances of a skin from the axis in directions, degrees."""
    import numpy as np

    return np.asarray(np.interp(turns, skin[0], skin[1], period=360.0))


def _in_holes(holes: list[Floats], z: float, angles: Floats) -> NDArray[np.bool_]:
    """Whether directions (degrees) at a height lie in an opening."""
    import numpy as np

    found = np.zeros(len(angles), dtype=bool)
    for corners in holes:
        if corners[:, 1].min() < z < corners[:, 1].max():
            ends = np.roll(corners, -1, axis=0)
            cut = (corners[:, 1] > z) != (ends[:, 1] > z)
            share = (z - corners[cut, 1]) / (ends[cut, 1] - corners[cut, 1])
            crossings = corners[cut, 0] + share * (ends[cut, 0] - corners[cut, 0])
            found |= np.mod(angles - crossings.min(), 360) < crossings.max() - crossings.min()
    return found


def _slant(limb: Limb, offset: float, axis: tuple[float, float], way: float, z: float, across: tuple[float, float]) -> float:
    """mm of skin to a mm of height, in the direction `way` (degrees) from the axis; `across`: along the section there."""
    import numpy as np

    turns = np.array([way])
    below, above = (float(_towards(turns, _about(*section(limb, offset, z + each), axis))[0]) for each in (-2.0, 2.0))
    turn = np.radians(way)
    out = (across[1] * np.cos(turn) - across[0] * np.sin(turn)) / np.hypot(*across)  # of the way, across the section
    return float(np.hypot(1.0, (above - below) / 4 * out))


def opened(limb: Limb, offset: float, axis: tuple[float, float], outlines: tuple[Outline, ...]) -> float:
    """mm2 of the skin that openings take, by the polygons of their corners."""
    import numpy as np

    total = 0.0
    for outline in outlines:
        corners = np.array(corners_of(outline))
        z = float(corners[:, 1].mean())
        x, y = section(limb, offset, z)
        angle = np.degrees(np.arctan2(y - axis[1], x - axis[0]))
        way = np.mod(corners[:, 0].mean() + 180, 360) - 180
        ahead = np.mod(np.array([way - 2, way + 2]) + 180, 360) - 180
        ends = [(np.interp(each, angle, x, period=360), np.interp(each, angle, y, period=360)) for each in ahead]
        across = ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]
        scale = float(np.hypot(*across)) / 4 * _slant(limb, offset, axis, way, z, across)  # mm2 of skin to a degree and a mm
        total += area([(each[0] * scale, each[1]) if not isinstance(each[0], tuple) else
                       ((each[0][0] * scale, each[0][1]), (each[1][0] * scale, each[1][1])) for each in outline])
    return total
