"""Where the rays of a quick picture start: the usual drawing views, a cut, and the inside of a ring unrolled.

Frame: the product's own, mm, Z up. A view gives one ray per pixel, row by row from the top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, pi

import numpy as np
from numpy.typing import NDArray

from glb import Floats, unit

SIGHT = {"front": (0, 1, 0), "back": (0, -1, 0), "right": (-1, 0, 0), "left": (1, 0, 0), "top": (0, 0, -1),
         "bottom": (0, 0, 1), "iso": (-1, 1.25, -0.9)}
NAMES = (*SIGHT, "inside", "unrolled", "section")
MARGIN = 1.08


@dataclass(frozen=True)
class View:
    """Rays of a picture and what is needed to draw a scale bar into it."""

    origins: Floats
    """(h * w, 3) mm."""
    directions: Floats
    """(h * w, 3) unit."""
    pixels_per_mm: float | None
    """None where it differs within the picture."""
    cut: tuple[int, float] | None = None
    """Axis (0, 1, 2) and mm of the plane on which the rays of a section start."""
    to_pixels: Floats | None = None
    """(2, 4), from (x, y, z, 1) mm to px, y down; for a section only."""


def view(name: str, box: Floats, size: tuple[int, int], zoom: float = 1.0,
         cut: tuple[str, float] | None = None) -> View:
    """`box` (2, 3) mm, `size` (width, height) px, `cut` an axis and where it is cut (default y, the middle)."""
    if name == "unrolled":
        return _unrolled(box, size)
    if name == "inside":
        return _inside(box, size, zoom)
    axis, at = cut or ("y", float(box.mean(axis=0)[1]))
    sight = {"x": (1.0, 0, 0), "y": (0, 1.0, 0), "z": (0, 0, -1.0)}[axis] if name == "section" else SIGHT[name]
    forward, right, up = _frame(np.array(sight, float))
    corners = np.array([[box[i, 0], box[j, 1], box[k, 2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    middle, width, height = box.mean(axis=0), np.ptp(corners @ right), np.ptp(corners @ up)
    scale = min(size[0] / width, size[1] / height) / MARGIN * zoom
    x, y = _grid(size)
    origins = middle + (x / scale)[:, None] * right + (y / scale)[:, None] * up
    directions = np.broadcast_to(forward, origins.shape)
    if name == "section":
        column = "xyz".index(axis)
        origins[:, column] = at
        across, down = np.append(right, -middle @ right) * scale, np.append(-up, middle @ up) * scale
        to_pixels = np.array([across, down]) + [[0, 0, 0, size[0] / 2], [0, 0, 0, size[1] / 2]]
        return View(origins, directions, scale, (column, at), to_pixels)
    return View(origins - forward * np.ptp(corners @ forward), directions, scale)


def _inside(box: Floats, size: tuple[int, int], zoom: float) -> View:
    """From above the near rim of a ring (axis Z) to the wall on the far side, with perspective."""
    middle, (dx, dy, dz) = box.mean(axis=0), np.ptp(box, axis=0)
    eye = middle + np.array([0.0, -0.75 * dy, 0.55 * dy + 0.5 * dz])
    forward, right, up = _frame(middle + np.array([0.0, 0.42 * dy, 0.0]) - eye)
    x, y = _grid(size)
    lens = 1.05 * min(size[0] / dx, size[1] / (0.55 * dy)) * dy * zoom
    directions = unit(forward + (x / lens)[:, None] * right + (y / lens)[:, None] * up)
    return View(np.broadcast_to(eye, directions.shape), directions, None)


def _unrolled(box: Floats, size: tuple[int, int]) -> View:
    """The whole inside of a ring, seen from its axis (Z), in as many rows as fill the picture; +X comes first."""
    middle, (dx, _, dz) = box.mean(axis=0), np.ptp(box, axis=0)
    length, (width, height) = pi * dx, size
    rows = max(1, min(range(1, 9), key=lambda count: abs(ceil(width * count / length * dz * MARGIN) * count - height)))
    scale = min(width * rows / length, height / rows / dz / MARGIN)
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    row = np.minimum(y * rows / height, rows - 1).astype(int)
    along = (row * width + x) / (rows * width)
    across = ((row + 0.5) * height / rows - y) / scale
    angle = -2 * pi * along.ravel()
    directions = np.column_stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)])
    origins = np.repeat(middle[None], angle.size, axis=0)
    origins[:, 2] += across.ravel()
    return View(origins, directions, None)


def _frame(sight: Floats) -> tuple[Floats, Floats, Floats]:
    """Forward, right and up of a camera; +Y is up when it looks along Z."""
    forward = sight / np.linalg.norm(sight)
    right = np.cross(forward, (0.0, 0.0, 1.0) if abs(forward[2]) < 0.999 else (0.0, 1.0, 0.0))
    right /= np.linalg.norm(right)
    return forward, right, np.cross(right, forward)


def _grid(size: tuple[int, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Pixel centres from the middle of the picture, y upwards: (h * w,) each."""
    x, y = np.meshgrid(np.arange(size[0]) + 0.5 - size[0] / 2, size[1] / 2 - np.arange(size[1]) - 0.5)
    return x.ravel(), y.ravel()
