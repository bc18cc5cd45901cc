"""Filled inspection sheets: uploaded, read by the plan in the package, answered for every characteristic."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path, PurePath
from typing import Any

from configurator.errors import PackageRefused
from configurator.making.inspection import plan
from configurator.making.readings import Judged
from configurator.package.inspected import FOLDER, inspected, plan_of
from configurator.product.product import Product
from configurator.texts import say
from configurator.web.dimensions import limits, value
from configurator.web.frame import failed, say_here

from .tables import table

_KINDS = {"conforming": "good", "not_conforming": "bad", "undecided": "tight", "no_limits": ""}
_MOST = 20_000_000
"""Bytes of a sheet."""


def measured(st: Any, members: Mapping[str, bytes], language: str, product: Product | None = None) -> None:
    """Draw the place for the sheets, and what they say; nothing if the package holds no plan.

    `product`: calls the characteristics in the visitor's language; without it they are called as in the package.
    """
    if not any(name.startswith(FOLDER) for name in members):
        return
    st.header(say_here("measured_title"))
    st.write(say_here("measured_told"))
    given = st.file_uploader(say_here("measured_file"), ["csv", "xlsx"], accept_multiple_files=True, key="lo-measured")
    if not given:
        return
    try:
        found = read(members, [(each.name, each.getvalue()) for each in given], language)
    except PackageRefused as error:
        for problem in error.problems:
            failed(problem)
        return
    _verdict(st, found)
    if found:
        labels = {} if product is None else {(row.part_number, row.name): row.label for part in product.parts
                                             for row in plan(product, part, language)}
        _table(st, found, labels, language)


def read(members: Mapping[str, bytes], files: Sequence[tuple[str, bytes]], language: str) -> list[Judged]:
    """What was measured, of all files together, by part, balloon and piece. PackageRefused says what cannot be read."""
    known = plan_of(members, "", language)
    best: dict[tuple[str, int, int], Judged] = {}
    with tempfile.TemporaryDirectory() as folder:
        for place, (name, data) in enumerate(files):
            if len(data) > _MOST:
                raise PackageRefused([say("inspection.not_readable", language, file=name, reason=f"{len(data)} bytes")])
            file = Path(folder) / str(place) / (PurePath(name).name or "sheet")  # errors name it as the visitor does
            file.parent.mkdir()
            file.write_bytes(data)
            for each in inspected(known, file, language):
                key = (each.row.part_number, each.row.balloon, each.piece)
                if each.verdict == "not_measured":
                    continue
                if key in best and best[key] != each:
                    raise PackageRefused([say("web.measured_twice", language, files=", ".join(name for name, _ in files))])
                best[key] = each
    return [best[key] for key in sorted(best)]


def _verdict(st: Any, found: Sequence[Judged]) -> None:
    bad = sum(each.verdict == "not_conforming" for each in found)
    unsure = sum(each.verdict == "undecided" for each in found)
    if not found:
        st.warning(say_here("measured_none"))
    elif bad:
        failed(say_here("measured_bad", count=bad, all=len(found)))
    elif not unsure:
        st.success(say_here("measured_good", count=len(found)))
    if unsure:
        st.warning(say_here("measured_open", count=unsure))


def _table(st: Any, found: Sequence[Judged], labels: Mapping[tuple[str, str], str], language: str) -> None:
    several = max(each.piece for each in found) > 1
    keys = ("balloon", "what", *(("piece",) if several else ()), "limits", "measured", "result")
    heads = "".join(f"<th scope=col>{escape(say_here(key))}</th>" for key in keys)
    rows, part = [], ""
    for each in found:
        row = each.row
        if row.part_number != part:
            part = row.part_number
            rows.append(f'<tr><th scope=rowgroup colspan={len(keys)}><b>{escape(part)}</b></th></tr>')
        cells = [*([str(each.piece)] if several else []), escape(_limits(each, language)),
                 "" if each.value is None else escape(value(each.value, row.unit, language)), _result(each, language)]
        rows.append(f'<tr data-verdict="{each.verdict}"><td>{row.balloon}</td><th scope=row>'
                    f"{escape(labels.get((row.part_number, row.name), row.label))}</th>"
                    + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    table(st, say_here("measured_title"), heads, "".join(rows))


def _limits(each: Judged, language: str) -> str:
    row = each.row
    if (shown := limits(row, language)) or row.upper is None:
        return shown or row.by
    return f"≤ {value(row.upper, row.unit, language)}"


def _result(each: Judged, language: str) -> str:
    words = say(f"inspection.{each.verdict}", language)
    if each.off:
        words += ", " + say("inspection.over" if each.off > 0 else "inspection.under", language,
                            much=value(abs(each.off), each.row.unit, language))
    return f'<span class="lo-mark {_KINDS.get(each.verdict, "")}">{escape(words)}</span>'
