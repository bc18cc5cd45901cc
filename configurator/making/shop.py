"""The shop profile: work centres with their rates, times of operations, allowances of blanks, prices. Read from TOML, editable.

The profile that is shipped is `shops/default.toml`; a shop's own file goes over it, table by table. What it cannot mean is
refused with the name of the file and of the key.
"""

from __future__ import annotations

import datetime
import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictFloat, StrictInt, ValidationError, model_validator

from configurator.errors import LotOneError

DEFAULT = Path(__file__).parent / "shops" / "default.toml"
LARGEST = 1_000_000
"""Bytes of a profile; none that is meant is larger."""

Kind = Literal["program", "saw", "pattern", "cast", "print", "turn", "mill", "drill", "tap", "thread", "grind", "clean_up",
               "engrave", "deburr", "wash", "polish", "brush", "blast", "plate", "treat", "inspect", "press", "screw",
               "gasket", "fit", "check"]
"""Operations that a route can have; `treat` is a finish that the profile does not know."""
Step = Literal[Kind, "finish"]
"""What a process lists; `finish` is where the part's finish or treatment comes."""
KINDS: tuple[Kind, ...] = get_args(Kind)
CUTTING: tuple[Kind, ...] = ("turn", "mill", "drill", "tap", "thread", "grind", "clean_up")
"""Operations whose time depends on how hard the material is to cut."""
Number = StrictFloat | StrictInt


class ShopRefused(LotOneError, ValueError):
    """A shop profile cannot be read or means nothing. Names the file, the key and what is allowed."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Graded(_Strict):
    unit: str
    grade: Literal["A", "B", "C", "design"]
    """A: a maker's own text was read; B: a secondary page; C: general knowledge without a source; design: chosen."""
    source: Annotated[str, Field(min_length=1, max_length=300)]


class Figure(_Graded):
    """One number with its unit, grade and source."""

    value: Annotated[Number, Field(ge=0, le=1e6, allow_inf_nan=False)]


class Band(_Graded):
    """A number that is not known better than between `low` and `high`."""

    low: Annotated[Number, Field(ge=0, le=1e6, allow_inf_nan=False)]
    likely: Annotated[Number, Field(ge=0, le=1e6, allow_inf_nan=False)]
    high: Annotated[Number, Field(ge=0, le=1e6, allow_inf_nan=False)]

    @model_validator(mode="after")
    def _in_order(self) -> Band:
        if not self.low <= self.likely <= self.high:
            raise ValueError(f"low {self.low}, likely {self.likely} and high {self.high} are not in order")
        return self


def _in(unit: str) -> AfterValidator:
    def check(found: Any) -> Any:
        if found is not None and found.unit != unit:
            raise ValueError(f"the unit is {found.unit!r}; it must be {unit!r}")
        return found

    return AfterValidator(check)


def _a_day(text: str) -> str:
    if len(text) != 10 or datetime.date.fromisoformat(text).isoformat() != text:
        raise ValueError("a date is written 2026-11-22")
    return text


_Day = Annotated[str, AfterValidator(_a_day)]
_Line = Annotated[str, Field(min_length=1, max_length=80)]


class Labels(_Strict):
    """What something is called in each language."""

    en: _Line
    fr: _Line
    de: _Line

    def say(self, language: str) -> str:
        """In one language."""
        return {"en": self.en, "fr": self.fr, "de": self.de}[language]


class WorkCentre(_Strict):
    """Where operations are done. `rate`: the shop's currency an hour, machine and person together."""

    label: Labels
    rate: Annotated[Figure, _in("1/h")]


class Times(_Strict):
    """What an operation takes. All are added up; what an operation does not have is left out."""

    centre: str
    setup: Annotated[Band | None, _in("min")] = None
    """Once for a batch."""
    piece: Annotated[Band | None, _in("min")] = None
    """A piece, clamping and tool changes included."""
    volume: Annotated[Band | None, _in("min/cm3")] = None
    """Volume that is removed (cast, printed: the part's own)."""
    area: Annotated[Band | None, _in("min/cm2")] = None
    """Surface that is worked."""
    each: Annotated[Band | None, _in("min")] = None
    """A feature: hole, thread, engraved character, characteristic that is measured, clamping after the first."""


class Process(_Strict):
    """How parts of a process come about: kind of blank, and operations in order; a part skips those that it does not need."""

    blank: Literal["cut", "casting", "printed"]
    operations: Annotated[tuple[Step, ...], Field(min_length=1)]


class Family(_Strict):
    """A family of materials. `names`: patterns of names and standards; `stock`: its family in the table of raw material."""

    names: Annotated[tuple[_Line, ...], Field(min_length=1)]
    stock: str = ""
    cutting: Annotated[Figure, _in("1")]
    """Factor on the time of cutting."""


class Allowances(_Strict):
    """What a blank is larger than its part, mm."""

    diameter: Annotated[Figure, _in("mm")]
    """Of a bar over the part's diameter."""
    length: Annotated[Figure, _in("mm")]
    """Of a bar's piece over the part, both ends together."""
    grip: Annotated[Figure, _in("mm")]
    """Of a piece that is sawn off and then turned: what the chuck holds while the first side is made."""
    bore: Annotated[Figure, _in("mm")]
    """Of a tube's bore under the part's."""
    kerf: Annotated[Figure, _in("mm")]
    thickness: Annotated[Figure, _in("mm")]
    """Of a plate, both faces together."""
    edge: Annotated[Figure, _in("mm")]
    """Of a plate's piece, both edges together."""
    casting: Annotated[Figure, _in("mm")]
    """On every surface of a casting, for finishing."""


