"""The triangles of one solid, as sums and extremes of each face about an axis: plain arrays, no kernel.

Points and lengths in mm, in the part's own frame; the vector of a triangle is its normal outward, as long as its area.
"""

from __future__ import annotations

from math import hypot, pi
from typing import TYPE_CHECKING

from configurator.geometry.answers import Mesh
from configurator.product.measured import Point

if TYPE_CHECKING:
    from configurator.geometry.answers import Floats

_BINS = 96
_NEAR = 1e-9


class Triangles:
    """Triangles in the order of their faces. `faces`: how many there are; none without a triangle."""

    def __init__(self, mesh: Mesh, faces: int) -> None:
        import numpy as np

        self.points, self.triangles = mesh.vertices, mesh.triangles
        self.corners = self.points[self.triangles]
        self.middles = (self.corners[:, 0] + self.corners[:, 1] + self.corners[:, 2]) / 3
        one, two = self.corners[:, 1] - self.corners[:, 0], self.corners[:, 2] - self.corners[:, 0]
        self.vectors = np.stack([one[:, 1] * two[:, 2] - one[:, 2] * two[:, 1], one[:, 2] * two[:, 0] - one[:, 0] * two[:, 2],
                                 one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]], axis=1) / 2
        self.starts = np.searchsorted(mesh.face_of_triangle, np.arange(faces + 1))
        self._flat: dict[Point, tuple[Floats, ...]] = {}

    def of(self, face: int) -> slice:
        """Triangles of a face."""
        return slice(int(self.starts[face]), int(self.starts[face + 1]))

    def span(self, face: int, way: Point) -> tuple[float, float]:
        """From where to where a face reaches in a direction."""
        heights = self.corners[self.of(face)] @ array(way)
        return float(heights.min()), float(heights.max())

    def longest(self, face: int) -> float:
        """Largest side of the box of a face."""
        corners = self.corners[self.of(face)].reshape(-1, 3)
        return float((corners.max(0) - corners.min(0)).max())

    def swept(self, face: int, point: Point, along: Point) -> float:
        """Volume between a face and an axis, less than 0 where the face looks to the axis: the flux of r/2 outward."""
        gaps, way, vectors = self.middles[self.of(face)] - array(point), array(along), self.vectors[self.of(face)]
        return float((gaps * vectors).sum() - (gaps @ way) @ (vectors @ way)) / 2

    def free(self, start: Floats, way: Point) -> float:
        """mm from a point to the first triangle in a direction; infinite if there is none."""
        import numpy as np

        left, right, low, high = self._boxes(way)
        u, v = (_across(_one_way(way)) @ start).tolist()
        near = np.flatnonzero((left <= u) & (u <= right) & (low <= v) & (v <= high))
        first = self.corners[near, 0]
        one, two = self.corners[near, 1] - first, self.corners[near, 2] - first
        across = np.cross(array(way), two)
        size = (one * across).sum(axis=1)
        size[np.abs(size) < 1e-12] = np.inf
        gap = start - first
        u, over = (gap * across).sum(axis=1) / size, np.cross(gap, one)
        v, far = over @ array(way) / size, (over * two).sum(axis=1) / size
        hit = (u >= 0) & (v >= 0) & (u + v <= 1) & (far > 0)
        return round(float(far[hit].min()), 3) if hit.any() else float("inf")

    def _boxes(self, way: Point) -> tuple[Floats, ...]:
        """What each triangle covers as it is seen along a direction: left, right, low, high."""
        way = _one_way(way)
        if way not in self._flat:
            sides = [side[self.triangles] for side in (self.points @ _across(way).T).T]
            self._flat[way] = tuple(end for side in sides for end in (_least(side), _most(side)))
        return self._flat[way]


