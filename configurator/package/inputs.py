"""Package inputs: everything beside the configuration that a package is a function of."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt

from configurator.geometry.requests import DEFLECTION
from configurator.making.route import MOST
from configurator.making.rule_packs import Pack
from configurator.making.shop import Shop
from configurator.texts import LANGUAGES

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _a_date(text: str) -> str:
    if text:
        if not _DATE.fullmatch(text):
            raise ValueError("a date is written 2026-11-22")
        datetime.date.fromisoformat(text)
    return text


def _a_language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(f"language is one of {', '.join(LANGUAGES)}")
    return text


def _one_line(text: str) -> str:
    if not text.isprintable() or text != text.strip():
        raise ValueError("a name is one line without spaces around it")
    return text


_Line = Annotated[str, Field(max_length=80), AfterValidator(_one_line)]


class Release(BaseModel):
    """Who released the package for making. Without it every sheet says DRAFT."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    by: Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_one_line)]
    on: Annotated[str, Field(min_length=10), AfterValidator(_a_date)]


class Inputs(BaseModel):
    """All of it stands in the manifest, so that a package can be built again from itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    language: Annotated[str, AfterValidator(_a_language)] = "en"
    owner: _Line = ""
    """Legal owner, as drawings name him."""
    date: Annotated[str, AfterValidator(_a_date)] = ""
    """Date of issue, ISO 8601; no clock is ever read."""
    release: Release | None = None
    deflection: Annotated[float, Field(ge=0.001, le=0.5, allow_inf_nan=False)] = DEFLECTION
    """Chord error of meshes, mm."""
    shop: Shop | None = None
    """Shop profile with its prices, whole; None: the one that is shipped with the program."""
    quantity: Annotated[StrictInt, Field(ge=1, le=MOST)] = 1
    """Products that are ordered together."""
    rule_packs: tuple[Pack, ...] = ()
    """Of processes, with all that they are made of; empty: those that are shipped with the program."""
