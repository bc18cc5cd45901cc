"""Rows of the table of edges: what each is, how long, and where; read in bulk."""

from __future__ import annotations

from functools import cache
from math import comb
from typing import Any

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.GCPnts import GCPnts_AbscissaPoint
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopoDS import TopoDS
from scipy.special import ellipeinc

from configurator.geometry.answers import EdgeRow

from .face_rows import nearest, positive, rounded, triples
from .outlines import bernstein
from .polylines import xyz
from .records import Kind, Records, records_in_place
from .survey import Survey
from .traces import Bundle, laid_out

_CLOSE = 1e-11
"""mm; error of a length."""
_ROUND = 1e-12
"""Relative; an ellipse that is rounder is a circle."""


def edge_rows(found: Survey) -> list[EdgeRow | None]:
    """A row for each edge of a solid, by its number less one; None for an edge that is only a point."""
    rows = list[EdgeRow | None]([None] * len(found.edges))
    known = records_in_place(found.solid)
    if known is not None and _in_order(known, found):
        for bundle in laid_out(known).edges:
            for index, row in zip(bundle.which.tolist(), _bundled(bundle), strict=True):
                rows[index] = row
    for index, edge in enumerate(found.edges):
        if rows[index] is None and not edge.degenerate:
            rows[index] = _by_kernel(BRepAdaptor_Curve(TopoDS.Edge_s(found.known.FindKey(index + 1))))
    return rows


def _in_order(known: Records, found: Survey) -> bool:
    """Whether records and map tell the same edges in the same order: both walk from face to face, along their wires."""
    places = [each[1:] for each in known.edges.vertices]
    return len(known.edges.rows) == len(found.edges) and all(
        edge.degenerate or edge.ends == (places[int(row[4])], places[int(row[5])])
        for row, edge in zip(known.edges.rows, found.edges, strict=True))


def _bundled(bundle: Bundle) -> list[EdgeRow]:
    numbers, spans = bundle.numbers, bundle.last - bundle.first
    if bundle.kind == Kind.CIRCLE:
        return _round(numbers[:, 0], numbers[:, 1], numbers[:, 2], bundle.first, bundle.last)
    if bundle.kind == Kind.LINE:
        return _straight(numbers[:, 0], numbers[:, 1] * spans[:, None])
    if bundle.kind == Kind.SPLINE:
        parts = bundle.polynomials()
        lengths = np.bincount(np.searchsorted(bundle.which, parts.which), polynomial_lengths(parts.numbers))
        return [EdgeRow("curve", length) for length in rounded(lengths)]
    if numbers.shape[1] == 2:
        return _straight(numbers[:, 0], numbers[:, 1] - numbers[:, 0])
    return [EdgeRow("curve", length) for length in rounded(polynomial_lengths(numbers))]


def _straight(places: Any, ways: Any) -> list[EdgeRow]:
    """Of lines from points (m, 3) along ways (m, 3)."""
    lengths = np.sqrt((ways**2).sum(axis=1))
    ways = ways / lengths[:, None]
    return [EdgeRow("line", length, None, None, *each) for length, *each in
            zip(rounded(lengths), triples(nearest(places, ways)), positive(ways), strict=True)]


def _round(centres: Any, xs: Any, ys: Any, first: Any, last: Any) -> list[EdgeRow]:
    """Of circles and ellipses: centres (m, 3), half diameters across each other (m, 3), the angles that they run between."""
    radii = np.sqrt(np.array([(xs**2).sum(axis=1), (ys**2).sum(axis=1)]))
    axes = np.cross(xs, ys) / (radii[0] * radii[1])[:, None]
    (short, long), turns = np.sort(radii, axis=0), np.where(radii[0] < radii[1], 0.0, np.pi / 2)
    alike = long - short < _ROUND * long
    flat = np.where(alike, 0.0, 1 - (short / long)**2)
    # the speed at t is long * sqrt(1 - flat * cos(t)**2) where X is the longer one, else with the sine
    lengths = long * (ellipeinc(last + turns, flat) - ellipeinc(first + turns, flat))
    diameters = rounded(2 * np.column_stack([long, short]))
    return [EdgeRow("circle", length, of[0], None, *each) if circle else EdgeRow("ellipse", length, None, (of[0], of[1]), *each)
            for circle, length, of, *each in zip(alike.tolist(), rounded(lengths), diameters, triples(centres),
                                                 positive(axes), strict=True)]


def polynomial_lengths(poles: Any) -> Any:
    """(m,) mm, of polynomials with poles (m, n, 3), by two rules of Gauss-Legendre: halved where these disagree."""
    total, which = np.zeros(len(poles)), np.arange(len(poles))
    halves = _halves(poles.shape[1] - 1)
    for _ in range(40):
        rough, close = _summed(poles, 10), _summed(poles, 16)
        open_ones = np.abs(close - rough) > _CLOSE
        total += np.bincount(which[~open_ones], close[~open_ones], len(total))
        if not open_ones.any():
            return total
        poles, which = np.concatenate([each @ poles[open_ones] for each in halves]), np.tile(which[open_ones], 2)
    return total + np.bincount(which, _summed(poles, 16), len(total))


def _summed(poles: Any, count: int) -> Any:
    values, weights = _rule(poles.shape[1] - 1, count)
    ways = values @ poles
    return np.sqrt(np.einsum("ijk,ijk->ij", ways, ways)) @ weights


@cache
def _rule(degree: int, count: int) -> tuple[Any, Any]:
    """(count, degree + 1) what takes poles to derivatives over 0 to 1, and weights (count,)."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return bernstein(degree - 1, (nodes + 1) / 2) @ (np.diff(np.eye(degree + 1), axis=0) * degree), weights / 2


@cache
def _halves(degree: int) -> tuple[Any, Any]:
    """(degree + 1, degree + 1) each: what takes poles to those of the first and the second half."""
    first = np.array([[comb(i, j) / 2**i for j in range(degree + 1)] for i in range(degree + 1)])
    return first, first[::-1, ::-1]


def _by_kernel(curve: Any) -> EdgeRow:
    """One edge as the kernel tells it."""
    kind, first, last = curve.GetType(), curve.FirstParameter(), curve.LastParameter()
    if kind == GeomAbs_CurveType.GeomAbs_Line:
        line = curve.Line()
        return _straight(_row(line.Location()), _row(line.Direction()) * (last - first))[0]
    if kind in (GeomAbs_CurveType.GeomAbs_Circle, GeomAbs_CurveType.GeomAbs_Ellipse):
        circle = kind == GeomAbs_CurveType.GeomAbs_Circle
        shape = curve.Circle() if circle else curve.Ellipse()
        long, short = (shape.Radius(),) * 2 if circle else (shape.MajorRadius(), shape.MinorRadius())
        at = shape.Position()
        return _round(_row(at.Location()), long * _row(at.XDirection()), short * _row(at.YDirection()),
                      np.array([first]), np.array([last]))[0]
    # without a tolerance the kernel takes a few points, and is off by up to a tenth
    return EdgeRow("curve", rounded(GCPnts_AbscissaPoint.Length_s(curve, _CLOSE)))


def _row(point: Any) -> Any:
    """(1, 3)."""
    return np.array([xyz(point)])
