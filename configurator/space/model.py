"""A design space as a search sees it: variables with indexed values, rules on a tape, and the questions that are exact.

A box says for each variable which of its values (by index) are left. Answers are proven, or `Undecided` is raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from itertools import pairwise
from math import prod
from typing import Any, TypeAlias

from .expressions import Expression, node
from .remaining import Remaining, Undecided, remaining
from .tapes import Tape, Variable, scope, tapes

Point: TypeAlias = tuple[int, ...]
"""Index of the value of each variable."""
Box: TypeAlias = Mapping[str, Iterable[int]]
"""Indices that are left, by name; a variable that is not named is free."""
Arrays: TypeAlias = tuple[Any, Any, Any]
"""A box for the compiled search: one flag per value, first and last index per variable."""
BOXES = 20_000
"""Boxes that a search may look at."""


class Model:
    """Variables and conditions, ready to be asked.

    `numbers` are expressions that may be asked for; for each there is a rule of the same name, "it is at most so much", that
    is kept only in what `at_most` gives.
    """

    def __init__(self, variables: Sequence[Variable], rules: Mapping[str, Expression],
                 numbers: Mapping[str, Expression] | None = None, *, limit: int = BOXES,
                 tabled: dict[tuple[Expression, str], list[float]] | None = None) -> None:
        import numpy as np

        self.variables, self.rules, self.numbers = tuple(variables), dict(rules), dict(numbers or {})
        self._scopes = {name: scope(number) for name, number in self.numbers.items()}
        self.limit = limit
        self.names = [each.name for each in variables]
        self.at = {name: index for index, name in enumerate(self.names)}
        conditions = {**self.rules, **{name: Expression("<=", number, Expression("limit", name))
                                       for name, number in self.numbers.items()}}
        self.rule_at = {name: index for index, name in enumerate(conditions)}
        written = tapes(self.variables, list(conditions.values()), self.numbers, {} if tabled is None else tabled)
        self.narrow: Tape = written.narrow
        self.exact: Tape = written.exact
        self._written = written
        narrow = written.narrow
        self.ordered = np.array([each.ordered for each in variables], np.uint8)
        self._begins = narrow[3]
        self._starts: list[int] = self._begins.tolist()
        self.most = (self._begins[1:] - self._begins[:-1] - 1).astype(np.int32)
        """Index of the last value of each variable."""
        self.every = np.ones(len(conditions), np.uint8)
        """Flags of the conditions that are kept: every rule, and of the numbers those that `at_most` bounds."""
        self.every[len(self.rules):] = 0
        self.boxes = np.zeros(1, np.int64)
        """How many boxes were looked at so far."""

    def size(self, name: str) -> int:
        """How many values a variable has."""
        return len(self.variables[self.at[name]].values)

    def solve(self, box: Box, wish: Point, *, rules: Iterable[str] | None = None, limit: int | None = None) -> Point | None:
        """A valid point of the box, near `wish`; None if it is proven that there is none. `rules`: those to keep, else all."""
        arrays = self.arrays(box)
        return None if arrays is None else self.search(arrays, wish, rules=rules, limit=limit)

    def search(self, arrays: Arrays, wish: Point, *, rules: Iterable[str] | None = None,
               limit: int | None = None) -> Point | None:
        """As `solve`, in a box that is told in arrays."""
        import numpy as np

        from .compiled.branching import UNDECIDED, solve

        out = np.empty(len(self.names), np.int32)
        answer = solve(self.narrow, self.exact, self.active(rules), *arrays, np.array(wish, np.int32), self.ordered,
                       limit or self.limit, out, self.boxes)
        if answer == UNDECIDED:
            raise Undecided
        return tuple(out.tolist()) if answer else None

    def remaining(self, box: Box, wish: Point, asked: Iterable[str] | None = None, *, released: Iterable[str] = (),
                  limit: int | None = None) -> Remaining | None:
        """Which values of the variables asked for (all, unless named) belong to a valid point; None if there is none at all.

        `released`: variables whose own part of the box does not count when their values are sought, only when those of others
        are: what each could be changed to. Undecided if not even one valid point could be found or ruled out.
        """
        arrays = self.arrays(box)
        asked = self.names if asked is None else asked
        return None if arrays is None else remaining(self, arrays, wish, asked, frozenset(released), limit or self.limit)

    def count(self, box: Box, *, limit: int = 1_000_000) -> int:
        """Number of valid points of the box, exactly. Undecided at `limit` boxes."""
        import numpy as np

        from .compiled.branching import ALL, EMPTY, narrowed

        arrays = self.arrays(box)
        if arrays is None:
            return 0
        nodes = len(self.narrow[0])
        numbers = [np.empty(nodes) for _ in range(2)]
        flags = [np.empty(nodes, np.uint8) for _ in range(4)]
        moved, found, point = (np.empty(len(self.names), np.uint8), np.empty(len(self.exact[0])),
                               np.empty(len(self.names), np.int32))
        waiting, total = [arrays], 0
        while waiting:
            domain, first, last = waiting.pop()
            limit -= 1
            if limit < 0:
                raise Undecided
            v = narrowed(self.narrow, self.exact, self.every, domain, first, last, numbers[0], numbers[1], flags[0], flags[1],
                         flags[2], flags[3], moved, found, point)
            if v == ALL:
                sums = [int(domain[self._begins[i] + first[i]:self._begins[i] + last[i] + 1].sum())
                        for i in range(len(self.names))]
                total += prod(sums)
            elif v != EMPTY:
                waiting += self.halves((domain, first, last), v)
        return total

    def halves(self, arrays: Arrays, v: int) -> list[Arrays]:
        """The parts of a box, split in the values of variable number `v`: two halves, or each one where they have no order."""
        import numpy as np

        domain, first, last = arrays
        at, low, high = int(self._begins[v]), int(first[v]), int(last[v])
        cuts = [low - 1, (low + high) // 2, high] if self.variables[v].ordered else range(low - 1, high + 1)
        parts = []
        for before, end in pairwise(cuts):
            open_ = np.flatnonzero(domain[at + before + 1:at + end + 1])
            if len(open_):
                part, a, b = domain.copy(), first.copy(), last.copy()
                part[at:self._begins[v + 1]] = 0
                part[at + before + 1 + open_] = 1
                a[v], b[v] = before + 1 + open_[0], before + 1 + open_[-1]
                parts.append((part, a, b))
        return parts

    def nearest_in(self, arrays: Arrays, wish: Point) -> Point:
        """The point of a box that is nearest to `wish`, valid or not."""
        from .compiled.branching import nearest

        domain, first, last = arrays
        return tuple(int(nearest(domain, int(self._begins[v]), int(first[v]), int(last[v]), k)) for v, k in enumerate(wish))

    def all_valid(self, box: Box) -> int | None:
        """Number of points of a box if propagation alone shows which ones are valid; None if it does not."""
        try:
            return self.count(box, limit=1)
        except Undecided:
            return None

    def beside(self, point: Point, name: str) -> list[int]:
        """Values of one variable that a valid point can take while all others stay; its own value among them."""
        import numpy as np

        from .compiled.points import look_around

        total, part = self._starts[-1], slice(self._starts[self.at[name]], self._starts[self.at[name] + 1])
        wanted, support = np.zeros(total, np.uint8), np.zeros(total, np.uint8)
        wanted[part] = 1
        look_around(self.exact, self.every, np.array(point, np.int32), wanted, np.zeros(len(self.names), np.int32), self.most,
                    support, np.empty(len(self.exact[0])))
        return [int(k) for k in np.flatnonzero(support[part])]

    def broken(self, point: Point) -> list[str]:
        """Rules that a point does not keep."""
        import numpy as np

        from .compiled.points import evaluate

        found = np.empty(len(self.exact[0]))
        evaluate(self.exact[0], self.exact[1], self.exact[2], np.array(point, np.int32), found)
        return [name for name, root in zip(self.rules, self.exact[4].tolist(), strict=False) if found[root] == 0]

    def number(self, name: str, point: Point) -> float:
        """What one of `numbers` is at a point."""
        import numpy as np

        from .compiled.points import evaluate

        found = np.empty(len(self.exact[0]))
        evaluate(self.exact[0], self.exact[1], self.exact[2], np.array(point, np.int32), found)
        return float(found[self._written.exact_numbers[name]])

    def at_most(self, name: str, limit: float) -> Model:
        """The same model with one more rule: the number `name` is at most `limit`. Both can be used side by side."""
        bounded = copy(self)
        bounded.rules = {**self.rules, name: node("<=", self.numbers[name], limit)}
        bounded.every = self.every.copy()
        bounded.every[self.rule_at[name]] = 1
        for attribute, at in (("narrow", self._written.narrow_limits), ("exact", self._written.exact_limits)):
            tape = getattr(self, attribute)
            constants = tape[1].copy()
            constants[at[name], 0] = limit
            setattr(bounded, attribute, (tape[0], constants, *tape[2:]))
        return bounded

    def number_at(self, name: str) -> int:
        """The node of one of `numbers` on the tape of intervals."""
        return self._written.narrow_numbers[name]

    def concerns(self, number: str, name: str) -> bool:
        """Whether one of `numbers` depends on a variable."""
        return name in self._scopes[number]

    def active(self, rules: Iterable[str] | None) -> Any:
        """Which conditions are kept: one flag each; all rules, unless named."""
        import numpy as np

        if rules is None:
            return self.every
        active = np.zeros(len(self.every), np.uint8)
        for name in rules:
            active[self.rule_at[name]] = 1
        return active

    def arrays(self, box: Box) -> Arrays | None:
        """Domain, first and last index of each variable; None if a variable has no value left."""
        import numpy as np

        domain, first, last = np.ones(self._starts[-1], np.uint8), np.zeros(len(self.names), np.int32), self.most.copy()
        for name, indices in box.items():
            left, v = list(indices), self.at[name]
            if not left:
                return None
            at = self._starts[v]
            domain[at:self._starts[v + 1]] = 0
            if len(left) == 1:
                domain[at + left[0]] = 1
                first[v] = last[v] = left[0]
                continue
            domain[[at + k for k in left]] = 1
            first[v], last[v] = min(left), max(left)
        return domain, first, last
