"""Seats on the inside of a shell over a limb: blocks with a flat face towards the axis, joined to the inner sheet by edges. No
boolean.

A block is a prism towards the axis of the shell. Where its sides meet the sheet there are four edges, each one polynomial, or
several where one cannot follow: two at a height, two in upright planes; on the sheet they bound a hole, where the sides begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, cos, degrees, pi, radians, sin
from typing import Any, NamedTuple

import numpy as np
from OCP.Geom import Geom_Line, Geom_Plane
from OCP.gp import gp_Ax3, gp_Dir, gp_Pnt

from configurator.errors import BuildFailed

from .limb_fields import Axis
from .limb_openings import Loop, parts
from .nesting import inside
from .polynomials import STATIONS, bernstein, fitted, spline, spline2d
from .splines import Sheet
from .topology import CONFUSION, edge, face, loop, trace, vertex

_ROUNDS = 12
_SETTLED = 1e-12
_CLOSE = 1e-4
"""mm that an edge may be off the sheet."""
_HALVINGS = 3
"""How often edges are parted in two until they follow the sheet."""
_APART = 0.1
"""mm that are left to the edges of the part and to openings."""
_LEAST = 0.2
"""mm that a seat stands out from the skin at least."""


class Seat(NamedTuple):
    """A block towards `way` (degrees about Z): its flat face lies `far` mm from the axis, `half` mm to both sides of that line,
    and from the height `low` to `high`, mm. The axis is upright."""

    way: float
    far: float
    half: float
    low: float
    high: float


class Blocks(NamedTuple):
    """Holes in the inner sheet, clockwise in its parameters, and the faces in their place."""

    holes: list[Any]
    faces: list[Any]


def blocks(seats: Sequence[Seat], sheet: Sheet, surface: Any, axis: Axis, span: tuple[float, float],
           heights: tuple[float, float], openings: Sequence[Loop]) -> Blocks:
    """Blocks of the seats that lie within the angles `span` (rad); `surface` is the kernel's own of the sheet.

    BuildFailed if one reaches over an edge of the part or into an opening, or would not stand out from the skin.
    """
    found = Blocks([], [])
    for number, each in enumerate(seats, 1):
        if not all(np.isfinite(each)) or not (each.far > 0 and each.half > 0 and each.high > each.low):
            raise BuildFailed(f"seat {number} has a size that is none: {tuple(each)}")
        if axis.dx or axis.dy:
            raise BuildFailed("seats look towards an upright axis; give one to the shell")
        turns = radians(each.way) + 2 * pi * ceil((span[0] - radians(each.way)) / (2 * pi))
        if turns <= span[1]:
            _block(each._replace(way=degrees(turns)), number, sheet, surface, axis, span, heights, openings, found)
    return found


def _block(each: Seat, number: int, sheet: Sheet, surface: Any, axis: Axis, span: Any, heights: Any, openings: Any,
           found: Blocks) -> None:
    turn = radians(each.way)
    across = np.array([-sin(turn), cos(turn), 0.0])
    out = np.array([cos(turn), sin(turn), 0.0])
    middle = np.array([axis.x, axis.y, 0.0])
    if each.low < heights[0] + _APART or each.high > heights[1] - _APART:
        raise BuildFailed(f"seat {number} reaches over a rim of the shell; keep it {_APART:g} mm inside")
    sides = _sides(each, sheet, (middle, across, out), 1)
    outline = np.concatenate([bernstein(len(poles) - 1, STATIONS) @ poles for (poles,) in sides])
    places = sheet.at(np.clip(outline, (sheet.us[0], sheet.vs[0]), (sheet.us[-1], sheet.vs[-1])))
    proud = float(((places - middle) @ out).min()) - each.far
    reach = float(np.abs(places - middle).max())
    if (outline[:, 0] - span[0] < _APART / reach).any() or (span[1] - outline[:, 0] < _APART / reach).any():
        raise BuildFailed(f"seat {number} reaches over a land of the shell; keep it {_APART:g} mm inside")
    if proud < _LEAST:
        raise BuildFailed(f"seat {number} would stand {proud:.3g} mm out from the skin where it is least; it needs {_LEAST:g} "
                          "mm: bring its face nearer to the axis")
    for hole in openings:
        points = hole.points()
        if inside(points, outline).any() or inside(outline, points).any():
            raise BuildFailed(f"seat {number} and opening {hole.number} overlap; leave one of them out")
    _joined(each, sheet, surface, (middle, across, out), found)


def _sides(each: Seat, sheet: Sheet, frame: tuple[Any, Any, Any], count: int) -> list[list[Any]]:
    """Poles (n, 2) in the sheet's parameters of the `count` pieces of each of its four edges, counter-clockwise from the lower
    one."""
    middle, across, _ = frame
    bounds = np.linspace(each.low, each.high, count + 1)
    edges = []
    for side in (-each.half, each.half):
        pieces = []
        for low, high in pairwise(bounds.tolist()):
            vs = low + (high - low) * STATIONS
            us = np.full(len(vs), radians(each.way))
            for _ in range(_ROUNDS):  # Newton: where the sheet is `side` off the middle plane
                points, along, _ = sheet.frames(np.stack([us, vs], axis=1))
                step = ((points - middle) @ across - side) / (along @ across)
                us = us - step
                if np.abs(step).max() < _SETTLED:
                    break
            poles, _ = fitted(us[:, None])
            pieces.append(np.column_stack([poles[:, 0], np.linspace(low, high, len(poles))]))
        edges.append(pieces)
    left, right = edges
    found = [parts(np.array([left[0][0], right[0][0]]), count), right, parts(np.array([right[-1][-1], left[-1][-1]]), count),
             [poles[::-1].copy() for poles in reversed(left)]]
    every = [poles for pieces in found for poles in pieces]
    for one, two in zip(every, [*every[1:], every[0]], strict=True):
        one[-1] = two[0]
    return found


def _joined(each: Seat, sheet: Sheet, surface: Any, frame: tuple[Any, Any, Any], found: Blocks) -> None:
    """Adds the faces of one block and its hole."""
    middle, across, out = frame
    flat, starts, curves, off = _followed(each, sheet, frame)
    near = 2 * off + CONFUSION
    lower = [poles[0] for poles in curves]  # corners on the sheet, and where edges are parted
    upper = [lower[at] + (each.far - float((lower[at] - middle) @ out)) * out for at in starts]
    low, high = ([vertex(point.tolist(), near) for point in row] for row in (lower, upper))
    around = [edge(spline(poles), 1.0, low[i], low[(i + 1) % len(low)], near) for i, poles in enumerate(curves)]
    for made, poles in zip(around, flat, strict=True):
        trace(made, spline2d(poles), surface, near)
    posts = [_line(lower[at], upper[i], low[at], high[i], near) for i, at in enumerate(starts)]
    rim = [_line(upper[i], upper[(i + 1) % 4], high[i], high[(i + 1) % 4], near) for i in range(4)]
    up, ends = np.array([0.0, 0.0, 1.0]), [*starts[1:], len(around)]
    for i, normal in enumerate((-up, across, up, -across)):
        after = (i + 1) % 4
        found.faces.append(face(_plane(upper[i], normal, out), loop(
            (rim[i], posts[after].Reversed(), *(each.Reversed() for each in reversed(around[starts[i]:ends[i]])), posts[i]))))
    found.faces.append(face(_plane(upper[0], -out, up), loop([each.Reversed() for each in reversed(rim)])))
    found.holes.append(loop(around).Reversed())


def _followed(each: Seat, sheet: Sheet, frame: tuple[Any, Any, Any]) -> tuple[list[Any], list[int], list[Any], float]:
    """Edges in as many pieces as it takes to follow the sheet and the planes of the walls: in the sheet's parameters, where
    each side begins, in space, and how far they are off, mm. BuildFailed if pieces that are short enough are still off."""
    middle, across, _ = frame
    for halvings in range(_HALVINGS + 1):
        sides = _sides(each, sheet, frame, 2**halvings)
        flat = [poles for pieces in sides for poles in pieces]
        places = [sheet.at(bernstein(len(poles) - 1, STATIONS) @ poles) for poles in flat]
        curves = [fitted(points)[0] for points in places]
        for one, two in zip(curves, [*curves[1:], curves[0]], strict=True):
            one[-1] = two[0]
        test = bernstein(len(curves[0]) - 1, STATIONS)
        off = max(float(np.sqrt(((test @ poles - points) ** 2).sum(axis=1)).max())
                  for poles, points in zip(curves, places, strict=True))
        starts = [side * 2**halvings for side in range(len(sides))]
        walls = [(test @ poles - middle) @ across for poles in (*curves[starts[1]:starts[2]], *curves[starts[3]:])]
        off = max(off, *(float(np.abs(np.abs(wall) - each.half).max()) for wall in walls))
        if off <= _CLOSE:
            return flat, starts, curves, off
    raise BuildFailed(f"an edge of a seat cannot follow the skin closer than {off:.2g} mm; make the seat smaller")


def _line(one: Any, two: Any, start: Any, end: Any, near: float) -> Any:
    way = two - one
    return edge(Geom_Line(gp_Pnt(*one.tolist()), gp_Dir(*way.tolist())), float(np.sqrt((way**2).sum())), start, end, near)


def _plane(point: Any, normal: Any, x: Any) -> Any:
    return Geom_Plane(gp_Ax3(gp_Pnt(*point.tolist()), gp_Dir(*normal.tolist()), gp_Dir(*x.tolist())))
