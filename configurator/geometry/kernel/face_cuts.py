"""Where a plane meets a face, and where a face turns away from who looks at it: curves on faces, in closed form where
the surface is elementary.

Both are planes through elementary surfaces: the outline of a cylinder lies in the plane through its axis. Which pieces of
such a curve belong to the face follows from how its edges go through the plane, so that neighbours agree about the ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, pi, sin, sqrt, tan
from typing import Any, NamedTuple

import numpy as np

from .faces_seen import Face, Node
from .records import Kind
from .space_curves import Chain, Conic, SpaceCurve, crossed, length, met, met_at

_LEVEL = 1e-9  # sine of the angle between what is parallel
_ON_AXIS = 1e-3  # mm: a plane so near to the axis of a cone or torus holds it
_SOMEWHERE = 1.0  # rad; where on a circle it is looked, away from where seams mostly are
_NEAR = 0.05  # mm from a node to the curve that it lies on: where a plane grazes a face, much more than its edges are off
NUDGE = 1e-6
"""mm, and rad: outlines are looked for beside where they are, since seams and edges of half parts lie just there."""


class Plane(NamedTuple):
    """Points p with p . normal = height."""

    normal: Any
    height: float


class Piece(NamedTuple):
    """A curve on a face from node to node; a closed one has none."""

    curve: SpaceCurve
    start: Node | None = None
    end: Node | None = None


def outlines(face: Face, towards: Any) -> list[Piece] | None:
    """Where a face seen from `towards` (3,) turns away; None if that is not known in closed form."""
    turning = None if face.kind == Kind.OTHER else _turning(face, towards)
    return None if turning is None else [piece for each in turning for piece in _within(face, *each)]


def section(face: Face, plane: Plane) -> list[Piece] | None:
    """Where a plane meets a face; None if that is not known in closed form."""
    carriers = _carriers(face, plane)
    if carriers is None:
        return None
    found = _within(face, plane, carriers)
    return found or _untouched(face, plane, carriers[0]) if face.kind == Kind.SPHERE and carriers else found


class _Carrier(NamedTuple):
    """A line (b is None: centre + t * a) or a circle or ellipse of which a piece may lie on a face.

    `side`: only nodes with (p - centre) . side > 0 belong to it.
    """

    centre: Any
    a: Any
    b: Any = None
    side: Any = None

    def off(self, point: Any) -> float:
        """How far a point is from it, roughly."""
        away = point - self.centre
        if self.b is None:
            return length(away - self.a * (away @ self.a) / (self.a @ self.a))
        t = self.place(point)
        return length(away - cos(t) * self.a - sin(t) * self.b)

    def place(self, point: Any) -> float:
        """The parameter nearest to a point on it."""
        away = point - self.centre
        across = float(away @ self.a / (self.a @ self.a))
        return across if self.b is None else atan2(float(away @ self.b / (self.b @ self.b)), across)

    def way(self, t: float) -> Any:
        """(3,) derivative."""
        return self.a if self.b is None else cos(t) * self.b - sin(t) * self.a


def _turning(face: Face, towards: Any) -> list[tuple[Plane, list[_Carrier]]] | None:
    """Planes in which a face turns away, each with the curves where its surface meets it."""
    if face.kind == Kind.PLANE:
        return []
    c, a = face.place, face.axis
    along = float(towards @ a)
    if face.kind == Kind.SPHERE:
        x = _square(towards)
        y = crossed(towards, x)
        way = towards + NUDGE * x + 1.7 * NUDGE * y
        return [(Plane(way, way @ c), [_Carrier(c, face.sizes[0] * x, face.sizes[0] * y)])]
    level = towards - along * a
    size = float(np.linalg.norm(level))
    if face.kind == Kind.TORUS:
        ring, tube = face.sizes
        if size < _LEVEL:
            x, y = face.x, crossed(a, face.x)
            return [(Plane(a, a @ c + NUDGE), [_Carrier(c, (ring + s * tube) * x, (ring + s * tube) * y) for s in (1, -1)])]
        if abs(along) > _LEVEL:
            return None
        w = _turned(crossed(a, level / size), a)
        found = _meridians(face, w)
        x, y = face.x, crossed(a, face.x)
        for s in (1, -1):  # seen edge-on
            found.append((Plane(s * a, s * (a @ c) + tube * (1 - NUDGE)), [_Carrier(c + s * tube * a, ring * x, ring * y)]))
        return found
    if size < _LEVEL:
        return []
    p = level / size
    if face.kind == Kind.CYLINDER:
        return _meridians(face, _turned(crossed(a, p), a))
    _, half = face.sizes
    k = tan(half) * along / size
    if abs(k) >= 1:
        return []
    return [each for s in (1, -1)
            for each in _meridians(face, _turned(k * p + s * sqrt(1 - k * k) * crossed(a, p), a), one=True)]


def _meridians(face: Face, w: Any, one: bool = False) -> list[tuple[Plane, list[_Carrier]]]:
    """The plane through the axis that holds the direction w, with the meridians in it, or the one on the side of w."""
    n = crossed(face.axis, w)
    carriers = [_meridian(face, side) for side in ((w,) if one else (w, -w))]
    return [(Plane(n, float(n @ face.place)), carriers)]


def _meridian(face: Face, w: Any, offset: Any = 0.0) -> _Carrier:
    if face.kind == Kind.CYLINDER:
        return _Carrier(face.place + face.sizes[0] * w + offset, face.axis, side=w)
    if face.kind == Kind.CONE:
        radius, half = face.sizes
        return _Carrier(face.place + radius * w + offset, cos(half) * face.axis + sin(half) * w, side=w)
    ring, tube = face.sizes
    return _Carrier(face.place + ring * w + offset, tube * w, tube * face.axis)


def _carriers(face: Face, plane: Plane) -> list[_Carrier] | None:
    """All of a plane and a surface; None for curves that are no lines and no conics."""
    n, (c, a) = plane.normal, (face.place, face.axis)
    if face.kind == Kind.OTHER:
        return None
    if face.kind == Kind.PLANE:
        way = crossed(n, a)
        size = float(way @ way)
        if size < _LEVEL**2:
            return []
        off = plane.height - float(c @ n)
        inwards = crossed(a, way)
        return [_Carrier(c + off / float(inwards @ n) * inwards, way / sqrt(size))]
    off = plane.height - float(c @ n)
    if face.kind == Kind.SPHERE:
        radius = face.sizes[0]
        if abs(off) >= radius:
            return []
        x = _square(n)
        size = sqrt(radius**2 - off**2)
        return [_Carrier(c + off * n, size * x, size * crossed(n, x))]
    along, across = float(a @ n), crossed(a, n)
    width = float(np.linalg.norm(across))
    if width < _LEVEL:
        return _parallels(face, off * (1 if along > 0 else -1))
    if abs(along) < _LEVEL:
        w = across / width
        if face.kind == Kind.CYLINDER:
            radius = face.sizes[0]
            if abs(off) >= radius:
                return []
            half = sqrt(radius**2 - off**2)
            return [_Carrier(c + off * n + s * half * w, a) for s in (1, -1)]
        return [_meridian(face, s * w, off * n) for s in (1, -1)] if abs(off) < _ON_AXIS else None
    if face.kind != Kind.CYLINDER:
        return None
    radius, w = face.sizes[0], across / width
    return [_Carrier(c + off / along * a, radius * w, radius / abs(along) * crossed(n, w))]


def _parallels(face: Face, height: float) -> list[_Carrier]:
    """Circles about the axis at a height."""
    if face.kind == Kind.TORUS:
        ring, tube = face.sizes
        if abs(height) >= tube:
            return []
        away = sqrt(tube**2 - height**2)
        radii = [ring + away, ring - away]
    else:
        radii = [face.sizes[0] + (height * tan(face.sizes[1]) if face.kind == Kind.CONE else 0.0)]
    x, y, centre = face.x, crossed(face.axis, face.x), face.place + height * face.axis
    return [_Carrier(centre, abs(radius) * x, abs(radius) * y) for radius in radii if abs(radius) > _LEVEL]


def _within(face: Face, plane: Plane, carriers: list[_Carrier]) -> list[Piece]:
    """The pieces of curves that lie on a face, from node to node."""
    if not carriers:
        return []
    nodes_of: list[list[tuple[float, bool, Node]]] = [[] for _ in carriers]
    for key, forward, curve in face.around:
        for index, t in enumerate(met(curve, plane.normal, plane.height)):
            point = met_at(curve, t, plane.normal, plane.height)
            which = min(range(len(carriers)), key=lambda i: carriers[i].off(point))
            carrier = carriers[which]
            if carrier.off(point) > _NEAR or (carrier.side is not None and (point - face.place) @ carrier.side < -_LEVEL):
                continue
            place = carrier.place(point)
            inwards = crossed(face.natural(point), curve.way(t)) * (1 if forward else -1)
            nodes_of[which].append((place, float(inwards @ carrier.way(place)) > 0, Node(key, index, t, point)))
    return [piece for carrier, nodes in zip(carriers, nodes_of, strict=True) for piece in _paired(carrier, nodes)]


def _untouched(sphere: Face, plane: Plane, circle: _Carrier) -> list[Piece]:
    """The whole circle if it lies on the face though no edge goes through it. On every other surface it meets a seam.

    A great circle through a point of it and through an edge tells.
    """
    if any(met(curve, plane.normal, plane.height) for _, _, curve in sphere.around):
        return []
    point = circle.centre + cos(_SOMEWHERE) * circle.a + sin(_SOMEWHERE) * circle.b
    for _, _, curve in sphere.around:
        way = crossed(point - sphere.place, curve.at((curve.first + curve.last) / 2) - sphere.place)
        if length(way) < _LEVEL:
            continue
        way /= length(way)
        through = Plane(way, float(way @ sphere.place))
        (great,) = _carriers(sphere, through) or ()
        pieces = [piece.curve for piece in _within(sphere, through, [great])]
        if pieces:
            here = great.place(point)
            if not any((here - piece.first) % (2 * pi) < piece.last - piece.first for piece in pieces):
                return []
            break
    return [Piece(Conic(circle.centre, circle.a, circle.b, 0.0, 2 * pi))]


def _paired(carrier: _Carrier, nodes: list[tuple[float, bool, Node]]) -> Iterator[Piece]:
    """From where a curve enters the face to where it leaves it."""
    entries = sorted((each for each in nodes if each[1]), key=lambda each: each[0])
    exits = sorted((each for each in nodes if not each[1]), key=lambda each: each[0])
    turn = 2 * pi
    for index, (start, _, node) in enumerate(entries):
        if carrier.b is None:
            after = [each for each in exits if each[0] > start - _LEVEL]
            if after and not (index + 1 < len(entries) and entries[index + 1][0] < after[0][0] - _LEVEL):
                yield Piece(Chain(np.array([node.point, after[0][2].point])), node, after[0][2])
            continue
        if not exits:
            continue
        gaps = [((each[0] - start) % turn or turn, each[2]) for each in exits]
        gap, other = min(((turn if gap < _LEVEL else gap, end) for gap, end in gaps), key=lambda each: each[0])
        between = [(each[0] - start) % turn for each in entries if each[2] is not node]
        if any(_LEVEL < each < gap - _LEVEL for each in between):
            continue
        yield Piece(Conic(carrier.centre, carrier.a, carrier.b, start, start + gap), node, other)


def _square(way: Any) -> Any:
    """A unit vector square to a unit vector."""
    axis = np.zeros(3)
    axis[int(np.argmin(np.abs(way)))] = 1.0
    made = crossed(way, axis)
    return made / np.linalg.norm(made)


def _turned(w: Any, axis: Any) -> Any:
    """A unit vector, moved a little about an axis."""
    moved = w + NUDGE * crossed(axis, w)
    return moved / np.linalg.norm(moved)
