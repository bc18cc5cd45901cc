"""Outlines of letters as few curves: a face a curve, so fewer curves are faster in everything that follows.

Fonts draw a round letter with dozens of short arcs that join smoothly. Between corners they are followed by single
polynomials of degree 5, tangent to each other, off by at most ACCURACY cap heights (0.8 um for letters of 2 mm).
Single polynomials, not splines: CAD programs integrate a face along its edges with few points each, and are wrong by
more than a part in a thousand where an edge has knots.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import comb
from typing import Any

import numpy as np
from scipy.interpolate import BSpline

from configurator.standards.fonts import Contour, Segment, point_on

ACCURACY = 4e-4
_SAMPLES = 16
LONGEST = 0.65
"""Cap heights; longer pieces of high letters in small rings would leave the cylinder too far."""
_LEAST_LEG = 0.1  # of the length; a curve with a shorter end turns sharply there
_HOPELESS = 40  # times ACCURACY; so far off at first, no curve has come near yet
_HOOK = 0.03  # cap heights
_CORNER = np.cos(np.radians(3))  # joins that turn more are corners; fonts on whole units are off by less


@dataclass(frozen=True)
class Form:
    """A space of splines over 0 to 1: degree, distinct knots, multiplicity of the inner ones (ends are clamped)."""

    degree: int
    knots: Any
    """(k,)."""
    inner: int
    stations: Any
    """(n,) Greville parameters: a spline of the space is fixed by its points there."""
    inverse: Any
    """(n, n): takes the points at the stations to poles."""

    @staticmethod
    def of(degree: int, knots: Any, inner: int) -> Form:
        """The space with its interpolation solved once."""
        full = _full(degree, knots, inner)
        count = len(full) - degree - 1
        stations = np.array([full[i + 1:i + degree + 1].mean() for i in range(count)])
        if len(knots) == 2:  # one polynomial: Chebyshev points keep interpolation calm
            stations = (1 - np.cos(np.pi * np.arange(count) / degree)) / 2
        return Form(degree, knots, inner, stations, np.linalg.inv(_basis(degree, full, stations)))

    def reversed(self) -> Form:
        """The same space run through the other way."""
        return Form(self.degree, 1.0 - self.knots[::-1], self.inner, 1.0 - self.stations[::-1],
                    np.ascontiguousarray(self.inverse[::-1, ::-1]))


@dataclass(frozen=True)
class Curve:
    """A spline in the plane, and the space of splines that it is followed in once it is wrapped onto a cylinder."""

    form: Form
    poles: Any
    """(n, 2)."""
    wrap: Form
    basis: Any
    """(m, n): takes the poles to the points at the stations of `wrap`."""

    def points(self) -> Any:
        """(m, 2) points at the stations of `wrap`."""
        return self.basis @ self.poles

    def moved(self, matrix: Any, offset: Any) -> Curve:
        """The curve under an affine map of the plane."""
        return Curve(self.form, self.poles @ matrix.T + offset, self.wrap, self.basis)

    def reversed(self) -> Curve:
        """The same curve run through the other way."""
        return Curve(self.form.reversed(), self.poles[::-1], self.wrap.reversed(),
                     np.ascontiguousarray(self.basis[::-1, ::-1]))


def _full(degree: int, knots: Any, inner: int) -> Any:
    return np.r_[[knots[0]] * (degree + 1), np.repeat(knots[1:-1], inner), [knots[-1]] * (degree + 1)]


def _basis(degree: int, full: Any, stations: Any) -> Any:
    """(m, n) values of the basis splines; the last station may be the very end."""
    matrix = BSpline.design_matrix(np.clip(stations, full[0], np.nextafter(full[-1], full[0])), full, degree).toarray()
    matrix[stations >= full[-1]] = np.eye(matrix.shape[1])[-1]
    return matrix


def smoothed(contour: Contour, longest: float = LONGEST) -> list[Curve]:
    """A closed contour as curves from corner to corner, in its own direction; none is longer than `longest`."""
    start = contour[0][0]
    key = tuple(tuple((round(x - start[0], 9), round(y - start[1], 9)) for x, y in segment) for segment in contour)
    return [curve.moved(np.eye(2), np.array(start)) for curve in _smoothed(key, longest)]


@lru_cache(maxsize=4096)
def _smoothed(contour: Contour, longest: float) -> tuple[Curve, ...]:
    ends = [_direction(segment, 1.0) for segment in contour]
    starts = [_direction(segment, 0.0) for segment in contour]
    straight = [len(segment) == 2 for segment in contour]
    corners = [i for i in range(len(contour))
               if straight[i] or straight[i - 1] or np.dot(ends[i - 1], starts[i]) < _CORNER]
    if len(corners) < 2:  # round: two halves, since an edge that closes on itself is trouble everywhere
        first = corners[0] if corners else 0
        corners = sorted({first, (first + len(contour) // 2) % len(contour)})
    found: list[Curve] = []
    for here, there in zip(corners, [*corners[1:], corners[0] + len(contour)], strict=True):
        chain = [contour[i % len(contour)] for i in range(here, there)]
        found += [_line(chain[0])] if straight[here % len(contour)] else _followed(chain, longest)
    return tuple(found)


def _direction(segment: Segment, t: float) -> Any:
    # a control point on top of its end gives no direction; look a little inside
    a, b = (point_on(segment, x) for x in ((0.0, 1e-3) if t == 0 else (1 - 1e-3, 1.0)))
    along = np.subtract(b, a)
    return along / np.hypot(*along)


_ENDS = np.array([0.0, 1.0])
STRAIGHT = Form.of(1, _ENDS, 1)
_BENT = Form.of(5, _ENDS, 1)
_ROUND = Form.of(9, _ENDS, 1)
_ALONG_LINE = {form.degree: _basis(1, _full(1, _ENDS, 1), form.stations) for form in (STRAIGHT, _BENT)}


def _line(segment: Segment) -> Curve:
    # upright lines stay straight on a cylinder about the axis they are parallel to; others bend with it
    wrap = STRAIGHT if abs(segment[0][0] - segment[1][0]) < 1e-9 else _BENT
    return Curve(STRAIGHT, np.array(segment), wrap, _ALONG_LINE[wrap.degree])


def _followed(chain: list[Segment], longest: float, corners: tuple[bool, bool] = (True, True)) -> list[Curve]:
    """A smooth chain as polynomials, halved until each is close enough; a single arc of the font stays as it is.

    `corners`: whether it begins and ends at a corner. There a hook smaller than ACCURACY is passed over: it would run
    back along its neighbour, and the kernel would find the two to cross. One that is an arc of its own, shorter than
    _HOOK, becomes a line, off by at most a twentieth of its length.
    """
    if len(chain) == 1 and _has_legs(np.array(chain[0])):
        return [_single(np.array(chain[0]))]
    dense = np.concatenate([*(_samples(len(segment)) @ segment for segment in chain), [chain[-1][-1]]])
    start, end = _direction(chain[0], 0.0), _direction(chain[-1], 1.0)
    poles, off = _fitted(dense, start, end)
    if not _has_legs(poles):
        poles, off = _fitted(dense, _secant(dense) if corners[0] else start, -_secant(dense[::-1]) if corners[1] else end)
        off = off if _has_legs(poles) else np.inf
    lengths = np.cumsum([np.hypot(*np.subtract(segment[-1], segment[0])) for segment in chain])
    if off <= ACCURACY and lengths[-1] <= longest:
        return [_single(poles)]
    if len(chain) == 1:
        return [_line((chain[0][0], chain[0][-1])) if lengths[0] < _HOOK else _single(np.array(chain[0]))]
    middle = 1 + int(np.argmin(np.abs(lengths[:-1] - lengths[-1] / 2)))
    return (_followed(chain[:middle], longest, (corners[0], False))
            + _followed(chain[middle:], longest, (False, corners[1])))


@cache
def _samples(count: int) -> Any:
    """(_SAMPLES, count) takes the poles of a segment to even points on it, but for the last."""
    return bernstein(count - 1, np.arange(_SAMPLES) / _SAMPLES)


def _has_legs(poles: Any) -> bool:
    legs = np.hypot(*np.diff(poles, axis=0).T)
    return bool(min(legs[0], legs[-1]) > _LEAST_LEG * legs.sum())


def _secant(dense: Any) -> Any:
    """Direction from the first point to the first one that is not close to it."""
    away = np.hypot(*(dense - dense[0]).T)
    far = int(np.argmax(away > min(_HOOK, away.max() / 2)))
    return (dense[far] - dense[0]) / away[far]


def _fitted(dense: Any, start: Any, end: Any) -> tuple[Any, float]:
    """Poles of the quintic from the first to the last point with these tangents, and how far it is off."""
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(dense, axis=0).T))]
    t, total = along / along[-1], along[-1]
    poles, off = dense, float(np.inf)
    for _ in range(4):
        weights = bernstein(5, t)
        fixed = np.outer(weights[:, 0] + weights[:, 1], dense[0]) + np.outer(weights[:, 4] + weights[:, 5], dense[-1])
        # unknown: how long the two end legs are, and the two poles in the middle
        matrix = np.zeros((2 * len(t), 6))
        for axis in range(2):
            rows = slice(axis, None, 2)
            matrix[rows, 0], matrix[rows, 1] = weights[:, 1] * start[axis], -weights[:, 4] * end[axis]
            matrix[rows, 2 + axis], matrix[rows, 4 + axis] = weights[:, 2], weights[:, 3]
        found = np.linalg.lstsq(matrix, (dense - fixed).reshape(-1), rcond=None)[0]
        poles = np.array([dense[0], dense[0] + found[0] * start, found[2:4], found[4:6], dense[-1] - found[1] * end,
                          dense[-1]])
        gap = dense - weights @ poles
        slope = 5 * bernstein(4, t) @ np.diff(poles, axis=0)
        off = float(np.hypot(*gap.T).max())
        if off > _HOPELESS * ACCURACY:
            break
        if found[0] <= 0 or found[1] <= 0:  # the ends would run backwards
            return poles, np.inf
        # move each parameter to the nearest point of the curve, and fit again
        t = np.clip(t + np.einsum("ij,ij->i", gap, slope) / np.maximum((slope**2).sum(axis=1), 1e-12 * total), 0, 1)
        t[0], t[-1] = 0.0, 1.0
    return poles, off


def bernstein(degree: int, t: Any) -> Any:
    """(n, degree + 1) values of the Bernstein polynomials at (n,) parameters."""
    shares, powers = _binomials(degree)
    return shares * np.asarray(t)[:, None] ** powers * (1 - np.asarray(t)[:, None]) ** powers[::-1]


@cache
def _binomials(degree: int) -> tuple[Any, Any]:
    return np.array([float(comb(degree, k)) for k in range(degree + 1)]), np.arange(degree + 1)


def _single(poles: Any) -> Curve:
    """A Bezier curve; wrapped, degree 9 follows it to 1e-7 mm."""
    form, basis = _single_form(len(poles) - 1)
    return Curve(form, poles, _ROUND, basis)


@lru_cache(maxsize=16)
def _single_form(degree: int) -> tuple[Form, Any]:
    return Form.of(degree, _ENDS, 1), bernstein(degree, _ROUND.stations)
