"""Where the shells sit on the plates: how far the inside of the cover is from the axis of the pylon."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from configurator import Limb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FINE = 1024
"""Directions in which a section is looked at."""


@lru_cache(maxsize=256)
def pylon_axis(limb: Limb, z: float, forward: float) -> tuple[float, float]:
    """x and y of the pylon, mm: the middle of the leg at the height z, and `forward` of it; to 0.1 mm."""
    import numpy as np

    centres = limb.centre_array()
    heights = np.arange(len(centres)) * limb.step
    x, y = (float(np.interp(z, heights, centres[:, axis])) for axis in (0, 1))
    return round(x + forward, 1), round(y, 1)


class Stretch(NamedTuple):
    """How far from the axis the skin is in a band, mm."""

    least: float
    mean: float


@lru_cache(maxsize=1024)
def inside(limb: Limb, offset: float, axis: tuple[float, float], degrees: float, half: float, low: float,
           high: float) -> Stretch:
    """The skin, moved out by `offset` mm (in: negative), towards `degrees` from the front.

    Looked at in a band 2 * `half` broad from `low` to `high`.
    """
    import numpy as np

    out_x, out_y = cos(radians(degrees)), sin(radians(degrees))
    found = []
    for z in np.append(np.arange(low, high, 1.0), high):
        x, y = section(limb, offset, float(z))
        far = (x - axis[0]) * out_x + (y - axis[1]) * out_y
        across = (y - axis[1]) * out_x - (x - axis[0]) * out_y
        ahead = far > 0
        order = np.argsort(across[ahead])
        found.append(np.interp(np.linspace(-half, half, 21), across[ahead][order], far[ahead][order]))
    every = np.array(found)
    return Stretch(float(every.min()), float(every.mean()))


def section(limb: Limb, offset: float, z: float) -> tuple[Floats, Floats]:
    """x and y of the moved skin at a height, finely."""
    import numpy as np

    radii, centres = limb.array(), limb.centre_array()
    at = min(max(z / limb.step, 0.0), limb.levels - 1.0)
    low = min(int(at), limb.levels - 2)
    share = at - low
    radius = (1 - share) * radii[low] + share * radii[low + 1]
    centre = (1 - share) * centres[low] + share * centres[low + 1]
    angle = 2 * pi * np.arange(_FINE) / _FINE
    coarse = 2 * pi * np.arange(limb_directions := radii.shape[1]) / limb_directions
    fine = np.interp(angle, np.append(coarse, 2 * pi), np.append(radius, radius[0]))
    around = (np.roll(fine, -1) - np.roll(fine, 1)) / (4 * pi / _FINE) / fine
    slope = (centres[low + 1] - centres[low]) / limb.step
    up = np.interp(angle, np.append(coarse, 2 * pi), np.append(radii[low + 1] - radii[low], radii[low + 1][0] - radii[low][0]))
    rise = up / limb.step + slope[0] * np.cos(angle) + slope[1] * np.sin(angle)
    moved = fine + offset * np.sqrt(1 + around**2 + rise**2)
    return centre[0] + moved * np.cos(angle), centre[1] + moved * np.sin(angle)
