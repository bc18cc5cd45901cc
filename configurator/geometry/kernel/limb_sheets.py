"""Inner and outer skin of a shell over a limb as B-spline sheets of the third degree, C2, with a wall of a wished thickness.

Sheets have the angle about the axis (rad) and the height (mm) as their parameters: a line of constant height is level, and one
of constant angle lies in a half plane through the axis where a sheet begins or ends. Both are exact: points of such a line are
interpolated, and what splines make of points in a plane lies in that plane.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from math import ceil, pi
from typing import Any, NamedTuple

import numpy as np

from configurator.errors import BuildFailed

from .limb_fields import Axis, Field, field, middle_line, through
from .splines import Sheet, clamped, local, slopes, spans, spread

_PITCH = 9.0
"""mm between the heights that a sheet goes through; 48 angles around lie 4 to 10 mm apart."""
_AROUND = 48
_FOLLOWS = 0.12, 0.35
"""mm that the smooth skin may be off the limb's levels, 95 of 100 and all; else a finer one is taken."""
_FINEST = 4
_WORTH = 0.7
"""Share of what a skin is off that a finer one may leave; it would follow noise else."""
_ASTRAY = 0.03
"""mm that a sheet may be off its field."""
_ROUNDS = 8
_SPARE = 2e-3
"""mm that the wall is made thicker than where it was looked at."""
_LEAST = 0.2
"""rad of a part of a turn, and of what it leaves open."""
_KEPT = 8


class Wall(NamedTuple):
    """A wall around a limb: radii of both its skins about the axis, and how finely sheets follow them."""

    axis: Axis
    inside: Field
    outside: Field
    low: float
    high: float
    finer: int

    def sheets(self, start: float, end: float) -> tuple[Sheet, Sheet]:
        """The inner and the outer skin from angle to angle."""
        return self.sheet(self.inside, start, end), self.sheet(self.outside, start, end)

    def sheet(self, skin: Field, start: float, end: float) -> Sheet:
        """A skin from angle to angle, as fine as the wall's own."""
        count = max(ceil(self.finer * _AROUND * (end - start) / (2 * pi) - 1e-9), 3) + 1
        angles = np.linspace(start, end, count)
        heights = np.linspace(self.low, self.high, max(ceil(self.finer * (self.high - self.low) / _PITCH), 4) + 1)
        points, first, last = (_points(skin, each, heights) for each in (angles, angles[:1], angles[-1:]))
        # neighbours that begin where this one ends have the same slope there
        first, last = ((_points(skin, each + 1e-4, heights) - _points(skin, each - 1e-4, heights)) / 2e-4
                       for each in (angles[:1], angles[-1:]))
        knots, n = clamped(angles), count
        span = spans(knots, 3, angles)
        values = spread(local(knots, 3, angles, span), span, n + 2)
        ends = [spread(slopes(knots, 3, angles[[k]], span[[k]]), span[[k]], n + 2) for k in (0, -1)]
        right = np.concatenate([first, points, last]).reshape(n + 2, -1)
        poles = np.linalg.solve(np.concatenate([ends[0], values, ends[1]]), right).reshape(n + 2, -1, 3)
        upright, inverse = through(len(heights))
        poles = np.einsum("vw,uwk->uvk", inverse, poles)
        vs = self.low + (self.high - self.low) * upright
        poles[..., 2] = (vs[1:-3] + vs[2:-2] + vs[3:-1]) / 3  # exactly: v is the height
        return Sheet(poles, knots, vs)


_walls: OrderedDict[bytes, Wall] = OrderedDict()
"""The last few: parts of one shell, and shells with other openings, have the same."""


def wall_over(step: float, centres: Any, radii: Any, offset: float, wall: float, low: float, high: float,
              axis: Axis | None = None) -> Wall:
    """A wall of at least `wall` mm, `offset` mm from the skin, between two heights.

    BuildFailed if the heights are not the limb's, or no such wall can be had.
    """
    height = step * (len(radii) - 1)
    if not 0 - 1e-6 <= low < high - 10 <= height - 10 + 1e-6:
        raise BuildFailed(f"a shell from {low:g} to {high:g} mm is asked for; the limb reaches from 0 to {height:g} mm, and a "
                          "shell is at least 10 mm high")
    if not 0.2 <= wall <= 30 or not -20 <= offset <= 50:
        raise BuildFailed(f"a wall of {wall:g} mm at {offset:g} mm from the skin is none; walls have 0.2 to 30 mm, offsets "
                          "-20 to 50 mm")
    key = sha256(repr((step, offset, wall, low, high, axis)).encode())
    key.update(np.ascontiguousarray(centres, dtype=float).tobytes())
    key.update(np.ascontiguousarray(radii, dtype=float).tobytes())
    found = _walls.get(key.digest())
    if found is None:
        found = _wall(step, centres, radii, offset, wall, low, high, axis or middle_line(step, centres, radii))
        _walls[key.digest()] = found
        while len(_walls) > _KEPT:
            _walls.popitem(last=False)
    return found


