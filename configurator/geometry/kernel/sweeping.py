"""Polygons with holes as triangles, by a line that sweeps along X (Hertel and Mehlhorn 1983).

Behind the line all is cut but for one chain of points in each stretch of the line that lies inside; a new point is
joined to what it sees of its chain. No triangle reaches further along X than the longest step of the loops does: so
the part of a cylinder, unrolled, becomes columns that are no wider than its edges' steps, with no point inside.
Points on a line with their neighbours are corners like any others.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from .nesting import area

_THIN = 1e-6
"""Sine of the least angle at a new corner; what is thinner waits for another point."""
_EMPTY = 1e-12
"""Height of a triangle in shares of its longest side below which it is none."""

_ALIKE = 1e-6
"""mm; copies differ by rounding."""


class _Stretch(NamedTuple):
    """Part of the sweeping line between two sides, which are named by the points where they begin."""

    lower: int
    upper: int
    chain: deque[int]
    """From the lower side's left end to the upper side's."""


def swept(loops: list[Any]) -> Any | None:
    """(m, 3) int32, counter-clockwise: triangles of the region between (n, 2) loops, numbered one behind the other.

    The loop with the greatest area is the outer one, wherever it stands and whichever way any of them runs. Every step
    of a loop is the side of exactly one triangle; no triangle is empty. None if that cannot be had: loops that cross.
    """
    region = _Region.between(loops)
    found = _Sweep(region.points, region.after).triangles()
    if found is None or len(found) != len(region.points) + 2 * len(loops) - 4:
        return None
    triangles = np.array(found, dtype=np.int32)
    return triangles if region.is_tiled_by(triangles) else None


class Tilings:
    """How regions of one solid were cut: a copy of one of them, turned or mirrored, needs no sweep of its own."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], list[tuple[Any, bool, Any]]] = {}

    def of(self, loops: list[Any], turns: tuple[Any, ...]) -> Any | None:
        """Triangles as `swept` makes them, by the first of these (2, 2) turns with which it can."""
        alike = self._known.setdefault(tuple(map(len, loops)), [])
        region, steps = _Region.between(loops), np.concatenate([_steps(loop) for loop in loops])
        for their_steps, ran_left, triangles in alike:
            if (np.abs(steps - their_steps) < _ALIKE).all():
                again = triangles if ran_left == region.left else triangles[:, ::-1]
                if region.is_tiled_by(again):
                    return again
        found = next((each for turn in turns if (each := swept([loop @ turn for loop in loops])) is not None), None)
        if found is not None:
            alike.append((steps, region.left, found))
        return found


class _Region(NamedTuple):
    """What lies between loops."""

    points: Any
    after: Any
    """Of each point the next one, with the region to the left."""
    whole: float
    """Its area."""
    left: bool
    """Whether the outer loop runs so by itself."""

    @staticmethod
    def between(loops: list[Any]) -> _Region:
        areas = [area(loop - loop[0]) for loop in loops]
        outer = max(range(len(loops)), key=lambda i: abs(areas[i]))
        ahead, start = [], 0
        for index, loop in enumerate(loops):
            run = np.arange(start, start + len(loop))
            left = (areas[index] > 0) == (index == outer)
            ahead.append(np.roll(run, -1) if left else np.roll(run, 1))
            start += len(loop)
        return _Region(np.concatenate(loops), np.concatenate(ahead), 2 * abs(areas[outer]) - sum(map(abs, areas)),
                       areas[outer] > 0)

    def is_tiled_by(self, triangles: Any) -> bool:
        """Whether no triangle is empty, their sides are the steps of the loops and pairs, and their area is the region's."""
        corners = self.points[triangles]
        sides = corners - corners[:, [1, 2, 0]]
        doubles = sides[:, 0, 0] * sides[:, 1, 1] - sides[:, 0, 1] * sides[:, 1, 0]
        if not (doubles > _EMPTY * (sides**2).sum(axis=2).max(axis=1)).all():
            return False
        if abs(doubles.sum() / 2 - self.whole) > 1e-9 * self.whole:
            return False
        count = len(self.points)
        begin, end = triangles.reshape(-1).astype(np.int64), triangles[:, [1, 2, 0]].reshape(-1).astype(np.int64)
        every = np.sort(np.concatenate([begin * count + end, self.after.astype(np.int64) * count + np.arange(count)]))
        back = np.sort(np.concatenate([end * count + begin, np.arange(count, dtype=np.int64) * count + self.after]))
        return bool((np.diff(every) > 0).all() and np.array_equal(every, back))


