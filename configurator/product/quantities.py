"""Quantities: what of a template can be wished about, by name, and what is none."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from configurator.errors import RuleError
from configurator.space.expressions import Expression

from .parameters import Choice, Flag, Number
from .parts import Interface, derived, members
from .scanned import Scanned
from .symbols import Symbols

if TYPE_CHECKING:
    from .product import Product

NAMED = 8
"""Names that a refusal lists; a template has many more."""
_CONDITIONS = frozenset({"<=", "<", "==", "and", "or", "not", "is"})


def unit(template: type[Product], text: str) -> str:
    """Unit of a quantity where the template tells it: that of a parameter, mm or ° of a derived value; g of `mass`."""
    parameter = template.parameters.get(text.strip())
    if isinstance(parameter, Number):
        return parameter.unit
    found = members(template, derived).get(text.strip())
    if found is None:
        return ""
    return "g" if text.strip() == "mass" else {"Mm": "mm", "Degrees": "°"}.get(
        str(found.function.__annotations__.get("return")), "")


def listed(template: type[Product], name: str) -> str:
    """Quantities for a refusal: those that are spelled almost like `name`, else the first ones."""
    names = quantities(template)
    near = get_close_matches(name[:40], names, n=3) or ([name for name in ("mass",) if name in names] + names)
    left = len(names) - len(near[:NAMED])
    return ", ".join(near[:NAMED]) + (f" and {left} more" if left else "")


def quantities(template: type[Product]) -> list[str]:
    """Names that can be wished about: numbers that are chosen, then those that follow."""
    found = [name for name, each in template.parameters.items() if isinstance(each, Number)]
    symbols = Symbols(template)
    for name, each in members(template, derived).items():
        if isinstance(each, Interface):
            continue
        try:
            if isinstance(getattr(symbols, name), Expression) and not is_condition(template, getattr(symbols, name)):
                found.append(name)
        except RuleError:  # words, tuples, and what cannot be traced
            continue
    return found


def is_condition(template: type[Product], value: Any) -> bool:
    """Whether a value of the reader is true or false, and no number."""
    if not isinstance(value, Expression):
        return isinstance(value, bool)
    if value.op == "read":
        of, dot, attribute = value.args[0].partition(".")
        parameter = template.parameters[of]
        if isinstance(parameter, Scanned):
            return bool(attribute == "given")
        return isinstance(parameter, Flag) or (isinstance(parameter, Choice) and bool(dot) and all(
            isinstance(getattr(option, attribute), bool) for option in parameter.options.values()))
    if value.op == "if":
        return all(is_condition(template, each) for each in value.args[1:])
    return value.op in _CONDITIONS or (value.op == "constant" and isinstance(value.args[0], bool))
