"""Relaxing: an expression written so that intervals tell more of it. It encloses what it stands for, and decides no point.

Sums are collected, so that what is added and taken away again cancels; what depends on one parameter only is put together,
so that it can be tabulated; `if` that picks the lesser or greater of two is read as such.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import NamedTuple

from .expressions import TOLERANCE, Expression, node, parameter

_SAFE = frozenset({"read", "constant", "is", "span", "limit", "+", "-", "*", "neg", "abs", "min", "max", "if", "sin", "cos",
                   "<=", "<", "==", "and", "or", "not"})


class _Sum(NamedTuple):
    """Terms with their factors, and a constant between two bounds."""

    terms: dict[Expression, float]
    low: float
    high: float


def relaxed(whole: Expression, is_number: Callable[[Expression], bool] = lambda _: False) -> Expression:
    """An expression that encloses `whole`; may hold "span" nodes (low, high), which stand for any value between.

    is_number: whether an expression of one parameter is a number for each of its values, so that it may be cancelled.
    """
    return _Relaxer(is_number).expression(whole)


def variable_of(whole: Expression) -> str | None:
    """The one parameter that an expression depends on; None if it depends on several or none, or holds a span or a limit."""
    return parameter(whole) or None


class _Relaxer:
    def __init__(self, is_number: Callable[[Expression], bool]) -> None:
        self._is_number = is_number
        self._known: dict[Expression, Expression] = {}

    def expression(self, whole: Expression) -> Expression:
        if whole not in self._known:
            self._known[whole] = self._made(whole)
        return self._known[whole]

    def _made(self, whole: Expression) -> Expression:
        if whole.op in ("constant", "read", "is", "span", "limit") or variable_of(whole) is not None:
            return whole
        match whole.op:
            case "+" | "-" | "neg":
                return self._rebuilt(whole, self._sum(whole))
            case "<=" | "<" | "==":
                return self._comparison(whole)
            case "if":
                return self._picked(whole)
        args = [self.expression(arg) for arg in whole.args]
        if whole.op == "*":
            for one, other in (args, reversed(args)):
                if one.op == "constant" and one.args[0] == 0 and self._always_number(other):
                    return Expression("constant", 0.0)
        return node(whole.op, *args)  # which works out what is constant by now

    def _picked(self, whole: Expression) -> Expression:
        condition, yes, no = whole.args
        if condition.op in ("<", "<="):
            first, second = condition.args
            if yes is first and no is second:
                return node("+", Expression("min", *map(self.expression, (first, second))), Expression("span", 0.0, TOLERANCE))
            if yes is second and no is first:
                return node("+", Expression("max", *map(self.expression, (first, second))), Expression("span", -TOLERANCE, 0.0))
        return Expression("if", *map(self.expression, whole.args))

    def _comparison(self, whole: Expression) -> Expression:
        left, right = whole.args
        found = self._added(self._sum(left), self._sum(right), -1.0)
        gone = [term for term, factor in found.terms.items() if factor == 0]
        if not all(map(self._always_number, gone)):
            return Expression(whole.op, self.expression(left), self.expression(right))
        limit = Expression("constant", -found.low) if found.low == found.high else Expression("span", -found.high, -found.low)
        return Expression(whole.op, self._rebuilt(None, _Sum(found.terms, 0.0, 0.0)), limit)

    def _rebuilt(self, whole: Expression | None, found: _Sum) -> Expression:
        """The sum as an expression: first what depends on one parameter each, then the rest."""
        if whole is not None and not all(self._always_number(term) for term, factor in found.terms.items() if factor == 0):
            return Expression(whole.op, *map(self.expression, whole.args))
        own: dict[str, list[Expression]] = {}
        rest: list[Expression] = []
        for term, factor in found.terms.items():
            if factor == 0:
                continue
            piece = term if factor == 1 else node("*", factor, term)
            name = variable_of(term)
            (rest if name is None else own.setdefault(name, [])).append(piece)
        pieces = [_joined(group) for group in own.values()] + rest
        if found.low or found.high or not pieces:
            constant = Expression("constant", found.low)
            pieces.append(constant if found.low == found.high else Expression("span", found.low, found.high))
        return _joined(pieces)

    def _sum(self, whole: Expression) -> _Sum:
        match whole.op:
            case "constant":
                return _Sum({}, float(whole.args[0]), float(whole.args[0]))
            case "span":
                return _Sum({}, *whole.args)
            case "+":
                return self._added(self._sum(whole.args[0]), self._sum(whole.args[1]), 1.0)
            case "-":
                return self._added(self._sum(whole.args[0]), self._sum(whole.args[1]), -1.0)
            case "neg":
                return _times(self._sum(whole.args[0]), -1.0)
            case "*" if whole.args[0].op == "constant":
                return _times(self._sum(whole.args[1]), float(whole.args[0].args[0]))
            case "*" if whole.args[1].op == "constant":
                return _times(self._sum(whole.args[0]), float(whole.args[1].args[0]))
            case "/" if whole.args[1].op == "constant" and whole.args[1].args[0]:
                return _times(self._sum(whole.args[0]), 1.0 / float(whole.args[1].args[0]))
        own = whole if variable_of(whole) is not None else self._made_once(whole)
        if own.op in ("+", "-", "neg") and own is not whole:  # a pick with its slack
            return self._sum(own)
        return _Sum({own: 1.0}, 0.0, 0.0)

    def _made_once(self, whole: Expression) -> Expression:
        return self.expression(whole)

    @staticmethod
    def _added(one: _Sum, two: _Sum, factor: float) -> _Sum:
        terms = dict(one.terms)
        for term, times in two.terms.items():
            terms[term] = terms.get(term, 0.0) + factor * times
            if abs(terms[term]) < 1e-12:
                terms[term] = 0.0
        ends = sorted((factor * two.low, factor * two.high))
        return _Sum(terms, one.low + ends[0], one.high + ends[1])

    def _always_number(self, whole: Expression) -> bool:
        """Whether it is a number wherever its parameters are: so it may be cancelled."""
        parts = [arg for arg in whole.args if isinstance(arg, Expression)]
        if whole.op in ("/", "rounded_up") and whole.args[1].op == "constant":
            safe = whole.op == "rounded_up" or whole.args[1].args[0] != 0
        else:
            safe = whole.op in _SAFE
        if safe and all(map(self._always_number, parts)):
            return True
        return variable_of(whole) is not None and self._is_number(whole)


def _times(found: _Sum, factor: float) -> _Sum:
    ends = sorted((factor * found.low, factor * found.high))
    return _Sum({term: factor * times for term, times in found.terms.items()}, ends[0], ends[1])


def _joined(pieces: list[Expression]) -> Expression:
    return reduce(lambda left, right: node("+", left, right), pieces)
