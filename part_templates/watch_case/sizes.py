"""What a customer chooses of a watch, and the sizes that follow.

Frame: Z is the axis of the watch and points to the glass, +Y to 12 o'clock, +X to 3 o'clock. Z = 0 is the plane in
which the case back is seated. mm.
"""

from __future__ import annotations

from pathlib import Path

from configurator import (
    SANS,
    SERIF,
    Aim,
    Figures,
    Finish,
    Material,
    Mm,
    Option,
    Product,
    Table,
    Text,
    choice,
    count,
    derived,
    flag,
    length,
    rounded_up,
    sqrt,
    text,
)

HERE = Path(__file__).parent


class Movement(Option):
    """A calibre. Heights are measured from the plane that carries the dial."""

    kind: str
    diameter: Mm
    """Largest diameter."""
    height: Mm
    stem_height: Mm
    """From the dial's plane down to the axis of the winding stem."""
    stem_thread: str
    hand_stack: Mm
    """Height of the hands over the dial."""
    body: Mm = 0.0
    """Diameter below the rest; 0: not known."""
    rest: Mm = 0.0
    """From the dial's plane down to the rest; 0: not known, the movement is held by clamps."""


class Metal(Material):
    """What the case is made of."""

    wall: Mm
    """Least turned wall."""
    nickel: bool


class Pressure(Option):
    """Marked water resistance."""

    bar: float


class Bezel(Option):
    """Shape of the bezel."""

    style: int


class Lugs(Option):
    """Shape of the lugs, and the size of the bevel or rounding along their outer edge."""

    bevel: Mm


class Back(Option):
    """Closed, or with a window."""

    window: bool


class Lettering(Option):
    """Typeface of the engraving."""

    font: str
    """Name of the bundled typeface, by which pages show it."""


class Place(Option):
    """Where the engraving is."""


class Dial(Material):
    """A dial: brass in a colour."""
    made_of: str


class Polish(Finish):
    """What is done to the metal that is seen."""

    ra: float
    """Greatest Ra, micrometres."""


class Fit(Option):
    """A tolerance class that was chosen."""

    iso: str
    """Of ISO 286: "H7"."""


FITS = Table(Fit, HERE / "fits.csv")


