"""Curves in space as drawings need them: conics by centre and half axes, and chains of points. Where planes meet them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, pi, sin, sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.GCPnts import GCPnts_TangentialDeflection
from OCP.GeomAbs import GeomAbs_CurveType

from .outlines import bernstein
from .polylines import Edge, even, xyz

CHORD = 0.002
"""mm between a curve and its chain of points; half of what a view may be off."""
_TURN = 0.35  # rad between neighbouring pieces of a chain
_WAY = 1e-12
_IN_PLANE = 1e-11  # mm
_STEPS = 60
_GRAZED = 4.0  # times the chord error: whether pieces that end so near to a plane go through it is looked at
_WITHIN = 1e-3


class Conic(NamedTuple):
    """centre + cos t * a + sin t * b for t from first to last, mm; a circle or ellipse, also one that is seen edge-on."""

    centre: Any
    a: Any
    b: Any
    first: float
    last: float

    def at(self, t: Any) -> Any:
        """(..., 3) points at parameters (...)."""
        if isinstance(t, float):
            return self.centre + cos(t) * self.a + sin(t) * self.b
        t = np.asarray(t)[..., None]
        return self.centre + np.cos(t) * self.a + np.sin(t) * self.b

    def way(self, t: float) -> Any:
        """(3,) derivative."""
        return cos(t) * self.b - sin(t) * self.a


class Chain(NamedTuple):
    """Points (n, 3), mm, joined by lines; the parameter counts them from 0. A line has two."""

    points: Any
    true: Callable[[float], Any] | None = None
    """(3,) the point, at a parameter, of the curve that the points were taken from; None if that is the chain itself."""

    @property
    def first(self) -> float:
        """Of the first point."""
        return 0.0

    @property
    def last(self) -> float:
        """Of the last point."""
        return len(self.points) - 1.0

    def at(self, t: Any) -> Any:
        """(..., 3) points at parameters (...)."""
        if isinstance(t, float):
            here = min(max(int(t), 0), len(self.points) - 2)
            return self.points[here] + (t - here) * (self.points[here + 1] - self.points[here])
        t = np.asarray(t, dtype=float)
        index = np.clip(t.astype(int), 0, len(self.points) - 2)
        return self.points[index] + (t - index)[..., None] * (self.points[index + 1] - self.points[index])

    def way(self, t: float) -> Any:
        """(3,) derivative."""
        index = min(max(int(t), 0), len(self.points) - 2)
        return self.points[index + 1] - self.points[index]


SpaceCurve: TypeAlias = Conic | Chain


class Through(NamedTuple):
    """Where a curve goes through a plane: its parameter, the point (3,), and whether it goes to where the normal points."""

    t: float
    point: Any
    rising: bool


def curve_of(edge: Edge) -> SpaceCurve | None:
    """Of an edge, along its own way; None for one that is only a point."""
    if edge.degenerate:
        return None
    if edge.arc is not None:
        centre, x, y, radius, first, last = edge.arc
        return Conic(np.array(centre), radius * np.array(x), radius * np.array(y), first, last)
    if edge.bend is not None:
        count = max(ceil(sqrt(edge.bend.sharp / (8 * CHORD))), ceil(edge.bend.turn / _TURN), 1)
        points = even(len(edge.bend.poles) - 1, count)[0] @ edge.bend.poles
        points[0], points[-1] = edge.ends
        poles, degree = edge.bend.poles, len(edge.bend.poles) - 1
        return Chain(points, lambda t: bernstein(degree, np.array([t / count]))[0] @ poles)
    if edge.other is None:
        return Chain(np.array(edge.ends))
    if edge.other.GetType() == GeomAbs_CurveType.GeomAbs_Ellipse:
        shape = edge.other.Ellipse()
        at = shape.Position()
        return Conic(np.array(xyz(at.Location())), shape.MajorRadius() * np.array(xyz(at.XDirection())),
                     shape.MinorRadius() * np.array(xyz(at.YDirection())), edge.other.FirstParameter(),
                     edge.other.LastParameter())
    other, cut = edge.other, GCPnts_TangentialDeflection(edge.other, _TURN, CHORD)
    numbers = range(1, cut.NbPoints() + 1)
    points, places = np.array([cut.Value(i).Coord() for i in numbers]), [cut.Parameter(i) for i in numbers]
    points[0], points[-1] = edge.ends
    return Chain(points, lambda t: np.array(other.Value(float(np.interp(t, range(len(places)), places))).Coord()))


def met(curve: SpaceCurve, normal: Any, height: float) -> list[float]:
    """Parameters where a curve goes through the plane of points p with p . normal = height, in order."""
    if isinstance(curve, Chain):
        off = curve.points @ normal - height
        above = off > 0
        if len(off) == 2:
            return [float(off[0] / (off[0] - off[1]))] if above[0] != above[1] else []
        return [float(i + off[i] / (off[i] - off[i + 1])) for i in np.flatnonzero(above[1:] != above[:-1])]
    a, b, c = (float(each @ normal) for each in (curve.a, curve.b, curve.centre))
    size = hypot(a, b)
    if size < _WAY or abs(height - c) >= size:
        return []
    middle, half = atan2(b, a), acos((height - c) / size)
    found = set[float]()
    for angle in (middle - half, middle + half):
        t = angle + 2 * pi * ceil((curve.first - angle) / (2 * pi))
        while t <= curve.last:
            found.add(t)
            t += 2 * pi
    return sorted(found)


def through(curve: SpaceCurve, normal: Any, height: float) -> list[Through]:
    """Where the curve itself goes through a plane, which its chain of points may miss or meet elsewhere, in order.

    A chain is off by up to CHORD; where the plane grazes a bore, the bore's outline is much further off for that.
    """
    if not isinstance(curve, Chain) or curve.true is None:
        return [Through(t, curve.at(t), float(curve.way(t) @ normal) > 0) for t in met(curve, normal, height)]
    off = (curve.points @ normal - height).tolist()
    found = list[Through]()
    for i, (one, two) in enumerate(pairwise(off)):
        ts, heights = [float(i), i + 1.0], [one, two]
        if (one > 0) == (two > 0) and min(abs(one), abs(two)) < _GRAZED * CHORD:
            # the height of the piece is a parabola, nearly: does its summit, or its foot, lie beyond the plane?
            middle = float(curve.true(i + 0.5) @ normal) - height
            bend = one + two - 2 * middle
            top = 0.5 + (one - two) / (4 * bend) if abs(bend) > _WAY else 0.5
            top = i + min(max(top, _WITHIN), 1 - _WITHIN)
            ts.insert(1, top)
            heights.insert(1, float(curve.true(top) @ normal) - height)
        for (t0, t1), (low, high) in zip(pairwise(ts), pairwise(heights), strict=True):
            if (low > 0) != (high > 0):
                t = _root(curve.true, normal, height, (t0, t1), (low, high))
                found.append(Through(t, curve.true(t), high > 0))
    return found


def _root(true: Callable[[float], Any], normal: Any, height: float, between: tuple[float, float],
          heights: tuple[float, float]) -> float:
    """By the false position, of which no end may stay for ever."""
    (one, two), ends, kept = between, list(heights), -1
    middle = one
    for _ in range(_STEPS):
        middle = one + (two - one) * ends[0] / (ends[0] - ends[1])
        off = float(true(middle) @ normal) - height
        if abs(off) < _IN_PLANE:
            break
        side = 0 if (off > 0) == (ends[0] > 0) else 1
        one, two = (middle, two) if side == 0 else (one, middle)
        ends[side] = off
        if kept == side:
            ends[1 - side] /= 2
        kept = side
    return middle


def part(curve: SpaceCurve, first: float, last: float) -> SpaceCurve:
    """The piece between two parameters."""
    if isinstance(curve, Conic):
        return curve._replace(first=first, last=last)
    inner = curve.points[int(first) + 1:ceil(last)]
    return Chain(np.concatenate([curve.at(first)[None], inner, curve.at(last)[None]]))


def moved(curve: SpaceCurve, matrix: Any) -> SpaceCurve:
    """In the frame whose axes are the rows of `matrix` (3, 3)."""
    if isinstance(curve, Conic):
        return Conic(matrix @ curve.centre, matrix @ curve.a, matrix @ curve.b, curve.first, curve.last)
    return Chain(curve.points @ matrix.T)


def crossed(a: Any, b: Any) -> Any:
    """(3,) cross product; the general one of arrays takes twenty times as long."""
    return np.array([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def length(a: Any) -> float:
    """Length of a (3,)."""
    return hypot(a[0], a[1], a[2])
