"""Rays against triangles: the one place that talks to Embree.

Embree computes in single precision: points on a surface are better taken from the triangle than from the distance.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray


class Hits(NamedTuple):
    """Where n rays first meet a triangle: point = (1 - u - v) a + u b + v c."""

    triangle: NDArray[np.int32]
    """(n,), -1 where nothing is met."""
    distance: NDArray[np.float32]
    """(n,) in lengths of the direction."""
    u: NDArray[np.float32]
    v: NDArray[np.float32]


class Rays:
    """Triangles ready to be shot at. One process per instance: Embree's binding holds no lock of Python."""

    def __init__(self, vertices: NDArray[np.float64], triangles: NDArray[np.int32]) -> None:
        """`vertices` (n, 3) mm, `triangles` (m, 3)."""
        self._scene = EmbreeScene()
        self._empty = len(triangles) == 0
        if not self._empty:
            TriangleMesh(self._scene, np.ascontiguousarray(vertices, np.float32),
                         np.ascontiguousarray(triangles, np.int32))

    def first(self, origins: NDArray[np.float32], directions: NDArray[np.float32]) -> Hits:
        """The nearest triangle along each of n rays, (n, 3) each."""
        if self._empty or len(origins) == 0:
            count, nothing = len(origins), np.zeros(len(origins), np.float32)
            return Hits(np.full(count, -1, np.int32), np.full(count, np.inf, np.float32), nothing, nothing)
        found = self._scene.run(_single(origins), _single(directions), query="INTERSECT", output=True)
        return Hits(found["primID"], found["tfar"], found["u"], found["v"])

    def blocked(self, origins: NDArray[np.float32], directions: NDArray[np.float32],
                distances: NDArray[np.float32]) -> NDArray[np.bool_]:
        """(n,) whether anything stands within the distance."""
        if self._empty or len(origins) == 0:
            return np.zeros(len(origins), np.bool_)
        return self._scene.run(_single(origins), _single(directions), _single(distances), query="OCCLUDED") >= 0


def _single(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.ascontiguousarray(values, np.float32)
