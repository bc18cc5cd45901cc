"""What a point of a surface does to light: metals, clear solids and coated paper, for compiled code.

A row of the table, directions in the studio's frame: kind (0), colour (1:4), grazing colour (4:7), slopes along and
across the lines (7, 8), ior (9), lines (10: none, straight, around, radial), their axis (11:14), centre (14:17),
pitch (17), depth (18) and ribs (19), and what a coating leaves of a clear body's reflection (20).
"""

from __future__ import annotations

from math import cos, floor, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from compiled import compiled, inlined
from microfacet import clear_gloss, metal_colour, reflection, visible_normal
from sampling import hashed
from scene import Body, Brush, Dielectric, Metal
from vectors import Vector, across, along, cross, dot, minus, unit

METAL, CLEAR, PAPER = 0, 1, 2
PLAIN, STRAIGHT, AROUND, RADIAL = 0, 1, 2, 3
WIDTH = 21
MIRROR = 0.012
"""Slopes below this are drawn as a mirror: a lamp is found by following the reflection only."""
RIB_SLOPE = 0.07
"""Of the flanks of côtes where two of them meet."""
DULL = 0.08
"""Least slope seen after a matt bounce: what would be a speck of light becomes a soft patch."""


def row_of(body: Body) -> NDArray[np.float64]:
    """(21,) of the table, directions turned as the body stands."""
    line, material = np.zeros(WIDTH), body.material
    if isinstance(material, Metal):
        line[0], line[1:4], line[4:7] = METAL, material.normal, material.grazing
        line[7:9] = material.roughness ** 2
        if material.brush:
            _brush(line, material.brush, body.matrix)
    elif isinstance(material, Dielectric):
        line[0], line[1:4], line[9], line[20] = CLEAR, material.tint, material.ior, material.coating
    else:
        line[0], line[1:4], line[9], line[7:9] = PAPER, material.colour, material.ior, material.roughness ** 2
    return line


def _brush(line: NDArray[np.float64], brush: Brush, matrix: NDArray[np.float64]) -> None:
    axis = matrix[:3, :3] @ np.array(brush.axis, float)
    line[8], line[10] = brush.roughness ** 2, RADIAL if brush.radial else AROUND if brush.around else STRAIGHT
    line[11:14] = axis / np.linalg.norm(axis)
    line[14:17] = matrix[:3, :3] @ np.array(brush.centre, float) + matrix[:3, 3]
    line[17:20] = brush.pitch, brush.depth, brush.ribs


@compiled
def frame(m: NDArray[np.float64], p: Vector, n: Vector) -> tuple[Vector, Vector, Vector]:
    """Tangent along the lines of the finish, bitangent, and the normal with the lines' flanks."""
    if m[10] == PLAIN:
        t = across(n)
        return t, cross(n, t), n
    axis, w = (m[11], m[12], m[13]), minus(p, (m[14], m[15], m[16]))
    high = dot(w, axis)
    radial = along(w, -high, axis)
    t = axis if m[10] == STRAIGHT else radial if m[10] == RADIAL else cross(axis, radial)
    t = along(t, -dot(t, n), n)
    if dot(t, t) < 1e-12:
        t = across(n)
    t = unit(t)
    b = cross(n, t)
    r = sqrt(dot(radial, radial))
    if m[10] == STRAIGHT:
        lengthwise, sidewise = high, dot(w, unit(b))
    elif m[10] == RADIAL:
        lengthwise, sidewise = r, _turn(radial, axis) * 10.0
    else:
        # Along a circle the arc; from line to line both height and radius count, so a side face has circles too.
        lengthwise, sidewise = _turn(radial, axis) * r, high + r
    slope = m[18] * (_lines(sidewise / m[17], lengthwise / (90.0 * m[17]))
                     + 0.6 * _lines(sidewise / (3.7 * m[17]) + 11.3, lengthwise / (300.0 * m[17])))
    if m[19] > 0.0:
        slope += RIB_SLOPE * (2.0 * (sidewise / m[19] - floor(sidewise / m[19])) - 1.0)
    bent = unit(along(n, slope, b))
    return unit(along(t, -dot(t, bent), bent)), cross(bent, t), bent


@compiled
def _turn(radial: Vector, axis: Vector) -> float:
    """Angle about the axis, from any fixed direction."""
    e = across(axis)
    return np.arctan2(dot(radial, cross(axis, e)), dot(radial, e))


@compiled
def _lines(x: float, y: float) -> float:
    """Smooth noise in -1..1 with one value per unit cell."""
    i, j = floor(x), floor(y)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    low = _cell(i, j) * (1 - u) + _cell(i + 1, j) * u
    high = _cell(i, j + 1) * (1 - u) + _cell(i + 1, j + 1) * u
    return low * (1 - v) + high * v


@compiled
def _cell(i: float, j: float) -> float:
    place = np.uint32(np.int64(i) & 0xFFFF) + np.uint32(65537) * np.uint32(np.int64(j) & 0xFFFF)
    return hashed(place) / 2147483648.0 - 1.0


@compiled
def value(m: NDArray[np.float64], ax: float, ay: float, o: Vector, i: Vector) -> tuple[Vector, float]:
    """Reflected part times cosine for light from i seen from o (local), and the density of drawing i."""
    if i[2] <= 0.0 or o[2] <= 0.0:
        return (0.0, 0.0, 0.0), 0.0
    gloss, density, cosine = reflection(o, i, ax, ay)
    if m[0] == METAL:
        return (gloss * metal_colour(cosine, m[1], m[4]), gloss * metal_colour(cosine, m[2], m[5]),
                gloss * metal_colour(cosine, m[3], m[6])), density
    coat = clear_gloss(o[2], m[9])
    share = coat_share(coat)
    gloss *= clear_gloss(cosine, m[9])
    matt = (1.0 - coat) * (1.0 - clear_gloss(i[2], m[9])) * i[2] / pi
    return ((gloss + matt * m[1], gloss + matt * m[2], gloss + matt * m[3]),
            share * density + (1.0 - share) * i[2] / pi)


@inlined
def coat_share(coat: float) -> float:
    """Part of the samples that paper spends on its gloss."""
    return min(max(2.0 * coat / (2.0 * coat + 0.6), 0.05), 0.9)


@compiled
def drawn(m: NDArray[np.float64], ax: float, ay: float, o: Vector, x: float, y: float, z: float) -> Vector:
    """A direction (local) for light to come from; its density is that of `value`."""
    if m[0] == PAPER and z >= coat_share(clear_gloss(o[2], m[9])):
        r, angle = sqrt(x), 2 * pi * y
        return r * cos(angle), r * sin(angle), sqrt(max(1.0 - x, 0.0))
    h = visible_normal(o, ax, ay, x, y)
    c = 2.0 * dot(o, h)
    return c * h[0] - o[0], c * h[1] - o[1], c * h[2] - o[2]
