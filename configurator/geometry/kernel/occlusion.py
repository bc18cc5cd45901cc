"""Which points of a solid are behind its triangles, and where curves cross as they are seen. Frame of a view, mm."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, pi
from typing import Any

import numpy as np

from configurator.geometry.answers import Mesh

from .space_curves import Conic, SpaceCurve

_EDGE_ON = 0.02  # part of a normal towards the eye: steeper triangles hide nothing that their neighbours do not
_CLEAR = 2e-3  # mm: what is so little in front hides nothing
_MARGIN = 1e-9
_STEP = pi / 12
_STEPS = 6  # of Newton's rule, which starts within a few degrees


class Occluders:
    """The triangles of a solid, as they are seen; `matrix` (3, 3): rows right, up and towards the eye."""

    def __init__(self, mesh: Mesh, matrix: Any, flat: Any, below: float = np.inf) -> None:
        """`flat`: (faces,) whether a face is plane, so that its triangles are exact. Nothing above `below` is there."""
        points = mesh.vertices @ matrix.T
        a, b, c = (points[mesh.triangles[:, i]] for i in range(3))
        one, two = b - a, c - a
        normal = np.cross(one, two)
        size = np.sqrt((normal**2).sum(axis=1))
        facing = np.abs(normal[:, 2]) > _EDGE_ON * np.maximum(size, 1e-300)
        z = np.array([a[:, 2], b[:, 2], c[:, 2]])
        keep = np.flatnonzero(facing & (z.min(axis=0) < below))
        a, one, two, normal, size = (each[keep] for each in (a, one, two, normal, size))
        self._below = below
        self._a, self._one, self._two, self._size = a[:, :2], one[:, :2], two[:, :2], normal[:, 2]
        self._slope = np.column_stack([-normal[:, 0] / normal[:, 2], -normal[:, 1] / normal[:, 2]])
        self._z = a[:, 2]
        error = np.where(flat[mesh.face_of_triangle[keep]], 0.0, 1.2 * mesh.deflection)
        self._clear = _CLEAR + error * size / np.abs(normal[:, 2])
        corners = np.array([a, a + one, a + two])[:, :, :2]
        self._low, self._high = corners.min(axis=0), corners.max(axis=0)
        self._top = z.max(axis=0)[keep]

    def hide(self, points: Any) -> Any:
        """(n,) bool of (n, 3) points: whether a triangle is in front."""
        hidden = np.zeros(len(points), dtype=bool)
        if not len(points) or not len(self._z):
            return hidden
        order = np.argsort(points[:, 0], kind="stable")
        xs = points[order, 0]
        starts = np.searchsorted(xs, self._low[:, 0], side="left")
        counts = np.searchsorted(xs, self._high[:, 0], side="right") - starts
        for which in _portions(counts):
            triangle = np.repeat(which, counts[which])
            begins = np.cumsum(counts[which]) - counts[which]
            point = order[np.arange(len(triangle)) - np.repeat(begins - starts[which], counts[which])]
            y, z = points[point, 1], points[point, 2]
            near = (y >= self._low[triangle, 1]) & (y <= self._high[triangle, 1]) & (z < self._top[triangle])
            point, triangle = point[near], triangle[near]
            away = points[point, :2] - self._a[triangle]
            one, two, size = self._one[triangle], self._two[triangle], self._size[triangle]
            u = (away[:, 0] * two[:, 1] - away[:, 1] * two[:, 0]) / size
            v = (one[:, 0] * away[:, 1] - one[:, 1] * away[:, 0]) / size
            height = self._z[triangle] + (away * self._slope[triangle]).sum(axis=1)
            front = ((u > -_MARGIN) & (v > -_MARGIN) & (u + v < 1 + _MARGIN) & (height < self._below)
                     & (height > points[point, 2] + self._clear[triangle]))
            hidden[point[front]] = True
        return hidden


def _portions(counts: Any, most: int = 2_000_000) -> list[Any]:
    """Numbers of triangles, in groups that meet no more points than fit into memory."""
    used = np.flatnonzero(counts)
    if not len(used):
        return []
    return np.split(used, np.flatnonzero(np.diff(np.cumsum(counts[used]) // most)) + 1)


class _Segments:
    """Curves cut into straight pieces that follow them closely enough to find all their crossings."""

    def __init__(self, curves: Sequence[SpaceCurve]) -> None:
        owners, firsts, lasts, bent = list[int](), list[Any](), list[Any](), list[bool]()
        conics = np.zeros((len(curves), 3, 2))
        starts, ends = list[Any](), list[Any]()
        for index, curve in enumerate(curves):
            if isinstance(curve, Conic):
                conics[index] = curve.centre[:2], curve.a[:2], curve.b[:2]
                ts = np.linspace(curve.first, curve.last, max(ceil((curve.last - curve.first) / _STEP), 2) + 1)
                points = curve.at(ts)
            else:
                points = curve.points
                ts = np.arange(len(points), dtype=float)
            owners += [index] * (len(ts) - 1)
            bent += [isinstance(curve, Conic)] * (len(ts) - 1)
            firsts.append(ts[:-1])
            lasts.append(ts[1:])
            starts.append(points[:-1, :2])
            ends.append(points[1:, :2])
        self.owner, self.bent = np.array(owners, dtype=int), np.array(bent, dtype=bool)
        self.first, self.last = np.concatenate(firsts), np.concatenate(lasts)
        self.start, self.end = np.concatenate(starts), np.concatenate(ends)
        self.conics = conics

    def at(self, which: Any, t: Any) -> tuple[Any, Any]:
        """(n, 2) points of segments or the arcs over them at their own curves' parameters, and derivatives."""
        span = self.last[which] - self.first[which]
        way = (self.end[which] - self.start[which]) / span[:, None]
        places = self.start[which] + (t - self.first[which])[:, None] * way
        bent = np.flatnonzero(self.bent[which])
        centre, a, b = self.conics[self.owner[which[bent]]].transpose(1, 0, 2)
        c, s = np.cos(t[bent])[:, None], np.sin(t[bent])[:, None]
        places[bent], way[bent] = centre + c * a + s * b, c * b - s * a
        return places, way


