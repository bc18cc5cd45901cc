"""Prisms over an outline, the edges of their far end chamfered or rounded, by topology.

The bevel keeps its distance all along the outline: over a line it is a plane or a cylinder, over an arc a cone or a torus,
and where two lines meet at an angle their bevels meet in the plane between them.
"""

from __future__ import annotations

from math import hypot, pi, sqrt
from typing import Any, Literal, NamedTuple

import numpy as np
from OCP.Geom import (
    Geom_Circle,
    Geom_ConicalSurface,
    Geom_CylindricalSurface,
    Geom_Ellipse,
    Geom_Line,
    Geom_Plane,
    Geom_ToroidalSurface,
)
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax2, gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopAbs import TopAbs_REVERSED

from configurator.errors import BuildFailed

from .planar import Outline, Piece
from .polynomials import NODES, polynomial, spline2d
from .topology import edge, face, loop, solid_of, trace, vertex

_NONE = (0.0, 0.0)
_LEAST = 1e-6  # mm; shorter sides are none
_TANGENT = 1e-7  # rad; sides that turn less at a corner run on smoothly


class Bevel(NamedTuple):
    """What breaks the edges of the far end: a chamfer or a rounding of `size` mm on both faces."""

    size: float
    form: Literal["chamfer", "fillet"]


class Frame:
    """A right-handed frame: where (u, v, w) of a prism lies in space. `axes`: rows are its directions."""

    def __init__(self, axes: Any, origin: Any) -> None:
        self._axes, self._origin = np.asarray(axes, dtype=float), np.asarray(origin, dtype=float)

    def point(self, at: Any, w: float) -> Any:
        """The kernel's point of (u, v) `at` a height w."""
        return gp_Pnt(*(self._origin + at[0] * self._axes[0] + at[1] * self._axes[1] + w * self._axes[2]).tolist())

    def way(self, across: Any, w: float) -> Any:
        """The kernel's direction of (u, v) `across` and w."""
        return gp_Dir(*(across[0] * self._axes[0] + across[1] * self._axes[1] + w * self._axes[2]).tolist())


def prism(outline: Outline, frame: Frame, length: float, bevel: Bevel | None) -> Any:
    """The solid over an outline in the plane w = 0 of a frame, up to w = `length` mm. BuildFailed if the bevel has no room."""
    pieces = outline.turned(left=True).pieces
    if bevel and not 0 < bevel.size < length - _LEAST:
        raise BuildFailed(f"a {bevel.form} of {bevel.size:.6g} mm does not go onto an end {length:.6g} mm away")
    return _Prism(pieces, frame, length, bevel).solid()


class _Side:
    """A piece of the outline: its tangents, and the frame about its centre if it is an arc."""

    def __init__(self, piece: Piece) -> None:
        self.start, self.end = (np.asarray(pole, dtype=float) for pole in piece.poles)
        self.arc = piece.arc
        if piece.arc is None:
            self.length = hypot(*(self.end - self.start))
            self.leaves = self.arrives = (self.end - self.start) / self.length
        else:
            self.turn = 1.0 if piece.arc.sweep > 0 else -1.0
            self.length = abs(piece.arc.sweep)
            self.centre = np.array((piece.arc.x, piece.arc.y))
            self.leaves, self.arrives = (self.turn * _left(at - self.centre) / piece.arc.radius
                                         for at in (self.start, self.end))


class _Corner(NamedTuple):
    """Where two sides meet: how far inwards it moves for every mm that both do."""

    at: Any
    inward: Any


