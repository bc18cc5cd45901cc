"""Rule packs: the limits of a process, or of a shop, as tables that anybody may edit. Each number has a grade and a source."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from configurator import settings
from configurator.errors import LotOneError
from configurator.product.measured import Severity
from configurator.product.problems import shown
from configurator.product.tables import GRADES, Option

SHIPPED = Path(__file__).parent / "packs"
LARGEST = 200_000
"""Bytes; no pack that is meant is larger."""
_STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class PackRefused(LotOneError, ValueError):
    """A rule pack that cannot be used: which file, which key, and what may stand there."""


class Limit(BaseModel):
    """One number. Without a value it is not known: nothing is judged by it, and that is said."""

    model_config = _STRICT
    value: Annotated[float, Field(gt=0, le=10_000)] | None = None
    unit: Literal["mm", "1"]
    """1: a ratio."""
    grade: Literal["A", "B", "C", "design", ""] = ""
    source: Annotated[str, Field(max_length=300)] = ""
    severity: Severity = "warning"
    """Of what is found beyond it."""

    @model_validator(mode="after")
    def _is_graded(self) -> Self:
        if self.value is not None and not (self.grade and self.source.strip()):
            raise ValueError(f"a value needs a grade ({', '.join(GRADES)}) and a source")
        return self


class Limits(BaseModel):
    """What is judged beside walls. A limit that is left out is not judged."""

    model_config = _STRICT
    relief: Limit = Limit(unit="mm")
    """What stands out or lies deeper by less is relief (letters, flutes): neither a wall nor a gap."""
    stiff_height: Limit = Limit(unit="1")
    """Height to thickness up to which a rim or rib is stiff, and judged as no wall."""
    gap: Limit = Limit(unit="mm")
    """Least air between two faces of one part."""
    inner_radius: Limit = Limit(unit="mm")
    """Least radius of a hollow corner."""
    corner_to_tool: Limit = Limit(unit="1")
    """Radius of a hollow corner to the diameter of the tool that makes it, at least."""
    tool_reach: Limit = Limit(unit="1")
    """Depth of a slot or corner to the diameter of the tool, at most."""
    hole_diameter: Limit = Limit(unit="mm")
    """Least drill."""
    hole_depth: Limit = Limit(unit="1")
    """Depth of a hole to its diameter, at most."""
    thread_depth: Limit = Limit(unit="1")
    """Depth of an internal thread to its diameter, at most."""
    engraving_stroke: Limit = Limit(unit="mm")
    """Least width of a cut line."""
    engraving_depth: Limit = Limit(unit="mm")
    """Greatest depth of a cut line."""
    sharp_edge: Limit = Limit(unit="mm")
    """Sharp inner edges between planes that are longer, and that no end mill makes, are told."""
    access: Limit = Limit(unit="mm")
    """Faces wider than this that no straight tool sees from outside are told."""
    sliver: Limit = Limit(unit="mm")
    """Least width of a face and length of an edge."""

    @model_validator(mode="after")
    def _units(self) -> Self:
        for name, field in type(self).model_fields.items():
            if (unit := getattr(self, name).unit) != field.default.unit:
                raise ValueError(f"{name}.unit is {unit!r}; it is given in {field.default.unit!r}")
        return self


class Pack(BaseModel):
    """The limits of one process."""

    model_config = _STRICT
    process: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    """As templates call it: turn-mill, cast, print, grind ..."""
    shop: Annotated[str, Field(max_length=80)] = ""
    note: Annotated[str, Field(max_length=500)] = ""
    families: dict[str, list[Annotated[str, Field(min_length=1, max_length=60)]]] = {}
    """Name of a family of materials: patterns of the names or standards of its materials, with * and ?."""
    wall: dict[str, Limit] = {}
    """Least wall by family, mm."""
    limits: Limits = Limits()

    @model_validator(mode="after")
    def _walls(self) -> Self:
        for family, limit in self.wall.items():
            if limit.unit != "mm":
                raise ValueError(f"wall.{family}.unit is {limit.unit!r}; walls are given in 'mm'")
        return self

    @property
    def digest(self) -> str:
        """Changes with everything that stands in it."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def family(self, material: Option | str) -> str:
        """The first family that knows a material by its name or standard; "" if none does."""
        words = [str(material), str(getattr(material, "standard", ""))]
        return next((family for family, patterns in self.families.items()
                     if any(word and fnmatchcase(word, pattern) for pattern in patterns for word in words)), "")

    def wall_of(self, material: Option | str) -> Limit | None:
        """Least wall of a material; None if its family is not known or has none."""
        found = self.wall.get(self.family(material))
        return found if found is not None and found.value is not None else None


