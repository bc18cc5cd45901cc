"""Sets dimensions, frames, symbols and datums of one view on the sheet, each where there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import atan2, cos, hypot, pi, sin
from typing import Literal, NamedTuple

from configurator.exchange.sheet import (
    Box,
    Group,
    Layer,
    Line,
    SheetFull,
    datum,
    leader,
    linear,
    roughness,
    tolerance_frame,
)
from configurator.exchange.sheet.arrows import arrow
from configurator.exchange.sheet.model import XY
from configurator.exchange.sheet.occupancy import Occupied
from configurator.exchange.sheet.placing import place_around
from configurator.exchange.sheet.stacking import DimensionWish, place_dimensions
from configurator.product.characteristics import Characteristic

from .choice import Shown
from .indications import Across, Pointed, Round
from .wording import FRAMES, Numbered, circled, frame_value, is_frame, of, roughness_value

_AWAY = tuple(float(step) for step in range(4, 64, 4))
"""mm from the end of a dimension line to what stands on it, nearest first (design)."""
_OBLIQUE = tuple(float(step) for step in (8, -8, 12, -12, 16, -16, 22, -22, 28, -28, 36, -36))
"""mm from the points of an oblique dimension to its line (design)."""
_LEAST = 0.35
"""mm on paper under which a size is told by a note, its lines being one (design: a wide line is 0.35 to 0.5)."""
_SHELVES: tuple[Literal[1, -1], ...] = (1, -1)
_FRAME = 7.0  # mm, height of a tolerance frame
_NUMBER = 7.0  # mm before a frame or a symbol for the number of the characteristic


class Placement(NamedTuple):
    """Where the part's origin of a view lies on the sheet, and mm on paper for a mm of the part."""

    origin: XY
    scale: float

    def at(self, point: XY) -> XY:
        """A point of the view on the sheet."""
        return self.origin[0] + point[0] * self.scale, self.origin[1] + point[1] * self.scale


class _Line(NamedTuple):
    """Where a dimension of a cylinder came to stand: the tips of its arrows."""

    low: XY
    high: XY
    free_low: XY
    free_high: XY
    """Ends of its line, tails included."""


def annotate(box: Box, place: Placement, shown: Sequence[Shown], occupied: Occupied, language: str) -> list[Group]:
    """Everything that is told in one view; `box` is the view on the sheet. SheetFull if something has no room."""
    sizes = [each for each in shown if isinstance(each.indication, Across)]
    small = [each for each in sizes if _span(each, place) < _LEAST]
    level = [each for each in sizes if each not in small and each.indication.choices[0][0]]  # type: ignore[union-attr]
    oblique = [each for each in sizes if each not in small and each not in level]
    wishes = [_wish(each, place, language) for each in level]
    groups = list(place_dimensions(box, wishes, occupied))
    lines = {id(each.numbered.each): _line_of(group, wish) for each, group, wish in zip(level, groups, wishes, strict=True)}
    groups += [_oblique(each, place, occupied, language) for each in oblique]
    groups += [_datum(each, lines.get(id(each.numbered.each)), place, box, occupied)
               for each in sizes if each.numbered.each.datum]
    for each in shown:
        if each in sizes and each not in small:
            continue
        groups.append(_other(each, small, lines, shown, place, box, occupied, language))
    return groups


def _span(each: Shown, place: Placement) -> float:
    assert isinstance(each.indication, Across)
    (_, start, end), way = each.indication.choices[0], each.indication.way
    return abs((end[0] - start[0]) * way[0] + (end[1] - start[1]) * way[1]) * place.scale


def _wish(each: Shown, place: Placement, language: str) -> DimensionWish:
    assert isinstance(each.indication, Across)
    side, start, end = each.indication.choices[0]
    return DimensionWish(place.at(start), place.at(end), side, of(each.numbered, language))  # type: ignore[arg-type]


def _line_of(group: Group, wish: DimensionWish) -> _Line:
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

    return _Line(put(low), put(high), put(min(ends)), put(max(ends)))


