"""What each part of a package costs, step by step, in one process: where its seconds go."""

from __future__ import annotations

import gc
from functools import partial
from importlib import import_module
from typing import Any

from configurator.exchange.step import body
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.geometry.probed import start_probes
from configurator.geometry.requests import BuildRequest
from configurator.making.makeability import horizons, made_parts
from configurator.making.rule_packs import packs
from configurator.package.drawing import drawings
from configurator.package.inputs import Inputs
from configurator.product.product import Product

from .figures import Figure, cpu
from .variants import BUILD, base, neighbours

_STEPS = ("solid, measured", "triangles", "STEP", "walls and access", "drawing", "drawing written again")


def steps(template: type[Product]) -> list[Figure]:
    """CPU milliseconds of each made part, cold, of a configuration that differs from one that was made before."""
    build, start = import_module(BUILD), base(template)
    other = next(changed for name in template.parameters for changed in neighbours(start, name, 1)
                 if made_parts(changed) == made_parts(start))
    with Geometry(in_process=True) as geometry:
        _costs(build, geometry, start, made_parts(start))  # fonts, selectors, letters: once in a process
    gc.collect()
    build.forget()
    with Geometry(in_process=True) as geometry:  # sheets are kept as long as the geometry they were composed with
        costs = _costs(build, geometry, other, made_parts(other))
    return [Figure(f"package, {name}: {step}", 1000 * seconds, "ms", "", f"{other.number}")
            for name, of_part in costs.items() for step, seconds in zip(_STEPS, of_part, strict=True)]


def _costs(build: Any, geometry: Geometry, product: Product, names: list[str]) -> dict[str, list[float]]:
    inputs, horizon = Inputs(), horizons(product, packs())

    def asked(name: str, *, mesh: bool = True, step: bool = True) -> list[PartAnswer]:
        answers: list[PartAnswer] = build.build(BuildRequest.of(product, (name,), mesh=mesh, step=step))
        return answers

    def exported(name: str) -> None:
        body(asked(name)[0].step or b"").text()

    def probed(name: str) -> None:
        for each in start_probes(geometry, product, {name: horizon[name]} if name in horizon else {}):
            each.result()

    def drawn(name: str) -> None:
        drawings(product, asked(name), geometry, inputs)

    in_order = (partial(asked, mesh=False, step=False), partial(asked, step=False), exported, probed, drawn, drawn)
    return {name: [cpu(partial(step, name)) for step in in_order] for name in names}
