"""Search: the nearest valid point against brute force, corners, and walks that never leave the valid ones."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator.space import search
from configurator.space.expressions import Expression, compiled, node
from configurator.space.search import Constraint, Problem, Undecided, Variable

NAMES = "pqrs"


def values_of(name: str) -> tuple[float, ...]:
    return tuple(float(index) for index in range(3 + NAMES.index(name)))


VARIABLES = [Variable(name, values_of(name), ordered=name != "q") for name in NAMES]
TERMS = st.recursive(st.sampled_from([Expression("read", name) for name in NAMES]),
                     lambda inner: st.builds(lambda op, x, y: node(op, x, y), st.sampled_from(["+", "-", "*"]), inner, inner),
                     max_leaves=3)
CONDITIONS = st.builds(lambda op, term, limit: node(op, term, limit), st.sampled_from(["<=", "<", "=="]), TERMS,
                       st.integers(-2, 6)) | st.builds(lambda term, limit: node("<=", limit, term), TERMS, st.integers(-2, 6))
POINTS = st.fixed_dictionaries({name: st.sampled_from(values_of(name)) for name in NAMES})


def constraint(whole: Expression) -> Constraint:
    from configurator.space.expressions import reads

    return Constraint(str(whole), reads(whole), compiled(whole))


def distance(variable: Variable, one: float, two: float) -> float:
    if one == two:
        return 0.0
    return abs(one - two) / max(len(variable.values) - 1, 1) if variable.ordered else 1.0


def brute_force(problem: Problem, fixed: dict[str, float], prefer: dict[str, float]) -> tuple[int, float] | None:
    """Changed parameters and steps of the nearest valid point, by looking at all of them."""
    start = {**prefer, **fixed}
    costs = []
    for values in itertools.product(*(variable.values for variable in problem.variables)):
        point = dict(zip(NAMES, values, strict=True))
        if all(point[name] == value for name, value in fixed.items()) and not problem.broken(point):
            costs.append((sum(point[name] != start[name] for name in NAMES),
                          sum(distance(variable, point[variable.name], start[variable.name]) for variable in VARIABLES)))
    return min(costs, key=lambda cost: (cost[0], round(cost[1], 9)), default=None)


@settings(max_examples=150)
@given(st.lists(CONDITIONS, max_size=4), POINTS, st.dictionaries(st.sampled_from(NAMES), st.just(0.0), max_size=2))
def test_the_nearest_valid_point_is_that_of_brute_force(rules: list[Expression], prefer: dict[str, float],
                                                        fixed: dict[str, float]) -> None:
    problem = Problem(VARIABLES, [constraint(whole) for whole in rules])
    found, best = problem.complete(fixed, prefer), brute_force(problem, fixed, prefer)
    assert (found is None) == (best is None)
    if found is not None and best is not None:
        start = {**prefer, **fixed}
        assert problem.broken(found) == []
        assert all(found[name] == value for name, value in fixed.items())
        assert sum(found[name] != start[name] for name in NAMES) == best[0]
        assert sum(distance(each, found[each.name], start[each.name]) for each in VARIABLES) == pytest.approx(best[1])


@settings(max_examples=60)
@given(st.lists(CONDITIONS, max_size=4), POINTS, st.integers(0, 99))
def test_a_walk_from_a_valid_point_is_always_valid_and_can_be_repeated(rules: list[Expression], start: dict[str, float],
                                                                       seed: int) -> None:
    problem = Problem(VARIABLES, [constraint(whole) for whole in rules])
    first = problem.complete({}, start)
    if first is None:
        return
    walked = list(itertools.islice(problem.walk(first, seed), 12))
    assert all(problem.broken(point) == [] for point in walked)
    assert walked == list(itertools.islice(problem.walk(first, seed), 12))


def test_a_walk_reaches_every_valid_point() -> None:
    problem = Problem(VARIABLES, [constraint(node("<=", node("+", Expression("read", "p"), Expression("read", "s")), 3))])
    reached = {tuple(point.values()) for point in itertools.islice(problem.walk(dict.fromkeys(NAMES, 0.0), 1), 3000)}
    valid = sum(not problem.broken(dict(zip(NAMES, values, strict=True)))
                for values in itertools.product(*(each.values for each in VARIABLES)))
    assert len(reached) == valid


def test_corners_are_both_ends_of_what_is_ordered_and_every_value_of_what_is_not() -> None:
    p, s = Expression("read", "p"), Expression("read", "s")
    problem = Problem(VARIABLES, [constraint(node("<=", node("+", p, s), 3)), constraint(node("<", p, 2))])
    prefer = dict.fromkeys(NAMES, 0.0)
    found = {(name, value): point for name, value, point in problem.corners(prefer)}
    assert list(found) == [("p", 0.0), ("p", 2.0), *(("q", value) for value in values_of("q")), ("r", 0.0), ("r", 4.0),
                           ("s", 0.0), ("s", 5.0)]
    assert found["p", 2.0] is None  # p < 2
    assert found["s", 5.0] is None  # p + s <= 3
    assert found["r", 4.0] == {**prefer, "r": 4.0}


def test_what_needs_more_changes_than_allowed_is_not_found() -> None:
    together = constraint(node("==", node("+", Expression("read", "p"), Expression("read", "q")), 5))
    problem = Problem(VARIABLES, [together])
    prefer = dict.fromkeys(NAMES, 0.0)
    assert problem.complete({}, prefer, changes=1) is None
    assert problem.complete({}, prefer, changes=2) == {**prefer, "p": 2.0, "q": 3.0}


def test_a_search_that_ends_at_its_limit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "NODES", 10)
    never = Constraint("never", frozenset(NAMES), lambda point: point.p + point.q + point.r + point.s > 99)
    with pytest.raises(Undecided):
        Problem(VARIABLES, [never]).complete({}, dict.fromkeys(NAMES, 0.0))


def test_a_preference_outside_the_values_is_brought_to_one() -> None:
    rule: Any = constraint(node("<=", Expression("read", "p"), 1))
    found = Problem(VARIABLES, [rule]).complete({}, {**dict.fromkeys(NAMES, 0.0), "p": 17.0})
    assert found is not None
    assert rule.holds(SimpleNamespace(**found))
