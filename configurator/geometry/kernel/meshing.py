"""Triangles of a solid, read out of the kernel as arrays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil, pi
from typing import Any

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepMesh import BRepMesh_IncrementalMesh
from OCP.BRepTools import BRepTools
from OCP.IMeshTools import IMeshTools_Parameters
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Compound

from configurator.errors import BuildFailed
from configurator.geometry.answers import Mesh

from .edge_rows import edge_rows
from .flats import Flat, small
from .plans import Plan
from .polylines import ANGLE, BOTH_WAYS, Edge, Fineness, cut
from .shapes import sub_shapes
from .strips import crossed
from .survey import survey
from .sweeping import Tilings
from .triangulation import FaceMesh, face_meshes
from .walls import Wall, meshes

VOLUME = 1e-3
"""Relative; how far the volume of the triangles may be from the solid's."""
_SHORTEST = 0.08  # mm; letters a millimetre high need no facet shorter than the chord error allows

_AT_ONCE: tuple[tuple[type, Callable[[list[Any], dict[int, Any]], list[FaceMesh | None]]], ...] = (
    (Wall, meshes), (Flat, small))


def mesh(solid: Any, volume: float, area: float, deflection: float) -> Mesh:
    """Triangles with a chord error of at most `deflection` mm, and a volume within 0.1 % of `volume` mm3.

    A thin wall needs more than the chord error asks for: what the chords cut off is about their error times the area.
    The kernel keeps what it meshed in the shape and would hand it out again; it is taken out afterwards.
    """
    surveyed = survey(solid)
    _, faces, known, edges, plans = surveyed
    rows, plans = edge_rows(surveyed), plans.copy()  # before the kernel leaves its triangles in the solid
    # Arcs that are no whole turns lose as much as their chords cut off; a first guess that mostly needs no second.
    turned = all(each is not None and each.even and all(edges[key - 1].arc is None or edges[key - 1].whole for key in each.keys)
                 for each in plans)
    bent = any(each is not None and each.bent for each in plans)
    chord = deflection if turned else min(deflection, (0.0035 if bent else 0.02) * volume / area)
    fineness, shortest = Fineness(chord, ANGLE), _SHORTEST
    for _ in range(8):
        found, drawn = _meshed(faces, fineness, shortest, plans, known, edges)
        off = abs(found.volume - volume) / volume
        if off <= VOLUME:
            return replace(found, deflection=deflection, edges=tuple(row for key in drawn if (row := rows[key - 1])))
        finer = min(max(0.7 * VOLUME / off, 0.2), 0.8)
        if turned and None not in plans:
            fineness = _finer_rows(fineness, off, bent)
        else:
            fineness = Fineness(fineness.chord * finer, fineness.angle * finer**0.5)
        shortest *= finer**0.5
    raise BuildFailed(f"its triangles enclose {found.volume:.4f} mm3, the solid {volume:.4f} mm3")


def _finer_rows(fineness: Fineness, off: float, bent: bool) -> Fineness:
    """For whole turns only: circles lose angle^2 / 6 of every section, the rest of what is `off` lies along the meridians.

    Where flat flanks meet round bores, the bores alone are cut short, and that is more of what is left between them.
    """
    angle = 0.05  # 0.04 %
    if fineness.angle <= angle or not bent:  # tried before, or nothing else to try
        angle = fineness.angle * max((0.7 * VOLUME / off) ** 0.5, 0.4)
    rest = max(off - fineness.angle**2 / 6, 0.0)
    return Fineness(fineness.chord, angle, fineness.rows * min(max((0.42 * VOLUME / max(rest, 1e-9))**0.5, 0.1), 0.8))


def _meshed(faces: list[Any], fineness: Fineness, shortest: float, plans: list[Plan | None],
            known: Any, edges: list[Edge]) -> tuple[Mesh, list[int]]:
    """Faces that lie between two lines are cut directly, the others by the kernel; they share the points of their edges.

    The numbers of the edges that are drawn come with the mesh, in the order of its polylines.
    A plan that does not work out is struck from `plans`.
    """
    while True:
        rest = [index for index, each in enumerate(plans) if each is None]
        lines = _Lines(known, edges, plans, fineness)
        found: list[Any] = [None] * len(faces)
        if rest:
            for index, made in zip(rest, _by_kernel([faces[i] for i in rest], fineness, shortest, lines), strict=True):
                found[index] = made
        points, tilings = lines.cut(), Tilings()
        for kind, at_once in _AT_ONCE:
            chosen = [index for index, each in enumerate(plans) if isinstance(each, kind)]
            for index, made in zip(chosen, at_once([plans[i] for i in chosen], points), strict=True):
                found[index] = made
        for index, each in enumerate(plans):
            if each is not None and found[index] is None:
                found[index] = each.mesh(points, fineness, lines.around, tilings)
                if found[index] is None:
                    plans[index] = None
        if all(each is not None for each in found):
            drawn = lines.drawn()
            return _joined(found, list(drawn.values()), fineness.chord), list(drawn)


