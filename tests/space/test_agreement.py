"""The law behind every answer: a rule as a method and the same rule as an expression agree."""

from __future__ import annotations

import math
import random
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from configurator import (
    InvalidChoice,
    Mm,
    Option,
    Product,
    RuleError,
    Table,
    Text,
    choice,
    count,
    flag,
    length,
    load_template,
    rounded_up,
    rule,
    sqrt,
    text,
)
from configurator.product.symbols import Symbols
from configurator.space.expressions import TOLERANCE, Expression, compiled, margin
from configurator.space.tracing import trace


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> type[Product]:
    file = tmp_path_factory.mktemp("tables") / "metals.csv"
    file.write_text("name,wall,hard,family,grade,source\nsoft,1.5,false,gold,design,test\n"
                    "middle,2.25,true,gold,design,test\nhard,0.75,true,steel,design,test\n")

    class Metal(Option):
        wall: Mm
        hard: bool
        family: str

    class Thing(Product):
        prefix, revision = "TH", "A"
        a: Mm = length(2, 0, 5, step=0.25, label="A")
        b: Mm = length(3, -2, 6, step=0.5, label="B")
        n: int = count(2, 0, 6, label="N")
        on: bool = flag(False, label="On")
        off: bool = flag(True, label="Off")
        metal: Metal = choice(Table(Metal, file), label="Metal")
        line: Text = text(12, label="Line")

    return Thing


STEPS = st.sampled_from(["0.1", "0.25", "2", "s.metal.wall", "max(s.b, 0.5)"])
NUMBERS = st.sampled_from(["0.5", "1", "1.75", "2", "3", "4.25", "-1", "0"])
ATOMS = st.sampled_from(["s.a", "s.b", "s.n", "s.metal.wall", "s.line.length", "s.line.width", "s.line.rise"]) | NUMBERS


def call(name: str, *inner: str) -> str:
    return f"{name}({', '.join(inner)})"


TERMS = st.recursive(ATOMS, lambda inner: st.one_of(
    st.builds(lambda x, op, y: f"({x} {op} {y})", inner, st.sampled_from("+-*/"), inner),
    st.builds(lambda name, x, y: call(name, x, y), st.sampled_from(["min", "max"]), inner, inner),
    st.builds(lambda name, x: call(name, x), st.sampled_from(["abs", "sqrt", "-"]), inner),
    st.builds(lambda x, condition, y: f"({x} if {condition} else {y})", inner, st.deferred(lambda: BOOLS), inner),
    st.builds(lambda x, step: call("rounded_up", x, step), inner, STEPS),
    st.builds(lambda x: f"({x} ** 2)", inner)), max_leaves=3)
SIMPLE = st.one_of(
    st.builds(lambda x, op, y: f"{x} {op} {y}", TERMS, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), TERMS),
    st.builds(lambda x, y, z: f"{x} <= {y} < {z}", NUMBERS, TERMS, TERMS),
    st.sampled_from(["s.on", "s.off", "s.metal.hard", "s.metal == 'soft'", "s.metal != 'hard'", "s.metal.family == 'gold'",
                     "s.metal.family != 'steel'", "s.line == ''", "s.line != ''", "s.on == s.off", "bool(s.line)", "True"]))
