"""Tables: options to choose from and figures to rest on, each number with a grade and a source.

Grades: A a manufacturer's or standard's own text was read; B a secondary page was read; C general knowledge or shop
practice; design: the designer's taste. A blank cell is a number that is not known: a row that needs it is withheld.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, model_serializer, model_validator

from configurator.errors import TableError

GRADES = ("A", "B", "C", "design")


@dataclass(frozen=True)
class Graded:
    """A number (or word) with where it comes from."""

    value: Any
    unit: str
    grade: str
    source: str

    @property
    def to_be_confirmed(self) -> bool:
        """Whether the shop must confirm it before it cuts metal."""
        return self.grade not in ("A", "B", "design")


class Option(BaseModel):
    """One row of a table: a name, typed attributes, and how far its numbers can be trusted. It equals its name.

    `grade` and `source` speak for the whole row; columns `<attribute>_grade` and `<attribute>_source` for one number.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)
    name: str
    grade: str
    source: str
    label: str = ""
    """What a customer calls it, in English; the name unless it is given."""
    _cells: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def from_row(cls, cells: dict[str, str]) -> Self:
        """An option from the filled cells of a row."""
        option = cls.model_validate(cells)
        option._cells.update(cells)
        return option

    def graded(self, attribute: str) -> Graded:
        """An attribute with its grade and source."""
        return Graded(getattr(self, attribute), self._cells.get(f"{attribute}_unit", ""),
                      self._cells.get(f"{attribute}_grade", self.grade),
                      self._cells.get(f"{attribute}_source", self.source))

    def __eq__(self, other: object) -> bool:
        return self.name == (other.name if isinstance(other, Option) else other)

    def __hash__(self) -> int:
        return hash(self.name)

    @model_serializer
    def __str__(self) -> str:
        return self.name


Share = Annotated[float, Field(ge=0, le=1)]


class Look(Option):
    """What a surface looks like: the metallic-roughness model of glTF 2.0. All numbers but `ior` go from 0 to 1."""

    colour: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#b8bcc2"
    """sRGB, "#rrggbb"."""
    metallic: Share = 1.0
    roughness: Share = 0.25
    opacity: Share = 1.0
    """How much it covers what is behind it."""
    transmission: Share = 0.0
    """How much light goes through, as in glass. Such a surface is no metal: `metallic` is 0."""
    ior: Annotated[float, Field(ge=1)] = 1.5
    """Index of refraction."""

    @model_validator(mode="after")
    def _lets_light_through_or_is_a_metal(self) -> Self:
        if self.transmission > 0 and self.metallic > 0:
            raise ValueError("what lets light through is no metal: where transmission is above 0, metallic must be 0")
        return self


class Material(Look):
    """A material as a bill of materials names it, and what it looks like."""

    density: float
    """g/cm3."""
    standard: str = ""
    condition: str = ""


class Finish(Option):
    """What is done to a surface: a part with such a `treatment` looks as rough as it says, not as its material."""

    roughness: Share | None = None


Row = TypeVar("Row", bound=Option)


class Table(dict[str, Row], Generic[Row]):
    """Options by name, in the order of the file. A row that lacks a needed number is withheld, never guessed."""

    def __init__(self, kind: type[Row], path: Path) -> None:
        super().__init__()
        self.kind, self.path = kind, path
        self.withheld: dict[str, str] = {}
        """Name of the row -> what is missing."""
        for line, cells in _rows(path, needed=("name",)):
            name = cells["name"]
            if name in self or name in self.withheld:
                raise TableError(f"{path}:{line}: the name {name!r} stands twice")
            _check_grades(path, line, cells)
            try:
                self[name] = kind.from_row(cells)
            except ValidationError as error:
                missing = [str(e["loc"][0]) for e in error.errors() if e["type"] == "missing"]
                wrong = [": ".join((*map(str, e["loc"]), e["msg"])) for e in error.errors() if e["type"] != "missing"]
                if wrong:
                    raise TableError(f"{path}:{line}: {name!r}: {'; '.join(wrong)}") from None
                self.withheld[name] = ", ".join(missing)
        if not self:
            lacking = "; ".join(f"{name!r} lacks {what}" for name, what in self.withheld.items())
            needed = ", ".join(name for name, field in kind.model_fields.items() if field.is_required())
            raise TableError(f"{path}: no row is complete, so nothing can be offered ({lacking or 'there are no rows'}); each "
                             f"row needs {needed}")


class Figures:
    """Numbers that a template rests on, from a CSV with columns name, value, unit, grade, source.

    `figures.engraving_depth` is the number; `graded("engraving_depth")` tells where it comes from.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _by_name(self) -> dict[str, Graded]:
        found: dict[str, Graded] = {}
        for line, cells in _rows(self._path, needed=("name", "value", "grade", "source")):
            _check_grades(self._path, line, cells)
            try:
                value = float(cells["value"])
            except ValueError:
                raise TableError(f"{self._path}:{line}: {cells['value']!r} is not a number") from None
            if not math.isfinite(value) or cells["name"] in found:
                raise TableError(f"{self._path}:{line}: {cells['name']!r} must be finite and stand once")
            found[cells["name"]] = Graded(value, cells.get("unit", ""), cells["grade"], cells["source"])
        return found

    def __getattr__(self, name: str) -> float:
        if name.startswith("_"):
            raise AttributeError(name)
        return float(self.graded(name).value)

    def graded(self, name: str) -> Graded:
        """A figure with its unit, grade and source."""
        try:
            return self._by_name[name]
        except KeyError:
            raise AttributeError(f"{self._path} has no figure {name!r}; it has {', '.join(self._by_name)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and filled cells of each row."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:  # spreadsheets put a mark in front of UTF-8
            reader = csv.DictReader(file)
            for row in reader:
                if None in row:
                    raise TableError(f"{path}:{reader.line_num}: more cells than columns; quote cells with commas")
                cells = {column: cell.strip() for column, cell in row.items() if cell and cell.strip()}
                lacking = [column for column in needed if column not in cells]
                if lacking:
                    raise TableError(f"{path}:{reader.line_num}: {', '.join(lacking)} must be filled in")
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path}: cannot be read ({error})") from error


def _check_grades(path: Path, line: int, cells: dict[str, str]) -> None:
    for column, cell in cells.items():
        if (column == "grade" or column.endswith("_grade")) and cell not in GRADES:
            raise TableError(f"{path}:{line}: {column} {cell!r} is not one of {', '.join(GRADES)}")
