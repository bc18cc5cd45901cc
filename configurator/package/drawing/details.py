"""Details: what is too small to be read in a section is shown again, larger."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from configurator.geometry.views import Point2
from configurator.geometry.views_clipped import detail
from configurator.standards.scales import Scale, series

from .choice import Choice, Shown
from .indications import Across, Pointed, Round, indication
from .poses import Pose

_SMALL = 5.0
"""mm on paper under which a size is shown in a detail (design: two arrows of 3 mm do not fit)."""
_SMALL_ARC = 1.5
"""mm on paper: the same for a radius (design)."""
_GREATEST = 56.0
"""mm on paper that a detail measures across (design)."""
_LEAST = 24.0
"""mm on paper under which a detail is not worth its place (design)."""
_SHARE = 0.3
"""Of the section's width that the circle of a detail may take; wider ones would be the view again (design)."""
_AIR = 1.12
"""Times the circle round what is shown (design)."""


def detailed(choice: Choice, scale: Scale) -> Choice:
    """The choice with a detail of each section's small features at its right, if it has such."""
    poses, shown = list(choice.poses), list(choice.shown)
    for index, pose in enumerate(choice.poses):
        if pose.request.section is None:
            continue
        small = [each for each in shown if each.pose == index and _is_small(each, scale.factor)]
        made = _detail(pose, small, scale)
        if made is None:
            continue
        poses.append(made)
        for at, each in enumerate(shown):
            if each.pose == index and (moved := _moved(each, made, len(poses) - 1, scale.factor)) is not None:
                shown[at] = moved
        if not any(each.pose == len(poses) - 1 for each in shown):
            poses.pop()
    return Choice(tuple(poses), tuple(shown), choice.turned)


def _is_small(each: Shown, factor: float) -> bool:
    how = each.indication
    if isinstance(how, Round):
        return how.radius * factor < _SMALL_ARC
    return isinstance(how, Across) and each.numbered.each.kind == "distance" and _span(how) * factor < _SMALL


def _span(how: Across) -> float:
    _, start, end = how.choices[0]
    return abs((end[0] - start[0]) * how.way[0] + (end[1] - start[1]) * how.way[1])


def _points(each: Shown) -> list[Point2]:
    """Where a small feature is, as far right as it is."""
    how = each.indication
    if isinstance(how, Across):
        pairs = {side: [start, end] for side, start, end in how.choices}
        found = pairs.get("right") or max(pairs.values(), key=lambda pair: pair[0][0] + pair[1][0])
        # a wall is told on either side: the detail stands at the right
        return [(abs(x), y) for x, y in found] if how.way[1] == 0 else found
    assert isinstance(how, Round)
    return [how.centre]


def _detail(pose: Pose, small: Sequence[Shown], scale: Scale) -> Pose | None:
    """Round the rightmost small features that one circle can hold."""
    wide = pose.box[1][0] - pose.box[0][0]
    held: list[Point2] = []
    for each in sorted(small, key=lambda each: -max(x for x, _ in _points(each))):
        centre, radius = _circle([*held, *_points(each)])
        del centre
        if 2 * radius * _AIR <= _SHARE * wide:
            held += _points(each)
    if not held:
        return None
    centre, radius = _circle(held)
    radius = max(radius * _AIR, 0.06 * wide / 2) + 0.05
    enlarged = next((each for each in series() if 2 * radius * each.factor <= _GREATEST), None)
    if enlarged is None or enlarged.factor < 2 * scale.factor or 2 * radius * enlarged.factor < _LEAST / 2:
        return None
    return Pose("detail", pose.request, detail(pose.view, centre, radius), centre, radius, enlarged)


def _circle(points: Sequence[Point2]) -> tuple[Point2, float]:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    centre = ((left + right) / 2, (low + high) / 2)
    return centre, max(hypot(x - centre[0], y - centre[1]) for x, y in points)


def _moved(each: Shown, made: Pose, index: int, factor: float) -> Shown | None:
    """A characteristic in the detail, if it is shown there and reads better."""
    numbered, how = each.numbered, each.indication
    if numbered.each.kind in ("diameter", "thread"):
        return None
    if isinstance(how, (Across, Round)) and not _is_small(each, factor):
        return None
    if isinstance(how, Pointed) and numbered.each.on[0].touching:
        return None
    if isinstance(how, Pointed) and numbered.each.kind not in ("roughness", "flatness"):
        return None
    found = indication(made, numbered.each)
    if found is None or (isinstance(how, Across) and (not isinstance(found, Across) or abs(_span(found) - _span(how)) > 1e-3)):
        return None
    return Shown(numbered, index, found)
