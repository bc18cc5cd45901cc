"""The bezel of the watch keeps the least wall of its metal over the neck, whatever is chosen."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, hypot, sin

from configurator import load_template

Point = tuple[float, float]


def drawn(section: list, pieces: int = 40) -> list[Point]:
    """A half-section with its arcs, each given by three points, as chords."""
    points: list[Point] = []
    for each in section:
        if not isinstance(each[0], tuple):
            points.append(each)
            continue
        (x0, y0), (x1, y1), (x2, y2) = points[-1], *each
        twice = 2 * (x0 * (y1 - y2) + x1 * (y2 - y0) + x2 * (y0 - y1))
        squares = [x * x + y * y for x, y in ((x0, y0), (x1, y1), (x2, y2))]
        x = (squares[0] * (y1 - y2) + squares[1] * (y2 - y0) + squares[2] * (y0 - y1)) / twice
        y = (squares[0] * (x2 - x1) + squares[1] * (x0 - x2) + squares[2] * (x1 - x0)) / twice
        radius, first, last = hypot(x0 - x, y0 - y), atan2(y0 - y, x0 - x), atan2(y2 - y, x2 - x)
        points += [(x + radius * cos(first + (last - first) * i / pieces), y + radius * sin(first + (last - first) * i / pieces))
                   for i in range(1, pieces + 1)]
    return points


def apart(one: list[Point], two: list[Point]) -> float:
    """Least distance of two lines of straight pieces that do not cross."""
    return min(to_piece(point, *piece) for a, b in ((one, two), (two, one)) for point in a
               for piece in pairwise(b))


def to_piece(point: Point, start: Point, end: Point) -> float:
    (x, y), (dx, dy) = (point[0] - start[0], point[1] - start[1]), (end[0] - start[0], end[1] - start[1])
    along = min(max((x * dx + y * dy) / max(dx * dx + dy * dy, 1e-12), 0), 1)
    return hypot(x - along * dx, y - along * dy)


def valleys(cone: list[Point], depth: float) -> list[Point]:
    """A fluted cone's valleys: they meet its ridges in the apex."""
    (lower, low), (upper, high) = cone
    slope = atan2(high - low, lower - upper)
    deep = [depth, depth * upper / lower]
    return [(r - sin(slope) * d, z - cos(slope) * d) for (r, z), d in zip(cone, deep, strict=True)]


def test_a_bezel_keeps_the_wall_of_its_metal_over_the_neck() -> None:
    watch = load_template("watch_case")
    from part_templates.watch_case import sections

    seen: dict[str, int] = {}
    for each in [watch(), *watch.space.sample(400, 3)]:
        if each.one_piece:
            continue
        section = sections.bezel(each)
        at = next(i for i, point in enumerate(section) if point == (sections.lip(each), each.rim))
        outside, inside = section[1:at + 1], section[at + 1:]
        if each.bezel_style == "fluted":
            outside = [*outside[:2], *valleys(outside[2:4], each.figures.bezel_flute_depth), *outside[4:]]
        foot = each.shoulder + 0.2  # below it the fine line beside the case
        above = [point for point in drawn(outside) if point[1] > foot]
        under = [*inside[:-1], (inside[-1][0], min(foot, inside[-2][1]))]
        assert apart(above, under) >= each.metal.wall - 1e-6, each.choices
        seen[each.bezel_style] = seen.get(each.bezel_style, 0) + 1
    assert len(seen) == 3
    assert min(seen.values()) > 40
