"""Search: the nearest valid configuration, corners, and random valid ones. Plain values, no templates.

A first, small search: exact for few parameters and bounded in nodes; beyond that it repairs, and is honest about what it
could not decide (`Undecided`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from .expressions import Test
from .repair import repaired

_DEEPEST = 4
NODES = 6_000
"""Points that an exact search may look at before it gives way to repair."""


class Undecided(Exception):
    """The search ended at its limit without an answer."""


@dataclass(frozen=True)
class Variable:
    """A parameter with its candidate values in order; `ordered` if neighbours in the list are alike."""

    name: str
    values: Sequence[Any]
    ordered: bool


@dataclass(frozen=True)
class Constraint:
    """A rule by name, with the parameters it depends on."""

    name: str
    scope: frozenset[str]
    holds: Test
    margin: Test | None = None
    """How far a point is from breaking it, below 0 if it does; guides repair."""


@dataclass
class Problem:
    """Variables and constraints. A point is a mapping of all variable names to values."""

    variables: Sequence[Variable]
    constraints: Sequence[Constraint]
    _by_name: dict[str, Variable] = field(init=False)

    def __post_init__(self) -> None:
        self._by_name = {variable.name: variable for variable in self.variables}

    def broken(self, point: Mapping[str, Any]) -> list[Constraint]:
        """The constraints that a point does not keep."""
        space = SimpleNamespace(**point)
        return [each for each in self.constraints if not each.holds(space)]

    def complete(self, fixed: Mapping[str, Any], prefer: Mapping[str, Any], *,
                 changes: int | None = None) -> dict[str, Any] | None:
        """The valid point nearest to `prefer` that keeps `fixed`: fewest parameters changed, then smallest steps.

        Where that takes too long or too many parameters must change, a valid point that no single change brings nearer;
        not so if `changes`, the most that may, is told. None if every candidate was looked at and there is none;
        Undecided if the limit of nodes came first.
        """
        start = {**prefer, **fixed}
        free = frozenset(variable.name for variable in self.variables) - frozenset(fixed)
        budget = [NODES]
        try:
            for depth in range((_DEEPEST if changes is None else changes) + 1):
                found = self._nearest(start, start, free, depth, budget)
                if found is not None:
                    return found[1]
        except Undecided:
            mended = repaired(self, start, free, prefer) if changes is None else None
            if mended is None:
                raise
            return mended
        return repaired(self, start, free, prefer) if changes is None else None

    def _nearest(self, point: dict[str, Any], start: Mapping[str, Any], free: frozenset[str], depth: int,
                 budget: list[int], cost: float = 0.0) -> tuple[float, dict[str, Any]] | None:
        broken = self.broken(point)
        if not broken:
            return cost, point
        if depth == 0:
            return None
        # Whatever the answer is, it changes a parameter of this rule: so branch on those only.
        best: tuple[float, dict[str, Any]] | None = None
        for variable in self.variables:
            if variable.name not in broken[0].scope or variable.name not in free:
                continue
            for step, value in self.by_closeness(variable, start[variable.name]):
                if best is not None and cost + step >= best[0]:
                    break
                budget[0] -= 1
                if budget[0] < 0:
                    raise Undecided
                found = self._nearest({**point, variable.name: value}, start, free - {variable.name}, depth - 1,
                                      budget, cost + step)
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
        return best

    def allowed(self, variable: Variable, point: Mapping[str, Any]) -> list[Any]:
        """Values of one variable that keep its constraints while the others stay."""
        relevant = [each for each in self.constraints if variable.name in each.scope]
        return [value for value in variable.values if _keeps(relevant, {**point, variable.name: value})]

    @staticmethod
    def by_closeness(variable: Variable, value: Any) -> list[tuple[float, Any]]:
        """The other values with their distance from `value`, nearest first; the whole range is a distance of 1."""
        values = list(variable.values)
        here = values.index(value) if value in values else 0
        scale = max(len(values) - 1, 1)
        others = [(abs(index - here) / scale if variable.ordered else 1.0, index) for index in range(len(values))
                  if values[index] != value]
        return [(distance, values[index]) for distance, index in sorted(others)]

    def ends(self) -> Iterator[tuple[str, Any]]:
        """Each parameter with each end of its range, each option, each flag."""
        for variable in self.variables:
            values = [variable.values[0], variable.values[-1]] if variable.ordered else list(variable.values)
            for value in dict.fromkeys(values):
                yield variable.name, value

    def corners(self, prefer: Mapping[str, Any]) -> Iterator[tuple[str, Any, dict[str, Any] | None]]:
        """For each of them the nearest valid point, or None."""
        for name, value in self.ends():
            yield name, value, self.complete({name: value}, prefer)

    def walk(self, start: Mapping[str, Any], seed: int, *, sweeps: int = 2) -> Iterator[dict[str, Any]]:
        """Endless random valid points from a valid one: each parameter in turn takes any value the others allow."""
        dice = random.Random(seed)  # noqa: S311 - repeatable samples, no secret
        point = dict(start)
        while True:
            for _ in range(sweeps):
                for variable in dice.sample(list(self.variables), len(self.variables)):
                    allowed = self.allowed(variable, point)
                    if allowed:
                        point[variable.name] = dice.choice(allowed)
            yield dict(point)


def _keeps(constraints: Sequence[Constraint], point: Mapping[str, Any]) -> bool:
    space = SimpleNamespace(**point)
    return all(each.holds(space) for each in constraints)
