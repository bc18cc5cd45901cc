"""Linear dimensions stacked round the outline of a view: shorter inside, longer outside, nothing on anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from .errors import SheetFull
from .figures import proportion
from .groups import Group
from .labels import Label, Words, label
from .linear import fits_between, linear
from .model import XY, Box, Line
from .occupancy import Occupied
from .planar import along, distance, unit

Side: TypeAlias = Literal["above", "below", "left", "right"]
_OPPOSITE: dict[Side, Side] = {"above": "below", "below": "above", "left": "right", "right": "left"}
_BEYOND = 6.0  # mm from an extension line over the arrow to the far end of the air round lettering past it (design)
_STEP = 1.0  # mm that lettering is moved along its line at a time


class DimensionWish(NamedTuple):
    """A dimension between two points of a view and the side of the view that it would rather stand on.

    It is horizontal above and below the view, vertical at its left and right.
    """

    start: XY
    end: XY
    side: Side
    words: Words


class _Track(NamedTuple):
    """Part of a dimension line's level that is taken."""

    side: Side
    level: int
    low: float
    high: float
    span: tuple[float, float]
    """What is measured."""


def place_dimensions(view: Box, wishes: Sequence[DimensionWish], occupied: Occupied) -> tuple[Group, ...]:
    """A dimension for each wish, in the order of the wishes; all are added to `occupied`.

    The first line stands 8 mm from the box of the view, each further one 7 mm (proportions.csv). Where a side has no
    room the opposite one is tried. SheetFull if that has none either.
    """
    placed: dict[int, Group] = {}
    tracks: list[_Track] = []
    order = sorted(range(len(wishes)), key=lambda index: (_length(wishes[index]), _span(wishes[index], wishes[index].side)))
    for rank, index in enumerate(order):
        wish, text = wishes[index], label(wishes[index].words)
        later = [wishes[other] for other in order[rank + 1:]]
        for side in (wish.side, _OPPOSITE[wish.side]):
            found = _on_side(view, wish, text, side, later, tracks, occupied)
            if found:
                placed[index], track = found
                tracks.append(track)
                occupied.add(placed[index])
                break
        else:
            raise SheetFull(f"there is no room for the dimension {text.words!r}, neither {wish.side} nor "
                            f"{_OPPOSITE[wish.side]} of the view; take a smaller scale or a larger sheet")
    return tuple(placed[index] for index in range(len(wishes)))


def _axis(side: Side) -> int:
    return 0 if side in ("above", "below") else 1


def _span(wish: DimensionWish, side: Side) -> tuple[float, float]:
    low, high = sorted((wish.start[_axis(side)], wish.end[_axis(side)]))
    return low, high


def _length(wish: DimensionWish) -> float:
    low, high = _span(wish, wish.side)
    return round(high - low, 6)


def _on_side(view: Box, wish: DimensionWish, text: Label, side: Side, later: Sequence[DimensionWish],
             tracks: list[_Track], occupied: Occupied) -> tuple[Group, _Track] | None:
    span = _span(wish, side)
    axis = _axis(side)
    # what is measured inside this one stands inside it
    nested = [track.level for track in tracks if _nested(track, span, side)]
    pending = [end for other in later if other.side == side for end in _span(other, side)]
    level = max(nested, default=-1) + 1
    while True:
        away = proportion("first_pitch") + level * proportion("next_pitch")
        place = {"above": view.top + away, "below": view.bottom - away,
                 "left": view.left - away, "right": view.right + away}[side]
        room = occupied.room
        if not (room.bottom <= place <= room.top if axis == 0 else room.left <= place <= room.right):
            return None
        if any(_barred(point, axis, place, occupied) for point in (wish.start, wish.end)):
            return None  # an extension line that runs through lettering does so at every level further out
        through = (0.0, place) if axis == 0 else (place, 0.0)
        for shift, end in _settings(span, text, pending):
            group = linear(wish.start, wish.end, through, text, direction="horizontal" if axis == 0 else "vertical",
                           side=end, shift=shift)
            reach = _reach(group, axis, place)
            clear = all(reach[1] <= track.low + 1e-6 or track.high - 1e-6 <= reach[0]
                        for track in tracks if (track.side, track.level) == (side, level))
            if clear and occupied.free(group):
                return group, _Track(side, level, *reach, span)
        level += 1


def _nested(track: _Track, span: tuple[float, float], side: Side) -> bool:
    slack = 1e-6
    return track.side == side and span[0] - slack <= track.span[0] and track.span[1] <= span[1] + slack


def _barred(point: XY, axis: int, place: float, occupied: Occupied) -> bool:
    """Whether the extension line from a point would run through lettering."""
    foot = (point[0], place) if axis == 0 else (place, point[1])
    gap = proportion("extension_gap")
    return distance(point, foot) > gap and occupied.crossings(along(point, unit(point, foot), gap), foot) is None


def _reach(group: Group, axis: int, place: float) -> tuple[float, float]:
    """From where to where the dimension line runs, tails and shelf included."""
    ends = [end[axis] for entity in group.entities if isinstance(entity, Line)
            for end in (entity.start, entity.end) if abs(end[1 - axis] - place) < 1e-6]
    return min(ends), max(ends)


def _settings(span: tuple[float, float], text: Label, pending: Sequence[float]) -> Iterator[tuple[float, Literal[1, -1]]]:
    """Where lettering may stand on its line, best first: not where extension lines of dimensions further out will pass."""
    low, high = span
    if not fits_between(high - low, text):
        beyond = text.width + _BEYOND
        crossed = {1: sum(high + 1e-6 < each < high + beyond for each in pending),
                   -1: sum(low - beyond < each < low - 1e-6 for each in pending)}
        first: Literal[1, -1] = 1 if crossed[1] <= crossed[-1] else -1
        yield from ((0.0, first), (0.0, 1 if first < 0 else -1))
        return
    slack = (high - low - text.width) / 2 - 1
    steps = [0.0, *(sign * min(index * _STEP, slack) for index in range(1, int(slack / _STEP) + 2) for sign in (1, -1))]
    middle, half = (low + high) / 2, text.width / 2 + proportion("clearance") + 0.1
    clear = [shift for shift in steps if not any(abs(middle + shift - each) < half for each in pending)]
    yield from ((shift, 1) for shift in clear)
    yield from ((shift, 1) for shift in steps if shift not in clear)
