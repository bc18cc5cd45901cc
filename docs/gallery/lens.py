"""Where light paths start: a pixel of the film, a point of the lens."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compiled import compiled
from sampling import disk, hashed, pair, tent
from scene import Camera
from shade import (
    BRIGHTEST,
    CEILING,
    DENSITY,
    DIRECTION,
    INDEX,
    LIGHT,
    ON_PAPER,
    ONE_OF,
    ORIGIN,
    PATH_WIDTH,
    SEED,
    WEIGHT,
    put,
    three,
)
from vectors import unit

SENSOR = 36.0
"""mm, width of the film."""
FILTER = 0.9
"""Half width of the pixel filter, px."""


def table(camera: Camera, width: int, height: int) -> NDArray[np.float64]:
    """(5, 3): position, right, up and forward vectors at the plane of sharpness, then pixel counts and lens radius.

    A point of that plane is position + forward + x right + y up, with x, y in -1..1 over the picture's width.
    """
    position, aim = np.array(camera.position, float), np.array(camera.look_at, float)
    forward = (aim - position) / np.linalg.norm(aim - position)
    right = np.cross(forward, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right)
    sharp = float((np.array(camera.focus or camera.look_at, float) - position) @ forward)
    half = sharp * SENSOR / 2 / camera.focal_length
    return np.array([position, right * half, np.cross(right, forward) * half, forward * sharp,
                     [width, height, camera.focal_length / camera.f_number / 2]])


def started(camera: NDArray[np.float64], pixels: NDArray[np.int64], first: int, samples: int,
            seed: int) -> NDArray[np.float64]:
    """`samples` paths for each pixel number (row by row), numbered from `first`; one pixel's paths stand together."""
    paths = np.empty((len(pixels) * samples, PATH_WIDTH))
    _start(camera, pixels, first, samples, np.uint32(seed), paths)
    return paths


@compiled
def _start(camera: NDArray[np.float64], pixels: NDArray[np.int64], first: int, samples: int, seed: int,
           paths: NDArray[np.float64]) -> None:
    width, height, radius = int(camera[4, 0]), camera[4, 1], camera[4, 2]
    half_width = np.sqrt(camera[1, 0] ** 2 + camera[1, 1] ** 2 + camera[1, 2] ** 2)
    for k in range(len(paths)):
        path = paths[k]
        column, line, index = pixels[k // samples] % width, pixels[k // samples] // width, first + k % samples
        own = hashed(np.uint32(pixels[k // samples]) ^ hashed(seed))
        x, y = pair(own, index, 0)
        x = (column + 0.5 + FILTER * tent(x)) / width * 2.0 - 1.0
        y = (height / 2.0 - line - 0.5 - FILTER * tent(y)) / width * 2.0
        lx, ly = pair(own, index, 1)
        lx, ly = disk(lx, ly)
        s = radius / half_width
        for j in range(3):
            on_lens = (lx * camera[1, j] + ly * camera[2, j]) * s
            path[ORIGIN + j] = camera[0, j] + on_lens
            path[DIRECTION + j] = camera[3, j] + x * camera[1, j] + y * camera[2, j] - on_lens
            path[WEIGHT + j], path[LIGHT + j] = 1.0, 0.0
        put(path, DIRECTION, unit(three(path, DIRECTION)))
        path[DENSITY], path[CEILING], path[SEED], path[INDEX] = -1.0, BRIGHTEST, own, index
        path[ON_PAPER] = path[ONE_OF] = 0.0
