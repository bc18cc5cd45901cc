"""Dimensions and datums of one view on the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Literal, NamedTuple, TypeAlias

from configurator.exchange.sheet import Box, Group, Layer, Line, SheetFull, datum, linear
from configurator.exchange.sheet.linear import fits_between
from configurator.exchange.sheet.model import XY
from configurator.exchange.sheet.occupancy import Occupied
from configurator.exchange.sheet.planar import along, unit
from configurator.exchange.sheet.stacking import DimensionWish

from .choice import Shown
from .indications import Across
from .poses import Placement
from .side_choice import Spans, balanced_sides
from .wording import of

AWAY = tuple(float(step) for step in range(4, 64, 4))
"""mm from the end of a dimension line to what stands on it, nearest first (design)."""
_OBLIQUE = tuple(float(sign * step) for step in (8, 12, 16, 22, 28, 36, 44, 52, 60) for sign in (1, -1))
"""mm from the points of an oblique dimension to its line (design)."""
_SHELVES: tuple[Literal[1, -1], ...] = (1, -1)
Sides: TypeAlias = Literal["near", "apart", "weighed"]
SIDES: tuple[Sides, ...] = ("near", "apart", "weighed")
_TAIL = 5.0
"""mm between an extension line and lettering that stands past it: arrow and overshoot."""


class DimensionLine(NamedTuple):
    """Where a dimension of a cylinder came to stand: the tips of its arrows."""

    low: XY
    high: XY
    free_low: XY
    free_high: XY
    """Ends of its line, tails included."""


def span(each: Shown, place: Placement) -> float:
    """mm on paper that a linear dimension measures."""
    assert isinstance(each.indication, Across)
    (_, start, end), way = each.indication.choices[0], each.indication.way
    return abs((end[0] - start[0]) * way[0] + (end[1] - start[1]) * way[1]) * place.scale


def fits(each: Shown, place: Placement, language: str) -> bool:
    """Whether its lettering stands between its extension lines."""
    return fits_between(span(each, place), of(each.numbered, language))


def wishes(level: Sequence[Shown], place: Placement, language: str, sides: Sides) -> list[DimensionWish]:
    """Where each would stand."""
    if sides == "weighed":
        picks = balanced_sides([_spans(each, place, language) for each in level])
    else:
        picks = [int(sides == "apart" and _several(each) and not fits(each, place, language)) for each in level]
    found = []
    for each, pick in zip(level, picks, strict=True):
        assert isinstance(each.indication, Across)
        side, start, end = each.indication.choices[pick]
        found.append(DimensionWish(place.at(start), place.at(end), side, of(each.numbered, language)))  # type: ignore[arg-type]
    return found


def _several(each: Shown) -> bool:
    return isinstance(each.indication, Across) and len(each.indication.choices) > 1


def _spans(each: Shown, place: Placement, language: str) -> Spans:
    assert isinstance(each.indication, Across)
    _, start, end = each.indication.choices[0]
    axis = 0 if abs(each.indication.way[1]) < abs(each.indication.way[0]) else 1
    low, high = sorted((place.at(start)[axis], place.at(end)[axis]))
    words = of(each.numbered, language)
    beyond = 0.0 if fits_between(high - low, words) else words.width + _TAIL
    return Spans(low, high, beyond, tuple(side for side, _, _ in each.indication.choices))


def line_of(group: Group, wish: DimensionWish) -> DimensionLine:
    """The dimension line of a group: the lines that run along what it measures."""
    axis = 0 if wish.side in ("above", "below") else 1
    along = [each for each in group.entities if isinstance(each, Line) and abs(each.start[1 - axis] - each.end[1 - axis]) < 1e-9
             and each.layer == Layer.DIMENSION and abs(each.start[axis] - each.end[axis]) > 1e-9]
    low, high = sorted((wish.start[axis], wish.end[axis]))
    level = next(each.start[1 - axis] for each in along
                 if min(each.start[axis], each.end[axis]) < low + 1e-6 and max(each.start[axis], each.end[axis]) > high - 1e-6)
    ends = [point[axis] for each in along if abs(each.start[1 - axis] - level) < 1e-6 for point in (each.start, each.end)]

    def put(value: float) -> XY:
        return (value, level) if axis == 0 else (level, value)

    return DimensionLine(put(low), put(high), put(min(ends)), put(max(ends)))


def oblique(each: Shown, place: Placement, occupied: Occupied, language: str) -> Group:
    """A dimension along what it measures, neither level nor upright. SheetFull if it has no room."""
    assert isinstance(each.indication, Across)
    _, start, end = each.indication.choices[0]
    first, second = place.at(start), place.at(end)
    way = each.indication.way
    side = (-way[1], way[0])
    words = of(each.numbered, language)
    # the second point is moved onto the direction that is measured
    reach = (second[0] - first[0]) * way[0] + (second[1] - first[1]) * way[1]
    aligned = (first[0] + way[0] * reach, first[1] + way[1] * reach)
    for off in _OBLIQUE:
        for shelf in _SHELVES:
            through = (first[0] + side[0] * off, first[1] + side[1] * off)
            group = linear(first, aligned, through, words, side=shelf)
            if occupied.free(group):
                occupied.add(group)
                return group
    raise SheetFull(f"there is no room for the dimension {words.words!r}; take a smaller scale or a larger sheet")


def datum_of(each: Shown, line: DimensionLine | None, place: Placement, box: Box, occupied: Occupied) -> Group:
    """The letter: of an axis on the line of its diameter, else on the surface."""
    found = each.numbered.each
    if found.kind in ("diameter", "thread"):
        if line is None:
            raise SheetFull(f"the datum {found.datum} of {found.name} has no dimension line to stand on; take a larger scale")
        candidates: Iterator[Group] = (datum(found.datum, end, way, reach=reach)
                                       for reach in (6.0, *(6.0 + away for away in AWAY))
                                       for end, way in ends(line))
    else:
        candidates = _on_surface(each, place, box)
    for group in candidates:
        if occupied.free(group):
            occupied.add(group)
            return group
    raise SheetFull(f"there is no room for the datum {found.datum}; take a smaller scale or a larger sheet")


def ends(line: DimensionLine) -> list[tuple[XY, XY]]:
    """Both arrow tips and the way away from the line."""
    size = hypot(line.high[0] - line.low[0], line.high[1] - line.low[1])
    way = ((line.high[0] - line.low[0]) / size, (line.high[1] - line.low[1]) / size)
    back = (-way[0], -way[1])
    found = [(line.low, back), (line.high, way)]
    # an end where lettering or a tail stands already is no place for more
    return [each for each, free in zip(found, (line.free_low, line.free_high), strict=True)
            if hypot(each[0][0] - free[0], each[0][1] - free[1]) < 1e-6] or found


def _on_surface(each: Shown, place: Placement, box: Box) -> Iterator[Group]:
    """On the extension of a surface's line beyond the view, the triangle on the side that is free of material."""
    assert isinstance(each.indication, Across)
    letter, way = each.numbered.each.datum, each.indication.way
    for _, start, end in each.indication.choices:
        first, second = place.at(start), place.at(end)
        towards = (second[0] - first[0]) * way[0] + (second[1] - first[1]) * way[1]
        out = (-way[0], -way[1]) if towards > 0 else way
        for away in (5.0, *(5.0 + off for off in AWAY)):
            if abs(way[1]) > abs(way[0]):
                sides = ((box.right, 1.0), (box.left, -1.0))
                points = [((edge + sign * away, first[1]), (first[0], first[1])) for edge, sign in sides]
            else:
                sides = ((box.top, 1.0), (box.bottom, -1.0))
                points = [((first[0], edge + sign * away), (first[0], first[1])) for edge, sign in sides]
            for tip, foot in points:
                mark = datum(letter, tip, out)
                beyond = (tip[0] + (2.0 if tip[0] > foot[0] + 1e-9 else -2.0 if tip[0] < foot[0] - 1e-9 else 0.0),
                          tip[1] + (2.0 if tip[1] > foot[1] + 1e-9 else -2.0 if tip[1] < foot[1] - 1e-9 else 0.0))
                yield Group((Line(along(foot, unit(foot, tip), 1.0), beyond, Layer.DIMENSION), *mark.entities), mark.kind)
