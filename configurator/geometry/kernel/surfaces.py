"""Points of surfaces, many at a time."""

from __future__ import annotations

from typing import Any

import numpy as np

from .outlines import bernstein
from .records import Kind, Surface
from .splines import Sheet

TURNED = (Kind.CYLINDER, Kind.CONE, Kind.SPHERE, Kind.TORUS)


def frames(surfaces: list[Surface], numbers: Any) -> Any:
    """(m, 4, 3) origin, axis, X and Y of elementary surfaces (m,), numbered from 1."""
    return np.array([surfaces[number - 1].numbers[:12] for number in numbers.tolist()]).reshape(-1, 4, 3)


def meridian(kind: int, sizes: Any, vs: Any) -> tuple[Any, Any, Any, Any]:
    """Distance from the axis and height along it, and both derived by v, at (m, n) parameters; `sizes` (m, 1 or 2)."""
    one = sizes[:, :1]
    if kind == Kind.CYLINDER:
        return one + 0 * vs, vs, 0 * vs, 1 + 0 * vs
    if kind == Kind.CONE:
        sine, cosine = np.sin(sizes[:, 1:]), np.cos(sizes[:, 1:])
        return one + vs * sine, vs * cosine, sine + 0 * vs, cosine + 0 * vs
    middle, radius = (0.0, one) if kind == Kind.SPHERE else (one, sizes[:, 1:])
    sines, cosines = radius * np.sin(vs), radius * np.cos(vs)
    return middle + cosines, sines, -sines, cosines


def elementary(kind: int, surfaces: list[Surface], numbers: Any, places: Any) -> Any:
    """(m, n, 3) points of surfaces (m,) of one kind, but no patches, at parameters (m, n, 2)."""
    frame = frames(surfaces, numbers)
    if kind == Kind.PLANE:
        return frame[:, :1] + places @ frame[:, 2:]
    radius, height, _, _ = meridian(kind, sizes(surfaces, numbers), places[:, :, 1])
    angles = places[:, :, 0]
    return (frame[:, :1] + (radius * np.cos(angles))[:, :, None] * frame[:, 2:3]
            + (radius * np.sin(angles))[:, :, None] * frame[:, 3:] + height[:, :, None] * frame[:, 1:2])


def sizes(surfaces: list[Surface], numbers: Any) -> Any:
    """(m, 1 or 2) radius; radius and half angle; or both radii, of turned surfaces of one kind."""
    return np.array([surfaces[number - 1].numbers[12:] for number in numbers.tolist()])


def patches(surfaces: list[Surface], numbers: Any) -> Any:
    """(m, u, v, 3) poles of patches of the same degrees."""
    one = surfaces[int(numbers[0]) - 1].degrees
    return np.array([surfaces[number - 1].numbers for number in numbers.tolist()]).reshape(-1, one[0] + 1, one[1] + 1, 3)


def sheet(surface: Surface) -> Sheet:
    """A surface of several patches."""
    us, vs = (np.array(each) for each in surface.knots)
    (p, q), poles = surface.degrees, np.array(surface.numbers)
    return Sheet(poles.reshape(len(us) - p - 1, len(vs) - q - 1, 3), us, vs)


def on_patches(poles: Any, spans: Any, places: Any) -> Any:
    """(m, n, 3) points of patches with poles (m, u, v, 3) and spans (m, 4) at parameters (m, n, 2)."""
    shares = (places - spans[:, None, ::2]) / (spans[:, None, 1::2] - spans[:, None, ::2])
    along, across = (bernstein(poles.shape[1 + axis] - 1, shares[:, :, axis].reshape(-1)).reshape(*shares.shape[:2], -1)
                     for axis in (0, 1))
    rows = across @ poles.transpose(0, 2, 1, 3).reshape(len(poles), poles.shape[2], -1)  # (m, n, u * 3)
    return (along[:, :, None] @ rows.reshape(*rows.shape[:2], poles.shape[1], 3))[:, :, 0]
