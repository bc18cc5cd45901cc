"""What is controlled of a leg cover: what touches the pylon, what meets at the seats, and where the shells end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from configurator import characteristics as control
from configurator import cos, faces, sin

from . import plates
from .made import Made


class Controlled(Made):
    """Characteristics of the printed parts. Limits are those of the process where no fit asks for less."""

    @Made.front_shell.controls
    def front_shell_controlled(self) -> Sequence[control.Characteristic]:
        """A: the lands. B: the lower rim."""
        return list(self._shell_controlled(front=True))

    @Made.back_shell.controls
    def back_shell_controlled(self) -> Sequence[control.Characteristic]:
        """A: the lands. B: the lower rim."""
        return list(self._shell_controlled(front=False))

    def _shell_controlled(self, *, front: bool) -> Iterator[control.Characteristic]:
        figures, told, split = self.figures, self._told(front), self.axis[0]
        within, grown = figures.profile_within, figures.printed_share * self.cover_height + figures.printed_within
        lands, lower = faces.plane("-x" if front else "+x", split), faces.plane("-z", self.low)
        ends = [(faces.outermost(f"-{axis}", told.low[each], within=_FREE),
                 faces.outermost(f"+{axis}", told.high[each], within=_FREE)) for each, axis in enumerate("xy")]
        far = (told.high[0] - split, ends[0][1]) if front else (split - told.low[0], ends[0][0])
        yield control.distance("from_lands", far[0], lands, far[1], limits=(-within, within), datum="A",
                               label="Depth from the lands")
        yield control.distance("depth", told.high[0] - told.low[0], *ends[0], limits=(-within, within),
                               label="Depth over all")
        yield control.distance("height", self.cover_height, lower, faces.plane("+z", self.high), limits=(-grown, grown),
                               datum="B", label="Height")
        yield control.distance("breadth", told.high[1] - told.low[1], *ends[1], limits=(-within, within),
                               label="Breadth")
        way = next(each for each in self.ways if (cos(each) > 0) is front)
        seated, middle = self.lower_seats[self.ways.index(way)], self.plate_heights[0] + self.plate / 2
        inwards, (x, y) = (-cos(way), -sin(way), 0.0), self.axis
        place = (x - seated * inwards[0], y - seated * inwards[1], middle)
        seat = -seated + inwards[0] * x + inwards[1] * y
        give = figures.printed_within
        yield control.diameter("pocket", self.pocket, faces.cylinder(self.pocket, inwards, through=place), limits=(-give, give),
                               count=4, critical=True, label="Pockets of the magnets")
        floor = faces.plane(inwards, seat - self.pocket_deep)
        yield control.distance("deep", self.pocket_deep, faces.plane(inwards, seat), floor,
                               limits=(-give, give), count=4, label="Depth of these pockets")
        yield control.form("flatness", "lands", figures.land_flat, lands, label="Lands flat")

    @Made.lower_plate.controls
    def lower_plate_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the bore. B: the lower face."""
        return list(self._plate_controlled(self.lower_seats))

    @Made.upper_plate.controls
    def upper_plate_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the bore. B: the lower face."""
        return list(self._plate_controlled(self.upper_seats))

    def _plate_controlled(self, seats: tuple[float, ...]) -> Iterator[control.Characteristic]:
        figures, middle = self.figures, self.plate / 2
        within, bore = figures.printed_within, faces.cylinder(self.bore)
        reach, screw = self._ear_reach(seats), self._screw_at(seats)
        lip, thick = figures.clamp_slot / 2, figures.clamp_slot / 2 + figures.ear
        yield control.diameter("bore", self.bore, bore, limits=(-within, within), datum="A", critical=True,
                               label="Bore over the pylon")
        yield control.distance("thickness", self.plate, faces.plane("-z", 0), faces.plane("+z", self.plate),
                               limits=(-within, within), datum="B", label="Thickness")
        yield control.distance("slot", figures.clamp_slot, faces.plane("-y", lip), faces.plane("+y", -lip),
                               label="Slot of the clamp")
        yield control.distance("ears", 2 * thick, faces.plane("+y", thick), faces.plane("-y", -thick),
                               label="Over the ears")
        yield control.distance("ear_end", reach, bore, faces.plane("-x", -reach),
                               label="From the bore to the ears' end")
        hole = faces.cylinder(figures.screw_hole, "y", through=(-screw, 0, middle))
        yield control.diameter("screw_hole", figures.screw_hole, hole, label="Hole of the screw")
        yield control.distance("screw", reach - screw, faces.plane("-x", -reach), hole,
                               label="From the ears' end to the screw")
        low, high = plates.ends(self._outline(seats))
        for axis, letter in ((0, "x"), (1, "y")):  # the rounded corners of arms end anywhere: told to 0.1 mm
            start, end = floor(10 * low[axis]) / 10, ceil(10 * high[axis]) / 10
            yield control.distance(f"extent_{letter}", end - start, faces.outermost(f"-{letter}", start, within=_TENTH),
                                   faces.outermost(f"+{letter}", end, within=_TENTH), label=_EXTENTS[letter])
        for number, (way, far) in enumerate(zip(self.ways, seats, strict=True)):
            seat = faces.plane((cos(way), sin(way), 0.0), far - figures.seat_gap)
            yield control.distance(f"arm_{number + 1}", far - figures.seat_gap, bore, seat, limits=(-within, within),
                                   critical=True, label=f"{_SEATS[number]}: from the bore to the seat")
        out, face = (cos(self.ways[0]), sin(self.ways[0]), 0.0), seats[0] - figures.seat_gap
        pocket = faces.cylinder(self.pocket, out, through=(face * out[0], face * out[1], middle))
        yield control.diameter("pocket", self.pocket, pocket, limits=(-within, within), count=4, label="Pockets of the magnets")
        yield control.distance("deep", self.pocket_deep, faces.plane(out, face), faces.plane(out, face - self.pocket_deep),
                               count=4, label="Depth of these pockets")


_FREE = 0.5
"""mm by which the built skin may stand over the sections that told where it ends: its wall is nowhere below the chosen one."""
_TENTH = 0.1
"""mm by which a plate may end before the tenth that is told."""
_SEATS = ("Left in front", "Left behind", "Right behind", "Right in front")
_EXTENTS = {"x": "Depth of the plate", "y": "Breadth of the plate"}
