"""How near to an axis and how far from it faces reach, and between which heights: bounds, never too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, cos, hypot, pi
from typing import Any

import numpy as np
from OCP.Bnd import Bnd_Box
from OCP.BRepBndLib import BRepBndLib
from OCP.GeomAbs import GeomAbs_SurfaceType

from configurator.geometry.meridians import Blur

from .polylines import Edge, Vector, dot, minus, xyz
from .survey import Survey
from .walls import Wall

_STEP = pi / 32  # rad: what lies between a chord and its arc is 0.1 % of the radius wide
_PIECES = 4  # of a polynomial
_DIGITS = 9  # of heights, mm, so that those of one plane are equal
_LEVEL = 1e-12


class Reaches:
    """Gathers faces of a solid; each lies in the hull of some sets of points, which are looked at all together."""

    def __init__(self, found: Survey, place: Vector, along: Vector) -> None:
        self._found, self._place, self._along = found, place, along
        self._sets: list[Any] = []
        self._of_edges: dict[int, list[int]] = {}
        self._faces: list[tuple[list[int], float]] = []

    def add(self, face: Any, surface: Any, plan: Any, keys: Sequence[int]) -> None:
        """A face with the numbers of its edges."""
        if isinstance(plan, Wall):
            rails = [edge.ends if edge.bend is None else edge.bend.poles for edge, _, _ in plan.rails]
            self._sets.append(np.concatenate(rails))
            self._faces.append(([len(self._sets) - 1], np.inf))
            return
        kind = surface.GetType()
        if kind == GeomAbs_SurfaceType.GeomAbs_Plane:
            self._faces.append((self._edges(keys), self._of_plane(surface.Plane(), keys)))
        elif kind == GeomAbs_SurfaceType.GeomAbs_Cylinder and self._is_beside(surface.Cylinder(), keys):
            self._faces.append((self._edges(keys), np.inf))
        else:
            self._sets.append(_corners(face))
            self._faces.append(([len(self._sets) - 1], np.inf))

    def blurs(self) -> tuple[Blur, ...]:
        """What they reach, those of one height united where they meet."""
        if not self._faces:
            return ()
        bounds = self._bounds()
        rows: dict[tuple[float, float], list[tuple[float, float]]] = {}
        for sets, nearest in self._faces:
            inner, outer, low, high = (bounds[sets, 0].min(), bounds[sets, 1].max(), bounds[sets, 2].min(), bounds[sets, 3].max())
            ends = (round(float(low), _DIGITS), round(float(high), _DIGITS))
            rows.setdefault(ends, []).append((float(min(inner, nearest)), float(outer)))
        found: list[Blur] = []
        for ends, spans in sorted(rows.items()):
            begin, end = None, 0.0
            for inner, outer in sorted(spans):
                if begin is not None and inner > end:
                    found.append(Blur(begin, end, *ends))
                    begin = None
                begin, end = (inner, outer) if begin is None else (begin, max(end, outer))
            assert begin is not None
            found.append(Blur(begin, end, *ends))
        return tuple(found)

    def _bounds(self) -> Any:
        """(n, 4): least and greatest radius and height of each set."""
        found = np.empty((len(self._sets), 4))
        alike: dict[int, list[int]] = {}
        for index, points in enumerate(self._sets):
            alike.setdefault(len(points), []).append(index)
        along, place = np.array(self._along), np.array(self._place)
        for count, indices in alike.items():
            points = np.array([self._sets[i] for i in indices], dtype=float) - place
            heights = points @ along
            flat = points - heights[:, :, None] * along
            middle = flat.mean(axis=1)
            away = np.sqrt((middle**2).sum(axis=1))
            # a hull is at least as far away as its points are along any one direction
            inner = np.einsum("ijk,ik->ij", flat, middle / np.maximum(away, 1e-12)[:, None]).min(axis=1)
            if count == 2:
                inner = np.maximum(inner, _of_lines(flat))
            found[indices] = np.column_stack([np.maximum(inner, 0.0), np.sqrt((flat**2).sum(axis=2)).max(axis=1),
                                              heights.min(axis=1), heights.max(axis=1)])
        return found

    def _edges(self, keys: Sequence[int]) -> list[int]:
        found: list[int] = []
        for key in keys:
            if key not in self._of_edges:
                edge = self._found.edges[key - 1]
                hulls = [] if edge.degenerate else _hulls(edge, self._found.known.FindKey(key))
                self._of_edges[key] = list(range(len(self._sets), len(self._sets) + len(hulls)))
                self._sets += hulls
            found += self._of_edges[key]
        return found

    def _of_plane(self, plane: Any, keys: Sequence[int]) -> float:
        """Least radius inside of a flat face, where it may be less than that of its edges."""
        normal, origin = xyz(plane.Axis().Direction()), minus(xyz(plane.Location()), self._place)
        rise, far = dot(normal, self._along), dot(normal, origin)
        if abs(rise) > _LEVEL:  # the axis pierces it at the height of far / rise: as near as can be, if the face is there
            return 0.0 if self._spans(keys, self._along, far / rise) else np.inf
        side = (normal[1] * self._along[2] - normal[2] * self._along[1], normal[2] * self._along[0] - normal[0] * self._along[2],
                normal[0] * self._along[1] - normal[1] * self._along[0])
        return abs(far) if self._spans(keys, side, 0.0) else np.inf

    def _spans(self, keys: Sequence[int], way: Vector, at: float) -> bool:
        """Whether edges come to lie on both sides of a place along a direction, measured from the axis's own point."""
        sets = [self._sets[i] for i in self._edges(keys)]
        values = np.concatenate([(np.asarray(points) - self._place) @ np.array(way) for points in sets])
        return bool(values.min() <= at <= values.max())

    def _is_beside(self, cylinder: Any, keys: Sequence[int]) -> bool:
        """Whether no line of the cylinder is nearest to the axis between its ends, which lie on edges."""
        along, way = self._along, xyz(cylinder.Axis().Direction())
        even = dot(way, along)
        flat = [way[i] - even * along[i] for i in range(3)]
        length = hypot(*flat)
        if length < 1e-9:
            return True
        place = minus(xyz(cylinder.Location()), self._place)
        foot, slack = -dot(place, flat) / length**2, cylinder.Radius() * abs(even) / length
        sets = [self._sets[i] for i in self._edges(keys)]
        spans = np.concatenate([(np.asarray(points) - np.array(xyz(cylinder.Location()))) @ np.array(way) for points in sets])
        return bool(spans.min() > foot + slack or spans.max() < foot - slack)


