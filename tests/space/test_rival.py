"""Options against CP-SAT, which nobody here wrote, for rules that whole numbers express exactly."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from configurator.space.expressions import Expression, node
from configurator.space.model import Model
from configurator.space.tapes import Variable

_SIZES = ((3, 7), (2, 11), (5, 4), (1, 1))
"""Two attributes of each row of a table."""


def _options(cp: Any, dice: random.Random) -> None:
    limit, product, sum_, more = dice.randint(10, 160), dice.randint(4, 40), dice.randint(0, 60), dice.randint(-3, 8)
    values = tuple(range(dice.randint(0, 3), dice.randint(12, 20)))
    rows = tuple(SimpleNamespace(height=height, cost=cost) for height, cost in _SIZES)
    names = ("a", "b", "c")
    a, b, c, height, cost = (Expression("read", name) for name in (*names, "row.height", "row.cost"))
    rules = {"area": node("<=", a * b, limit), "clearance": node("<=", b + height, c + more),
             "stiff": node("<=", product, a * height), "budget": node("<=", 3 * a - 2 * c + cost, sum_)}
    variables = [*(Variable(name, values, ordered=True) for name in names), Variable("row", rows, ordered=False)]
    found = Model(variables, rules).remaining({}, (0, 0, 0, 0))

    rival = cp.CpModel()
    x, y, z = (rival.new_int_var(values[0], values[-1], name) for name in names)
    at = rival.new_int_var(0, len(rows) - 1, "row")
    high, price = rival.new_int_var(0, 20, "height"), rival.new_int_var(0, 20, "cost")
    rival.add_element(at, [row.height for row in rows], high)
    rival.add_element(at, [row.cost for row in rows], price)
    area, stiff = rival.new_int_var(0, 1000, "area"), rival.new_int_var(0, 1000, "stiff")
    rival.add_multiplication_equality(area, [x, y])
    rival.add_multiplication_equality(stiff, [x, high])
    rival.add(area <= limit)
    rival.add(y + high <= z + more)
    rival.add(stiff >= product)
    rival.add(3 * x - 2 * z + price <= sum_)

    def possible(variable: Any, value: int) -> bool:
        asked = rival.clone()
        asked.add(asked.get_int_var_from_proto_index(variable.index) == value)
        solver = cp.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(asked)
        assert status in (cp.OPTIMAL, cp.FEASIBLE, cp.INFEASIBLE)
        return status != cp.INFEASIBLE

    expected = {name: [k for k, value in enumerate(values) if possible(variable, value)]
                for name, variable in zip(names, (x, y, z), strict=True)}
    expected["row"] = [k for k in range(len(rows)) if possible(at, k)]
    got = found.values if found is not None else {name: [] for name in expected}
    assert got == expected


@pytest.mark.parametrize("seed", range(6))
def test_options_are_those_of_cp_sat(judge: Callable[[str, Callable[[], Any]], Any], seed: int) -> None:
    _options(judge("OR-tools CP-SAT", lambda: import_module("ortools.sat.python.cp_model")), random.Random(seed))