class Limits(_Strict):
    """Up to where an operation is chosen."""

    bar: Annotated[Figure, _in("mm")]
    """Bars up to this diameter go through the lathe's spindle: a part is turned from the bar and parted off, not sawn."""
    tap: Annotated[Figure, _in("mm")]
    """Internal threads up to this diameter are tapped, larger ones cut on the lathe."""
    relief: Annotated[Figure, _in("mm")]
    """Features that are no deeper are letters and marks, and do not choose the tool."""


class MetalPrice(_Strict):
    """What the user pays for a material, his currency a kg, and when that was so."""

    per_kg: Annotated[Number, Field(gt=0, le=1e8, allow_inf_nan=False)]
    date: _Day


class ItemPrice(_Strict):
    """What the user pays for a bought item, and when that was so."""

    each: Annotated[Number, Field(ge=0, le=1e7, allow_inf_nan=False)]
    date: _Day


class Prices(_Strict):
    """The user's prices. Nothing is shipped: what is missing is left out of an estimate, and said."""

    materials: dict[str, MetalPrice] = {}
    """By the name of the material."""
    items: dict[str, ItemPrice] = {}
    """By the name under which it is ordered."""


class Shop(_Strict):
    """A shop profile as it applies, whole."""

    name: _Line
    note: Annotated[str, Field(max_length=400)] = ""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """ISO 4217."""
    vat: Labels
    """Stands beside every sum: "excl. VAT"."""
    work_centres: Annotated[dict[str, WorkCentre], Field(min_length=1)]
    operations: dict[Kind, Times]
    processes: dict[str, Process]
    finishes: dict[str, Kind]
    """Pattern of a finish's or treatment's name -> operation."""
    interfaces: dict[str, Kind]
    """Kind of an interface -> operation of the assembly."""
    families: dict[str, Family]
    allowances: Allowances
    limits: Limits
    prices: Prices = Prices()

    @model_validator(mode="after")
    def _whole(self) -> Shop:
        for kind, times in self.operations.items():
            if times.centre not in self.work_centres:
                raise ValueError(f"operations.{kind}.centre: {times.centre!r} is no work centre; there are "
                                 f"{', '.join(self.work_centres)}")
        for name, process in self.processes.items():
            shaping = {"cut": ("turn", "mill", "grind"), "casting": ("clean_up", "turn", "mill", "grind"), "printed": ()}
            if shaping[process.blank] and not set(shaping[process.blank]) & set(process.operations):
                raise ValueError(f"processes.{name}.operations: nothing takes the part out of its blank; one of "
                                 f"{', '.join(shaping[process.blank])} does")
        return self

    @property
    def digest(self) -> str:
        """Names the profile: equal digests, equal estimates."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def family_of(self, *names: str) -> Family | None:
        """The family of a material by its name or standard; the first whose pattern fits."""
        return next((family for family in self.families.values() for pattern in family.names
                     if any(fnmatchcase(name.lower(), pattern.lower()) for name in names if name)), None)

    def finish_of(self, name: str) -> Kind | None:
        """The operation that gives a finish."""
        return next((kind for pattern, kind in self.finishes.items() if fnmatchcase(name.lower(), pattern.lower())), None)


@cache
def default_shop() -> Shop:
    """The profile that is shipped: rates and times chosen, to be replaced by the shop's own."""
    return _checked(_read(DEFAULT), DEFAULT)


def shop_from(path: Path) -> Shop:
    """A shop's own file over the shipped profile. ShopRefused names file and key."""
    return profile([(tables_of(path), str(path))])


def tables_of(path: Path) -> dict[str, Any]:
    """What a file holds, not judged yet. ShopRefused if it cannot be read or is no TOML."""
    return _read(path)


def profile(given: Sequence[tuple[Mapping[str, Any], str]]) -> Shop:
    """Tables as files hold them, each with the name of its place, one over the other and all over the shipped profile."""
    if not given:
        return default_shop()
    tables, places = _read(DEFAULT), []
    for each, place in given:
        tables = _over(tables, each)
        places.append(place)
    return _checked(tables, " + ".join(places))


def _over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        # a number with its grade is replaced whole: half of one source and half of another is no number
        nested = isinstance(value, Mapping) and isinstance(below, Mapping) and "grade" not in below
        merged[key] = _over(below, value) if nested else value  # type: ignore[arg-type]
    return merged


def _read(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            raise ShopRefused(f"{path}: {len(data)} bytes are no shop profile; at most {LARGEST} are read")
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise ShopRefused(f"{path}: cannot be read ({error.strerror})") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ShopRefused(f"{path}: is no TOML: {error}") from None


def _checked(tables: Mapping[str, Any], place: Path | str) -> Shop:
    try:
        return Shop.model_validate(tables)
    except ValidationError as error:
        raise ShopRefused("\n".join(f"{place}: {_key(each['loc'])}{_said(each)}" for each in error.errors())) from None


def _key(places: tuple[int | str, ...]) -> str:
    words = [str(each) for each in places if each not in ("[key]", "float", "int")]
    return ".".join(words) + ": " if words else ""


def _said(each: Any) -> str:
    if each["type"] == "extra_forbidden":
        return "is no key of a shop profile; docs/route.md has all of them"
    if each["type"] == "model_type":
        kinds: dict[str, type[BaseModel]] = {"Figure": Figure, "Band": Band, "Labels": Labels, "WorkCentre": WorkCentre,
                                             "Times": Times}
        kind = kinds.get(str(each["ctx"]["class_name"]))
        return "must be a table" + (f" with {', '.join(kind.model_fields)}" if kind else "") + f", not {each['input']!r}"[:70]
    given = repr(each["input"])
    shown = f", not {given[:60]}" if each["type"] not in ("missing", "value_error") else ""
    return str(each["msg"]).removeprefix("Value error, ") + shown
