"""Which views a part needs: as few as show every characteristic, a section along the axis first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, sin
from typing import NamedTuple

from configurator.errors import PackageError
from configurator.geometry.answers import FaceRow
from configurator.geometry.views import Arc, LineKind, View, ViewRequest
from configurator.product.faces import Face
from configurator.product.measured import Point

from .indications import Across, Indication, Pointed, Round, indication, spoken
from .poses import Pose, cross, dot, negative
from .wording import Numbered, is_frame

Look = Callable[[Sequence[ViewRequest]], list[View]]
"""Views of the part, in the order asked for."""
_NEAR = 1e-4  # mm: axes that are nearer are one
_TURNED = 0.5
"""Share of a part's area about one axis from which on it is drawn as a turned part (design)."""


class Shown(NamedTuple):
    """A characteristic in the view that shows it."""

    numbered: Numbered
    pose: int
    indication: Indication


class Choice(NamedTuple):
    """Views of a sheet, the one that the others are projected from first, and what each shows."""

    poses: tuple[Pose, ...]
    shown: tuple[Shown, ...]
    turned: bool


class Axis(NamedTuple):
    """What most of a part is turned about."""

    way: Point
    through: Point
    share: float
    """Of the area of its faces, 0 to 1."""


def main_axis(rows: Sequence[FaceRow]) -> Axis:
    """The axis with the greatest area about it, flat faces square to it included."""
    areas: dict[tuple[Point, Point], float] = {}
    for row in rows:
        if row.kind in ("cylinder", "cone", "torus") and row.direction is not None and row.origin is not None:
            key = _axis_of(row.direction, row.origin)
            areas[key] = areas.get(key, 0.0) + row.area
    whole = sum(row.area for row in rows)
    if not areas:
        return Axis((0.0, 0.0, 1.0), (0.0, 0.0, 0.0), 0.0)
    for key in areas:
        areas[key] += sum(row.area for row in rows if row.kind == "plane" and row.direction is not None
                          and abs(dot(row.direction, key[0])) > 1 - 1e-9)
    # equal areas: the axis that comes last in the order x, y, z
    (way, through), area = max(areas.items(), key=lambda each: (round(each[1], 6), each[0]))
    return Axis(way, through, area / whole)


def first_requests(numbered: Sequence[Numbered], rows: Sequence[FaceRow]) -> tuple[ViewRequest, ...]:
    """The views that `choose` asks for first: a section along the axis, and both ends of what is not turned all round."""
    return plan(numbered, rows).requests


class Plan(NamedTuple):
    """How a part is looked at: from where its first section is seen, and what is up and right in it."""

    axis: Axis
    turned: bool
    way: Point
    right: Point
    requests: tuple[ViewRequest, ...]


def plan(numbered: Sequence[Numbered], rows: Sequence[FaceRow]) -> Plan:
    """The section along the axis that most is turned about, and the views of its ends."""
    axis = main_axis(rows)
    turned = axis.share >= _TURNED
    way = axis.way if turned else (0.0, 0.0, 1.0)
    plain = turned and all(_is_turned(row, axis) for row in rows)
    towards = _section_way(numbered, way, axis.through if turned else (0.0, 0.0, 0.0))
    front = ViewRequest(towards, way, section=dot(axis.through, towards) if turned else 0.0)
    right = cross(way, towards)
    ends = () if plain else (ViewRequest(negative(way), cross(negative(way), right)), ViewRequest(way, cross(way, right)))
    return Plan(axis, turned, way, right, (front, *ends))


def choose(numbered: Sequence[Numbered], rows: Sequence[FaceRow], look: Look) -> Choice:
    """The views and what they show. PackageError names a characteristic that none of them can show."""
    axis, turned, way, right, requests = plan(numbered, rows)
    front = requests[0]
    poses = [Pose(name, request, view)
             for name, request, view in zip(("front", "above", "below"), requests, look(requests), strict=False)]
    if not turned or any(_best(each, poses) is None for each in numbered):
        beside = ViewRequest(negative(right), way, section=-dot(axis.through, right) if turned else 0.0)
        poses.append(Pose("beside", beside, look([beside])[0]))
    for name, request in [*_sections_across(numbered, poses), *_more_sections(front, numbered, poses)]:
        if not any(_best(each, poses) is None for each in numbered):
            break
        pose = Pose(name, request, look([request])[0])
        if any(_best(each, poses) is None and _best(each, [pose]) is not None for each in numbered):
            poses.append(pose)
    kept = _kept(poses, [_sure(each, poses) for each in numbered])
    # what a view that is left out showed is shown by another one
    poses = [poses[index] for index in kept]
    return Choice(tuple(poses), tuple(_sure(each, poses) for each in numbered), turned)


