"""What an order will cost, estimated: one line for each sum, so that every cent says where it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from configurator.texts import say

from .operations import Operation, Span
from .route import Route

LineKind = Literal["material", "setup", "machine", "inspection", "assembly", "bought"]
LINE_KINDS: tuple[LineKind, ...] = ("material", "setup", "machine", "inspection", "assembly", "bought")
_GRADES = ("A", "B", "C", "design")
_LABELS: dict[LineKind, str] = {
    "material": "making.cost_material", "setup": "making.cost_setup", "machine": "making.cost_machine",
    "inspection": "making.cost_inspection", "assembly": "making.cost_assembly", "bought": "making.cost_bought"}


@dataclass(frozen=True, slots=True)
class CostLine:
    """One sum of the whole order, in hundredths of the currency."""

    kind: LineKind
    place: str
    """Number of the part, name of the item, or the product's number."""
    what: str
    low: int
    likely: int
    high: int
    origin: str
    """A sentence: minutes at a rate, mass at a price of a day."""
    grade: str = ""
    """The weakest grade of its rate and times; empty for the user's own price."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate of an order, never an offer. Sums are in hundredths of the currency."""

    number: str
    quantity: int
    currency: str
    vat: str
    """Label of every sum: "excl. VAT"."""
    language: str
    lines: tuple[CostLine, ...]
    left_out: tuple[str, ...]
    """Sentences: what is not in it, because no price or time is known."""

    @property
    def chosen(self) -> float:
        """Share of the likely sum, 0 to 1, that rests on a rate or time without a source: grade C or design."""
        weak = sum(each.likely for each in self.lines if each.grade in ("C", "design"))
        return weak / self.total[1] if self.total[1] else 0.0

    @property
    def rests_on(self) -> str:
        """A sentence of how much of it was chosen and not measured; empty if nothing was."""
        return say("making.chosen", self.language, share=round(100 * self.chosen)) if self.chosen else ""

    @property
    def total(self) -> tuple[int, int, int]:
        """Low, likely and high sum of all lines, of the whole order."""
        return (sum(each.low for each in self.lines), sum(each.likely for each in self.lines),
                sum(each.high for each in self.lines))

    def sums(self) -> dict[LineKind, tuple[int, int, int]]:
        """By kind, in the order of LINE_KINDS; kinds without lines are left out."""
        found: dict[LineKind, tuple[int, int, int]] = {}
        for kind in LINE_KINDS:
            lines = [each for each in self.lines if each.kind == kind]
            if lines:
                found[kind] = (sum(each.low for each in lines), sum(each.likely for each in lines),
                               sum(each.high for each in lines))
        return found

    def sentence(self) -> str:
        """For a customer: what it will cost about, that this is an estimate, and whether something is left out."""
        low, likely, high = (each / 100 for each in self.total)
        said = say("making.estimate_total", self.language, quantity=self.quantity, low=_money(low),
                   likely=_money(likely), high=_money(high), currency=self.currency, vat=self.vat)
        return said if not self.left_out else f"{said} {say('making.estimate_partial', self.language)}"

    def as_plain(self) -> dict[str, Any]:
        """Sums in the currency, two decimals."""
        return {
            "estimate": say("making.estimate", self.language), "number": self.number, "quantity": self.quantity,
            "currency": self.currency, "vat": self.vat, "sentence": self.sentence(), "total": _sums(self.total),
            "complete": not self.left_out, "rests_on": self.rests_on,
            "sums": [{"kind": kind, "label": kind_label(kind, self.language), **_sums(each)}
                     for kind, each in self.sums().items()],
            "lines": [{**asdict(each), **_sums((each.low, each.likely, each.high))} for each in self.lines],
            "left_out": list(self.left_out)}


def kind_label(kind: LineKind, language: str = "en") -> str:
    """What a kind of lines is called."""
    return say(_LABELS[kind], language)