class _Lines:
    """Points along the edges of a solid by their number: as the kernel cut them, else as strips want them."""

    def __init__(self, known: Any, edges: list[Edge], plans: list[Plan | None], fineness: Fineness) -> None:
        self._fineness, self._known, self._edges = fineness, known, edges
        self._share = BOTH_WAYS if any(each is not None and each.bent for each in plans) else 1.0
        self._used = dict.fromkeys(key for each in plans if each is not None for key in each.keys)
        radii = (edge.arc[3] for key in self._used if (edge := edges[key - 1]).whole and edge.arc is not None)
        # All whole circles alike: then every section of a turned part loses the same share of its area.
        self.around = 4 * ceil(pi / 2 / fineness.step(max(radii, default=1.0), self._share, fineness.angle))
        self._found: dict[int, Any] = {}
        self._no_edges = set[int]()

    def cut(self) -> dict[int, Any]:
        """Points along all edges of the faces that have a plan, and of those that the kernel has cut."""
        missing = [key for key in self._used if key not in self._found]
        self._found |= cut(self._edges, missing, self._fineness, self.around, self._share)
        return self._found

    def add(self, face: Any, nodes: Any) -> None:
        """Points of a face's edges that no earlier face has given, from the kernel's triangulation."""
        place = TopLoc_Location()
        found = BRep_Tool.Triangulation_s(face, place)
        for shape in sub_shapes(face, TopAbs_EDGE):
            edge, key = TopoDS.Edge_s(shape), self._known.FindIndex(shape)
            if key in self._found or BRep_Tool.Degenerated_s(edge):
                continue
            if BRep_Tool.IsClosed_s(edge, face):
                self._no_edges.add(key)
            polygon = BRep_Tool.PolygonOnTriangulation_s(edge, found, place)
            if polygon is not None:
                self._found[key] = nodes[[polygon.Node(i) - 1 for i in range(1, polygon.NbNodes() + 1)]]

    def drawn(self) -> dict[int, Any]:
        """Polylines of the CAD edges, by their numbers; seams and degenerate edges are none."""
        return {key: self._found[key] for key in sorted(self._found.keys() - self._no_edges)}


def _by_kernel(faces: list[Any], fineness: Fineness, shortest: float, lines: _Lines) -> list[Any]:
    parameters = IMeshTools_Parameters()
    parameters.Deflection, parameters.Angle = fineness.chord, 3 * fineness.angle  # as edges that are no circles
    parameters.MinSize = shortest
    parameters.InParallel = False
    group = TopoDS_Compound()
    BRep_Builder().MakeCompound(group)
    for face in faces:
        BRep_Builder().Add(group, face)
    BRepTools.Clean_s(group)
    made = []
    try:
        BRepMesh_IncrementalMesh(group, parameters)
        for face, found in zip(faces, face_meshes(group, faces), strict=True):
            nodes, bends = _placed(found.nodes, found.normals, face)
            corners = found.triangles[:, ::-1] if face.Orientation() == TopAbs_REVERSED else found.triangles
            lines.add(face, nodes)
            made.append(FaceMesh(nodes, bends, corners))
    finally:
        BRepTools.Clean_s(group)
    return made


def _joined(found: list[Any], lines: list[Any], deflection: float) -> Mesh:
    sizes = [len(each.nodes) for each in found]
    begins = np.cumsum([0, *sizes[:-1]])
    counts = [len(each.triangles) for each in found]
    points = np.concatenate([each.nodes for each in found])
    every = (np.concatenate([each.triangles for each in found]) + np.repeat(begins, counts)[:, None]).astype(np.int32)
    starts = np.cumsum([0, *map(len, lines)]).astype(np.int32)
    return Mesh(points, _outward(points, np.concatenate([each.normals for each in found]), every), every,
                np.repeat(np.arange(len(found), dtype=np.int32), counts), np.concatenate([np.zeros((0, 3)), *lines]), starts,
                deflection)


def _placed(nodes: Any, normals: Any, face: Any) -> tuple[Any, Any]:
    """Points and normals of a face in the solid's frame."""
    if face.Location().IsIdentity():
        return nodes, normals
    matrix = face.Location().Transformation()
    rows = np.array([[matrix.Value(row, column) for column in range(1, 5)] for row in range(1, 4)])
    return nodes @ rows[:, :3].T + rows[:, 3], normals @ rows[:, :3].T


def _outward(vertices: Any, normals: Any, triangles: Any) -> Any:
    """Unit normals on the side that the triangles face; those of the triangles where a surface has none."""
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    facet = crossed(b - a, c - a)
    sums = np.column_stack([np.bincount(triangles.reshape(-1), np.repeat(facet[:, axis], 3), len(vertices))
                            for axis in range(3)])
    lengths = np.sqrt(np.einsum("ij,ij->i", normals, normals))
    lengths[np.einsum("ij,ij->i", sums, normals) < 0] *= -1.0
    lost = np.abs(lengths) <= 0.5
    if not lost.any():
        return normals / lengths[:, None]
    fallback = sums / np.maximum(np.sqrt(np.einsum("ij,ij->i", sums, sums)), 1e-300)[:, None]
    return np.where(lost[:, None], fallback, normals / np.where(lost, 1.0, lengths)[:, None])
