"""The sheet of the whole: sections with a number at each part, and the list of parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from configurator.geometry.views import PlaneCurve, View, ViewRequest, extent
from configurator.product.placement import Placement as PartPlacement
from configurator.product.product import Product
from configurator.standards.scales import Scale, series

from .balloons import band, rows_of_balloons
from .choice import plan
from .composition import Blank
from .linework import drawn
from .parts_rows import listed_parts
from .pieces import Piece, turned_into
from .poses import cross, dot, negative
from .tips import tips_of
from .wording import Numbered

_BESIDE = 20.0
"""mm at both sides of a view (design)."""
_OVERALL = 12.0
"""mm under the balloons of a view for its width."""
_HEADING = 10.0
"""mm over a view for its heading."""
_NOTES = 4.0
"""mm between notes and the frame or the title block (design)."""
_ANGLES = (45.0, 135.0, 30.0, 150.0, 60.0, 120.0)
"""Degrees of the hatching of neighbours, the usual ones first (ISO 128-3: neighbours differ)."""
_TOUCH = 0.05
"""mm between cut faces that are neighbours."""


class Looked(NamedTuple):
    """A section of the whole."""

    name: str
    pieces: tuple[Piece, ...]
    axis: float | None
    """Where in it the main axis is, mm to the right; None if the whole is not turned."""

    @property
    def box(self) -> Box:
        """Round all that is drawn, mm."""
        bounds = [found for piece in self.pieces if (found := View(piece.curves).bounds())]
        return Box(min(low[0] for low, _ in bounds), min(low[1] for low, _ in bounds),
                   max(high[0] for _, high in bounds), max(high[1] for _, high in bounds))


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
                return blank, scale, _placed(looked, blank.room, scale.factor, items, language)
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
    return [Blank(paper, (frame(paper), words, table), room.grown(-2.0)) for room in rooms if room.height > 2 * band()]


def _placed(looked: Sequence[Looked], room: Box, scale: float, items: dict[str, str], language: str) -> tuple[Group, ...]:
    """SheetFull if the views or something round them have no room."""
    boxes = [Box(*(each * scale for each in view.box)) for view in looked]
    several = len(looked) > 1
    high = sum(box.height for box in boxes) + len(boxes) * (2 * band() + _OVERALL + _HEADING * several)
    wide = max(box.width for box in boxes) + 2 * _BESIDE
    if high > room.height or wide > room.width:
        raise SheetFull(f"the views need {wide:.0f} x {high:.0f} mm, and there are {room.width:.0f} x {room.height:.0f} mm")
    gap = (room.height - high) / (len(boxes) + 1)
    y = room.top - gap
    occupied, groups, outlines = Occupied(room), list[Group](), list[Box]()
    shifts = []
    for view, box in zip(looked, boxes, strict=True):
        y -= _HEADING * several + band() + box.height
        shift = (room.centre[0] - box.centre[0], y - box.bottom)
        y -= band() + _OVERALL + gap
        made = [drawn(View(piece.curves, piece.regions), scale, f"part {piece.part}", hatch=angle).moved(*shift)
                for piece, angle in zip(view.pieces, _hatching(view.pieces), strict=True)]
        outline = box.moved(*shift)
        if view.axis is not None:
            x = view.axis * scale + shift[0]
            made.append(centre_line((x, outline.bottom), (x, outline.top)))
        shifts.append(shift)
        groups += made
        outlines.append(outline)
        for group in made:
            occupied.add(group)
    done: set[str] = set()
    for index, (view, outline, shift) in enumerate(zip(looked, outlines, shifts, strict=True)):
        tips: dict[str, list[tuple[float, float]]] = {}
        for piece in view.pieces:
            if piece.part in items and piece.part not in done:
                tips.setdefault(items[piece.part], []).extend((x * scale + shift[0], y * scale + shift[1])
                                                              for x, y in tips_of(piece))
        done.update(piece.part for piece in view.pieces)
        balloons = rows_of_balloons(outline, {name: points for name, points in tips.items() if points})
        for group in (*balloons, *_overall(view.box, outline, language)):
            if not occupied.free(group):
                raise SheetFull(f"there is no room for {group.kind}; take a smaller scale or a larger sheet")
            occupied.add(group)
            groups.append(group)
        if several:
            groups.append(_headed(index, outline, occupied, language))
    return tuple(groups)


def _overall(box: Box, outline: Box, language: str) -> list[Group]:
    """What a section measures over all, as auxiliary dimensions outside its balloons."""
    low, right = outline.bottom - band() - proportion("first_pitch"), outline.right + proportion("first_pitch")
    return [linear((outline.left, outline.bottom), (outline.right, outline.bottom), (0.0, low),
                   f"({number(round(box.width, 2), language)})", direction="horizontal"),
            linear((outline.right, outline.bottom), (outline.right, outline.top), (right, 0.0),
                   f"({number(round(box.height, 2), language)})", direction="vertical")]


def _headed(index: int, outline: Box, occupied: Occupied, language: str) -> Group:
    for step in range(16):
        heading = section_label((outline.centre[0], outline.top + band() + 3.0 + 3.5 * step), "AB"[index], language)
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
