"""The inspection plan: every characteristic of a part with its number, its limits and what to measure it with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from configurator.product.characteristics import Characteristic
from configurator.product.product import Product
from configurator.standards import general
from configurator.standards.reading import NotInStandard
from configurator.texts import say

from .instruments import instrument

_GRID = 6


class InspectionRow(NamedTuple):
    """One line of the plan; the balloon is the same on the drawing."""

    balloon: int
    """1, 2, 3 ... in the order in which the template declares a part's characteristics."""
    part_number: str
    name: str
    label: str
    kind: str
    nominal: float | None
    """None where there is no nominal: roughness, geometrical tolerances."""
    lower: float | None
    """Least value that conforms, in `unit`; None if there is no lower limit."""
    upper: float | None
    unit: str
    """mm, deg or um; "" where something is tried with a gauge and no number is written down."""
    by: str
    """What the limits come from: "H7", "ISO 2768-m", "M36x0.5"; "" if they are its own."""
    places: int
    """How many equal features there are."""
    instrument: str
    every_piece: bool

    @property
    def gauged(self) -> bool:
        """Whether it is answered with yes or no instead of a number."""
        return self.unit == ""


def plan(product: Product, part: str, language: str = "en") -> list[InspectionRow]:
    """The plan of one made part; empty if nothing is controlled of it."""
    return [_row(product, part, place, each, language) for place, each in enumerate(product.controlled(part), 1)]


def deviations(each: Characteristic, tolerance_class: str) -> tuple[float | None, float | None]:
    """Lower and upper deviation, those of the general tolerances where it has none of its own.

    (None, None) where these have no value for it, either: below 0.5 mm, and for angles, whose sides are not known.
    """
    if not each.general:
        return each.lower, each.upper
    if each.kind == "angle":
        return None, None
    try:
        known = (general.edge if each.kind == "radius" else general.linear)(each.nominal, tolerance_class)
    except NotInStandard:
        return None, None
    return -known.deviation, known.deviation


def _row(product: Product, part: str, place: int, each: Characteristic, language: str) -> InspectionRow:
    lower, upper = deviations(each, product.general_tolerances)
    by = each.designation or each.fit or (general.designation(product.general_tolerances) if each.general else "")
    sized = each.kind in ("diameter", "radius", "distance", "angle")
    tool = instrument(each, None if lower is None or upper is None else upper - lower)
    return InspectionRow(
        place, product.part_number(part), each.name, product.characteristic_label(part, each, language), each.kind,
        round(each.nominal, _GRID) if sized or each.kind == "thread" else None, _limit(each, lower), _limit(each, upper),
        "" if each.kind == "thread" else each.unit, by, each.count, say(f"inspection.{tool}", language), each.critical)


def _limit(each: Characteristic, deviation: float | None) -> float | None:
    return None if deviation is None else round(each.nominal + deviation, _GRID) + 0.0


COLUMNS = ("Balloon", "PartNumber", "Code", "Characteristic", "Kind", "Nominal", "Lower", "Upper", "Unit", "Class", "Places",
           "Instrument", "Frequency", "Measured", "Uncertainty", "Ok", "Remark")
"""Heads of the inspection sheet; the last four are filled in. More pieces have columns "Measured 2", "Measured 3" ..."""


def cells(rows: Sequence[InspectionRow], language: str = "en") -> list[tuple[str | int | float | None, ...]]:
    """The plan as rows of a table."""
    often = {each: say("inspection.every" if each else "inspection.first", language) for each in (True, False)}
    return [(each.balloon, each.part_number, each.name, each.label, each.kind, each.nominal, each.lower, each.upper, each.unit,
             each.by, each.places, each.instrument, often[each.every_piece], None, None, None, None) for each in rows]
