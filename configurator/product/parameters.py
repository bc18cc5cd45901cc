"""Parameters: what a customer may choose. Unit, bounds, step and label are data on the field."""

from __future__ import annotations

import math
import numbers
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from configurator.errors import TemplateError
from configurator.space.domains import SNAP, Grid
from configurator.standards.fonts import SANS, Font

from .lettering import Text
from .problems import Refusal, shown
from .tables import Option, Table

Mm: TypeAlias = float
Degrees: TypeAlias = float
Row = TypeVar("Row", bound=Option)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_FORMULA = "=+-@"


@dataclass(frozen=True, eq=False)
class Parameter:
    """A field's domain. `accept` brings a raw value onto it or raises Refusal."""

    label: str
    group: str
    hint: str

    def accept(self, value: object) -> Any:
        """The value as the configuration keeps it."""
        raise NotImplementedError

    def candidates(self) -> Sequence[Any]:
        """Values for searches and sweeps, in order: all of them, or for a text a fair choice."""
        raise NotImplementedError

    ordered: ClassVar[bool] = False
    """Whether neighbours among the candidates are alike."""
    endless: ClassVar[bool] = False
    """Whether it is the customer's own: no list has all its values, and searches never invent one."""

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema of a plain value."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        # The constructor has accepted the value already; nothing else makes an instance.
        return core_schema.any_schema(serialization=core_schema.plain_serializer_function_ser_schema(plain))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        return self.json_schema()


def plain(value: Any) -> Any:
    """A parameter's value as JSON knows it: an option is its name."""
    return value.name if isinstance(value, Option) else str(value) if isinstance(value, str) else value


@dataclass(frozen=True, eq=False)
class Number(Parameter):
    """A number on a grid, bounds included. `whole` numbers are counts."""

    grid: Grid
    unit: str
    whole: bool = False
    ordered: ClassVar[bool] = True

    @property
    def low(self) -> float:
        """Least value."""
        return self.grid.low

    @property
    def high(self) -> float:
        """Greatest value."""
        return self.grid.high

    @property
    def step(self) -> float:
        """Distance of two neighbouring values."""
        return self.grid.step

    def at(self, index: int) -> float:
        """Grid point `index`, an int for counts."""
        return int(self.grid.at(index)) if self.whole else self.grid.at(index)

    def accept(self, value: object) -> float:
        number = self._number(value)
        if not self.grid.low - SNAP <= number <= self.grid.high + SNAP:
            raise Refusal("choice.out_of_bounds", value=self._said(number), low=self._said(self.grid.low),
                          high=self._said(self.grid.high))
        nearest = self.grid.nearest(number)
        if abs(self.grid.at(nearest) - number) <= SNAP:
            return self.at(nearest)
        if self.whole:
            raise Refusal("choice.not_whole", value=shown(value))
        below, above = self.grid.neighbours(number)
        raise Refusal("choice.off_grid", value=Quantity(number, self.unit, exact=True),
                      below=self._said(below), above=self._said(above))

    def _said(self, number: float) -> Quantity:
        return Quantity(int(number) if self.whole and float(number).is_integer() else number, self.unit)

    @staticmethod
    def _number(value: object) -> float:
        if isinstance(value, str):
            if len(value) > 64 or not _NUMBER.fullmatch(value):
                lowered = value.strip().lower().lstrip("+-")
                key = "not_finite" if lowered in ("nan", "inf", "infinity") else "not_a_number"
                raise Refusal(f"choice.{key}", value=shown(value))
        elif isinstance(value, bool) or not isinstance(value, (numbers.Real, Decimal)):
            raise Refusal("choice.not_a_number", value=shown(value))
        try:
            number = float(value)
        except (ValueError, OverflowError):
            number = math.inf
        if not math.isfinite(number):
            raise Refusal("choice.not_finite", value=shown(value))
        return number

    def candidates(self) -> Sequence[Any]:
        return tuple(self.at(index) for index in range(len(self.grid)))

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer" if self.whole else "number", "minimum": self.at(0),
                "maximum": self.at(len(self.grid) - 1), "x-step": int(self.step) if self.whole else self.step,
                **({"x-unit": self.unit} if self.unit else {})}


class Quantity(float):
    """A number with its unit, for sentences."""

    unit: str
    exact: bool

    def __new__(cls, value: float, unit: str, *, exact: bool = False) -> Quantity:
        made = super().__new__(cls, value)
        made.unit, made.exact = unit, exact
        return made

    def __str__(self) -> str:
        return f"{float(self)!r}"


@dataclass(frozen=True, eq=False)
class Choice(Parameter, Generic[Row]):
    """One row of a table. `alike`: attributes by which options are more or less like each other."""

    options: Table[Row]
    alike: tuple[str, ...] = ()

    def accept(self, value: object) -> Row:
        if isinstance(value, (str, Option)) and str(value) in self.options:
            return self.options[str(value)]
        reason = getattr(self.options, "withheld", {}).get(str(value)) if isinstance(value, (str, Option)) else None
        if reason:
            raise Refusal("choice.withheld", value=shown(str(value)), reason=reason)
        raise Refusal("choice.not_offered", value=shown(value), options=", ".join(self.options))

    def candidates(self) -> Sequence[Any]:
        return tuple(self.options.values())

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.options)}


@dataclass(frozen=True, eq=False)
class Flag(Parameter):
    """Yes or no."""

    def accept(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise Refusal("choice.not_a_flag", value=shown(value))

    def candidates(self) -> Sequence[Any]:
        return (False, True)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, eq=False)
