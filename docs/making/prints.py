"""The prints of a package, each read on its own: what the STEP file of a part states, what its inspection sheet says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import NamedTuple

from configurator.exchange.step import Pmi, read_pmi

EVERY_PIECE = {"Every piece", "Chaque pièce", "Jedes Stück"}
_UNITS = {"angle": "deg", "roughness": "um", "thread": ""}
_ENTITY = re.compile(r"^(#\d+)=([A-Z_]+)\(", re.MULTILINE)
_FACE = re.compile(r"^#\d+=ADVANCED_FACE\('[^']*',\([^)]*\),(#\d+)", re.MULTILINE)


class Print(NamedTuple):
    """A characteristic as one of the prints has it."""

    name: str
    kind: str
    nominal: float | None
    """mm or degrees; None where there is none: roughness, geometrical tolerances."""
    lower: float | None
    """Least value that conforms; None if there is no lower limit, or it is only told in general."""
    upper: float | None
    unit: str
    """mm, deg, um; "" where a gauge says yes or no."""
    by: str
    """Class of ISO 286, designation of a thread; "general" if its limits are the general tolerances."""
    places: int
    every_piece: bool


class StepPrint(NamedTuple):
    """What the STEP file of one part states."""

    prints: tuple[Print, ...]
    pmi: tuple[Pmi, ...]
    surfaces: tuple[str, ...]
    """Entity of the surface of each face, in the order of the file."""


def of_step(data: bytes) -> StepPrint:
    """The semantic PMI in the text of the file of one part."""
    text, pmi = data.decode("ascii"), read_pmi(data)
    kinds = dict(_ENTITY.findall(text))
    return StepPrint(tuple(map(_stated, pmi)), pmi, tuple(kinds.get(each, "") for each in _FACE.findall(text)))


def _stated(pmi: Pmi) -> Print:
    general = pmi.more.get("tolerance") == "general"
    nominal = pmi.nominal if pmi.kind in ("diameter", "radius", "distance", "angle", "thread") else None
    lower, upper = (None if each is None else (nominal or 0.0) + each for each in (pmi.lower, pmi.upper))
    return Print(pmi.name, pmi.kind, nominal, lower, upper, _UNITS.get(pmi.kind, "mm"),
                 pmi.designation or pmi.fit or ("general" if general else ""),
                 int(pmi.more.get("number of features", 1)), pmi.more.get("inspection") == "every piece")


def of_sheet(data: bytes) -> tuple[list[Print], list[int], str]:
    """The lines of an inspection sheet, their balloons, and the class of general tolerances that it names ("m"; "" if none)."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    classes = {row["Class"][-1] for row in rows if row["Class"].startswith("ISO 2768-")}
    return [_line(row) for row in rows], [int(row["Balloon"]) for row in rows], "".join(sorted(classes))


def _line(row: Mapping[str, str]) -> Print:
    nominal, lower, upper = (float(row[each]) if row[each] else None for each in ("Nominal", "Lower", "Upper"))
    by = "general" if row["Class"].startswith("ISO 2768-") else row["Class"]
    return Print(row["Code"], row["Kind"], nominal, lower, upper, row["Unit"], by, int(row["Places"]),
                 row["Frequency"] in EVERY_PIECE)
