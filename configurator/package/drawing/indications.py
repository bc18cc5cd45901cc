"""How a characteristic can be shown in a view: between which points, at which arc, on which line. mm of the part."""

from __future__ import annotations

from math import atan2, hypot
from typing import Literal, NamedTuple, TypeAlias

from configurator.geometry.views import LineKind, Point2, ends_of
from configurator.product.characteristics import Characteristic
from configurator.product.faces import Face

from .poses import Pose, Segment

_LEVEL = 1e-6
_SAME = 1e-6
_TRUE = 0.02
"""mm between a size and its dimension: outlines that are touched are within 0.01 mm."""


class Across(NamedTuple):
    """A linear dimension. `start` and `end` where extension lines begin, for each of the sides it may stand on."""

    way: Point2
    """Unit; what is measured runs along it."""
    choices: tuple[tuple[str, Point2, Point2], ...]
    """(side, start, end), best first; side above, below, left or right, or "" for what is oblique."""


class Round(NamedTuple):
    """A circle that is seen as one."""

    centre: Point2
    radius: float
    start: float
    end: float
    """Radians between which the outline runs."""


class Pointed(NamedTuple):
    """A leader to a line of the view."""

    tips: tuple[Point2, ...]
    """Best first."""
    outward: Point2
    """Unit: away from the line, out of the material where that is known."""


Indication: TypeAlias = Across | Round | Pointed


def indication(pose: Pose, each: Characteristic) -> Indication | None:
    """How a view shows a characteristic; None if it does not, or shows it otherwise than it measures."""
    first = each.on[0]
    if each.kind in ("diameter", "thread"):
        across = _across(pose, first)
        return across if across and (each.kind == "thread" or _is_true(across, each)) else _round(pose, first)
    if each.kind == "radius":
        arcs = pose.arcs(first)
        return Round(arcs[0].centre, arcs[0].radius, *sorted((arcs[0].start, arcs[0].end))) if arcs else None
    if each.kind == "distance":
        apart = _distance(pose, first, each.on[1])
        return apart if apart and _is_true(apart, each) else None
    return _pointed(pose, first)


def _is_true(how: Across, each: Characteristic) -> bool:
    """Whether what is drawn is as long as what is written at it, on each side."""
    return all(abs(abs((end[0] - start[0]) * how.way[0] + (end[1] - start[1]) * how.way[1]) - each.nominal) < _TRUE
               for _, start, end in how.choices)


