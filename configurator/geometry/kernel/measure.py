"""A solid in numbers: mass properties, exact box, table of faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, product
from math import ceil, floor, hypot, pi
from typing import Any

import numpy as np
from OCP.Bnd import Bnd_Box
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve2d, BRepAdaptor_Surface
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepGProp import BRepGProp
from OCP.GeomAbs import GeomAbs_CurveType, GeomAbs_SurfaceType
from OCP.gp import gp_Pnt, gp_Vec
from OCP.GProp import GProp_GProps
from OCP.TopAbs import TopAbs_EDGE, TopAbs_VERTEX
from OCP.TopoDS import TopoDS
from scipy.optimize import minimize_scalar

from configurator.geometry.answers import FaceRow
from configurator.product.measured import Measured, Point

from .face_rows import without_areas
from .flats import Flat
from .moments import by_kernel, moments
from .polylines import Edge, dot
from .records import records_in_place
from .shapes import sub_shapes
from .sheet_box import reach
from .sheets import Bent
from .survey import survey
from .walls import Wall
from .walls import areas as wall_areas

_AXES: dict[Any, Callable[[Any], Any]] = {
    GeomAbs_SurfaceType.GeomAbs_Cylinder: lambda surface: surface.Cylinder().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Cone: lambda surface: surface.Cone().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Torus: lambda surface: surface.Torus().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Sphere: lambda surface: surface.Sphere().Position().Axis(),
    GeomAbs_SurfaceType.GeomAbs_SurfaceOfRevolution: lambda surface: surface.AxeOfRevolution(),
}
_ARCS = (GeomAbs_SurfaceType.GeomAbs_Torus, GeomAbs_SurfaceType.GeomAbs_Sphere)
_FROM_EDGES = (GeomAbs_SurfaceType.GeomAbs_Plane, GeomAbs_SurfaceType.GeomAbs_Cylinder, GeomAbs_SurfaceType.GeomAbs_Cone)
_GAUSS_5 = ((0.5, 0.28444444444444444), (0.23076534494715845, 0.23931433524968324),
            (0.7692346550528415, 0.23931433524968324), (0.046910077030668004, 0.11846344252809454),
            (0.953089922969332, 0.11846344252809454))
_GAUSS_3 = ((0.5, 4 / 9), (0.1127016653792583, 5 / 18), (0.8872983346207417, 5 / 18))


def measured(solid: Any) -> tuple[Measured, tuple[FaceRow, ...]]:
    """Mass properties and exact box of a solid in its own frame, mm; and its faces in the order of STEP."""
    volume, centre, areas = _whole(solid)
    low, high = box(solid)
    rows = _rows(solid, areas)
    return Measured(volume, sum(row.area for row in rows), centre, low, high, len(rows), len(survey(solid).edges)), rows


def _whole(solid: Any) -> tuple[float, Point, list[float] | None]:
    """Volume, centre of mass and areas of the faces, 0 for those that are integrated elsewhere; None if the kernel did it."""
    known = records_in_place(solid)
    faces = survey(solid).faces
    volume, first, areas = by_kernel(faces) if known is None else moments(known, faces)
    x, y, z = (first / (volume or 1.0)).tolist()
    return volume, (x, y, z), None if known is None else areas.tolist()


def box(solid: Any) -> tuple[Point, Point]:
    """Exact bounding box, mm.

    Planes, cylinders and cones reach no further than their edges, walls no further than the two edges that they are ruled
    between, and edges no further than their ends unless they are bent. A face or edge whose poles already lie inside is not
    looked at closely: most of them do.
    """
    _, faces, known, edges, plans = survey(solid)
    corners = [_triple(BRep_Tool.Pnt_s(TopoDS.Vertex_s(vertex))) for vertex in sub_shapes(solid, TopAbs_VERTEX)]
    exact = [pick(corner[i] for corner in corners) for pick in (min, max) for i in range(3)]
    unclear, bent = set[int](), list[tuple[int, Any]]()
    for key, edge in enumerate(edges, 1):
        if edge.arc is not None:
            outline = Bnd_Box()
            BRepBndLib.Add_s(TopoDS.Edge_s(known.FindKey(key)), outline, False)
            outline.SetGap(0.0)
            exact = _both(exact, outline.Get())
        elif edge.spline is not None:
            bent.append((key, edge.spline.poles))
        elif edge.other is not None:
            unclear.add(key)
    bent += [(key, edge.bend.poles) for key, edge in enumerate(edges, 1) if edge.bend is not None]
    if bent:
        counts = [len(poles) for _, poles in bent]
        every, starts = np.concatenate([poles for _, poles in bent]), np.cumsum([0, *counts[:-1]])
        beyond = (np.minimum.reduceat(every, starts) < exact[:3]) | (np.maximum.reduceat(every, starts) > exact[3:])
        unclear |= {bent[i][0] for i in np.flatnonzero(beyond.any(axis=1))}
    rough, sheets = _unclear_faces(faces, plans, known, unclear)
    rough.sort(key=lambda pair: -sum(pair[0][i + 3] - pair[0][i] for i in range(3)))
    for outer, face in rough:
        if not (all(outer[i] >= exact[i] for i in range(3)) and all(outer[i] <= exact[i] for i in range(3, 6))):
            exact = _both(exact, _turned_box(BRepAdaptor_Surface(face)) or _optimal_box(face))
    for each in sheets:
        exact = reach(each, exact)
    tidy = [round(value, 6) + 0.0 for value in exact]  # the kernel adds its own tolerance of 1e-7
    return (tidy[0], tidy[1], tidy[2]), (tidy[3], tidy[4], tidy[5])


def _unclear_faces(faces: list[Any], plans: list[Any], known: Any, unclear: set[int]) -> tuple[list[Any], list[Bent]]:
    """Faces that may reach further than their edges, each with a rough box; and those that are sheets."""
    rough, sheets = list[Any](), list[Bent]()
    for face, plan in zip(faces, plans, strict=True):
        if isinstance(plan, (Flat, Wall)):
            if unclear.isdisjoint(plan.keys):
                continue
        elif BRepAdaptor_Surface(face, False).GetType() in _FROM_EDGES and (
                not unclear or unclear.isdisjoint(map(known.FindIndex, sub_shapes(face, TopAbs_EDGE)))):
            continue
        if isinstance(plan, Bent):
            sheets.append(plan)
            continue
        outline = Bnd_Box()
        BRepBndLib.Add_s(face, outline, False)
        rough.append((outline.Get(), face))
    return rough, sheets


def _both(one: Sequence[float], two: Sequence[float]) -> list[float]:
    return [*map(min, one[:3], two[:3]), *map(max, one[3:], two[3:])]


def _optimal_box(face: Any) -> Sequence[float]:
    close = Bnd_Box()
    BRepBndLib.AddOptimal_s(face, close, False, False)
    close.SetGap(0.0)
    return tuple(close.Get())


def _turned_box(surface: Any) -> Sequence[float] | None:
    """Box of a full turn about an axis parallel to X, Y or Z, from its meridian; None for any other face.

    The kernel's own search for it takes 20 ms a face.
    """
    axis_of = _AXES.get(surface.GetType())
    if axis_of is None or surface.LastUParameter() - surface.FirstUParameter() < 2 * pi - 1e-9:
        return None
    axis = axis_of(surface)
    along, place = _triple(axis.Direction()), _triple(axis.Location())
    main = next((i for i in range(3) if abs(abs(along[i]) - 1) < 1e-12), None)
    if main is None:
        return None
    sides = [i for i in range(3) if i != main]

    def reach(v: float) -> float:
        point = _triple(surface.Value(0.0, v))
        return hypot(*(point[i] - place[i] for i in sides))

    span = (surface.FirstVParameter(), surface.LastVParameter())
    greatest = _greatest_of_arc if surface.GetType() in _ARCS else _greatest
    radius = greatest(reach, *span)
    low, high = (-greatest(lambda v: -_triple(surface.Value(0.0, v))[main], *span),
                 greatest(lambda v: _triple(surface.Value(0.0, v))[main], *span))
    return (*(low if i == main else place[i] - radius for i in range(3)),
            *(high if i == main else place[i] + radius for i in range(3)))


def _greatest_of_arc(measure: Callable[[float], float], first: float, last: float) -> float:
    """The same along a circular arc whose parameter begins across the axis or along it: at an end or a quarter."""
    quarters = (i * pi / 2 for i in range(ceil(first / (pi / 2)), floor(last / (pi / 2)) + 1))
    return max(map(measure, (first, last, *quarters)))


def _greatest(measure: Callable[[float], float], first: float, last: float) -> float:
    """Greatest value over an interval of a smooth function with few bends."""
    step = (last - first) / 24
    best = max((first + i * step for i in range(25)), key=measure)
    inside = minimize_scalar(lambda v: -measure(v), bounds=(max(best - step, first), min(best + step, last)),
                             method="bounded", options={"xatol": 1e-9})
    return max(measure(best), -float(inside.fun))


def _triple(point: Any) -> Point:
    return point.X(), point.Y(), point.Z()


def face_rows(solid: Any) -> tuple[FaceRow, ...]:
    """Type, area, place and sizes of each face, in the order in which STEP lists them."""
    return _rows(solid, _whole(solid)[2])


def _rows(solid: Any, areas: list[float] | None) -> tuple[FaceRow, ...]:
    rows, found = list[FaceRow](), survey(solid)
    _, faces, _, edges, plans = found
    of_walls = iter(wall_areas([plan for plan in plans if isinstance(plan, Wall)]))
    for index, (face, plan, row) in enumerate(zip(faces, plans, without_areas(found), strict=True)):
        known = areas[index] if areas else 0.0
        if isinstance(plan, Wall) and (ruled := next(of_walls)) is not None:
            known = ruled
        elif not known and isinstance(plan, Flat) and not any(edges[key - 1].other for key in plan.keys):
            known = _flat_area(plan, edges)
        rows.append(row._replace(area=known or _area(face, row.kind)))
    return tuple(rows)


def _flat_area(plan: Flat, edges: list[Edge]) -> float:
    """mm2, by Green's theorem, exactly: the loops run with the face on their left."""
    total = [0.0, 0.0, 0.0]
    for loop in plan.loops:
        for key, forward in loop:
            swept = edges[key - 1].swept
            for i in range(3):
                total[i] += swept[i] if forward else -swept[i]
    return abs(dot(total, plan.axes[2]))


