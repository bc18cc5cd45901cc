"""Triangles of flat faces, with any number of holes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, sin
from typing import Any

import numpy as np

from .nesting import area
from .polylines import Edge, Fineness, after_back, cross, line_of, loops_of
from .strips import strip
from .sweeping import Tilings
from .triangulation import FaceMesh

_ASKEW = tuple(np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]]) for turn in (0.5, 1.3))
"""Plates are symmetric, letters upright: turned, few of their points lie above each other, and triangles are less thin."""


@dataclass
class Flat:
    """A flat face. `axes`: X, Y and outward normal, (3, 3); `simple`: it may lie between two loops around its middle."""

    loops: list[list[tuple[int, bool]]]
    axes: Any
    keys: list[int]
    simple: bool
    bent = False
    even = True

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:  # noqa: ARG002
        """Discs and rings around their middle, all else by sweeping."""
        loops = [line_of(loop, lines) for loop in self.loops]
        flat = [loop @ self.axes[:2].T for loop in loops]
        found = self._around(loops, flat) if self.simple else None
        if found is None:
            triangles = tilings.of(flat, _ASKEW)
            found = None if triangles is None else (np.concatenate(loops), triangles)
        return None if found is None else FaceMesh(found[0], np.broadcast_to(self.axes[2], found[0].shape), found[1])

    def _around(self, loops: list[Any], flat: list[Any]) -> tuple[Any, Any] | None:
        """Nodes and triangles around the middle of a disc, or between the two loops of a ring; None if they are no tiling."""
        areas = [area(loop) for loop in flat]
        loops, flat = ([loop if positive > 0 else loop[::-1] for loop, positive in zip(each, areas, strict=True)]
                       for each in (loops, flat))
        if len(loops) == 2:
            outer = int(abs(areas[1]) > abs(areas[0]))
            centre = (flat[1 - outer].min(axis=0) + flat[1 - outer].max(axis=0)) / 2
            rows = [_from_left(loop - centre) for loop in (flat[1 - outer], flat[outer])]
            if any(row is None for row in rows):
                return None
            (inner, low), (rim, high) = (row for row in rows if row is not None)
            nodes = np.concatenate([np.roll(loops[1 - outer], -inner, axis=0), np.roll(loops[outer], -rim, axis=0)])
            triangles = strip(low, high, closed=True)[:, ::-1]
        else:
            nodes, triangles = np.concatenate([loops[0], loops[0].mean(axis=0)[None]]), _wheel(len(loops[0]))
        corners = (nodes @ self.axes[:2].T)[triangles]
        first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        if not (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] > 0).all():
            return None
        return nodes, triangles


def small(flats: list[Flat], lines: dict[int, Any]) -> list[FaceMesh | None]:
    """Faces with three or four straight edges, all at once, which is much faster; None for others."""
    found: list[FaceMesh | None] = [None] * len(flats)
    for count, fan in _FANS.items():
        chosen = [i for i, each in enumerate(flats) if len(each.keys) == count and len(each.loops) == 1
                  and all(len(lines[key]) == 2 for key in each.keys)]
        if not chosen:
            continue
        corners = np.array([[lines[key][0 if forward else 1] for key, forward in flats[i].loops[0]] for i in chosen])
        normals = np.array([flats[i].axes[2] for i in chosen])
        ways = corners[:, 1:] - corners[:, :1]
        turns = np.einsum("ijk,ik->ij", np.cross(ways[:, :-1], ways[:, 1:]), normals)
        convex = ((turns > 0).all(axis=1) | (turns < 0).all(axis=1)).tolist()
        back = turns[:, 0] < 0
        corners[back] = corners[back, ::-1]
        every = np.repeat(normals[:, None], count, axis=1)
        for place, index in enumerate(chosen):
            if convex[place]:
                found[index] = FaceMesh(corners[place], every[place], fan)
    return found


_FANS = {count: np.array([[0, i, i + 1] for i in range(1, count - 1)], dtype=np.int32) for count in (3, 4)}


def flat(face: Any, position: Any, outward: float, known: Any, edges: list[Edge]) -> Flat | None:
    """How to cut a flat face; None if an edge is met twice."""
    loops = loops_of(face, known, edges)
    keys = [key for loop in loops for key, _ in loop]
    if len(keys) != len(set(keys)) or any(edges[key - 1].degenerate for key in keys):
        return None
    x, (a, b, c) = position.XDirection().Coord(), position.YDirection().Coord()
    y = (a * outward, b * outward, c * outward)
    simple = len(loops) <= 2 and all(edges[key - 1].straight or edges[key - 1].arc for key in keys)
    return Flat(loops, np.array([x, y, cross(x, y)]), keys, simple)


@lru_cache(maxsize=64)
def _wheel(count: int) -> Any:
    """(count, 3) int32: each step around a loop with its middle, which is numbered last."""
    every = np.arange(count, dtype=np.int32)
    return np.column_stack([every, np.roll(every, -1), np.full(count, count, dtype=np.int32)])


def _from_left(loop: Any) -> tuple[int, Any] | None:
    """Where a loop around the origin begins by angle, and its angles from there on; None if it turns back."""
    angles = after_back(np.arctan2(loop[:, 1], loop[:, 0]))
    first = int(np.argmin(angles))
    angles = np.roll(angles, -first)
    return (first, angles) if (np.diff(angles) > 0).all() else None
