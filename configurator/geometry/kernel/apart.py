"""Whether two solids are evidently apart: their triangles keep a distance, and neither lies inside the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from configurator.geometry.answers import Mesh

_MARGIN = 4.0
"""Times the chord errors of both meshes: so far apart triangles must be that the solids have nothing in common (design)."""
_PAIRS = 20_000_000
"""Boxes of triangles that are compared at most; with more of them a boolean is as quick."""
_BLOCK = 2_000_000
_RAY = np.array([0.5773, 0.2113, 0.7887])
"""Along no edge that anybody draws."""


def apart(first: Mesh, second: Mesh, matrix: tuple[float, ...]) -> bool:
    """True: the two have nothing in common. False: they may have.

    `matrix`: rows of the (3, 4) matrix that takes a point of the second to the frame of the first.
    """
    there = np.array(matrix).reshape(3, 4)
    distance = _MARGIN * (first.deflection + second.deflection)
    one = first.vertices[first.triangles].astype(np.float64)
    two = second.vertices[second.triangles].astype(np.float64) @ there[:, :3].T + there[:, 3]
    near_one, near_two = _near(one, two, distance), _near(two, one, distance)
    if len(near_one) * len(near_two) > _PAIRS:
        return False
    with np.errstate(divide="ignore", invalid="ignore"):  # of what is parallel: no crossing, which compares as false
        return not (any(_meet(one[near_one[rows]], two[near_two[columns]], distance)
                        for rows, columns in _boxes_meet(one[near_one], two[near_two], distance))
                    or _inside(one[0, 0], two) or _inside(two[0, 0], one))


def _near(triangles: Any, others: Any, distance: float) -> Any:
    """Indices of the triangles whose boxes meet the box of all others."""
    low, high = others.min(axis=(0, 1)) - distance, others.max(axis=(0, 1)) + distance
    least, most = _reach(triangles)
    return np.flatnonzero((most >= low).all(axis=1) & (least <= high).all(axis=1))


def _reach(triangles: Any) -> tuple[Any, Any]:
    """(n, 3) each: least and greatest coordinates of triangles (n, 3, 3)."""
    a, b, c = (triangles[:, corner] for corner in range(3))  # much quicker than along an axis of three
    return np.minimum(np.minimum(a, b), c), np.maximum(np.maximum(a, b), c)


def _boxes_meet(one: Any, two: Any, distance: float) -> Any:
    """Pairs of triangles with boxes nearer than the distance: arrays of rows and of columns, a block at a time."""
    if not len(one) or not len(two):
        return
    low, high = two.min(axis=1) - distance, two.max(axis=1) + distance
    step = max(1, _BLOCK // len(two))
    for begin in range(0, len(one), step):
        block = one[begin:begin + step]
        least, most = block.min(axis=1), block.max(axis=1)
        meet = np.ones((len(block), len(two)), dtype=bool)
        for axis in range(3):
            meet &= (least[:, axis, None] <= high[None, :, axis]) & (most[:, axis, None] >= low[None, :, axis])
        rows, columns = np.nonzero(meet)
        yield rows + begin, columns


def _meet(one: Any, two: Any, distance: float) -> bool:
    """Whether any two triangles (n, 3, 3) of equal index come nearer than the distance."""
    for _ in range(2):  # one of them on one side of the other's plane, and far from it
        keep = _astride(one, two, distance)
        one, two = two[keep], one[keep]
    for begin in range(0, len(one), _BLOCK // 40):
        here, there = one[begin:begin + _BLOCK // 40], two[begin:begin + _BLOCK // 40]
        if _edges_pierce(here, there).any() or _edges_pierce(there, here).any():
            return True
        if any(far.min() <= distance for far in (_from_corners(here, there), _from_corners(there, here),
                                                 _between_edges(here, there))):
            return True
    return False


def _astride(one: Any, two: Any, distance: float) -> Any:
    """(n,) whether the second comes as near as that to the plane of the first, or lies on both sides of it."""
    normal = np.cross(one[:, 1] - one[:, 0], one[:, 2] - one[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-300)[:, None]
    far = np.einsum("nij,nj->ni", two - one[:, :1], normal)
    return (far.min(axis=1, initial=np.inf) <= distance) & (far.max(axis=1, initial=-np.inf) >= -distance)


def _edges_pierce(one: Any, two: Any) -> Any:
    """(n,) whether an edge of the first runs through the second."""
    origin, a, b = two[:, 0], two[:, 1] - two[:, 0], two[:, 2] - two[:, 0]
    found = np.zeros(len(one), dtype=bool)
    for corner in range(3):
        start, way = one[:, corner], one[:, (corner + 1) % 3] - one[:, corner]
        u, v, t = _crossing(start, way, origin, a, b)
        found |= (u >= 0) & (v >= 0) & (u + v <= 1) & (t >= 0) & (t <= 1)
    return found


def _crossing(start: Any, way: Any, origin: Any, a: Any, b: Any) -> tuple[Any, Any, Any]:
    """Where lines meet the planes of triangles: u, v in the triangle, t on the line; NaN if they run along it."""
    across = np.cross(way, b)
    size = (a * across).sum(axis=-1)
    gap = start - origin
    turned = np.cross(gap, a)
    return ((gap * across).sum(axis=-1) / size, (way * turned).sum(axis=-1) / size, (b * turned).sum(axis=-1) / size)


def _from_corners(one: Any, two: Any) -> Any:
    """(n,) mm from the corners of the first to the inside of the second; infinite where their feet lie beside it."""
    origin, a, b = two[:, 0], two[:, 1] - two[:, 0], two[:, 2] - two[:, 0]
    normal = np.cross(a, b)
    size = np.linalg.norm(normal, axis=1)
    best = np.full(len(one), np.inf)
    for corner in range(3):
        u, v, _ = _crossing(one[:, corner], normal, origin, a, b)
        far = np.abs(((one[:, corner] - origin) * normal).sum(axis=1)) / np.maximum(size, 1e-300)
        best = np.minimum(best, np.where((u >= 0) & (v >= 0) & (u + v <= 1), far, np.inf))
    return best


def _between_edges(one: Any, two: Any) -> Any:
    """(n,) mm between the nearest edges."""
    best = np.full(len(one), np.inf)
    for i in range(3):
        p, d = one[:, i], one[:, (i + 1) % 3] - one[:, i]
        for j in range(3):
            q, e = two[:, j], two[:, (j + 1) % 3] - two[:, j]
            best = np.minimum(best, _between(p, d, q, e))
    return best


def _between(p: Any, d: Any, q: Any, e: Any) -> Any:
    """(n,) mm between stretches p + s d and q + t e, 0 <= s, t <= 1 (C. Ericson, Real-Time Collision Detection, 5.1.9)."""
    r = p - q
    a, c, f = (d * d).sum(axis=1), (e * e).sum(axis=1), (e * r).sum(axis=1)
    b, g = (d * e).sum(axis=1), (d * r).sum(axis=1)
    size = a * c - b * b
    s = np.where(size > 1e-12 * a * c, np.clip((b * f - g * c) / size, 0, 1), 0.0)
    t = np.nan_to_num((b * s + f) / c)
    s = np.where(t < 0, np.clip(-g / a, 0, 1), np.where(t > 1, np.clip((b - g) / a, 0, 1), s))
    gap = r + np.nan_to_num(s)[:, None] * d - np.clip(t, 0, 1)[:, None] * e
    return np.linalg.norm(gap, axis=1)


def _inside(point: Any, triangles: Any) -> bool:
    """Whether a point lies in what triangles bound, by the parity of a ray."""
    origin, a, b = triangles[:, 0], triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    u, v, t = _crossing(point, _RAY, origin, a, b)
    return bool(np.count_nonzero((u >= 0) & (v >= 0) & (u + v <= 1) & (t > 0)) % 2)
