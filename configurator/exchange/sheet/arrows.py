"""Arrow heads, dots and origins at the ends of lines."""

from __future__ import annotations

from math import radians, tan

from .figures import proportion
from .model import XY, Circle, Entity, Filled, Layer
from .planar import along, left_of, polar


def arrow(tip: XY, direction: XY, layer: Layer = Layer.DIMENSION, size: float = 1.0) -> Filled:
    """A closed filled head with its tip at `tip`, pointing along the unit vector `direction`."""
    length = proportion("arrow") * size
    half = length * tan(radians(proportion("arrow_angle") / 2))
    base, side = along(tip, direction, -length), left_of(direction)
    return Filled((tip, along(base, side, half), along(base, side, -half)), layer)


def dot(centre: XY, layer: Layer = Layer.DIMENSION) -> tuple[Entity, ...]:
    """A filled dot, for leaders that end inside an outline."""
    radius = proportion("dot_radius")
    return (Filled(tuple(polar(centre, radius, step * 30.0) for step in range(12)), layer), Circle(centre, radius, layer))
