"""Every print of a characteristic says the same: PMI in the STEP file, inspection sheet, drawing, and the solid as FreeCAD reads it.

The judge is docs/making/, which compares a hundred random configurations of each template; here are a few, and what it must see.
"""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ezdxf
import pytest

from configurator import load_template
from configurator.cli import main
from configurator.exchange.archive import read_stored_zip
from configurator.exchange.tables import csv_bytes, read_csv, xlsx_bytes
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs

from .test_check import forged, refused

SIZES = {"diameter", "radius", "distance", "angle", "thread"}


@cache
def judges() -> SimpleNamespace:
    """The modules of docs/making, which find each other beside them."""
    folder = str(Path(__file__).parents[2] / "docs" / "making")
    sys.path.insert(0, folder)
    try:
        return SimpleNamespace(**{name: importlib.import_module(name) for name in ("agreement", "boxes", "examining", "prints")})
    finally:
        sys.path.remove(folder)


def wrong(part: Any, measured: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each.name, said) for each in judges().examining.verdicts(part, measured) for said in each.wrong]


@pytest.mark.parametrize("template", ["ring", "watch_case"])
def test_nothing_lies_on_lettering_as_others_read_the_sheets(template: str, composer: Composer, judge: Callable[..., Any]) -> None:
    judge("pdftotext", lambda: shutil.which("pdftotext"))
    lying = judges().boxes.lying
    members = read_stored_zip(composer.compose(load_template(template)()).data)
    sheets = {name.removesuffix(".pdf"): data for name, data in members.items() if re.fullmatch(r"drawing/.*\.pdf", name)}
    assert sheets
    for name, pdf in sheets.items():
        dxf = members[f"{name}.dxf"]
        assert lying(pdf, dxf) == []
        # the same lines a little lower than the words run through some of them
        assert lying(pdf, _lowered(dxf, 1.5))


def _lowered(dxf: bytes, by: float) -> bytes:
    document = ezdxf.read(io.StringIO(dxf.decode()))
    for entity in document.modelspace():
        entity.translate(0, -by, 0)
    file = io.StringIO()
    document.write(file)
    return file.getvalue().encode()


@pytest.mark.parametrize(("template", "count", "seed"), [("ring", 5, 14), ("watch_case", 3, 14)])
def test_prints_agree_with_each_other_and_with_the_solid(template: str, count: int, seed: int, composer: Composer,
                                                         judge: Callable[..., Any], tmp_path: Path) -> None:
    judge("pdftotext", lambda: shutil.which("pdftotext"))
    parts = []
    for place, product in enumerate(load_template(template).space.sample(count, seed)):
        package = composer.compose(product, Inputs(language=("en", "fr", "de")[place % 3]))
        parts += judges().examining.examined(product, package, tmp_path)
        assert {part.part for part in parts if part.package == package.name} == {
            each.name for each in package.manifest.made if each.characteristics}
    answers = judge("FreeCAD", lambda: judges().agreement.freecad([part.task for part in parts]))
    for part, measured in zip(parts, answers, strict=True):
        assert wrong(part, measured) == [], (part.package, part.part)
        found = judges().examining.verdicts(part, measured)
        assert [each.name for each in found] == [each.name for each in part.sheet]
        assert {each.kind for each in found if each.off is None} <= {"roughness", "position"}, "every size was measured"
        assert SIZES & {each.kind for each in found}
        assert bool(part.undrawn) != (part.drawing is not None), "a drawing, or a finding that says why not"
        assert all(each.drawn for each in found) == (part.drawing is not None)


@pytest.fixture(scope="module")
def measured(composer: Composer, judge: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, dict[str, Any]]:
    """A ring, and what FreeCAD measures of it."""
    judge("pdftotext", lambda: shutil.which("pdftotext"))
    ring = load_template("ring")(width=5, comfort=True)
    part, = judges().examining.examined(ring, composer.compose(ring), tmp_path_factory.mktemp("step"))
    answers = judge("FreeCAD", lambda: judges().agreement.freecad([part.task]))
    assert wrong(part, answers[0]) == []
    return part, answers[0]