class _Sweep:
    """One run over all points, from left to right."""

    def __init__(self, points: Any, after: Any) -> None:
        self._order = np.lexsort((points[:, 1], points[:, 0]))
        ranks, before = np.empty_like(after), np.empty_like(after)
        ranks[self._order] = np.arange(len(after))
        before[after] = np.arange(len(after))
        self._ranks, self._after, self._before = ranks.tolist(), after.tolist(), before.tolist()
        self._xs, self._ys = points[:, 0].tolist(), points[:, 1].tolist()
        self._on_lower, self._on_upper = dict[int, _Stretch](), dict[int, _Stretch]()
        self._made: list[tuple[int, int, int]] = []

    def triangles(self) -> list[tuple[int, int, int]] | None:
        """All of them; None where the loops turn out to cross."""
        ranks, after, before = self._ranks, self._after, self._before
        try:
            for new in self._order.tolist():
                came, goes, here = before[new], after[new], ranks[new]
                from_left, to_left = ranks[came] < here, ranks[goes] < here
                if from_left and to_left:
                    self._close(new, came, goes)
                elif from_left:
                    stretch = self._on_lower.pop(came)
                    self._below(stretch.chain, new)
                    self._put(new, stretch.upper, stretch.chain)
                elif to_left:
                    stretch = self._on_upper.pop(new)
                    self._above(stretch.chain, new)
                    self._put(stretch.lower, came, stretch.chain)
                else:
                    self._open(new, came, goes)
        except LookupError:
            return None
        return self._made

    def _close(self, new: int, came: int, goes: int) -> None:
        """Both sides end here: of one stretch that is done, or of two that become one."""
        upper, lower = self._on_lower.pop(came), self._on_upper.pop(new)
        if self._is_convex(came, new, goes) != (upper is lower):
            raise LookupError
        if upper is lower:
            self._below(upper.chain, new, 0.0)
            return
        self._below(upper.chain, new)
        self._above(lower.chain, new)
        lower.chain.extend(islice(upper.chain, 1, None))
        self._put(lower.lower, upper.upper, lower.chain)

    def _open(self, new: int, came: int, goes: int) -> None:
        """Both sides begin here: of a new stretch, or of a hole that parts one."""
        if self._is_convex(came, new, goes):
            self._put(new, came, deque([new]))
            return
        x, y = self._xs[new], self._ys[new]
        stretch = next((each for each in self._on_lower.values()
                        if self._height(each.lower, self._after[each.lower], x) < y
                        < self._height(self._after[each.upper], each.upper, x)), None)
        if stretch is None:
            raise LookupError
        chain = list(stretch.chain)
        last = max(range(len(chain)), key=lambda i: self._ranks[chain[i]])
        low, high = deque(chain[:last + 1]), deque(chain[last:])
        self._above(low, new)
        self._below(high, new)
        self._put(stretch.lower, came, low)
        self._put(new, stretch.upper, high)

    def _below(self, chain: deque[int], new: int, thin: float = _THIN) -> None:
        """A new point at the lower end of a chain."""
        xs, ys, made = self._xs, self._ys, self._made
        x, y = xs[new], ys[new]
        while len(chain) > 1:
            one, two = chain[0], chain[1]
            ax, ay, bx, by = x - xs[one], y - ys[one], xs[two] - xs[one], ys[two] - ys[one]
            if ax * by - ay * bx <= thin * (ax * ax + ay * ay + bx * bx + by * by):
                break
            made.append((one, new, two))
            chain.popleft()
        chain.appendleft(new)

    def _above(self, chain: deque[int], new: int) -> None:
        """A new point at the upper end of a chain."""
        xs, ys, made = self._xs, self._ys, self._made
        x, y = xs[new], ys[new]
        while len(chain) > 1:
            one, two = chain[-1], chain[-2]
            ax, ay, bx, by = x - xs[one], y - ys[one], xs[two] - xs[one], ys[two] - ys[one]
            if bx * ay - by * ax <= _THIN * (ax * ax + ay * ay + bx * bx + by * by):
                break
            made.append((new, one, two))
            chain.pop()
        chain.append(new)

    def _put(self, lower: int, upper: int, chain: deque[int]) -> None:
        self._on_lower[lower] = self._on_upper[upper] = _Stretch(lower, upper, chain)

    def _is_convex(self, came: int, here: int, goes: int) -> bool:
        xs, ys = self._xs, self._ys
        return bool((xs[here] - xs[came]) * (ys[goes] - ys[here]) > (ys[here] - ys[came]) * (xs[goes] - xs[here]))

    def _height(self, left: int, right: int, x: float) -> float:
        """Of a side above x."""
        xs, ys = self._xs, self._ys
        wide = xs[right] - xs[left]
        return float(ys[left] + (ys[right] - ys[left]) * ((x - xs[left]) / wide if wide > 0 else 0.0))


def _steps(loop: Any) -> Any:
    """(n,) lengths of the steps of an (n, 2) loop."""
    ways = np.diff(loop, axis=0, append=loop[:1])
    return np.sqrt((ways**2).sum(axis=1))
