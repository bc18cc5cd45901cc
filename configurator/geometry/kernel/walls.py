"""Triangles of walls that straight lines rule from one edge to the other, as those of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .outlines import bernstein
from .polylines import Edge, Fineness, loops_of, xyz
from .strips import crossed, strip
from .triangulation import FaceMesh

_SAME = 1e-5  # mm; wrapped letters are off by 2e-6


@dataclass
class Wall:
    """A ruled face between two polynomials or lines. Seen from its surface's normal, it lies left of the first."""

    rails: list[tuple[Edge, int, bool]]
    """Edge, its number, and whether it runs forward."""
    outward: float
    keys: list[int]
    bent = False
    even = True

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int) -> FaceMesh | None:  # noqa: ARG002
        """A strip between the edges' points; None if the kernel has cut one of them."""
        rows = [lines[key] for _, key, _ in self.rails]
        if any(len(lines[key]) != 2 for key in self.keys[2:]):
            return None
        ways = []
        for row, (edge, _, _) in zip(rows, self.rails, strict=True):
            if edge.bend is not None and len(row) > 2 and not edge.is_even(row):
                return None
            ways.append(edge.tangents(len(row)))
        rows = [row if forward else row[::-1] for row, (_, _, forward) in zip(rows, self.rails, strict=True)]
        ways = [way if forward else -way[::-1] for way, (_, _, forward) in zip(ways, self.rails, strict=True)]
        counts = [len(row) for row in rows]
        if counts[0] == counts[1]:
            over = rows[1] - rows[0]
            rungs = [over, over]
        else:
            ts = [np.linspace(0, 1, n) for n in counts]
            rungs = [_at(ts[0], rows[1], ts[1]) - rows[0], rows[1] - _at(ts[1], rows[0], ts[0])]
        nodes = np.concatenate(rows)
        normals = self.outward * crossed(np.concatenate(ways), np.concatenate(rungs))
        triangles = strip(*(np.linspace(0, 1, n) for n in counts), closed=False)
        return FaceMesh(nodes, normals, triangles if self.outward > 0 else triangles[:, ::-1])


def wall(face: Any, surface: Any, outward: float, known: Any, edges: list[Edge]) -> Wall | None:
    """How to cut a spline face; None if it is not ruled between two of its edges."""
    degrees = surface.UDegree(), surface.VDegree()
    if (surface.NbUKnots() != 2 or surface.NbVKnots() != 2 or 1 not in degrees or surface.IsURational()
            or surface.IsVRational()):
        return None
    loops = loops_of(face, known, edges)
    loop = loops[0] if len(loops) == 1 else []
    if len({key for key, _ in loop}) != 4:
        return None
    if edges[loop[1][0] - 1].bend or edges[loop[3][0] - 1].bend:
        loop = [*loop[1:], loop[0]]
    four = [edges[key - 1] for key, _ in loop]
    if not (four[1].straight and four[3].straight and all(each.straight or each.bend for each in (four[0], four[2]))):
        return None
    rails = [(four[0], *loop[0]), (four[2], loop[2][0], not loop[2][1])]
    if max(degrees) > 1 and not _rules(surface, degrees[0] > 1, [edge for edge, _, _ in rails]):
        return None
    return Wall(rails, outward, [loop[i][0] for i in (0, 2, 1, 3)])


def areas(walls: list[Wall]) -> list[float | None]:
    """mm2 of each, by Gauss-Legendre with 5 by 3 points; None for one between curves of different degree."""
    found: list[float | None] = [None] * len(walls)
    alike: dict[int, list[int]] = {}
    both = []
    for index, each in enumerate(walls):
        rows: list[Any] = [edge.ends if edge.bend is None else edge.bend.poles for edge, _, _ in each.rails]
        both.append([row if forward else row[::-1] for row, (_, _, forward) in zip(rows, each.rails, strict=True)])
        if len(rows[0]) == len(rows[1]):
            alike.setdefault(len(rows[0]), []).append(index)
    (us, along), (vs, across) = (np.polynomial.legendre.leggauss(count) for count in (5, 3))
    us, vs = (us + 1) / 2, (vs + 1) / 2
    for count, indices in alike.items():
        poles = np.array([both[i] for i in indices])
        places, ways = bernstein(count - 1, us) @ poles, bernstein(count - 2, us) @ (np.diff(poles, axis=2) * (count - 1))
        over = places[:, 1] - places[:, 0]
        sums = np.zeros(len(indices))
        for v, weight in zip(vs, across, strict=True):
            normals = np.cross((1 - v) * ways[:, 0] + v * ways[:, 1], over)
            sums += np.sqrt((normals**2).sum(axis=2)) @ along * (weight / 4)
        for index, total in zip(indices, sums.tolist(), strict=True):
            found[index] = total
    return found


def _rules(surface: Any, along_u: bool, rails: list[Edge]) -> bool:
    """Whether the middles of two of the surface's edges are those of the rails."""
    us, vs = ((surface.UKnot(1), surface.UKnot(2)), (surface.VKnot(1), surface.VKnot(2)))
    ends = [(sum(us) / 2, v) for v in vs] if along_u else [(u, sum(vs) / 2) for u in us]
    found = [np.array(xyz(surface.Value(u, v))) for u, v in ends]
    wanted = [rail.middle() for rail in rails]
    return any(np.abs(found[0] - wanted[i]).max() < _SAME and np.abs(found[1] - wanted[1 - i]).max() < _SAME for i in (0, 1))


def _at(ts: Any, row: Any, known: Any) -> Any:
    """(n, 3) points of a polyline at parameters."""
    return np.column_stack([np.interp(ts, known, row[:, axis]) for axis in range(3)])
