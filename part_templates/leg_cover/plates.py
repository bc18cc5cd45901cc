"""Outline of a plate: a clamp around the pylon, four arms that end in seats, and two ears behind.

Frame: the axis of the pylon is Z, +X is forward. mm.
"""

from __future__ import annotations

from math import acos, atan2, cos, degrees, hypot, radians, sqrt, tan
from math import sin as sin_of

Point = tuple[float, float]
Section = list["Point | tuple[Point, Point]"]


def outline(bore: float, wall: float, arms: tuple[tuple[float, float], ...], half: float, slot: float, ear: float,
            reach: float) -> Section:
    """Corners and arcs of the outline, counter-clockwise, as `solids.extruded` takes them.

    `bore`: diameter; `wall`: of the clamp. `arms`: (direction in degrees from +X, distance of the face from the axis) of
    each, in order from 0 to 360. `half`: half the breadth of an arm. `slot`, `ear`, `reach`: of the ears behind: what is
    between them, thickness of one, and where they end.
    """
    hub, lip = bore / 2 + wall, slot / 2
    # the waist between two arms has two corners; its flat must not come nearer to the bore than the wall
    waist = hub / cos(radians(_WAIST))
    corners: list[Point] = []
    round_at: list[int] = []
    for number, (direction, far) in enumerate(arms):
        spread = degrees(atan2(half, far))
        before, after = arms[number - 1], arms[(number + 1) % len(arms)]
        if number == 0 or not _behind(before[0], direction):
            middle = _middle(before, (direction, far), half)
            corners += [_polar(waist, middle - _WAIST), _polar(waist, middle + _WAIST)]
            web = None
        else:
            web = _web(360 - direction, far, half, lip + ear, reach)
        if web is None:
            corner = _polar(hypot(far, half), direction - spread)
            if _behind(before[0], direction):
                side, ear_end = _blunt((corner[0], -corner[1]), (corners[-1][0], -corners[-1][1]))
                corners[-1:] = [(ear_end[0], -ear_end[1]), (side[0], -side[1])]
            round_at.append(len(corners))
            corners.append(corner)
        else:  # in place of the end of the ear
            corners[-1] = web[0], -web[1]
        web = _web(direction, far, half, lip + ear, reach) if _behind(direction, after[0]) else None
        if web is None:
            round_at.append(len(corners))
            corners.append(_polar(hypot(far, half), direction + spread))
        if _behind(direction, after[0]):
            ears = _ears(bore, hub, lip, ear, reach, direction + spread, after[0] - degrees(atan2(half, after[1])))
            corners += [*(_blunt(corners[-1], ears[0]) if web is None else [web]), *ears[1:]]
    inner = -sqrt((bore / 2) ** 2 - lip**2)
    path: Section = []
    for number, corner in enumerate(corners):
        if number in round_at:
            path += _rounded(corners[number - 1], corner, corners[(number + 1) % len(corners)])
        else:
            path.append(((bore / 2, 0.0), corner) if corner == (inner, -lip) else corner)
    return path


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
_WAIST = 12.0
"""Degrees from the middle between two arms to a corner of the waist."""


def _polar(radius: float, angle: float) -> Point:
    return radius * cos(radians(angle)), radius * sin_of(radians(angle))


def _behind(one: float, other: float) -> bool:
    return one < 180 < other


def _middle(before: tuple[float, float], after: tuple[float, float], half: float) -> float:
    """Direction in the middle of the gap between two arms."""
    end = before[0] + degrees(atan2(half, before[1]))
    begin = after[0] - degrees(atan2(half, after[1]))
    if end > begin:
        end -= 360
    return (end + begin) / 2


def _web(direction: float, far: float, half: float, thick: float, reach: float) -> Point | None:
    """Where the face of an arm before the ears goes straight on to their side, if the two are so close that nothing but a
    notch would be between them."""
    x, y = _polar(hypot(far, half), direction + degrees(atan2(half, far)))
    if y - thick >= _NOTCH:
        return None
    x -= (y - thick) * tan(radians(direction - 90)) ** -1
    return (x, thick) if x > -reach else None


def _blunt(corner: Point, end: Point) -> tuple[Point, Point]:
    """Bottom of the notch from the corner of an arm to the end of an ear: on the arm, and on the ear."""
    x = end[0] + (corner[0] - end[0]) * _BOTTOM / (corner[1] - end[1])
    return (x, end[1] + _BOTTOM), (x, end[1])


def _ears(bore: float, hub: float, lip: float, ear: float, reach: float, end: float, begin: float) -> list[Point]:
    """From the arm before, around both ears and the bore, to the arm after."""
    thick = lip + ear
    rooted = degrees(acos(-sqrt(hub**2 - thick**2) / hub))  # where the ear leaves the clamp, or the arm if that lies behind it
    first, last = max(rooted, end + 2), max(rooted, 360 - begin + 2)
    inner = -sqrt((bore / 2) ** 2 - lip**2)
    upper = [(thick / tan(radians(first)), thick), (-reach, thick), (-reach, lip), (inner, lip)]
    lower = [(inner, -lip), (-reach, -lip), (-reach, -thick), (thick / tan(radians(last)), -thick)]
    return upper + lower
