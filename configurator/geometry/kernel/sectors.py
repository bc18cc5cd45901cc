"""Outlines of flutes in a plane across the axis: one sector in closed form, which its neighbours repeat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import asin, atan2, cos, isfinite, pi, sin
from typing import Any

import numpy as np

from configurator.errors import BuildFailed

_SAME = 1e-6  # lengths that a template means to be equal, mm


class Side(Enum):
    """What one side of an outline is."""

    LINE = 1
    LAND = 2
    GROOVE = 3


@dataclass(frozen=True)
class Sector:
    """One flute with its land, as an outline in the plane of the lower circle."""

    count: int
    points: Any
    """(k, 2) float64, mm: where each side begins, by rising angle about Z; the first sector's first land or ridge is on +X."""
    sides: tuple[Side, ...]
    """k of them."""
    valley: float
    """Least distance from Z, mm."""
    groove: tuple[float, float, float] | None = None
    """Of a groove: distance of its axis from Z, mm; its radius, mm; half the angle of its arc, rad."""

    def scaled(self, factor: float) -> Sector:
        """The same without grooves, `factor` as large."""
        return Sector(self.count, self.points * factor, self.sides, self.valley * factor)


def round_sector(radius: float, count: int, depth: float, width: float | None) -> Sector:
    """Concave arcs `depth` deep in the middle and `width` wide, measured along the circle; 0.7 of the pitch if None."""
    half = _half_mouth(radius, count, depth, 0.7 * _pitch(radius, count) if width is None else width)
    chord, sagitta = radius * sin(half), radius * cos(half) - (radius - depth)
    if sagitta > chord:
        raise BuildFailed(f"round flutes {depth:.6g} mm deep are more than a half circle {2 * chord:.6g} mm wide: choose them "
                          "shallower or wider")
    groove = (chord**2 + sagitta**2) / (2 * sagitta)
    axis = radius - depth + groove
    # Seen from Z a groove may be widest below its mouth.
    if axis**2 - groove**2 < radius**2 and asin(groove / axis) > half and asin(groove / axis) >= pi / count - 1e-9:
        raise BuildFailed(f"{count} round flutes {depth:.6g} mm deep run into each other below the surface: choose them "
                          "shallower, narrower or fewer")
    points, sides = _mouths(radius, count, half, Side.GROOVE)
    return Sector(count, points, sides, radius - depth, (axis, groove, atan2(chord, groove - sagitta)))


def vee_sector(radius: float, count: int, depth: float, width: float | None) -> Sector:
    """Straight flanks to a valley `depth` deep; ridges without lands if `width`, along the circle, is None."""
    half = _half_mouth(radius, count, depth, _pitch(radius, count) if width is None else width)
    points, sides = _mouths(radius, count, half, Side.LINE)
    valley = (radius - depth) * np.array([[cos(pi / count), sin(pi / count)]])
    return Sector(count, np.concatenate([points, valley]), (*sides, Side.LINE), radius - depth)


def _pitch(radius: float, count: int) -> float:
    return 2 * pi * radius / max(count, 1)


def _half_mouth(radius: float, count: int, depth: float, width: float) -> float:
    """Half the angle that a flute takes of the circle; refused if no groove of that depth has it."""
    if not (isfinite(depth) and isfinite(width) and 0 < depth < radius and width > 0 and count >= 1 and count == int(count)):
        raise BuildFailed(f"{count} flutes {depth:.6g} mm deep and {width:.6g} mm wide do not go into a radius of {radius:.6g} "
                          "mm: choose at least one flute, and a depth and width above zero, less deep than the radius")
    if count * width > 2 * pi * radius + _SAME:
        raise BuildFailed(f"{count} flutes {width:.6g} mm wide take {count * width:.6g} mm; the circumference is "
                          f"{2 * pi * radius:.6g} mm: choose fewer or narrower")
    half = min(width / (2 * radius), pi / count)
    if radius * (1 - cos(half)) >= depth - _SAME:
        raise BuildFailed(f"flutes {width:.6g} mm wide are flat or bulge at a depth of {depth:.6g} mm: choose them deeper than "
                          f"{radius * (1 - cos(half)):.6g} mm, narrower, or more of them")
    return half


def _mouths(radius: float, count: int, half: float, bottom: Side) -> tuple[Any, tuple[Side, ...]]:
    land = pi / count - half
    angles = np.array([0.0] if land * radius < _SAME else [-land, land])
    return radius * np.column_stack([np.cos(angles), np.sin(angles)]), (bottom,) if len(angles) == 1 else (Side.LAND, bottom)
