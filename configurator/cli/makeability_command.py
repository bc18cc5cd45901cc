"""`configurator makeability`: can a configuration be made, by the rule packs of its processes, and what to change if not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.product.measured import Finding

from .choices import Chosen, add_choices, add_json, add_language, chosen
from .refusals import DONE, REFUSED
from .screen import console, counted, grid, put_json, waiting

if TYPE_CHECKING:
    from configurator.making.makeability import Judged

_COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    parser.add_argument("--pack", metavar="FILE.toml", type=Path, action="append", default=[], dest="packs",
                        help="a rule pack over those that are shipped and those in CONFIGURATOR_HOME/packs; repeats")
    add_language(parser)
    add_json(parser)


def run(args: Namespace) -> int:
    """Judges. DONE if all of it can be made, notes or not; REFUSED with the findings if not."""
    from configurator.making.makeability import judge
    from configurator.making.remedies import with_ways
    from configurator.making.rule_packs import packs

    known, choice = packs(args.packs), chosen(args)
    from configurator.geometry.client import Geometry

    with waiting(f"looking at {choice.product.number} ...", quiet=args.json), Geometry() as geometry:
        answer = judge(geometry, choice.product, known, args.language)
        answer = answer._replace(findings=tuple(with_ways(geometry, choice.product, known, answer.findings, args.language)))
    bad = [each for each in answer.findings if each.severity != "note"]
    if args.json:
        put_json(as_plain(choice, answer, makeable=not bad))
    else:
        _show(choice, answer, makeable=not bad)
    return REFUSED if bad else DONE


def as_plain(choice: Chosen, answer: Judged, *, makeable: bool) -> dict[str, Any]:
    """What `makeability --json` tells."""
    return {"number": choice.product.number, "template": choice.product.template, "configuration": choice.product.choices,
            "makeable": makeable, "packs": dict(answer.packs), "findings": [_plain(each) for each in answer.findings],
            "not_judged": list(answer.not_judged)}


def _plain(each: Finding) -> dict[str, Any]:
    return {"code": each.code, "severity": each.severity, "place": each.place, "sentence": each.sentence,
            "measured": each.measured, "limit": each.limit, "suggestion": each.suggestion, **each.extra}


def _show(choice: Chosen, answer: Judged, *, makeable: bool) -> None:
    from rich.text import Text

    screen, product = console(), choice.product
    worst = {each.severity for each in answer.findings}
    verdict = (("can be made", "bold green") if makeable else ("cannot be made as it is", "bold red") if "error" in worst else
               ("to be changed, or agreed with the shop", "bold yellow"))
    screen.print(Text.assemble((product.number, "bold cyan"), "  ", (product.heading(), "bold"), "  ", verdict))
    for each in answer.findings:
        table = grid({"width": 9, "no_wrap": True}, {}, padding=1)
        table.add_row(Text(f"  {each.severity}"[:9], style=_COLOURS[each.severity]), Text(each.sentence))
        table.add_row("", Text(each.place, style="dim"))
        table.add_row("", Text(f"\N{RIGHTWARDS ARROW} {each.suggestion}"))
        if each.extra.get("limit_grade"):
            table.add_row("", Text(f"limit: grade {each.extra['limit_grade']}, {each.extra['limit_source']}", style="dim"))
        screen.print(table)
    for sentence in answer.not_judged:
        screen.print(Text(f"  {sentence}", style="dim"))
    used = ", ".join(f"{process} {digest[:8]}" for process, digest in answer.packs.items()) or "none"
    screen.print(Text(f"  {counted(len(answer.findings), 'finding')} \N{MIDDLE DOT} rule packs: {used}", style="dim"))
