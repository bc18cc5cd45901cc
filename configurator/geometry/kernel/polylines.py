"""Edges as points: lines and circles cut into pieces that their neighbours share, and vectors as plain numbers."""

from __future__ import annotations

from math import acos, ceil, pi
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS

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


class Edge(NamedTuple):
    """What strips need to know of an edge."""

    ends: tuple[Vector, Vector]
    arc: tuple[Vector, Vector, Vector, float, float, float] | None
    """Of a circle: centre, X, Y, radius, first and last parameter."""
    other: bool = False
    """Neither line nor circle: no strip has it."""

    @property
    def whole(self) -> bool:
        """Whether it is a whole circle."""
        return self.arc is not None and self.arc[5] - self.arc[4] > TURN

    def points(self, fineness: Fineness, around: int, share: float) -> Any | None:
        """(n, 3) points along it, `around` for a whole circle; None if it is neither line nor circle."""
        if self.other:
            return None
        if self.arc is None:
            return np.array(self.ends)
        centre, x, y, radius, first, last = self.arc
        count = around if self.whole else max(ceil((last - first) / fineness.step(radius, share, 5 * fineness.angle)), 1)
        ts = first + (last - first) / count * np.arange(count + 1)
        points = np.column_stack([np.cos(ts), np.sin(ts)]) @ (np.array([x, y]) * radius) + centre
        points[0], points[-1] = self.ends
        return points


def edges_of(known: Any) -> list[Edge]:
    """Every edge of a map, in its order."""
    return [_edge(TopoDS.Edge_s(known.FindKey(key))) for key in range(1, known.Extent() + 1)]


def _edge(edge: Any) -> Edge:
    if BRep_Tool.Degenerated_s(edge):
        return Edge(((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)), None, True)
    curve = BRepAdaptor_Curve(edge)
    kind = curve.GetType()
    ends = (xyz(BRep_Tool.Pnt_s(TopExp.FirstVertex_s(edge))), xyz(BRep_Tool.Pnt_s(TopExp.LastVertex_s(edge))))
    if kind != GeomAbs_CurveType.GeomAbs_Circle:
        return Edge(ends, None, kind != GeomAbs_CurveType.GeomAbs_Line)
    circle = curve.Circle()
    position = circle.Position()
    return Edge(ends, (xyz(position.Location()), xyz(position.XDirection()), xyz(position.YDirection()), circle.Radius(),
                       curve.FirstParameter(), curve.LastParameter()))


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
