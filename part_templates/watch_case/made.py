"""The parts that are made: case, bezel, glasses, back, crown, casing ring, dial."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from typing import Any

from configurator import (
    SANS,
    SERIF,
    Expectation,
    Material,
    Mm,
    Placement,
    Table,
    cos,
    cq,
    derived,
    feature,
    part,
    sin,
    solids,
)

from . import lugs, sections
from .rules import Rules
from .sizes import HERE

STUFF = Table(Material, HERE / "stuff.csv")
SAPPHIRE, BRASS = STUFF["sapphire"], STUFF["brass"]
ALONG_CROWN = {"turn": 90.0, "tilt": 90.0}
"""Turns a part's own Z to +X, where the crown is."""


class Made(Rules):
    """What leaves the workshop."""

    @derived
    def mass(self) -> Any:
        """g, of what is made: sections turned about the axis (Pappus), and lugs, but for letters, holes and flutes."""
        metal = self.case_volume + self.bezel_volume + self.back_volume + sections.turned(sections.crown(self))
        return (metal * self.metal.density + self.glass_volume * SAPPHIRE.density + self.brass_volume * BRASS.density) / 1000

    @derived
    def case_volume(self) -> Any:
        """mm3 of the mid-case."""
        return sections.turned(sections.midcase(self)) + 4 * lugs.volume(self) - self.fluted_away - (
            pi * (self.figures.tube_diameter / 2) ** 2 * (self.radius - self.bore))

    @derived
    def fluted_away(self) -> Any:
        """mm3 that the flutes of a bezel in one piece take from the case."""
        return sections.fluted_away(self, self.glass_bore) if self.one_piece else 0.0

    @derived
    def bezel_volume(self) -> Any:
        """mm3 of a bezel of its own."""
        if self.one_piece:
            return 0.0
        return sections.turned(sections.bezel(self)) - sections.fluted_away(self, sections.lip(self))

    @derived
    def back_volume(self) -> Any:
        """mm3 of the case back."""
        return sections.turned(sections.case_back(self))

    @derived
    def glass_volume(self) -> Any:
        """mm3 of the glasses."""
        glass = sections.turned(sections.disc(self.glass_radius, self.glass, 0.2, 0.1))
        if self.back_style.window:
            glass = glass + sections.turned(sections.disc(self._back_glass_radius(), self.back_glass, 0.2, 0.1))
        return glass

    @derived
    def brass_volume(self) -> Any:
        """mm3 of dial and casing ring."""
        brass = pi * self.dial_radius**2 * self.figures.dial_thickness
        return brass + sections.turned(sections.casing_ring(self)) if self.ringed else brass

    @feature
    def one_lug(self) -> cq.Workplane:
        """The lug at half past one, trimmed to the flank it stands on."""
        side, bevel = lugs.profile(self), self.lug_style.bevel
        outline = [side.start, side.leave, (side.fall, side.brow) if side.fall else side.brow, (side.tip, side.chin),
                   (side.rise, side.arrive) if side.rise else side.arrive, side.end]
        broken = {"fillet" if self.lug_style == "curved" else "chamfer": bevel}
        blank = solids.extruded(outline, plane="YZ", at=self.lug_inside, length=self.lug, **broken)
        pierced = solids.drilled(blank, at=(self.lug_inside, self.bar, self.bar_height), radius=self.figures.bar_hole / 2,
                                 depth=self.figures.bar_depth)
        return solids.trimmed(pierced, outside=self.radius)

    @part(material="metal", process="turn-mill", treatment="finish", label="Mid-case")
    def midcase(self) -> cq.Workplane:
        """Turned, with four lugs and the bore for the crown tube."""
        blank = solids.revolved(sections.midcase(self), seam=90)
        if self.one_piece and self.bezel_style == "fluted":
            blank = self._fluted_bezel(blank, self.glass_bore)
        lug = self.one_lug()
        right = [lug, lug.mirror("XZ")]
        cased = solids.joined(blank, *right, *(each.mirror("YZ") for each in right))
        return solids.bored(cased, radius=self.figures.tube_diameter / 2, z=self.stem, outer=self.radius, inner=self.bore)

    def _fluted_bezel(self, blank: cq.Workplane, inner: float) -> cq.Workplane:
        lower, upper = sections.flutes(self, inner)
        return solids.fluted_cone(blank, lower=lower[0], upper=upper[0], count=int(self.figures.bezel_flutes),
                                  depth=self.figures.bezel_flute_depth)

    @midcase.expect
    def midcase_expected(self) -> Expectation:
        """Length over lugs and height exactly."""
        top = self.rim if self.one_piece else self.neck_top
        return Expectation(volume=self.case_volume, volume_within=0.04,
                           size=(self.case_diameter, self.lug_to_lug, top + self.figures.lug_reach))

    @part(material="metal", process="turn-mill", treatment="finish", label="Bezel")
    def bezel(self) -> cq.Workplane:
        """Pressed onto the neck of the case."""
        blank = solids.revolved(sections.bezel(self), seam=90)
        return self._fluted_bezel(blank, sections.lip(self)) if self.bezel_style == "fluted" else blank

    @bezel.place
    def bezel_on_case(self) -> Sequence[Placement]:
        """None if the case carries it in one piece."""
        return [] if self.one_piece else [Placement()]

    @bezel.expect
    def bezel_expected(self) -> Expectation:
        """All of it; its dome is an arc, taken for a parabola."""
        return Expectation(volume=self.bezel_volume, volume_within=0.03,
                           size=(2 * self.bezel_radius, 2 * self.bezel_radius, self.bezel_height))

    @part(material=SAPPHIRE, process="grind", label="Glass")
    def crystal(self) -> cq.Workplane:
        """Flat sapphire with broken edges. Its own frame: its inner face is Z = 0."""
        return solids.revolved(sections.disc(self.glass_radius, self.glass, 0.2, 0.1))

    @crystal.place
    def crystal_in_seat(self) -> Sequence[Placement]:
        """On the ledge."""
        return [Placement(z=self.glass_seat)]

    @crystal.expect
    def crystal_expected(self) -> Expectation:
        """All of it."""
        return _disc_expected(self.glass_radius, self.glass)

    @feature
    def back_blank(self) -> cq.Workplane:
        """The back with its key notches, before letters are cut."""
        figures, turned = self.figures, solids.revolved(sections.case_back(self), seam=90)
        inner, count = self.notch_inner, int(figures.notch_count)
        return solids.sunk(turned, [_slot(360 / count * (n + 0.5), inner, figures.notch_length, figures.notch_width)
                                    for n in range(count)], z=-self.back, depth=figures.notch_depth)

    @part(material="metal", process="turn-mill", treatment="finish", label="Case back")
    def case_back(self) -> cq.Workplane:
        """Screwed: thread at major diameter, gasket groove, key notches, engraving to be read from below."""
        blank = self.back_blank()
        if self.engraving == "":
            return blank
        font = SERIF if self.lettering == "serif" else SANS
        radius = self.letters_base if self.engraving_place == "around" else None
        return solids.engraved(blank, self.engraving, z=-self.back, height=self.letter_height,
                               depth=self.figures.engraving_depth, font=font, radius=radius)

    @case_back.expect
    def case_back_expected(self) -> Expectation:
        """Its outside exactly; notches and letters take a little of its volume."""
        high = self.back + self.figures.thread_length - self.figures.axial_gap
        across = 2 * self.back_radius
        notches = self.figures.notch_count * self.figures.notch_length * self.figures.notch_width * self.figures.notch_depth
        return Expectation(volume=self.back_volume - 0.9 * notches, volume_within=0.03,
                           size=(across, across, high))

    @part(material=SAPPHIRE, process="grind", label="Glass of the back")
    def back_crystal(self) -> cq.Workplane:
        """Flat sapphire. Its own frame: its inner face is Z = 0."""
        return solids.revolved(sections.disc(self._back_glass_radius(), self.back_glass, 0.2, 0.1))

    def _back_glass_radius(self) -> Mm:
        return self.window_pocket - self.figures.gasket_width

    @back_crystal.place
    def back_crystal_in_seat(self) -> Sequence[Placement]:
        """Flush with the back, its inner face on the ledge."""
        return [Placement(z=-self.figures.back_ledge, tilt=180)] if self.back_style.window else []

    @back_crystal.expect
    def back_crystal_expected(self) -> Expectation:
        """All of it."""
        return _disc_expected(self._back_glass_radius(), self.back_glass)

    @part(material="metal", process="turn-mill", treatment="finish", label="Crown")
    def crown(self) -> cq.Workplane:
        """Fluted, with its gasket seat and a bore tapped for the stem. Its own frame: Z points away from the case."""
        blank = solids.revolved(sections.crown(self))
        return solids.fluted(blank, radius=self.crown_diameter / 2, count=self.crown_flutes, depth=self.flute_depth,
                             width=self.crown_flute)

    @crown.place
    def crown_on_tube(self) -> Sequence[Placement]:
        """At 3 o'clock."""
        return [Placement(x=self.radius + self.figures.crown_gap, z=self.stem, **ALONG_CROWN)]

    @crown.expect
    def crown_expected(self) -> Expectation:
        """Its length exactly; flutes take a little of its volume."""
        taken = self.crown_flutes * 0.667 * self.crown_flute * self.flute_depth
        high = self.figures.crown_length - self.figures.crown_collar - 0.12
        return Expectation(volume=sections.turned(sections.crown(self)) - taken * high, volume_within=0.03,
                           size=(None, None, self.figures.crown_length))

    @part(material=BRASS, process="turn-mill", label="Casing ring")
    def casing_ring(self) -> cq.Workplane:
        """Centres the movement in the case; a hole or a slot lets the stem through."""
        inner = self.movement.body / 2 + self.figures.seat_gap if self.movement.rest else self.snug
        blank = solids.revolved(sections.casing_ring(self), seam=90)
        wide = self.figures.stem_hole
        if not self.ring_slotted:
            return solids.bored(blank, radius=wide / 2, z=self.stem, inner=inner, outer=self.bore - self.figures.seat_gap)
        slot = cq.Workplane("XY").box(self.bore, wide, self.movement_top, centered=(False, True, False))
        return blank.cut(slot.translate((inner / 2, 0, self.ring_slot)))

    @derived
    def ring_slotted(self) -> bool:
        """Whether the stem goes through a slot that is open to the dial: beside a hole hardly anything would be left of the
        step on which the movement rests."""
        rest, half = self.movement.rest, self.figures.stem_hole / 2
        return rest > 0 and self.movement.stem_height - rest - half < self.figures.ring_wall

    @derived
    def ring_slot(self) -> Mm:
        """Height of the floor of this slot."""
        return self.stem - self.figures.stem_hole / 2

    @casing_ring.place
    def casing_ring_in_case(self) -> Sequence[Placement]:
        """Only where the movement is smaller than the bore."""
        return [Placement()] if self.ringed else []

    @casing_ring.expect
    def casing_ring_expected(self) -> Expectation:
        """Its outside exactly; its volume but for the hole."""
        across = 2 * (self.bore - self.figures.seat_gap)
        wall, wide = self.bore - self.snug, self.figures.stem_hole
        taken = wide * (self.movement_top - self.ring_slot) if self.ring_slotted else pi / 4 * wide**2
        return Expectation(volume=sections.turned(sections.casing_ring(self)) - taken * wall, volume_within=0.05,
                           size=(across, across, self.movement_top - self.figures.thread_length))

    @part(material="dial_colour", process="turn-mill", treatment="dial_colour", label="Dial")
    def dial(self) -> cq.Workplane:
        """Blank with raised hour marks. Its own frame: its visible face is Z = 0."""
        figures, thick = self.figures, self.figures.dial_thickness
        plate = solids.revolved([(figures.dial_hole / 2, -thick), (self.dial_radius, -thick), (self.dial_radius, 0),
                                 (figures.dial_hole / 2, 0)])
        return solids.sunk(plate, [mark for hour in range(12) for mark in self._marks(hour)], z=0, depth=-figures.index_height)

    def _marks(self, hour: int) -> list[list[tuple[float, float]]]:
        outer = self.opening / 2 - 0.9
        long, wide = (0.23 if hour % 3 == 0 else 0.18) * self.opening / 2, 0.03 * self.opening
        offsets = (-0.8 * wide, 0.8 * wide) if hour == 0 else (0.0,)
        return [_bar(30 * hour, outer - long, outer, offset, wide) for offset in offsets]

    @dial.place
    def dial_in_seat(self) -> Sequence[Placement]:
        """Its edge under the ledge of the case."""
        return [Placement(z=self.dial_seat)]

    @dial.expect
    def dial_expected(self) -> Expectation:
        """Its outside exactly; hour marks add a little to its volume."""
        hole, thick = self.figures.dial_hole / 2, self.figures.dial_thickness
        return Expectation(volume=pi * (self.dial_radius**2 - hole**2) * thick, volume_within=0.05,
                           size=(2 * self.dial_radius, 2 * self.dial_radius, thick + self.figures.index_height))


