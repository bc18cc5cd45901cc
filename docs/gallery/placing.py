"""How products stand and lie on the floor: (4, 4) matrices from their frame to the studio's. mm, degrees, Z up."""

from __future__ import annotations

import numpy as np

from scene import Floats


def lying(x: float, y: float, width: float, turn: float = 0.0) -> Floats:
    """Flat on the floor."""
    return _moved(x, y, width / 2) @ _turned("z", turn)


def upright(x: float, y: float, radius: float, turn: float, roll: float = 0.0) -> Floats:
    """On its rim. The finger axis points along Y, turned about Z by `turn`; `roll` brings the middle of the engraving
    (towards -X of the ring) away from the floor, clockwise as seen by who looks along the axis."""
    return _moved(x, y, radius) @ _turned("z", turn) @ _turned("x", -90.0) @ _turned("z", roll - 90.0)


def resting(x: float, y: float, points: Floats, turn: float = 0.0, tilt: float = 0.0, roll: float = 0.0) -> Floats:
    """Set down so that the lowest of its `points` (n, 3) touches the floor. `turn` about its own Z first, then `roll`
    about Y (180: on its face), then `tilt` about X, towards the viewer at -Y."""
    turned = _turned("x", tilt) @ _turned("y", roll) @ _turned("z", turn)
    return _moved(x, y, -float((points @ turned[:3, :3].T)[:, 2].min())) @ turned


def _moved(x: float, y: float, z: float) -> Floats:
    matrix = np.eye(4)
    matrix[:3, 3] = x, y, z
    return matrix


def _turned(axis: str, degrees: float) -> Floats:
    matrix, angle = np.eye(4), np.radians(degrees)
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    matrix[i, i] = matrix[j, j] = np.cos(angle)
    matrix[j, i] = np.sin(angle)
    matrix[i, j] = -np.sin(angle)
    return matrix
