"""Closed sections as templates write them, as edges in the XZ plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cadquery as cq
from OCP.BRepBuilderAPI import BRepBuilderAPI_MakeEdge
from OCP.GC import GC_MakeArcOfCircle
from OCP.gp import gp_Pnt

Point2 = tuple[float, float]


def section_edges(profile: Sequence[Point2 | tuple[Point2, Point2]]) -> list[cq.Edge]:
    """Edges of a closed section from its corners (r, z) and arcs ((rm, zm), (r, z)). Corners on each other are one."""
    steps: list[Any] = [*profile[1:], profile[0]]
    here, edges = _corner(profile[0]), []
    for step in steps:
        bent = isinstance(step[0], tuple)
        end = _corner(step[1] if bent else step)
        if bent:
            arc = GC_MakeArcOfCircle(_point(here), _point(_corner(step[0])), _point(end)).Value()
            edges.append(cq.Edge(BRepBuilderAPI_MakeEdge(arc).Edge()))
        elif max(abs(end[0] - here[0]), abs(end[1] - here[1])) > 1e-9:
            edges.append(cq.Edge(BRepBuilderAPI_MakeEdge(_point(here), _point(end)).Edge()))
        here = end
    return edges


def _corner(step: Any) -> Point2:
    return float(step[0]), float(step[1])


def _point(corner: Point2) -> gp_Pnt:
    return gp_Pnt(corner[0], 0.0, corner[1])
