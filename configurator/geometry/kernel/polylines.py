"""Edges as points: lines, circles and other curves cut into pieces that their neighbours share; vectors as plain numbers."""

from __future__ import annotations

from functools import lru_cache
from math import acos, ceil, pi, sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.BRepTools import BRepTools_WireExplorer
from OCP.GCPnts import GCPnts_TangentialDeflection
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopAbs import TopAbs_FORWARD
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS, TopoDS_Iterator

from .outlines import bernstein

Vector: TypeAlias = tuple[float, float, float]
TURN = 2 * pi - 1e-9
"""rad; what is longer is a whole circle."""
ANGLE = 0.07
"""rad between neighbouring facets around a circle: every section of a turned part loses the same 0.08 % of its area."""
BOTH_WAYS = 0.75
"""What a surface that bends both ways leaves of the chord error to its circles; its meridians have the rest."""


class Fineness(NamedTuple):
    """How fine to cut: chord error, mm; rad between points of a circle; what rows along a meridian
    have of the distance that these allow."""

    chord: float
    angle: float
    rows: float = 1.0

    def step(self, radius: float, share: float, most: float) -> float:
        """rad between points of a circle, if `share` of the chord error is its own."""
        return min(most, 2 * acos(max(1 - share * self.chord / radius, -1.0)))


class Bend(NamedTuple):
    """An edge that is one polynomial over 0 to 1."""

    poles: Any
    """(n, 3)."""
    sharp: float
    """Greatest second derivative, mm."""
    turn: float
    """rad that it turns through, all in all."""
    swept: Vector
    """Half the integral of the place times the way, mm2."""


class Edge(NamedTuple):
    """What is needed to know of an edge so as to cut it into pieces."""

    ends: tuple[Vector, Vector]
    arc: tuple[Vector, Vector, Vector, float, float, float] | None = None
    """Of a circle: centre, X, Y, radius, first and last parameter."""
    bend: Bend | None = None
    other: Any = None
    """The kernel's curve, if it is no line, circle or polynomial."""
    degenerate: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is a whole circle."""
        return self.arc is not None and self.arc[5] - self.arc[4] > TURN

    @property
    def straight(self) -> bool:
        """Whether it is a line."""
        return self.arc is None and self.bend is None and self.other is None

    def points(self, fineness: Fineness, around: int, share: float) -> Any:
        """(n, 3) points along it, `around` for a whole circle."""
        if self.bend is not None:
            return self._along(self.bend, fineness, share)
        if self.other is not None:
            return self._by_kernel(fineness, share)
        if self.arc is None:
            return np.array(self.ends)
        centre, x, y, radius, first, last = self.arc
        count = around if self.whole else max(ceil((last - first) / fineness.step(radius, share, 5 * fineness.angle)), 1)
        ts = first + (last - first) / count * np.arange(count + 1)
        points = np.column_stack([np.cos(ts), np.sin(ts)]) @ (np.array([x, y]) * radius) + centre
        points[0], points[-1] = self.ends
        return points

    def _along(self, bend: Bend, fineness: Fineness, share: float) -> Any:
        count = max(ceil(sqrt(bend.sharp / (8 * share * fineness.chord))), ceil(bend.turn / (3 * fineness.angle)), 1)
        points = _even(len(bend.poles) - 1, count)[0] @ bend.poles
        points[0], points[-1] = self.ends
        return points

    def _by_kernel(self, fineness: Fineness, share: float) -> Any:
        found = GCPnts_TangentialDeflection(self.other, 3 * fineness.angle, share * fineness.chord)
        points = np.array([found.Value(i).Coord() for i in range(1, found.NbPoints() + 1)])
        points[0], points[-1] = self.ends
        return points

    def tangents(self, count: int) -> Any:
        """(count, 3) along the edge at its `count` points, not of unit length; of lines and polynomials."""
        if self.bend is None:
            return np.subtract(self.ends[1], self.ends[0])[None].repeat(count, axis=0)
        return _even(len(self.bend.poles) - 1, count - 1)[1] @ self.bend.poles

    @property
    def swept(self) -> Vector:
        """Half the integral of place x way along it, mm2: around a flat face they add up to its area times its normal."""
        if self.bend is not None:
            return self.bend.swept
        one, two = self.ends
        if self.arc is None:
            x, y, z = cross(one, two)
            return x / 2, y / 2, z / 2
        centre, x_axis, y_axis, radius, first, last = self.arc
        across, normal = cross(centre, minus(two, one)), cross(x_axis, y_axis)
        share = radius**2 * (last - first)
        return tuple((across[i] + share * normal[i]) / 2 for i in range(3))  # type: ignore[return-value]

    def is_even(self, row: Any) -> bool:
        """Whether points are the polynomial's own at even steps."""
        assert self.bend is not None
        return bool(np.abs(_even(len(self.bend.poles) - 1, len(row) - 1)[0] @ self.bend.poles - row).max() < 1e-5)

    def middle(self) -> Any:
        """(3,) the point halfway, of lines and polynomials."""
        if self.bend is None:
            return np.mean(self.ends, axis=0)
        return _even(len(self.bend.poles) - 1, 2)[0][1] @ self.bend.poles


@lru_cache(maxsize=256)
def _even(degree: int, count: int) -> tuple[Any, Any, Any]:
    """(count + 1, degree + 1) each: what takes the poles to even points, to first and to second derivatives there."""
    ts, first = np.arange(count + 1) / count, np.diff(np.eye(degree + 1), axis=0) * degree
    second = np.diff(first, axis=0) * (degree - 1)
    return (bernstein(degree, ts), bernstein(degree - 1, ts) @ first,
            bernstein(max(degree - 2, 0), ts) @ second if degree > 1 else np.zeros((count + 1, degree + 1)))


