"""What a shell must measure, from the sections of the leg: an independent way to what the kernel builds."""

from __future__ import annotations

from functools import lru_cache
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

_RISE = 1.0
"""mm between two sections that are looked at."""


class Told(NamedTuple):
    """Of one shell: volume in mm3, and where it ends in y and away from the split, mm."""

    volume: float
    right: float
    left: float
    far: float


@lru_cache(maxsize=256)
def told(limb: Limb, offset: float, wall: float, low: float, high: float, axis: tuple[float, float], front: bool,
         outlines: tuple[Outline, ...]) -> Told:
    """A shell between two heights whose inner skin lies `offset` off the limb's, before (`front`) or behind the axis.

    Its volume is that without openings, seats and what is done to edges; where it ends, openings may have taken the outermost.
    """
    import numpy as np

    heights = np.linspace(low, high, max(round((high - low) / _RISE), 2) + 1)
    sign, split = 1.0 if front else -1.0, axis[0]
    holes = [np.array(corners_of(each)) for each in outlines]
    areas, right, left, far = [], np.inf, -np.inf, 0.0
    for z in heights:
        x, y = section(limb, offset + wall, float(z))
        inner_x, inner_y = section(limb, offset, float(z))
        areas.append(_beyond(sign * (x - split), sign * y) - _beyond(sign * (inner_x - split), sign * inner_y))
        outside = (sign * (x - split) >= 0) & ~_in_holes(holes, float(z), np.degrees(np.arctan2(y - axis[1], x - axis[0])))
        at = _at_split(x - split, y)
        right = min(right, float(y[outside].min()), *at)
        left = max(left, float(y[outside].max()), *at)
        far = max(far, float((sign * (x - split))[outside].max()))
    return Told(float(np.trapezoid(areas, heights)), round(right, 1), round(left, 1), round(split + sign * far, 1))


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


def _beyond(x: Floats, y: Floats) -> float:
    """mm2 of a closed polygon, counter-clockwise, where x is above 0: each side is cut there."""
    import numpy as np

    next_x, next_y = np.roll(x, -1), np.roll(y, -1)
    share = np.clip(-x / np.where(next_x == x, 1.0, next_x - x), 0.0, 1.0)
    cut_y = y + share * (next_y - y)
    from_x, to_x = np.maximum(x, 0.0), np.maximum(next_x, 0.0)
    from_y = np.where(x > 0, y, cut_y)
    to_y = np.where(next_x > 0, next_y, cut_y)
    kept = (x > 0) | (next_x > 0)
    return float(abs((from_x * to_y - to_x * from_y)[kept].sum()) / 2)


def _at_split(x: Floats, y: Floats) -> list[float]:
    """y where a closed polygon crosses x = 0."""
    import numpy as np

    next_x, next_y = np.roll(x, -1), np.roll(y, -1)
    crossing = (x > 0) != (next_x > 0)
    share = -x[crossing] / (next_x - x)[crossing]
    return [float(each) for each in y[crossing] + share * (next_y - y)[crossing]]


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
        scale = float(np.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1])) / 4  # mm of skin to a degree
        total += area([(each[0] * scale, each[1]) if not isinstance(each[0], tuple) else
                       ((each[0][0] * scale, each[0][1]), (each[1][0] * scale, each[1][1])) for each in outline])
    return total
