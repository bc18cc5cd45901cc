"""What the kernel found in a STEP file it read back: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist, sqrt
from typing import TypeAlias

from configurator.product.measured import Point

_GAP = 1e-3
"""mm: far above what any kernel leaves open between exact surfaces, far below what a machine can make."""
Matrix: TypeAlias = tuple[tuple[float, float, float, float], ...]
"""Rows of the (3, 4) matrix that takes a point of a component to the frame of the assembly, mm."""


@dataclass(frozen=True, slots=True)
class StepPlaced:
    """One component of an assembly."""

    name: str
    """Name of the occurrence."""
    product: str
    """Name of the product that sits there."""
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class StepRead:
    """One product of a STEP file: what its geometry is now, and what the file says it should be.

    Lengths in mm, in the product's own frame. What the file does not say is None, or '' for a word.
    """

    name: str
    solids: int
    shells_closed: bool
    """Every shell bounds a solid and is closed. False if there is no shell at all."""
    faces: int
    volume: float
    area: float
    centroid: Point
    valid: bool
    """The kernel finds no fault in the geometry; says little about what is missing."""
    gap: float
    """mm: the furthest that an edge or corner lies off its faces, as the kernel bridged it when it read the file."""
    colour: tuple[float, float, float] | None
    """Red, green, blue, sRGB, 0 to 1."""
    material: str
    density: float | None
    """g/cm3."""
    stated_volume: float | None
    """Validation property, mm3."""
    stated_area: float | None
    """Validation property, mm2."""
    stated_centroid: Point | None
    """Validation property, mm."""
    components: tuple[StepPlaced, ...]
    """Of an assembly, in the order of the file; empty for a part. Only the direct ones."""

    def differences(self, within: float = 1e-5) -> list[str]:
        """Where the geometry is not what the file says it is, in words; empty if all is well.

        `within` is relative; for the centroid it is a share of the square root of the area. A file that says nothing
        is told so: without validation properties nobody can know whether a face is missing.
        """
        found = []
        if not self.components and self.solids != 1:
            found.append(f"{self.solids} solids where a part has exactly one")
        if not self.shells_closed:
            found.append("a shell is not closed")
        if not self.valid:
            found.append("the kernel finds the geometry invalid")
        if not self.gap <= _GAP:
            found.append(f"an edge or corner lies {self.gap:.3g} mm off its faces")
        for name, unit, now, stated in (("volume", "mm3", self.volume, self.stated_volume),
                                        ("area", "mm2", self.area, self.stated_area)):
            if stated is None:
                found.append(f"the file does not state its {name}")
            elif not abs(now - stated) <= within * abs(stated):
                found.append(f"{name} {now:.9g} {unit}, the file states {stated:.9g}")
        if self.stated_centroid is None:
            found.append("the file does not state its centroid")
        elif not dist(self.centroid, self.stated_centroid) <= within * sqrt(abs(self.area)):
            found.append(f"centroid at {_shown(self.centroid)} mm, the file states {_shown(self.stated_centroid)}")
        return [f"{self.name}: {sentence}" for sentence in found]


def _shown(point: Point) -> str:
    return f"({', '.join(f'{value:.6g}' for value in point)})"
