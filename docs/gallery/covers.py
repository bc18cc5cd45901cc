"""Covers of legs as the program builds them, and their pictures. mm, Z up, the camera looks along +Y."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import glb
import metals
from products import pieces
from rigs import PAPER, WATCH_LIGHTS, WATCH_ROOM
from scene import Body, Camera, Material, Paper, Scene
from sweep import seamless

_SCALE = 0.2
"""The studio is built for things of the size of a hand."""
_MATT = 0.55
"""Roughness of a bead-blasted print. design"""
COVERS: dict[str, tuple[str, dict[str, str | float]]] = {
    "cover waves": ("leg_cover", {"pattern": "waves", "colour": "sand", "bar": 5, "cell": 15}),
    "cover hexagons": ("leg_cover", {"pattern": "hexagons", "colour": "blue", "bar": 5, "cell": 14, "girth_calf": 410,
                                     "girth_knee": 370}),
    "cover slots": ("leg_cover", {"pattern": "slots", "colour": "grey", "side": "right", "leg_length": 320, "girth_calf": 350,
                                  "girth_ankle": 215, "girth_knee": 320, "girth_lower": 250}),
}
"""What is built for the pictures: template and choices, as `configurator build` takes them."""


@dataclass(frozen=True)
class Cover:
    """A cover as it comes out of its job package. Frame: Z up from the ankle, +X forward."""

    parts: tuple[glb.Piece, ...]

    def bodies(self, x: float, y: float, turn: float) -> tuple[Body, ...]:
        """Standing at x and y, its front turned by `turn` degrees from +X towards +Y."""
        low = min(float(piece.vertices[:, 2].min()) for piece in self.parts)
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        matrix = np.array([[c, -s, 0, x], [s, c, 0, y], [0, 0, 1, -_SCALE * low], [0, 0, 0, 1.0]])
        return tuple(Body(_SCALE * piece.vertices, piece.normals, piece.triangles, _material(piece), matrix)
                     for piece in self.parts)


def cover(package: Path, _: Mapping[str, str | float]) -> Cover:
    """The cover of a package."""
    return Cover(tuple(pieces(package)))


def _material(piece: glb.Piece) -> Material:
    """Bare metal, or plastic in the colour that the package shows."""
    return metals.STEEL.finished(0.2) if piece.metallic else Paper(piece.base_colour, _MATT)


def three(covers: Mapping[str, Cover]) -> Scene:
    """Hexagons, waves and slots; the one in the middle from behind."""
    bodies = (*covers["cover hexagons"].bodies(-33.0, 8.0, -68.0), *covers["cover waves"].bodies(0.0, -8.0, 158.0),
              *covers["cover slots"].bodies(32.0, 8.0, -118.0))
    return _scene(bodies, Camera((0, -330, 105), (0, 0, 31.5), 92, 64, focus=(0, -8, 30)))


def one(covers: Mapping[str, Cover]) -> Scene:
    """Waves in sand."""
    return _scene(covers["cover waves"].bodies(0.0, 0.0, -62.0), Camera((0, -300, 130), (0, 0, 31), 126, 64))


def _scene(bodies: tuple[Body, ...], camera: Camera) -> Scene:
    return Scene((seamless(PAPER), *bodies), camera, WATCH_LIGHTS, (), WATCH_ROOM, 2.1)

