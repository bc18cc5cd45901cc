"""Joining by topology: pieces that touch a solid with whole faces. No boolean on the solid itself.

A piece touches its host with a contact face: a face that lies in the same plane or on the same cylinder as a face of
the host. The boundary of the contact becomes a boundary of the host's face, the contact itself disappears, and the
other faces of the piece go over into the host's shell. The cost is that of the piece, however rich the host is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, floor, hypot, pi
from typing import Any, NamedTuple, TypeAlias

from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepBuilderAPI import BRepBuilderAPI_Transform
from OCP.BRepClass import BRepClass_FaceClassifier
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.gp import gp_Trsf, gp_Trsf2d, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_IN, TopAbs_ON, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Face, TopoDS_Shell, TopoDS_Solid

from configurator.errors import BuildFailed

from .shapes import faces_of, sub_shapes

Vector: TypeAlias = tuple[float, float, float]
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
            carrier = _carrier(face)
            host = next((each for each in hosts if each.bears(face, carrier)), None) if carrier else None
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


class _Carrier(NamedTuple):
    """The plane (radius 0) or cylinder of a face, as plain numbers."""

    radius: float
    place: Vector
    along: Vector
    """Of a plane its normal out of the metal, of a cylinder its axis."""
    hollow: bool
    """Whether a cylinder has its metal outside."""

    def faces(self, other: _Carrier) -> bool:
        """Whether both are one surface with its metal on opposite sides."""
        if abs(self.radius - other.radius) > _NEAR:
            return False
        cosine = _dot(self.along, other.along)
        if abs(cosine) < 1 - 1e-9:
            return False
        apart = _minus(other.place, self.place)
        level = _dot(apart, self.along)
        if not self.radius:
            return cosine < 0 and abs(level) <= _NEAR
        return self.hollow != other.hollow and hypot(*(a - level * b for a, b in zip(apart, self.along, strict=True))) <= _NEAR


def _carrier(face: Any) -> _Carrier | None:
    surface, turned = BRepAdaptor_Surface(face, False), face.Orientation() == TopAbs_REVERSED
    kind = surface.GetType()
    if kind == GeomAbs_SurfaceType.GeomAbs_Plane:
        plane = surface.Plane()
        along = plane.Axis().Direction()
        if plane.Direct() == turned:
            along.Reverse()
        return _Carrier(0.0, _xyz(plane.Location()), _xyz(along), False)
    if kind == GeomAbs_SurfaceType.GeomAbs_Cylinder:
        cylinder = surface.Cylinder()
        return _Carrier(cylinder.Radius(), _xyz(cylinder.Location()), _xyz(cylinder.Axis().Direction()),
                        cylinder.Direct() == turned)
    return None


def _xyz(point: Any) -> Vector:
    return point.X(), point.Y(), point.Z()


def _dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _minus(one: Vector, other: Vector) -> Vector:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


class _Host:
    """A face of the solid, and the wires that contacts open in it."""

    def __init__(self, face: Any) -> None:
        self._face = face
        self.carrier = _carrier(face)
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

    def bears(self, contact: Any, carrier: _Carrier) -> bool:
        """Whether a face of a piece stands on this one: in the same surface, looking the other way."""
        return self.carrier is not None and self.carrier.faces(carrier) and self._around(contact)

    def _around(self, contact: Any) -> bool:
        """Whether the contact lies inside this face: a point of its boundary does (one on the seam tells nothing)."""
        for edge in map(TopoDS.Edge_s, sub_shapes(contact, TopAbs_EDGE)):
            curve, (first, last) = BRep_Tool.Curve_s(edge, 0.0, 1.0), BRep_Tool.Range_s(edge)
            state = BRepClass_FaceClassifier(self._face, curve.Value((first + last) / 2), _NEAR).State()
            if state != TopAbs_ON:
                return bool(state == TopAbs_IN)
        return False

    def open(self, contact: Any) -> None:
        """Make the boundary of the contact a boundary of this face."""
        if self.carrier is not None and self.carrier.radius:
            self._trace(contact)
        turned = contact.Orientation() == TopAbs_REVERSED
        for wire in sub_shapes(contact.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
            # seen from outside the host a hole runs clockwise, and so does the contact, which looks the other way
            self._wires.append(wire.Reversed() if turned else wire)

    def _trace(self, contact: Any) -> None:
        """Give the contact's edges their traces on this cylinder: those they have on their own, turned and shifted."""
        mine, other = (BRepAdaptor_Surface(each, False).Cylinder().Position() for each in (self._face, contact))
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
