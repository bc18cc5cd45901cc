"""Where a plane meets a surface, followed step by step from edge to edge.

For planes that graze a face: there triangles are no guide, since they miss the plane or meet it far from where the face does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.gp import gp_Pnt, gp_Vec
from OCP.ShapeAnalysis import ShapeAnalysis_Surface

from .carriers import Plane
from .faces_seen import Face, Node
from .records import Kind
from .space_curves import crossed, length

_TURN = 0.2  # rad between neighbouring pieces
_SAG = 5e-4  # mm between a piece and the curve
_FIRST = 0.01  # mm
_LEAST = 1e-7  # mm; where a curve turns sharper than this allows it is not followed
_GROWTH = 1.5
_STEPS = 5  # of Newton's rule
_EXACT = 1e-10  # mm
_MANY = 5000
_BESIDE = 0.15  # of a step that its end may be off the piece in which it lies
_SAME = 1e-6  # mm
_Off: TypeAlias = Callable[[Any], tuple[float, Any]]
"""How far a point is from a surface, mm, and the surface's normal there."""


def off(face: Face, points: Any) -> tuple[Any, Any]:
    """How far (n, 3) points are from the surface of a cone or torus, and its gradient (n, 3)."""
    away = points - face.place
    height = away @ face.axis
    level = away - height[:, None] * face.axis
    size = np.sqrt((level**2).sum(axis=1))
    w = level / np.maximum(size, 1e-12)[:, None]
    if face.kind == Kind.CONE:
        radius, half = face.sizes
        return (size - radius) * np.cos(half) - height * np.sin(half), np.cos(half) * w - np.sin(half) * face.axis
    ring, tube = face.sizes
    around = np.sqrt((size - ring) ** 2 + height**2)
    slope = ((size - ring)[:, None] * w + height[:, None] * face.axis) / np.maximum(around, 1e-12)[:, None]
    return around - tube, slope


def marched(face: Face, plane: Plane, start: Node, ends: Sequence[Node]) -> tuple[Any, Node] | None:
    """(n, 3) points from the node where the cut enters the face to the first of `ends`, and that; None if none is reached.

    The cut runs with the plane's normal x the surface's normal.
    """
    away = _off(face)
    here, step = start.point, _FIRST
    way = _way(away, plane, here)
    points = [here]
    for _ in range(_MANY):
        if way is None or step < _LEAST:
            return None
        following = _corrected(away, plane, here + step * way)
        size = length(following - here)
        ahead = _way(away, plane, following)
        turn = np.pi if ahead is None else float(np.arccos(np.clip(way @ ahead, -1.0, 1.0)))
        if turn > _TURN or turn * size / 8 > _SAG or not 0.5 * step < size < 2 * step:
            step /= 2
            continue
        near = [(share, end) for end in ends
                for share, beside in (_along(here, following, end.point),)
                if beside < _BESIDE * size + _SAME and (share > _SAME or len(points) > 1)
                and -_SAME < share * size < size + _SAME]
        if near:
            _, end = min(near, key=lambda each: each[0])
            return np.array([*points, end.point]), end
        points.append(following)
        here, way = following, ahead
        step *= _GROWTH if turn < _TURN / 2 and turn * size / 8 < _SAG / 3 else 1.0
    return None


def _off(face: Face) -> _Off:
    if face.kind in (Kind.CONE, Kind.TORUS):
        def from_elementary(point: Any) -> tuple[float, Any]:
            (away,), (slope,) = off(face, point[None])
            return face.hand * float(away), face.hand * slope

        return from_elementary
    surface = BRep_Tool.Surface_s(face.shape)
    nearest = ShapeAnalysis_Surface(surface)

    def from_any(point: Any) -> tuple[float, Any]:
        place = nearest.ValueOfUV(gp_Pnt(*point.tolist()), _LEAST)
        foot, u, v = gp_Pnt(), gp_Vec(), gp_Vec()
        surface.D1(place.X(), place.Y(), foot, u, v)
        normal = crossed(u.Coord(), v.Coord())
        normal /= max(length(normal), 1e-300)
        return float((point - np.array(foot.Coord())) @ normal), normal

    return from_any


def _way(away: _Off, plane: Plane, point: Any) -> Any:
    """(3,) unit vector along the cut; None where plane and surface touch."""
    way = crossed(plane.normal, away(point)[1])
    size = length(way)
    return None if size < _LEAST else way / size


def _corrected(away: _Off, plane: Plane, point: Any) -> Any:
    """The point, brought onto plane and surface."""
    for _ in range(_STEPS):
        point = point - (point @ plane.normal - plane.height) * plane.normal
        far, slope = away(point)
        slope = slope - (slope @ plane.normal) * plane.normal
        point = point - far / max(float(slope @ slope), 1e-12) * slope
        if abs(far) < _EXACT:
            break
    return point


def _along(start: Any, end: Any, point: Any) -> tuple[float, float]:
    """Where along a piece a point lies, as a share of it, and how far beside it, mm."""
    way = end - start
    share = float((point - start) @ way / (way @ way))
    return share, length(point - start - share * way)