@pytest.mark.parametrize(("name", "field", "value", "said"), [
    ("size", "upper", 17.4, "upper limit"), ("width", "lower", 4.8, "lower limit"), ("width", "nominal", 5.1, "nominal"),
    ("thickness", "by", "h9", "by is"), ("comfort", "places", 1, "places"), ("size", "every_piece", False, "every_piece")])
def test_the_judge_sees_a_line_of_the_sheet_that_says_otherwise(measured: tuple[Any, dict[str, Any]], name: str, field: str,
                                                                value: Any, said: str) -> None:
    part, answer = measured
    sheet = [each._replace(**{field: value}) if each.name == name else each for each in part.sheet]
    found = wrong(part._replace(sheet=sheet), answer)
    assert any(where == name and said in sentence and "STEP" in sentence for where, sentence in found)
    assert {where for where, _ in found} <= {name, ""}


def test_the_judge_sees_a_line_too_few_and_another_order(measured: tuple[Any, dict[str, Any]]) -> None:
    part, answer = measured
    sheet, balloons = ([*each[:1], *each[2:]] for each in (part.sheet, part.balloons))
    assert part.sheet[1].name == "width"
    assert ("width", "the sheet does not have it") in wrong(part._replace(sheet=sheet, balloons=balloons), answer)
    assert ("", "the characteristics stand in another order") in wrong(part._replace(sheet=part.sheet[::-1]), answer)


@pytest.mark.parametrize(("field", "value", "said"), [
    ("upper", 15.99, "upper limit"), ("nominal", 15.9, "nominal"), ("kind", "distance", "kind"), ("by", "H7", "class or zone"),
    ("places", 2, "number of places")])
def test_the_judge_sees_a_drawing_that_says_otherwise(measured: tuple[Any, dict[str, Any]], field: str, value: Any,
                                                      said: str) -> None:
    part, answer = measured
    one, = part.drawing.prints[1]
    drawing = part.drawing._replace(prints={**part.drawing.prints, 1: [one._replace(**{field: value})]})
    found = wrong(part._replace(drawing=drawing), answer)
    assert found
    assert all(where == "size" for where, _ in found)
    assert any(sentence.startswith(said) or f"the {said}" in sentence for _, sentence in found)


def test_the_judge_sees_a_number_without_a_drawing_and_one_too_many(measured: tuple[Any, dict[str, Any]]) -> None:
    part, answer = measured
    prints = dict(part.drawing.prints)
    prints[99] = prints.pop(2)
    assert set(wrong(part._replace(drawing=part.drawing._replace(prints=prints)), answer)) == {
        ("width", "the drawing does not have its number 2"), ("", "the drawing has a number 99 too many")}


@pytest.mark.parametrize(("name", "change", "said"), [
    ("size", {"diameter": 0.001}, "FreeCAD measures"), ("size", {"faces": 1}, "FreeCAD"), ("comfort", {"count": 3}, "3 places")])
def test_the_judge_sees_a_solid_that_is_not_what_is_stated(composer: Composer, judge: Callable[..., Any], tmp_path: Path,
                                                           name: str, change: dict[str, float], said: str) -> None:
    """The same text on a bore 1 um larger; PMI that hangs on another face; one feature more than there are."""
    ring = load_template("ring")(width=5, comfort=True)
    part, = judges().examining.examined(ring, composer.compose(ring), tmp_path)
    file = Path(part.task["file"])
    if "diameter" in change:
        radius = f"{ring.bore:.6f}"[:7]
        text, count = re.subn(rf"(CYLINDRICAL_SURFACE\('[^']*',#\d+,){radius}\d*", rf"\g<1>{ring.bore + 0.0005:.9f}",
                              file.read_text())
        assert count == 1
        file.write_text(text)
    one = next(each for each in part.task["wanted"] if each["name"] == name)
    if "faces" in change:
        one["faces"] = [[(one["faces"][0][0] + 1) % len(part.task["surfaces"])]]
    stated = tuple(each._replace(places=int(change["count"])) if "count" in change and each.name == name else each
                   for each in part.step.prints)
    one["count"] = int(change.get("count", one["count"]))
    part = part._replace(step=part.step._replace(prints=stated))
    answers = judge("FreeCAD", lambda: judges().agreement.freecad([part.task]))
    assert any(where == name and said in sentence for where, sentence in wrong(part, answers[0])), wrong(part, answers[0])


