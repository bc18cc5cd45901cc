"""Auditing rules: those that never fail, that nothing can keep, that contradict each other, and values nobody can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .conflicts import conflict
from .expressions import Expression, node
from .model import Model
from .remaining import Undecided
from .tapes import Variable


class Audit(NamedTuple):
    """What is proven of a set of rules. Names of rules; of variables with the indices of values."""

    never_fail: list[str]
    never_kept: list[str]
    contradict: tuple[str, ...]
    """A smallest set of rules that no configuration keeps together; empty if there is one."""
    unreachable: dict[str, list[int]]
    """Values that belong to no configuration."""
    undecided: list[str]
    """Rules and variables of which the search ended at its limit."""


def audited(variables: Sequence[Variable], rules: Mapping[str, Expression]) -> Audit:
    """What is proven of the rules of a template."""
    model = Model(variables, rules)
    opposite = Model(variables, {name: node("not", rule) for name, rule in rules.items()})
    wish = tuple(0 for _ in variables)
    never_fail, never_kept, undecided = [], [], []
    for name in rules:
        try:
            if opposite.solve({}, wish, rules=[name]) is None:
                never_fail.append(name)
            elif model.solve({}, wish, rules=[name]) is None:
                never_kept.append(name)
        except Undecided:
            undecided.append(name)
    try:
        found = model.remaining({}, wish)
    except Undecided:
        return Audit(never_fail, never_kept, (), {}, [*undecided, *model.names])
    if found is None:
        against = conflict(model, {}, {}, wish)
        return Audit(never_fail, never_kept, against.rules if against else (), {}, undecided)
    unreachable = {}
    for variable in variables:
        taken = {*found.values[variable.name], *found.undecided.get(variable.name, [])}
        if left := [k for k in range(len(variable.values)) if k not in taken]:
            unreachable[variable.name] = left
    return Audit(never_fail, never_kept, (), unreachable, [*undecided, *found.undecided])
