"""Coins that everybody knows, to show a size beside."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Coin(NamedTuple):
    """A coin; lengths in mm."""

    name: str
    label: str
    diameter: float
    thickness: float


@cache
def coins() -> tuple[Coin, ...]:
    """Those of coins.csv, in its order."""
    with (Path(__file__).parent / "coins.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Coin(row["name"], row["label"], float(row["diameter"]), float(row["thickness"]))
                     for row in csv.DictReader(file))
