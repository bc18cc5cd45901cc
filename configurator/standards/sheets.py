"""Sheets of drawings, ISO 5457 (A4 upright, A3 lying), and the fields of a title block, ISO 7200. Lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, listed, table


class Sheet(NamedTuple):
    """A trimmed sheet; its frame is inset by the borders, the left one being for filing."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    title_block: float
    """Width of the title block, which sits in the lower right corner of the frame."""
    grid_field: float
    """Length of a field of the grid of references."""
    grid_border: float
    """Width of its border, outside the frame."""
    grade: str
    source: str

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, lower, right and upper side of the drawing space from the sheet's lower left corner."""
        return self.left, self.bottom, self.width - self.right, self.height - self.top


class Field(NamedTuple):
    """A data field of a title block."""

    name: str
    length: int | None
    """Most characters; None where the standard fixes none."""
    mandatory: bool
    grade: str
    source: str


class Remark(NamedTuple):
    """What is wrong with a field: `missing`, or `too_long` by so many characters."""

    field: str
    problem: str
    excess: int = 0


@cache
def sheets() -> tuple[Sheet, ...]:
    """Those of sheets.csv, from small to large."""
    numbers = ("width", "height", "left", "right", "top", "bottom", "title_block", "grid_field", "grid_border")
    return tuple(Sheet(row["name"], grade=row["grade"], source=row["source"], **{name: float(row[name]) for name in numbers})
                 for row in table("sheets"))


def sheet(name: str) -> Sheet:
    """A sheet by its name, "A4" or "A3". NotInStandard for another."""
    for each in sheets():
        if each.name == name:
            return each
    raise NotInStandard(f"{name!r} is no sheet that is offered; offered: {listed(each.name for each in sheets())}")


@cache
def fields() -> tuple[Field, ...]:
    """Fields of ISO 7200 in its order. Source: title_block_fields.csv."""
    return tuple(Field(row["name"], int(row["length"]) if "length" in row else None, row["mandatory"] == "yes", row["grade"],
                       row["source"]) for row in table("title_block_fields"))


def field(name: str) -> Field:
    """A field by its name, such as "title". NotInStandard for another."""
    for each in fields():
        if each.name == name:
            return each
    raise NotInStandard(f"{name!r} is no field of ISO 7200; offered: {listed(each.name for each in fields())}")


def remarks(values: Mapping[str, str]) -> tuple[Remark, ...]:
    """What ISO 7200 has against a title block with these values by field name; nothing if it is sound.

    NotInStandard for a name that is no field.
    """
    given = {field(name).name: text.strip() for name, text in values.items()}
    found = []
    for each in fields():
        text = given.get(each.name, "")
        if each.mandatory and not text:
            found.append(Remark(each.name, "missing"))
        if each.length is not None and len(text) > each.length:
            found.append(Remark(each.name, "too_long", len(text) - each.length))
    return tuple(found)
