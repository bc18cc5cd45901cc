"""What is chosen of a leg cover, and the sizes that follow.

Frame: Z runs up from the ankle's end of the leg, +X is forward, +Y to the wearer's left, mm: that of a limb.
"""

from __future__ import annotations

from pathlib import Path

from configurator import (
    Aim,
    Figures,
    Finish,
    Material,
    Mm,
    Option,
    Product,
    Scan,
    Table,
    choice,
    cos,
    derived,
    flag,
    length,
    scan,
    sin,
    sqrt,
)

HERE = Path(__file__).parent


class Compared(Option):
    """Whom measurements are compared with. Girths and heights in mm."""

    ankle_low: Mm
    ankle_high: Mm
    calf_low: Mm
    calf_high: Mm
    knee_height_high: Mm
    """From the floor to the upper end of the shin."""
    ankle_height_low: Mm
    """From the floor to the ankle."""
    ankle_mean: Mm
    ankle_sd: Mm
    calf_mean: Mm
    calf_sd: Mm
    together: float
    """Correlation of ankle and calf; 0 and no deviations where both sexes are meant."""


class Side(Option):
    """Of the prosthesis."""

    sign: int
    """1: left."""


class Pattern(Option):
    """Openings in the cover."""

    kind: int


class Pylon(Option):
    """The tube that carries the wearer."""

    diameter: Mm


class Closing(Option):
    """A disc magnet, of which two hold a shell at each seat."""

    diameter: Mm
    height: Mm


class Printer(Option):
    """A machine by the size of what it prints with good edges, longest side first."""

    longest: Mm
    middle: Mm
    shortest: Mm


class Plastic(Material):
    """PA12 in a colour."""

    made_of: str
    tight_wall: Mm
    """From which on it is watertight."""


class Surface(Finish):
    """What is done to the print."""

    ra: float
    """Greatest Ra, micrometres."""


