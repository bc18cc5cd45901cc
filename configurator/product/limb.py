"""A limb's skin as a plain value: levels of equal distance, and at each the radius in equally spaced directions.

Frame: Z runs up from the lower end (the ankle's side, z = 0), +X is forward (anterior), +Y to the owner's left; mm.
Level i lies at z = i * step. In it the skin is star-shaped about the centre; radius j stands at 2 pi j / 128, counted
from +X towards +Y. Every number is a multiple of 0.01 mm, so that equal limbs are equal bytes on every machine.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from configurator.errors import ScanRefused

from .scan_notes import ScanNote

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

DIRECTIONS = 128
"""Radii in a level."""
LEVELS_LEAST, LEVELS_MOST = 4, 128
MAGIC = b"LOT1LIMB"
_VERSION = 1
_HEAD = struct.Struct("<8sIIIi")
_PER_MM = 100
_FURTHEST = 1000.0
"""mm; no limb has a radius, nor a centre that far off its axis. The least radius is one hundredth."""
_STEP_MOST = 100.0


@dataclass(frozen=True)
class Limb:
    """A limb. Hashable; equal if every number is. Make one from numbers with `Limb.of`."""

    step: float
    """Distance of two levels, mm."""
    centres: tuple[tuple[float, float], ...]
    """(x, y) of each level, mm."""
    radii: tuple[bytes, ...]
    """For each level 128 radii, little-endian int32, hundredths of a mm."""

    def __post_init__(self) -> None:
        """ScanRefused names the first number that no limb has."""
        levels = len(self.radii)
        if not LEVELS_LEAST <= levels <= LEVELS_MOST or len(self.centres) != levels:
            raise _broken("scan.limb_levels", levels=levels, centres=len(self.centres), least=LEVELS_LEAST, most=LEVELS_MOST)
        if not (math.isfinite(self.step) and 0 < self.step <= _STEP_MOST):
            raise _broken("scan.limb_step", step=(self.step, "mm"), most=(_STEP_MOST, "mm"))
        if any(len(row) != 4 * DIRECTIONS for row in self.radii):
            raise _broken("scan.limb_directions", directions=DIRECTIONS)
        object.__setattr__(self, "step", _hundredths(self.step) / _PER_MM)
        for level, (row, (x, y)) in enumerate(zip(self.radii, self.centres, strict=True)):
            radii = _ints(row)
            if not (min(radii) > 0 and max(radii) <= _FURTHEST * _PER_MM and _near(x) and _near(y)):
                raise _broken("scan.limb_far", level=level, most=(_FURTHEST, "mm"))
        if not self.step > 0:
            raise _broken("scan.limb_step", step=(self.step, "mm"), most=(_STEP_MOST, "mm"))
        object.__setattr__(self, "centres", tuple((_hundredths(x) / _PER_MM, _hundredths(y) / _PER_MM)
                                                  for x, y in self.centres))

    @classmethod
    def of(cls, step: float, centres: Any, radii: Any) -> Limb:
        """From rows of numbers or arrays: `centres` (levels, 2), `radii` (levels, 128), mm; rounded to 0.01 mm.

        ScanRefused if a number is no number, or none that a limb has.
        """
        rows = [[float(each) for each in row] for row in radii]
        points = [[float(each) for each in row] for row in centres]
        if any(len(row) != DIRECTIONS for row in rows) or any(len(point) != 2 for point in points):
            raise _broken("scan.limb_directions", directions=DIRECTIONS)
        for level, row in enumerate(rows):
            if not all(0 < each <= _FURTHEST for each in row):  # NaN fails too
                raise _broken("scan.limb_far", level=level, most=(_FURTHEST, "mm"))
        return cls(float(step), tuple((x, y) for x, y in points),
                   tuple(struct.pack(f"<{DIRECTIONS}i", *map(_hundredths, row)) for row in rows))

    @property
    def levels(self) -> int:
        """How many levels it has."""
        return len(self.radii)

    @property
    def height(self) -> float:
        """From the lowest level to the highest, mm."""
        return round((len(self.radii) - 1) * self.step, 2)

    def array(self) -> Floats:
        """(levels, 128) radii, mm; the caller's own."""
        import numpy as np

        flat = np.frombuffer(b"".join(self.radii), dtype="<i4").reshape(self.levels, DIRECTIONS)
        return np.asarray(flat / float(_PER_MM), dtype=np.float64)

    def centre_array(self) -> Floats:
        """(levels, 2) centres, mm; the caller's own."""
        import numpy as np

        return np.array(self.centres, dtype=np.float64)

    def points(self) -> Floats:
        """(levels, 128, 3) points of the skin in the limb's frame, mm."""
        import numpy as np

        angles = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
        radii, centres = self.array(), self.centre_array()
        heights = np.broadcast_to(np.arange(self.levels)[:, None] * self.step, radii.shape)
        return np.stack([centres[:, :1] + radii * np.cos(angles), centres[:, 1:] + radii * np.sin(angles), heights], axis=-1)

    def girth(self, z: float) -> float:
        """Length of the closed polygon of 128 corners at height z, mm; z outside the limb counts as its nearer end.

        A polygon inside a circle is a ten-thousandth shorter than the circle: 0.04 mm at a calf.
        """
        place = min(max(z / self.step, 0.0), self.levels - 1.0)
        low = min(int(place), self.levels - 2)
        share = place - low
        corners = [((1 - share) * x0 + share * x1, (1 - share) * y0 + share * y1)
                   for (x0, y0), (x1, y1) in zip(self._corners(low), self._corners(low + 1), strict=True)]
        return sum(math.dist(here, there) for here, there in zip(corners, corners[1:] + corners[:1], strict=True))

    def mirrored(self) -> Limb:
        """The other side's limb: left and right exchanged (y becomes -y)."""
        turned = tuple(row[:4] + b"".join(row[4 * j:4 * j + 4] for j in range(DIRECTIONS - 1, 0, -1)) for row in self.radii)
        return Limb(self.step, tuple((x, 0.0 - y) for x, y in self.centres), turned)

    def to_bytes(self) -> bytes:
        """The file `.limb`: the same limb gives the same bytes. Layout: magic `LOT1LIMB`, then little-endian 32-bit
        integers: version, levels, directions, step, x and y of each centre, all radii level by level; hundredths of a mm.
        """
        head = _HEAD.pack(MAGIC, _VERSION, self.levels, DIRECTIONS, _hundredths(self.step))
        points = [_hundredths(each) for point in self.centres for each in point]
        return head + struct.pack(f"<{len(points)}i", *points) + b"".join(self.radii)

    @classmethod
    def from_bytes(cls, data: bytes) -> Limb:
        """What `to_bytes` wrote. ScanRefused if it is not a `.limb`, of another version, cut off, longer, or no limb."""
        if len(data) < _HEAD.size or data[:8] != MAGIC:
            raise _broken("scan.limb_magic")
        _, version, levels, directions, step = _HEAD.unpack_from(data)
        if version != _VERSION:
            raise _broken("scan.limb_version", found=version, known=_VERSION)
        if directions != DIRECTIONS:
            raise _broken("scan.limb_directions", directions=DIRECTIONS)
        if not LEVELS_LEAST <= levels <= LEVELS_MOST:
            raise _broken("scan.limb_levels", levels=levels, centres=levels, least=LEVELS_LEAST, most=LEVELS_MOST)
        start, size = _HEAD.size + 8 * levels, 4 * DIRECTIONS
        if len(data) != start + size * levels:
            raise _broken("scan.limb_size", found=len(data), wanted=start + size * levels)
        points = struct.unpack_from(f"<{2 * levels}i", data, _HEAD.size)
        return cls(step / _PER_MM, tuple((x / _PER_MM, y / _PER_MM) for x, y in zip(points[::2], points[1::2], strict=True)),
                   tuple(data[start + size * level:start + size * (level + 1)] for level in range(levels)))

    @cached_property
    def sha256(self) -> str:
        """Of its bytes, hexadecimal: its name in the scan store."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def _corners(self, level: int) -> list[tuple[float, float]]:
        x, y = self.centres[level]
        return [(x + r / _PER_MM * cos, y + r / _PER_MM * sin)
                for r, (cos, sin) in zip(_ints(self.radii[level]), _COMPASS, strict=True)]


_COMPASS = [(math.cos(2 * math.pi * j / DIRECTIONS), math.sin(2 * math.pi * j / DIRECTIONS)) for j in range(DIRECTIONS)]


def _ints(row: bytes) -> Sequence[int]:
    return struct.unpack(f"<{DIRECTIONS}i", row)


def _hundredths(value: float) -> int:
    return round(value * _PER_MM)


def _near(value: float) -> bool:
    return abs(value) <= _FURTHEST  # NaN is not


def _broken(code: str, **values: Any) -> ScanRefused:
    return ScanRefused([ScanNote(code, "error", values)])
