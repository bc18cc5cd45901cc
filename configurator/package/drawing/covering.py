"""What a cut face covers: lines behind it are left out. Plane geometry, mm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from configurator.geometry.views import Line, PlaneCurve, Point2, Polyline, Region, extent

from .linework import points_of

_FINE = 5.0
"""Curves are taken as chords that are right on paper at this scale."""
_SLACK = 1e-7  # mm
_LEAST = 0.02
"""mm: shorter remains are dropped."""


class Cover:
    """Cut faces, each of the piece with the number beside it."""

    def __init__(self, faces: Sequence[tuple[int, Region]]) -> None:
        import numpy as np

        edges, owners, regions = [], [], []
        for number, (piece, region) in enumerate(faces):
            for loop in (region.outer, *region.holes):
                points = [point for curve in loop for point in chords(curve)[:-1]]
                for start, end in pairwise((*points, points[0])):
                    edges.append((*start, *end))
                    owners.append(piece)
                    regions.append(number)
        self._edges: Any = np.array(edges, dtype=float).reshape(-1, 4)
        self._owners: Any = np.array(owners, dtype=int)
        self._regions: Any = np.array(regions, dtype=int)

    def left_of(self, curve: PlaneCurve, piece: int) -> list[PlaneCurve]:
        """What is seen of a line of a piece past the cut faces of the others; the curve itself where that is all of it."""
        import numpy as np

        (left, low), (right, high) = extent(curve)
        others = self._owners != piece
        x0, y0, x1, y1 = self._edges.T
        near = others & (np.minimum(x0, x1) <= right) & (np.maximum(x0, x1) >= left) & (
            np.minimum(y0, y1) <= high) & (np.maximum(y0, y1) >= low)
        # a point to the right of which no edge lies is outside of everything
        rays = others & (np.minimum(y0, y1) <= high) & (np.maximum(y0, y1) >= low) & (np.maximum(x0, x1) >= left)
        if not rays.any():
            return [curve]
        points = chords(curve)
        crossed, beside = self._edges[near], (self._edges[rays], self._regions[rays])
        parts: list[list[Point2]] = []
        whole = True
        for start, end in pairwise(points):
            for first, last in pairwise(_parts(start, end, crossed)):
                middle = ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
                if _inside(middle, *beside):
                    whole = False
                elif parts and parts[-1][-1] == first:
                    parts[-1].append(last)
                else:
                    parts.append([first, last])
        if whole:
            return [curve]
        return [Line(each[0], each[-1]) if len(points) == 2 else Polyline(tuple(each))
                for each in parts if _length(each) > _LEAST]


def chords(curve: PlaneCurve) -> tuple[Point2, ...]:
    """A curve as points, mm."""
    return tuple((x / _FINE, y / _FINE) for x, y in points_of(curve, _FINE))


def _parts(start: Point2, end: Point2, edges: Any) -> list[Point2]:
    """The points at which a straight piece crosses edges, its ends included."""
    import numpy as np

    if not len(edges):
        return [start, end]
    dx, dy = end[0] - start[0], end[1] - start[1]
    ex, ey = edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]
    gx, gy = edges[:, 0] - start[0], edges[:, 1] - start[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = dx * ey - dy * ex
        t, u = (gx * ey - gy * ex) / turn, (gx * dy - gy * dx) / turn
        hits = t[(turn != 0) & (t > _SLACK) & (t < 1 - _SLACK) & (u >= -_SLACK) & (u <= 1 + _SLACK)]
    return [start, *((start[0] + dx * float(each), start[1] + dy * float(each)) for each in np.unique(np.round(hits, 9))), end]


def _inside(point: Point2, edges: Any, regions: Any) -> bool:
    """Whether a point lies in one of the regions, by the edges to its right."""
    import numpy as np

    x, y = point
    x0, y0, x1, y1 = edges.T
    spans = (y0 > y) != (y1 > y)
    if not spans.any():
        return False
    x0, y0, x1, y1, owners = x0[spans], y0[spans], x1[spans], y1[spans], regions[spans]
    right = x0 + (y - y0) * (x1 - x0) / (y1 - y0) > x
    return bool((np.bincount(owners[right]) % 2 == 1).any()) if right.any() else False


def _length(points: Sequence[Point2]) -> float:
    return float(sum(((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(points)))
