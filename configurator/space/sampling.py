"""Valid points to try: spread at random, the ends of every variable, and sets that cover all pairs of values."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from math import prod
from typing import NamedTuple

from .model import Box, Model, Point
from .remaining import Undecided

_SWEEPS = 2
_MOST_TESTS = 2_000
_BOXES = 4_000
"""Boxes that counting may look at before the number is estimated: some 0.1 s."""
_SMALL, _BOXES_OF_SMALL = 1_000_000, 60_000
"""A grid of so many points may take more of them, some 2 s: somebody may have counted it by hand."""


def at_random(model: Model, seed: int, box: Box | None = None, *, sweeps: int = _SWEEPS) -> Iterator[Point]:
    """Endless random valid points, the same for the same seed; each is drawn by itself. Ends at once if there is none.

    A point is looked for near a random wish; then each variable in random order takes any value that the others allow.
    """
    inside = box or {}
    draw = 0
    while True:
        dice = random.Random(f"{seed} {draw}")  # noqa: S311 - repeatable samples, no secret
        wish = tuple(dice.randrange(model.size(name)) for name in model.names)
        point = model.solve(inside, wish)
        if point is None:
            return
        for _ in range(sweeps):
            for name in dice.sample(model.names, len(model.names)):
                allowed = model.beside(point, name)
                if name in inside:
                    allowed = [k for k in allowed if k in set(inside[name])]
                at = model.at[name]
                point = (*point[:at], dice.choice(allowed), *point[at + 1:])
        yield point
        draw += 1


def ends(model: Model, wish: Point, box: Box | None = None) -> Iterator[tuple[str, int, Point]]:
    """Each ordered variable at both ends of what is possible, each other one at each value: with a valid point near `wish`."""
    inside = dict(box or {})
    found = model.remaining(inside, wish)
    if found is None:
        return
    for variable in model.variables:
        values = found.values[variable.name]
        for k in dict.fromkeys([values[0], values[-1]] if variable.ordered else values):
            point = model.solve({**inside, variable.name: (k,)}, wish)
            assert point is not None
            yield variable.name, k, point


class Covering(NamedTuple):
    """Points that together have every pair of levels that is possible, and the pairs that no valid point has."""

    points: list[Point]
    impossible: list[tuple[str, int, str, int]]
    undecided: list[tuple[str, int, str, int]]
    levels: dict[str, list[int]]


def covering(model: Model, wish: Point, *, seed: int = 0, levels: int = 3) -> Covering:
    """A set of valid points in which every two variables meet in every pair of their levels that is possible.

    Levels of an ordered variable are `levels` of its possible values, ends included; of others every possible value.
    """
    found = model.remaining({}, wish)
    if found is None:
        return Covering([], [], [], {})
    at = {name: _levels(found.values[name], levels) if model.variables[model.at[name]].ordered else found.values[name]
          for name in model.names}
    todo = {(a, x, b, y) for a, b in combinations(model.names, 2) for x in at[a] for y in at[b]}
    order = {name: index for index, name in enumerate(model.names)}
    points: list[Point] = []
    impossible, undecided = [], []
    dice = random.Random(seed)  # noqa: S311 - repeatable, no secret

    def meets(point: Point, pair: tuple[str, int, str, int]) -> bool:
        return point[order[pair[0]]] == pair[1] and point[order[pair[2]]] == pair[3]

    while todo and len(points) < _MOST_TESTS:
        first = min(todo, key=lambda pair: (order[pair[0]], order[pair[2]], pair[1], pair[3]))
        inside: dict[str, tuple[int, ...]] = {first[0]: (first[1],), first[2]: (first[3],)}
        try:
            point = model.solve(inside, wish)
        except Undecided:
            undecided.append(first)
            todo.discard(first)
            continue
        if point is None:
            impossible.append(first)
            todo.discard(first)
            continue
        wanted: dict[tuple[str, int], int] = {}
        for a, x, b, y in todo:
            wanted[a, x] = wanted.get((a, x), 0) + 1
            wanted[b, y] = wanted.get((b, y), 0) + 1
        names = [name for name in model.names if name not in inside]
        dice.shuffle(names)
        for name in names:
            for k in sorted(at[name], key=lambda k, name=name: (-wanted.get((name, k), 0), k)):  # type: ignore[misc]
                if not wanted.get((name, k)):
                    break
                try:
                    better = point if point[order[name]] == k else model.solve({**inside, name: (k,)}, point)
                except Undecided:
                    continue
                if better is not None:
                    point = better
                    inside[name] = (k,)
                    break
        points.append(point)
        done = {pair for pair in todo if meets(point, pair)}
        todo -= done
    return Covering(points, impossible, undecided + sorted(todo), at)


def _levels(values: list[int], count: int) -> list[int]:
    """`count` of the values, ends included, evenly spread."""
    return sorted({values[round(i * (len(values) - 1) / (count - 1))] for i in range(count)})


class Estimate(NamedTuple):
    """How many valid points there are: exactly if `error` is 0, else with a standard error, as a share of it."""

    number: float
    error: float


def how_many(model: Model, wish: Point, box: Box | None = None, *, seed: int = 0, draws: int = 60) -> Estimate:
    """The number of valid points of a box: counted if that takes few steps, or if the box is small; else estimated (Knuth
    1975), without bias."""
    inside = {name: tuple(indices) for name, indices in (box or {}).items()}
    points = prod(len(inside[name]) if name in inside else model.size(name) for name in model.names)
    try:
        return Estimate(float(model.count(inside, limit=_BOXES_OF_SMALL if points <= _SMALL else _BOXES)), 0.0)
    except Undecided:
        pass
    weights = []
    for draw in range(draws):
        dice = random.Random(f"{seed} {draw}")  # noqa: S311 - repeatable, no secret
        weights.append(_descent(model, dict(inside), wish, dice))
    mean = sum(weights) / len(weights)
    if mean == 0:
        return Estimate(0.0, 0.0)
    spread = sum((weight - mean) ** 2 for weight in weights) / (len(weights) - 1)
    return Estimate(mean, (spread / len(weights)) ** 0.5 / mean)


def _descent(model: Model, inside: dict[str, tuple[int, ...]], wish: Point, dice: random.Random) -> float:
    """One random way through the tree of choices, without dead ends; the product of the choices there were."""
    weight = 1.0
    free = [name for name in model.names if name not in inside]
    while free:
        whole = model.all_valid(inside)
        if whole is not None:  # the rules are all kept from here on: what is left is a product
            return weight * whole
        name = free[0]
        found = model.remaining(inside, wish, [name])
        if found is None:
            return 0.0
        values = found.values[name]
        weight *= len(values)
        inside[name] = (dice.choice(values),)
        free.remove(name)
    return weight

