"""Margins: how far a configuration is from breaking each rule, and the parameters whose next step would break it.

A neighbour differs in one parameter by one step, or in one choice; the rules are asked of it as the constructor asks them.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from .answers import Margin
from .parameters import Number, Parameter

if TYPE_CHECKING:
    from .product import Product


def margins(product: Product) -> list[Margin]:
    """One for each rule, in the order of the template. Of texts and scans no neighbours are tried."""
    values = {name: getattr(product, name) for name in product.parameters}
    neighbours = {name: [SimpleNamespace(**{**values, name: value}) for value in _beside(parameter, values[name])]
                  for name, parameter in product.parameters.items()}
    found = []
    for rule in product.rules:
        margin = rule.margin(product)
        sentence = product.say(product.words.word("en", "rules", rule.name, rule.sentence))
        bound_by = tuple(name for name in product.parameters if name in rule.scope
                         and not all(rule.holds(each) for each in neighbours[name]))
        found.append(Margin(rule.name, sentence, margin if isfinite(margin) else None, bound_by))
    return found


def _beside(parameter: Parameter, now: Any) -> Iterator[Any]:
    if parameter.endless:
        return
    if isinstance(parameter, Number):
        here = parameter.grid.nearest(now)
        yield from (parameter.at(each) for each in (here - 1, here + 1) if 0 <= each < len(parameter.grid))
        return
    yield from (value for value in parameter.candidates() if value != now)
