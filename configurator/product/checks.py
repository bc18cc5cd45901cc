"""What a template must be, looked at when its class is made: errors say where and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import isfunction
from typing import TYPE_CHECKING, Any

from pydantic.fields import FieldInfo

from configurator.errors import TemplateError
from configurator.standards.general import CLASSES
from configurator.texts import fields

from .parameters import Choice, Parameter
from .parts import BOUGHT, Item, Part, derived, feature

if TYPE_CHECKING:
    from .product import Product


_RESERVED = ("undecided",)
"""Names beside those of parameters in what programs read."""


def parameter_of(template: type[Product], name: str, info: FieldInfo) -> Parameter:
    """The parameter of a field."""
    found = next((item for item in info.metadata if isinstance(item, Parameter)), None)
    if found is None:
        raise TemplateError(f"{template.__name__}.{name}: a parameter is made with length, angle, count, choice, flag, "
                            "text or scan; a constant is annotated with ClassVar")
    return found


def check_names(template: type[Product], taken_by_all: Iterable[str]) -> None:
    """No parameter and no method is called like a member that every product has."""
    taken = set(template.parameters) & {*taken_by_all, *_RESERVED}
    if taken:
        raise TemplateError(f"{template.__name__}: {', '.join(sorted(taken))} is a name that every product uses "
                            "itself; call the parameter otherwise")
    hiding = sorted(name for name, value in vars(template).items()
                    if name in taken_by_all and not name.startswith(("_", "model_")) and (
                        isfunction(value) or isinstance(value, derived | feature)))
    if hiding:
        raise TemplateError(f"{template.__name__}: {', '.join(hiding)} is a name that every product uses itself; call the "
                            "method otherwise")


def check_prefix(template: type[Product]) -> None:
    """The beginning of its numbers."""
    proper = 2 <= len(template.prefix) <= 3 and template.prefix.isascii() and template.prefix.isalnum()
    if template.parts and not proper:
        raise TemplateError(f"{template.__name__}: prefix {template.prefix!r} must be 2 or 3 letters")


def bound(template: type[Product], each: Part[Any], names: dict[int, str]) -> Part[Any]:
    """The part, with the parameters it was given as fields put down by name."""
    own = each.copied()
    for role in ("material", "process"):
        value = getattr(own, role)
        if isinstance(value, FieldInfo):
            chooses = next((item for item in value.metadata if isinstance(item, Parameter)), None)
            name = names.get(id(chooses))
            if name is None or not isinstance(chooses, Choice):
                raise TemplateError(f"{template.__name__}.{own.name}: {role} must be a choice of this template; in a "
                                    "subclass name it by string")
            setattr(own, role, name)
    if isinstance(own.treatment, FieldInfo):
        own.treatment = names[id(next(item for item in own.treatment.metadata if isinstance(item, Parameter)))]
    return own


def check_sentences(template: type[Product]) -> None:
    """A field that a sentence cannot fill in would show only when a customer is refused."""
    for each in (*template.rules, *template.notices):
        for name in fields(each.sentence):
            first = name.split(".")[0]
            if first not in template.parameters and not hasattr(template, first):
                raise TemplateError(f"{template.__name__}.{each.name}: the sentence names {{{name}}}, which is neither "
                                    "a parameter nor a derived value")


def check_interfaces(template: type[Product]) -> None:
    """Interfaces are between parts that there are."""
    for name, each in template.interfaces.items():
        for part in each.parts:
            if part not in template.parts:
                raise TemplateError(f"{template.__name__}.{name}: interface with {part!r}, which is no part; parts are "
                                    f"{', '.join(template.parts)}")


def check_general_class(template: type[Product]) -> None:
    """The general tolerances that its drawings name are in the standard."""
    if template.general_tolerances not in CLASSES:
        raise TemplateError(f"{template.__name__}: general_tolerances is {template.general_tolerances!r}; write a class of "
                            f"ISO 2768-1: {', '.join(CLASSES)}")


def check_bought(template: type[Product]) -> None:
    """A part is bought if it says what is ordered, and says so in its process too, where people read it."""
    for name, each in template.parts.items():
        if each.is_bought != (each.process == BOUGHT):
            raise TemplateError(f"{template.__name__}.{name}: " + (
                f"it has an item, so it is bought and not made; write process={BOUGHT!r}" if each.is_bought else
                f"its process is {BOUGHT!r}; say what is ordered with @{name}.item"))
        if each.is_bought and each.characteristics is not None:
            raise TemplateError(f"{template.__name__}.{name}: it is bought, so its maker controls it; leave "
                                f"@{name}.controls out")


def checked_items(product: Product) -> dict[str, Item]:
    """What is ordered for each bought part that is placed. TemplateError if the orders cannot be told apart."""
    found: dict[str, Item] = {}
    for name, each in product.parts.items():
        if each.item_of is None or not each.placements(product):
            continue
        item, where = each.item_of(product), f"{type(product).__name__}.{name}"
        if not isinstance(item, Item) or not item.name.strip():
            raise TemplateError(f"{where}: @{name}.item must return an Item with a name; it returned {item!r}")
        if item.quantity != 1:
            raise TemplateError(f"{where}: the item {item.name!r} has the quantity {item.quantity}; leave it out, for as "
                                "many are bought as there are placements")
        twin = next((other for other, known in found.items() if known.name == item.name), None)
        if twin is not None:
            raise TemplateError(f"{where} and {twin} are both the item {item.name!r}; one item is one part with several "
                                "placements")
        found[name] = item
    return found
