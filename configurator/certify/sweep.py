"""A sweep: every configuration of a plan built in workers and inspected, failures shrunk, the least margin of each rule."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isinf

from configurator.geometry.client import Geometry
from configurator.product.product import Product

from .builds import Builds, Note
from .outcomes import Fault, How, Outcome
from .plan import Plan, Planned
from .shrinking import Smallest, smallest


@dataclass(frozen=True)
class Progress:
    """How far a sweep is. `known` of the `done` were known from an earlier run."""

    done: int
    total: int
    known: int
    failed: int
    """Configurations that failed."""
    shrinking: str = ""
    """The way of failing whose smallest configuration is looked for."""


Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Failure:
    """A planned configuration and one thing that is wrong with it."""

    planned: Planned
    fault: Fault


@dataclass(frozen=True)
class Way:
    """Configurations that fail in the same way, and the smallest that does."""

    how: How
    failures: tuple[Failure, ...]
    smallest: Smallest


@dataclass(frozen=True)
class Least:
    """The least margin of a rule, in the unit of what it compares, and where it was met; None for a rule without an edge."""

    rule: str
    margin: float | None
    planned: Planned | None


@dataclass(frozen=True)
class Sweep:
    """What a sweep found."""

    plan: Plan
    outcomes: tuple[Outcome, ...]
    """In the order of the plan's configurations."""
    ways: tuple[Way, ...]
    margins: tuple[Least, ...]
    """In the order of the template's rules."""
    seconds: float
    known: int
    """Configurations that an earlier run had built."""

    @property
    def failures(self) -> list[Failure]:
        """Everything that is wrong, in the order of the plan."""
        return [Failure(planned, fault) for planned, outcome in zip(self.plan.configurations, self.outcomes, strict=True)
                for fault in outcome.faults]


def sweep(plan: Plan, geometry: Geometry, tell: Tell = lambda progress: None, *, known: Mapping[str, Outcome] | None = None,
          note: Note = lambda outcome: None) -> Sweep:
    """Build every configuration of the plan and inspect it. Failures are collected and shrunk, not raised.

    `known`: outcomes of an earlier run, by number. `note` is called with each that was not known.
    """
    start = time.monotonic()
    builds = Builds(geometry, known, note)
    resumed = sum(each.product.number in builds.known for each in plan.configurations)
    outcomes: list[Outcome] = []
    failed = 0

    def told(shrinking: str = "") -> None:
        tell(Progress(len(outcomes), len(plan.configurations), resumed, failed, shrinking))

    told()
    for outcome in builds.all(each.product for each in plan.configurations):
        outcomes.append(outcome)
        failed += bool(outcome.faults)
        told()
    ways = []
    for how, failures in _ways(plan, outcomes).items():
        told(f"{how.kind} {how.part}".rstrip())
        ways.append(Way(how, tuple(failures), _smallest(plan.template, failures, how, builds)))
    return Sweep(plan, tuple(outcomes), tuple(ways), tuple(_margins(plan)), time.monotonic() - start, resumed)


def _ways(plan: Plan, outcomes: Iterable[Outcome]) -> dict[How, list[Failure]]:
    found: dict[How, list[Failure]] = {}
    for planned, outcome in zip(plan.configurations, outcomes, strict=True):
        for fault in outcome.faults:
            found.setdefault(fault.how, []).append(Failure(planned, fault))
    return found


def _smallest(template: type[Product], failures: list[Failure], how: How, builds: Builds) -> Smallest:
    """From the failure that is nearest to the defaults already."""
    base = template.space.complete().choices
    nearest = min(failures, key=lambda each: sum(value != base[name] for name, value in each.planned.product.choices.items()))
    return smallest(template, builds.known[nearest.planned.product.number], how, builds)


def _margins(plan: Plan) -> Iterable[Least]:
    for rule in plan.template.rules:
        least = Least(rule.name, None, None)
        for planned in plan.configurations:
            margin = rule.margin(planned.product)
            if not isinf(margin) and (least.margin is None or margin < least.margin):
                least = Least(rule.name, margin, planned)
        yield least
