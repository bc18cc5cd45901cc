"""Triangles between outlines with points in between: Delaunay's, with every step of an outline made a side (Sloan 1993)."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.spatial import Delaunay, QhullError, cKDTree

from .nesting import area, inside_odd

_EMPTY = 1e-9
"""Twice the area of a triangle, in squared steps, below which it is none."""
_CLEAR = 0.55
"""Steps between a point and the outlines."""


def tiled(loops: list[Any], points: Any) -> tuple[Any, Any] | None:
    """Which of (k, 2) points are used, and (m, 3) int32 triangles, counter-clockwise, of what lies between loops.

    Numbers count the points of all loops (n, 2) first, then the points used. The loop with the greatest area is the outer one.
    Lengths are in steps: points lie about 1 apart. None if it cannot be had.
    """
    sizes = [abs(area(loop)) for loop in loops]
    outer = int(np.argmax(sizes))
    used = _clear(loops, points)
    every = np.concatenate([*loops, points[used]])
    starts = np.cumsum([0, *map(len, loops)])
    after = np.concatenate([np.roll(np.arange(one, two), -1) for one, two in pairwise(starts)])
    try:
        found = Delaunay(every)
    except QhullError:
        return None
    triangles, before = _left(every, found.simplices), np.arange(len(after))
    wanted = [(int(a), int(after[a])) for a in _missing(triangles, before, after, len(every))]
    if wanted:
        cut = _cut(every, found, wanted)
        made = None if cut is None else _Mended(every, triangles[cut]).through(wanted)
        if cut is None or made is None:
            return None
        triangles = np.concatenate([np.delete(triangles, cut, axis=0), made])
    triangles = triangles[_doubles(every, triangles) > _EMPTY]
    triangles = triangles[~_in_holes(loops, outer, starts, every, triangles)]
    whole = 2 * (2 * sizes[outer] - sum(sizes))
    return (used, triangles.astype(np.int32)) if _is_tiling(every, triangles, before, after, whole) else None


def _doubles(points: Any, triangles: Any) -> Any:
    (ax, ay), (bx, by), (cx, cy) = (points[triangles[:, i]].T for i in range(3))
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


def _left(points: Any, triangles: Any) -> Any:
    return np.where(_doubles(points, triangles)[:, None] < 0, triangles[:, ::-1], triangles)


def _clear(loops: list[Any], points: Any) -> Any:
    """(k',) the points between the outlines and not near them."""
    rows = []
    for loop in loops:
        ways = np.roll(loop, -1, axis=0) - loop
        counts = np.maximum(np.ceil(np.sqrt((ways**2).sum(axis=1)) / 0.4).astype(int), 1)
        nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        shares = (nth / np.repeat(counts, counts))[:, None]
        rows.append(np.repeat(loop, counts, axis=0) + np.repeat(ways, counts, axis=0) * shares)
    distances, _ = cKDTree(np.concatenate(rows)).query(points, distance_upper_bound=_CLEAR)
    return np.flatnonzero(np.isinf(distances) & inside_odd(points, loops))


def _missing(triangles: Any, before: Any, after: Any, count: int) -> Any:
    """Steps of outlines that are no side, by where they begin."""
    begin, end = triangles.astype(np.int64), triangles[:, [1, 2, 0]].astype(np.int64)
    known = np.unique((np.minimum(begin, end) * count + np.maximum(begin, end)).reshape(-1))
    steps = np.minimum(before, after).astype(np.int64) * count + np.maximum(before, after)
    return before[~np.isin(steps, known)]


def _in_holes(loops: list[Any], outer: int, starts: Any, points: Any, triangles: Any) -> Any:
    """(m,) whether triangles lie in a hole: all their corners are on its outline then, and follow each other as it runs."""
    which = np.full(len(points), -1)
    for index in range(len(loops)):
        which[starts[index]:starts[index + 1]] = index
    of = which[triangles]
    same = np.flatnonzero((of == of[:, :1]).all(axis=1) & (of[:, 0] >= 0) & (of[:, 0] != outer))
    left = np.array([area(loop) > 0 for loop in loops])
    found = np.zeros(len(triangles), dtype=bool)
    found[same] = (_doubles(points, np.sort(triangles[same], axis=1)) > 0) == left[of[same, 0]]
    return found


def _is_tiling(points: Any, triangles: Any, before: Any, after: Any, whole: float) -> bool:
    """Whether no triangle is empty or turned, the sides that are no pairs are the steps, and the areas add up."""
    doubles = _doubles(points, triangles)
    if not (doubles > _EMPTY).all() or abs(doubles.sum() - whole) > 1e-9 * whole:
        return False
    count = len(points)
    begin, end = triangles.astype(np.int64).reshape(-1), triangles[:, [1, 2, 0]].astype(np.int64).reshape(-1)
    sides, often = np.unique(np.minimum(begin, end) * count + np.maximum(begin, end), return_counts=True)
    steps = np.unique(np.minimum(before, after).astype(np.int64) * count + np.maximum(before, after))
    return bool(often.max() <= 2 and np.array_equal(sides[often == 1], steps))


def _cut(points: Any, found: Any, wanted: list[tuple[int, int]]) -> Any | None:
    """(k,) triangles through which lines from point to point run; None if one runs through a third point."""
    corners, neighbours, begins, crossed = found.simplices, found.neighbors, found.vertex_to_simplex, set[int]()
    for a, b in wanted:
        (ax, ay), (bx, by) = points[a].tolist(), points[b].tolist()

        def side(point: int, ax: float = ax, ay: float = ay, bx: float = bx, by: float = by) -> float:
            x, y = points[point].tolist()
            return float((bx - ax) * (y - ay) - (by - ay) * (x - ax))

        around, seen = [int(begins[a])], set[int]()
        while around:
            here = around.pop()
            if here in seen or here < 0:
                continue
            seen.add(here)
            three, beside = corners[here].tolist(), neighbours[here].tolist()
            at = three.index(a)
            x, y = three[at - 2], three[at - 1]
            one, two = side(x), side(y)
            share = two / (two - one) if one * two < 0 else 0.0
            (px, py), (qx, qy) = points[x].tolist(), points[y].tolist()
            mx, my = share * px + (1 - share) * qx - ax, share * py + (1 - share) * qy - ay
            if share and mx * (bx - ax) + my * (by - ay) > 0:
                break
            around += [beside[k] for k in range(3) if k != at]
        else:
            return None
        crossed.add(here)
        came = at
        while b not in three:
            here, last = neighbours[here].tolist()[came], here
            if here < 0:
                return None
            crossed.add(here)
            three, beside = corners[here].tolist(), neighbours[here].tolist()
            new = beside.index(last)
            if three[new] == b:
                break
            turn = side(three[new])
            if turn == 0:
                return None
            came = next(k for k in range(3) if k != new and side(three[k]) * turn > 0)
    return np.array(sorted(crossed))


class _Mended:
    """Triangles, those that wanted sides run through, in which sides are turned until these are there."""

    def __init__(self, points: Any, triangles: Any) -> None:
        self._xy = points.tolist()
        self._opposite: dict[tuple[int, int], int] = {}
        for a, b, c in triangles.tolist():
            self._put(a, b, c)

    def through(self, wanted: list[tuple[int, int]]) -> Any | None:
        """(m, 3) the triangles with these sides; None if that does not come to an end."""
        for a, b in wanted:
            if (a, b) in self._opposite or (b, a) in self._opposite:
                continue
            crossed = self._crossed(a, b)
            if crossed is None or not self._turn(a, b, crossed):
                return None
        done, found = set[tuple[int, int]](), []
        for (a, b), c in self._opposite.items():
            if (a, b) not in done:
                done |= {(a, b), (b, c), (c, a)}
                found.append((a, b, c))
        return np.array(found)

    def _put(self, a: int, b: int, c: int) -> None:
        self._opposite[a, b], self._opposite[b, c], self._opposite[c, a] = c, a, b

    def _side(self, a: int, b: int, c: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = self._xy[a], self._xy[b], self._xy[c]
        return float((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

    def _crossed(self, a: int, b: int) -> deque[tuple[int, int]] | None:
        """Sides between a and b, in order."""
        start = next(((x, y) for (p, x), y in self._opposite.items()
                      if p == a and self._side(a, b, x) < 0 < self._side(a, b, y)), None)
        if start is None:
            return None
        found, (x, y) = deque([start]), start
        while True:
            z = self._opposite.get((y, x))
            if z is None:
                return None
            if z == b:
                return found
            side = self._side(a, b, z)
            if side == 0:
                return None
            x, y = (z, y) if side < 0 else (x, z)
            found.append((x, y))

    def _turn(self, a: int, b: int, crossed: deque[tuple[int, int]]) -> bool:
        for _ in range(40 * len(crossed) + 40):
            if not crossed:
                return True
            x, y = crossed.popleft()
            r, s = self._opposite[x, y], self._opposite[y, x]
            if self._side(s, r, x) * self._side(s, r, y) >= 0:  # no diagonal
                crossed.append((x, y))
                continue
            del self._opposite[x, y], self._opposite[y, x]
            self._put(s, r, x) if self._side(s, r, x) > 0 else self._put(r, s, x)
            self._put(s, r, y) if self._side(s, r, y) > 0 else self._put(r, s, y)
            if {r, s} != {a, b} and not {r, s} & {a, b} and self._side(a, b, r) * self._side(a, b, s) < 0:
                crossed.append((r, s) if self._side(a, b, r) < 0 else (s, r))
        return False
