"""Headings of sections and details, cutting planes, and the circles round what a detail shows larger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import hypot

from configurator.exchange.sheet import (
    Box,
    Circle,
    Group,
    Layer,
    SheetFull,
    cutting_plane,
    detail_circle,
    detail_label,
    section_label,
)
from configurator.exchange.sheet.occupancy import Occupied

from .choice import Choice
from .poses import Placement

_MARKS = (6.0, 12.0, 18.0, 25.0, 32.0, 40.0)
"""mm that a cutting plane reaches beyond the view it is marked in, the first that has room (design)."""
_LEVELS = tuple(4.0 + 3.5 * step for step in range(18))
"""mm over a view on which its heading may stand: half the levels of dimensions (design)."""
_AIR = 2.0
"""mm round a heading (design)."""
_LETTER_AIR = 1.0
"""mm round the letter of a detail, where there is such a place (design)."""
_SAME = 1e-9
_ANGLES = (*range(45, 360, 15), 0, 15, 30)
"""Degrees at which the letter of a detail stands, first to last."""


class Cramped(SheetFull):
    """Something has no room round one of the views."""

    def __init__(self, pose: int, reason: str) -> None:
        self.pose = pose
        super().__init__(reason)


def rims(choice: Choice, places: Sequence[Placement]) -> list[Group]:
    """The thin circles that details end at."""
    return [Group((Circle(place.at(pose.centre), pose.radius * place.scale, Layer.THIN),), "detail")
            for pose, place in zip(choice.poses, places, strict=True) if pose.centre is not None]


def planes(choice: Choice, places: Sequence[Placement], boxes: Sequence[Box], occupied: Occupied,
           grown: Mapping[int, float]) -> list[Group]:
    """Where sections are cut, in a view that looks along the axis; those square to it in one beside. Cramped if one has no
    room.

    `grown`: mm by which the margins of a view were grown: dimensions that found no room in them may stand between it and marks
    that are as far out.
    """
    along = _along(choice)
    if along is None:
        return []
    groups = []
    for letter, index in _sections(choice):
        pose = choice.poses[index]
        shows = _marked_in(choice, along, index)
        looker, place, box = choice.poses[shows], places[shows], boxes[shows]
        assert pose.request.section is not None
        away = looker.along(pose.axes[2])[0]
        sight, far = (-away[0], -away[1]), pose.request.section
        through = place.at(looker.at((far * pose.axes[2][0], far * pose.axes[2][1], far * pose.axes[2][2])))
        way = (-sight[1], sight[0])
        level = min(abs(way[0]), abs(way[1])) < _SAME
        reach = max(box.width, box.height) / 2
        if level:
            reach = max(abs((x - through[0]) * way[0] + (y - through[1]) * way[1]) for x, y in box.loop())
        # the centre line of the view stands for the chain line of a plane through the axis
        marked = level and hypot(through[0] - place.origin[0], through[1] - place.origin[1]) < _SAME
        candidates = []
        wanted = grown.get(shows, 0.0)
        for more in sorted(_MARKS, key=lambda each: (each < wanted, each)):
            ends = [(through[0] + off * way[0], through[1] + off * way[1]) for off in (-reach - more, reach + more)]
            plane = cutting_plane(ends, letter, sight)
            candidates.append(Group(plane.entities[1:], plane.kind) if marked else plane)
        groups.append(_first_free(candidates, occupied, f"the cutting plane {letter}-{letter}", shows))
    return groups


def _marked_in(choice: Choice, along: int, section: int) -> int:
    """The view in which the plane of a section is seen as a line: that along the axis, or the first one that can."""
    way = choice.poses[section].axes[2]
    others = [index for index, pose in enumerate(choice.poses) if pose.enlarged is None and index != section]
    return next((index for index in (along, *others) if abs(choice.poses[index].along(way)[1]) < _SAME), along)


def heading(choice: Choice, index: int, box: Box, occupied: Occupied, language: str, ceiling: float,
            at: float = 0.0) -> list[Group]:
    """What one view is called, over its box by less than `ceiling` mm and as near as it can be to `at`.

    Cramped if it has no room.
    """
    levels = sorted((up for up in _LEVELS if up < ceiling), key=lambda up: (abs(up - at), up))
    over = [(box.centre[0], box.top + up) for up in levels]
    for letter, each in _enlarged(choice):
        if each == index:
            labels = (detail_label(point, letter, language, str(choice.poses[index].enlarged)) for point in over)
            return [_first_clear(labels, occupied, f"the heading of detail {letter}", index)]
    for letter, each in _sections(choice):
        if each == index and _along(choice) is not None:
            labels = (section_label(point, letter, language) for point in over)
            return [_first_clear(labels, occupied, f"the heading of section {letter}-{letter}", index)]
    return []


def letters(choice: Choice, index: int, place: Placement, occupied: Occupied) -> list[Group]:
    """The letters of details beside what they enlarge in one view. Cramped if one has no room."""
    groups = []
    for letter, at in _enlarged(choice):
        pose = choice.poses[at]
        assert pose.centre is not None
        shows = next(other for other, each in enumerate(choice.poses) if each.request == pose.request)
        if index == shows != at:
            centre, radius = place.at(pose.centre), pose.radius * place.scale
            circles = [detail_circle(centre, radius + 0.5, letter, angle) for angle in _ANGLES]
            airy = (each for each in circles if occupied.clear(Group(each.entities[1:]).box.grown(_LETTER_AIR)))
            groups.append(_first_free(chain(airy, circles), occupied, f"the letter of detail {letter}", index))
    return groups


def _enlarged(choice: Choice) -> list[tuple[str, int]]:
    """Letter and index of each detail."""
    return list(zip("XYZWVU", [index for index, pose in enumerate(choice.poses) if pose.enlarged is not None], strict=False))


def _along(choice: Choice) -> int | None:
    return next((index for index, pose in enumerate(choice.poses) if pose.name in ("above", "below")), None)


def _sections(choice: Choice) -> list[tuple[str, int]]:
    """Letter and index of each view that is a section."""
    cut = [index for index, pose in enumerate(choice.poses) if pose.request.section is not None and pose.enlarged is None]
    return list(zip("ABCDEFGH", cut, strict=False))


def _first_clear(candidates: Iterable[Group], occupied: Occupied, what: str, pose: int) -> Group:
    """The same for a heading, which wants some air."""
    return _first_free((each for each in candidates if occupied.clear(each.box.grown(_AIR))), occupied, what, pose)


def _first_free(candidates: Iterable[Group], occupied: Occupied, what: str, pose: int) -> Group:
    for group in candidates:
        if occupied.free(group):
            occupied.add(group)
            return group
    raise Cramped(pose, f"there is no room for {what}; take a smaller scale or a larger sheet")