class Words(Parameter):
    """A line of the customer's own words, in the characters that every one of its fonts has."""

    longest: int
    fonts: tuple[Font, ...] = (SANS,)
    endless: ClassVar[bool] = True

    @property
    def font(self) -> Font:
        """The first of its fonts."""
        return self.fonts[0]

    def missing(self, words: str) -> str:
        """The characters that not every font can draw soundly, each once, in order."""
        lacking = {character for font in self.fonts for character in font.missing(words)}
        return _each(character for character in words if character in lacking)

    def accept(self, value: object) -> Text:
        if not isinstance(value, str):
            raise Refusal("choice.not_text", value=shown(value))
        if len(value) > 16 * self.longest + 64:  # not worth composing; accents are few
            raise Refusal("choice.too_long", length=len(value), longest=self.longest)
        words = unicodedata.normalize("NFC", value)
        if len(words) > self.longest:
            raise Refusal("choice.too_long", length=len(words), longest=self.longest)
        hidden = _each(c for c in words if not c.isprintable())
        if hidden:
            raise Refusal("choice.not_printable", characters=shown(hidden))
        if words != words.strip():
            raise Refusal("choice.outer_space")
        if words[:1] and words[0] in _FORMULA:
            raise Refusal("choice.like_a_formula", character=words[0])
        missing = self.missing(words)
        if missing:
            raise Refusal("choice.no_glyph" if len(self.fonts) == 1 else "choice.no_glyph_in_all",
                          characters=" ".join(missing))
        return Text(words, self.fonts)

    def candidates(self) -> Sequence[Any]:
        """From nothing to the longest, with wide and narrow letters, accents and descenders."""
        sample = "Für Zoë & Gaël · 21.06.2026 · à jamais, für immer, for ever, Ágnes Ångström jQy"
        lengths = sorted({0, 1, 2, 3, 5, 8, 12, 18, 24, 32, 48, 64, self.longest})
        found = [(sample * (1 + n // len(sample)))[:n].strip() for n in lengths if n <= self.longest]
        found += ["W" * self.longest, "i" * self.longest, "Ångström"[:self.longest], "jgqpy"[:self.longest]]
        if missing := self.missing("".join(found)):
            found = ["".join(each for each in words if each not in missing).strip() for words in found]
        return tuple(Text(words, self.fonts) for words in dict.fromkeys(found))

    def json_schema(self) -> dict[str, Any]:
        names = [font.name for font in self.fonts]
        return {"type": "string", "maxLength": self.longest, "x-font": names[0] if len(names) == 1 else names}


def _each(characters: Iterable[str]) -> str:
    return "".join(dict.fromkeys(characters))


def field_of(default: object, parameter: Parameter) -> Any:
    """A template's field with that default. TemplateError if the parameter does not accept it."""
    try:
        accepted = parameter.accept(default)
    except Refusal as refusal:
        problem = refusal.problem("default", dict.fromkeys(("en", "fr", "de"), parameter.label))
        raise TemplateError(f"the default is not in the domain: {problem.say()}") from None
    field: Any = Field(default=accepted, title=parameter.label)
    field.metadata.append(parameter)
    return field


def _grid(label: str, low: float, high: float, step: float) -> Grid:
    try:
        return Grid(low, high, step)
    except ValueError as error:
        raise TemplateError(f"{label}: {error}") from None


def length(default: float, low: float, high: float, *, step: float, label: str, unit: str = "mm", group: str = "",
           hint: str = "") -> Mm:
    """A size on a grid, `low` and `high` included."""
    return cast(Mm, field_of(default, Number(label, group, hint, grid=_grid(label, low, high, step), unit=unit)))


def angle(default: float, low: float, high: float, *, step: float, label: str, group: str = "",
          hint: str = "") -> Degrees:
    """An angle in degrees on a grid, `low` and `high` included."""
    return length(default, low, high, step=step, label=label, unit="°", group=group, hint=hint)


def count(default: int, low: int, high: int, *, label: str, group: str = "", hint: str = "") -> int:
    """A whole number of things."""
    grid = _grid(label, low, high, 1)
    return cast(int, field_of(default, Number(label, group, hint, grid=grid, unit="", whole=True)))


def choice(options: Table[Row], *, label: str, default: str | None = None, group: str = "", hint: str = "",
           alike: Sequence[str] = ()) -> Row:
    """One row of a table; the first one unless `default` names another.

    `alike`: attributes by which options are like each other: who cannot have his choice is offered the likest first.
    """
    for attribute in alike:
        if not all(isinstance(getattr(option, attribute, None), (bool, int, float, str)) for option in options.values()):
            raise TemplateError(f"{label}: alike names {attribute!r}, which is no number, yes/no or word in every row")
    return cast(Row, field_of(default or next(iter(options)), Choice(label, group, hint, options=options, alike=tuple(alike))))


def flag(default: bool, *, label: str, group: str = "", hint: str = "") -> bool:
    """Yes or no."""
    return cast(bool, field_of(default, Flag(label, group, hint)))


def text(longest: int, *, label: str, default: str = "", group: str = "", hint: str = "",
         fonts: Sequence[Font] = (SANS,)) -> Text:
    """A line of the customer's own words, at most `longest` characters after composition (NFC).

    Only characters that every font of `fonts` has are taken, so that it can be set in each of them.
    """
    names = [font.name for font in fonts]
    if not names or len(set(names)) < len(names) or any("." in name for name in names):
        raise TemplateError(f"{label}: a text needs one font or more, each with a name of its own and without a full stop; "
                            f"got {names}")
    return cast(Text, field_of(default, Words(label, group, hint, longest=longest, fonts=tuple(fonts))))
