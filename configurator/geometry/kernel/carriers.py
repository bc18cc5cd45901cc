"""Lines, circles and ellipses in which planes meet elementary surfaces, and in which such surfaces turn away from the eye.

Both are planes through elementary surfaces: the outline of a cylinder lies in the plane through its axis.
"""

from __future__ import annotations

from math import atan2, cos, sin, sqrt, tan
from typing import Any, NamedTuple

import numpy as np

from .faces_seen import Face
from .records import Kind
from .space_curves import crossed, length

LEVEL = 1e-9
"""Sine of the angle between what is parallel; mm or rad between what is the same."""
_ON_AXIS = 1e-3  # mm: a plane so near to the axis of a cone or torus holds it
NUDGE = 1e-6
"""mm, and rad: outlines are looked for beside where they are, since seams and edges of half parts lie just there."""


class Plane(NamedTuple):
    """Points p with p . normal = height."""

    normal: Any
    height: float


class Carrier(NamedTuple):
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


def turning_planes(face: Face, towards: Any) -> list[tuple[Plane, list[Carrier]]] | None:
    """Planes in which a face turns away, each with the curves where its surface meets it."""
    if face.kind == Kind.PLANE:
        return []
    c, a = face.place, face.axis
    along = float(towards @ a)
    if face.kind == Kind.SPHERE:
        x = _square(towards)
        y = crossed(towards, x)
        way = towards + NUDGE * x + 1.7 * NUDGE * y
        return [(Plane(way, way @ c), [Carrier(c, face.sizes[0] * x, face.sizes[0] * y)])]
    level = towards - along * a
    size = float(np.linalg.norm(level))
    if face.kind == Kind.TORUS:
        ring, tube = face.sizes
        if size < LEVEL:
            x, y = face.x, crossed(a, face.x)
            return [(Plane(a, a @ c + NUDGE), [Carrier(c, (ring + s * tube) * x, (ring + s * tube) * y) for s in (1, -1)])]
        if abs(along) > LEVEL:
            return None
        w = _turned(crossed(a, level / size), a)
        found = _meridians(face, w)
        x, y = face.x, crossed(a, face.x)
        for s in (1, -1):  # seen edge-on
            found.append((Plane(s * a, s * (a @ c) + tube * (1 - NUDGE)), [Carrier(c + s * tube * a, ring * x, ring * y)]))
        return found
    if size < LEVEL:
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


def _meridians(face: Face, w: Any, one: bool = False) -> list[tuple[Plane, list[Carrier]]]:
    """The plane through the axis that holds the direction w, with the meridians in it, or the one on the side of w."""
    n = crossed(face.axis, w)
    carriers = [_meridian(face, side) for side in ((w,) if one else (w, -w))]
    return [(Plane(n, float(n @ face.place)), carriers)]


def _meridian(face: Face, w: Any, offset: Any = 0.0) -> Carrier:
    if face.kind == Kind.CYLINDER:
        return Carrier(face.place + face.sizes[0] * w + offset, face.axis, side=w)
    if face.kind == Kind.CONE:
        radius, half = face.sizes
        return Carrier(face.place + radius * w + offset, cos(half) * face.axis + sin(half) * w, side=w)
    ring, tube = face.sizes
    return Carrier(face.place + ring * w + offset, tube * w, tube * face.axis)


def carriers_in(face: Face, plane: Plane) -> list[Carrier] | None:
    """All of a plane and a surface; None for curves that are no lines and no conics."""
    n, (c, a) = plane.normal, (face.place, face.axis)
    if face.kind == Kind.OTHER:
        return None
    if face.kind == Kind.PLANE:
        way = crossed(n, a)
        size = float(way @ way)
        if size < LEVEL**2:
            return []
        off = plane.height - float(c @ n)
        inwards = crossed(a, way)
        return [Carrier(c + off / float(inwards @ n) * inwards, way / sqrt(size))]
    off = plane.height - float(c @ n)
    if face.kind == Kind.SPHERE:
        radius = face.sizes[0]
        if abs(off) >= radius:
            return []
        x = _square(n)
        size = sqrt(radius**2 - off**2)
        return [Carrier(c + off * n, size * x, size * crossed(n, x))]
    along, across = float(a @ n), crossed(a, n)
    width = float(np.linalg.norm(across))
    if width < LEVEL:
        return _parallels(face, off * (1 if along > 0 else -1))
    if abs(along) < LEVEL:
        w = across / width
        if face.kind == Kind.CYLINDER:
            radius = face.sizes[0]
            if abs(off) >= radius:
                return []
            half = sqrt(radius**2 - off**2)
            return [Carrier(c + off * n + s * half * w, a) for s in (1, -1)]
        return [_meridian(face, s * w, off * n) for s in (1, -1)] if abs(off) < _ON_AXIS else None
    if face.kind != Kind.CYLINDER:
        return None
    radius, w = face.sizes[0], across / width
    return [Carrier(c + off / along * a, radius * w, radius / abs(along) * crossed(n, w))]


def _parallels(face: Face, height: float) -> list[Carrier]:
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
    return [Carrier(centre, abs(radius) * x, abs(radius) * y) for radius in radii if abs(radius) > LEVEL]


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