def _area(face: Any, kind: str) -> float:
    """mm2. The kernel takes 20 ms for a spline face and is off by 5e-4; a whole patch is integrated here instead."""
    if kind == "bspline" and _is_whole_patch(face):
        return _patch_area(BRepAdaptor_Surface(face, False).BSpline())
    found = GProp_GProps()
    BRepGProp.SurfaceProperties_s(face, found)
    return float(found.Mass())


def _is_whole_patch(face: Any) -> bool:
    edges = sub_shapes(face, TopAbs_EDGE)
    return len(edges) == 4 and all(
        BRepAdaptor_Curve2d(TopoDS.Edge_s(edge), face).GetType() == GeomAbs_CurveType.GeomAbs_Line for edge in edges)


def _patch_area(surface: Any) -> float:
    """Gauss-Legendre over each knot span, 5 by 3 points."""
    point, along, across = gp_Pnt(), gp_Vec(), gp_Vec()
    us, vs = ([knots(i) for i in range(1, count + 1)] for knots, count in
              ((surface.UKnot, surface.NbUKnots()), (surface.VKnot, surface.NbVKnots())))
    total = 0.0
    for (u0, u1), (v0, v1) in product(pairwise(us), pairwise(vs)):
        for (x, wx), (y, wy) in product(_GAUSS_5, _GAUSS_3):
            surface.D1(u0 + x * (u1 - u0), v0 + y * (v1 - v0), point, along, across)
            total += wx * wy * (u1 - u0) * (v1 - v0) * along.Crossed(across).Magnitude()
    return total
