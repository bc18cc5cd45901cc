"""Rays against the triangles of a solid: what each meets first. And points of its faces from which to send them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray
from vtkmodules.vtkCommonCore import reference, vtkPoints, vtkSMPTools
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData, vtkStaticCellLocator

from configurator.geometry.answers import Mesh

from .polylines import Vector

_reference: Any = reference
_TOLERANCE = 1e-7
# additive recurrence of the plastic number: points spread evenly without a random number
_SPREAD = (0.7548776662466927, 0.5698402909980532)


class Samples(NamedTuple):
    """Points of faces, mm, with outward normals; (n, 3), (n, 3), (n,)."""

    points: Any
    normals: Any
    faces: Any


class Rays:
    """The triangles of one solid, ready to be looked at."""

    def __init__(self, mesh: Mesh) -> None:
        vtkSMPTools.SetBackend("Sequential")  # a worker has one thread of geometry
        points, cells = vtkPoints(), vtkCellArray()
        points.SetData(numpy_to_vtk(np.ascontiguousarray(mesh.vertices, dtype=np.float64), deep=1))
        cells.SetData(3, numpy_to_vtkIdTypeArray(mesh.triangles.astype(np.int64).ravel(), deep=1))
        triangles = vtkPolyData()
        triangles.SetPoints(points)
        triangles.SetPolys(cells)
        self._locator: Any = vtkStaticCellLocator()  # typed as if it took numbers where it takes references
        self._locator.SetDataSet(triangles)
        self._locator.BuildLocator()
        self._data = triangles
        corners = mesh.vertices[mesh.triangles]
        crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        long = np.linalg.norm(crossed, axis=1)
        self._corners, self._normals = corners, mesh.normals[mesh.triangles]
        self.areas = long / 2
        self.normals = crossed / np.maximum(long, 1e-300)[:, None]
        self.faces = mesh.face_of_triangle
        self.far = float(np.linalg.norm(np.ptp(mesh.vertices, axis=0))) + 1.0

    def first(self, origins: Any, ways: Any, far: float | None = None) -> tuple[Any, Any]:
        """Distance (n,) and triangle (n,) of the first hit along unit vectors; infinite and -1 where there is none."""
        far = self.far if far is None else far
        count = len(origins)
        distances, triangles = np.full(count, np.inf), np.full(count, -1, dtype=np.int64)
        share, place, inside, part, cell = _reference(0.0), [0.0] * 3, [0.0] * 3, _reference(0), _reference(0)
        meet = self._locator.IntersectWithLine
        for index, (start, end) in enumerate(zip(origins.tolist(), (origins + ways * far).tolist(), strict=True)):
            if meet(start, end, _TOLERANCE, share, place, inside, part, cell):
                distances[index], triangles[index] = float(share) * far, int(cell)
        return distances, triangles

    def meet(self, start: Vector, way: Vector, far: float) -> tuple[float, int] | None:
        """Distance and triangle of the first hit of a single ray."""
        if far <= 0:
            return None
        end = (start[0] + way[0] * far, start[1] + way[1] * far, start[2] + way[2] * far)
        share, cell = _reference(0.0), _reference(0)
        if not self._locator.IntersectWithLine(start, end, _TOLERANCE, share, [0.0] * 3, [0.0] * 3, _reference(0), cell):
            return None
        return float(share) * far, int(cell)

    def on_mesh(self, point: Vector, triangle: int) -> tuple[Any, Any]:
        """A point of a triangle with its normal, as of samples."""
        corners = self._corners[triangle]
        crossed = np.cross(corners[[1, 2, 0]] - point, corners[[2, 0, 1]] - point)
        normal = np.sqrt((crossed**2).sum(axis=1)) @ self._normals[triangle]
        return np.array(point), normal / np.linalg.norm(normal)

    def samples(self, mesh: Mesh, count: int, spacing: float, least: int, most: int) -> Samples:
        """Points inside the faces, about one for each `spacing` mm squared, `least` to `most` a face."""
        areas = np.bincount(self.faces, self.areas, minlength=count)
        wanted = np.clip(np.ceil(areas / spacing**2), least, most).astype(int)
        faces = np.repeat(np.arange(count), wanted)
        within = np.arange(len(faces)) - np.repeat(np.cumsum(wanted) - wanted, wanted)
        before = np.cumsum(areas) - areas
        heights = before[faces] + (within + 0.5) / wanted[faces] * areas[faces]
        chosen = np.minimum(np.searchsorted(np.cumsum(self.areas), heights), len(self.areas) - 1)
        lost = self.faces[chosen] != faces  # so small that it is nothing beside the sum of those before it
        chosen[lost] = np.searchsorted(self.faces, faces[lost])
        u, v = ((0.5 + within * step) % 1.0 for step in _SPREAD)
        over = u + v > 1
        u, v = np.where(over, 1 - u, u), np.where(over, 1 - v, v)
        weights = np.column_stack([1 - u - v, u, v])[:, :, None]
        corners = mesh.triangles[chosen]
        points, normals = ((rows[corners] * weights).sum(axis=1) for rows in (mesh.vertices, mesh.normals))
        return Samples(points, normals / np.maximum(np.linalg.norm(normals, axis=1), 1e-300)[:, None], self.faces[chosen])


def breadths(mesh: Mesh, rays: Rays, count: int) -> Any:
    """(count,) mm: twice the area of each face by its perimeter, which is the width of a strip."""
    sides = np.concatenate([mesh.triangles[:, [0, 1]], mesh.triangles[:, [1, 2]], mesh.triangles[:, [2, 0]]]).astype(np.int64)
    of = np.tile(rays.faces, 3)
    sides.sort(axis=1)
    _, index, often = np.unique(sides[:, 0] * len(mesh.vertices) + sides[:, 1], return_index=True, return_counts=True)
    rim = index[often == 1]
    long = np.linalg.norm(mesh.vertices[sides[rim, 0]] - mesh.vertices[sides[rim, 1]], axis=1)
    around = np.bincount(of[rim], long, minlength=count)
    areas = np.bincount(rays.faces, rays.areas, minlength=count)
    return 2 * areas / np.maximum(around, 1e-12)
