"""`configurator bench`: the figures of this machine, speed and exactness. Speed never fails; a wrong answer does."""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from configurator.product.catalogue import load_template, template_names

from .refusals import DONE, REFUSED, WrongUsage
from .screen import put_json

if TYPE_CHECKING:
    from configurator.product.product import Product

    from .bench.figures import Figure

PARTS = ("loading", "choosing", "exactness", "rival", "changes", "packages", "steps", "batches", "scans")
"""What can be measured by itself, in this order."""
_WALKS, _POINTS, _JUDGED = 1_000, 10_000_000, 100_000
_DISK = "CONFIGURATOR_DISK_MEMO_MB"


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("templates", nargs="*", metavar="TEMPLATE", help="which to measure (default: all that are installed)")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="PART", default=[],
                        help=f"measure this only; repeats. One of {', '.join(PARTS)}")
    parser.add_argument("--walks", type=int, metavar="N", default=_WALKS,
                        help=f"customers who choose every parameter (default {_WALKS})")
    parser.add_argument("--points", type=int, metavar="N", default=_POINTS,
                        help=f"points by brute force, against options and counts (default {_POINTS})")
    parser.add_argument("--judged", type=int, metavar="N", default=_JUDGED,
                        help=f"points that search and constructor both judge (default {_JUDGED})")
    parser.add_argument("--json", action="store_true", help="for machines: one JSON document on standard output")


def run(args: Namespace) -> int:
    """Measures everything that is asked for of these templates, and prints it; some minutes for each.

    REFUSED if an answer of the design space was found wrong: what reproduces it is told on the error stream.
    """
    for name in ("walks", "points", "judged"):
        if getattr(args, name) < 1:
            raise WrongUsage(f"--{name} N must be 1 or more")
    before = os.environ.get(_DISK)
    os.environ[_DISK] = "0"  # a memo of yesterday would make today look fast
    try:
        return _measured(args)
    finally:
        del os.environ[_DISK]
        if before is not None:
            os.environ[_DISK] = before


def _measured(args: Namespace) -> int:
    from .bench.figures import tell, wrong

    found: list[Figure] = []
    for template in list(map(load_template, args.templates or template_names())):
        for part in [each for each in PARTS if each in (args.only or PARTS)]:
            start = time.process_time()
            tell(f"{template.template}: {part} ...")
            for measure in _measures(part, args, template):
                found += [replace(figure, template=template.template) for figure in measure()]
            tell(f"{template.template}: {part} took {time.process_time() - start:.0f} s CPU")
    tell("")
    if args.json:
        put_json([figure.__dict__ for figure in found])
    else:
        _print(found)
    return REFUSED if wrong(found) else DONE


def _measures(part: str, args: Namespace, template: type[Product]) -> list[Callable[[], list[Figure]]]:
    """What a part measures."""
    from .bench.figures import Told

    module: Any = import_module(f"configurator.cli.bench.{part}")
    told = Told(template.template)
    match part:
        case "choosing":
            return [lambda: module.choosing(template, args.walks, told)]
        case "exactness":
            return [lambda: module.boxes(template, args.points, told), lambda: module.points(template, args.judged, told)]
        case "rival":
            return [lambda: module.rivalry(template, told)]
        case "batches":
            return [lambda: module.scaling(template), lambda: module.growth(template)]
    return [lambda: getattr(module, part)(template)]


def _print(found: Sequence[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    for name in dict.fromkeys(figure.template for figure in found):
        table = Table(title=f"Lot One on this machine ({os.cpu_count()} cores), template {name}", title_justify="left")
        for column in ("figure", "measured", "wanted", "how"):
            table.add_column(column, justify="right" if column == "measured" else "left", overflow="fold")
        for figure in found:
            if figure.template == name:
                table.add_row(figure.name, f"{figure.value:.3g} {figure.unit}", figure.wanted, figure.detail)
        Console().print(table)
