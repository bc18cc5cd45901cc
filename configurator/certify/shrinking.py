"""From a configuration that fails to the smallest change from the defaults that fails in the same way.

Delta debugging (Zeller and Hildebrandt 2002, "Simplifying and isolating failure-inducing input"), through valid configurations
only: what is put back is put back by completing what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.parameters import Number, Words, plain
from configurator.product.product import Product

from .builds import Builds
from .outcomes import Fault, How, Outcome

_MOST = 60
_MOST_DEAR = 12
"""Configurations that may be looked at for one way of failing; the second where each takes until its deadline."""
_DEAR = {"DeadlinePassed", "TooLarge", "WorkerDied"}


@dataclass(frozen=True)
class Smallest:
    """A configuration near the defaults that fails as another one did."""

    outcome: Outcome
    fault: Fault
    changes: dict[str, tuple[Any, Any]]
    """Parameter -> (value of the default configuration, value that it needs to fail)."""
    proven: bool
    """None of the changes can be left out. False if the limit of configurations came first."""


class _Ended(Exception):
    """The limit of configurations."""


def smallest(template: type[Product], failing: Outcome, how: How, builds: Builds) -> Smallest:
    """Put parameters back to the defaults, in halves and then one by one, as long as it fails in the same way; then bring
    what is left nearer to them."""
    search = _Search(template, how, builds)
    proven = True
    try:
        here = search.nearer(search.fewer(template(**failing.choices)))
    except _Ended:
        here, proven = search.best or template(**failing.choices), False
    outcome = builds.known[here.number]
    fault = next(each for each in outcome.faults if each.how == how)
    return Smallest(outcome, fault, {name: (search.base[name], here.choices[name]) for name in search.changed(here)}, proven)


class _Search:
    def __init__(self, template: type[Product], how: How, builds: Builds) -> None:
        self.template, self.how, self.builds = template, how, builds
        self.base = template.space.complete().choices
        self.best: Product | None = None
        self._most = _MOST_DEAR if how.kind in _DEAR else _MOST
        self._asked = set[str]()

    def changed(self, product: Product) -> list[str]:
        """Parameters that are not as in the default configuration."""
        return [name for name, value in product.choices.items() if value != self.base[name]]

    def fewer(self, here: Product) -> Product:
        """The fewest changed parameters: none of them can be put back alone."""
        self.best, parts = here, 1
        while names := self.changed(here):
            parts = min(parts, len(names))
            for back in _split(names, parts):
                tried = self._completed({name: here.choices[name] for name in names if name not in back})
                if tried is not None and len(self.changed(tried)) < len(names) and self._fails(tried):
                    self.best = here = tried
                    parts = max(parts - 1, 1)
                    break
            else:
                if parts == len(names):
                    break
                parts = min(2 * parts, len(names))
        return here

    def nearer(self, here: Product) -> Product:
        """Numbers by fewer steps, texts by fewer letters, each by bisection."""
        for name in self.changed(here):
            values = self._towards(name, here.choices[name])
            good, bad = -1, len(values)
            while bad - good > 1:
                middle = (good + bad) // 2
                tried = self._valid({**here.choices, name: values[middle]})
                if tried is not None and self._fails(tried):
                    self.best = here = tried
                    bad = middle
                else:
                    good = middle
        return here

    def _towards(self, name: str, value: Any) -> list[Any]:
        """Values between the default configuration's and this one, the former's neighbour first."""
        parameter, base = self.template.parameters[name], self.base[name]
        if isinstance(parameter, Words):
            return list(dict.fromkeys(text for n in range(len(value)) if (text := value[:n].strip()) not in (base, value)))
        if not isinstance(parameter, Number):
            return []
        candidates = [plain(each) for each in parameter.candidates()]
        a, b = candidates.index(base), candidates.index(value)
        return candidates[a + 1:b] if a < b else candidates[b + 1:a][::-1]

    def _completed(self, kept: dict[str, Any]) -> Product | None:
        try:
            return self.template.space.complete(kept)
        except InvalidChoice:
            return None

    def _valid(self, choices: dict[str, Any]) -> Product | None:
        try:
            return self.template(**choices)
        except InvalidChoice:
            return None

    def _fails(self, product: Product) -> bool:
        # what is known counts as well: a sweep that was resumed finds the same as one that was not
        self._asked.add(product.number)
        if len(self._asked) > self._most:
            raise _Ended
        return any(fault.how == self.how for fault in self.builds.one(product).faults)


def _split(names: Sequence[str], parts: int) -> list[list[str]]:
    """`names` in so many pieces of about the same length."""
    ends = [round(i * len(names) / parts) for i in range(parts + 1)]
    return [list(names[a:b]) for a, b in pairwise(ends)]
