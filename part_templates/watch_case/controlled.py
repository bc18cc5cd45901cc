"""What is controlled of case, bezel and back: where they meet each other, the movement and the glass, and what is seen.

Limits without an ISO class follow from bounds in figures.csv through tolerance chains; the rest is general tolerances.
Datum A of each part is the axis of the feature that centres it, B the plane on which it is seated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from configurator import Mm, cos, faces, sin
from configurator import characteristics as control

from . import chains
from .made import Made
from .sizes import FITS


class ControlledCase(Made):
    """Characteristics of the case."""

    # --- what two parts share

    @property
    def _in_seat(self) -> tuple[chains.Limits, chains.Limits]:
        """Of the movement, or of the casing ring that carries it, and of the bore around it."""
        figures = self.figures
        gaps = (2 * figures.seat_gap, 2 * figures.seat_gap_least, 2 * figures.seat_gap_greatest)
        return chains.clearing(*gaps) if self.ringed else chains.clearing(*gaps, inside=self._encageage)

    @property
    def _encageage(self) -> chains.Limits:
        return self.figures.encageage_lower, 0.0

    @property
    def _pressed(self) -> tuple[chains.Limits, chains.Limits]:
        """Of the neck, and of the bezel around it."""
        figures = self.figures
        return chains.overlapping(figures.press_fit, figures.press_fit_least, figures.press_fit_greatest)

    @property
    def _squeeze(self) -> tuple[chains.Limits, chains.Limits]:
        """Of a glass, and of the seat around its gasket."""
        figures = self.figures
        return chains.overlapping(figures.gasket_squeeze, figures.gasket_squeeze_least, figures.gasket_squeeze_greatest)

    # --- the case

    @Made.midcase.controls
    def midcase_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the bore. B: seat of the back."""
        return [*self._case_seats(), *self._case_outside(), *self._case_crown(), *self._case_lugs(), *self._case_surfaces()]

    def _case_seats(self) -> Iterator[control.Characteristic]:
        figures, seat, bore = self.figures, faces.plane("-z", 0), faces.cylinder(2 * self.bore)
        tapped, glass = faces.cylinder(2 * self.thread_minor), faces.cylinder(2 * self.glass_bore)
        yield control.diameter("bore", 2 * self.bore, bore, limits=self._in_seat[1], datum="A", critical=True,
                               label="Bore of the movement")
        yield control.distance("body", self._case_top, seat, faces.plane("+z", self._case_top), datum="B",
                               label="Height over the seat of the back")
        yield control.relation("perpendicularity", "seat_square", figures.square, seat, to=("A",),
                               label="Seat of the back square to the bore")
        yield control.form("flatness", "seat_flat", figures.flat, seat, label="Seat of the back flat")
        yield control.thread("back_thread", self._back_thread, tapped, depth=figures.thread_length, critical=True,
                             label="Thread of the back")
        yield control.relation("coaxiality", "thread_coaxial", figures.thread_coaxial, tapped, to=("A",),
                               label="Thread coaxial with the bore")
        yield control.distance("recess", figures.thread_length, seat, faces.plane("-z", figures.thread_length),
                               label="Depth of the thread")
        yield control.distance("dial_seat", self.dial_seat, seat, faces.plane("-z", self.dial_seat), label="Seat of the dial")
        yield control.distance("depth", self.depth, faces.plane("-z", self.dial_seat), faces.plane("+z", self.glass_seat),
                               label="From the dial to the glass")
        yield control.diameter("glass_bore", 2 * self.glass_bore, glass, limits=self._squeeze[1], critical=True,
                               label="Seat of glass and gasket")
        yield control.relation("coaxiality", "glass_coaxial", figures.coaxial, glass, to=("A",),
                               label="Seat of the glass coaxial with the bore")

    @property
    def _case_top(self) -> Mm:
        return self.rim if self.one_piece else self.neck_top

    @property
    def _back_thread(self) -> str:
        return f"M{self.thread:.0f}x{self.figures.thread_pitch:g}"

    def _case_outside(self) -> Iterator[control.Characteristic]:
        shoulder, top = faces.plane("+z", self.shoulder), faces.plane("+z", self._case_top)
        yield control.diameter("case_diameter", self.case_diameter, faces.cylinder(self.case_diameter), label="Case diameter")
        if self.one_piece:
            yield control.diameter("bezel", 2 * self.bezel_radius, faces.cylinder(2 * self.bezel_radius),
                                   label="Diameter of the bezel")
            yield control.distance("bezel_height", self.bezel_height, shoulder, top, label="Height of the bezel")
            return
        neck = faces.cylinder(2 * self.neck)
        yield control.diameter("neck", 2 * self.neck, neck, limits=self._pressed[0], critical=True, label="Neck for the bezel")
        yield control.relation("coaxiality", "neck_coaxial", self.figures.coaxial, neck, to=("A",),
                               label="Neck coaxial with the bore")
        yield control.distance("neck_height", self.neck_top - self.shoulder, shoulder, top, label="Height of the neck")

    def _case_crown(self) -> Iterator[control.Characteristic]:
        figures, iso = self.figures, FITS["tube_bore"].iso
        tube = faces.cylinder(figures.tube_diameter, "x", through=(0, 0, self.stem))
        yield control.diameter("tube_bore", figures.tube_diameter, tube, fit=iso, critical=True, label="Bore of the crown tube")
        yield control.distance("stem", self.dial_seat - self.stem, faces.plane("-z", self.dial_seat), tube,
                               label="From the dial to the stem")
        yield control.relation("position", "tube_position", figures.tube_position, tube, to=("B", "A"), around=True,
                               label="Place of the crown tube")

    def _case_lugs(self) -> Iterator[control.Characteristic]:
        figures, inside, far = self.figures, self.lug_inside, self.lug_to_lug / 2
        right, left = faces.plane("-x", inside), faces.plane("+x", -inside)
        upper, lower = (faces.cylinder(figures.bar_hole, "x", through=(0, side * self.bar, self.bar_height))
                        for side in (1, -1))
        gap = (figures.lug_gap_least - figures.lug_gap, figures.lug_gap_greatest - figures.lug_gap)
        yield control.distance("lug_to_lug", self.lug_to_lug, faces.outermost("+y", far), faces.outermost("-y", -far),
                               label="Length over the lugs")
        yield control.distance("height", self._case_top + figures.lug_reach, faces.outermost("-z", -figures.lug_reach),
                               faces.plane("+z", self._case_top), label="Height over the lugs")
        yield control.distance("lug_width", 2 * inside, right, left, limits=gap, critical=True, label="Space between the lugs")
        yield control.distance("lug", self.lug, right, faces.plane("+x", inside + self.lug), count=4, label="Width of a lug")
        yield control.diameter("bar_hole", figures.bar_hole, upper, count=4, label="Holes of the spring bars",
                               limits=(figures.bar_hole_least - figures.bar_hole,
                                       figures.bar_hole_greatest - figures.bar_hole))
        yield control.distance("bar_depth", figures.bar_depth, right, faces.plane("-x", inside + figures.bar_depth), count=4,
                               label="Depth of these holes")
        yield control.distance("bars", 2 * self.bar, upper, lower, label="From spring bar to spring bar")
        yield control.relation("position", "bar_position", figures.bar_position, upper, to=("B", "A"), around=True, count=4,
                               label="Place of the holes")

    def _case_surfaces(self) -> Iterator[control.Characteristic]:
        sealing, seat = self.figures.sealing_roughness, self.figures.seat_roughness
        yield control.roughness("seat_surface", sealing, faces.plane("-z", 0), label="Sealing face of the back")
        yield control.roughness("glass_surface", sealing, faces.cylinder(2 * self.glass_bore),
                                label="Sealing face of the glass")
        yield control.roughness("bore_surface", seat, faces.cylinder(2 * self.bore), label="Surface of the bore")
        yield control.roughness("flank", self.finish.ra, faces.cylinder(self.case_diameter), label="Surface of the flank")

    # --- the bezel

    @Made.bezel.controls
    def bezel_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of its seat. B: the plane on which it sits."""
        figures, foot, top = self.figures, faces.plane("-z", self.shoulder), faces.plane("+z", self.rim)
        across, outer = 2 * self.neck - figures.press_fit, faces.cylinder(2 * self.bezel_radius)
        seat, lip = faces.cylinder(across), faces.cylinder(2 * (self.glass_radius + figures.lip_clear))
        under = self.neck_top + figures.lip_gap
        return [
            control.diameter("seat", across, seat, limits=self._pressed[1], datum="A", critical=True, label="Seat on the neck"),
            control.distance("height", self.bezel_height, foot, top, datum="B", label="Height of the bezel"),
            control.relation("perpendicularity", "foot_square", figures.square, foot, to=("A",),
                             label="Foot square to the seat"),
            control.diameter("outside", 2 * self.bezel_radius, outer, label="Diameter of the bezel"),
            control.relation("coaxiality", "outside_coaxial", figures.seen_coaxial, outer, to=("A",),
                             label="Outside coaxial with the seat"),
            control.diameter("lip", 2 * (self.glass_radius + figures.lip_clear), lip, label="Opening over the glass"),
            control.distance("under_lip", under - self.shoulder, foot, faces.plane("-z", under), label="Height under the lip"),
            control.roughness("seat_surface", figures.seat_roughness, seat, label="Surface of the seat"),
            control.roughness("surface", self.finish.ra, outer, label="Surface outside"),
        ]

    # --- the back

    @Made.case_back.controls
    def case_back_controlled(self) -> Sequence[control.Characteristic]:
        """A: axis of the thread. B: the plane that is screwed against the case."""
        return [*self._back_turned(), *self._back_inside(), *self._back_notches(), *self._back_letters()]

    def _back_turned(self) -> Iterator[control.Characteristic]:
        figures, seat, low = self.figures, faces.plane("+z", 0), faces.plane("-z", -self.back)
        high, deep = figures.thread_length - figures.axial_gap, faces.plane("+z", -figures.groove_depth)
        yield control.thread("thread", self._back_thread, faces.cylinder(self.thread), depth=high, datum="A", critical=True,
                             label="Thread")
        yield control.distance("flange", self.back, seat, low, datum="B", label="Thickness of the flange")
        yield control.relation("perpendicularity", "seat_square", figures.square, seat, to=("A",),
                               label="Seat square to the thread")
        yield control.distance("height", self.back + high, low, faces.plane("+z", high), label="Height")
        yield control.diameter("outside", 2 * self.back_radius, faces.cylinder(2 * self.back_radius), label="Diameter")
        yield control.diameter("groove_inner", 2 * self.groove_inner, faces.cylinder(2 * self.groove_inner),
                               label="Gasket groove, inner diameter")
        yield control.diameter("groove_outer", 2 * self.groove_outer, faces.cylinder(2 * self.groove_outer),
                               label="Gasket groove, outer diameter")
        gasket = figures.groove_depth + figures.groove_squeeze
        yield control.distance("groove_depth", figures.groove_depth, seat, deep, critical=True,
                               label="Depth of the gasket groove",
                               limits=(gasket * (1 - figures.gasket_compressed_greatest) - figures.groove_depth,
                                       gasket * (1 - figures.gasket_compressed_least) - figures.groove_depth))
        yield control.roughness("groove_surface", figures.sealing_roughness, deep, label="Sealing face of the groove")
        yield control.roughness("surface", self.finish.ra, low, label="Surface outside")

    def _back_inside(self) -> Iterator[control.Characteristic]:
        figures, low = self.figures, faces.plane("-z", -self.back)
        yield control.diameter("spigot", 2 * self.spigot, faces.cylinder(2 * self.spigot), label="Inside of the spigot")
        if not self.back_style.window:
            yield control.distance("floor", self.back + self.floor, low, faces.plane("+z", self.floor),
                                   label="Thickness of the floor")
            return
        pocket = faces.cylinder(2 * self.window_pocket)
        yield control.diameter("pocket", 2 * self.window_pocket, pocket, limits=self._squeeze[1], critical=True,
                               label="Seat of glass and gasket")
        yield control.distance("pocket_depth", self.back - figures.back_ledge, low, faces.plane("-z", -figures.back_ledge),
                               label="Depth of this seat")
        yield control.diameter("window", 2 * self.window, faces.cylinder(2 * self.window), label="Diameter of the window")
        yield control.roughness("pocket_surface", figures.sealing_roughness, pocket, label="Sealing face of the glass")

    def _back_notches(self) -> Iterator[control.Characteristic]:
        figures, seat = self.figures, faces.plane("+z", 0)
        count, half = int(figures.notch_count), figures.notch_width / 2
        along = (sin(180 / count), cos(180 / count), 0.0)
        across = (along[1], -along[0], 0.0)
        foot = self.notch_inner + half
        end = faces.cylinder(figures.notch_width, through=(foot * along[0], foot * along[1], 0.0))
        yield control.distance("notch", figures.notch_width, faces.plane(across, -half),
                               faces.plane((-across[0], -across[1], 0.0), -half), count=count, label="Width of the key notches")
        yield control.distance("notch_inside", foot, faces.cylinder(self.thread), end, count=count,
                               label="From the axis to the middle of a notch's inner rounding")
        yield control.distance("notch_floor", self.back - figures.notch_depth, seat,
                               faces.plane("-z", figures.notch_depth - self.back), count=count,
                               label="From the seat to the floor of a notch")

    def _back_letters(self) -> Iterator[control.Characteristic]:
        if self.engraving:
            depth, within = self.figures.engraving_depth, self.figures.engraving_within
            yield control.distance("engraving", depth, faces.plane("-z", -self.back), faces.plane("-z", depth - self.back),
                                   limits=(-within, within), label="Depth of the letters")
