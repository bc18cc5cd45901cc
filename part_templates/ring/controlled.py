"""What is controlled of a ring, as the jeweller measures it: on the ring stick, with the caliper, under the loupe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from configurator import characteristics as control
from configurator import faces

if TYPE_CHECKING:
    from .template import Ring


def band(ring: Ring) -> list[control.Characteristic]:
    """Datum A is the axis of the bore, B the side that looks to -Z."""
    return [*_sizes(ring), *_inside(ring), *_surfaces(ring)]


def _sizes(ring: Ring) -> Iterator[control.Characteristic]:
    figures, half = ring.figures, ring.width / 2
    bore, outside = faces.cylinder(2 * ring.bore), _outside(ring)
    lower, upper = faces.plane("-z", -half), faces.plane("+z", half)
    within, stock = figures.size_within, figures.finishing_stock if ring.making == "cast" else None
    yield control.diameter("size", 2 * ring.bore, bore, limits=(-within, within), datum="A", label="Inside diameter",
                           allowance=stock, critical=True)
    yield control.distance("width", ring.width, lower, upper, datum="B", label="Width", allowance=stock)
    yield control.distance("thickness", ring.thickness, bore, outside, label="Thickness", allowance=stock)
    yield control.relation("parallelism", "sides", figures.parallel_sides, upper, to=("B",), label="Sides parallel")
    yield control.relation("runout", "outside", figures.even_outside, outside, to=("A",), label="Run-out of the outside")


def _outside(ring: Ring) -> faces.Face:
    """Its crest, domed or flat."""
    return faces.enclosing(2 * (ring.bore + ring.thickness))


def _inside(ring: Ring) -> Iterator[control.Characteristic]:
    bore, figures = 2 * ring.bore, ring.figures
    if ring.comfort:
        arc = ring.comfort_radius
        rounding = faces.torus(2 * arc, bore + 2 * arc, centre=(0, 0, ring.flat_inside / 2))
        yield control.radius("comfort", arc, rounding, count=2, label="Rounding inside")
    if ring.engraving:
        depth, within = figures.engraving_depth, figures.engraving_within
        yield control.distance("engraving", depth, faces.cylinder(bore), faces.cylinder(bore + 2 * depth),
                               limits=(-within, within), label="Depth of the letters")


def _surfaces(ring: Ring) -> Iterator[control.Characteristic]:
    yield control.roughness("surface_outside", ring.finish.ra, _outside(ring), label="Surface outside")
    yield control.roughness("surface_inside", ring.figures.inside_roughness, faces.cylinder(2 * ring.bore),
                            label="Surface inside")
