"""`configurator rebuild`: builds a package again from its manifest and says whether the bytes are the same."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .choices import add_json
from .refusals import DONE, REFUSED
from .scan_files import read_limb
from .screen import console, counted, put_json, size, waiting

if TYPE_CHECKING:
    from configurator.package.rebuild import Rebuilt


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", metavar="FILE.zip", type=Path, help="a package")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, help="folder to write what was built again")
    parser.add_argument("--scan", metavar="FILE.limb", type=Path, action="append", default=[], dest="scans",
                        help="a body scan that the package rests on, where it does not hold it itself; it is not kept; repeats")
    add_json(parser)


def run(args: Namespace) -> int:
    """Builds again and compares. The same bytes: 0; anything else: 1."""
    from configurator.geometry.client import Geometry
    from configurator.package.compose import Composer
    from configurator.package.rebuild import rebuild
    from configurator.package.write import write

    scans = [read_limb(file) for file in args.scans]
    start = time.perf_counter()
    with waiting(f"building {args.file.name} again ...", quiet=args.json), Geometry() as geometry:
        again = rebuild(args.file, Composer(geometry), scans)
    path = write(args.output, again.package.name, again.package.data) if args.output else None
    told = _plain(args.file, again, path, time.perf_counter() - start)
    if args.json:
        put_json(told)
    else:
        _show(args.file, again, path, told["seconds"])
    return DONE if again.same else REFUSED


def _plain(file: Path, again: Rebuilt, path: Path | None, seconds: float) -> dict[str, Any]:
    manifest = again.package.manifest
    return {"package": str(file), "number": manifest.number, "revision": manifest.revision,
            "template": manifest.template, "same": again.same, "different": list(again.different),
            "notes": list(again.notes), "written": None if path is None else str(path), "seconds": round(seconds, 3)}


def _show(file: Path, again: Rebuilt, path: Path | None, seconds: float) -> None:
    from rich.text import Text

    screen, name = console(), again.package.name
    if again.same:
        screen.print(Text.assemble(("the same bytes  ", "bold green"), str(file)), soft_wrap=True)
        screen.print(Text(f"  {name}, {size(len(again.package.data))}, built again in {seconds:.1f} s", "dim"))
    else:
        screen.print(Text.assemble(("other bytes  ", "bold red"), str(file)), soft_wrap=True)
        if again.different:
            screen.print(f"  {counted(len(again.different), 'member differs', 'members differ')}:")
        else:
            screen.print("  every member is the same; the archive around them differs")
        for member in again.different:
            screen.print(f"    {member}")
    for note in again.notes:
        screen.print(Text(f"  made with other versions: {note}", "yellow"))
    if path is not None:
        screen.print(Text(str(path), "bold green"), soft_wrap=True)
