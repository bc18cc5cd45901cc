"""What is controlled of glasses, crown, casing ring and dial. Datums and limits as of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from configurator import Mm, faces
from configurator import characteristics as control

from . import chains, sections
from .controlled import ControlledCase
from .sizes import FITS


class Controlled(ControlledCase):
    """Characteristics of what the case holds."""

    @ControlledCase.crystal.controls
    def crystal_controlled(self) -> Sequence[control.Characteristic]:
        """A: the face on the ledge."""
        return self._glass_controlled(self.glass_radius, self.glass)

    @ControlledCase.back_crystal.controls
    def back_crystal_controlled(self) -> Sequence[control.Characteristic]:
        """A: the face on the ledge."""
        return self._glass_controlled(self._back_glass_radius(), self.back_glass)

    def _glass_controlled(self, radius: Mm, thick: Mm) -> Sequence[control.Characteristic]:
        figures, inner, outer = self.figures, faces.plane("-z", 0), faces.plane("+z", thick)
        return [
            control.distance("thickness", thick, inner, outer, datum="A", critical=True, label="Thickness"),
            control.diameter("outside", 2 * radius, faces.cylinder(2 * radius), limits=self._squeeze[0], critical=True,
                             label="Diameter"),
            control.relation("parallelism", "parallel", figures.glass_parallel, outer, to=("A",), label="Faces parallel"),
            control.roughness("inner_surface", figures.glass_roughness, inner, label="Polish of the inner face"),
            control.roughness("outer_surface", figures.glass_roughness, outer, label="Polish of the outer face"),
        ]

    @ControlledCase.crown.controls
    def crown_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the bore over the tube. B: the face towards the case."""
        return [*self._crown_outside(), *self._crown_inside()]

    def _crown_outside(self) -> Iterator[control.Characteristic]:
        figures, foot, outer = self.figures, faces.plane("-z", 0), faces.cylinder(self.crown_diameter)
        yield control.diameter("outside", self.crown_diameter, outer, label="Diameter over the flutes")
        yield control.distance("length", figures.crown_length, foot, faces.outermost("+z", figures.crown_length), datum="B",
                               label="Length")
        yield control.relation("runout", "outside_runout", figures.crown_runout, outer, to=("A",),
                               label="Run-out of the outside")

    def _crown_inside(self) -> Iterator[control.Characteristic]:
        figures, foot = self.figures, faces.plane("-z", 0)
        across, deep = figures.tube_diameter + 2 * figures.crown_clear, faces.plane("-z", figures.crown_bore)
        seat = faces.cylinder(2 * sections.crown_gasket_radius(self))
        near, far = sections.CROWN_GROOVE
        tapped = faces.cylinder(figures.stem_tap_drill)
        yield control.diameter("bore", across, faces.cylinder(across), datum="A", label="Bore over the tube")
        yield control.distance("bore_depth", figures.crown_bore, foot, deep, label="Depth of this bore")
        yield control.thread("stem_thread", self.movement.stem_thread, tapped, depth=figures.crown_thread, critical=True,
                             label="Thread of the stem")
        yield control.relation("coaxiality", "thread_coaxial", figures.coaxial, tapped, to=("A",),
                               label="Thread coaxial with the bore")
        yield control.diameter("groove", 2 * sections.crown_gasket_radius(self), seat, label="Gasket groove, diameter")
        yield control.distance("groove_width", far - near, faces.plane("+z", near), faces.plane("-z", far),
                               label="Width of the gasket groove")
        yield control.distance("groove_end", far, foot, faces.plane("-z", far), label="Far side of the gasket groove")
        yield control.roughness("groove_surface", figures.sealing_roughness, seat, label="Sealing face of the groove")

    @ControlledCase.casing_ring.controls
    def casing_ring_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the outside. B: the plane that carries the dial."""
        return [*self._ring_turned(), *self._ring_hole()]

    def _ring_turned(self) -> Iterator[control.Characteristic]:
        figures, movement, across = self.figures, self.movement, 2 * (self.bore - self.figures.seat_gap)
        top, low = faces.plane("+z", self.movement_top), faces.plane("-z", figures.thread_length)
        gaps = (2 * figures.seat_gap, 2 * figures.seat_gap_least, 2 * figures.seat_gap_greatest)
        guide = faces.cylinder(2 * self.snug)
        yield control.diameter("outside", across, faces.cylinder(across), limits=self._in_seat[0], datum="A", critical=True,
                               label="Outside diameter")
        yield control.distance("height", self.movement_top - figures.thread_length, top, low, datum="B", label="Height")
        yield control.diameter("guide", 2 * self.snug, guide, critical=True, label="Seat of the movement",
                               limits=chains.clearing(*gaps, inside=self._encageage)[1])
        yield control.relation("coaxiality", "guide_coaxial", figures.coaxial, guide, to=("A",),
                               label="Seat coaxial with the outside")
        if movement.rest:
            wide = movement.body + 2 * figures.seat_gap
            yield control.distance("step", movement.rest, top, faces.plane("+z", self.movement_top - movement.rest),
                                   label="Depth of the rest")
            yield control.diameter("body", wide, faces.cylinder(wide), label="Opening under the rest")

    def _ring_hole(self) -> Iterator[control.Characteristic]:
        wide, top = self.figures.stem_hole, faces.plane("+z", self.movement_top)
        if self.ring_slotted:
            yield control.distance("stem_slot", wide, faces.plane("+y", -wide / 2), faces.plane("-y", wide / 2),
                                   label="Slot for the stem")
            yield control.distance("stem_floor", self.movement_top - self.ring_slot, top, faces.plane("+z", self.ring_slot),
                                   label="Depth of this slot")
            return
        hole = faces.cylinder(wide, "x", through=(0, 0, self.stem))
        yield control.diameter("stem_hole", wide, hole, label="Hole for the stem")
        yield control.distance("stem", self.movement.stem_height, top, hole, label="From the dial to the stem")

    @ControlledCase.dial.controls
    def dial_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the centre hole. B: the face that is seen."""
        figures, face, under = self.figures, faces.plane("+z", 0), faces.plane("-z", -self.figures.dial_thickness)
        hole, outer = faces.cylinder(figures.dial_hole), faces.cylinder(2 * self.dial_radius)
        return [
            control.diameter("outside", 2 * self.dial_radius, outer, fit=FITS["dial"].iso, label="Diameter"),
            control.distance("thickness", figures.dial_thickness, face, under, fit=FITS["dial_thickness"].iso, datum="B",
                             label="Thickness of the plate"),
            control.distance("height", figures.dial_thickness + figures.index_height, under,
                             faces.plane("+z", figures.index_height), label="Height over the hour marks"),
            control.diameter("hole", figures.dial_hole, hole, datum="A", label="Centre hole"),
            control.relation("coaxiality", "outside_coaxial", figures.seen_coaxial, outer, to=("A",),
                             label="Outside coaxial with the hole"),
            control.form("flatness", "flat", figures.dial_flat, face, label="Dial flat"),
        ]
