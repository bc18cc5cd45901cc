"""Pieces of a product as one view shows them together, each in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from configurator.geometry import views
from configurator.geometry.answers import PartAnswer
from configurator.geometry.views import Drawn, LineKind, PlaneCurve, Point2, Region, View, ViewRequest, frame
from configurator.product.measured import Point
from configurator.product.placement import Placement

from .covering import Cover
from .poses import dot

_DRAWN = (LineKind.CUT, LineKind.VISIBLE, LineKind.OUTLINE)
_NEAR = 1e-6  # mm


class Piece(NamedTuple):
    """One piece, mm in the frame of the view of the whole."""

    part: str
    curves: tuple[Drawn, ...]
    regions: tuple[Region, ...]


class Asked(NamedTuple):
    """A piece, and the view of its part that shows it in the view of the whole."""

    part: str
    request: ViewRequest
    shift: Point2
    """mm, where the part's origin is seen."""


def asked(answers: Sequence[PartAnswer], placements: Mapping[str, Sequence[Placement]], request: ViewRequest) -> list[Asked]:
    """What is asked of the parts for a view of the whole; a piece wholly before the section's plane is cut away."""
    right, up, towards = frame(request.direction, request.up)
    found = []
    for answer in answers:
        for placement in placements[answer.name]:
            rows = placement.matrix()
            origin = (rows[0][3], rows[1][3], rows[2][3])
            direction, top = _into(rows, towards), _into(rows, up)
            offset, plane = dot(origin, towards), None
            if request.section is not None:
                near, far = _reach(answer, direction)
                if near + offset > request.section - _NEAR:
                    continue
                plane = request.section - offset if far + offset > request.section + _NEAR else None
            found.append(Asked(answer.name, ViewRequest(direction, top, section=plane), (dot(origin, right), dot(origin, up))))
    return found


def together(wanted: Sequence[Asked], view_of: Callable[[str, ViewRequest], View]) -> list[Piece]:
    """The pieces; lines that lie behind what is cut of another one are left out."""
    seen = []
    for each in wanted:
        view = view_of(each.part, each.request)
        seen.append(Piece(each.part, tuple(Drawn(_moved(one.curve, each.shift), one.kind) for one in view.curves
                                           if one.kind in _DRAWN),
                          tuple(Region(_loop(one.outer, each.shift), tuple(_loop(hole, each.shift) for hole in one.holes))
                                for one in view.regions)))
    cover = Cover([(place, region) for place, piece in enumerate(seen) for region in piece.regions])
    found = []
    for place, piece in enumerate(seen):
        curves: list[Drawn] = []
        for one in piece.curves:
            if one.kind == LineKind.CUT:
                curves.append(one)
            else:
                curves += [Drawn(part, one.kind) for part in cover.left_of(one.curve, place)]
        if curves:
            found.append(piece._replace(curves=tuple(curves)))
    return found


def turned_into(placement: Placement, way: Point) -> Point:
    """A direction of a part in the frame of the whole."""
    rows = placement.matrix()
    return (sum(rows[0][i] * way[i] for i in range(3)), sum(rows[1][i] * way[i] for i in range(3)),
            sum(rows[2][i] * way[i] for i in range(3)))


def _into(rows: tuple[tuple[float, float, float, float], ...], way: Point) -> Point:
    x, y, z = (round(sum(rows[i][j] * way[i] for i in range(3)), 12) + 0.0 for j in range(3))
    return (x, y, z)


def _reach(answer: PartAnswer, way: Point) -> tuple[float, float]:
    """Least and greatest mm of the part's box along a direction."""
    low, high = answer.measured.low, answer.measured.high
    ends = [sorted((low[i] * way[i], high[i] * way[i])) for i in range(3)]
    return sum(each[0] for each in ends), sum(each[1] for each in ends)


def _loop(loop: tuple[PlaneCurve, ...], shift: Point2) -> tuple[PlaneCurve, ...]:
    return tuple(_moved(each, shift) for each in loop)


def _moved(curve: PlaneCurve, shift: Point2) -> PlaneCurve:
    def put(point: Point2) -> Point2:
        return point[0] + shift[0], point[1] + shift[1]

    if isinstance(curve, views.Line):
        return views.Line(put(curve.start), put(curve.end))
    if isinstance(curve, views.Polyline):
        return views.Polyline(tuple(map(put, curve.points)))
    return curve._replace(centre=put(curve.centre))
