"""One step of many light paths at once: where a path meets something, take its light and choose where to look next.

Compiled; arrays in, arrays changed. Frame and units of the studio (mm, Z up). The tables are few and wide, since each
array handed to a compiled function is counted, and processors count slowly together.

A row of `paths` is one path, followed backwards from the lens: ORIGIN and DIRECTION of the next ray, WEIGHT of what it
finds, LIGHT found so far, DENSITY with which the direction was drawn (-1 after mirrors, whose light is not asked for at
the lamps), CEILING of what may still be added at once, SEED and INDEX of its random numbers, whether it began ON_PAPER,
and ONE_OF how many lamps was asked at the last point (1: all of them; 0: none yet).
A row of `asked` is light of a lamp that arrives at a path if nothing stands in between. A row of `corners` is one
triangle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

import lamps
from compiled import compiled, inlined
from microfacet import clear_gloss
from sampling import pair
from surfaces import CLEAR, DULL, METAL, MIRROR, PAPER, drawn, frame, value
from vectors import Vector, along, cross, dot, minus, to_local, to_world, unit

Floats = NDArray[np.float64]
ORIGIN, DIRECTION, WEIGHT, LIGHT, DENSITY, CEILING, SEED, INDEX, ON_PAPER, ONE_OF = 0, 3, 6, 9, 12, 13, 14, 15, 16, 17
PATH_WIDTH = 18
START, TOWARDS, DISTANCE, ARRIVES, ASKER, ASKED_WIDTH = 0, 3, 6, 7, 10, 11
POINTS, NORMALS, MATERIAL, CORNERS_WIDTH = 0, 9, 18, 19
LIFT = 1e-3
"""mm off a surface before the next ray starts."""
BRIGHTEST, BRIGHTEST_LATER = 12.0, 1.5
"""Most that one path may add, seen directly or in mirrors, and after a matt bounce (the rest would be fireflies)."""
PATIENCE = 4
"""Bounces before weak paths are ended by lot."""


@inlined
def three(row: Floats, at: int) -> Vector:
    return row[at], row[at + 1], row[at + 2]


@inlined
def put(row: Floats, at: int, v: Vector) -> None:
    row[at], row[at + 1], row[at + 2] = v


@compiled
def step(bounce: int, active: NDArray[np.int64], triangle: NDArray[np.int32], distance: NDArray[np.float32],
         u: NDArray[np.float32], v: NDArray[np.float32], paths: Floats, corners: Floats, materials: Floats,
         rectangles: Floats, ambient: Vector, asked: Floats, goes_on: NDArray[np.bool_]) -> int:
    """Rows of `asked` that were filled; there is room for one per lamp and active path. `triangle`, `distance`, `u`, `v`
    are hits as Embree gives them, one per active path."""
    filled = 0
    for r in range(len(active)):
        path, hit = paths[active[r]], triangle[r]
        goes_on[r] = False
        o, d = three(path, ORIGIN), three(path, DIRECTION)
        limit = float(distance[r]) if hit >= 0 else lamps.FAR
        lamp, near, x, y = lamps.first_met(rectangles, o, d, limit)
        if lamp >= 0:
            _take_lamp(path, rectangles[lamp], near, x, y, d)
        elif hit < 0:
            _add(path, ambient)
        else:
            corner = corners[hit]
            goes_on[r], more = _surface(bounce, corner, u[r], v[r], d, path, materials[int(corner[MATERIAL])],
                                        rectangles, asked[filled:])
            asked[filled:filled + more, ASKER] = active[r]
            filled += more
    return filled


@compiled
def answer(asked: Floats, blocked: NDArray[np.bool_], paths: Floats) -> None:
    """Adds what was asked for and is not blocked (k,) to the paths that asked."""
    for r in range(len(asked)):
        if not blocked[r]:
            path = paths[int(asked[r, ASKER])]
            for j in range(3):
                path[LIGHT + j] += asked[r, ARRIVES + j]


@compiled
def _add(path: Floats, light: Vector) -> None:
    """Light found, dimmed by the path; held below the ceiling without changing its hue."""
    red, green, blue = light[0] * path[WEIGHT], light[1] * path[WEIGHT + 1], light[2] * path[WEIGHT + 2]
    s = min(1.0, path[CEILING] / max(red, green, blue, 1e-9))
    path[LIGHT] += s * red
    path[LIGHT + 1] += s * green
    path[LIGHT + 2] += s * blue


@compiled
def _take_lamp(path: Floats, lamp: Floats, distance: float, x: float, y: float, d: Vector) -> None:
    if lamp[lamps.SHINES] == 0.0:
        return
    g = lamps.glow(lamp, x, y)
    if path[DENSITY] >= 0.0:
        facing = max(-dot(d, three(lamp, lamps.NORMAL)), 1e-9)
        other = lamps.density(lamp, x, y) * distance * distance / facing / path[ONE_OF]
        g *= path[DENSITY] / (path[DENSITY] + other)
    _add(path, (g * lamp[lamps.RADIANCE], g * lamp[lamps.RADIANCE + 1], g * lamp[lamps.RADIANCE + 2]))


@compiled
def _surface(bounce: int, corner: Floats, u: float, v: float, d: Vector, path: Floats, m: Floats, rectangles: Floats,
             asked: Floats) -> tuple[bool, int]:
    """Light asked for and next direction at a point of a triangle: whether the path goes on, and rows filled."""
    a = three(corner, POINTS)
    ab, ac = minus(three(corner, POINTS + 3), a), minus(three(corner, POINTS + 6), a)
    p = along(along(a, u, ab), v, ac)
    flat = unit(cross(ab, ac))
    n = _smooth(corner, u, v)
    inside = dot(d, flat) > 0.0
    if inside:
        flat, n = (-flat[0], -flat[1], -flat[2]), (-n[0], -n[1], -n[2])
    toward = (-d[0], -d[1], -d[2])
    n = _seen(n, flat, toward)
    if bounce == 0 and m[0] == PAPER:
        path[ON_PAPER] = 1.0
    seed, index = np.uint32(path[SEED]), np.uint32(path[INDEX])
    choice, lot = pair(seed, index, 3 * bounce + 2)
    if m[0] == CLEAR:
        return True, _clear(path, p, d, n, flat, inside, m, choice, rectangles, asked[0])

    t, bt, n = frame(m, p, n)
    n = _seen(n, flat, toward)
    local = to_local(toward, t, bt, n)
    local = unit((local[0], local[1], max(local[2], 1e-4)))
    ax, ay = m[7], m[8]
    if path[CEILING] == BRIGHTEST_LATER:
        ax, ay = max(ax, DULL), max(ay, DULL)
    mirror = m[0] == METAL and max(ax, ay) < MIRROR
    start = along(p, LIFT, flat)
    filled = 0
    if not mirror:
        x, y = pair(seed, index, 3 * bounce + 4)
        count = _lamps(rectangles)
        if path[ONE_OF] == 0.0:
            path[ONE_OF] = 1.0
            for k in range(count):
                filled += _ask(asked[filled], start, t, bt, n, flat, local, m, ax, ay, k, x, y, path, rectangles)
        else:
            # What is seen by way of another surface needs less care: one lamp, by lot, stands for all.
            path[ONE_OF] = count
            k = min(int(lot * count), count - 1)
            filled += _ask(asked[0], start, t, bt, n, flat, local, m, ax, ay, k, x, y, path, rectangles)

    x, y = pair(seed, index, 3 * bounce + 3)
    i = drawn(m, ax, ay, local, x, y, choice)
    f, density = value(m, ax, ay, local, i)
    if density <= 0.0:
        return False, filled
    away = to_world(i, t, bt, n)
    below = dot(away, flat)
    if below < 1e-4:
        # A mirror direction that dips under the flat triangle stands for one just above the round surface.
        away = unit(along(away, 2e-4 - 2.0 * below if mirror else 2e-4 - below, flat))
    put(path, ORIGIN, start)
    put(path, DIRECTION, away)
    for j in range(3):
        path[WEIGHT + j] *= f[j] / density
    path[DENSITY] = -1.0 if mirror else density
    if m[0] == PAPER:
        path[CEILING] = BRIGHTEST_LATER
    return _survives(bounce, path, seed, index), filled


@inlined
def _lamps(rectangles: Floats) -> int:
    """How many of the rectangles shine."""
    count = 0
    while count < len(rectangles) and rectangles[count, lamps.SHINES] > 0.0:
        count += 1
    return count


@inlined
def _smooth(corner: Floats, u: float, v: float) -> Vector:
    """The normal between those of the corners."""
    w = 1.0 - u - v
    return unit((w * corner[NORMALS] + u * corner[NORMALS + 3] + v * corner[NORMALS + 6],
                 w * corner[NORMALS + 1] + u * corner[NORMALS + 4] + v * corner[NORMALS + 7],
                 w * corner[NORMALS + 2] + u * corner[NORMALS + 5] + v * corner[NORMALS + 8]))


@compiled
def _seen(n: Vector, flat: Vector, toward: Vector) -> Vector:
    """The smooth normal, bent until the viewer stands in front of it."""
    if dot(n, flat) < 0.0:
        n = flat
    c = dot(n, toward)
    return n if c > 0.01 else unit(along(n, 0.01 - c, toward))


@compiled
def _survives(bounce: int, path: Floats, seed: int, index: int) -> bool:
    strongest = max(path[WEIGHT], path[WEIGHT + 1], path[WEIGHT + 2])
    if strongest < 1e-4:
        return False
    if bounce < PATIENCE:
        return True
    chance = min(0.95, strongest)
    if pair(seed, index, 3 * bounce + 1000)[0] >= chance:
        return False
    for j in range(3):
        path[WEIGHT + j] /= chance
    return True


@compiled
def _ask(question: Floats, start: Vector, t: Vector, bt: Vector, n: Vector, flat: Vector, local: Vector, m: Floats,
         ax: float, ay: float, k: int, x: float, y: float, path: Floats, rectangles: Floats) -> int:
    """A point of lamp k, and what it would add; weighed against finding the lamp by chance. Rows filled: 0 or 1."""
    lamp = rectangles[k]
    x, y = lamps.place(lamp, x, y)
    q = along(along(three(lamp, lamps.CENTRE), x, three(lamp, lamps.WIDE)), y, three(lamp, lamps.HIGH))
    w = minus(q, start)
    distance = np.sqrt(dot(w, w))
    d = (w[0] / distance, w[1] / distance, w[2] / distance)
    facing = -dot(d, three(lamp, lamps.NORMAL))
    if facing <= 0.0 or dot(d, flat) <= 0.0:
        return 0
    f, density = value(m, ax, ay, local, to_local(d, t, bt, n))
    if density <= 0.0 or lamps.hidden_by_card(rectangles, start, d, distance):
        return 0
    own = lamps.density(lamp, x, y) * distance * distance / facing / path[ONE_OF]
    g = lamps.glow(lamp, x, y) / (own + density)
    put(question, START, start)
    put(question, TOWARDS, d)
    question[DISTANCE] = distance * 0.9999
    brightest = 1e-9
    for j in range(3):
        question[ARRIVES + j] = g * f[j] * lamp[lamps.RADIANCE + j] * path[WEIGHT + j]
        brightest = max(brightest, question[ARRIVES + j])
    dim = min(1.0, path[CEILING] / brightest)
    for j in range(3):
        question[ARRIVES + j] *= dim
    return 1


@compiled
def _clear(path: Floats, p: Vector, d: Vector, n: Vector, flat: Vector, inside: bool, m: Floats, choice: float,
           rectangles: Floats, question: Floats) -> int:
    """Reflected or refracted by lot; a coated body is passed, and the lamp that it mirrors is asked for: rows filled.

    What passes keeps its density: lamps are asked straight through clear bodies."""
    ratio, filled = m[9] if not inside else 1.0 / m[9], 0
    c = -dot(d, n)
    gloss = clear_gloss(c, ratio)
    coated = m[20] < 1.0 and gloss < 1.0
    if coated and not inside:
        # Both surfaces at once: so little is mirrored that a lot would hit a lamp once in a hundred samples.
        filled = _mirrored(path, p, d, n, flat, 2.0 * m[20] * gloss, rectangles, question)
    if not coated and choice < gloss:
        away, start = unit(along(d, 2.0 * c, n)), along(p, LIFT, flat)
        path[DENSITY] = -1.0
    else:
        eta = 1.0 / ratio
        deep = eta * c - np.sqrt(max(1.0 - eta * eta * (1.0 - c * c), 0.0))
        away = unit((eta * d[0] + deep * n[0], eta * d[1] + deep * n[1], eta * d[2] + deep * n[2]))
        start = along(p, -LIFT, flat)
    put(path, ORIGIN, start)
    put(path, DIRECTION, away)
    for j in range(3):
        path[WEIGHT + j] *= m[1 + j] * (1.0 - m[20] * gloss if coated else 1.0)
    return filled


@compiled
def _mirrored(path: Floats, p: Vector, d: Vector, n: Vector, flat: Vector, share: float, rectangles: Floats,
              question: Floats) -> int:
    """The lamp that stands in the mirror direction, if there is one: rows filled, 0 or 1."""
    away, start = unit(along(d, -2.0 * dot(d, n), n)), along(p, LIFT, flat)
    k, near, x, y = lamps.first_met(rectangles, start, away, lamps.FAR)
    if k < 0 or rectangles[k, lamps.SHINES] == 0.0:
        return 0
    g = lamps.glow(rectangles[k], x, y) * share
    put(question, START, start)
    put(question, TOWARDS, away)
    question[DISTANCE] = near * 0.9999
    for j in range(3):
        question[ARRIVES + j] = min(g * rectangles[k, lamps.RADIANCE + j] * path[WEIGHT + j], path[CEILING])
    return 1
