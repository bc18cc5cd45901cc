"""Triangles of a solid, read out of the kernel as arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepMesh import BRepMesh_IncrementalMesh
from OCP.BRepTools import BRepTools
from OCP.IMeshTools import IMeshTools_Parameters
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED
from OCP.TopExp import TopExp
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedMapOfShape

from configurator.errors import BuildFailed
from configurator.geometry.answers import Mesh

from .shapes import faces_of, sub_shapes
from .triangulation import face_meshes

ANGLE = 0.07
"""rad between neighbouring facets: keeps the volume of rings and tubes within 0.1 % whatever their size."""
VOLUME = 1e-3
"""Relative; how far the volume of the triangles may be from the solid's."""
_SHORTEST = 0.08  # mm; letters a millimetre high need no facet shorter than the chord error allows


def mesh(solid: Any, volume: float, area: float, deflection: float) -> Mesh:
    """Triangles with a chord error of at most `deflection` mm, and a volume within 0.1 % of `volume` mm3.

    A thin wall needs more than the chord error asks for: what the chords cut off is about their error times the area.
    The kernel keeps what it meshed in the shape and would hand it out again; it is taken out afterwards.
    """
    chord, angle, shortest = min(deflection, 0.0035 * volume / area), ANGLE, _SHORTEST
    for _ in range(8):
        found = _meshed(solid, chord, angle, shortest)
        off = abs(found.volume - volume) / volume
        if off <= VOLUME:
            return replace(found, deflection=deflection)
        finer = min(max(0.7 * VOLUME / off, 0.2), 0.8)
        chord, angle, shortest = chord * finer, angle * finer**0.5, shortest * finer**0.5
    raise BuildFailed(f"its triangles enclose {found.volume:.4f} mm3, the solid {volume:.4f} mm3")


def _meshed(solid: Any, deflection: float, angle: float, shortest: float) -> Mesh:
    parameters = IMeshTools_Parameters()
    parameters.Deflection, parameters.Angle = deflection, angle
    parameters.MinSize = shortest
    parameters.InParallel = False
    BRepTools.Clean_s(solid)
    try:
        BRepMesh_IncrementalMesh(solid, parameters)
        return _read(solid, deflection)
    finally:
        BRepTools.Clean_s(solid)


def _read(solid: Any, deflection: float) -> Mesh:
    faces = faces_of(solid)
    vertices, normals, triangles, owners, lines = [], [], [], [], []
    known, drawn, start = TopTools_IndexedMapOfShape(), set[int](), 0
    TopExp.MapShapes_s(solid, TopAbs_EDGE, known)
    for index, (face, found) in enumerate(zip(faces, face_meshes(solid, faces), strict=True)):
        nodes, bends = _placed(found.nodes, found.normals, face)
        corners = found.triangles[:, ::-1] if face.Orientation() == TopAbs_REVERSED else found.triangles
        vertices.append(nodes)
        normals.append(bends)
        triangles.append(corners + start)
        owners.append(np.full(len(corners), index, dtype=np.int32))
        lines += _edges(face, nodes, known, drawn)
        start += len(nodes)
    points, every = np.concatenate(vertices), np.concatenate(triangles).astype(np.int32)
    starts = np.cumsum([0, *map(len, lines)]).astype(np.int32)
    return Mesh(points, _outward(points, np.concatenate(normals), every), every, np.concatenate(owners),
                np.concatenate([np.zeros((0, 3)), *lines]), starts, deflection)


def _placed(nodes: Any, normals: Any, face: Any) -> tuple[Any, Any]:
    """Points and normals of a face in the solid's frame."""
    if face.Location().IsIdentity():
        return nodes, normals
    matrix = face.Location().Transformation()
    rows = np.array([[matrix.Value(row, column) for column in range(1, 5)] for row in range(1, 4)])
    return nodes @ rows[:, :3].T + rows[:, 3], normals @ rows[:, :3].T


def _edges(face: Any, nodes: Any, known: Any, drawn: set[int]) -> list[Any]:
    """Polylines of the face's edges that no earlier face has given; seams and degenerate edges are no CAD edges."""
    lines, place = [], TopLoc_Location()
    found = BRep_Tool.Triangulation_s(face, place)
    for shape in sub_shapes(face, TopAbs_EDGE):
        edge, key = TopoDS.Edge_s(shape), known.FindIndex(shape)
        if key in drawn or BRep_Tool.Degenerated_s(edge) or BRep_Tool.IsClosed_s(edge, face):
            continue
        polygon = BRep_Tool.PolygonOnTriangulation_s(edge, found, place)
        if polygon is None:
            continue
        drawn.add(key)
        lines.append(nodes[[polygon.Node(i) - 1 for i in range(1, polygon.NbNodes() + 1)]])
    return lines


def _outward(vertices: Any, normals: Any, triangles: Any) -> Any:
    """Unit normals on the side that the triangles face."""
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    facet = np.cross(b - a, c - a)
    sums = np.column_stack([np.bincount(triangles.reshape(-1), np.repeat(facet[:, axis], 3), len(vertices))
                            for axis in range(3)])
    signs = np.where(np.einsum("ij,ij->i", sums, normals) < 0, -1.0, 1.0)
    lengths = np.linalg.norm(normals, axis=1)
    fallback = sums / np.maximum(np.linalg.norm(sums, axis=1), 1e-300)[:, None]
    return np.where((lengths > 0.5)[:, None], normals * signs[:, None] / np.maximum(lengths, 1e-300)[:, None], fallback)