def _best(numbered: Numbered, poses: Sequence[Pose]) -> Shown | None:
    found = []
    for index, pose in enumerate(poses):
        how = indication(pose, numbered.each)
        if how is not None:
            found.append((_cost(pose, how), index, how))
    if not found:
        return None
    _, index, how = min(found, key=lambda each: each[:2])
    return Shown(numbered, index, how)


def _spoken(numbered: Numbered, poses: Sequence[Pose]) -> Shown | None:
    """In words, where letters are seen first."""
    if is_frame(numbered.each) or numbered.each.kind == "roughness":
        return None
    lettered = sorted(range(len(poses)),
                      key=lambda index: not any(each.kind == LineKind.ENGRAVED for each in poses[index].view.curves))
    for index in lettered:
        how = spoken(poses[index], numbered.each)
        if how is not None:
            return Shown(numbered, index, how)
    return None


def _sure(numbered: Numbered, poses: Sequence[Pose]) -> Shown:
    found = _best(numbered, poses) or _spoken(numbered, poses)
    if found is None:
        each = numbered.each
        raise PackageError(f"no view shows the characteristic {each.name} ({each.kind} on {each.on[0]}); what is controlled is "
                           "seen from the side or along, in a section along the main axis, from its ends or from its side")
    return found


def _cost(pose: Pose, how: Indication) -> float:
    """What a reader has to do to see it: a size across a section reads best."""
    cut = pose.request.section is not None
    if isinstance(how, Across):
        oblique = how.choices[0][0] == ""
        return (0.0 if cut else 1.0) + (2.5 if oblique else 0.0)
    if isinstance(how, Round):
        return 2.0
    assert isinstance(how, Pointed)
    return 0.0 if cut else 1.0


def _kept(poses: Sequence[Pose], shown: Sequence[Shown]) -> list[int]:
    """Views that show something no other does; of what is not controlled at least one view along the axis shows it."""
    needed = {0, *(each.pose for each in shown)}
    for index, pose in enumerate(poses):
        if any(each.kind == LineKind.ENGRAVED for each in pose.view.curves):
            needed.add(index)
    along = [index for index, pose in enumerate(poses) if pose.name in ("above", "below")]
    if along and not needed.intersection(along):
        def seen(index: int) -> int:
            return sum(each.kind == LineKind.VISIBLE and not isinstance(each.curve, Arc) for each in poses[index].view.curves)

        best = max(along, key=lambda index: (seen(index), -index))
        needed.add(best)
    return sorted(needed)


def _more_sections(front: ViewRequest, numbered: Sequence[Numbered], poses: Sequence[Pose]) -> list[tuple[str, ViewRequest]]:
    """Sections beside the first one, through the axes of controlled features that lie level in it."""
    looker, found = poses[0], dict[float, None]()
    for each, _, _ in numbered:
        for face in each.on:
            if face.kind == "cylinder" and face.direction is not None and abs(looker.along(face.direction)[1]) < 1e-6:
                offset = round(dot(face.point, looker.axes[2]), 6) + 0.0
                if abs(offset - (front.section or 0.0)) > _NEAR:
                    found[offset] = None
    return [("cut" if not index else f"cut {index + 1}", ViewRequest(front.direction, front.up, section=offset))
            for index, offset in enumerate(found)]


