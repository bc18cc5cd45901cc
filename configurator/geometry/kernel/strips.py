"""Triangles of faces that lie between two lines, made directly: whole turns, patches of cylinders and cones, flat faces.

The kernel's mesher takes milliseconds for each of them, and more rows than the surface needs. A face that is none of
these is left to it. Neighbours share the points of their edges bit by bit, whoever made them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, pi, sin, sqrt
from typing import Any, Protocol

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepTools import BRepTools_WireExplorer
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Pnt, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopoDS import TopoDS, TopoDS_Iterator

from .polylines import BOTH_WAYS, TURN, Edge, Fineness, Vector, cross, dot, minus, xyz
from .shapes import sub_shapes
from .triangulation import FaceMesh

_SAME = 1e-6  # mm
_STRAIGHT = (GeomAbs_SurfaceType.GeomAbs_Cylinder, GeomAbs_SurfaceType.GeomAbs_Cone)
_BENT = (GeomAbs_SurfaceType.GeomAbs_Torus, GeomAbs_SurfaceType.GeomAbs_Sphere,
         GeomAbs_SurfaceType.GeomAbs_SurfaceOfRevolution)
_BEND = 0.3
"""rad between rows along a meridian; shading uses the exact normals."""


class Plan(Protocol):
    """How one face becomes triangles. `keys` name its edges, seams excluded."""

    keys: list[int]
    bent: bool
    """Whether the surface bends both ways."""

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int) -> FaceMesh | None:
        """Triangles and outward normals between the edges' points (n, 3); None if it cannot be cut like this."""


def plan(face: Any, known: Any, edges: list[Edge]) -> Plan | None:
    """How to cut a face whose edges are numbered in the map `known` and told by `edges`; None for the kernel's mesher."""
    if not face.Location().IsIdentity():
        return None
    surface = BRepAdaptor_Surface(face)
    kind = surface.GetType()
    outward = -1.0 if face.Orientation() == TopAbs_REVERSED else 1.0
    if kind == GeomAbs_SurfaceType.GeomAbs_Plane:
        return _flat(face, surface.Plane().Position(), outward, known, edges)
    if kind in _STRAIGHT or kind in _BENT:
        return _turned(face, surface, outward, known)
    return None


# --- flat faces


@dataclass
class _Flat:
    loops: list[list[tuple[int, bool]]]
    axes: Any
    keys: list[int]
    bent = False

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int) -> FaceMesh | None:  # noqa: ARG002
        if len(self.loops) == 1 and sum(len(lines[key]) - 1 for key in self.keys) <= 4:
            return self._small(lines)
        loops = [np.concatenate([(lines[key] if forward else lines[key][::-1])[:-1] for key, forward in loop])
                 for loop in self.loops]
        flat = [loop @ self.axes[:2].T for loop in loops]
        areas = [_area(loop) for loop in flat]
        loops, flat = ([loop if area > 0 else loop[::-1] for loop, area in zip(each, areas, strict=True)]
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
            count = len(loops[0])
            nodes, every = np.concatenate([loops[0], loops[0].mean(axis=0)[None]]), np.arange(count, dtype=np.int32)
            triangles = np.column_stack([every, np.roll(every, -1), np.full(count, count, dtype=np.int32)])
        corners = (nodes @ self.axes[:2].T)[triangles]
        first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        if not (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] > 0).all():  # then they are no tiling
            return None
        return FaceMesh(nodes, np.broadcast_to(self.axes[2], nodes.shape), triangles)

    def _small(self, lines: dict[int, Any]) -> FaceMesh | None:
        """Three or four corners, in plain numbers: arrays of so few take longer."""
        ends = [(lines[key] if forward else lines[key][::-1])[:-1] for key, forward in self.loops[0]]
        corners = [point for each in ends for point in each.tolist()]
        (x0, y0, z0), normal = corners[0], self.axes[2].tolist()
        ways = [(x - x0, y - y0, z - z0) for x, y, z in corners[1:]]
        turns = [dot(cross(one, two), normal) for one, two in pairwise(ways)]
        if not (turns and (min(turns) > 0 or max(turns) < 0)):
            return None
        nodes = np.array(corners if turns[0] > 0 else corners[::-1])
        return FaceMesh(nodes, np.broadcast_to(self.axes[2], nodes.shape), _FANS[len(corners)])


