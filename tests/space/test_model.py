"""The compiled search against brute force: options, counts and single points, on random rules of every kind."""

from __future__ import annotations

import itertools
import random
from types import SimpleNamespace

import pytest

from configurator.space.expressions import Expression, compiled, node, rounded_up, sqrt
from configurator.space.model import Model
from configurator.space.remaining import Undecided
from configurator.space.tapes import Variable


def _numbers(dice: random.Random) -> list[Variable]:
    made = []
    for name in "abcd"[:dice.randint(2, 4)]:
        step = dice.choice([0.1, 0.5, 1, 2, 0.25])
        low = dice.choice([-2, 0, 1, 3])
        made.append(Variable(name, tuple(round(low + i * step, 6) for i in range(dice.randint(2, 7))), ordered=True))
    options = tuple(SimpleNamespace(size=dice.choice([0.5, 1.0, 2.5, -1.0]), yes=dice.random() < 0.5)
                    for _ in range(dice.randint(1, 4)))
    return [*made, Variable("flag", (False, True), ordered=False), Variable("option", options, ordered=False)]


def _quantity(dice: random.Random, leaves: list[Expression], deep: int) -> Expression:
    if deep == 0 or dice.random() < 0.15:
        return dice.choice(leaves) if dice.random() < 0.8 else Expression("constant", dice.choice([0, 1, 2.5, -1, 0.1]))
    x, y = (_quantity(dice, leaves, deep - 1) for _ in range(2))
    match dice.randrange(14):
        case 0 | 1: return x + y
        case 2 | 3: return x - y
        case 4: return x * y
        case 5: return x / y
        case 6: return sqrt(x)
        case 7: return node("**", x, dice.choice([2, 3, 0.5, -1, 1.5]))
        case 8: return abs(x)
        case 9: return Expression("if", node("<", y, x), y, x)
        case 10: return Expression("if", _condition(dice, leaves, 0), x, y)
        case 11: return rounded_up(x, dice.choice([0.1, 1, 0.25]))
        case 12: return node(dice.choice(["sin", "cos"]), x * dice.choice([1, 30, 90]))
        case _: return node(dice.choice(["min", "max"]), x, y)


def _condition(dice: random.Random, leaves: list[Expression], deep: int) -> Expression:
    if deep and dice.random() < 0.5:
        one, two = (_condition(dice, leaves, deep - 1) for _ in range(2))
        return dice.choice([one & two, one | two, ~one, Expression("if", one, two, ~two)])
    x, y = (_quantity(dice, leaves, 2) for _ in range(2))
    kind = dice.randrange(6)
    if kind == 0:
        return node("==", x, y)
    if kind == 1:
        return Expression("read", dice.choice(["flag", "option.yes"]))
    return node(dice.choice(["<=", "<"]), x, y)


def _random(seed: int) -> tuple[list[Variable], dict[str, Expression]]:
    dice = random.Random(seed)
    variables = _numbers(dice)
    leaves = [Expression("read", each.name) for each in variables[:-2]] + [Expression("read", "option.size")]
    return variables, {f"r{i}": _condition(dice, leaves, 2) for i in range(dice.randint(1, 4))}


@pytest.mark.parametrize("block", range(10))
def test_options_and_counts_are_those_of_brute_force(block: int) -> None:
    empty = 0
    for seed in range(60 * block, 60 * block + 60):
        variables, rules = _random(seed)
        tests = [compiled(rule) for rule in rules.values()]
        points = list(itertools.product(*(range(len(each.values)) for each in variables)))
        valid = [point for point in points if all(
            test(SimpleNamespace(**{v.name: v.values[k] for v, k in zip(variables, point, strict=True)})) for test in tests)]
        model = Model(variables, rules)
        found = model.remaining({}, points[seed % len(points)])
        assert model.count({}) == len(valid), (seed, rules)
        if not valid:
            assert found is None, (seed, rules)
            empty += 1
            continue
        assert found is not None, (seed, rules)
        assert not found.undecided
        assert found.near in valid
        for index, each in enumerate(variables):
            assert found.values[each.name] == sorted({point[index] for point in valid}), (seed, each.name, rules)
    assert 0 < empty < 45, "random rules should sometimes contradict each other, and mostly not"


@pytest.mark.parametrize("block", range(4))
def test_a_point_is_judged_as_the_constructor_judges_it(block: int) -> None:
    for seed in range(10_000 + 60 * block, 10_000 + 60 * block + 60):
        variables, rules = _random(seed)
        model, dice = Model(variables, rules), random.Random(seed)
        for _ in range(40):
            point = tuple(dice.randrange(len(each.values)) for each in variables)
            space = SimpleNamespace(**{v.name: v.values[k] for v, k in zip(variables, point, strict=True)})
            broken = [name for name, rule in rules.items() if not compiled(rule)(space)]
            assert model.broken(point) == broken, (seed, point, rules)


@pytest.mark.parametrize("block", range(4))
def test_what_each_choice_could_be_changed_to_is_that_of_brute_force(block: int) -> None:
    asked = 0
    for seed in range(20_000 + 60 * block, 20_000 + 60 * block + 60):
        variables, rules = _random(seed)
        tests, dice = [compiled(rule) for rule in rules.values()], random.Random(seed)
        valid = [point for point in itertools.product(*(range(len(each.values)) for each in variables)) if all(
            test(SimpleNamespace(**{v.name: v.values[k] for v, k in zip(variables, point, strict=True)})) for test in tests)]
        model, at = Model(variables, rules), {each.name: index for index, each in enumerate(variables)}
        if not valid:
            continue
        known = dice.choice(valid)
        fixed = {name: (known[at[name]],) for name in dice.sample(sorted(at), dice.randint(1, len(at)))}
        found = model.remaining(fixed, dice.choice(valid), released=fixed)
        assert found is not None
        assert not found.undecided
        for name in at:
            others = {each: k for each, (k,) in fixed.items() if each != name}
            assert found.values[name] == sorted({point[at[name]] for point in valid if all(
                point[at[each]] == k for each, k in others.items())}), (seed, name, fixed, rules)
        asked += 1
    assert asked > 20, "random rules should mostly not contradict each other"


def test_where_a_search_comes_to_its_limit_nothing_false_is_said_and_halves_settle_more(monkeypatch: pytest.MonkeyPatch) -> None:
    left_open = {}
    for halvings in (0, 12):
        monkeypatch.setattr("configurator.space.remaining._HALVINGS", halvings)
        left_open[halvings] = 0
        for seed in range(30_000, 30_120):
            variables, rules = _random(seed)
            tests = [compiled(rule) for rule in rules.values()]
            valid = [point for point in itertools.product(*(range(len(each.values)) for each in variables)) if all(
                test(SimpleNamespace(**{v.name: v.values[k] for v, k in zip(variables, point, strict=True)})) for test in tests)]
            if not valid:
                continue
            try:
                found = Model(variables, rules).remaining({}, valid[0], limit=2)
            except Undecided:
                continue
            assert found is not None
            for index, each in enumerate(variables):
                true, said, unsaid = ({point[index] for point in valid}, set(found.values[each.name]),
                                      set(found.undecided.get(each.name, [])))
                assert said <= true <= said | unsaid, (seed, each.name)
                assert not said & unsaid
            left_open[halvings] += sum(map(len, found.undecided.values()))
    assert left_open[12] < left_open[0], left_open
