"""Repair: a valid point near a given one by local moves, for where an exact search would look too long.

What it finds is valid and can be no smaller by changing one parameter back; it is not proven to be the nearest, and that
it finds nothing proves nothing. The same question gets the same answer.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .search import Constraint, Problem, Variable

_MOVES = 60
_STARTS = 4
_SWEEPS = 40
_LEAST = 0.2
"""What a rule that is broken by nearly nothing weighs, against 1.2 for one that is far off."""


def repaired(problem: Problem, start: Mapping[str, Any], free: Collection[str],
             valid: Mapping[str, Any]) -> dict[str, Any] | None:
    """A valid point that keeps all but `free` as in `start`; None if local moves lead to none.

    `valid`: a point to come from; if it is valid, what is asked for is also approached from there.
    """
    movable = [variable for variable in problem.variables if variable.name in free]
    for attempt in range(_STARTS):
        point = _descended(problem, dict(start), movable, random.Random(attempt))  # noqa: S311 - repeatable, no secret
        if point is not None:
            return _drawn_back(problem, point, start, movable)
    point = _approached(problem, dict(valid), {name: start[name] for name in start if name not in free})
    return None if point is None else _drawn_back(problem, point, start, movable)


def _approached(problem: Problem, point: dict[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any] | None:
    """From a valid point over valid points only: what is wanted as near as the others allow, the others at random."""
    if problem.broken(point):
        return None
    dice = random.Random(0)  # noqa: S311 - repeatable, no secret
    for _ in range(_SWEEPS):
        for variable in dice.sample(list(problem.variables), len(problem.variables)):
            allowed = problem.allowed(variable, point)
            if variable.name not in wanted:
                point[variable.name] = dice.choice(allowed)
                continue
            closest = [wanted[variable.name], *(value for _, value in problem.by_closeness(variable, wanted[variable.name]))]
            point[variable.name] = next(value for value in closest if value in allowed)
        if all(point[name] == value for name, value in wanted.items()):
            return point
    return None


def _descended(problem: Problem, point: dict[str, Any], movable: list[Variable],
               dice: random.Random) -> dict[str, Any] | None:
    """Move after move, each the one that mends most; where none mends, one at random."""
    for _ in range(_MOVES):
        broken = problem.broken(point)
        if not broken:
            return point
        concerned = [variable for variable in movable if any(variable.name in each.scope for each in broken)]
        if not concerned:
            return None
        best: tuple[float, str, Any] = (-1e-9, "", None)
        for variable in concerned:
            relevant = [each for each in problem.constraints if variable.name in each.scope]
            before = _weight(relevant, point)
            for value in variable.values:
                gain = _weight(relevant, {**point, variable.name: value}) - before
                if gain < best[0]:
                    best = (gain, variable.name, value)
        if best[1]:
            point[best[1]] = best[2]
        else:
            variable = dice.choice(concerned)
            point[variable.name] = dice.choice(list(variable.values))
    return None


def _weight(constraints: list[Constraint], point: dict[str, Any]) -> float:
    space = SimpleNamespace(**point)
    total = 0.0
    for each in constraints:
        if not each.holds(space):
            off = -each.margin(space) if each.margin else float("inf")
            total += _LEAST + (1.0 if off == float("inf") else max(off, 0.0) / (1.0 + max(off, 0.0)))
    return total


def _drawn_back(problem: Problem, point: dict[str, Any], start: Mapping[str, Any],
                movable: list[Variable]) -> dict[str, Any]:
    """Each parameter as near to where it started as the others allow, until none comes nearer."""
    nearer = True
    while nearer:
        nearer = False
        for variable in movable:
            if point[variable.name] == start[variable.name]:
                continue
            closest = [start[variable.name], *(value for _, value in problem.by_closeness(variable, start[variable.name]))]
            for value in closest:
                if value == point[variable.name]:
                    break
                if not problem.broken({**point, variable.name: value}):
                    point[variable.name], nearer = value, True
                    break
    return point
