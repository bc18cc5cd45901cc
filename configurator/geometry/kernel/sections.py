"""Closed sections as templates write them, as wires with corners that neighbours share.

The kernel joins loose edges corner by corner and keeps one of two points that differ in the last bit; which one depends
on where they lie in memory. Corners made once leave it no choice, and equal sections give equal bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import radians
from typing import Any, Literal

import cadquery as cq
from OCP.BRepBuilderAPI import (
    BRepBuilderAPI_MakeEdge,
    BRepBuilderAPI_MakeFace,
    BRepBuilderAPI_MakeVertex,
    BRepBuilderAPI_MakeWire,
    BRepBuilderAPI_Transform,
)
from OCP.BRepPrimAPI import BRepPrimAPI_MakeRevol
from OCP.GC import GC_MakeArcOfCircle
from OCP.gp import gp_Ax1, gp_Dir, gp_Pln, gp_Pnt, gp_Trsf

from configurator.errors import BuildFailed

Point2 = tuple[float, float]
Plane = Literal["XZ", "YZ", "XY"]
_HALF_PLANE = gp_Pln(gp_Pnt(0, 0, 0), gp_Dir(0, -1, 0))


def revolved_section(profile: Sequence[Point2 | tuple[Point2, Point2]], fillets: Sequence[tuple[Point2, float]],
                     seam: float) -> Any:
    """The kernel's solid of a half-section (radius, z), mm, turned about Z. The section lies `seam` degrees from +X.

    `fillets`: (corner, radius). BuildFailed if there is no such corner or no such arc.
    """
    wire = section_wire(profile)
    if fillets:
        wire = _rounded(wire, fillets)
    flat = BRepBuilderAPI_MakeFace(_HALF_PLANE, wire, True)
    if not flat.IsDone():
        raise BuildFailed("the section is no closed line in a plane that does not cross itself")
    axis = gp_Ax1(gp_Pnt(0, 0, 0), gp_Dir(0, 0, 1))
    turned = BRepPrimAPI_MakeRevol(flat.Face(), axis, False).Shape()
    if not seam:
        return turned
    turn = gp_Trsf()
    turn.SetRotation(axis, radians(seam))
    return BRepBuilderAPI_Transform(turned, turn, True).Shape()


def _rounded(wire: Any, fillets: Sequence[tuple[Point2, float]]) -> Any:
    made = cq.Wire(wire)
    for corner, radius in fillets:
        vertices = [v for v in made.Vertices() if abs(v.X - corner[0]) < 1e-6 and abs(v.Z - corner[1]) < 1e-6]
        if len(vertices) != 1:
            raise BuildFailed(f"the profile has no corner at r = {corner[0]}, z = {corner[1]} to round")
        made = made.fillet2D(radius, vertices)
    return made.wrapped


def section_wire(profile: Sequence[Point2 | tuple[Point2, Point2]]) -> Any:
    """Closed wire of a section in the plane XZ from its corners (r, z) and arcs ((rm, zm), (r, z)), mm.

    Corners that lie on each other are one. BuildFailed if three points of an arc lie on a line.
    """
    def point(corner: Point2) -> gp_Pnt:
        return gp_Pnt(float(corner[0]), 0.0, float(corner[1]))

    first = here = _corner(profile[0])
    start = vertex = BRepBuilderAPI_MakeVertex(point(first)).Vertex()
    wire = BRepBuilderAPI_MakeWire()
    steps: list[Any] = [*profile[1:], first]
    for index, step in enumerate(steps):
        bent = isinstance(step[0], tuple)
        end = _corner(step[1] if bent else step)
        apart = max(abs(end[0] - here[0]), abs(end[1] - here[1])) > 1e-9
        if not apart and not bent:
            continue
        closes = max(abs(end[0] - first[0]), abs(end[1] - first[1])) <= 1e-9 and index >= len(steps) - 2
        following = start if closes else BRepBuilderAPI_MakeVertex(point(end)).Vertex()
        if bent:
            arc = GC_MakeArcOfCircle(point(here), point(_corner(step[0])), point(end))
            if not arc.IsDone():
                raise BuildFailed(f"the arc from {here} through {step[0]} to {end} has three points on a line")
            made = BRepBuilderAPI_MakeEdge(arc.Value(), vertex, following)
        else:
            made = BRepBuilderAPI_MakeEdge(vertex, following)
        wire.Add(made.Edge())
        here, vertex = end, following
    return wire.Wire()


def _corner(step: Any) -> Point2:
    return float(step[0]), float(step[1])
