"""How near to an axis and how far from it faces reach, and between which heights: bounds, never too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, hypot, log2, pi
from typing import Any

import numpy as np
from OCP.Bnd import Bnd_Box
from OCP.BRepBndLib import BRepBndLib
from OCP.GeomAbs import GeomAbs_SurfaceType

from configurator.geometry.meridians import Blur, united

from .flats import Flat
from .polylines import Vector, cross, dot, minus, xyz
from .survey import Survey
from .walls import Wall

_STEP = pi / 32  # rad: what lies between a chord and its arc is 0.1 % of the radius wide
_PIECES = 4  # of a polynomial
_DIGITS = 9  # of heights, mm, so that those of one plane are equal
_LEVEL = 1e-12
_BEYOND = (np.inf, -np.inf, np.inf, -np.inf)


class Reaches:
    """Gathers faces of a solid; each lies in the hull of some sets of points, which are looked at all together."""

    def __init__(self, found: Survey, place: Vector, along: Vector) -> None:
        side = cross(along, min(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)), key=lambda axis: abs(dot(axis, along))))
        across = np.array(side) / hypot(*side)
        self._axes = np.array([across, np.cross(along, across), along]).T
        self._place, self._along = place, along
        self._points: list[Any] = [np.empty((0, 3))] * len(found.edges)
        self._turns = np.zeros(len(found.edges))
        self._edges = self._of_edges(found)
        self._hulls: list[Any] = []
        self._bounded: list[tuple[Sequence[int], Any, Any]] = []

    def add(self, face: Any, surface: Any, plan: Any, keys: Sequence[int]) -> None:
        """A face with the numbers of its edges."""
        kind = surface.GetType()
        if isinstance(plan, Wall):
            one, two = (edge.ends if edge.bend is None else edge.bend.poles for edge, _, _ in plan.rails)
            self._hulls.append(np.concatenate((one, two)))
        elif kind == GeomAbs_SurfaceType.GeomAbs_Plane:
            self._bounded.append((keys, surface.Plane(), plan))
        elif kind == GeomAbs_SurfaceType.GeomAbs_Cylinder and self._is_beside(surface.Cylinder(), keys):
            self._bounded.append((keys, None, None))
        else:
            self._hulls.append(_corners(face))

    def blurs(self) -> tuple[Blur, ...]:
        """What they reach, those of one height united where they meet."""
        rows: dict[tuple[float, float], list[tuple[float, float]]] = {}
        for inner, outer, low, high in [*self._of_bounded(), *self._of_hulls(self._hulls).tolist()]:
            rows.setdefault((round(low, _DIGITS), round(high, _DIGITS)), []).append((inner, outer))
        return tuple(Blur(*span, *ends) for ends, spans in sorted(rows.items()) for span in united(spans))

    def _of_edges(self, found: Survey) -> Any:
        """(n, 4) for each edge: least and greatest radius and height. Keeps its points about the axis, and its turn there."""
        bounds = np.tile(_BEYOND, (len(found.edges), 1))
        alike: dict[int, list[int]] = {}
        arcs: dict[int, list[int]] = {}
        for index, edge in enumerate(found.edges):
            if edge.degenerate:
                continue
            if edge.straight or edge.bend is not None:
                alike.setdefault(2 if edge.bend is None else len(edge.bend.poles), []).append(index)
            elif edge.arc is not None:
                count = 1 << max(ceil(log2((edge.arc[5] - edge.arc[4]) / _STEP)), 0)
                arcs.setdefault(count, []).append(index)
            else:
                self._take([index], self._about(_corners(found.known.FindKey(index + 1)))[None, None], bounds)
        for count, indices in arcs.items():
            rows = [arc for index in indices if (arc := found.edges[index].arc) is not None]
            self._take(indices, self._about(_pieces(rows, count)), bounds)
        for count, indices in alike.items():
            poles = self._about(np.array([edge.ends if edge.bend is None else edge.bend.poles
                                          for edge in map(found.edges.__getitem__, indices)]))
            self._take(indices, poles[:, None] if count == 2 else np.einsum("pij,mjk->mpik", _halved(count), poles), bounds)
        return bounds

    def _take(self, indices: list[int], hulls: Any, bounds: Any) -> None:
        """Edges with (edges, pieces, n, 3) points about the axis."""
        rows = _bounds(hulls.reshape(-1, *hulls.shape[2:])).reshape(*hulls.shape[:2], 4)
        bounds[indices] = np.concatenate([rows[:, :, ::2].min(axis=1), rows[:, :, 1::2].max(axis=1)], axis=1)[:, [0, 2, 1, 3]]
        points = hulls.reshape(len(indices), -1, 3)
        steps = np.diff(np.arctan2(points[:, :, 1], points[:, :, 0]), axis=1)
        self._turns[indices] = (steps - 2 * pi * np.round(steps / (2 * pi))).sum(axis=1)
        for index, each in zip(indices, points, strict=True):
            self._points[index] = each

    def _about(self, points: Any) -> Any:
        """(..., 3) points as across, athwart and along the axis."""
        return (points - np.array(self._place)) @ self._axes

    def _of_hulls(self, hulls: list[Any]) -> Any:
        found = np.empty((len(hulls), 4))
        alike: dict[int, list[int]] = {}
        for index, points in enumerate(hulls):
            alike.setdefault(len(points), []).append(index)
        for indices in alike.values():
            found[indices] = _bounds(self._about(np.array([hulls[i] for i in indices])))
        return found

    def _of_bounded(self) -> list[list[float]]:
        """Bounds of faces that reach as far as their edges, but for flat ones that may come nearer to the axis inside."""
        if not self._bounded:
            return []
        rows = self._edges[np.concatenate([keys for keys, _, _ in self._bounded]) - 1]
        starts = np.cumsum([0, *(len(keys) for keys, _, _ in self._bounded[:-1])])
        found = np.concatenate([np.minimum.reduceat(rows[:, ::2], starts), np.maximum.reduceat(rows[:, 1::2], starts)],
                               axis=1)[:, [0, 2, 1, 3]].tolist()
        for bounds, (keys, plane, plan) in zip(found, self._bounded, strict=True):
            if plane is not None:
                bounds[0] = min(bounds[0], self._inside(plane, plan, keys, bounds))
        return found  # type: ignore[no-any-return]

    def _inside(self, plane: Any, plan: Any, keys: Sequence[int], bounds: Sequence[float]) -> float:
        """Least radius inside of a flat face, where it may be less than that of its edges."""
        normal = xyz(plane.Axis().Direction())
        rise, far = dot(normal, self._along), dot(normal, minus(xyz(plane.Location()), self._place))
        if abs(rise) > _LEVEL:  # the axis pierces it
            height = far / rise
            there = bounds[2] - 1e-6 <= height <= bounds[3] + 1e-6
            return 0.0 if there and not (isinstance(plan, Flat) and self._is_around(plan, bounds)) else np.inf
        if bounds[0] <= abs(far):
            return np.inf
        way = np.array(cross(normal, self._along)) @ self._axes
        values = np.concatenate([self._points[key - 1] for key in keys]) @ way
        return abs(far) if values.min() <= 0 <= values.max() else np.inf

    def _is_around(self, plan: Flat, bounds: Sequence[float]) -> bool:
        """Whether the axis goes through a hole of a flat face or past it: its loops turn around it as often either way."""
        total = sum(self._turns[key - 1] if forward else -self._turns[key - 1] for loop in plan.loops for key, forward in loop)
        return bounds[0] > 0 and abs(total) < pi

    def _is_beside(self, cylinder: Any, keys: Sequence[int]) -> bool:
        """Whether no line of the cylinder is nearest to the axis between its ends, which lie on edges."""
        way, place = self._axes.T @ xyz(cylinder.Axis().Direction()), self._about(np.array(xyz(cylinder.Location())))
        length = hypot(way[0], way[1])
        if length < 1e-9:
            return True
        foot, slack = -(place[0] * way[0] + place[1] * way[1]) / length**2, cylinder.Radius() * abs(way[2]) / length
        spans = (np.concatenate([self._points[key - 1] for key in keys]) - place) @ way
        return bool(spans.min() > foot + slack or spans.max() < foot - slack)


def _bounds(hulls: Any) -> Any:
    """(m, 4): least and greatest radius and height of the hulls of (m, n, 3) points about the axis."""
    flat, heights = hulls[:, :, :2], hulls[:, :, 2]
    middle = flat.mean(axis=1)
    away = np.sqrt((middle**2).sum(axis=1))
    # a hull is at least as far away as its points are along any one direction
    inner = np.einsum("ijk,ik->ij", flat, middle / np.maximum(away, 1e-12)[:, None]).min(axis=1)
    if hulls.shape[1] == 2:
        inner = np.maximum(inner, _of_lines(flat))
    return np.column_stack([np.maximum(inner, 0.0), np.sqrt((flat**2).sum(axis=2)).max(axis=1), heights.min(axis=1),
                            heights.max(axis=1)])


def _of_lines(flat: Any) -> Any:
    """(m,) distances of lines (m, 2, 2) from the origin."""
    start, way = flat[:, 0], flat[:, 1] - flat[:, 0]
    share = np.clip(-(start * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-24), 0, 1)
    return np.sqrt(((start + share[:, None] * way) ** 2).sum(axis=1))


def _pieces(arcs: Sequence[Any], count: int) -> Any:
    """(m, count, 3, 3): the corners of triangles in which the pieces of arcs lie."""
    centres, xs, ys = (np.array([arc[i] for arc in arcs])[:, None] for i in range(3))
    radii, first, last = (np.array([arc[i] for arc in arcs])[:, None] for i in (3, 4, 5))
    half = (last - first) / count / 2
    steps = np.arange(2 * count + 1)
    ts, lengths = first + half * steps, np.where(steps % 2, radii / np.cos(half), radii)
    points = centres + (lengths * np.cos(ts))[:, :, None] * xs + (lengths * np.sin(ts))[:, :, None] * ys
    return points[:, 2 * np.arange(count)[:, None] + np.arange(3)]


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
