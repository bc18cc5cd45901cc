"""A sweep: random valid configurations and the corners of every parameter, built in workers and inspected."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any

from configurator.errors import BuildError, LotOneError
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.geometry.requests import Overlap
from configurator.making.clearance import clearance
from configurator.product.parameters import plain
from configurator.product.product import Product
from configurator.product.spaces import problem
from configurator.space.search import Problem, Undecided

_AHEAD = 8
_SLOWEST = 5
Tell = Callable[[int, int, int], None]


@dataclass(frozen=True)
class Failure:
    """A valid configuration that could not be built, or was built wrongly. `choices` reproduce it."""

    number: str
    choices: dict[str, Any]
    kind: str
    message: str
    found_at: str
    """"corner thickness = 1.0", or "sample 17"."""


@dataclass
class Sweep:
    """What a sweep found."""

    template: str
    revision: str
    fingerprint: str
    seed: int
    configurations: int = 0
    corners: int = 0
    samples: int = 0
    unreachable: list[tuple[str, Any]] = field(default_factory=list)
    """Ends of parameters and options that no valid configuration near the defaults has."""
    failures: list[Failure] = field(default_factory=list)
    least_margins: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    """Rule -> least margin seen, with the configuration."""
    slowest: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    """CPU seconds of all parts, number, choices."""
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; margins without an edge are left out."""
        return asdict(self) | {"failures": [asdict(each) for each in self.failures]}


@dataclass(frozen=True)
class _Running:
    found_at: str
    product: Product
    parts: list[Future[list[PartAnswer]]]
    overlaps: Future[list[Overlap]]


def sweep(template: type[Product], samples: int, seed: int, geometry: Geometry,
          tell: Tell = lambda done, total, failures: None, *, corners: int | None = None) -> Sweep:
    """Build `samples` random valid configurations and every corner; inspect all. Failures are collected, not raised.

    `corners`: only about so many of them, evenly chosen.

    `tell(done, total, failures)` is called after each configuration.
    """
    start = time.monotonic()
    result = Sweep(template.template, template.revision, template.fingerprint, seed)
    space, defaults = problem(template), template.defaults()
    points = list(_points(space, defaults, samples, seed, result, corners))
    running: deque[_Running] = deque()
    seen: set[str] = set()
    done = 0
    for found_at, point in points:
        product = _made(template, point, found_at, result)
        if product is not None and product.number not in seen:
            seen.add(product.number)
            _note_margins(product, result)
            parts = geometry.start(product, compared=True)
            running.append(_Running(found_at, product, parts, geometry.overlaps(product, parts)))
        while len(running) >= _AHEAD:
            _inspect(running.popleft(), result)
            done += 1
            tell(done, len(points), len(result.failures))
    while running:
        _inspect(running.popleft(), result)
        done += 1
        tell(done, len(points), len(result.failures))
    tell(len(points), len(points), len(result.failures))
    result.configurations = len(seen)
    result.seconds = time.monotonic() - start
    return result


def _points(space: Problem, defaults: dict[str, Any], samples: int, seed: int, result: Sweep,
            corners: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value, point in _corners(space, defaults, corners):
        if point is None:
            result.unreachable.append((name, plain(value)))
        else:
            result.corners += 1
            yield f"corner {name} = {plain(value)}", point
    start = space.complete({}, defaults)
    if start is not None:
        for index, point in enumerate(islice(space.walk(start, seed), samples), 1):
            result.samples += 1
            yield f"sample {index}", point


def _corners(space: Problem, defaults: dict[str, Any], wanted: int | None) -> Iterator[tuple[str, Any, dict[str, Any] | None]]:
    ends = list(space.ends())
    every = 1 if wanted is None else max(len(ends) // wanted, 1)
    for name, value in ends[::every]:
        try:
            yield name, value, space.complete({name: value}, defaults)
        except Undecided:
            yield name, value, None


def _made(template: type[Product], point: dict[str, Any], found_at: str, result: Sweep) -> Product | None:
    """The configuration of a point. That the constructor refuses what the search found valid is a failure, and so is an
    order that cannot be written."""
    choices = {name: plain(value) for name, value in point.items()}
    try:
        product = template(**choices)
        product.bill_of_materials()
        return product
    except LotOneError as error:
        result.failures.append(Failure("", choices, type(error).__name__, str(error), found_at))
        return None


def _note_margins(product: Product, result: Sweep) -> None:
    for rule in product.rules:
        margin = rule.margin(product)
        known = result.least_margins.get(rule.name)
        if margin != float("inf") and (known is None or margin < known[0]):
            result.least_margins[rule.name] = (margin, product.choices)


def _inspect(running: _Running, result: Sweep) -> None:
    product = running.product

    def failed(kind: str, message: str) -> None:
        result.failures.append(Failure(product.number, product.choices, kind, message, running.found_at))

    try:
        answers = [answer for future in running.parts for answer in future.result()]
        for finding in clearance(product, running.overlaps.result()):
            failed(finding.code, f"{finding.place}: {finding.sentence} ({finding.measured} against {finding.limit})")
    except BuildError as error:
        failed(type(error).__name__, str(error))
        return
    seconds = sum(answer.seconds for answer in answers)
    result.slowest = sorted([*result.slowest, (seconds, product.number, product.choices)], key=lambda row: -row[0])[:_SLOWEST]
