"""What a machinist sees in a solid: its main axis, what is turned, holes, inner corners, from where it is milled.

Read from rows of faces and triangles; no kernel. Which side of a face is hollow the triangles' normals tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from math import pi
from threading import Lock
from typing import NamedTuple

from configurator.geometry.answers import FaceRow, PartAnswer
from configurator.product.measured import Point

from .triangles import About, Triangles, array, step

_TURNED = ("cylinder", "cone", "torus", "sphere")
_SAME = 1e-5  # mm, and of unit vectors
_ROUND = 0.75  # a bore whose ends are cut by curved faces is no whole cylinder
_RING = 0.5  # share of a flat ring that letters, notches and flutes leave
_TWIST = 0.03  # of area: normals of what is turned lie in planes through the axis; triangles lean out of them a little
_SEEN = -0.02  # cosine: chords of the triangles lean over by as much
_AXES = {"+Z": (0.0, 0.0, 1.0), "-Z": (0.0, 0.0, -1.0), "+X": (1.0, 0.0, 0.0), "-X": (-1.0, 0.0, 0.0), "+Y": (0.0, 1.0, 0.0),
         "-Y": (0.0, -1.0, 0.0)}
_CLEAR = 0.01  # mm before the end of a hole
_KEPT = 512


class HoleSeen(NamedTuple):
    """A bore beside the main axis, or the narrowest one on it."""

    diameter: float
    depth: float
    volume: float
    """mm3."""
    centred: bool
    ends: tuple[str, ...]
    """Directions from which a drill comes in: the end before which most is free, both if that is equal."""


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
    """Volume of what is inside the turned outside, bores filled: about, by slices; 0 if nothing is milled."""
    bored: float
    """Volume that is turned out of the inside, mm3."""
    holes: tuple[HoleSeen, ...]
    corner: float
    """Least radius of the inner corners that are milled; 0 if there are none."""
    directions: tuple[str, ...]
    """From where milled faces are seen, along the main axis if they can be; by the faces' normals alone."""


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


class _Found(NamedTuple):
    diameter: float
    depth: float
    volume: float
    origin: Point
    along: Point
    reach: tuple[float, float]


