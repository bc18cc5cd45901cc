"""How far the outer skin of a shell is off from where it should lie over the limb: point by point, for a coloured map."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .limb_fields import filtered, looked_up
from .measure import measured
from .meshing import mesh
from .shapes import one_solid

_ROUNDS = 5
_ASIDE = 1e-3  # of a level or an angle
_LARGE = 0.04
"""Share of the whole surface; smaller sheets are rounded edges."""


class Deviations(NamedTuple):
    """Of the outer skin from the limb's own at the wished distance, mm; positive where it lies further out."""

    points: Any
    """(n, 3) of the skin; corners of its triangles."""
    triangles: Any
    """(m, 3) int32."""
    values: Any
    """(n,) float32."""
    half: float
    """What 50 of 100 points are off at most, either way."""
    most: float
    """95 of 100."""
    all: float


def of_shell(shape: Any, step: float, centres: Any, radii: Any, distance: float, deflection: float = 0.05) -> Deviations:
    """Of a shell whose outer skin should lie `distance` mm (offset and wall) outside the limb: on the triangles of its skin."""
    solid = one_solid(shape)
    known, rows = measured(solid)
    found = mesh(solid, known.volume, known.area, deflection)
    outer = [index for index, row in enumerate(rows) if row.kind == "bspline" and row.area > _LARGE * known.area
             and _looks_out(found, index, step, centres)]
    triangles = found.triangles[np.isin(found.face_of_triangle, outer)]
    used, numbers = np.unique(triangles, return_inverse=True)
    points = found.vertices[used]
    values = deviations(points, step, centres, radii, distance)
    off = np.sort(np.abs(values)) if len(values) else np.zeros(1)
    half, most, every = (float(off[min(int(share * len(off)), len(off) - 1)]) for share in (0.5, 0.95, 1.0))
    return Deviations(points, numbers.reshape(-1, 3).astype(np.int32), values.astype(np.float32), half, most, every)


def _looks_out(found: Any, index: int, step: float, centres: Any) -> bool:
    corners = np.unique(found.triangles[found.face_of_triangle == index])
    points = found.vertices[corners]
    levels = np.asarray(centres, dtype=float)
    zs = step * np.arange(len(levels))
    away = points[:, :2] - np.stack([np.interp(points[:, 2], zs, levels[:, k]) for k in (0, 1)], axis=1)
    return bool((away * found.normals[corners, :2]).sum() > 0)


def deviations(points: Any, step: float, centres: Any, radii: Any, distance: float) -> Any:
    """(n,) mm by which points (n, 3) lie further than `distance` from the limb's skin, along its normal at the nearest place.

    The skin goes through the limb's own levels, as smooth as a cubic spline; beyond its ends it is looked for at the ends.
    """
    limb = _Skin(step, centres, radii)
    away = points[:, :2] - limb.middle(points[:, 2])
    turns, heights = np.arctan2(away[:, 1], away[:, 0]), np.clip(points[:, 2], 0, limb.height)
    for _ in range(_ROUNDS):
        at, along, up = limb.frames(turns, heights)
        gap = points - at
        a, b, c = (along**2).sum(axis=1), (along * up).sum(axis=1), (up**2).sum(axis=1)
        p, q = (gap * along).sum(axis=1), (gap * up).sum(axis=1)
        turns = turns + (c * p - b * q) / (a * c - b * b)
        heights = np.clip(heights + (a * q - b * p) / (a * c - b * b), 0, limb.height)
    at, along, up = limb.frames(turns, heights)
    normals = np.cross(along, up)
    sides = np.sign(((points - at) * normals).sum(axis=1))
    return sides * np.sqrt(((points - at) ** 2).sum(axis=1)) - distance


class _Skin:
    """The limb's levels as a surface over angle and height."""

    def __init__(self, step: float, centres: Any, radii: Any) -> None:
        self._step, self._radii = step, filtered(np.asarray(radii, dtype=float))
        self._centres = np.asarray(centres, dtype=float)
        self._turn = 2 * np.pi / self._radii.shape[1]
        self.height = step * (len(self._radii) - 1)

    def middle(self, heights: Any) -> Any:
        """(n, 2) centres."""
        zs = self._step * np.arange(len(self._centres))
        return np.stack([np.interp(heights, zs, self._centres[:, k]) for k in (0, 1)], axis=1)

    def at(self, turns: Any, heights: Any) -> Any:
        """(n, 3) points."""
        far = looked_up(self._radii, heights / self._step, turns / self._turn)
        flat = self.middle(heights) + far[:, None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
        return np.concatenate([flat, heights[:, None]], axis=1)

    def frames(self, turns: Any, heights: Any) -> tuple[Any, Any, Any]:
        """Points, and derivatives by the angle and by the height, (n, 3) each."""
        aside, higher = _ASIDE * self._turn, _ASIDE * self._step
        low, high = np.maximum(heights - higher, 0), np.minimum(heights + higher, self.height)
        along = (self.at(turns + aside, heights) - self.at(turns - aside, heights)) / (2 * aside)
        up = (self.at(turns, high) - self.at(turns, low)) / (high - low)[:, None]
        return self.at(turns, heights), along, up
