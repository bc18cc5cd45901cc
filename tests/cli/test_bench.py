"""`bench`, small: what it measures of a design space, and that a wrong answer of the search does not pass."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from importlib import import_module
from itertools import islice, product
from types import SimpleNamespace
from typing import Any

import pytest

from configurator import load_template
from configurator.cli.bench.brute_force import BruteForce
from configurator.cli.bench.decimals import Inexpressible
from configurator.cli.bench.places import Places
from configurator.cli.bench.rival import expressible, remaining, written
from configurator.product import scan_store
from configurator.product.space import Space
from configurator.space.expressions import Expression, compiled, cos, node, rounded_up, sin, sqrt
from configurator.space.model import Model
from configurator.space.tapes import Variable

SMALL = ("--walks", 2, "--points", 30_000, "--judged", 200, "--json")
EXACT = ("options and counts of boxes that differ from brute force",
         "points of boxes that constructor and brute force judge otherwise",
         "points that search and constructor judge otherwise", "rules' own methods that say otherwise")


def figures(out: str) -> dict[str, dict]:
    found = {each["name"]: each for each in json.loads(out)}
    assert len(found) == len(json.loads(out))
    return found


def test_a_small_run_is_exact_and_counts_what_was_asked_for(run) -> None:
    said = run("bench", "ring", "--only", "exactness", "--only", "choosing", *SMALL)
    found = figures(said.out)
    assert said.code == 0
    assert said.err == ""
    assert {found[name]["value"] for name in (*EXACT, "dead ends", "finished walks that the constructor refuses")} == {0}
    assert found["points by brute force"]["value"] >= 30_000
    assert found["dead ends"]["detail"] == "2 complete walks, 18 choices"
    assert "200 points" in found["points that search and constructor judge otherwise"]["detail"]
    assert found["options of all parameters after a choice, median"]["value"] > 0
    assert {each["template"] for each in found.values()} == {"ring"}


def test_the_table_names_the_template_and_the_figures(run) -> None:
    said = run("bench", "ring", "--only", "exactness", *SMALL[2:-1])
    assert said.code == 0
    assert "template ring" in said.out
    assert ">= 1e7" in said.out
    assert "200 points" in " ".join(said.out.split())


@pytest.mark.parametrize(("owner", "method", "wrong", "figure"), [
    (Model, "count", lambda answer: answer + 1, EXACT[0]),
    (Model, "count", lambda answer: answer + 1, EXACT[2]),
    (Model, "broken", lambda answer: answer[1:], EXACT[2]),
    (Space, "options", lambda answer: {name: values[1:] if name == "profile" else values for name, values in answer.items()},
     "wishes not offered and yet possible, or without reason or way"),
])
def test_a_wrong_answer_is_told_and_fails(run, monkeypatch, owner: type, method: str, wrong: Any, figure: str) -> None:
    right = getattr(owner, method)
    monkeypatch.setattr(owner, method, lambda *args, **named: answered(wrong, right(*args, **named)))
    part = "choosing" if owner is Space else "exactness"
    said = run("bench", "ring", "--only", part, *SMALL)
    assert said.code == 1
    assert figures(said.out)[figure]["value"] > 0
    assert said.err.startswith("ring: ")


def answered(wrong: Any, answer: Any) -> Any:
    found = wrong(answer)
    if isinstance(found, dict):
        return type(answer)(found, answer.undecided)
    return found


@pytest.mark.parametrize("arguments", [("--walks", 0), ("--points", -1), ("--judged", "many"), ("--only", "everything")])
def test_wrong_usage_is_told(run, arguments: tuple) -> None:
    said = run("bench", "ring", *arguments)
    assert said.code == 2
    assert arguments[0] in said.err


def test_a_flip_is_where_the_constructor_changes_its_mind_about_a_rule() -> None:
    ring = load_template("ring")
    places = Places(ring, 5)
    flips = list(islice(places.flips(anchored=True), 25))
    assert len({flip.rule.name for flip in flips}) > 3
    for flip in flips:
        broken = []
        for point in flip.points:
            try:
                ring(**places.index.plain(point))
            except ValueError as error:
                broken.append({problem.name for problem in error.problems})
            else:
                broken.append(set())
        assert (flip.rule.name in broken[0]) != (flip.rule.name in broken[1])
        assert set() in broken
        box = places.box(flip, 5_000)
        assert all(k in box[each.name] for point in flip.points for each, k in zip(places.variables, point, strict=True))
        kept = BruteForce(places.variables, box).valid([each.expression for each in ring.rules])
        assert 0 < kept.sum() < kept.size <= 5_000


def sizes() -> list[Variable]:
    options = tuple(SimpleNamespace(size=size, yes=yes) for size, yes in ((0.5, True), (2.5, False), (-1.0, True)))
    return [Variable("a", (-2.0, -0.5, 0.0, 1.0, 2.5), ordered=True), Variable("b", (0.0, 0.1, 0.2, 0.7, 3.0), ordered=True),
            Variable("option", options, ordered=False)]


A, B, SIZE, YES = (Expression("read", name) for name in ("a", "b", "option.size", "option.yes"))


@pytest.mark.parametrize("number", [
    A + B, A - SIZE, A * B, A / B, -A, abs(A), sqrt(A), sqrt(B) * SIZE, sin(A * 30), cos(B * A), node("min", A, B),
    node("max", A, SIZE), node("**", A, 2), node("**", A, 0.5), node("**", A, -1), node("**", B, SIZE), rounded_up(A, 0.1),
    rounded_up(SIZE, B), Expression("if", A < B, A, SIZE), Expression("if", YES, A / B, Expression("constant", 1)), YES + 1],
    ids=str)
def test_brute_force_is_what_the_constructor_computes(number: Expression) -> None:
    variables = sizes()
    force = BruteForce(variables, {each.name: range(len(each.values)) for each in variables})
    for rule in (number <= 0.7, number < B, node("==", number, 1), ~(number <= SIZE), (A < B) | (number < 1),
                 YES & (number < 2)):
        points = list(product(*(each.values for each in variables)))
        expected = [bool(compiled(rule)(SimpleNamespace(a=a, b=b, option=option))) for a, b, option in points]
        assert force.valid([rule]).ravel().tolist() == expected, rule


def _rule(dice: random.Random, deep: int) -> Expression:
    if deep and dice.random() < 0.6:
        one, two = _rule(dice, deep - 1), _rule(dice, deep - 1)
        return dice.choice([one & two, one | two, ~one, Expression("if", one, two, ~two)])
    x, y = _size(dice, 2), _size(dice, 2)
    return dice.choice([x <= y, x < y, node("==", x, y), YES, x <= dice.choice([0, 0.5, 2.25])])


def _size(dice: random.Random, deep: int) -> Expression:
    if not deep or dice.random() < 0.2:
        return dice.choice([A, B, SIZE, B * 0.25, Expression("constant", 1.5)])
    x, y = _size(dice, deep - 1), _size(dice, deep - 1)
    return dice.choice([x + y, x - y, x * y, -x, abs(x), x / 4, node("min", x, y), node("max", x, y), x ** 2,
                        Expression("if", dice.choice([YES, ~YES, A < B]), x, y), rounded_up(A, 0.5)])


@pytest.mark.parametrize("block", range(4))
def test_what_cp_sat_is_told_is_the_rule(judge: Callable[[str, Callable[[], Any]], Any], block: int) -> None:
    """Its answers are those of brute force, on rules of every kind that can be said in whole numbers."""
    cp = judge("OR-tools CP-SAT", lambda: import_module("ortools.sat.python.cp_model"))
    variables, told, empty = sizes(), 0, 0
    for seed in range(12 * block, 12 * block + 12):
        dice = random.Random(seed)
        rules = expressible(cp, variables, {f"r{k}": _rule(dice, 2) for k in range(2)})
        told += len(rules)
        kept = BruteForce(variables, {each.name: range(len(each.values)) for each in variables}).valid(list(rules.values()))
        expected = {each.name: [k for k in range(len(each.values)) if kept.take(k, axis).any()]
                    for axis, each in enumerate(variables)}
        found, spent = remaining(cp, written(cp, variables, rules), {})
        assert spent >= 0
        empty += not kept.any()
        assert found == (expected if kept.any() else None), rules
    assert told > 12
    assert empty < 10


@pytest.mark.parametrize("rule", [sqrt(A) <= B, A / B <= 1, sin(A) <= B, A * 0.1234567 <= B, A <= B / 3000001], ids=str)
def test_what_whole_numbers_do_not_say_is_left_out(judge: Callable[[str, Callable[[], Any]], Any], rule: Expression) -> None:
    cp = judge("OR-tools CP-SAT", lambda: import_module("ortools.sat.python.cp_model"))
    assert expressible(cp, sizes(), {"rule": rule, "other": A <= B}) == {"other": A <= B}
    with pytest.raises(Inexpressible):
        written(cp, sizes(), {"rule": rule})


def test_cp_sat_and_the_search_have_the_same_options_of_a_template(judge, run) -> None:
    judge("OR-tools CP-SAT", lambda: import_module("ortools.sat.python.cp_model"))
    said = run("bench", "ring", "--only", "rival", "--json")
    found = figures(said.out)
    assert said.code == 0
    assert found["options that CP-SAT finds otherwise"]["value"] == 0
    assert found["CP-SAT / ours for these options, median"]["value"] > 0


def test_a_scan_is_measured_from_its_bytes_to_a_view_and_leaves_nothing_behind(run) -> None:
    found = figures(run("bench", "leg_cover", "--only", "scans", "--json").out)
    whole = found["scan from its bytes to GLB"]
    parts = [each["value"] for name, each in found.items() if name != "scan from its bytes to GLB"]
    assert len(parts) == 3
    assert min(parts) > 0
    assert max(parts) < whole["value"]
    assert whole["detail"].startswith("200,344 triangles")
    assert scan_store.stored() == []
    assert figures(run("bench", "ring", "--only", "scans", "--json").out) == {}
