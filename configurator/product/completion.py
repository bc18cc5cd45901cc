"""Completion: what a customer left open is filled in from the defaults, with least change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product as combinations
from math import prod
from typing import Any

from configurator.errors import InvalidChoice
from configurator.space.search import Constraint, Problem, Undecided, Variable

from .parameters import Words, plain
from .product import Product

_COMBINATIONS = 20_000


@dataclass(frozen=True)
class Change:
    """A parameter that nobody set and that could not keep its default. Plain values."""

    name: str
    default: Any
    value: Any


def complete(template: type[Product], fixed: Mapping[str, Any]) -> Product:
    """The configuration that keeps everything in `fixed` and departs least from the defaults otherwise.

    Fewest parameters changed first, then the smallest steps. Words are never invented: a text that is not set keeps its
    default. InvalidChoice if no such configuration is found: it says what stands in the way with the defaults.
    """
    try:
        return template(**fixed)
    except InvalidChoice as refused:
        accepted, problems = template.accept(fixed)
        if problems:  # a value that no parameter takes is not mended by changing others
            raise
        kept = {name: accepted[name] for name in fixed}
        point = _nearest(template, kept)
        if point is None:
            raise refused from None
        return template(**{name: plain(value) for name, value in point.items()})


def changes(product: Product, fixed: Mapping[str, Any]) -> list[Change]:
    """What `complete` had to change: parameters outside `fixed` that differ from their defaults."""
    defaults = {name: plain(value) for name, value in product.defaults().items()}
    return [Change(name, defaults[name], value) for name, value in product.choices.items()
            if name not in fixed and value != defaults[name]]


def _nearest(template: type[Product], kept: Mapping[str, Any]) -> dict[str, Any] | None:
    defaults = template.defaults()
    variables = []
    for name, parameter in template.parameters.items():
        if name in kept:
            values = [kept[name]]
        elif isinstance(parameter, Words):
            values = [defaults[name]]
        else:
            values = list(parameter.candidates())
        variables.append(Variable(name, values, parameter.ordered))
    constraints = [Constraint(each.name, each.scope, each.holds, each.margin) for each in template.rules]
    whole = Problem(variables, constraints)
    start = {**defaults, **kept}
    if any(_hopeless(whole, each, start) for each in whole.broken(start)):
        return None
    try:
        return whole.complete(kept, defaults)
    except Undecided:
        return None


def _hopeless(whole: Problem, rule: Constraint, start: Mapping[str, Any]) -> bool:
    """Whether no values of the rule's own parameters keep it: seen at once, where the search would long look around."""
    own = [variable for variable in whole.variables if variable.name in rule.scope]
    if prod(len(variable.values) for variable in own) > _COMBINATIONS:
        return False
    inside = Problem(own, [each for each in whole.constraints if each.scope <= rule.scope])
    names = [variable.name for variable in own]
    return all(inside.broken({**start, **dict(zip(names, values, strict=True))})
               for values in combinations(*(variable.values for variable in own)))
