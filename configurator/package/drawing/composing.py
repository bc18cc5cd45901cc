"""The drawing of one part without its title block, composed in the worker that holds the shape and its views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from importlib import import_module
from typing import NamedTuple

from configurator.exchange.sheet import Group
from configurator.geometry.answers import FaceRow
from configurator.geometry.client import Geometry
from configurator.geometry.requests import BuildRequest
from configurator.geometry.views import View, ViewRequest
from configurator.geometry.worker_jobs import Job
from configurator.product.product import Product
from configurator.standards.scales import Scale
from configurator.texts import say

from .choice import choose
from .composition import Blank, blank, composed, papers
from .wording import Numbered

_BUILD = "configurator.geometry.kernel.build"


class Composed(NamedTuple):
    """A sheet without its title block."""

    blank: Blank
    scale: Scale
    groups: tuple[Group, ...]


def start(geometry: Geometry, product: Product, part: str, notes: Sequence[str], language: str, *,
          numbered: Sequence[Numbered]) -> Future[Composed]:
    """Ask for it; without workers it is composed at once. PackageError, from the result: what found no room."""
    request = BuildRequest.of(product, (part,), mesh=False)
    arguments = request, tuple(numbered), tuple(notes), language
    return geometry.call(Job(f"{__name__}:compose", arguments, template=product.template, number=product.number,
                             likes=f"{product.template} {part}"))


def compose(request: BuildRequest, numbered: Sequence[Numbered], notes: Sequence[str], language: str) -> Composed:
    """What a worker does for it."""
    kernel = import_module(_BUILD)
    (answer,) = kernel.build(request)
    rows: Sequence[FaceRow] = answer.faces
    look: Callable[[Sequence[ViewRequest]], list[View]] = lambda wanted: kernel.views(request, tuple(wanted))
    choice = choose(numbered, rows, look)
    blanks = [blank(paper, notes, say("sheet.notes", language)) for paper in papers(len(numbered))]
    return Composed(*composed(choice, blanks, language))
