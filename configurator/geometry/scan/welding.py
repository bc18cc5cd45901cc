"""Corners that lie on each other become one; triangles without area and repeated ones go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints, ScanMesh

_CELL = 1e-5
"""Corners nearer than this share of the scan's size are one: 4 µm of a leg, finer than any scanner sees."""


@dataclass(frozen=True)
class Welded:
    """Corners in use, triangles, and what was left out."""

    points: Floats
    triangles: Ints
    degenerate: int
    repeated: int


def welded(mesh: ScanMesh) -> Welded:
    """The clean triangles in their order. Of corners that become one the first counts."""
    import numpy as np

    index, first = _joined(mesh.points)
    triangles = index[mesh.triangles]
    a, b, c = triangles.T
    whole = (a != b) & (b != c) & (c != a)
    triangles = triangles[whole]
    fresh = _first_of_each(triangles)
    kept = triangles[fresh]
    used = np.zeros(len(first), dtype=bool)
    used[kept.reshape(-1)] = True
    place = np.cumsum(used) - 1
    return Welded(mesh.points[first[used]], place[kept], int((~whole).sum()), len(triangles) - len(kept))


def _joined(points: Floats) -> tuple[Ints, Ints]:
    """(for each point the number of its place, for each place its first point)."""
    import numpy as np

    lows = [float(points[:, axis].min()) for axis in range(3)]
    size = max(float(points[:, axis].max()) - lows[axis] for axis in range(3))
    keys = np.zeros(len(points), dtype=np.int64)
    for axis in range(3):
        keys = (keys << 20) | ((points[:, axis] - lows[axis]) * (1 / (max(size, 1e-300) * _CELL))).astype(np.int64)
    order = np.argsort(keys)
    ordered = keys[order]
    new = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    index = np.empty(len(points), dtype=np.int64)
    index[order] = np.cumsum(new) - 1
    # which of several comes first in a sort may differ between processors; the least index does not
    return index, np.minimum.reduceat(order, np.flatnonzero(new))


def _first_of_each(triangles: Ints) -> Ints:
    """Indices of the triangles that are not the repetition of an earlier one, in either sense of turning."""
    import numpy as np

    a, b, c = triangles.T
    low, high = np.minimum(np.minimum(a, b), c), np.maximum(np.maximum(a, b), c)
    middle = a + b + c - low - high
    # three indices do not fit into one key; what collides by chance is looked at again
    keys = (low * 0x9E3779B1 + middle) * 0x85EBCA77 + high
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    same = np.concatenate([[False], ordered[1:] == ordered[:-1]])
    if not same.any():
        return np.arange(len(triangles))
    rows = np.flatnonzero(same)
    alike = np.ones(len(rows), dtype=bool)
    for column in (low, middle, high):
        alike &= column[order[rows]] == column[order[rows - 1]]
    return np.sort(np.delete(order, rows[alike]))
