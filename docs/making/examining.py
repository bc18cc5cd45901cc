"""Takes a package apart: of each part the prints of what is controlled, and what FreeCAD is asked to measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agreement import Verdict, compared, task
from prints import Print, StepPrint, of_sheet, of_step

from configurator.exchange.archive import read_stored_zip
from configurator.package.compose import Package
from configurator.product.product import Product


class Examined(NamedTuple):
    """One made part of a package."""

    package: str
    part: str
    step: StepPrint
    sheet: list[Print]
    balloons: list[int]
    tolerance_class: str
    task: dict[str, Any]
    """For caliper.py."""


def examined(product: Product, package: Package, folder: Path) -> list[Examined]:
    """The made parts of which something is controlled. STEP files are put into `folder` for FreeCAD."""
    members, found = read_stored_zip(package.data), []
    for part in package.manifest.made:
        sheet = members.get(f"inspection/{part.number}_{package.manifest.revision}.csv")
        if sheet is None:
            continue
        data = members[f"cad/{part.number}_{package.manifest.revision}.step"]
        file = folder / f"{part.number}.step"
        file.write_bytes(data)
        step, (lines, balloons, tolerance_class) = of_step(data), of_sheet(sheet)
        over = {each.name: [surface.touching for surface in each.on] for each in product.controlled(part.name)}
        found.append(Examined(package.name, part.name, step, lines, balloons, tolerance_class, task(file, step, over)))
    return found


def verdicts(part: Examined, measured: Mapping[str, Any]) -> Sequence[Verdict]:
    """What became of each characteristic of a part."""
    found = compared(part.step.prints, part.sheet, part.tolerance_class, measured)
    if part.balloons != list(range(1, len(part.sheet) + 1)):
        found.append(Verdict("", "", None, "", (f"the balloons are {part.balloons}",)))
    return found
