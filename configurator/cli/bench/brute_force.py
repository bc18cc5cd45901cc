"""Brute force: every point of a box judged by the rules themselves, with numpy, for comparison with the search.

What is independent of what: the search judges tapes, on which rules are rewritten, tabulated, enclosed by intervals and
compiled. Nothing of that is used here. A rule's traced tree is walked, and each node is worked out over the values of
those parameters that it depends on, by the plain meaning of its operation, written here once more. What both share is the
tracing of the rules and the tolerance of comparisons; so the constructor judges points of the same boxes, and so do the
rules' methods as they were written, which were never traced.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias

from configurator.space.expressions import TOLERANCE, Expression
from configurator.space.tapes import Variable

Indices: TypeAlias = Mapping[str, Sequence[int]]
"""For each variable the indices of its values that are looked at; all variables are named."""


class BruteForce:
    """A box of points: each variable of which several values are looked at is an axis."""

    def __init__(self, variables: Sequence[Variable], box: Indices) -> None:
        self.axes = [each.name for each in variables if len(box[each.name]) > 1]
        self.shape = tuple(len(box[name]) for name in self.axes)
        self._values = {each.name: [each.values[k] for k in box[each.name]] for each in variables}
        self._known: dict[Expression, Any] = {}

    def holds(self, rule: Expression) -> Any:
        """Whether a rule is kept: an array of truth values that broadcasts to `shape`."""
        import numpy as np

        with np.errstate(all="ignore"):
            return self._at(rule) != 0

    def valid(self, rules: Sequence[Expression]) -> Any:
        """Which points keep all rules: an array of truth values of `shape`."""
        import numpy as np

        kept = np.ones(self.shape, bool)
        for rule in rules:
            kept &= self.holds(rule)
        return kept

    def _at(self, whole: Expression) -> Any:
        if whole not in self._known:
            self._known[whole] = self._worked_out(whole)
        return self._known[whole]

    def _worked_out(self, whole: Expression) -> Any:
        import numpy as np

        op, args = whole.op, whole.args
        if op == "constant":
            return np.float64(args[0])
        if op in ("read", "is"):
            return self._column(args[0], args[1:])
        return _operations()[op](*map(self._at, args))

    def _column(self, dotted: str, option: tuple[Any, ...]) -> Any:
        """A parameter, or an attribute of it, along its axis; compared with an option if there is one."""
        import numpy as np

        name, _, attribute = dotted.partition(".")
        values = self._values[name]
        column = list(map(attrgetter(attribute), values)) if attribute else values
        numbers = [float(each == option[0]) for each in column] if option else [float(each) for each in column]
        if name not in self.axes:
            return np.float64(numbers[0])
        return np.array(numbers).reshape([len(numbers) if each == name else 1 for each in self.axes])


@cache
def _operations() -> dict[str, Callable[..., Any]]:
    import numpy as np

    return {
        "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y, "neg": lambda x: -x, "abs": np.abs,
        "/": lambda x, y: np.where(y == 0, np.nan, x / y),
        "sqrt": lambda x: np.sqrt(np.where(x >= 0, x, np.nan)),
        "min": lambda x, y: np.where(y < x, y, x), "max": lambda x, y: np.where(y > x, y, x),
        "<=": lambda x, y: (x <= y + TOLERANCE).astype(float), "<": lambda x, y: (x < y - TOLERANCE).astype(float),
        "==": lambda x, y: (np.abs(x - y) <= TOLERANCE).astype(float),
        "not": lambda x: (x == 0).astype(float),
        "and": lambda x, y: np.where(x != 0, y, x), "or": lambda x, y: np.where(x != 0, x, y),
        "if": lambda condition, yes, no: np.where(condition != 0, yes, no),
        "sin": lambda x: _each(lambda degrees: math.sin(math.radians(degrees)), x),
        "cos": lambda x: _each(lambda degrees: math.cos(math.radians(degrees)), x),
        "**": lambda x, y: _each(_power, x, y), "rounded_up": lambda x, y: _each(_rounded_up, x, y),
    }


def _each(function: Any, *arrays: Any) -> Any:
    """Python's own function on every element: numpy's differs from it in the last bit."""
    import numpy as np

    return np.vectorize(function, otypes=[float])(*arrays)


def _power(x: float, y: float) -> float:
    x, y = float(x), float(y)
    if (x == 0 and y < 0) or (x < 0 and not y.is_integer()):
        return math.nan
    try:
        return float(x ** y)
    except OverflowError:
        return math.nan


def _rounded_up(x: float, step: float) -> float:
    if not step > 0 or not math.isfinite(x) or not math.isfinite(x / step):
        return math.nan
    return float(math.ceil((x - TOLERANCE) / step) * Decimal(repr(float(step))))
