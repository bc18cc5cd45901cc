"""A photograph of a scene: light paths followed backwards from the lens, in tiles, on all processors.

    picture = render(scene, 1600, 900, samples=128, seed=1)        # (900, 1600, 3) uint8, sRGB

The same arguments give the same picture on the same machine, however many processes work on it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import film
import lamps
import lens
import surfaces
from rays import Rays
from scene import Scene
from shade import (
    ARRIVES,
    ASKED_WIDTH,
    CORNERS_WIDTH,
    LIGHT,
    MATERIAL,
    NORMALS,
    ON_PAPER,
    POINTS,
    WEIGHT,
    answer,
    step,
)

Floats = NDArray[np.float64]
TILE = 40
"""px, side of the squares that are given out."""
AT_ONCE = 16
"""Samples of a tile that are followed together: what fits the cache of a processor."""
BOUNCES = 12
CALM, CALM_PAPER = 2.5, 10.0
"""Standard error of a pixel, in the 255 steps of the picture, below which no more samples are spent on it. Even random
numbers do about four times better than this estimate, which takes them for plain ones; and paper is smoothed."""


class _Set(NamedTuple):
    """A scene as tables."""

    corners: Floats
    """One row per triangle, as `shade` reads it."""
    materials: Floats
    rectangles: Floats
    lamps: int
    """That many of the rectangles shine."""
    ambient: tuple[float, float, float]
    camera: Floats
    samples: int
    seed: int


class _Targets(NamedTuple):
    """What rays may meet: everything, and what throws a shadow."""

    everything: Rays
    opaque: Rays


_work: tuple[_Set, _Targets] | None = None


def render(scene: Scene, width: int, height: int, samples: int = 64, seed: int = 1,
           processes: int | None = None) -> NDArray[np.uint8]:
    """(height, width, 3) uint8, sRGB. `processes` is the number of processors if not told."""
    return film.developed(expose(scene, width, height, samples, seed, processes), scene.exposure)


def expose(scene: Scene, width: int, height: int, samples: int, seed: int = 1,
           processes: int | None = None) -> film.Negative:
    """What the film has seen, in linear light."""
    negative = film.Negative.empty(width, height)
    tables = _tables(scene, width, height, samples, seed)
    tiles = list(_tiles(width, height))
    count = processes or os.cpu_count() or 1
    if count == 1:
        _prepare(tables)
        for tile in tiles:
            negative.put(tile, _tile(tile))
        return negative
    # Spawned, since neither Embree's threads nor its scenes survive a fork.
    with ProcessPoolExecutor(count, get_context("spawn"), _prepare, (tables,)) as pool:
        for tile, seen in zip(tiles, pool.map(_tile, tiles), strict=True):
            negative.put(tile, seen)
    return negative


def _tables(scene: Scene, width: int, height: int, samples: int, seed: int) -> _Set:
    corners = []
    for number, body in enumerate(scene.bodies):
        turn, move = body.matrix[:3, :3], body.matrix[:3, 3]
        rows = np.empty((len(body.triangles), CORNERS_WIDTH))
        rows[:, POINTS:NORMALS] = (body.vertices @ turn.T + move)[body.triangles].reshape(-1, 9)
        rows[:, NORMALS:MATERIAL] = (body.normals @ turn.T)[body.triangles].reshape(-1, 9)
        rows[:, MATERIAL] = number
        corners.append(rows)
    return _Set(np.concatenate(corners), np.array([surfaces.row_of(body) for body in scene.bodies]), lamps.table(scene),
                len(scene.lights), scene.ambient, lens.table(scene.camera, width, height), samples, seed)


def _tiles(width: int, height: int) -> Iterator[NDArray[np.int64]]:
    """Pixel numbers of one square after the other."""
    pixels = np.arange(width * height).reshape(height, width)
    for y in range(0, height, TILE):
        for x in range(0, width, TILE):
            yield pixels[y:y + TILE, x:x + TILE].ravel()


def _prepare(tables: _Set) -> None:
    global _work  # noqa: PLW0603 - what a process of a pool keeps from task to task
    throws_shadow = tables.materials[tables.corners[:, MATERIAL].astype(int), 0] != surfaces.CLEAR
    everything = _targets(tables.corners)
    _work = tables, _Targets(everything, everything if throws_shadow.all() else _targets(tables.corners[throws_shadow]))


def _targets(corners: Floats) -> Rays:
    return Rays(corners[:, POINTS:NORMALS].reshape(-1, 3), np.arange(3 * len(corners), dtype=np.int32).reshape(-1, 3))


def _tile(pixels: NDArray[np.int64]) -> film.Seen:
    """Samples are added where the picture is still restless, up to the number asked for."""
    assert _work is not None
    tables, targets = _work
    seen = film.Seen.none(len(pixels))
    restless = np.arange(len(pixels))
    for first in range(0, tables.samples, AT_ONCE):
        count = min(AT_ONCE, tables.samples - first)
        paths = lens.started(tables.camera, pixels[restless], first, count, tables.seed)
        _follow(paths, tables, targets)
        seen.add(restless, paths[:, LIGHT:LIGHT + 3].reshape(-1, count, 3), paths[:, ON_PAPER].reshape(-1, count) > 0)
        restless = np.flatnonzero(seen.unrest() > np.where(seen.on_paper == seen.samples, CALM_PAPER, CALM))
        if not len(restless):
            break
    return seen


def _follow(paths: Floats, tables: _Set, targets: _Targets) -> None:
    """All light that the paths find."""
    active = np.arange(len(paths))
    room = np.empty((tables.lamps * len(paths), ASKED_WIDTH))
    for bounce in range(BOUNCES):
        if not len(active):
            return
        rays, goes_on = paths[active, :WEIGHT].astype(np.float32), np.empty(len(active), np.bool_)
        asked = room[:step(bounce, active, *targets.everything.first(rays[:, :3], rays[:, 3:]), paths, tables.corners,
                           tables.materials, tables.rectangles, tables.ambient, room, goes_on)]
        shadows = asked[:, :ARRIVES].astype(np.float32)
        answer(asked, targets.opaque.blocked(shadows[:, :3], shadows[:, 3:6], shadows[:, 6]), paths)
        active = active[goes_on]
