"""What stands in the studio: plain values. Lengths in mm, Z up, the floor is Z = 0; colours are linear sRGB."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Colour = tuple[float, float, float]
Point = tuple[float, float, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Brush:
    """Lines of a satin finish, in the body's own frame. They run along `axis`, around it, or away from it (`radial`)."""

    axis: Point
    around: bool = False
    radial: bool = False
    """Lines that leave the axis as the rays of a sunburst dial do; `pitch` holds at a radius of 10 mm."""
    centre: Point = (0.0, 0.0, 0.0)
    roughness: float = 0.38
    """Across the lines; along them the metal's own roughness holds."""
    pitch: float = 0.035
    """mm between lines."""
    depth: float = 0.10
    """Slope of the lines' flanks that are wide enough to be seen."""
    ribs: float = 0.0
    """mm, width of shallow stripes side by side across the lines (côtes); 0: none."""


@dataclass(frozen=True)
class Metal:
    """A conductor. `normal` and `grazing` are what it reflects straight on and at 82 degrees (relative to Schlick)."""

    normal: Colour
    grazing: Colour = (1.0, 1.0, 1.0)
    roughness: float = 0.05
    brush: Brush | None = None

    def finished(self, roughness: float, brush: Brush | None = None) -> Metal:
        """The same alloy with another surface."""
        return Metal(self.normal, self.grazing, roughness, brush)


@dataclass(frozen=True)
class Dielectric:
    """Clear, polished and solid, such as sapphire. Light takes the straight way through it where shadows are asked."""

    ior: float = 1.77
    tint: Colour = (1.0, 1.0, 1.0)
    """Passed at each surface."""
    coating: float = 1.0
    """What an anti-reflective coating leaves of the reflection at its surfaces; 1: none."""


@dataclass(frozen=True)
class Paper:
    """A matt colour under a thin coat that shines a little."""

    colour: Colour
    roughness: float = 0.32
    ior: float = 1.45


Material = Metal | Dielectric | Paper


@dataclass(frozen=True)
class Body:
    """One mesh of one material; `matrix` takes it from its own frame to the studio's and may not stretch it."""

    vertices: Floats
    """(n, 3)."""
    normals: Floats
    """(n, 3) unit, outward."""
    triangles: NDArray[np.int32]
    """(m, 3) counter-clockwise seen from outside."""
    material: Material
    matrix: Floats = field(default_factory=lambda: np.eye(4))
    """(4, 4)."""


@dataclass(frozen=True)
class Softbox:
    """A lamp behind cloth: shines from `centre` towards `target`, upright as far as it can be."""

    centre: Point
    target: Point
    width: float
    height: float
    radiance: Colour
    feather: float = 0.25
    """Part of the half width and half height over which it fades out at the rim."""
    fade: float = 1.0
    """Radiance of the lower rim relative to the upper one."""
    roll: float = 0.0
    """Degrees about the line to the target."""


@dataclass(frozen=True)
class Card:
    """A black card: takes light away from what it hides and stands as a dark band in polished metal."""

    centre: Point
    target: Point
    width: float
    height: float
    roll: float = 0.0


@dataclass(frozen=True)
class Camera:
    """A full-frame camera (sensor 36 mm wide) in model scale: the lens is as wide as focal length / f-number."""

    position: Point
    look_at: Point
    focal_length: float = 85.0
    f_number: float = 16.0
    focus: Point | None = None
    """What is sharp; `look_at` if not told."""


@dataclass(frozen=True)
class Scene:
    """Everything that decides a picture but its size and the number of samples."""

    bodies: tuple[Body, ...]
    camera: Camera
    lights: tuple[Softbox, ...]
    cards: tuple[Card, ...] = ()
    ambient: Colour = (0.03, 0.03, 0.03)
    """Radiance of the dark room around."""
    exposure: float = 1.0
