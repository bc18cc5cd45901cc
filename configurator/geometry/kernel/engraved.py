"""Letters and ornaments on a face, told by topology: what hangs on a body by inner loops of one face only.

Hidden lines of hundreds of walls a tenth of a millimetre high say nothing and cost seconds; drawings show outlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf, sqrt
from typing import NamedTuple

from configurator.geometry.answers import FaceRow

from .polylines import Edge, dot, minus

Loops = list[list[tuple[int, bool]]]
_DEEP = 0.6  # mm from the face around them, and no more: lugs and bosses may be bent too
_LARGER = 4  # a straight letter has at most so many times the area of a bent one on the same face


class Engraved(NamedTuple):
    """Faces of letters by their index, and the edges that are their outlines."""

    faces: frozenset[int] = frozenset()
    edges: tuple[tuple[int, int], ...] = ()
    """Key, and index of the face that is engraved."""


def engraved(loops: Sequence[Loops], edges: Sequence[Edge], rows: Sequence[FaceRow]) -> Engraved:
    """Letters are groups of faces with a bent edge that is no arc; what stands beside them and is no larger is one too."""
    sides: dict[int, list[int]] = {}
    for index, of_face in enumerate(loops):
        for key, _ in (each for loop in of_face for each in loop):
            sides.setdefault(key, []).append(index)
    faces, hosts = set[int](), set[tuple[int, int]]()
    for host, of_face in enumerate(loops):
        if len(of_face) < 2 or host in faces or not any(edges[key - 1].bend for loop in of_face for key, _ in loop):
            continue
        groups = sorted(_groups(host, of_face, loops, sides), key=lambda group: _area(group, rows))[:-1]
        groups = [group for group in groups if _depth(group, rows[host], loops, edges) <= _DEEP]
        bent = [group for group in groups if _is_bent(group, loops, edges)]
        largest = max((_area(group, rows) for group in bent), default=0.0)
        for group in groups:
            if group in bent or (_area(group, rows) <= _LARGER * largest and _is_straight(group, loops, edges)):
                tops = {host, *(i for i in group if _is_alike(rows[i], rows[host]))}
                found = {key for index in tops for loop in loops[index] for key, _ in loop
                         if any(i in group and i not in tops for i in sides[key])}
                faces |= group
                hosts |= {(key, host) for key in found}
    # what stands on the floor of a letter belongs to the letter
    hosts = {(key, host) for key, host in hosts if host not in faces}
    return Engraved(frozenset(faces), tuple(sorted(hosts)))


def _groups(host: int, of_face: Loops, loops: Sequence[Loops], sides: dict[int, list[int]]) -> list[frozenset[int]]:
    """Faces that hang together without the host."""
    found, known = list[frozenset[int]](), {host}
    for loop in of_face:
        for key, _ in loop:
            for start in sides[key]:
                if start in known:
                    continue
                group, rest = {start}, [start]
                known.add(start)
                while rest:
                    for other in _neighbours(loops[rest.pop()], sides):
                        if other not in known:
                            known.add(other)
                            group.add(other)
                            rest.append(other)
                found.append(frozenset(group))
    return found


def _neighbours(of_face: Loops, sides: dict[int, list[int]]) -> Iterable[int]:
    return (index for loop in of_face for key, _ in loop for index in sides[key])


def _area(group: frozenset[int], rows: Sequence[FaceRow]) -> float:
    return sum(rows[index].area for index in group)


def _depth(group: frozenset[int], host: FaceRow, loops: Sequence[Loops], edges: Sequence[Edge]) -> float:
    """How far a group's corners reach from a flat or round face, mm."""
    if host.kind not in ("plane", "cylinder") or host.origin is None or host.direction is None:
        return inf
    deepest = 0.0
    for key in {key for index in group for loop in loops[index] for key, _ in loop}:
        for end in edges[key - 1].ends:
            away = minus(end, host.origin)
            height = dot(away, host.direction)
            if host.diameter is not None:
                height = sqrt(max(dot(away, away) - height**2, 0.0)) - host.diameter / 2
            deepest = max(deepest, abs(height))
    return deepest


def _is_bent(group: frozenset[int], loops: Sequence[Loops], edges: Sequence[Edge]) -> bool:
    return any(edges[key - 1].bend is not None for index in group for loop in loops[index] for key, _ in loop)


def _is_straight(group: frozenset[int], loops: Sequence[Loops], edges: Sequence[Edge]) -> bool:
    return all(edges[key - 1].arc is None for index in group for loop in loops[index] for key, _ in loop)


def _is_alike(one: FaceRow, two: FaceRow) -> bool:
    return (one.kind, one.origin, one.diameter) == (two.kind, two.origin, two.diameter)