def packs(files: Iterable[Path] = (), *, folder: Path | None = None) -> dict[str, Pack]:
    """The packs by process: those that are shipped, over them those of the user's folder (`packs` where state lives), over
    them `files`. A pack says only what it changes. PackRefused names file, key and what may stand there."""
    own = settings.home() / "packs" if folder is None else folder
    rows: dict[str, dict[str, Any]] = {}
    for file in (*sorted(SHIPPED.glob("*.toml")), *sorted(own.glob("*.toml")), *files):
        content = _read(file)
        process = content["process"]
        rows[process] = _over(rows.get(process, {}), content)
        _checked(file, rows[process])
        strangers = sorted(set(rows[process].get("wall", {})) - set(rows[process].get("families", {})))
        if strangers:
            raise PackRefused(f"{file}: wall.{strangers[0]} is of no family; families has "
                              f"{', '.join(rows[process].get('families', {})) or 'none'}")
    return {process: Pack.model_validate(row) for process, row in sorted(rows.items())}


@cache
def shipped() -> dict[str, Pack]:
    """The packs that come with the program, by process."""
    return packs(folder=SHIPPED / "none")


def plain(known: Mapping[str, Pack]) -> list[dict[str, Any]]:
    """Packs as they go into a manifest: all that stands in them, so that `restored` gives the same years later."""
    return [known[process].model_dump(mode="json") for process in sorted(known)]


def restored(rows: Iterable[Mapping[str, Any]]) -> dict[str, Pack]:
    """Packs from a manifest. PackRefused if they are nonsense."""
    found = {}
    for index, row in enumerate(rows):
        _checked(Path(f"rule pack {index + 1} of the manifest"), row)
        pack = Pack.model_validate(row)
        found[pack.process] = pack
    return found


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise PackRefused(f"{file}: it is larger than {LARGEST} bytes; no rule pack is that long")
        content = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise PackRefused(f"{file}: cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError) as error:  # TOML refuses a key that has two values, and says on which line
        raise PackRefused(f"{file}: is not TOML as it is needed here: {error}") from None
    _checked(file, content)
    return content


def _checked(file: Path, content: Mapping[str, Any]) -> None:
    try:
        Pack.model_validate(content)
    except ValidationError as refused:
        raise PackRefused("\n".join(f"{file}: {_told(each)}" for each in refused.errors())) from None


def _told(error: Any) -> str:
    where = [str(each) for each in error["loc"]]
    key, kind, given = ".".join(where), error["type"], shown(error.get("input"))
    if kind == "extra_forbidden":
        return f"{key} is not known; {'.'.join(where[:-1]) or 'a pack'} has {', '.join(_allowed(where[:-1]))}"
    if kind == "missing":
        return f"{key} is missing; it has {', '.join(_allowed(where[:-1]))}"
    if kind == "value_error":
        return ": ".join(filter(None, (key, error["msg"].removeprefix("Value error, "))))
    if kind == "literal_error":
        return f"{key} is {given!r}; it is {error['ctx']['expected']}"
    if kind == "greater_than":
        return f"{key} is {given}; a limit is more than 0. Leave the value out where it is not known"
    if kind in ("float_type", "finite_number", "less_than_equal"):
        return f"{key} is {given!r}; it is a number above 0 and at most 10000, without quotes and unit"
    return f"{key} is {given!r}: {error['msg']}"


def _allowed(where: list[str]) -> list[str]:
    kind: type[BaseModel] = Pack if not where else Limits if where == ["limits"] else Limit
    return list(kind.model_fields)


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are joined, single limits and lists replaced; families that `own` names are looked at first."""
    merged = dict(base)
    for name, value in own.items():
        if name in ("families", "wall", "limits"):
            merged[name] = {**value, **{each: row for each, row in base.get(name, {}).items() if each not in value}}
        else:
            merged[name] = value
    return merged
