"""`configurator verify`: sweeps a template's design space, really building it, and says where it fails."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from configurator.product.catalogue import load_template

from .choices import add_json, add_template
from .refusals import DONE, REFUSED, WrongUsage
from .screen import console, counted, grid, put_json, value

if TYPE_CHECKING:
    from configurator.certify.sweep import Sweep
    from configurator.product.product import Product

_SHOWN = 12
"""Failures that are told in full; the file and --json have them all."""


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_template(parser)
    parser.add_argument("--samples", metavar="N", type=int, required=True,
                        help="random valid configurations, beside the corners of every parameter")
    parser.add_argument("--seed", metavar="S", type=int, default=0, help="the same seed, the same samples (default 0)")
    parser.add_argument("-o", "--output", metavar="FILE.json", type=Path, help="write everything that was found")
    add_json(parser)


def run(args: Namespace) -> int:
    """Sweeps. 0 if everything was built and is sound, 1 if anything failed."""
    if args.samples < 0:
        raise WrongUsage("--samples N must be 0 or more")
    template = load_template(args.template)
    from configurator.certify.sweep import sweep
    from configurator.exchange.tables import json_bytes
    from configurator.geometry.client import Geometry
    from configurator.package.write import write

    with Geometry() as geometry, _progress(template.template, quiet=args.json) as tell:
        found = sweep(template, args.samples, args.seed, geometry, tell)
    if args.output is not None:
        write(args.output.parent, args.output.name, json_bytes(found.to_dict()))
    if args.json:
        put_json({**found.to_dict(), "good": not found.failures})
    else:
        _show(template, found)
        if args.output is not None:
            console().print(f"\n{args.output}", style="bold green", soft_wrap=True)
    return REFUSED if found.failures else DONE


@contextmanager
def _progress(name: str, *, quiet: bool) -> Iterator[Callable[[int, int, int], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    screen = console(error=True)
    if quiet or not screen.is_terminal:
        yield lambda *_: None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=None), MofNCompleteColumn(),
               TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(f"sweeping {name}", total=None)

        def tell(done: int, total: int, failures: int) -> None:
            said = f"sweeping {name}" + (f", {counted(failures, 'failure')}" if failures else "")
            bar.update(task, completed=done, total=total, description=said)

        yield tell


def _show(template: type[Product], found: Sweep) -> None:
    from rich.text import Text

    screen = console()
    verdict = (counted(len(found.failures), "failure"), "bold red") if found.failures else ("no failures", "bold green")
    screen.print(Text.assemble((template.heading(), "bold"), f"  revision {found.revision}  ", verdict))
    screen.print(Text(f"  {counted(found.configurations, 'configuration')} built: {counted(found.corners, 'corner')}, "
                      f"{counted(found.samples, 'sample')} (seed {found.seed}), {found.seconds:.1f} s\n", "dim"))
    for failure in found.failures[:_SHOWN]:
        screen.print(Text.assemble(("\n  ✗ ", "red"), (failure.number or "no number", "cyan"),
                                   f"  {failure.kind}, at {failure.found_at}\n    {failure.message}"))
        chosen = " ".join(f"--set {_quoted(f'{name}={_typed(each)}')}" for name, each in failure.choices.items())
        screen.print(Text(f"    configurator build {template.template} {chosen} -o out", "dim"))
    if len(found.failures) > _SHOWN:
        screen.print(f"\n  and {len(found.failures) - _SHOWN} more; -o FILE.json writes them all")
    if found.unreachable:
        screen.print(Text("\nNever possible near the defaults", "bold"))
        for name, each in found.unreachable:
            screen.print(f"  {name} = {value(each)}")
    if found.least_margins:
        screen.print(Text("\nHow close the sweep came to each rule", "bold"))
        table = grid({"justify": "right", "no_wrap": True, "width": 10}, {})
        for rule, (margin, _) in sorted(found.least_margins.items(), key=lambda each: each[1][0]):
            table.add_row(Text(value(float(margin)), "green"), rule)
        screen.print(table)
    if found.slowest:
        screen.print(Text("\nSlowest", "bold"))
        table = grid({"justify": "right", "no_wrap": True, "width": 10}, {})
        for seconds, number, _ in found.slowest[:3]:
            table.add_row(f"{seconds:.2f} s", Text(number, "cyan"))
        screen.print(table)


def _typed(content: object) -> str:
    return str(content).lower() if isinstance(content, bool) else str(content)


def _quoted(text: str) -> str:
    import shlex

    return shlex.quote(text)
