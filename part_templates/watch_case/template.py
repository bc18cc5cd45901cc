"""A wrist watch: case, bezel, glass, back, crown and dial around a movement that can be bought.

sizes.py has the parameters and what follows from them, rules.py what cannot be, made.py the parts that are made,
controlled.py and controlled_inside.py what is measured of them; this file the parts that are bought, and where parts
overlap on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from configurator import Expectation, Item, Look, Mm, Placement, Table, bought, cq, derived, interface, part, solids

from . import sections
from .controlled_inside import Controlled
from .made import ALONG_CROWN
from .sizes import HERE

LOOKS = Table(Look, HERE / "looks.csv")


class Watch(Controlled):
    """A wrist watch. Frame: Z is its axis and points to the glass, +Y to 12 o'clock, Z = 0 is the seat of the back."""

    @part(material=LOOKS["movement"], process="bought", label="Movement")
    def calibre(self) -> cq.Workplane:
        """Its envelope."""
        movement, top, low = self.movement, self.movement_top, self.movement_bottom
        outer = movement.diameter / 2
        if movement.rest == 0:
            return solids.revolved([(0, low), (outer, low), (outer, top), (0, top)])
        body, step = movement.body / 2, top - movement.rest
        return solids.revolved([(0, low), (body, low), (body, step), (outer, step), (outer, top), (0, top)])

    @calibre.item
    def calibre_item(self) -> Item:
        """The movement."""
        return Item(self.movement.name, description="Movement {movement}")

    @calibre.expect
    def calibre_expected(self) -> Expectation:
        """The envelope of the data sheet."""
        movement = self.movement
        body = movement.body if movement.rest else movement.diameter
        volume = pi / 4 * (movement.diameter**2 * movement.rest + body**2 * (movement.height - movement.rest))
        return Expectation(volume=volume, volume_within=1e-6, size=(movement.diameter, movement.diameter, movement.height))

    @part(material=LOOKS["steel"], process="bought", label="Crown tube")
    def crown_tube(self) -> cq.Workplane:
        """Pressed into the case. Its own frame: Z is the axis of the stem, 0 the middle of the watch."""
        figures = self.figures
        return solids.revolved(sections.ring(figures.tube_bore / 2, figures.tube_diameter / 2, self._tube_start(),
                                             self.radius + figures.tube_reach))

    def _tube_start(self) -> Mm:
        return self.bore + 0.25

    @crown_tube.place
    def crown_tube_in_case(self) -> Sequence[Placement]:
        """At 3 o'clock."""
        return [Placement(z=self.stem, **ALONG_CROWN)]

    @crown_tube.item
    def crown_tube_item(self) -> Item:
        """Pressed H7/p6."""
        return Item("TUBE-2.0", description="Crown tube 2.0 mm, pressed in H7/p6")

    @crown_tube.expect
    def crown_tube_expected(self) -> Expectation:
        """All of it."""
        figures = self.figures
        long = self.radius + figures.tube_reach - self._tube_start()
        return Expectation(volume=pi / 4 * (figures.tube_diameter**2 - figures.tube_bore**2) * long, volume_within=1e-6,
                           size=(figures.tube_diameter, figures.tube_diameter, long))

    @part(material=LOOKS["steel"], process="bought", label="Winding stem")
    def winding_stem(self) -> cq.Workplane:
        """From the movement into the crown. Its own frame: Z is its axis, 0 the middle of the watch."""
        radius = self.figures.stem_major / 2
        start, end = self.stem_ends
        return solids.revolved([(0, start), (radius, start), (radius, end), (0, end)])

    @derived
    def stem_ends(self) -> tuple[Mm, Mm]:
        """Where the stem begins and ends, from the middle of the watch."""
        figures = self.figures
        inside = self.radius + figures.crown_gap + figures.crown_bore
        return self.movement.diameter / 2, inside + figures.crown_thread - 0.2

    @derived
    def stem_long(self) -> Mm:
        """How long the stem is from the movement's edge."""
        return (self.radius + self.figures.crown_gap + self.figures.crown_bore + self.figures.crown_thread - 0.2
                - self.movement.diameter / 2)

    @winding_stem.place
    def winding_stem_in_crown(self) -> Sequence[Placement]:
        """At 3 o'clock."""
        return [Placement(z=self.stem, **ALONG_CROWN)]

    @winding_stem.item
    def winding_stem_item(self) -> Item:
        """Supplied with the movement, cut to length."""
        return Item(f"STEM-{self.movement.name}", description="Winding stem {movement.stem_thread} for {movement}, cut to "
                    "{stem_long} mm from the edge of the movement")

    @winding_stem.expect
    def winding_stem_expected(self) -> Expectation:
        """All of it."""
        return Expectation(volume=pi / 4 * self.figures.stem_major**2 * self.stem_long, volume_within=1e-6,
                           size=(self.figures.stem_major, self.figures.stem_major, self.stem_long))

    @part(material=LOOKS["nylon"], process="bought", label="Gasket of the glass")
    def glass_gasket(self) -> cq.Workplane:
        """A ring between glass and case, drawn as it is before it is squeezed."""
        figures = self.figures
        inner, outer = self._squeezed(self.glass_radius, self.glass_bore)
        return solids.revolved(sections.ring(inner, outer, self.glass_seat, self.neck_top - figures.lip_gap))

    def _squeezed(self, inner: Mm, outer: Mm) -> tuple[Mm, Mm]:
        more = self.figures.gasket_squeeze / 4
        return inner - more, outer + more

    def _glass_gasket_height(self) -> Mm:
        return self.neck_top - self.figures.lip_gap - self.glass_seat

    @glass_gasket.item
    def glass_gasket_item(self) -> Item:
        """By its size."""
        return Item(f"GASKET-I-{2 * self.glass_bore:.2f}",
                    description="Ring gasket of the glass, for a seat of {glass_bore_across} mm")

    @derived
    def glass_bore_across(self) -> Mm:
        """Diameter of the seat of glass and gasket."""
        return 2 * self.glass_bore

    @glass_gasket.expect
    def glass_gasket_expected(self) -> Expectation:
        """All of it."""
        inner, outer = self._squeezed(self.glass_radius, self.glass_bore)
        high = self._glass_gasket_height()
        return Expectation(volume=pi * (outer**2 - inner**2) * high, volume_within=1e-6, size=(2 * outer, 2 * outer, high))

    @part(material=LOOKS["gasket"], process="bought", label="Gasket of the back")
    def back_gasket(self) -> cq.Workplane:
        """Flat, in the groove of the back, drawn as it is before it is squeezed."""
        figures = self.figures
        return solids.revolved(sections.ring(self.groove_inner + 0.05, self.groove_outer - 0.05, -figures.groove_depth,
                                             figures.groove_squeeze))

    def _back_gasket_area(self) -> float:
        return pi * ((self.groove_outer - 0.05) ** 2 - (self.groove_inner + 0.05) ** 2)

    @back_gasket.item
    def back_gasket_item(self) -> Item:
        """By its size."""
        return Item(f"GASKET-F-{2 * self.groove_inner:.2f}", description="Flat gasket of the case back, for a groove from "
                    "{groove_inner} mm radius, {figures.groove_width} mm wide")

    @back_gasket.expect
    def back_gasket_expected(self) -> Expectation:
        """All of it."""
        high = self.figures.groove_depth + self.figures.groove_squeeze
        return Expectation(volume=self._back_gasket_area() * high, volume_within=1e-6, size=(None, None, high))

    @part(material=LOOKS["nylon"], process="bought", label="Gasket of the back's glass")
    def window_gasket(self) -> cq.Workplane:
        """A ring between the glass of the back and the back."""
        inner, outer = self._squeezed(self._back_glass_radius(), self.window_pocket)
        return solids.revolved(sections.ring(inner, outer, -self.back + 0.3, -self.figures.back_ledge))

    @window_gasket.place
    def window_gasket_in_back(self) -> Sequence[Placement]:
        """With a window only."""
        return [Placement()] if self.back_style.window else []

    @window_gasket.item
    def window_gasket_item(self) -> Item:
        """By its size."""
        return Item(f"GASKET-I-{2 * self.window_pocket:.2f}-B",
                    description="Ring gasket of the glass in the back, for a radius of {window_pocket} mm")

    @window_gasket.expect
    def window_gasket_expected(self) -> Expectation:
        """All of it."""
        inner, outer = self._squeezed(self._back_glass_radius(), self.window_pocket)
        high = self.back - 0.3 - self.figures.back_ledge
        return Expectation(volume=pi * (outer**2 - inner**2) * high, volume_within=1e-6, size=(2 * outer, 2 * outer, high))

    @part(material=LOOKS["gasket"], process="bought", label="Gasket of the crown")
    def crown_gasket(self) -> cq.Workplane:
        """In its groove in the crown, squeezed onto the tube. The frame of the crown."""
        inner, outer = self.figures.tube_diameter / 2 - 0.05, sections.crown_gasket_radius(self)
        return solids.revolved(sections.ring(inner, outer, 0.45, 1.05))

    @crown_gasket.place
    def crown_gasket_in_crown(self) -> Sequence[Placement]:
        """With the crown."""
        return self.crown_on_tube()

    @crown_gasket.item
    def crown_gasket_item(self) -> Item:
        """For the tube."""
        return Item("GASKET-C-2.0", description="Gasket of the crown, on a tube of 2.0 mm")

    @crown_gasket.expect
    def crown_gasket_expected(self) -> Expectation:
        """All of it."""
        inner, outer = self.figures.tube_diameter / 2 - 0.05, sections.crown_gasket_radius(self)
        return Expectation(volume=pi * (outer**2 - inner**2) * 0.6, volume_within=1e-6, size=(None, None, 0.6))

    @part(material=LOOKS["steel"], process="bought", label="Spring bar")
    def spring_bar(self) -> cq.Workplane:
        """Its own frame: Z is its axis."""
        half, tip, body = self.lug_inside - 0.1, self.figures.bar_tip / 2, self.figures.bar_body / 2
        end = self.lug_inside + self.figures.bar_depth - 0.1
        return solids.revolved([(0, -end), (tip, -end), (tip, -half), (body, -half), (body, half), (tip, half), (tip, end),
                                (0, end)])

    @spring_bar.place
    def spring_bars_in_lugs(self) -> Sequence[Placement]:
        """Two."""
        return [Placement(y=side * self.bar, z=self.bar_height, **ALONG_CROWN) for side in (1, -1)]

    @spring_bar.item
    def spring_bar_item(self) -> Item:
        """By its length."""
        return Item(f"BAR-{self.lug_width:.0f}", description="Spring bar for a strap of {lug_width} mm")

    @spring_bar.expect
    def spring_bar_expected(self) -> Expectation:
        """All of it."""
        tip, body, half = self.figures.bar_tip, self.figures.bar_body, self.lug_inside - 0.1
        pivots = self.figures.bar_depth
        return Expectation(volume=pi / 4 * (body**2 * 2 * half + tip**2 * 2 * pivots), volume_within=1e-6,
                           size=(body, body, 2 * (half + pivots)))

    @part(material=LOOKS["hands"], process="bought", label="Hour hand")
    def hour_hand(self) -> cq.Workplane:
        """Drawn as a lozenge with a ridge. Its own frame: it points to +Y, its lower face is Z = 0."""
        return _hand(0.27 * self.opening, self.figures.hand_width * 1.25, 0.05 * self.opening, 1.3)

    @hour_hand.place
    def hour_hand_over_dial(self) -> Sequence[Placement]:
        """Ten past ten."""
        return [Placement(z=self.dial_seat + 0.45, turn=-305)]

    @hour_hand.item
    def hour_hand_item(self) -> Item:
        """To be chosen for the movement."""
        return Item(f"HAND-H-{0.27 * self.opening:.1f}", description="Hour hand for {movement}")

    @hour_hand.expect
    def hour_hand_expected(self) -> Expectation:
        """All of it."""
        return _hand_expected(0.27 * self.opening, self.figures.hand_width * 1.25, 0.05 * self.opening, 1.3)

    @part(material=LOOKS["hands"], process="bought", label="Minute hand")
    def minute_hand(self) -> cq.Workplane:
        """Drawn as a lozenge with a ridge. Its own frame: it points to +Y, its lower face is Z = 0."""
        return _hand(0.41 * self.opening, self.figures.hand_width, 0.07 * self.opening, 1.0)

    @minute_hand.place
    def minute_hand_over_dial(self) -> Sequence[Placement]:
        """Ten past ten."""
        return [Placement(z=self.dial_seat + 0.85, turn=-60)]

    @minute_hand.item
    def minute_hand_item(self) -> Item:
        """To be chosen for the movement."""
        return Item(f"HAND-M-{0.41 * self.opening:.1f}", description="Minute hand for {movement}")

    @minute_hand.expect
    def minute_hand_expected(self) -> Expectation:
        """All of it."""
        return _hand_expected(0.41 * self.opening, self.figures.hand_width, 0.07 * self.opening, 1.0)

    @part(material=LOOKS["hands"], process="bought", label="Second hand")
    def second_hand(self) -> cq.Workplane:
        """Drawn as a thin lozenge. Its own frame: it points to +Y, its lower face is Z = 0."""
        return _hand(0.44 * self.opening, 0.3, 0.13 * self.opening, 0.65)

    @second_hand.place
    def second_hand_over_dial(self) -> Sequence[Placement]:
        """Thirty-five seconds."""
        return [Placement(z=self.dial_seat + 1.25, turn=-210)]

    @second_hand.item
    def second_hand_item(self) -> Item:
        """To be chosen for the movement."""
        return Item(f"HAND-S-{0.44 * self.opening:.1f}", description="Second hand for {movement}")

    @second_hand.expect
    def second_hand_expected(self) -> Expectation:
        """All of it."""
        return _hand_expected(0.44 * self.opening, 0.3, 0.13 * self.opening, 0.65)

    @bought
    def clamps(self) -> Sequence[Item]:
        """Where no step carries the movement."""
        held = self.ringed and self.movement.rest > 0
        return [Item("CLAMPS", quantity=0 if held else 2, description="Casing clamp with screw for {movement}")]

    # --- where parts overlap on purpose

    @interface("midcase", "case_back", kind="thread")
    def back_screwed_in(self) -> float:
        """Internal thread at drilled, external at major diameter."""
        engaged = self.figures.thread_length - self.figures.axial_gap
        return pi * ((self.thread / 2) ** 2 - self.thread_minor**2) * engaged

    @interface("midcase", "bezel", kind="press fit")
    def bezel_pressed_on(self) -> float:
        """A ring as thick as half the interference, as high as the neck."""
        if self.one_piece:
            return 0.0
        seat = self.neck - self.figures.press_fit / 2
        ring = pi * (self.neck**2 - seat**2) * (self.neck_edge - self.shoulder)
        return ring + self._at_bevel(self.neck, self.figures.press_fit / 2)

    @interface("glass_gasket", "crystal", kind="gasket")
    def glass_held(self) -> float:
        """The gasket is squeezed onto the glass, above the bevel of its inner edge."""
        inner, _ = self._squeezed(self.glass_radius, self.glass_bore)
        return pi * (self.glass_radius**2 - inner**2) * (self._glass_gasket_height() - 0.1) + self._at_bevel(
            self.glass_radius, self.figures.gasket_squeeze / 4)

    @interface("glass_gasket", "midcase", kind="gasket")
    def glass_sealed(self) -> float:
        """The gasket is squeezed into its seat."""
        _, outer = self._squeezed(self.glass_radius, self.glass_bore)
        return pi * (outer**2 - self.glass_bore**2) * self._glass_gasket_height()

    @staticmethod
    def _at_bevel(radius: Mm, more: Mm) -> float:
        """What overlaps by `more` also overlaps at the foot of a bevel of 45 degrees: a triangle, turned."""
        return 2 * pi * (radius - 2 * more / 3) * more**2 / 2

    @interface("back_gasket", "midcase", kind="gasket")
    def back_sealed(self) -> float:
        """The gasket stands out of its groove."""
        return self._back_gasket_area() * self.figures.groove_squeeze

    @interface("window_gasket", "back_crystal", kind="gasket")
    def window_held(self) -> float:
        """The gasket is squeezed onto the glass of the back."""
        if not self.back_style.window:
            return 0.0
        radius = self._back_glass_radius()
        inner, _ = self._squeezed(radius, self.window_pocket)
        high = self.back - 0.3 - self.figures.back_ledge
        return pi * (radius**2 - inner**2) * (high - 0.1) + self._at_bevel(radius, self.figures.gasket_squeeze / 4)

    @interface("window_gasket", "case_back", kind="gasket")
    def window_sealed(self) -> float:
        """The gasket is squeezed into its pocket."""
        if not self.back_style.window:
            return 0.0
        _, outer = self._squeezed(self._back_glass_radius(), self.window_pocket)
        return pi * (outer**2 - self.window_pocket**2) * (self.back - 0.3 - self.figures.back_ledge)

    @interface("crown_gasket", "crown_tube", kind="gasket")
    def crown_sealed(self) -> float:
        """The gasket is squeezed onto the tube."""
        tube = self.figures.tube_diameter / 2
        return pi * (tube**2 - (tube - 0.05) ** 2) * 0.6

    @interface("crown", "winding_stem", kind="thread")
    def crown_screwed_on(self) -> float:
        """Internal thread at drilled, external at major diameter."""
        figures = self.figures
        return pi / 4 * (figures.stem_major**2 - figures.stem_tap_drill**2) * (figures.crown_thread - 0.2)


_HAND = 0.18
"""mm; height of a hand over its lower face, along its ridge."""


def _hand(long: Mm, wide: Mm, tail: Mm, hub: Mm) -> cq.Workplane:
    """A lozenge with a ridge, as wide as it gets at a third of its length, and a hub."""
    foot, left, tip, right, ridge = ((0, -tail, 0), (-wide / 2, 0.33 * long, 0), (0, long, 0), (wide / 2, 0.33 * long, 0),
                                     (0, 0.33 * long, _HAND))
    blade = solids.polyhedron((foot, right, ridge), (right, tip, ridge), (tip, left, ridge), (left, foot, ridge),
                              (foot, left, tip, right))
    return blade.union(solids.revolved([(0, 0), (hub, 0), (hub, _HAND), (0, _HAND)]), clean=False)


def _hand_expected(long: Mm, wide: Mm, tail: Mm, hub: Mm) -> Expectation:
    """A pyramid and a disc, less what they share."""
    volume = (long + tail) * wide / 2 * _HAND / 3 + pi * hub**2 * _HAND - wide * hub**2 * _HAND / long
    return Expectation(volume=volume, volume_within=0.05, size=(max(wide, 2 * hub), long + max(tail, hub), _HAND))
