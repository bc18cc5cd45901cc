"""Curves as single polynomials of degree 9: CAD programs integrate a face along its edges with few points each, and are
wrong by parts in 100,000 where an edge has knots."""

from __future__ import annotations

from math import comb
from typing import Any

import numpy as np
from OCP.Geom import Geom_BSplineCurve
from OCP.Geom2d import Geom2d_BSplineCurve
from OCP.gp import gp_Pnt, gp_Pnt2d
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array1OfPnt2d
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal

DEGREE = 9
CLOSE = 2e-6
"""mm; how far a polynomial may be from the curve that it takes the place of."""


def fitted(values: Any) -> tuple[Any, float]:
    """Bernstein poles of the polynomial through (n, d) values at STATIONS, and how far it is off."""
    poles = _INVERSE @ values[:len(_NODES)]
    return poles, float(np.abs(_TEST @ poles - values[len(_NODES):]).max())


def polynomial(points: Any) -> Any:
    """Poles of the polynomial through (DEGREE + 1, d) points at NODES."""
    return _INVERSE @ points


def spline(poles: Any, first: float = 0.0, last: float = 1.0) -> Any:
    """One polynomial as a curve in space over first to last; poles (n, 3)."""
    array = TColgp_Array1OfPnt(1, len(poles))
    for index, pole in enumerate(poles.tolist(), 1):
        array.SetValue(index, gp_Pnt(*pole))
    return Geom_BSplineCurve(array, *_knots(first, last, len(poles)), len(poles) - 1)


def spline2d(poles: Any, first: float = 0.0, last: float = 1.0) -> Any:
    """One polynomial as a curve in a surface's parameters; poles (n, 2)."""
    array = TColgp_Array1OfPnt2d(1, len(poles))
    for index, pole in enumerate(poles.tolist(), 1):
        array.SetValue(index, gp_Pnt2d(*pole))
    return Geom2d_BSplineCurve(array, *_knots(first, last, len(poles)), len(poles) - 1)


def _knots(first: float, last: float, count: int) -> tuple[Any, Any]:
    knots, counts = TColStd_Array1OfReal(1, 2), TColStd_Array1OfInteger(1, 2)
    for index, knot in enumerate((first, last), 1):
        knots.SetValue(index, knot)
        counts.SetValue(index, count)
    return knots, counts


def bernstein(degree: int, t: Any) -> Any:
    """(len(t), degree + 1) Bernstein polynomials."""
    return np.column_stack([comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)])


NODES = _NODES = (1 - np.cos(np.pi * np.arange(DEGREE + 1) / DEGREE)) / 2
_BETWEEN = np.linspace(0.02, 0.98, 23)
STATIONS = np.r_[_NODES, _BETWEEN]
"""Where a curve is looked at, 0 to 1: at NODES the polynomial goes through it, at the others it is compared."""
_INVERSE = np.linalg.inv(bernstein(DEGREE, _NODES))
_TEST = bernstein(DEGREE, _BETWEEN)
