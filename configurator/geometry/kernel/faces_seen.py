"""Faces and edges of a solid as drawings need them: surfaces as numbers, edges as curves, and what meets at each edge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, sin
from typing import Any, NamedTuple

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.TopAbs import TopAbs_REVERSED
from scipy.spatial import cKDTree

from configurator.geometry.answers import FaceRow, Mesh

from .axes import Turning, turnings
from .engraved import Engraved, engraved
from .polylines import loops_of, xyz
from .records import Kind
from .space_curves import SpaceCurve, crossed, curve_of, length
from .survey import Survey, survey

_KINDS: dict[Any, tuple[int, Callable[[Any], Any], tuple[str, ...]]] = {
    GeomAbs_SurfaceType.GeomAbs_Plane: (Kind.PLANE, lambda surface: surface.Plane(), ()),
    GeomAbs_SurfaceType.GeomAbs_Cylinder: (Kind.CYLINDER, lambda surface: surface.Cylinder(), ("Radius",)),
    GeomAbs_SurfaceType.GeomAbs_Cone: (Kind.CONE, lambda surface: surface.Cone(), ("RefRadius", "SemiAngle")),
    GeomAbs_SurfaceType.GeomAbs_Sphere: (Kind.SPHERE, lambda surface: surface.Sphere(), ("Radius",)),
    GeomAbs_SurfaceType.GeomAbs_Torus: (Kind.TORUS, lambda surface: surface.Torus(), ("MajorRadius", "MinorRadius")),
}
_NEAR = 0.1  # mm; more than triangles are off their surfaces
_SMOOTH = 0.01  # rad; what bends less is no edge to the eye


class Node(NamedTuple):
    """Where an edge goes through a plane: its key, the how manieth time, its parameter there, and the point (3,)."""

    key: int
    nth: int
    t: float
    point: Any


@dataclass(frozen=True)
class Face:
    """A face. `axis` of a plane is its normal; `sizes` as records of surfaces have them."""

    index: int
    """Into the rows of faces."""
    kind: int
    place: Any
    axis: Any
    x: Any
    sizes: tuple[float, ...]
    hand: float
    """-1.0 where the surface's own normal points inwards though it is round outside."""
    outward: float
    """-1.0 where material is on the side of the surface's own normal."""
    around: tuple[tuple[int, bool, SpaceCurve], ...]
    """Edges by key; run forward or not, the face is on their left against its surface's normal."""
    mesh: Mesh
    shape: Any
    """The kernel's own."""

    def natural(self, point: Any) -> Any:
        """(3,) normal of the surface at a point of it."""
        if self.kind == Kind.PLANE:
            return self.axis
        if self.kind == Kind.OTHER:
            _, nearest = self._places.query(point)
            return self.mesh.normals[self.corners[nearest]] * self.outward
        away = point - self.place
        if self.kind == Kind.SPHERE:
            return self.hand * away / length(away)
        height = float(away @ self.axis)
        w = away - height * self.axis
        w /= max(length(w), 1e-12)
        if self.kind == Kind.CONE:
            return self.hand * (cos(self.sizes[1]) * w - sin(self.sizes[1]) * self.axis)
        if self.kind == Kind.TORUS:
            away = away - self.sizes[0] * w
            return self.hand * away / length(away)
        return self.hand * w

    @cached_property
    def triangles(self) -> Any:
        """(m, 3) its triangles."""
        of = self.mesh.face_of_triangle
        return self.mesh.triangles[np.searchsorted(of, self.index):np.searchsorted(of, self.index, side="right")]

    @cached_property
    def corners(self) -> Any:
        """(k,) numbers of its points in the mesh."""
        return np.unique(self.triangles)

    @cached_property
    def _places(self) -> Any:
        """The same to be asked which is nearest."""
        return cKDTree(self.mesh.vertices[self.corners])