def crossings(curves: Sequence[SpaceCurve], over: Sequence[bool]) -> list[Any]:
    """Parameters of each curve where it crosses or touches, as seen, one that may be the rim of what hides (`over`)."""
    found: list[list[Any]] = [[] for _ in curves]
    if not curves:
        return []
    cut = _Segments(curves)
    low = np.minimum(cut.start, cut.end)
    high = np.maximum(cut.start, cut.end)
    # an arc bulges over its chord
    reach = np.where(cut.bent, np.abs(cut.end - cut.start).max(axis=1) * 0.07, 0.0) + 1e-6
    low, high = low - reach[:, None], high + reach[:, None]
    order = np.argsort(low[:, 0], kind="stable")
    starts = np.arange(len(order)) + 1
    counts = np.searchsorted(low[order, 0], high[order, 0], side="right") - starts
    rims = np.array(over)
    for which in _portions(np.maximum(counts, 0)):
        one = np.repeat(which, counts[which])
        begins = np.cumsum(counts[which]) - counts[which]
        two = np.arange(len(one)) - np.repeat(begins - starts[which], counts[which])
        one, two = order[one], order[two]
        near = ((low[one, 1] <= high[two, 1]) & (low[two, 1] <= high[one, 1]) & (cut.owner[one] != cut.owner[two])
                & (rims[cut.owner[one]] | rims[cut.owner[two]]))
        one, two = one[near], two[near]
        t, s = _met(cut, one, two)
        good = np.flatnonzero(~np.isnan(t))
        for own, value in zip(cut.owner[one[good]].tolist(), t[good].tolist(), strict=True):
            found[own].append(value)
        for own, value in zip(cut.owner[two[good]].tolist(), s[good].tolist(), strict=True):
            found[own].append(value)
    return [np.array(each) for each in found]


def _met(cut: _Segments, one: Any, two: Any) -> tuple[Any, Any]:
    """Parameters where pairs of segments, or the arcs over them, meet; nan where they do not."""
    t, s = (cut.first[one] + cut.last[one]) / 2, (cut.first[two] + cut.last[two]) / 2
    spans = cut.last[one] - cut.first[one], cut.last[two] - cut.first[two]
    centres = t.copy(), s.copy()
    active = np.arange(len(one))
    for step in range(_STEPS):
        now, then = t[active], s[active]
        (p, d), (q, e) = cut.at(one[active], now), cut.at(two[active], then)
        gap = q - p
        det = d[:, 1] * e[:, 0] - d[:, 0] * e[:, 1]
        flat = np.abs(det) < 1e-12 * np.sqrt((d**2).sum(axis=1) * (e**2).sum(axis=1)) + 1e-300
        det = np.where(flat, np.nan, det)
        t[active] = now + (e[:, 0] * gap[:, 1] - e[:, 1] * gap[:, 0]) / det
        s[active] = then + (d[:, 0] * gap[:, 1] - d[:, 1] * gap[:, 0]) / det
        away = [np.abs(now - middle) / span for now, middle, span in zip((t, s), centres, spans, strict=True)]
        stays = (away[0][active] < 1.5) & (away[1][active] < 1.5)
        if step == 0:  # of two lines all is known
            stays &= cut.bent[one[active]] | cut.bent[two[active]]
        active = active[stays]
    good = np.flatnonzero((away[0] < 1.0) & (away[1] < 1.0))
    (p, d), (q, e) = cut.at(one[good], t[good]), cut.at(two[good], s[good])
    slack = [1e-5 / np.maximum(np.sqrt((way**2).sum(axis=1)), 1e-9) for way in (d, e)]
    met = ((np.abs(q - p).max(axis=1) < 1e-5)
           & (np.abs(t[good] - centres[0][good]) <= spans[0][good] / 2 + slack[0])
           & (np.abs(s[good] - centres[1][good]) <= spans[1][good] / 2 + slack[1]))
    found = np.full(len(t), np.nan), np.full(len(t), np.nan)
    found[0][good[met]], found[1][good[met]] = t[good[met]], s[good[met]]
    return found
