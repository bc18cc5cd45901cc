"""Walls and gaps: rays from faces inwards and outwards, and whether what they find is high enough to be one."""

from __future__ import annotations

from math import hypot
from typing import Any

import numpy as np
from OCP.gp import gp_Dir, gp_Lin, gp_Pnt
from OCP.IntCurvesFace import IntCurvesFace_Intersector

from configurator.geometry.answers import FaceRow
from configurator.geometry.probed import Horizon, Spot
from configurator.product.measured import Point

from .downhill import downhill
from .polylines import Vector, cross, dot
from .rays import Rays, Samples

_START = 1e-4  # mm; off the face from which a ray starts
_OPPOSED = 0.7  # cosine of 45 degrees: faces that lean more towards each other meet in an edge, and are no wall
_AXES: tuple[Vector, ...] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_HALF = 0.7071067811865476
_STEPS = 4
_HALVED = 6
_HELD = 48**0.25  # a strip held at both ends bends under its load as one held at one end that is so much shorter
_NEAR = 2.0  # times the least wall, within which thinner places are looked for
_THICKER = 2.0  # a wall ends where it is so many times as thick, and eight times as stiff
_ACROSS = 0.5  # cosine of 60 degrees: a line that leaves through a rim more askew runs beside it, and does not end in it
_BENDS = 4  # times that a line is led back into the middle of a bent wall
_WIDER = 1.5  # a slot ends where it is wider than that
_DIGITS = 6


