"""Cutting a piece along a cylinder about Z by topology, where every face is crossed once at most. No boolean.

Crossed faces are planes, and cylinders that end at two of their own straight lines. Whatever is not certain to be of
that kind is left to the boolean in trimming.
"""

from __future__ import annotations

from math import hypot, sqrt
from typing import Any, NamedTuple

import numpy as np
from OCP.Bnd import Bnd_Box
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepClass import BRepClass_FaceClassifier
from OCP.BRepTools import BRepTools_WireExplorer
from OCP.Geom import Geom_CylindricalSurface, Geom_Line, Geom_Plane
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_IN, TopAbs_REVERSED, TopAbs_SHELL, TopAbs_WIRE
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedMapOfShape

from .chords import Chord, Unsure, along_lines, upright, within
from .shapes import faces_of, sub_shapes
from .topology import face, loop, solid_of, vertex

_BUILD = BRep_Builder()
_NEAR = 1e-6  # mm; what comes nearer to the cylinder without crossing it may touch it
_HALVINGS = 12  # of an edge until it is certain not to cross the cylinder


def cut(solid: Any, radius: float, *, outside: bool) -> Any | None:
    """What of a solid lies beyond a radius about Z, or within it; None if that is not certain to be done by topology."""
    try:
        return _Cut(solid, radius, outside).solid()
    except Unsure:
        return None


class _Crossing(NamedTuple):
    """A straight edge that crosses the cylinder."""

    at: Any
    """The new vertex."""
    parameter: float
    rest: Any
    """What is kept of the edge, running forward."""
    starts_kept: bool


