"""A product whose every size is known: a tray, a post, a comb and a cave, each with one thing that can be made too small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from configurator.geometry.client import Geometry
from configurator.making.rule_packs import Pack, packs
from configurator.product.catalogue import load_folder
from configurator.product.product import Product

TEMPLATE = '''
from __future__ import annotations
from collections.abc import Sequence
from configurator import *
from configurator.product.characteristics import Characteristic, distance
from configurator.product.faces import cylinder, plane

class Shop(Product):
    """Test pieces. Frame of each: its foot is Z = 0."""
    prefix, revision = "SH", "A"
    floor: Mm = length(1, 0.1, 3, step=0.1, label="Floor")
    corner: Mm = length(3, 0, 5, step=0.1, label="Corner")
    dent: Mm = length(0, 0, 0.9, step=0.1, label="Dent")
    bore: Mm = length(2, 0.1, 6, step=0.05, label="Bore")
    sunk: Mm = length(8, 1, 20, step=0.5, label="Depth of the bore")
    tapped: Mm = length(4, 1, 20, step=0.5, label="Depth of the thread")
    slot: Mm = length(3, 0.05, 6, step=0.05, label="Slot")
    bump: Mm = length(0, 0, 5, step=0.1, label="Bump in the slot")
    under: Mm = length(0, 0, 3, step=0.5, label="Undercut")
    rib: Mm = length(2, 0.1, 3, step=0.1, label="Rib")
    high: Mm = length(6, 0.1, 9, step=0.1, label="Height of the rib")
    stroke: Mm = length(0.3, 0.05, 1, step=0.05, label="Stroke")
    @rule
    def dent_stays_in(self) -> bool:
        """The dent is {dent} mm deep; the floor has {floor} mm."""
        return self.dent < self.floor - 0.05

    @rule
    def bump_stays_in(self) -> bool:
        """The bump is {bump} mm high; the slot is {slot} mm wide."""
        return self.bump < self.slot

    @derived
    def engraved(self) -> tuple[tuple[str, float, float], ...]:
        """What is cut into the post."""
        return (("post", self.stroke, 0.05),)

    @part(material="316L", process="turn-mill")
    def tray(self) -> cq.Workplane:
        """30 x 20 x 10 mm with a pocket of 24 x 14; the floor is left, dented from below."""
        made = cq.Workplane("XY").box(30, 20, 10, centered=(True, True, False))
        pocket = cq.Workplane("XY").box(24, 14, 20, centered=(True, True, False))
        if self.corner:
            pocket = pocket.edges("|Z").fillet(self.corner)
        made = made.cut(pocket.translate((0, 0, self.floor)))
        return made.cut(cq.Workplane("XY").circle(4).extrude(self.dent)) if self.dent else made

    @tray.controls
    def tray_controls(self) -> Sequence[Characteristic]:
        """Its floor."""
        return [distance("floor", self.floor, plane("-z", at=0.0), plane("+z", at=self.floor), limits=(-0.05, 0.05))]

    @part(material="316L", process="turn-mill")
    def post(self) -> cq.Workplane:
        """20 x 20 x 30 mm with a blind bore from above."""
        made = cq.Workplane("XY").box(20, 20, 30, centered=(True, True, False))
        return made.cut(cq.Workplane("XY").workplane(offset=30 - self.sunk).center(3, 2).circle(self.bore / 2).extrude(40))

    @post.controls
    def post_controls(self) -> Sequence[Characteristic]:
        """Its thread."""
        return [Characteristic("thread", "thread", self.bore, None, None, (cylinder(self.bore, through=(3, 2, 0)),),
                               designation="M", depth=self.tapped)]

    @part(material="316L", process="turn-mill")
    def comb(self) -> cq.Workplane:
        """20 x 20 x 20 mm with a slot through it, 8 mm deep, and a rib on top."""
        made = cq.Workplane("XY").box(20, 20, 20, centered=(True, True, False))
        made = made.cut(cq.Workplane("XY").box(self.slot, 40, 20, centered=(True, True, False)).translate((5, 0, 12)))
        if self.bump:
            bump = cq.Workplane("XY").box(1 + self.bump, 4, 4, centered=(False, True, False))
            made = made.union(bump.translate((4 - self.slot / 2, 0, 14)))
        return made.union(cq.Workplane("XY").box(self.rib, 20, self.high + 1, centered=(True, True, False)).translate((-4, 0, 19)))

    @comb.controls
    def comb_controls(self) -> Sequence[Characteristic]:
        """Its slot."""
        sides = plane("+x", at=5 - self.slot / 2), plane("-x", at=5 + self.slot / 2)
        return [distance("slot", self.slot, *sides, limits=(-0.01, 0.01))]

    @part(material="316L", process="turn-mill")
    def cave(self) -> cq.Workplane:
        """20 x 20 x 12 mm with a round pocket that is wider below."""
        made = cq.Workplane("XY").box(20, 20, 12, centered=(True, True, False))
        made = made.cut(cq.Workplane("XY").workplane(offset=4).circle(4).extrude(20))
        below = cq.Workplane("XY").workplane(offset=4).rect(9 + self.under, 9 + self.under).extrude(4).edges("|Z").fillet(3)
        return made.cut(below) if self.under else made
'''


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> type[Product]:
    """The template of the test pieces."""
    folder = tmp_path_factory.mktemp("templates") / "shop"
    folder.mkdir()
    (folder / "template.py").write_text(TEMPLATE)
    return load_folder(folder)


@pytest.fixture(scope="session")
def geometry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Geometry]:
    """In this process, without a memo on disk."""
    with Geometry(in_process=True) as made:
        yield made


@pytest.fixture(scope="session")
def shipped() -> dict[str, Pack]:
    """The packs as they are shipped."""
    return packs(folder=Path("nowhere"))
