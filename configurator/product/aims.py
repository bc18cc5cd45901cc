"""Aims: what somebody may want of a product who has no idea of millimetres. Declared beside the parameters.

A template says which parameters to ask such a customer for (`asks`), and which characters he may choose from (`aims`)::

    class Watch(Product):
        asks: ClassVar = ("wrist", "metal")
        aims: ClassVar = (Aim("slim", "Slim under a cuff", minimise="thickness"),
                          Aim("diver", "For diving", wants=("water_resistance.bar >= 20",)))

Labels are translated under [aims] in fr.toml and de.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from configurator.errors import TemplateError
from configurator.texts import LANGUAGES

from .parameters import Number
from .problems import Refusal

if TYPE_CHECKING:
    from .product import Product


@dataclass(frozen=True)
class Aim:
    """A character of the product: what is wanted of it, what shall be least or most, and which choices suit it."""

    name: str
    label: str
    wants: tuple[str, ...] = ()
    """Conditions as `solve` takes them: "water_resistance.bar >= 20"."""
    minimise: str = ""
    maximise: str = ""
    likes: Mapping[str, Any] = field(default_factory=dict)
    """Choices that suit it; they give way where they cannot be had."""


def check_aims(template: type[Product]) -> None:
    """Every name is there, once. What is wanted is read when it is first asked for."""
    for name in template.asks:
        if name not in template.parameters:
            raise TemplateError(f"{template.__name__}.asks names {name!r}, which is no parameter; parameters are "
                                f"{', '.join(template.parameters)}")
    if template.worn_on and not isinstance(template.parameters.get(template.worn_on), Number):
        raise TemplateError(f"{template.__name__}.worn_on names {template.worn_on!r}, which is no number that is chosen")
    names = [aim.name for aim in template.aims]
    if len(set(names)) < len(names):
        raise TemplateError(f"{template.__name__}.aims: every aim has a name of its own; got {', '.join(names)}")
    for aim in template.aims:
        if aim.minimise and aim.maximise:
            raise TemplateError(f"{template.__name__}.aims: {aim.name} has something to minimise and something to maximise; "
                                "choose one")
        for name, value in aim.likes.items():
            parameter = template.parameters.get(name)
            if parameter is None:
                raise TemplateError(f"{template.__name__}.aims: {aim.name} likes {name!r}, which is no parameter")
            try:
                parameter.accept(value)
            except Refusal as refusal:
                problem = refusal.problem(name, dict.fromkeys(LANGUAGES, parameter.label))
                raise TemplateError(f"{template.__name__}.aims: {aim.name} likes {name} = {value!r}: {problem.say()}") from None
