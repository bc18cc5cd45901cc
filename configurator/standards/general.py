"""General tolerances: ISO 2768-1 by class (f, m, c, v), and the note of ISO 22081 with the shop's own number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from configurator.texts import written

from .reading import NotInStandard, Row, exact, listed, table, within

CLASSES = ("f", "m", "c", "v")
"""Tolerance classes of ISO 2768-1: fine, medium, coarse, very coarse."""
_ARCMINUTES = 60  # to a degree


class GeneralTolerance(NamedTuple):
    """A deviation to both sides: mm, or degrees for angles."""

    deviation: float
    grade: str
    source: str


class GeneralProfile(NamedTuple):
    """The general tolerance of ISO 22081: a surface profile that holds for every feature without its own tolerance."""

    tolerance: float
    """Width of the zone, mm. Fixed by the shop or the designer: the standard has no values."""
    datums: tuple[str, ...] = ()

    def designation(self, language: str = "en") -> str:
        """As it stands near the title block: "ISO 22081 ⌓ 0.2 | A | B"."""
        return " | ".join((f"ISO 22081 ⌓ {written(float(self.tolerance), language)}", *self.datums))


def linear(nominal: float, tolerance_class: str) -> GeneralTolerance:
    """± mm for a length, diameter or distance of `nominal` mm without its own tolerance, 0.5 to 4000 mm.

    NotInStandard below 0.5 mm (such sizes need their own tolerance), above 4000 mm, and where the class has no value.
    Source: ISO 2768-1 table 1, general_tolerances.csv.
    """
    return _found("linear", nominal, tolerance_class, "a size")


def edge(nominal: float, tolerance_class: str) -> GeneralTolerance:
    """± mm for an external radius or chamfer height of `nominal` mm, from 0.5 mm. Errors as `linear`. ISO 2768-1 table 2."""
    return _found("edge", nominal, tolerance_class, "a radius or chamfer height")


def angular(shorter_side: float, tolerance_class: str) -> GeneralTolerance:
    """± degrees for an angle whose shorter side is `shorter_side` mm long. Errors as `linear`. ISO 2768-1 table 3."""
    found = _found("angular", shorter_side, tolerance_class, "the length of an angle's shorter side")
    return found._replace(deviation=found.deviation / _ARCMINUTES)


def designation(tolerance_class: str) -> str:
    """The note on a drawing: "ISO 2768-m". NotInStandard for another class."""
    return f"ISO 2768-{_known(tolerance_class)}"


def _found(kind: str, nominal: float, tolerance_class: str, what: str) -> GeneralTolerance:
    name, size, rows = _known(tolerance_class), exact(nominal, what), _rows(kind)
    least = float(rows[0]["over"])
    # the first range begins with its least size, where the others begin above it
    row = rows[0] if size == least > 0 else within(rows, size)
    if row is None:
        raise NotInStandard(f"ISO 2768-1 has no tolerance for {what} of {size:g} mm: it begins at {least:g} mm and ends at "
                            f"{rows[-1].get('upto', 'no')} mm; give this dimension its own tolerance")
    if name not in row:
        has = listed(each for each in CLASSES if each in row)
        raise NotInStandard(f"ISO 2768-{name} has no value for {what} of {size:g} mm; the classes that have one: {has}")
    return GeneralTolerance(float(row[name]), row["grade"], row["source"])


def _known(tolerance_class: str) -> str:
    if tolerance_class not in CLASSES:
        raise NotInStandard(f"{tolerance_class!r} is no tolerance class of ISO 2768-1; offered: {listed(CLASSES)}")
    return tolerance_class


@cache
def _rows(kind: str) -> tuple[Row, ...]:
    return tuple(row for row in table("general_tolerances") if row["kind"] == kind)
