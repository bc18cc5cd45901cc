"""The design space of the templates: no dead end, minimal reasons, ways that are ways."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator import InvalidChoice, Product, load_template
from configurator.product.parameters import Choice, Flag, Number, Words, plain
from configurator.space.model import Model
from configurator.space.remaining import Undecided
from configurator.texts import LANGUAGES

TEMPLATES = ("ring", "watch_case")
SEEDS = st.integers(0, 2**32 - 1)


def _values(template: type[Product], name: str) -> list:
    return [plain(each) for each in template.parameters[name].candidates()]


def _wishes(template: type[Product], dice: random.Random, n: int) -> dict:
    """Choices as customers who like extremes make them, of `n` parameters that are no texts."""
    names = [name for name, each in template.parameters.items() if not isinstance(each, Words)]
    return {name: dice.choice([values[0], values[-1], dice.choice(values)])
            for name in dice.sample(names, n) for values in [_values(template, name)]}


def _possible(template: type[Product], choices: dict) -> bool:
    try:
        template.space.complete(choices)
    except InvalidChoice:
        return False
    return True


@pytest.mark.parametrize("name", TEMPLATES)
@given(seed=SEEDS)
@settings(max_examples=12)
def test_a_walk_never_comes_to_a_dead_end(name: str, seed: int) -> None:
    template, dice = load_template(name), random.Random(seed)
    fixed: dict = {}
    order = [each for each, parameter in template.parameters.items() if not isinstance(parameter, Words)]
    dice.shuffle(order)
    for each in order:
        left = template.space.options(fixed)
        assert not left.undecided
        assert all(left[other] for other in template.parameters), (fixed, each)
        assert all(fixed[other] in left[other] for other in fixed)
        fixed[each] = dice.choice([left[each][0], left[each][-1], dice.choice(left[each])])
    product = template(**fixed)
    assert {**product.choices, **fixed} == product.choices


@pytest.mark.parametrize("name", TEMPLATES)
@given(seed=SEEDS)
@settings(max_examples=8)
def test_options_are_exactly_what_can_be_completed(name: str, seed: int) -> None:
    template, dice = load_template(name), random.Random(seed)
    fixed = _wishes(template, dice, 3)
    left = template.space.options(fixed)
    for each in dice.sample([n for n, p in template.parameters.items() if not isinstance(p, Words)], 4):
        values = _values(template, each)
        for value in dice.sample(values, min(3, len(values))):
            assert (value in left[each]) == _possible(template, {**fixed, each: value}), (fixed, each, value)


@pytest.mark.parametrize("name", TEMPLATES)
@given(seed=SEEDS)
@settings(max_examples=12)
def test_reasons_are_minimal_and_ways_keep_what_is_not_given_up(name: str, seed: int) -> None:
    template, dice = load_template(name), random.Random(seed)
    fixed = _wishes(template, dice, 4)
    wanted = _wishes(template, dice, 1)
    kept = {each: value for each, value in fixed.items() if each not in wanted}
    answer = template.space.explain(fixed, wanted)
    assert not answer.undecided
    assert answer.possible == _possible(template, {**kept, **wanted})
    assert bool(answer.reasons) == (not answer.possible)
    for reason in answer.reasons:
        conflict = {each: fixed[each] for each in reason.choices}
        assert not _possible(template, {**conflict, **wanted})
        for dropped in conflict:
            rest = {each: value for each, value in conflict.items() if each != dropped}
            possible = template.space.explain(rest, wanted)
            others = {broken.rule for each in possible.reasons for broken in each.broken}
            # without the choice its rules can be kept; another conflict may remain, of other rules
            assert not others >= {broken.rule for broken in reason.broken}, (fixed, wanted, reason)
    alone = _possible(template, wanted)
    assert answer.ways
    for way in answer.ways:
        choices = way.configuration.choices
        assert template(**choices) == way.configuration
        assert not set(way.given_up) - set(kept) or not alone
        if alone:
            assert wanted.items() <= choices.items()
        assert {each: value for each, value in kept.items() if each not in way.given_up}.items() <= choices.items()
        start = {each: plain(value) for each, value in {**template.defaults(), **kept}.items()}
        assert {each.name for each in way.changes} == {each for each in choices if choices[each] != start[each]}
        assert all(each.before == start[each.name] and each.after == choices[each.name] for each in way.changes)


@pytest.mark.parametrize("name", TEMPLATES)
@given(seed=SEEDS)
@settings(max_examples=12)
def test_what_cannot_be_completed_is_refused_with_its_own_reason(name: str, seed: int) -> None:
    template = load_template(name)
    fixed = _wishes(template, random.Random(seed), 6)
    try:
        product = template.space.complete(fixed)
    except InvalidChoice as refused:
        rules = {rule.name for rule in template.rules}
        for problem in refused.problems:
            assert problem.kind == "rule"
            assert set(problem.values["choices"]) <= set(fixed)
            assert set(problem.values["rules"]) <= rules
            if problem.values["choices"]:
                assert not _possible(template, {each: fixed[each] for each in problem.values["choices"]})
            for language in LANGUAGES:
                assert all(template.label(each, language) in problem.say(language) for each in problem.values["choices"])
    else:
        assert fixed.items() <= product.choices.items()


def test_without_any_one_choice_a_conflict_is_possible() -> None:
    """Of wishes that conflict in one way only: dropping any choice that is named makes the rest possible."""
    watch, dice, seen = load_template("watch_case"), random.Random(4), 0
    for _ in range(60):
        fixed, wanted = _wishes(watch, dice, 3), _wishes(watch, dice, 1)
        answer = watch.space.explain({k: v for k, v in fixed.items() if k not in wanted}, wanted)
        if len(answer.reasons) != 1 or not answer.reasons[0].choices:
            continue
        seen += 1
        named = {each: fixed[each] for each in answer.reasons[0].choices}
        for dropped in named:
            assert _possible(watch, {**{k: v for k, v in named.items() if k != dropped}, **wanted}), (fixed, wanted)
    assert seen >= 5


@pytest.mark.parametrize("name", TEMPLATES)
def test_margins_name_exactly_the_parameters_whose_step_breaks_a_rule(name: str) -> None:
    template = load_template(name)
    for product in template.space.sample(4, seed=3):
        margins = {each.rule: each for each in template.space.margins(product)}
        assert list(margins) == [rule.name for rule in template.rules]
        assert all(each.margin is None or each.margin >= -1e-6 for each in margins.values())
        bound: dict[str, set[str]] = {rule: set() for rule in margins}
        for each, parameter in template.parameters.items():
            if isinstance(parameter, Words):
                continue
            values = _values(template, each)
            here = values.index(product.choices[each])
            near = [here - 1, here + 1] if isinstance(parameter, Number) else range(len(values))
            for k in near:
                if k == here or not 0 <= k < len(values):
                    continue
                try:
                    template(**{**product.choices, each: values[k]})
                except InvalidChoice as refused:
                    for problem in refused.problems:
                        bound[problem.name].add(each)
        assert {rule: set(each.bound_by) for rule, each in margins.items()} == bound


def test_options_of_every_kind_are_plain_values() -> None:
    watch = load_template("watch_case")
    left = watch.space.options({"opening": 34})
    for name, parameter in watch.parameters.items():
        kind = {Choice: str, Flag: bool, Words: int}.get(type(parameter), int if getattr(parameter, "whole", False) else float)
        assert all(type(value) is kind for value in left[name]), name


def test_contradictory_choices_leave_nothing_and_say_why() -> None:
    ring = load_template("ring")
    fixed = {"profile": "court", "comfort": False}
    left = ring.space.options(fixed)
    assert left["comfort"] == (True,)
    assert left["profile"] == ("D", "flat")
    assert all(left[name] == () for name in ring.parameters if name not in fixed)


class _Free(Product):
    """No rules at all."""

    prefix = "FR"


def test_a_template_without_rules_or_parameters_has_one_configuration() -> None:
    assert _Free.space.complete({}) == _Free()
    assert dict(_Free.space.options()) == {}
    assert _Free.space.margins(_Free()) == []
    assert _Free.space.solve().configuration == _Free()
    assert _Free.space.explain({}, {}).possible


def test_a_conflict_is_told_where_a_smaller_one_cannot_be_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    template = load_template("ring")
    fixed, wanted = _impossible(template)
    solve, asked = Model.solve, []

    def limited(model: Model, *args: Any, **more: Any) -> Any:
        asked.append(1)
        if 2 < len(asked) < 9:  # while a smaller conflict is looked for
            raise Undecided
        return solve(model, *args, **more)

    monkeypatch.setattr(Model, "solve", limited)
    found = template.space.explain(fixed, wanted)
    assert not found.undecided
    assert found.reasons
    assert set(found.reasons[0].choices) == set(fixed)


def test_reasons_are_told_where_the_search_for_ways_comes_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        raise Undecided

    template = load_template("ring")
    fixed, wanted = _impossible(template)
    before = template.space.explain(fixed, wanted)
    monkeypatch.setattr("configurator.product.space.closest", endless)
    after = template.space.explain(fixed, wanted)
    assert before.ways
    assert not before.ways_undecided
    assert after.reasons == before.reasons
    assert (after.possible, after.undecided, after.ways_undecided) == (False, False, True)
    (way,) = after.ways  # some way is shown all the same, if perhaps not the nearest
    assert {name: way.configuration.choices[name] for name in wanted} == wanted
    monkeypatch.setattr("configurator.product.space.nearest", endless)
    assert {name: template.space.explain(fixed, wanted).ways[0].configuration.choices[name] for name in wanted} == wanted


def _impossible(template: type[Product]) -> tuple[dict, dict]:
    """A choice and a wish that cannot be had beside it."""
    for seed in range(200):
        choices = _wishes(template, random.Random(seed), 2)
        if not _possible(template, choices):
            (name, value), (wished, wish) = choices.items()
            if _possible(template, {name: value}) and _possible(template, {wished: wish}):
                return {name: value}, {wished: wish}
    raise AssertionError("every two choices go together")
