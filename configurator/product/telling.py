"""Values and changes in the customer's words: "Case diameter 40 mm -> 41.5 mm"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from configurator.texts import LANGUAGES, say, written

from .answers import Change
from .parameters import Choice, Number, Quantity, Words, plain
from .scanned import Scanned
from .scans import Scan

if TYPE_CHECKING:
    from .product import Product


def told(template: type[Product], name: str, value: Any, language: str) -> str:
    """A parameter's value as a customer reads it."""
    parameter = template.parameters[name]
    if isinstance(parameter, Number):
        return written(value if parameter.whole else Quantity(value, parameter.unit), language)
    if isinstance(parameter, Choice):
        return template.option_label(name, parameter.options[str(plain(value))], language)
    if isinstance(parameter, Words):
        return say("space.words" if value else "space.nothing", language, words=str(value))
    if isinstance(parameter, Scanned):
        return say("space.scan", language, mark=Scan(value).mark) if value else say("space.no_scan", language)
    return written(value, language)


def told_choice(template: type[Product], name: str, value: Any, language: str) -> str:
    """A parameter with its value: "Case diameter: 40 mm"."""
    return say("space.choice", language, label=template.label(name, language), value=told(template, name, value, language))


def told_change(template: type[Product], name: str, before: Any, after: Any) -> Change:
    """A change of a parameter, plain and in all languages."""
    sentences = {language: say("space.change", language, label=template.label(name, language),
                               before=told(template, name, before, language), after=told(template, name, after, language))
                 for language in LANGUAGES}
    return Change(name, plain(before), plain(after), sentences)
