"""Outlines of letters as few smooth curves: a face a curve, so fewer curves are faster in everything that follows.

Fonts draw a round letter with dozens of short arcs. Between corners they join smoothly; each such stretch becomes one
cubic spline. Off by at most ACCURACY cap heights from the font, which is 0.4 um for letters of 2 mm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from scipy.interpolate import BSpline

from configurator.standards.fonts import Contour, Segment, point_on

ACCURACY = 2e-4
_CORNER = np.cos(np.radians(6))  # joins that turn more than this many degrees are corners
_SAMPLES = 24


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


def smoothed(contour: Contour) -> list[Curve]:
    """A closed contour as curves from corner to corner, in its own direction."""
    start = contour[0][0]
    key = tuple(tuple((round(x - start[0], 9), round(y - start[1], 9)) for x, y in segment) for segment in contour)
    return [curve.moved(np.eye(2), np.array(start)) for curve in _smoothed(key)]


@lru_cache(maxsize=4096)
def _smoothed(contour: Contour) -> tuple[Curve, ...]:
    ends = [_direction(segment, 1.0) for segment in contour]
    starts = [_direction(segment, 0.0) for segment in contour]
    corners = [i for i in range(len(contour)) if np.dot(ends[i - 1], starts[i]) < _CORNER]
    if len(corners) < 2:  # round: two halves, since an edge that closes on itself is trouble everywhere
        first = corners[0] if corners else 0
        corners = sorted({first, (first + len(contour) // 2) % len(contour)})
    found: list[Curve] = []
    for here, there in zip(corners, [*corners[1:], corners[0] + len(contour)], strict=True):
        chain = [contour[i % len(contour)] for i in range(here, there)]
        straight = all(len(segment) == 2 for segment in chain)
        found += [_line(segment) for segment in chain] if straight else [_fitted(chain)]
    return tuple(found)


def _direction(segment: Segment, t: float) -> Any:
    # a control point on top of its end gives no direction; look a little inside
    a, b = (point_on(segment, x) for x in ((0.0, 1e-3) if t == 0 else (1 - 1e-3, 1.0)))
    along = np.subtract(b, a)
    return along / np.hypot(*along)


_ENDS = np.array([0.0, 1.0])
STRAIGHT = Form.of(1, _ENDS, 1)
_BENT = Form.of(5, _ENDS, 1)


def _line(segment: Segment) -> Curve:
    # upright lines stay straight on a cylinder about the axis they are parallel to; others bend with it
    wrap = STRAIGHT if abs(segment[0][0] - segment[1][0]) < 1e-9 else _BENT
    return Curve(STRAIGHT, np.array(segment), wrap, _basis(1, _full(1, _ENDS, 1), wrap.stations))


def _fitted(chain: list[Segment]) -> Curve:
    dense = np.array([point_on(segment, i / _SAMPLES) for segment in chain for i in range(_SAMPLES)] + [chain[-1][-1]])
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(dense, axis=0).T))]
    along /= along[-1]
    spans = 2
    while True:
        form = Form.of(3, np.linspace(0, 1, spans + 1), 1)
        full = _full(3, form.knots, 1)
        targets = np.column_stack([np.interp(form.stations, along, dense[:, axis]) for axis in range(2)])
        poles = form.inverse @ targets
        off = np.hypot(*(_basis(3, full, along) @ poles - dense).T).max()
        if off <= ACCURACY or spans >= 96:
            # Degree 4 with two-fold knots follows a cubic around a cylinder to 1e-6 mm, as smooth as the cubic.
            wrap = Form.of(4, form.knots, 2)
            return Curve(form, poles, wrap, _basis(3, full, wrap.stations))
        spans += max(1, spans // 4)