_FANS = {count: np.array([[0, i, i + 1] for i in range(1, count - 1)], dtype=np.int32) for count in (3, 4)}

def _flat(face: Any, position: Any, outward: float, known: Any, edges: list[Edge]) -> Plan | None:
    forward = face.Oriented(TopAbs_FORWARD)
    wires = sub_shapes(forward, TopAbs_WIRE)
    if len(wires) > 2:
        return None
    loops = [_in_order(wire, known, edges) for wire in wires]
    keys = [key for loop in loops for key, _ in loop]
    if len(keys) != len(set(keys)) or any(edges[key - 1].other for key in keys):
        return None
    x, y = xyz(position.XDirection()), xyz(position.YDirection())
    y = (y[0] * outward, y[1] * outward, y[2] * outward)
    return _Flat(loops, np.array([x, y, cross(x, y)]), keys)


def _in_order(wire: Any, known: Any, edges: list[Edge]) -> list[tuple[int, bool]]:
    """Edges of a wire along it, and whether they run forward. Mostly they are stored so; sorting takes four times as long."""
    loop, parts = [], TopoDS_Iterator(wire)
    while parts.More():
        edge = parts.Value()
        loop.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        parts.Next()
    ends = [edges[key - 1].ends if forward else edges[key - 1].ends[::-1] for key, forward in loop]
    if all(ends[i - 1][1] == ends[i][0] for i in range(len(ends))):
        return loop
    loop, sorted_ = [], BRepTools_WireExplorer(TopoDS.Wire_s(wire))
    while sorted_.More():
        edge = sorted_.Current()
        loop.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        sorted_.Next()
    return loop


def _area(loop: Any) -> float:
    x, y = loop.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _from_left(loop: Any) -> tuple[int, Any] | None:
    """Where a loop around the origin begins by angle, and its angles from there on; None if it turns back."""
    angles = _after_back(np.arctan2(loop[:, 1], loop[:, 0]))
    first = int(np.argmin(angles))
    angles = np.roll(angles, -first)
    return (first, angles) if (np.diff(angles) > 0).all() else None


def _after_back(angles: Any) -> Any:
    """Angles in (-pi, pi]: a point behind the axis comes last in every row, whatever its rounding."""
    return np.where(angles < -pi + 1e-9, angles + 2 * pi, angles)


# --- whole turns and patches


@dataclass
class _Turned:
    surface: Any
    outward: float
    frame: Any
    """Origin, X, Y, axis; (4, 3)."""
    rims: list[int | None]
    """Edges at the least and the greatest v; None for a pole, or where a torus meets itself."""
    whole: bool
    bent: bool
    keys: list[int]
    _slope: tuple[float, float] | None = None

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int) -> FaceMesh | None:
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
            triangles.append(strip(low, high, closed=self.whole) + start)
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
            angles = _after_back(angles)
            order = np.argsort(angles)
            return line[order], angles[order]
        first = self.surface.FirstUParameter() - 1e-6
        angles = first + (angles - first) % (2 * pi)
        return (line, angles) if angles[-1] > angles[0] else (line[::-1], angles[::-1])

    def _vs(self, fineness: Fineness) -> list[float]:
        low, high = self.surface.FirstVParameter(), self.surface.LastVParameter()
        if self.surface.GetType() in _STRAIGHT:
            return [low, high]
        kind = self.surface.GetType()
        radius = (self.surface.Sphere().Radius() if kind == GeomAbs_SurfaceType.GeomAbs_Sphere else
                  self.surface.Torus().MinorRadius() if kind == GeomAbs_SurfaceType.GeomAbs_Torus else
                  self.surface.BasisCurve().Circle().Radius())
        count = max(ceil((high - low) / (fineness.rows * fineness.step(radius, 1 - BOTH_WAYS, _BEND))), 2)
        return [low + (high - low) * i / count for i in range(count)] + [high]

    def _meridian(self, v: float, low: float, high: float) -> tuple[Any, Any]:
        """(distance from the axis, height) of a row, and the normal in the same two directions."""
        if self.surface.GetType() in _STRAIGHT:
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


