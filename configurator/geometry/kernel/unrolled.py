"""Triangles of parts of cylinders with any outline: unrolled, cut as a flat face, and bent back."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import Any

import numpy as np

from .polylines import Edge, Fineness, cross, dot, line_of, loops_of, xyz
from .sweeping import Tilings
from .triangulation import FaceMesh

_SHEARS = tuple(np.array([[1.0, 0.0], [share, 1.0]]) for share in (0.01, 0.017))
"""Points above each other, as those of upright strokes, are moved asunder: rounding must not say which comes first."""


@dataclass
class Unrolled:
    """A part of a cylinder. `frame`: origin, X, Y, axis, (4, 3); `side`: 1 if it looks away from the axis, else -1."""

    loops: list[list[tuple[int, bool]]]
    seams: dict[int, Any]
    frame: Any
    radius: float
    side: float
    keys: list[int]
    bent = False
    even = False

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:  # noqa: ARG002
        """Triangles no wider than the steps of its edges."""
        loops = [line_of(loop, lines | self.seams if self.seams else lines) for loop in self.loops]
        flat = self._flattened(loops)
        if flat is None:
            return None
        triangles = tilings.of(flat, _SHEARS)
        if triangles is None:
            return None
        angles = np.concatenate(flat)[:, 0] / self.radius
        ways = np.cos(angles)[:, None] * self.frame[1] + np.sin(angles)[:, None] * self.frame[2]
        right_handed = dot(cross(self.frame[1], self.frame[2]), self.frame[3]) > 0
        return FaceMesh(np.concatenate(loops), self.side * ways,
                        triangles if right_handed == (self.side > 0) else triangles[:, ::-1])

    def _flattened(self, loops: list[Any]) -> list[Any] | None:
        """(n, 2) along the circle and along the axis, mm; None if a hole lies across the seam."""
        flat = []
        for loop in loops:
            away = loop - self.frame[0]
            angles = np.unwrap(np.arctan2(away @ self.frame[2], away @ self.frame[1]))
            if abs(angles[-1] - angles[0]) > 2 * pi + 1e-6:
                return None
            flat.append(np.column_stack([angles, away @ self.frame[3]]))
        outer = max(range(len(flat)), key=lambda i: np.ptp(flat[i], axis=0).prod())
        low, high = flat[outer][:, 0].min(), flat[outer][:, 0].max()
        for loop in flat:
            middle = (loop[:, 0].min() + loop[:, 0].max()) / 2
            loop[:, 0] += 2 * pi * np.round(((low + high) / 2 - middle) / (2 * pi))
            if loop[:, 0].min() < low - 1e-9 or loop[:, 0].max() > high + 1e-9:
                return None
        return [loop * (self.radius, 1.0) for loop in flat]


def unrolled(face: Any, cylinder: Any, outward: float, known: Any, edges: list[Edge]) -> Unrolled | None:
    """How to cut a face of a cylinder."""
    loops = loops_of(face, known, edges)
    every = [key for loop in loops for key, _ in loop]
    keys = [key for key in every if every.count(key) == 1] if len(set(every)) < len(every) else every
    seams = {key: np.array(edges[key - 1].ends) for key in set(every) - set(keys)}
    if any(edges[key - 1].degenerate for key in every) or not all(edges[key - 1].straight for key in seams):
        return None
    position = cylinder.Position()
    frame = np.array([xyz(each) for each in (position.Location(), position.XDirection(), position.YDirection(),
                                             position.Direction())])
    return Unrolled(loops, seams, frame, cylinder.Radius(), outward * (1.0 if cylinder.Direct() else -1.0), keys)
