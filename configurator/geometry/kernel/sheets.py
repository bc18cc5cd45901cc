"""Triangles of B-spline sheets: a grid as fine as the sheet is bent, between the points of its outlines."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any, NamedTuple

import numpy as np

from .delaunay import tiled
from .outlines import bernstein
from .polylines import Edge, Fineness, even, shares_of
from .records import Kind, Records, records_in_place
from .splines import Sheet, SplineCurve
from .strips import strip
from .surfaces import sheet
from .sweeping import Tilings
from .traces import laid_out
from .triangulation import FaceMesh

_LEAST = 4


class Trace(NamedTuple):
    """A curve in the parameters of a sheet: poles (n, 2), and knots if it is a spline."""

    numbers: Any
    knots: Any = None

    def even(self, count: int) -> Any:
        """(count + 1, 2) points at even shares of its range."""
        if self.knots is None:
            return even(len(self.numbers) - 1, count)[0] @ self.numbers
        return self.at(np.linspace(0, 1, count + 1))

    def at(self, shares: Any) -> Any:
        """(n, 2) points at shares of its range."""
        if self.knots is None:
            return bernstein(len(self.numbers) - 1, shares) @ self.numbers
        return SplineCurve(self.numbers, self.knots).at(self.knots[0] + (self.knots[-1] - self.knots[0]) * shares)


@dataclass
class Bent:
    """A face of a sheet. `loops`: their edges by number, whether they run forward, and their traces."""

    sheet: Sheet
    loops: list[list[tuple[int, bool, Trace]]]
    edges: list[Edge]
    outward: float
    keys: list[int]
    bent = False
    even = False

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:  # noqa: ARG002
        """A grid within a frame where its outline is four lines of the sheet, else Delaunay's triangles."""
        rows = [self._loop(loop, lines) for loop in self.loops]
        if any(row is None for row in rows):
            return None
        places = [np.concatenate([each for each, _ in row]) for row in rows if row is not None]
        points = np.concatenate([each for row in rows if row is not None for _, each in row])
        flat = np.concatenate(places)
        low, high = flat.min(axis=0), flat.max(axis=0)
        counts = self._counts(low, high, fineness.chord)
        found = self._framed(rows, low, high, counts) if len(rows) == 1 else None
        if found is None:
            found = self._between(places, low, high, counts)
        if found is None:
            return None
        inner, triangles = found
        own, along, across = self.sheet.frames(np.concatenate([flat, inner]))
        own[:len(points)] = points
        normals = np.cross(along, across) * self.outward
        return FaceMesh(own, normals, triangles if self.outward > 0 else triangles[:, ::-1])

    def _loop(self, loop: list[tuple[int, bool, Trace]], lines: dict[int, Any]) -> list[tuple[Any, Any]] | None:
        """Parameters and points along each edge, without its last; None where others have cut an edge otherwise."""
        made = []
        for key, forward, trace in loop:
            line, edge = lines[key], self.edges[key - 1]
            if edge.arc or (edge.other and not edge.spline):
                return None
            if edge.spline is None:
                places = trace.even(len(line) - 1)
            else:
                shares = shares_of(edge.spline, len(line))
                if shares is None:
                    return None
                places = trace.at(shares)
            made.append((places[:-1], line[:-1]) if forward else (places[:0:-1], line[:0:-1]))
        return made

    def _counts(self, low: Any, high: Any, chord: float) -> Any:
        """(2,) steps of the grid along u and v."""
        breaks = [np.unique(np.clip(each, one, two)) for each, one, two in zip(self.sheet.breaks, low, high, strict=True)]
        us, vs = (np.sort(np.concatenate([each, (each[1:] + each[:-1]) / 2])) for each in breaks)
        _, along, across = self.sheet.grid(us, vs)
        normals = np.cross(along, across)
        normals /= np.sqrt((normals**2).sum(axis=2))[..., None]
        bends = [np.abs((np.diff(each, axis=axis) * (normals[1:] if axis == 0 else normals[:, 1:])).sum(axis=2)
                        / np.diff(steps)[(slice(None), None) if axis == 0 else (None, slice(None))])
                 for axis, (each, steps) in enumerate(((along, us), (across, vs)))]
        # as many points as few as possible: each direction has as much of the error as it bends, and no place has more than all
        one, two = (float(np.sqrt((each**2).mean())) + 1e-9 for each in bends)
        worst = (bends[0][:, 1:] / one + bends[1][1:] / two).max()
        sizes = [sqrt(8 * chord / (worst * each)) for each in (one, two)]
        return np.array([max(ceil((high[axis] - low[axis]) / sizes[axis]), _LEAST) for axis in (0, 1)])

    def _framed(self, rows: Any, low: Any, high: Any, counts: Any) -> tuple[Any, Any] | None:
        """Parameters (k, 2) of a grid inside, and triangles with the points of the outline counted first."""
        (row,) = rows
        if len(row) != 4 or any(np.ptp(each, axis=0).min() > 1e-9 and len(each) > 1 for each, _ in row):
            return None
        us, vs = ((low[axis] + (high[axis] - low[axis]) * np.arange(1, counts[axis]) / counts[axis]) for axis in (0, 1))
        grid = np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1)
        outline = np.concatenate([each for each, _ in row])
        n, m = grid.shape[:2]
        number = np.arange(n * m).reshape(n, m)
        ring = np.concatenate([number[:-1, 0], number[-1, :-1], number[:0:-1, -1], number[0, :0:-1]])
        outer = _turn(outline, low, high)
        inner = _turn(grid.reshape(-1, 2)[ring], np.array([us[0], vs[0]]), np.array([us[-1], vs[-1]]))
        first = int(np.argmin(outer))
        between = strip(np.roll(outer, -first), inner, closed=True)
        of = np.concatenate([np.roll(np.arange(len(outer)), -first), len(outer) + ring])
        cells = np.stack([number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]], axis=-1).reshape(-1, 4)
        inside = np.concatenate([cells[:, [0, 1, 2]], cells[:, [0, 2, 3]]]) + len(outer)
        triangles = np.concatenate([of[between], inside]).astype(np.int32)
        every = np.concatenate([outline, grid.reshape(-1, 2)])
        (ax, ay), (bx, by), (cx, cy) = (every[triangles[:, i]].T for i in range(3))
        good = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0).all()
        return (grid.reshape(-1, 2), triangles) if good else None

    def _between(self, places: list[Any], low: Any, high: Any, counts: Any) -> tuple[Any, Any] | None:
        """The same by Delaunay, with a grid of which every other row is shifted."""
        size = (high - low) / counts
        us, vs = np.arange(counts[0] + 1), np.arange(1, counts[1])
        grid = np.stack(np.broadcast_arrays(us[:, None] + 0.5 * (vs % 2), vs), axis=-1).reshape(-1, 2).astype(float)
        found = tiled([(each - low) / size for each in places], grid)
        if found is None:
            return None
        used, triangles = found
        return low + grid[used] * size, triangles


