"""Three numbers at a time, for compiled code."""

from __future__ import annotations

from math import sqrt

from compiled import inlined

Vector = tuple[float, float, float]


@inlined
def dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


@inlined
def cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


@inlined
def along(a: Vector, s: float, b: Vector) -> Vector:
    """a + s b."""
    return a[0] + s * b[0], a[1] + s * b[1], a[2] + s * b[2]


@inlined
def minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


@inlined
def unit(a: Vector) -> Vector:
    s = 1.0 / sqrt(max(dot(a, a), 1e-300))
    return a[0] * s, a[1] * s, a[2] * s


@inlined
def across(n: Vector) -> Vector:
    """Some unit vector at right angles to the unit vector n (Duff et al., JCGT 2017)."""
    sign = 1.0 if n[2] >= 0 else -1.0
    a = -1.0 / (sign + n[2])
    return 1.0 + sign * n[0] * n[0] * a, sign * n[0] * n[1] * a, -sign * n[0]


@inlined
def to_local(v: Vector, t: Vector, b: Vector, n: Vector) -> Vector:
    return dot(v, t), dot(v, b), dot(v, n)


@inlined
def to_world(v: Vector, t: Vector, b: Vector, n: Vector) -> Vector:
    return (v[0] * t[0] + v[1] * b[0] + v[2] * n[0],
            v[0] * t[1] + v[1] * b[1] + v[2] * n[1],
            v[0] * t[2] + v[1] * b[2] + v[2] * n[2])
