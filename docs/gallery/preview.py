"""A picture of parts within seconds, for looking at geometry while it is made: no light transport, CAD edges drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

import section
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
CUT_TINTS = np.array([[0.80, 0.36, 0.25], [0.25, 0.50, 0.72], [0.42, 0.60, 0.30], [0.75, 0.58, 0.20], [0.55, 0.40, 0.66],
                      [0.30, 0.62, 0.60], [0.62, 0.33, 0.45], [0.50, 0.45, 0.36], [0.86, 0.55, 0.42], [0.40, 0.42, 0.55],
                      [0.68, 0.70, 0.34], [0.35, 0.28, 0.24]])
CUT_GLASS = np.array([0.72, 0.86, 0.95])
BEYOND = 0.55
"""Of the paper's white that lies over what stands behind a section."""


def preview(pieces: Sequence[Piece], size: tuple[int, int], name: str = "iso", zoom: float = 1.0,
            cut: tuple[str, float] | None = None, tints: Floats | None = None) -> Image.Image:
    """`size` (width, height) px; `name` and `cut` as in `views.view`; `tints` (n, 3) linear sRGB are those of the pieces in
    a section, where clear ones do not hide what is behind them. The same pieces give the same picture."""
    fine = (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING)
    every = np.concatenate([piece.vertices for piece in pieces])
    sight = view(name, np.array([every.min(axis=0), every.max(axis=0)]), fine, zoom, cut)
    shown = [piece for piece in pieces if not sight.cut or piece.transmission < 0.5]
    colours, number = _colours(_Stack(shown), sight) if shown else _nothing(fine)
    if sight.cut:
        assert sight.to_pixels is not None
        colours += BEYOND * (PAPER ** 2.2 - colours)
        caps = section.caps(list(pieces), *sight.cut, sight.to_pixels, fine).ravel()
        solid = caps >= 0
        colours[solid] = (cut_tints(pieces) if tints is None else tints)[caps[solid]]
        number[solid] = -2 - caps[solid]
    colours[_edges(number.reshape(fine[1], fine[0]))] *= 0.35
    width, height = size
    blocks = colours.reshape(height, SUPERSAMPLING, width, SUPERSAMPLING, 3).mean(axis=(1, 3))
    picture = Image.fromarray((np.clip(blocks, 0, 1) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8))
    if sight.pixels_per_mm:
        _scale_bar(picture, sight.pixels_per_mm / SUPERSAMPLING)
    return picture


def cut_tints(pieces: Sequence[Piece]) -> Floats:
    """(n, 3) linear sRGB: one for each name, pale blue for what is clear."""
    names = list(dict.fromkeys(piece.name for piece in pieces if piece.transmission < 0.5))
    return np.array([CUT_GLASS if piece.transmission >= 0.5 else CUT_TINTS[names.index(piece.name) % len(CUT_TINTS)]
                     for piece in pieces])


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


def _nothing(size: tuple[int, int]) -> tuple[Floats, NDArray[np.int64]]:
    count = size[0] * size[1]
    return np.broadcast_to(PAPER ** 2.2, (count, 3)).copy(), np.full(count, -1, np.int64)


def _colours(stack: _Stack, sight: View) -> tuple[Floats, NDArray[np.int64]]:
    """Linear (h * w, 3), and a number for each CAD face, -1 where there is none (h * w,)."""
    found = stack.rays.first(sight.origins, sight.directions)
    hit = np.flatnonzero(found.triangle >= 0)
    index, u, v = found.triangle[hit], found.u[hit, None], found.v[hit, None]
    a, b, c = (stack.triangles[index, k] for k in range(3))
    points = (1 - u - v) * stack.vertices[a] + u * stack.vertices[b] + v * stack.vertices[c]
    normals = unit((1 - u - v) * stack.normals[a] + u * stack.normals[b] + v * stack.normals[c])
    flat = unit(np.cross(stack.vertices[b] - stack.vertices[a], stack.vertices[c] - stack.vertices[a]))
    toward = sight.directions[hit]
    flat[np.einsum("ij,ij->i", flat, toward) > 0] *= -1
    normals[np.einsum("ij,ij->i", normals, flat) < 0] *= -1

    colours = np.broadcast_to(PAPER ** 2.2, (len(found.triangle), 3)).copy()
    shade = _openness(stack, points + flat * LIFT, flat)
    colours[hit] = stack.tints[stack.piece[index]] * (_studio(normals, toward) * shade)[:, None]
    number = np.full(len(found.triangle), -1, np.int64)
    number[hit] = stack.face[index]
    return colours, number


def _edges(number: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(h * w,) where a pixel's number (h, w) differs from its right or lower neighbour's."""
    edges = np.zeros(number.shape, np.bool_)
    edges[:, :-1] |= number[:, 1:] != number[:, :-1]
    edges[:-1] |= number[1:] != number[:-1]
    return edges.ravel()


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
