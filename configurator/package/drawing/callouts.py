"""What stands at the end of a leader: tolerance frames, surfaces, radii, and sizes that have no room for lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import atan2, cos, hypot, pi, sin
from typing import Literal, TypeAlias

from configurator.exchange.sheet import Box, Group, Layer, Line, SheetFull, leader, roughness, tolerance_frame
from configurator.exchange.sheet.arrows import arrow
from configurator.exchange.sheet.figures import proportion
from configurator.exchange.sheet.labels import Label
from configurator.exchange.sheet.model import XY
from configurator.exchange.sheet.occupancy import Occupied
from configurator.exchange.sheet.placing import place_around

from .choice import Shown
from .dimensions import AWAY, DimensionLine, ends
from .indications import Across, Pointed, Round
from .poses import Placement
from .wording import FRAMES, Numbered, circled, frame_value, of, roughness_value

_FRAME = 7.0
"""mm, height of a tolerance frame."""
_NUMBER = 7.0
"""mm before a frame or a symbol for the number of the characteristic."""
Make: TypeAlias = Callable[[XY, Literal[1, -1]], Group]


def framed(numbered: Numbered, line: DimensionLine, occupied: Occupied, language: str) -> Group | None:
    """A tolerance frame on the line of a dimension: that of an axis. None if no end of the line has room."""
    for away in AWAY:
        for end, way in ends(line):
            group = _frame_on_line(numbered, end, way, away, language)
            if group is not None and occupied.free(group):
                occupied.add(group)
                return group
    return None


def pointed(each: Shown, how: Pointed, place: Placement, box: Box, occupied: Occupied, language: str) -> Group:
    """A tolerance frame or the symbol of a surface, its leader on a line of the view. SheetFull if it has no room."""
    make = _framed if each.numbered.each.kind in FRAMES else _rough
    last: SheetFull | None = None
    for outside in (True, False):
        for tip in how.tips[:4]:
            at = place.at(tip)
            made = make(each.numbered, at, language)
            try:
                return place_around(box, at, made, occupied, each.numbered.each.name, how.outward if outside else None)
            except SheetFull as full:
                last = full
    assert last is not None
    raise last


def called(each: Shown, place: Placement, box: Box, occupied: Occupied, language: str) -> Group:
    """A size whose lines would be one or are not seen, by its name. SheetFull if it has no room."""
    how, found = each.indication, each.numbered.each
    points = how.tips[:4] if isinstance(how, Pointed) else [how.choices[0][1]] if isinstance(how, Across) else [how.centre]
    words = of(each.numbered, language, each.numbered.label or found.label or found.name)
    last: SheetFull | None = None
    for point in points:
        tip = place.at(point)
        try:
            return place_around(box, tip, partial(_note, tip, words), occupied, found.name)
        except SheetFull as full:
            last = full
    assert last is not None
    raise last


def _note(tip: XY, words: Label, elbow: XY, side: Literal[1, -1]) -> Group:
    return leader(tip, elbow, words, side=side)


def noted(each: Shown, frames: Sequence[Numbered], place: Placement, box: Box, occupied: Occupied, language: str) -> Group:
    """A diameter at a leader, with the tolerances of its axis under it. SheetFull if it has no room."""
    assert isinstance(each.indication, Across)
    words = of(each.numbered, language)

    def make_at(tip: XY) -> Make:
        def make(elbow: XY, side: Literal[1, -1]) -> Group:
            group = leader(tip, elbow, words, side=side)
            level = elbow[1] - proportion("above_line") - _FRAME
            for number in frames:
                frame = _frame(number, (0.0, 0.0), language)
                left = elbow[0] + 1.0 if side > 0 else elbow[0] - 1.0 - frame.box.width
                moved = frame.moved(left - frame.box.left, level)
                group = Group((*group.entities, *moved.entities), group.kind)
                level -= _FRAME + proportion("above_line")
            return group

        return make

    last: SheetFull | None = None
    for _, start, end in each.indication.choices:
        for point in (start, end):
            try:
                return place_around(box, place.at(point), make_at(place.at(point)), occupied, each.numbered.each.name)
            except SheetFull as full:
                last = full
    assert last is not None
    raise last


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
    each, balloon, _ = numbered
    number = circled(balloon)
    frame = tolerance_frame((corner[0] + _NUMBER, corner[1]), FRAMES[each.kind], frame_value(each, language), each.to,
                            above=f"{each.count}×" if each.count > 1 else "")
    circle = number.at((corner[0] + number.width / 2, corner[1] + _FRAME / 2 - 1.75))
    level = corner[1] + _FRAME / 2
    tie = Line((corner[0] + number.width, level), (corner[0] + _NUMBER, level), Layer.DIMENSION)
    return Group((*circle, tie, *frame.entities), frame.kind)



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


def rounded(each: Shown, how: Round, place: Placement, box: Box, occupied: Occupied, language: str) -> Group:
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


