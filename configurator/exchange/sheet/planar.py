"""Points and directions in the plane of the sheet."""

from __future__ import annotations

from math import acos, atan2, ceil, cos, degrees, hypot, pi, radians, sin

from .model import XY

CHORD = 0.02
"""mm: how far a chord may stray from its curve where curves are judged or drawn as polylines (design: a tenth of a
narrow line)."""


def along(origin: XY, direction: XY, distance: float) -> XY:
    """The point `distance` from `origin` along the unit vector `direction`."""
    return (origin[0] + direction[0] * distance, origin[1] + direction[1] * distance)


def polar(centre: XY, radius: float, angle: float) -> XY:
    """The point at `radius` and `angle` (degrees) from `centre`."""
    return (centre[0] + radius * cos(radians(angle)), centre[1] + radius * sin(radians(angle)))


def unit(start: XY, end: XY) -> XY:
    """Unit vector from `start` to `end`; X if they are the same point."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = hypot(x, y)
    return (x / length, y / length) if length else (1.0, 0.0)


def left_of(direction: XY) -> XY:
    """The direction turned by 90 degrees, counter-clockwise."""
    return (-direction[1], direction[0])


def dot(first: XY, second: XY) -> float:
    """Scalar product."""
    return first[0] * second[0] + first[1] * second[1]


def between(start: XY, end: XY) -> XY:
    """From `start` to `end`."""
    return (end[0] - start[0], end[1] - start[1])


_QUARTERS: dict[float, XY] = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}


def distance(start: XY, end: XY) -> float:
    """mm between two points."""
    return hypot(end[0] - start[0], end[1] - start[1])


def turned(point: XY, angle: float, about: XY = (0.0, 0.0)) -> XY:
    """`point` turned by `angle` degrees about `about`. Quarter turns are exact."""
    c, s = cos_sin(angle)
    x, y = point[0] - about[0], point[1] - about[1]
    return (about[0] + c * x - s * y, about[1] + s * x + c * y)


def cos_sin(angle: float) -> XY:
    """Cosine and sine of an angle in degrees; exact for quarter turns, so that upright stays upright."""
    return _QUARTERS.get(angle % 360) or (cos(radians(angle)), sin(radians(angle)))


def sweep_points(centre: XY, first: XY, second: XY, start: float, sweep: float) -> tuple[XY, ...]:
    """Points centre + cos(t) first + sin(t) second for t from `start` over `sweep` degrees, chords within CHORD."""
    reach = max(hypot(*first), hypot(*second), 1e-9)
    step = 2 * acos(max(0.0, 1 - CHORD / reach)) if reach > CHORD else pi / 2
    count = max(2, ceil(radians(abs(sweep)) / min(step, pi / 4)))
    points = []
    for index in range(count + 1):
        c, s = cos_sin(start + sweep * index / count)
        points.append((centre[0] + c * first[0] + s * second[0], centre[1] + c * first[1] + s * second[1]))
    return tuple(points)


def direction_angle(direction: XY) -> float:
    """Angle of a direction in degrees, 0 up to 360."""
    return degrees(atan2(direction[1], direction[0])) % 360
