"""Shells over a limb as exact solids: two sheets, level rims and flat lands, joined by the edges that they share. No boolean.

Around the wall, from the outer skin over the upper rim to the inner skin and back over the lower rim, faces lie side by side as
strips; between neighbours runs a rail, a curve over the angle. Where the shell is split, rails end on a land, which lies in a
half plane through the axis; at a lap on two, one for each side of the wall, with a sheet between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, sin
from typing import Any, NamedTuple

import numpy as np
from OCP.Geom import Geom_Line, Geom_Plane
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopAbs import TopAbs_REVERSED
from OCP.TopoDS import TopoDS

from configurator.errors import BuildFailed

from .limb_edges import Strip, strips
from .limb_fields import Axis
from .limb_openings import Drawn, Loop, loops_of, pierced
from .limb_seats import Seat, blocks
from .limb_sheets import Wall, checked_turn, wall_over
from .splines import Sheet, SplineCurve
from .topology import edge, face, loop, solid_of, trace, vertex


class Split(NamedTuple):
    """Where the sides of a wall end, rad; and the sheet between them, if they end at different angles."""

    outer: float
    inner: float
    between: Sheet | None = None


@dataclass
class Piece:
    """The strips between two splits, the outer side first, with their rails and the openings through them."""

    strips: list[Strip]
    start: Split
    end: Split
    openings: list[Loop] = field(default_factory=list)
    seats: Sequence[Seat] = ()
    rails: list[Any] = field(default_factory=list)
    """Edge i lies between strip i - 1 and strip i."""

    @property
    def skins(self) -> tuple[Strip, Strip]:
        """The outer and the inner one."""
        outer, inner = (strip for strip in self.strips if strip.skin)
        return outer, inner


@dataclass
class _End:
    """What lies at a split: a vertex on each rail, and edges across each strip, oriented along it; on a level one there are
    three at a lap. Then the sheet of the lap, and its edges upwards at the angles of the outer and the inner side."""

    corners: list[Any]
    across: list[list[Any]]
    lap: Any = None
    ups: tuple[Any, ...] = ()


def over_limb(limb: tuple[float, Any, Any], offset: float, wall: float, low: float, high: float, start: float, end: float,
              axis: Axis | None = None, openings: Sequence[Drawn] = (), rounding: float = 0.0, lap: float = 0.0,
              gap: float = 0.0, seats: Sequence[Seat] = ()) -> Any:
    """The solid of a shell over a limb (step, centres, radii) from angle to angle (rad). BuildFailed where none can be had."""
    whole = checked_turn(start, end)
    known = wall_over(*limb, offset, wall, low, high, axis)
    middle = (start + end) / 2
    if whole:
        splits = [Split(each, each) for each in (start, middle, end)]
    elif lap:
        splits = _lapped(known, wall, start, end, lap, gap)
    else:
        splits = [Split(start, start), Split(end, end)]
    pieces = []
    for one, two in pairwise(splits):
        inner, outer = known.sheet(known.inside, one.inner, two.inner), known.sheet(known.outside, one.outer, two.outer)
        through = loops_of(openings, outer, max(one[:2]), min(two[:2]), low + rounding, high - rounding)
        pieces.append(Piece(strips(inner, outer, low, high, wall, rounding), one, two, through, seats))
    return _woven(known.axis, pieces)


def _lapped(known: Wall, wall: float, start: float, end: float, lap: float, gap: float) -> list[Split]:
    """At the start the outer side reaches over the split, at the end it leaves room for that of the next part."""
    if not 0 <= gap < wall - 0.6:
        raise BuildFailed(f"a lap with a gap of {gap:g} mm leaves less than 0.3 mm for each side of a wall of {wall:g} mm")
    if not 0.5 <= lap <= 20:
        raise BuildFailed(f"a lap of {lap:g} mm is none; take 0.5 to 20 mm, or 0")
    heights, found = np.linspace(known.low, known.high, 24), []
    for angle, side, clear in ((start, 1.0, 0.0), (end, -1.0, gap)):
        least = float(known.inside.at(np.full(24, angle), heights).min())
        outer = angle - (lap + clear) / least
        between = known.inside.offset(wall / 2 + side * gap / 2)
        found.append(Split(outer, angle, known.sheet(between, outer, angle)))
    return found


def _woven(axis: Axis, pieces: list[Piece]) -> Any:
    """The solid of one piece with lands at both ends, or of two that close a whole turn."""
    whole, faces = len(pieces) == 2, list[Any]()
    for piece in pieces:
        for strip in piece.strips:
            strip.surface = strip.sheet.made() if strip.sheet else None
        outer, inner = piece.skins
        assert outer.sheet
        assert inner.sheet
        outer.holes, inner.holes, walls = pierced(piece.openings, outer.sheet, inner.sheet, (outer.surface, inner.surface))
        heights = min(inner.first, inner.last), max(inner.first, inner.last)
        carried = blocks(piece.seats, inner.sheet, inner.surface, axis, (piece.start.inner, piece.end.inner), heights,
                         piece.openings)
        inner.holes += carried.holes
        faces += [*walls, *carried.faces]
    ends = [_end(piece, piece.start, lines=not whole) for piece in pieces]
    ends += [ends[0]] if whole else [_end(pieces[0], pieces[0].end, lines=True)]
    for piece, start, end in zip(pieces, ends[:-1], ends[1:], strict=True):
        _lay_rails(piece, start, end)
        for strip, first, last, ones, twos in zip(piece.strips, piece.rails, [*piece.rails[1:], piece.rails[0]],
                                                  start.across, end.across, strict=True):
            around = loop((first, *twos, last.Reversed(), *_back(ones)))
            if strip.sheet:
                for split, (on,) in ((piece.start, ones), (piece.end, twos)):
                    trace(TopoDS.Edge_s(on), Geom2d_Line(gp_Pnt2d(_side(split, strip), 0), gp_Dir2d(0, 1)), strip.surface)
                made = face(strip.surface, around.Reversed() if strip.turned else around, *strip.holes)
                faces.append(made.Oriented(TopAbs_REVERSED) if strip.turned else made)
            elif not whole:
                faces.append(face(_level(strip), around))
    if whole:
        for index, strip in enumerate(pieces[0].strips):
            if strip.sheet is None:
                after = (index + 1) % len(pieces[0].strips)
                faces.append(face(_level(strip), loop([piece.rails[index] for piece in pieces]),
                                  loop(_back([piece.rails[after] for piece in pieces]))))
        return solid_of(faces)
    for split, end, at_start in ((pieces[0].start, ends[0], True), (pieces[0].end, ends[1], False)):
        faces += _lands(axis, pieces[0].strips, split, end, at_start=at_start)
        if end.lap is not None:
            faces.append(end.lap.Oriented(TopAbs_REVERSED) if at_start else end.lap)
    return solid_of(faces)


def _back(edges: Sequence[Any]) -> list[Any]:
    return [each.Reversed() for each in reversed(edges)]


def _side(split: Split, strip: Strip) -> float:
    return split.outer if strip.outer else split.inner


def _places(strips: list[Strip], split: Split) -> list[Any]:
    """(3,) where each rail ends."""
    found = []
    for index, strip in enumerate(strips):
        at, v = (strip, strip.first) if strip.sheet else (strips[index - 1], strips[index - 1].last)
        assert at.sheet
        found.append(at.sheet.at(np.array([[_side(split, at), v]]))[0])
    return found


def _end(piece: Piece, split: Split, *, lines: bool) -> _End:
    places = _places(piece.strips, split)
    found = _End([vertex(each.tolist()) for each in places], [])
    lap = _Lap(split) if split.between else None
    for index, strip in enumerate(piece.strips):
        after = (index + 1) % len(places)
        one, two = found.corners[index], found.corners[after]
        if strip.sheet:
            lowest, highest = (two, one) if strip.turned else (one, two)
            made = _along(strip.across(_side(split, strip)), lowest, highest)
            found.across.append([made.Reversed() if strip.turned else made])
        elif lap:
            found.across.append(lap.across(strip, (one, places[index]), (two, places[after])))
        else:
            found.across.append([_straight(one, two, places[index], places[after])] if lines else [])
    if lap:
        found.lap, found.ups = lap.made(), lap.ups
    return found


class _Lap:
    """The sheet between the two sides of the wall at a split, with its four edges."""

    def __init__(self, split: Split) -> None:
        assert split.between
        sheet = self._sheet = split.between
        self._surface, angles, heights = sheet.made(), (split.outer, split.inner), (sheet.vs[0], sheet.vs[-1])
        self._places = [[sheet.at(np.array([[u, v]]))[0] for u in angles] for v in heights]
        self._corners = [[vertex(each.tolist()) for each in row] for row in self._places]
        self._levels = [_along(sheet.along_u(v), *row) for v, row in zip(heights, self._corners, strict=True)]
        self.ups = tuple(_along(sheet.along_v(u), self._corners[0][k], self._corners[1][k]) for k, u in enumerate(angles))
        for on, v in zip(self._levels, heights, strict=True):
            trace(on, Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)), self._surface)
        for on, u in zip(self.ups, angles, strict=True):
            trace(on, Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)), self._surface)

    def across(self, strip: Strip, one: tuple[Any, Any], two: tuple[Any, Any]) -> list[Any]:
        """Edges over a level strip between corners (vertex, place)."""
        row = int(strip.up)
        if strip.up:
            outer, inner = one, two
        else:
            inner, outer = one, two
        corners, places = self._corners[row], self._places[row]
        run = [_straight(outer[0], corners[0], outer[1], places[0]), self._levels[row],
               _straight(corners[1], inner[0], places[1], inner[1])]
        return run if strip.up else _back(run)

    def made(self) -> Any:
        """The face, looking outwards."""
        bottom, top = self._levels
        return face(self._surface, loop((bottom, self.ups[1], top.Reversed(), self.ups[0].Reversed())))


def _along(curve: SplineCurve, start: Any, end: Any) -> Any:
    return edge(curve.made(), float(curve.knots[-1]), start, end, first=float(curve.knots[0]))


def _straight(one: Any, two: Any, start: Any, end: Any) -> Any:
    way = end - start
    length = float(np.sqrt((way**2).sum()))
    return edge(Geom_Line(gp_Pnt(*start.tolist()), gp_Dir(*way.tolist())), length, one, two)


def _lay_rails(piece: Piece, start: _End, end: _End) -> None:
    for index, strip in enumerate(piece.strips):
        before = piece.strips[index - 1]
        curve = strip.rail(strip.first) if strip.sheet else before.rail(before.last)
        rail = _along(curve, start.corners[index], end.corners[index])
        for each, v in ((strip, strip.first), (before, before.last)):
            if each.sheet:
                trace(rail, Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)), each.surface)
        piece.rails.append(rail)


def _level(strip: Strip) -> Any:
    return Geom_Plane(gp_Ax3(gp_Pnt(0, 0, strip.first), gp_Dir(0, 0, 1 if strip.up else -1), gp_Dir(1, 0, 0)))


def _lands(axis: Axis, strips: list[Strip], split: Split, end: _End, *, at_start: bool) -> list[Any]:
    """The flat faces of a split. Seen from the start of the shell, strips run around them counter-clockwise."""
    if not end.ups:
        runs = [(split.outer, [each for row in end.across for each in row])]
    else:
        levels = {strip.up: row for strip, row in zip(strips, end.across, strict=True) if strip.sheet is None}
        outer, inner = ([each for strip, row in zip(strips, end.across, strict=True) if strip.sheet and strip.outer == side
                         for each in row] for side in (True, False))
        runs = [(split.outer, [*outer, levels[True][0], end.ups[0].Reversed(), levels[False][2]]),
                (split.inner, [levels[True][2], *inner, levels[False][0], end.ups[1]])]
    found = []
    for angle, run in runs:
        sign = 1.0 if at_start else -1.0
        normal = gp_Dir(sign * sin(angle), -sign * cos(angle), sign * (cos(angle) * axis.dy - sin(angle) * axis.dx))
        plane = Geom_Plane(gp_Ax3(gp_Pnt(axis.x, axis.y, 0), normal))
        found.append(face(plane, loop(run if at_start else _back(run))))
    return found
