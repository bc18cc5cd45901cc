"""The edges along which a cylinder about Z cuts planes and other cylinders: exact, or one polynomial."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin
from typing import Any, NamedTuple

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.Geom import Geom_Circle, Geom_CylindricalSurface, Geom_Ellipse, Geom_Line
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax2, gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopoDS import TopoDS

from .polynomials import CLOSE, NODES, STATIONS, fitted, spline, spline2d
from .topology import CONFUSION, edge, trace

_LEVEL = 1e-12


class Unsure(Exception):
    """Not certain to be a cut of this kind."""


class Chord(NamedTuple):
    """A cut edge, oriented, and its trace on the cylinder, whose u is counted from -Y and whose v is z."""

    edge: Any
    start: Any
    end: Any
    on_cylinder: Any
    tolerance: float = CONFUSION

    def reversed(self) -> Chord:
        """The same run through the other way."""
        return self._replace(edge=self.edge.Reversed(), start=self.end, end=self.start)

    @staticmethod
    def surface(radius: float) -> Any:
        """The cylinder. Its seam lies towards -Y, and pieces do not: they are made towards +X or +Y and mirrored."""
        return Geom_CylindricalSurface(gp_Ax3(gp_Pnt(0, 0, 0), gp_Dir(0, 0, 1), gp_Dir(0, -1, 0)), radius)

    def traced(self, surface: Any) -> None:
        """Tells the edge its trace."""
        trace(TopoDS.Edge_s(self.edge), self.on_cylinder, surface, self.tolerance)


def upright(start: Any, end: Any) -> Chord:
    """In a plane along Z."""
    (u, low), (_, high) = _place(start), _place(end)
    side = 1.0 if high > low else -1.0
    line = edge(Geom_Line(BRep_Tool.Pnt_s(start), gp_Dir(0, 0, side)), abs(high - low), start, end)
    return Chord(line, start, end, Geom2d_Line(gp_Pnt2d(u, low), gp_Dir2d(0, side)))


def within(plane: Any, radius: float, start: Any, end: Any) -> tuple[Chord, Any]:
    """In any other plane: the shorter arc of a circle or an ellipse, and the point in its middle."""
    first, last = _place(start)[0], _place(end)[0]
    if last < first:
        chord, middle = within(plane, radius, end, start)
        return chord.reversed(), middle
    if last - first > pi - 1e-3:
        raise Unsure
    normal, place = plane.Axis().Direction(), plane.Location()
    nx, ny, nz = normal.X() / normal.Z(), normal.Y() / normal.Z(), 1.0
    height = place.Z() + nx * place.X() + ny * place.Y()
    steep = hypot(nx, ny)

    def heights(u: Any) -> Any:
        return height - radius * (nx * np.sin(u) - ny * np.cos(u))

    half = (first + last) / 2
    middle = gp_Pnt(radius * sin(half), -radius * cos(half), float(heights(half)))
    up = gp_Dir(nx, ny, nz)
    if steep < _LEVEL:
        circle = Geom_Circle(gp_Ax2(gp_Pnt(0, 0, height), gp_Dir(0, 0, 1), gp_Dir(sin(first), -cos(first), 0)), radius)
        made = edge(circle, last - first, start, end)
        return Chord(made, start, end, Geom2d_Line(gp_Pnt2d(first, height), gp_Dir2d(1, 0))), middle
    down = gp_Dir(nx / steep, ny / steep, -steep)
    ellipse = Geom_Ellipse(gp_Ax2(gp_Pnt(0, 0, height), up, down), radius * hypot(1, steep), radius)
    begin = (first - (atan2(ny, nx) + pi / 2)) % (2 * pi)
    us = first + STATIONS * (last - first)
    poles, off = fitted(np.column_stack([us, heights(us)]))
    if off > CLOSE:
        raise Unsure
    span = begin, begin + last - first
    made = edge(ellipse, span[1], start, end, max(off, CONFUSION), span[0])
    return Chord(made, start, end, spline2d(poles, *span), max(off, CONFUSION)), middle


def along_lines(surface: Any, radius: float, ends: tuple[Any, Any], places: Sequence[tuple[float, float]]) -> Chord:
    """On another cylinder, between two of its lines: `places` are (u, v) on it where they meet the cylinder about Z."""
    (first, low), (last, high) = places
    position = surface.Position()
    x, y, along = (np.array((way.X(), way.Y(), way.Z()))
                   for way in (position.XDirection(), position.YDirection(), position.Direction()))
    origin = np.array((position.Location().X(), position.Location().Y(), position.Location().Z()))
    us = first + STATIONS * (last - first)
    feet = origin + surface.Radius() * (np.outer(np.cos(us), x) + np.outer(np.sin(us), y))
    a = float(along[:2] @ along[:2])
    b, c = feet[:, :2] @ along[:2], (feet[:, :2] ** 2).sum(axis=1) - radius**2
    inner = b * b - a * c
    if a < 1e-3 or inner.min() < 1e-3:
        raise Unsure  # lines nearly along Z, or nearly tangent
    side = 1.0 if abs((-b[0] + inner[0] ** 0.5) / a - low) < abs((-b[0] - inner[0] ** 0.5) / a - low) else -1.0
    vs = (-b + side * np.sqrt(inner)) / a
    if max(abs(vs[0] - low), abs(vs[len(NODES) - 1] - high)) > CONFUSION:
        raise Unsure
    points = feet + np.outer(vs, along)
    turns = np.unwrap(np.arctan2(points[:, 0], -points[:, 1])[_ORDER])[_RANK]
    turns += _place(ends[0])[0] - turns[0]
    made, off = fitted(points)
    on_other, other_off = fitted(np.column_stack([us, vs]))
    on_cylinder, cylinder_off = fitted(np.column_stack([turns, points[:, 2]]))
    off = max(off, other_off * (1 + surface.Radius()), cylinder_off * (1 + radius), CONFUSION)
    if off > CLOSE:
        raise Unsure
    chord = edge(spline(made), 1.0, *ends, off)
    trace(chord, spline2d(on_other), surface, off)
    return Chord(chord, *ends, spline2d(on_cylinder), off)


def _place(vertex: Any) -> tuple[float, float]:
    """Where a vertex lies on the cylinder."""
    point = BRep_Tool.Pnt_s(vertex)
    u = atan2(point.X(), -point.Y()) % (2 * pi)
    if not 1e-3 < u < 2 * pi - 1e-3:
        raise Unsure
    return u, point.Z()


_ORDER = np.argsort(STATIONS, kind="stable")
_RANK = np.argsort(_ORDER)
