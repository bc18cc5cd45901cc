"""Wishes: conditions and quantities as a customer or a script writes them, "mass <= 60", read as a rule of the template.

What may be written is what a rule may use: parameters, derived values, attributes of a choice, numbers, comparison, `in`,
arithmetic, a few functions, and, or, not. Nothing of it is run as a program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from configurator.errors import WishRefused
from configurator.space.expressions import Expression, expression, node, reads

from .parameters import Choice
from .problems import shown
from .quantities import is_condition, listed
from .symbols import OptionSymbol, WordSymbol
from .wish_reading import check_length, read

if TYPE_CHECKING:
    from .product import Product

_NAMED_VALUE = re.compile(r"\s*([A-Za-z_]\w*(?:\.\w+)?)\s*(==|!=|=)\s*(.*?)\s*", re.DOTALL)


@dataclass(frozen=True)
class Wish:
    """A condition that somebody wishes for, as it was written and as a rule."""

    text: str
    condition: Expression


def wish(template: type[Product], text: str) -> Wish:
    """A condition: "mass <= 60", "metal = Pt950 Ru", "one_piece = yes". WishRefused says what is wrong."""
    check_length(text)
    named = _NAMED_VALUE.fullmatch(text)
    options = _words(template, named[1]) if named else ()
    if named and (value := named[3].strip("\"'")) in options:
        chosen = Expression("is", named[1], value)
        return Wish(text, expression(node("not", chosen) if named[2] == "!=" else chosen))
    nameless = f"{text}: {named[1]} has no option {shown(value)!r}; it has {', '.join(options)}" if named and options else ""
    try:
        found = read(template, text)
    except WishRefused:
        if not named or not nameless or {"and", "or"} & set(named[3].split()):
            raise
        raise WishRefused(nameless) from None
    if nameless and isinstance(found, Expression) and found.op == "is":
        raise WishRefused(nameless)
    if isinstance(found, (OptionSymbol, WordSymbol)):
        known = _words(template, text.strip())
        raise WishRefused(f"{text}: this is a choice; write which one, for example {text.strip()} = {known[0]}" if known else
                          f"{text}: this is a word; write which one")
    if not is_condition(template, found):
        raise WishRefused(f"{text}: this is a quantity; write what it shall be, for example {text.strip()} <= 60")
    return Wish(text, expression(found))


def quantity(template: type[Product], text: str) -> Expression:
    """Something that can be least or most: "mass", "case_diameter - opening". WishRefused says what is wrong."""
    found = read(template, text)
    if isinstance(found, float) or (isinstance(found, Expression) and not reads(found)):
        raise WishRefused(f"{text}: this is the same for every configuration")
    if is_condition(template, found) or not isinstance(found, Expression):
        raise WishRefused(f"{text}: this is no quantity; there are {listed(template, text)}")
    return found


def _words(template: type[Product], name: str) -> tuple[str, ...]:
    """The words that a choice, or an attribute of its options, can be; none if it is something else."""
    of, dot, attribute = name.partition(".")
    parameter = template.parameters.get(of)
    if not isinstance(parameter, Choice):
        return ()
    if not dot:
        return tuple(parameter.options)
    words = [getattr(option, attribute, None) for option in parameter.options.values()]
    return tuple(dict.fromkeys(map(str, words))) if all(isinstance(word, str) for word in words) else ()
