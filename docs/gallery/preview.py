"""A picture of parts within seconds, for looking at geometry while it is made: no light transport, CAD edges drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from glb import Floats, Piece, unit
from rays import Rays
from views import View, view

SUPERSAMPLING = 2
SHADE_RAYS = 6
SHADE_REACH = 0.12
"""Of the diagonal: how far a neighbour darkens a point."""
LIFT = 2e-3
"""mm; well above the single precision of the rays."""
PAPER = np.array([0.93, 0.93, 0.925])
CUT_TINTS = np.array([[0.80, 0.36, 0.25], [0.25, 0.50, 0.72], [0.42, 0.60, 0.30], [0.75, 0.58, 0.20],
                      [0.55, 0.40, 0.66], [0.30, 0.62, 0.60]])


def preview(pieces: Sequence[Piece], size: tuple[int, int], name: str = "iso", zoom: float = 1.0,
            cut: tuple[str, float] | None = None) -> Image.Image:
    """`size` (width, height) px; `name` and `cut` as in `views.view`. The same pieces give the same picture."""
    stacked = _Stack(pieces)
    fine = (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING)
    sight = view(name, stacked.box, fine, zoom, cut)
    colours, edges = _colours(stacked, sight, fine)
    colours[edges] *= 0.35
    width, height = size
    blocks = colours.reshape(height, SUPERSAMPLING, width, SUPERSAMPLING, 3).mean(axis=(1, 3))
    picture = Image.fromarray((np.clip(blocks, 0, 1) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8))
    if sight.pixels_per_mm:
        _scale_bar(picture, sight.pixels_per_mm / SUPERSAMPLING)
    return picture


class _Stack:
    """All pieces as one set of triangles."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        starts = np.cumsum([0, *(len(piece.vertices) for piece in pieces)])
        self.vertices = np.concatenate([piece.vertices for piece in pieces])
        self.normals = np.concatenate([piece.normals for piece in pieces])
        self.triangles = np.concatenate([piece.triangles + start for piece, start in zip(pieces, starts, strict=False)])
        self.piece = np.repeat(np.arange(len(pieces)), [len(piece.triangles) for piece in pieces])
        self.face = np.concatenate([piece.face_of_triangle for piece in pieces]) + self.piece * 1_000_003
        self.tints = np.array([piece.base_colour for piece in pieces])
        self.box = np.array([self.vertices.min(axis=0), self.vertices.max(axis=0)])
        self.rays = Rays(self.vertices, self.triangles)


def _colours(stack: _Stack, sight: View, size: tuple[int, int]) -> tuple[Floats, NDArray[np.bool_]]:
    """Linear (h * w, 3) and where an edge runs (h * w,)."""
    found = stack.rays.first(sight.origins, sight.directions)
    hit = np.flatnonzero(found.triangle >= 0)
    index, u, v = found.triangle[hit], found.u[hit, None], found.v[hit, None]
    a, b, c = (stack.triangles[index, k] for k in range(3))
    points = (1 - u - v) * stack.vertices[a] + u * stack.vertices[b] + v * stack.vertices[c]
    normals = unit((1 - u - v) * stack.normals[a] + u * stack.normals[b] + v * stack.normals[c])
    flat = unit(np.cross(stack.vertices[b] - stack.vertices[a], stack.vertices[c] - stack.vertices[a]))
    toward = sight.directions[hit]
    behind = np.einsum("ij,ij->i", flat, toward) > 0
    flat[behind] *= -1
    normals[np.einsum("ij,ij->i", normals, flat) < 0] *= -1

    colours = np.broadcast_to(PAPER ** 2.2, (len(found.triangle), 3)).copy()
    shade = _openness(stack, points + flat * LIFT, flat)
    colours[hit] = stack.tints[stack.piece[index]] * (_studio(normals, toward) * shade)[:, None]
    number = np.full(len(found.triangle), -1, np.int64)
    number[hit] = stack.face[index]
    if sight.cut:
        colours[hit[behind]] = CUT_TINTS[stack.piece[index[behind]] % len(CUT_TINTS)]
        number[hit[behind]] = -2 - stack.piece[index[behind]]
    grid = number.reshape(size[1], size[0])
    edges = np.zeros(grid.shape, np.bool_)
    edges[:, :-1] |= grid[:, 1:] != grid[:, :-1]
    edges[:-1] |= grid[1:] != grid[:-1]
    return colours, edges.ravel()


def _studio(normals: Floats, toward: Floats) -> Floats:
    """Light that a satin metal sends back, (n,): bands of a studio in the mirror direction over a soft base."""
    facing = np.einsum("ij,ij->i", normals, toward)
    mirror = toward - 2 * facing[:, None] * normals
    height, side = mirror[:, 2], unit(mirror) @ unit(np.array([-0.8, -0.55, 0.25]))
    bands = 0.30 + 0.45 / (1 + np.exp(-6 * height)) + 0.55 * np.exp(-((side - 0.75) / 0.22) ** 2)
    return 0.55 * bands + 0.45 * (0.35 + 0.65 * np.maximum(-facing, 0))


def _openness(stack: _Stack, points: Floats, normals: Floats) -> Floats:
    """Part of the sky that a point sees nearby, (n,), 0.35..1: corners and engravings stand out."""
    reach = SHADE_REACH * float(np.linalg.norm(np.ptp(stack.box, axis=0)))
    open_rays = np.zeros(len(points))
    generator = np.random.default_rng(1)
    for _ in range(SHADE_RAYS):
        directions = unit(normals + unit(generator.normal(size=normals.shape)) * 0.98)
        far = np.full(len(points), reach, np.float32)
        open_rays += ~stack.rays.blocked(points, directions, far)
    return 0.35 + 0.65 * open_rays / SHADE_RAYS


def _scale_bar(picture: Image.Image, pixels_per_mm: float) -> None:
    """A bar of 1, 2 or 5 times a power of ten mm, about a sixth of the width, at the lower left."""
    target = picture.width / 6 / pixels_per_mm
    power = 10.0 ** np.floor(np.log10(target))
    length = max(step * power for step in (1, 2, 5) if step * power <= target)
    draw, left, bottom = ImageDraw.Draw(picture), 14, picture.height - 14
    draw.line([(left, bottom), (left + length * pixels_per_mm, bottom)], fill=(60, 60, 60), width=3)
    draw.text((left, bottom - 18), f"{length:g} mm", fill=(60, 60, 60))
