"""A radial bore through a turned body, by topology: an opening in two of its cylinders and the wall between them."""

from __future__ import annotations

from math import hypot, pi
from typing import Any

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.Geom import Geom_CylindricalSurface, Geom_Line
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopAbs import TopAbs_FORWARD, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS_Edge, TopoDS_Face, TopoDS_Shell, TopoDS_Solid, TopoDS_Vertex, TopoDS_Wire

from configurator.errors import BuildFailed

from .polynomials import NODES, polynomial, spline, spline2d
from .shapes import faces_of, sub_shapes

_BUILD = BRep_Builder()
_HERE = TopLoc_Location()
_TOLERANCE = 1e-7
_FOLLOWED = 5e-7  # mm; how far a polynomial may be from the curve in which two cylinders meet
_PIECES = 4
_NEAR = 1e-6  # mm; radii that a template means to be equal


def bore_radially(solid: Any, radius: float, z: float, outer: float, inner: float, at: float) -> Any:
    """The solid with a bore of `radius` along the direction `at` (rad about Z) at height z, from `outer` to `inner`."""
    if not radius < inner < outer:
        raise BuildFailed(f"a radial bore of radius {radius:.6g} mm cannot lead from r = {outer:.6g} to r = {inner:.6g} mm")
    faces = faces_of(solid)
    pieces = {face: _Opening(face, reach, radius, z, at)
              for reach in (outer, inner) for face in [_cylinder(faces, reach, radius, z)]}
    out, back = pieces.values()
    shell = TopoDS_Shell()
    _BUILD.MakeShell(shell)
    for face in faces:
        opened = next((opening for host, opening in pieces.items() if host.IsSame(face)), None)
        _BUILD.Add(shell, face if opened is None else opened.face())
    _BUILD.Add(shell, _wall(out, back, radius, z, at))
    shell.Closed(True)
    made = TopoDS_Solid()
    _BUILD.MakeSolid(made)
    _BUILD.Add(made, shell)
    return made


class _Opening:
    """Where the bore breaks through one cylinder: four edges, each one polynomial on both cylinders."""

    def __init__(self, host: Any, reach: float, radius: float, z: float, at: float) -> None:
        self._host = host
        position = BRepAdaptor_Surface(host, False).Cylinder().Position()
        frame = np.array([_xyz(axis) for axis in (position.XDirection(), position.YDirection(), position.Direction())])
        origin, surface = np.array(_xyz(position.Location())), BRep_Tool.Surface_s(host)
        middle = self._angles(((_axes(at)[0] * reach) - origin) @ frame.T, 0.0) % (2 * pi)
        self.edges: list[Any] = []
        corners = [_vertex(_points(np.array([2 * pi * k / _PIECES]), reach, radius, z, at)[0]) for k in range(_PIECES)]
        self.start = corners[0]
        spread: list[float] = []
        for k in range(_PIECES):
            angles = 2 * pi * (k + NODES) / _PIECES
            points = _points(angles, reach, radius, z, at)
            local = (points - origin) @ frame.T
            on_host = np.column_stack([self._angles(local, middle), local[:, 2]])
            on_bore = np.column_stack([angles, _depth(angles, reach, radius)])
            spread += on_host[:, 0].tolist()
            edge = TopoDS_Edge()
            _BUILD.MakeEdge(edge, spline(polynomial(points)), _FOLLOWED)
            _BUILD.UpdateEdge(edge, spline2d(polynomial(on_host)), surface, _HERE, _FOLLOWED)
            self.edges.append((edge, polynomial(on_bore)))
            _BUILD.Range(edge, 0.0, 1.0)
            _BUILD.Add(edge, corners[k])
            _BUILD.Add(edge, corners[(k + 1) % _PIECES].Oriented(TopAbs_REVERSED))
        if min(spread) < 1e-6 or max(spread) > 2 * pi - 1e-6:
            raise BuildFailed("the bore would cross the seam of a cylinder; turn the shape so that its seam lies elsewhere")
        # from outside the bore's edges run counter-clockwise, from the axis clockwise: as a hole must
        self._sense = TopAbs_FORWARD if _is_inside(host) else TopAbs_REVERSED

    @staticmethod
    def _angles(local: Any, middle: float) -> Any:
        """Parameters u of points in the cylinder's frame, without a jump about `middle`."""
        raw = np.arctan2(local[..., 1], local[..., 0])
        return middle + (raw - middle + pi) % (2 * pi) - pi

    def face(self) -> Any:
        """The host with the opening in it."""
        turned = self._host.Orientation()
        made, wire = TopoDS_Face(), TopoDS_Wire()
        _BUILD.MakeFace(made, BRep_Tool.Surface_s(self._host), _TOLERANCE)
        for each in sub_shapes(self._host.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
            _BUILD.Add(made, each)
        _BUILD.MakeWire(wire)
        for edge, _ in self.edges:
            _BUILD.Add(wire, edge)
        wire.Closed(True)
        _BUILD.Add(made, wire.Oriented(TopAbs_FORWARD if self._sense == turned else TopAbs_REVERSED))
        return made.Oriented(turned)


def _wall(out: _Opening, back: _Opening, radius: float, z: float, at: float) -> Any:
    """The wall of the bore: one full cylinder, its seam to the side."""
    along, side, up = _axes(at)
    surface = Geom_CylindricalSurface(gp_Ax3(gp_Pnt(0, 0, z), gp_Dir(*along), gp_Dir(*side)), radius)
    low, high = (float(opening.edges[0][1][0, 1]) for opening in (back, out))
    seam = TopoDS_Edge()
    _BUILD.MakeEdge(seam, Geom_Line(gp_Pnt(*(side * radius + up * z)), gp_Dir(*along)), _TOLERANCE)
    right, left = (Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)) for u in (2 * pi, 0))
    _BUILD.UpdateEdge(seam, right, left, surface, _HERE, _TOLERANCE)
    _BUILD.Range(seam, low, high)
    _BUILD.Add(seam, back.start)
    _BUILD.Add(seam, out.start.Oriented(TopAbs_REVERSED))
    face, wire = TopoDS_Face(), TopoDS_Wire()
    _BUILD.MakeFace(face, surface, _TOLERANCE)
    _BUILD.MakeWire(wire)
    for opening, sense in ((back, TopAbs_FORWARD), (out, TopAbs_REVERSED)):
        for edge, trace in opening.edges:
            _BUILD.UpdateEdge(edge, spline2d(trace), surface, _HERE, _FOLLOWED)
        edges = [edge for edge, _ in opening.edges]
        for edge in edges if sense == TopAbs_FORWARD else reversed(edges):
            _BUILD.Add(wire, edge.Oriented(sense))
        _BUILD.Add(wire, seam.Oriented(sense))
    wire.Closed(True)
    _BUILD.Add(face, wire)
    return face.Oriented(TopAbs_REVERSED)  # the metal lies outside


