"""Shells over a limb as exact solids: two sheets, level rims and flat lands, joined by the edges that they share. No boolean.

Around the wall, from the outer skin over the upper rim to the inner skin and back over the lower rim, faces lie side by side as
strips; between neighbours runs a rail, a curve over the angle. Where the shell is split, rails end on a land, which lies in a
half plane through the axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, sin
from typing import Any

import numpy as np
from OCP.Geom import Geom_Line, Geom_Plane
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Ax3, gp_Dir, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TopAbs import TopAbs_REVERSED

from .limb_fields import Axis
from .limb_openings import Drawn, Loop, loops_of, pierced
from .limb_seats import Seat, blocks
from .limb_sheets import skins
from .splines import Sheet, SplineCurve
from .topology import edge, face, loop, solid_of, trace, vertex


@dataclass
class Strip:
    """One face around the wall between two rails, followed from the outer skin upwards.

    Of a sheet: from `first` to `last`, values of v; else a level plane at the height `first`.
    """

    sheet: Sheet | None
    first: float
    last: float
    up: bool = True
    """Whether a level one looks up."""
    skin: bool = False
    """Whether it is a skin, not an edge."""
    holes: list[Any] = field(default_factory=list)
    """Wires of openings, clockwise in the sheet's parameters."""
    surface: Any = None

    @property
    def turned(self) -> bool:
        """Whether it is run through against the sheet's v."""
        return self.last < self.first

    def rail(self, v: float) -> SplineCurve:
        """Its edge at v."""
        assert self.sheet is not None
        return self.sheet.along_u(v)


def strips(inner: Sheet, outer: Sheet, low: float, high: float) -> list[Strip]:
    """Those of a plain wall."""
    return [Strip(outer, low, high, skin=True), Strip(None, high, high), Strip(inner, high, low, skin=True),
            Strip(None, low, low, up=False)]


@dataclass
class Piece:
    """The strips between two angles, rad, with their rails and what crosses them at both ends."""

    strips: list[Strip]
    start: float
    end: float
    rails: list[Any] = field(default_factory=list)
    """Edge i lies between strip i - 1 and strip i."""
    openings: list[Loop] = field(default_factory=list)
    seats: Sequence[Seat] = ()

    @property
    def skins(self) -> tuple[Strip, Strip]:
        """The outer and the inner one."""
        outer, inner = (strip for strip in self.strips if strip.skin)
        return outer, inner


@dataclass
class _End:
    """What lies at one angle: a vertex on each rail, and an edge across each strip."""

    corners: list[Any]
    across: list[Any]


def shell_of(axis: Axis, pieces: list[Piece]) -> Any:
    """The solid of one piece with lands at both ends, or of two that close a whole turn."""
    whole, faces = len(pieces) == 2, list[Any]()
    for piece in pieces:
        for strip in piece.strips:
            strip.surface = strip.sheet.made() if strip.sheet else None
        outer, inner = piece.skins
        assert outer.sheet
        assert inner.sheet
        outer.holes, inner.holes, walls = pierced(piece.openings, outer.sheet, inner.sheet, (outer.surface, inner.surface))
        faces += walls
        heights = min(inner.first, inner.last), max(inner.first, inner.last)
        carried = blocks(piece.seats, inner.sheet, inner.surface, axis, (piece.start, piece.end), heights, piece.openings)
        inner.holes += carried.holes
        faces += carried.faces
    ends = [_end(piece, piece.start, lines=not whole) for piece in pieces]
    ends += [ends[0]] if whole else [_end(pieces[0], pieces[0].end, lines=True)]
    for number, piece in enumerate(pieces):
        _lay_rails(piece, ends[number], ends[number + 1])
        for strip, first, last, one, two in zip(piece.strips, piece.rails, [*piece.rails[1:], piece.rails[0]],
                                                ends[number].across, ends[number + 1].across, strict=True):
            if strip.sheet:
                for at, on in ((piece.start, one), (piece.end, two)):
                    trace(on, Geom2d_Line(gp_Pnt2d(at, 0), gp_Dir2d(0, 1)), strip.surface)
                faces.append(_bent(strip, first, last, one, two))
            elif not whole:
                faces.append(face(_level(strip), loop((first, two, last.Reversed(), one.Reversed()))))
    if whole:
        for index, strip in enumerate(pieces[0].strips):
            if strip.sheet is None:
                after = (index + 1) % len(pieces[0].strips)
                faces.append(face(_level(strip), loop([piece.rails[index] for piece in pieces]),
                                  loop([piece.rails[after].Reversed() for piece in reversed(pieces)])))
    else:
        faces += [_land(axis, pieces[0], ends[i], at_start=i == 0) for i in (0, 1)]
    return solid_of(faces)


