"""The blank that a part is made from: real stock where a table has it, else the least size, to be confirmed by the shop."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, pi

from configurator.product.measured import Measured
from configurator.product.product import Product
from configurator.standards import stock
from configurator.standards.reading import NotInStandard
from configurator.texts import say, written

from .shape import Shape
from .shop import Family, Shop

_STEP = 0.1  # mm: least sizes are told rounded up
_FLAT = 0.25  # a blank without a bore that is no higher than a quarter of its diameter is called a disc

_FORMS = {"round_bar": "making.form_round_bar", "tube": "making.form_tube", "disc": "making.form_disc",
          "plate": "making.form_plate", "casting": "making.form_casting", "printed": "making.form_printed"}


@dataclass(frozen=True, slots=True)
class Blank:
    """One piece of stock as it is cut off. Lengths in mm; 0 where its form has no such length."""

    form: str
    """round_bar, tube, disc, plate, casting or printed."""
    diameter: float
    inner_diameter: float
    thickness: float
    width: float
    length: float
    """Of a casting or print nothing has a length but `thickness`, what it is thicker than the part all over."""
    volume: float
    """mm3, without the saw's cut."""
    kerf: float
    """mm3 that the saw's cut takes of the stock beside it."""
    density: float | None
    """g/cm3."""
    confirmed: bool
    """Whether a table of stock has this size; else the shop confirms it."""
    standard: str = ""
    grade: str = ""
    source: str = ""
    from_bar: bool = False
    """Whether the lathe holds the bar itself, and the part is parted off; else the piece is sawn off first."""

    @property
    def mass(self) -> float | None:
        """g of stock that a piece takes, the saw's cut included; None if the density is not known."""
        return None if self.density is None else round((self.volume + self.kerf) * self.density / 1000, 3)

    def form_in(self, language: str = "en") -> str:
        """Its form in words."""
        return say(_FORMS[self.form], language)

    def size_in(self, language: str = "en") -> str:
        """Its size in words, and whether the shop has to confirm it."""
        if self.form == "printed":
            return ""
        if self.form == "casting":
            return say("making.size_casting", language, thickness=self.thickness)
        across = [f"\N{DIAMETER SIGN} {written(each, language)}" for each in (self.diameter, self.inner_diameter) if each]
        lengths = [written(each, language) for each in (self.thickness, self.width, self.length) if each]
        size = " \N{MULTIPLICATION SIGN} ".join(filter(None, (" / ".join(across), *lengths))) + " mm"
        return size if self.confirmed else say("making.size_least", language, size=size)


def blank_of(product: Product, part: str, measured: Measured, shape: Shape, shop: Shop) -> Blank | None:
    """The blank of a made part; None if the shop's profile does not know its process."""
    process = shop.processes.get(product.process_of(part))
    if process is None:
        return None
    material = product.material_of(part)
    density = getattr(material, "density", None)
    density = None if density is None else float(density)
    if process.blank == "printed":
        return Blank("printed", 0, 0, 0, 0, 0, measured.volume, 0, density, confirmed=True)
    if process.blank == "casting":
        skin = shop.allowances.casting
        return Blank("casting", 0, 0, skin.value, 0, 0, measured.volume + measured.area * skin.value, 0, density,
                     confirmed=True, grade=skin.grade, source=skin.source)
    family = shop.family_of(product.material_name(part), getattr(material, "standard", ""))
    if shape.axis:
        return _round(shape, shop, family, density, turned="turn" in process.operations)
    return _flat(measured, shop, family, density)


def _round(shape: Shape, shop: Shop, family: Family | None, density: float | None, *, turned: bool) -> Blank:
    """A piece of bar; of material that is not in the table a tube, if the part is open all through."""
    spare = shop.allowances
    need, long = shape.diameter + spare.diameter.value, shape.length + spare.length.value
    found = _smallest(family, ("round bar",), need)
    outer = found.size if found else _up(need)
    from_bar = turned and outer <= shop.limits.bar.value
    long = _up(long if from_bar or not turned else long + spare.grip.value)
    if found is not None:
        area = pi / 4 * outer**2
        return Blank("round_bar", outer, 0, 0, 0, long, area * long, area * spare.kerf.value, density, confirmed=True,
                     standard=" ".join(filter(None, (found.standard, found.tolerance))), grade=found.grade,
                     source=found.source, from_bar=from_bar)
    inner = max(_down(shape.bore - spare.bore.value), 0.0)
    area = pi / 4 * (outer**2 - inner**2)
    form = "tube" if inner else "disc" if shape.length <= _FLAT * shape.diameter else "round_bar"
    return Blank(form, outer, inner, 0, 0, long, area * long, area * spare.kerf.value, density, confirmed=False,
                 from_bar=from_bar)


def _flat(measured: Measured, shop: Shop, family: Family | None, density: float | None) -> Blank:
    """A piece of plate, as thick as the least extent asks."""
    spare = shop.allowances
    thin, wide, long = sorted(measured.size)
    width, length = _up(wide + spare.edge.value), _up(long + spare.edge.value)
    found = _smallest(family, ("sheet", "plate"), thin + spare.thickness.value)
    thick = found.size if found else _up(thin + spare.thickness.value)
    kerf = thick * spare.kerf.value * (width + length + spare.kerf.value)
    if found is None:
        return Blank("plate", 0, 0, thick, width, length, thick * width * length, kerf, density, confirmed=False)
    return Blank("plate", 0, 0, thick, width, length, thick * width * length, kerf, density, confirmed=True,
                 standard=found.standard, grade=found.grade, source=found.source)


def _smallest(family: Family | None, forms: tuple[str, ...], need: float) -> stock.Stock | None:
    """The smallest stock in any of some forms; None if no table has it."""
    found = []
    for form in forms if family is not None and family.stock else ():
        try:
            found.append(stock.smallest(family.stock if family else "", form, need))
        except NotInStandard:
            continue
    return min(found, key=lambda each: each.size, default=None)


def _up(size: float) -> float:
    return round(ceil(round(size / _STEP, 6)) * _STEP, 6)


def _down(size: float) -> float:
    return round(int(round(size / _STEP, 6)) * _STEP, 6)
