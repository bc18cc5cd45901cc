"""Which way each face becomes triangles. A face that none of them suits is left to the kernel's mesher.

Neighbours share the points of their edges bit by bit, whoever made them.
"""

from __future__ import annotations

from typing import Any, Protocol

from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.Geom import Geom_BSplineSurface, Geom_Plane
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.TopAbs import TopAbs_REVERSED

from .flats import flat
from .polylines import Edge, Fineness
from .sweeping import Tilings
from .triangulation import FaceMesh
from .turned import BENT, STRAIGHT, turned
from .unrolled import unrolled
from .walls import wall


class Plan(Protocol):
    """How one face becomes triangles. `keys` name its edges, seams excluded."""

    keys: list[int]
    bent: bool
    """Whether the surface bends both ways."""
    even: bool
    """Whether its triangles are as wide as the steps of its edges."""

    def mesh(self, lines: dict[int, Any], fineness: Fineness, around: int, tilings: Tilings) -> FaceMesh | None:
        """Triangles and outward normals between the edges' points (n, 3); None if it cannot be cut like this."""


def plan(face: Any, known: Any, edges: list[Edge]) -> Plan | None:
    """How to cut a face whose edges are numbered in the map `known` and told by `edges`; None for the kernel's mesher."""
    if not face.Location().IsIdentity():
        return None
    outward = -1.0 if face.Orientation() == TopAbs_REVERSED else 1.0
    shape = BRep_Tool.Surface_s(face)
    if type(shape) is Geom_Plane:
        return flat(face, shape.Position(), outward, known, edges)
    if type(shape) is Geom_BSplineSurface:
        return wall(face, shape, outward, known, edges)
    surface = BRepAdaptor_Surface(face, False)  # without the bounds of its parameters, which take ten times as long
    kind = surface.GetType()
    if kind == GeomAbs_SurfaceType.GeomAbs_Plane:
        return flat(face, surface.Plane().Position(), outward, known, edges)
    if kind == GeomAbs_SurfaceType.GeomAbs_BSplineSurface:
        return wall(face, surface.BSpline(), outward, known, edges)
    if kind in STRAIGHT or kind in BENT:
        found = turned(face, BRepAdaptor_Surface(face), outward, known, edges)
        if found is None and kind == GeomAbs_SurfaceType.GeomAbs_Cylinder:
            return unrolled(face, surface.Cylinder(), outward, known, edges)
        return found
    return None