class Sizes(Product):
    """Parameters of a watch and what follows from them."""

    prefix, revision = "WC", "A"
    title = "Watch"
    figures = Figures(HERE / "figures.csv")
    general_tolerances = "f"
    asks, worn_on = ("wrist", "metal"), "wrist"
    aims = (
        Aim("classic", "Classic", likes={"bezel_style": "domed", "lug_style": "curved", "dial_colour": "silver"}),
        Aim("slim", "Slim, under a cuff", minimise="thickness", likes={"dial_colour": "silver"}),
        Aim("sporty", "Sporty, for the water", wants=("water_resistance.bar >= 20",),
            likes={"bezel_style": "stepped", "finish": "brushed", "lug_style": "facetted", "dial_colour": "black"}),
        Aim("light", "As light as can be", minimise="mass"),
        Aim("dial", "The largest dial", maximise="opening"),
    )

    movement: Movement = choice(Table(Movement, HERE / "movements.csv"), default="SW200-1", group="Movement",
                                label="Movement", alike=("diameter", "height", "kind"))
    case_diameter: Mm = length(40, 31, 46, step=0.5, group="Size", label="Case diameter")
    opening: Mm = length(30, 20, 36, step=0.5, group="Size", label="Diameter of the dial that is seen")
    depth: Mm = length(2.2, 1.8, 3.4, step=0.1, group="Size", label="Depth from glass to dial",
                       hint="A deeper dial gives the hands more room and makes the watch thicker.")
    lug_to_lug: Mm = length(48, 39, 56, step=0.5, group="Size", label="Length over the lugs")
    lug_width: Mm = length(20, 18, 24, step=2, group="Size", label="Width of the strap")
    wrist: Mm = length(175, 130, 220, step=1, group="Size", label="Wrist circumference",
                       hint="Measured where the watch is worn; the fit of the lugs is checked against it.")
    bezel_style: Bezel = choice(Table(Bezel, HERE / "bezels.csv"), group="Case", label="Bezel")
    one_piece: bool = flag(False, group="Case", label="Bezel in one piece with the case")
    bezel_height: Mm = length(2.2, 1.6, 3.2, step=0.1, group="Case", label="Height of the bezel")
    lug_style: Lugs = choice(Table(Lugs, HERE / "lugs.csv"), default="chamfered", group="Case", label="Lugs")
    water_resistance: Pressure = choice(Table(Pressure, HERE / "pressures.csv"), default="5 bar", group="Case",
                                        label="Water resistance", alike=("bar",))
    back_style: Back = choice(Table(Back, HERE / "backs.csv"), group="Case", label="Case back")
    crown_diameter: Mm = length(6, 4, 8, step=0.2, group="Crown", label="Crown diameter")
    crown_flutes: int = count(24, 16, 40, group="Crown", label="Flutes of the crown")
    metal: Metal = choice(Table(Metal, HERE / "metals.csv"), group="Look", label="Metal", alike=("colour",))
    finish: Polish = choice(Table(Polish, HERE / "finishes.csv"), group="Look", label="Finish", alike=("roughness",))
    dial_colour: Dial = choice(Table(Dial, HERE / "dials.csv"), group="Look", label="Dial", alike=("colour",))
    engraving: Text = text(32, group="Engraving", label="Engraving on the back", fonts=(SANS, SERIF))
    engraving_place: Place = choice(Table(Place, HERE / "places.csv"), group="Engraving", label="Place of the engraving")
    lettering: Lettering = choice(Table(Lettering, HERE / "letterings.csv"), group="Engraving", label="Typeface")
    letter_height: Mm = length(2.2, 1.6, 4, step=0.1, group="Engraving", label="Height of the letters")

    # --- across: what is round

    @derived
    def radius(self) -> Mm:
        """Of the case's flank."""
        return self.case_diameter / 2

    @derived
    def snug(self) -> Mm:
        """Radius of a seat that the movement just fits."""
        return self.movement.diameter / 2 + self.figures.seat_gap

    @derived
    def dial_needs(self) -> Mm:
        """Radius of the bore that the wished opening needs for the dial's edge."""
        return self.opening / 2 + self.figures.dial_ledge + self.figures.dial_gap

    @derived
    def ringed(self) -> bool:
        """Whether a casing ring fills the room between movement and case."""
        return self.dial_needs > self.snug

    @derived
    def bore(self) -> Mm:
        """Radius of the seat of movement or casing ring; the dial goes through it."""
        if self.ringed:
            return max(self.dial_needs, self.snug + self.figures.ring_wall + self.figures.seat_gap)
        return self.snug

    @derived
    def dial_radius(self) -> Mm:
        """Of the dial."""
        return self.bore - self.figures.dial_gap

    @derived
    def thread(self) -> Mm:
        """Nominal diameter of the case back's thread: a whole number."""
        figures = self.figures
        over_bore = 2 * self.bore + figures.thread_minor_loss + 0.1
        over_movement = self.movement.diameter + 2 * (figures.spigot_wall + figures.thread_root_loss + 0.1)
        return rounded_up(max(over_bore, over_movement), 1)

    @derived
    def thread_minor(self) -> Mm:
        """Radius of the internal thread as it is drilled."""
        return (self.thread - self.figures.thread_minor_loss) / 2

    @derived
    def spigot(self) -> Mm:
        """Inner radius of the back's spigot."""
        return self.thread / 2 - self.figures.thread_root_loss - self.figures.spigot_wall

    @derived
    def groove_inner(self) -> Mm:
        """Inner radius of the gasket groove in the back."""
        return self.thread / 2 + self.figures.groove_land

    @derived
    def groove_outer(self) -> Mm:
        """Outer radius of that groove."""
        return self.groove_inner + self.figures.groove_width

    @derived
    def back_radius(self) -> Mm:
        """Of the case back."""
        return self.groove_outer + self.figures.back_rim

    @derived
    def glass_opening(self) -> Mm:
        """Radius over which the glass is not supported."""
        return self.opening / 2 + self.figures.flange_slope * self.depth

    @derived
    def glass_radius(self) -> Mm:
        """Of the glass."""
        return self.glass_opening + self.figures.glass_seat

    @derived
    def glass_bore(self) -> Mm:
        """Radius of the seat of glass and gasket."""
        return self.glass_radius + self.figures.gasket_width

    @derived
    def neck(self) -> Mm:
        """Outer radius of the neck that carries the bezel."""
        return self.glass_bore + self.figures.neck_wall

    @derived
    def bezel_radius(self) -> Mm:
        """Outer radius of the bezel."""
        return self.radius - self.figures.bezel_set_back

    @derived
    def bezel_wall(self) -> Mm:
        """Metal of the bezel around the neck."""
        return self.bezel_radius - self.neck

    # --- along the axis

    @derived
    def least_glass(self) -> Mm:
        """Thickness that the pressure asks for: round plate, simply supported, with its safety factor."""
        figures = self.figures
        load = figures.plate_factor * figures.test_factor * self.water_resistance.bar / 10 * figures.safety
        return self.glass_opening * sqrt(load / figures.sapphire_strength)

    @derived
    def glass(self) -> Mm:
        """Thickness of the glass: strong enough, and high enough for its gasket under the bezel's lip."""
        figures = self.figures
        held = figures.gasket_height + 2 * figures.lip_gap + self.lip + figures.glass_proud
        return rounded_up(max(self.least_glass, figures.least_glass, held), 0.1)

    @derived
    def window(self) -> Mm:
        """Radius of the window in the back, if it has one."""
        return self.window_pocket - self.figures.gasket_width - self.figures.window_seat

    @derived
    def window_pocket(self) -> Mm:
        """Radius of the pocket that takes the glass of the back and its gasket."""
        return self.notch_inner - self.figures.back_band

    @derived
    def notch_inner(self) -> Mm:
        """Radius at which the key notches begin."""
        return self.thread / 2 - self.figures.notch_length + 0.6

    @derived
    def least_back_glass(self) -> Mm:
        """Thickness that the pressure asks for in the back."""
        return self.window * self.least_glass / self.glass_opening

    @derived
    def back_glass(self) -> Mm:
        """Thickness of the glass in the back."""
        return rounded_up(max(self.least_back_glass, self.figures.least_glass), 0.1)

    @derived
    def back(self) -> Mm:
        """Thickness of the back below its seat."""
        return self.back_glass + self.figures.back_ledge if self.back_style.window else self.figures.back_closed

    @derived
    def floor(self) -> Mm:
        """Height of the inside of the back."""
        return 0.0 if self.back_style.window else self.figures.back_floor - self.figures.back_closed

    @derived
    def stem(self) -> Mm:
        """Height of the winding stem's axis: over the thread, and so that the movement is clear of the back."""
        figures = self.figures
        over_thread = figures.thread_length + figures.tube_land + figures.tube_diameter / 2
        over_back = self.floor + figures.rotor_gap + self.movement.height - self.movement.stem_height
        return max(over_thread, over_back)

    @derived
    def movement_top(self) -> Mm:
        """Height of the plane that carries the dial."""
        return self.stem + self.movement.stem_height

    @derived
    def movement_bottom(self) -> Mm:
        """Height of the lowest point of the movement."""
        return self.movement_top - self.movement.height

    @derived
    def dial_seat(self) -> Mm:
        """Height of the dial's visible face, which is the dial seat of the case."""
        return self.movement_top + self.figures.dial_thickness

    @derived
    def glass_seat(self) -> Mm:
        """Height of the ledge that carries the glass."""
        return self.dial_seat + self.depth

    @derived
    def glass_top(self) -> Mm:
        """Height of the glass's outer face."""
        return self.glass_seat + self.glass

    @derived
    def rim(self) -> Mm:
        """Height of the bezel's inner edge."""
        return self.glass_top - self.figures.glass_proud

    @derived
    def lip(self) -> Mm:
        """Thickness of the bezel over the gasket."""
        return self.metal.wall + self.figures.lip_spare

    @derived
    def neck_top(self) -> Mm:
        """Height of the neck."""
        return self.rim - self.lip - self.figures.lip_gap

    @derived
    def neck_edge(self) -> Mm:
        """Height at which the neck's outer edge is broken."""
        return self.neck_top - self.figures.neck_bevel

    @derived
    def shoulder(self) -> Mm:
        """Height of the shoulder on which the bezel sits."""
        return self.rim - self.bezel_height

    @derived
    def flank_top(self) -> Mm:
        """Height at which the upright flank ends."""
        return self.shoulder - self.figures.flank_bevel

    @derived
    def thickness(self) -> Mm:
        """Of the whole watch, from back to glass."""
        return self.back + self.glass_top

    # --- lugs

    @derived
    def lug_inside(self) -> Mm:
        """Half the space between two lugs."""
        return (self.lug_width + self.figures.lug_gap) / 2

    @derived
    def lug(self) -> Mm:
        """Thickness of a lug."""
        return self.figures.lug_share * self.case_diameter

    @derived
    def bar(self) -> Mm:
        """Distance of the spring bars from the middle of the watch."""
        return self.lug_to_lug / 2 - self.figures.lug_tip

    @derived
    def bar_height(self) -> Mm:
        """Height of the spring bars."""
        return self.figures.lug_tip - self.figures.lug_reach

    @derived
    def bar_room(self) -> Mm:
        """From the axis of the spring bars to the case."""
        return self.bar - self.radius

    @derived
    def lug_leaves(self) -> Mm:
        """Distance from the middle of the watch at which a lug is clear of the flank and begins to fall."""
        return sqrt(self.radius**2 - self.lug_inside**2) + self.figures.lug_level

    @derived
    def lug_top(self) -> Mm:
        """Height of the lugs where they leave the case: below the bevel, and not so high that they would fall steeply."""
        over_bar = self.bar_height + self.figures.lug_tip
        gentle = over_bar + self.figures.lug_fall * (self.bar - self.lug_leaves)
        return min(self.flank_top - self.figures.lug_drop, gentle)

    @derived
    def lug_bottom(self) -> Mm:
        """Height of their underside where they leave the case."""
        return self.figures.flank_bottom + self.figures.lug_drop

    # --- crown and engraving

    @derived
    def crown_flute(self) -> Mm:
        """Width of a flute of the crown."""
        return self.figures.flute_share * 3.14159265 * self.crown_diameter / self.crown_flutes

    @derived
    def crown_over_back(self) -> Mm:
        """How far the crown stays above the back's outer face."""
        return self.stem - self.crown_diameter / 2 + self.back

    @derived
    def flute_depth(self) -> Mm:
        """Depth of the crown's flutes: less where they are narrow."""
        return min(self.figures.flute_depth, self.figures.flute_steep * self.crown_flute)

    @derived
    def letters_outer(self) -> Mm:
        """Outer radius of the field for the engraving."""
        return self.notch_inner - self.figures.letter_clear

    @derived
    def letters_inner(self) -> Mm:
        """Inner radius of the field for an engraving around the edge."""
        return self.window_pocket + self.figures.letter_clear if self.back_style.window else self.figures.letter_centre

    @derived
    def letters_long(self) -> Mm:
        """Length of the engraved line."""
        if self.lettering == "serif":
            return self.engraving.set_in(SERIF).width * self.letter_height
        return self.engraving.set_in(SANS).width * self.letter_height

    @derived
    def letters_rise(self) -> Mm:
        """Height of the ink above the base line."""
        if self.lettering == "serif":
            return self.engraving.set_in(SERIF).rise * self.letter_height
        return self.engraving.set_in(SANS).rise * self.letter_height

    @derived
    def letters_fall(self) -> Mm:
        """Depth of the ink below the base line."""
        if self.lettering == "serif":
            return self.engraving.set_in(SERIF).fall * self.letter_height
        return self.engraving.set_in(SANS).fall * self.letter_height

    @derived
    def letters_base(self) -> Mm:
        """Radius of the base line of letters around the edge: their outer corners stay in the field."""
        return sqrt(self.letters_outer**2 - self.letters_reach**2) - self.letters_rise

    @derived
    def letters_reach(self) -> Mm:
        """How far the widest letter reaches to either side of its middle."""
        return (SERIF.reach if self.lettering == "serif" else SANS.reach) * self.letter_height

    @derived
    def stroke(self) -> Mm:
        """Width of the thinnest stroke of a letter."""
        return (SERIF.stroke if self.lettering == "serif" else SANS.stroke) * self.letter_height
