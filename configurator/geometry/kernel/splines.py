"""B-splines with knots, many points at a time: curves and sheets as plain numbers, and as the kernel's own.

Knots are written out, each as often as it counts; poles of a sheet are (u, v, 3). Nothing here is rational or periodic.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from OCP.Geom import Geom_BSplineCurve, Geom_BSplineSurface
from OCP.gp import gp_Pnt
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array2OfPnt
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal

from .outlines import bernstein


def clamped(places: Any, degree: int = 3) -> Any:
    """Knots of a spline that begins and ends at the first and last of `places` (n,) and has simple knots at the others."""
    return np.concatenate([[places[0]] * degree, places, [places[-1]] * degree])


def spans(knots: Any, degree: int, ts: Any) -> Any:
    """(n,) which knot each parameter follows; the last parameter belongs to the last span."""
    return np.clip(np.searchsorted(knots, ts, side="right") - 1, degree, len(knots) - degree - 2)


def local(knots: Any, degree: int, ts: Any, span: Any) -> Any:
    """(n, degree + 1) the basis functions that are not 0 at each parameter (de Boor 1978)."""
    found = np.zeros((len(ts), degree + 1))
    found[:, 0] = 1.0
    for j in range(1, degree + 1):
        saved = np.zeros(len(ts))
        for r in range(j):
            above, below = knots[span + r + 1] - ts, ts - knots[span + 1 - j + r]
            share = found[:, r] / (above + below)
            found[:, r] = saved + above * share
            saved = below * share
        found[:, j] = saved
    return found


def slopes(knots: Any, degree: int, ts: Any, span: Any) -> Any:
    """(n, degree + 1) derivatives of the same."""
    lower = local(knots, degree - 1, ts, span)
    width = np.stack([knots[span + r + 1] - knots[span + 1 - degree + r] for r in range(degree)], axis=1)
    lower = degree * lower / width
    return np.concatenate([np.zeros((len(ts), 1)), lower], axis=1) - np.concatenate([lower, np.zeros((len(ts), 1))], axis=1)


def spread(values: Any, span: Any, count: int) -> Any:
    """(n, count) rows of a matrix that takes poles to points, from what is not 0 of them."""
    full = np.zeros((len(span), count))
    degree = values.shape[1] - 1
    full[np.arange(len(span))[:, None], span[:, None] - degree + np.arange(degree + 1)] = values
    return full


def bent(knots: Any, poles: Any) -> Any:
    """(n - 2, axes) poles of the second derivative of a curve: it stays within their hull."""
    for _ in range(2):
        degree = len(knots) - len(poles) - 1
        width = knots[degree + 1:-1] - knots[1:-degree - 1]
        poles = degree * np.diff(poles, axis=0) / np.maximum(width, 1e-300)[:, None]
        knots = knots[1:-1]
    return poles


class SplineCurve(NamedTuple):
    """A curve: poles (n, axes) and all knots."""

    poles: Any
    knots: Any

    @property
    def degree(self) -> int:
        """Of its polynomials."""
        return len(self.knots) - len(self.poles) - 1

    @property
    def breaks(self) -> Any:
        """(k,) its distinct knots."""
        return np.unique(self.knots[self.degree:-self.degree])

    def at(self, ts: Any) -> Any:
        """(n, axes) points."""
        span = spans(self.knots, self.degree, ts)
        return spread(local(self.knots, self.degree, ts, span), span, len(self.poles)) @ self.poles

    def ways(self, ts: Any) -> Any:
        """(n, axes) derivatives."""
        span = spans(self.knots, self.degree, ts)
        return spread(slopes(self.knots, self.degree, ts, span), span, len(self.poles)) @ self.poles

    def polynomials(self) -> tuple[Any, Any]:
        """(k, degree + 1, axes) poles of each polynomial, and (k + 1,) the knots between them."""
        breaks, degree = self.breaks, self.degree
        ts, inverse = _nodes(degree)
        places = breaks[:-1, None] + np.diff(breaks)[:, None] * ts
        span = np.repeat(spans(self.knots, degree, (breaks[1:] + breaks[:-1]) / 2), len(ts))
        values = spread(local(self.knots, degree, places.reshape(-1), span), span, len(self.poles)) @ self.poles
        return inverse @ values.reshape(len(breaks) - 1, degree + 1, -1), breaks

    def made(self) -> Any:
        """The kernel's own curve in space."""
        array = TColgp_Array1OfPnt(1, len(self.poles))
        for index, pole in enumerate(self.poles.tolist(), 1):
            array.SetValue(index, gp_Pnt(*pole))
        return Geom_BSplineCurve(array, *_counted(self.knots), self.degree)


