"""Trimming a piece to cylinders about Z, so that it meets a turned body with whole faces (see grafting)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common, BRepAlgoAPI_Cut
from OCP.BRepPrimAPI import BRepPrimAPI_MakeCylinder
from OCP.Geom import Geom_BSplineCurve, Geom_Plane
from OCP.Geom2d import Geom2d_BSplineCurve
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Ax2, gp_Dir, gp_Pnt
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FACE
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedDataMapOfShapeListOfShape, TopTools_ListOfShape

from configurator.errors import BuildFailed

from .cutting import cut
from .polynomials import CLOSE, STATIONS, fitted, spline, spline2d
from .shapes import one_solid

_BUILD = BRep_Builder()
_REACH = 1000.0  # mm; longer than any piece
_FAR = 100.0


def trim(solid: Any, outside: float | None, inside: float | None) -> Any:
    """What of a solid lies beyond the radius `outside` and within the radius `inside` about Z, as one solid."""
    rest = solid
    if outside is not None:
        rest = cut(rest, outside, outside=True) or one_solid(_operation(BRepAlgoAPI_Cut(), rest, _cylinder(outside)))
    if inside is not None:
        rest = cut(rest, inside, outside=False) or one_solid(_operation(BRepAlgoAPI_Common(), rest, _cylinder(inside)))
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
    known = [(BRep_Tool.CurveOnSurface_s(edge, face, 0.0, 1.0), face) for face in faces
             if not isinstance(BRep_Tool.Surface_s(face), Geom_Plane)]  # in a plane the kernel needs no trace
    known = [each for each in known if each[0] is not None]
    if not any(_has_knots(each) for each in (curve, *(trace for trace, _ in known))):
        return
    poles, off = _fitted(lambda t: _xyz(curve.Value(t)), first, last)
    traces = []
    for trace, face in known:
        flat, flat_off = _fitted(_flat(trace), first, last)
        traces.append((flat, face))
        off = max(off, flat_off * (1 + abs(_greatest_radius(face))))
    if off > CLOSE:
        return
    tolerance = max(BRep_Tool.Tolerance_s(edge), off)
    _BUILD.UpdateEdge(edge, spline(poles, first, last), tolerance)
    for flat, face in traces:
        _BUILD.UpdateEdge(edge, spline2d(flat, first, last), face, tolerance)


def _has_knots(curve: Any) -> bool:
    return isinstance(curve, (Geom_BSplineCurve, Geom2d_BSplineCurve)) and curve.NbKnots() > 2


def _flat(trace: Any) -> Callable[[float], tuple[float, float]]:
    return lambda t: _xy(trace.Value(t))


def _greatest_radius(face: Any) -> float:
    """What turns an angle of the surface's parameters into mm at most."""
    surface = BRepAdaptor_Surface(face)
    return float(surface.Cylinder().Radius()) if surface.GetType() == GeomAbs_SurfaceType.GeomAbs_Cylinder else _FAR


def _fitted(function: Callable[[float], tuple[float, ...]], first: float, last: float) -> tuple[Any, float]:
    """Bernstein poles of the polynomial through a function's values at Chebyshev points, and how far it is off."""
    return fitted(np.array([function(float(first + t * (last - first))) for t in STATIONS]))


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.X(), point.Y(), point.Z()


def _xy(point: Any) -> tuple[float, float]:
    return point.X(), point.Y()
