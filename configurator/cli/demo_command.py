"""`configurator demo`: builds the packages of all examples and tells what was made. Used by `make demo`."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.product.catalogue import load_template

from .build_command import mass
from .choices import add_json, read_file, read_object
from .package_inputs import checked
from .refusals import DONE, Refused
from .screen import console, counted, grams, grid, put_json, size, waiting

if TYPE_CHECKING:
    from rich.table import Table

    from configurator.package.inputs import Inputs
    from configurator.package.manifest import Manifest
    from configurator.product.product import Product


@dataclass(frozen=True)
class Example:
    """One file of choices, ready to be built."""

    file: Path
    product: Product
    inputs: Inputs


@dataclass(frozen=True)
class Made:
    """One package that was written."""

    example: Path
    path: Path
    manifest: Manifest
    size: int
    seconds: float


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--examples", metavar="DIR", type=Path, default=Path("examples"), help="folder with *.json")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, default=Path("out"), help="folder for the packages")
    add_json(parser)


def run(args: Namespace) -> int:
    """Builds every example, one after the other."""
    examples = [_example(file) for file in sorted(args.examples.glob("*.json"))]
    if not examples:
        raise Refused(f"{args.examples} holds no *.json with choices")
    from configurator.geometry.client import Geometry
    from configurator.package.compose import Composer
    from configurator.package.write import write

    start, made = time.perf_counter(), []
    with Geometry() as geometry:
        with waiting("starting the CAD kernel ...", quiet=args.json):
            geometry.ready()
        cold = time.perf_counter() - start
        composer = Composer(geometry)
        for index, each in enumerate(examples, 1):
            begun = time.perf_counter()
            with waiting(f"building {each.file.stem} ({index} of {len(examples)}) ...", quiet=args.json):
                package = composer.compose(each.product, each.inputs)
                path = write(args.output, package.name, package.data)
            made.append(Made(each.file, path, package.manifest, len(package.data), time.perf_counter() - begun))
    total = time.perf_counter() - start
    if args.json:
        put_json({"packages": [_plain(each) for each in made], "kernel_seconds": round(cold, 3),
                  "seconds": round(total, 3)})
    else:
        _end(args.output, made, cold, total)
    return DONE


def _example(file: Path) -> Example:
    template = read_object(file).get("template")
    if not isinstance(template, str):
        raise Refused(f'{file}: an example names its template: {{"template", "choices", "inputs"}}')
    choices, inputs = read_file(file)
    return Example(file, load_template(template).space.complete(choices), checked(inputs))


def _plain(made: Made) -> dict[str, Any]:
    manifest = made.manifest
    return {"example": str(made.example), "package": str(made.path), "number": manifest.number,
            "revision": manifest.revision, "title": manifest.title, "files": len(manifest.files) + 1,
            "bytes": made.size, "mass_g": mass(manifest), "parts": len(manifest.parts),
            "findings": [each.model_dump(mode="json") for each in manifest.findings],
            "to_be_confirmed": len(manifest.to_be_confirmed), "seconds": round(made.seconds, 3)}


def _table(made: list[Made]) -> Table:
    from rich.text import Text

    right = {"justify": "right", "no_wrap": True}
    table = grid({}, right, right, right, right, right, right, right, padding=1)
    table.add_row(*(Text(head, "dim") for head in
                    ("Package", "Parts", "Mass", "Files", "Size", "Findings", "Confirm", "Time")))
    for one in made:
        manifest = one.manifest
        name = Text.assemble((one.path.name, "bold cyan"), (f"\n{manifest.title} · {one.example.stem}", "dim"))
        table.add_row(name, str(sum(part.quantity for part in manifest.parts)), grams(mass(manifest)),
                      str(len(manifest.files) + 1), size(one.size), str(len(manifest.findings) or "none"),
                      str(len(manifest.to_be_confirmed) or "none"), f"{one.seconds:.2f} s")
    return table


def _end(folder: Path, made: list[Made], cold: float, total: float) -> None:
    from rich.text import Text

    screen = console()
    screen.print(_table(made))
    findings = [each for one in made for each in one.manifest.findings]
    for finding in findings:
        screen.print(Text(f"  {finding.severity}: {finding.place}: {finding.sentence}", "yellow"))
    confirm = {(each.name, each.option) for one in made for each in one.manifest.to_be_confirmed}
    screen.print(Text.assemble(
        "\n", (counted(len(made), "package"), "bold green"), " in ", (f"{folder}/", "bold"), ": ",
        counted(len(findings), "finding") if findings else "no findings", ", ",
        f"{counted(len(confirm), 'number')} for the shop to confirm, ",
        size(sum(one.size for one in made)), ".\n",
        (f"{total:.1f} s in all; {cold:.1f} s of it started the CAD kernel, once.\n"
         f"configurator check {folder}/*.zip reads them all again.", "dim")))