def _sections_across(numbered: Sequence[Numbered], poses: Sequence[Pose]) -> list[tuple[str, ViewRequest]]:
    """Sections square to the main axis, seen as its upper end is, through the axes of controlled features that lie in them."""
    looker = next((pose for pose in poses if pose.name == "above"), None)
    if looker is None:
        return []
    ways: dict[float, set[Point]] = {}
    for each, _, _ in numbered:
        for face in each.on:
            if face.kind == "cylinder" and face.direction is not None and not face.touching and (
                    abs(looker.along(face.direction)[1]) < 1e-6):
                offset = round(dot(face.point, looker.axes[2]), 6) + 0.0
                ways.setdefault(offset, set()).add(_axis_of(face.direction, face.point)[0])
    found = [offset for offset, each in ways.items() if len(each) > 1]  # of one direction a section along the axis shows more
    request = looker.request
    return [("across" if not index else f"across {index + 1}", ViewRequest(request.direction, request.up, section=offset))
            for index, offset in enumerate(found)]


def _section_way(numbered: Sequence[Numbered], way: Point, through: Point) -> Point:
    """From where the section is looked at: its plane holds the axis and most of what lies beside it."""
    first = (0.0, -1.0, 0.0) if abs(way[1]) < 0.9 else (0.0, 0.0, 1.0)
    first = _unit(_less(first, way, dot(first, way)))
    right = cross(way, first)
    votes: dict[float, int] = {}
    for each, _, _ in numbered:
        for face in each.on:
            angle = _beside(face, way, through, right, first)
            if angle is not None:
                votes[angle] = votes.get(angle, 0) + 1
    if not votes:
        return first
    angle = max(sorted(votes, key=abs), key=lambda each: votes[each])
    c, s = cos(angle), sin(angle)
    return (c * first[0] + s * right[0] + 0.0, c * first[1] + s * right[1] + 0.0, c * first[2] + s * right[2] + 0.0)


def _beside(face: Face, way: Point, through: Point, right: Point, first: Point) -> float | None:
    """Radians by which the section is turned to hold the axis of a feature beside the main one."""
    if face.kind != "cylinder" or face.direction is None or face.touching:
        return None
    along = abs(dot(face.direction, way))
    if along > 1 - 1e-9:
        gap = (face.point[0] - through[0], face.point[1] - through[1], face.point[2] - through[2])
        x, y = dot(gap, right), -dot(gap, first)
        if hypot(x, y) < _NEAR:
            return None
    elif along < 1e-9:
        x, y = dot(face.direction, right), -dot(face.direction, first)
    else:
        return None
    angle = atan2(y, x)
    while angle > 1.5707963:
        angle -= 3.141592653589793
    while angle <= -1.5707964:
        angle += 3.141592653589793
    return round(angle, 9) + 0.0


def _is_turned(row: FaceRow, axis: Axis) -> bool:
    if row.kind == "plane" and row.direction is not None:
        return abs(dot(row.direction, axis.way)) > 1 - 1e-9
    if row.kind == "sphere" and row.origin is not None:
        return _off(row.origin, axis) < _NEAR
    if row.kind in ("cylinder", "cone", "torus") and row.direction is not None and row.origin is not None:
        return abs(dot(row.direction, axis.way)) > 1 - 1e-9 and _off(row.origin, axis) < _NEAR
    return row.kind == "revolution"


def _off(point: Point, axis: Axis) -> float:
    gap = (point[0] - axis.through[0], point[1] - axis.through[1], point[2] - axis.through[2])
    along = dot(gap, axis.way)
    return float(max(0.0, dot(gap, gap) - along * along) ** 0.5)


def _axis_of(way: Point, origin: Point) -> tuple[Point, Point]:
    lead = next(each for each in way if abs(each) > 1e-9)
    sign = 1.0 if lead > 0 else -1.0
    unit = (sign * way[0] + 0.0, sign * way[1] + 0.0, sign * way[2] + 0.0)
    foot = _less(origin, unit, dot(origin, unit))
    return unit, (round(foot[0], 5) + 0.0, round(foot[1], 5) + 0.0, round(foot[2], 5) + 0.0)


def _less(a: Point, b: Point, times: float) -> Point:
    return (a[0] - times * b[0], a[1] - times * b[1], a[2] - times * b[2])


def _unit(a: Point) -> Point:
    size = dot(a, a) ** 0.5
    return (a[0] / size, a[1] / size, a[2] / size)
