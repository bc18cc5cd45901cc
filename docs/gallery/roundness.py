"""Normals between the corners of triangles, better than the straight mean: polish shows every facet.

A reflection moves twice as far as the normal that makes it, so a normal that is interpolated linearly over a coarse
triangle bends the edges of a softbox into steps. Here the surface around each edge is taken for a quadric through the
positions and normals of the triangles on both sides; its normal in the middle of the edge is what the mesh left out.
Positions are not touched: neighbouring faces keep their common rim.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from glb import Floats, unit

Ints = NDArray[np.int32]
TRUST = 0.5
"""A normal in the middle may leave the mean by this part of what the two ends differ by; else it is the mean."""


def middles(vertices: Floats, normals: Floats, triangles: Ints) -> Floats:
    """(m, 3, 3) unit normals in the middle of the edges a-b, b-c and c-a of each triangle.

    `vertices` (n, 3), `normals` (n, 3) unit, `triangles` (m, 3); only triangles of one smooth face share vertices.
    """
    ends = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    opposite = triangles[:, [2, 0, 1]].ravel()
    edges, of_corner = np.unique(ends, axis=0, return_inverse=True)
    of_corner = of_corner.reshape(-1)
    # The vertices across, one for each side; an edge at the rim of a face has the same one twice.
    first, last = np.zeros(len(edges), np.int64), np.zeros(len(edges), np.int64)
    first[of_corner[::-1]], last[of_corner] = opposite[::-1], opposite
    return _of_edges(vertices, normals, edges, first, last)[of_corner].reshape(-1, 3, 3)


def _of_edges(vertices: Floats, normals: Floats, edges: Ints, first: NDArray[np.int64],
              last: NDArray[np.int64]) -> Floats:
    around = np.column_stack([edges, first, last])
    points, slopes = vertices[around], normals[around]
    middle = points[:, :2].mean(axis=1)
    mean = unit(slopes[:, :2].sum(axis=1))
    across = unit(np.cross(mean, points[:, 1] - points[:, 0]))
    frame = np.stack([np.cross(across, mean), across, mean], axis=1)
    local = np.einsum("eij,epj->epi", frame, points - middle[:, None])
    turned = np.einsum("eij,epj->epi", frame, slopes)
    scale = np.maximum(np.abs(local[:, :, :2]).max(axis=1), 1e-9)
    steep = turned[:, :, 2] < 0.3
    tilt = -turned[:, :, :2] / np.where(steep, 1.0, turned[:, :, 2])[:, :, None] * scale[:, None]
    found = _quadric(local[:, :, :2] / scale[:, None], local[:, :, 2], tilt) / scale
    answer = unit(np.einsum("ei,eij->ej", np.column_stack([-found, np.ones(len(found))]), frame))
    room = TRUST * np.linalg.norm(slopes[:, 1] - slopes[:, 0], axis=1)
    bad = steep.any(axis=1) | ~(np.linalg.norm(answer - mean, axis=1) <= room)
    return np.where(bad[:, None], mean, answer)


def _quadric(places: Floats, heights: Floats, tilts: Floats) -> Floats:
    """(e, 2) slope at the origin of z = c + d x + e y + f x2 + g xy + h y2, fitted to heights and slopes.

    `places` (e, p, 2), `heights` (e, p), `tilts` (e, p, 2) slopes.
    """
    x, y = places[..., 0], places[..., 1]
    one, none = np.ones_like(x), np.zeros_like(x)
    rows = np.concatenate([np.stack([one, x, y, x * x, x * y, y * y], axis=-1),
                           np.stack([none, one, none, 2 * x, y, none], axis=-1),
                           np.stack([none, none, one, none, x, 2 * y], axis=-1)], axis=1)
    values = np.concatenate([heights, tilts[..., 0], tilts[..., 1]], axis=1)
    square = np.einsum("eri,erj->eij", rows, rows) + 1e-9 * np.eye(6)
    return np.linalg.solve(square, np.einsum("eri,er->ei", rows, values)[..., None])[:, 1:3, 0]
