"""Outlines sunk into a flat face, or raised from it, by topology: wires in the face, walls, floors. No boolean.

Lines give planes, arcs cylinders, polynomials ruled faces: every wall is exact and every edge a single curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import hypot, isfinite
from typing import Any, NamedTuple, TypeAlias

from OCP.Geom import Geom_BezierCurve, Geom_BSplineSurface, Geom_Circle, Geom_CylindricalSurface, Geom_Line, Geom_Plane
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax2, gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array2OfPnt
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal
from OCP.TopAbs import TopAbs_FORWARD, TopAbs_REVERSED

from configurator.errors import BuildFailed

from .lands import land_of
from .nesting import area, grouped
from .topology import bounded, edge, face, loop, quadrangle, replaced, trace, vertex

XY: TypeAlias = Sequence[float]


class Arc(NamedTuple):
    """The circle of a piece: its centre, and the signed angle that it runs through, radians, positive to the left."""

    x: float
    y: float
    radius: float
    sweep: float


class Piece(NamedTuple):
    """A line (two poles), a Bezier curve (more), or an arc between its two poles. mm, in the part's XY."""

    poles: Sequence[XY]
    arc: Arc | None = None

    def reversed(self) -> Piece:
        """The same piece run through the other way."""
        return Piece(self.poles[::-1], self.arc and self.arc._replace(sweep=-self.arc.sweep))


class Outline(NamedTuple):
    """A closed outline: each piece begins where the one before ends."""

    pieces: list[Piece]
    polygon: Any
    """(n, 2) points on it, dense enough to tell what lies inside."""

    def turned(self, *, left: bool) -> Outline:
        """The outline running counter-clockwise (`left`), or clockwise."""
        if (area(self.polygon) > 0) == left:
            return self
        return Outline([piece.reversed() for piece in reversed(self.pieces)], self.polygon[::-1])

    def swapped(self) -> Outline:
        """The outline with x and y exchanged, as it is seen from behind."""
        return Outline([Piece([tuple(pole)[::-1] for pole in piece.poles],
                              piece.arc and Arc(piece.arc.y, piece.arc.x, piece.arc.radius, -piece.arc.sweep))
                        for piece in self.pieces], self.polygon[:, ::-1])


def sink(solid: Any, outlines: list[Outline], z: float, depth: float, what: str) -> Any:
    """The solid with what the outlines enclose (even-odd) sunk `depth` mm into its flat face at `z`; negative: raised.

    BuildFailed, which calls them `what`, if no face at `z` holds all of them.
    """
    if not (isfinite(depth) and abs(depth) > 1e-6):
        raise BuildFailed(f"{what} cannot be sunk {depth} mm deep; give a depth, negative to raise it")
    land = land_of(solid, z, [outline.polygon for outline in outlines], what)
    up = land.up
    bench = _Bench(land.z, land.z - depth if up else land.z + depth, up)
    # Outlines run with the ink on their left seen from +Z; a wire has its face on the left seen from outside.
    of_floor, of_land = (TopAbs_FORWARD, TopAbs_REVERSED) if up else (TopAbs_REVERSED, TopAbs_FORWARD)
    plate, islands = face(bench.top, *land.wires), dict[int, Any]()
    made = [plate]
    for group in grouped([outline.polygon for outline in outlines]):
        floor, host = face(bench.bottom), plate if group.host is None else islands[group.host]
        for index in (group.outer, *group.holes):
            above, below, walls = bench.walls(outlines[index].turned(left=index == group.outer).pieces)
            bounded(floor, below.Oriented(of_floor))
            if index == group.outer:
                bounded(host, above.Oriented(of_land))
            else:
                islands[index] = face(bench.top, above.Oriented(of_land), *land.within.get(index, ()))
            made += walls
        made.append(floor)
    return replaced(solid, land.face, [*made, *islands.values()])


