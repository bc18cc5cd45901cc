"""The thinnest place of a wall: from a sample of a face to where the face behind it comes nearest."""

from __future__ import annotations

from typing import Any

from .polylines import Vector, cross, dot
from .rays import Rays

_START = 1e-4  # mm; off the face from which a ray starts
_OPPOSED = 0.7  # as of walls: faces that lean more towards each other meet in an edge
_ROUNDS = 8
_FINE = 0.02  # mm; within that even a bore of 1 mm gains no more than is followed
_GAIN = 1e-4  # mm; less is not followed
_AXES: tuple[Vector, ...] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def downhill(rays: Rays, face: int, point: Vector, normal: Vector, width: float, step: float) -> tuple[Vector, int] | None:
    """Point, mm, on the triangles of a face, and its triangle, where the wall is thinner than the `width` it has at `point`.

    From `point` it goes by `step` to whichever of four sides is thinnest, and halves the step where none is. It ends at a
    place that is thinner than those around it, which need not be the thinnest of the face. None if it is nowhere thinner.
    """
    moved = None
    for _ in range(_ROUNDS):
        first = cross(normal, min(_AXES, key=lambda each: abs(dot(each, normal))))
        second = cross(normal, first)
        better = None
        for way in (first, second):
            for far in (step, -step):
                found = _behind(rays, face, _along(point, way, far), normal, step, width)
                if found is not None:
                    width, better = found[0], found[1:]
        if better is None:
            step /= 2
            if step < _FINE:
                break
            continue
        moved = better
        point, normal = better[0], _vector(rays.normals[better[1]])
    return moved


def _behind(rays: Rays, face: int, point: Vector, normal: Vector, step: float,
            width: float) -> tuple[float, Vector, int] | None:
    """Thickness, point and triangle of the face near a point beside it, if it is thinner there than `width`."""
    start = _along(point, normal, step)
    hit = rays.meet(start, (-normal[0], -normal[1], -normal[2]), 2 * step)
    if hit is None or rays.faces[hit[1]] != face:
        return None
    there, inwards = _along(start, normal, -hit[0]), _vector(-rays.normals[hit[1]])
    across = rays.meet(_along(there, inwards, _START), inwards, width)
    if across is None or dot(_vector(rays.normals[across[1]]), inwards) < _OPPOSED:
        return None
    found = across[0] + _START
    return (found, there, hit[1]) if found < width - _GAIN else None


def _along(point: Vector, way: Vector, far: float) -> Vector:
    return (point[0] + far * way[0], point[1] + far * way[1], point[2] + far * way[2])


def _vector(row: Any) -> Vector:
    x, y, z = map(float, row)
    return (x, y, z)