class _Cut:
    """The edges of a solid judged once, and its faces rebuilt from what is kept of them."""

    def __init__(self, solid: Any, radius: float, outside: bool) -> None:
        self._radius, self._outside, self._faces = radius, outside, faces_of(solid)
        self._edges = TopTools_IndexedMapOfShape()
        TopExp.MapShapes_s(solid, TopAbs_EDGE, self._edges)
        edges = [TopoDS.Edge_s(self._edges.FindKey(index)) for index in range(1, self._edges.Extent() + 1)]
        moved = any(not each.Location().IsIdentity() for each in (*self._faces, *edges))
        if moved or len(sub_shapes(solid, TopAbs_SHELL)) != 1:
            raise Unsure
        self._judged = [self._judge(each) for each in edges]

    def solid(self) -> Any:
        """What is kept, closed by a face of the cylinder."""
        made, contact = list[Any](), list[Chord]()
        for each in self._faces:
            kept = self._kept(each, contact)
            if kept is not None:
                made.append(kept)
        if not contact:
            raise Unsure
        return solid_of([*made, self._closing(contact)])

    def _judge(self, each: Any) -> bool | _Crossing:
        """Whether an edge is kept, or where it crosses."""
        if BRep_Tool.Degenerated_s(each):
            raise Unsure
        curve = BRepAdaptor_Curve(each)
        first, last = curve.FirstParameter(), curve.LastParameter()
        ends = self._beyond(curve.Value(first)), self._beyond(curve.Value(last))
        if min(map(abs, ends)) < _NEAR:
            raise Unsure
        if curve.GetType() == GeomAbs_CurveType.GeomAbs_Line:
            return self._straight(each, curve, first, last, ends)
        speed = {GeomAbs_CurveType.GeomAbs_Circle: lambda: curve.Circle().Radius(),
                 GeomAbs_CurveType.GeomAbs_Ellipse: lambda: curve.Ellipse().MajorRadius()}.get(curve.GetType())
        if speed is None:
            raise Unsure
        if (ends[0] > 0) != (ends[1] > 0) or not self._clear(curve, first, last, speed(), _HALVINGS):
            raise Unsure
        return bool((ends[0] > 0) == self._outside)

    def _clear(self, curve: Any, first: float, last: float, speed: float, halvings: int) -> bool:
        """Whether no point of a curve, on which nothing moves faster than `speed`, is on the cylinder."""
        middle, reach = (first + last) / 2, speed * (last - first) / 2
        if abs(self._beyond(curve.Value(middle))) > reach + _NEAR:
            return True
        return halvings > 0 and (self._clear(curve, first, middle, speed, halvings - 1)
                                 and self._clear(curve, middle, last, speed, halvings - 1))

    def _beyond(self, point: Any) -> float:
        return hypot(point.X(), point.Y()) - self._radius

    def _straight(self, each: Any, curve: Any, first: float, last: float, ends: tuple[float, float]) -> bool | _Crossing:
        start, end = (np.array((p.X(), p.Y())) for p in (curve.Value(first), curve.Value(last)))
        way = end - start
        a, b, c = float(way @ way), float(start @ way), float(start @ start) - self._radius**2
        if (ends[0] > 0) == (ends[1] > 0):
            if ends[0] > 0 and a and hypot(*(start + min(max(-b / a, 0.0), 1.0) * way)) < self._radius + _NEAR:
                raise Unsure
            return bool((ends[0] > 0) == self._outside)
        share = (-b + (-1 if c > 0 else 1) * sqrt(b * b - a * c)) / a
        at = first + share * (last - first)
        starts_kept = (ends[0] > 0) == self._outside
        point = curve.Value(at)
        new = vertex((point.X(), point.Y(), point.Z()))
        rest = TopoDS.Edge_s(each.EmptyCopied().Oriented(TopAbs_FORWARD))
        forward = TopoDS.Edge_s(each.Oriented(TopAbs_FORWARD))
        _BUILD.Range(rest, *((first, at) if starts_kept else (at, last)))
        _BUILD.Add(rest, TopExp.FirstVertex_s(forward).Oriented(TopAbs_FORWARD) if starts_kept else new)
        _BUILD.Add(rest, (new if starts_kept else TopExp.LastVertex_s(forward)).Oriented(TopAbs_REVERSED))
        return _Crossing(new, at, rest, starts_kept)

    def _of(self, each: Any) -> bool | _Crossing:
        index: int = self._edges.FindIndex(each)
        return self._judged[index - 1]

    def _kept(self, each: Any, contact: list[Chord]) -> Any | None:
        """What is kept of a face; where it is cut the cut edge goes to `contact`, oriented as the cylinder has it."""
        found = [self._of(edge) for edge in sub_shapes(each, TopAbs_EDGE)]
        crossings = [known for known in found if isinstance(known, _Crossing)]
        if not crossings:
            if not (all(found) or not any(found)) or not self._stays(each, bool(found[0]) == self._outside):
                raise Unsure
            return each if found[0] else None
        if len(crossings) != 2:
            raise Unsure
        wires = []
        for wire in sub_shapes(each.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
            edges = _in_order(wire, each)
            judged = [self._of(edge) for edge in edges]
            if any(isinstance(known, _Crossing) for known in judged):
                wires.append(loop(self._mended(each, list(zip(edges, judged, strict=True)), contact)))
            elif any(judged):
                wires.append(wire)
        return face(BRep_Tool.Surface_s(each), *wires).Oriented(each.Orientation())

    def _stays(self, each: Any, beyond: bool) -> bool:
        """Whether a face whose edges all lie on one side of the cylinder is certain to lie there as a whole."""
        flat = isinstance(surface := BRep_Tool.Surface_s(each), Geom_Plane)
        if flat and (not beyond or abs(surface.Pln().Axis().Direction().Z()) < 1e-12):
            return True
        box = Bnd_Box()
        BRepBndLib.Add_s(each, box, False)
        low_x, low_y, _, high_x, high_y, _ = box.Get()
        if flat:  # an ellipse within it would go around the axis
            return not (low_x <= 0 <= high_x and low_y <= 0 <= high_y)
        if beyond:
            return hypot(max(low_x, -high_x, 0.0), max(low_y, -high_y, 0.0)) > self._radius
        return hypot(max(-low_x, high_x), max(-low_y, high_y)) < self._radius

    def _mended(self, each: Any, edges: list[tuple[Any, bool | _Crossing]], contact: list[Chord]) -> list[Any]:
        """The kept edges of a wire in their order, with the cut edge where it left the kept side."""
        made, at, leaving, coming = list[Any](), 0, None, None
        for edge, known in edges:
            if isinstance(known, _Crossing):
                made.append(known.rest.Oriented(edge.Orientation()))
                if known.starts_kept == (edge.Orientation() == TopAbs_FORWARD):
                    leaving, at = (edge, known), len(made)
                else:
                    coming = edge, known
            elif known:
                made.append(edge)
        if leaving is None or coming is None:
            raise Unsure
        chord = self._chord(each, leaving, coming)
        made.insert(at, chord.edge)
        turned = each.Orientation() == TopAbs_REVERSED
        contact.append(chord if turned else chord.reversed())
        return made

    def _chord(self, each: Any, leaving: tuple[Any, _Crossing], coming: tuple[Any, _Crossing]) -> Chord:
        surface, ends = BRep_Tool.Surface_s(each), (leaving[1].at, coming[1].at)
        if isinstance(surface, Geom_Plane):
            normal = surface.Pln().Axis().Direction()
            if abs(normal.Z()) < 1e-12:
                return upright(*ends)
            chord, middle = within(surface.Pln(), self._radius, *ends)
            if BRepClass_FaceClassifier(each, middle, _NEAR).State() != TopAbs_IN:
                raise Unsure
            return chord
        if isinstance(surface, Geom_CylindricalSurface) and len(sub_shapes(each, TopAbs_EDGE)) == 4:
            places = []
            for edge, known in (leaving, coming):
                trace = BRep_Tool.CurveOnSurface_s(TopoDS.Edge_s(edge), each, 0.0, 1.0)
                if trace is None or not isinstance(BRep_Tool.Curve_s(TopoDS.Edge_s(edge), 0.0, 1.0), Geom_Line):
                    raise Unsure
                place = trace.Value(known.parameter)
                places.append((place.X(), place.Y()))
            return along_lines(surface, self._radius, ends, places)
        raise Unsure

    def _closing(self, contact: list[Chord]) -> Any:
        """The face of the cylinder that the cut edges bound; it looks to the axis if the outside is kept."""
        ways, chain = list(contact), [contact[0]]
        ways.remove(chain[0])
        while not chain[-1].end.IsSame(chain[0].start):
            following = [way for way in ways if way.start.IsSame(chain[-1].end)]
            if len(following) != 1:
                raise Unsure
            chain.append(following[0])
            ways.remove(following[0])
        if ways:
            raise Unsure
        surface = chain[0].surface(self._radius)
        for each in chain:
            each.traced(surface)
        around = [each.edge for each in chain]
        if self._outside:
            return face(surface, loop(each.Reversed() for each in reversed(around))).Oriented(TopAbs_REVERSED)
        return face(surface, loop(around))


def _in_order(wire: Any, each: Any) -> list[Any]:
    edges, explorer = [], BRepTools_WireExplorer(TopoDS.Wire_s(wire), TopoDS.Face_s(each.Oriented(TopAbs_FORWARD)))
    while explorer.More():
        edges.append(explorer.Current())
        explorer.Next()
    if len({hash(edge) for edge in edges}) != len(sub_shapes(wire, TopAbs_EDGE)):
        raise Unsure
    return edges
