"""Curves as they are seen, made plain: what lies on each other is one, what a stronger line covers is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import atan2, cos, hypot, pi, sin
from typing import Any

import numpy as np

from configurator.geometry.views import Arc, Drawn, EllipseArc, Line, LineKind, PlaneCurve, Point2, Polyline

from .space_curves import Chain, SpaceCurve

SHORT = 1e-4
"""mm: what is shorter is not drawn, and lines no further apart are one."""
_FIRST = [LineKind.CUT, LineKind.VISIBLE, LineKind.OUTLINE, LineKind.ENGRAVED, LineKind.HIDDEN, LineKind.SMOOTH]
_TILT = 1e-5  # rad
_BESIDE = 3e-3  # mm between polylines that follow the same curve with other points
_STRAIGHT = 1e-7
Spans = list[tuple[float, float]]


def flat(curve: SpaceCurve) -> PlaneCurve:
    """A curve in the frame of a view as it is seen, in its own direction."""
    if isinstance(curve, Chain):
        points = curve.points[:, :2]
        way = points[-1] - points[0]
        size = float(np.linalg.norm(way))
        off = (points - points[0]) @ np.array([-way[1], way[0]])
        if len(points) == 2 or (size > SHORT and np.abs(off).max() < _STRAIGHT * size):
            return Line(_pair(points[0]), _pair(points[-1]))
        return Polyline(tuple(_pair(point) for point in points))
    centre, a, b = curve.centre[:2], curve.a[:2], curve.b[:2]
    turn = float(np.arctan2(2 * a @ b, a @ a - b @ b)) / 2
    major, minor = np.cos(turn) * a + np.sin(turn) * b, np.cos(turn) * b - np.sin(turn) * a
    long, short = float(np.linalg.norm(major)), float(np.linalg.norm(minor))
    first, last = curve.first - turn, curve.last - turn
    if short < SHORT:
        turning = [n * pi for n in range(-5, 6) if first < n * pi < last]
        shares = [cos(t) for t in (first, last, *turning)]
        return Line(_pair(centre + min(shares) * major), _pair(centre + max(shares) * major))
    way = 1.0 if major[0] * minor[1] - major[1] * minor[0] > 0 else -1.0
    if long - short < 1e-9 * long + 1e-10:
        start = atan2(major[1], major[0])
        return Arc(_pair(centre), long, start + way * first, start + way * last)
    return EllipseArc(_pair(centre), _pair(major), short / long, way * first, way * last)


def united(pieces: Iterable[tuple[PlaneCurve, LineKind]]) -> tuple[Drawn, ...]:
    """Each place drawn once, with its strongest line, in a settled order."""
    lines, arcs, ellipses, chains = [], [], [], []
    for curve, kind in pieces:
        if isinstance(curve, Line):
            if hypot(curve.end[0] - curve.start[0], curve.end[1] - curve.start[1]) >= SHORT:
                lines.append((curve, kind))
        elif isinstance(curve, Arc):
            if abs(curve.end - curve.start) * curve.radius >= SHORT:
                arcs.append((curve, kind))
        elif isinstance(curve, EllipseArc):
            ellipses.append((curve, kind))
        else:
            chains.append((curve, kind))
    found = [*_lines(lines), *_round(arcs, _arc_row, _arc), *_round(ellipses, _ellipse_row, _ellipse), *_chains(chains)]
    return tuple(sorted((Drawn(tidy(curve), kind) for curve, kind in found), key=_order))


def _lines(lines: list[tuple[Line, LineKind]]) -> Iterator[tuple[PlaneCurve, LineKind]]:
    """Those on one straight line are cut and joined along it."""
    rows = list[tuple[float, ...]]()
    for ((x0, y0), (x1, y1)), _ in lines:
        angle = atan2(y1 - y0, x1 - x0) % pi
        if angle > pi - _TILT / 2:
            angle -= pi
        c, s = cos(angle), sin(angle)
        rows.append((angle, -s * x0 + c * y0, c * x0 + s * y0, c * x1 + s * y1))
    for group in _alike(rows, (_TILT, SHORT)):
        longest = max(group, key=lambda i: (round(abs(rows[i][3] - rows[i][2]), 6), -rows[i][0], rows[i][1]))
        angle, off = rows[longest][:2]
        c, s = cos(angle), sin(angle)
        spans: dict[LineKind, Spans] = defaultdict(list)
        for i in group:
            ends = sorted(c * x + s * y for x, y in lines[i][0])
            spans[lines[i][1]].append((ends[0], ends[1]))
        for low, high, kind in _shared_out(spans, SHORT):
            yield Line((c * low - s * off, s * low + c * off), (c * high - s * off, s * high + c * off)), kind


def _round(curves: list[Any], row: Callable[[Any], tuple[float, ...]],
           make: Callable[[tuple[float, ...], float, float], PlaneCurve]) -> Iterator[tuple[PlaneCurve, LineKind]]:
    rows = [row(curve) for curve, _ in curves]
    for group in _alike([each[:-2] for each in rows], (SHORT,) * 5):
        spans: dict[LineKind, Spans] = defaultdict(list)
        for i in group:
            start, span = rows[i][-2] % (2 * pi), min(rows[i][-1], 2 * pi)
            spans[curves[i][1]].append((start, min(start + span, 2 * pi)))
            if start + span > 2 * pi:
                spans[curves[i][1]].append((0.0, start + span - 2 * pi))
        same = rows[min(group, key=lambda i: rows[i])]
        size = max(hypot(same[2], same[3] if len(same) > 5 else 0.0), SHORT)
        cut = list(_shared_out(spans, SHORT / size))
        # what ends where the angles begin again goes on there
        for low, high, kind in cut:
            ahead = next((each for each in cut if each[0] < 1e-9 and each[2] == kind), None)
            behind = next((each for each in cut if each[1] > 2 * pi - 1e-9 and each[2] == kind), None)
            if ahead and behind and ahead is not behind:
                if (low, high, kind) == ahead:
                    continue
                if (low, high, kind) == behind:
                    yield make(same, low, high + ahead[1]), kind
                    continue
            yield make(same, low, high), kind


def _arc_row(arc: Arc) -> tuple[float, ...]:
    return (*arc.centre, arc.radius, min(arc.start, arc.end), abs(arc.end - arc.start))


def _arc(row: tuple[float, ...], low: float, high: float) -> PlaneCurve:
    return Arc((row[0], row[1]), row[2], low, high)


def _ellipse_row(of: EllipseArc) -> tuple[float, ...]:
    (x, y), start = of.major, min(of.start, of.end)
    if y < -SHORT / 2 or (y < SHORT / 2 and x < 0):
        x, y, start = -x, -y, start + pi
    return (*of.centre, x, y, of.ratio * hypot(x, y), start, abs(of.end - of.start))


def _ellipse(row: tuple[float, ...], low: float, high: float) -> PlaneCurve:
    return EllipseArc((row[0], row[1]), (row[2], row[3]), row[4] / hypot(row[2], row[3]), low, high)


def _alike(rows: Sequence[tuple[float, ...]], gaps: Sequence[float]) -> list[list[int]]:
    """Numbers of rows that differ by no more than a gap in each column, one column after the other."""
    groups = [list(range(len(rows)))] if rows else []
    for column in range(min(len(gaps), len(rows[0]) if rows else 0)):
        finer = []
        for group in groups:
            group.sort(key=lambda i: rows[i][column])
            current = [group[0]]
            for i in group[1:]:
                if rows[i][column] - rows[current[-1]][column] > gaps[column]:
                    finer.append(current)
                    current = []
                current.append(i)
            finer.append(current)
        groups = finer
    return groups


def _shared_out(spans: dict[LineKind, Spans], least: float) -> Iterator[tuple[float, float, LineKind]]:
    """Each stretch once, to the strongest kind that has it."""
    taken: Spans = []
    for kind in _FIRST:
        joined: Spans = []
        for low, high in sorted(spans.get(kind, ())):
            if joined and low <= joined[-1][1] + least:
                joined[-1] = joined[-1][0], max(joined[-1][1], high)
            else:
                joined.append((low, high))
        for low, high in joined:
            begin = low
            for start, end in taken:
                if end > begin and start < high:
                    if start > begin + least:
                        yield begin, start, kind
                    begin = max(begin, end)
            if high > begin + least:
                yield begin, high, kind
        taken = sorted([*taken, *joined])


def _chains(chains: list[tuple[Polyline, LineKind]]) -> Iterator[tuple[PlaneCurve, LineKind]]:
    """Pieces of polylines that no stronger one, or one before it, runs along."""
    ranked = sorted(chains, key=lambda each: (_FIRST.index(each[1]), -len(each[0].points), each[0].points))
    known = [np.array(curve.points) for curve, _ in ranked]
    lows = np.array([points.min(axis=0) for points in known]).reshape(-1, 2) - _BESIDE
    highs = np.array([points.max(axis=0) for points in known]).reshape(-1, 2) + _BESIDE
    for index, (points, (_, kind)) in enumerate(zip(known, ranked, strict=True)):
        near = np.flatnonzero(((lows[:index] <= highs[index]) & (highs[:index] >= lows[index])).all(axis=1)).tolist()
        free = np.ones(len(points) - 1, dtype=bool)
        if near:
            free = ~_covered((points[1:] + points[:-1]) / 2, [known[other] for other in near])
        for start, end in _runs(free):
            piece = points[start:end + 1]
            if np.sqrt((np.diff(piece, axis=0) ** 2).sum(axis=1)).sum() >= SHORT:
                yield Polyline(tuple(_pair(point) for point in piece)), kind


def _covered(points: Any, others: list[Any]) -> Any:
    start = np.concatenate([each[:-1] for each in others])
    way = np.concatenate([np.diff(each, axis=0) for each in others])
    away = points[:, None] - start
    share = np.clip((away * way).sum(axis=2) / np.maximum((way**2).sum(axis=1), 1e-24), 0, 1)
    return (((away - share[:, :, None] * way) ** 2).sum(axis=2) < _BESIDE**2).any(axis=1)


def _runs(free: Any) -> Iterator[tuple[int, int]]:
    ends = np.flatnonzero(np.diff(np.concatenate([[0], free.astype(int), [0]])))
    yield from zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True)


def _pair(point: Any) -> Point2:
    return float(point[0]), float(point[1])


def tidy(curve: PlaneCurve) -> PlaneCurve:
    """A curve rounded to 1e-9 mm and 1e-12 rad, without -0.0."""
    if isinstance(curve, (Line, Polyline)):
        points = tuple(_rounded(point) for point in (curve if isinstance(curve, Line) else curve.points))
        return Line(points[0], points[1]) if isinstance(curve, Line) else Polyline(points)
    ends = {"start": round(curve.start, 12) + 0.0, "end": round(curve.end, 12) + 0.0}
    if isinstance(curve, Arc):
        return Arc(_rounded(curve.centre), round(curve.radius, 9), **ends)
    return EllipseArc(_rounded(curve.centre), _rounded(curve.major), round(curve.ratio, 12), **ends)


def _rounded(point: Point2) -> Point2:
    return round(point[0], 9) + 0.0, round(point[1], 9) + 0.0


def _order(drawn: Drawn) -> tuple[Any, ...]:
    name = type(drawn.curve).__name__
    return _FIRST.index(drawn.kind), name, tuple(drawn.curve)
