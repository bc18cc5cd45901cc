"""What a sweep will build: pairs of choices, ends of every parameter, and random configurations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from configurator.errors import InvalidChoice
from configurator.product.answers import Pairwise
from configurator.product.parameters import plain
from configurator.product.product import Product
from configurator.space.remaining import Undecided

LEVELS = 3
"""Values of a numeric parameter that are paired with those of others: both ends and the middle."""
DEFAULT, PAIRWISE, EXTREME, RANDOM = "default", "pairwise", "extreme", "random"
KINDS = (DEFAULT, PAIRWISE, EXTREME, RANDOM)
T = TypeVar("T")


class Pair(NamedTuple):
    """Two values of two parameters."""

    first: str
    value: Any
    second: str
    other: Any


@dataclass(frozen=True)
class Planned:
    """A configuration to build, and why."""

    kind: str
    found_at: str
    """ "extreme thickness = 1.0", "random 17"."""
    product: Product


@dataclass(frozen=True)
class Plan:
    """Configurations to build, each once: under the first kind that asked for it."""

    template: type[Product]
    samples: int
    seed: int
    configurations: tuple[Planned, ...]
    asked: dict[str, int]
    """How many configurations each kind has; some are those of another kind too."""
    impossible: tuple[Pair, ...] = ()
    """Proven: no configuration has both."""
    undecided: tuple[str, ...] = ()
    """What the search ended at its limit over, in words."""

    def thinned(self, count: int) -> Plan:
        """The same with about `count` of its pairwise and extreme configurations, evenly chosen."""
        both = [each for each in self.configurations if each.kind in (PAIRWISE, EXTREME)]
        left = both[::max(len(both) // count, 1)] if count else []
        return replace(self, configurations=tuple(each for each in self.configurations
                                                  if each.kind not in (PAIRWISE, EXTREME) or each in left))


def planned(template: type[Product], samples: int, seed: int) -> Plan:
    """The default, a covering of all pairs, the extremes, and `samples` random configurations; the same for the same seed."""
    space, undecided = template.space, list[str]()

    def asked(what: str, work: Callable[[], T], nothing: T) -> T:
        try:
            return work()
        except Undecided:
            undecided.append(f"{what}: the search ended at its limit")
            return nothing

    pairs = asked("pairs of values", lambda: space.pairwise(seed, LEVELS), Pairwise([], [], []))
    undecided += [f"{a} = {plain(x)} with {b} = {plain(y)}: the search ended at its limit" for a, x, b, y in pairs.undecided]
    ends = asked("extremes", space.extremes, list[tuple[str, Any, Product]]())
    points = asked("random configurations", lambda: space.sample(samples, seed), list[Product]())
    found = [*_default(template),
             *(Planned(PAIRWISE, f"pairwise {i}", each) for i, each in enumerate(pairs.configurations, 1)),
             *(Planned(EXTREME, f"extreme {name} = {plain(value)}", each) for name, value, each in ends),
             *(Planned(RANDOM, f"random {i}", each) for i, each in enumerate(points, 1))]
    return Plan(template, samples, seed, _distinct(found), {kind: sum(each.kind == kind for each in found) for kind in KINDS},
                tuple(Pair(*each) for each in pairs.impossible), tuple(undecided))


def _default(template: type[Product]) -> list[Planned]:
    try:
        return [Planned(DEFAULT, "default", template.space.complete())]
    except InvalidChoice:  # no configuration keeps the rules; the audit tells which
        return []


def _distinct(found: Sequence[Planned]) -> tuple[Planned, ...]:
    once: dict[str, Planned] = {}
    for each in found:
        once.setdefault(each.product.number, each)
    return tuple(once.values())
