"""Reads the tables of this room: each row has a grade and a source. What no table has is refused, never guessed.

Grades: A a maker's own text was read; B a secondary page was read; C general knowledge, to be confirmed by the shop.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from configurator.errors import LotOneError, TableError

GRADES = ("A", "B", "C", "design")
Row: TypeAlias = Mapping[str, str]

_FOLDER = Path(__file__).parent
_GRID = 6  # decimals of a mm: sizes that were computed stand on the edge of a range where they are meant to


class NotInStandard(LotOneError, LookupError):
    """A standard, or the part of it that is tabulated here, has no such value. Says what is offered instead."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """Rows of `name`.csv beside this file, in its order; blank cells are left out.

    TableError if the file cannot be read, or a row has no grade or source, or more cells than the heading.
    """
    return read(_FOLDER / f"{name}.csv")


def read(path: Path) -> tuple[Row, ...]:
    """Rows of a table at `path`, as `table` gives them."""
    rows = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:  # spreadsheets put a mark in front of UTF-8
            reader = csv.DictReader(file)
            for row in reader:
                if None in row:
                    raise TableError(f"{path}:{reader.line_num}: more cells than columns; quote cells with commas")
                cells = {column: cell.strip() for column, cell in row.items() if cell and cell.strip()}
                if cells.get("grade") not in GRADES or "source" not in cells:
                    raise TableError(f"{path}:{reader.line_num}: a row needs a source and a grade, one of {', '.join(GRADES)}")
                rows.append(MappingProxyType(cells))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path}: cannot be read ({error})") from error
    return tuple(rows)


def exact(size: float, what: str = "a size", refusal: type[NotInStandard] = NotInStandard) -> float:
    """`size` in mm freed from the noise of computing (1e-6 mm). `refusal` if it is no finite number of 0 or more."""
    try:
        value = float(size)
    except (TypeError, ValueError):
        value = math.nan
    if not math.isfinite(value) or value < 0:
        raise refusal(f"{size!r} is not {what}: give a finite number of mm, not below 0")
    return round(value, _GRID)


def within(rows: Iterable[Row], size: float) -> Row | None:
    """The row whose range, over `over` up to and including `upto` (mm), holds `size`; without `upto` it has no end."""
    for row in rows:
        if float(row["over"]) < size <= float(row.get("upto", "inf")):
            return row
    return None


def listed(values: Iterable[object]) -> str:
    """Values one after another, for an error's sentence."""
    return ", ".join(f"{value:g}" if isinstance(value, float) else str(value) for value in values)
