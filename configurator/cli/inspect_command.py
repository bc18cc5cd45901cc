"""`configurator inspect`: reads a filled inspection sheet and says what conforms."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.errors import PackageError
from configurator.product.parameters import Quantity
from configurator.texts import LANGUAGES, written
from configurator.texts import say as said

from .choices import add_json
from .refusals import DONE, REFUSED
from .screen import console, grid, put_json

if TYPE_CHECKING:
    from configurator.making.readings import Judged

_COLOURS = {"conforming": "green", "not_conforming": "bold red", "undecided": "yellow", "not_measured": "yellow",
            "no_limits": "dim"}


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("package", metavar="PACKAGE.zip", type=Path, help="the package the pieces were made from")
    parser.add_argument("--measured", metavar="FILE", type=Path, required=True, action="append",
                        help="a filled sheet of its folder inspection, CSV or XLSX; repeat it for several parts")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of what is said (default: en)")
    add_json(parser)


def run(args: Namespace) -> int:
    """0 if every characteristic that was measured conforms and none is left out, else 1."""
    from configurator.exchange.archive import read_stored_zip
    from configurator.package.inspected import inspected, plan_of

    try:
        members = read_stored_zip(args.package.read_bytes())
    except OSError as error:
        raise PackageError(f"{args.package}: cannot be read ({error.strerror})") from error
    plan = plan_of(members, args.package.name, args.language)
    best: dict[tuple[str, int, int], Judged] = {}
    for file in args.measured:
        for each in inspected(plan, file, args.language):
            key = (each.row.part_number, each.row.balloon, each.piece)
            if key not in best or best[key].verdict == "not_measured":
                best[key] = each
    found = [best[key] for key in sorted(best)]
    good = all(each.verdict in ("conforming", "no_limits") for each in found)
    if args.json:
        put_json({"conforming": good, "characteristics": [_plain(each) for each in found]})
    else:
        _show(found, args.language)
    return DONE if good else REFUSED


def _plain(each: Judged) -> dict[str, Any]:
    row = each.row
    return {"part": row.part_number, "balloon": row.balloon, "code": row.name, "piece": each.piece, "kind": row.kind,
            "nominal": row.nominal, "lower": row.lower, "upper": row.upper, "unit": row.unit, "measured": each.value,
            "verdict": each.verdict, "off": each.off}


def _with_unit(value: float, unit: str, language: str) -> str:
    return written(Quantity(value, {"um": "µm", "deg": "°"}.get(unit, unit)), language)


def _show(found: list[Judged], language: str) -> None:
    from rich.text import Text

    screen, part = console(), ""
    untouched = {each.row.part_number for each in found} - {each.row.part_number for each in found
                                                            if each.verdict != "not_measured"}
    several = max((each.piece for each in found), default=1) > 1
    table = grid({"justify": "right", "no_wrap": True}, {}, {"justify": "right", "no_wrap": True}, {})
    for each in found:
        row = each.row
        if row.part_number != part:
            part = row.part_number
            said_of_all = Text(said("inspection.not_measured", language), "yellow") if part in untouched else ""
            table.add_row("", Text(part, "bold"), "", said_of_all)
        if part in untouched:
            continue
        value = "" if each.value is None else _with_unit(each.value, row.unit, language)
        words = said(f"inspection.{each.verdict}", language)
        if each.off:
            much = _with_unit(abs(each.off), row.unit, language)
            words += ", " + said("inspection.over" if each.off > 0 else "inspection.under", language, much=much)
        table.add_row(str(row.balloon), row.label + (f" #{each.piece}" if several else ""), value,
                      Text(words, _COLOURS[each.verdict]))
    screen.print(table)
    counts = Counter(each.verdict for each in found)
    screen.print(Text(", ".join(f"{count} {said(f'inspection.{verdict}', language)}" for verdict, count in counts.items()),
                      "bold"))
