"""Where to look in a design space: points where a rule flips, and boxes around them that brute force can finish."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import prod
from typing import Any, NamedTuple, TypeAlias

from configurator.product.conditions import rule
from configurator.product.product import Product
from configurator.space.tapes import Variable

from .brute_force import BruteForce

Point: TypeAlias = tuple[int, ...]
"""Index of the value of each variable."""
_MOVED = 4
"""At most so many parameters of a configuration are set to any value before a rule's edge is looked for."""
_ANCHORS = 200
_TRIES = 400
"""So often each rule is looked at without any flipping, before it is given up."""


class Flip(NamedTuple):
    """Two points that differ by one step of one variable; `rule` holds at one of them and not at the other."""

    rule: rule
    name: str
    points: tuple[Point, Point]


class Places:
    """The same places for the same seed."""

    def __init__(self, template: type[Product], seed: int) -> None:
        self.template = template
        self.index = template.space.index
        self.variables: Sequence[Variable] = self.index.variables
        self._at = {each.name: k for k, each in enumerate(self.variables)}
        self._dice = random.Random(seed)  # noqa: S311 - repeatable, no secret
        # valid ones; none at all if the rules contradict each other
        self.anchors = [tuple(self.index.of(each.name, product.choices[each.name]) for each in self.variables)
                         for product in template.space.sample(_ANCHORS, seed)]

    def anywhere(self) -> Point:
        """A valid point of which any number of variables are then set to any value."""
        return self._moved(self._dice.choice(self.anchors), self._dice.randint(0, len(self.variables)))

    def flips(self, *, anchored: bool = False) -> Iterator[Flip]:
        """Endless: rules in turn, each where it flips along a variable. `anchored`: one of the two points is valid.

        A rule that nothing flips from here is passed over; ends where none is found in many tries.
        """
        missed, limit = 0, _TRIES * len(self.template.rules) * bool(self.anchors)
        while missed < limit:
            for each in self._dice.sample(self.template.rules, len(self.template.rules)):
                missed += 1
                start = self._dice.choice(self.anchors)
                start = start if anchored else self._moved(start, self._dice.randint(0, _MOVED))
                names = [name for name in each.scope if len(self._values(name)) > 1]
                if not names:
                    continue
                name = self._dice.choice(sorted(names))
                holds = self._along([each], start, name)
                edges = [k for k in range(len(holds) - 1) if holds[k] != holds[k + 1]]
                if anchored and edges:
                    kept = self._along(self.template.rules, start, name)
                    edges = [k for k in edges if kept[k] or kept[k + 1]]
                if edges:
                    missed, k = 0, self._dice.choice(edges)
                    yield Flip(each, name, (self._with(start, name, k), self._with(start, name, k + 1)))

    def box(self, flip: Flip, size: int) -> dict[str, tuple[int, ...]]:
        """About `size` points, at most, around a flip: all of some variables, windows of others, now and then with holes."""
        dice = self._dice
        first, second = flip.points
        box = self._alone(first)
        box[flip.name] = self._window(flip.name, (first[self._at[flip.name]], second[self._at[flip.name]]), size)
        scope = sorted(flip.rule.scope - {flip.name})
        others = sorted({each.name for each in self.variables} - flip.rule.scope)
        for name in dice.sample(scope, len(scope)) + dice.sample(others, len(others)):
            room = size // prod(map(len, box.values()))
            if room < 2:
                break
            box[name] = self._window(name, (first[self._at[name]],), room)
        return box

    def _window(self, name: str, kept: Sequence[int], room: int) -> tuple[int, ...]:
        """Indices of values around those that are kept; `room` of them at most, but never fewer than are kept."""
        variable, dice = self.variables[self._at[name]], self._dice
        count = len(variable.values)
        wide = max(min(room, count, dice.choice([3, 8, 20, count])), len(kept))
        if variable.ordered:
            low = dice.randint(max(0, max(kept) - wide + 1), max(0, min(*kept, count - wide)))
            chosen = set(range(low, min(low + wide, count)))
        else:
            others = [k for k in range(count) if k not in kept]
            chosen = {*kept, *dice.sample(others, min(wide - len(kept), len(others)))}
        if dice.random() < 0.3:
            chosen = {k for k in chosen if dice.random() < 0.8}
        return tuple(sorted(chosen | set(kept)))

    def _along(self, rules: Sequence[rule], point: Point, name: str) -> list[bool]:
        box = self._alone(point)
        box[name] = tuple(range(len(self._values(name))))
        found: list[bool] = BruteForce(self.variables, box).valid([each.expression for each in rules]).tolist()
        return found

    def _alone(self, point: Point) -> dict[str, tuple[int, ...]]:
        return {variable.name: (k,) for variable, k in zip(self.variables, point, strict=True)}

    def _values(self, name: str) -> tuple[Any, ...]:
        return self.variables[self._at[name]].values

    def _with(self, point: Point, name: str, k: int) -> Point:
        at = self._at[name]
        return (*point[:at], k, *point[at + 1:])

    def _moved(self, point: Point, count: int) -> Point:
        moved = list(point)
        for at in self._dice.sample(range(len(point)), count):
            moved[at] = self._dice.randrange(len(self.variables[at].values))
        return tuple(moved)