class _Bench:
    """Makes the edges and walls between the plane at `top` and the plane at `bottom`."""

    def __init__(self, top: float, bottom: float, up: bool) -> None:
        self.top, self.bottom = _plane(top, up), _plane(bottom, up)
        self._zs = (top, bottom)
        self._way = 1.0 if bottom > top else -1.0
        self._down, self._depth = gp_Dir(0, 0, self._way), abs(bottom - top)
        self._up = up
        self._low, self._high = (Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)) for v in (0.0, self._depth))
        self._left, self._right = (Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)) for u in (0.0, 1.0))

    def walls(self, pieces: list[Piece]) -> tuple[Any, Any, list[Any]]:
        """The wire above, the wire below, both along the pieces, and the walls between them, turned outwards."""
        posts = [self._post(piece.poles[0]) for piece in pieces]
        above, below, walls = [], [], []
        for piece, start, end in zip(pieces, posts, [*posts[1:], posts[0]], strict=True):
            make = self._bent if piece.arc else self._flat if len(piece.poles) == 2 else self._curved
            upper, lower, wall, sense = make(piece, start, end)
            above.append(upper)
            below.append(lower)
            walls.append(wall if sense == self._up else wall.Oriented(TopAbs_REVERSED))
        return loop(above), loop(below), walls

    def _post(self, corner: XY) -> tuple[Any, Any, Any]:
        """Vertex above, vertex below, and the upright edge from the first to the second."""
        x, y = corner
        ends = [vertex((x, y, z)) for z in self._zs]
        return ends[0], ends[1], edge(Geom_Line(gp_Pnt(x, y, self._zs[0]), self._down), self._depth, *ends)

    def _flat(self, piece: Piece, start: Any, end: Any) -> tuple[Any, Any, Any, bool]:
        (x, y), (x1, y1) = piece.poles
        along, length = gp_Dir(x1 - x, y1 - y, 0), hypot(x1 - x, y1 - y)
        origins = [gp_Pnt(x, y, z) for z in self._zs]
        upper, lower = (edge(Geom_Line(origins[i], along), length, start[i], end[i]) for i in (0, 1))
        surface = Geom_Plane(gp_Ax3(origins[0], along.Crossed(self._down), along))
        return upper, lower, quadrangle(surface, upper, end[2], lower, start[2]), True

    def _curved(self, piece: Piece, start: Any, end: Any) -> tuple[Any, Any, Any, bool]:
        count = len(piece.poles)
        rows, both = [TColgp_Array1OfPnt(1, count) for _ in self._zs], TColgp_Array2OfPnt(1, count, 1, 2)
        for row, (column, z) in zip(rows, enumerate(self._zs, 1), strict=True):
            for index, (x, y) in enumerate(piece.poles, 1):
                point = gp_Pnt(x, y, z)
                row.SetValue(index, point)
                both.SetValue(index, column, point)
        upper, lower = (edge(Geom_BezierCurve(rows[i]), 1.0, start[i], end[i]) for i in (0, 1))
        surface = Geom_BSplineSurface(both, *_clamped(1.0, self._depth), *_counts(count - 1), count - 1, 1)
        for each, line in ((upper, self._low), (lower, self._high), (start[2], self._left), (end[2], self._right)):
            trace(each, line, surface)
        return upper, lower, quadrangle(surface, upper, end[2], lower, start[2]), True

    def _bent(self, piece: Piece, start: Any, end: Any) -> tuple[Any, Any, Any, bool]:
        arc, (x, y) = piece.arc, piece.poles[0]
        assert arc
        way = 1.0 if arc.sweep > 0 else -1.0
        # The circle begins where the arc does, so that no seam lies in it; its axis points to where it turns left.
        frames = [(gp_Pnt(arc.x, arc.y, z), gp_Dir(0, 0, way), gp_Dir(x - arc.x, y - arc.y, 0)) for z in self._zs]
        upper, lower = (edge(Geom_Circle(gp_Ax2(*frames[i]), arc.radius), abs(arc.sweep), start[i], end[i]) for i in (0, 1))
        surface = Geom_CylindricalSurface(gp_Ax3(*frames[0]), arc.radius)
        deep = way * self._way
        for each, at in ((upper, 0.0), (lower, deep * self._depth)):
            trace(each, Geom2d_Line(gp_Pnt2d(0, at), gp_Dir2d(1, 0)), surface)
        for each, at in ((start[2], 0.0), (end[2], abs(arc.sweep))):
            trace(each, Geom2d_Line(gp_Pnt2d(at, 0), gp_Dir2d(0, deep)), surface)
        straight = deep > 0
        return upper, lower, quadrangle(surface, upper, end[2], lower, start[2], turned=not straight), straight


def _plane(z: float, up: bool) -> Any:
    return Geom_Plane(gp_Ax3(gp_Pnt(0, 0, z), gp_Dir(0, 0, 1 if up else -1), gp_Dir(1, 0, 0)))


def _clamped(*lasts: float) -> list[Any]:
    """Knots 0 and `last` for each direction."""
    made = []
    for last in lasts:
        made.append(TColStd_Array1OfReal(1, 2))
        made[-1].SetValue(1, 0.0)
        made[-1].SetValue(2, last)
    return made


@cache
def _counts(degree: int) -> tuple[Any, Any]:
    """Multiplicities of the two knots in each direction."""
    made = TColStd_Array1OfInteger(1, 2), TColStd_Array1OfInteger(1, 2)
    for counts, each in zip(made, (degree, 1), strict=True):
        counts.Init(each + 1)
    return made
