"""What keeps a leg cover from being made, and what its wearer and prosthetist should know."""

from __future__ import annotations

from math import pi

from configurator import Mm, cos, derived, notice, rule, sin, sqrt

from .girths import DEPTH, LEAN
from .sizes import Sizes


class Rules(Sizes):
    """Every way in which a cover could fail, as a sentence to who orders it."""

    # --- are these the measures of a leg

    @rule(source="compared.csv", grade="A")
    def calf_is_not_below(self) -> bool:
        """A calf girth of {calf} mm is below that of 99 % of adults ({compared}: {compared.calf_low} mm). Is it in
        millimetres, and measured at the widest place? If so, a prosthetist confirms it."""
        return self.override or self.calf >= self.compared.calf_low

    @rule(source="compared.csv", grade="A")
    def calf_is_not_above(self) -> bool:
        """A calf girth of {calf} mm is above that of 99 % of adults ({compared}: {compared.calf_high} mm). Is it in
        millimetres, and measured at the calf? If so, a prosthetist confirms it."""
        return self.override or self.calf <= self.compared.calf_high

    @rule(source="compared.csv", grade="A")
    def ankle_is_not_below(self) -> bool:
        """An ankle girth of {ankle} mm is below that of 99 % of adults ({compared}: {compared.ankle_low} mm). Is it in
        millimetres? If so, a prosthetist confirms it."""
        return self.override or self.ankle >= self.compared.ankle_low

    @rule(source="compared.csv", grade="A")
    def ankle_is_not_above(self) -> bool:
        """An ankle girth of {ankle} mm is above that of 99 % of adults ({compared}: {compared.ankle_high} mm). Was it
        measured at the narrowest place? If so, a prosthetist confirms it."""
        return self.override or self.ankle <= self.compared.ankle_high

    @rule(source="compared.csv", grade="A")
    def length_is_of_a_leg(self) -> bool:
        """From the ankle {tall} mm up is above the knee of 99 % of adults ({compared}: {leg_most} mm). Does the length end
        below the knee? If so, a prosthetist confirms it."""
        return self.override or self.tall <= self.leg_most

    @rule(source="compared.csv", grade="A")
    def calf_belongs_to_ankle(self) -> bool:
        """To an ankle of {ankle} mm belongs a calf of {calf_expected} mm, give or take {calf_within} mm, in 99 % of
        {compared}; this one has {calf} mm. Are the two not exchanged? Then a prosthetist confirms it."""
        if self.override or self.compared.calf_sd == 0:
            return True
        return abs(self.calf - self.calf_expected) <= self.calf_within

    # --- form

    @rule(grade="design")
    def girths_grow(self) -> bool:
        """The girths must grow from the ankle ({girth_ankle} mm) over the lower calf ({girth_lower} mm) to the calf
        ({girth_calf} mm). Measure them again."""
        return self.scan.given or self.girth_ankle <= self.girth_lower <= self.girth_calf

    @rule(grade="design")
    def calf_is_widest(self) -> bool:
        """Below the knee the leg measures {girth_knee} mm and at the calf {girth_calf} mm: the calf is the widest place.
        Measure further down."""
        return self.scan.given or self.girth_knee <= self.girth_calf

    @rule(grade="design")
    def knee_is_wider_than_ankle(self) -> bool:
        """Below the knee the leg measures {girth_knee} mm, at the ankle {girth_ankle} mm: it should be at least
        {figures.knee_share} times as much. Measure again."""
        return self.scan.given or self.girth_knee >= self.figures.knee_share * self.girth_ankle

    @rule(grade="design")
    def ankle_is_not_steep(self) -> bool:
        """From the ankle to the lower calf the leg would widen by {ankle_slope} mm in a mm; {figures.steepest} are the most.
        Choose a greater height of the lower calf, or measure again."""
        return self.scan.given or self.ankle_slope <= self.figures.steepest

    @rule(grade="design")
    def calf_is_not_steep(self) -> bool:
        """From the lower calf to the calf the leg would widen by {calf_slope} mm in a mm; {figures.steepest} are the most.
        Choose heights that lie further apart, or measure again."""
        return self.scan.given or self.calf_slope <= self.figures.steepest

    @rule(grade="design")
    def knee_is_not_steep(self) -> bool:
        """From the calf to below the knee the leg would narrow by {knee_slope} mm in a mm; {figures.steepest} are the most.
        Choose a smaller height of the calf, or measure again."""
        return self.scan.given or self.knee_slope <= self.figures.steepest

    @rule(grade="design")
    def cover_has_height(self) -> bool:
        """Between the clearances {cover_height} mm are left; a cover needs {figures.least_height} mm. Choose smaller
        clearances."""
        return self.cover_height >= self.figures.least_height

    # --- room for the plates

    @rule(grade="design")
    def seats_have_room(self) -> bool:
        """At the ankle there are {seat_room} mm from the pylon to the inside of the cover; clamp, magnets and seats need
        {seat_needs} mm. Choose a thinner pylon, flatter magnets, a thinner wall or a larger cover."""
        return self.seat_room >= self.seat_needs

    @rule(grade="design")
    def clamp_has_room(self) -> bool:
        """Behind the pylon there are {clamp_room} mm at the ankle; the ears of the clamp need {clamp_needs} mm. Choose a
        thinner pylon, a thinner wall, a larger cover, or a pylon further forward."""
        return self.clamp_room >= self.clamp_needs

    @rule(grade="design")
    def clamp_has_room_above(self) -> bool:
        """Below the knee there are {clamp_room_above} mm behind the pylon; the ears of the clamp need {clamp_needs} mm, for the
        shin leans forward and the pylon is upright. Choose a thinner pylon, a larger cover, or a pylon further forward."""
        return self.scan.given or self.clamp_room_above >= self.clamp_needs

    # --- wall and openings

    @rule(grade="design")
    def rims_can_be_rounded(self) -> bool:
        """A wall of {wall} mm can be rounded by {edge_most} mm at its rims; {edge} mm were chosen. Choose a thicker wall or a
        smaller rounding."""
        return self.edge <= self.edge_most

    @rule(source="figures.csv", grade="C")
    def wall_carries_a_pattern(self) -> bool:
        """With openings the wall should have {figures.pattern_wall} mm; this one has {wall} mm. Choose it thicker, or a
        closed cover."""
        return self.pattern == "closed" or self.wall >= self.figures.pattern_wall

    @rule(grade="design")
    def openings_have_place(self) -> bool:
        """Between the plates and borders {field_height} mm of height are left; openings of {cell} mm, which grow with the leg,
        need {opening_high} mm. Choose smaller openings, a narrower border, or smaller clearances."""
        return self.pattern == "closed" or self.field_height >= self.opening_high

    @rule(grade="design")
    def openings_have_breadth(self) -> bool:
        """At the ankle a shell has {field_breadth} mm of breadth between its borders; an opening needs {opening_broad} mm.
        Choose smaller openings or a narrower border."""
        return self.pattern == "closed" or self.field_breadth >= self.opening_broad

    @rule(grade="design")
    def openings_are_not_too_many(self) -> bool:
        """There would be about {openings_about} openings; {figures.most_openings} are the most. Choose larger openings,
        wider bars or a wider border."""
        return self.pattern == "closed" or self.openings_about <= self.figures.most_openings

    @rule(source="printers.csv", grade="B")
    def shells_fit_printer(self) -> bool:
        """A shell of {cover_height} mm height, {shell_broad} mm breadth and {shell_deep} mm depth does not fit the printer
        ({printer}), not even slanting. Choose a larger machine or greater clearances."""
        upright = (self.cover_height <= self.printer.longest and self.shell_broad <= self.printer.middle
                   and self.shell_deep <= self.printer.shortest)
        slanting = self.slanting <= self.printer.middle and self.shell_broad <= self.printer.shortest
        return upright or slanting

    # --- notices

    @notice(source="EU MDR 2017/745, Annex XIII, as secondary texts explain it; no legal advice", grade="B")
    def law(self) -> bool:
        """This cover is cosmetic and carries no load. Measures of a leg alone make it no custom-made device: that takes the
        written characteristics of a prescriber; matched to a wearer within this design it is patient-matched. Whoever
        places it on the market answers for it. Nothing here declares conformity with any law or standard."""
        return self.wall > 0

    @notice(source="what was chosen", grade="A")
    def measurements_confirmed(self) -> bool:
        """It was stated that a prosthetist confirms unusual measurements: the comparison with {compared} did not stop this
        order. Ankle {ankle} mm, calf {calf} mm, length {tall} mm."""
        return self.override

    @notice(source="pylons.csv", grade="C")
    def pylon_is_measured(self) -> bool:
        """Measure the pylon before the plates are printed: {pylon.diameter} mm was chosen. The plates are slid onto it
        before the foot is mounted; screws are tightened by hand only, the tube must not be marked."""
        return self.pylon.diameter > 0

    @notice(source="figures.csv", grade="A")
    def shells_do_not_lap(self) -> bool:
        """A wall of {wall} mm is too thin for a lap: the shells meet face to face, and light may pass between them. From
        {figures.lap_wall} mm on they lap."""
        return self.wall < self.figures.lap_wall

    @notice(source="plastics.csv", grade="A")
    def wall_is_not_watertight(self) -> bool:
        """A printed wall of {wall} mm is not watertight; from {colour.tight_wall} mm on it is."""
        return self.wall < self.colour.tight_wall

    @notice(source="general knowledge", grade="C")
    def magnets_are_strong(self) -> bool:
        """The cover holds strong magnets: keep it 20 cm away from pacemakers and defibrillators, and loose magnets out of
        reach of children."""
        return self.closing.height > 0

    # --- what only rules and sentences ask for

    @derived
    def calf(self) -> Mm:
        """Girth at the widest place."""
        scan = self.scan
        if not scan.given:
            return self.girth_calf
        return max(scan.girth_40, scan.girth_50, scan.girth_60, scan.girth_70, scan.girth_80, scan.girth_90)

    @derived
    def ankle(self) -> Mm:
        """Girth at the narrowest place."""
        scan = self.scan
        if not scan.given:
            return self.girth_ankle
        return min(scan.girth_00, scan.girth_10, scan.girth_20, scan.girth_30, scan.girth_40, scan.girth_100)

    @derived
    def leg_most(self) -> Mm:
        """From the ankle to the upper end of the shin of 99 %."""
        return self.compared.knee_height_high - self.compared.ankle_height_low

    @derived
    def calf_expected(self) -> Mm:
        """Regression of the calf on the ankle."""
        if self.compared.ankle_sd == 0:
            return self.compared.calf_mean
        slope = self.compared.together * self.compared.calf_sd / self.compared.ankle_sd
        return self.compared.calf_mean + slope * (self.ankle - self.compared.ankle_mean)

    @derived
    def calf_within(self) -> Mm:
        """99 % of what is left after it."""
        return self.figures.calf_spread * self.compared.calf_sd * sqrt(1 - self.compared.together**2)

    def _slope(self, wider: Mm, narrower: Mm, share: float) -> float:
        """mm that the back widens in a mm: the shin stays straight, so it takes twice the radius."""
        return abs(wider - narrower) / (pi * share / 100 * self.tall)

    @derived
    def ankle_slope(self) -> float:
        """Of the back, between ankle and lower calf."""
        return self._slope(self.girth_lower, self.girth_ankle, self.lower_at)

    @derived
    def calf_slope(self) -> float:
        """Of the back, between lower calf and calf."""
        return self._slope(self.girth_calf, self.girth_lower, self.calf_at - self.lower_at)

    @derived
    def knee_slope(self) -> float:
        """Of the back, between calf and below the knee."""
        return self._slope(self.girth_calf, self.girth_knee, 100 - self.calf_at)

    @derived
    def seat_room(self) -> Mm:
        """From the pylon's axis to the inside of the cover beside a seat."""
        radius = self.figures.seat_share * self.ankle / (2 * pi)
        bent = self.seat_half**2 / (1.6 * radius)
        return radius + self.offset - self.figures.offset_share * self.wall - abs(self.forward) - bent

    @derived
    def seat_needs(self) -> Mm:
        """What seats, magnets and the clamp take of it."""
        return self.arm_least + self.figures.seat_gap + self.seat_deep

    @derived
    def clamp_room(self) -> Mm:
        """From the pylon's axis back to the inside of the cover."""
        radius = self.figures.back_share * self.ankle / (2 * pi)
        leans = LEAN * (self.plate_heights[0] + self.plate)
        return radius + self.offset - self.figures.offset_share * self.wall + self.forward - leans

    @derived
    def clamp_room_above(self) -> Mm:
        """The same below the knee: the straight shin leans, and the leg grows to the back."""
        grows = sqrt(DEPTH[-1]) * self.girth_knee - sqrt(DEPTH[0]) * self.girth_ankle
        return self.clamp_room + grows / pi - LEAN * (self.leg_length - self.plate_heights[0] - self.plate)

    @derived
    def clamp_needs(self) -> Mm:
        """What the ears take of it; their screw goes past arms that are as long as in a round leg."""
        figures, beside = self.figures, self.figures.seat_back - 90
        radius = figures.arm_share * self.ankle / (2 * pi)
        arm = radius + self.offset - self.wall - self.seat_half**2 / (2 * radius) - self.seat_deep - figures.seat_gap
        far = max(arm, self.arm_least)
        along = min((self.screw_high + self.seat_half * sin(beside)) / cos(beside), far)
        past = self.seat_half * cos(beside) + along * sin(beside) + self.screw_free
        return max(past, self.screw_least) + figures.screw_hole / 2 + figures.ear_end + figures.ear_clear

    @derived
    def edge_most(self) -> Mm:
        """Half of the wall, but for what stays level, and for the gap of the lap that ends there."""
        free = self.wall - self.figures.rim_level
        return (free - self.figures.lap_gap) / 2 if self.wall >= self.figures.lap_wall else free / 2

    @derived
    def field_height(self) -> Mm:
        """Height for openings."""
        return self.field[1] - self.field[0]

    @derived
    def growth(self) -> float:
        """How much larger an opening is at the calf than at the ankle, at most: behind the pylon the leg grows faster."""
        return self.figures.growth_share * self.calf / self.ankle

    @derived
    def opening_high(self) -> Mm:
        """Height of one at the calf."""
        return (1.16 * self.cell if self.pattern == "hexagons" else 3 * self.cell) * self.growth

    @derived
    def field_breadth(self) -> Mm:
        """Breadth for openings of one shell at its narrowest place, between the borders."""
        around = self.figures.half_share * (self.ankle + 2 * pi * self.offset) / 2
        return around - 2 * abs(self.forward) - 2 * self.border

    @derived
    def opening_broad(self) -> Mm:
        """Breadth of one there."""
        if self.pattern == "hexagons":
            return self.cell
        return self.cell / 2 if self.pattern == "slots" else 7 / 6 * self.cell

    @derived
    def openings_about(self) -> float:
        """How many there would be if nothing but the borders were in their way."""
        across = self.cell + self.bar
        around = across if self.pattern == "hexagons" else self.cell / 2 + self.bar
        along = 0.866 * across if self.pattern == "hexagons" else 3 * self.cell + self.bar
        return self.figures.field_share * self.ankle * self.field_height / (around * along)

    @derived
    def shell_broad(self) -> Mm:
        """Breadth of a shell at most."""
        return self.figures.depth_share * self.calf / pi + 2 * self.offset

    @derived
    def shell_deep(self) -> Mm:
        """Depth of the back shell at most: what lies behind the pylon."""
        return self.shell_broad - self.figures.seat_share * self.ankle / (2 * pi) + abs(self.forward)

    @derived
    def slanting(self) -> Mm:
        """Side of the square in which height and depth lie at 45 degrees."""
        return (self.cover_height + self.shell_deep) / sqrt(2)