def _turned(face: Any, surface: Any, outward: float, known: Any) -> Plan | None:
    kind = surface.GetType()
    frame = _frame(surface)
    if frame is None:
        return None
    origin, _, _, axis = frame
    whole = surface.LastUParameter() - surface.FirstUParameter() > TURN
    if len(sub_shapes(face, TopAbs_WIRE)) != 1 or (not whole and kind not in _STRAIGHT):
        return None
    rims: list[int | None] = [None, None]
    sides = []
    ends = [_across(xyz(surface.Value(surface.FirstUParameter(), v)), origin, axis)
            for v in (surface.FirstVParameter(), surface.LastVParameter())]
    for edge in map(TopoDS.Edge_s, sub_shapes(face, TopAbs_EDGE)):
        if BRep_Tool.Degenerated_s(edge) or BRep_Tool.IsClosed_s(edge, face):
            continue
        curve = BRepAdaptor_Curve(edge)
        if curve.GetType() == GeomAbs_CurveType.GeomAbs_Line and not whole:
            sides.append(known.FindIndex(edge))
            continue
        if (curve.GetType() != GeomAbs_CurveType.GeomAbs_Circle
                or whole != (curve.LastParameter() - curve.FirstParameter() > TURN)):
            return None
        circle = curve.Circle()
        aside, height = _across(xyz(circle.Location()), origin, axis)
        place = next((i for i in (0, 1) if rims[i] is None and abs(ends[i][1] - height) < _SAME
                      and abs(ends[i][0] - circle.Radius()) < _SAME), None)
        if place is None or aside > _SAME or abs(abs(dot(xyz(circle.Axis().Direction()), axis)) - 1) > 1e-12:
            return None
        rims[place] = known.FindIndex(edge)
    around_itself = (kind == GeomAbs_SurfaceType.GeomAbs_Torus and rims == [None, None]
                     and surface.LastVParameter() - surface.FirstVParameter() > TURN)
    if not around_itself and any(rims[i] is None and ends[i][0] > 1e-9 for i in (0, 1)):  # no edge, and no pole
        return None
    if not whole and (len(sides) != 2 or None in rims):
        return None
    keys = [key for key in rims if key is not None] + sides
    return _Turned(surface, outward, np.array(frame), rims, whole, kind in _BENT, keys)


def _frame(surface: Any) -> tuple[Vector, Vector, Vector, Vector] | None:
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


def crossed(a: Any, b: Any) -> Any:
    """Cross products of (n, 3) and (n, 3). numpy's own is slow for few."""
    return a[:, [1, 2, 0]] * b[:, [2, 0, 1]] - a[:, [2, 0, 1]] * b[:, [1, 2, 0]]


@lru_cache(maxsize=64)
def _even(n: int) -> Any:
    return _merged(np.arange(n), np.arange(n), closed=False)


def strip(low: Any, high: Any, *, closed: bool) -> Any:
    """(m, 3) int32: triangles between two rows of points by rising angle, the second row numbered after the first.

    Each step along either row makes one, in the order of the steps' middles. Left of the way along the first row lies
    the second. `closed`: the rows go once around.
    """
    if len(low) == len(high) and not closed:
        return _even(len(low))
    return _merged(low, high, closed=closed)


def _merged(low: Any, high: Any, *, closed: bool) -> Any:
    n, m = len(low), len(high)
    ends = [np.concatenate([row, row[:1] + 2 * pi]) if closed else row for row in (low, high)]
    middles = [(row[1:] + row[:-1]) / 2 for row in ends]
    order = np.argsort(np.concatenate(middles), kind="stable")
    on_low = order < len(middles[0])
    i: Any = np.cumsum(on_low) - on_low  # where each row stands before the step
    j: Any = np.cumsum(~on_low) - ~on_low
    ahead = np.where(on_low, (i + 1) % n, n + (j + 1) % m)
    return np.column_stack([i % n, ahead, n + j % m]).astype(np.int32)
