"""Flutes around a turned part by symmetry: one sector's outline, turned `count` times, put into the shell. No boolean.

A wall is the one full cylinder or cone about Z that is fluted. Its two circles become outlines of straight sides, arcs
of the wall (lands) and arcs of grooves; every point of the upper outline lies on the line from the lower one that the
wall itself has there, along Z or through the apex. So flanks are exact planes and grooves exact cylinders.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import Any

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepLib import BRepLib
from OCP.Geom import Geom_Circle, Geom_CylindricalSurface, Geom_Line, Geom_Plane
from OCP.Geom2d import Geom2d_Line
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FORWARD, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopExp import TopExp_Explorer
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Edge, TopoDS_Face, TopoDS_Shell, TopoDS_Solid, TopoDS_Vertex, TopoDS_Wire

from configurator.errors import BuildFailed

from .sectors import Sector, Side
from .shapes import faces_of, sub_shapes

_TOLERANCE = 1e-7  # the kernel's own confusion of points, mm
_SAME = 1e-6  # lengths that a template means to be equal, mm
_BUILD = BRep_Builder()
_HERE = TopLoc_Location()
_ALONG = Geom2d_Line(gp_Pnt2d(0, 0), gp_Dir2d(1, 0))  # trace of a lower arc on its cylinder, whose v begins there
_WALLS = {GeomAbs_SurfaceType.GeomAbs_Cylinder: "cylinder", GeomAbs_SurfaceType.GeomAbs_Cone: "cone"}


@dataclass(frozen=True)
class Wall:
    """The face to be fluted, and its circles: lower first."""

    face: Any
    circles: tuple[Any, Any]
    radii: tuple[float, float]
    heights: tuple[float, float]


def find_wall(solid: Any, kind: str, lower: float, upper: float) -> Wall:
    """The one full outer `kind` ("cylinder" or "cone") about Z between circles of these radii. BuildFailed if not one."""
    walls = [wall for face in faces_of(solid) if (wall := _wall(face, kind)) is not None
             and max(abs(wall.radii[0] - lower), abs(wall.radii[1] - upper)) < _SAME]
    if len(walls) != 1:
        wanted = f"of radius {lower:.6g} mm" if kind == "cylinder" else f"from radius {lower:.6g} mm up to {upper:.6g} mm"
        raise BuildFailed(f"{len(walls)} full outer {kind}s {wanted} about Z were found where one was expected: give the "
                          "radius of the section, before the part is moved")
    return walls[0]


def _wall(face: Any, kind: str) -> Wall | None:
    surface = BRepAdaptor_Surface(face)
    if _WALLS.get(surface.GetType()) != kind or not face.Location().IsIdentity():
        return None
    position = (surface.Cylinder() if kind == "cylinder" else surface.Cone()).Position()
    if not _about_z(position) or (face.Orientation() == TopAbs_REVERSED) == position.Direct():
        return None
    circles = []
    for edge in map(TopoDS.Edge_s, sub_shapes(face, TopAbs_EDGE)):
        curve = BRepAdaptor_Curve(edge)
        if curve.GetType() == GeomAbs_CurveType.GeomAbs_Circle and curve.LastParameter() - curve.FirstParameter() > 6.28:
            circles.append((curve.Circle().Location().Z(), curve.Circle().Radius(), edge))
    if len(circles) != 2 or len(sub_shapes(face, TopAbs_EDGE)) != 3:  # two circles and the seam
        return None
    low, high = sorted(circles, key=lambda circle: circle[0])
    return Wall(face, (low[2], high[2]), (low[1], high[1]), (low[0], high[0]))


def _about_z(position: Any) -> bool:
    place, along = position.Location(), position.Direction()
    return bool(abs(abs(along.Z()) - 1) < 1e-12 and abs(place.X()) < 1e-9 and abs(place.Y()) < 1e-9)


def flute(solid: Any, wall: Wall, sector: Sector) -> Any:
    """The solid with `sector` around `wall`. BuildFailed if a neighbour is no plane across Z or is in the way."""
    neighbours = [_neighbour(solid, wall, level) for level in (0, 1)]
    _refuse_what_is_in_the_way(solid, wall, sector.valley / wall.radii[0])
    ring = _Ring(wall, sector)
    shell = TopoDS_Shell()
    _BUILD.MakeShell(shell)
    for face in faces_of(solid):
        level = next((level for level in (0, 1) if face.IsSame(neighbours[level])), None)
        if face.IsSame(wall.face):
            for flank in ring.faces():
                _BUILD.Add(shell, flank)
        else:
            _BUILD.Add(shell, face if level is None else _trimmed(face, wall.circles[level], ring.edges[level],
                                                                       ring.points[level]))
    shell.Closed(True)
    made = TopoDS_Solid()
    _BUILD.MakeSolid(made)
    _BUILD.Add(made, shell)
    return made


def _neighbour(solid: Any, wall: Wall, level: int) -> Any:
    circle, where = wall.circles[level], ("lower", "upper")[level]
    (found,) = (face for face in faces_of(solid) if not face.IsSame(wall.face)
                and any(edge.IsSame(circle) for edge in sub_shapes(face, TopAbs_EDGE)))
    surface = BRepAdaptor_Surface(found)
    if surface.GetType() != GeomAbs_SurfaceType.GeomAbs_Plane or not abs(surface.Plane().Axis().Direction().Z()) > 1 - 1e-12:
        raise BuildFailed(f"the face beyond the {where} circle (radius {wall.radii[level]:.6g} mm) is no plane across Z: let "
                          "the section meet the fluted face with a level line, without fillet or chamfer")
    return found


def _refuse_what_is_in_the_way(solid: Any, wall: Wall, share: float) -> None:
    """Another face that flutes down to `share` of the wall's radius would reach. The rims of a turned part's faces and
    their meridians tell how near it comes."""
    points = np.array([point for face in faces_of(solid) if not face.IsSame(wall.face)
                       for point in _meridian(face, wall.circles)]).reshape(-1, 3)
    low, high = wall.heights
    z, radius = points[:, 2], np.hypot(points[:, 0], points[:, 1])
    outer = wall.radii[0] + (z - low) / (high - low) * (wall.radii[1] - wall.radii[0])
    reached = (z > low - _SAME) & (z < high + _SAME) & (radius > outer * share - _SAME) & (radius < outer + _SAME)
    if reached.any():
        worst = int(np.argmax(np.where(reached, radius / outer, 0)))
        raise BuildFailed(f"flutes down to a radius of {outer[worst] * share:.6g} mm at z = {z[worst]:.6g} mm cut into a face "
                          f"of radius {radius[worst]:.6g} mm inside the part: choose them shallower or that face smaller")


def _meridian(face: Any, left_out: tuple[Any, Any]) -> Iterator[tuple[float, float, float]]:
    for edge in map(TopoDS.Edge_s, sub_shapes(face, TopAbs_EDGE)):
        if not any(edge.IsSame(each) for each in left_out):
            curve = BRepAdaptor_Curve(edge)
            steps = {GeomAbs_CurveType.GeomAbs_Line: 16, GeomAbs_CurveType.GeomAbs_Circle: 8}.get(curve.GetType(), 48)
            for at in np.linspace(curve.FirstParameter(), curve.LastParameter(), steps + 1).tolist():
                point = curve.Value(at)
                yield point.X(), point.Y(), point.Z()


def _trimmed(face: Any, circle: Any, outline: list[Any], points: Any) -> Any:
    """The neighbour with the outline, whose sides begin at `points` (n, 3), instead of the circle."""
    forward = face.Oriented(TopAbs_FORWARD)
    made, surface = TopoDS_Face(), BRep_Tool.Surface_s(face)
    _BUILD.MakeFace(made, surface, _TOLERANCE)
    for wire in sub_shapes(forward, TopAbs_WIRE):
        edges = TopExp_Explorer(wire, TopAbs_EDGE)
        edge = TopoDS.Edge_s(edges.Current())
        if not edge.IsSame(circle):
            _BUILD.Add(made, wire)
            continue
        left = (BRepAdaptor_Curve(edge).Circle().Axis().Direction().Z() > 0) == (edge.Orientation() == TopAbs_FORWARD)
        _BUILD.Add(made, _loop([(each, left) for each in outline]))
    # Planes need no traces, but what looks at them would work each out again and again.
    position = BRepAdaptor_Surface(face).Plane().Position()
    axes = np.array([[way.X(), way.Y(), way.Z()] for way in (position.XDirection(), position.YDirection())])
    place = position.Location()
    flat = (points - [place.X(), place.Y(), place.Z()]) @ axes.T
    along = np.roll(flat, -1, axis=0) - flat
    for edge, start, way in zip(outline, flat.tolist(), along.tolist(), strict=True):
        if BRepAdaptor_Curve(edge).GetType() == GeomAbs_CurveType.GeomAbs_Line:
            _BUILD.UpdateEdge(edge, Geom2d_Line(gp_Pnt2d(*start), gp_Dir2d(*way)), surface, _HERE, _TOLERANCE)
        else:
            BRepLib.BuildPCurveForEdgeOnPlane_s(edge, made)
    return made.Oriented(face.Orientation())


class _Ring:
    """All edges and faces between the two outlines. Edges run with rising angle about Z, posts from the lower outline up."""

    def __init__(self, wall: Wall, sector: Sector) -> None:
        self._wall, self._sector = wall, sector
        turns = np.arange(sector.count) * (2 * pi / sector.count)
        turned = np.array([[np.cos(turns), np.sin(turns)], [-np.sin(turns), np.cos(turns)]])  # (2, 2, n)
        plan = np.einsum("kx,xyn->nky", sector.points, turned).reshape(-1, 2)
        self._sides = sector.sides * sector.count
        self._straight = [side is Side.LINE for side in self._sides]
        self.points = [np.column_stack([plan * (radius / wall.radii[0]), np.full(len(plan), height)])
                        for radius, height in zip(wall.radii, wall.heights, strict=True)]
        self._height = wall.heights[1] - wall.heights[0]
        self._place_arcs(turns)
        vertices = [[_vertex(point) for point in level.tolist()] for level in self.points]
        self._posts = _lines(self.points[0], self.points[1], *vertices)
        self.edges = [self._outline(level, vertices[level]) for level in (0, 1)]

    def _place_arcs(self, turns: Any) -> None:
        """Frames of the lands' one cylinder and of each groove's own, and the parameters of their arcs. Seams lie outside."""
        sector, base = self._sector, self._wall.heights[0]
        pitch, land = 2 * pi / sector.count, atan2(sector.points[0][1], sector.points[0][0])
        seam = pitch / 2  # the lands' begins in the middle of the last groove
        self._lands = gp_Ax3(gp_Pnt(0, 0, base), gp_Dir(0, 0, 1), gp_Dir(cos(seam), -sin(seam), 0))
        self._land_spans = [(turn + seam + land, turn + seam - land) for turn in turns.tolist()]
        if sector.groove is not None:
            axis, self._groove_radius, half = sector.groove
            self._groove_span = (pi - half, pi + half)
            # Its cylinder looks down, so that its arcs rise with the angle about Z.
            self._grooves = [gp_Ax3(gp_Pnt(axis * cos(turn), axis * sin(turn), base), gp_Dir(0, 0, -1),
                                    gp_Dir(cos(turn), sin(turn), 0)) for turn in (turns + seam).tolist()]

    def _arc(self, index: int) -> tuple[Any, float, tuple[float, float]]:
        """Frame, radius and parameters of the arc of a side that is no line."""
        turn = index // len(self._sector.sides)
        if self._sides[index] is Side.LAND:
            return self._lands, self._wall.radii[0], self._land_spans[turn]
        return self._grooves[turn], self._groove_radius, self._groove_span

    def _outline(self, level: int, vertices: list[Any]) -> list[Any]:
        following = [*vertices[1:], vertices[0]]
        points = self.points[level]
        edges = _lines(points, np.roll(points, -1, axis=0), vertices, following, self._straight)
        rise = gp_Vec(0, 0, level * self._height)
        for index, side in enumerate(self._sides):
            if side is not Side.LINE:
                frame, radius, span = self._arc(index)
                circle = Geom_Circle(frame.Ax2().Translated(rise), radius)
                edges[index] = _edge(circle, span, vertices[index], following[index])
        return edges

    def faces(self) -> Iterator[Any]:
        """One face for each side, seen from outside with Z up between its left post and its right one."""
        posts = [*self._posts, self._posts[0]]
        flanks = _Flanks(*self.points)
        land = Geom_CylindricalSurface(self._lands, self._wall.radii[0])
        for index, side in enumerate(self._sides):
            edges = (self.edges[0][index], posts[index + 1], self.edges[1][index], posts[index])
            if side is Side.LINE:
                surface = flanks.surface(index, edges)
            else:
                frame, radius, span = self._arc(index)
                surface = land if side is Side.LAND else Geom_CylindricalSurface(frame, radius)
                self._trace(edges, surface, span, -1.0 if side is Side.GROOVE else 1.0)
            made, hollow = TopoDS_Face(), side is Side.GROOVE
            _BUILD.MakeFace(made, surface, _TOLERANCE)
            _BUILD.Add(made, _loop([(edge, (at < 2) != hollow) for at, edge in enumerate(edges)]))
            yield made.Reversed() if hollow else made

    def _trace(self, edges: Any, surface: Any, span: tuple[float, float], up: float) -> None:
        """Where a cylinder's edges lie on it: arcs along its u with their own parameter, posts along its v."""
        low, right, high, left = edges
        for edge, line in ((low, _ALONG), (high, Geom2d_Line(gp_Pnt2d(0, up * self._height), gp_Dir2d(1, 0))),
                           (right, Geom2d_Line(gp_Pnt2d(span[1], 0), gp_Dir2d(0, up))),
                           (left, Geom2d_Line(gp_Pnt2d(span[0], 0), gp_Dir2d(0, up)))):
            _BUILD.UpdateEdge(edge, line, surface, _HERE, _TOLERANCE)


