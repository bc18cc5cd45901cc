"""Tapes: rules as flat arrays, for the compiled search. Equal expressions are one node, for all rules together.

What depends on one variable only becomes a table of its values, worked out by the same functions that the constructor
uses: it is exact to the last bit, and intervals of it are as narrow as can be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, NamedTuple, TypeAlias

from .expressions import Expression, compiled, reads
from .relaxing import relaxed, variable_of

Tape: TypeAlias = tuple[Any, ...]
"""The arrays, in the order that `compiled` tells."""

_OPS = {"+": 2, "-": 3, "*": 4, "/": 5, "**": 6, "neg": 7, "abs": 8, "sqrt": 9, "sin": 10, "cos": 11, "min": 12, "max": 13,
        "rounded_up": 14, "<=": 15, "<": 16, "==": 17, "not": 20, "if": 21}
_CONSTANT, _TABLE, _AND, _OR, _NOT, _IF, _TRUTH, _SPAN = 0, 1, 18, 19, 20, 21, 22, 23
_TRUTHS = frozenset({"<=", "<", "==", "not", "is"})


@dataclass(frozen=True)
class Variable:
    """A parameter and the values that it may take, in order; `ordered` if neighbours are alike."""

    name: str
    values: tuple[Any, ...]
    ordered: bool


class Writer:
    """Writes expressions on a tape, each equal one once."""

    def __init__(self, variables: Sequence[Variable], tabled: dict[tuple[Expression, str], list[float]]) -> None:
        """`tabled`: tables that are known already; new ones are added."""
        self._variables = {each.name: index for index, each in enumerate(variables)}
        self._values = variables
        self._tabled = tabled
        self._rows: list[tuple[int, int, int, int, float, float, float, int, int, int]] = []
        self._tables: list[float] = []
        self._known: dict[Expression, int] = {}
        self._true: dict[int, int] = {}
        self._scopes: list[frozenset[int]] = []
        self._is_truth: list[bool] = []
        self.limits: dict[str, int] = {}
        """Nodes that stand for limits to be set, by name."""

    def put(self, whole: Expression) -> int:
        """The node of an expression."""
        if whole not in self._known:
            self._known[whole] = self._put(whole)
        return self._known[whole]

    def truth(self, whole: Expression) -> int:
        """The node of an expression as Python takes it in `if`: 1 or 0."""
        at = self.put(whole)
        if self._is_truth[at]:
            return at
        if at not in self._true:
            self._true[at] = self._row(_TRUTH, (at,), truth=True)
        return self._true[at]

    def _put(self, whole: Expression) -> int:
        if whole.op == "constant":
            value = whole.args[0]
            return self._row(_CONSTANT, constant=float(value), truth=isinstance(value, bool))
        if whole.op == "limit":
            self.limits[whole.args[0]] = self._row(_CONSTANT)
            return self.limits[whole.args[0]]
        if whole.op == "span":
            return self._row(_SPAN, constant=whole.args[0], step=(whole.args[1], 0.0))
        name = variable_of(whole)
        if name is not None:
            return self._table(whole, name)
        match whole.op:
            case "and" | "or":
                first, second = whole.args
                one, two = self.put(first), self.put(second)
                if self._is_truth[one] and self._is_truth[two]:
                    return self._row(_AND if whole.op == "and" else _OR, (one, two), truth=True)
                chosen = (one, two) if whole.op == "or" else (two, one)
                return self._row(_IF, (self.truth(first), *chosen))
            case "not":
                return self._row(_NOT, (self.truth(whole.args[0]),), truth=True)
            case "if":
                yes, no = self.put(whole.args[1]), self.put(whole.args[2])
                return self._row(_IF, (self.truth(whole.args[0]), yes, no), truth=self._is_truth[yes] and self._is_truth[no])
            case "rounded_up":
                step = whole.args[1]
                return self._row(_OPS["rounded_up"], tuple(map(self.put, whole.args)),
                                 step=_fraction(float(step.args[0])) if step.op == "constant" else (0.0, 0.0))
        return self._row(_OPS[whole.op], tuple(map(self.put, whole.args)), truth=whole.op in _TRUTHS)

    def is_number(self, whole: Expression) -> bool:
        """Whether an expression of one parameter is a number for each of its values."""
        name = variable_of(whole)
        return name is not None and all(map(math.isfinite, self._values_of(whole, name)))

    def _values_of(self, whole: Expression, name: str) -> list[float]:
        values = self._tabled.get((whole, name))
        if values is None:
            function = compiled(whole)
            values = [float(function(SimpleNamespace(**{name: value})))
                      for value in self._values[self._variables[name]].values]
            self._tabled[whole, name] = values
        return values

    def _table(self, whole: Expression, name: str) -> int:
        variable, values = self._variables[name], self._values_of(whole, name)
        order = 0
        if not any(map(math.isnan, values)):
            pairs = list(pairwise(values))
            order = 1 if all(a <= b for a, b in pairs) else -1 if all(a >= b for a, b in pairs) else 0
        begin = len(self._tables)
        self._tables += values
        truth = all(value in (0.0, 1.0) for value in values) and (whole.op in _TRUTHS or whole.op in ("and", "or", "read"))
        return self._row(_TABLE, variable=variable, table=begin, order=order, truth=truth)

    def _row(self, op: int, args: tuple[int, ...] = (), *, constant: float = 0.0, step: tuple[float, float] = (0.0, 0.0),
             variable: int = 0, table: int = 0, order: int = 0, truth: bool = False) -> int:
        first, second, third = (*args, 0, 0, 0)[:3]
        self._rows.append((op, first, second, third, constant, *step, variable, table, order))
        scope = frozenset({variable}) if op == _TABLE else frozenset().union(*(self._scopes[arg] for arg in args))
        self._scopes.append(scope)
        self._is_truth.append(truth)
        return len(self._rows) - 1

    def tape(self, roots: Sequence[int]) -> Tape:
        """The arrays."""
        import numpy as np

        nodes = np.array([(row[0], row[1], row[2], row[3], *row[7:]) for row in self._rows], np.int32).reshape(-1, 7)
        numbers = np.array([row[4:7] for row in self._rows], np.float64).reshape(-1, 3)
        count = len(self._values)
        begins = np.zeros(count + 1, np.int32)
        begins[1:] = np.cumsum([len(each.values) for each in self._values])
        scopes = [sorted(self._scopes[root]) for root in roots]
        uses = [[node for node, scope in enumerate(self._scopes) if v in scope] for v in range(count)]
        rules = [[rule for rule, scope in enumerate(scopes) if v in scope] for v in range(count)]
        return (nodes, numbers, np.array(self._tables or [0.0], np.float64), begins, np.array(roots, np.int32), *_flat(uses),
                *_flat(rules), *_flat(scopes))


class Written(NamedTuple):
    """Rules on two tapes: for intervals (`narrow`) and for points (`exact`). Where numbers and their limits are, by name."""

    narrow: Tape
    exact: Tape
    narrow_numbers: dict[str, int]
    exact_numbers: dict[str, int]
    narrow_limits: dict[str, int]
    exact_limits: dict[str, int]


def tapes(variables: Sequence[Variable], conditions: Sequence[Expression], numbers: Mapping[str, Expression],
          tabled: dict[tuple[Expression, str], list[float]]) -> Written:
    """The tapes of conditions and numbers."""
    narrow, exact = Writer(variables, tabled), Writer(variables, tabled)
    narrow_roots = [narrow.truth(relaxed(each, narrow.is_number)) for each in conditions]
    exact_roots = [exact.truth(each) for each in conditions]
    narrow_numbers = {name: narrow.put(relaxed(each, narrow.is_number)) for name, each in numbers.items()}
    exact_numbers = {name: exact.put(each) for name, each in numbers.items()}
    return Written(narrow.tape(narrow_roots), exact.tape(exact_roots), narrow_numbers, exact_numbers, narrow.limits,
                   exact.limits)


def scope(whole: Expression) -> frozenset[str]:
    """Names of the parameters that an expression depends on."""
    return frozenset(name.partition(".")[0] for name in reads(whole))


def _fraction(step: float) -> tuple[float, float]:
    """Whole numbers with step = whole / parts exactly as it is written in decimals; nothing if they are too large."""
    digits = Decimal(str(step)).as_tuple()
    exponent = digits.exponent
    assert isinstance(exponent, int)
    whole = int("".join(map(str, digits.digits)))
    if exponent >= 0:
        return float(whole * 10**exponent), 1.0
    return (float(whole), 10.0**-exponent) if whole < 2**40 and exponent >= -15 else (0.0, 0.0)


def _flat(lists: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    import numpy as np

    begins = np.zeros(len(lists) + 1, np.int32)
    begins[1:] = np.cumsum([len(each) for each in lists])
    return begins, np.array([each for row in lists for each in row], np.int32)
