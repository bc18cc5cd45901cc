"""Curves of a solid and their traces on its faces, evaluated many at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from .outlines import bernstein
from .records import Curve, Kind, Records
from .splines import SplineCurve
from .surfaces import frames

_SAME = 1e-9  # of parameters, as the kernel's own
_GAP = 1e-6
"""mm, more or less, between the traces of neighbours."""


@dataclass
class Bundle:
    """Curves of one kind, in space or in the parameters of a surface."""

    kind: int
    """LINE, CIRCLE (ellipses too), POLYNOMIAL or SPLINE."""
    which: Any
    """(m,) what each belongs to."""
    numbers: Any
    """(m, k, axes): origin and direction; centre, X and Y; or poles."""
    first: Any
    """(m,) parameters where they begin."""
    last: Any
    knots: Any = None
    """(m, k) of splines, each as often as it counts."""

    def at(self, shares: Any) -> Any:
        """(m, n, axes) points at (n,) shares of the range."""
        if self.kind == Kind.POLYNOMIAL:
            return bernstein(self.numbers.shape[1] - 1, shares) @ self.numbers
        ts = self.first[:, None] + (self.last - self.first)[:, None] * shares
        if self.kind == Kind.SPLINE:
            return np.array([curve.at(row) for curve, row in zip(self.splines(), ts, strict=True)])
        if self.kind == Kind.LINE:
            return self.numbers[:, :1] + ts[:, :, None] * self.numbers[:, 1:]
        return (self.numbers[:, :1] + np.cos(ts)[:, :, None] * self.numbers[:, 1:2]
                + np.sin(ts)[:, :, None] * self.numbers[:, 2:])

    def ways(self, shares: Any) -> Any:
        """(m, n, axes) derivatives by the share."""
        count = self.numbers.shape[1]
        if self.kind == Kind.POLYNOMIAL:
            return bernstein(count - 2, shares) @ (np.diff(self.numbers, axis=1) * (count - 1))
        spans = (self.last - self.first)[:, None]
        if self.kind == Kind.LINE:
            return np.repeat((spans * self.numbers[:, 1])[:, None], len(shares), axis=1)
        ts = self.first[:, None] + spans * shares
        if self.kind == Kind.SPLINE:
            return np.array([curve.ways(row) for curve, row in zip(self.splines(), ts, strict=True)]) * spans[:, :, None]
        one, two = self.numbers[:, 1:2], self.numbers[:, 2:]
        return spans[:, :, None] * (np.cos(ts)[:, :, None] * two - np.sin(ts)[:, :, None] * one)

    def part(self, rows: Any) -> Bundle:
        """Some of them."""
        return Bundle(self.kind, self.which[rows], self.numbers[rows], self.first[rows], self.last[rows],
                      None if self.knots is None else self.knots[rows])

    def splines(self) -> list[SplineCurve]:
        """Each as a curve of its own."""
        return [SplineCurve(*each) for each in zip(self.numbers, self.knots, strict=True)]

    def polynomials(self) -> Bundle:
        """Splines polynomial by polynomial, so that `which` has each as often; others as they are."""
        if self.kind != Kind.SPLINE:
            return self
        parts = [curve.polynomials() for curve in self.splines()]
        counts = [len(poles) for poles, _ in parts]
        first, last = (np.concatenate([breaks[side] for _, breaks in parts]) for side in (slice(-1), slice(1, None)))
        poles = np.concatenate([each for each, _ in parts])
        return Bundle(Kind.POLYNOMIAL, np.repeat(self.which, counts), poles, first, last)


class Uses(NamedTuple):
    """How faces use edges: one entry in each array for each, face by face and loop by loop."""

    face: Any
    loop: Any
    edge: Any
    forward: Any
    """Whether the edge is run forward on the face when that looks along its surface's normal."""
    surface: Any
    trace: Any
    """Number of the trace; 0 on a plane that has none of its own, -1 where there should be one."""
    matches: Any
    """Whether the trace has the range of the edge."""


class Layout(NamedTuple):
    """Every use of an edge, the rows of all edges (n, 7), their curves, and the traces of the uses as far as they are told."""

    uses: Uses
    rows: Any
    edges: list[Bundle]
    traces: list[Bundle]


