"""Which closed outlines lie in which: pockets, what stands in them, and pockets in that again."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np


class Group(NamedTuple):
    """One pocket: its outline, the outlines of what stands in it, and in which of those of another pocket it lies."""

    outer: int
    holes: list[int]
    host: int | None


def area(polygon: Any) -> float:
    """Signed area of an (n, 2) polygon, positive if it runs counter-clockwise."""
    x, y = polygon.T
    return float(np.dot(x[:-1], y[1:]) - np.dot(y[:-1], x[1:]) + x[-1] * y[0] - y[-1] * x[0]) / 2


def grouped(polygons: list[Any]) -> list[Group]:
    """Pockets by counting how many outlines each lies in, the outermost first: the C of a (c) lies in its island."""
    low, high = (np.array([pick(each, axis=0) for each in polygons]) for pick in (np.min, np.max))
    near: Any = ((low[None] <= low[:, None]) & (high[:, None] <= high[None])).all(axis=2)
    around = [[int(j) for j in np.flatnonzero(near[i]) if j != i and inside(polygons[i][:1], polygons[j])[0]]
              for i in range(len(polygons))]

    def just_outside(i: int) -> int | None:
        return next((j for j in around[i] if len(around[j]) == len(around[i]) - 1), None)

    outers = sorted((i for i in range(len(polygons)) if len(around[i]) % 2 == 0), key=lambda i: len(around[i]))
    return [Group(i, [j for j in range(len(polygons)) if len(around[j]) % 2 and just_outside(j) == i], just_outside(i))
            for i in outers]


def inside_odd(points: Any, polygons: list[Any]) -> Any:
    """(m,) whether each of (m, 2) points lies inside an odd number of polygons (n, 2). Quick for points in few rows."""
    heights, row = np.unique(points[:, 1], return_inverse=True)
    starts, ends = (np.concatenate(each) for each in (polygons, [np.roll(polygon, -1, axis=0) for polygon in polygons]))
    first, last = (np.searchsorted(heights, pick(starts[:, 1], ends[:, 1]), side="right") for pick in (np.minimum, np.maximum))
    counts = last - first
    side = np.repeat(np.arange(len(starts)), counts)
    at = np.repeat(first, counts) + np.arange(len(side)) - np.repeat(np.cumsum(counts) - counts, counts)
    share = (heights[at] - starts[side, 1]) / (ends[side, 1] - starts[side, 1])
    crossed = starts[side, 0] + share * (ends[side, 0] - starts[side, 0])
    # all rows behind each other on one line
    low = min(points[:, 0].min(), starts[:, 0].min())
    wide = max(points[:, 0].max(), starts[:, 0].max()) - low + 1.0
    line = np.sort(crossed - low + at * wide)
    before = np.searchsorted(line, points[:, 0] - low + row.reshape(-1) * wide, side="left")
    return before % 2 == 1


def inside(points: Any, polygon: Any) -> Any:
    """(m,) whether each of (m, 2) points lies inside an (n, 2) polygon."""
    found = np.zeros(len(points), dtype=bool)
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    within = np.flatnonzero(((points > low) & (points < high)).all(axis=1))
    if not len(within):
        return found
    px, py = points[within].T
    x0, y0 = polygon.T
    x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
    crossing = (y0[None] > py[:, None]) != (y1[None] > py[:, None])
    row, side = np.nonzero(crossing)
    at = x0[side] + (py[row] - y0[side]) / (y1[side] - y0[side]) * (x1[side] - x0[side])
    found[within] = np.bincount(row[at > px[row]], minlength=len(within)) % 2 == 1
    return found
