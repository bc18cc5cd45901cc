"""OR-tools CP-SAT on the same question: what every parameter can still be. An oracle nobody here wrote, and a rival."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from configurator.product.product import Product
from configurator.space.expressions import Expression
from configurator.space.model import Model
from configurator.space.tapes import Variable, scope

from .decimals import Inexpressible
from .figures import NONE, Figure, Told
from .whole_numbers import WholeNumbers

_QUESTIONS = 12
_CHOICES = 4
"""At most so many parameters are fixed before a question is asked."""
Values: TypeAlias = dict[str, list[int]]


def rivalry(template: type[Product], told: Told, *, questions: int = _QUESTIONS, seed: int = 4) -> list[Figure]:
    """Options by both, on those rules of the template that whole numbers say exactly; nothing if OR-tools is not installed.

    Both look for valid points with values not seen yet until there are none. Of CP-SAT only the time inside its solver
    counts, on one thread; of ours the whole call. `told` hears every difference.
    """
    try:
        cp = import_module("ortools.sat.python.cp_model")
    except ImportError:
        return []
    rules = expressible(cp, template.space.index.variables,
                        {each.name: each.expression for each in template.rules})
    if not rules:
        return []
    names = {name for rule in rules.values() for name in scope(rule)}
    variables = [each for each in template.space.index.variables if each.name in names]
    model, rival = Model(variables, rules), written(cp, variables, rules)
    dice = random.Random(seed)  # noqa: S311 - the same questions every time
    ratios, wrong, values = [], 0, 0
    for question in range(questions):
        told.progress(f"CP-SAT: question {question} of {questions}, {len(rules)} rules")
        fixed = {each.name: (dice.choice([0, len(each.values) - 1]),)
                 for each in dice.sample(variables, dice.randint(0, min(_CHOICES, len(variables))))}
        near = tuple(fixed.get(each.name, (0,))[0] for each in variables)
        model.remaining(fixed, near)  # the search is compiled once in a process
        start = time.process_time()
        found = model.remaining(fixed, near)
        ours = time.process_time() - start
        answer, theirs = remaining(cp, rival, fixed)
        got = found.values if found is not None else None
        if got != answer:
            wrong += 1
            told.differs(f"fixed {fixed}: {got}, CP-SAT {answer}")
        values += sum(map(len, (answer or {}).values()))
        ratios.append(theirs / max(ours, 1e-6))
    return [Figure("options that CP-SAT finds otherwise", wrong, "", NONE,
                   f"{questions} questions, {values} values, {len(rules)} of {len(template.rules)} rules: those that whole "
                   "numbers say exactly"),
            Figure("CP-SAT / ours for these options, median", statistics.median(ratios), "times CPU", "",
                   f"least {min(ratios):.0f}, greatest {max(ratios):.0f}; inside its solver only, one thread")]


def expressible(cp: Any, variables: Sequence[Variable], rules: Mapping[str, Expression]) -> dict[str, Expression]:
    """Rules that CP-SAT can be told exactly."""
    found = {}
    for name, rule in rules.items():
        try:
            WholeNumbers(cp, variables).keep(rule)
        except Inexpressible:
            continue
        found[name] = rule
    return found


def written(cp: Any, variables: Sequence[Variable], rules: Mapping[str, Expression]) -> WholeNumbers:
    """A CP-SAT model of the rules. Inexpressible if one of them cannot be said exactly."""
    made = WholeNumbers(cp, variables)
    for rule in rules.values():
        made.keep(rule)
    return made


def remaining(cp: Any, rival: WholeNumbers, fixed: Mapping[str, Sequence[int]]) -> tuple[Values | None, float]:
    """Indices of values that belong to a solution, by variable, None if there is none; and seconds of CPU in the solver."""
    base = rival.model.clone()
    for name, indices in fixed.items():
        _within(cp, base, rival, name, indices)
    seen: dict[str, set[int]] = {name: set() for name in rival.choice}
    spent = 0.0

    def solved(model: Any) -> bool:
        nonlocal spent
        solver = cp.CpSolver()
        solver.parameters.num_workers = 1
        start = time.process_time()
        status = solver.solve(model)
        spent += time.process_time() - start
        if status == cp.INFEASIBLE:
            return False
        if status not in (cp.OPTIMAL, cp.FEASIBLE):
            raise RuntimeError(f"CP-SAT answers {solver.status_name(status)}")
        for name, variable in rival.choice.items():
            seen[name].add(solver.value(variable))
        return True

    if not solved(base):
        return None, spent
    for name, variable in rival.choice.items():
        open_ = range(variable.proto.domain[0], variable.proto.domain[1] + 1) if name not in fixed else fixed[name]
        while left := [k for k in open_ if k not in seen[name]]:
            asked = base.clone()
            _within(cp, asked, rival, name, left)
            if not solved(asked):
                break
    return {name: sorted(each) for name, each in seen.items()}, spent


def _within(cp: Any, model: Any, rival: WholeNumbers, name: str, indices: Sequence[int]) -> None:
    variable = model.get_int_var_from_proto_index(rival.choice[name].index)
    model.add_linear_expression_in_domain(variable, cp.Domain.from_values(list(indices)))
