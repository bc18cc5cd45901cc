"""Outline of a plate: a clamp around the pylon, four arms that end in seats, and two ears behind.

Frame: the axis of the pylon is Z, +X is forward. mm.
"""

from __future__ import annotations

from math import acos, asin, atan2, ceil, cos, degrees, hypot, pi, radians, sqrt, tan
from math import sin as sin_of
from typing import NamedTuple

Point = tuple[float, float]
Section = list["Point | tuple[Point, Point]"]


class Ears(NamedTuple):
    """The two ears behind, mm: what is between them, thickness of one, and where they end."""

    slot: float
    thick: float
    reach: float

    @property
    def outside(self) -> float:
        """From the middle to the outer side of an ear."""
        return self.slot / 2 + self.thick


def outline(bore: float, wall: float, arms: tuple[tuple[float, float], ...], half: float, ears: Ears) -> Section:
    """Corners and arcs of the outline, counter-clockwise, as `solids.extruded` takes them.

    `bore`: diameter; `wall`: of the clamp. `arms`: (direction in degrees from +X, distance of the face from the axis) of
    each, in order from 0 to 360. `half`: half the breadth of an arm.
    """
    hub, lip = bore / 2 + wall, ears.slot / 2
    corners: list[Point] = []
    round_at: list[int] = []
    for number, (direction, far) in enumerate(arms):
        spread = degrees(atan2(half, far))
        if number == 0 or not _behind(arms[number - 1][0], direction):
            middle, gap = _between(arms[number - 1], (direction, far), half)
            # the waist between two arms has two corners; its flat must not come nearer to the bore than the wall
            waist = min(_WAIST, gap / 2 - _NARROW)
            corners += [_polar(hub / cos(radians(waist)), middle - waist), _polar(hub / cos(radians(waist)), middle + waist)]
        round_at += [len(corners), len(corners) + 1]
        corners += [_polar(hypot(far, half), direction - spread), _polar(hypot(far, half), direction + spread)]
        after = arms[(number + 1) % len(arms)][0]
        if _behind(direction, after):
            ear = [(-ears.reach, ears.outside), (-ears.reach, lip), (-sqrt((bore / 2) ** 2 - lip**2), lip)]
            upper, lower = (_root(each, half, hub, ears.outside) + ear for each in (direction, 360 - after))
            corners += upper + [(x, -y) for x, y in reversed(lower)]
    path: Section = []
    for number, corner in enumerate(corners):
        if number in round_at:
            path += _rounded(corners[number - 1], corner, corners[(number + 1) % len(corners)])
        elif corner[0] < 0 and corners[number - 1] == (corner[0], -corner[1]):
            path.append(((bore / 2, 0.0), corner))  # around the bore
        else:
            path.append(corner)
    return path


def screw_at(arms: tuple[tuple[float, float], ...], half: float, clear: float, high: float, least: float) -> float:
    """How far behind the axis the screw of the ears is put in from a side without meeting an arm, to 0.1 mm.

    `clear`: what is kept free around its axis; `high`: so far from the middle it is put in; `least`: where it is at least.
    """
    found = [least]
    for direction, far in arms:
        way = radians(min(direction, 360 - direction))
        if way > pi / 2:  # the flank behind, up to where the screw or the arm ends
            along = min((high - half * cos(way)) / sin_of(way), far)
            found.append(half * sin_of(way) - along * cos(way) + clear)
    return ceil(10 * max(found) - 1e-6) / 10


def area(path: Section) -> float:
    """mm2 that corners and arcs enclose, counter-clockwise."""
    points, arcs = _taken_apart(path)
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True))
    return twice / 2 + sum(_segment(*each) for each in arcs)


def ends(path: Section) -> tuple[Point, Point]:
    """Least and greatest corner of the box around a path whose outermost places are arcs or straight sides."""
    points, arcs = _taken_apart(path)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for start, middle, end in arcs:
        x, y, radius = _circle(start, middle, end)
        if radius < 2 * ROUND and _segment(start, middle, end) > 0:  # the bore is an arc too, and ends nowhere
            from_x, to_x = sorted((start[0], end[0]))
            from_y, to_y = sorted((start[1], end[1]))
            for far in (x - radius, x + radius):
                if _spans(start, middle, end, (far, y)):
                    from_x, to_x = min(from_x, far), max(to_x, far)
            for far in (y - radius, y + radius):
                if _spans(start, middle, end, (x, far)):
                    from_y, to_y = min(from_y, far), max(to_y, far)
            xs += [from_x, to_x]
            ys += [from_y, to_y]
    return (min(xs), min(ys)), (max(xs), max(ys))


