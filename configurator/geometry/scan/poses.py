"""How a scan stands: its unit, which way is up and forward in its file, and whose leg it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .caps import refused

if TYPE_CHECKING:
    from .scan_mesh import Floats

UNITS = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "inch": 25.4}
"""mm in one unit."""
SIDES = ("left", "right")
Vector: TypeAlias = tuple[float, float, float]
_NAMED: dict[str, Vector] = {"+x": (1.0, 0.0, 0.0), "-x": (-1.0, 0.0, 0.0), "+y": (0.0, 1.0, 0.0), "-y": (0.0, -1.0, 0.0),
                             "+z": (0.0, 0.0, 1.0), "-z": (0.0, 0.0, -1.0)}
_PARALLEL = 0.99


@dataclass(frozen=True)
class Pose:
    """What turns a file's coordinates into a limb's frame. Directions are `+z`, or three numbers `0.1,0,0.99`."""

    unit: str
    up: str
    """From the ankle to the knee."""
    forward: str
    """Where the toes point; need not be square to `up`."""
    side: str
    """Whose leg: `left` or `right`. It turns nothing: a scan shows the leg it shows."""

    def __post_init__(self) -> None:
        """ScanRefused if a unit, a direction or a side is none, or both directions are the same."""
        if self.unit not in UNITS:
            raise refused("scan.unit_unknown", unit=self.unit[:20], units=", ".join(UNITS))
        if self.side not in SIDES:
            raise refused("scan.side_unknown", side=self.side[:20])
        if abs(sum(a * b for a, b in zip(direction(self.up), direction(self.forward), strict=True))) > _PARALLEL:
            raise refused("scan.axes_alike", up=self.up[:60], forward=self.forward[:60])

    def frame(self) -> Floats:
        """(3, 3): rows are the limb's X, Y and Z in the file's frame."""
        import numpy as np

        z, forward = np.array(direction(self.up)), np.array(direction(self.forward))
        x = forward - (forward @ z) * z
        x /= np.linalg.norm(x)
        return np.stack([x, np.cross(z, x), z]) + 0.0

    def placed(self, points: Floats) -> Floats:
        """Points of the file in the limb's axes, mm; the origin stays the file's."""
        return points @ (self.frame().T * UNITS[self.unit])


def direction(word: str) -> Vector:
    """The unit vector that a word names. ScanRefused if it names none."""
    if word in _NAMED:
        return _NAMED[word]
    try:
        x, y, z = (float(each) for each in word.split(","))
    except ValueError:
        raise refused("scan.no_direction", word=word[:60]) from None
    length = math.hypot(x, y, z)
    if not (math.isfinite(length) and length > 1e-9):
        raise refused("scan.no_direction", word=word[:60])
    return x / length, y / length, z / length


def worded(vector: Vector, snap: float) -> str:
    """The word of a direction; the axis of the file that is nearer than `snap` radians stands for it."""
    length = math.hypot(*vector)
    for word, axis in _NAMED.items():
        if sum(a * b for a, b in zip(vector, axis, strict=True)) > length * math.cos(snap):
            return word
    return ",".join(f"{each / length + 0.0:.4f}" for each in vector)


def opposite(word: str) -> str:
    """The word of the direction the other way."""
    if word in _NAMED:
        return ("-" if word[0] == "+" else "+") + word[1:]
    x, y, z = direction(word)
    return worded((-x, -y, -z), 1e-4)
