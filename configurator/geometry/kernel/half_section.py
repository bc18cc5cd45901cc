"""The meridian of a solid: its turned faces as curves, and how far from the axis all its other faces reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, floor, hypot, pi, sin, tan
from typing import Any

from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.gp import gp_Pnt, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED

from configurator.geometry.answers import FaceRow
from configurator.geometry.meridians import Curve, Meridian

from .polylines import Edge, Vector, cross, dot, minus, xyz
from .reaches import Reaches
from .shapes import sub_shapes
from .survey import survey

_AXES = {
    GeomAbs_SurfaceType.GeomAbs_Cylinder: lambda surface: surface.Cylinder().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Cone: lambda surface: surface.Cone().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Torus: lambda surface: surface.Torus().Axis(),
    GeomAbs_SurfaceType.GeomAbs_Sphere: lambda surface: surface.Sphere().Position().Axis(),
}
_STRAIGHT = (GeomAbs_SurfaceType.GeomAbs_Cylinder, GeomAbs_SurfaceType.GeomAbs_Cone)
_SAME = 1e-9  # mm, and sine of an angle


def half_section(solid: Any, rows: Sequence[FaceRow]) -> Meridian | None:
    """About the axis that most area is turned about; None if nothing is turned. `rows`: what `face_rows` gave."""
    found = survey(solid)
    surfaces = [BRepAdaptor_Surface(face, False) for face in found.faces]
    axes = [_axis(surface) for surface in surfaces]
    areas: dict[tuple[Vector, Vector], float] = {}
    for axis, row in zip(axes, rows, strict=True):
        if axis is not None:
            areas[axis] = areas.get(axis, 0.0) + row.area
    if not areas:
        return None
    place, along = best = max(areas, key=lambda axis: (areas[axis], axis))
    curves, reaches = list[Curve](), Reaches(found, place, along)
    for face, surface, axis, plan in zip(found.faces, surfaces, axes, found.plans, strict=True):
        keys = plan.keys if plan is not None else [found.known.FindIndex(edge) for edge in sub_shapes(face, TopAbs_EDGE)]
        if axis == best:
            pieces = list(_curves(face, surface, [found.edges[key - 1] for key in keys], place, along))
            if pieces:
                curves += pieces
                continue
        reaches.add(face, surface, plan, keys)
    return Meridian(place, along, tuple(dict.fromkeys(curves)), reaches.blurs())


def _axis(surface: Any) -> tuple[Vector, Vector] | None:
    """Of a turned surface: the point nearest to the origin and the direction, rounded, so that equal axes are equal."""
    of = _AXES.get(surface.GetType())
    if of is None:
        return None
    axis = of(surface)
    place, along = xyz(axis.Location()), xyz(axis.Direction())
    if next(each for each in along[::-1] if abs(each) > _SAME) < 0:
        along = -along[0], -along[1], -along[2]
    far = dot(place, along)
    return (tuple(round(p - far * a, 8) + 0.0 for p, a in zip(place, along, strict=True)),  # type: ignore[return-value]
            tuple(round(a, 12) + 0.0 for a in along))


def _curves(face: Any, surface: Any, edges: list[Edge], place: Vector, along: Vector) -> Iterator[Curve]:
    """Pieces of the meridian of a face turned about the axis; none if it is not clear how far it goes along the axis."""
    kind = surface.GetType()
    bounded = BRepAdaptor_Surface(face)
    first, last, turn = bounded.FirstVParameter(), bounded.LastVParameter(), bounded.FirstUParameter()
    even = all(_is_even(edge, place, along) for edge in edges)
    flipped = face.Orientation() == TopAbs_REVERSED
    if kind in _STRAIGHT:
        shape = surface.Cylinder() if kind == GeomAbs_SurfaceType.GeomAbs_Cylinder else surface.Cone()
        start, slope = shape.Radius() if kind == GeomAbs_SurfaceType.GeomAbs_Cylinder else shape.RefRadius(), 0.0
        if kind == GeomAbs_SurfaceType.GeomAbs_Cone:
            slope = tan(shape.SemiAngle()) * (1 if dot(xyz(shape.Axis().Direction()), along) > 0 else -1)
            start -= slope * dot(minus(xyz(shape.Location()), place), along)
        points = [xyz(bounded.Value(turn, v)) for v in (first, last)] if even else _points(edges)
        heights = [dot(minus(point, place), along) for point in points]
        low, high = min(heights), max(heights)
        if min(start + slope * low, start + slope * high) > -_SAME and high > low:
            yield Curve(low, high, _is_within(bounded, turn, (first + last) / 2, flipped, place, along), start, slope)
        return
    shape, major, minor = ((surface.Torus(), surface.Torus().MajorRadius(), surface.Torus().MinorRadius())
                           if kind == GeomAbs_SurfaceType.GeomAbs_Torus else
                           (surface.Sphere(), 0.0, surface.Sphere().Radius()))
    if not even or (major and major <= minor):
        return
    middle = dot(minus(xyz(shape.Location()), place), along)
    quarters = [(n + 0.5) * pi for n in range(ceil(first / pi - 0.5), floor(last / pi - 0.5) + 1)]
    ends = [first, *(each for each in quarters if first + _SAME < each < last - _SAME), last]
    for one, two in pairwise(ends):
        low, high = sorted(dot(minus(xyz(bounded.Value(turn, v)), place), along) for v in (one, two))
        yield Curve(low, high, _is_within(bounded, turn, (one + two) / 2, flipped, place, along), major, 0.0, middle,
                    minor if cos((one + two) / 2) > 0 else -minor)


def _is_within(surface: Any, u: float, v: float, flipped: bool, place: Vector, along: Vector) -> bool:
    """Whether the outward normal leads away from the axis."""
    point, one, two = gp_Pnt(), gp_Vec(), gp_Vec()
    surface.D1(u, v, point, one, two)
    away = minus(xyz(point), place)
    height = dot(away, along)
    radial = [a - height * b for a, b in zip(away, along, strict=True)]
    return (dot(cross(xyz(one), xyz(two)), radial) > 0) != flipped


def _is_even(edge: Edge, place: Vector, along: Vector) -> bool:
    """Whether an edge of a turned face is a line or arc along its meridian, or part of a circle about the axis."""
    if edge.degenerate or edge.straight:
        return True
    if edge.arc is None:
        return False
    centre, normal = minus(edge.arc[0], place), cross(edge.arc[1], edge.arc[2])
    if hypot(*cross(normal, along)) < _SAME:
        return hypot(*cross(centre, along)) < 10 * _SAME
    return abs(dot(normal, along)) < _SAME and abs(dot(centre, normal)) < 10 * _SAME


def _points(edges: list[Edge]) -> Iterator[Vector]:
    """Points on edges: how far they go at least."""
    for edge in edges:
        if not edge.degenerate:
            yield from edge.ends
        if edge.bend is not None:
            yield edge.middle()
        if edge.arc is not None:
            centre, x, y, radius, first, last = edge.arc
            for share in range(1, 16):
                t = first + (last - first) * share / 16
                yield tuple(centre[i] + radius * (cos(t) * x[i] + sin(t) * y[i]) for i in range(3))  # type: ignore[misc]
