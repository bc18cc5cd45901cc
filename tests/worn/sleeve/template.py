"""A sleeve after a scan."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

from configurator import (
    Expectation,
    Limb,
    Material,
    Mm,
    Product,
    Scan,
    Table,
    choice,
    cq,
    derived,
    feature,
    length,
    part,
    rule,
    scan,
    text,
)
from configurator.product.lettering import Text

HERE = Path(__file__).parent
_CORNERS = 12


class Sleeve(Product):
    """A prism around the middle of a scanned limb, or around a circle. Frame: that of the limb."""

    prefix, revision, title = "SL", "A", "Sleeve"
    leg: Scan = scan(label="Leg", hint="Of the sound side.")
    girth: Mm = length(300, 200, 600, step=10, label="Girth, where there is no scan")
    high: Mm = length(60, 20, 400, step=10, label="Height")
    wall: Mm = length(3, 2, 6, step=1, label="Wall")
    metal: Material = choice(Table(Material, HERE / "metals.csv"), label="Metal")
    name: Text = text(8, label="Name")

    @rule
    def no_higher_than_the_leg(self) -> bool:
        """{high} mm is more than the {leg.height} mm of the leg."""
        return not self.leg.given or self.high <= self.leg.height

    @derived
    def middle(self) -> Mm:
        return self.leg.girth_50 if self.leg.given else self.girth

    @derived
    def other_side(self) -> Limb | None:
        return self.leg.limb.mirrored() if self.leg.given else None

    @feature
    def corners(self) -> list[tuple[float, float]]:
        """mm, about the axis."""
        if not self.leg.given:
            radii = [self.girth / (2 * pi)] * _CORNERS
        else:
            rows = self.leg.limb.array()
            radii = [float(rows[len(rows) // 2][j * rows.shape[1] // _CORNERS]) for j in range(_CORNERS)]
        turn = 2 * pi / _CORNERS
        return [(round((r + self.wall) * cos(turn * j), 3), round((r + self.wall) * sin(turn * j), 3))
                for j, r in enumerate(radii)]

    @part(material=metal, process="turn-mill", label="Sleeve")
    def sleeve(self) -> cq.Workplane:
        return cq.Workplane("XY").polyline(self.corners()).close().extrude(self.high)

    @sleeve.expect
    def as_large(self) -> Expectation:
        points = self.corners()
        area = sum(a * d - b * c for (a, b), (c, d) in zip(points, points[1:] + points[:1], strict=True)) / 2
        return Expectation(volume=area * self.high)
