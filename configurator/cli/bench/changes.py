"""A change of one parameter, to the bytes of a view: warm, cold, and against plain cadquery in the same run."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from configurator.exchange import gltf
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import placed
from configurator.geometry.requests import BuildRequest
from configurator.product.product import Product

from .figures import Figure, cpu
from .variants import BUILD, base, neighbours, rival


def glb(product: Product, answers: Sequence[PartAnswer]) -> bytes:
    """The view of a product, all in one look."""
    look = gltf.Appearance((0.8, 0.7, 0.5), 1.0, 0.2)
    return gltf.write([gltf.GltfPart(product.part_number(each.name), each.name, look, each.mesh, each.faces,
                                     product.parts[each.name].placements(product))
                       for each in answers if each.mesh is not None], product.number, {})


def changes(template: type[Product]) -> list[Figure]:
    """A change of one parameter to the bytes of a view, warm and cold, against the template in plain cadquery."""
    build = import_module(BUILD)

    def view(product: Product) -> bytes:
        return glb(product, build.build(BuildRequest.of(product, tuple(placed(product)))))

    start = base(template)
    view(start)  # fonts, selectors, letters: once in a process
    gc.collect()
    gc.freeze()  # as in workers: what is loaded once is not walked through again and again
    costs: dict[str, float] = {}
    cold: list[float] = []
    plainly: list[float] = []
    ratios: dict[str, float] = {}
    plain = _plain(template)
    compared = getattr(rival(template), "COMPARED", tuple(template.parameters))
    if plain:
        plain(start)
    for name in template.parameters:
        timed, against = [], []
        for changed in neighbours(start, name, 2):
            build.forget()
            cold.append(cpu(partial(view, changed)))
            build.forget()
            view(start)
            timed.append(cpu(partial(view, changed)))
            if plain and name in compared:
                against.append(cpu(partial(plain, changed)))
        if timed:
            costs[name] = statistics.median(timed)
        if against:
            plainly += against
            ratios[name] = statistics.median(slow / fast for slow, fast in zip(against, timed, strict=True))
    median, worst = statistics.median(costs.values()), max(costs, key=lambda name: costs[name])
    whole = statistics.median(cold)
    found = [Figure("warm change of one parameter to GLB, median", 1000 * median, "ms CPU", "",
                    f"over {len(costs)} parameters"),
             Figure("warm change of one parameter to GLB, worst", 1000 * costs[worst], "ms CPU", "", worst),
             Figure("cold full build to GLB", 1000 * whole, "ms CPU", "", "same configurations, memo emptied"),
             Figure("cold / warm change", whole / median, "times")]
    if plainly:
        least = min(ratios, key=lambda name: ratios[name])
        found += [Figure("plain cadquery to GLB", 1000 * statistics.median(plainly), "ms CPU", "",
                         "plain.py of the template, same configurations"),
                  Figure("plain cadquery / warm change, geometric mean", statistics.geometric_mean(ratios.values()),
                         "times", "", ", ".join(f"{name} {ratio:.0f}" for name, ratio in ratios.items())),
                  Figure("plain cadquery / warm change, least", ratios[least], "times", "", least),
                  Figure("plain cadquery / cold build", statistics.median(plainly) / whole, "times")]
    return found


def _plain(template: type[Product]) -> Callable[[Product], bytes] | None:
    """The template as plain cadquery, where its folder has one: build, mesh and GLB by the library's own exporter."""
    module = rival(template)
    if module is None:
        return None

    def make(product: Product) -> bytes:
        write = import_module("configurator.geometry.kernel.plain_export").glb
        exported: bytes = write(module.build(product))
        return exported

    return make
