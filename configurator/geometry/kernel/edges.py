"""Edges of a solid, read out of the kernel in bulk."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from OCP.BinTools import BinTools_CurveSet
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.Geom import Geom_BezierCurve, Geom_Line
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS, TopoDS_Vertex
from OCP.TopTools import TopTools_IndexedMapOfShape

from configurator.errors import BuildFailed

from .outlines import bernstein
from .polylines import Bend, Edge, Vector, even, xyz
from .splines import SplineCurve

_NOWHERE = (0.0, 0.0, 0.0)
_BEZIER = 6  # BinTools (OCCT 7.9): a byte each for this and "rational", two for the degree, then the poles


def edges_of(known: Any) -> list[Edge]:
    """Every edge of a map, in its order."""
    vertices, places = TopTools_IndexedMapOfShape(), list[Vector]()
    one, two = TopoDS_Vertex(), TopoDS_Vertex()
    edges, beziers, polynomials = list[Edge](), list[Any](), dict[int, list[tuple[int, Any]]]()
    of_beziers = list[int]()
    for index in range(known.Extent()):
        shape = TopoDS.Edge_s(known.FindKey(index + 1))
        TopExp.Vertices_s(shape, one, two)
        first, last = vertices.Add(one), vertices.Add(two)
        for place, end in ((first, one), (last, two)):
            if place > len(places):
                places.append(BRep_Tool.Pnt_s(end).Coord())
        ends = places[first - 1], places[last - 1]
        curve = BRep_Tool.Curve_s(shape, 0.0, 1.0)
        kind = type(curve)
        if kind is Geom_Line:
            edges.append(Edge(ends))
        elif kind is Geom_BezierCurve and not curve.IsRational() and BRep_Tool.Range_s(shape) == (0.0, 1.0):
            edges.append(Edge(ends))
            beziers.append(curve)
            of_beziers.append(index)
        else:
            edge, poles = _edge(shape, ends)
            edges.append(edge)
            if poles is not None:
                polynomials.setdefault(len(poles), []).append((index, poles))
    for index, poles in zip(of_beziers, _poles(beziers), strict=True):
        polynomials.setdefault(len(poles), []).append((index, poles))
    for count, found in polynomials.items():
        if count > 2:
            for (index, _), bend in zip(found, _bends(np.array([poles for _, poles in found])), strict=True):
                edges[index] = Edge(edges[index].ends, bend=bend)
    return edges


def _edge(shape: Any, ends: tuple[Vector, Vector]) -> tuple[Edge, list[Vector] | None]:
    """An edge that is no line, and its poles if it is a polynomial."""
    if BRep_Tool.Degenerated_s(shape):
        return Edge((_NOWHERE, _NOWHERE), degenerate=True), None
    curve = BRepAdaptor_Curve(shape)
    kind = curve.GetType()
    if kind == GeomAbs_CurveType.GeomAbs_Circle:
        circle = curve.Circle()
        position = circle.Position()
        return Edge(ends, (xyz(position.Location()), xyz(position.XDirection()), xyz(position.YDirection()),
                           circle.Radius(), curve.FirstParameter(), curve.LastParameter())), None
    if kind == GeomAbs_CurveType.GeomAbs_Line:
        return Edge(ends), None
    poles = _polynomial(curve, kind)
    return (Edge(ends, other=curve, spline=_spline(curve, kind)) if poles is None else Edge(ends)), poles


def _spline(curve: Any, kind: Any) -> SplineCurve | None:
    """A curve of several polynomials that is used whole; None for any other."""
    if kind != GeomAbs_CurveType.GeomAbs_BSplineCurve:
        return None
    shape = curve.BSpline()
    if shape.IsRational() or shape.IsPeriodic() or max(abs(curve.FirstParameter() - shape.FirstParameter()),
                                                       abs(curve.LastParameter() - shape.LastParameter())) > 1e-9:
        return None
    knots = [shape.Knot(i) for i in range(1, shape.NbKnots() + 1) for _ in range(shape.Multiplicity(i))]
    poles = np.array([shape.Pole(i).Coord() for i in range(1, shape.NbPoles() + 1)])
    return SplineCurve(poles, np.array(knots)) if len(knots) == len(poles) + shape.Degree() + 1 else None


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


def _poles(beziers: list[Any]) -> list[Any]:
    """(n, 3) poles of each. Asking for them one by one takes twenty times as long as reading what the kernel would save."""
    curves, stream = BinTools_CurveSet(), BytesIO()
    places = [curves.Add(curve) for curve in beziers]
    curves.Write(stream)
    data = stream.getvalue()
    at, found = data.find(b"\n") + 1, list[Any]()
    while at < len(data):
        count = data[at + 2] + 1
        if data[at] != _BEZIER or data[at + 1] or data[at + 3] or at + 4 + 24 * count > len(data):
            raise BuildFailed("the kernel's binary format is not the one this program knows (BinTools of OCCT 7.9)")
        found.append(np.frombuffer(data, "<f8", 3 * count, at + 4).reshape(count, 3))
        at += 4 + 24 * count
    return [found[place - 1] for place in places]


def _bends(poles: Any) -> list[Bend]:
    """What there is to know of polynomials of one degree, (m, n, 3) poles."""
    count = poles.shape[1]
    _, first, second = even(count - 1, 4 * count)
    sharp = np.sqrt(((second @ poles) ** 2).sum(axis=2)).max(axis=1).tolist()
    ways = first @ poles
    ways /= np.maximum(np.sqrt((ways**2).sum(axis=2)), 1e-12)[:, :, None]
    turns = np.arccos(np.clip(np.einsum("ijk,ijk->ij", ways[:, 1:], ways[:, :-1]), -1, 1)).sum(axis=1).tolist()
    middles = (bernstein(count - 1, np.array([0.5])) @ poles)[:, 0].tolist()
    return [Bend(row, bent, turn, (swept[0], swept[1], swept[2]), (middle[0], middle[1], middle[2])) for row, bent, turn,
            swept, middle in zip(poles, sharp, turns, _swept(poles).tolist(), middles, strict=True)]


def _swept(poles: Any) -> Any:
    """(m, 3) half the integrals of place x way along (m, n, 3) polynomials: Gauss-Legendre, exact."""
    degree = poles.shape[1] - 1
    nodes, weights = np.polynomial.legendre.leggauss(degree)
    ts = (nodes + 1) / 2
    places = bernstein(degree, ts) @ poles
    ways = bernstein(degree - 1, ts) @ np.diff(poles, axis=1) * degree
    return np.einsum("i,jik->jk", weights / 4, np.cross(places, ways))
