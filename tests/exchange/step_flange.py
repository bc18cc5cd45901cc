"""A flange with characteristics of every kind, for the tests of PMI. cadquery loads with the solid."""

from __future__ import annotations

from functools import cache
from math import sqrt

from configurator.exchange.step import StepPart, body
from configurator.geometry.controlled import Found, found
from configurator.product import characteristics as c
from configurator.product.faces import cone, cylinder, plane, sphere, torus

FOOT, TOP = plane("-z", at=0), plane("+z", at=10)
OUTSIDE, BORE, CROSS = cylinder(40), cylinder(20), cylinder(2.5, "x", through=(0, 0, 5))
HOLE = cylinder(4, through=(15 / sqrt(2), 15 / sqrt(2), 0))
CHAMFER = cone(45, "-z", tip=(0, 0, 29))
CONTROLLED = (
    c.distance("height", 10, FOOT, TOP, limits=(-0.1, 0.05), datum="A"),
    c.diameter("bore", 20, BORE, fit="H7", datum="B", critical=True),
    c.diameter("outside", 40, OUTSIDE, fit="f7"),
    c.distance("web", 9, plane("-z", at=1), TOP, limits=(0.03, 0.055), finished=False, allowance=0.02),
    c.diameter("hole", 4, HOLE, limits=(0.0, 0.1), count=4),
    c.diameter("dimple", 3, sphere(3, (-14.5, 0, 10)), limits=(-0.15, 0)),
    c.radius("rounding", 0.5, torus(1, 39, centre=(0, 0, 0.5))),
    c.distance("pitch", 15, BORE, HOLE, limits=(-0.05, 0.05)),
    c.angle("bevel", 90, CHAMFER, limits=(-1, 1)),
    c.angle("square", 90, plane("+y", at=-1.5), FOOT, limits=(-0.5, 0.25)),
    c.thread("screw", "M3", CROSS, depth=6.5),
    c.roughness("seat", 0.8, BORE),
    c.form("flatness", "foot_flat", 0.02, FOOT),
    c.form("straightness", "edge_straight", 0.03, TOP),
    c.form("roundness", "outside_round", 0.01, OUTSIDE),
    c.form("cylindricity", "bore_form", 0.008, BORE),
    c.form("profile", "bevel_profile", 0.1, CHAMFER),
    c.relation("parallelism", "top_parallel", 0.04, TOP, "A"),
    c.relation("perpendicularity", "bore_square", 0.015, BORE, "A", around=True),
    c.relation("angularity", "bevel_angle", 0.06, CHAMFER, "B"),
    c.relation("position", "hole_place", 0.2, HOLE, ("A", "B"), around=True, count=4),
    c.relation("position", "dimple_place", 0.3, sphere(3, (-14.5, 0, 10)), ("B", "A")),
    c.relation("coaxiality", "outside_centred", 0.025, OUTSIDE, "B"),
    c.relation("runout", "top_runout", 0.05, TOP, "B"),
    c.roughness("foot_finish", 3.2, FOOT),
    c.distance("groove", 3, plane("+y", at=-1.5), plane("-y", at=1.5), limits=(-0.3, -0.2)),
    c.distance("groove_depth", 1, FOOT, plane("-z", at=1), limits=(0, 0.05)),
    c.form("flatness", "top_flat", 0.01, TOP),
)


@cache
def solid():
    import cadquery as cq

    flange = (cq.Workplane().circle(20).extrude(10).faces(">Z").chamfer(1.0).faces("<Z").edges().fillet(0.5)
              .faces(">Z").workplane().hole(20).faces("<Z").workplane().polarArray(15, 45, 360, 4).hole(4)
              .cut(cq.Workplane("YZ").center(0, 5).circle(1.25).extrude(30))
              .cut(cq.Workplane().sphere(1.5).translate((-14.5, 0, 10)))
              .cut(cq.Workplane().box(60, 3, 2)))
    only, = flange.val().Solids()
    return only.wrapped


@cache
def measured():
    from configurator.geometry.kernel.measure import measured

    return measured(solid())


@cache
def raw() -> bytes:
    from configurator.geometry.kernel.step import write_raw

    return write_raw(solid())


def controlled() -> tuple[Found, ...]:
    """All of them, and the wall between bore and outside."""
    on = tuple(found("flange", CONTROLLED, measured()[1]))
    faces = {each.characteristic.name: each.faces[0] for each in on}
    wall = c.distance("wall", 10, BORE, OUTSIDE, limits=(-0.2, -0.05))
    return (*on, Found(wall, (faces["bore"], faces["outside"]), 10.0))


def part(of: tuple[Found, ...] | None = None) -> StepPart:
    return StepPart("FL-01", "Flange", body(raw()), measured()[0], None, (0.7, 0.7, 0.7), "A",
                    controlled() if of is None else of)
