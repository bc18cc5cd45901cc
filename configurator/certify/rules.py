"""What is proven of a template's rules, told to who wrote them: what, file and line, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from configurator.product.measured import Finding
from configurator.product.parameters import Number, Words
from configurator.product.product import Product
from configurator.product.scanned import Scanned
from configurator.space.auditing import Audit
from configurator.space.remaining import Undecided

from .places import of_parameter, of_rule

NEVER_FAILS, NEVER_KEPT, CONTRADICT = "RULE_NEVER_FAILS", "RULE_NEVER_KEPT", "RULES_CONTRADICT"
OPTION, END, LENGTH, UNDECIDED = "OPTION_UNREACHABLE", "END_UNREACHABLE", "LENGTH_UNREACHABLE", "UNDECIDED"
_FEW = 3


def rule_findings(template: type[Product]) -> list[Finding]:
    """Errors: rules that no configuration keeps. Warnings: values that none has. Notes: rules that never fail.

    `extra` has the rule or parameter by name.
    """
    try:
        audit = template.space.audit()
    except Undecided:
        audit = Audit([], [], (), {}, [rule.name for rule in template.rules])
    return [*_never_kept(template, audit), *_contradiction(template, audit), *_unreachable(template, audit),
            *_undecided(template, audit), *_never_fail(template, audit)]


def _never_kept(template: type[Product], audit: Audit) -> Iterator[Finding]:
    for name in audit.never_kept:
        each = next(rule for rule in template.rules if rule.name == name)
        told = _listed(sorted(each.scope)) or "nothing"
        yield Finding(NEVER_KEPT, "error", of_rule(template, each), f"no values of the parameters keep the rule {name}",
                      suggestion=f"correct its condition, or widen the bounds of what it depends on: {told}",
                      extra={"rule": name})


def _contradiction(template: type[Product], audit: Audit) -> Iterator[Finding]:
    if audit.contradict and not audit.never_kept:
        rules = [rule for rule in template.rules if rule.name in audit.contradict]
        places = "; ".join(f"{rule.name} at {of_rule(template, rule)}" for rule in rules)
        shared = frozenset[str]().union(*(rule.scope for rule in rules))
        yield Finding(CONTRADICT, "error", of_rule(template, rules[0]),
                      f"no configuration keeps these rules together, though it could keep them with one left out: {places}",
                      suggestion=f"loosen one of them, or widen the bounds of {_listed(sorted(shared))}",
                      extra={"rule": ", ".join(rule.name for rule in rules)})


def _unreachable(template: type[Product], audit: Audit) -> Iterator[Finding]:
    index = template.space.index
    for name, numbers in audit.unreachable.items():
        parameter, place = template.parameters[name], of_parameter(template, name)
        values = next(each.values for each in index.variables if each.name == name)
        extra = {"parameter": name}
        if isinstance(parameter, Scanned):
            continue  # a sweep knows no scan
        if isinstance(parameter, Words):
            lost = {len(values[k]) for k in numbers} - {len(value) for k, value in enumerate(values) if k not in set(numbers)}
            if lost:
                yield Finding(LENGTH, "warning", place, f"no text of {min(lost)} letters, of those that were tried, fits into "
                              f"{name}{_without(template)}",
                              suggestion=f"allow at most {min(lost) - 1} letters, or loosen the rules on {name}", extra=extra)
        elif isinstance(parameter, Number):
            yield from _ends(template, name, place, values, set(numbers))
        else:
            for k in numbers:
                value = index.value(name, k)
                yield Finding(OPTION, "warning", place,
                              f"no configuration{_without(template)} has {name} = {value}{_why(template, name, value)}",
                              suggestion="do not offer it, or loosen the rules that forbid it", extra=extra)


def _ends(template: type[Product], name: str, place: str, values: Sequence[Any], lost: set[int]) -> Iterator[Finding]:
    reached = [k for k in range(len(values)) if k not in lost]
    unit = getattr(template.parameters[name], "unit", "")
    below, above = range(reached[0]), range(reached[-1] + 1, len(values))
    for gone, side, bound in ((below, "low", reached[0]), (above, "high", reached[-1])):
        if gone:
            outermost = values[gone[0] if side == "low" else gone[-1]]
            told = f"{values[gone[0]]}" if len(gone) == 1 else f"{values[gone[0]]} to {values[gone[-1]]}"
            told += f" {unit}" if unit else ""
            yield Finding(END, "warning", place, f"no configuration{_without(template)} has {name} = {told}"
                          f"{_why(template, name, outermost)}",
                          suggestion=f"give it {values[bound]} as the {side} bound, or loosen the rules that forbid more",
                          extra={"parameter": name})


def _without(template: type[Product]) -> str:
    """What is proven where there are scans holds without one only."""
    return " without a scan" if any(isinstance(each, Scanned) for each in template.parameters.values()) else ""


def _why(template: type[Product], name: str, value: Any) -> str:
    """Rules that stand in the way, by name and place."""
    rules = dict.fromkeys(each.rule for reason in template.space.explain({}, {name: value}).reasons for each in reason.broken)
    found = [f"{rule.name} at {of_rule(template, rule)}" for rule in template.rules if rule.name in rules]
    return f": {_listed(found)}" if found else ""


def _undecided(template: type[Product], audit: Audit) -> Iterator[Finding]:
    for name in audit.undecided:
        each = next((rule for rule in template.rules if rule.name == name), None)
        place = of_parameter(template, name) if each is None else of_rule(template, each)
        yield Finding(UNDECIDED, "warning", place, f"the search ended at its limit, so nothing is proven of {name}",
                      suggestion="simplify the rules concerned, or derive what they compare from fewer parameters",
                      extra={"parameter" if each is None else "rule": name})


def _never_fail(template: type[Product], audit: Audit) -> Iterator[Finding]:
    scans = {name for name, parameter in template.parameters.items() if isinstance(parameter, Scanned)}
    for each in template.rules:
        if each.name in audit.never_fail and not each.scope & scans:  # a sweep knows no scan that could break it
            yield Finding(NEVER_FAILS, "note", of_rule(template, each),
                          f"within today's bounds the rule {each.name} never fails",
                          suggestion="keep it if it guards a later change of bounds or tables; else correct or delete it",
                          extra={"rule": each.name})


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)

