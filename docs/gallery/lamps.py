"""Rectangles that shine or hide: softboxes and black cards, for compiled code.

A row of the table: CENTRE, half width and half height as vectors (WIDE, HIGH), unit NORMAL, AREA, RADIANCE, FEATHER,
FADE, and SHINES (1, or 0 for a black card). Lamps come first.
"""

from __future__ import annotations

from math import radians, sqrt

import numpy as np
from numpy.typing import NDArray

from compiled import compiled, inlined
from scene import Card, Scene, Softbox
from vectors import Vector, dot

CENTRE, WIDE, HIGH, NORMAL, AREA, RADIANCE, FEATHER, FADE, SHINES, ROW = 0, 3, 6, 9, 12, 13, 16, 17, 18, 19
FAR = 1e30


def table(scene: Scene) -> NDArray[np.float64]:
    """(k, 19): the softboxes, then the cards."""
    rows = np.zeros((len(scene.lights) + len(scene.cards), ROW))
    for line, item in zip(rows, (*scene.lights, *scene.cards), strict=True):
        line[:AREA] = _frame(item)
        line[AREA] = item.width * item.height
        if isinstance(item, Softbox):
            line[RADIANCE:] = (*item.radiance, item.feather, item.fade, 1.0)
    return rows


def _frame(item: Softbox | Card) -> NDArray[np.float64]:
    centre = np.array(item.centre, float)
    normal = np.array(item.target, float) - centre
    normal /= np.linalg.norm(normal)
    wide = np.cross((0.0, 0.0, 1.0) if abs(normal[2]) < 0.999 else (0.0, 1.0, 0.0), normal)
    wide /= np.linalg.norm(wide)
    high = np.cross(normal, wide)
    c, s = np.cos(radians(item.roll)), np.sin(radians(item.roll))
    wide, high = c * wide + s * high, c * high - s * wide
    return np.concatenate([centre, wide * item.width / 2, high * item.height / 2, normal])


@compiled
def met(lamps: NDArray[np.float64], k: int, o: Vector, d: Vector) -> tuple[float, float, float]:
    """(distance, place across, place up) where the ray meets rectangle k; places in -1..1; FAR if it does not."""
    n = (lamps[k, 9], lamps[k, 10], lamps[k, 11])
    slope = dot(d, n)
    if slope == 0.0:
        return FAR, 0.0, 0.0
    w = (lamps[k, 0] - o[0], lamps[k, 1] - o[1], lamps[k, 2] - o[2])
    t = dot(w, n) / slope
    if t <= 1e-6:
        return FAR, 0.0, 0.0
    p = (t * d[0] - w[0], t * d[1] - w[1], t * d[2] - w[2])
    a, b = (lamps[k, 3], lamps[k, 4], lamps[k, 5]), (lamps[k, 6], lamps[k, 7], lamps[k, 8])
    x, y = dot(p, a) / dot(a, a), dot(p, b) / dot(b, b)
    if abs(x) > 1.0 or abs(y) > 1.0:
        return FAR, 0.0, 0.0
    return t, x, y


@inlined
def _rim(x: float, feather: float) -> float:
    """1 inside, smoothly 0 at the rim."""
    if feather <= 0.0:
        return 1.0
    s = min(max((1.0 - abs(x)) / feather, 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


@compiled
def glow(lamp: NDArray[np.float64], x: float, y: float) -> float:
    """Radiance at a place of one lamp relative to that of its row."""
    fade = lamp[FADE]
    return _rim(x, lamp[FEATHER]) * _rim(y, lamp[FEATHER]) * (0.5 * (1.0 + fade) + 0.5 * (1.0 - fade) * y)


@compiled
def first_met(lamps: NDArray[np.float64], o: Vector, d: Vector, limit: float) -> tuple[int, float, float, float]:
    """(row or -1, distance, place across, place up) of the nearest rectangle; a lamp is not met from behind."""
    best, near, bx, by = -1, limit, 0.0, 0.0
    for k in range(lamps.shape[0]):
        behind = d[0] * lamps[k, NORMAL] + d[1] * lamps[k, NORMAL + 1] + d[2] * lamps[k, NORMAL + 2] >= 0.0
        if behind and lamps[k, SHINES] > 0.0:
            continue
        t, x, y = met(lamps, k, o, d)
        if t < near:
            best, near, bx, by = k, t, x, y
    return best, near, bx, by


@compiled
def hidden_by_card(lamps: NDArray[np.float64], o: Vector, d: Vector, limit: float) -> bool:
    for k in range(lamps.shape[0]):  # noqa: SIM110 - compiled code has no generators
        if lamps[k, SHINES] == 0.0 and met(lamps, k, o, d)[0] < limit:
            return True
    return False


@inlined
def _ramp(x: float, feather: float) -> float:
    """Density in -1..1 that rises straight from the rim to the even part; close to `_rim`."""
    return min(1.0, (1.0 - abs(x)) / max(feather, 1e-9)) / (2.0 - feather)


@inlined
def _on_ramp(x: float, feather: float) -> float:
    """A number of that density from an even one in 0..1."""
    side, x = (1.0, 2.0 * x - 1.0) if x >= 0.5 else (-1.0, 1.0 - 2.0 * x)
    area = x * (2.0 - feather) / 2.0
    if area <= 1.0 - feather:
        return side * area
    return side * (1.0 - sqrt(max(feather * feather - 2.0 * feather * (area - 1.0 + feather), 0.0)))


@compiled
def place(lamp: NDArray[np.float64], x: float, y: float) -> tuple[float, float]:
    """A place on a lamp from two random numbers, seldom where it is faint."""
    return _on_ramp(x, lamp[FEATHER]), _on_ramp(y, lamp[FEATHER])


@compiled
def density(lamp: NDArray[np.float64], x: float, y: float) -> float:
    """Of `place`, per mm2."""
    return _ramp(x, lamp[FEATHER]) * _ramp(y, lamp[FEATHER]) * 4.0 / lamp[AREA]