def edges_of(known: Any) -> list[Edge]:
    """Every edge of a map, in its order."""
    edges = [_edge(TopoDS.Edge_s(known.FindKey(key))) for key in range(1, known.Extent() + 1)]
    polynomials: dict[int, list[int]] = {}
    for index, edge in enumerate(edges):
        if edge.bend is not None:
            polynomials.setdefault(len(edge.bend.poles), []).append(index)
    for count, indices in polynomials.items():
        poles = np.array([bend.poles for i in indices if (bend := edges[i].bend)])
        _, first, second = _even(count - 1, 4 * count)
        sharp = np.sqrt(((second @ poles) ** 2).sum(axis=2)).max(axis=1)
        ways = first @ poles
        ways /= np.maximum(np.sqrt((ways**2).sum(axis=2)), 1e-12)[:, :, None]
        turns = np.arccos(np.clip(np.einsum("ijk,ijk->ij", ways[:, 1:], ways[:, :-1]), -1, 1)).sum(axis=1)
        areas = _swept(poles).tolist()
        for row, index in enumerate(indices):
            edges[index] = edges[index]._replace(bend=Bend(poles[row], float(sharp[row]), float(turns[row]), areas[row]))
    return edges


def _swept(poles: Any) -> Any:
    """(m, 3) half the integrals of place x way along (m, n, 3) polynomials: Gauss-Legendre, exact."""
    degree = poles.shape[1] - 1
    nodes, weights = np.polynomial.legendre.leggauss(degree)
    ts = (nodes + 1) / 2
    places = bernstein(degree, ts) @ poles
    ways = bernstein(degree - 1, ts) @ np.diff(poles, axis=1) * degree
    return np.einsum("i,jik->jk", weights / 4, np.cross(places, ways))


def _edge(edge: Any) -> Edge:
    if BRep_Tool.Degenerated_s(edge):
        return Edge(((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)), degenerate=True)
    curve = BRepAdaptor_Curve(edge)
    kind = curve.GetType()
    ends = (BRep_Tool.Pnt_s(TopExp.FirstVertex_s(edge)).Coord(), BRep_Tool.Pnt_s(TopExp.LastVertex_s(edge)).Coord())
    if kind == GeomAbs_CurveType.GeomAbs_Line:
        return Edge(ends)
    if kind == GeomAbs_CurveType.GeomAbs_Circle:
        circle = curve.Circle()
        position = circle.Position()
        return Edge(ends, (xyz(position.Location()), xyz(position.XDirection()), xyz(position.YDirection()),
                           circle.Radius(), curve.FirstParameter(), curve.LastParameter()))
    poles = _polynomial(curve, kind)
    if poles is None:
        return Edge(ends, other=curve)
    return Edge(ends) if len(poles) == 2 else Edge(ends, bend=Bend(poles, 0.0, 0.0, (0.0, 0.0, 0.0)))


def _polynomial(curve: Any, kind: Any) -> list[Vector] | None:
    """Poles of a single polynomial that is used whole; None for any other curve."""
    if kind == GeomAbs_CurveType.GeomAbs_BezierCurve:
        shape, first, last = curve.Bezier(), 0.0, 1.0
    elif kind == GeomAbs_CurveType.GeomAbs_BSplineCurve and curve.NbKnots() == 2 and not curve.IsPeriodic():
        shape = curve.BSpline()
        first, last = shape.Knot(1), shape.Knot(2)
    else:
        return None
    if shape.IsRational() or abs(curve.FirstParameter() - first) > 1e-9 or abs(curve.LastParameter() - last) > 1e-9:
        return None
    return [shape.Pole(i).Coord() for i in range(1, shape.NbPoles() + 1)]


def loops_of(face: Any, known: Any, edges: list[Edge]) -> list[list[tuple[int, bool]]]:
    """Wires of a face, which runs on their left seen against its surface's normal."""
    loops, wires = [], TopoDS_Iterator(face.Oriented(TopAbs_FORWARD))
    while wires.More():
        loops.append(_in_order(wires.Value(), known, edges))
        wires.Next()
    return loops


def _in_order(wire: Any, known: Any, edges: list[Edge]) -> list[tuple[int, bool]]:
    """Edges of a wire along it, and whether they run forward. Mostly they are stored so; sorting takes four times as long."""
    loop, parts = [], TopoDS_Iterator(wire)
    while parts.More():
        edge = parts.Value()
        loop.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        parts.Next()
    key, forward = loop[-1]
    last = edges[key - 1].ends[forward]
    for key, forward in loop:
        ends = edges[key - 1].ends
        if ends[not forward] != last:
            break
        last = ends[forward]
    else:
        return loop
    loop, sorted_ = [], BRepTools_WireExplorer(TopoDS.Wire_s(wire))
    while sorted_.More():
        edge = sorted_.Current()
        loop.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        sorted_.Next()
    return loop


def line_of(loop: list[tuple[int, bool]], lines: dict[int, Any]) -> Any:
    """(n, 3) points along a wire, once around."""
    return np.concatenate([(lines[key] if forward else lines[key][::-1])[:-1] for key, forward in loop])


def after_back(angles: Any) -> Any:
    """Angles in (-pi, pi]: a point behind the axis comes last in every row, whatever its rounding."""
    return np.where(angles < -pi + 1e-9, angles + 2 * pi, angles)


def xyz(point: Any) -> Vector:
    """Coordinates of a point, vector or direction of the kernel."""
    return point.X(), point.Y(), point.Z()


def minus(a: Vector, b: Vector) -> Vector:
    """a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def cross(a: Any, b: Any) -> Vector:
    """Cross product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def dot(a: Any, b: Any) -> float:
    """Scalar product."""
    return float(a[0] * b[0] + a[1] * b[1] + a[2] * b[2])