def test_a_filled_sheet_with_one_value_out_of_limits_is_found(package: Package, file: Path, tmp_path: Path,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    """As a person does it: the sheet out of the package, values typed in, asked on the command line."""
    number = package.manifest.made[0].number
    rows = list(csv.DictReader(io.StringIO(read_stored_zip(package.data)[f"inspection/{number}_A.csv"].decode("utf-8-sig"))))
    for row in rows:
        limits = [float(row[each]) for each in ("Lower", "Upper") if row[each]]
        row["Measured"] = str(round(sum(limits) / len(limits), 4))
    filled, codes = tmp_path / "filled.csv", [row["Code"] for row in rows]

    def asked() -> tuple[int, dict[str, str]]:
        with filled.open("w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        code = main(["inspect", str(file), "--measured", str(filled), "--json"])
        told = json.loads(capsys.readouterr().out)["characteristics"]
        return code, {each["code"]: each["verdict"] for each in told}

    assert asked() == (0, dict.fromkeys(codes, "conforming"))
    rows[0]["Measured"] = str(float(rows[0]["Upper"]) + 0.001)
    assert asked() == (1, {**dict.fromkeys(codes, "conforming"), codes[0]: "not_conforming"})


def _in_step(members: dict[str, bytes], number: str) -> None:
    """The upper deviation of the first characteristic that has one, 10 um more."""
    name = f"cad/{number}_A.step"
    text = members[name].decode("ascii")
    limit = re.search(r"=TOLERANCE_VALUE\(#\d+,(#\d+)\)", text)[1]
    own = re.search(rf"\n{limit}=LENGTH_MEASURE_WITH_UNIT\(LENGTH_MEASURE\(([\d.]+)\)", text)
    members[name] = (text[:own.start(1)] + str(float(own[1]) + 0.01) + text[own.end(1):]).encode("ascii")


def _on_sheet(members: dict[str, bytes], number: str) -> None:
    """The upper limit of the first line, 10 um more, in CSV and workbook."""
    name = f"inspection/{number}_A.csv"
    table = read_csv(members[name])
    rows = [list(row) for row in table.rows]
    rows[0][table.columns.index("Upper")] += 0.01
    members[name] = csv_bytes(table.columns, rows)
    members[name.replace(".csv", ".xlsx")] = xlsx_bytes(table.columns, rows, number)


def _in_drawing(members: dict[str, bytes], number: str) -> None:
    """The deviation of the first size, 10 um more, in the SVG."""
    name = f"drawing/{number}_A.svg"
    found = re.search(r">[^<]*±(\d+,\d+)<", members[name].decode())
    more = f"{float(found[1].replace(',', '.')) + 0.01:.3f}".replace(".", ",")
    text = members[name].decode()
    members[name] = (text[:found.start(1)] + more + text[found.end(1):]).encode()


@pytest.mark.parametrize(("change", "said"), [
    (_in_drawing, "balloon 1 (size) does not say"),
    (_in_step, "PMI size: upper limit is"), (_on_sheet, "balloon 1 (size): Upper is")])
def test_a_limit_changed_in_one_print_is_refused(file: Path, package: Package, change: Callable[[dict[str, bytes], str], None],
                                                 said: str) -> None:
    """Though everything else, hashes too, was made to agree."""
    forged(file, lambda members: change(members, package.manifest.made[0].number))
    assert said in refused(file)
