"""Widths, patterns and proportions of drawings, read from the tables beside this file."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class LineStyle(NamedTuple):
    """How the lines of a layer are drawn."""

    type: str
    """Name of the pattern, as in patterns.csv."""
    width: float
    """mm."""
    pattern: tuple[float, ...]
    """Lengths of dash, gap, dash, gap ... in mm; empty for continuous lines."""
    colour: int
    """AutoCAD colour index; writers for paper draw everything black but the DRAFT mark."""


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def line_styles(group: str) -> dict[str, LineStyle]:
    """Style of each layer for the line group "fine" (0.35 mm) or "medium" (0.5 mm), in the order of lines.csv."""
    patterns = {row["type"]: tuple(map(float, row["pattern_d"].split())) for row in _rows("patterns.csv")}
    found = {}
    for row in _rows("lines.csv"):
        width = float(row[f"{group}_mm"])
        pattern = tuple(round(length * width, 4) for length in patterns[row["type"]])
        found[row["layer"]] = LineStyle(row["type"], width, pattern, int(row["colour"]))
    return found


@cache
def _proportions() -> dict[str, float]:
    return {row["name"]: float(row["value"]) for row in _rows("proportions.csv")}


def proportion(name: str) -> float:
    """A proportion of drawings by its name in proportions.csv: mm, or degrees for angles."""
    return _proportions()[name]
