"""Balloons of an assembly in a row above and a row below a section, their leaders not crossing where that can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, hypot, pi, sin
from typing import NamedTuple

from configurator.exchange.sheet import Box, Filled, Group, Layer, Line, balloon
from configurator.exchange.sheet.figures import proportion
from configurator.exchange.sheet.model import XY

_OFF = 9.0
"""mm between the section and its balloons (design)."""
_GAP = 4.0
"""mm between two balloons at least (design)."""
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


def band() -> float:
    """mm that a row takes above or below a section."""
    return _OFF + 2 * proportion("balloon_radius")


def rows_of_balloons(outline: Box, tips: Mapping[str, Sequence[XY]]) -> list[Group]:
    """A balloon for each number, its leader to that of the part's points which suits its place best."""
    names = sorted(tips, key=lambda name: (min(tips[name]), name))
    if not names:
        return []
    slots = _slots(outline, len(names))
    table = {name: [_best(slot, tips[name]) for slot in slots] for name in names}
    taken = _greedy(names, table, len(slots))
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
    """Places for a few more than there are, evenly spread over both rows."""
    radius = proportion("balloon_radius")
    each = ceil(count / 2) + 1
    pitch = max(outline.width / each, 2 * radius + _GAP)
    middle = outline.centre[0]
    xs = [middle + (place - (each - 1) / 2) * pitch for place in range(each)]
    return [(x, y) for y in (outline.top + _OFF + radius, outline.bottom - _OFF - radius) for x in xs]


def _best(slot: XY, tips: Sequence[XY]) -> _Set:
    def cost(tip: XY) -> float:
        across = abs(slot[0] - tip[0])
        # an upright leader looks like a line of the section
        return hypot(slot[0] - tip[0], slot[1] - tip[1]) + across + (6.0 if across < 1.0 else 0.0)

    tip = min(tips, key=lambda each: (round(cost(each), 6), each))
    return _Set(slot, tip, cost(tip))


def _greedy(names: Sequence[str], table: Mapping[str, Sequence[_Set]], count: int) -> dict[str, int]:
    taken: dict[str, int] = {}
    pairs = sorted((round(table[name][slot].cost, 6), name, slot) for name in names for slot in range(count))
    for _, name, slot in pairs:
        if name not in taken and slot not in taken.values():
            taken[name] = slot
    return taken


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
    def turn(p: XY, q: XY, r: XY) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    a, b, c, d = one.slot, one.tip, two.slot, two.tip
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
