"""What a table is made of, and what may stand in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from configurator.errors import PackageError

Cell: TypeAlias = str | int | float | None

GREATEST = sys.float_info.max
"""Of a number; this comparison is false for NaN and infinity, and works for whole numbers of any length."""

DANGEROUS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"
"""Signs with which a formula begins, their wide and their small forms; for a set in a regular expression."""


class Table(NamedTuple):
    """A table as it was read."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def checked(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """The rows, one after another, each a tuple.

    Raises PackageError for no columns, a name that is not printable ASCII beginning with a letter or is there twice, a
    row of another length, a cell that is neither text nor a finite number nor None, and half characters in a text.
    """
    for name in columns:
        if not (name.isascii() and name.isprintable() and name[:1].isalpha()):
            raise PackageError(f"the column {name!r} has a name that is not printable ASCII beginning with a letter")
    if not columns or len(set(columns)) != len(columns):
        raise PackageError(f"a table needs at least one column and each column once; got {list(columns)}")
    for number, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise PackageError(f"row {number} has {len(row)} cells, the table {len(columns)} columns")
        for name, cell in zip(columns, row, strict=True):
            _check(cell, f"row {number}, column {name!r}")
        yield tuple(row)


def _check(cell: Cell, place: str) -> None:
    if isinstance(cell, str):
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise PackageError(f"{place}: the text {cell!r} holds half a character, which no file can hold")
    elif cell is not None and (type(cell) not in (int, float) or not abs(cell) <= GREATEST):
        raise PackageError(f"{place}: {cell!r} is neither text nor a finite number nor None")