class _Look:
    """One look at one solid."""

    def __init__(self, answer: PartAnswer, relief: float, lettered: bool) -> None:
        assert answer.mesh is not None
        self.rows, self.relief, self.lettered, self.size = answer.faces, relief, lettered, answer.measured.size
        self.seen = Triangles(answer.mesh, len(self.rows))
        self.axis = self._main_axis()
        self.about = About(self.seen, *self.axis) if self.axis else None

    def shape(self) -> Shape:
        rows, about = self.rows, self.about
        on_axis = [about is not None and self._about(i, about) for i in range(len(rows))]
        outer = 0.0 if about is None else max(
            (float(about.widest[i]) for i, on in enumerate(on_axis) if on and about.swept[i] > 0), default=0.0)
        # what is turned has its outside about the axis: a plate with a bore has not
        if about is None or outer < about.reach / 2:
            self.axis = None
            holes, corner, _ = self._round()
            milled = [i for i in range(len(rows)) if not self._fine(i, ())]
            return Shape("", 0.0, self.size[2], 0.0, 0.0, self._area(milled), 0.0, 0.0, holes, corner, self._directions(milled))
        turned = [i for i in range(len(rows)) if on_axis[i] or self._ring(i, about)]
        flats = tuple(_dot(rows[i].origin or about.point, about.along) for i in turned if rows[i].kind == "plane")
        holes, corner, off_axis = self._round()
        beside = {*turned, *off_axis}
        milled = [i for i in range(len(rows)) if i not in beside and not self._fine(i, flats)]
        return Shape(_named(about.along), 2 * about.reach, about.long, about.bore(), self._area(turned), self._area(milled),
                     about.hull() if milled else 0.0, self._bored(turned, about), holes, corner, self._directions(milled))

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

    def _about(self, face: int, about: About) -> bool:
        """Whether a face is one of revolution about the main axis; of a freely formed one its triangles tell."""
        row = self.rows[face]
        if row.kind in ("plane", *_TURNED):
            return _about(row, about.point, about.along)
        return about.twist[face] <= _TWIST and about.turn(face) >= 0.5

    def _ring(self, face: int, about: About) -> bool:
        """Whether a plane across the main axis is a disc or a flat ring."""
        row = self.rows[face]
        if row.kind != "plane" or row.direction is None or abs(_dot(row.direction, about.along)) < 1 - _SAME:
            return False
        low, high = float(about.narrowest[face]), float(about.widest[face])
        return any(abs(row.area - full) <= (1 - _RING) * full for full in (pi * high**2, pi * (high**2 - low**2)) if full > 0)

    def _fine(self, face: int, flats: tuple[float, ...]) -> bool:
        """Whether it belongs to letters or marks: narrow, or hardly deeper than a turned flat."""
        if not self.lettered:
            return False
        row = self.rows[face]
        if row.kind not in ("plane", *_TURNED) or row.area < self.relief * self.seen.longest(face):
            return True
        return row.kind == "plane" and self.axis is not None and any(
            abs(_dot(row.origin or (0, 0, 0), self.axis[1]) - flat) < self.relief - _SAME for flat in flats)

    def _round(self) -> tuple[tuple[HoleSeen, ...], float, list[int]]:
        """Bores, the least inner radius, and the faces of bores that are not about the main axis."""
        alike: dict[tuple[float, Point, Point], list[int]] = {}
        for i, row in enumerate(self.rows):
            if (row.kind == "cylinder" and row.diameter and row.origin and row.direction
                    and self.seen.swept(i, row.origin, row.direction) < 0 and not self._fine(i, ())):
                alike.setdefault((row.diameter, row.origin, row.direction), []).append(i)
        beside: list[_Found] = []
        on_axis: list[_Found] = []
        corners: list[float] = []
        of_holes: list[int] = []
        for (diameter, origin, along), faces in alike.items():
            centred = self.axis is not None and _about(self.rows[faces[0]], *self.axis)
            for low, high, run in self._runs(faces, along):
                area, whole = self._area(run), pi * diameter * (high - low)
                if area < _ROUND * whole:
                    corners += [] if centred or high - low <= self.relief else [diameter / 2]
                    continue
                hole = _Found(diameter, round(high - low, 6), area * diameter / 4, origin, along, (low, high))
                (on_axis if centred else beside).append(hole)
                of_holes += [] if centred else run
        bores = [(each, False) for each in beside] + [(each, True) for each in sorted(on_axis)[:1]]
        holes = [HoleSeen(each.diameter, each.depth, each.volume, centred, self._free_ends(each)) for each, centred in bores]
        return tuple(sorted(holes)), min(corners, default=0.0), of_holes

    def _runs(self, faces: list[int], along: Point) -> Iterator[tuple[float, float, list[int]]]:
        """Faces of one cylinder that go on one after another: from where, to where, which."""
        ends = sorted((*self.seen.span(i, along), i) for i in faces)
        while ends:
            low, high, first = ends.pop(0)
            run = [first]
            while ends and ends[0][0] < high - _SAME:
                _, end, more = ends.pop(0)
                high, run = max(high, end), [*run, more]
            yield low, high, run

    def _free_ends(self, hole: _Found) -> tuple[str, ...]:
        along, back = hole.along, _backward(hole.along)
        # beside the axis, where no corner of triangles is: a ray that meets one may miss all of them
        foot = array(hole.origin) - _dot(hole.origin, along) * array(along)
        foot = foot + step(along, 0.31 * hole.diameter, 0.17 * hole.diameter)
        before = {_named(along): self.seen.free(foot + (hole.reach[1] + _CLEAR) * array(along), along),
                  _named(back): self.seen.free(foot + (hole.reach[0] - _CLEAR) * array(along), back)}
        most = max(before.values())
        return tuple(sorted(name for name, gap in before.items() if gap == most))

    def _area(self, faces: list[int]) -> float:
        return sum(self.rows[i].area for i in faces)

    def _bored(self, turned: list[int], about: About) -> float:
        """Volume between the axis and faces that look to it, less the cores that stand in grooves."""
        inward = [i for i in turned if about.swept[i] < -_SAME]

        def core(i: int) -> bool:
            middle = (about.lowest[i] + about.highest[i]) / 2
            return bool(about.swept[i] > _SAME) and any(
                about.lowest[j] - _SAME <= middle <= about.highest[j] + _SAME and about.mean[j] > about.mean[i] for j in inward)

        return -float(sum(about.swept[i] for i in turned if about.swept[i] < -_SAME or core(i)))

    def _directions(self, faces: list[int]) -> tuple[str, ...]:
        """A least set of directions, found greedily, from which every face is seen by its normals."""
        import numpy as np

        ways = dict(_AXES)
        for i in faces:
            row = self.rows[i]
            if row.kind in ("cylinder", "plane") and row.direction is not None:
                for way in (row.direction, _backward(row.direction)):
                    if row.kind == "cylinder":
                        ways.setdefault(_named(way), way)
        names, table = list(ways), np.array(list(ways.values())).T
        lowest = {}
        for i in faces:
            vectors = self.seen.vectors[self.seen.of(i)]
            sizes = np.maximum(np.sqrt((vectors**2).sum(axis=1)), 1e-12)
            if len(vectors):
                lowest[i] = (vectors @ table / sizes[:, None]).min(axis=0)
        open_faces = {i: {names[k] for k in np.flatnonzero(low >= _SEEN)} for i, low in lowest.items()}
        # what no one direction sees is worked from the best one and from behind
        chosen: list[str] = []
        left = {i for i, seen in open_faces.items() if seen}
        while left:
            # a turned part is held by its ends anyway: what they show needs nothing from the side
            at_hand = [name for name in names if abs(_dot(ways[name], self.axis[1])) > 1 - _SAME] if self.axis else []
            ends = [name for name in at_hand if any(name in open_faces[i] for i in left)]
            best = max(ends or names, key=lambda name: (sum(name in open_faces[i] for i in left), -names.index(name)))
            chosen.append(best)
            left -= {i for i in left if best in open_faces[i]}
        for i in sorted(set(open_faces) - {i for i, seen in open_faces.items() if seen}):
            if not chosen:
                chosen.append(names[int(lowest[i].argmax())])
            behind = _named(_backward(ways[chosen[0]]))
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


def _backward(way: Point) -> Point:
    return (-way[0] + 0.0, -way[1] + 0.0, -way[2] + 0.0)


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
