"""Where the shells sit on the plates: how far the inside of the cover is from the axis of the pylon."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, cos, pi, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from configurator import Limb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FINE = 512
"""Directions in which a section is looked at."""
_RISE = 1.0
"""mm between two sections that are kept."""
_BEYOND = 10.0
"""mm of sections beyond both ends of a limb."""


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
    x, y = moved(limb, offset)
    at = min(max((z + _BEYOND) / _RISE, 0.0), len(x) - 1.0)
    low = min(int(at), len(x) - 2)
    share = at - low
    return (1 - share) * x[low] + share * x[low + 1], (1 - share) * y[low] + share * y[low + 1]


@lru_cache(maxsize=16)
def moved(limb: Limb, offset: float) -> tuple[Floats, Floats]:
    """x and y (heights, directions) of the skin, each point moved along the normal there; the skin goes straight on beyond
    both ends of the limb. Heights: from _BEYOND below the limb on, _RISE apart."""
    import numpy as np

    spare = ceil(2 * _BEYOND / limb.step)
    radii, centres = (np.concatenate([each[:1] + np.arange(-spare, 0)[:, None] * (each[1] - each[0]), each,
                                      each[-1:] + np.arange(1, spare + 1)[:, None] * (each[-1] - each[-2])])
                      for each in (limb.array(), limb.centre_array()))
    angle = 2 * pi * np.arange(_FINE) / _FINE
    known = 2 * pi * np.arange(radii.shape[1] + 1) / radii.shape[1]
    radius = np.array([np.interp(angle, known, np.append(row, row[0])) for row in radii])
    x, y = centres[:, :1] + radius * np.cos(angle), centres[:, 1:] + radius * np.sin(angle)
    around_x, around_y = (np.roll(each, -1, axis=1) - np.roll(each, 1, axis=1) for each in (x, y))
    rise_x, rise_y = np.gradient(x, limb.step, axis=0), np.gradient(y, limb.step, axis=0)
    out = np.stack([around_y, -around_x, around_x * rise_y - around_y * rise_x])
    out *= offset / np.sqrt((out**2).sum(axis=0))
    heights = limb.step * np.arange(-spare, limb.levels + spare)[:, None] + out[2]
    wanted = np.arange(-_BEYOND, limb.height + _BEYOND + _RISE / 2, _RISE)
    found = np.array([[np.interp(wanted, z, along) for z, along in zip(heights.T, each.T, strict=True)]
                      for each in (x + out[0], y + out[1])])
    return np.ascontiguousarray(found[0].T), np.ascontiguousarray(found[1].T)
