"""How a surface of small mirrors reflects: GGX, anisotropic, with the colours of metals and the gloss of clear coats.

Directions are unit vectors in the surface's frame (tangent, bitangent, normal), both pointing away from the surface.
`ax`, `ay` are the slopes' widths along tangent and bitangent (roughness squared).
"""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from compiled import compiled
from vectors import Vector, dot, unit


@compiled
def spread(h: Vector, ax: float, ay: float) -> float:
    """Density of mirrors with normal h (Trowbridge and Reitz)."""
    x, y = h[0] / ax, h[1] / ay
    s = x * x + y * y + h[2] * h[2]
    return 1.0 / (pi * ax * ay * s * s)


@compiled
def slope_term(w: Vector, ax: float, ay: float) -> float:
    """Smith's lambda."""
    z2 = max(w[2] * w[2], 1e-12)
    return 0.5 * (sqrt(1.0 + (ax * ax * w[0] * w[0] + ay * ay * w[1] * w[1]) / z2) - 1.0)


@compiled
def visible_normal(o: Vector, ax: float, ay: float, x: float, y: float) -> Vector:
    """A mirror seen from o, by two random numbers (Dupuy and Benyoub, HPG 2023)."""
    v = unit((o[0] * ax, o[1] * ay, o[2]))
    angle = 2 * pi * x
    z = (1.0 - y) * (1.0 + v[2]) - v[2]
    r = sqrt(min(max(1.0 - z * z, 0.0), 1.0))
    h = (r * cos(angle) + v[0], r * sin(angle) + v[1], z + v[2])
    return unit((h[0] * ax, h[1] * ay, max(h[2], 1e-9)))


@compiled
def reflection(o: Vector, i: Vector, ax: float, ay: float) -> tuple[float, float, float]:
    """(value times cosine without Fresnel, density of drawing i by `visible_normal`, cosine of o to the mirror)."""
    h = unit((o[0] + i[0], o[1] + i[1], o[2] + i[2]))
    d, lo, li = spread(h, ax, ay), slope_term(o, ax, ay), slope_term(i, ax, ay)
    return d / ((1.0 + lo + li) * 4.0 * o[2]), d / ((1.0 + lo) * 4.0 * o[2]), dot(o, h)


@compiled
def metal_colour(cosine: float, f0: float, f82: float) -> float:
    """Reflectance of a conductor: Schlick's curve bent to meet f82 times itself at 82 degrees (Kutz et al. 2021)."""
    c = min(max(cosine, 0.0), 1.0)
    m = (1.0 - c) ** 5
    # 1/7 is the cosine of 82 degrees; (6/7)^5 = 0.46266, (6/7)^6 = 0.39657.
    at82 = f0 + (1.0 - f0) * 0.46266
    bend = at82 * (1.0 - f82) / (1.0 / 7.0 * 0.39657)
    return min(max(f0 + (1.0 - f0) * m - bend * c * m * (1.0 - c), 0.0), 1.0)


@compiled
def clear_gloss(cosine: float, ior: float) -> float:
    """Reflectance of a clear surface of relative index `ior` (transmitted side over incident side), unpolarised."""
    c = min(max(cosine, 0.0), 1.0)
    g2 = ior * ior - 1.0 + c * c
    if g2 <= 0.0:
        return 1.0
    g = sqrt(g2)
    a, b = (g - c) / (g + c), (c * (g + c) - 1.0) / (c * (g - c) + 1.0)
    return 0.5 * a * a * (1.0 + b * b)
