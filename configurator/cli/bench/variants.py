"""Configurations that are measured: a base that uses everything, what lies beside it, and the template's rival."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module, util
from types import ModuleType
from typing import Any

from configurator.geometry.client import placed
from configurator.geometry.requests import BuildRequest
from configurator.geometry.workers import Job
from configurator.product.parameters import Words, plain
from configurator.product.product import Product

BUILD = "configurator.geometry.kernel.build"


def rival(template: type[Product]) -> ModuleType | None:
    """The template's plain.py, if its folder has one.

    `build(product)` makes its parts in plain cadquery. It may say what is measured: `BASE`, choices to start from, and
    `COMPARED`, the parameters whose changes are compared.
    """
    module = template.__module__.rpartition(".")[0] + ".plain"
    return None if util.find_spec(module) is None else import_module(module)


def base(template: type[Product]) -> Product:
    """A configuration that uses everything: with a text where there is one."""
    words = [name for name, parameter in template.parameters.items() if isinstance(parameter, Words)]
    return template(**(dict.fromkeys(words, "Für Zoë") | getattr(rival(template), "BASE", {})))


def neighbours(base: Product, name: str, count: int) -> list[Product]:
    """Valid configurations that differ from `base` in one parameter only."""
    parameter = base.parameters[name]
    found: list[Product] = []
    candidates: list[Any] = list(parameter.candidates())
    here = getattr(base, name)
    if isinstance(parameter, Words):
        candidates = [here[:-1] + letter for letter in "1234567"]
    near = candidates.index(here) if here in candidates else 0
    for value in sorted(candidates, key=lambda each: abs(candidates.index(each) - near)):
        try:
            changed = base.model_copy(update={name: plain(value)})
        except ValueError:
            continue
        if changed != base and len(found) < count:
            found.append(changed)
    return found


def jobs(products: Sequence[Product]) -> list[Job]:
    """Whole builds, with mesh and STEP, of these configurations."""
    return [Job(f"{BUILD}:build", (BuildRequest.of(product, tuple(placed(product)), step=True),)) for product in products]
