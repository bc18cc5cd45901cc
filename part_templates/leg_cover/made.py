"""The parts of a leg cover that are printed."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, pi

from configurator import BuildError, Expectation, Followed, Limb, Mm, Placement, cos, cq, derived, part, sin, solids

from . import openings, plates, shells
from .girths import limb_of_girths
from .rules import Rules
from .seats import Stretch, inside, pylon_axis

_FRONT, _BACK = (-90.0, 90.0), (90.0, 270.0)
"""Degrees from the front in which the shells end: the split is a plane through the axis of the pylon."""


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
        """x and y of the pylon: in the middle of the ankle, and forward of it."""
        return pylon_axis(self._limb(), 0.0, self.forward)

    def _stretches(self, plate: int) -> tuple[Stretch, ...]:
        low = self.plate_heights[plate]
        return tuple(inside(self._limb(), self.offset - self.wall, self.axis, way, self.seat_half, low, low + self.plate)
                     for way in self.ways)

    def _seats(self, plate: int) -> tuple[Mm, ...]:
        """To 0.1 mm, towards the axis."""
        found = tuple(floor(10 * (each.least - self.seat_deep)) / 10 for each in self._stretches(plate))
        if min(found) - self.figures.seat_gap < self.arm_least:
            raise BuildError(f"from the pylon to a seat of the cover there are {min(found):.1f} mm, and {self.seat_needs:.1f} "
                             "mm are needed: this leg is not where the pylon is. Choose a thinner pylon, or move it forward or "
                             "back")
        low, reach = self.plate_heights[plate], self._ear_reach(found)
        behind = inside(self._limb(), self.offset - self.wall, self.axis, 180.0, self.ear_outside, low, low + self.plate).least
        if behind < reach + self.figures.ear_free:
            raise BuildError(f"behind the pylon the cover is {behind:.1f} mm away, and the ears of the clamp need {reach:.1f} "
                             "mm: choose a thinner pylon, or move it forward")
        return found

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

    # --- shells

    def _shell(self, front: bool) -> cq.Workplane:
        limb, (x, y) = self._limb(), self.axis
        start, end = _FRONT if front else _BACK
        seats = [(way, far, self.seat_half, low, low + self.plate)
                 for low, every in zip(self.plate_heights, (self.lower_seats, self.upper_seats), strict=True)
                 for way, far in zip(self.ways, every, strict=True) if (cos(way) > 0) is front]
        shape = solids.limb_shell(limb.step, limb.centre_array(), limb.array(), offset=self.offset - self.wall, wall=self.wall,
                                 low=self.low, high=self.high, start=start, end=end, axis=(x, y, 0.0, 0.0),
                                 openings=self._openings(front), rounding=self.edge, lap=self.lap,
                                 gap=self.figures.lap_gap, seats=seats)
        for way, far, _, low, high in seats:
            shape = solids.drilled(shape, at=(x + far * cos(way), y + far * sin(way), (low + high) / 2), radius=self.pocket / 2,
                                   depth=self.pocket_deep)
        return shape

    def _told(self, front: bool) -> shells.Told:
        lap = shells.Lap(self.lap, self.figures.lap_gap)
        return shells.told(self._limb(), self.offset - self.wall, self.wall, (self.low, self.high), self.axis,
                           _FRONT if front else _BACK, lap, self._openings(front))

    def _openings(self, front: bool) -> tuple[openings.Outline, ...]:
        return openings.openings(self._limb(), self.offset, self.axis, _FRONT if front else _BACK, self.field,
                                 self.pattern.kind, self.cell, self.bar, self.border)

    def _shell_expected(self, front: bool) -> Expectation:
        """Skins, seats and openings, each by sections of the leg."""
        volume = self._told(front).volume
        for plate, seats in enumerate((self.lower_seats, self.upper_seats)):
            for way, far, stretch in zip(self.ways, seats, self._stretches(plate), strict=True):
                if (cos(way) > 0) is front:
                    volume += self.plate**2 * (stretch.mean - far) - pi / 4 * self.pocket**2 * self.pocket_deep
        volume -= self.wall * shells.opened(self._limb(), self.offset - self.wall / 2, self.axis, self._openings(front))
        return Expectation(volume=volume, volume_within=0.05, size=(None, None, self.cover_height))

    @part(material="colour", process="print", treatment="finish", label="Front shell")
    def front_shell(self) -> cq.Workplane:
        """The shin's side. Frame: that of the leg."""
        return self._shell(True)

    @front_shell.expect
    def front_shell_expected(self) -> Expectation:
        """Its volume by sections."""
        return self._shell_expected(True)

    @front_shell.follows
    def front_shell_follows(self) -> Followed:
        """The leg, as much larger as was chosen."""
        return Followed(self._limb(), self.offset)

    @part(material="colour", process="print", treatment="finish", label="Back shell")
    def back_shell(self) -> cq.Workplane:
        """The calf's side. Frame: that of the leg."""
        return self._shell(False)

    @back_shell.expect
    def back_shell_expected(self) -> Expectation:
        """Its volume by sections."""
        return self._shell_expected(False)

    @back_shell.follows
    def back_shell_follows(self) -> Followed:
        """The leg, as much larger as was chosen."""
        return Followed(self._limb(), self.offset)

    # --- plates

    def _outline(self, seats: tuple[Mm, ...]) -> plates.Section:
        figures, arms = self.figures, self._arms(seats)
        ears = plates.Ears(figures.clamp_slot, figures.ear, self._ear_reach(seats))
        return plates.outline(self.bore, figures.clamp_wall, arms, self.seat_half, ears)

    def _arms(self, seats: tuple[Mm, ...]) -> tuple[tuple[float, Mm], ...]:
        """Direction (degrees) and distance of the face of each arm of a plate."""
        return tuple((way, far - self.figures.seat_gap) for way, far in zip(self.ways, seats, strict=True))

    def _screw_at(self, seats: tuple[Mm, ...]) -> Mm:
        """From the axis of the pylon to that of the screw of a clamp."""
        return plates.screw_at(self._arms(seats), self.seat_half, self.screw_free, self.screw_high, self.screw_least)

    def _ear_reach(self, seats: tuple[Mm, ...]) -> Mm:
        """From the axis of the pylon to the end of the ears."""
        return self._screw_at(seats) + self.figures.screw_hole / 2 + self.figures.ear_end

    def _plate(self, seats: tuple[Mm, ...]) -> cq.Workplane:
        figures, middle, screw = self.figures, self.plate / 2, self._screw_at(seats)
        shape = solids.extruded(self._outline(seats), plane="XY", at=0.0, length=self.plate)
        for way, far in zip(self.ways, seats, strict=True):
            face = far - figures.seat_gap
            shape = solids.drilled(shape, at=(face * cos(way), face * sin(way), middle), radius=self.pocket / 2,
                                   depth=self.pocket_deep)
        thick = figures.clamp_slot / 2 + figures.ear
        hole = cq.Workplane("XZ", origin=(-screw, thick, middle)).circle(figures.screw_hole / 2).extrude(2 * thick)
        across = (figures.nut_across + figures.nut_gap) / cos(30)
        nut = cq.Workplane("XZ", origin=(-screw, thick, middle)).polygon(6, across).extrude(figures.nut_high)
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