def estimate(route: Route) -> Estimate:
    """The cost of a route by the rates and prices of its shop profile. What has no price is left out, and said."""
    shop, language, lines, left_out = route.shop, route.language, list[CostLine](), list[str]()
    unpriced: dict[str, list[str]] = {"materials": [], "items": []}
    for part in route.parts:
        pieces = part.pieces * route.quantity
        price = shop.prices.materials.get(part.material)
        if part.blank is None:
            left_out.append(say("making.process_unknown", language, part=part.label, process=part.process))
        elif price is None:
            unpriced["materials"].append(f"{part.material} ({part.standard})" if part.standard else part.material)
        elif part.blank.mass is None:
            left_out.append(say("making.no_density", language, part=part.label, material=part.material))
        else:
            cents = _cents(part.blank.mass * pieces / 1000 * price.per_kg)
            lines.append(CostLine("material", part.number, part.label, cents, cents, cents, say(
                "making.from_mass", language, pieces=pieces, mass=part.blank.mass, price=float(price.per_kg),
                currency=shop.currency, date=price.date)))
        for operation in part.operations:
            _add(lines, left_out, route, operation, pieces, part.number,
                 "inspection" if operation.kind == "inspect" else "machine", f"{part.label}: {operation.label}")
    for operation in route.assembly:
        _add(lines, left_out, route, operation, route.quantity, route.number, "assembly",
             f"{operation.label}: {' + '.join(operation.names)}")
    for name, count in route.bought:
        item = shop.prices.items.get(name)
        if item is None:
            unpriced["items"].append(name)
            continue
        cents = _cents(count * route.quantity * float(item.each))
        lines.append(CostLine("bought", name, name, cents, cents, cents, say(
            "making.from_items", language, pieces=count * route.quantity, price=float(item.each), currency=shop.currency,
            date=item.date)))
    for kind, key in (("materials", "making.no_metal_price"), ("items", "making.no_item_price")):
        if unpriced[kind]:
            left_out.append(say(key, language, names=", ".join(dict.fromkeys(unpriced[kind]))))
    return Estimate(route.number, route.quantity, shop.currency, shop.vat.say(language), language, tuple(lines),
                    tuple(dict.fromkeys(left_out)))


def _add(lines: list[CostLine], left_out: list[str], route: Route, operation: Operation, pieces: int, place: str,
         kind: LineKind, what: str) -> None:
    """Setting up and working are lines of their own; inspection and assembly keep theirs together."""
    if operation.setup is None or operation.piece is None:
        left_out.append(say("making.no_times", route.language, operation=operation.label))
        return
    centre = route.shop.work_centres[operation.centre]
    worked, grade = operation.piece.times(pieces), _grade(route, operation)
    parts: list[tuple[LineKind, Span]] = [("setup", operation.setup), (kind, worked)]
    if kind != "machine":
        parts = [(kind, operation.setup.plus(worked))]
    for each, time in parts:
        low, likely, high = (_cents(minutes / 60 * float(centre.rate.value)) for minutes in time)
        if high:
            lines.append(CostLine(each, place, what, low, likely, high, say(
                "making.from_minutes", route.language, low=round(time.low, 1), likely=round(time.likely, 1),
                high=round(time.high, 1), rate=float(centre.rate.value), currency=route.shop.currency,
                centre=centre.label.say(route.language)), grade))


def _grade(route: Route, operation: Operation) -> str:
    """The weakest of the rate and of the times of an operation."""
    times = route.shop.operations[operation.kind]
    found = [route.shop.work_centres[operation.centre].rate.grade]
    found += [band.grade for band in (times.setup, times.piece, times.volume, times.area, times.each) if band is not None]
    return max(found, key=_GRADES.index)


def _cents(amount: float) -> int:
    return round(amount * 100)


def _sums(cents: tuple[int, int, int]) -> dict[str, float]:
    return {name: each / 100 for name, each in zip(("low", "likely", "high"), cents, strict=True)}


def _money(amount: float) -> str:
    """Rounded to whole units: an estimate knows no cents."""
    return f"{amount:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")
