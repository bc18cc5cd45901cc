"""Where a piece sits."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple


class Placement(NamedTuple):
    """Where a piece sits in the product's frame: spun about its own Z, tilted about X, turned about Z, then moved.

    A plain value, apart from the shape: moving a part builds nothing. Lengths in mm, angles in degrees,
    right-handed. The three angles together reach every attitude (intrinsic Z-X-Z).
    """

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0
    spin: float = 0.0

    def matrix(self) -> tuple[tuple[float, float, float, float], ...]:
        """Rows of the (3, 4) matrix that takes a point of the part to the product's frame."""
        (ct, st), (ci, si), (cs, ss) = ((_cosine(angle), _cosine(angle - 90)) for angle in self[3:])
        return ((ct * cs - st * ci * ss, -ct * ss - st * ci * cs, st * si, self.x),
                (st * cs + ct * ci * ss, -st * ss + ct * ci * cs, -ct * si, self.y),
                (si * ss, si * cs, ci, self.z))


def _cosine(degrees: float) -> float:
    """Exact at multiples of 90 degrees, so that a quarter turn leaves no 1e-17 in a file."""
    if degrees % 90 == 0:
        return (1.0, 0.0, -1.0, 0.0)[int(degrees % 360) // 90]
    return cos(radians(degrees)) if abs(cos(radians(degrees))) > abs(sin(radians(degrees))) else sin(radians(90 - degrees))
