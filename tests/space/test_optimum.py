"""The optimum against brute force: the best point, and a bound that no point passes."""

from __future__ import annotations

import itertools
import math
import os
import random
import subprocess
import sys
from types import SimpleNamespace

import pytest

from configurator.space.expressions import Expression, compiled, node
from configurator.space.model import Model
from configurator.space.optimum import _Bounds, least

from .test_model import _quantity, _random


@pytest.mark.parametrize("block", range(4))
def test_the_optimum_is_that_of_brute_force(block: int) -> None:
    proven = 0
    for seed in range(20_000 + 40 * block, 20_000 + 40 * block + 40):
        variables, rules = _random(seed)
        dice = random.Random(seed)
        leaves = [Expression("read", each.name) for each in variables[:-2]] + [Expression("read", "option.size")]
        number = node("+", _quantity(dice, leaves, 3), 0.0)
        tests, value = [compiled(rule) for rule in rules.values()], compiled(number)
        best = math.inf
        for point in itertools.product(*(each.values for each in variables)):
            space = SimpleNamespace(**{v.name: x for v, x in zip(variables, point, strict=True)})
            if all(test(space) for test in tests) and (found := float(value(space))) < best:
                best = found
        answer = least(Model(variables, rules, {"number": number}), "number", {}, tuple(0 for _ in variables))
        if answer is None:
            assert best == math.inf, (seed, rules)
        else:
            assert answer.proven, (seed, answer, number, rules)
            assert abs(answer.value - best) <= 2e-5, (seed, answer, best, number, rules)
            proven += 1
    assert proven > 5


@pytest.mark.parametrize("block", range(4))
def test_no_point_of_a_box_is_below_its_bound(block: int) -> None:
    """In boxes with holes, split as the search splits them: no bound is above the best valid point of its box."""
    finite = useful = 0
    for seed in range(30_000 + 60 * block, 30_000 + 60 * block + 60):
        variables, rules = _random(seed)
        dice = random.Random(seed)
        leaves = [Expression("read", each.name) for each in variables[:-2]] + [Expression("read", "option.size")]
        number = node("+", _quantity(dice, leaves, 4), 0.0)
        tests, value = [compiled(rule) for rule in rules.values()], compiled(number)
        model = Model(variables, rules, {"number": number})
        bounds = _Bounds(model, "number", 1e300, rules)
        spaces = {point: SimpleNamespace(**{v.name: v.values[k] for v, k in zip(variables, point, strict=True)})
                  for point in itertools.product(*(range(len(v.values)) for v in variables))}
        valid = {point: float(value(space)) for point, space in spaces.items() if all(test(space) for test in tests)}
        for _ in range(6):
            box = {each.name: sorted(dice.sample(range(len(each.values)), dice.randint(1, len(each.values))))
                   for each in variables}
            inside = [found for point, found in valid.items() if not math.isnan(found)
                      and all(k in box[v.name] for v, k in zip(variables, point, strict=True))]
            waiting = [(bounds.start(box), -math.inf)]
            for _ in range(4):  # the least bound of all parts is a bound of the whole
                parts = []
                for part, low in waiting:
                    assert part is not None
                    split, low, _ = bounds.of(part, low, tuple(0 for _ in variables))
                    if split == bounds.POINT:
                        parts.append((part, low))
                    elif split != bounds.EMPTY:
                        parts += [(each, low) for each in bounds.parts(part, split)]
                waiting = parts
                least_bound = min((low for _, low in waiting), default=math.inf)
                best = min(inside, default=math.inf)
                assert least_bound <= best + 1e-6 * (1 + abs(best)), (seed, box, least_bound, best, number, rules)
                if math.isfinite(least_bound) and math.isfinite(best):
                    finite += 1
                    useful += best - least_bound <= 0.1 * (1 + abs(best))
    assert finite > 100
    assert useful > finite / 4


def test_what_is_compiled_is_kept_for_other_processes() -> None:
    code = ("from configurator.space.compiled.__main__ import ask_everything\nask_everything()\n"
            "from configurator.space.compiled import bounding, branching, points, propagation\n"
            "for one in (bounding.looked_at, branching.solve, branching.narrowed, points.look_around, points.evaluate):\n"
            "    assert sum(one.stats.cache_hits.values()) and not one.stats.cache_misses, one\n")
    subprocess.run([sys.executable, "-m", "configurator.space.compiled"], check=True, env=os.environ.copy(), capture_output=True)
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ.copy())
