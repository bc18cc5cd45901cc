"""The sheet of the whole: sections with a number at each part, and the list of parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from configurator.errors import PackageError
from configurator.exchange.sheet import (
    A3_LANDSCAPE,
    A3_PORTRAIT,
    A4_PORTRAIT,
    Box,
    Group,
    Paper,
    SheetFull,
    centre_line,
    frame,
    linear,
    note_block,
    number,
    parts_list,
    parts_list_height,
    section_label,
    title_block_box,
)
from configurator.exchange.sheet.figures import proportion
from configurator.exchange.sheet.occupancy import Occupied
from configurator.geometry.answers import PartAnswer
from configurator.geometry.views import PlaneCurve, Point2, View, ViewRequest, extent
from configurator.product.placement import Placement as PartPlacement
from configurator.product.product import Product
from configurator.standards.scales import Scale, series

from .balloons import bands, rows_of_balloons
from .choice import plan
from .composition import Blank
from .linework import drawn
from .parts_rows import listed_parts
from .pieces import Piece, turned_into
from .poses import cross, dot, negative
from .tips import tips_of
from .wording import Numbered

_BESIDE = (5.0, 14.0)
"""mm at the left and at the right of a view, where its height stands (design)."""
_OVERALL, _WIDTH = 16.0, 12.0
"""mm under the balloons of a view for its width, and to its dimension line: below the end of the centre line (design)."""
_LEAST = 40.0
"""mm of room under which no view is tried (design)."""
_HEADING = 10.0
"""mm over a view for its heading."""
_NOTES = 4.0
"""mm between notes and the frame or the title block (design)."""
_ANGLES = (45.0, 135.0, 30.0, 150.0, 60.0, 120.0)
"""Degrees of the hatching of neighbours, the usual ones first (ISO 128-3: neighbours differ)."""
_TOUCH = 0.05
"""mm between cut faces that are neighbours."""


@dataclass(frozen=True)
class Looked:
    """A section of the whole."""

    name: str
    pieces: tuple[Piece, ...]
    axis: float | None
    """Where in it the main axis is, mm to the right; None if the whole is not turned."""

    @cached_property
    def box(self) -> Box:
        """Round all that is drawn, mm."""
        bounds = [found for piece in self.pieces if (found := View(piece.curves).bounds())]
        return Box(min(low[0] for low, _ in bounds), min(low[1] for low, _ in bounds),
                   max(high[0] for _, high in bounds), max(high[1] for _, high in bounds))

    @cached_property
    def tips(self) -> tuple[tuple[str, tuple[Point2, ...]], ...]:
        """Each piece's part, and where leaders may end on it, mm."""
        return tuple((piece.part, tuple(tips_of(piece))) for piece in self.pieces)

    @cached_property
    def hatching(self) -> tuple[float, ...]:
        """Degrees for each piece, so that cut faces that touch differ."""
        return tuple(_hatching(self.pieces))


def requests(answers: Sequence[PartAnswer], placements: Mapping[str, Sequence[PartPlacement]],
             numbered: Mapping[str, Sequence[Numbered]]) -> tuple[tuple[str, ViewRequest, float | None], ...]:
    """Two sections along the axis of the largest made part, square to one another: name, view, and where the axis is."""
    base = max((answer for answer in answers if answer.name in numbered),
               key=lambda each: (_bulk(each), each.name))
    where = placements[base.name][0]
    looked = plan(numbered[base.name], base.faces)
    way, towards = turned_into(where, looked.way), turned_into(where, looked.requests[0].direction)
    through = turned_into(where, looked.axis.through) if looked.turned else (0.0, 0.0, 0.0)
    through = (through[0] + where.x, through[1] + where.y, through[2] + where.z)
    right = cross(way, towards)
    side = negative(right)
    return (("front", ViewRequest(towards, way, section=dot(through, towards)), dot(through, right) if looked.turned else None),
            ("beside", ViewRequest(side, way, section=dot(through, side)), dot(through, towards) if looked.turned else None))


def laid_out(product: Product, looked: Sequence[Looked], notes: Sequence[str], heading: str,
             language: str) -> tuple[Blank, Scale, tuple[Group, ...]]:
    """Sections one above the other beside or above the list, as large as they fit. PackageError says what found no room."""
    rows = listed_parts(product, language)
    items = {row.part: row.row.item for row in rows if row.part}
    last: SheetFull | None = None
    blanks = [each for paper in (A4_PORTRAIT, A3_PORTRAIT, A3_LANDSCAPE)
              for each in _blanks(paper, parts_list([row.row for row in rows], _corner(paper), language),
                                  parts_list_height(len(rows)), notes, heading)]
    for scale in series():
        for blank in blanks:
            try:
                return blank, scale, _placed(looked, blank, scale.factor, items, language)
            except SheetFull as full:
                last = full
    raise PackageError(f"the drawing of the whole does not fit on A3 at any scale of ISO 5455: {last}")


def _corner(paper: Paper) -> tuple[float, float]:
    block = title_block_box(paper)
    return block.right, block.top


def _blanks(paper: Paper, table: Group, high: float, notes: Sequence[str], heading: str) -> list[Blank]:
    """A sheet with its list, and the rooms above it and beside it."""
    space, block = paper.space, title_block_box(paper)
    top = block.top + high
    if top > space.top:
        return []
    wide = block.left - space.left - 2 * _NOTES
    if wide > block.width / 3:
        words = note_block((0.0, 0.0), notes, wide, title=heading)
        words = words.moved(space.left + _NOTES, space.bottom + _NOTES - words.box.bottom)
        above = Box(space.left, max(top, words.box.top + _NOTES), space.right, space.top)
        beside = Box(space.left, words.box.top + _NOTES, block.left, space.top)
        rooms = [above, beside]
    else:
        words = note_block((0.0, 0.0), notes, block.width - 2 * _NOTES, title=heading)
        words = words.moved(block.left + _NOTES, top + _NOTES - words.box.bottom)
        rooms = [Box(space.left, words.box.top + _NOTES, space.right, space.top)]
    return [Blank(paper, (frame(paper), words, table), room.grown(-2.0)) for room in rooms if room.height > _LEAST]