def _oblique(each: Shown, place: Placement, occupied: Occupied, language: str) -> Group:
    assert isinstance(each.indication, Across)
    _, start, end = each.indication.choices[0]
    first, second = place.at(start), place.at(end)
    way = each.indication.way
    side = (-way[1], way[0])
    words = of(each.numbered, language)
    # the second point is moved onto the direction that is measured
    along = (second[0] - first[0]) * way[0] + (second[1] - first[1]) * way[1]
    aligned = (first[0] + way[0] * along, first[1] + way[1] * along)
    for off in _OBLIQUE:
        for shelf in _SHELVES:
            through = (first[0] + side[0] * off, first[1] + side[1] * off)
            group = linear(first, aligned, through, words, side=shelf)
            if occupied.free(group):
                occupied.add(group)
                return group
    raise SheetFull(f"there is no room for the dimension {words.words!r}; take a smaller scale or a larger sheet")


def _datum(each: Shown, line: _Line | None, place: Placement, box: Box, occupied: Occupied) -> Group:
    """The letter: of an axis on the line of its diameter, else on the surface."""
    found = each.numbered.each
    if found.kind in ("diameter", "thread"):
        if line is None:
            raise SheetFull(f"the datum {found.datum} of {found.name} has no dimension line to stand on; take a larger scale")
        candidates: Iterator[Group] = (datum(found.datum, end, way, reach=reach)
                                       for reach in (6.0, *(6.0 + away for away in _AWAY))
                                       for end, way in _ends(line))
    else:
        candidates = _on_surface(each, place, box)
    for group in candidates:
        if occupied.free(group):
            occupied.add(group)
            return group
    raise SheetFull(f"there is no room for the datum {found.datum}; take a smaller scale or a larger sheet")


def _ends(line: _Line) -> list[tuple[XY, XY]]:
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
        for away in (5.0, *(5.0 + off for off in _AWAY)):
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
                yield Group((Line(_towards(foot, tip, 1.0), beyond, Layer.DIMENSION), *mark.entities), mark.kind)


def _other(each: Shown, small: Sequence[Shown], lines: dict[int, _Line], shown: Sequence[Shown], place: Placement, box: Box,
           occupied: Occupied, language: str) -> Group:
    """What is told at the end of a leader: frames, surfaces, circles, radii, and sizes too small to be drawn."""
    found, how = each.numbered.each, each.indication
    if isinstance(how, Round):
        return _round(each, how, place, box, occupied, language)
    if each in small:
        assert isinstance(how, Across)
        tip = place.at(how.choices[0][1])
        words = of(each.numbered, language, found.label or found.name)
        return place_around(box, tip, lambda elbow, side: leader(tip, elbow, words, side=side), occupied, f"{found.name}")
    assert isinstance(how, Pointed)
    if is_frame(found):
        line = _of_the_same(found, lines, shown)
        if line is not None:
            for away in _AWAY:
                for end, way in _ends(line):
                    group = _frame_on_line(each.numbered, end, way, away, language)
                    if group is not None and occupied.free(group):
                        occupied.add(group)
                        return group
    make = _framed if is_frame(found) else _rough
    last: SheetFull | None = None
    for tip in how.tips[:4]:
        at = place.at(tip)
        try:
            return place_around(box, at, make(each.numbered, at, language), occupied, found.name)
        except SheetFull as full:
            last = full
    assert last is not None
    raise last


def _of_the_same(found: Characteristic, lines: dict[int, _Line], shown: Sequence[Shown]) -> _Line | None:
    """The dimension line of the diameter of the same surface: a tolerance of its axis stands on that."""
    if found.on[0].kind != "cylinder" or found.kind in ("cylindricity", "roundness", "runout", "straightness"):
        return None
    for each in shown:
        other = each.numbered.each
        if other.kind in ("diameter", "thread") and other.on[0] == found.on[0] and id(other) in lines:
            return lines[id(other)]
    return None