class About:
    """Triangles about one axis."""

    def __init__(self, triangles: Triangles, point: Point, along: Point) -> None:
        import numpy as np

        self.triangles, self.point, self.along = triangles, point, along
        gaps, way = triangles.points - array(point), array(along)
        self.heights = gaps @ way
        self._beside = gaps - self.heights[:, None] * way
        self.radii = np.sqrt((self._beside**2).sum(axis=1))
        starts, corners = triangles.starts[:-1].clip(max=len(triangles.triangles) - 1), triangles.triangles
        self._heights, self._radii = self.heights[corners], self.radii[corners]
        self.lowest = np.minimum.reduceat(_least(self._heights), starts)
        self.highest = np.maximum.reduceat(_most(self._heights), starts)
        self.narrowest = np.minimum.reduceat(_least(self._radii), starts)
        self.widest = np.maximum.reduceat(_most(self._radii), starts)
        self.mean = np.add.reduceat(self._radii.sum(axis=1) / 3, starts) / np.diff(triangles.starts).clip(min=1)
        x, y, z = ((self._beside[corners[:, 0]] + self._beside[corners[:, 1]] + self._beside[corners[:, 2]]) / 3).T
        u, v, w = triangles.vectors.T
        self.swept = np.add.reduceat((x * u + y * v + z * w) / 2, starts)
        """mm3 between each face and the axis, less than 0 where it looks to the axis."""
        a, b, c = along
        sideways = np.abs((b * z - c * y) * u + (c * x - a * z) * v + (a * y - b * x) * w)
        sizes = np.sqrt((x * x + y * y + z * z) * (u * u + v * v + w * w))
        self.twist = np.add.reduceat(sideways, starts) / np.maximum(np.add.reduceat(sizes, starts), 1e-12)
        """Share of each face's area that looks sideways, weighted by its distance: none of it if it is one of revolution."""

    @property
    def reach(self) -> float:
        """Largest radius."""
        return float(self.radii.max())

    @property
    def long(self) -> float:
        """Length along the axis."""
        return float(self.heights.max() - self.heights.min())

    def turn(self, face: int) -> float:
        """How much of a whole turn a face covers, 0 to 1, in steps of a twenty-fourth."""
        import numpy as np

        flat = (self.triangles.middles[self.triangles.of(face)] - array(self.point)) @ _across(self.along).T
        return len(np.unique(np.floor(np.arctan2(flat[:, 1], flat[:, 0]) / (2 * pi) * 24))) / 24

    def hull(self) -> float:
        """Volume inside the widest radius at each height, about: by slices, the middle of each standing for all of it."""
        import numpy as np

        low, thick = float(self.heights.min()), self.long / _BINS
        if thick <= 0:
            return 0.0
        places, radii = (self._heights - low) / thick, self._radii
        widest = np.zeros(_BINS)
        for one, two in ((0, 1), (1, 2), (2, 0)):
            start, end = places[:, one], places[:, two]
            first = np.ceil(np.minimum(start, end) - 0.5 - _NEAR)
            last = np.floor(np.maximum(start, end) - 0.5 + _NEAR)
            cut = np.flatnonzero((last >= first) & (np.abs(end - start) > _NEAR))
            first, last, start, end = first[cut].clip(0, _BINS - 1), last[cut].clip(0, _BINS - 1), start[cut], end[cut]
            counts = np.maximum(last - first + 1, 0).astype(int)
            which = np.repeat(np.arange(len(cut)), counts)
            slices = (first[which] + np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)).astype(int)
            share = ((slices + 0.5 - start[which]) / (end - start)[which]).clip(0, 1)
            np.maximum.at(widest, slices, radii[cut, one][which] * (1 - share) + radii[cut, two][which] * share)
        return float(pi * (widest**2).sum() * thick)

    def bore(self) -> float:
        """Diameter of what is open along the axis, 0 if a triangle lies across it."""
        least = float(self.radii.min())
        if least < 1e-5:
            return 0.0
        flat = (self._beside @ _across(self.along).T)[self.triangles.triangles]
        (ax, ay), (bx, by), (cx, cy) = ((flat[:, i, 0], flat[:, i, 1]) for i in range(3))
        one, two, three = ax * by - ay * bx, bx * cy - by * cx, cx * ay - cy * ax
        crossed = ((one > _NEAR) & (two > _NEAR) & (three > _NEAR)) | ((one < -_NEAR) & (two < -_NEAR) & (three < -_NEAR))
        return 0.0 if crossed.any() else 2 * least


def array(point: Point) -> Floats:
    """A point or direction as an array, (3,) float."""
    import numpy as np

    found: Floats = np.array(point)
    return found


def step(way: Point, u: float, v: float) -> Floats:
    """A step at right angles to a direction, (3,) float."""
    found: Floats = array((u, v, 0.0))[:2] @ _across(way)
    return found


def _least(rows: Floats) -> Floats:
    """Of three columns; quicker than along an axis."""
    import numpy as np

    return np.minimum(np.minimum(rows[:, 0], rows[:, 1]), rows[:, 2])


def _most(rows: Floats) -> Floats:
    import numpy as np

    return np.maximum(np.maximum(rows[:, 0], rows[:, 1]), rows[:, 2])


def _one_way(way: Point) -> Point:
    """One of a direction and its opposite."""
    return max(way, (-way[0] + 0.0, -way[1] + 0.0, -way[2] + 0.0))


def _across(way: Point) -> Floats:
    """Two directions at right angles to one and to each other, (2, 3) float."""
    import numpy as np

    x, y, z = way
    u = (0.0, z, -y) if abs(x) < 0.9 else (-z, 0.0, x)
    size = hypot(*u)
    a, b, c = (each / size for each in u)
    found: Floats = np.array([(a, b, c), (y * c - z * b, z * a - x * c, x * b - y * a)])
    return found
