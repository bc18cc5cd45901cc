"""Products that routes are judged on, built once for all tests of this process: defaults, extremes, and a plate."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from configurator import Product, load_template
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.product.catalogue import load_folder

BRACKET = Path(__file__).parent / "bracket"


class Built(NamedTuple):
    product: Product
    answers: list[PartAnswer]

    def answer(self, part: str) -> PartAnswer:
        return next(each for each in self.answers if each.name == part)


@cache
def _geometry() -> Geometry:
    os.environ["CONFIGURATOR_HOME"] = tempfile.mkdtemp()
    return Geometry(in_process=True)


@cache
def _built(template: str, choices: tuple[tuple[str, Any], ...]) -> Built:
    kind = load_folder(BRACKET) if template == "bracket" else load_template(template)
    product = kind.space.complete(dict(choices)) if template == "watch_case" else kind(**dict(choices))
    return Built(product, _geometry().build(product))


def built(template: str, **choices: Any) -> Built:
    return _built(template, tuple(sorted(choices.items())))


CASES: list[tuple[str, dict[str, Any]]] = [
    ("ring", {}),
    ("ring", {"circumference": 41, "width": 2, "thickness": 1.5}),
    ("ring", {"circumference": 76, "width": 12, "thickness": 3, "comfort": True, "profile": "court", "making": "turn-mill",
              "alloy": "Pt950 Ru"}),
    ("ring", {"making": "turn-mill", "engraving": "Zoë 2026", "finish": "brushed"}),
    ("watch_case", {}),
    ("watch_case", {"engraving": "HELLO", "metal": "Ti grade 5", "finish": "blasted"}),
    ("watch_case", {"case_diameter": 46}),
    ("bracket", {}),
    ("bracket", {"long": 80, "thick": 8}),
]
