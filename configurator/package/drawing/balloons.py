"""Balloons of an assembly in a row above and a row below a section, their leaders not crossing where that can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, hypot, inf, pi, sin
from typing import NamedTuple

from configurator.exchange.sheet import Box, Filled, Group, Layer, Line, balloon
from configurator.exchange.sheet.figures import proportion
from configurator.exchange.sheet.model import XY

_OFF = 8.0
"""mm between the section and its balloons (design)."""
_ONE_ROW = 6
"""So many balloons stand in one row, more in two (design)."""
_GAP = 4.0
"""mm between two balloons at least (design)."""
_CLEAR = 1.0
"""mm between a leader and another balloon."""
_CROSSED = 60.0
"""mm of leader that a crossing is worth avoiding (design)."""
_CORNERS = 8
_ROUNDS = 12
"""How often pairs of balloons are looked at for a better place."""


class _Set(NamedTuple):
    """A part at a slot."""

    slot: XY
    tip: XY
    cost: float


def bands(count: int) -> tuple[float, float]:
    """mm that so many balloons take above and below a section."""
    row = _OFF + 2 * proportion("balloon_radius")
    return (row, row) if count > _ONE_ROW else (row if count else 0.0, 0.0)


def rows_of_balloons(outline: Box, tips: Mapping[str, Sequence[XY]]) -> list[Group]:
    """A balloon for each number, its leader to that of the part's points which suits its place best."""
    names = sorted(tips, key=lambda name: (min(tips[name]), name))
    if not names:
        return []
    slots = _slots(outline, len(names))
    table = {name: [_best(slot, tips[name]) for slot in slots] for name in names}
    taken = dict(zip(names, _shortest([[each.cost for each in table[name]] for name in names]), strict=True))
    taken = _improved(names, table, taken, len(slots))
    return [_balloon(table[name][taken[name]], name) for name in sorted(names, key=lambda each: (len(each), each))]


def _balloon(at: _Set, name: str) -> Group:
    """A circle with its number and a leader that ends with a dot inside the part."""
    radius, dot = proportion("balloon_radius"), proportion("dot_radius")
    far = hypot(at.tip[0] - at.slot[0], at.tip[1] - at.slot[1])
    way = ((at.tip[0] - at.slot[0]) / far, (at.tip[1] - at.slot[1]) / far)
    circle = balloon(at.slot, name)
    # a dot may lie on hatching: filled corners, where a circle would count as lettering's
    corners = tuple((at.tip[0] + dot * cos(pi * step / _CORNERS), at.tip[1] + dot * sin(pi * step / _CORNERS))
                    for step in range(0, 2 * _CORNERS))
    return Group((*circle.entities, Line((at.slot[0] + radius * way[0], at.slot[1] + radius * way[1]), at.tip, Layer.DIMENSION),
                  Filled(corners)), circle.kind)


def _slots(outline: Box, count: int) -> list[XY]:
    """Places for a few more than there are, evenly spread."""
    radius = proportion("balloon_radius")
    levels = 2 if count > _ONE_ROW else 1
    each = ceil(count / levels) + levels
    pitch = max(outline.width / each, 2 * radius + _GAP)
    # the height stands at the right, and extension lines of the width at both ends of the lower row
    above = [(outline.right - pitch / 2 - place * pitch, outline.top + _OFF + radius) for place in range(each)]
    middle, clear = outline.centre[0], radius + _GAP / 2
    below = [(middle + (place - (each + 1) / 2) * pitch, outline.bottom - _OFF - radius) for place in range(each + 2)]
    below = [slot for slot in below if min(abs(slot[0] - outline.left), abs(slot[0] - outline.right)) > clear]
    return above + below * (levels - 1)


def _best(slot: XY, tips: Sequence[XY]) -> _Set:
    def cost(tip: XY) -> float:
        return hypot(slot[0] - tip[0], slot[1] - tip[1])

    tip = min(tips, key=lambda each: (round(cost(each), 6), each))
    return _Set(slot, tip, cost(tip))


def _shortest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row so that the sum is least: shortest augmenting paths. There are no fewer columns than rows.

    Leaders of the least length together do not cross one another.
    """
    rows, columns = len(costs), len(costs[0])
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, previous = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, used = [inf] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            used[column] = True
            of, step, following = owner[column], inf, 0
            for each in range(1, columns + 1):
                if not used[each]:
                    reduced = costs[of - 1][each - 1] - by_row[of] - by_column[each]
                    if reduced < least[each]:
                        least[each], previous[each] = reduced, column
                    if least[each] < step:
                        step, following = least[each], each
            for each in range(columns + 1):
                if used[each]:
                    by_row[owner[each]] += step
                    by_column[each] -= step
                else:
                    least[each] -= step
            column = following
        while column:
            owner[column], column = owner[previous[column]], previous[column]
    found = [0] * rows
    for each in range(1, columns + 1):
        if owner[each]:
            found[owner[each] - 1] = each - 1
    return found


def _improved(names: Sequence[str], table: Mapping[str, Sequence[_Set]], taken: dict[str, int], count: int) -> dict[str, int]:
    """Balloons change places, or move to a free one, as long as that makes leaders shorter or cross less."""
    def own(name: str) -> float:
        mine = table[name][taken[name]]
        crossings = sum(_crosses(mine, table[other][taken[other]]) for other in names if other != name)
        return mine.cost + crossings * _CROSSED

    for _ in range(_ROUNDS):
        changed = False
        for name in names:
            for slot in range(count):
                if slot == taken[name]:
                    continue
                other = next((each for each in names if taken[each] == slot), None)
                before = own(name) + (own(other) if other else 0.0)
                old = taken[name]
                taken[name] = slot
                if other:
                    taken[other] = old
                if own(name) + (own(other) if other else 0.0) < before - 1e-6:
                    changed = True
                    continue
                taken[name] = old
                if other:
                    taken[other] = slot
        if not changed:
            break
    return taken


def _crosses(one: _Set, two: _Set) -> bool:
    """Whether two leaders cross, or one runs through the number of the other."""
    def turn(p: XY, q: XY, r: XY) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    a, b, c, d = one.slot, one.tip, two.slot, two.tip
    clear = proportion("balloon_radius") + _CLEAR
    for axis in (0, 1):  # most are far from one another
        if max(a[axis], b[axis]) + clear < min(c[axis], d[axis]) or max(c[axis], d[axis]) + clear < min(a[axis], b[axis]):
            return False
    if turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0:
        return True
    return _away(c, a, b) < clear or _away(a, c, d) < clear


def _away(point: XY, start: XY, end: XY) -> float:
    """mm from a point to a straight piece."""
    way = (end[0] - start[0], end[1] - start[1])
    size = way[0] ** 2 + way[1] ** 2
    share = min(1.0, max(0.0, ((point[0] - start[0]) * way[0] + (point[1] - start[1]) * way[1]) / size)) if size else 0.0
    return hypot(point[0] - start[0] - share * way[0], point[1] - start[1] - share * way[1])
