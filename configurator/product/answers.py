"""What a design space answers, in plain values and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .product import Product


class Options(Mapping[str, tuple[Any, ...]]):
    """Of each parameter the values that can still be had, in order; of a text its lengths. All are proven.

    `undecided` has those that the search could not settle, by name: neither offered nor ruled out.
    """

    def __init__(self, values: Mapping[str, tuple[Any, ...]], undecided: Mapping[str, tuple[Any, ...]]) -> None:
        self._values, self.undecided = dict(values), dict(undecided)

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Options({self._values})"


class Pairwise(NamedTuple):
    """Configurations that together have every pair of levels that is possible.

    A pair is (parameter, value, other parameter, its value).
    """

    configurations: list[Product]
    impossible: list[tuple[str, Any, str, Any]]
    """Pairs that are proven to belong to no configuration."""
    undecided: list[tuple[str, Any, str, Any]]
    """Pairs that the search could not settle."""


@dataclass(frozen=True)
class Broken:
    """A rule that stands in the way, as it is broken when everything else is kept."""

    rule: str
    sentences: Mapping[str, str]
    shortfall: float | None
    """How far it is from being kept, in the unit of what it compares; None for a rule without an edge."""


@dataclass(frozen=True)
class Reason:
    """Choices and rules that cannot all be kept; without any one of them the others can."""

    choices: tuple[str, ...]
    broken: tuple[Broken, ...]
    sentences: Mapping[str, str]

    def say(self, language: str = "en") -> str:
        """The reason as a sentence or two, in `language` (en, fr, de)."""
        return self.sentences[language]


@dataclass(frozen=True)
class Change:
    """A parameter that becomes another. Plain values."""

    name: str
    before: Any
    after: Any
    sentences: Mapping[str, str]


@dataclass(frozen=True)
class Way:
    """A configuration that has what is wished, and what changes for it: first the choices that are given up."""

    configuration: Product
    given_up: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Explanation:
    """Whether a wish can be had, why not, and the nearest ways to get it."""

    possible: bool
    reasons: tuple[Reason, ...] = ()
    ways: tuple[Way, ...] = ()
    undecided: bool = False
    """The search ended at its limit before it was known whether the wish can be had, or why not."""
    ways_undecided: bool = False
    """The search for ways ended at its limit: those that are told are ways, but there may be others, and nearer ones."""


@dataclass(frozen=True)
class Margin:
    """How far a configuration is from breaking a rule, in the unit of what the rule compares; None if it has no edge.

    It binds if one step of one parameter would break it: `bound_by` has those parameters.
    """

    rule: str
    sentence: str
    margin: float | None
    bound_by: tuple[str, ...]

    @property
    def binds(self) -> bool:
        """Whether one step of one parameter breaks it."""
        return bool(self.bound_by)


@dataclass(frozen=True)
class Solution:
    """The best configuration for some wishes. No configuration that has them is better than `bound`."""

    configuration: Product | None
    value: float | None = None
    bound: float | None = None
    proven: bool = False
    """Whether `value` is as good as `bound`."""
    stops: Reason | None = None
    """Why it is no better."""
    reasons: tuple[Reason, ...] = field(default=())
    """Why there is none, if there is none."""
    undecided: bool = False
    """The search ended at its limit: whether there is one is not known."""
