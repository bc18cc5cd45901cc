"""The topology behind the geometry in the kernel's binary format: vertices, edges, wires, faces and their shell."""

from __future__ import annotations

from dataclasses import dataclass, field
from struct import Struct
from typing import Any, NamedTuple

_END = 42
# A vertex is its tolerance, its place, no other points, seven flags, and no children.
_VERTEX = Struct("<4dB7xB")
# An edge is its tolerance and three flags, its curves, seven flags, and mostly two vertices.
_EDGE, _CURVE, _TRACE, _SEAM, _SMOOTH = Struct("<d3?"), Struct("<iidd"), Struct("<iiidd"), Struct("<iiBiidd"), Struct("<Biiii")
_ENDS = Struct("<7xBiiBiiB")
_FACE = Struct("<?diiB7x")
_USED = Struct("<Bii")


class Unread(Exception):
    """Something that these records do not tell."""


Lies = tuple[int, int, float, float]
"""How an edge lies on a surface: its trace there, on a seam another where it is run backward (else 0), and their range."""


class Face(NamedTuple):
    """A face: its surface and the place of that, by which edges name it; whether it looks along the surface's normal; wires.

    A wire is a list of edges, by index, and whether they are run forward on the face when that looks forward.
    """

    surface: int
    place: int
    forward: bool
    wires: list[list[tuple[int, bool]]]
    on: int
    """The surface where it really is."""


@dataclass
class Edges:
    """All edges of a solid, one entry each in every list, and its vertices."""

    vertices: list[tuple[float, ...]] = field(default_factory=list)
    """Tolerance and place."""
    rows: list[tuple[float, ...]] = field(default_factory=list)
    """Tolerance, curve (0 for none), first and last parameter, start and end vertex, and whether all else is ordinary (1)."""
    lies: dict[tuple[int, int, int], Lies] = field(default_factory=dict)
    """By edge, surface and its place."""


def read_topology(data: bytes, at: int, count: int) -> tuple[Edges, list[Face]]:
    """The last shape, which is a solid of one shell: its edges, and its faces in the order of the shell. In its own frame.

    Each shape stands after those that it is made of, and names them by how far from the end they are.
    """
    edges, vertices, known = Edges(), dict[int, int](), dict[int, int]()
    wires, faces, shells = dict[int, Any](), dict[int, Face](), dict[int, Any]()
    for number in range(count, 0, -1):
        kind = data[at]
        at += 1
        if kind == 7:
            *place, others, end = _VERTEX.unpack_from(data, at)
            at += _VERTEX.size
            if others or end != _END:
                raise Unread
            vertices[number] = len(edges.vertices)
            edges.vertices.append(tuple(place))
        elif kind == 6:
            known[number] = len(edges.rows)
            at = _edge(data, at, edges, vertices)
        elif kind == 5:
            wires[number], at = _children(data, at + 7, known)
        elif kind == 4:
            _, _, surface, place, triangles = _FACE.unpack_from(data, at)
            of_face, at = _children(data, at + _FACE.size, wires)
            if triangles != 1 or not surface:
                raise Unread
            faces[number] = Face(surface, place, True, [
                wire if forward else [(key, not sense) for key, sense in reversed(wire)] for wire, forward in of_face], surface)
        elif kind == 3:
            shells[number], at = _children(data, at + 7, faces)
        elif kind == 2 and number == 1:
            of_solid, at = _children(data, at + 7, shells)
            if len(of_solid) == len(shells) == 1:
                (shell, outwards), = of_solid
                return edges, [face._replace(forward=forward == outwards) for face, forward in shell]
        else:
            raise Unread
    raise Unread


def _children(data: bytes, at: int, known: dict[int, Any]) -> tuple[list[tuple[Any, bool]], int]:
    """What a shape is made of, and whether it is used forward; and where the next shape stands."""
    found, stop = [], at
    while data[stop] != _END:
        stop += 9
    for sense, number, place in _USED.iter_unpack(data[at:stop]):
        if sense > 1 or place or number not in known:
            raise Unread
        found.append((known[number], sense == 0))
    return found, stop + 1


def _edge(data: bytes, at: int, edges: Edges, vertices: dict[int, int]) -> int:
    """Reads an edge; where the next shape stands."""
    index, curve, first, last, in_space = len(edges.rows), 0, 0.0, 0.0, 0
    tolerance, same_parameter, same_range, degenerate = _EDGE.unpack_from(data, at)
    at += _EDGE.size
    while kind := data[at]:
        at += 1
        if kind == 2:
            trace, surface, place, start, end = _TRACE.unpack_from(data, at)
            at += _TRACE.size
            edges.lies[index, surface, place] = (trace, 0, start, end)
        elif kind == 1:
            curve, place, first, last = _CURVE.unpack_from(data, at)
            at += _CURVE.size
            in_space += 1
            if place:
                raise Unread
        elif kind == 3:
            trace, second, _, surface, place, start, end = _SEAM.unpack_from(data, at)
            at += _SEAM.size
            edges.lies[index, surface, place] = (trace, second, start, end)
        elif kind == 4:
            at += _SMOOTH.size
        else:
            raise Unread
    one, start, place, two, end, other, stop = _ENDS.unpack_from(data, at + 1)
    if stop != _END or place or other or one + two != 1:
        raise Unread
    if one:
        start, end = end, start
    plain = same_parameter and same_range and in_space == 1 and curve and not degenerate
    edges.rows.append((tolerance, curve, first, last, vertices[start], vertices[end], float(plain)))
    return at + 1 + _ENDS.size
