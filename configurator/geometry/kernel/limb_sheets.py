"""Inner and outer skin of a shell over a limb as B-spline sheets of the third degree, C2, with a wall of a wished thickness.

Both sheets have the angle about the axis (rad) and the height (mm) as their parameters: a line of constant height is level, one
of constant angle lies in a half plane through the axis. Both are exact where points of such a line are interpolated: what
splines make of points in a plane lies in that plane.
"""

from __future__ import annotations

from math import ceil, pi
from typing import Any, NamedTuple

import numpy as np

from configurator.errors import BuildFailed

from .limb_fields import Axis, Field, around, field, middle_line, through
from .splines import Sheet, clamped, local, slopes, spans, spread

_PITCH = 9.0
"""mm between the heights that a sheet goes through; 48 angles around lie 4 to 10 mm apart."""
_AROUND = 48
_FOLLOWS = 0.12, 0.35
"""mm that the smooth skin may be off the limb's levels, 95 of 100 and all; else a finer one is taken."""
_ROUNDS = 8
_SPARE = 2e-3
"""mm that the wall is made thicker than where it was looked at."""


class Skins(NamedTuple):
    """The two sheets around a whole turn, and the pieces of them (from angle to angle, rad) that faces are made of."""

    axis: Axis
    inner: Sheet
    outer: Sheet
    pieces: tuple[tuple[Sheet, Sheet], ...]
    """(inner, outer) for each."""
    skin: Field
    """The limb's own."""


def skins(step: float, centres: Any, radii: Any, offset: float, wall: float, low: float, high: float, start: float, end: float,
          axis: Axis | None = None) -> Skins:
    """Sheets from `low` to `high` (mm) and `start` to `end` (rad); a whole turn comes in two pieces.

    BuildFailed if the heights are not the limb's, or no wall of that thickness can be had.
    """
    height = step * (len(radii) - 1)
    if not 0 - 1e-6 <= low < high - 10 <= height - 10 + 1e-6:
        raise BuildFailed(f"a shell from {low:g} to {high:g} mm is asked for; the limb reaches from 0 to {height:g} mm, and a "
                          "shell is at least 10 mm high")
    if not 0.2 <= wall <= 30 or not -20 <= offset <= 50:
        raise BuildFailed(f"a wall of {wall:g} mm at {offset:g} mm from the skin is none; walls have 0.2 to 30 mm, offsets "
                          "-20 to 50 mm")
    turn = end - start
    if not (0.2 < turn < 2 * pi - 0.2 or abs(turn - 2 * pi) < 1e-9):
        raise BuildFailed("a shell spans a whole turn, or leaves at least 12 degrees open and has at least 12")
    axis = axis or middle_line(step, centres, radii)
    for finer in (1, 2, 4):
        skin = field(step, centres, radii, axis, low, high, finer)
        off = np.sort(np.abs(_misfits(skin, step, centres, radii)).ravel())
        if off[int(0.95 * len(off))] <= _FOLLOWS[0] and off[-1] <= _FOLLOWS[1]:
            break
    whole = abs(turn - 2 * pi) < 1e-9
    turns = (pi, pi) if whole else (turn, 2 * pi - turn)
    counts = [(max(ceil(finer * _AROUND * each / (2 * pi)), 3), each) for each in turns]
    rows = max(ceil(finer * (high - low) / _PITCH), 4) + 1
    inside, extra = skin.offset(offset), 0.0
    inner = _around(inside, start, counts, low, high, rows)
    for _ in range(_ROUNDS):
        outside = inside.offset(wall + extra)
        outer = _around(outside, start, counts, low, high, rows)
        missing = wall - _thinnest(inner, outer)
        if missing <= 0:
            break
        extra += missing + _SPARE
    else:
        raise BuildFailed(f"no wall of {wall:g} mm can be had everywhere: the limb has a hollow that is too tight for it; "
                          "smooth the scan, or take a thinner wall")
    both = [[_piece(each, start, counts, low, high, rows, k) for each in (inside, outside)] for k in range(2 if whole else 1)]
    return Skins(axis, inner, outer, tuple((one, two) for one, two in both), skin)


