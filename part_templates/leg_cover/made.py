"""The parts of a leg cover that are printed."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from configurator import Expectation, Limb, Mm, Placement, cos, cq, derived, part, sin, solids

from . import plates
from .girths import limb_of_girths
from .rules import Rules
from .seats import inside, pylon_axis


class Made(Rules):
    """Two shells and two plates."""

    def _limb(self) -> Limb:
        """The leg that the cover looks like: of the prosthesis' side."""
        if self.scan.given:
            return self.scan.limb.mirrored() if self.mirrored else self.scan.limb
        shares = (0.0, self.lower_at / 100, self.calf_at / 100, 1.0)
        girths = (self.girth_ankle, self.girth_lower, self.girth_calf, self.girth_knee)
        return limb_of_girths(self.leg_length, shares, girths, self.side.sign > 0)

    @derived
    def axis(self) -> tuple[Mm, Mm]:
        """x and y of the pylon: in the middle of the leg at the lower plate, and forward of it."""
        return pylon_axis(self._limb(), self.plate_heights[0], self.forward)

    def _seats(self, plate: int) -> tuple[Mm, ...]:
        low = self.plate_heights[plate]
        front, back = self.figures.seat_front, self.figures.seat_back
        limb, axis = self._limb(), self.axis
        return tuple(round(inside(limb, self.offset - self.wall, axis, way, self.seat_half, low, low + self.plate)
                           - self.seat_deep, 1) for way in (front, back, 360 - back, 360 - front))

    @derived
    def lower_seats(self) -> tuple[Mm, ...]:
        """From the pylon's axis to the face of each seat of the shells at the lower plate: left in front, left behind,
        right behind, right in front."""
        return self._seats(0)

    @derived
    def upper_seats(self) -> tuple[Mm, ...]:
        """The same at the upper plate."""
        return self._seats(1)

    @derived
    def ways(self) -> tuple[float, ...]:
        """Directions of these seats, degrees from the front."""
        front, back = self.figures.seat_front, self.figures.seat_back
        return front, back, 360 - back, 360 - front

    # --- plates

    def _outline(self, seats: tuple[Mm, ...]) -> plates.Section:
        figures = self.figures
        arms = tuple((way, far - figures.seat_gap) for way, far in zip(self.ways, seats, strict=True))
        return plates.outline(self.bore, figures.clamp_wall, arms, self.seat_half, figures.clamp_slot, figures.ear,
                              self.ear_reach)

    def _plate(self, seats: tuple[Mm, ...]) -> cq.Workplane:
        figures, middle = self.figures, self.plate / 2
        shape = solids.extruded(self._outline(seats), plane="XY", at=0.0, length=self.plate)
        for way, far in zip(self.ways, seats, strict=True):
            face = far - figures.seat_gap
            shape = solids.drilled(shape, at=(face * cos(way), face * sin(way), middle), radius=self.pocket / 2,
                                   depth=self.pocket_deep)
        thick = figures.clamp_slot / 2 + figures.ear
        hole = cq.Workplane("XZ", origin=(-self.screw_at, thick, middle)).circle(figures.screw_hole / 2).extrude(2 * thick)
        across = (figures.nut_across + figures.nut_gap) / cos(30)
        nut = cq.Workplane("XZ", origin=(-self.screw_at, thick, middle)).polygon(6, across).extrude(figures.nut_high)
        return shape.cut(hole, clean=False).cut(nut, clean=False)

    def _plate_expected(self, seats: tuple[Mm, ...]) -> Expectation:
        figures = self.figures
        face = plates.area(self._outline(seats))
        hexagon = (figures.nut_across + figures.nut_gap) ** 2 * 0.8660254037844386
        hole = pi / 4 * figures.screw_hole**2
        taken = 4 * pi / 4 * self.pocket**2 * self.pocket_deep + hexagon * figures.nut_high
        taken += hole * (2 * figures.ear - figures.nut_high)
        return Expectation(volume=face * self.plate - taken, volume_within=1e-4, size=(None, None, self.plate))

    @part(material="colour", process="print", treatment="finish", label="Lower plate")
    def lower_plate(self) -> cq.Workplane:
        """Clamped to the pylon above the foot. Its own frame: the pylon is Z, its lower face Z = 0."""
        return self._plate(self.lower_seats)

    @lower_plate.expect
    def lower_plate_expected(self) -> Expectation:
        """All of it."""
        return self._plate_expected(self.lower_seats)

    @lower_plate.place
    def lower_plate_on_pylon(self) -> Sequence[Placement]:
        """Above the lower rim."""
        x, y = self.axis
        return [Placement(x=x, y=y, z=self.plate_heights[0])]

    @part(material="colour", process="print", treatment="finish", label="Upper plate")
    def upper_plate(self) -> cq.Workplane:
        """Clamped to the pylon below the socket. Its own frame: the pylon is Z, its lower face Z = 0."""
        return self._plate(self.upper_seats)

    @upper_plate.expect
    def upper_plate_expected(self) -> Expectation:
        """All of it."""
        return self._plate_expected(self.upper_seats)

    @upper_plate.place
    def upper_plate_on_pylon(self) -> Sequence[Placement]:
        """Below the upper rim."""
        x, y = self.axis
        return [Placement(x=x, y=y, z=self.plate_heights[1])]