BOOLS: st.SearchStrategy[str] = st.recursive(SIMPLE, lambda inner: st.one_of(
    st.builds(lambda x, op, y: f"({x} {op} {y})", inner, st.sampled_from(["and", "or"]), inner),
    st.builds(lambda x: f"(not {x})", inner),
    st.builds(lambda x, c, y: f"({x} if {c} else {y})", inner, inner, inner)), max_leaves=4)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Source of a rule: a few statements, then a condition."""
    lines = ["def generated(s):", '    "It holds."']
    for _ in range(draw(st.integers(0, 2))):
        lines.append(draw(st.one_of(
            st.builds(lambda c, r: f"    if {c}:\n        return {r}", BOOLS, BOOLS),
            st.builds(lambda c, r: f"    for k in range(3):\n        if {c} and s.n > k:\n            return {r}", BOOLS, BOOLS),
            st.builds(lambda x: f"    x = {x}\n    if x > s.b:\n        return x < 4", TERMS))))
    return "\n".join([*lines, f"    return {draw(BOOLS)}"])


CHOICES = st.fixed_dictionaries({
    "a": st.integers(0, 20).map(lambda i: i / 4), "b": st.integers(-4, 12).map(lambda i: i / 2), "n": st.integers(0, 6),
    "on": st.booleans(), "off": st.booleans(), "metal": st.sampled_from(["soft", "middle", "hard"]),
    "line": st.text("Aijg Å", max_size=6).map(str.strip)})


def comparisons(whole: Expression) -> list[Expression]:
    inner = [each for arg in whole.args if isinstance(arg, Expression) for each in comparisons(arg)]
    return [whole, *inner] if whole.op in ("<=", "<", "==") else inner


def on_an_edge(whole: Expression, here: object) -> bool:
    """Whether a comparison hangs on the last bits of floating point, where a method cannot know better."""
    def close(each: Expression) -> bool:
        gap = abs(compiled(each.args[0])(here) - compiled(each.args[1])(here))
        return gap <= 2 * TOLERANCE and gap != 0  # exactly equal: both say the same

    return any(close(each) for each in comparisons(whole))


def traceable(source: str, template: type[Product]) -> Expression:
    """The rule as an expression; an example with too many ways through it is left out."""
    try:
        return trace(made(source), Symbols(template))
    except RuleError as error:
        # a quotient of two plain numbers is Python's, and nothing that could be reasoned about
        assert "ways through this rule" in str(error) or isinstance(error.__cause__, (ZeroDivisionError, OverflowError))
        return reject()


def made(source: str) -> Any:
    space: dict[str, Any] = {"sqrt": sqrt, "rounded_up": rounded_up}
    exec(compile(source, "generated.py", "exec"), space)
    return space["generated"]


@settings(max_examples=80)
@given(rules(), st.lists(CHOICES, min_size=8, max_size=8))
def test_method_and_expression_agree_on_generated_rules(template: type[Product], source: str, points: list[dict[str, Any]]) -> None:
    method = made(source)
    whole = traceable(source, template)
    holds, distance = compiled(whole), margin(whole)
    looked = 0
    for choices in points:
        here = template(**choices)
        try:
            truth = bool(method(here))
        except (ZeroDivisionError, OverflowError):
            continue  # a method cannot go on where the expression has "not a number"
        if on_an_edge(whole, here):
            continue
        looked += 1
        assert bool(holds(here)) is truth, (source, choices, whole)
        if abs(distance(here)) > TOLERANCE:
            assert (distance(here) > 0) is truth, (source, choices, whole)
        assert not math.isnan(distance(here))
    assume(looked)


@settings(max_examples=12)
@given(rules(), st.lists(CHOICES, min_size=12, max_size=12))
def test_the_constructor_never_disagrees_with_the_expression(template: type[Product], source: str,
                                                             points: list[dict[str, Any]]) -> None:
    """Everywhere, edges included: both are the same expression."""
    whole = traceable(source, template)
    default_holds = compiled(whole)

    class Ruled(template):  # type: ignore[misc, valid-type]
        generated = rule(made(source))

    for choices in points:
        try:
            Ruled(**choices)
        except InvalidChoice as error:
            assert [each.name for each in error.problems] == ["generated"]
            valid = False
        else:
            valid = True
        here = template(**choices)
        assert bool(default_holds(here)) is valid, (source, choices)
        assert Ruled.space.count(here.choices) == (float(valid), 0.0), (source, choices)


@pytest.fixture(scope="module")
def ring_points() -> list[dict[str, Any]]:
    """Random choices of the ring, valid or not; half of them close to a valid one."""
    dice, ring = random.Random(7), load_template("ring")
    candidates = {name: parameter.candidates() for name, parameter in ring.parameters.items()}
    points = []
    for index in range(600):
        point = {name: dice.choice(values) for name, values in candidates.items()}
        if index % 2:
            kept = dice.sample(list(point), 6)
            point |= {name: ring.model_fields[name].default for name in kept}
        points.append(point)
    return points


def test_method_and_expression_agree_on_the_rings_own_rules(ring_points: list[dict[str, Any]]) -> None:
    ring = load_template("ring")
    looked, broken = 0, set()
    for point in ring_points:
        # what the constructor makes of the choices, without looking at rules
        accepted, problems = ring.accept(point)
        assert problems == []
        here = _unchecked(ring, accepted)
        for each in ring.rules:
            distance = each.margin(here)
            if abs(distance) > TOLERANCE:
                looked += 1
                truth = bool(each.function(here))
                broken |= set() if truth else {each.name}
                assert bool(each.holds(here)) is truth is (distance > 0), (each.name, point)
    assert looked > 2500
    assert broken == {each.name for each in ring.rules}  # each was seen broken and kept


def test_the_rings_constructor_and_its_space_agree_everywhere(ring_points: list[dict[str, Any]]) -> None:
    ring = load_template("ring")
    valid = 0
    for point in ring_points:
        try:
            ring(**point)
        except InvalidChoice:
            number = 0.0
        else:
            number = 1.0
            valid += 1
        assert ring.space.count(point) == (number, 0.0), point
    assert 20 < valid < 580


class _Unchecked(SimpleNamespace):
    """Parameters as attributes, and everything else of the template bound to them."""

    def __getattr__(self, name: str) -> Any:
        member = getattr(object.__getattribute__(self, "kind"), name)
        if hasattr(member, "function"):
            return member.function(self)
        return member


def _unchecked(template: type[Product], values: dict[str, Any]) -> Any:
    return _Unchecked(kind=template, **values)
