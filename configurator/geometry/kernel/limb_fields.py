"""A limb's skin as a smooth field of radii about one straight axis, and skins at a distance from it.

Frame: Z up from the lower end, mm; angles from +X towards +Y, rad. A field is known at even angles and heights and is a cubic
spline in between, so every skin has normals; its ends are continued straight.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from scipy.interpolate import make_lsq_spline
from scipy.ndimage import map_coordinates, spline_filter1d

from configurator.errors import BuildFailed

from .splines import local, spans, spread

_ANGLES = 512
"""Directions in which a level is looked at before it is told about another axis: chords are then off by less than 2 um."""
_STEP = 4.0
"""mm between the heights of a field."""
_STEEP = 1.2
"""Greatest rise of a skin over its height, 50 degrees. Flatter ends, as of a heel, are no skin of a tube."""
_MARGIN = 24.0
"""mm of it beyond both ends of the limb: where the skins of the ends come from."""
_ROUNDS = 12
_SETTLED = 2e-5  # of a step of the field


class Axis(NamedTuple):
    """A straight line: x, y at height 0, and how they change with the height (mm per mm)."""

    x: float
    y: float
    dx: float = 0.0
    dy: float = 0.0

    def at(self, z: Any) -> Any:
        """(..., 2) its points at heights."""
        return np.stack([self.x + self.dx * np.asarray(z), self.y + self.dy * np.asarray(z)], axis=-1)


class Field(NamedTuple):
    """Radii (heights, angles) about the axis, mm, at `low` + i * `step`."""

    axis: Axis
    low: float
    step: float
    radii: Any

    @property
    def heights(self) -> Any:
        """(n,) mm."""
        return self.low + self.step * np.arange(len(self.radii))

    def at(self, angles: Any, heights: Any) -> Any:
        """Radii at angles and heights of any one shape."""
        return looked_up(filtered(self.radii), *self._places(angles, heights))

    def _places(self, angles: Any, heights: Any) -> tuple[Any, Any]:
        return (heights - self.low) / self.step, np.asarray(angles) * (self.radii.shape[1] / (2 * np.pi))

    def points(self) -> tuple[Any, Any]:
        """(n, m, 3) its own points, and unit normals outwards."""
        count = self.radii.shape[1]
        turns = np.arange(count) * (2 * np.pi / count)
        out = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        aside = np.stack([-out[:, 1], out[:, 0]], axis=1)
        around = _turned(self.radii)
        rises = np.gradient(self.radii, self.step, axis=0, edge_order=2)
        places = np.empty((*self.radii.shape, 3))
        places[..., :2] = self.axis.at(self.heights)[:, None] + self.radii[..., None] * out
        places[..., 2] = self.heights[:, None]
        along = around[..., None] * out + self.radii[..., None] * aside
        up = rises[..., None] * out + np.array([self.axis.dx, self.axis.dy])
        normals = np.stack([along[..., 1], -along[..., 0], along[..., 0] * up[..., 1] - along[..., 1] * up[..., 0]], axis=-1)
        # along x up with up's height 1: (a_y, -a_x, a_x u_y - a_y u_x); a flat end would throw its normal along Z
        flat = np.hypot(normals[..., 0], normals[..., 1])
        normals[..., 2] = np.clip(normals[..., 2], -_STEEP * flat, _STEEP * flat)
        return places, normals / np.sqrt((normals**2).sum(axis=-1))[..., None]

    def offset(self, distance: float) -> Field:
        """The skin `distance` mm outside this one (inside, if negative), along its normals."""
        if not distance:
            return self
        places, normals = self.points()
        places += distance * normals
        away = places[..., :2] - self.axis.at(places[..., 2])
        count = self.radii.shape[1]
        turns, heights = np.arange(count) * (2 * np.pi / count), self.heights
        moved = [np.angle(np.exp(1j * (np.arctan2(away[..., 1], away[..., 0]) - turns))), places[..., 2] - heights[:, None],
                 np.hypot(away[..., 0], away[..., 1])]
        aside, up, far = map(filtered, moved)
        rows, columns = np.mgrid[:len(heights), :count].astype(float)
        at, last = (rows, columns), len(heights) - 1.0
        for _ in range(_ROUNDS):  # whence a point of the new skin comes
            was = at
            at = (np.clip(rows - looked_up(up, *at) / self.step, 0, last),
                  columns - looked_up(aside, *at) * (count / (2 * np.pi)))
            if max(np.abs(one - two).max() for one, two in zip(at, was, strict=True)) < _SETTLED:
                break
        return self._replace(radii=looked_up(far, *at))


def field(step: float, centres: Any, radii: Any, axis: Axis, low: float, high: float, finer: int = 1) -> Field:
    """The skin about a straight axis from a little below `low` to a little above `high` (mm).

    step, centres (n, 2), radii (n, m): levels of the limb from height 0 on, each star-shaped about its own centre.
    `finer`: 1 follows a smooth limb, 2 and 4 follow smaller bumps. BuildFailed if the axis leaves the limb.
    """
    centres, radii = np.asarray(centres, dtype=float), np.asarray(radii, dtype=float)
    _checked(step, centres, radii)
    zs = step * np.arange(len(radii))
    count = 96 * finer
    turns = np.arange(_ANGLES) * (2 * np.pi / _ANGLES)
    waves = np.fft.rfft(radii, axis=1)
    waves[:, 12 * finer + 1:] = 0  # bumps smaller than 15 mm, on a calf
    smooth = np.fft.irfft(waves, _ANGLES, axis=1) * (_ANGLES / radii.shape[1])
    away = (centres - axis.at(zs))[:, None] + smooth[..., None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    angles, far = np.unwrap(np.arctan2(away[..., 1], away[..., 0]), axis=1), np.hypot(away[..., 0], away[..., 1])
    forth = np.diff(angles, axis=1, append=angles[:, :1] + 2 * np.pi)
    if not ((forth > 0).all() and np.allclose(forth.sum(axis=1), 2 * np.pi)):
        bad = int(np.argmin(forth.min(axis=1)))
        raise BuildFailed(f"at height {zs[bad]:.0f} mm the limb's skin cannot be seen whole from the straight line through its "
                          "middle; take a shorter piece of it, or another axis")
    wanted = np.arange(count) * (2 * np.pi / count)
    told = np.array([np.interp(wanted, row, r, period=2 * np.pi) for row, r in zip(angles, far, strict=True)])
    return _upwards(zs, told, axis, low, high, finer)


def _upwards(zs: Any, told: Any, axis: Axis, low: float, high: float, finer: int) -> Field:
    """Levels as a smooth spline over the height, continued straight beyond both ends."""
    knots = max(round((zs[-1] - zs[0]) / (16.0 / finer)), 2)
    knots = min(knots, len(zs) - 4)
    inner = np.linspace(zs[0], zs[-1], knots + 1)
    full = np.concatenate([[inner[0]] * 3, inner, [inner[-1]] * 3])
    spline = make_lsq_spline(zs, told, full, k=3)
    below, above = (int(np.ceil((_MARGIN + max(each, 0.0)) / _STEP)) for each in (zs[0] - low, high - zs[-1]))
    inside = int(np.floor((zs[-1] - zs[0]) / _STEP))
    heights = zs[0] + _STEP * np.arange(-below, inside + above + 1)
    within = np.clip(heights, zs[0], zs[-1])
    found = spline(within)
    rise = np.clip(spline.derivative()(within), -_STEEP, _STEEP) * (heights - within)[:, None]
    return Field(axis, float(heights[0]), _STEP, np.maximum(found + rise, 5.0))


def middle_line(step: float, centres: Any, radii: Any) -> Axis:
    """The straight line that lies best in the middle of a limb's levels: least squares through their centres of area."""
    centres, radii = np.asarray(centres, dtype=float), np.asarray(radii, dtype=float)
    _checked(step, centres, radii)
    zs = step * np.arange(len(radii))
    turns = np.arange(radii.shape[1]) * (2 * np.pi / radii.shape[1])
    out = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    middles = centres + 2 / 3 * (radii**3 @ out) / (radii**2).sum(axis=1)[:, None]
    (dx, dy), (x, y) = np.polyfit(zs, middles, 1, w=1 / radii.mean(axis=1))
    return Axis(*(round(float(each), 6) for each in (x, y, dx, dy)))


