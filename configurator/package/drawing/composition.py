"""Arranges views on a sheet in first angle, with all that is told about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from configurator.errors import PackageError
from configurator.exchange.sheet import (
    A3_LANDSCAPE,
    A3_PORTRAIT,
    A4_LANDSCAPE,
    A4_PORTRAIT,
    Box,
    Circle,
    Group,
    Layer,
    Paper,
    Sheet,
    SheetFull,
    cutting_plane,
    detail_circle,
    detail_label,
    frame,
    note_block,
    section_label,
    title_block_box,
)
from configurator.exchange.sheet.occupancy import Occupied
from configurator.standards.scales import Scale, series

from .annotations import Placement, annotate
from .choice import Choice, Shown
from .details import detailed
from .indications import Across
from .linework import axes, drawn, threads
from .poses import Pose

_FIRST, _NEXT = 13.0, 7.0
"""mm from a view to the end of its first dimension and of each further one."""
_LEADERS = 24.0
"""mm beside a view for what stands on leaders (design)."""
_APART = 6.0
"""mm between what belongs to two views (design)."""
_NOTES = 4.0
"""mm between notes and the frame or the title block (design)."""
_TRIES = 4
"""Scales that are tried on a sheet."""
_SMALLER = 2.2
"""A larger sheet is taken where it shows the part so many times larger (design)."""
_FEW = 11
"""So many characteristics still have room on A4 (design)."""
_MARK = 6.0
"""mm that a cutting plane reaches beyond the view it is marked in (design)."""


class Page(NamedTuple):
    """A sheet and the scale of its views."""

    sheet: Sheet
    scale: Scale


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
    for empty, scale in _tries(choice, blanks):
        try:
            return empty, scale, _laid(detailed(choice, scale), empty, scale, language)
        except SheetFull as full:
            last = full
    raise PackageError(f"the drawing does not fit on {blanks[-1].paper.name} at any scale of ISO 5455: {last}")


def _tries(choice: Choice, blanks: Sequence[Blank]) -> list[tuple[Blank, Scale]]:
    """Sheets and scales at which the views fit, the best first: a larger sheet if it shows everything much larger."""
    fitting = [(-scale.factor * (_SMALLER if empty.paper.name == "A4" else 1.0), rank, empty, scale)
               for rank, empty in enumerate(blanks)
               for scale in [each for each in series() if _fits(choice, empty, each)][:_TRIES]]
    return [(empty, scale) for _, _, empty, scale in sorted(fitting, key=lambda each: each[:2])]


class _Margins(NamedTuple):
    left: float
    below: float
    right: float
    above: float


def _margins(choice: Choice, index: int) -> _Margins:
    """What stands round a view takes so much, mm."""
    own = [each for each in choice.shown if each.pose == index]
    sides = dict.fromkeys(("above", "below", "left", "right"), 0)
    others = 0
    for each in own:
        if isinstance(each.indication, Across) and each.indication.choices[0][0]:
            sides[each.indication.choices[0][0]] += 1
        else:
            others += 1
    reach = {side: _FIRST + _NEXT * (count - 1) if count else 0.0 for side, count in sides.items()}
    extra = _LEADERS if others else 4.0
    heading = 10.0 if choice.poses[index].request.section is not None and len(choice.poses) > 1 else 0.0
    if choice.poses[index].enlarged is not None:
        extra = 4.0
    beside = 16.0 if others else 4.0
    return _Margins(max(reach["left"], beside), reach["below"] + extra / 2, max(reach["right"], beside),
                    reach["above"] + extra / 2 + heading)


def _fits(choice: Choice, empty: Blank, scale: Scale) -> bool:
    try:
        _arranged(detailed(choice, scale), empty.room, scale.factor)
    except SheetFull:
        return False
    return True


def _arranged(choice: Choice, room: Box, scale: float) -> list[Placement]:
    """Origin of each view. SheetFull if they need more than there is."""
    boxes = [_paper_box(pose, _factor(pose, scale)) for pose in choice.poses]
    margins = [_margins(choice, index) for index in range(len(boxes))]
    at = {pose.name: index for index, pose in enumerate(choice.poses)}
    column = [at[name] for name in ("above", "front", "below") if name in at]
    # views of one column share the axis: they stand over one another by their origins
    left = max(margins[index].left - boxes[index].left for index in column)
    right = max(margins[index].right + boxes[index].right for index in column)
    heights = [margins[index].above + boxes[index].height + margins[index].below for index in column]
    wide, high = left + right, sum(heights) + _APART * (len(column) - 1)
    second = [index for index, pose in enumerate(choice.poses) if index not in column]
    low = 0.0
    if second:
        wide += _APART + max(margins[index].left + boxes[index].width + margins[index].right for index in second)
        low = sum(margins[index].above + boxes[index].height + margins[index].below + _APART for index in second)
        first = sum(heights[:column.index(at["front"])]) + _APART * column.index(at["front"])
        high = max(high, low - _APART + (first if "beside" in at else 0.0))
    if wide > room.width or high > room.height:
        raise SheetFull(f"the views need {wide:.0f} x {high:.0f} mm, and there are {room.width:.0f} x {room.height:.0f} mm")
    x = room.left + (room.width - wide) / 2 + left
    y = room.top - (room.height - high) / 2
    found: dict[int, Placement] = {}
    for index, height in zip(column, heights, strict=True):
        found[index] = Placement((x, y - margins[index].above - boxes[index].top), scale)
        y -= height + _APART
    front = found[at["front"]].origin[1]
    # what is larger stands level with what it enlarges, where there is room for all of it
    middle = front + boxes[at["front"]].centre[1]
    y = min(room.top, max(room.bottom + (low - _APART), middle + (low - _APART) / 2)) if second else 0.0
    for index in second:
        # what is beside the front view stands level with it, further sections under that
        y = front if choice.poses[index].name == "beside" else y - margins[index].above - boxes[index].top
        factor = _factor(choice.poses[index], scale)
        found[index] = Placement((x + right + _APART + margins[index].left - boxes[index].left, y), factor)
        y += boxes[index].bottom - margins[index].below - _APART
    return [found[index] for index in range(len(boxes))]


def _factor(pose: Pose, scale: float) -> float:
    return scale if pose.enlarged is None else pose.enlarged.factor


def _paper_box(pose: Pose, scale: float) -> Box:
    (left, low), (right, high) = pose.box
    return Box(left * scale, low * scale, right * scale, high * scale)


def _laid(choice: Choice, empty: Blank, scale: Scale, language: str) -> tuple[Group, ...]:
    places = _arranged(choice, empty.room, scale.factor)
    occupied = Occupied(empty.room)
    views: list[Group] = []
    boxes: list[Box] = []
    for pose, place in zip(choice.poses, places, strict=True):
        lines = drawn(pose.view, place.scale, f"view {pose.name}").moved(*place.origin)
        marks = [each.moved(*place.origin) for each in axes(pose.view, place.scale)]
        roots = threads(pose, [each.each for each in (one.numbered for one in choice.shown)], place.scale)
        views += [lines, *(each.moved(*place.origin) for each in roots), *marks]
        box = _paper_box(pose, place.scale).moved(*place.origin)
        for mark in marks:
            box = _around(box, mark.box)
        boxes.append(box)
    for group in views:
        occupied.add(group)
    groups: list[Group] = []
    for index, (pose, place, box) in enumerate(zip(choice.poses, places, boxes, strict=True)):
        own: list[Shown] = [each for each in choice.shown if each.pose == index]
        del pose
        groups += annotate(box, place, own, occupied, language)
    groups += _sections(choice, places, boxes, occupied, language)
    return (*views, *groups)


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top))


def _sections(choice: Choice, places: Sequence[Placement], boxes: Sequence[Box], occupied: Occupied,
              language: str) -> list[Group]:
    """Headings of sections, and their planes in a view that looks along the axis."""
    groups = _details(choice, places, boxes, occupied, language)
    along = next((index for index, pose in enumerate(choice.poses) if pose.name in ("above", "below")), None)
    if along is None:
        return groups
    cut = [index for index, pose in enumerate(choice.poses) if pose.request.section is not None and pose.enlarged is None]
    for letter, index in zip("ABCDEFGH", cut, strict=False):
        pose, box = choice.poses[index], boxes[index]
        for high in (4.0, *(4.0 + _NEXT * step for step in range(1, 12))):
            heading = section_label(((box.left + box.right) / 2, box.top + high), letter, language)
            if occupied.free(heading):
                break
        else:
            raise SheetFull(f"there is no room for the heading of section {letter}-{letter}")
        occupied.add(heading)
        groups.append(heading)
        looker, place, around = choice.poses[along], places[along], boxes[along]
        sight = looker.along(pose.axes[2])[0]
        sight = (-sight[0], -sight[1])
        through = place.at(looker.at(tuple(pose.request.section * each for each in pose.axes[2])))  # type: ignore[arg-type,operator]
        way = (-sight[1], sight[0])
        level = min(abs(way[0]), abs(way[1])) < 1e-9
        reach = max(around.width, around.height) / 2
        if level:
            reach = max(abs((x - through[0]) * way[0] + (y - through[1]) * way[1]) for x, y in around.loop())
        for more in (_MARK, 2 * _MARK, 3 * _MARK, 5 * _MARK):
            ends = [(through[0] + far * way[0], through[1] + far * way[1]) for far in (-reach - more, reach + more)]
            plane = cutting_plane(ends, letter, sight)
            if level:
                # the centre line of the view stands for the chain line of the plane
                plane = Group(plane.entities[1:], plane.kind)
            if occupied.free(plane):
                break
        else:
            raise SheetFull(f"there is no room for the cutting plane {letter}-{letter}")
        occupied.add(plane)
        groups.append(plane)
    return groups


def _details(choice: Choice, places: Sequence[Placement], boxes: Sequence[Box], occupied: Occupied,
             language: str) -> list[Group]:
    """Headings of details, the thin circles round them, and in their view what they show."""
    groups = []
    for letter, (index, pose) in zip("XYZWVU", [each for each in enumerate(choice.poses) if each[1].enlarged is not None],
                                     strict=False):
        assert pose.centre is not None
        rim = Group((Circle(places[index].at(pose.centre), pose.radius * places[index].scale, Layer.THIN),), "detail")
        groups.append(rim)
        origin = next(other for other, each in enumerate(choice.poses) if each.request == pose.request)
        centre, radius = places[origin].at(pose.centre), pose.radius * places[origin].scale
        groups.append(_first_free([detail_circle(centre, radius + more, letter, angle) for more in (0.5,)
                                   for angle in range(0, 360, 15)], occupied, f"the letter of detail {letter}"))
        box = boxes[index]
        middle = (box.left + box.right) / 2
        groups.append(_first_free([detail_label((middle, box.top + 5.0 + _NEXT / 2 * step), letter, language,
                                                str(pose.enlarged)) for step in range(14)], occupied, f"the heading of detail {letter}"))
    return groups


def _first_free(candidates: Sequence[Group], occupied: Occupied, what: str) -> Group:
    for group in candidates:
        if occupied.free(group):
            occupied.add(group)
            return group
    raise SheetFull(f"there is no room for {what}")
