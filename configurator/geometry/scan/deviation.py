"""How far the corners of a scan lie from a limb's skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints

_CORNERS = 120_000
"""Corners looked at, evenly out of all."""
_PAD = 8


def residuals(points: Floats, triangles: Ints, centres: Floats, radii: Floats, step: float, bottom: float) -> Floats:
    """Signed distances, mm, outside positive, of the corners of `triangles` between the first and the last level.

    The skin between the radii is the cubic spline through them. A distance is that along the radius, times the cosine of
    the skin's slope against it: exact but for the skin's own bow within so short a way.
    """
    import numpy as np
    from scipy.ndimage import map_coordinates, spline_filter

    used = np.zeros(len(points), dtype=bool)
    used[triangles.reshape(-1)] = True
    place = (points[:, 2] - bottom) / step
    chosen = points[used & (place >= 0) & (place <= len(radii) - 1)]
    chosen = chosen[::max(1, len(chosen) // _CORNERS)]
    if not len(chosen):
        return np.zeros(1)
    level = (chosen[:, 2] - bottom) / step
    middle = np.stack([np.interp(level, np.arange(len(centres)), centres[:, axis]) for axis in (0, 1)], axis=1)
    out = chosen[:, :2] - middle
    count = radii.shape[1]
    turn = np.mod(np.arctan2(out[:, 1], out[:, 0]) / (2 * np.pi) * count, count)
    spline = spline_filter(np.concatenate([radii[:, -_PAD:], radii, radii[:, :_PAD]], axis=1), order=3, mode="nearest")

    def at(levels: Floats, turns: Floats) -> Floats:
        return np.asarray(map_coordinates(spline, [levels, turns + _PAD], order=3, mode="nearest", prefilter=False))

    radius = at(level, turn)
    small = 0.25
    rise = (at(level + small, turn) - at(level - small, turn)) / (2 * small * step)
    bow = (at(level, turn + small) - at(level, turn - small)) / (2 * small * 2 * np.pi / count) / np.maximum(radius, 1e-9)
    return np.asarray((np.hypot(out[:, 0], out[:, 1]) - radius) / np.sqrt(1 + rise ** 2 + bow ** 2))
