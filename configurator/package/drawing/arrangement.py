"""Where the views of a sheet stand: in projection, or in columns where that has no room. First angle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from configurator.exchange.sheet import Box, SheetFull

from .choice import Choice
from .indications import Across
from .poses import Placement, Pose

_FIRST, _NEXT = 13.0, 7.0
"""mm from a view to the end of its first dimension and of each further one."""
_LEADERS = (14.0, 3.0, 32.0)
"""mm above and below a view for the first thing that stands on a leader, for each further one, and at most (design)."""
_BESIDE = 16.0
"""mm at both sides of a view for what stands on leaders (design)."""
_BARE = 4.0
"""mm round a view without such (design)."""
HEADING = 10.0
"""mm over a view for its heading: lettering of 5 mm with air."""
_PLANES = 10.0
"""mm more at both sides of a view in which cutting planes are marked (design)."""
_APART = 6.0
"""mm between what belongs to two views (design)."""
_SPREAD = 16.0
"""mm that views are moved further apart at most where there is room (design)."""


class Margins(NamedTuple):
    """What stands round a view takes so much, mm."""

    left: float
    below: float
    right: float
    above: float


class _Item(NamedTuple):
    pose: int
    box: Box
    """On paper, about the origin of the part."""
    margins: Margins
    scale: float
    line: float
    """What lines up with the others of its column, mm from the origin: its axis, or the middle of a detail."""

    @property
    def height(self) -> float:
        return self.margins.above + self.box.height + self.margins.below

    @property
    def reach(self) -> tuple[float, float]:
        """To the left and to the right of its line, margins included."""
        return self.margins.left + self.line - self.box.left, self.margins.right + self.box.right - self.line


def arranged(choice: Choice, room: Box, scale: float, grown: Mapping[int, float] | None = None) -> list[Placement]:
    """Origin of each view. `grown`: mm more round a view, by its index. SheetFull if they need more than there is."""
    items = []
    for index, pose in enumerate(choice.poses):
        box = paper_box(pose, factor(pose, scale))
        items.append(_Item(index, box, margins(choice, index, (grown or {}).get(index, 0.0)), factor(pose, scale),
                           0.0 if pose.enlarged is None else box.centre[0]))
    at = {pose.name: index for index, pose in enumerate(choice.poses)}
    axial = [items[at[name]] for name in ("above", "front", "below") if name in at]
    others = [each for each in items if each not in axial]
    found = _stood([axial, others], room, _level(choice, axial, others))
    if found is None:
        found = _stood(_columns([*axial, *others], room.height), room, None)
    if found is None:
        needed = sum(each.height for each in items)
        raise SheetFull(f"the views, together {needed:.0f} mm high, have no room in {room.width:.0f} x {room.height:.0f} mm")
    return [found[index] for index in range(len(items))]


def paper_box(pose: Pose, scale: float) -> Box:
    """What is drawn of a view, about the origin of the part, mm on paper."""
    (left, low), (right, high) = pose.box
    return Box(left * scale, low * scale, right * scale, high * scale)


def factor(pose: Pose, scale: float) -> float:
    """Its scale: the sheet's, or that of a detail."""
    return scale if pose.enlarged is None else pose.enlarged.factor


def margins(choice: Choice, index: int, more: float) -> Margins:
    """What is kept free round a view for what is told of it, `more` mm more than usual."""
    sides = dict.fromkeys(("above", "below", "left", "right"), 0)
    others = 0
    for each in choice.shown:
        if each.pose != index:
            continue
        if isinstance(each.indication, Across) and each.indication.choices[0][0]:
            sides[each.indication.choices[0][0]] += 1
        else:
            others += 1
    reach = {side: _FIRST + _NEXT * (count - 1) if count else 0.0 for side, count in sides.items()}
    first, further, most = _LEADERS
    leaders = min(first + further * (others - 1), most) / 2 if others and choice.poses[index].enlarged is None else _BARE
    beside = _BESIDE if others else _BARE
    heading = HEADING if is_headed(choice, index) else 0.0
    if choice.poses[index].name in ("above", "below"):
        beside += _PLANES
    return Margins(max(reach["left"], beside) + more / 2, max(reach["below"] + leaders, _BARE) + more,
                   max(reach["right"], beside) + more / 2, max(reach["above"] + leaders, _BARE) + more + heading)


def is_headed(choice: Choice, index: int) -> bool:
    """Whether a view has a heading: sections beside other views, and details."""
    pose = choice.poses[index]
    return (pose.request.section is not None and len(choice.poses) > 1) or pose.enlarged is not None


def _level(choice: Choice, axial: Sequence[_Item], others: Sequence[_Item]) -> float | None:
    """mm from the top of the first column to the origin of the front view, if the second one begins level with it."""
    if not others or choice.poses[others[0].pose].name != "beside":
        return None
    depth = 0.0
    for each in axial:
        if choice.poses[each.pose].name == "front":
            return depth + each.margins.above + each.box.top
        depth += each.height + _APART
    return None


def _columns(items: Sequence[_Item], height: float) -> list[list[_Item]]:
    """Views in their order, in as few columns as hold them."""
    found: list[list[_Item]] = []
    for each in items:
        if found and sum(one.height + _APART for one in found[-1]) + each.height <= height:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _stood(columns: Sequence[Sequence[_Item]], room: Box, level: float | None) -> dict[int, Placement] | None:
    """The origins of views that stand in columns, the whole in the middle of the room; None if it has no room.

    `level`: mm from the top of the first column to the level of its origin on which that of the second one begins.
    """
    columns = [each for each in columns if each]
    lefts = [max(item.reach[0] for item in column) for column in columns]
    rights = [max(item.reach[1] for item in column) for column in columns]
    spare = room.width - sum(lefts) - sum(rights) - _APART * (len(columns) - 1)
    highs = [sum(item.height for item in column) + _APART * (len(column) - 1) for column in columns]
    tops = [0.0] * len(columns)
    if level is not None:
        second = columns[1][0]
        begins = level - second.margins.above - second.box.top
        tops = [max(0.0, -begins), max(0.0, begins)]
    whole = max(top + high for top, high in zip(tops, highs, strict=True))
    if spare < 0 or whole > room.height:
        return None
    gap = min(_SPREAD, spare / (len(columns) + 1))
    x = room.left + (spare - gap * (len(columns) - 1)) / 2
    found: dict[int, Placement] = {}
    for column, left, right, high, top in zip(columns, lefts, rights, highs, tops, strict=True):
        # what stands level with something keeps its distance from it
        step = 0.0 if level is not None else min(_SPREAD, (room.height - high) / (len(column) + 1))
        above = (room.height - whole) / 2 + top if level is not None else (room.height - high - step * (len(column) - 1)) / 2
        y = room.top - above
        for item in column:
            found[item.pose] = Placement((x + left - item.line, y - item.margins.above - item.box.top), item.scale)
            y -= item.height + _APART + step
        x += left + right + _APART + gap
    return found
