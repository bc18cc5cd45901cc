"""Leaders, balloons and whatever else points at a view, set where there is room round its outline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import Literal, NamedTuple, TypeAlias

from .errors import SheetFull
from .extents import extent, text_corners
from .figures import proportion
from .groups import Group
from .labels import Words
from .leaders import balloon, leader
from .model import XY, Box, Circle, Entity, Line, Polyline, Text
from .occupancy import Occupied, cuts
from .planar import distance

Make: TypeAlias = Callable[[XY, Literal[1, -1]], Group]
"""Makes the group whose leader bends at a point and whose lettering goes to the right (1) or to the left (-1)."""

_RINGS = (8.0, 13.0, 18.0, 24.0, 31.0, 39.0, 48.0)  # mm outside the view, nearest first (design)
_PITCH = 4.0  # mm from one candidate to the next along a ring (design)
_STEEP = 0.12  # slope under which a leader looks like a line of the view (design)
_CROSSING = 25.0  # mm of detour that crossing a dimension or another leader is worth avoiding (design)
_AIR = 1.0  # mm kept free round what stands at the end of a leader (design)
_TOUCH = 0.05  # mm that a leader may reach into the frame which it begins on: rounding
_ROUNDED = 1e-3  # mm; costs are rounded to that
_DULL = 25.0  # mm of detour that a level or upright leader is worth avoiding (design)


class NoteWish(NamedTuple):
    """A note and the point of the view that its leader ends on."""

    tip: XY
    lines: Words | Sequence[Words]
    head: Literal["arrow", "dot", "none"] = "arrow"


class BalloonWish(NamedTuple):
    """A number in a circle and the point of the view that its leader ends on."""

    tip: XY
    number: str
    head: Literal["arrow", "dot"] = "dot"


def place_around(view: Box, tip: XY, make: Make, occupied: Occupied, what: str, outward: XY | None = None) -> Group:
    """The group that `make` makes at the best free place outside the box of a view; it is added to `occupied`.

    Near places come before far ones, oblique leaders before level and upright ones, those that leave the view the short
    way before others, those that cross no dimension before those that do. `outward`: the leader may only come from there.
    SheetFull, naming `what`, if no place is free.
    """
    best: tuple[float, Group] | None = None
    bodies: dict[int, Box] = {}
    for cost, elbow, side in _nearest_first(view, tip, occupied.room):
        if best and cost >= best[0]:
            break
        if outward and (elbow[0] - tip[0]) * outward[0] + (elbow[1] - tip[1]) * outward[1] <= 0:
            continue
        if side not in bodies:
            bodies[side] = _body(make((0.0, 0.0), side))
        if not occupied.clear(bodies[side].moved(*elbow)):
            continue
        crossed = occupied.crossings(tip, elbow)
        if crossed is None or (best and cost + crossed * _CROSSING >= best[0]):
            continue
        group = make(elbow, side)
        if not _folded(group, tip) and occupied.free(group):
            best = cost + crossed * _CROSSING, group
    if best is None:
        raise SheetFull(f"there is no room round the view for {what}; take a smaller scale or a larger sheet")
    occupied.add(best[1])
    return best[1]


def _body(group: Group) -> Box:
    """Round what stands at the end of the leader: lettering, and circles and frames round it, with some air."""
    boxes = [box for entity in group.entities if _stands(entity) and (box := extent(entity))]
    return Box(min(box.left for box in boxes), min(box.bottom for box in boxes),
               max(box.right for box in boxes), max(box.top for box in boxes)).grown(_AIR)


def _folded(group: Group, tip: XY) -> bool:
    """Whether the leader runs through the lettering or the frame that stands at its other end."""
    ends = [(entity.start, entity.end) for entity in group.entities
            if isinstance(entity, Line) and tip in (entity.start, entity.end)]
    inks = [text_corners(entity) for entity in group.entities if isinstance(entity, Text)]
    inks += [box.grown(-_TOUCH).loop() for entity in group.entities
             if isinstance(entity, Polyline) and entity.closed and (box := extent(entity))]
    return any(cuts(start, end, corners) for start, end in ends for corners in inks)


def _stands(entity: Entity) -> bool:
    if isinstance(entity, Circle):
        return entity.radius > proportion("dot_radius")  # a dot is the other end of the leader
    return isinstance(entity, (Text, Polyline))


def place_notes(view: Box, wishes: Sequence[NoteWish], occupied: Occupied) -> tuple[Group, ...]:
    """A leader with its note for each wish, in the order of the wishes. SheetFull if one finds no place."""
    return tuple(place_around(view, wish.tip, _note(wish), occupied, f"the note at ({wish.tip[0]:.0f}, {wish.tip[1]:.0f}) mm")
                 for wish in wishes)


def place_balloons(view: Box, wishes: Sequence[BalloonWish], occupied: Occupied) -> tuple[Group, ...]:
    """A balloon for each wish, in the order of the wishes. SheetFull if one finds no place."""
    return tuple(place_around(view, wish.tip, _balloon(wish), occupied, f"balloon {wish.number}") for wish in wishes)


def _note(wish: NoteWish) -> Make:
    return lambda elbow, side: leader(wish.tip, elbow, wish.lines, head=wish.head, side=side)


def _balloon(wish: BalloonWish) -> Make:
    return lambda elbow, _: balloon(elbow, wish.number, wish.tip, head=wish.head)


def _nearest_first(view: Box, tip: XY, room: Box) -> Iterator[tuple[float, XY, Literal[1, -1]]]:
    """Cost, point and side of each place, all outside the view, the least cost first.

    What lies on a ring costs at least the way to it, so that rings further out are looked at only when they are reached.
    """
    waiting: list[tuple[float, XY, Literal[1, -1]]] = []
    for ring in _RINGS:
        box = view.grown(ring)
        if box.left <= tip[0] <= box.right and box.bottom <= tip[1] <= box.top:
            least = min(tip[0] - box.left, box.right - tip[0], tip[1] - box.bottom, box.top - tip[1]) - _ROUNDED
            waiting.sort()
            reached = bisect_left(waiting, (least,))
            yield from waiting[:reached]
            del waiting[:reached]
        waiting += _on_ring(view, box, tip, room)
    yield from sorted(waiting)


def _on_ring(view: Box, ring: Box, tip: XY, room: Box) -> Iterator[tuple[float, XY, Literal[1, -1]]]:
    for point in _round(ring):
        if not (room.left < point[0] < room.right and room.bottom < point[1] < room.top):
            continue
        dx, dy = abs(point[0] - tip[0]), abs(point[1] - tip[1])
        through = view.length_inside(tip, point)
        dull = _DULL if min(dx, dy) < _STEEP * max(dx, dy) else 0.0
        sides: tuple[Literal[1, -1], ...] = (1, -1)
        if point[0] <= view.left:
            sides = (-1,)
        elif point[0] >= view.right:
            sides = (1,)
        for side in sides:
            # lettering that runs back over its own leader looks folded
            back = _DULL if (point[0] - tip[0]) * side < -1e-9 else 0.0
            yield round(distance(point, tip) + through + dull + back, 3), point, side


def _round(box: Box) -> Iterator[XY]:
    """Points along a box, corner to corner."""
    across, up = max(1, ceil(box.width / _PITCH)), max(1, ceil(box.height / _PITCH))
    for index in range(across + 1):
        x = box.left + box.width * index / across
        yield from ((x, box.top), (x, box.bottom))
    for index in range(1, up):
        y = box.bottom + box.height * index / up
        yield from ((box.left, y), (box.right, y))