def spoken(pose: Pose, each: Characteristic) -> Pointed | None:
    """What no view shows as it is measured is told in words: at letters that are sunk into its surface, else at the surface."""
    engraved = [one.curve for one in pose.view.curves if one.kind == LineKind.ENGRAVED]
    if engraved:
        points = sorted(dict.fromkeys(point for curve in engraved for point in ends_of(curve)))
        return Pointed(tuple(points[len(points) * share // 8] for share in (4, 1, 7, 3, 5)), (0.0, 1.0))
    return _pointed(pose, each.on[0])


def _across(pose: Pose, face: Face) -> Across | None:
    """A cylinder from the side: its two outlines."""
    if face.direction is None or face.kind != "cylinder":
        return None
    way, towards = pose.along(face.direction)
    if abs(towards) > _LEVEL:
        return None
    if face.touching:
        ends = pose.touched(face)
        if len(ends) < 2:
            return None
        return _sided(pose, (-way[1], way[0]), ends[:1], ends[1:])
    segments = pose.segments(face)
    if not segments or not (pose.cuts(face) or _both_sides(pose, face, segments)):
        return None
    x, y = pose.at(face.point)
    side, half = (-way[1], way[0]), (face.diameter or 0.0) / 2
    places = sorted({round((px - x) * way[0] + (py - y) * way[1], 6) for each in segments for px, py in each})
    plus, minus = ([(x + way[0] * at + sign * side[0] * half, y + way[1] * at + sign * side[1] * half) for at in places]
                   for sign in (1, -1))
    return _sided(pose, side, plus, minus, together=True)


def _both_sides(pose: Pose, face: Face, segments: tuple[Segment, ...]) -> bool:
    assert face.direction is not None
    way, _ = pose.along(face.direction)
    x, y = pose.at(face.point)
    return len({(each.start[0] - x) * -way[1] + (each.start[1] - y) * way[0] > 0 for each in segments}) == 2


def _round(pose: Pose, face: Face) -> Round | None:
    arcs = pose.arcs(face)
    if not arcs:
        return None
    longest = max(arcs, key=lambda arc: (round(abs(arc.end - arc.start), 6), -arc.centre[0], -arc.centre[1]))
    low, high = sorted((longest.start, longest.end))
    return Round(longest.centre, longest.radius, low, high)


def _distance(pose: Pose, first: Face, second: Face) -> Across | None:
    """Between what the two surfaces are in the view."""
    one, other = _trace(pose, first, second), _trace(pose, second, first)
    if one is None or other is None:
        return None
    way = one.way or other.way
    if way is None:
        gap = (other.points[0][0] - one.points[0][0], other.points[0][1] - one.points[0][1])
        size = hypot(*gap)
        if size < _SAME:
            return None
        way = (gap[0] / size, gap[1] / size)
    elif one.way and other.way and abs(one.way[0] * other.way[1] - one.way[1] * other.way[0]) > _LEVEL:
        return None
    ones, others = one.points, other.points
    if first.kind == second.kind == "cylinder" and one.way and other.way:
        # the wall between two surfaces of one axis: both on one side of it
        axis = pose.at(first.point)
        for sign in (1.0, -1.0):
            near, far = (_beyond(points, axis, way, sign) for points in (ones, others))
            if near and far:
                return _sided(pose, way, near, far)
        return None
    return _sided(pose, way, ones, others)


def _beyond(points: list[Point2], axis: Point2, way: Point2, sign: float) -> list[Point2]:
    """Those on one side of an axis."""
    return [each for each in points if sign * ((each[0] - axis[0]) * way[0] + (each[1] - axis[1]) * way[1]) > _SAME]


class _Trace(NamedTuple):
    points: list[Point2]
    way: Point2 | None
    """What is measured from it runs along this; None from a point."""


def _trace(pose: Pose, face: Face, other: Face) -> _Trace | None:
    if face.direction is None:
        return None
    way, towards = pose.along(face.direction)
    if face.kind == "plane":
        points = (list(pose.touched(face)) if face.touching else [point for each in pose.segments(face) for point in each])
        return _Trace(points, way) if points else None
    if face.kind != "cylinder":
        return None
    if abs(towards) > 1 - _LEVEL:
        return _Trace([pose.at(face.point)], None)
    if abs(towards) > _LEVEL:
        return None
    side = (-way[1], way[0])
    if _coaxial(face, other):
        points = (list(pose.touched(face)) if face.touching else [point for each in pose.segments(face) for point in each])
        return _Trace(points, side) if points else None
    if not pose.segments(face):
        return None
    ends = [point for each in pose.segments(face) for point in each]
    x, y = pose.at(face.point)
    places = [(px - x) * way[0] + (py - y) * way[1] for px, py in ends]
    return _Trace([(x + way[0] * at, y + way[1] * at) for at in (min(places), max(places))], side)


def _coaxial(face: Face, other: Face) -> bool:
    if other.kind != "cylinder" or face.direction is None or other.direction is None:
        return False
    gap = tuple(a - b for a, b in zip(face.point, other.point, strict=True))
    along = sum(a * b for a, b in zip(gap, face.direction, strict=True))
    return sum(a * a for a in gap) - along * along < 1e-8


def _sided(pose: Pose, way: Point2, ones: list[Point2] | tuple[Point2, ...], others: list[Point2] | tuple[Point2, ...],
           together: bool = False) -> Across:
    """Where the dimension may stand, the side first that is nearest to what it measures."""
    (left, low), (right, high) = pose.box
    sides: tuple[tuple[str, int, float, float], ...]
    if abs(way[1]) < _LEVEL:
        sides = (("above", 1, 1.0, high), ("below", 1, -1.0, low))
    elif abs(way[0]) < _LEVEL:
        sides = (("left", 0, -1.0, left), ("right", 0, 1.0, right))
    else:
        start, end = min(((a, b) for a in ones for b in others), key=lambda pair: _skew(pair[0], pair[1], way))
        return Across(way, (("", start, end),))
    found = []
    for side, axis, sign, edge in sides:
        start = max(ones, key=lambda point: (round(sign * point[axis], 6), point[1 - axis]))
        end = max(others, key=lambda point: (round(sign * point[axis], 6), point[1 - axis]))
        cost = abs(edge - start[axis]) + abs(edge - end[axis])
        found.append((round(cost, 4), side, start, end))
    found.sort(key=lambda each: each[0])
    del together
    return Across(way, tuple((side, start, end) for _, side, start, end in found))


def _skew(start: Point2, end: Point2, way: Point2) -> tuple[float, Point2, Point2]:
    return round(abs((end[0] - start[0]) * -way[1] + (end[1] - start[1]) * way[0]), 4), start, end


def _pointed(pose: Pose, face: Face) -> Pointed | None:
    """Places on the lines of a surface, those that lie outside first."""
    (left, low), (right, high) = pose.box
    middle = ((left + right) / 2, (low + high) / 2)
    if face.touching:
        touched = pose.touched(face)
        return Pointed(touched, _unit(middle, touched[0])) if touched else None
    points: list[Point2] = []
    for each in pose.segments(face):
        points += [(each.start[0] + (each.end[0] - each.start[0]) * part, each.start[1] + (each.end[1] - each.start[1]) * part)
                   for part in (0.5, 0.25, 0.75)]
    outward: Point2 | None = None
    if points and face.kind == "plane" and face.direction is not None:
        outward = pose.along(face.direction)[0]
    if not points:
        for arc in pose.arcs(face):
            way = (arc.start + arc.end) / 2
            from .linework import on_circle

            points += [on_circle(arc.centre, arc.radius, way)]
    if not points:
        return None
    half = (max(right - left, 1e-9) / 2, max(high - low, 1e-9) / 2)

    def inside(point: Point2) -> tuple[float, float, float]:
        reach = max(abs(point[0] - middle[0]) / half[0], abs(point[1] - middle[1]) / half[1])
        return round(-reach, 3), round(-point[0], 4), round(-point[1], 4)

    points.sort(key=inside)
    return Pointed(tuple(dict.fromkeys(points)), outward or _unit(middle, points[0]))


def _unit(start: Point2, end: Point2) -> Point2:
    x, y = end[0] - start[0], end[1] - start[1]
    size = hypot(x, y)
    return (x / size, y / size) if size else (1.0, 0.0)


def angle_of(way: Point2) -> float:
    """Radians."""
    return atan2(way[1], way[0])


Side = Literal["above", "below", "left", "right"]
