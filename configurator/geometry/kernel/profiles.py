"""Closed outlines as templates write them, corners and arcs, as exact pieces."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, ceil, cos, hypot, isfinite, pi, sin
from typing import Any

import numpy as np

from configurator.errors import BuildFailed

from .nesting import area
from .planar import Arc, Outline, Piece

_LEAST = 1e-6  # mm; shorter lines are none
_STEP = 0.05  # radians between points on an arc when it is asked what lies inside


def outline(steps: Sequence[Any]) -> Outline:
    """An outline from corners (x, y) and arcs ((xm, ym), (x, y)), closed from the last back to the first, mm."""
    start = _point(steps[0] if len(steps) else ())
    pieces, here = list[Piece](), start
    for step in [*steps[1:], start]:
        if isinstance(step[0], tuple):
            pieces.append(_arc(here, _point(step[0]), _point(step[1])))
        elif hypot(*np.subtract(_point(step), here)) > _LEAST:
            pieces.append(Piece([here, _point(step)]))
        here = _point(pieces[-1].poles[-1]) if pieces else start
    polygon = np.array([point for piece in pieces for point in _points(piece)]) if pieces else np.zeros((1, 2))
    if len(pieces) < 2 or abs(area(polygon)) < _LEAST**2:
        raise BuildFailed(f"the outline {list(steps)} encloses nothing; give at least three corners, or two arcs")
    pieces[-1] = pieces[-1]._replace(poles=[pieces[-1].poles[0], start])  # but for rounding it is there already
    return Outline(pieces, polygon)


def _point(step: Any) -> tuple[float, float]:
    try:
        x, y = map(float, step)
    except (TypeError, ValueError):
        raise BuildFailed(f"{step!r} in an outline is no corner (x, y) and no arc ((xm, ym), (x, y))") from None
    if not (isfinite(x) and isfinite(y)):
        raise BuildFailed(f"the corner ({x}, {y}) of an outline is no place")
    return x, y


def _arc(start: tuple[float, float], middle: tuple[float, float], end: tuple[float, float]) -> Piece:
    """The arc from start to end through the middle; a line if they are on one."""
    (ax, ay), (bx, by) = ((p[0] - start[0], p[1] - start[1]) for p in (middle, end))
    double = 2 * (ax * by - ay * bx)
    if abs(double) < 1e-12 * max(hypot(ax, ay), hypot(bx, by), _LEAST) ** 2:
        raise BuildFailed(f"the arc from {start} through {middle} to {end} is straight; give a corner instead")
    a, b = ax * ax + ay * ay, bx * bx + by * by
    x, y = (by * a - ay * b) / double, (ax * b - bx * a) / double
    sweep = (atan2(by - y, bx - x) - atan2(-y, -x)) % (2 * pi)
    left = double > 0
    return Piece([start, end], Arc(start[0] + x, start[1] + y, hypot(x, y), sweep if left else sweep - 2 * pi))


def _points(piece: Piece) -> list[tuple[float, float]]:
    """Points from its start to just before its end."""
    x, y = piece.poles[0]
    if piece.arc is None:
        return [(x, y)]
    arc = piece.arc
    begin, count = atan2(y - arc.y, x - arc.x), ceil(abs(arc.sweep) / _STEP)
    return [(arc.x + arc.radius * cos(begin + arc.sweep * i / count), arc.y + arc.radius * sin(begin + arc.sweep * i / count))
            for i in range(count)]