def _of_lines(flat: Any) -> Any:
    """(m,) distances of lines (m, 2, 3) from the origin."""
    start, way = flat[:, 0], flat[:, 1] - flat[:, 0]
    share = np.clip(-(start * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-24), 0, 1)
    return np.sqrt(((start + share[:, None] * way) ** 2).sum(axis=1))


def _hulls(edge: Edge, shape: Any) -> list[Any]:
    """Sets of points in whose hulls the pieces of an edge lie."""
    if edge.straight:
        return [np.array(edge.ends)]
    if edge.bend is not None:
        return list(_halved(len(edge.bend.poles)) @ edge.bend.poles)
    if edge.arc is None:
        return [_corners(shape)]
    centre, x, y, radius, first, last = edge.arc
    count = ceil((last - first) / _STEP)
    half = (last - first) / count / 2
    ts = first + half * np.arange(2 * count + 1)
    lengths = np.where(np.arange(2 * count + 1) % 2, radius / cos(half), radius)
    points = np.column_stack([np.cos(ts), np.sin(ts)]) * lengths[:, None] @ np.array([x, y]) + centre
    return [points[i:i + 3] for i in range(0, 2 * count, 2)]


@lru_cache(maxsize=32)
def _halved(count: int) -> Any:
    """(pieces, count, count): what takes the poles of a polynomial to those of its pieces, by de Casteljau's rule."""
    pieces = [np.eye(count)]
    while len(pieces) < _PIECES:
        pieces = [half for piece in pieces for half in _in_two(piece)]
    return np.array(pieces)


def _in_two(poles: Any) -> tuple[Any, Any]:
    first, last, row = [poles[0]], [poles[-1]], poles
    while len(row) > 1:
        row = (row[1:] + row[:-1]) / 2
        first.append(row[0])
        last.append(row[-1])
    return np.array(first), np.array(last[::-1])


def _corners(shape: Any) -> Any:
    """(8, 3) corners of a box round a face or edge."""
    box = Bnd_Box()
    BRepBndLib.Add_s(shape, box, False)
    ends = np.array(box.Get()).reshape(2, 3)
    return np.array([[ends[i, 0], ends[j, 1], ends[k, 2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