@dataclass(frozen=True)
class Seen:
    """A solid, once for all its views."""

    survey: Survey
    faces: tuple[Face, ...]
    """Without those of letters, and without the loops that letters leave."""
    curves: dict[int, SpaceCurve]
    """By key; no seams, no edges of letters."""
    smooth: frozenset[int]
    """Keys of edges where two faces run into each other."""
    beside: dict[int, tuple[Face, Face]]
    """The faces at each edge."""
    letters: Engraved
    lettering: dict[int, SpaceCurve]
    """Outlines of letters, by key."""
    turned: tuple[Turning, ...]
    mesh: Mesh

    def faces_at(self, normal: Any, height: float) -> list[Face]:
        """Faces that a plane may meet, with those of letters, which only sections ask for."""
        of = self.mesh.face_of_triangle
        heights = (self.mesh.vertices @ normal - height)[self.mesh.triangles]
        starts = np.flatnonzero(np.diff(of, prepend=-1))
        low = np.minimum.reduceat(heights.min(axis=1), starts)
        high = np.maximum.reduceat(heights.max(axis=1), starts)
        near = of[starts[(low < _NEAR) & (high > -_NEAR)]].tolist()
        hosts = {host for _, host in self.letters.edges}
        known = {face.index: face for face in self.faces if face.index not in hosts}
        return [known[i] if i in known else _face(self.survey, i, _loops(self.survey, i), {}, self.mesh) for i in near]


def seen(solid: Any, rows: Sequence[FaceRow], mesh: Mesh) -> Seen:
    """What there is to see of a solid; `rows` and `mesh` are those of the same solid."""
    found = survey(solid)
    loops = [_loops(found, index) for index in range(len(found.faces))]
    letters = engraved(loops, found.edges, rows)
    curves: dict[int, SpaceCurve] = {}
    lettering = {key: curve for key in dict(letters.edges) if (curve := curve_of(found.edges[key - 1])) is not None}
    plain = [[loop for loop in of_face if loop[0][0] not in lettering] for of_face in loops]
    faces = tuple(_face(found, index, plain[index], curves, mesh) for index in range(len(loops))
                  if index not in letters.faces)
    sides: dict[int, list[Face]] = {}
    for face in faces:
        for key, _, _ in face.around:
            sides.setdefault(key, []).append(face)
    beside = {key: (pair[0], pair[1]) for key, pair in sides.items()
              if len(pair) == 2 and pair[0] is not pair[1] and key not in lettering}
    drawn = {key: curves[key] for key in sorted(beside)}
    smooth = frozenset(key for key, curve in drawn.items() if _is_smooth(curve, *beside[key]))
    return Seen(found, faces, drawn, smooth, beside, letters, lettering, tuple(turnings(faces)), mesh)


def _loops(found: Survey, index: int) -> list[list[tuple[int, bool]]]:
    return loops_of(found.faces[index], found.known, found.edges)


def _face(found: Survey, index: int, loops: list[list[tuple[int, bool]]], curves: dict[int, SpaceCurve], mesh: Mesh) -> Face:
    around = list[tuple[int, bool, SpaceCurve]]()
    for key, forward in (each for loop in loops for each in loop):
        curve = curves.get(key)
        if curve is None:
            curve = curve_of(found.edges[key - 1])
            if curve is None:
                continue
            curves[key] = curve
        around.append((key, forward, curve))
    face = found.faces[index]
    outward = -1.0 if face.Orientation() == TopAbs_REVERSED else 1.0
    surface = BRepAdaptor_Surface(face, False)
    known = _KINDS.get(surface.GetType())
    if known is None:
        nothing = np.zeros(3)
        return Face(index, Kind.OTHER, nothing, nothing, nothing, (), 1.0, outward, tuple(around), mesh, face)
    kind, of, names = known
    shape = of(surface)
    at = shape.Position()
    place, axis, x, y = (np.array(xyz(each)) for each in (at.Location(), at.Direction(), at.XDirection(), at.YDirection()))
    hand = 1.0 if crossed(x, y) @ axis > 0 else -1.0
    if kind == Kind.PLANE:
        axis = crossed(x, y)
    return Face(index, kind, place, axis, x, tuple(getattr(shape, name)() for name in names), hand, outward,
                tuple(around), mesh, face)


def _is_smooth(curve: SpaceCurve, one: Face, two: Face) -> bool:
    for share in (0.5, 0.2):
        point = curve.at(curve.first + share * (curve.last - curve.first))
        first, second = (face.natural(point) * face.outward for face in (one, two))
        if first @ second < 0 or length(crossed(first, second)) > _SMOOTH:
            return False
    return True
