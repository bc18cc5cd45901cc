"""What is known of a solid once it was built: plain values, no kernel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float, float]
Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A solid in numbers, in its own frame. Lengths in mm, area in mm2, volume in mm3."""

    volume: float
    area: float
    centroid: Point
    low: Point
    """Least corner of the exact bounding box."""
    high: Point
    """Greatest corner of the exact bounding box."""
    faces: int
    edges: int

    @property
    def size(self) -> Point:
        """Extent along X, Y, Z, mm."""
        return (self.high[0] - self.low[0], self.high[1] - self.low[1], self.high[2] - self.low[2])


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a template expects of one of its own parts, from its parameters in closed form."""

    volume: float | None = None
    """mm3."""
    volume_within: float = 0.02
    """Relative."""
    size: tuple[float | None, float | None, float | None] = (None, None, None)
    """Extent along X, Y, Z, mm; None where nothing is expected."""
    size_within: float = 1e-4
    """mm."""

    def differences(self, measured: Measured) -> list[str]:
        """Where the solid is not what was expected, in words; empty if all is well."""
        found = []
        if self.volume is not None and abs(measured.volume - self.volume) > self.volume_within * abs(self.volume):
            found.append(f"volume {measured.volume:.3f} mm3, expected {self.volume:.3f} within {self.volume_within:.1%}")
        for axis, expected, size in zip("XYZ", self.size, measured.size, strict=True):
            if expected is not None and abs(size - expected) > self.size_within:
                found.append(f"extent along {axis} {size:.5f} mm, expected {expected:.5f} within {self.size_within} mm")
        return found


@dataclass(frozen=True, slots=True)
class Finding:
    """A coded result of looking at a product: what, where, how much, and what to do."""

    code: str
    severity: Severity
    place: str
    """Part number, parameter or file."""
    sentence: str
    measured: float | None = None
    limit: float | None = None
    suggestion: str = ""
    extra: dict[str, str] = field(default_factory=dict)
