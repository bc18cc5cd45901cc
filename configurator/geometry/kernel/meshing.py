"""Triangles of a solid, read out of the kernel as arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepMesh import BRepMesh_IncrementalMesh
from OCP.BRepTools import BRepTools
from OCP.IMeshTools import IMeshTools_Parameters
from OCP.Poly import Poly_Connect
from OCP.StdPrs import StdPrs_ToolTriangulatedShape
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED
from OCP.TopExp import TopExp
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedMapOfShape

from configurator.errors import BuildFailed
from configurator.geometry.answers import Mesh

from .shapes import faces_of, sub_shapes

ANGLE = 0.07
"""rad between neighbouring facets: keeps the volume of rings and tubes within 0.1 % whatever their size."""
VOLUME = 1e-3
"""Relative; how far the volume of the triangles may be from the solid's."""
_SHORTEST = 0.05  # mm; letters a millimetre high need no facet shorter than the chord error allows


def mesh(solid: Any, volume: float, area: float, deflection: float) -> Mesh:
    """Triangles with a chord error of at most `deflection` mm, and a volume within 0.1 % of `volume` mm3.

    A thin wall needs more than the chord error asks for: what the chords cut off is about their error times the area.
    The kernel keeps what it meshed in the shape and would hand it out again; it is taken out afterwards.
    """
    chord = min(deflection, 0.004 * volume / area)
    for _ in range(5):
        found = _meshed(solid, chord, ANGLE)
        off = abs(found.volume - volume) / volume
        if off <= VOLUME:
            return replace(found, deflection=deflection)
        chord *= min(max(0.8 * VOLUME / off, 0.2), 0.7)
    raise BuildFailed(f"its triangles enclose {found.volume:.4f} mm3, the solid {volume:.4f} mm3")


def _meshed(solid: Any, deflection: float, angle: float) -> Mesh:
    parameters = IMeshTools_Parameters()
    parameters.Deflection, parameters.Angle = deflection, angle
    parameters.MinSize = _SHORTEST
    parameters.InParallel = False
    BRepTools.Clean_s(solid)
    try:
        BRepMesh_IncrementalMesh(solid, parameters)
        return _read(solid, deflection)
    finally:
        BRepTools.Clean_s(solid)


def _read(solid: Any, deflection: float) -> Mesh:
    vertices: list[tuple[float, float, float]] = []
    normals: list[tuple[float, float, float]] = []
    triangles: list[tuple[int, int, int]] = []
    owners: list[int] = []
    lines: list[list[tuple[float, float, float]]] = []
    drawn: set[int] = set()
    known = TopTools_IndexedMapOfShape()
    TopExp.MapShapes_s(solid, TopAbs_EDGE, known)
    for index, face in enumerate(faces_of(solid)):
        place = TopLoc_Location()
        found = BRep_Tool.Triangulation_s(face, place)
        if found is None:
            raise BuildFailed(f"face {index + 1} could not be meshed")
        StdPrs_ToolTriangulatedShape.ComputeNormals_s(face, found, Poly_Connect(found))
        matrix = place.Transformation()
        start, flip = len(vertices), face.Orientation() == TopAbs_REVERSED
        moved = not place.IsIdentity()
        for number in range(1, found.NbNodes() + 1):
            point, normal = found.Node(number), found.Normal(number)
            if moved:
                point, normal = point.Transformed(matrix), normal.Transformed(matrix)
            vertices.append((point.X(), point.Y(), point.Z()))
            normals.append((normal.X(), normal.Y(), normal.Z()))
        for number in range(1, found.NbTriangles() + 1):
            a, b, c = found.Triangle(number).Get()
            triangles.append((start + a - 1, start + (c if flip else b) - 1, start + (b if flip else c) - 1))
        owners += [index] * found.NbTriangles()
        lines += _edges(face, found, place, vertices, start, known, drawn)
    points = np.array([point for line in lines for point in line], dtype=np.float64).reshape(-1, 3)
    starts = np.cumsum([0, *map(len, lines)]).astype(np.int32)
    corners, faces = np.array(vertices), np.array(triangles, dtype=np.int32)
    return Mesh(corners, _outward(corners, np.array(normals), faces), faces, np.array(owners, dtype=np.int32), points, starts, deflection)


def _edges(face: Any, found: Any, place: Any, vertices: list[Any], start: int, known: Any,
           drawn: set[int]) -> list[list[Any]]:
    """Polylines of the face's edges that no earlier face has given; seams and degenerate edges are no CAD edges."""
    lines = []
    for shape in sub_shapes(face, TopAbs_EDGE):
        edge = TopoDS.Edge_s(shape)
        if BRep_Tool.Degenerated_s(edge) or BRep_Tool.IsClosed_s(edge, face):
            continue
        key = known.FindIndex(edge)
        polygon = BRep_Tool.PolygonOnTriangulation_s(edge, found, place)
        if polygon is None or key in drawn:
            continue
        drawn.add(key)
        lines.append([vertices[start + polygon.Node(i) - 1] for i in range(1, polygon.NbNodes() + 1)])
    return lines


def _outward(vertices: Any, normals: Any, triangles: Any) -> Any:
    """Unit normals on the side that the triangles face."""
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    facet = np.cross(b - a, c - a)
    sums = np.zeros_like(normals)
    for corner in range(3):
        np.add.at(sums, triangles[:, corner], facet)
    signs = np.where(np.einsum("ij,ij->i", sums, normals) < 0, -1.0, 1.0)
    lengths = np.linalg.norm(normals, axis=1)
    fallback = sums / np.maximum(np.linalg.norm(sums, axis=1), 1e-300)[:, None]
    return np.where((lengths > 0.5)[:, None], normals * signs[:, None] / np.maximum(lengths, 1e-300)[:, None], fallback)


