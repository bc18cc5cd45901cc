"""The certificate: plain values of a sweep, in one order, for JSON and for the page. Two sweeps of the same template with the
same seed and samples give the same certificate but for `timings`."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from typing import Any

import configurator
from configurator.product.fingerprint import kernel_versions, program_digest
from configurator.product.measured import Finding
from configurator.product.parameters import Words, plain
from configurator.product.product import Product
from configurator.space.remaining import Undecided

from .builds import INSPECTIONS
from .plan import LEVELS, RANDOM, Planned
from .rules import NEVER_FAILS
from .sweep import Least, Sweep, Way

_SLOWEST = 5


def certificate(found: Sweep, rules: Sequence[Finding], date: str = "") -> dict[str, Any]:
    """Plain values. `rules`: what is proven of them; `date`: YYYY-MM-DD as its caller gives it, left out if empty."""
    plan, template = found.plan, found.plan.template
    ways = {each.how: number for number, each in enumerate(found.ways, 1)}
    errors = any(each.severity == "error" for each in rules)
    return {
        "certificate": 1, "template": template.template, "title": template.heading(), "revision": template.revision,
        **({"date": date} if date else {}),
        "good": not found.failures and not errors and bool(plan.configurations) and plan.asked[RANDOM] == plan.samples,
        "fingerprint": template.fingerprint, "template_digest": template.template_digest,
        "program": {"version": configurator.__version__, "digest": program_digest()},
        "libraries": kernel_versions(), "platform": f"{sys.platform} {platform.machine()}",
        "seed": plan.seed, "samples": plan.samples, "levels": LEVELS,
        "configurations": len(plan.configurations), "counts": dict(plan.asked), "estimate": _estimate(template),
        "defaults": next((each.product.choices for each in plan.configurations), {}),
        "inspections": list(INSPECTIONS),
        "failures": [{**_reproduced(each.planned), "kind": each.fault.kind, "part": each.fault.part,
                      "message": each.fault.message, "way": ways[each.fault.how]} for each in found.failures],
        "ways_of_failing": [_way(each) for each in found.ways],
        "least_margins": [_least(each) for each in found.margins],
        **rules_told(rules),
        "pairs": {"impossible": [[a, plain(x), b, plain(y)] for a, x, b, y in plan.impossible],
                  "undecided": list(plan.undecided)},
        "timings": _timings(found)}


def rules_told(rules: Sequence[Finding]) -> dict[str, Any]:
    """What is proven of the rules, as the certificate has it: `rules` that something is to be done about, and `guards`."""
    return {"rules": [_finding(each) for each in rules if each.code != NEVER_FAILS],
            "guards": [_finding(each) for each in rules if each.code == NEVER_FAILS]}


def _estimate(template: type[Product]) -> dict[str, Any] | None:
    """Number of configurations with its standard error as a share of it; None if it cannot be told.

    `texts`: whether there are any; they are counted as they are in the defaults.
    """
    try:
        number, error = template.space.count()
    except Undecided:
        return None
    return {"number": number, "error": error, "texts": any(isinstance(each, Words) for each in template.parameters.values())}


def _reproduced(planned: Planned) -> dict[str, Any]:
    return {"found_at": planned.found_at, "number": planned.product.number, "choices": planned.product.choices}


def _way(each: Way) -> dict[str, Any]:
    small = each.smallest
    return {"kind": each.how.kind, "part": each.how.part, "configurations": len(each.failures),
            "first": _reproduced(each.failures[0].planned), "number": small.outcome.number, "choices": small.outcome.choices,
            "changes": {name: {"default": before, "value": after} for name, (before, after) in small.changes.items()},
            "message": small.fault.message, "proven_smallest": small.proven}


def _least(each: Least) -> dict[str, Any]:
    return {"rule": each.rule, "margin": each.margin, **(_reproduced(each.planned) if each.planned else {})}


def _finding(each: Finding) -> dict[str, Any]:
    return {"code": each.code, "severity": each.severity, "place": each.place, **each.extra, "sentence": each.sentence,
            "suggestion": each.suggestion}


def _timings(found: Sweep) -> dict[str, Any]:
    rows = sorted(zip(found.outcomes, found.plan.configurations, strict=True), key=lambda row: -row[0].seconds)
    return {"seconds": round(found.seconds, 1), "resumed": found.known,
            "cpu_seconds": round(sum(each.seconds for each in found.outcomes), 1),
            "parts_made": sum(each.made for each in found.outcomes),
            "parts_from_memo": sum(each.kept for each in found.outcomes),
            "slowest": [{"cpu_seconds": round(outcome.seconds, 3), **_reproduced(planned)}
                        for outcome, planned in rows[:_SLOWEST]]}
