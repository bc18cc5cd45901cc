"""Rows of the table of faces: what each surface is, where it is and how large; read in bulk."""

from __future__ import annotations

from typing import Any

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED

from configurator.geometry.answers import FaceRow
from configurator.product.measured import Point

from .polylines import dot, minus, xyz
from .records import Kind, Surface, records_in_place
from .shapes import sub_shapes
from .survey import Survey

LENGTH, WAY = 9, 12
"""Decimal places of lengths (mm) and degrees, and of parts of a direction."""
_NAMES = {Kind.PLANE: "plane", Kind.CYLINDER: "cylinder", Kind.CONE: "cone", Kind.SPHERE: "sphere", Kind.TORUS: "torus",
          Kind.PATCH: "bspline", Kind.SHEET: "bspline"}
_OTHERS = {
    GeomAbs_SurfaceType.GeomAbs_BezierSurface: "bezier", GeomAbs_SurfaceType.GeomAbs_BSplineSurface: "bspline",
    GeomAbs_SurfaceType.GeomAbs_SurfaceOfRevolution: "revolution",
    GeomAbs_SurfaceType.GeomAbs_SurfaceOfExtrusion: "extrusion",
}


def without_areas(found: Survey) -> list[FaceRow]:
    """A row for each face of a solid, in their order; only the areas, which are measured apart, are 0."""
    known, faces = records_in_place(found.solid), found.faces
    if known is None:
        surfaces, forward = [_surface(face) for face in faces], [face.Orientation() != TopAbs_REVERSED for face in faces]
    else:
        surfaces = [known.surfaces[each.on - 1] for each in known.faces]
        surfaces = [_surface(face) if each.kind == Kind.OTHER else each for face, each in zip(faces, surfaces, strict=True)]
        forward = [each.forward for each in known.faces]
    alike: dict[int, list[int]] = {}
    for index, surface in enumerate(surfaces):
        alike.setdefault(surface.kind, []).append(index)
    rows: dict[int, FaceRow] = {}
    for kind, indices in alike.items():
        if kind in (Kind.OTHER, Kind.PATCH, Kind.SHEET):
            rows |= {i: FaceRow(_NAMES.get(kind) or _other(faces[i]), 0.0) for i in indices}
            continue
        numbers = np.array([surfaces[i].numbers for i in indices])
        frames, sizes = numbers[:, :12].reshape(-1, 4, 3), numbers[:, 12:]
        outward = np.where([forward[i] for i in indices], 1.0, -1.0)
        rows |= zip(indices, _elementary(kind, frames, sizes, outward), strict=True)
        if kind == Kind.CONE:
            rows |= {i: _widening(rows[i], _corners(found, i)) for i in indices}
    return [rows[index] for index in range(len(faces))]


def _elementary(kind: int, frames: Any, sizes: Any, outward: Any) -> list[FaceRow]:
    """Rows of faces on surfaces of one kind: frames (m, 4, 3) of origin, axis, X and Y; sizes (m, 0, 1 or 2)."""
    name, places, axes = _NAMES[kind], frames[:, 0], frames[:, 1]
    if kind == Kind.PLANE:
        normals = np.cross(frames[:, 2], frames[:, 3]) * outward[:, None]
        feet = normals * (places * normals).sum(axis=1)[:, None]
        return [FaceRow(name, 0.0, None, *each) for each in zip(triples(feet), triples(normals, WAY), strict=True)]
    diameters = rounded(2 * sizes)
    if kind == Kind.SPHERE:
        return [FaceRow(name, 0.0, row[0], centre) for row, centre in zip(diameters, triples(places), strict=True)]
    if kind == Kind.TORUS:
        return [FaceRow(name, 0.0, tube, centre, way, ring_diameter=ring)
                for (ring, tube), centre, way in zip(diameters, triples(places), positive(axes), strict=True)]
    feet = triples(nearest(places, axes))
    if kind == Kind.CYLINDER:
        return [FaceRow(name, 0.0, row[0], *axis) for row, axis in zip(diameters, zip(feet, positive(axes), strict=True),
                                                                       strict=True)]
    tips = places - axes * (sizes[:, 0] / np.tan(sizes[:, 1]))[:, None]
    ways = triples(axes * np.sign(sizes[:, 1:]), WAY)
    angles = rounded(np.degrees(np.abs(sizes[:, 1])))
    return [FaceRow(name, 0.0, None, *each) for each in zip(feet, ways, angles, triples(tips), strict=True)]


def _widening(row: FaceRow, corners: list[Point]) -> FaceRow:
    """The row of a face of a cone, directed to where its corners are: a surface has two cones, on either side of its tip."""
    if row.direction and row.apex and sum(dot(minus(each, row.apex), row.direction) for each in corners) < 0:
        x, y, z = row.direction
        return row._replace(direction=(0.0 - x, 0.0 - y, 0.0 - z))
    return row


def _corners(found: Survey, index: int) -> list[Point]:
    plan = found.plans[index]
    keys = map(found.known.FindIndex, sub_shapes(found.faces[index], TopAbs_EDGE)) if plan is None else plan.keys
    return [end for key in keys for end in found.edges[key - 1].ends if not found.edges[key - 1].degenerate]


def nearest(places: Any, ways: Any) -> Any:
    """(m, 3) points nearest to the origin on lines through points along unit vectors, (m, 3) each."""
    return places - ways * (places * ways).sum(axis=1)[:, None]


def positive(ways: Any) -> list[Point]:
    """Directions (m, 3), turned round where the first number that is not 0 would be negative."""
    found = np.round(ways, WAY)
    first = np.take_along_axis(found, (found != 0).argmax(axis=1)[:, None], axis=1)
    return triples(np.where(first < 0, -found, found), WAY)


def triples(values: Any, places: int = LENGTH) -> list[Point]:
    """Rows of (m, 3)."""
    return list(map(tuple, rounded(values, places)))


def rounded(values: Any, places: int = LENGTH) -> Any:
    """As lists, without -0.0."""
    return (np.round(values, places) + 0.0).tolist()


def _surface(face: Any) -> Surface:
    """As the kernel tells it, face by face."""
    surface = BRepAdaptor_Surface(face, False)
    kind, sizes = surface.GetType(), tuple[float, ...]()
    if kind == GeomAbs_SurfaceType.GeomAbs_Plane:
        number, shape = Kind.PLANE, surface.Plane()
    elif kind == GeomAbs_SurfaceType.GeomAbs_Cylinder:
        number, shape = Kind.CYLINDER, surface.Cylinder()
        sizes = (shape.Radius(),)
    elif kind == GeomAbs_SurfaceType.GeomAbs_Cone:
        number, shape = Kind.CONE, surface.Cone()
        sizes = (shape.RefRadius(), shape.SemiAngle())
    elif kind == GeomAbs_SurfaceType.GeomAbs_Sphere:
        number, shape = Kind.SPHERE, surface.Sphere()
        sizes = (shape.Radius(),)
    elif kind == GeomAbs_SurfaceType.GeomAbs_Torus:
        number, shape = Kind.TORUS, surface.Torus()
        sizes = (shape.MajorRadius(), shape.MinorRadius())
    else:
        return Surface(Kind.OTHER)
    at = shape.Position()
    return Surface(number, (*xyz(at.Location()), *xyz(at.Direction()), *xyz(at.XDirection()), *xyz(at.YDirection()), *sizes))


def _other(face: Any) -> str:
    return _OTHERS.get(BRepAdaptor_Surface(face, False).GetType(), "other")