def _turn(places: Any, low: Any, high: Any) -> Any:
    """(n,) where along a rectangle places lie, in quarter turns of 0 to 2 pi from its lower left corner."""
    u, v = ((places[:, axis] - low[axis]) / (high[axis] - low[axis]) for axis in (0, 1))
    side = np.select([np.abs(v) < 1e-9, np.abs(u - 1) < 1e-9, np.abs(v - 1) < 1e-9], [0, 1, 2], 3)
    side = np.where((side == 0) & (np.abs(u - 1) < 1e-9), 1, side)
    side = np.where((side == 1) & (np.abs(v - 1) < 1e-9), 2, side)
    side = np.where((side == 2) & (np.abs(u) < 1e-9), 3, side)
    return (side + np.choose(side, [u, v, 1 - u, 1 - v])) * (np.pi / 2)


def bent_plans(solid: Any, edges: list[Edge]) -> dict[int, Bent]:
    """A plan for each face of a sheet, by its index; none where the solid is told otherwise than records know."""
    known = records_in_place(solid)
    if known is None or not any(known.surfaces[face.on - 1].kind == Kind.SHEET for face in known.faces):
        return {}
    if len(known.edges.rows) != len(edges) or not all(
            edge.degenerate or edge.ends == (known.edges.vertices[int(row[4])][1:], known.edges.vertices[int(row[5])][1:])
            for row, edge in zip(known.edges.rows, edges, strict=True)):
        return {}
    return {index: made for index, face in enumerate(known.faces) if known.surfaces[face.on - 1].kind == Kind.SHEET
            if (made := _bent(known, index, edges)) is not None}


def _bent(known: Records, index: int, edges: list[Edge]) -> Bent | None:
    uses, _, _, traces = laid_out(known)
    mine = np.flatnonzero(uses.face == index)
    told: dict[int, Trace] = {}
    for bundle in traces:
        rows = np.flatnonzero(uses.face[bundle.which] == index)
        if not len(rows) or bundle.kind == Kind.CIRCLE:
            continue
        part = bundle.part(rows)
        numbers = part.at(np.array([0.0, 1.0])) if part.kind == Kind.LINE else part.numbers
        told |= {int(use): Trace(numbers[k], None if part.knots is None else part.knots[k]) for k, use in enumerate(part.which)}
    keys = (uses.edge[mine] + 1).tolist()
    if len(told) != len(mine) or len(set(keys)) != len(keys) or not uses.matches[mine].all():
        return None
    loops: dict[int, list[tuple[int, bool, Trace]]] = {}
    for use in mine.tolist():
        loops.setdefault(int(uses.loop[use]), []).append((int(uses.edge[use]) + 1, bool(uses.forward[use]), told[use]))
    face = known.faces[index]
    return Bent(sheet(known.surfaces[face.on - 1]), list(loops.values()), edges, 1.0 if face.forward else -1.0, keys)


