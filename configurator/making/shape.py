"""What a machinist sees in a solid: its main axis, what is turned, holes, inner corners, from where it is milled.

Read from rows of faces and triangles; no kernel. Which side of a face is hollow the triangles' normals tell.
"""

from __future__ import annotations

from collections import OrderedDict
from math import pi
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from configurator.geometry.answers import FaceRow, PartAnswer
from configurator.product.measured import Point

if TYPE_CHECKING:
    from configurator.geometry.answers import Floats

_TURNED = ("cylinder", "cone", "torus", "sphere")
_SAME = 1e-5  # mm, and of unit vectors
_BINS = 96
_ROUND = 0.75  # a bore whose ends are cut by curved faces is no whole cylinder
_RING = 0.8  # share of a flat ring that letters and notches leave
_SEEN = -0.02  # cosine: chords of the triangles lean over by as much
_AXES = {"+Z": (0.0, 0.0, 1.0), "-Z": (0.0, 0.0, -1.0), "+X": (1.0, 0.0, 0.0), "-X": (-1.0, 0.0, 0.0), "+Y": (0.0, 1.0, 0.0),
         "-Y": (0.0, -1.0, 0.0)}
_KEPT = 512


class HoleSeen(NamedTuple):
    """A bore beside the main axis, or the narrowest one on it."""

    diameter: float
    depth: float
    volume: float
    """mm3."""
    centred: bool


class Shape(NamedTuple):
    """One solid. Lengths in mm, areas in mm2, volumes in mm3."""

    axis: str
    """Name of the direction of the main axis; empty if it is not a turned part."""
    diameter: float
    """Of the least cylinder about the main axis; 0 if it is not turned."""
    length: float
    """Along the main axis, or of the box along Z."""
    bore: float
    """Diameter that is open all through along the main axis; 0 if there is none."""
    turned_area: float
    milled_area: float
    hull: float
    """Volume of what is inside the turned outside, bores filled: about, by slices."""
    bored: float
    """Volume that is turned out of the inside, mm3."""
    holes: tuple[HoleSeen, ...]
    corner: float
    """Least radius of the inner corners that are milled; 0 if there are none."""
    directions: tuple[str, ...]
    """From where milled faces are seen, least in number; by the faces' normals alone."""


_known: OrderedDict[tuple[str, float, float, bool], Shape] = OrderedDict()
_lock = Lock()


def shape_of(answer: PartAnswer, *, relief: float, lettered: bool = False) -> Shape:
    """A part as a machinist sees it. ValueError if it was built without triangles.

    `relief`: faces that lie no deeper, mm, do not choose a tool; of a part that is `lettered` they are not milled. The last
    shapes are remembered: one that comes again costs nothing.
    """
    if answer.mesh is None:
        raise ValueError(f"the part {answer.name} was built without triangles; build it with mesh=True")
    key = (answer.key, answer.mesh.deflection, relief, lettered)
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return _known[key]
    found = _Look(answer, relief, lettered).shape()
    with _lock:
        _known[key] = found
        while len(_known) > _KEPT:
            _known.popitem(last=False)
    return found