class _Prism:
    """Makes vertices, edges and faces; the outline runs counter-clockwise seen against w."""

    def __init__(self, pieces: list[Piece], frame: Frame, length: float, bevel: Bevel | None) -> None:
        self._frame, self._length, self._bevel = frame, length, bevel
        self._brow = length - bevel.size if bevel else length
        self._sides = [_Side(piece) for piece in pieces]
        self._corners = [self._corner(before, after)
                         for before, after in zip([self._sides[-1], *self._sides[:-1]], self._sides, strict=True)]

    def _corner(self, before: _Side, after: _Side) -> _Corner:
        """BuildFailed if bevels cannot meet there."""
        ways = _left(before.arrives), _left(after.leaves)
        turn = float(np.dot(*ways))
        if hypot(*(ways[0] - ways[1])) > _TANGENT and self._bevel and (before.arc or after.arc or turn < _TANGENT - 1):
            raise BuildFailed(f"the {self._bevel.form} cannot follow the outline around its corner at ({after.start[0]:.6g}, "
                              f"{after.start[1]:.6g}): arcs must join their neighbours without an angle")
        return _Corner(after.start, (ways[0] + ways[1]) / (1 + turn) if turn > _TANGENT - 1 else ways[0])

    def solid(self) -> Any:
        """The closed solid."""
        base, feet = self._level(0.0, 0.0)
        brow, heads = self._level(self._brow, 0.0)
        posts = [edge(Geom_Line(self._frame.point(corner.at, 0.0), self._frame.way(_NONE, 1)), self._brow, foot, head)
                 for corner, foot, head in zip(self._corners, feet, heads, strict=True)]
        made = [self._cap(base, up=False)]
        made += [self._wall(side, *around) for side, around in zip(self._sides, _around(base, posts, brow), strict=True)]
        if not self._bevel:
            return solid_of([*made, self._cap(brow, up=True)])
        far, tops = self._level(self._length, self._bevel.size)
        mitres = [self._mitre(corner, self._bevel, *ends) for corner, *ends in zip(self._corners, heads, tops, strict=True)]
        slope = self._chamfer if self._bevel.form == "chamfer" else self._fillet
        made += [slope(index, self._bevel.size, *around) for index, around in enumerate(_around(brow, mitres, far))]
        return solid_of([*made, self._cap(far, up=True)])

    def _level(self, w: float, inward: float) -> tuple[list[Any], list[Any]]:
        """Edges and vertices of the outline at a height, moved inwards."""
        points = [corner.at + inward * corner.inward for corner in self._corners]
        vertices = [vertex(_xyz(self._frame.point(point, w))) for point in points]
        edges = []
        for side, start, end, *ends in zip(self._sides, points, [*points[1:], points[0]], vertices,
                                           [*vertices[1:], vertices[0]], strict=True):
            if side.arc:
                radius = side.arc.radius - side.turn * inward
                if radius < _LEAST:
                    raise BuildFailed(f"an arc of radius {side.arc.radius:.6g} mm is too small for a bevel of {inward:.6g} mm")
                edges.append(edge(Geom_Circle(self._about(side, w).Ax2(), radius), side.length, *ends))
            else:
                long = float(np.dot(end - start, side.leaves))
                if long < _LEAST:
                    raise BuildFailed(f"a side {side.length:.6g} mm long is too short for a bevel of {inward:.6g} mm")
                edges.append(edge(Geom_Line(self._frame.point(start, w), self._frame.way(side.leaves, 0)), long, *ends))
        return edges, vertices

    def _about(self, side: _Side, w: float) -> Any:
        """The frame of an arc at a height: it begins at X and turns to the left about Z, which looks down if it is hollow."""
        return gp_Ax3(self._frame.point(side.centre, w), self._frame.way(_NONE, side.turn),
                      self._frame.way((side.start - side.centre), 0))

    def _mitre(self, corner: _Corner, bevel: Bevel, head: Any, top: Any) -> Any:
        """The edge between the bevels of two sides, from the brow to the far end."""
        long = hypot(*corner.inward)
        if bevel.form == "chamfer":
            return edge(Geom_Line(self._frame.point(corner.at, self._brow), self._frame.way(corner.inward, 1)),
                        bevel.size * sqrt(long**2 + 1), head, top)
        middle = self._frame.point(corner.at + bevel.size * corner.inward, self._brow)
        out, up = self._frame.way(-corner.inward, 0), self._frame.way(_NONE, 1)
        round_ = gp_Ax2(middle, out.Crossed(up), out)
        if long - 1 < _TANGENT:
            return edge(Geom_Circle(round_, bevel.size), pi / 2, head, top)
        return edge(Geom_Ellipse(round_, bevel.size * long, bevel.size), pi / 2, head, top)

    def _cap(self, edges: list[Any], *, up: bool) -> Any:
        side = 1.0 if up else -1.0
        plane = gp_Ax3(self._frame.point((0.0, 0.0), self._length if up else 0.0), self._frame.way(_NONE, side),
                       self._frame.way((1.0, 0.0), 0))
        return face(Geom_Plane(plane), loop(edges if up else [each.Oriented(TopAbs_REVERSED) for each in reversed(edges)]))

    def _wall(self, side: _Side, low: Any, right: Any, high: Any, left: Any) -> Any:
        if not side.arc:
            along, outward = self._frame.way(side.leaves, 0), self._frame.way(-_left(side.leaves), 0)
            return _patch(Geom_Plane(gp_Ax3(self._frame.point(side.start, 0.0), outward, along)), low, right, high, left)
        surface = Geom_CylindricalSurface(self._about(side, 0.0), side.arc.radius)
        self._traced(surface, side, (low, right, high, left), 0.0, side.turn, self._brow)
        return _patch(surface, low, right, high, left, hollow=side.turn < 0)

    def _chamfer(self, index: int, size: float, low: Any, right: Any, high: Any, left: Any) -> Any:
        side = self._sides[index]
        if not side.arc:
            along, outward = self._frame.way(side.leaves, 0), self._frame.way(-_left(side.leaves), 1)
            return _patch(Geom_Plane(gp_Ax3(self._frame.point(side.start, self._brow), outward, along)), low, right, high, left)
        surface = Geom_ConicalSurface(self._about(side, self._brow), -pi / 4, side.arc.radius)
        self._traced(surface, side, (low, right, high, left), 0.0, side.turn, sqrt(2) * size)
        return _patch(surface, low, right, high, left, hollow=side.turn < 0)

    def _fillet(self, index: int, size: float, low: Any, right: Any, high: Any, left: Any) -> Any:
        side = self._sides[index]
        if side.arc:
            # of a hollow arc the tube lies beyond it, and its frame looks down
            surface = Geom_ToroidalSurface(self._about(side, self._brow), side.arc.radius - side.turn * size, size)
            self._traced(surface, side, (low, right, high, left), 0.0 if side.turn > 0 else pi, 1.0, pi / 2)
            return _patch(surface, low, right, high, left)
        inward = _left(side.leaves)
        surface = Geom_CylindricalSurface(gp_Ax3(self._frame.point(side.start + size * inward, self._brow),
                                                 self._frame.way(-side.leaves, 0), self._frame.way(-inward, 0)), size)
        after = self._corners[(index + 1) % len(self._corners)]
        start, end = (float(np.dot(corner.inward, side.leaves)) for corner in (self._corners[index], after))
        trace(low, Geom2d_Line(gp_Pnt2d(0, 0), gp_Dir2d(0, -1)), surface)
        trace(high, Geom2d_Line(gp_Pnt2d(pi / 2, -start * size), gp_Dir2d(0, -1)), surface)
        angles = pi / 2 * NODES
        for each, begins, share in ((left, 0.0, start), (right, side.length, end)):
            way = np.column_stack([angles, -begins - share * size * (1 - np.cos(angles))])
            trace(each, spline2d(polynomial(way), 0.0, pi / 2), surface)
        return _patch(surface, low, right, high, left)

    @staticmethod
    def _traced(surface: Any, side: _Side, edges: Any, low_v: float, rise: float, high: float) -> None:
        """Traces on a surface about the axis of an arc: u along the arc, v from `low_v` by `rise` times 0 to `high`."""
        low, right, top, left = edges
        for each, v in ((low, low_v), (top, low_v + rise * high)):
            trace(each, Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)), surface)
        for each, u in ((left, 0.0), (right, side.length)):
            trace(each, Geom2d_Line(gp_Pnt2d(u, low_v), gp_Dir2d(0, rise)), surface)


def _around(low: list[Any], upright: list[Any], high: list[Any]) -> list[tuple[Any, Any, Any, Any]]:
    """Lower, right, upper and left edge of each face of a band, seen from outside."""
    return list(zip(low, [*upright[1:], upright[0]], high, upright, strict=True))


def _patch(surface: Any, low: Any, right: Any, high: Any, left: Any, *, hollow: bool = False) -> Any:
    """The face between four edges, seen from outside; the normal of a `hollow` surface looks into the metal."""
    around = [low, right, high.Oriented(TopAbs_REVERSED), left.Oriented(TopAbs_REVERSED)]
    if not hollow:
        return face(surface, loop(around))
    return face(surface, loop([each.Reversed() for each in reversed(around)])).Reversed()


def _left(way: Any) -> Any:
    return np.array((-way[1], way[0]))


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.X(), point.Y(), point.Z()