class _Flanks:
    """The planes through the straight sides: X along the lower edge, which begins at the origin; normal outward."""

    def __init__(self, low: Any, high: Any) -> None:
        along, rise = np.roll(low, -1, axis=0) - low, high - low
        length = np.linalg.norm(along, axis=1)[:, None]
        outward = np.cross(along, rise)
        outward /= np.linalg.norm(outward, axis=1)[:, None]
        axes = np.stack([along / length, np.cross(outward, along / length)], axis=1)  # (n, 2, 3)

        def flat(ways: Any) -> Any:
            return np.einsum("nax,nx->na", axes, ways).tolist()

        self._frames = list(zip(low.tolist(), outward.tolist(), axes[:, 0].tolist(), strict=True))
        self._left, self._right, self._long = flat(rise), flat(np.roll(rise, -1, axis=0)), length[:, 0].tolist()

    def surface(self, index: int, edges: Any) -> Any:
        """The plane, known to its four edges: lower, right, upper, left."""
        start, outward, along = self._frames[index]
        surface = Geom_Plane(gp_Ax3(gp_Pnt(*start), gp_Dir(*outward), gp_Dir(*along)))
        left, right, long = self._left[index], self._right[index], self._long[index]
        low, post, high, first = edges
        for edge, line in ((low, _ALONG), (post, Geom2d_Line(gp_Pnt2d(long, 0), gp_Dir2d(*right))),
                           (high, Geom2d_Line(gp_Pnt2d(*left), gp_Dir2d(1, 0))),
                           (first, Geom2d_Line(gp_Pnt2d(0, 0), gp_Dir2d(*left)))):
            _BUILD.UpdateEdge(edge, line, surface, _HERE, _TOLERANCE)
        return surface