class Sizes(Product):
    """Parameters of a leg cover and what follows from them."""

    prefix, revision = "LC", "A"
    title = "Leg cover"
    figures = Figures(HERE / "figures.csv")
    general_tolerances = "c"
    asks = ("girth_calf", "pattern", "colour")
    aims = (
        Aim("quiet", "Quiet: closed all round", likes={"pattern": "closed", "colour": "sand"}),
        Aim("airy", "Airy", likes={"pattern": "hexagons", "bar": 4.0}),
        Aim("sporty", "Sporty", likes={"pattern": "slots", "colour": "red"}),
        Aim("light", "As light as can be", minimise="wall", likes={"pattern": "hexagons"}),
    )

    scan: Scan = scan(group="Sound leg", label="Scan of the sound leg",
                      hint="With a scan the length and the four girths are not needed.", along_with=("mirrored",),
                      instead_of=("leg_length", "girth_ankle", "girth_lower", "lower_at", "girth_calf", "calf_at",
                                  "girth_knee"))
    mirrored: bool = flag(True, group="Sound leg", label="Mirror the scan",
                          hint="Yes where it is a scan of the other leg, which is usual.")
    compared: Compared = choice(Table(Compared, HERE / "compared.csv"), group="Sound leg", label="Compare measurements with")
    leg_length: Mm = length(340, 160, 460, step=5, group="Sound leg", label="Length from the ankle to below the knee",
                            hint="From the narrowest place above the ankle to the highest place that the cover may reach.")
    girth_ankle: Mm = length(225, 140, 330, step=5, group="Sound leg", label="Girth of the ankle",
                             hint="At the narrowest place above the ankle.")
    girth_lower: Mm = length(270, 150, 420, step=5, group="Sound leg", label="Girth of the lower calf")
    lower_at: float = length(30, 20, 45, step=5, unit="%", group="Sound leg", label="Height of the lower calf",
                             hint="As a share of the length, from the ankle.")
    girth_calf: Mm = length(380, 180, 540, step=5, group="Sound leg", label="Girth of the calf", hint="At its widest place.")
    calf_at: float = length(70, 60, 80, step=5, unit="%", group="Sound leg", label="Height of the calf",
                            hint="As a share of the length, from the ankle.")
    girth_knee: Mm = length(350, 170, 520, step=5, group="Sound leg", label="Girth below the knee")
    override: bool = flag(False, group="Sound leg", label="A prosthetist confirms unusual measurements",
                          hint="Then the comparison no longer stops you; it is recorded and printed in the package.")

    side: Side = choice(Table(Side, HERE / "sides.csv"), group="Prosthesis", label="Side of the prosthesis")
    pylon: Pylon = choice(Table(Pylon, HERE / "pylons.csv"), group="Prosthesis", label="Diameter of the pylon",
                          alike=("diameter",))
    forward: Mm = length(0, -10, 10, step=1, group="Prosthesis", label="Pylon forward of the middle of the ankle")
    foot_clearance: Mm = length(15, 0, 60, step=5, group="Prosthesis", label="Clearance above the foot",
                                hint="From the ankle to the lower rim of the cover, so that the foot can move.")
    knee_clearance: Mm = length(20, 0, 80, step=5, group="Prosthesis", label="Clearance below the knee",
                                hint="From the upper end of the length to the upper rim, so that the knee can bend.")

    offset: Mm = length(0, 0, 6, step=0.5, group="Cover", label="Larger than the sound leg",
                        hint="What the outside of the cover stands over the skin of the sound leg.")
    wall: Mm = length(2.5, 1, 4, step=0.1, group="Cover", label="Wall",
                      hint="Of PA12 1 mm is the least that is recommended; covers of legs mostly have 2 to 2.5.")
    edge: Mm = length(0.8, 0.2, 1.5, step=0.1, group="Cover", label="Rounding of the rims")
    pattern: Pattern = choice(Table(Pattern, HERE / "patterns.csv"), default="slots", group="Cover", label="Pattern")
    cell: Mm = length(16, 8, 30, step=1, group="Cover", label="Size of the openings",
                      hint="At the narrowest place; they grow with the leg.")
    bar: Mm = length(6, 3, 15, step=0.5, group="Cover", label="Bars between the openings",
                     hint="Narrower bars let in more air and weigh less.")
    border: Mm = length(18, 10, 60, step=1, group="Cover", label="Border without openings")

    closing: Closing = choice(Table(Closing, HERE / "closings.csv"), default="10 x 3", group="Making", label="Cover held by",
                              alike=("diameter",))
    colour: Plastic = choice(Table(Plastic, HERE / "plastics.csv"), default="sand", group="Making", label="Colour",
                             alike=("colour",))
    finish: Surface = choice(Table(Surface, HERE / "finishes.csv"), group="Making", label="Finish")
    printer: Printer = choice(Table(Printer, HERE / "printers.csv"), group="Making", label="Printer")

    @derived
    def tall(self) -> Mm:
        """Height of the sound leg that is known."""
        return self.scan.height if self.scan.given else self.leg_length

    @derived
    def low(self) -> Mm:
        """Height of the lower rim."""
        return self.foot_clearance

    @derived
    def high(self) -> Mm:
        """Height of the upper rim."""
        return self.tall - self.knee_clearance

    @derived
    def cover_height(self) -> Mm:
        """From rim to rim."""
        return self.high - self.low

    @derived
    def bore(self) -> Mm:
        """Diameter of the clamps before the screw closes them."""
        return self.pylon.diameter + self.figures.pylon_gap

    @derived
    def pocket(self) -> Mm:
        """Diameter of the pocket of a magnet."""
        return self.closing.diameter + self.figures.magnet_gap

    @derived
    def pocket_deep(self) -> Mm:
        """Its depth."""
        return self.closing.height + self.figures.magnet_sunk + self.figures.magnet_glue

    @derived
    def seat_half(self) -> Mm:
        """Half the side of a seat, which is a square."""
        return self.pocket / 2 + self.figures.magnet_wall

    @derived
    def plate(self) -> Mm:
        """Thickness of a plate: a seat is as high."""
        return 2 * self.seat_half

    @derived
    def seat_deep(self) -> Mm:
        """What a seat of a shell stands out from its skin at least."""
        return self.pocket_deep + max(self.figures.magnet_floor - self.wall, self.figures.seat_proud)

    @derived
    def plate_heights(self) -> tuple[Mm, Mm]:
        """Height of the lower face of each plate."""
        inset = self.figures.plate_inset
        return self.low + inset, self.high - inset - self.plate

    @derived
    def lap(self) -> Mm:
        """How far one shell reaches over the other at the split; 0 where the wall is too thin to be parted."""
        return self.figures.lap if self.wall >= self.figures.lap_wall else 0.0

    @derived
    def field(self) -> tuple[Mm, Mm]:
        """Heights between which openings lie: away from the rims, and between the plates."""
        free = max(self.border, self.figures.plate_inset + self.plate + self.figures.seat_border)
        return self.low + free, self.high - free

    @derived
    def arm_least(self) -> Mm:
        """Least distance of the face of an arm from the axis of the pylon: plastic behind the magnet, and seats that stay
        behind the plane in which the shells part."""
        beside = self.figures.seat_back - 90
        behind = (self.seat_half * cos(beside) + self.figures.split_clear) / sin(beside) - self.figures.seat_gap
        return max(self.bore / 2 + self.figures.magnet_floor + self.pocket_deep, behind)

    @derived
    def screw_least(self) -> Mm:
        """Least distance of the screw of a clamp from the axis of the pylon: its hole and its head are beside the clamp."""
        figures, hub = self.figures, self.bore / 2 + self.figures.clamp_wall
        beside = sqrt(hub**2 - self.ear_outside**2)
        return max(hub + figures.screw_hole / 2, beside + self.screw_free)

    @derived
    def ear_outside(self) -> Mm:
        """From the middle to the outer side of an ear."""
        return self.figures.clamp_slot / 2 + self.figures.ear

    @derived
    def screw_free(self) -> Mm:
        """Kept free around the axis of the screw, so that it can be put in."""
        return self.figures.head_across / 2 + self.figures.screw_clear

    @derived
    def screw_high(self) -> Mm:
        """So far from the middle the screw is put in."""
        figures = self.figures
        return self.ear_outside + figures.screw_long + figures.screw_head + figures.screw_clear
