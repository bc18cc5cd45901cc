"""Where a face that has no closed form meets a plane or turns away from the eye: traced over its triangles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from .carriers import NUDGE, Plane
from .face_cuts import Piece
from .faces_seen import Face, Node
from .marching import marched, off
from .records import Kind
from .space_curves import Chain, through

_STEPS = 4  # of Newton's rule
_FINER = 2  # how often pieces of a trace are halved where the surface is known
_NEAR = 0.05  # mm from the end of a trace to the node that it runs into


def turning(face: Face, towards: Any) -> list[Chain]:
    """Curves along which the face's normals are square to `towards` (3,)."""
    return [Chain(points) for points, _ in _chains(face, face.mesh.normals[face.corners] @ towards + NUDGE)]


def traced(face: Face, plane: Plane) -> list[Piece]:
    """Where a plane meets the face, from edge to edge."""
    entries, exits = list[Node](), list[Node]()
    times = Counter(key for key, _, _ in face.around)
    for key, forward, curve in face.around:
        if times[key] > 1:  # a seam, over which triangles and cuts go on
            continue
        for index, (t, point, rising) in enumerate(through(curve, plane.normal, plane.height)):
            node = Node(key, index, t, point)
            # with normal x normal as the way of a cut, it enters where the face, left of its edges, is above them
            (exits if rising == forward else entries).append(node)
    found = _over_triangles(face, plane, [*entries, *exits])
    open_pieces = [piece for piece in found if piece.start is not None]
    if 2 * len(open_pieces) == len(entries) + len(exits):
        return found
    closed = [piece for piece in found if piece.start is None]
    followed = [(start, marched(face, plane, start, exits)) for start in entries]
    return [*closed, *(Piece(Chain(each[0]), start, each[1]) for start, each in followed if each)]


def _over_triangles(face: Face, plane: Plane, nodes: Sequence[Node]) -> list[Piece]:
    found = []
    for points, closed in _chains(face, face.mesh.vertices[face.corners] @ plane.normal - plane.height):
        if closed:
            found.append(Piece(Chain(_on_surface(face, plane, points))))
            continue
        ends = [min(nodes, key=lambda node: float(((node.point - end) ** 2).sum()), default=None)
                for end in (points[0], points[-1])]
        if ends[0] is None or ends[1] is None or ends[0] is ends[1]:
            continue
        if any(np.linalg.norm(node.point - end) > _NEAR for node, end in zip(ends, (points[0], points[-1]), strict=True)
               if node is not None):
            continue
        ended = np.concatenate([ends[0].point[None], points[1:-1], ends[1].point[None]])
        found.append(Piece(Chain(_on_surface(face, plane, ended)), ends[0], ends[1]))
    return found


def _chains(face: Face, values: Any) -> list[tuple[Any, bool]]:
    """Points (n, 3) along which values (k,) at the face's corners pass 0, and whether they come back to where they began."""
    at = np.searchsorted(face.corners, face.triangles)
    above = values > 0
    mixed = np.flatnonzero(above[at].any(axis=1) & ~above[at].all(axis=1))
    nexts: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for corners in at[mixed].tolist():
        crossed = [(min(i, j), max(i, j)) for i, j in zip(corners, corners[1:] + corners[:1], strict=True)
                   if above[i] != above[j]]
        nexts[crossed[0]].append(crossed[1])
        nexts[crossed[1]].append(crossed[0])
    places = face.mesh.vertices[face.corners]
    known, found = set[tuple[int, int]](), []
    for start in [*(each for each in nexts if len(nexts[each]) == 1), *nexts]:
        if start in known:
            continue
        way, here = [start], start
        known.add(start)
        while (ahead := next((each for each in nexts[here] if each not in known), None)) is not None:
            way.append(ahead)
            known.add(ahead)
            here = ahead
        closed = len(way) > 2 and start in nexts[here]
        if closed:
            way.append(start)
        if len(way) > 1:
            i, j = np.array(way).T
            share = (values[i] / (values[i] - values[j]))[:, None]
            found.append((places[i] + share * (places[j] - places[i]), closed))
    return found


def _on_surface(face: Face, plane: Plane, points: Any) -> Any:
    """More points, moved onto surface and plane; ends stay."""
    if face.kind not in (Kind.CONE, Kind.TORUS):
        return points
    for _ in range(_FINER):
        finer = np.empty((2 * len(points) - 1, 3))
        finer[::2], finer[1::2] = points, (points[1:] + points[:-1]) / 2
        points = finer
    inner = points[1:-1]
    for _ in range(_STEPS):
        away, slope = off(face, inner)
        slope = slope - (slope @ plane.normal)[:, None] * plane.normal
        inner = inner - (away / np.maximum((slope**2).sum(axis=1), 1e-12))[:, None] * slope
    return np.concatenate([points[:1], inner, points[-1:]])