def _axes(at: float) -> Any:
    return np.array([[np.cos(at), np.sin(at), 0.0], [-np.sin(at), np.cos(at), 0.0], [0.0, 0.0, 1.0]])


def _depth(angles: Any, reach: float, radius: float) -> Any:
    """How far from the axis, along the bore, its generatrix at these angles meets the cylinder of radius `reach`."""
    return np.sqrt(reach**2 - (radius * np.cos(angles)) ** 2)


def _points(angles: Any, reach: float, radius: float, z: float, at: float) -> Any:
    along, side, up = _axes(at)
    return (np.outer(_depth(angles, reach, radius), along) + np.outer(radius * np.cos(angles), side)
            + np.outer(z + radius * np.sin(angles), up))


def _cylinder(faces: list[Any], reach: float, radius: float, z: float) -> Any:
    """The full cylinder of that radius about Z which the bore meets with its whole rim."""
    found = []
    for face in faces:
        known = BRep_Tool.Surface_s(face)
        if not isinstance(known, Geom_CylindricalSurface) or abs(known.Radius() - reach) > _NEAR:
            continue
        surface = BRepAdaptor_Surface(face)  # with its extent, which takes a while
        cylinder = surface.Cylinder()
        place, direction = cylinder.Location(), cylinder.Axis().Direction()
        ends = sorted(place.Z() + v * direction.Z() for v in (surface.FirstVParameter(), surface.LastVParameter()))
        if (abs(abs(direction.Z()) - 1) < 1e-12
                and hypot(place.X(), place.Y()) < 1e-9 and ends[0] < z - radius and z + radius < ends[1]
                and surface.LastUParameter() - surface.FirstUParameter() > 6.28):
            found.append(face)
    if len(found) != 1:
        raise BuildFailed(f"a bore from z = {z - radius:.4g} to {z + radius:.4g} mm finds {len(found)} cylinders of radius "
                          f"{reach:.6g} mm about Z that are higher than it; it needs one")
    return found[0]


def _is_inside(face: Any) -> bool:
    """Whether a cylinder about Z has its metal outside, as a bore has."""
    return bool((face.Orientation() == TopAbs_REVERSED) == BRepAdaptor_Surface(face, False).Cylinder().Direct())


def _vertex(point: Any) -> Any:
    made = TopoDS_Vertex()
    _BUILD.MakeVertex(made, gp_Pnt(*map(float, point)), _FOLLOWED)
    return made


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.X(), point.Y(), point.Z()
