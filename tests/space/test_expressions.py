"""Expressions: equal ones are one object, constants fold, and margins tell the same as truth."""

from __future__ import annotations

import gc
import math
import sys
import threading
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import RuleError, cos, rounded_up, sin, sqrt
from configurator.space.expressions import TOLERANCE, Expression, compiled, expression, margin, node, reads

A, B = Expression("read", "a"), Expression("read", "b")


def at(whole: Expression, **values: float) -> object:
    return compiled(whole)(SimpleNamespace(**values))


def test_equal_expressions_are_one_object() -> None:
    assert (A + 2.0) * B is (Expression("read", "a") + 2.0) * B
    assert (A <= B) is (B >= A)
    assert A + 1 is not A + 1.0  # the same number, another type: it prints differently
    assert A + True is not A + 1
    assert A + B is not B + A


def test_expressions_that_nobody_holds_are_let_go() -> None:
    from configurator.space import expressions

    gc.collect()
    before = len(expressions._known)
    kept = [A + index for index in range(500)]
    assert len(expressions._known) >= before + 500
    del kept
    gc.collect()
    assert len(expressions._known) <= before


def test_an_expression_made_in_many_threads_at_once_is_one_object() -> None:
    wall = threading.Barrier(8)
    found: list[list[Expression]] = []

    def make() -> None:
        wall.wait()
        found.append([A * (index + 0.5) <= B for index in range(300)])

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=make) for _ in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    finally:
        sys.setswitchinterval(interval)
    assert {len({id(each) for each in same}) for same in zip(*found, strict=True)} == {1}


@pytest.mark.parametrize(("whole", "value"), [
    (node("+", 1, 2), 3), (node("/", 1, 0), math.nan), (node("<=", 1, 1), True), (node("<", 1, 1), False),
    (node("==", 0.1 + 0.2, 0.3), True), (node("sqrt", 9), 3.0), (node("sqrt", -1), math.nan), (node("not", True), False),
    (node("**", 2, 0.5), math.sqrt(2)), (node("**", 0, -1), math.nan), (node("**", -8, 1 / 3), math.nan),
    (node("**", 1e300, 2), math.nan), (node("sin", 90), 1.0), (node("cos", 180), -1.0), (node("min", 1, 2), 1),
    (node("rounded_up", 1.21, 0.05), 1.25), (node("rounded_up", 1, 0), math.nan), (node("neg", 3), -3), (node("and", True, False), False), (node("or", True, False), True),
])
def test_constants_are_folded(whole: Expression, value: float) -> None:
    assert whole.op == "constant"
    assert whole.args[0] == pytest.approx(value, nan_ok=True)


def test_not_of_not_is_the_condition_itself() -> None:
    assert ~~(A < B) is (A < B)
    assert (A != B) is ~(A == B)


def test_reads_are_dotted_names() -> None:
    metal = Expression("read", "alloy.density")
    assert reads((A * metal + A <= sqrt(B)) & Expression("is", "profile", "D")) == {"a", "alloy.density", "b", "profile"}
    assert reads(expression(3)) == frozenset()


@pytest.mark.parametrize(("whole", "text"), [
    (A + 2 <= B, "((a + 2) <= b)"), (sqrt(A) < 1, "(sqrt(a) < 1)"), (~(A < B), "not((a < b))"), (-A, "neg(a)"),
    (Expression("is", "profile", "D"), "(profile == 'D')"), (abs(A - B) > 0.5, "(0.5 < abs((a - b)))"),
    ((A < 1) | (B < 1) & (A < B), "((a < 1) or ((b < 1) and (a < b)))"), (A**2, "(a ** 2)"),
    (Expression("if", A < 1, B, A), "if((a < 1), b, a)"), (+A, "a"), (node("max", A, B), "max(a, b)"),
    (rounded_up(A, 0.1) <= B, "(rounded_up(a, 0.1) <= b)"),
])
def test_expressions_can_be_read(whole: Expression, text: str) -> None:
    assert str(whole) == repr(whole) == text


@pytest.mark.parametrize("op", ["<=", "<", "=="])
def test_comparisons_hold_within_one_tolerance(op: str) -> None:
    whole = node(op, A, B)
    just, clearly = 0.9 * TOLERANCE, 1.1 * TOLERANCE
    assert [at(whole, a=1 + off, b=1) for off in (-clearly, -just, 0, just, clearly)] == {
        "<=": [True, True, True, True, False], "<": [True, False, False, False, False],
        "==": [False, True, True, True, False]}[op]


@pytest.mark.parametrize("op", ["<=", "<", "=="])
@pytest.mark.parametrize("swap", [False, True])
def test_what_is_not_a_number_keeps_no_rule(op: str, swap: bool) -> None:
    whole = node(op, *((B, sqrt(A)) if swap else (sqrt(A), B)))
    assert at(whole, a=-1, b=3) is False
    assert margin(whole)(SimpleNamespace(a=-1, b=3)) == -math.inf
    both = (B > 0) & whole
    assert not at(both, a=-1, b=3)
    assert margin(both)(SimpleNamespace(a=-1, b=3)) == -math.inf
    assert margin(whole & (B > 0))(SimpleNamespace(a=-1, b=3)) == -math.inf