def _disc_expected(radius: Mm, thick: Mm) -> Expectation:
    return Expectation(volume=sections.turned(sections.disc(radius, thick, 0.2, 0.1)), volume_within=1e-6,
                       size=(2 * radius, 2 * radius, thick))


def _polar(radius: Mm, across: Mm, degrees: float) -> tuple[float, float]:
    """A point at `radius` along a direction clockwise from 12 o'clock, `across` to its right."""
    return (radius * sin(degrees) + across * cos(degrees), radius * cos(degrees) - across * sin(degrees))


def _bar(degrees: float, inner: Mm, outer: Mm, offset: Mm, wide: Mm) -> list[tuple[float, float]]:
    """An hour mark."""
    low, high = offset - wide / 2, offset + wide / 2
    return [_polar(r, across, degrees) for r, across in ((inner, low), (inner, high), (outer, high), (outer, low))]


def _slot(degrees: float, inner: Mm, long: Mm, wide: Mm) -> sections.Section:
    """A radial slot with round ends."""
    half, outer = wide / 2, inner + long
    start = _polar(inner + half, half, degrees)
    return [start, (_polar(inner, 0, degrees), _polar(inner + half, -half, degrees)), _polar(outer - half, -half, degrees),
            (_polar(outer, 0, degrees), _polar(outer - half, half, degrees))]
