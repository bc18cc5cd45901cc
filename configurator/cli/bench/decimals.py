"""Expressions in fractions, without rounding: numbers of one parameter, and sums over several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, lcm
from operator import attrgetter
from typing import Any, NamedTuple

from configurator.space.expressions import Expression

FINEST = 400_000
"""Numbers that are compared are whole multiples of one part in so many: more than twice the tolerance of comparisons."""

_POWER = 4
_TRUTHS: dict[str, Callable[[list[bool]], bool]] = {"not": lambda each: not each[0], "and": all, "or": any}
_NUMBERS: dict[str, Callable[..., Any]] = {
    "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y, "/": lambda x, y: x / y, "neg": lambda x: -x,
    "abs": abs, "min": min, "max": max, "**": lambda x, y: x ** int(y), "rounded_up": lambda x, y: ceil(x / y) * y,
    "<=": lambda x, y: x <= y, "<": lambda x, y: x < y, "==": lambda x, y: x == y,
}


class Inexpressible(Exception):
    """A rule that whole numbers do not say exactly."""


class Linear(NamedTuple):
    """A sum of whole variables times factors, its constant, and bounds of what it can be."""

    terms: dict[int, Fraction]
    constant: Fraction
    low: Fraction
    high: Fraction


def exactly(whole: Expression, name: str, value: Any) -> Any:
    """What an expression of one parameter is at one of its values: a fraction or a truth value.

    Inexpressible if it has none, such as a root.
    """
    op, args = whole.op, whole.args
    if op in ("constant", "read"):
        found = args[0] if op == "constant" else _read(args[0], value)
        return found if isinstance(found, bool) else Fraction(Decimal(repr(found)))
    if op == "is":
        return bool(_read(args[0], value) == args[1])
    if op == "if":
        return exactly(args[1] if _true(exactly(args[0], name, value)) else args[2], name, value)
    inner = [exactly(arg, name, value) for arg in args]
    if op in _TRUTHS:
        return _TRUTHS[op](list(map(_true, inner)))
    numbers = [Fraction(each) for each in inner]
    if op in ("<=", "<", "==", "rounded_up"):
        common(numbers)
    if op not in _NUMBERS or (op == "**" and not (numbers[1].denominator == 1 and 0 <= numbers[1] <= _POWER)) or (
            op in ("/", "rounded_up") and numbers[1] <= 0):
        raise Inexpressible(str(whole))
    return _NUMBERS[op](*numbers)


def _read(dotted: str, value: Any) -> Any:
    attribute = dotted.partition(".")[2]
    return attrgetter(attribute)(value) if attribute else value


def _true(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Inexpressible("a number as a condition")
    return value


def common(numbers: Sequence[Fraction]) -> int:
    """What makes all of them whole. Inexpressible if it is so great that the tolerance of comparisons would matter."""
    factor = lcm(*(number.denominator for number in numbers))
    if factor > FINEST:
        raise Inexpressible("numbers too fine for the tolerance")
    return factor


def plus(first: Linear, second: Linear) -> Linear:
    """Their sum."""
    terms = dict(first.terms)
    for index, share in second.terms.items():
        terms[index] = terms.get(index, Fraction(0)) + share
    return Linear({index: share for index, share in terms.items() if share}, first.constant + second.constant,
                  first.low + second.low, first.high + second.high)


def times(linear: Linear, factor: Fraction) -> Linear:
    """It times a number."""
    low, high = sorted((linear.low * factor, linear.high * factor))
    terms = {index: share * factor for index, share in linear.terms.items() if factor}
    return Linear(terms, linear.constant * factor, low, high)
