"""Triangles of walls that straight lines rule from one edge to the other, as those of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .outlines import bernstein
from .polylines import Edge, Fineness, Vector, even, loops_of
from .strips import crossed, strip
from .sweeping import Tilings
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

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:  # noqa: ARG002
        """A strip between the edges' points; None if the kernel has cut one of them."""
        return meshes([self], lines)[0]


def meshes(walls: list[Wall], lines: dict[int, Any]) -> list[FaceMesh | None]:
    """A strip for each, between the edges' points; None where the kernel has cut one of them."""
    found: list[FaceMesh | None] = [None] * len(walls)
    alike: dict[tuple[int, int, int, int], list[int]] = {}
    for index, each in enumerate(walls):
        if all(len(lines[key]) == 2 for key in each.keys[2:]):
            (first, key, _), (second, other, _) = each.rails
            counts = len(lines[key]), len(lines[other])
            alike.setdefault((*counts, _degree(first), _degree(second)), []).append(index)
    for (one, two, *degrees), indices in alike.items():
        rows, ways, own = [], [], np.ones(len(indices), dtype=bool)
        for side, (count, degree) in enumerate(zip((one, two), degrees, strict=True)):
            rails = [walls[i].rails[side] for i in indices]
            poles = np.array([edge.ends if edge.bend is None else edge.bend.poles for edge, _, _ in rails])
            places, slopes, _ = even(degree, count - 1)
            row, way = np.array([lines[key] for _, key, _ in rails]), slopes @ poles
            own &= np.abs(places @ poles - row).max(axis=(1, 2)) < _SAME
            back = np.array([not forward for _, _, forward in rails])
            row[back], way[back] = row[back, ::-1], -way[back, ::-1]
            rows.append(row)
            ways.append(way)
        rungs = rows[1] - rows[0] if one == two else None
        across = [rungs, rungs] if rungs is not None else [_spread(rows[1], one) - rows[0], rows[1] - _spread(rows[0], two)]
        outward = np.array([walls[i].outward for i in indices])
        normals = crossed(np.concatenate(ways, axis=1).reshape(-1, 3), np.concatenate(across, axis=1).reshape(-1, 3))
        normals = normals.reshape(len(indices), -1, 3) * outward[:, None, None]
        nodes = np.concatenate(rows, axis=1)
        triangles = strip(np.linspace(0, 1, one), np.linspace(0, 1, two), closed=False)
        turned = triangles[:, ::-1]
        for place, index in enumerate(indices):
            if own[place]:
                found[index] = FaceMesh(nodes[place], normals[place], triangles if outward[place] > 0 else turned)
    return found


def _degree(edge: Edge) -> int:
    return 1 if edge.bend is None else len(edge.bend.poles) - 1


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
    found = [surface.Value(u, v).Coord() for u, v in ends]
    wanted = [rail.middle() for rail in rails]
    return any(_near(found[0], wanted[i]) and _near(found[1], wanted[1 - i]) for i in (0, 1))


def _near(one: Vector, two: Vector) -> bool:
    return all(abs(a - b) < _SAME for a, b in zip(one, two, strict=True))


def _spread(rows: Any, count: int) -> Any:
    """(m, count, 3) even points of (m, n, 3) polylines."""
    at = np.linspace(0, rows.shape[1] - 1, count)
    first = np.minimum(at.astype(int), rows.shape[1] - 2)
    share = (at - first)[:, None]
    return rows[:, first] * (1 - share) + rows[:, first + 1] * share
