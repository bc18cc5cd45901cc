"""Which values of the variables of a model belong to a valid point: proven for each value, or told as undecided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .model import Arrays, Model, Point

_HALVINGS = 12
"""How often values that a search could not decide together are asked for in halves, for one variable."""


class Undecided(Exception):
    """The search ended at its limit without an answer."""


class Remaining(NamedTuple):
    """Values, by index, that belong to a valid point; those that could not be decided; and a valid point near the wish."""

    values: dict[str, list[int]]
    undecided: dict[str, list[int]]
    near: Point


def remaining(model: Model, arrays: Arrays, wish: Point, asked: Iterable[str], released: frozenset[str],
              limit: int) -> Remaining | None:
    """As `Model.remaining`, in a box that is told in arrays."""
    import numpy as np

    from .compiled.branching import NONE, UNDECIDED

    sought = _Sought(model, arrays, wish, limit)
    answer = sought.search(*sought.box)
    if answer == UNDECIDED:
        raise Undecided
    if answer == NONE:
        return None
    sought.near = sought.out.copy()
    wanted_of = set(asked)
    names = [name for name in model.names if name in wanted_of]
    names = [name for name in names if name not in released] + [name for name in names if name in released]
    for name in names:
        part = sought.part(name)
        sought.wanted[part] = 1 if name in released else sought.box[0][part]
    sought.look_around(sought.wanted)
    undecided = {name: left for name in names if (left := sought.settled(name, released=name in released))}
    return Remaining({name: np.flatnonzero(sought.support[sought.part(name)]).tolist() for name in names}, undecided,
                     tuple(sought.near.tolist()))


class _Sought:
    """What was found so far: values that belong to a valid point in `support`; those ruled out are no longer in `box`."""

    def __init__(self, model: Model, arrays: Arrays, wish: Point, limit: int) -> None:
        import numpy as np

        self.model, self.limit = model, limit
        self.starts = [*model.narrow[3].tolist()]
        self.box = arrays
        self.whole = tuple(each.copy() for each in arrays)
        self.aim, self.out = np.array(wish, np.int32), np.empty(len(model.names), np.int32)
        self.near = self.out
        self.support, self.wanted = (np.zeros(self.starts[-1], np.uint8) for _ in range(2))
        self._found = np.empty(len(model.exact[0]))
        self._none = np.zeros(len(model.names), np.int32)

    def part(self, name: str) -> slice:
        """Where the values of a variable stand."""
        v = self.model.at[name]
        return slice(self.starts[v], self.starts[v + 1])

    def search(self, domain: Any, first: Any, last: Any) -> int:
        """A valid point of a box, near `aim`, into `out`."""
        from .compiled.branching import solve

        model = self.model
        return int(solve(model.narrow, model.exact, model.every, domain, first, last, self.aim, model.ordered, self.limit,
                         self.out, model.boxes))

    def look_around(self, sought: Any) -> None:
        """What else is valid one step from the point in `out`, into `support`, as far as it is sought."""
        from .compiled.points import look_around

        model = self.model
        look_around(model.exact, model.every, self.out, sought, self._none, model.most, self.support, self._found)

    def settled(self, name: str, *, released: bool) -> list[int]:
        """Decide every value of a variable that is still open; those that could not be decided.

        Of a released one the box's own part does not count, and what was ruled out so far was ruled out beside that part.
        """
        import numpy as np

        from .compiled.branching import FOUND, UNDECIDED

        v, part = self.model.at[name], self.part(name)
        domain, first, last = self.whole if released else self.box
        sought, upper = self.wanted, True
        if released:
            sought = np.zeros(self.starts[-1], np.uint8)
            sought[part] = 1
        open_, halvings = [np.flatnonzero(self.wanted[part])], _HALVINGS
        undecided: list[int] = []
        while open_:
            left = open_[-1][self.support[part][open_[-1]] == 0]
            if not len(left):
                open_.pop()
                continue
            one, a, b = domain.copy(), first.copy(), last.copy()
            one[part] = 0
            one[part][left] = 1
            a[v], b[v] = left[0], left[-1]
            self.aim[:] = self.near
            self.aim[v] = b[v] if upper else a[v]  # from the ends inwards: what lies between is mostly found on the way
            upper = not upper
            answer = self.search(one, a, b)
            if answer == FOUND:
                self.look_around(sought)
                continue
            open_.pop()
            if answer != UNDECIDED:
                if not released:  # proven: other questions need not try these values again
                    domain[part][left] = 0
                    first[v], last[v] = np.flatnonzero(domain[part])[[0, -1]]
            elif halvings and len(left) > 1:  # fewer values at a time are bounded more closely
                halvings -= 1
                open_ += [left[len(left) // 2:], left[:len(left) // 2]]
            else:
                undecided += left.tolist()
        return sorted(undecided)
