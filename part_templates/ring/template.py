"""A plain band: the ring that is worn every day."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from pathlib import Path

from configurator import (
    SANS,
    Aim,
    Expectation,
    Figures,
    Material,
    Mm,
    Option,
    Product,
    Table,
    Text,
    characteristics,
    choice,
    cq,
    derived,
    flag,
    length,
    part,
    rule,
    solids,
    sqrt,
    text,
)

from . import controlled

HERE = Path(__file__).parent
Point = tuple[Mm, Mm]


class Alloy(Material):
    """A precious alloy with the least wall that each process needs."""

    wall_cast: Mm
    wall_turned: Mm


class Profile(Option):
    """Section of the band. `dome`: how much of the thickness the outside falls off towards the edges."""

    dome: float
    rounded_inside: bool


class Making(Option):
    """How the band is made."""


class Finish(Option):
    """What the surface looks like."""

    ra: float
    """Greatest Ra, micrometres."""


class Ring(Product):
    """Plain band. Frame: the finger axis is Z, the mid-plane is Z = 0, the middle of the engraving lies towards -X."""

    prefix, revision = "RG", "A"
    title = "Ring"
    figures = Figures(HERE / "figures.csv")
    asks = ("circumference", "alloy")
    aims = (
        Aim("classic", "Classic, rounded outside", likes={"profile": "court"}),
        Aim("delicate", "Delicate", minimise="width"),
        Aim("comfortable", "Comfortable to wear", likes={"comfort": True, "width": 5}),
        Aim("light", "As light as can be", minimise="mass"),
        Aim("strong", "Bold", wants=("width >= 7",), likes={"width": 7, "thickness": 2.2}),
    )

    circumference: Mm = length(54, 41, 76, step=0.5, group="Fit", label="Ring size (inner circumference, ISO 8653)")
    comfort: bool = flag(False, group="Fit", label="Comfort fit (rounded inside)")
    width: Mm = length(4, 2, 12, step=0.1, group="Shape", label="Width")
    thickness: Mm = length(1.8, 1, 3, step=0.1, group="Shape", label="Thickness")
    profile: Profile = choice(Table(Profile, HERE / "profiles.csv"), group="Shape", label="Profile")
    alloy: Alloy = choice(Table(Alloy, HERE / "alloys.csv"), group="Metal", label="Metal", alike=("colour",))
    making: Making = choice(Table(Making, HERE / "making.csv"), group="Metal", label="Made by")
    finish: Finish = choice(Table(Finish, HERE / "finishes.csv"), group="Metal", label="Finish")
    engraving: Text = text(30, group="Engraving", label="Engraving inside")
    letter_height: Mm = length(1.8, 1.6, 3, step=0.1, group="Engraving", label="Height of the letters")

    @derived
    def bore(self) -> Mm:
        """Inner radius: a ring's size is its inner circumference."""
        return self.circumference / (2 * pi)

    @derived
    def dome(self) -> Mm:
        """How much lower the outside is at the edges than in the middle."""
        return min(self.profile.dome * self.thickness, self.figures.steepest_dome * self.width / 2)

    @derived
    def flat_inside(self) -> Mm:
        """Width of the cylindrical middle of the bore, where letters are cut."""
        return self.figures.comfort_flat * self.width if self.comfort else self.width - 2 * self.figures.inner_edge

    @derived
    def comfort_depth(self) -> Mm:
        """How much wider the bore is at its edges, if it is rounded."""
        if not self.comfort:
            return 0.0
        side = (self.width - self.flat_inside) / 2
        return min(self.figures.comfort_share * self.thickness, self.figures.steepest_comfort * side)

    @derived
    def comfort_radius(self) -> Mm:
        """Of the rounding inside: an arc tangent to the cylinder at its edge, through the corner of the band."""
        if not self.comfort:
            return 0.0
        return (self.comfort_depth**2 + ((self.width - self.flat_inside) / 2) ** 2) / (2 * self.comfort_depth)

    @derived
    def cut(self) -> Mm:
        """Depth of the letters; nothing is cut where nothing is written."""
        return 0.0 if self.engraving == "" else self.figures.engraving_depth

    @derived
    def wall(self) -> Mm:
        """Metal left in the middle of the band, under the letters."""
        return self.thickness - self.cut

    @derived
    def least_wall(self) -> Mm:
        """What the alloy needs for the process."""
        return self.alloy.wall_cast if self.making == "cast" else self.alloy.wall_turned

    @derived
    def letters_long(self) -> Mm:
        """Length of the engraved line."""
        return self.engraving.width * self.letter_height

    @derived
    def letters_room(self) -> Mm:
        """Length there is for it."""
        return self.figures.engraved_share * self.circumference

    @derived
    def letters_high(self) -> Mm:
        """Height of the engraved line with accents and descenders."""
        return (self.engraving.rise + self.engraving.fall) * self.letter_height

    @derived
    def letters_band(self) -> Mm:
        """Height there is for it."""
        return self.flat_inside - 2 * self.figures.letter_margin

    @derived
    def stroke(self) -> Mm:
        """Width of the thinnest stroke of a letter."""
        return SANS.stroke * self.letter_height

    @rule(source="alloys.csv", grade="C")
    def band_is_strong_enough(self) -> bool:
        """{alloy}, {making}, needs at least {least_wall} mm of metal; this band has {wall} mm where it is thinnest in
        the middle. Choose it thicker."""
        return self.wall >= self.least_wall

    @rule(grade="design")
    def court_is_rounded_inside(self) -> bool:
        """A {profile} profile is rounded inside as well: it comes with comfort fit."""
        return not self.profile.rounded_inside or self.comfort

    @rule(grade="design")
    def letters_fit_around(self) -> bool:
        """The engraving is {letters_long} mm long and there is room for {letters_room} mm: shorten it, or choose
        smaller letters."""
        return self.letters_long <= self.letters_room

    @rule(grade="design")
    def letters_fit_across(self) -> bool:
        """The letters with their accents and tails are {letters_high} mm high and there is room for {letters_band} mm:
        choose a wider band, smaller letters, or leave comfort fit."""
        return self.letters_high <= self.letters_band

    @rule(source="figures.csv", grade="C")
    def strokes_can_be_cut(self) -> bool:
        """Letters of {letter_height} mm have strokes of {stroke} mm, too fine to be cut and read: at least
        {figures.least_stroke} mm is needed. Choose higher letters."""
        return self.engraving == "" or self.stroke >= self.figures.least_stroke

    def _section(self) -> tuple[list[Point | tuple[Point, Point]], list[tuple[Point, Mm]]]:
        """The half-section (radius, z) as corners and arcs, and the corners to be rounded."""
        bore, half = self.bore, self.width / 2
        inner, outer = bore + self.comfort_depth, bore + self.thickness - self.dome
        path: list[Point | tuple[Point, Point]] = [(inner, -half), (outer, -half)]
        path += [((bore + self.thickness, 0.0), (outer, half))] if self.dome else [(outer, half)]
        path += [(inner, half)]
        if self.comfort:
            flat = self.flat_inside / 2
            radius = self.comfort_radius
            share = (half - flat) / radius
            turned = (1 - sqrt(1 - share**2)) / share  # tangent of half the arc's angle
            c, s = 1 / sqrt(1 + turned**2), turned / sqrt(1 + turned**2)
            bend = (bore + radius * (1 - c), flat + radius * s)
            path += [(bend, (bore, flat)), (bore, -flat), ((bend[0], -bend[1]), (inner, -half))]
        edges = [((inner, z), self.figures.inner_edge) for z in (-half, half)]
        edges += [((outer, z), self.figures.outer_edge) for z in (-half, half)]
        return path, edges

    @derived
    def mass(self) -> float:
        """g, of the section turned about the axis (Pappus), before edges are broken and letters cut."""
        return self._volume() * self.alloy.density / 1000

    def _volume(self) -> float:
        half, bore, top = self.width / 2, self.bore, self.bore + self.thickness
        volume = pi * self.width * (top**2 - bore**2)
        # A flat segment of a circle, chord `width`, rise h: area about 2/3 of its box, a little more when it is steep.
        if self.dome:
            volume -= 2 * pi * (top - 0.3 * self.dome) * self.dome * self.width * (1 - self._fullness(self.dome, half))
        if self.comfort:
            side = half - self.flat_inside / 2
            empty = self.comfort_depth * side * (1 - self._fullness(self.comfort_depth, side))
            volume -= 2 * 2 * pi * (bore + 0.3 * self.comfort_depth) * empty
        return volume

    @staticmethod
    def _fullness(rise: Mm, half: Mm) -> float:
        """Share of its box that a flat circular segment fills (series in rise / half)."""
        return 2 / 3 + 2 / 15 * (rise / half) ** 2

    @part(material=alloy, process=making, treatment="finish", label="Band")
    def band(self) -> cq.Workplane:
        """The whole ring."""
        path, edges = self._section()
        blank = solids.revolved(path, fillets=edges)
        return solids.engraved_inside(blank, self.engraving, radius=self.bore, height=self.letter_height,
                                      depth=self.figures.engraving_depth) if self.engraving else blank

    @band.expect
    def band_expected(self) -> Expectation:
        """Its outside exactly; its volume but for broken edges and letters."""
        across = 2 * (self.bore + self.thickness)
        return Expectation(volume=self._volume(), volume_within=0.05, size=(across, across, self.width))

    @band.controls
    def band_controlled(self) -> Sequence[characteristics.Characteristic]:
        """Ring size, width, thickness, surfaces, letters."""
        return controlled.band(self)