def _checked(step: float, centres: Any, radii: Any) -> None:
    if radii.ndim != 2 or centres.shape != (len(radii), 2) or len(radii) < 8 or radii.shape[1] < 32:
        raise BuildFailed(f"a limb has at least 8 levels of 32 radii and a centre each, not {radii.shape} and {centres.shape}")
    if not (np.isfinite(step) and step > 0 and np.isfinite(centres).all() and np.isfinite(radii).all() and radii.min() > 1):
        raise BuildFailed("a limb has finite numbers, and radii of more than 1 mm")


@lru_cache(maxsize=8)
def _waves(count: int) -> Any:
    return 1j * np.arange(count // 2 + 1)


def _turned(values: Any) -> Any:
    """Derivatives by the angle."""
    waves = np.fft.rfft(values, axis=1) * _waves(values.shape[1])
    if values.shape[1] % 2 == 0:
        waves[:, -1] = 0
    return np.fft.irfft(waves, values.shape[1], axis=1)


_PAD = 6


def filtered(values: Any) -> Any:
    """What `looked_up` takes: coefficients of cubic splines, periodic along the angles, free at both ends."""
    once = spline_filter1d(values, order=3, axis=1, mode="grid-wrap")
    return spline_filter1d(once, order=3, axis=0, mode="mirror")


def looked_up(coefficients: Any, rows: Any, columns: Any) -> Any:
    """Values at places counted in rows and columns."""
    count = coefficients.shape[1]
    wide = np.concatenate([coefficients[:, -_PAD:], coefficients, coefficients[:, :_PAD]], axis=1)
    rows, columns = np.broadcast_arrays(rows, columns)
    return map_coordinates(wide, [rows, np.mod(columns, count) + _PAD], order=3, prefilter=False, mode="mirror")


@lru_cache(maxsize=64)
def through(count: int, degree: int = 3) -> tuple[Any, Any]:
    """Knots over 0 to 1 and (count, count) what takes points at even places to poles of a spline; not-a-knot at both ends."""
    places = np.linspace(0, 1, count)
    knots = np.concatenate([[0.0] * (degree + 1), places[2:-2], [1.0] * (degree + 1)])
    span = spans(knots, degree, places)
    return knots, np.linalg.inv(spread(local(knots, degree, places, span), span, count))
