"""`configurator check`: reads packages again and refuses those where anything is not what they say."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.errors import LotOneError

from .choices import add_json
from .refusals import DONE, REFUSED, as_plain, say
from .screen import console, counted, put_json, waiting

if TYPE_CHECKING:
    from configurator.package.check import Checked


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("files", metavar="FILE.zip", type=Path, nargs="+", help="packages")
    add_json(parser)


def run(args: Namespace) -> int:
    """Checks each file: hashes, every file read again, counts, volumes."""
    from configurator.geometry.client import Geometry
    from configurator.package.check import check

    rows: list[dict[str, Any]] = []
    refused: list[LotOneError] = []
    with Geometry() as geometry:
        for file in args.files:
            try:
                with waiting(f"reading {file.name} ...", quiet=args.json):
                    good = check(file, geometry)
            except LotOneError as error:
                refused.append(error)
                rows.append({"package": str(file), "good": False, **as_plain(error)})
                if not args.json:
                    _bad(file, error)
            else:
                rows.append({"package": str(file), "good": True, **_plain(good)})
                if not args.json:
                    _good(file, good)
    if args.json:
        put_json({"good": not refused, "packages": rows, **(as_plain(refused[0]) if refused else {})})
    return REFUSED if refused else DONE


def _plain(good: Checked) -> dict[str, Any]:
    manifest = good.manifest
    return {"number": manifest.number, "revision": manifest.revision, "template": manifest.template,
            "files": good.files, "solids": good.solids, "bytes": len(good.data),
            "findings": [each.model_dump(mode="json") for each in manifest.findings]}


def _good(file: Path, good: Checked) -> None:
    from rich.text import Text

    manifest = good.manifest
    console().print(Text.assemble(("good     ", "bold green"), f"{file}\n", (
        f"         {manifest.title}, revision {manifest.revision}: {counted(good.files, 'file')}, "
        f"{counted(good.solids, 'solid')}, all as the manifest says", "dim")), soft_wrap=True)


def _bad(file: Path, error: LotOneError) -> None:
    from rich.text import Text

    screen = console()
    screen.print(Text.assemble(("refused  ", "bold red"), str(file)), soft_wrap=True)
    screen.file.flush()
    say(str(error).splitlines())
