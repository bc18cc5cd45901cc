"""What a configuration rests on: the graded numbers that its parts, its rules and what is controlled really read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .parameters import Choice, Parameter
from .parts import derived
from .product import Product
from .symbols import Glance, StandIn
from .tables import Figures, Graded, Option


@dataclass(frozen=True)
class Rest:
    """A graded number that something rests on. `name` is dotted: "alloy.wall_cast", "figures.engraving_depth"."""

    name: str
    option: str
    """Name of the table's row; empty for a figure."""
    graded: Graded


class _Noter(StandIn):
    """Runs a method on real values and notes every leaf it reads, through derived values."""

    __slots__ = ("_product", "found")

    def __init__(self, product: Product) -> None:
        self._template, self._product = type(product), product
        self.found: dict[str, Any] = {}

    def _parameter(self, name: str, parameter: Parameter) -> Any:
        value = self._product.__dict__[name]
        return Glance(self, name, value) if isinstance(parameter, Choice) else self._read(name, value)

    def _figures(self, name: str, figures: Figures) -> Any:
        return Glance(self, name, figures)

    def _read(self, name: str, value: Any) -> Any:
        self.found[name] = value
        return value


def rests_on(product: Product, reads: Iterable[str]) -> list[Rest]:
    """Graded numbers behind `reads` (dotted names that parts read), every rule and what is controlled of parts that have a
    place; each once, sorted by name."""
    noter = _Noter(product)
    for name in reads:
        member = getattr(type(product), name, None) if "." not in name else None
        if isinstance(member, derived):
            member.function(noter)
        else:
            noter.found.setdefault(name, None)
    for rule in product.rules:
        rule.function(noter)
    for part in product.parts.values():
        if part.characteristics is not None and part.placements(product):
            tuple(part.characteristics(noter))
    found = {}
    for name in noter.found:
        first, _, attribute = name.partition(".")
        if attribute:
            owner = getattr(product, first)
            if isinstance(owner, Option):
                found[name] = Rest(name, owner.name, owner.graded(attribute))
            elif isinstance(owner, Figures):
                found[name] = Rest(name, "", owner.graded(attribute))
    for part in product.parts.values():
        if isinstance(part.material, str) and part.material in product.parameters and (
                getattr(getattr(product, part.material), "density", None) is not None):
            name = f"{part.material}.density"
            owner = getattr(product, part.material)
            found[name] = Rest(name, owner.name, owner.graded("density"))
    return [found[name] for name in sorted(found)]
