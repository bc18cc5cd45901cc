"""A characteristic as a person reads it in a table: what, nominal, limits, and where these come from."""

from __future__ import annotations

from typing import NamedTuple

from configurator.exchange.sheet.labels import number
from configurator.making.inspection import InspectionRow, plan
from configurator.product.characteristics import Characteristic
from configurator.product.product import Product

_NBSP = "\N{NO-BREAK SPACE}"
_SIGNS = {"diameter": "\N{DIAMETER SIGN}", "radius": "R", "roughness": "Ra"}
_UNITS = {"mm": f"{_NBSP}mm", "um": f"{_NBSP}µm", "deg": "°"}
_DECIMALS = 4


class Dimension(NamedTuple):
    """One line of the plan in words."""

    row: InspectionRow
    characteristic: Characteristic
    nominal: str
    """As a drawing says it: "4× ⌀ 0.95 mm", "Ra 0.8 µm"; of a geometrical tolerance without its symbol: "⌀ 0.05 mm A B"."""
    limits: str
    """"31.09 … 31.12 mm"; empty where there are none, or the nominal says it all."""


def dimensions(product: Product, part: str, language: str) -> list[Dimension]:
    """What is controlled of a part, in the order of its balloons. TemplateError as `Product.controlled`."""
    return [Dimension(row, each, _nominal(row, each, language), limits(row, language))
            for row, each in zip(plan(product, part, language), product.controlled(part), strict=True)]


def limits(row: InspectionRow, language: str) -> str:
    """Least and greatest value with their unit; empty where nothing but a greatest value is known."""
    if row.nominal is None or row.lower is None or row.upper is None:
        return ""
    places = max(_places(row.lower), _places(row.upper))
    low, high = (number(each, language, places) for each in (row.lower, row.upper))
    return f"{low} … {high}{_UNITS.get(row.unit, '')}"


def value(amount: float, unit: str, language: str) -> str:
    """A measured value with its unit: "31.095 mm"."""
    return number(amount, language, _places(amount)) + _UNITS.get(unit, "")


def _nominal(row: InspectionRow, each: Characteristic, language: str) -> str:
    many = f"{row.places}×{_NBSP}" if row.places > 1 else ""
    sign = _SIGNS.get(row.kind, "")
    if row.kind == "thread":
        return many + row.by
    if row.nominal is not None:
        return f"{many}{sign}{_NBSP if sign else ''}{number(row.nominal, language)}{_UNITS.get(row.unit, '')}"
    zone = f"\N{DIAMETER SIGN}{_NBSP}" if each.around or row.kind == "coaxiality" else ""
    to = f" {_NBSP.join(each.to)}" if each.to else ""
    return f"{many}{sign}{_NBSP if sign else ''}{zone}{number(row.upper or 0.0, language)}{_UNITS.get(row.unit, '')}{to}"


def _places(amount: float) -> int:
    return len(f"{abs(amount):.{_DECIMALS}f}".rstrip("0").partition(".")[2])