class Soundings:
    """Looks from samples of a solid's faces to the faces opposite."""

    def __init__(self, rays: Rays, samples: Samples, faces: list[Any], rows: tuple[FaceRow, ...], breadths: Any,
                 deflection: float) -> None:
        self._rays, self._samples, self._faces, self._rows = rays, samples, faces, rows
        self._breadths, self._deflection = breadths, deflection
        self._exact: dict[int, Any] = {}
        self._outwards: list[list[tuple[int, float, int]]] | None = None

    def walls(self, horizon: Horizon) -> tuple[Spot, ...]:
        """Metal between two faces, thinner than the horizon's wall."""
        if horizon.wall > 0:
            self._thinner(horizon.wall, horizon.relief)
        return self._spots(-1.0, horizon.wall, horizon.relief, horizon.stiff) if horizon.wall > 0 else ()

    def gaps(self, horizon: Horizon) -> tuple[Spot, ...]:
        """Air between two faces of the solid, narrower than the horizon's gap."""
        return self._spots(1.0, horizon.gap, horizon.relief, 0.0) if horizon.gap > 0 else ()

    def slots(self, horizon: Horizon) -> tuple[Spot, ...]:
        """Air between two faces, deeper than the horizon's reach times its width."""
        if not horizon.reach > 0:
            return ()
        found = []
        for row in self._outward(np.inf):
            if self._narrow(row[0][0], row[0][2]) < horizon.relief:
                continue
            for index, width, opposite in self._tried(row):
                deep = horizon.reach * width
                if self._high(index, width, 1.0, _WIDER * width, deep, deep):
                    found.append(self._spot(index, width, opposite, 1.0))
                    break
        return _once(found)

    def _thinner(self, wall: float, relief: float) -> None:
        """Adds, for each face, a sample where it is thinner than at those near it: the thinnest of all is followed downhill."""
        samples, counts = self._samples, np.bincount(self._samples.faces, minlength=len(self._rows))
        best: dict[int, tuple[float, int]] = {}
        for row in self._pairs(-1.0, _NEAR * wall):
            face = int(samples.faces[row[0][0]])
            if self._breadths[face] < relief:
                continue
            best[face] = min(best.get(face, (np.inf, 0)), (row[0][1], row[0][0]))
        added = []
        for face, (width, index) in sorted(best.items()):
            step = (self._rows[face].area / counts[face]) ** 0.5
            point, normal = (_vector(each[index]) for each in (samples.points, samples.normals))
            found = downhill(self._rays, face, point, normal, width, step)
            if found is not None:
                added.append((*self._rays.on_mesh(*found), face))
        if added:
            points, normals, faces = zip(*added, strict=True)
            self._samples = Samples(np.concatenate([samples.points, points]), np.concatenate([samples.normals, normals]),
                                    np.concatenate([samples.faces, faces]))

    def _spots(self, side: float, limit: float, relief: float, stiff: float) -> tuple[Spot, ...]:
        found = []
        within = limit + 2 * self._deflection
        for row in self._outward(within) if side > 0 else self._pairs(side, within):
            if self._narrow(row[0][0], row[0][2]) < (max(relief, row[0][1] / 2) if side < 0 else relief):
                continue  # the rounding or bevel of an edge, whose neighbours bound the same wall
            for index, width, opposite in self._tried(row):
                least = max(relief, stiff * width)
                held = max(relief, _HELD * stiff * width)
                thin = limit if side > 0 else min(limit, _THICKER * width)
                if least > 0 and not self._high(index, width, side, max(thin, width + _START), least, held):
                    continue
                spot = self._spot(index, width, opposite, side)
                if spot.width < limit:
                    found.append(spot)
                    break
        return _once(found)

    def _outward(self, within: float) -> list[list[tuple[int, float, int]]]:
        """Pairs through the air, looked for once."""
        if self._outwards is None:
            self._outwards = self._pairs(1.0, np.inf)
        near = [[each for each in row if each[1] < within] for row in self._outwards]
        return [row for row in near if row]

    def _tried(self, row: list[tuple[int, float, int]]) -> list[tuple[int, float, int]]:
        """The nearest pair, the one in the middle of all, and one between: from near a rim lines across end early."""
        points = self._samples.points[[each[0] for each in row]]
        middle = int(np.argmin(np.round(((points - points.mean(axis=0)) ** 2).sum(axis=1), _DIGITS)))
        return [row[each] for each in dict.fromkeys((0, middle, len(row) // 2))]

    def _narrow(self, index: int, opposite: int) -> float:
        """mm; width of the narrower of the two faces."""
        return float(min(self._breadths[self._samples.faces[index]], self._breadths[opposite]))

    def _pairs(self, side: float, within: float) -> list[list[tuple[int, float, int]]]:
        """Samples whose ray to a side meets an opposed face `within` that, by the two faces, nearest first."""
        samples, rays = self._samples, self._rays
        ways = side * samples.normals
        far = min(within, rays.far)
        distances, triangles = rays.first(samples.points + ways * _START, ways, far)
        met = triangles >= 0
        facing = np.zeros(len(met), dtype=bool)
        facing[met] = (rays.normals[triangles[met]] * ways[met]).sum(axis=1) * -side > _OPPOSED
        pairs: dict[tuple[int, int], list[tuple[int, float, int]]] = {}
        for index in np.flatnonzero(facing).tolist():
            face, opposite = int(samples.faces[index]), int(rays.faces[triangles[index]])
            if side > 0 and self._same_bore(face, opposite):
                continue
            pairs.setdefault((face, opposite), []).append((index, float(distances[index]) + _START, opposite))
        return [sorted(row, key=lambda each: (each[1], each[0])) for _, row in sorted(pairs.items())]

    def _same_bore(self, one: int, other: int) -> bool:
        a, b = self._rows[one], self._rows[other]
        return one == other or (a.kind in ("cylinder", "cone") and a[2:6] == b[2:6] and a.kind == b.kind)

    def _high(self, index: int, width: float, side: float, limit: float, least: float, held: float) -> bool:
        """Whether it goes on, no wider than the limit, along every line in its middle plane: for `least` mm where the line
        ends in a free edge, for `held` mm where both of its ends are held by what is wider."""
        x, y, z = (float(each) * side for each in self._samples.normals[index])
        normal = (x, y, z)
        px, py, pz = map(float, self._samples.points[index])
        middle = (px + x * width / 2, py + y * width / 2, pz + z * width / 2)
        axis = min(_AXES, key=lambda each: round(abs(dot(each, normal)), _DIGITS))
        first = cross(normal, axis)
        long = hypot(*first)
        first = (first[0] / long, first[1] / long, first[2] / long)
        second = cross(normal, first)
        for a, b in ((1.0, 0.0), (0.0, 1.0), (_HALF, _HALF), (_HALF, -_HALF)):
            along = (a * first[0] + b * second[0], a * first[1] + b * second[1], a * first[2] + b * second[2])
            far, free = self._extent(middle, along, held, normal, side, limit)
            if far < (least if free else held):
                back = (-along[0], -along[1], -along[2])
                more, ends = self._extent(middle, back, held - far, normal, side, limit)
                far, free = far + more, free or ends
            if far < (least if free else held) * (1 - 1e-9):
                return False
        return True

    def _extent(self, middle: Vector, way: Vector, most: float, normal: Vector, side: float, limit: float,
                bends: int = _BENDS) -> tuple[float, bool]:
        """mm for which it goes on along `way`, up to `most`; and whether it ends in a free edge, not in something wider."""
        near, far = 0.0, most
        for step in range(1, _STEPS + 1):
            far = most * step / _STEPS
            if not self._goes_on(middle, way, far, normal, side, limit):
                break
            near = far
        else:
            return most, False
        for _ in range(_HALVED):
            half = (near + far) / 2
            near, far = (half, far) if self._goes_on(middle, way, half, normal, side, limit) else (near, half)
        hit = self._rays.meet(middle, way, far)
        if hit is None:
            return near, False
        met = _vector(self._rays.normals[hit[1]])
        if side > 0 or abs(dot(met, normal)) < _ACROSS:
            return near, abs(dot(met, way)) > _ACROSS
        bend = self._bend(middle, way, hit[0], met, limit) if bends else None
        if bend is None:
            return near, not bends
        more, free = self._extent(*bend, most - near, met, side, limit, bends - 1)
        return near + more, free

    def _bend(self, middle: Vector, way: Vector, far: float, met: Vector, limit: float) -> tuple[Vector, Vector] | None:
        """Where a line left a bent wall through one of its own faces: the middle of the wall there, and the way on along it."""
        inside = (middle[0] + way[0] * far - met[0] * _START, middle[1] + way[1] * far - met[1] * _START,
                  middle[2] + way[2] * far - met[2] * _START)
        across = self._rays.meet(inside, (-met[0], -met[1], -met[2]), limit)
        lean = dot(way, met)
        on = (way[0] - lean * met[0], way[1] - lean * met[1], way[2] - lean * met[2])
        long = hypot(*on)
        if across is None or long < 1 - _OPPOSED:
            return None
        deep = across[0] / 2
        return ((inside[0] - met[0] * deep, inside[1] - met[1] * deep, inside[2] - met[2] * deep),
                (on[0] / long, on[1] / long, on[2] / long))

    def _goes_on(self, middle: Vector, way: Vector, far: float, normal: Vector, side: float, limit: float) -> bool:
        meet = self._rays.meet
        if meet(middle, way, far) is not None:
            return False
        point = (middle[0] + way[0] * far, middle[1] + way[1] * far, middle[2] + way[2] * far)
        total = 0.0
        for each in (normal, (-normal[0], -normal[1], -normal[2])):
            hit = meet(point, each, limit - total)
            if hit is None or dot(self._rays.normals[hit[1]], each) * side > 0:
                return False
            total += hit[0]
        return True

    def _spot(self, index: int, width: float, opposite: int, side: float) -> Spot:
        """As the exact surfaces have it, along the same line."""
        face = int(self._samples.faces[index])
        point, normal = self._samples.points[index], self._samples.normals[index] * side
        line = gp_Lin(gp_Pnt(*map(float, point)), gp_Dir(*map(float, normal)))
        slack = 2 * self._deflection + _START
        start, end = self._crossing(face, line, 0.0, slack), self._crossing(opposite, line, width, slack)
        if start is None or end is None:
            return Spot(face, opposite, _rounded(point), round(width, _DIGITS), False)
        return Spot(face, opposite, _rounded(point + normal * start), round(end - start, _DIGITS), True)

    def _crossing(self, face: int, line: Any, near: float, slack: float) -> float | None:
        if face not in self._exact:
            self._exact[face] = IntCurvesFace_Intersector(self._faces[face], 1e-7)
        meeting = self._exact[face]
        meeting.Perform(line, near - slack, near + slack)
        found = [float(meeting.WParameter(k)) for k in range(1, meeting.NbPnt() + 1)] if meeting.IsDone() else []
        return min(found, key=lambda each: abs(each - near)) if found else None


def _vector(row: Any) -> Vector:
    x, y, z = map(float, row)
    return (x, y, z)


def _once(found: list[Spot]) -> tuple[Spot, ...]:
    """The narrowest first; of two faces only one."""
    kept: dict[tuple[int, ...], Spot] = {}
    for spot in sorted(found, key=lambda each: (each.width, each.face, each.opposite)):
        kept.setdefault(tuple(sorted((spot.face, spot.opposite))), spot)
    return tuple(kept.values())


def _rounded(point: Any) -> Point:
    x, y, z = (round(float(each), _DIGITS) + 0.0 for each in point)
    return (x, y, z)
