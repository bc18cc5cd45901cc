"""What holds the shells: bought magnets, drawn in their seats, and the screws of the clamps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import pi

from configurator import Expectation, Item, Look, Placement, Table, bought, cos, cq, part, sin, solids

from .controlled import Controlled
from .sizes import HERE

LOOKS = Table(Look, HERE / "looks.csv")


class Held(Controlled):
    """Magnets and screws."""

    @part(material=LOOKS["magnet"], process="bought", label="Magnet")
    def magnet(self) -> cq.Workplane:
        """A disc. Its own frame: Z is its axis, its lower face Z = 0."""
        radius, high = self.closing.diameter / 2, self.closing.height
        return solids.revolved([(0, 0), (radius, 0), (radius, high), (0, high)])

    @magnet.item
    def magnet_item(self) -> Item:
        """By its size."""
        return Item(f"MAGNET-{self.closing.diameter:g}x{self.closing.height:g}",
                    description="Disc magnet, neodymium, {closing.diameter} x {closing.height} mm, magnetised along its axis; "
                    "each pair glued in so that it attracts")

    @magnet.expect
    def magnet_expected(self) -> Expectation:
        """All of it."""
        across, high = self.closing.diameter, self.closing.height
        return Expectation(volume=pi / 4 * across**2 * high, volume_within=1e-6, size=(across, across, high))

    @magnet.place
    def magnets_in_seats(self) -> Sequence[Placement]:
        """A pair at each seat: one in the plate, one in the shell."""
        return [*self._pairs(self.lower_seats, self.plate_heights[0]), *self._pairs(self.upper_seats, self.plate_heights[1])]

    def _pairs(self, seats: tuple[float, ...], low: float) -> Iterator[Placement]:
        (x, y), figures = self.axis, self.figures
        for way, far in zip(self.ways, seats, strict=True):
            for begin in (far - figures.seat_gap - self.pocket_deep + figures.magnet_glue, far + figures.magnet_sunk):
                yield Placement(x=x + begin * cos(way), y=y + begin * sin(way), z=low + self.plate / 2, turn=way + 90, tilt=90)

    @bought
    def screws(self) -> Sequence[Item]:
        """Two clamps."""
        return [Item("ISO4762-M3x12", quantity=2, description="Socket head cap screw M3 x 12, stainless steel",
                     standard="ISO 4762"),
                Item("ISO4032-M3", quantity=2, description="Hexagon nut M3, stainless steel", standard="ISO 4032")]