def _taken_apart(path: Section) -> tuple[list[Point], list[tuple[Point, Point, Point]]]:
    """Corners, and arcs by start, a point between, and end."""
    points: list[Point] = []
    arcs: list[tuple[Point, Point, Point]] = []
    for each in path:
        if isinstance(each[0], tuple):
            middle, end = each
            arcs.append((points[-1], middle, end))
            points.append(end)
        else:
            points.append(each)
    return points, arcs


def _circle(start: Point, middle: Point, end: Point) -> tuple[float, float, float]:
    """Centre and radius of the circle through three points."""
    (ax, ay), (bx, by), (cx, cy) = start, middle, end
    size = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / size
    y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / size
    return x, y, hypot(ax - x, ay - y)


def _segment(start: Point, middle: Point, end: Point) -> float:
    """mm2 between an arc and its chord; less than 0 where it runs clockwise."""
    x, y, radius = _circle(start, middle, end)
    angle = _sweep(start, middle, x, y) + _sweep(middle, end, x, y)
    return radius**2 / 2 * (angle - sin_of(angle))


def _sweep(one: Point, other: Point, x: float, y: float) -> float:
    """rad from one point of a circle to another, less than half a turn either way."""
    (ax, ay), (bx, by) = (one[0] - x, one[1] - y), (other[0] - x, other[1] - y)
    return atan2(ax * by - ay * bx, ax * bx + ay * by)


def _spans(start: Point, middle: Point, end: Point, point: Point) -> bool:
    """Whether a point of the circle lies on the arc: on the side of the chord where its middle is."""
    def side(at: Point) -> float:
        return (end[0] - start[0]) * (at[1] - start[1]) - (end[1] - start[1]) * (at[0] - start[0])
    return side(point) * side(middle) > 0


def _rounded(before: Point, corner: Point, after: Point) -> list[Point | tuple[Point, Point]]:
    """A corner as an arc of the radius ROUND, tangent to both sides."""
    ways = []
    for other in (before, after):
        far = hypot(other[0] - corner[0], other[1] - corner[1])
        ways.append(((other[0] - corner[0]) / far, (other[1] - corner[1]) / far))
    (ax, ay), (bx, by) = ways
    half = acos(max(-1.0, min(1.0, ax * bx + ay * by))) / 2
    back = ROUND / tan(half)
    long = hypot(ax + bx, ay + by)
    deep = ROUND / sin_of(half) - ROUND
    middle = (corner[0] + (ax + bx) / long * deep, corner[1] + (ay + by) / long * deep)
    return [(corner[0] + back * ax, corner[1] + back * ay), (middle, (corner[0] + back * bx, corner[1] + back * by))]


ROUND = 1.5
"""mm: radius of the corners of the arms (design: corners that one can hold)."""
_NOTCH = 4.0
"""mm: a narrower notch between arm and ear is filled (design: one that nozzle and brush reach)."""
_BOTTOM = 2.0
"""mm: breadth of the bottom of a notch (design: less is a slit)."""
_NARROW = 3.0
"""Degrees: a narrower facet is left out (design)."""
_WAIST = 12.0
"""Degrees from the middle between two arms to a corner of the waist."""


def _polar(radius: float, angle: float) -> Point:
    return radius * cos(radians(angle)), radius * sin_of(radians(angle))


def _behind(one: float, other: float) -> bool:
    return one < 180 < other


def _between(before: tuple[float, float], after: tuple[float, float], half: float) -> tuple[float, float]:
    """Direction in the middle of the gap between two arms, and its breadth in degrees."""
    end = before[0] + degrees(atan2(half, before[1]))
    begin = after[0] - degrees(atan2(half, after[1]))
    if end > begin:
        end -= 360
    return (end + begin) / 2, begin - end


def _root(direction: float, half: float, hub: float, outside: float) -> list[Point]:
    """From the flank of an arm before the ears around the clamp to the side of the ear."""
    foot = direction + degrees(asin(half / hub))
    ear = 180 - degrees(asin(outside / hub))
    if foot < ear - _NARROW:
        quarter = (ear - foot) / 4
        return [_polar(hub, foot), _polar(hub / cos(radians(quarter)), foot + 2 * quarter), _polar(hub, ear)]
    along = (outside - half * cos(radians(direction))) / sin_of(radians(direction))
    return [(along * cos(radians(direction)) - half * sin_of(radians(direction)), outside)]
