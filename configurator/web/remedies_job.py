"""Remedies of what is declared, worked out in a worker: trying values takes seconds, and would hold up the pages here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from importlib import import_module
from typing import Any, NamedTuple

from configurator.errors import BuildError
from configurator.geometry.client import Geometry
from configurator.geometry.requests import BuildRequest
from configurator.geometry.worker_jobs import Job
from configurator.making.makeability import declared_only
from configurator.making.remedies import with_ways
from configurator.making.rule_packs import Pack, plain, restored
from configurator.product.product import Product


class Remedy(NamedTuple):
    """What ends a finding of what is declared."""

    part: str
    code: str
    name: str
    """Of the characteristic."""
    suggestion: str
    change: str
    """"width=5.0"."""


def start(geometry: Geometry, product: Product, known: Mapping[str, Pack], language: str) -> Future[list[Remedy]]:
    """Begin; a future without any if nothing declared is beyond its limit. BuildError in it, or here if the queue is full."""
    done: Future[list[Remedy]] = Future()
    if all(each.severity == "note" for each in declared_only(product, known)):
        done.set_result([])
    elif geometry.workers is None:
        done.set_result(found(product, known, language))
    else:
        return geometry.workers.submit(Job(f"{__name__}:run", (BuildRequest.of(product, ()), plain(known), language),
                                           template=product.template, number=product.number, likes=product.template))
    return done


def run(request: BuildRequest, packs: Sequence[Mapping[str, Any]], language: str) -> list[Remedy]:
    """In a worker."""
    product: Product = import_module("configurator.geometry.kernel.build").load(request)
    return found(product, restored(packs), language)


def found(product: Product, known: Mapping[str, Pack], language: str) -> list[Remedy]:
    """Here and now."""
    rows = with_ways(None, product, known, declared_only(product, known, language), language)
    return [Remedy(each.extra["part"], each.code, each.extra.get("name", ""), each.suggestion, each.extra["change"])
            for each in rows if "change" in each.extra]


def those_of(future: Future[list[Remedy]]) -> dict[tuple[str, str, str], Remedy]:
    """By part, code and characteristic; none if the worker died over it: what is found is told all the same."""
    try:
        return {(each.part, each.code, each.name): each for each in future.result()}
    except BuildError:
        return {}
