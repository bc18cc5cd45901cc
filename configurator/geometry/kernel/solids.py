"""Exact construction for templates (`from configurator import solids`): what is slow or inexact as booleans.

Shapes go in and out as cadquery Workplanes or Shapes. Lengths in mm, angles in degrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from math import radians
from typing import Any, Literal

import cadquery as cq
import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.GeomAbs import GeomAbs_Cylinder
from OCP.TopAbs import TopAbs_REVERSED

from configurator.errors import BuildFailed
from configurator.standards.fonts import SANS, Font

from .boring import bore_radially
from .drilling import drill
from .engraving import engrave_bore
from .fluting import find_wall, flute
from .grafting import graft
from .lands import looks_up
from .lettering import line, moved, ring
from .limb_deviations import Deviations, of_shell
from .limb_fields import Axis, middle_line
from .limb_seats import Seat
from .limb_shells import over_limb
from .planar import sink
from .polyhedra import between
from .prisms import Bevel, Frame, prism
from .profiles import outline as drawing
from .sections import Plane, revolved_section
from .sectors import round_sector, vee_sector
from .shapes import faces_of, one_solid
from .trimming import trim

__all__ = ["bored", "circle", "drilled", "engraved", "engraved_inside", "extruded", "fluted", "fluted_cone", "joined",
           "limb_axis", "limb_deviations", "limb_shell", "polyhedron", "revolved", "sunk", "trimmed"]

Point2 = tuple[float, float]


_XY = cq.Plane.XY()


def _workplane(shape: Any) -> cq.Workplane:
    """A kernel shape as templates get it."""
    return cq.Workplane(copy(_XY), obj=cq.Shape.cast(shape))  # to make the plane anew takes longer than many a shape


def revolved(profile: Sequence[Point2 | tuple[Point2, Point2]], *, fillets: Sequence[tuple[Point2, float]] = (),
             seam: float = 0.0) -> cq.Workplane:
    """A solid of revolution about Z from a closed half-section (radius, z).

    `profile`: corners (radius, z) in order; an entry ((rm, zm), (r, z)) goes to (r, z) on the arc through (rm, zm).
    `fillets`: (corner, radius) rounds that corner of the section, tangent to both neighbours. `seam`: where the
    section lies, degrees about Z from +X; letters, bores and pieces that are joined must not lie across it.
    """
    return _workplane(revolved_section(profile, fillets, seam))


def extruded(outline: Sequence[Point2 | tuple[Point2, Point2]], *, plane: Plane, at: float, length: float,
             chamfer: float = 0.0, fillet: float = 0.0) -> cq.Workplane:
    """A prism: an outline, written as the section of `revolved`, in the plane "XY", "YZ" or "XZ" at the distance `at`
    from the origin, drawn out `length` mm along the third axis (towards -, if negative).

    `chamfer` or `fillet`: breaks all edges of the far end by that many mm. No boolean is used; arcs must join their
    neighbours without an angle then. BuildFailed if they do not, or if the bevel has no room.
    """
    if chamfer and fillet:
        raise BuildFailed("an end is chamfered or rounded, not both")
    bevel = Bevel(chamfer, "chamfer") if chamfer else Bevel(fillet, "fillet") if fillet else None
    axes = np.roll(np.eye(3), {"XY": 0, "YZ": -1, "XZ": 0}[plane], axis=0)
    axes = axes[[0, 2, 1]] if plane == "XZ" else axes
    drawn, origin = drawing(outline), at * axes[2]
    axes[2] *= 1.0 if length > 0 else -1.0
    if np.linalg.det(axes) < 0:  # the outline seen from behind
        axes = axes[[1, 0, 2]]
        drawn = drawn.swapped()
    return _workplane(prism(drawn, Frame(axes, origin), abs(length), bevel))


def polyhedron(*faces: Sequence[tuple[float, float, float]]) -> cq.Workplane:
    """The solid between flat faces, each given by its corners (x, y, z), mm, counter-clockwise seen from outside.

    Corners are the same if their numbers are. BuildFailed if a face is not flat, or if the faces do not close.
    """
    return _workplane(between(faces))


def drilled(shape: cq.Workplane | cq.Shape, *, at: tuple[float, float, float], radius: float, depth: float) -> cq.Workplane:
    """A blind hole of `radius` and `depth` mm, square into the one flat face on which the point `at` (x, y, z) lies.

    No boolean is used; the wall is one full cylinder, the bottom flat. BuildFailed if no face, or more than one, holds the
    point, or if the hole would reach over the edge of its face. Whether metal is left below it is not looked at.
    """
    return _workplane(drill(one_solid(shape), at, radius, depth))


def trimmed(shape: cq.Workplane | cq.Shape, *, outside: float | None = None, inside: float | None = None) -> cq.Workplane:
    """What of a shape lies beyond the radius `outside` about Z, or within the radius `inside`, or between both (mm).

    The pieces that `joined` puts onto a turned body are made a little too long and trimmed to its radius.
    """
    return _workplane(trim(one_solid(shape), outside, inside))


def joined(shape: cq.Workplane | cq.Shape, *pieces: cq.Workplane | cq.Shape) -> cq.Workplane:
    """A shape with pieces put onto it, each touching it with whole faces in a plane or cylinder of the shape.

    No boolean is used: boundaries of the touching faces become boundaries of the shape's faces, so the cost is that of
    the pieces. A piece may not reach over an edge of the face it stands on, nor over its seam.
    """
    return _workplane(graft(one_solid(shape), [one_solid(piece) for piece in pieces]))


def bored(shape: cq.Workplane | cq.Shape, *, radius: float, z: float, outer: float, inner: float,
          at: float = 0.0) -> cq.Workplane:
    """A radial bore at height z, from the cylinder of radius `outer` about Z to that of radius `inner` (mm).

    `at`: its direction, degrees about Z from +X. Both cylinders are full, higher than the bore, and have their seam
    elsewhere. No boolean is used; the wall is one exact cylinder.
    """
    return _workplane(bore_radially(one_solid(shape), radius, z, outer, inner, radians(at)))


def engraved_inside(shape: cq.Workplane | cq.Shape, text: str, *, radius: float, height: float, depth: float,
                    at: float = 180.0, z: float = 0.0, font: Font = SANS) -> cq.Workplane:
    """Letters sunk radially into a bore about Z, to be read from inside with +Z up.

    radius of the bore, height of capitals, depth, z of the middle of the ink: mm. `at`: where the middle of the line
    sits, degrees about Z from +X. The outlines are wrapped exactly onto the cylinder; walls are radial. No boolean is
    used: holes, walls and floors are put into the shell, so the cost is that of the letters alone.
    """
    solid = one_solid(shape)
    if not text:
        return _workplane(solid)
    bores = [face for face in faces_of(solid) if _is_bore(face, radius)]
    if len(bores) != 1:
        raise BuildFailed(f"{len(bores)} bores of radius {radius:.6g} mm about Z were found where one was expected")
    return _workplane(engrave_bore(solid, bores[0], text, font, height, depth, at, z))


def fluted(shape: cq.Workplane | cq.Shape, *, radius: float, count: int, depth: float, form: Literal["round", "vee"] = "round",
           width: float | None = None) -> cq.Workplane:
    """Flutes along the one full outer cylinder of `radius` R about Z, between two planes across Z; a land or ridge is on +X.

    `depth` d in the middle. `width` w of a flute along the circle; without it 0.7 of the pitch for "round" (a concave arc of
    a circle) and the whole pitch for "vee" (two planes, ridges on the cylinder). No boolean is used: the cost is that of
    the `count` n flutes. Volume removed from a cylinder of height H, with a = w / 2R, s = R sin a, h = d - R (1 - cos a):
    n H (R^2 (a - sin a cos a) + s h) for "vee"; for "round", with r = (s^2 + h^2) / 2h and b = atan2(s, r - h),
    n H (R^2 (a - sin a cos a) + r^2 (b - sin b cos b)).
    BuildFailed if there is no such cylinder, a neighbour is not plane or in the way, or the flutes cannot be.
    """
    if form not in ("round", "vee"):
        raise BuildFailed(f"flutes are 'round' or 'vee', not {form!r}")
    solid = one_solid(shape)
    wall = find_wall(solid, "cylinder", radius, radius)
    sector = (round_sector if form == "round" else vee_sector)(radius, count, depth, width)
    return _workplane(flute(solid, wall, sector))


def fluted_cone(shape: cq.Workplane | cq.Shape, *, lower: float, upper: float, count: int, depth: float) -> cq.Workplane:
    """V flutes around the one full outer cone about Z between circles of radius `lower` and, above it, `upper`.

    Ridges lie on the cone, one above +X; ridges and valleys go through its apex, so every flank is a plane. `depth` d: of a
    valley, radially in the plane of the larger circle; it fades with the radius. Its neighbours are planes across Z.
    Volume removed from a cone of height H, larger radius R, k = smaller / larger, n = `count`:
    H / 3 (1 + k + k^2) (pi R^2 - n R (R - d) sin(pi / n)).
    BuildFailed if there is no such cone, a neighbour is not plane or in the way, or the flutes cannot be.
    """
    solid, large = one_solid(shape), max(lower, upper)
    wall = find_wall(solid, "cone", lower, upper)
    return _workplane(flute(solid, wall, vee_sector(large, count, depth, None).scaled(lower / large)))


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


def engraved(shape: cq.Workplane | cq.Shape, text: str, *, z: float, height: float, depth: float, font: Font = SANS,
             at: Point2 = (0.0, 0.0), turn: float = 0.0, radius: float | None = None,
             inward: bool = False) -> cq.Workplane:
    """Letters sunk `depth` mm into the flat face at height `z` that holds them; a negative depth raises them.

    The face may look to +Z or to -Z; letters are read from outside: on a face that looks to +Z with +X to the right, on
    one that looks to -Z with -X to the right, +Y up on both. `height` of capitals, mm; `at` in the part's XY, mm;
    `turn` degrees counter-clockwise as the reader sees it.

    Straight: `at` is the middle of the ink, between its ends and between its lowest and highest point.
    With a `radius` (mm): the base line is the circle of that radius about `at`; letters stand with their tops outwards,
    clockwise, the middle of the line at the top (+Y). `inward`: tops to the centre, counter-clockwise, the middle at
    the bottom. Letters are not bent; each touches the circle under the middle of its advance. Their distances are those
    of the straight line along the innermost circle that the ink touches, radius - fall, or inward radius - rise: so the
    line takes width / (radius - fall) radians, and inward width / (radius - rise).

    For rules: no text fails, whatever its letters, if width <= 0.95 * 2 pi * innermost and innermost >= 3 height, where
    `innermost` is radius - fall, or inward radius - rise; width, rise and fall of the text times `height`.

    Where they are, for rules, with `rise` and `fall` of the text and `font.reach`, all times `height`: a straight line
    is width by (rise + fall). A round one lies between the radii radius - fall and sqrt((radius + rise)^2 + reach^2);
    inward, radius - rise and sqrt((radius + fall)^2 + reach^2), since corners of wide letters stick out of the ring.

    No boolean is used, so the cost is that of the letters. BuildFailed if no face at `z` holds all of the ink, if the
    line is longer than that circle, or if letters run into each other on it, as accents do on very small ones.
    """
    solid = one_solid(shape)
    if not text.strip():
        return _workplane(solid)
    what = f"the engraving {str(text)!r}"
    letters = line(text, font, height) if radius is None else ring(text, font, height, radius, inward)
    up = looks_up(solid, z, what)
    return _workplane(sink(solid, moved(letters, at, turn, mirrored=not up), z, depth, what))


def sunk(shape: cq.Workplane | cq.Shape, outlines: Sequence[Sequence[Point2 | tuple[Point2, Point2]]], *, z: float,
         depth: float) -> cq.Workplane:
    """What closed outlines enclose, sunk `depth` mm into the flat face at height `z`; a negative depth raises it.

    Each outline: corners (x, y) in order, in the part's XY, mm; an entry ((xm, ym), (x, y)) goes to (x, y) on the arc
    through (xm, ym); see `circle`. Outlines must not cross or touch. They may be nested: what lies in an odd number of
    them is sunk, so that two circles make a groove. Arcs become cylinders, lines planes; no boolean is used. The face
    may look to +Z or to -Z. BuildFailed if no face at `z` holds all outlines, or a hole of the face is in their way.
    """
    drawn = [drawing(each) for each in outlines]
    solid = one_solid(shape)
    if not drawn:
        return _workplane(solid)
    return _workplane(sink(solid, drawn, z, depth, "the outline" if len(drawn) == 1 else "the outlines"))


def circle(x: float, y: float, radius: float) -> list[Point2 | tuple[Point2, Point2]]:
    """A full circle as an outline for `sunk`, in two arcs. mm."""
    if not radius > 0:
        raise BuildFailed(f"a circle of radius {radius} mm is none")
    return [(x + radius, y), ((x, y + radius), (x - radius, y)), ((x, y - radius), (x + radius, y))]


def limb_axis(step: float, centres: Any, radii: Any) -> tuple[float, float, float, float]:
    """The straight line in the middle of a limb, about which `limb_shell` builds: x and y at height 0 (mm), and how much they
    change with each mm of height. For the arguments see there."""
    return middle_line(step, centres, radii)


def limb_shell(step: float, centres: Any, radii: Any, *, offset: float, wall: float, low: float, high: float,
               start: float = 0.0, end: float = 360.0,
               axis: tuple[float, float, float, float] | None = None,
               openings: Sequence[Sequence[Point2 | tuple[Point2, Point2]]] = (), rounding: float = 0.0, lap: float = 0.0,
               gap: float = 0.2, seats: Sequence[tuple[float, float, float, float, float]] = ()) -> cq.Workplane:
    """A shell over a limb, or the part of it from `start` to `end` (degrees about Z from +X towards +Y), between two heights.

    The limb: levels at i * `step` mm, i from 0; `centres` (n, 2), x and y; `radii` (n, m) at even angles from +X towards +Y;
    as `Limb.step`, `Limb.centre_array()` and `Limb.array()` give them. Frame: Z up, mm. `offset`: from the limb's skin to the
    inner skin of the shell, along the normal. `wall`: its least thickness anywhere, measured to the nearest point of the inner
    skin. `low` and `high`: its level rims, within the limb. `axis`: the straight line in which the half planes meet that bound
    a part, as `limb_axis` tells it (without it that very one): parts that share angles fit together face to face.

    `openings`: closed outlines that are cut through the wall, written as the section of `revolved`, with corners (angle, z):
    degrees about the axis, any number of turns, and mm. They must not touch each other or the edges of the shell; those whose
    middle lies in another part are left out. A line between two corners is one of the skin, evenly in angle and height; an arc
    is one in the plane in which the outer skin is unrolled around the middle of the outline, so that circles are round. The
    walls of openings run straight from skin to skin at each angle and height.

    `rounding`: of the edges between skins and rims, mm; at most half of the wall, less 0.1 mm. `lap`: for a part of a turn,
    how far its outer side reaches over the split at `start`, and leaves room for the next part's at `end`: at least so many mm,
    more where the limb is thicker; `gap` mm remain between the two sides and at the tip. The inner side ends at the split
    itself, so that parts touch there. The parts of a shell have the same lap and gap.

    `seats`: blocks inside with a flat face towards an upright axis, each (way, far, half, low, high): direction in degrees,
    distance of the face from the axis, half its breadth, and its heights, mm; those in another part are left out. Take
    `drilled` for pockets in them. Openings must stay clear of them.

    Faces: two B-spline sheets (a whole turn has two of each), two level rims, two flat lands. No boolean is used.
    BuildFailed if the limb cannot be seen whole from the axis, if a hollow of it is too tight for the wall, or names the
    opening that cannot be.
    """
    return _workplane(over_limb((step, centres, radii), offset, wall, low, high, radians(start), radians(end),
                                None if axis is None else Axis(*axis), openings, rounding, lap, gap,
                                [Seat(*each) for each in seats]))


def limb_deviations(shape: cq.Workplane | cq.Shape, step: float, centres: Any, radii: Any, *, distance: float) -> Deviations:
    """How far the outer skin of a shell is off from `distance` mm (offset and wall) outside the limb's own skin.

    In mm for each corner of the skin's triangles (`points`, `triangles`, `values` as float32), and what 50, 95 and 100 of 100
    corners are off at most (`half`, `most`, `all`). For the limb see `limb_shell`.
    """
    return of_shell(shape, step, centres, radii, distance)