def _vertex(point: list[float]) -> Any:
    made = TopoDS_Vertex()
    _BUILD.MakeVertex(made, gp_Pnt(*point), _TOLERANCE)
    return made


def _lines(starts: Any, ends: Any, firsts: list[Any], lasts: list[Any], wanted: Any = None) -> list[Any]:
    """Straight edges between points (n, 3) and their vertices; None where they are not `wanted`."""
    along = ends - starts
    rows = zip(starts.tolist(), along.tolist(), np.linalg.norm(along, axis=1).tolist(), firsts, lasts,
               [True] * len(along) if wanted is None else wanted, strict=True)
    return [_edge(Geom_Line(gp_Pnt(*start), gp_Dir(*way)), (0.0, length), first, last) if straight else None
            for start, way, length, first, last, straight in rows]


def _edge(curve: Any, span: tuple[float, float], first: Any, last: Any) -> Any:
    made = TopoDS_Edge()
    _BUILD.MakeEdge(made, curve, _TOLERANCE)
    _BUILD.Range(made, *span)
    _BUILD.Add(made, first)
    _BUILD.Add(made, last.Oriented(TopAbs_REVERSED))
    return made


def _loop(edges: list[tuple[Any, bool]]) -> Any:
    """A closed wire of edges, each forward or not."""
    made = TopoDS_Wire()
    _BUILD.MakeWire(made)
    for edge, forward in edges:
        _BUILD.Add(made, edge if forward else edge.Oriented(TopAbs_REVERSED))
    made.Closed(True)
    return made