class Sheet(NamedTuple):
    """A surface: poles (u, v, 3) and all knots of both directions."""

    poles: Any
    us: Any
    vs: Any

    @property
    def degrees(self) -> tuple[int, int]:
        """Along u and v."""
        return len(self.us) - len(self.poles) - 1, len(self.vs) - self.poles.shape[1] - 1

    @property
    def breaks(self) -> tuple[Any, Any]:
        """Distinct knots of both."""
        p, q = self.degrees
        return np.unique(self.us[p:-p]), np.unique(self.vs[q:-q])

    def at(self, places: Any, around: Any = None) -> Any:
        """(n, 3) points at parameters (n, 2)."""
        found, = self._summed(places, ((False, False),), around)
        return found

    def frames(self, places: Any, around: Any = None) -> tuple[Any, Any, Any]:
        """Points (n, 3) at parameters (n, 2), and derivatives by u and by v. `around` (n, 2): parameters in whose polynomials
        they are evaluated; without it their own."""
        points, along, across = self._summed(places, ((False, False), (True, False), (False, True)), around)
        return points, along, across

    def _summed(self, places: Any, wanted: tuple[tuple[bool, bool], ...], around: Any) -> tuple[Any, ...]:
        p, q = self.degrees
        around = places if around is None else around
        i, j = spans(self.us, p, around[:, 0]), spans(self.vs, q, around[:, 1])
        rows = self.poles.reshape(-1, 3)[((i[:, None] - p + np.arange(p + 1))[:, :, None] * self.poles.shape[1]
                                         + (j[:, None] - q + np.arange(q + 1))[:, None, :])]  # (n, p + 1, q + 1, 3)
        us, vs = [local(self.us, p, places[:, 0], i)], [local(self.vs, q, places[:, 1], j)]
        if len(wanted) > 1:
            us.append(slopes(self.us, p, places[:, 0], i))
            vs.append(slopes(self.vs, q, places[:, 1], j))
        flat = rows.reshape(len(places), p + 1, -1)
        along = [(each[:, None] @ flat).reshape(len(places), q + 1, 3) for each in us]
        return tuple((vs[v][:, None] @ along[u])[:, 0] for u, v in wanted)

    def grid(self, us: Any, vs: Any) -> tuple[Any, Any, Any]:
        """(n, m, 3) points at us (n,) by vs (m,), and derivatives by u and by v."""
        p, q = self.degrees
        i, j = spans(self.us, p, us), spans(self.vs, q, vs)
        rows, rises = (spread(each(self.us, p, us, i), i, len(self.poles)) for each in (local, slopes))
        columns, slants = (spread(each(self.vs, q, vs, j), j, self.poles.shape[1]) for each in (local, slopes))
        points, forth, aside = (np.einsum("va,uak->uvk", across, np.tensordot(along, self.poles, (1, 0)), optimize=True)
                                for along, across in ((rows, columns), (rises, columns), (rows, slants)))
        return points, forth, aside

    def along_u(self, v: float) -> SplineCurve:
        """The curve at v."""
        at, q = np.array([v]), self.degrees[1]
        span = spans(self.vs, q, at)
        return SplineCurve((spread(local(self.vs, q, at, span), span, self.poles.shape[1]) @ self.poles)[:, 0], self.us)

    def along_v(self, u: float) -> SplineCurve:
        """The curve at u."""
        at, p = np.array([u]), self.degrees[0]
        span = spans(self.us, p, at)
        return SplineCurve(np.tensordot(spread(local(self.us, p, at, span), span, len(self.poles)), self.poles, (1, 0))[0],
                           self.vs)

    def part(self, low: float, high: float) -> Sheet:
        """The same sheet between two values of v only."""
        knots, taken = _part(self.vs, self.degrees[1], low, high)
        return Sheet(np.einsum("vw,uwk->uvk", taken, self.poles), self.us, knots)

    def made(self) -> Any:
        """The kernel's own surface."""
        array = TColgp_Array2OfPnt(1, self.poles.shape[0], 1, self.poles.shape[1])
        for row, poles in enumerate(self.poles.tolist(), 1):
            for column, pole in enumerate(poles, 1):
                array.SetValue(row, column, gp_Pnt(*pole))
        (us, u_counts), (vs, v_counts) = _counted(self.us), _counted(self.vs)
        return Geom_BSplineSurface(array, us, vs, u_counts, v_counts, *self.degrees)


def _part(knots: Any, degree: int, first: float, last: float) -> tuple[Any, Any]:
    """Knots of a spline between two parameters, and what takes its poles to those of that part."""
    breaks = np.unique(knots)
    inner = breaks[(breaks > first + 1e-9) & (breaks < last - 1e-9)]
    fewer = np.concatenate([[first] * (degree + 1), inner, [last] * (degree + 1)])
    count = len(fewer) - degree - 1
    places = np.array([fewer[i + 1:i + degree + 1].mean() for i in range(count)])
    own, whole = spans(fewer, degree, places), spans(knots, degree, places)
    return fewer, np.linalg.solve(spread(local(fewer, degree, places, own), own, count),
                                  spread(local(knots, degree, places, whole), whole, len(knots) - degree - 1))


def _counted(knots: Any) -> tuple[Any, Any]:
    """Distinct knots and how often each counts, as the kernel wants them."""
    values, counts = np.unique(knots, return_counts=True)
    made, often = TColStd_Array1OfReal(1, len(values)), TColStd_Array1OfInteger(1, len(values))
    for index, (value, count) in enumerate(zip(values.tolist(), counts.tolist(), strict=True), 1):
        made.SetValue(index, value)
        often.SetValue(index, count)
    return made, often


@lru_cache(maxsize=32)
def _nodes(degree: int) -> tuple[Any, Any]:
    """(degree + 1,) shares of a span, and what takes points there to Bernstein poles."""
    ts = (1 - np.cos(np.pi * (np.arange(degree + 1) + 0.5) / (degree + 1))) / 2
    return ts, np.linalg.inv(bernstein(degree, ts))