_last: list[tuple[Records, Layout]] = []


def laid_out(known: Records) -> Layout:
    """That of the last one is kept, since it is checked first and measured then."""
    if not (_last and _last[0][0] is known):
        uses, rows = _uses(known), np.array(known.edges.rows)
        edges = list(_bundled(known.curves, rows[:, 1].astype(int), rows[:, 2], rows[:, 3], 3))
        _last[:] = [(known, Layout(uses, rows, edges, _traces(known, uses, edges, rows[:, 2], rows[:, 3])))]
    return _last[0][1]


def _uses(known: Records) -> Uses:
    """Every use of an edge by a face."""
    rows, loop, lies, spans = [], -1, known.edges.lies, [(row[2], row[3]) for row in known.edges.rows]
    planes = [surface.kind == Kind.PLANE for surface in known.surfaces]
    for index, face in enumerate(known.faces):
        without = 0 if planes[face.on - 1] else -1
        for wire in face.wires:
            loop += 1
            for edge, forward in wire:
                found = lies.get((edge, face.surface, face.place))
                if found is None:
                    rows.append((index, loop, edge, forward, face.on, without, True))
                    continue
                first, last = spans[edge]
                trace, second, start, end = found
                rows.append((index, loop, edge, forward, face.on, trace if forward or not second else second,
                             abs(start - first) < _SAME and abs(end - last) < _SAME))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 7).T
    return Uses(columns[0], columns[1], columns[2], columns[3] != 0, columns[4], columns[5], columns[6] != 0)


def in_order(uses: Uses, ends: Any, start: Any, end: Any) -> tuple[Any, Any]:
    """(n,) the uses of each loop one behind the other, and whether each ends where the next one starts.

    By vertices `ends` (n, 2), from start to end, and, since both ends of a seam are the same, by places (n, 2) of the traces.
    """
    begins = np.flatnonzero(np.diff(uses.loop, prepend=-1))
    order, after = np.arange(len(uses.loop)), np.arange(1, len(uses.loop) + 1)
    after[np.append(begins[1:], len(after)) - 1] = begins
    follows = (ends[:, 1] == ends[after, 0]) & (np.abs(end - start[after]).max(axis=1) < _GAP)
    stops = np.append(begins[1:], len(after))
    for loop in np.unique(uses.loop[~follows]).tolist():
        first, stop = int(begins[loop]), int(stops[loop])
        chain, rest = [first], dict[float, list[int]]()
        for each in range(first + 1, stop):
            rest.setdefault(ends[each, 0], []).append(each)
        while True:
            here = chain[-1]
            x, y = end[here].tolist()
            found = next((each for each in rest.get(ends[here, 1], ()) if abs(start[each, 0] - x) < _GAP
                          and abs(start[each, 1] - y) < _GAP), None)
            if found is None:
                break
            rest[ends[here, 1]].remove(found)
            chain.append(found)
        closed = (len(chain) == stop - first and ends[chain[-1], 1] == ends[first, 0]
                  and np.abs(end[chain[-1]] - start[first]).max() < _GAP)
        follows[first:stop] = closed
        if closed:
            order[first:stop] = chain
    return order, follows


