"""Takes a package apart: of each part the prints of what is controlled, and what FreeCAD is asked to measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import compared_drawing
from agreement import Verdict, compared, task
from drawn import Drawn, of_drawing
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
    drawing: Drawn | None
    undrawn: str
    """Why the package has no drawing of it."""
    task: dict[str, Any]
    """For caliper.py."""


def examined(product: Product, package: Package, folder: Path) -> list[Examined]:
    """The made parts of which something is controlled. STEP files are put into `folder` for FreeCAD."""
    members, found = read_stored_zip(package.data), []
    missing = {each.place: each.sentence for each in package.manifest.findings if each.code == "DRAWING_MISSING"}
    for part in package.manifest.made:
        sheet = members.get(f"inspection/{part.number}_{package.manifest.revision}.csv")
        if sheet is None:
            continue
        data = members[f"cad/{part.number}_{package.manifest.revision}.step"]
        file = folder / f"{part.number}.step"
        file.write_bytes(data)
        step, (lines, balloons, tolerance_class) = of_step(data), of_sheet(sheet)
        over = {each.name: [surface.touching for surface in each.on] for each in product.controlled(part.name)}
        drawing = members.get(f"drawing/{part.number}_{package.manifest.revision}.pdf")
        found.append(Examined(package.name, part.name, step, lines, balloons, tolerance_class,
                              None if drawing is None else of_drawing(drawing), missing.get(part.number, ""),
                              task(file, step, over)))
    return found


def verdicts(part: Examined, measured: Mapping[str, Any]) -> Sequence[Verdict]:
    """What became of each characteristic of a part."""
    found = compared(part.step.prints, part.sheet, part.tolerance_class, measured)
    if part.balloons != list(range(1, len(part.sheet) + 1)):
        found.append(Verdict("", "", None, "", (f"the balloons are {part.balloons}",)))
    if part.drawing is None:
        return found
    lines = {line.name: (balloon, line) for balloon, line in zip(part.balloons, part.sheet, strict=True)}
    pmi = {each.name: each for each in part.step.pmi}
    found = [each._replace(drawn=True, wrong=(*each.wrong, *compared_drawing.differences(
        part.drawing, *lines[each.name], pmi.get(each.name)))) if each.name in lines else each for each in found]
    whole = tuple(compared_drawing.of_sheet(part.drawing, part.balloons, part.sheet, part.tolerance_class))
    return [*found, Verdict("", "", None, "", whole)] if whole else found
