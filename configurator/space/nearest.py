"""The nearest valid point: fewest variables changed, then the smallest steps. Exact, and the same answer every time.

Which variables must change is found by hitting sets: every set of wishes that cannot be kept together (a core) must lose
one of its members; a smallest set that hits all known cores is tried, and either it is enough or it shows a new core.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from .conflicts import minimal
from .model import Box, Model, Point
from .remaining import Undecided

Steps = Mapping[str, Sequence[float]]
"""For each variable the distance of each of its values from the wish: 0 for the wish itself."""
_TOGETHER = 3
"""Variables whose steps are minimised together; more are taken one after another."""
_TIES = 12
"""Equally small sets of changes that are compared by their steps."""
_CORES = 400


class Nearest(NamedTuple):
    """A valid point, the variables in which it differs from the wish, and how far it is."""

    point: Point
    changed: tuple[str, ...]
    distance: float


def nearest(model: Model, fixed: Box, wish: Point, steps: Steps) -> Nearest | None:
    """The valid point in `fixed` that keeps most of `wish`, and is nearest to it otherwise. None if there is none.

    Undecided if the search came to its limit.
    """
    best: Nearest | None = None
    fewest = None
    for tried, released in enumerate(releases(model, fixed, wish, [name for name in model.names if name not in fixed])):
        if fewest is not None and (len(released) > fewest or tried >= _TIES):
            break
        fewest = len(released)
        box = {**{name: (wish[model.at[name]],) for name in model.names if name not in released}, **fixed}
        found = closest(model, box, released, wish, steps)
        if found is not None and (best is None or found.distance < best.distance - 1e-12):
            best = found
    return best


def closest(model: Model, box: Box, released: Sequence[str], wish: Point, steps: Steps) -> Nearest | None:
    """The valid point of the box whose `released` variables take the smallest steps; other free ones stay near the wish."""
    together, alone = released[:_TOGETHER], released[_TOGETHER:]
    best: tuple[float, Mapping[str, int]] | None = None
    order = {name: [k for _, k in sorted((steps[name][k], k) for k in box.get(name, range(model.size(name))))]
             for name in released}
    least: dict[str, float] = dict.fromkeys(together, 0.0)
    for name in together if len(together) > 1 else ():
        k = _first(model, box, name, order[name], wish)
        if k is None:
            return None
        least[name] = steps[name][k]

    def below(at: int, name: str, so_far: float) -> list[int]:
        """Values, the nearest first, with which the best so far can still be bettered, the others taking their least steps."""
        if best is None:
            return order[name]
        before, after = so_far, together[together.index(name) + 1:]
        for each in together[at:together.index(name)]:
            before += least[each]
        found = []
        for k in order[name]:
            total = before + steps[name][k]
            for each in after:
                total += least[each]
            if total >= best[0] - 1e-12:
                break
            found.append(k)
        return found

    def descend(at: int, chosen: dict[str, int], so_far: float) -> None:
        nonlocal best
        if at == len(together):
            best = so_far, chosen
            return
        name, passed = together[at], 0
        while True:
            left = below(at, name, so_far)[passed:]
            inside = {**box, **{each: (k,) for each, k in chosen.items()},
                      **{later: below(at, later, so_far) for later in together[at + 1:]}}
            k = _first(model, inside, name, left, wish)
            if k is None:
                return
            passed += left.index(k) + 1
            descend(at + 1, {**chosen, name: k}, so_far + steps[name][k])

    descend(0, {}, 0.0)
    if best is None:
        return None
    inside = {**box, **{name: (k,) for name, k in best[1].items()}}
    for name in alone:
        k = _first(model, inside, name, order[name], wish)
        assert k is not None
        inside[name] = (k,)
    point = model.solve(inside, wish)
    assert point is not None
    changed = tuple(name for name in model.names if point[model.at[name]] != wish[model.at[name]])
    return Nearest(point, changed, sum(steps[name][point[model.at[name]]] for name in changed))


def _first(model: Model, inside: Box, name: str, order: Sequence[int], wish: Point) -> int | None:
    """The first of some values of a variable that a valid point of the box has; None if none has. Undecided at the limit."""
    found = None
    while order:
        try:
            point = model.solve({**inside, name: order}, wish)
        except Undecided:
            if found is None:
                raise
            return found  # possible; what would be nearer is not known to be
        if point is None:
            break
        found = point[model.at[name]]
        order = order[:order.index(found)]
    return found


def releases(model: Model, fixed: Box, wish: Point, soft: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Sets of `soft` variables, the smallest first, that are enough to give up; none contains another.

    Variables that are neither soft nor fixed are free. Ends when there is none left.
    """
    cores: list[frozenset[str]] = []
    order = {name: index for index, name in enumerate(soft)}
    given: list[frozenset[str]] = []

    def possible(kept: Sequence[str]) -> bool:
        return model.solve({**fixed, **{name: (wish[model.at[name]],) for name in kept}}, wish) is not None

    if not possible([]):
        return
    heap: list[tuple[int, tuple[int, ...], frozenset[str]]] = [(0, (), frozenset())]
    seen = {frozenset[str]()}
    while heap:
        _, _, released = heappop(heap)
        if any(earlier <= released for earlier in given):
            continue
        core = next((each for each in cores if not each & released), None)
        if core is None:
            kept = [name for name in soft if name not in released]
            if possible(kept):
                given.append(released)
                yield tuple(name for name in soft if name in released)
                continue
            core = frozenset(minimal(kept, possible))
            cores.append(core)
            if len(cores) > _CORES:
                raise Undecided
        for name in sorted(core, key=order.__getitem__):
            larger = released | {name}
            if larger not in seen:
                seen.add(larger)
                heappush(heap, (len(larger), tuple(sorted(order[each] for each in larger)), larger))
