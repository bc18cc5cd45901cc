"""Where a plane meets a face, and where a face turns away from who looks at it: curves on faces, in closed form where
the surface is elementary.

Which pieces of such a curve belong to the face follows from how its edges go through the plane, so that neighbours agree
about the ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Any, NamedTuple

import numpy as np

from .carriers import LEVEL, Carrier, Plane, carriers_in, turning_planes
from .faces_seen import Face, Node
from .records import Kind
from .space_curves import Chain, Conic, SpaceCurve, crossed, length, through

_SOMEWHERE = 1.0  # rad; where on a circle it is looked, away from where seams mostly are
_NEAR = 0.05  # mm from a node to the curve that it lies on: where a plane grazes a face, much more than its edges are off


class Piece(NamedTuple):
    """A curve on a face from node to node; a closed one has none."""

    curve: SpaceCurve
    start: Node | None = None
    end: Node | None = None


def outlines(face: Face, towards: Any) -> list[Piece] | None:
    """Where a face seen from `towards` (3,) turns away; None if that is not known in closed form."""
    turning = None if face.kind == Kind.OTHER else turning_planes(face, towards)
    return None if turning is None else [piece for each in turning for piece in _within(face, *each)]


def section(face: Face, plane: Plane) -> list[Piece] | None:
    """Where a plane meets a face; None if that is not known in closed form."""
    carriers = carriers_in(face, plane)
    if carriers is None:
        return None
    found = _within(face, plane, carriers)
    return found or _untouched(face, plane, carriers[0]) if face.kind == Kind.SPHERE and carriers else found


def _within(face: Face, plane: Plane, carriers: list[Carrier]) -> list[Piece]:
    """The pieces of curves that lie on a face, from node to node."""
    if not carriers:
        return []
    nodes_of: list[list[tuple[float, bool, Node]]] = [[] for _ in carriers]
    for key, forward, curve in face.around:
        for index, (t, point, rising) in enumerate(through(curve, plane.normal, plane.height)):
            which = min(range(len(carriers)), key=lambda i: carriers[i].off(point))
            carrier = carriers[which]
            if carrier.off(point) > _NEAR or (carrier.side is not None and (point - face.place) @ carrier.side < -LEVEL):
                continue
            place = carrier.place(point)
            # the face is left of its edge; that this goes up or down through the plane is sure, its own direction is not
            left = float(carrier.way(place) @ crossed(plane.normal, face.natural(point)))
            nodes_of[which].append((place, (left < 0) == (rising == forward), Node(key, index, t, point)))
    return [piece for carrier, nodes in zip(carriers, nodes_of, strict=True) for piece in _paired(carrier, nodes)]


def _untouched(sphere: Face, plane: Plane, circle: Carrier) -> list[Piece]:
    """The whole circle if it lies on the face though no edge goes through it. On every other surface it meets a seam.

    A great circle through a point of it and through an edge tells.
    """
    if any(through(curve, plane.normal, plane.height) for _, _, curve in sphere.around):
        return []
    point = circle.centre + cos(_SOMEWHERE) * circle.a + sin(_SOMEWHERE) * circle.b
    for _, _, curve in sphere.around:
        way = crossed(point - sphere.place, curve.at((curve.first + curve.last) / 2) - sphere.place)
        if length(way) < LEVEL:
            continue
        way /= length(way)
        great = Plane(way, float(way @ sphere.place))
        # it begins at the point, radii of the sphere are its half axes
        radius = sphere.sizes[0]
        away = (point - sphere.place) * (radius / length(point - sphere.place))
        pieces = _within(sphere, great, [Carrier(sphere.place, away, crossed(way, away))])
        if pieces:
            if not any(piece.curve.last > 2 * pi or piece.curve.first < 0.0 < piece.curve.last for piece in pieces):
                return []
            break
    return [Piece(Conic(circle.centre, circle.a, circle.b, 0.0, 2 * pi))]


def _paired(carrier: Carrier, nodes: list[tuple[float, bool, Node]]) -> Iterator[Piece]:
    """From where a curve enters the face to where it leaves it."""
    entries = sorted((each for each in nodes if each[1]), key=lambda each: each[0])
    exits = sorted((each for each in nodes if not each[1]), key=lambda each: each[0])
    turn = 2 * pi
    for index, (start, _, node) in enumerate(entries):
        if carrier.b is None:
            after = [each for each in exits if each[0] > start - LEVEL]
            if after and not (index + 1 < len(entries) and entries[index + 1][0] < after[0][0] - LEVEL):
                yield Piece(Chain(np.array([node.point, after[0][2].point])), node, after[0][2])
            continue
        if not exits:
            continue
        gaps = [((each[0] - start) % turn or turn, each[2]) for each in exits]
        gap, other = min(((turn if gap < LEVEL else gap, end) for gap, end in gaps), key=lambda each: each[0])
        between = [(each[0] - start) % turn for each in entries if each[2] is not node]
        if any(LEVEL < each < gap - LEVEL for each in between):
            continue
        yield Piece(Conic(carrier.centre, carrier.a, carrier.b, start, start + gap), node, other)