def _bundled(curves: list[Curve], numbers: Any, first: Any, last: Any, axes: int) -> Iterable[Bundle]:
    """The curves `numbers` (m,; from 1) over their ranges, by kind; what is none of these is left out."""
    kinds = np.array([Kind.OTHER, *(curve.kind for curve in curves)])[numbers]
    kinds[kinds == Kind.ELLIPSE] = Kind.CIRCLE
    for kind, count in ((Kind.LINE, 2), (Kind.CIRCLE, 3)):
        which = np.flatnonzero((kinds == kind) & (last > first))
        if kind == Kind.CIRCLE:
            which = which[last[which] - first[which] < 2 * np.pi + _SAME]
        if len(which):
            yield Bundle(kind, which, _stacked(curves, numbers[which]).reshape(-1, count, axes), first[which], last[which])
    yield from _splines(curves, numbers, first, last, axes, np.flatnonzero(kinds == Kind.SPLINE))
    polynomials = np.flatnonzero(kinds == Kind.POLYNOMIAL)
    if not len(polynomials):
        return
    spans = np.array([curves[number - 1].span for number in numbers[polynomials]])
    ranges = np.column_stack([first[polynomials], last[polynomials]])
    whole = (np.abs(spans - ranges) < _SAME).all(axis=1)
    inside = (ranges[:, 0] > spans[:, 0] - _SAME) & (ranges[:, 1] < spans[:, 1] + _SAME) & (ranges[:, 1] > ranges[:, 0])
    sizes = np.array([len(curves[number - 1].numbers) for number in numbers[polynomials]])
    for size in np.unique(sizes[inside]).tolist():
        rows = np.flatnonzero(inside & (sizes == size))
        which = polynomials[rows]
        poles = _stacked(curves, numbers[which]).reshape(-1, size // axes, axes)
        if not whole[rows].all():
            poles = _shortened(poles, (ranges[rows] - spans[rows, :1]) / np.diff(spans[rows], axis=1))
        yield Bundle(Kind.POLYNOMIAL, which, poles, first[which], last[which])


def _splines(curves: list[Curve], numbers: Any, first: Any, last: Any, axes: int, which: Any) -> Iterable[Bundle]:
    """Those of `which` that are used whole, together with others of as many poles and knots."""
    alike: dict[tuple[int, int], list[int]] = {}
    for index in which.tolist():
        curve = curves[numbers[index] - 1]
        if max(abs(curve.span[0] - first[index]), abs(curve.span[1] - last[index])) < _SAME:
            alike.setdefault((len(curve.numbers), len(curve.knots)), []).append(index)
    for rows in alike.values():
        knots = np.array([curves[numbers[index] - 1].knots for index in rows])
        yield Bundle(Kind.SPLINE, np.array(rows), _stacked(curves, numbers[rows]).reshape(len(rows), -1, axes), first[rows],
                     last[rows], knots)


def _shortened(poles: Any, shares: Any) -> Any:
    """(m, n, axes) poles of the parts of polynomials between two shares (m, 2) of their range."""
    count = poles.shape[1]
    nodes = (1 - np.cos(np.pi * np.arange(count) / (count - 1))) / 2
    ts = shares[:, :1] + np.diff(shares, axis=1) * nodes
    places = bernstein(count - 1, ts.reshape(-1)).reshape(len(poles), count, count) @ poles
    return np.linalg.solve(bernstein(count - 1, nodes)[None], places)


def _stacked(curves: list[Curve], numbers: Any) -> Any:
    return np.array([curves[number - 1].numbers for number in numbers.tolist()])


def _projected(bundle: Bundle, uses: Any, of: Any, frames: Any) -> Bundle:
    """Traces in planes: rows `of` the bundle as those of `uses` (m,), in frames (m, 4, 3) of origin, normal, X and Y."""
    numbers = bundle.numbers[of].copy()
    points = slice(None) if bundle.kind in (Kind.POLYNOMIAL, Kind.SPLINE) else slice(0, 1)
    numbers[:, points] -= frames[:, :1]
    return Bundle(bundle.kind, uses, numbers @ frames[:, 2:].transpose(0, 2, 1), bundle.first[of], bundle.last[of],
                  None if bundle.knots is None else bundle.knots[of])


def _traces(known: Records, uses: Uses, edges: list[Bundle], first: Any, last: Any) -> list[Bundle]:
    """Traces of uses: their own, or in planes the edges seen along the normal."""
    own = np.flatnonzero(uses.trace > 0)
    found = []
    for each in _bundled(known.traces, uses.trace[own], first[uses.edge[own]], last[uses.edge[own]], 2):
        each.which = own[each.which]
        found.append(each)
    row = np.full(len(first), -1)
    for bundle in edges:
        row[:] = -1
        row[bundle.which] = np.arange(len(bundle.which))
        seen = np.flatnonzero((uses.trace == 0) & (row[uses.edge] >= 0))
        if len(seen):
            found.append(_projected(bundle, seen, row[uses.edge[seen]], frames(known.surfaces, uses.surface[seen])))
    return found
