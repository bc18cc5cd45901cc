"""Solids between flat faces, put together from corners that neighbours share."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist
from typing import Any, TypeAlias

import numpy as np
from OCP.Geom import Geom_Line, Geom_Plane
from OCP.gp import gp_Ax3, gp_Dir, gp_Pnt
from OCP.TopAbs import TopAbs_REVERSED

from configurator.errors import BuildFailed

from .topology import edge, face, loop, solid_of, vertex

Point3: TypeAlias = tuple[float, float, float]
_FLAT = 1e-7  # mm; the kernel's own confusion of points


def between(sides: Sequence[Sequence[Point3]]) -> Any:
    """The solid between flat faces, each given by its corners counter-clockwise seen from outside, mm.

    Corners are the same if their numbers are. BuildFailed if a face is not flat, or if an edge does not have one face on
    either side.
    """
    corners: dict[Point3, Any] = {}
    edges: dict[tuple[Point3, Point3], Any] = {}
    seen = set[tuple[Point3, Point3]]()
    faces = []
    for number, side in enumerate(sides, 1):
        around = []
        for start, end in zip(side, [*side[1:], side[0]], strict=True):
            if (start, end) in seen or dist(start, end) < _FLAT:
                raise BuildFailed(f"face {number} of {len(sides)} runs from {start} to {end} like another one: give the "
                                  "corners of each counter-clockwise seen from outside, no two of them in one place")
            seen.add((start, end))
            if (end, start) in edges:
                around.append(edges[end, start].Oriented(TopAbs_REVERSED))
                continue
            for corner in (start, end):
                if corner not in corners:
                    corners[corner] = vertex(corner)
            ends = corners[start], corners[end]
            way = gp_Dir(*(b - a for a, b in zip(start, end, strict=True)))
            edges[start, end] = edge(Geom_Line(gp_Pnt(*start), way), dist(start, end), *ends)
            around.append(edges[start, end])
        faces.append(face(_plane(side, number), loop(around)))
    if any((end, start) not in seen for start, end in seen):
        raise BuildFailed("the faces do not close: each edge belongs to two of them, which run along it in opposite ways")
    return solid_of(faces)


def _plane(side: Sequence[Point3], number: int) -> Any:
    points = np.asarray(side, dtype=float)
    arms = points - points[0]
    normal = np.cross(arms[1:-1], arms[2:]).sum(axis=0)
    length = float(np.linalg.norm(normal))
    if length < _FLAT**2 or float(np.abs(arms @ normal).max()) > _FLAT * length:
        raise BuildFailed(f"face {number} with the corners {list(side)} is not flat, or encloses nothing")
    return Geom_Plane(gp_Ax3(gp_Pnt(*side[0]), gp_Dir(*normal.tolist()), gp_Dir(*arms[1].tolist())))
