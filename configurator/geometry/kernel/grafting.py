"""Joining by topology: pieces that touch a solid with whole faces. No boolean on the solid itself.

A piece touches its host with a contact face: a face that lies in the same plane or on the same cylinder as a face of
the host. The boundary of the contact becomes a boundary of the host's face, the contact itself disappears, and the
other faces of the piece go over into the host's shell. The cost is that of the piece, however rich the host is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, floor, pi
from typing import Any

from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepBuilderAPI import BRepBuilderAPI_Transform
from OCP.BRepClass import BRepClass_FaceClassifier
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.gp import gp_Lin, gp_Trsf, gp_Trsf2d, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_IN, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Face, TopoDS_Shell, TopoDS_Solid

from configurator.errors import BuildFailed

from .shapes import faces_of, sub_shapes

_BUILD = BRep_Builder()
_HERE = TopLoc_Location()
_NEAR = 1e-6  # mm; how far apart surfaces that are meant to be one may lie
_TOLERANCE = 1e-7


def graft(solid: Any, pieces: Sequence[Any]) -> Any:
    """The solid with `pieces` put onto it. BuildFailed if one does not touch it with whole faces."""
    hosts = [_Host(face) for face in faces_of(solid)]
    shell = TopoDS_Shell()
    _BUILD.MakeShell(shell)
    for index, piece in enumerate(pieces):
        # its own copy, without a location: its edges are about to get traces on the host
        own = BRepBuilderAPI_Transform(piece, gp_Trsf(), True).Shape()
        kept, contacts = [], 0
        for face in faces_of(own):
            host = next((each for each in hosts if each.bears(face)), None)
            if host is None:
                kept.append(face)
            else:
                host.open(face)
                contacts += 1
        if not contacts or not kept:
            raise BuildFailed(f"piece {index + 1} of {len(pieces)} meets the shape with no face in a plane or cylinder of "
                              "it; trim it with solids.trimmed to the very radius, or end it in the very plane")
        for face in kept:
            _BUILD.Add(shell, face)
    for host in hosts:
        _BUILD.Add(shell, host.face())
    shell.Closed(BRep_Tool.IsClosed_s(shell))
    if not shell.Closed():
        raise BuildFailed("a piece meets the shape with part of its edges only: let it end in whole faces of the shape")
    made = TopoDS_Solid()
    _BUILD.MakeSolid(made)
    _BUILD.Add(made, shell)
    return made


class _Host:
    """A face of the solid, and the wires that contacts open in it."""

    def __init__(self, face: Any) -> None:
        self._face = face
        self._surface = BRepAdaptor_Surface(face)
        self._kind = self._surface.GetType()
        self._wires: list[Any] = []

    def face(self) -> Any:
        """The face with its new holes; as it was if there are none."""
        if not self._wires:
            return self._face
        made = TopoDS_Face()
        _BUILD.MakeFace(made, BRep_Tool.Surface_s(self._face), _TOLERANCE)
        for wire in sub_shapes(self._face.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
            _BUILD.Add(made, wire)
        turned = self._face.Orientation() == TopAbs_REVERSED
        for wire in self._wires:
            _BUILD.Add(made, wire.Reversed() if turned else wire)
        return made.Oriented(self._face.Orientation())

    def bears(self, contact: Any) -> bool:
        """Whether a face of a piece stands on this one: in the same surface, looking the other way."""
        surface = BRepAdaptor_Surface(contact)
        if surface.GetType() != self._kind:
            return False
        if self._kind == GeomAbs_SurfaceType.GeomAbs_Plane:
            mine, other = self._surface.Plane(), surface.Plane()
            along = mine.Axis().Direction().Dot(other.Axis().Direction())
            if abs(abs(along) - 1) > 1e-9 or mine.Distance(other.Location()) > _NEAR:
                return False
            direct = (along > 0) == (mine.Direct() == other.Direct())
        elif self._kind == GeomAbs_SurfaceType.GeomAbs_Cylinder:
            mine, other = self._surface.Cylinder(), surface.Cylinder()
            axis = mine.Axis()
            if abs(mine.Radius() - other.Radius()) > _NEAR or not axis.IsParallel(other.Axis(), 1e-9):
                return False
            if gp_Lin(axis).Distance(other.Location()) > _NEAR:
                return False
            direct = mine.Direct() == other.Direct()
        else:
            return False
        looks_alike = direct == (self._face.Orientation() == contact.Orientation())
        return not looks_alike and self._around(contact)

    def _around(self, contact: Any) -> bool:
        """Whether the contact lies inside this face: a point of its boundary does."""
        edge = TopoDS.Edge_s(sub_shapes(contact, TopAbs_EDGE)[0])
        curve, (first, last) = BRep_Tool.Curve_s(edge, 0.0, 1.0), BRep_Tool.Range_s(edge)
        return bool(BRepClass_FaceClassifier(self._face, curve.Value((first + last) / 2), _NEAR).State() == TopAbs_IN)

    def open(self, contact: Any) -> None:
        """Make the boundary of the contact a boundary of this face."""
        if self._kind == GeomAbs_SurfaceType.GeomAbs_Cylinder:
            self._trace(contact)
        turned = contact.Orientation() == TopAbs_REVERSED
        for wire in sub_shapes(contact.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
            # seen from outside the host a hole runs clockwise, and so does the contact, which looks the other way
            self._wires.append(wire.Reversed() if turned else wire)

    def _trace(self, contact: Any) -> None:
        """Give the contact's edges their traces on this cylinder: those they have on their own, turned and shifted."""
        mine, other = self._surface.Cylinder().Position(), BRepAdaptor_Surface(contact).Cylinder().Position()
        across = 1.0 if mine.Direct() == other.Direct() else -1.0
        along = 1.0 if mine.Direction().Dot(other.Direction()) > 0 else -1.0
        around = across * along
        x = gp_Vec(other.XDirection())
        start = atan2(x.Dot(gp_Vec(mine.YDirection())), x.Dot(gp_Vec(mine.XDirection())))
        rise = gp_Vec(mine.Location(), other.Location()).Dot(gp_Vec(mine.Direction()))
        surface = BRep_Tool.Surface_s(self._face)
        edges = [TopoDS.Edge_s(edge) for edge in sub_shapes(contact, TopAbs_EDGE)]
        traces = [(edge, BRep_Tool.CurveOnSurface_s(edge, contact, 0.0, 1.0), BRep_Tool.Range_s(edge)) for edge in edges]
        us = [trace.Value(at).X() * around + start for _, trace, (first, last) in traces
              for at in (first, (first + last) / 2, last)]
        turns = 2 * pi * floor(min(us) / (2 * pi))
        if max(us) - turns > 2 * pi - 1e-6:
            raise BuildFailed("a piece would cross the seam of the cylinder that it stands on; turn the shape so that its seam "
                              "(where the revolved section lies) is free")
        moved = gp_Trsf2d()
        moved.SetValues(around, 0.0, start - turns, 0.0, along, rise)
        for edge, trace, _ in traces:
            _BUILD.UpdateEdge(edge, trace.Transformed(moved), surface, _HERE, BRep_Tool.Tolerance_s(edge))
