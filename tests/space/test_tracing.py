"""Tracing: what a rule written in plain Python becomes, and how a rule that cannot be traced is told."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from configurator import RuleError, sqrt
from configurator.space.expressions import Expression, compiled, reads
from configurator.space.tracing import PATHS, trace

SELF = SimpleNamespace(a=Expression("read", "a"), b=Expression("read", "b"), on=Expression("read", "on"))


def traced(function: Callable[[Any], Any]) -> Expression:
    return trace(function, SELF)


def agree(function: Callable[[Any], Any]) -> Expression:
    """The expression, after it was found to agree with the function on a grid of values away from any edge."""
    whole = traced(function)
    holds = compiled(whole)
    for a in range(-3, 9):
        for b in range(-3, 9):
            for on in (False, True):
                here = SimpleNamespace(a=a + 0.25, b=b + 0.5, on=on)
                assert bool(holds(here)) is bool(function(here)), (whole, here)
    return whole


def test_an_if_becomes_a_choice() -> None:
    def rule(self: Any) -> Any:
        if self.a > 2:
            return self.b < 4
        return self.a + self.b > 1

    whole = agree(rule)
    assert (whole.op, reads(whole)) == ("if", {"a", "b"})


def test_and_or_not_become_conditions_without_a_choice() -> None:
    assert str(agree(lambda self: self.a > 1 and self.b > 2)) == "((1 < a) and (2 < b))"
    assert str(agree(lambda self: self.a > 1 or self.b > 2)) == "((1 < a) or (2 < b))"
    assert str(agree(lambda self: not self.a > 1)) == "not((1 < a))"
    assert str(agree(lambda self: not self.on or self.b > 2)) == "(not(on) or (2 < b))"
    assert str(agree(lambda self: True if self.on else self.a > 1)) == "(on or (1 < a))"
    assert str(agree(lambda self: False if self.on else self.a > 1)) == "(not(on) and (1 < a))"
    assert agree(lambda self: bool(self.on)).op == "read"
    agree(lambda self: (self.a > 1 and self.b > 2) or (not self.on and self.b >= 1) or (self.a == 2.25 and self.on))


def test_comparisons_may_be_chained() -> None:
    assert str(agree(lambda self: 1 <= self.a <= 8)) == "((1 <= a) and (a <= 8))"
    agree(lambda self: 0 < self.a < self.b <= 7 != self.a)


def test_min_max_and_abs_choose_as_python_does() -> None:
    agree(lambda self: min(self.a, self.b, 3) > max(self.b - 4, 0.1))
    agree(lambda self: abs(self.a - self.b) < 2 and min(self.a, 5) + max(self.b, 1) > 3)
    agree(lambda self: sum(min(self.a, n) for n in range(3)) < 5)
    agree(lambda self: max([self.a, self.b], key=lambda value: -value) < 4)
    agree(lambda self: sorted([self.a, self.b, 2.0])[1] > 2)


def test_loops_over_numbers_and_helpers_of_ones_own_are_plain_python() -> None:
    def steps(self: Any) -> Any:
        total = 0
        for index in range(4):
            total += self.a * index if index % 2 else self.b
        return total < 20 and all(self.a != number for number in (3, 4)) and any(self.b > n for n in (2, 3))

    agree(steps)


def test_roots_of_a_parameter() -> None:
    whole = traced(lambda self: sqrt(self.a) <= 1.5)
    assert [compiled(whole)(SimpleNamespace(a=a)) for a in (-1, 0, 2.25, 2.3)] == [False, True, True, False]


def test_a_condition_that_was_decided_is_not_asked_again() -> None:
    def rule(self: Any) -> Any:
        if self.a > 2:
            return self.b > 1 if self.a > 2 else 1 / 0  # the second question has the answer of the first
        return self.a <= 2 or self.on

    agree(rule)


def test_paths_that_lead_to_the_same_are_joined() -> None:
    def rule(self: Any) -> Any:
        for threshold in (1, 2, 3, 4, 5):
            if self.a > threshold:
                pass
        return self.b > 1

    assert str(traced(rule)) == "(1 < b)"


def test_constants_are_kept_as_they_are() -> None:
    assert str(traced(lambda self: True)) == "True"
    assert str(traced(lambda self: self.a > 1 or True)) == "True"
    assert str(traced(lambda self: 3 > 4)) == "False"


def asks_math(self: Any) -> Any:
    return math.sqrt(self.a) < 2


def asks_the_length_of_a_number(self: Any) -> Any:
    return len(self.a) < 2


def loops_over_a_parameter(self: Any) -> Any:
    return all(each > 2 for each in self.a)


def loops_as_often_as_a_parameter_says(self: Any) -> Any:
    return all(self.b > index for index in range(self.a))


def loops_until_a_condition_fails(self: Any) -> Any:
    while self.a > 2:
        pass
    return True


def searches_without_end(self: Any) -> Any:
    limit = 0
    while self.a > limit:
        limit += 1
    return limit < 9


def asks_for_membership(self: Any) -> Any:
    return self.a in (1, 2) and 3 in self.a


def calls_itself(self: Any) -> Any:
    return calls_itself(self)


def raises_by_itself(self: Any) -> Any:
    raise KeyError("nowhere")


def raises_on_one_path(self: Any) -> Any:
    return self.a > 2 or [1, 2][int("3")]


def misspells(self: Any) -> Any:
    return self.thickness_of_the_wall > 2


def returns_nothing(self: Any) -> None:
    return None


def forgets_a_path(self: Any) -> Any:
    if self.a > 2:
        return self.b > 2
    return None


def returns_words(self: Any) -> Any:
    return "yes"


def formats(self: Any) -> Any:
    return f"{self.a:.2f}" == "2.00"


def has_many_ways(self: Any) -> Any:
    return sum(1 if self.a > threshold else self.b for threshold in range(20)) < 7


@pytest.mark.parametrize(("rule", "said"), [
    (asks_math, r"configurator\.sqrt\(x\), sin\(x\), cos\(x\), not math\.sqrt"),
    (asks_the_length_of_a_number, r"write text\.length or text\.width in a rule, not len\(text\)"),
    (loops_over_a_parameter, "a cannot be looped over in a rule"),
    (loops_as_often_as_a_parameter_says, "may not turn a parameter into a plain number"),
    (loops_until_a_condition_fails, r"asks for \(2 < a\) without end; a rule cannot loop until a condition fails"),
    (searches_without_end, "without end"),
    (asks_for_membership, "`in` cannot be traced; compare with == and join with `or`"),
    (calls_itself, "calls itself without end"),
    (raises_by_itself, r"cannot be traced \(KeyError: 'nowhere'\)\. A rule uses comparison"),
    (raises_on_one_path, "IndexError: list index out of range"),
    (misspells, "has no attribute 'thickness_of_the_wall'"),
    (returns_nothing, r"must return a condition on every path; this one returned nothing \(None\)"),
    (forgets_a_path, "must return a condition on every path"),
    (returns_words, "'yes' has no place in a rule"),
    (formats, "unsupported format string"),
    (has_many_ways, f"more than {PATHS} ways through this rule; split it into several rules"),
])
def test_what_cannot_be_traced_is_told_with_file_and_line(rule: Callable[[Any], Any], said: str) -> None:
    place = re.escape(f"{__file__}:{rule.__code__.co_firstlineno}: rule {rule.__name__}: ")
    with pytest.raises(RuleError, match=f"^{place}.*{said}"):
        traced(rule)


def test_a_failed_trace_leaves_nothing_behind() -> None:
    for rule in (raises_by_itself, returns_nothing, asks_math):
        with pytest.raises(RuleError):
            traced(rule)
    with pytest.raises(RuleError, match="no truth value outside a rule"):
        bool(SELF.a > 1)


def test_a_rule_without_code_of_its_own_is_named_all_the_same() -> None:
    with pytest.raises(RuleError, match="forgets_a_path"):
        traced(functools.partial(forgets_a_path))
