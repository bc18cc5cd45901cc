"""Blind holes into flat faces by topology: a circle in the face, one full cylinder, a flat bottom. No boolean."""

from __future__ import annotations

from math import pi
from typing import Any

from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.BRepClass import BRepClass_FaceClassifier
from OCP.Geom import Geom_Circle, Geom_CylindricalSurface, Geom_Line, Geom_Plane
from OCP.Geom2d import Geom2d_Line
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.gp import gp_Ax2, gp_Ax3, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_IN, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopoDS import TopoDS

from configurator.errors import BuildFailed

from .shapes import faces_of, sub_shapes
from .topology import edge, face, loop, replaced, seam, trace, vertex

_NEAR = 1e-6  # mm; how near to the face its point must lie
_SHARE = 48  # points on a curved edge of the face


def drill(solid: Any, at: tuple[float, float, float], radius: float, depth: float) -> Any:
    """The solid with a hole square into the flat face on which `at` lies. BuildFailed if none holds its whole rim."""
    if not (radius > _NEAR and depth > _NEAR):
        raise BuildFailed(f"a hole of radius {radius} mm and {depth} mm deep is none")
    place = gp_Pnt(*map(float, at))
    where = f"({at[0]:.6g}, {at[1]:.6g}, {at[2]:.6g}) mm"
    found = [(each, surface) for each in faces_of(solid) if (surface := _flat_around(each, place)) is not None]
    if len(found) != 1:
        raise BuildFailed(f"{len(found)} flat faces hold {where} for a hole; it needs one")
    host, surface = found[0]
    for each in sub_shapes(host, TopAbs_EDGE):
        if (near := _distance(each, place)) < radius + _NEAR:
            raise BuildFailed(f"a hole of radius {radius:.6g} mm at {where} reaches over an edge of its face, "
                              f"{near:.6g} mm away: make it smaller or move it")
    position = surface.Position()
    turned = host.Orientation() == TopAbs_REVERSED
    out = position.XDirection().Crossed(position.YDirection())
    if turned:
        out.Reverse()
    x = position.XDirection()
    bottom = gp_Pnt(*(p - depth * d for p, d in zip(_xyz(place), _xyz(out), strict=True)))
    rims, ends = [], []
    for middle in (place, bottom):
        # round about the way of the drill, so clockwise seen from outside, as a hole runs
        circle = Geom_Circle(gp_Ax2(middle, out.Reversed(), x), radius)
        ends.append(vertex(_xyz(circle.Value(0.0))))
        rims.append(edge(circle, 2 * pi, ends[-1], ends[-1]))
    wall = Geom_CylindricalSurface(gp_Ax3(place, out.Reversed(), x), radius)
    upright = edge(Geom_Line(gp_Pnt(*_xyz(BRep_Tool.Pnt_s(ends[0]))), out.Reversed()), depth, *ends)
    right, left = (Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)) for u in (2 * pi, 0.0))
    seam(upright, right, left, wall)
    for rim, v in zip(rims, (0.0, depth), strict=True):
        trace(rim, Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)), wall)
    around = loop((rims[0], upright, rims[1].Oriented(TopAbs_REVERSED), upright.Oriented(TopAbs_REVERSED)))
    floor = face(Geom_Plane(gp_Ax3(bottom, out, x)), loop((rims[1].Oriented(TopAbs_REVERSED),)))
    mouth = loop((rims[0],))
    opened = face(surface, *sub_shapes(host.Oriented(TopAbs_FORWARD), TopAbs_WIRE), mouth.Reversed() if turned else mouth)
    return replaced(solid, host, [opened.Oriented(host.Orientation()), face(wall, around).Oriented(TopAbs_REVERSED), floor])


def _flat_around(each: Any, place: Any) -> Any | None:
    """The plane of a face that has `place` inside; None for any other."""
    surface = BRep_Tool.Surface_s(each)
    if not isinstance(surface, Geom_Plane) or surface.Pln().Distance(place) > _NEAR:
        return None
    return surface if BRepClass_FaceClassifier(each, place, _NEAR).State() == TopAbs_IN else None


def _distance(each: Any, place: Any) -> float:
    """Least distance of an edge's points from a place."""
    curve = BRepAdaptor_Curve(TopoDS.Edge_s(each))
    first, last = curve.FirstParameter(), curve.LastParameter()
    if curve.GetType() == GeomAbs_CurveType.GeomAbs_Line:
        along = curve.Line()
        start = along.Location()
        way = along.Direction()
        foot = sum((p - s) * d for p, s, d in zip(_xyz(place), _xyz(start), _xyz(way), strict=True))
        return float(curve.Value(min(max(foot, first), last)).Distance(place))
    if curve.GetType() == GeomAbs_CurveType.GeomAbs_Circle:
        circle = curve.Circle()
        offset = circle.Location().Distance(place)
        if last - first > 2 * pi - 1e-9:
            return float(abs(circle.Radius() - offset))
    return min(float(curve.Value(first + (last - first) * step / _SHARE).Distance(place)) for step in range(_SHARE + 1))


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.X(), point.Y(), point.Z()
