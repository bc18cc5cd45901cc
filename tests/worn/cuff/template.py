"""A cuff that follows a scan."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from pathlib import Path

from configurator import (
    Followed,
    Limb,
    Material,
    Mm,
    Placement,
    Product,
    Scan,
    Table,
    choice,
    cq,
    derived,
    flag,
    length,
    part,
    rule,
    scan,
)

HERE = Path(__file__).parent


class Cuff(Product):
    """A turned cone around a scanned limb that is one, with a hole in its front. Frame: that of the limb."""

    prefix, revision, title = "CU", "A", "Cuff"
    leg: Scan = scan(label="Leg")
    mirrored: bool = flag(True, label="Of the other side")
    loose: Mm = length(3, 0, 8, step=0.5, label="Off the skin")
    meant: Mm = length(3, 0, 8, step=0.5, label="Meant to be off the skin")
    follow: bool = flag(True, label="Follow the leg")
    astray: bool = flag(False, label="Look for it elsewhere")
    metal: Material = choice(Table(Material, HERE / "metals.csv"), label="Metal")

    @rule
    def leg_is_there(self) -> bool:
        """A leg that is followed must be known."""
        return self.leg.given or not self.follow

    @derived
    def ends(self) -> tuple[Mm, Mm]:
        """Radii of the outside, level with the skin, at the ends of the limb."""
        if not self.leg.given:
            return 60.0, 60.0
        return round(self.leg.girth_00 / (2 * pi), 2) + self.loose, round(self.leg.girth_100 / (2 * pi), 2) + self.loose

    @derived
    def tall(self) -> Mm:
        return self.leg.height if self.leg.given else 100.0

    @derived
    def side(self) -> Mm:
        """y of the axis."""
        return (-1 if self.mirrored else 1) * self.leg.limb.centres[0][1] if self.leg.given else 0.0

    @part(material=metal, process="turn-mill", label="Cuff")
    def cuff(self) -> cq.Workplane:
        (low, high), tall = self.ends, self.tall
        at = [low + (high - low) * share for share in (0.2, 0.8)]
        profile = cq.Workplane("XZ").moveTo(at[0] - 3, 0.2 * tall).lineTo(at[0], 0.2 * tall).lineTo(at[1], 0.8 * tall).lineTo(
            at[1] - 3, 0.8 * tall).close()
        hole = cq.Workplane("YZ").center(0, tall / 2).circle(8).extrude(200)
        return profile.revolve(360, (0, 0), (0, 1)).cut(hole).translate((0, self.side, 0))

    @cuff.follows
    def the_leg(self) -> Followed | None:
        """The skin of the leg, or of its mirror image."""
        return Followed(self._limb(), self.meant) if self.follow else None

    @cuff.place
    def aside(self) -> Sequence[Placement]:
        """Elsewhere than the limb, which is told in the part's own frame."""
        return [Placement(x=10.0, turn=30.0)]

    def _limb(self) -> Limb:
        if self.astray:
            limb = self.leg.limb
            return Limb.of(limb.step, [(x, y + 150.0) for x, y in limb.centres], limb.array())
        return self.leg.limb.mirrored() if self.mirrored else self.leg.limb
