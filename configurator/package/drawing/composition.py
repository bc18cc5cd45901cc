"""Arranges views on a sheet in first angle, with all that is told about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from heapq import merge
from itertools import islice
from math import inf
from typing import NamedTuple

from configurator.errors import PackageError
from configurator.exchange.sheet import (
    A3_LANDSCAPE,
    A3_PORTRAIT,
    A4_LANDSCAPE,
    A4_PORTRAIT,
    Box,
    Group,
    Paper,
    SheetFull,
    frame,
    note_block,
    title_block_box,
)
from configurator.exchange.sheet.occupancy import Occupied
from configurator.standards.scales import Scale, series

from .annotations import MANNERS, annotate
from .arrangement import HEADING, arranged, margins, paper_box
from .choice import Choice
from .details import detailed
from .headings import Cramped, heading, letters, planes, rims
from .linework import axes, drawn, threads
from .poses import Placement

_NOTES = 4.0
"""mm between notes and the frame or the title block (design)."""
_TRIES = 4
"""Scales that are tried on a sheet."""
_SMALLER = 2.2
"""A larger sheet is taken where it shows the part so many times larger (design)."""
_FEW = 11
"""So many characteristics still have room on A4 (design)."""
_UNDER = 2.0
"""mm under the lettering of a heading in the room that is kept for it (design)."""
_PATIENCE, _MORE = 6, 8.0
"""How often the margins of a view in want of room are grown, and by how many mm (design)."""


class Blank(NamedTuple):
    """Paper with all that is not a view."""

    paper: Paper
    groups: tuple[Group, ...]
    room: Box
    """For views, mm."""


def papers(count: int) -> tuple[Paper, ...]:
    """Which to try, the better first."""
    return (A4_PORTRAIT, A4_LANDSCAPE, A3_LANDSCAPE, A3_PORTRAIT)[0 if count <= _FEW else 2:]


def blank(paper: Paper, notes: Sequence[str], heading: str) -> Blank:
    """A sheet with frame and notes, and the room that they and the title block leave."""
    space, block = paper.space, title_block_box(paper)
    if paper.width > 2 * block.width:
        wide = block.left - space.left - 2 * _NOTES
        lines = note_block((0.0, 0.0), notes, wide, title=heading)
        words = lines.moved(space.left + _NOTES, space.bottom + _NOTES - lines.box.bottom)
        room = Box(space.left, max(block.top, words.box.top + _NOTES), space.right, space.top)
    else:
        lines = note_block((0.0, 0.0), notes, block.width - 2 * _NOTES, title=heading)
        words = lines.moved(block.left + _NOTES, block.top + _NOTES - lines.box.bottom)
        room = Box(space.left, words.box.top + _NOTES, space.right, space.top)
    return Blank(paper, (frame(paper), words), room.grown(-2.0))


def composed(choice: Choice, blanks: Sequence[Blank], language: str) -> tuple[Blank, Scale, tuple[Group, ...]]:
    """Views with all that is told, on the first of some sheets that has room, as large as they fit.

    PackageError says what found no room even at the smallest scale.
    """
    last: SheetFull | None = None
    with_details = cache(partial(detailed, choice))
    for empty, scale in _tries(choice, blanks, with_details):
        try:
            return empty, scale, _laid(with_details(scale), empty, scale, language)
        except SheetFull as full:
            last = full
    raise PackageError(f"the drawing does not fit on {blanks[-1].paper.name} at any scale of ISO 5455: {last}")


def _tries(choice: Choice, blanks: Sequence[Blank], with_details: Callable[[Scale], Choice]) -> Iterator[tuple[Blank, Scale]]:
    """Sheets and scales at which the views fit, the best first: a larger sheet if it shows everything much larger."""
    def on(rank: int, empty: Blank) -> Iterator[tuple[float, int, Blank, Scale]]:
        fitting = (each for each in series() if _fits(choice, empty, each, with_details))
        for scale in islice(fitting, _TRIES):
            yield -scale.factor * (_SMALLER if empty.paper.name == "A4" else 1.0), rank, empty, scale

    ranked = merge(*(on(rank, empty) for rank, empty in enumerate(blanks)), key=lambda each: each[:2])
    return ((empty, scale) for _, _, empty, scale in ranked)


def _fits(choice: Choice, empty: Blank, scale: Scale, with_details: Callable[[Scale], Choice]) -> bool:
    boxes = [paper_box(pose, scale.factor) for pose in choice.poses]
    if any(box.width > empty.room.width or box.height > empty.room.height for box in boxes):
        return False  # details only add to it
    try:
        arranged(with_details(scale), empty.room, scale.factor)
    except SheetFull:
        return False
    return True


def _laid(choice: Choice, empty: Blank, scale: Scale, language: str) -> tuple[Group, ...]:
    """Views moved further apart until all that is told has room."""
    grown: dict[int, float] = {}
    last: Cramped | None = None
    for _ in range(_PATIENCE):
        try:
            places = arranged(choice, empty.room, scale.factor, grown)
            if last is not None and last.pose > 0:  # what has no room even by itself need not wait for those before it
                _told(choice, places, empty, language, grown, last.pose)
            return _told(choice, places, empty, language, grown)
        except Cramped as cramped:
            last = cramped
            grown[cramped.pose] = grown.get(cramped.pose, 0.0) + _MORE
    assert last is not None
    raise last


def _told(choice: Choice, places: Sequence[Placement], empty: Blank, language: str, grown: Mapping[int, float],
          alone: int | None = None) -> tuple[Group, ...]:
    """What is told of all views, or only of the one with the number `alone`."""
    views: list[Group] = []
    boxes: list[Box] = []
    for pose, place in zip(choice.poses, places, strict=True):
        lines = drawn(pose.view, place.scale, f"view {pose.name}").moved(*place.origin)
        marks = [each.moved(*place.origin) for each in axes(pose.view, place.scale)]
        roots = threads(pose, [each.each for each in (one.numbered for one in choice.shown)], place.scale)
        views += [lines, *(each.moved(*place.origin) for each in roots), *marks]
        box = paper_box(pose, place.scale).moved(*place.origin)
        for mark in marks:
            box = _around(box, mark.box)
        boxes.append(box)
    views += rims(choice, places)
    taken = Occupied(empty.room, (*empty.groups, *views))
    groups = planes(choice, places, boxes, taken.copy(), grown)
    for each in groups:
        taken.add(each)
    for index in range(len(boxes)):
        if alone is not None and index != alone:
            continue
        left = taken.copy()
        for other in boxes[:index] + boxes[index + 1:]:  # the other views are left to themselves
            left.keep_out(other)
        over = margins(choice, index, grown.get(index, 0.0)).above - HEADING + _UNDER
        told = _told_of(choice, index, places[index], boxes[index], left, language, over, _ceiling(boxes, index))
        groups += told
        for group in told:
            taken.add(group)
    return (*views, *groups)


def _ceiling(boxes: Sequence[Box], index: int) -> float:
    """mm from the top of a view to the next view over it, where its heading would be taken for that of the other one."""
    own = boxes[index]
    return min((other.bottom - own.top for other in boxes
                if other.bottom >= own.top and other.left < own.right and own.left < other.right), default=inf)


def _told_of(choice: Choice, index: int, place: Placement, box: Box, left: Occupied, language: str, over: float,
             ceiling: float) -> list[Group]:
    """What is told of one view, in the first manner that has room. Cramped if none has.

    `over`: mm over the view where a heading that finds no room is set before all else; `ceiling`: mm over it that no heading
    passes.
    """
    shown = [each for each in choice.shown if each.pose == index]

    def named(told: list[Group], above: list[Group]) -> list[Group]:
        """What is told with a heading as low as can be; `above` is where it stands otherwise."""
        occupied = left.copy()
        for group in told:
            occupied.add(group)
        try:
            above = heading(choice, index, box, occupied, language, ceiling)
        except Cramped:
            if not above:
                raise
            for group in above:
                occupied.add(group)
        return [*told, *above, *letters(choice, index, place, occupied)]

    found: SheetFull | None = None
    for manner in MANNERS:
        try:
            told = annotate(box, place, shown, left.copy(), language, manner)
            try:
                return named(told, [])
            except SheetFull:  # room is kept for the heading, which comes down afterwards
                kept = left.copy()
                above = heading(choice, index, box, kept, language, ceiling, over)
                return named(annotate(box, place, shown, kept, language, manner), above)
        except SheetFull as full:
            found = found or full
    assert found is not None
    raise Cramped(index, str(found)) from found


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top))
