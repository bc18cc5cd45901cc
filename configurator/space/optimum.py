"""The best valid point by one number: found, bounded by proof, and why it is no better.

Branch and bound: of the boxes that are left always the one with the least bound is looked at, so the bound that is proven
rises with every box, and is finite as soon as the number is bounded in all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import count
from typing import Any, NamedTuple

from .conflicts import Conflict, conflict, minimal
from .model import Arrays, Box, Model, Point
from .proving import proven
from .remaining import Undecided

RESOLUTION = 1e-5
"""Improvements smaller than this are none; ten times the tolerance of comparisons."""
_WORK = 3_500_000
"""Nodes that are looked at for a bound, box by box: boxes of a small number cost little, so there are more of them."""
_HOPEFUL = 0.1
"""Share of the best value: a bound that is further off is not made good by search alone."""
_ANY = 1e300
"""A limit that every number keeps; infinity would make nothing of differences."""
_BOXES_OF_A_REASON = 400
"""Boxes for all questions of a reason together."""
_SHARES = (0.0, 0.01, 0.05)
_NEAR = 2
_WORSE = 0.1
"""Points whose number is worse by more than this share are not made better before they are given up."""
_DIVE = 40
"""Boxes of a search for a better point, from the box with the least bound."""


class Optimum(NamedTuple):
    """The best point found, its number, and what is proven: no valid point is better than `bound`."""

    point: Point
    value: float
    bound: float
    stops: Conflict | None
    """Why no point is better than `bound`, or at least not by a few per cent; None if that was not found out."""

    @property
    def proven(self) -> bool:
        """Whether nothing better is possible, but for RESOLUTION and rounding."""
        return abs(self.value - self.bound) <= 2 * RESOLUTION


def least(model: Model, number: str, box: Box, wish: Point, kept: Box | None = None, *,
          boxes: int | None = None) -> Optimum | None:
    """The valid point of the box with the least `number`, one of the model's bounded numbers. None if there is no valid point
    at which it is a number.

    `kept`: choices of the box that an explanation may name; all of it if not told. `boxes`: how many are looked at for the
    bound, else as many as the size of the number allows. Undecided if not even one point was found.
    """
    rules = [name for name in model.rules if name != number]
    point = model.solve(box, wish, rules=rules)
    if point is not None and math.isnan(model.number(number, point)):
        point = model.at_most(number, _ANY).solve(box, wish)  # somewhere it may be a number
    if point is None:
        return None
    point, value, bound = _searched(model, number, box, point, rules, boxes or max(_WORK // len(model.narrow[0]), 1))
    gap = value - bound
    if gap > 2 * RESOLUTION and (math.isinf(gap) or gap <= _HOPEFUL * max(abs(value), 1.0)):
        point, bound = proven(model, number, box, point, bound, RESOLUTION)
        point, value = _settled(model, number, box, point, model.number(number, point))
    return Optimum(point, value, min(bound, value), _stops(model, number, box if kept is None else kept, box, point, bound))


def _searched(model: Model, number: str, box: Box, point: Point, rules: list[str], boxes: int) -> tuple[Point, float, float]:
    """Best point, its number, and the proven bound."""
    best, value = _moved(model, number, box, *_settled(model, number, box, point, model.number(number, point)), rules)
    bounds = _Bounds(model, number, value - RESOLUTION, rules)
    root = bounds.start(box)
    turn, open_bound = count(), math.inf
    waiting: list[tuple[float, int, Part]] = [(-math.inf, next(turn), root)] if root else []
    for looked in range(boxes):
        if not waiting or waiting[0][0] >= value - RESOLUTION:
            break
        low, _, part = heappop(waiting)
        split, low, aim = bounds.of(part, low, best)
        if split == bounds.EMPTY or low >= value - RESOLUTION:
            continue
        better = None
        if split == bounds.POINT or looked % 32 == 0:
            try:
                better = model.at_most(number, value - RESOLUTION).search(part.arrays, aim, limit=_DIVE)
                if better is None:
                    continue
            except Undecided:
                if split == bounds.POINT:  # nothing to split for the number; what the rules say stays open
                    open_bound = min(open_bound, low)
                    continue
        if better is None:
            near = model.nearest_in(part.arrays, aim)
            there = model.number(number, near)
            if there < value - RESOLUTION and not set(model.broken(near)) - {number}:
                better = near
        if better is not None:
            best, value = _moved(model, number, box, *_settled(model, number, box, better, model.number(number, better)), rules)
            bounds.limit(value - RESOLUTION)
            if split == bounds.POINT:
                heappush(waiting, (low, next(turn), part))
                continue
        for piece in bounds.parts(part, split):
            heappush(waiting, (low, next(turn), piece))
    left = min(open_bound, waiting[0][0] if waiting else math.inf)
    return best, value, min(left, value - RESOLUTION)


def _settled(model: Model, number: str, box: Box, point: Point, value: float) -> tuple[Point, float]:
    """A point that no change of one variable alone makes better, from a valid one."""
    again = True
    while again:
        again = False
        for v, name in enumerate(model.names):
            allowed = set(box[name]) if name in box else None
            if (allowed is not None and len(allowed) == 1) or not model.concerns(number, name):
                continue
            if model.variables[v].ordered and not any(
                    0 <= k < model.size(name) and model.number(number, (*point[:v], k, *point[v + 1:])) < value - RESOLUTION
                    for k in (point[v] - 1, point[v] + 1)):
                continue
            reachable = [k for k in model.beside(point, name) if allowed is None or k in allowed]
            if model.variables[v].ordered:  # its ends and what is next to it: a number mostly has its least value there
                here = reachable.index(point[v])
                reachable = sorted({reachable[0], *reachable[max(here - 1, 0):here + 2], reachable[-1]})
            for k in reachable:
                if k == point[v]:
                    continue
                other = (*point[:v], k, *point[v + 1:])
                there = model.number(number, other)
                if there < value - RESOLUTION:
                    point, value, again = other, there, True
    return point, value


def _moved(model: Model, number: str, box: Box, point: Point, value: float, rules: list[str]) -> tuple[Point, float]:
    """A point that gets no better if one variable is given another option, or a value beside its own, and others follow."""
    again, seen = True, set[Point]()
    while again:
        again = False
        for v, name in enumerate(model.names):
            if not model.concerns(number, name):
                continue
            allowed = set(box[name]) if name in box else set(range(model.size(name)))
            beside = range(point[v] - _NEAR, point[v] + _NEAR + 1) if model.variables[v].ordered else range(model.size(name))
            for k in beside:
                if k == point[v] or k not in allowed:
                    continue
                try:
                    other = model.solve({**box, name: (k,)}, point, rules=rules, limit=_DIVE)
                except Undecided:
                    continue
                if other is None or other in seen or (there := model.number(number, other)) > value + _WORSE * abs(value):
                    continue
                seen.add(other)
                other, there = _settled(model, number, {**box, name: (k,)}, other, there)
                if there < value - RESOLUTION:
                    point, value, again = other, there, True
    return point, value


class Part(NamedTuple):
    """A part of a box: its arrays, and conditions (nodes) that are taken as true or false in it."""

    arrays: Arrays
    taken: Any
    nodes: tuple[Any, Any, Any, Any]
    """What is known of the nodes."""
    moved: Any
    """Variables that shrank since."""


class _Bounds:
    """The compiled bound of one number, under rules of a model and a limit that is lowered."""

    EMPTY, POINT = -1, -2

    def __init__(self, model: Model, number: str, limit: float, rules: Iterable[str]) -> None:
        import numpy as np

        self._model, self._number, self._rules = model, number, [*rules, number]
        nodes = len(model.narrow[0])
        self._work, self._flags = np.empty((7, nodes)), np.empty((5, nodes), np.uint8)
        self._least = np.empty(1)
        self._room = np.empty(nodes, np.int32)
        self._root = model.number_at(number)
        self.limit(limit)

    def limit(self, limit: float) -> None:
        """Only points whose number is at most so much are sought from now on."""
        self._bounded = self._model.at_most(self._number, limit)
        self._active = self._bounded.active(self._rules)

    def start(self, box: Box) -> Part | None:
        """The box as arrays; None if a variable has no value."""
        import numpy as np

        from .compiled.propagation import begin

        arrays, nodes = self._model.arrays(box), len(self._model.narrow[0])
        if arrays is None:
            return None
        known = np.empty(nodes), np.empty(nodes), np.empty(nodes, np.uint8), np.empty(nodes, np.uint8)
        begin(self._bounded.narrow[0], self._bounded.narrow[1], *known)
        return Part(arrays, np.empty((0, 2), np.int32), known, np.ones(len(self._model.names), np.uint8))

    def parts(self, part: Part, split: int) -> list[Part]:
        """What a part falls into when it is split as `of` says."""
        import numpy as np

        condition = split - len(self._model.names)
        if condition < 0:
            moved = np.zeros(len(self._model.names), np.uint8)
            moved[split] = 1
            return [Part(half, part.taken, _copied(part.nodes), moved.copy())
                    for half in self._model.halves(part.arrays, split)]
        taken = [np.append(part.taken, np.array([[condition, truth]], np.int32), axis=0) for truth in (0, 1)]
        return [Part(_copied(part.arrays), each, _copied(part.nodes), part.moved.copy()) for each in taken]

    def of(self, part: Part, low: float, near: Point) -> tuple[int, float, Point]:
        """What to split, the bound, at least `low`, and the point that the slopes ask for, else `near`. Narrows the arrays."""
        import numpy as np

        from .compiled.bounding import looked_at

        aim = np.array(near, np.int32)
        self._least[0] = low
        split = looked_at(self._bounded.narrow, self._active, self._root, self._model.ordered, *part.arrays,
                          part.taken, *part.nodes, part.moved, self._work, self._flags, self._room, aim, self._least)
        return int(split), float(self._least[0]), tuple(aim.tolist())


def _copied(arrays: Any) -> Any:
    return tuple(each.copy() for each in arrays)


def _stops(model: Model, number: str, kept: Box, box: Box, point: Point, bound: float) -> Conflict | None:
    """A smallest set of choices and rules that keeps the number from being better."""
    if math.isinf(bound) or model.number(number, point) - bound > _SHARES[-1] * max(abs(bound), 1.0):
        return None  # a reason for a bound that is far from what was found tells nobody why there is nothing better
    words = {name: box[name] for name in box if name not in kept}
    names = [name for name in model.rules if name != number]
    left = [_BOXES_OF_A_REASON]
    for share in _SHARES:
        target = bound - RESOLUTION - share * abs(bound)

        def possible(choices: list[str], rules: list[str], target: float = target) -> bool:
            return _reached(model, number, {**words, **{name: kept[name] for name in choices}}, point, rules, target, left)

        try:
            choices = minimal(list(kept), lambda some, possible=possible: possible(list(some), names))  # type: ignore[misc]
            rules = minimal(names, lambda some, choices=choices, possible=possible: possible(choices, list(some)))  # type: ignore[misc]
        except Undecided:
            continue
        return Conflict(tuple(choices), tuple(rules))
    try:  # by search alone, which now and then sees what bounds do not
        found = conflict(model.at_most(number, bound - RESOLUTION), words, kept, point)
    except Undecided:
        return None
    return None if found is None else Conflict(found.choices, tuple(name for name in found.rules if name != number))


def _reached(model: Model, number: str, box: Box, wish: Point, rules: list[str], target: float,
             left: list[int]) -> bool:
    """Whether a point of the box that keeps these rules has a number of at most `target`. Undecided at a limit.

    left: boxes that may still be looked at, counted down.
    """
    bounds = _Bounds(model, number, target, rules)
    bounded = model.at_most(number, target)
    root = bounds.start(box)
    turn = count()
    waiting: list[tuple[float, int, Part]] = [(-math.inf, next(turn), root)] if root else []
    while left[0] > 0:
        if not waiting:
            return False
        left[0] -= 1
        low, _, part = heappop(waiting)
        split, low, aim = bounds.of(part, low, wish)
        if split == bounds.EMPTY or low > target + RESOLUTION:
            continue
        try:
            if bounded.search(part.arrays, aim, rules=[*rules, number], limit=_DIVE) is not None:
                return True
            continue
        except Undecided:
            if split == bounds.POINT:
                raise
        for piece in bounds.parts(part, split):
            heappush(waiting, (low, next(turn), piece))
    raise Undecided
