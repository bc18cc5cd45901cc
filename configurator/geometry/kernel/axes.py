"""Axes of what is turned about them by half a turn or more: where drawings have their centre lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import pi
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from configurator.geometry.views import Axis

from .records import Kind

if TYPE_CHECKING:
    from .faces_seen import Face

_HALF = pi + 0.02  # rad; a gap between a face's points that is no wider leaves half a turn, however it was cut
_ALONG = 1e-9
_PLACES = 6


class Turning(NamedTuple):
    """An axis in the part's frame: its point nearest to the origin, its direction, between which heights, the greatest
    radius, and the faces about it, by index. mm."""

    foot: Any
    axis: Any
    low: float
    high: float
    radius: float
    faces: frozenset[int]


def turnings(faces: Iterable[Face]) -> list[Turning]:
    """One for each axis; roundings of edges and corners are less than half a turn and have none."""
    alike: dict[tuple[Any, ...], list[Face]] = {}
    for face in faces:
        if face.kind in (Kind.CYLINDER, Kind.CONE, Kind.TORUS):
            alike.setdefault((*_name(face), face.kind, *np.round(face.sizes, 5).tolist()), []).append(face)
    about: dict[tuple[Any, ...], list[Turning]] = {}
    for name, group in alike.items():
        found = _turning(group)
        if found is not None:
            about.setdefault(name[:2], []).append(found)
    return [Turning(each[0].foot, each[0].axis, min(one.low for one in each), max(one.high for one in each),
                    max(one.radius for one in each), frozenset().union(*(one.faces for one in each)))
            for each in about.values()]


def axes(turned: Iterable[Turning], matrix: Any, seen: set[int]) -> tuple[Axis, ...]:
    """Those that are seen from the side or along, in the frame of the view; `seen`: indices of faces of which something is."""
    found = list[Axis]()
    for each in turned:
        along = abs(float(each.axis @ matrix[2]))
        if _ALONG < along < 1 - _ALONG:
            continue
        start, end = sorted((round(float(point[0]), 9) + 0.0, round(float(point[1]), 9) + 0.0)
                            for point in (matrix @ (each.foot + height * each.axis) for height in (each.low, each.high)))
        found.append(Axis(start, start if along > 0.5 else end, round(each.radius, 9), bool(each.faces & seen)))
    return tuple(sorted(found))


def _name(face: Face) -> tuple[Any, ...]:
    axis = _positive(face.axis)
    foot = face.place - (face.place @ axis) * axis
    return tuple((np.round(axis, _PLACES) + 0.0).tolist()), tuple((np.round(foot, _PLACES) + 0.0).tolist())


def _positive(axis: Any) -> Any:
    rounded = np.round(axis, _PLACES)
    return axis if rounded[np.flatnonzero(rounded)[0]] > 0 else -axis


def _turning(group: Sequence[Face]) -> Turning | None:
    face = group[0]
    axis = _positive(face.axis)
    points = np.concatenate([each.mesh.vertices[each.corners] for each in group]) - face.place
    heights = points @ axis
    x, y = face.x, np.cross(axis, face.x)
    across, athwart = points @ x, points @ y
    angles = np.sort(np.arctan2(athwart, across))
    if max(np.diff(angles, append=angles[0] + 2 * pi)) > _HALF:
        return None
    base = float(face.place @ axis)
    return Turning(face.place - base * axis, axis, base + float(heights.min()), base + float(heights.max()),
                   float(np.sqrt(across**2 + athwart**2).max()), frozenset(each.index for each in group))
