"""A plate whose designer made mistakes: one shape cannot be built, one takes for ever."""

from __future__ import annotations

import time
from pathlib import Path

from configurator import Material, Mm, Option, Product, Table, choice, cq, length, part

HERE = Path(__file__).parent


class Metal(Material):
    """What it is made of."""


class Shape(Option):
    """What comes of it."""


class Trouble(Product):
    """A plate. Frame: its middle."""

    prefix, revision = "TR", "A"
    title = "Trouble"

    side: Mm = length(10, 5, 20, step=1, label="Side")
    shape: Shape = choice(Table(Shape, HERE / "shapes.csv"), label="Shape")
    metal: Metal = choice(Table(Metal, HERE / "metals.csv"), label="Metal")

    @part(material=metal, process="turn-mill", label="Plate")
    def plate(self) -> cq.Workplane:
        """The plate, its thickness along Z."""
        if self.shape == "raises":
            raise RuntimeError("the designer's mistake")
        while self.shape == "hangs":
            time.sleep(1)
        return cq.Workplane().box(self.side, self.side, 2)
