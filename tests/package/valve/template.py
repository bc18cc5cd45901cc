"""A valve."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from pathlib import Path

from configurator import (
    Expectation,
    Finish,
    Item,
    Look,
    Material,
    Mm,
    Placement,
    Product,
    Table,
    choice,
    count,
    cq,
    flag,
    interface,
    length,
    notice,
    part,
)

HERE = Path(__file__).parent
LOOKS = Table(Look, HERE / "looks.csv")


def _disc(radius: float, height: float) -> cq.Workplane:
    return cq.Workplane("XY").circle(radius).extrude(height)


def _expected(radius: float, height: float) -> Expectation:
    return Expectation(volume=pi * radius**2 * height, size=(2 * radius, 2 * radius, height))


class Valve(Product):
    """A valve. Frame: Z is the axis."""

    prefix, revision = "VA", "A"
    bore: Mm = length(4, 2, 8, step=1, label="Bore")
    screws: int = count(3, 0, 6, label="Screws")
    metal: Material = choice(Table(Material, HERE / "metals.csv"), label="Metal")
    finish: Finish = choice(Table(Finish, HERE / "finishes.csv"), label="Finish")
    spare: bool = flag(True, label="Spare seal")

    @part(material=LOOKS["rubber"], process="bought", label="Seal")
    def seal(self) -> cq.Workplane:
        """Stands before every made part, and squeezes 0.1 mm into the plug."""
        return _disc(self.bore, 1)

    @seal.place
    def under(self) -> Sequence[Placement]:
        return [Placement(z=-0.9)]

    @seal.item
    def seal_item(self) -> Item:
        return Item(f"SEAL-{self.bore:.1f}", description="Seal, nitrile", standard="ISO 3601", supplier="A. Dealer")

    @seal.expect
    def seal_expected(self) -> Expectation:
        return _expected(self.bore, 1)

    @part(material=metal, process="turn-mill", treatment="finish", label="Plug")
    def plug(self) -> cq.Workplane:
        return _disc(self.bore, 5)

    @plug.expect
    def plug_expected(self) -> Expectation:
        return _expected(self.bore, 5)

    @part(material="metal", process="bought", label="Screw")
    def screw(self) -> cq.Workplane:
        return _disc(1, 3)

    @screw.place
    def around(self) -> Sequence[Placement]:
        return [Placement(x=20 + 4 * each) for each in range(self.screws)]

    @screw.item
    def screw_item(self) -> Item:
        return Item("SCREW-M1")

    @screw.expect
    def screw_expected(self) -> Expectation:
        return _expected(1, 3)

    @part(material=LOOKS["glass"], process="grind", label="Window")
    def window(self) -> cq.Workplane:
        return _disc(self.bore, 2)

    @window.place
    def above(self) -> Sequence[Placement]:
        return [Placement(z=5)]

    @window.expect
    def window_expected(self) -> Expectation:
        return _expected(self.bore, 2)

    @notice(source="EN 1811", grade="B")
    def many_screws(self) -> bool:
        """{screws} screws in {metal} touch the skin."""
        return self.screws > 2

    @notice
    def no_spare(self) -> bool:
        """Order a spare seal in time."""
        return not self.spare

    @interface("seal", "plug", kind="gasket")
    def squeezed(self) -> float:
        return pi * self.bore**2 * 0.1
