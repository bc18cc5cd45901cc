"""Trimming a piece to cylinders about Z, so that it meets a turned body with whole faces (see grafting)."""

from __future__ import annotations

from collections.abc import Callable
from math import comb
from typing import Any

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common, BRepAlgoAPI_Cut
from OCP.BRepPrimAPI import BRepPrimAPI_MakeCylinder
from OCP.Geom import Geom_BSplineCurve
from OCP.Geom2d import Geom2d_BSplineCurve
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Ax2, gp_Dir, gp_Pnt, gp_Pnt2d
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array1OfPnt2d
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FACE
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedDataMapOfShapeListOfShape, TopTools_ListOfShape

from configurator.errors import BuildFailed

from .shapes import one_solid

_BUILD = BRep_Builder()
_REACH = 1000.0  # mm; longer than any piece
DEGREE = 9
CLOSE = 2e-6
"""mm; how far a polynomial may be from the curve that it takes the place of."""


def trim(solid: Any, outside: float | None, inside: float | None) -> Any:
    """What of a solid lies beyond the radius `outside` and within the radius `inside` about Z, as one solid."""
    rest = solid
    if outside is not None:
        rest = one_solid(_operation(BRepAlgoAPI_Cut(), rest, _cylinder(outside)))
    if inside is not None:
        rest = one_solid(_operation(BRepAlgoAPI_Common(), rest, _cylinder(inside)))
    simplify(rest)
    return rest


def _cylinder(radius: float) -> Any:
    # its seam lies towards -Y, and pieces do not: they are made towards +X or +Y and mirrored afterwards
    frame = gp_Ax2(gp_Pnt(0, 0, -_REACH / 2), gp_Dir(0, 0, 1), gp_Dir(0, -1, 0))
    return BRepPrimAPI_MakeCylinder(frame, radius, _REACH).Shape()


def _operation(operation: Any, solid: Any, tool: Any) -> Any:
    sides = TopTools_ListOfShape(), TopTools_ListOfShape()
    for side, shape in zip(sides, (solid, tool), strict=True):
        side.Append(shape)
    operation.SetArguments(sides[0])
    operation.SetTools(sides[1])
    operation.SetRunParallel(False)
    operation.Build()
    if not operation.IsDone():
        raise BuildFailed("the kernel could not trim a piece to its radius; let the piece cross the cylinder more steeply")
    return operation.Shape()


def simplify(solid: Any) -> None:
    """Make every spline edge one polynomial where one is close enough: in the solid itself, not in a copy.

    CAD programs integrate a face with few points along each whole edge, and are wrong by parts in 100,000 where an
    edge has knots.
    """
    sides = TopTools_IndexedDataMapOfShapeListOfShape()
    TopExp.MapShapesAndAncestors_s(solid, TopAbs_EDGE, TopAbs_FACE, sides)
    for index in range(1, sides.Extent() + 1):
        edge = TopoDS.Edge_s(sides.FindKey(index))
        if BRepAdaptor_Curve(edge).GetType() == GeomAbs_CurveType.GeomAbs_BSplineCurve:
            _replace(edge, [TopoDS.Face_s(face) for face in dict.fromkeys(sides.FindFromIndex(index))])


def _replace(edge: Any, faces: list[Any]) -> None:
    first, last = BRep_Tool.Range_s(edge)
    curve = BRep_Tool.Curve_s(edge, 0.0, 1.0)
    poles, off = _fitted(lambda t: _xyz(curve.Value(t)), first, last)
    traces = []
    for face in faces:
        trace = BRep_Tool.CurveOnSurface_s(edge, face, 0.0, 1.0)
        if trace is None or BRepAdaptor_Surface(face).GetType() == GeomAbs_SurfaceType.GeomAbs_Plane:
            continue  # in a plane the kernel needs no trace
        flat, flat_off = _fitted(_flat(trace), first, last)
        traces.append((flat, face))
        off = max(off, flat_off * (1 + abs(_greatest_radius(face))))
    if off > CLOSE:
        return
    tolerance = max(BRep_Tool.Tolerance_s(edge), off)
    _BUILD.UpdateEdge(edge, spline(poles, first, last), tolerance)
    for flat, face in traces:
        _BUILD.UpdateEdge(edge, spline2d(flat, first, last), face, tolerance)


def _flat(trace: Any) -> Callable[[float], tuple[float, float]]:
    return lambda t: _xy(trace.Value(t))


def _greatest_radius(face: Any) -> float:
    """What turns an angle of the surface's parameters into mm at most."""
    surface = BRepAdaptor_Surface(face)
    return float(surface.Cylinder().Radius()) if surface.GetType() == GeomAbs_SurfaceType.GeomAbs_Cylinder else _FAR


def _fitted(function: Callable[[float], tuple[float, ...]], first: float, last: float) -> tuple[Any, float]:
    """Bernstein poles of the polynomial through a function's values at Chebyshev points, and how far it is off."""
    values = np.array([function(float(first + t * (last - first))) for t in np.r_[_NODES, _BETWEEN]])
    poles = _INVERSE @ values[:len(_NODES)]
    return poles, float(np.abs(bernstein(DEGREE, _BETWEEN) @ poles - values[len(_NODES):]).max())


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


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.X(), point.Y(), point.Z()


def _xy(point: Any) -> tuple[float, float]:
    return point.X(), point.Y()


NODES = _NODES = (1 - np.cos(np.pi * np.arange(DEGREE + 1) / DEGREE)) / 2
_BETWEEN = np.linspace(0.02, 0.98, 23)
_INVERSE = np.linalg.inv(bernstein(DEGREE, _NODES))
_FAR = 100.0