class _Spot(NamedTuple):
    """A section, what is numbered in it, and the room it takes."""

    view: Looked
    box: Box
    numbered: dict[str, list[Point2]]
    """Numbers, and for each some points of its part on paper, about the origin of the view."""
    above: float
    below: float


def _spots(looked: Sequence[Looked], scale: float, items: Mapping[str, str]) -> list[_Spot]:
    """Every part is numbered in the first section that shows it."""
    done: set[str] = set()
    found = []
    for index, view in enumerate(looked):
        tips: dict[str, list[Point2]] = {}
        for part, points in view.tips:
            if part in items and part not in done:
                tips.setdefault(items[part], []).extend((x * scale, y * scale) for x, y in points)
        done.update(piece.part for piece in view.pieces)
        numbered = {name: each for name, each in tips.items() if each}
        above, below = bands(len(numbered))
        found.append(_Spot(view, Box(*(each * scale for each in view.box)), numbered, above + _HEADING * (index > 0),
                           below + _OVERALL))
    return found


def _placed(looked: Sequence[Looked], blank: Blank, scale: float, items: Mapping[str, str], language: str) -> tuple[Group, ...]:
    """SheetFull if the views or something round them have no room."""
    spots, room = _spots(looked, scale, items), blank.room
    high = sum(each.above + each.box.height + each.below for each in spots)
    wide = max(each.box.width for each in spots) + sum(_BESIDE)
    if high > room.height or wide > room.width:
        raise SheetFull(f"the views need {wide:.0f} x {high:.0f} mm, and there are {room.width:.0f} x {room.height:.0f} mm")
    gap = (room.height - high) / (len(spots) + 1)
    y = room.top - gap
    occupied, groups = Occupied(room, blank.groups), list[Group]()
    shifts, outlines = list[Point2](), list[Box]()
    for spot in spots:
        y -= spot.above + spot.box.height
        shift = ((room.left + _BESIDE[0] + room.right - _BESIDE[1]) / 2 - spot.box.centre[0], y - spot.box.bottom)
        y -= spot.below + gap
        shifts.append(shift)
        outlines.append(spot.box.moved(*shift))
        groups += _drawn(spot.view, outlines[-1], scale, shift)
    for group in groups:
        occupied.add(group)
    for index, (spot, outline, shift) in enumerate(zip(spots, outlines, shifts, strict=True)):
        tips = {name: [(x + shift[0], y + shift[1]) for x, y in points] for name, points in spot.numbered.items()}
        for group in (*rows_of_balloons(outline, tips), *_overall(spot.view.box, outline, spot.below, language)):
            if not occupied.free(group):
                raise SheetFull(f"there is no room for {group.kind}; take a smaller scale or a larger sheet")
            occupied.add(group)
            groups.append(group)
        if index:
            groups.append(_headed(index, outline, occupied, language))
    return tuple(groups)


def _drawn(view: Looked, outline: Box, scale: float, shift: Point2) -> list[Group]:
    made = [drawn(View(piece.curves, piece.regions), scale, f"part {piece.part}", hatch=angle).moved(*shift)
            for piece, angle in zip(view.pieces, view.hatching, strict=True)]
    if view.axis is not None:
        x = view.axis * scale + shift[0]
        made.append(centre_line((x, outline.bottom), (x, outline.top)))
    return made


def _overall(box: Box, outline: Box, below: float, language: str) -> list[Group]:
    """What a section measures over all, as auxiliary dimensions outside its balloons."""
    low, right = outline.bottom - below + _OVERALL - _WIDTH, outline.right + proportion("first_pitch")
    return [linear((outline.left, outline.bottom), (outline.right, outline.bottom), (0.0, low),
                   f"({number(round(box.width, 2), language)})", direction="horizontal"),
            linear((outline.right, outline.bottom), (outline.right, outline.top), (right, 0.0),
                   f"({number(round(box.height, 2), language)})", direction="vertical")]


def _headed(index: int, outline: Box, occupied: Occupied, language: str) -> Group:
    for step in range(16):
        heading = section_label((outline.centre[0], outline.top + 4.0 + 3.5 * step), "AB"[index], language)
        if occupied.free(heading):
            occupied.add(heading)
            return heading
    raise SheetFull(f"there is no room for the heading of section {'AB'[index]}")


def _hatching(pieces: Sequence[Piece]) -> list[float]:
    """Degrees for each piece, so that cut faces that touch differ."""
    boxes = [[_outline(region.outer) for region in piece.regions] for piece in pieces]
    angles: list[float] = []
    for index, own in enumerate(boxes):
        taken = {angles[other] for other in range(index)
                 if any(one.grown(_TOUCH).meets(two) for one in own for two in boxes[other])}
        angles.append(next((each for each in _ANGLES if each not in taken), _ANGLES[index % len(_ANGLES)]))
    return angles


def _outline(loop: Sequence[PlaneCurve]) -> Box:
    ends = [extent(curve) for curve in loop]
    return Box(min(low[0] for low, _ in ends), min(low[1] for low, _ in ends),
               max(high[0] for _, high in ends), max(high[1] for _, high in ends))


def _bulk(answer: PartAnswer) -> float:
    x, y, z = answer.measured.size
    return round(x * y * z, 3)
