"""ISO 286 limits and fits: tolerance classes such as H7 and g6 in mm from the nominal size, 0 to 120 mm, IT4 to IT12.

Tables of the standard tolerances and of the shafts' fundamental deviations, never interpolated; holes follow from the
shafts by the two rules of ISO 286-1: mirrored, and from K on increased by delta = ITn - IT(n-1) above 3 mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, Row, exact, listed, table, within

_CLASS = re.compile(r"([A-Za-z]{1,2})(\d{1,2})")
_LETTERS = ("c", "d", "e", "f", "g", "h", "js", "k", "m", "n", "p", "r", "s", "u")
_GRADES = range(4, 13)
_CLEARING = "cdefg"  # on the free side of the nominal size
_SPARSE = {"k": range(4, 8)}  # elsewhere the deviation is another one
_HOLES_WITH_DELTA = {"K": range(5, 9), "M": range(5, 9), "N": range(5, 9),  # to IT8, and delta needs the grade below
                     "P": range(5, 13), "R": range(5, 13), "S": range(5, 13), "U": range(5, 13)}
_LAST_WITH_DELTA = 7  # P and beyond; above it their deviation is the mirrored one


class FitError(NotInStandard):
    """No such tolerance class or grade at that size in the tables. Names what is offered, and the nearest."""


@dataclass(frozen=True)
class Limits:
    """Limit deviations from the nominal size, mm: `lower` (EI, ei) and `upper` (ES, es)."""

    lower: float
    upper: float
    grade: str
    """Of the less trusted of the numbers it is made of: A, B, C."""
    source: str

    @property
    def tolerance(self) -> float:
        """Upper less lower deviation, mm."""
        return round(self.upper - self.lower, 4)


class Fit(NamedTuple):
    """What is between hole and shaft of one nominal size, mm; below 0 it is an interference."""

    least: float
    greatest: float

    @property
    def kind(self) -> str:
        """"clearance", "transition" or "interference"."""
        return "clearance" if self.least >= 0 else "interference" if self.greatest <= 0 else "transition"


def it(nominal: float, grade: int) -> float:
    """Standard tolerance IT`grade` of a nominal size in mm, mm. FitError outside IT4 to IT12 and 0 to 120 mm.

    A size on the edge of a range, such as 3 mm, belongs to the lower range. Source: it_grades.csv.
    """
    return round(_it(_range(nominal), grade) / 1000, 4)


def limits(nominal: float, tolerance_class: str) -> Limits:
    """Limits of a class such as "H7" (hole) or "js6" (shaft) at a nominal size in mm.

    FitError if the class is not offered or the size is not over 0 and up to 120 mm. Sources: it_grades.csv and
    fundamental_deviations.csv; each Limits says its own.
    """
    letter, number = _parts(tolerance_class)
    steps = _range(nominal)
    width = _it(steps, number)
    shaft = letter.lower()
    if shaft in ("h", "js"):
        from_rows: tuple[Row, ...] = (steps,)
        upper = 0.0 if letter == "h" else width if letter == "H" else width / 2
    else:
        deviation = within(_deviations(shaft), exact(nominal))
        assert deviation is not None  # each letter covers the sizes of the grades: a test holds it
        from_rows = (steps, deviation)
        upper = _upper(letter, number, float(deviation["deviation"]), steps)
    return Limits(round((upper - width) / 1000, 4), round(upper / 1000, 4),
                  max(row["grade"] for row in from_rows), "; ".join(dict.fromkeys(row["source"] for row in from_rows)))


def fit(hole: str, shaft: str, nominal: float) -> Fit:
    """Least and greatest clearance of a hole's and a shaft's class, such as ("H7", "p6"), at one nominal size in mm.

    FitError as from `limits`, or if `hole` is no hole's class (a capital letter) or `shaft` no shaft's.
    """
    for name, kind, right in ((hole, "hole", str.isupper), (shaft, "shaft", str.islower)):
        if not right(_parts(name)[0]):
            raise FitError(f"{name!r} is no class of a {kind}: holes are written with capital letters (H7), shafts with small "
                           "ones (p6)")
    inner, outer = limits(nominal, hole), limits(nominal, shaft)
    return Fit(round(inner.lower - outer.upper, 4), round(inner.upper - outer.lower, 4))


@cache
def classes() -> tuple[str, ...]:
    """Every tolerance class that is offered, holes first, in the order of the standard's letters."""
    return tuple(f"{letter}{number}" for letter in (*map(str.upper, _LETTERS), *_LETTERS) for number in _numbers(letter))


def _numbers(letter: str) -> range:
    return _HOLES_WITH_DELTA.get(letter, _SPARSE.get(letter, _GRADES))


def _parts(tolerance_class: str) -> tuple[str, int]:
    """Letter and grade of a class that is offered."""
    name = str(tolerance_class).strip()
    if name in classes():
        found = _CLASS.fullmatch(name)
        assert found is not None
        return found[1], int(found[2])
    near = next(_nearest(name), None)
    hint = f"; the nearest is {near}" if near else ""
    raise FitError(f"the tolerance class {tolerance_class!r} is not offered{hint}. Offered: {_offered()}")


def _nearest(name: str) -> Iterator[str]:
    """Classes of the same letter first, then of the next letter of its kind, by how far their grade is."""
    found = _CLASS.fullmatch(name)
    if not found:
        return
    letter, number = found[1], int(found[2])
    known = tuple(map(str.upper, _LETTERS)) if letter[0].isupper() else _LETTERS
    letter = letter.upper() if letter[0].isupper() else letter
    beside = sorted(known, key=lambda each: (each != letter, abs(ord(each[0]) - ord(letter[0])), each))
    for each in beside:
        yield from (f"{each}{grade}" for grade in sorted(_numbers(each), key=lambda grade: (abs(grade - number), grade)))


def _offered() -> str:
    return listed(f"{letter}{_numbers(letter)[0]} to {letter}{_numbers(letter)[-1]}"
                  for letter in (*map(str.upper, _LETTERS), *_LETTERS))


def _range(nominal: float) -> Row:
    size = exact(nominal, "a nominal size", FitError)
    row = within(table("it_grades"), size)
    if row is None:
        last = table("it_grades")[-1]["upto"]
        raise FitError(f"ISO 286 is tabulated here for nominal sizes over 0 and up to {last} mm; {size:g} mm is outside: "
                       "give limits in mm instead of a class")
    return row


def _it(steps: Row, number: int) -> float:
    """Standard tolerance in um."""
    if f"IT{number}" not in steps:
        nearest = min(max(number, _GRADES[0]), _GRADES[-1])
        raise FitError(f"IT{number} is not offered; the nearest is IT{nearest}. Offered: IT{_GRADES[0]} to IT{_GRADES[-1]}")
    return float(steps[f"IT{number}"])


def _upper(letter: str, number: int, deviation: float, steps: Row) -> float:
    """Upper deviation in um, from the fundamental deviation of the shaft's letter."""
    width = _it(steps, number)
    clearing = letter.lower() in _CLEARING
    if letter.islower():
        return deviation if clearing else deviation + width
    if clearing:
        return -deviation + width
    special = float(steps["over"]) >= 3 and (letter < "P" or number <= _LAST_WITH_DELTA)
    return -deviation + (width - _it(steps, number - 1) if special else 0.0)


@cache
def _deviations(letter: str) -> tuple[Row, ...]:
    return tuple(row for row in table("fundamental_deviations") if row["letter"] == letter)
