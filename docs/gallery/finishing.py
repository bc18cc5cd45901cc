"""Finishes by face: which CAD faces of a part are brushed, which polished, chosen by how they stand and look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import glb
from scene import Body, Floats, Material

Mask = NDArray[np.bool_]
Choice = tuple[Mask, Material]
"""(k,) bool, the faces, and what they become."""


@dataclass(frozen=True)
class Faces:
    """The k CAD faces of a piece, each with the means over its area."""

    area: Floats
    """(k,) mm2; 0 for a number that no triangle has."""
    normal: Floats
    """(k, 3); shorter than one where the face bends."""
    outward: Floats
    """(k,) part of the normal that points away from the axis, 1 for the flank of a cylinder."""
    centre: Floats
    """(k, 3) mm."""
    low: Floats
    """(k, 3) mm, corner of the box around each face."""
    high: Floats
    """(k, 3) mm."""

    @property
    def aside(self) -> Floats:
        """(k,) mm from the axis to the centre; about 0 for a face that runs all around."""
        return np.hypot(self.centre[:, 0], self.centre[:, 1])


def faces_of(piece: glb.Piece) -> Faces:
    """About the axis Z of the product."""
    number, count = piece.face_of_triangle, int(piece.face_of_triangle.max()) + 1
    corners = piece.vertices[piece.triangles]
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    total = np.bincount(number, areas, count)
    radial = piece.vertices * (1.0, 1.0, 0.0)
    radial /= np.maximum(np.linalg.norm(radial, axis=1, keepdims=True), 1e-9)
    slopes = np.einsum("ij,ij->i", radial, piece.normals)

    def mean(values: Floats) -> Floats:
        return np.bincount(number, values[piece.triangles].mean(axis=1) * areas, count) / np.maximum(total, 1e-12)

    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    np.minimum.at(low, number, corners.min(axis=1))
    np.maximum.at(high, number, corners.max(axis=1))
    return Faces(total, np.column_stack([mean(column) for column in piece.normals.T]), mean(slopes),
                 np.column_stack([mean(column) for column in piece.vertices.T]), low, high)


def finished(piece: glb.Piece, material: Material, choices: Sequence[Choice], matrix: Floats) -> tuple[Body, ...]:
    """The piece, standing where the (4, 4) matrix takes it: `material`, and of its faces what `choices` say; the first
    choice that names a face counts."""
    left, bodies = np.ones(len(piece.triangles), np.bool_), []
    for mask, chosen in choices:
        mine = left & mask[piece.face_of_triangle]
        left &= ~mine
        if mine.any():
            bodies.append(Body(piece.vertices, piece.normals, piece.triangles[mine], chosen, matrix))
    if left.any():
        bodies.append(Body(piece.vertices, piece.normals, piece.triangles[left], material, matrix))
    return tuple(bodies)
