"""What is controlled stands in manifest, STEP file and inspection sheet, and any difference between them is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from configurator import load_template
from configurator.exchange.archive import read_stored_zip
from configurator.exchange.tables import csv_bytes, read_csv, xlsx_bytes
from configurator.package.check import check
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs

from .test_check import forged, refused


@pytest.fixture(scope="module")
def watch(composer: Composer) -> Package:
    return composer.compose(load_template("watch_case")(), Inputs(language="de"))


def members_of(package: Package) -> dict[str, bytes]:
    return read_stored_zip(package.data)


def test_the_names_are_the_same_in_three_files(package: Package, watch: Package) -> None:
    """Names of PMI are read by a plain search in the text."""
    for each in (package, watch):
        members = members_of(each)
        assert any(part.characteristics for part in each.manifest.made)
        for part in each.manifest.made:
            names = [one.name for one in part.characteristics]
            text = members[f"cad/{part.number}_A.step"].decode("ascii")
            assert sorted(re.findall(r"=ID_ATTRIBUTE\('([^']*)'", text)) == sorted(names)
            sheet = members.get(f"inspection/{part.number}_A.csv")
            assert ([row[2] for row in read_csv(sheet).rows] if sheet else []) == names


def test_nominals_of_the_text_are_those_of_the_sheet(watch: Package) -> None:
    """Every nominal of a dimension stands in the sheet, so often as in the text."""
    members = members_of(watch)
    for part in watch.manifest.made:
        text = members[f"cad/{part.number}_A.step"].decode("ascii")
        told = re.findall(r"MEASURE\(([^)]*)\),#\d+\)REPRESENTATION_ITEM\('nominal value'\)", text)
        rows = read_csv(members[f"inspection/{part.number}_A.csv"]).rows if part.characteristics else ()
        sizes = [row[5] for row in rows if row[4] in ("diameter", "radius", "distance", "angle")]
        assert sorted(map(float, told)) == pytest.approx(sorted(map(float, sizes)), abs=1e-6)


def test_a_watch_is_good(watch: Package, tmp_path: Path, geometry) -> None:
    file = tmp_path / watch.name
    file.write_bytes(watch.data)
    assert check(file, geometry).solids == len(watch.manifest.parts)


@pytest.mark.parametrize(("old", "new", "said"), [
    (r"(MEASURE\()([0-9.]+)(\),#\d+\)REPRESENTATION_ITEM\('nominal value'\))", r"\g<1>77.7\3", "nominal is 77.7"),
    (r"(MEASURE\()([0-9.]+)(\),#\d+\)REPRESENTATION_ITEM\('upper limit'\))", r"\g<1>77.7\3", "upper limit is 77.7"),
    (r"(ID_ATTRIBUTE\(')([^']+)(')", r"\1else\3", "no characteristic"),
])
def test_changed_pmi_is_refused(watch: Package, tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / watch.name
    file.write_bytes(watch.data)

    def change(members: dict[str, bytes]) -> None:
        name = f"cad/{watch.manifest.number}-01_A.step"
        members[name], count = re.subn(old.encode(), new.encode(), members[name], count=1)
        assert count

    told = refused(forged(file, change))
    assert said in told
    assert f"cad/{watch.manifest.number}-01_A.step: " in told


def test_pmi_on_another_face_is_refused(watch: Package, tmp_path: Path) -> None:
    """Nominal and limits stay; the bore's diameter hangs on another face."""
    file = tmp_path / watch.name
    file.write_bytes(watch.data)

    def change(members: dict[str, bytes]) -> None:
        name = f"cad/{watch.manifest.number}-01_A.step"
        size = re.search(rb"ID_ATTRIBUTE\('bore',(#\d+)\)", members[name])[1]
        aspect = re.search(size + rb"=DIMENSIONAL_SIZE\((#\d+),", members[name])[1]
        usages = list(re.finditer(rb"GEOMETRIC_ITEM_SPECIFIC_USAGE\('',\$,(#\d+),#\d+,(#\d+)\)", members[name]))
        on = next(each for each in usages if each[1] == aspect)
        other = next(each for each in usages if each[2] != on[2])
        members[name] = members[name][:on.start(2)] + other[2] + members[name][on.end(2):]

    assert "PMI bore: it says 31.1 mm, the faces that it hangs on measure" in refused(forged(file, change))


@pytest.mark.parametrize(("column", "value"), [(2, "another"), (6, 1.0), (7, None), (10, 9)])
def test_a_changed_inspection_sheet_is_refused(watch: Package, tmp_path: Path, column: int, value: object) -> None:
    """Also where CSV and workbook were changed alike."""
    file = tmp_path / watch.name
    file.write_bytes(watch.data)

    def change(members: dict[str, bytes]) -> None:
        name = f"inspection/{watch.manifest.number}-01_A.csv"
        table = read_csv(members[name])
        rows = [list(row) for row in table.rows]
        rows[0][column] = value
        members[name] = csv_bytes(table.columns, rows)
        members[name.replace(".csv", ".xlsx")] = xlsx_bytes(table.columns, rows, "x")

    assert "balloon 1 (bore)" in refused(forged(file, change))
