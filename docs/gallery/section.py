"""What a plane cuts out of parts: each piece judged by its own triangles, so that press fits and gaskets may overlap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from glb import Floats, Piece


def outlines(piece: Piece, axis: int, at: float) -> Floats:
    """(k, 2, 3) mm: where the plane `axis` (0, 1, 2 for x, y, z) = `at` meets the triangles, one line each."""
    height = piece.vertices[:, axis] - at
    # A vertex in the plane counts as above it: neighbours agree, and the outline closes.
    above = (height >= 0.0)[piece.triangles]
    met = np.flatnonzero(above.any(axis=1) & ~above.all(axis=1))
    lines = np.empty((len(met), 2, 3))
    corners, above = piece.triangles[met], above[met]
    rows = np.arange(len(met))
    lone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), (~above).argmax(axis=1))
    for end, step in enumerate((1, 2)):
        a, b = corners[rows, lone], corners[rows, (lone + step) % 3]
        # From below to above whichever triangle asks: both sides of an edge find the same point.
        low, high = np.where(height[a] < 0.0, a, b), np.where(height[a] < 0.0, b, a)
        part = height[low] / (height[low] - height[high])
        lines[:, end] = piece.vertices[low] + part[:, None] * (piece.vertices[high] - piece.vertices[low])
    return lines


def filled(lines: Floats, size: tuple[int, int]) -> NDArray[np.bool_]:
    """(h, w) bool: pixels of a picture `size` (w, h) whose centres lie within closed outlines (k, 2, 2) px, y down."""
    width, height = size
    start, end = lines[:, 0], lines[:, 1]
    turned = start[:, 1] > end[:, 1]
    start, end = np.where(turned[:, None], end, start), np.where(turned[:, None], start, end)
    first = np.clip(np.ceil(start[:, 1] - 0.5), 0, height).astype(int)
    count = np.clip(np.ceil(end[:, 1] - 0.5), 0, height).astype(int) - first
    line = np.repeat(np.arange(len(lines)), count)
    row = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count) + first[line]
    along = (row + 0.5 - start[line, 1]) / (end[line, 1] - start[line, 1])
    column = np.clip(np.ceil(start[line, 0] + along * (end[line, 0] - start[line, 0]) - 0.5), 0, width).astype(int)
    # Every crossing turns inside and outside about for all that lies to its right.
    turns = np.zeros((height, width + 1), np.int64)
    np.add.at(turns, (row, column), 1)
    return np.cumsum(turns, axis=1)[:, :width] % 2 == 1


def caps(pieces: list[Piece], axis: int, at: float, to_pixels: Floats, size: tuple[int, int]) -> NDArray[np.int64]:
    """(h, w) index of the piece that is cut at each pixel, -1 for none; of two that overlap the one that shows less.

    `to_pixels` (2, 4) takes (x, y, z, 1) mm to px, y down.
    """
    masks = []
    for piece in pieces:
        lines = outlines(piece, axis, at)
        masks.append(filled(lines @ to_pixels[:, :3].T + to_pixels[:, 3], size))
    found = np.full((size[1], size[0]), -1, np.int64)
    for index in sorted(range(len(pieces)), key=lambda one: -int(masks[one].sum())):
        found[masks[index]] = index
    return found
