"""A filled inspection sheet, read by the plan in its package and answered for every characteristic, as plain values."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from configurator.making.inspection import plan
from configurator.making.readings import Judged
from configurator.package.inspected import inspected, plan_of
from configurator.product.product import Product
from configurator.texts import say

from .dimensions import limits, value

MOST = 20_000_000
"""Bytes of a sheet."""
_LONGEST = 60
"""Letters of a name: file systems take 255 bytes."""


def answered(members: Mapping[str, bytes], name: str, data: bytes, language: str,
             product: Product | None = None) -> dict[str, Any]:
    """What was measured: each value with its verdict. PackageRefused lists what cannot be read, and why.

    `members`: of the package. `name`: of the file, as errors call it. `product`: calls the characteristics in `language`;
    without it they are called as in the package.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / _called(name)
        file.write_bytes(data)
        found = [each for each in inspected(plan_of(members, file.name, language), file, language)
                 if each.verdict != "not_measured"]
    labels = {} if product is None else {(row.part_number, row.name): row.label for part in product.parts
                                         for row in plan(product, part, language)}
    return {"name": file.name, "rows": [_plain(each, labels, language) for each in found]}


def _called(name: str) -> str:
    """A file's own name, for a file of ours."""
    return "".join(each for each in PurePath(name).name if each.isprintable())[-_LONGEST:].strip(". ") or "sheet"


def _plain(each: Judged, labels: Mapping[tuple[str, str], str], language: str) -> dict[str, Any]:
    row = each.row
    return {"part": row.part_number, "balloon": row.balloon, "label": labels.get((row.part_number, row.name), row.label),
            "piece": each.piece, "limits": _limits(each, language), "verdict": each.verdict,
            "measured": "" if each.value is None else value(each.value, row.unit, language), "result": _result(each, language)}


def _limits(each: Judged, language: str) -> str:
    row = each.row
    if (shown := limits(row, language)) or row.upper is None:
        return shown or row.by
    return f"≤ {value(row.upper, row.unit, language)}"


def _result(each: Judged, language: str) -> str:
    words = say(f"inspection.{each.verdict}", language)
    if not each.off:
        return words
    much = value(abs(each.off), each.row.unit, language)
    return f"{words}, {say('inspection.over' if each.off > 0 else 'inspection.under', language, much=much)}"
