"""Conflicts: why no configuration has what is asked for. A smallest set of choices and rules that cannot all be kept.

Method: QuickXplain (Junker 2004), which asks the search a number of times that grows with the size of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .model import Box, Model, Point
from .remaining import Undecided


class Conflict(NamedTuple):
    """Choices (names of variables) and rules that cannot all be kept. Without any one of them the others can, or it is not
    known whether they can."""

    choices: tuple[str, ...]
    rules: tuple[str, ...]


def conflict(model: Model, wanted: Box, kept: Box, wish: Point, rules: Iterable[str] | None = None) -> Conflict | None:
    """Why `wanted` and `kept` cannot be had together; None if they can.

    As few choices of `kept` as need be, in their order; those of `wanted` are not questioned. If `wanted` alone breaks the
    rules, no choice of `kept` is named. Undecided if the search came to its limit before it was clear that they cannot.
    """
    names = list(model.rules) if rules is None else list(rules)
    own = [name for name in kept if name not in wanted]

    def solved(choices: Sequence[str], active: Sequence[str]) -> bool:
        return model.solve({**{name: kept[name] for name in choices}, **wanted}, wish, rules=active) is not None

    def possible(choices: Sequence[str], active: Sequence[str]) -> bool:
        try:
            return solved(choices, active)
        except Undecided:  # what may be possible is not left out: the conflict stays true, if not the smallest
            return True

    if solved(own, names):
        return None
    choices = minimal(own, lambda some: possible(some, names))
    return Conflict(tuple(choices), tuple(minimal(names, lambda some: possible(choices, some))))


def minimal(items: Sequence[str], possible: Callable[[Sequence[str]], bool]) -> list[str]:
    """The items, in their order, of which none can be left out: together impossible, without any one possible.

    `possible` must be false of all items together, and never become true as items are added.
    """
    if not possible([]):
        return []
    found = _explained([], False, list(items), possible) if len(items) > 1 else list(items)
    return [item for item in items if item in set(found)]


def _explained(background: list[str], grown: bool, items: list[str], possible: Callable[[Sequence[str]], bool]) -> list[str]:
    if grown and not possible(background):
        return []
    if len(items) == 1:
        return items
    half = len(items) // 2
    first, second = items[:half], items[half:]
    of_second = _explained(background + first, True, second, possible)
    of_first = _explained(background + of_second, bool(of_second), first, possible)
    return of_first + of_second


def reasons(model: Model, wanted: Box, kept: Box, wish: Point, *, most: int = 4) -> list[Conflict]:
    """Conflicts that share no rule: each stands in the way by itself. Empty if what is asked for can be had.

    Undecided if the search came to its limit before the first one.
    """
    found: list[Conflict] = []
    left = list(model.rules)
    while len(found) < most:
        try:
            one = conflict(model, wanted, kept, wish, left)
        except Undecided:
            if not found:
                raise
            break
        if one is None or not one.rules:
            break
        found.append(one)
        left = [name for name in left if name not in one.rules]
    return found
