"""Side profile of a lug in the plane (y, z): tangent lines and arcs, so that its bevel follows it without a break."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .sizes import Sizes

Point = tuple[float, float]


class Profile(NamedTuple):
    """Corners and points on the way, from the top inside the case around the tip to the underside."""

    start: Point
    leave: Point
    """Where the top begins to fall."""
    fall: Point | None
    """A point of the arc down to the tip; None where it is straight."""
    brow: Point
    tip: Point
    chin: Point
    rise: Point | None
    arrive: Point
    end: Point


def profile(sizes: Sizes) -> Profile:
    """Of the lugs of a watch. The tip is a circle about the spring bar."""
    bar, radius = (sizes.bar, sizes.bar_height), sizes.figures.lug_tip
    top, bottom = sizes.lug_top, sizes.lug_bottom
    beyond = sizes.lug_leaves
    inside = root(sizes)
    if sizes.lug_style == "facetted":
        brow, chin = (_tangent((beyond, height), bar, radius, side) for height, side in ((top, 1), (bottom, -1)))
        return Profile((inside, top), (beyond, top), None, brow, _between(bar, radius, brow, chin), chin, None,
                       (beyond, bottom), (inside, bottom))
    brow, fall = _arc((beyond, top), bar, radius, inner=True)
    chin, rise = _arc((beyond, bottom), bar, radius, inner=False)
    return Profile((inside, top), (beyond, top), fall, brow, _between(bar, radius, brow, chin), chin, rise,
                   (beyond, bottom), (inside, bottom))


def root(sizes: Sizes) -> float:
    """Where a lug begins, inside the wall of the case: so that its outer corner, bevelled, still lies in the metal."""
    outer = sizes.lug_inside + sizes.lug
    return float(((sizes.radius - 0.7) ** 2 - outer**2) ** 0.5) - sizes.lug_style.bevel


def volume(sizes: Sizes) -> Any:
    """mm3 of one lug beyond the flank, without its bevel; a trapezium, its bulge and half a disc, near enough."""
    middle = sizes.lug_inside + sizes.lug / 2
    long = sizes.bar - (sizes.radius**2 - middle**2) ** 0.5
    tip = sizes.figures.lug_tip
    high = sizes.lug_top - sizes.lug_bottom
    area = long * (high + 2 * tip) / 2 + pi / 2 * tip**2
    if sizes.lug_style != "facetted":
        area = area + long * (high - 2 * tip) / 3  # an arc that bends steeply at its end bulges
    share = 1 - pi / 4 if sizes.lug_style == "curved" else 0.5
    edge = share * sizes.lug_style.bevel**2 * (2 * long + pi * tip)
    return area * sizes.lug - edge


def _arc(start: Point, centre: Point, radius: float, *, inner: bool) -> tuple[Point, Point]:
    """End and middle of the arc that leaves `start` level, bends down and ends on the circle, tangent to it.

    `inner`: the circle lies inside the arc (the top of a lug); else outside (its underside).
    """
    sign = 1 if inner else -1
    across, down = centre[0] - start[0], centre[1] - start[1]
    bend = (radius**2 - across**2 - down**2) / (2 * (down + sign * radius))
    middle = (start[0], start[1] - bend)
    angle = atan2(centre[0] - middle[0], centre[1] - middle[1])

    def on(turn: float) -> Point:
        return middle[0] + bend * sin(turn), middle[1] + bend * cos(turn)

    return on(angle), on(angle / 2)


def _tangent(start: Point, centre: Point, radius: float, side: int) -> Point:
    """Where the line from `start` touches the circle, above (`side` 1) or below (-1)."""
    far = hypot(centre[0] - start[0], centre[1] - start[1])
    towards = atan2(start[1] - centre[1], start[0] - centre[0])
    turn = towards - side * acos(radius / far)
    return centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)


def _between(centre: Point, radius: float, first: Point, last: Point) -> Point:
    """A point of the circle between two, on the outer side."""
    start, end = (atan2(point[0] - centre[0], point[1] - centre[1]) for point in (first, last))
    turn = (start + (end if end > start else end + 2 * pi)) / 2
    return centre[0] + radius * sin(turn), centre[1] + radius * cos(turn)
