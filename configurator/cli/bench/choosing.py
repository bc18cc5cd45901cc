"""Customers who like extremes: what is left after each choice, why not what is gone, and whether they arrive."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence
from functools import partial
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.parameters import Words, plain
from configurator.product.product import Product

from .figures import NONE, Figure, Told, cpu, most

_EXTREME = 0.9
"""Share of choices that are the least or the greatest of what is left."""
_TEXTS = 3
_WISHES = 1_000


class _Walks:
    """What is counted and timed on the way, seconds of CPU."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.explained: list[float] = []
        self.completed = self.dead = self.undecided = self.unexplained = self.refused = self.wayless = 0


def choosing(template: type[Product], walks: int, told: Told) -> list[Figure]:
    """`walks` customers choose every parameter, one by one in any order, mostly an end of what is left.

    A dead end is a parameter of which nothing is left. After each choice one wish that has just become impossible is
    explained, up to a thousand times.
    """
    template.space.options({})  # the search and the tables of texts: once in a process
    seen, dice = _Walks(), random.Random(1)  # noqa: S311 - the same customers every time
    texts = _texts(template)
    for walk in range(walks):
        if walk % 10 == 0:
            told.progress(f"walk {walk} of {walks}, {len(seen.asked)} choices")
        _walk(template, dice, {name: dice.choice(values) for name, values in texts.items()}, seen, told)
    return _figures(seen, walks)


def _texts(template: type[Product]) -> dict[str, list[str]]:
    """A few texts that customers come with, of those that can be had at all, by parameter; mostly the default."""
    found = {}
    for name, parameter in template.parameters.items():
        if isinstance(parameter, Words):
            default = plain(template.defaults()[name])
            others = [text for text in map(plain, parameter.candidates())
                      if text != default and all(template.space.options({name: text}).values())]
            found[name] = [default] * _TEXTS + others[:_TEXTS]
    return found


def _walk(template: type[Product], dice: random.Random, fixed: dict[str, Any], seen: _Walks, told: Told) -> None:
    space = template.space
    left = space.options(fixed)
    open_ = [name for name in template.parameters if name not in fixed]
    for name in dice.sample(open_, len(open_)):
        if not all(left.values()):
            break
        offered = set(left[name])
        gone = [value for value in map(plain, template.parameters[name].candidates()) if value not in offered]
        if gone and len(seen.explained) < _WISHES:
            seen.explained.append(cpu(partial(_explain, template, dict(fixed), {name: dice.choice(gone)}, seen, told)))
        fixed[name] = dice.choice([left[name][0], left[name][-1]]) if dice.random() < _EXTREME else dice.choice(left[name])
        start = time.process_time()
        left = space.options(fixed)
        seen.asked.append(time.process_time() - start)
        if left.undecided:
            seen.undecided += 1
            told.differs(f"undecided are the options of {list(left.undecided)} beside {fixed}")
    if not all(left.values()):
        seen.dead += 1
        told.differs(f"a dead end: {[name for name in left if not left[name]]} have nothing left beside {fixed}")
        return
    try:
        template(**fixed)
    except InvalidChoice as refused:
        seen.refused += 1
        told.differs(f"the constructor refuses {fixed}: {refused}")
    else:
        seen.completed += 1


def _explain(template: type[Product], fixed: dict[str, Any], wish: dict[str, Any], seen: _Walks, told: Told) -> None:
    answer = template.space.explain(fixed, wish)
    if answer.undecided:
        seen.unexplained += 1
        told.differs(f"undecided is {wish} beside {fixed}")
    elif answer.possible or not answer.reasons or not answer.ways:
        seen.wayless += 1
        told.differs(f"{wish} is not among the options beside {fixed}; its explanation has possible {answer.possible}, "
                     f"{len(answer.reasons)} reasons, {len(answer.ways)} ways")


def _figures(seen: _Walks, walks: int) -> list[Figure]:
    found = _timed(seen)
    return [*found,
            Figure("dead ends", seen.dead, "", NONE, f"{walks} complete walks, {len(seen.asked)} choices"),
            Figure("finished walks that the constructor refuses", seen.refused, "", NONE, f"{seen.completed} are accepted"),
            Figure("answers with options that are undecided", seen.undecided, "", "", f"of {len(seen.asked)}"),
            Figure("explanations that are undecided", seen.unexplained, "", "", f"of {len(seen.explained)}"),
            Figure("wishes not offered and yet possible, or without reason or way", seen.wayless, "", NONE,
                   f"{len(seen.explained)} wishes")]


def _timed(seen: _Walks) -> list[Figure]:
    rows: list[tuple[str, Sequence[float], str, str]] = [
        ("options of all parameters after a choice", seen.asked, "<= 5", "choices, mostly extremes"),
        ("explanation with ways", seen.explained, "", "wishes that are not possible")]
    found = []
    for name, values, wanted, what in rows:
        if values:
            found += [Figure(f"{name}, median", 1000 * statistics.median(values), "ms CPU", wanted, f"{len(values)} {what}"),
                      Figure(f"{name}, 95 of 100", 1000 * most(values), "ms CPU", "<= 50")]
    return found
