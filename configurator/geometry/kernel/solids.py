"""Exact construction for templates (`from configurator import solids`): what is slow or inexact as booleans.

Shapes go in and out as cadquery Workplanes or Shapes. Lengths in mm, angles in degrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cadquery as cq
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.GeomAbs import GeomAbs_Cylinder
from OCP.TopAbs import TopAbs_REVERSED

from configurator.errors import BuildFailed
from configurator.standards.fonts import SANS, Font

from .engraving import engrave_bore
from .shapes import faces_of, one_solid

__all__ = ["engraved_inside", "revolved"]

Point2 = tuple[float, float]


def revolved(profile: Sequence[Point2 | tuple[Point2, Point2]], *,
             fillets: Sequence[tuple[Point2, float]] = ()) -> cq.Workplane:
    """A solid of revolution about Z from a closed half-section in the XZ plane.

    `profile`: corners (radius, z) in order; an entry ((rm, zm), (r, z)) goes to (r, z) on the arc through (rm, zm).
    `fillets`: (corner, radius) rounds that corner of the section, tangent to both neighbours.
    """
    start = _plain(profile[0])
    path = cq.Workplane("XZ").moveTo(*start)
    here = start
    for step in [*profile[1:], start]:
        end = step[1] if isinstance(step[0], tuple) else _plain(step)
        if isinstance(step[0], tuple):
            path = path.threePointArc(step[0], end)
        elif max(abs(end[0] - here[0]), abs(end[1] - here[1])) > 1e-9:
            path = path.lineTo(*end)
        here = end
    wire = path.consolidateWires().val()
    for corner, radius in fillets:
        vertices = [v for v in wire.Vertices() if abs(v.X - corner[0]) < 1e-6 and abs(v.Z - corner[1]) < 1e-6]
        if len(vertices) != 1:
            raise BuildFailed(f"the profile has no corner at r = {corner[0]}, z = {corner[1]} to round")
        wire = wire.fillet2D(radius, vertices)
    face = cq.Face.makeFromWires(wire)
    return cq.Workplane(obj=cq.Solid.revolve(face, 360.0, cq.Vector(0, 0, 0), cq.Vector(0, 0, 1)))


def _plain(step: Any) -> Point2:
    return (float(step[0]), float(step[1]))


def engraved_inside(shape: cq.Workplane | cq.Shape, text: str, *, radius: float, height: float, depth: float,
                    at: float = 180.0, z: float = 0.0, font: Font = SANS) -> cq.Workplane:
    """Letters sunk radially into a bore about Z, to be read from inside with +Z up.

    radius of the bore, height of capitals, depth, z of the middle of the ink: mm. `at`: where the middle of the line
    sits, degrees about Z from +X. The outlines are wrapped exactly onto the cylinder; walls are radial. No boolean is
    used: holes, walls and floors are put into the shell, so the cost is that of the letters alone.
    """
    solid = one_solid(shape)
    if not text:
        return cq.Workplane(obj=cq.Shape.cast(solid))
    bores = [face for face in faces_of(solid) if _is_bore(face, radius)]
    if len(bores) != 1:
        raise BuildFailed(f"{len(bores)} bores of radius {radius:.6g} mm about Z were found where one was expected")
    return cq.Workplane(obj=cq.Shape.cast(engrave_bore(solid, bores[0], text, font, height, depth, at, z)))


def _is_bore(face: Any, radius: float) -> bool:
    surface = BRepAdaptor_Surface(face)
    if surface.GetType() != GeomAbs_Cylinder:
        return False
    if (face.Orientation() == TopAbs_REVERSED) != surface.Cylinder().Direct():  # material inside: no bore
        return False
    axis = surface.Cylinder().Axis()
    place, along = axis.Location(), axis.Direction()
    full = surface.LastUParameter() - surface.FirstUParameter() > 6.28
    return bool(full and abs(surface.Cylinder().Radius() - radius) < 1e-6 and abs(abs(along.Z()) - 1) < 1e-12
            and abs(place.X()) < 1e-9 and abs(place.Y()) < 1e-9)