def _frame_on_line(numbered: Numbered, end: XY, way: XY, away: float, language: str) -> Group | None:
    if abs(way[1]) > 1e-9:
        return None
    frame = _frame(numbered, (0.0, 0.0), language)
    wide = frame.box.width
    start = (end[0] + away if way[0] > 0 else end[0] - away - wide, end[1] - _FRAME / 2)
    moved = frame.moved(start[0] - frame.box.left, start[1])
    near = (end[0] + way[0] * away, end[1])
    return Group((*moved.entities, Line(end, near, Layer.DIMENSION), arrow(end, (-way[0], -way[1]))), frame.kind)


def _frame(numbered: Numbered, corner: XY, language: str) -> Group:
    """Number and tolerance frame; `corner` is the lower left one of both."""
    each, balloon = numbered
    number = circled(balloon)
    frame = tolerance_frame((corner[0] + _NUMBER, corner[1]), FRAMES[each.kind], frame_value(each, language), each.to,
                            above=f"{each.count}×" if each.count > 1 else "")
    circle = number.at((corner[0] + number.width / 2, corner[1] + _FRAME / 2 - 1.75))
    level = corner[1] + _FRAME / 2
    tie = Line((corner[0] + number.width, level), (corner[0] + _NUMBER, level), Layer.DIMENSION)
    return Group((*circle, tie, *frame.entities), frame.kind)


Make = Callable[[XY, Literal[1, -1]], Group]


def _framed(numbered: Numbered, tip: XY, language: str) -> Make:
    frame = _frame(numbered, (0.0, 0.0), language)

    def make(elbow: XY, side: Literal[1, -1]) -> Group:
        left = elbow[0] if side > 0 else elbow[0] - frame.box.width
        moved = frame.moved(left - frame.box.left, elbow[1] - _FRAME / 2)
        return Group((*moved.entities, Line(elbow, tip, Layer.DIMENSION), arrow(tip, _way(elbow, tip))), frame.kind)

    return make


def _rough(numbered: Numbered, tip: XY, language: str) -> Make:
    """The symbol on the level line of a leader."""
    words = roughness_value(numbered.each, language)
    number = circled(numbered.balloon)
    symbol = roughness((0.0, 0.0), words)
    gap = number.width + 1.5
    wide = gap + symbol.box.width

    def make(elbow: XY, side: Literal[1, -1]) -> Group:
        left = elbow[0] + 1.0 if side > 0 else elbow[0] - 1.0 - wide
        placed = symbol.moved(left + gap - symbol.box.left, elbow[1])
        circle = number.at((left + number.width / 2, elbow[1] + 1.6))
        end = elbow[0] + side * (wide + 1.0)
        return Group((*circle, *placed.entities, Line(elbow, (end, elbow[1]), Layer.DIMENSION),
                      Line(tip, elbow, Layer.DIMENSION), arrow(tip, _way(elbow, tip))), f"roughness {words}")

    return make


def _round(each: Shown, how: Round, place: Placement, box: Box, occupied: Occupied, language: str) -> Group:
    """A leader towards the centre, from a place on the arc that can be reached."""
    centre, radius = place.at(how.centre), how.radius * place.scale
    words = of(each.numbered, language)
    middle = (how.start + how.end) / 2

    def tip_for(elbow: XY) -> XY:
        angle = atan2(elbow[1] - centre[1], elbow[0] - centre[0])
        if not any(how.start <= angle + turn <= how.end for turn in (-2 * pi, 0.0, 2 * pi)):
            angle = middle
        return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)

    first = (centre[0] + radius * cos(middle), centre[1] + radius * sin(middle))
    return place_around(box, first, lambda elbow, side: leader(tip_for(elbow), elbow, words, side=side), occupied,
                        each.numbered.each.name)


def _way(start: XY, end: XY) -> XY:
    x, y = end[0] - start[0], end[1] - start[1]
    size = hypot(x, y) or 1.0
    return x / size, y / size


def _towards(start: XY, end: XY, far: float) -> XY:
    way = _way(start, end)
    return start[0] + way[0] * far, start[1] + way[1] * far


