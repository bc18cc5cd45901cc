"""What a characteristic is measured with: instruments.toml, the first line that fits."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from configurator.errors import TableError
from configurator.product.characteristics import Characteristic, Kind

OTHERWISE = "machine"
"""A coordinate measuring machine: where no line fits."""
_Mm = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_strict = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
Tool = Literal["thread_gauge", "profilometer", "pin_gauge", "plug_gauge", "bore_gauge", "caliper", "micrometer", "micrometers",
               "projector", "surface_plate", "centres", "machine"]


class Use(BaseModel):
    """A line of the table."""

    model_config = _strict
    tool: Tool
    kind: tuple[Kind, ...]
    inside: bool | None = None
    least: _Mm = 0.0
    over: Annotated[_Mm, Field(alias="from")] = 0.0
    upto: _Mm = 1e6

    def fits(self, each: Characteristic, tolerance: float | None) -> bool:
        """Whether it may judge a characteristic with that tolerance, mm."""
        return (each.kind in self.kind and (self.inside is None or self.inside is _inside(each))
                and self.over <= each.nominal <= self.upto and (tolerance is None or tolerance >= self.least - 1e-9))


class Instruments(BaseModel):
    """The table."""

    model_config = _strict
    grade: Literal["A", "B", "C", "design"]
    source: Annotated[str, Field(min_length=1)]
    use: tuple[Use, ...]


@cache
def read(path: Path) -> Instruments:
    """A table of instruments. TableError says what is wrong where."""
    try:
        return Instruments.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: cannot be read ({error})") from error
    except ValidationError as error:
        wrong = [f"{path}: {'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        raise TableError("\n".join(wrong)) from error


def instrument(each: Characteristic, tolerance: float | None) -> str:
    """The key of an instrument in the texts [inspection]. `tolerance`: upper less lower limit, mm; None where there is none.

    A general tolerance counts as what it is; a form or place to within so much counts as that.
    """
    known = read(Path(__file__).parent / "instruments.toml")
    return next((use.tool for use in known.use if use.fits(each, tolerance)), OTHERWISE)


def _inside(each: Characteristic) -> bool | None:
    return each.fit[:1].isupper() if each.fit else None
