"""Triangles of whole turns, and of patches of cylinders and cones between two arcs, made directly.

The kernel's mesher takes milliseconds for each of them, and more rows than the surface needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, pi, sin, sqrt
from typing import Any

import numpy as np
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Pnt, gp_Vec

from .polylines import BOTH_WAYS, TURN, Edge, Fineness, Vector, after_back, cross, dot, keys_of, minus, xyz
from .strips import around_again, crossed, strip
from .sweeping import Tilings
from .triangulation import FaceMesh

_SAME = 1e-6  # mm
_LEVEL = 1e-9  # rad
STRAIGHT = (GeomAbs_SurfaceType.GeomAbs_Cylinder, GeomAbs_SurfaceType.GeomAbs_Cone)
BENT = (GeomAbs_SurfaceType.GeomAbs_Torus, GeomAbs_SurfaceType.GeomAbs_Sphere,
         GeomAbs_SurfaceType.GeomAbs_SurfaceOfRevolution)
_BEND = 0.3
"""rad between rows along a meridian; shading uses the exact normals."""


@dataclass
class Turned:
    """A whole turn, or a patch."""

    surface: Any
    outward: float
    frame: Any
    """Origin, X, Y, axis; (4, 3)."""
    rims: list[int | None]
    """Edges at the least and the greatest v; None for a pole, or where a torus meets itself."""
    whole: bool
    bent: bool
    keys: list[int]
    even = True
    _slope: tuple[float, float] | None = None

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:  # noqa: ARG002
        """Strips between its rims, with rows in between where the meridian bends."""
        if not self.whole and any(len(lines[key]) != 2 for key in self.keys[2:]):
            return None
        rims = [None if key is None else self._row(lines[key]) for key in self.rims]
        angles = next((row[1] for row in rims if row is not None), np.arange(around) * (2 * pi / around) - pi)
        vs = self._vs(fineness)
        rows, normals = [], []
        for index, v in enumerate(vs):
            rim = rims[0] if index == 0 else rims[1] if index == len(vs) - 1 else None
            here = angles if rim is None else rim[1]
            (radius, height), (aside, along) = self._meridian(v, vs[0], vs[-1])
            ways = np.cos(here)[:, None] * self.frame[1] + np.sin(here)[:, None] * self.frame[2]
            nodes = self.frame[0] + radius * ways + height * self.frame[3] if rim is None else rim[0]
            rows.append((nodes, here))
            normals.append(aside * ways + along * self.frame[3])
        if self._meets_itself:
            rows[-1] = rows[0]
        triangles, start = [], 0
        for (one, low), (_, high) in pairwise(rows):
            same = low is high or (len(low) == len(high) and bool((np.abs(low - high) < _LEVEL).all()))
            triangles.append((around_again(len(low)) if same and self.whole else strip(low, high, closed=self.whole)) + start)
            start += len(one)
        nodes, bends, every = np.concatenate([row[0] for row in rows]), np.concatenate(normals), np.concatenate(triangles)
        first = nodes[every[:, 0]]
        facets = crossed(nodes[every[:, 1]] - first, nodes[every[:, 2]] - first)
        if np.einsum("ij,ij->", facets, bends[every[:, 0]]) < 0:
            every = every[:, ::-1]
        if None in self.rims:  # at a pole half of them are empty
            every = every[np.einsum("ij,ij->i", facets, facets) > 1e-24]
        return FaceMesh(nodes, bends, every)

    @property
    def _meets_itself(self) -> bool:
        return self.rims == [None, None] and self.surface.GetType() == GeomAbs_SurfaceType.GeomAbs_Torus

    def _row(self, line: Any) -> tuple[Any, Any]:
        """Points of a rim and their angles, rising."""
        if self.whole:
            line = line[:-1]
        flat = (line - self.frame[0]) @ self.frame[1:3].T
        angles = np.arctan2(flat[:, 1], flat[:, 0])
        if self.whole:
            angles = after_back(angles)
            order = np.argsort(angles)
            return line[order], angles[order]
        first = self.surface.FirstUParameter() - 1e-6
        angles = first + (angles - first) % (2 * pi)
        return (line, angles) if angles[-1] > angles[0] else (line[::-1], angles[::-1])

    def _vs(self, fineness: Fineness) -> list[float]:
        low, high = self.surface.FirstVParameter(), self.surface.LastVParameter()
        if not self.bent:
            return [low, high]
        kind = self.surface.GetType()
        radius = (self.surface.Sphere().Radius() if kind == GeomAbs_SurfaceType.GeomAbs_Sphere else
                  self.surface.Torus().MinorRadius() if kind == GeomAbs_SurfaceType.GeomAbs_Torus else
                  self.surface.BasisCurve().Circle().Radius())
        count = max(ceil((high - low) / (fineness.rows * fineness.step(radius, 1 - BOTH_WAYS, _BEND))), 2)
        return [low + (high - low) * i / count for i in range(count)] + [high]

    def _meridian(self, v: float, low: float, high: float) -> tuple[Any, Any]:
        """(distance from the axis, height) of a row, and the normal in the same two directions."""
        if not self.bent:
            if self._slope is None:
                self._slope = self._at(v, (low + high) / 2)[1]
            return (self._at(v, (low + high) / 2)[0] if None in self.rims else (0.0, 0.0)), self._slope
        # at a pole the surface has no normal; beside it it has
        return self._at(v, min(max(v, low + 1e-7 * (high - low)), high - 1e-7 * (high - low)))

    def _at(self, v: float, beside: float) -> tuple[Any, Any]:
        point, along, across, u = gp_Pnt(), gp_Vec(), gp_Vec(), self.surface.FirstUParameter()
        origin, x, y, axis = self.frame.tolist()
        way = [cos(u) * x[i] + sin(u) * y[i] for i in range(3)]
        place = minus(xyz(self.surface.Value(u, v)), origin)
        self.surface.D1(u, beside, point, along, across)
        normal = cross(xyz(along), xyz(across))
        length = sqrt(dot(normal, normal)) * self.outward
        return (dot(place, way), dot(place, axis)), (dot(normal, way) / length, dot(normal, axis) / length)


def turned(face: Any, surface: Any, outward: float, known: Any, edges: list[Edge]) -> Turned | None:
    """How to cut a face around an axis; None unless it lies between two circles or arcs across it."""
    kind = surface.GetType()
    whole, bent = surface.LastUParameter() - surface.FirstUParameter() > TURN, kind in BENT
    wires = keys_of(face, known) if whole or not bent else []
    frame = frame_of(surface) if len(wires) == 1 else None
    if frame is None:
        return None
    origin, _, _, axis = frame
    rims: list[int | None] = [None, None]
    sides = []
    ends = [_across(surface.Value(surface.FirstUParameter(), v).Coord(), origin, axis)
            for v in (surface.FirstVParameter(), surface.LastVParameter())]
    for key in wires[0]:
        edge = edges[key - 1]
        if edge.degenerate or wires[0].count(key) > 1:
            continue
        if edge.straight and not whole:
            sides.append(key)
            continue
        if edge.arc is None or whole != edge.whole:
            return None
        centre, x, y, radius, _, _ = edge.arc
        aside, height = _across(centre, origin, axis)
        place = next((i for i in (0, 1) if rims[i] is None and abs(ends[i][1] - height) < _SAME
                      and abs(ends[i][0] - radius) < _SAME), None)
        if place is None or aside > _SAME or abs(abs(dot(cross(x, y), axis)) - 1) > 1e-12:
            return None
        rims[place] = key
    around_itself = (kind == GeomAbs_SurfaceType.GeomAbs_Torus and rims == [None, None]
                     and surface.LastVParameter() - surface.FirstVParameter() > TURN)
    if not around_itself and any(rims[i] is None and ends[i][0] > 1e-9 for i in (0, 1)):  # no edge, and no pole
        return None
    if not whole and (len(sides) != 2 or None in rims):
        return None
    keys = [key for key in rims if key is not None] + sides
    return Turned(surface, outward, np.array(frame), rims, whole, bent, keys)


def frame_of(surface: Any) -> tuple[Vector, Vector, Vector, Vector] | None:
    """Origin, X and Y at right angles to the axis, and the axis, so that u is the angle from X; None for what has none.

    Arcs that would be a torus through its own axis (a domed crystal) come as a surface of revolution.
    """
    kind = surface.GetType()
    if kind == GeomAbs_SurfaceType.GeomAbs_SurfaceOfRevolution:
        if surface.BasisCurve().GetType() != GeomAbs_CurveType.GeomAbs_Circle:
            return None
        line = surface.AxeOfRevolution()
        origin, axis = xyz(line.Location()), xyz(line.Direction())
        away = minus(xyz(surface.Value(0.0, (surface.FirstVParameter() + surface.LastVParameter()) / 2)), origin)
        up = dot(away, axis)
        away = minus(away, (up * axis[0], up * axis[1], up * axis[2]))
        length = sqrt(dot(away, away))
        x = (away[0] / length, away[1] / length, away[2] / length)
        return origin, x, cross(axis, x), axis
    shape = (surface.Cylinder() if kind == GeomAbs_SurfaceType.GeomAbs_Cylinder else
             surface.Cone() if kind == GeomAbs_SurfaceType.GeomAbs_Cone else
             surface.Torus() if kind == GeomAbs_SurfaceType.GeomAbs_Torus else surface.Sphere())
    position = shape.Position()
    return (xyz(position.Location()), xyz(position.XDirection()), xyz(position.YDirection()),
            xyz(position.Direction()))


def _across(point: Vector, origin: Vector, axis: Vector) -> tuple[float, float]:
    """Distance of a point from an axis, and its height along it."""
    away = minus(point, origin)
    beside = cross(away, axis)
    return sqrt(dot(beside, beside)), dot(away, axis)
