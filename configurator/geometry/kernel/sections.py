"""Closed sections as templates write them, as wires with corners that neighbours share.

The kernel joins loose edges corner by corner and keeps one of two points that differ in the last bit; which one depends
on where they lie in memory. Corners made once leave it no choice, and equal sections give equal bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import cadquery as cq
from OCP.BRepBuilderAPI import BRepBuilderAPI_MakeEdge, BRepBuilderAPI_MakeVertex, BRepBuilderAPI_MakeWire
from OCP.GC import GC_MakeArcOfCircle
from OCP.gp import gp_Pnt

from configurator.errors import BuildFailed

Point2 = tuple[float, float]
Plane = Literal["XZ", "YZ", "XY"]


def section_wire(profile: Sequence[Point2 | tuple[Point2, Point2]], plane: Plane = "XZ", at: float = 0.0) -> cq.Wire:
    """Closed wire of a section from its corners (u, v) and arcs ((um, vm), (u, v)), in a plane through `at` (mm).

    Corners that lie on each other are one. BuildFailed if three points of an arc lie on a line.
    """
    def point(corner: Point2) -> gp_Pnt:
        u, v = float(corner[0]), float(corner[1])
        return gp_Pnt(u, at, v) if plane == "XZ" else gp_Pnt(at, u, v) if plane == "YZ" else gp_Pnt(u, v, at)

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
    return cq.Wire(wire.Wire())


def _corner(step: Any) -> Point2:
    return float(step[0]), float(step[1])
