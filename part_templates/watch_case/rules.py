"""What keeps a watch from being made, and what its wearer should know."""

from __future__ import annotations

from configurator import Mm, derived, notice, rule, sqrt

from .sizes import Sizes


class Rules(Sizes):
    """Every way in which a watch could fail, as a sentence to its customer."""

    @rule(source="movements.csv", grade="A")
    def movement_fits(self) -> bool:
        """{movement} needs a case back thread of {thread} mm, and with its gasket a case of more than {back_across} mm;
        this one has {case_diameter} mm. Choose a wider case, a smaller dial or a smaller movement."""
        return self.back_across + 2 * self.figures.under_rim <= self.case_diameter

    @rule(source="figures.csv", grade="C")
    def thread_is_standard(self) -> bool:
        """The case back would need a thread of {thread} mm; threads from {figures.least_thread} to
        {figures.greatest_thread} mm are cut. Choose another dial diameter or movement."""
        return self.figures.least_thread <= self.thread <= self.figures.greatest_thread

    @rule(source="RONDA data sheets", grade="A")
    def hands_clear_glass(self) -> bool:
        """The hands need {hands_need} mm between dial and glass, {figures.hand_clearance} mm of it as air; there are
        {depth} mm. Choose a deeper dial."""
        return self.depth >= self.hands_need

    @rule(source="figures.csv", grade="A")
    def glass_is_strong_enough(self) -> bool:
        """For {water_resistance} over {glass_across} mm the glass must be {least_glass} mm thick; the thickest there is has
        {figures.thickest_glass} mm. Choose less water resistance or a smaller dial."""
        return self.least_glass <= self.figures.thickest_glass

    @rule(source="metals.csv", grade="C")
    def bezel_wall_is_thick_enough(self) -> bool:
        """A {bezel_style} bezel in {metal} needs a wall of {wall_needs} mm around its seat; {bezel_wall} mm are left. Choose a
        wider case or a smaller dial."""
        return self.bezel_wall >= self.wall_needs

    @rule(grade="design")
    def bezel_has_room(self) -> bool:
        """A {bezel_style} bezel needs at least {bezel_needs} mm from its edge to the glass; this one has {bezel_width} mm.
        Choose a wider case, a smaller dial or another bezel."""
        return self.bezel_width >= self.bezel_needs

    @rule(source="metals.csv", grade="C")
    def wall_under_bezel_is_thick_enough(self) -> bool:
        """Under the bezel {metal} needs {metal.wall} mm of metal over the dial; there are {under_bezel} mm. Choose a lower
        bezel or a deeper dial."""
        return self.under_bezel >= self.metal.wall

    @rule(source="metals.csv", grade="C")
    def neck_is_thick_enough(self) -> bool:
        """The neck that carries glass and bezel has a wall of {figures.neck_wall} mm; {metal} needs {metal.wall} mm. Choose
        another metal."""
        return self.figures.neck_wall >= self.metal.wall

    @rule(source="metals.csv", grade="C")
    def wall_at_thread_is_thick_enough(self) -> bool:
        """Between the case back's thread and the flank {metal} needs {metal.wall} mm; there are {thread_wall} mm. Choose a
        wider case or a smaller dial."""
        return self.thread_wall >= self.metal.wall

    @rule(source="metals.csv", grade="C")
    def back_floor_is_thick_enough(self) -> bool:
        """Under the key notches and the engraving the back keeps {back_left} mm; {metal} needs {metal.wall} mm. Choose another
        metal or a back with a window."""
        return self.back_left >= self.metal.wall

    @rule(grade="design")
    def stem_meets_tube(self) -> bool:
        """The crown tube needs {tube_needs} mm of flank up to its upper edge; the flank ends at {flank_top} mm. Choose a lower
        bezel or a deeper dial."""
        return self.flank_top >= self.tube_needs

    @rule(grade="design")
    def crown_is_within_case(self) -> bool:
        """A crown of {crown_diameter} mm would stay only {crown_over_back} mm above the back and press on the wrist;
        {figures.crown_above_wrist} mm are needed. Choose a smaller crown."""
        return self.crown_over_back >= self.figures.crown_above_wrist

    @rule(grade="design")
    def crown_is_below_bezel(self) -> bool:
        """A crown of {crown_diameter} mm would stand above the bezel. Choose a smaller crown."""
        return self.stem + self.crown_diameter / 2 <= self.rim

    @rule(source="figures.csv", grade="C")
    def flutes_can_be_milled(self) -> bool:
        """With {crown_flutes} flutes on a crown of {crown_diameter} mm each is {crown_flute} mm wide; a tool needs
        {figures.least_tool} mm. Choose fewer flutes or a larger crown."""
        return self.crown_flute >= self.figures.least_tool

    @rule(source="figures.csv", grade="C")
    def strap_has_room(self) -> bool:
        """Between spring bar and case the strap needs {figures.bar_room} mm; there are {bar_room} mm. Choose a greater length
        over the lugs, or a smaller case."""
        return self.bar_room >= self.figures.bar_room

    @rule(grade="design")
    def lugs_stand_on_flank(self) -> bool:
        """For a strap of {lug_width} mm the lugs would stand {lugs_across} mm apart, too wide for a case of {case_diameter} mm.
        Choose a narrower strap or a wider case."""
        return self.lugs_across <= self.figures.lug_span * self.case_diameter

    @rule(grade="design")
    def lugs_have_height(self) -> bool:
        """The lugs need a flank at least {lug_needs} mm high; this one has {flank} mm. Choose a lower bezel or a
        deeper dial."""
        return self.flank >= self.lug_needs

    @rule(source="ANSUR II; shop practice", grade="B")
    def lugs_stay_on_wrist(self) -> bool:
        """A wrist of {wrist} mm carries up to {wrist_room} mm over the lugs; this watch has {lug_to_lug} mm. Choose a shorter
        length over the lugs."""
        return self.lug_to_lug <= self.wrist_room

    @rule(grade="design")
    def engraving_has_place(self) -> bool:
        """A back with a window has no room across the middle: choose an engraving around the edge, or a closed back."""
        return self.engraving == "" or not self.back_style.window or self.engraving_place == "around"

    @rule(grade="design")
    def letters_fit_around(self) -> bool:
        """The engraving is {letters_long} mm long; around the edge there is room for {letters_around} mm. Shorten it, or choose
        smaller letters."""
        return self.engraving == "" or self.engraving_place == "across" or self.letters_long <= self.letters_around

    @rule(grade="design")
    def letters_fit_ring(self) -> bool:
        """Around the edge the engraving with its accents and tails may reach {letters_ring} mm inwards; it needs {letters_high}
        mm. Choose smaller letters."""
        return self.engraving == "" or self.engraving_place == "across" or self.letters_high <= self.letters_ring

    @rule(grade="design")
    def letters_stand_apart(self) -> bool:
        """On so small a circle letters of {letter_height} mm would run into each other: their inner edge is at {letters_within}
        mm from the middle and must be at {letters_bend} mm. Choose smaller letters, or set them across the back."""
        return self.engraving == "" or self.engraving_place == "across" or self.letters_within >= self.letters_bend

    @rule(grade="design")
    def letters_fit_across(self) -> bool:
        """Across the back the engraving is {letters_long} mm long and reaches {letters_corner} mm from the middle; there is
        room for {letters_outer} mm. Shorten it, choose smaller letters, or set it around the edge."""
        return self.engraving == "" or self.engraving_place == "around" or self.letters_corner <= self.letters_outer

    @rule(source="figures.csv", grade="C")
    def strokes_can_be_cut(self) -> bool:
        """Letters of {letter_height} mm in this typeface have strokes of {stroke} mm, too fine to be cut and read: at least
        {figures.least_stroke} mm are needed. Choose higher letters, or the linear typeface."""
        return self.engraving == "" or self.stroke >= self.figures.least_stroke

    # --- notices

    @notice(source="REACH, Annex XVII, entry 27", grade="A")
    def nickel(self) -> bool:
        """{metal} contains nickel. Its release on the skin must stay below 0.5 µg/cm² a week; whoever is allergic to nickel
        chooses titanium, platinum or gold."""
        return self.metal.nickel

    @notice(source="general knowledge", grade="C")
    def patina(self) -> bool:
        """Bronze darkens as it is worn and can colour the skin green: that is its patina, and it wipes off."""
        return self.metal == "CuSn8"

    @notice(source="ISO 22810", grade="B")
    def no_diving(self) -> bool:
        """{water_resistance} is the overpressure of a test: enough for rain and washing, not for swimming."""
        return self.water_resistance.bar < 5

    # --- what only rules and sentences ask for

    @derived
    def back_across(self) -> Mm:
        """Diameter of the back."""
        return 2 * self.back_radius

    @derived
    def hands_need(self) -> Mm:
        """Height from dial to glass that the hands need."""
        return self.movement.hand_stack + self.figures.hand_clearance

    @derived
    def glass_across(self) -> Mm:
        """Diameter over which the glass is not supported."""
        return 2 * self.glass_opening

    @derived
    def bezel_width(self) -> Mm:
        """From the bezel's edge to the glass."""
        return self.bezel_radius - self.glass_radius

    @derived
    def wall_needs(self) -> Mm:
        """Wall of the bezel that its metal, and flutes, need."""
        if self.bezel_style == "fluted":
            return max(self.figures.fluted_wall, self.metal.wall)
        return self.metal.wall + (self.figures.step_land if self.bezel_style == "stepped" else 0.0)

    @derived
    def bezel_needs(self) -> Mm:
        """Width that the bezel's style needs."""
        return 2.2 if self.bezel_style == "fluted" else 1.4

    @derived
    def under_bezel(self) -> Mm:
        """Least metal between the shoulder and what lies below: the dial's seat."""
        return self.shoulder - self.dial_seat

    @derived
    def thread_wall(self) -> Mm:
        """From the root of the internal thread to the bevel beside the back."""
        return self.radius - self.figures.under_rim / 2 - self.thread / 2

    @derived
    def back_left(self) -> Mm:
        """Least metal in the back: under the notches."""
        return self.back + self.floor - self.figures.notch_depth

    @derived
    def tube_needs(self) -> Mm:
        """Height up to which the flank must reach for the crown tube."""
        return self.stem + self.figures.tube_diameter / 2 + self.figures.tube_land

    @derived
    def flank(self) -> Mm:
        """Height of the upright flank."""
        return self.flank_top - self.figures.flank_bottom

    @derived
    def lug_needs(self) -> Mm:
        """Height of flank that lugs need to fall from it to the spring bar."""
        return self.bar_height + self.figures.lug_tip + 0.5 + self.figures.lug_drop - self.figures.flank_bottom

    @derived
    def lugs_across(self) -> Mm:
        """Over the outer faces of two lugs."""
        return 2 * (self.lug_inside + self.lug)

    @derived
    def wrist_room(self) -> Mm:
        """Greatest length over the lugs for this wrist."""
        return self.figures.wrist_cover * self.figures.wrist_flat * self.wrist

    @derived
    def letters_around(self) -> Mm:
        """Length of a line around the edge."""
        return 1.85 * 3.14159265 * self.letters_within

    @derived
    def letters_within(self) -> Mm:
        """Radius of the innermost circle that letters around the edge touch."""
        return self.letters_base - self.letters_fall

    @derived
    def letters_bend(self) -> Mm:
        """Least such radius at which letters stand apart: half of what is proven for any text; no random text failed there."""
        return 4 * self.letters_reach**2 / self.letter_height

    @derived
    def letters_ring(self) -> Mm:
        """Width of the ring for an engraving around the edge."""
        return self.letters_outer - self.letters_inner

    @derived
    def letters_high(self) -> Mm:
        """From the outer edge of the field inwards to the lowest ink."""
        return self.letters_outer - self.letters_base + self.letters_fall

    @derived
    def letters_corner(self) -> Mm:
        """From the middle of the back to a corner of the line across it."""
        return sqrt((self.letters_long / 2) ** 2 + ((self.letters_rise + self.letters_fall) / 2) ** 2)
