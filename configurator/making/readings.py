"""Numbers as people and their spreadsheets write them, and what a measured value says about a characteristic.

A number is never guessed: where one text may mean two numbers, how the rest of the file is written must tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isfinite
from typing import Literal, NamedTuple

from .inspection import InspectionRow

Verdict = Literal["conforming", "not_conforming", "undecided", "not_measured", "no_limits"]
Mark = Literal[".", ","]
_MARKS: tuple[tuple[Mark, Mark], ...] = ((".", ","), (",", "."))
_SAME = 1e-9
_BLANKS = "\u0020\u00a0\u202f\u2009\u2007'\u2019"
"""What stands between thousands, apostrophes of Swiss machines among them."""
_NUMBER = re.compile(rf"([+-]?)(\d[\d{_BLANKS}.,]*|[.,]\d+)", re.ASCII)
_UNITS = {"mm": "mm", "µm": "um", "μm": "um", "um": "um", "°": "deg", "deg": "deg", "⌀": "", "ø": ""}
_YES = {"ok", "yes", "y", "oui", "o", "ja", "j", "x", "1", "true", "vrai", "wahr", "✓", "✔", "go", "i.o.", "io"}
_NO = {"no", "n", "non", "nein", "0", "false", "faux", "falsch", "✗", "✘", "nok", "n.i.o.", "nio", "not ok", "nogo"}


class NotANumber(ValueError):
    """A text that is none. `kind`: key of the sentence in [inspection]."""

    def __init__(self, kind: Literal["no_number", "ambiguous", "other_unit"], text: str) -> None:
        self.kind, self.text = kind, text
        super().__init__(f"{text!r}: {kind}")


def number(text: str, unit: str, mark: Mark | None = None) -> float:
    """A number in `unit` (mm, deg, um); a unit may stand behind it, and mm and um are turned into each other.

    `mark`: the decimal mark of the file, None if it is not known. NotANumber if it is none, in another unit, or ambiguous.
    """
    bare = text.strip(_BLANKS + "\t").replace("\u2212", "-").replace("\u2013", "-")
    words = [word for word in _UNITS if bare.lower().endswith(word)]
    given = _UNITS[words[0]] if words else ""
    bare = bare[: len(bare) - len(words[0])] if words else bare
    match = _NUMBER.fullmatch(bare.strip(_BLANKS).removeprefix("⌀").removeprefix("ø").strip(_BLANKS))
    if match is None:
        raise NotANumber("no_number", text)
    value = _value(match[1] + _plain(match[2], text, mark), text)
    if given in ("", unit):
        return value
    factor = {("um", "mm"): 1e-3, ("mm", "um"): 1e3}.get((given, unit))
    if factor is None:
        raise NotANumber("other_unit", text)
    return value * factor


def decimal_mark(told: Iterable[tuple[str, float]]) -> Mark | None:
    """The decimal mark of a file, from texts whose values are known. None if they leave it open."""
    marks: set[Mark] = set()
    for text, value in told:
        for mark, other in _MARKS:
            if abs(_off(text, mark, value)) < _SAME < abs(_off(text, other, value)):
                marks.add(mark)
    return marks.pop() if len(marks) == 1 else None


def yes(text: str) -> bool | None:
    """Whether a text says that it is in order; None if it says nothing. ValueError if it is neither."""
    bare = text.strip().lower()
    if not bare:
        return None
    if bare in _YES or bare in _NO:
        return bare in _YES
    raise ValueError(text)


class Judged(NamedTuple):
    """A characteristic of one piece."""

    row: InspectionRow
    piece: int
    value: float | None
    verdict: Verdict
    off: float = 0.0
    """By how much it lies outside its limits: more than 0 above the upper one, less than 0 below the lower one; `unit`."""


def judge(row: InspectionRow, piece: int, value: float | None, said: bool | None = None, uncertainty: float = 0.0) -> Judged:
    """What a value says. `said`: the answer of a gauge. `uncertainty`: expanded, in the unit of the row.

    With an uncertainty U, ISO 14253-1: it conforms inside the limits made narrower by U, it does not outside the limits made
    wider by U, and between it cannot be decided.
    """
    if row.gauged:
        return Judged(row, piece, None, "not_measured" if said is None else "conforming" if said else "not_conforming")
    if value is None:
        return Judged(row, piece, None, "not_measured")
    if row.lower is None and row.upper is None:
        return Judged(row, piece, value, "no_limits")
    over = max(0.0, _clean(value - row.upper)) if row.upper is not None else 0.0
    under = max(0.0, _clean(row.lower - value)) if row.lower is not None else 0.0
    off = over or -under or 0.0
    if over > uncertainty or under > uncertainty:
        return Judged(row, piece, value, "not_conforming", off)
    inside = ((row.upper is None or _clean(row.upper - value) >= uncertainty)
              and (row.lower is None or _clean(value - row.lower) >= uncertainty))
    if inside and not (over or under):
        return Judged(row, piece, value, "conforming")
    return Judged(row, piece, value, "undecided" if uncertainty else "not_conforming", off)


def _clean(value: float) -> float:
    return round(value, 9)  # what is left of tenths in binary numbers must not decide


def _plain(digits: str, text: str, mark: Mark | None) -> str:
    """Digits with a point, or none."""
    pieces = re.split(rf"[{_BLANKS}]", digits)
    if len(pieces) > 1:
        if not all(len(piece) == 3 for piece in pieces[1:-1]) or not re.fullmatch(r"\d{3}(?:[.,]\d+)?", pieces[-1]):
            raise NotANumber("no_number", text)
        whole, _, part = pieces[-1].replace(",", ".").partition(".")
        return "".join([*pieces[:-1], whole]) + ("." + part if part else "")
    marks = [each for each in digits if each in ".,"]
    if not marks:
        return digits
    if len(set(marks)) == 2:  # 1,234.5 or 1.234,5: the last one is the decimal mark
        return _grouped(digits, text, marks[-1])
    if len(marks) > 1:  # 1.234.567: groups, whatever the mark is elsewhere
        return _grouped(digits, text, "," if marks[0] == "." else ".")
    if mark is not None:
        return digits.replace(",", ".") if marks[0] == mark else _grouped(digits, text, mark)
    before, after = digits.split(marks[0])
    if len(after) == 3 and 1 <= len(before) <= 3 and before.lstrip("0"):
        raise NotANumber("ambiguous", text)
    return digits.replace(",", ".")


def _grouped(digits: str, text: str, mark: str) -> str:
    group = "," if mark == "." else "."
    whole, _, part = digits.partition(mark)
    pieces = whole.split(group)
    if mark in part or group in part or not 1 <= len(pieces[0]) <= 3 or not all(len(piece) == 3 for piece in pieces[1:]):
        raise NotANumber("no_number", text)
    return "".join(pieces) + ("." + part if part else "")


def _value(text: str, shown: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise NotANumber("no_number", shown) from None
    if not isfinite(value):
        raise NotANumber("no_number", shown)
    return value


def _off(text: str, mark: Mark, value: float) -> float:
    """How far the text, read with that mark, is from a known value; far if it cannot be read so."""
    try:
        return number(text, "", mark) - value
    except NotANumber:
        return float("inf")
