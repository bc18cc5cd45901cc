"""A plate with a pocket and two bores, and a knob that is printed: what no template that is shipped has."""

from __future__ import annotations

from math import pi
from pathlib import Path

from configurator import Expectation, Material, Mm, Placement, Product, Table, cq, length, part

HERE = Path(__file__).parent
METALS = Table(Material, HERE / "metals.csv")


class Bracket(Product):
    """A plate. Frame: its lower face is Z = 0."""

    prefix, revision = "BK", "A"
    title = "Bracket"
    long: Mm = length(40, 30, 80, step=1, label="Length")
    thick: Mm = length(5, 4, 8, step=0.5, label="Thickness")

    @part(material=METALS["Al6082"], process="mill", treatment="anodised", label="Plate")
    def plate(self) -> cq.Workplane:
        """Two bores of 3 mm through, a pocket of 12 x 8 x 2 with corners of 2 mm."""
        block = cq.Workplane("XY").box(self.long, 20, self.thick, centered=(True, True, False))
        bored = block.faces(">Z").workplane().pushPoints([(-12, 0), (12, 0)]).hole(3)
        pocket = cq.Workplane("XY").workplane(offset=self.thick - 2).rect(12, 8).extrude(2).edges("|Z").fillet(2)
        return bored.cut(pocket)

    @plate.expect
    def plate_expected(self) -> Expectation:
        """All of it."""
        pocket = (12 * 8 - (4 - pi) * 2**2) * 2
        return Expectation(volume=self.long * 20 * self.thick - 2 * pi * 1.5**2 * self.thick - pocket, volume_within=1e-6,
                           size=(self.long, 20, self.thick))

    @part(material="PA12", process="print", label="Knob")
    def knob(self) -> cq.Workplane:
        """A ball."""
        return cq.Workplane("XY").sphere(4)

    @knob.place
    def knobs(self) -> list[Placement]:
        """One at each end."""
        return [Placement(x=-self.long / 2 - 4, z=30), Placement(x=self.long / 2 + 4, z=30)]

    @part(material="unobtainium", process="grown", label="Crystal")
    def crystal(self) -> cq.Workplane:
        """Of a process that no profile knows."""
        return cq.Workplane("XY").box(2, 2, 2)

    @crystal.place
    def crystal_above(self) -> list[Placement]:
        """Above."""
        return [Placement(z=60)]
