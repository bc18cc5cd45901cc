"""Edges as points: lines, circles and other curves cut into pieces that their neighbours share; vectors as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import acos, ceil, pi, sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.BRepTools import BRepTools_WireExplorer
from OCP.GCPnts import GCPnts_TangentialDeflection
from OCP.TopAbs import TopAbs_FORWARD
from OCP.TopoDS import TopoDS, TopoDS_Iterator

from .outlines import bernstein
from .splines import SplineCurve, bent

Vector: TypeAlias = tuple[float, float, float]
TURN = 2 * pi - 1e-9
"""rad; what is longer is a whole circle."""
ANGLE = 0.07
"""rad between neighbouring facets around a circle: every section of a turned part loses the same 0.08 % of its area."""
BOTH_WAYS = 0.75
"""What a surface that bends both ways leaves of the chord error to its circles; its meridians have the rest."""


class Fineness(NamedTuple):
    """How fine to cut: chord error, mm; rad between points of a circle; what rows along a meridian
    have of the distance that these allow."""

    chord: float
    angle: float
    rows: float = 1.0

    def step(self, radius: float, share: float, most: float) -> float:
        """rad between points of a circle, if `share` of the chord error is its own."""
        return min(most, 2 * acos(max(1 - share * self.chord / radius, -1.0)))


class Bend(NamedTuple):
    """An edge that is one polynomial over 0 to 1."""

    poles: Any
    """(n, 3)."""
    sharp: float
    """Greatest second derivative, mm."""
    turn: float
    """rad that it turns through, all in all."""
    swept: Vector
    """Half the integral of the place times the way, mm2."""
    middle: Vector
    """The point halfway."""


class Edge(NamedTuple):
    """What is needed to know of an edge so as to cut it into pieces."""

    ends: tuple[Vector, Vector]
    arc: tuple[Vector, Vector, Vector, float, float, float] | None = None
    """Of a circle: centre, X, Y, radius, first and last parameter."""
    bend: Bend | None = None
    other: Any = None
    """The kernel's curve, if it is no line, circle or polynomial."""
    degenerate: bool = False
    spline: SplineCurve | None = None
    """What `other` is, if it is a spline that is used whole."""

    @property
    def whole(self) -> bool:
        """Whether it is a whole circle."""
        return self.arc is not None and self.arc[5] - self.arc[4] > TURN

    @property
    def straight(self) -> bool:
        """Whether it is a line."""
        return self.arc is None and self.bend is None and self.other is None

    def pieces(self, fineness: Fineness, around: int, share: float) -> int:
        """How many a circle or polynomial is cut into, `around` for a whole circle; 1 for a line."""
        if self.bend is not None:
            by_chord = ceil(sqrt(self.bend.sharp / (8 * share * fineness.chord)))
            return max(by_chord, ceil(self.bend.turn / (3 * fineness.angle)), 1)
        if self.arc is None:
            return 1
        _, _, _, radius, first, last = self.arc
        return around if self.whole else max(ceil((last - first) / fineness.step(radius, share, 5 * fineness.angle)), 1)

    @property
    def swept(self) -> Vector:
        """Half the integral of place x way along it, mm2: around a flat face they add up to its area times its normal."""
        if self.bend is not None:
            return self.bend.swept
        one, two = self.ends
        if self.arc is None:
            x, y, z = cross(one, two)
            return x / 2, y / 2, z / 2
        centre, x_axis, y_axis, radius, first, last = self.arc
        across, normal = cross(centre, minus(two, one)), cross(x_axis, y_axis)
        share = radius**2 * (last - first)
        return tuple((across[i] + share * normal[i]) / 2 for i in range(3))  # type: ignore[return-value]

    def middle(self) -> Vector:
        """The point halfway, of lines and polynomials."""
        if self.bend is not None:
            return self.bend.middle
        (x0, y0, z0), (x1, y1, z1) = self.ends
        return (x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2


def cut(edges: list[Edge], keys: Iterable[int], fineness: Fineness, around: int, share: float) -> dict[int, Any]:
    """(n, 3) points along each of these edges (numbered from 1), `around` pieces for a whole circle."""
    found, lines = dict[int, Any](), list[int]()
    bends, arcs = dict[tuple[int, int], list[int]](), dict[int, list[int]]()
    for key in keys:
        edge = edges[key - 1]
        if edge.spline is not None:
            count = _pieces_of(edge.spline, fineness, share)
            found[key] = _ended(edge.spline.at(_stations(edge.spline, count))[None], [edge])[0]
        elif edge.other is not None:
            points = GCPnts_TangentialDeflection(edge.other, 3 * fineness.angle, share * fineness.chord)
            found[key] = np.array([points.Value(i).Coord() for i in range(1, points.NbPoints() + 1)])
            found[key][0], found[key][-1] = edge.ends
        elif edge.bend is not None:
            bends.setdefault((len(edge.bend.poles) - 1, edge.pieces(fineness, around, share)), []).append(key)
        elif edge.arc is not None:
            arcs.setdefault(edge.pieces(fineness, around, share), []).append(key)
        else:
            lines.append(key)
    found.update(zip(lines, np.array([edges[key - 1].ends for key in lines]).reshape(-1, 2, 3), strict=True))
    for (degree, count), alike in bends.items():
        poles = np.array([bend.poles for key in alike if (bend := edges[key - 1].bend)])
        found.update(zip(alike, _ended(even(degree, count)[0] @ poles, [edges[key - 1] for key in alike]), strict=True))
    for count, alike in arcs.items():
        frames = np.array([[centre, x, y] for key in alike if (arc := edges[key - 1].arc) for centre, x, y in (arc[:3],)])
        radius, first, last = np.array([arc[3:] for key in alike if (arc := edges[key - 1].arc)]).T[:, :, None]
        ts = first + (last - first) / count * np.arange(count + 1)
        points = (frames[:, None, 0] + (radius * np.cos(ts))[:, :, None] * frames[:, None, 1]
                  + (radius * np.sin(ts))[:, :, None] * frames[:, None, 2])
        found.update(zip(alike, _ended(points, [edges[key - 1] for key in alike]), strict=True))
    return found


def _pieces_of(spline: SplineCurve, fineness: Fineness, share: float) -> int:
    """How many each polynomial of a spline is cut into."""
    sharp = float(np.sqrt((bent(spline.knots, spline.poles)**2).sum(axis=1)).max())
    return max(ceil(float(np.diff(spline.breaks).max()) * sqrt(sharp / (8 * share * fineness.chord))), 1)


def _stations(spline: SplineCurve, count: int) -> Any:
    """Parameters of a spline, `count` even steps in each of its polynomials."""
    breaks = spline.breaks
    return np.append((breaks[:-1, None] + np.diff(breaks)[:, None] * np.arange(count) / count).reshape(-1), breaks[-1])


def shares_of(spline: SplineCurve, count: int) -> Any | None:
    """(count,) of its range, at which `cut` has cut a spline into so many points; None if it has not."""
    pieces, rest = divmod(count - 1, len(spline.breaks) - 1)
    if rest or not pieces:
        return None
    stations = _stations(spline, pieces)
    return (stations - stations[0]) / (stations[-1] - stations[0])


def _ended(points: Any, edges: list[Edge]) -> Any:
    """(m, n, 3) points of m edges with the very ends that these have."""
    points[:, [0, -1]] = np.array([edge.ends for edge in edges])
    return points


@lru_cache(maxsize=256)
def even(degree: int, count: int) -> tuple[Any, Any, Any]:
    """(count + 1, degree + 1) each: what takes poles to even points over 0 to 1, to first and to second derivatives there."""
    ts, first = np.arange(count + 1) / count, np.diff(np.eye(degree + 1), axis=0) * degree
    second = np.diff(first, axis=0) * (degree - 1)
    return (bernstein(degree, ts), bernstein(degree - 1, ts) @ first,
            bernstein(max(degree - 2, 0), ts) @ second if degree > 1 else np.zeros((count + 1, degree + 1)))


def loops_of(face: Any, known: Any, edges: list[Edge]) -> list[list[tuple[int, bool]]]:
    """Wires of a face, which runs on their left seen against its surface's normal."""
    loops, wires = [], TopoDS_Iterator(face.Oriented(TopAbs_FORWARD))
    while wires.More():
        loops.append(_in_order(wires.Value(), known, edges))
        wires.Next()
    return loops


def keys_of(face: Any, known: Any) -> list[list[int]]:
    """Edges of each wire of a face, in the order in which they are stored."""
    found, wires = [], TopoDS_Iterator(face)
    while wires.More():
        keys, parts = [], TopoDS_Iterator(wires.Value())
        while parts.More():
            keys.append(known.FindIndex(parts.Value()))
            parts.Next()
        found.append(keys)
        wires.Next()
    return found


def _in_order(wire: Any, known: Any, edges: list[Edge]) -> list[tuple[int, bool]]:
    """Edges of a wire along it, and whether they run forward. Mostly they are stored so; sorting takes four times as long.

    Which way an edge runs follows from where the last one ends, which is found sooner than by asking.
    """
    loop, parts = list[tuple[int, bool]](), TopoDS_Iterator(wire)
    last: Any = None
    while parts.More():
        edge = parts.Value()
        key = known.FindIndex(edge)
        one, two = edges[key - 1].ends
        if last is None or one == two:
            forward = edge.Orientation() == TopAbs_FORWARD
            if last not in (None, one if forward else two):
                return _sorted(wire, known, edges)
        elif last in (one, two):
            forward = one == last
        else:
            return _sorted(wire, known, edges)
        loop.append((key, forward))
        last = two if forward else one
        parts.Next()
    key, forward = loop[0]
    return loop if edges[key - 1].ends[not forward] == last else _sorted(wire, known, edges)


def _sorted(wire: Any, known: Any, edges: list[Edge]) -> list[tuple[int, bool]]:
    """The same where they are stored in another order: from end to beginning, unless two begin at one point."""
    stored, parts = list[tuple[int, bool]](), TopoDS_Iterator(wire)
    while parts.More():
        edge = parts.Value()
        stored.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        parts.Next()
    begins = {edges[key - 1].ends[not forward]: (key, forward) for key, forward in stored}
    loop, last = stored[:1], edges[stored[0][0] - 1].ends[stored[0][1]]
    while len(loop) < len(stored) and (following := begins.get(last)) is not None:
        loop.append(following)
        last = edges[following[0] - 1].ends[following[1]]
    if len(begins) == len(stored) == len(set(loop)):
        return loop
    loop, explorer = [], BRepTools_WireExplorer(TopoDS.Wire_s(wire))
    while explorer.More():
        edge = explorer.Current()
        loop.append((known.FindIndex(edge), edge.Orientation() == TopAbs_FORWARD))
        explorer.Next()
    return loop


def line_of(loop: list[tuple[int, bool]], lines: dict[int, Any]) -> Any:
    """(n, 3) points along a wire, once around."""
    return np.concatenate([(lines[key] if forward else lines[key][::-1])[:-1] for key, forward in loop])


def after_back(angles: Any) -> Any:
    """Angles in (-pi, pi]: a point behind the axis comes last in every row, whatever its rounding."""
    return np.where(angles < -pi + 1e-9, angles + 2 * pi, angles)


def xyz(point: Any) -> Vector:
    """Coordinates of a point, vector or direction of the kernel."""
    return point.X(), point.Y(), point.Z()


def minus(a: Vector, b: Vector) -> Vector:
    """a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def cross(a: Any, b: Any) -> Vector:
    """Cross product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def dot(a: Any, b: Any) -> float:
    """Scalar product."""
    return float(a[0] * b[0] + a[1] * b[1] + a[2] * b[2])