def test_functions_are_the_same_in_rules_and_in_geometry() -> None:
    for value in (-2.5, 0.0, 0.3, 90.0, 400.0):
        for function in (sin, cos, sqrt):
            assert at(function(A), a=value) == pytest.approx(function(value), nan_ok=True)
    assert (sin(30), cos(60)) == (pytest.approx(0.5), pytest.approx(0.5))


@pytest.mark.parametrize(("x", "step", "expected"), [
    (1.2, 0.1, 1.2), (1.2000000001, 0.1, 1.2), (1.2 + 2 * TOLERANCE, 0.1, 1.3), (0.1 + 0.2, 0.1, 0.3), (1.21, 0.05, 1.25),
    (-1.21, 0.05, -1.2), (-0.04, 0.1, 0.0), (0, 1, 0.0), (7, 3, 9.0), (4.6, 0.05, 4.6)])
def test_rounded_up_is_the_least_multiple_that_is_not_below(x: float, step: float, expected: float) -> None:
    for found in (rounded_up(x, step), at(rounded_up(A, step), a=x), at(rounded_up(A, B), a=x, b=step)):
        assert found == expected  # exactly: equal sizes are equal floats
        assert math.copysign(1, found) == math.copysign(1, expected)


@given(st.floats(-1e6, 1e6), st.floats(0, 10), st.sampled_from([0.01, 0.05, 0.1, 0.25, 1, 3]))
def test_rounded_up_never_falls_and_lies_within_one_step(x: float, more: float, step: float) -> None:
    found = rounded_up(x, step)
    assert x - 2 * TOLERANCE <= found < x + step
    assert rounded_up(x + more, step) >= found
    assert rounded_up(found, step) == found


def test_rounded_up_of_what_is_no_number_keeps_no_rule() -> None:
    for x, step in ((math.nan, 1), (math.inf, 1), (1, math.nan), (1, 0), (1, -1)):
        assert at(rounded_up(A, B) <= 1e9, a=x, b=step) is False
        assert at(rounded_up(A, B) >= -1e9, a=x, b=step) is False
    for x in (A, 1.0):
        with pytest.raises(RuleError, match="step must be above 0"):
            rounded_up(x, 0)


@pytest.mark.parametrize(("misuse", "said"), [
    (bool, "no truth value outside a rule"), (float, r"configurator\.sqrt"), (int, r"configurator\.sqrt"),
    (round, r"configurator\.sqrt"), (math.sqrt, r"configurator\.sqrt"), (math.floor, r"configurator\.sqrt"),
    (math.sin, r"configurator\.sqrt"), (len, r"text\.length"), (list, "cannot be looped over"),
    (lambda e: 1 in e, "`in` cannot be traced"), (lambda e: e + "x", "'x' has no place in a rule"),
    (lambda e: e < None, r"\(None\)"), (lambda e: e + [1], "no place in a rule"), (range, r"configurator\.sqrt"),
])
def test_misuse_is_told_with_what_to_write_instead(misuse: object, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        misuse(A)  # type: ignore[operator]


NUMBERS = st.floats(-50, 50).map(lambda value: round(value, 2))
TERMS = st.recursive(
    st.sampled_from([A, B]) | NUMBERS.map(expression),
    lambda inner: st.builds(lambda op, x, y: node(op, x, y), st.sampled_from(["+", "-", "*", "/", "min", "max", "rounded_up"]), inner, inner)
    | st.builds(lambda op, x: node(op, x), st.sampled_from(["neg", "abs", "sqrt", "sin", "cos"]), inner), max_leaves=6)
CONDITIONS = st.recursive(
    st.builds(lambda op, x, y: node(op, x, y), st.sampled_from(["<=", "<", "=="]), TERMS, TERMS),
    lambda inner: st.builds(lambda op, x, y: node(op, x, y), st.sampled_from(["and", "or"]), inner, inner)
    | st.builds(lambda x: node("not", x), inner)
    | st.builds(lambda c, x, y: Expression("if", c, x, y), inner, inner, inner), max_leaves=6)


@given(CONDITIONS, NUMBERS, NUMBERS)
def test_the_sign_of_a_margin_agrees_with_truth(whole: Expression, a: float, b: float) -> None:
    here = SimpleNamespace(a=a, b=b)
    distance = margin(whole)(here)
    assert not math.isnan(distance)
    if abs(distance) > TOLERANCE:
        assert bool(compiled(whole)(here)) == (distance > 0)


@given(CONDITIONS)
def test_reads_name_all_that_matters(whole: Expression) -> None:
    values = dict.fromkeys(reads(whole), 1.5)
    compiled(whole)(SimpleNamespace(**values))
    margin(whole)(SimpleNamespace(**values))
