"""`configurator build`: from choices to a job package."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.making.bill import together

from .choices import Chosen, add_choices, add_json, changes_json, chosen, told
from .package_inputs import add_inputs, inputs_from
from .refusals import DONE
from .scan_files import put_scans, tell_kept
from .screen import console, counted, grams, grid, put_json, size, waiting
from .shop_inputs import refuse_unknown

if TYPE_CHECKING:
    from configurator.package.compose import Package
    from configurator.package.manifest import Manifest


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    parser.add_argument("--scan", metavar="[NAME=]FILE.limb", action="append", default=[], dest="scans",
                        help="a scan for the parameter NAME, put into the store of scans; repeats")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True,
                        help="folder for <number>_<revision>.zip; made if it is missing")
    add_inputs(parser)
    parser.add_argument("--in-process", action="store_true",
                        help="build in this very process, so that breakpoint() in a part opens the debugger")
    add_json(parser)


def run(args: Namespace) -> int:
    """Builds one package and writes it, whole or not at all."""
    kept = put_scans(args)
    choice = chosen(args)
    inputs = inputs_from(args, choice.inputs)
    refuse_unknown(args, choice.product)
    from configurator.geometry.client import Geometry
    from configurator.package.compose import Composer
    from configurator.package.write import write

    start = time.perf_counter()
    # a spinner would write over the debugger's prompt
    with waiting(f"building {choice.product.number} ...", quiet=args.json or args.in_process), \
            Geometry(in_process=args.in_process) as geometry:
        package = Composer(geometry).compose(choice.product, inputs)
        path = write(args.output, package.name, package.data)
    seconds = time.perf_counter() - start
    if args.json:
        put_json({**built(choice, package, path, seconds), **({"scans": kept} if kept else {})})
    else:
        _show(choice, package, path, seconds)
        tell_kept(kept)
    return DONE


def mass(manifest: Manifest) -> float | None:
    """g of all parts together; None if that of a made one is not known. A bought one counts where it is known."""
    return together((part.mass_g, part.quantity, part.bought) for part in manifest.parts)


def built(choice: Chosen, package: Package, path: Path, seconds: float) -> dict[str, Any]:
    """What `build --json` tells."""
    manifest = package.manifest.model_dump(mode="json")
    return {
        "package": str(path), "number": manifest["number"], "revision": manifest["revision"],
        "template": manifest["template"], "title": manifest["title"], "configuration": manifest["parameters"],
        "completed": changes_json(choice.completed), "inputs": manifest["inputs"], "notices": manifest["notices"],
        "findings": manifest["findings"],
        "to_be_confirmed": manifest["to_be_confirmed"], "parts": manifest["parts"], "mass_g": mass(package.manifest),
        "files": [each["path"] for each in manifest["files"]], "bytes": len(package.data), "seconds": round(seconds, 3),
    }


def _show(choice: Chosen, package: Package, path: Path, seconds: float) -> None:
    from rich.text import Text

    screen, manifest = console(), package.manifest
    status = f"released by {manifest.inputs.release.by}" if manifest.inputs.release else "draft"
    screen.print(Text.assemble((manifest.number, "bold cyan"), "  ", (manifest.title, "bold"),
                               f"  revision {manifest.revision}, {status}"))
    table = grid({"justify": "right", "no_wrap": True}, {}, {}, {"justify": "right", "no_wrap": True})
    for part in manifest.parts:
        table.add_row(f"  {part.quantity} x", part.name, ", ".join(filter(None, (
            part.material, f"bought as {part.number}" if part.bought else part.process))),
            "" if part.bought and part.mass_g is None else grams(part.mass_g))
    if len(manifest.parts) > 1:
        table.add_row("", "", Text("together", "dim"), Text(grams(mass(manifest)), "bold"))
    screen.print(table)
    for notice in manifest.notices:
        screen.print(Text(f"  note: {notice.sentence}", "cyan"))
    for finding in manifest.findings:
        screen.print(Text(f"  {finding.severity}: {finding.place}: {finding.sentence}", "yellow"))
    words = [counted(len(manifest.files) + 1, "file"), size(len(package.data)),
             counted(len(manifest.findings), "finding") if manifest.findings else "no findings", f"{seconds:.1f} s"]
    screen.print(Text("  " + " · ".join(words), "dim"))
    if manifest.to_be_confirmed:
        screen.print(Text(f"  {counted(len(manifest.to_be_confirmed), 'number')} to be confirmed by the shop: see its "
                          "README.txt", "dim"))
    if choice.completed:
        screen.print(Text("Changed from the default, so that your choices go together:", "yellow"))
        for change in choice.completed:
            screen.print(f"  {told(choice.product, change)}")
    screen.print(Text(str(path), "bold green"), soft_wrap=True)
