"""A hub with two holes across its axis, at an angle to each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, radians, sin
from pathlib import Path

from configurator import Degrees, Expectation, Finish, Material, Product, Table, angle, characteristics, choice, cq, faces, part

HERE = Path(__file__).parent


class Hub(Product):
    """A hub. Frame: Z is the axis."""

    prefix, revision = "HU", "A"
    between: Degrees = angle(40, 20, 160, step=5, label="Between the holes")
    metal: Material = choice(Table(Material, HERE / "metals.csv"), label="Metal")
    finish: Finish = choice(Table(Finish, HERE / "finishes.csv"), label="Finish")

    @part(material=metal, process="turn-mill", treatment="finish", label="Hub")
    def hub(self) -> cq.Workplane:
        solid = cq.Workplane("XY").circle(15).extrude(20)
        for diameter, way in zip((4, 5), self._ways(), strict=True):
            tool = cq.Solid.makeCylinder(diameter / 2, 30, cq.Vector(0, 0, 10), cq.Vector(*way))
            solid = solid.cut(cq.Workplane(obj=tool))
        return solid.cut(cq.Workplane("XY").circle(6).extrude(20))

    def _ways(self) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        turned = radians(self.between)
        return (1.0, 0.0, 0.0), (cos(turned), sin(turned), 0.0)

    @hub.expect
    def hub_expected(self) -> Expectation:
        return Expectation(volume=pi * (15**2 - 6**2) * 20, volume_within=0.05, size=(30, 30, 20))

    @hub.controls
    def hub_controlled(self) -> Sequence[characteristics.Characteristic]:
        first, second = self._ways()
        bore = characteristics.diameter("bore", 12, faces.cylinder(12), fit="H7", datum="A", label="Bore")
        return [bore, characteristics.diameter("first", 4, faces.cylinder(4, first, through=(0, 0, 10)), label="First"),
                characteristics.diameter("second", 5, faces.cylinder(5, second, through=(0, 0, 10)), label="Second")]
