"""What lies between the two skins of a shell: rounded edges at its rims, and the sheet along which a lap is parted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from configurator.errors import BuildFailed

from .splines import Sheet, SplineCurve, clamped, local, slopes, spans, spread

_PULL = 4 / 3 * (2**0.5 - 1)
"""Of a cubic polynomial that follows a quarter of a circle, to 3 parts in 10,000 of its radius."""
_LEVEL = 0.2
"""mm of a rim that is left between its two rounded edges."""


@dataclass
class Strip:
    """One face around the wall between two rails, followed from the outer skin upwards.

    Of a sheet: from `first` to `last`, values of v, all of it; else a level plane at the height `first`.
    """

    sheet: Sheet | None
    first: float
    last: float
    up: bool = True
    """Whether a level one looks up."""
    skin: bool = False
    """Whether it is a skin, not an edge."""
    outer: bool = True
    """Whether it belongs to the outer side of the wall."""
    holes: list[Any] = field(default_factory=list)
    """Wires of openings, clockwise in the sheet's parameters."""
    surface: Any = None

    @property
    def turned(self) -> bool:
        """Whether it is run through against the sheet's v."""
        return self.last < self.first

    def rail(self, v: float) -> SplineCurve:
        """Its edge at v."""
        assert self.sheet is not None
        return self.sheet.along_u(v)

    def across(self, angle: float) -> SplineCurve:
        """The curve over it at an angle, along the sheet's v."""
        assert self.sheet is not None
        return self.sheet.along_v(angle)


def strips(inner: Sheet, outer: Sheet, low: float, high: float, wall: float, rounding: float) -> list[Strip]:
    """Those of a wall with plain rims, or with rims whose edges are rounded. BuildFailed if there is no room for that."""
    if not rounding:
        return [Strip(outer, low, high, skin=True), Strip(None, high, high),
                Strip(inner, high, low, skin=True, outer=False), Strip(None, low, low, up=False)]
    if not 0.05 <= rounding <= (wall - _LEVEL) / 2:
        raise BuildFailed(f"edges cannot be rounded by {rounding:g} mm on a wall of {wall:g} mm; take 0.05 to "
                          f"{(wall - _LEVEL) / 2:g} mm, or 0")
    top, bottom = high - rounding, low + rounding
    return [Strip(_rounded(outer, bottom, -rounding, -1.0, from_rim=True), 0.0, 1.0),
            Strip(outer.part(bottom, top), bottom, top, skin=True),
            Strip(_rounded(outer, top, rounding, -1.0, from_rim=False), 0.0, 1.0), Strip(None, high, high),
            Strip(_rounded(inner, top, rounding, 1.0, from_rim=True), 0.0, 1.0, outer=False),
            Strip(inner.part(bottom, top), top, bottom, skin=True, outer=False),
            Strip(_rounded(inner, bottom, -rounding, 1.0, from_rim=False), 0.0, 1.0, outer=False),
            Strip(None, low, low, up=False)]


def _rounded(sheet: Sheet, v: float, rise: float, aside: float, *, from_rim: bool) -> Sheet:
    """A sheet from another one at v to a level rim `rise` mm higher, tangent to both, in the half planes of its ends.

    The rim lies `aside` (1 outwards, -1 inwards) of where the sheet would reach it, by as much as the sheet is long until
    there: so sections at one angle are arcs, but for what a cubic polynomial lacks.
    """
    q, at = sheet.degrees[1], np.array([v])
    span = spans(sheet.vs, q, at)
    start, way = ((spread(each(sheet.vs, q, at, span), span, sheet.poles.shape[1]) @ sheet.poles)[:, 0]
                  for each in (local, slopes))
    corner = start + rise * way
    angles = sheet.breaks[0]
    _, _, up = sheet.frames(np.stack([angles, np.full(len(angles), v)], axis=1))
    far = abs(rise) * np.sqrt((up**2).sum(axis=1))
    out = np.stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))], axis=1)
    turned = np.stack([-out[:, 1], out[:, 0], out[:, 2]], axis=1)
    ways = np.gradient(far, angles)[:, None] * out + far[:, None] * turned
    rim = corner + aside * _through(angles, far[:, None] * out, ways)
    rows = [start, start + _PULL * (corner - start), rim + _PULL * (corner - rim), rim]
    return Sheet(np.stack(rows[::-1] if from_rim else rows, axis=1), sheet.us, np.array([0.0] * 4 + [1.0] * 4))


def _through(angles: Any, points: Any, ways: Any) -> Any:
    """(n + 2, 3) poles of the cubic spline with knots at angles (n,) through points (n, 3), with the first and last of ways."""
    knots, n = clamped(angles), len(angles)
    span = spans(knots, 3, angles)
    values = spread(local(knots, 3, angles, span), span, n + 2)
    ends = [spread(slopes(knots, 3, angles[[k]], span[[k]]), span[[k]], n + 2) for k in (0, -1)]
    return np.linalg.solve(np.concatenate([ends[0], values, ends[1]]), np.concatenate([ways[:1], points, ways[-1:]]))