class _Look:
    """One look at one solid."""

    def __init__(self, answer: PartAnswer, relief: float, lettered: bool) -> None:
        import numpy as np

        mesh = answer.mesh
        assert mesh is not None
        self.rows, self.relief, self.lettered, self.size = answer.faces, relief, lettered, answer.measured.size
        self.points, self.triangles = mesh.vertices, mesh.triangles
        corners = self.points[self.triangles]
        self.middles = corners.mean(axis=1)
        self.vectors = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) / 2
        self.starts = np.searchsorted(mesh.face_of_triangle, np.arange(len(self.rows) + 1))
        self.axis = self._main_axis()

    def shape(self) -> Shape:
        rows = self.rows
        centred = [self.axis is not None and _about(row, *self.axis) for row in rows]
        reach, outer = 0.0, 0.0
        if self.axis is not None:
            reach = float(self._radii(self.points, *self.axis).max())
            outer = max((self._widest(i) for i, on in enumerate(centred) if on and self._swept(i, *self.axis) > 0), default=0.0)
        # what is turned has its outside about the axis: a plate with a bore has not
        if self.axis is None or outer < reach / 2:
            holes, corner, _ = self._round(None)
            milled = [i for i in range(len(rows)) if not self._fine(i, ())]
            return Shape("", 0.0, self.size[2], 0.0, 0.0, self._area(milled), 0.0, 0.0, holes, corner, self._directions(milled))
        point, along = self.axis
        heights = (self.points - _array(point)) @ _array(along)
        turned = [i for i, row in enumerate(rows) if centred[i] or self._ring(i)]
        flats = tuple(float(_dot(rows[i].origin or point, along)) for i in turned if rows[i].kind == "plane")
        milled = [i for i in range(len(rows)) if i not in set(turned) and not self._fine(i, flats)]
        holes, corner, off_axis = self._round(self.axis)
        milled = [i for i in milled if i not in off_axis]
        return Shape(_named(along), 2 * reach, float(heights.max() - heights.min()), self._bore(), self._area(turned),
                     self._area(milled), self._hull(heights), self._bored(turned), holes, corner,
                     self._directions([*milled, *off_axis]))

    def _main_axis(self) -> tuple[Point, Point] | None:
        """Point and direction of the axis with most turned area."""
        areas: dict[tuple[Point, Point], float] = {}
        for row in self.rows:
            if row.kind in ("cylinder", "cone", "torus") and row.origin is not None and row.direction is not None:
                along = _upward(row.direction)
                height = _dot(row.origin, along)
                foot = tuple(round(at - height * way, 6) + 0.0 for at, way in zip(row.origin, along, strict=True))
                areas[foot, along] = areas.get((foot, along), 0.0) + row.area  # type: ignore[index, arg-type]
        return max(areas, key=lambda each: (round(areas[each], 6), each)) if areas else None

    def _of(self, face: int) -> slice:
        return slice(int(self.starts[face]), int(self.starts[face + 1]))

    def _corners(self, face: int) -> Floats:
        return self.points[self.triangles[self._of(face)].ravel()]

    def _radii(self, points: Floats, point: Point, along: Point) -> Floats:
        import numpy as np

        gaps = points - _array(point)
        found: Floats = np.linalg.norm(gaps - np.outer(gaps @ _array(along), along), axis=1)
        return found

    def _widest(self, face: int) -> float:
        assert self.axis is not None
        return float(self._radii(self._corners(face), *self.axis).max())

    def _swept(self, face: int, point: Point, along: Point) -> float:
        """Volume between a face and an axis, less than 0 where the face looks to the axis: the flux of r/2 outward."""
        import numpy as np

        gaps = self.middles[self._of(face)] - _array(point)
        return float(((gaps - np.outer(gaps @ _array(along), along)) * self.vectors[self._of(face)]).sum() / 2)

    def _ring(self, face: int) -> bool:
        """Whether a plane across the main axis is a disc or a flat ring."""
        row = self.rows[face]
        assert self.axis is not None
        if row.kind != "plane" or row.direction is None or abs(_dot(row.direction, self.axis[1])) < 1 - _SAME:
            return False
        radii = self._radii(self._corners(face), *self.axis)
        low, high = float(radii.min()), float(radii.max())
        return any(abs(row.area - full) <= (1 - _RING) * full for full in (pi * high**2, pi * (high**2 - low**2)) if full > 0)

    def _fine(self, face: int, flats: tuple[float, ...]) -> bool:
        """Whether it belongs to letters or marks: narrow, or hardly deeper than a turned flat."""
        if not self.lettered:
            return False
        row, corners = self.rows[face], self._corners(face)
        if row.kind not in ("plane", *_TURNED) or row.area < self.relief * float((corners.max(0) - corners.min(0)).max()):
            return True
        return row.kind == "plane" and self.axis is not None and any(
            abs(_dot(row.origin or (0, 0, 0), self.axis[1]) - flat) < self.relief - _SAME for flat in flats)

    def _round(self, axis: tuple[Point, Point] | None) -> tuple[tuple[HoleSeen, ...], float, list[int]]:
        """Bores, the least inner radius, and the faces of bores that are not about the main axis."""
        alike: dict[tuple[Any, ...], list[int]] = {}
        for i, row in enumerate(self.rows):
            if (row.kind == "cylinder" and row.origin and row.direction and self._swept(i, row.origin, row.direction) < 0
                    and not self._fine(i, ())):
                alike.setdefault((row.diameter, row.origin, row.direction), []).append(i)
        holes, corners, of_holes = [], [], []
        for (diameter, _, along), faces in alike.items():
            ends = sorted((*self._ends(i, along), i) for i in faces)
            while ends:
                low, high, first = ends.pop(0)
                run = [first]
                while ends and ends[0][0] < high - _SAME:
                    _, end, more = ends.pop(0)
                    high, run = max(high, end), [*run, more]
                area, whole = self._area(run), pi * diameter * (high - low)
                centred = axis is not None and _about(self.rows[first], *axis) if axis else False
                if area >= _ROUND * whole:
                    holes.append(HoleSeen(diameter, round(high - low, 6), area * diameter / 4, centred))
                    of_holes += [] if centred else run
                elif high - low > self.relief and not centred:
                    corners.append(diameter / 2)
        narrow = min((each for each in holes if each.centred), default=None)
        bored = [each for each in holes if not each.centred] + ([narrow] if narrow else [])
        return tuple(sorted(bored)), min(corners, default=0.0), of_holes

    def _ends(self, face: int, along: Point) -> tuple[float, float]:
        heights = self._corners(face) @ _array(along)
        return float(heights.min()), float(heights.max())

    def _area(self, faces: list[int]) -> float:
        return sum(self.rows[i].area for i in faces)

    def _hull(self, heights: Floats) -> float:
        """Volume inside the widest radius at each height."""
        import numpy as np

        assert self.axis is not None
        radii = self._radii(self.points, *self.axis)
        low, high = float(heights.min()), float(heights.max())
        thick = (high - low) / _BINS
        if thick <= 0:
            return 0.0
        ends = np.concatenate([self.triangles[:, [0, 1]], self.triangles[:, [1, 2]], self.triangles[:, [2, 0]]])
        places = (heights[ends] - low) / thick
        order = np.argsort(places, axis=1)
        places, widths = np.take_along_axis(places, order, 1), np.take_along_axis(radii[ends], order, 1)
        spans = places[:, 1] - places[:, 0]
        # the middle of a slice stands for all of it
        first = np.ceil(places[:, 0] - 0.5 - 1e-9).astype(int).clip(0, _BINS - 1)
        last = np.floor(places[:, 1] - 0.5 + 1e-9).astype(int).clip(0, _BINS - 1)
        counts = np.maximum(last - first + 1, 0) * (spans > 1e-9)
        which = np.repeat(np.arange(len(ends)), counts)
        slices = first[which] + np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        share = ((slices + 0.5 - places[which, 0]) / spans[which]).clip(0, 1)
        widest = np.zeros(_BINS)
        np.maximum.at(widest, slices, widths[which, 0] * (1 - share) + widths[which, 1] * share)
        return float(pi * (widest**2).sum() * thick)

    def _bored(self, turned: list[int]) -> float:
        """Volume between the axis and faces that look to it, less the cores that stand in grooves."""
        assert self.axis is not None
        swept = {i: self._swept(i, *self.axis) for i in turned}
        spans = {i: (*self._ends(i, self.axis[1]), float(self._radii(self._corners(i), *self.axis).mean())) for i in turned}
        inward = [i for i in turned if swept[i] < -_SAME]

        def core(i: int) -> bool:
            low, high, radius = spans[i]
            return swept[i] > _SAME and any(spans[j][0] - _SAME <= (low + high) / 2 <= spans[j][1] + _SAME
                                            and spans[j][2] > radius for j in inward)

        return -sum(swept[i] for i in turned if i in inward or core(i))

    def _bore(self) -> float:
        """Diameter of what is open along the main axis, 0 if a triangle lies across it."""
        import numpy as np

        assert self.axis is not None
        point, along = self.axis
        across = _array((1.0, 0.0, 0.0) if abs(along[0]) < 0.9 else (0.0, 1.0, 0.0))
        u = np.cross(along, across)
        u /= np.linalg.norm(u)
        gaps = self.points - _array(point)
        flat = np.stack([gaps @ u, gaps @ np.cross(along, u)], axis=1)[self.triangles]
        after = np.roll(flat, -1, axis=1)
        sides = flat[..., 0] * after[..., 1] - flat[..., 1] * after[..., 0]
        crossed = ((sides > 1e-9).all(axis=1) | (sides < -1e-9).all(axis=1)).any()
        least = float(self._radii(self.points, *self.axis).min())
        return 0.0 if crossed or least < _SAME else 2 * least

    def _directions(self, faces: list[int]) -> tuple[str, ...]:
        """A least set of directions, found greedily, from which every face is seen by its normals."""
        import numpy as np

        ways = dict(_AXES)
        for i in faces:
            row = self.rows[i]
            if row.kind in ("cylinder", "plane") and row.direction is not None:
                for way in (row.direction, tuple(-each + 0.0 for each in row.direction)):
                    if row.kind == "cylinder":
                        ways.setdefault(_named(way), way)  # type: ignore[arg-type]
        normals = self.vectors / np.maximum(np.linalg.norm(self.vectors, axis=1), 1e-12)[:, None]
        names = list(ways)
        leaning = normals @ np.array([ways[name] for name in names]).T
        lowest = {i: leaning[self._of(i)].min(axis=0) for i in faces if self.starts[i] < self.starts[i + 1]}
        open_faces = {i: {names[k] for k in np.flatnonzero(low >= _SEEN)} for i, low in lowest.items()}
        # what no one direction sees is worked from the best one and from behind
        chosen: list[str] = []
        left = {i for i, seen in open_faces.items() if seen}
        while left:
            best = max(names, key=lambda name: (sum(name in open_faces[i] for i in left), -names.index(name)))
            chosen.append(best)
            left -= {i for i in left if best in open_faces[i]}
        for i in sorted(set(open_faces) - {i for i, seen in open_faces.items() if seen}):
            if not chosen:
                chosen.append(names[int(lowest[i].argmax())])
            behind = _named(tuple(-each + 0.0 for each in ways[chosen[0]]))  # type: ignore[arg-type]
            if len(chosen) < 2:
                chosen.append(behind)
        return tuple(chosen)


def _about(row: FaceRow, point: Point, along: Point) -> bool:
    """Whether a face is one of revolution about an axis."""
    if row.kind not in _TURNED or row.origin is None:
        return False
    if row.kind != "sphere" and (row.direction is None or abs(_dot(row.direction, along)) < 1 - _SAME):
        return False
    gap = tuple(a - b for a, b in zip(row.origin, point, strict=True))
    height = sum(a * b for a, b in zip(gap, along, strict=True))
    return sum((a - height * b) ** 2 for a, b in zip(gap, along, strict=True)) < _SAME**2


def _upward(way: Point) -> Point:
    first = next((each for each in way if abs(each) > 1e-9), 1.0)
    x, y, z = (each if first > 0 else -each + 0.0 for each in way)
    return (x, y, z)


def _named(way: Point) -> str:
    """As a person says it: +Z, or the vector."""
    name = next((name for name, each in _AXES.items() if _dot(each, way) > 1 - _SAME), "")
    return name or "(" + ", ".join(f"{round(each, 3) + 0.0:g}" for each in way) + ")"


def _dot(a: Point, b: Point) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _array(point: Point) -> Any:
    import numpy as np

    return np.array(point)
