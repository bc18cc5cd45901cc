"""The compositions: what stands where, and where the camera is. mm, Z up, the camera looks along +Y."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

import covers
import watch_pictures
import watch_section
from placing import lying, upright
from products import Ring
from rigs import JEWELLERY_CARDS, JEWELLERY_LIGHTS, PAPER, ROOM
from scene import Body, Camera, Scene
from sweep import seamless
from watch_choices import WATCHES


@dataclass(frozen=True)
class Picture:
    """A picture to be taken: `compose` makes the scene of the products that `needs` names."""

    name: str
    size: tuple[int, int]
    """(width, height) px."""
    samples: int
    needs: tuple[str, ...]
    compose: Callable[[Mapping[str, Any]], Scene | NDArray[np.uint8]]
    """Of the `Ring`s, `Watch`es or `Cover`s by name; what is no scene but (h, w, 3) sRGB is drawn already."""


def _scene(bodies: tuple[Body, ...], camera: Camera, exposure: float = 1.1) -> Scene:
    return Scene((seamless(PAPER), *bodies), camera, JEWELLERY_LIGHTS, JEWELLERY_CARDS, ROOM, exposure)


def three_rings(rings: Mapping[str, Ring]) -> Scene:
    """Yellow gold upright with its letters towards the viewer, red gold and platinum lying beside it."""
    yellow, platinum, red = rings["yellow"], rings["platinum"], rings["red"]
    bodies = (*yellow.bodies(upright(-2.5, 0.0, yellow.radius, turn=-30.0, roll=39.0)),
              *platinum.bodies(lying(16.0, 12.0, platinum.width)),
              *red.bodies(lying(-20.5, 2.5, red.width)))
    return _scene(bodies, Camera((3, -152, 57), (-2.6, 3, 8.6), 98, 64, focus=(-3, -3, 8)))


def one_ring(rings: Mapping[str, Ring]) -> Scene:
    """Platinum upright, brushed outside and polished inside."""
    ring = rings["platinum"]
    bodies = ring.bodies(upright(0.0, 0.0, ring.radius, turn=-40.0, roll=16.0))
    return _scene(bodies, Camera((0, -140, 78), (1.0, 0, 9.6), 142, 80, focus=(0, -4, 7)), exposure=0.98)


PICTURES = (
    Picture("rings", (1600, 900), 128, ("yellow", "platinum", "red"), three_rings),
    Picture("ring", (1200, 900), 128, ("platinum",), one_ring),
    Picture("watch_dress", (960, 720), 32, ("watch dress",), watch_pictures.dress),
    Picture("watch_diver", (960, 720), 32, ("watch diver",), watch_pictures.diver),
    Picture("watch_fluted", (960, 720), 32, ("watch fluted",), watch_pictures.fluted),
    Picture("watch_field", (960, 720), 32, ("watch field",), watch_pictures.field),
    Picture("watch_display", (960, 720), 32, ("watch display",), watch_pictures.display),
    Picture("watches", (1600, 600), 32, tuple(WATCHES), watch_pictures.five),
    Picture("leg_cover", (960, 720), 48, ("cover waves",), covers.one),
    Picture("leg_covers", (1600, 900), 64, tuple(covers.COVERS), covers.three),
    Picture("watch_section", watch_section.SIZE, 1, ("watch display",), watch_section.crown_plane),
)