def checked_turn(start: float, end: float) -> bool:
    """Whether a shell from angle to angle (rad) is whole. BuildFailed if there is none."""
    whole = abs(end - start - 2 * pi) < 1e-9
    if not (_LEAST < end - start < 2 * pi - _LEAST or whole):
        raise BuildFailed("a shell spans a whole turn, or at least 12 degrees and leaves as much open")
    return whole


def _wall(step: float, centres: Any, radii: Any, offset: float, wall: float, low: float, high: float, axis: Axis) -> Wall:
    finer, skin, off = 1, *_followed(step, centres, radii, axis, low, high, 1)
    while finer < _FINEST and (off[0] > _FOLLOWS[0] or off[1] > _FOLLOWS[1]):
        closer, left = _followed(step, centres, radii, axis, low, high, 2 * finer)
        if left[0] > _WORTH * off[0]:  # what is left is noise, which no shell should have
            break
        finer, skin, off = 2 * finer, closer, left
    inside, extra = skin.offset(offset), 3 * _SPARE  # mostly enough, so that the wall is made once
    found = Wall(axis, inside, inside, low, high, finer)
    while found.finer < _FINEST and _astray(found.sheet(inside, 0.0, 2 * pi), inside) > _ASTRAY:
        found = found._replace(finer=2 * found.finer)
    inner = found.sheet(inside, 0.0, 2 * pi)
    for _ in range(_ROUNDS):
        found = found._replace(outside=inside.offset(wall + extra))
        outer = found.sheet(found.outside, 0.0, 2 * pi)
        # sheets of parts go through other points: they may differ from these by as much as these differ from their field
        missing = wall - _thinnest(inner, outer) + _astray(inner, inside) + _astray(outer, found.outside)
        if missing <= 0:
            return found
        extra += missing + _SPARE
    raise BuildFailed(f"no wall of {wall:g} mm can be had everywhere: the limb has a hollow that is too tight for it; smooth "
                      "the scan, or take a thinner wall")


def _followed(step: float, centres: Any, radii: Any, axis: Axis, low: float, high: float, finer: int) -> tuple[Field, Any]:
    """The skin, and how far 95 of 100 and all points of the limb's levels are off it, mm."""
    skin = field(step, centres, radii, axis, low, high, finer)
    off = np.sort(np.abs(_misfits(skin, step, centres, radii)).ravel())
    return skin, (float(off[int(0.95 * len(off))]), float(off[-1]))


def _misfits(skin: Field, step: float, centres: Any, radii: Any) -> Any:
    """(n, m) mm, across the axis, by which points of the limb's levels lie outside the smooth skin."""
    radii = np.asarray(radii, dtype=float)
    turns = np.arange(radii.shape[1]) * (2 * pi / radii.shape[1])
    zs = step * np.arange(len(radii))
    away = np.asarray(centres, dtype=float)[:, None] + radii[..., None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    away -= skin.axis.at(zs)[:, None]
    angles = np.arctan2(away[..., 1], away[..., 0])
    return np.hypot(away[..., 0], away[..., 1]) - skin.at(angles, np.broadcast_to(zs[:, None], angles.shape))


def _points(skin: Field, angles: Any, heights: Any) -> Any:
    """(n, m, 3) points of a skin at angles (n,) and heights (m,)."""
    radii = skin.at(*np.meshgrid(angles, heights, indexing="ij"))
    points = np.empty((*radii.shape, 3))
    points[..., :2] = skin.axis.at(heights) + radii[..., None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)[:, None]
    points[..., 2] = heights
    return points


def _between(sheet: Sheet) -> Any:
    """(n, 2) parameters between those that the sheet goes through."""
    us, vs = ((each[1:] + each[:-1]) / 2 for each in sheet.breaks)
    return np.stack(np.meshgrid(us, np.concatenate([sheet.vs[:1], vs, sheet.vs[-1:]]), indexing="ij"), axis=-1).reshape(-1, 2)


def _astray(sheet: Sheet, skin: Field) -> float:
    """mm, at most, that a sheet is off its field."""
    places = _between(sheet)
    points = sheet.at(places)
    away = points[:, :2] - skin.axis.at(points[:, 2])
    return float(np.abs(np.hypot(*away.T) - skin.at(np.arctan2(away[:, 1], away[:, 0]), points[:, 2])).max())


def _thinnest(inner: Sheet, outer: Sheet) -> float:
    """mm: the least distance of points of the outer sheet to the inner one, both of a whole turn."""
    places = _between(outer)
    points, first, low, high = outer.at(places), inner.us[0], inner.vs[0], inner.vs[-1]
    for _ in range(4):
        at, along, up = inner.frames(np.stack([first + np.mod(places[:, 0] - first, 2 * pi), places[:, 1]], axis=1))
        gap = points - at
        a, b, c = (along**2).sum(axis=1), (along * up).sum(axis=1), (up**2).sum(axis=1)
        p, q = (gap * along).sum(axis=1), (gap * up).sum(axis=1)
        places = places + np.stack([c * p - b * q, a * q - b * p], axis=1) / (a * c - b * b)[:, None]
        places[:, 1] = np.clip(places[:, 1], low, high)
    at = inner.at(np.stack([first + np.mod(places[:, 0] - first, 2 * pi), places[:, 1]], axis=1))
    return float(np.sqrt(((points - at) ** 2).sum(axis=1)).min())