def _misfits(skin: Field, step: float, centres: Any, radii: Any) -> Any:
    """(n, m) mm, across the axis, by which points of the limb's levels lie outside the smooth skin."""
    radii = np.asarray(radii, dtype=float)
    turns = np.arange(radii.shape[1]) * (2 * pi / radii.shape[1])
    zs = step * np.arange(len(radii))
    away = np.asarray(centres, dtype=float)[:, None] + radii[..., None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    away -= skin.axis.at(zs)[:, None]
    angles = np.arctan2(away[..., 1], away[..., 0])
    return np.hypot(away[..., 0], away[..., 1]) - skin.at(angles, np.broadcast_to(zs[:, None], angles.shape))


def _sites(skin: Field, start: float, counts: Any, low: float, high: float, rows: int) -> tuple[Any, Any]:
    """(n,) angles around the whole turn, each once, and (n, rows, 3) points of the skin there."""
    begins = np.cumsum([start, *(each for _, each in counts)])
    angles = np.concatenate([begin + each / count * np.arange(count)
                             for begin, (count, each) in zip(begins, counts, strict=False)])
    heights = np.linspace(low, high, rows)
    radii = skin.at(*np.meshgrid(angles, heights, indexing="ij"))
    points = np.empty((*radii.shape, 3))
    points[..., :2] = skin.axis.at(heights) + radii[..., None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)[:, None]
    points[..., 2] = heights
    return angles, points


def _upright(rows: Any, low: float, high: float) -> tuple[Any, Any]:
    """Poles and knots along the height of (n, rows, 3)."""
    knots, inverse = through(rows.shape[1])
    poles = np.einsum("vw,uwk->uvk", inverse, rows)
    degree_places = low + (high - low) * (knots[1:-3] + knots[2:-2] + knots[3:-1]) / 3
    poles[..., 2] = degree_places  # exactly: v is the height
    return poles, low + (high - low) * knots


def _around(skin: Field, start: float, counts: Any, low: float, high: float, rows: int) -> Sheet:
    """The sheet of a whole turn, clamped at `start`; all pieces are parts of it, polynomial by polynomial."""
    angles, points = _sites(skin, start, counts, low, high, rows)
    rises = np.tensordot(around(tuple(counts)), points, (1, 0))
    closed, every = np.concatenate([points, points[:1]]), np.concatenate([angles, [start + 2 * pi]])
    return _curved(rises[0], closed, rises[0], every, low, high)


def _piece(skin: Field, start: float, counts: Any, low: float, high: float, rows: int, which: int) -> Sheet:
    angles, points = _sites(skin, start, counts, low, high, rows)
    rises = np.tensordot(around(tuple(counts)), points, (1, 0))
    first = counts[0][0] * which
    chosen = [i % len(angles) for i in range(first, first + counts[which][0] + 1)]
    begin, span = (start, start + counts[0][1])[which], counts[which][1]
    return _curved(rises[chosen[0]], points[chosen], rises[chosen[-1]], begin + np.linspace(0, span, len(chosen)), low, high)


def _curved(first: Any, points: Any, last: Any, angles: Any, low: float, high: float) -> Sheet:
    """The sheet through (n, rows, 3) at angles (n,), with slopes (rows, 3) at both ends."""
    knots, n = clamped(angles), len(angles)
    span = spans(knots, 3, angles)
    values = spread(local(knots, 3, angles, span), span, n + 2)
    ends = [spread(slopes(knots, 3, angles[[k]], span[[k]]), span[[k]], n + 2) for k in (0, -1)]
    rows = np.concatenate([first[None], points, last[None]]).reshape(n + 2, -1)
    poles = np.linalg.solve(np.concatenate([ends[0], values, ends[1]]), rows).reshape(n + 2, *points.shape[1:])
    upright, vs = _upright(poles, low, high)
    return Sheet(upright, knots, vs)


def _thinnest(inner: Sheet, outer: Sheet) -> float:
    """mm: the least distance of points of the outer sheet, halfway between those that it goes through, to the inner one."""
    us, vs = ((each[1:] + each[:-1]) / 2 for each in outer.breaks)
    places = np.stack(np.meshgrid(us, np.concatenate([outer.vs[:1], vs, outer.vs[-1:]]), indexing="ij"), axis=-1).reshape(-1, 2)
    points, feet = outer.at(places), places.copy()
    return float(np.sqrt(((points - foot(inner, points, feet))**2).sum(axis=1)).min())


def foot(sheet: Sheet, points: Any, near: Any, rounds: int = 5) -> Any:
    """(n, 3) the points of a sheet of a whole turn that are nearest to points, searched from parameters `near` (n, 2)."""
    first, low, high = sheet.us[0], sheet.vs[0], sheet.vs[-1]
    for _ in range(rounds):
        at, along, up = sheet.frames(np.stack([first + np.mod(near[:, 0] - first, 2 * pi), near[:, 1]], axis=1))
        gap = points - at
        a, b, c = (along**2).sum(axis=1), (along * up).sum(axis=1), (up**2).sum(axis=1)
        p, q = (gap * along).sum(axis=1), (gap * up).sum(axis=1)
        size = a * c - b * b
        near = near + np.stack([(c * p - b * q) / size, (a * q - b * p) / size], axis=1)
        near[:, 1] = np.clip(near[:, 1], low, high)
    return sheet.at(np.stack([first + np.mod(near[:, 0] - first, 2 * pi), near[:, 1]], axis=1))