def _ends_of(strip: Strip, before: Strip, angle: float) -> tuple[float, float, float]:
    """The point where a strip begins."""
    at, v = (strip, strip.first) if strip.sheet else (before, before.last)
    assert at.sheet is not None
    x, y, z = at.sheet.at(np.array([[angle, v]]))[0].tolist()
    return x, y, z


def _end(piece: Piece, angle: float, *, lines: bool) -> _End:
    corners = [vertex(_ends_of(strip, piece.strips[index - 1], angle)) for index, strip in enumerate(piece.strips)]
    across = []
    for index, strip in enumerate(piece.strips):
        one, two = corners[index], corners[(index + 1) % len(corners)]
        if strip.sheet:
            lowest, highest = (two, one) if strip.turned else (one, two)
            curve = strip.sheet.along_v(angle)
            across.append(edge(curve.made(), max(strip.first, strip.last), lowest, highest, first=min(strip.first, strip.last)))
        else:
            across.append(_straight(one, two, _ends_of(strip, piece.strips[index - 1], angle),
                                    _ends_of(piece.strips[(index + 1) % len(corners)], strip, angle)) if lines else None)
    return _End(corners, across)


def _straight(one: Any, two: Any, start: Sequence[float], end: Sequence[float]) -> Any:
    way = np.subtract(end, start)
    length = float(np.sqrt((way**2).sum()))
    return edge(Geom_Line(gp_Pnt(*start), gp_Dir(*way.tolist())), length, one, two)


def _lay_rails(piece: Piece, start: _End, end: _End) -> None:
    for index, strip in enumerate(piece.strips):
        before = piece.strips[index - 1]
        curve = strip.rail(strip.first) if strip.sheet else before.rail(before.last)
        rail = edge(curve.made(), piece.end, start.corners[index], end.corners[index], first=piece.start)
        for each, v in ((strip, strip.first), (before, before.last)):
            if each.sheet:
                trace(rail, Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)), each.surface)
        piece.rails.append(rail)


def _bent(strip: Strip, first: Any, last: Any, one: Any, two: Any) -> Any:
    bottom, top = (last, first) if strip.turned else (first, last)
    made = face(strip.surface, loop((bottom, two, top.Reversed(), one.Reversed())), *strip.holes)
    return made.Oriented(TopAbs_REVERSED) if strip.turned else made


def _level(strip: Strip) -> Any:
    return Geom_Plane(gp_Ax3(gp_Pnt(0, 0, strip.first), gp_Dir(0, 0, 1 if strip.up else -1), gp_Dir(1, 0, 0)))


def _land(axis: Axis, piece: Piece, end: _End, *, at_start: bool) -> Any:
    angle, sign = (piece.start, 1.0) if at_start else (piece.end, -1.0)
    normal = gp_Dir(sign * sin(angle), -sign * cos(angle), sign * (cos(angle) * axis.dy - sin(angle) * axis.dx))
    plane = Geom_Plane(gp_Ax3(gp_Pnt(axis.x, axis.y, 0), normal))
    # seen from the start the strips run counter-clockwise
    run = [each.Reversed() if strip.turned else each for strip, each in zip(piece.strips, end.across, strict=True)]
    return face(plane, loop(run if at_start else [each.Reversed() for each in reversed(run)]))


def over_limb(limb: tuple[float, Any, Any], offset: float, wall: float, low: float, high: float, start: float, end: float,
              axis: Axis | None = None, openings: Sequence[Drawn] = (), seats: Sequence[Seat] = ()) -> Any:
    """The solid of a shell over a limb (step, centres, radii) from angle to angle (rad). BuildFailed where none can be had."""
    found = skins(*limb, offset, wall, low, high, start, end, axis)
    spans = [(float(inner.us[0]), float(inner.us[-1])) for inner, _ in found.pieces]
    pieces = [Piece(strips(inner, outer, low, high), *span, openings=loops_of(openings, outer, *span, low, high), seats=seats)
              for (inner, outer), span in zip(found.pieces, spans, strict=True)]
    return shell_of(found.axis, pieces)
