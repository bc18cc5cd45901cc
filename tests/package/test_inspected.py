"""Inspection sheets: what is written is what the template declares, and what is filled in is judged by the package."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.cli import main
from configurator.errors import PackageRefused
from configurator.exchange.archive import stored_zip
from configurator.exchange.tables import read_csv, read_xlsx
from configurator.making.inspection import COLUMNS
from configurator.package.inspected import inspected, plan_of, sheets

WATCH = load_template("watch_case")()
PARTS = [name for name, part in WATCH.parts.items() if not part.is_bought and part.placements(WATCH)]


@pytest.fixture(scope="module")
def members() -> dict[str, bytes]:
    return {path: data for part in PARTS for path, data in sheets(WATCH, part).items()}


@pytest.fixture
def package(tmp_path: Path, members: dict[str, bytes]) -> Path:
    file = tmp_path / "WC.zip"
    file.write_bytes(stored_zip(sorted(members.items())))
    return file


def filled(members: dict[str, bytes], part: str, *, between: str = ",", mark: str = ".", encoding: str = "utf-8",
           end: str = "\r\n", changed: dict[int, dict[str, str]] | None = None, drop: tuple[str, ...] = ()) -> bytes:
    """The sheet of a part with every value in the middle of its limits, as some spreadsheet writes it."""
    number = WATCH.part_number(part)
    rows = read_csv(next(data for path, data in members.items() if path.endswith(f"{number}_A.csv"))).rows
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, lineterminator=end)
    columns = [name for name in COLUMNS if name not in drop]
    writer.writerow(columns)
    for row in rows:
        cells: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
        known = [each for each in (cells["Lower"], cells["Upper"]) if each is not None]
        if cells["Unit"] == "":
            cells["Ok"] = "ok"
        elif known:
            cells["Measured"] = round(sum(known) / len(known), 4)
        cells.update((changed or {}).get(int(cells["Balloon"]), {}))
        writer.writerow(["" if cells[name] is None else str(cells[name]).replace(".", mark) if isinstance(cells[name], float)
                         else cells[name] for name in columns])
    return out.getvalue().encode(encoding)


def test_csv_and_workbook_say_what_is_declared(members: dict[str, bytes]) -> None:
    assert len(members) == 2 * len(PARTS)
    for part in PARTS:
        number, declared = WATCH.part_number(part), WATCH.controlled(part)
        table = read_csv(members[f"inspection/{number}_A.csv"])
        assert read_xlsx(members[f"inspection/{number}_A.xlsx"]) == table
        assert table.columns == COLUMNS
        assert [(row[0], row[2]) for row in table.rows] == [(place, each.name) for place, each in enumerate(declared, 1)]
        for row, each in zip(table.rows, declared, strict=True):
            cells = dict(zip(COLUMNS, row, strict=True))
            if each.fit or not each.general:
                wanted = [None if deviation is None else pytest.approx(each.nominal + deviation, abs=1e-6)
                          for deviation in (each.lower, each.upper)]
                assert [cells["Lower"], cells["Upper"]] == wanted


@pytest.mark.parametrize(("between", "mark", "encoding", "end"), [
    (",", ".", "utf-8", "\r\n"), (";", ",", "cp1252", "\r\n"), (";", ",", "utf-8-sig", "\n"), ("\t", ",", "utf-16", "\r\n"),
    (";", ".", "utf-8", "\n")])
def test_what_spreadsheets_make_of_it_is_read(members: dict[str, bytes], tmp_path: Path, between: str, mark: str, encoding: str,
                                              end: str) -> None:
    file = tmp_path / "filled.csv"
    file.write_bytes(filled(members, "midcase", between=between, mark=mark, encoding=encoding, end=end))
    found = [each for each in inspected(plan_of(members, "WC.zip"), file) if each.row.part_number == WATCH.part_number("midcase")]
    assert len(found) == len(WATCH.controlled("midcase"))
    assert {each.verdict for each in found} == {"conforming"}


def test_one_value_out_of_limits_is_found(members: dict[str, bytes], package: Path, tmp_path: Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "filled.csv"
    file.write_bytes(filled(members, "midcase", between=";", mark=",", changed={16: {"Measured": "2,013"}}))
    wanted = WATCH.controlled("midcase")[15]
    assert (wanted.name, wanted.fit) == ("tube_bore", "H7")
    assert main(["inspect", str(package), "--measured", str(file), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    out = [each for each in told["characteristics"] if each["verdict"] == "not_conforming"]
    assert [(each["code"], each["measured"], round(each["off"], 6)) for each in out] == [("tube_bore", 2.013, 0.003)]
    assert main(["inspect", str(package), "--measured", str(file), "--language", "de"]) == 1
    page = " ".join(capsys.readouterr().out.split())
    assert "0,003 mm über dem Höchstmass" in page
    assert "nicht gemessen" in page, "the other parts"


def test_all_sheets_together_conform(members: dict[str, bytes], package: Path, tmp_path: Path,
                                     capsys: pytest.CaptureFixture[str]) -> None:
    arguments = []
    for part in PARTS:
        file = tmp_path / f"{part}.csv"
        file.write_bytes(filled(members, part))
        arguments += ["--measured", str(file)]
    assert main(["inspect", str(package), *arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["conforming"]
    assert len(told["characteristics"]) == sum(len(WATCH.controlled(part)) for part in PARTS)


def test_several_pieces_and_a_workbook(members: dict[str, bytes], tmp_path: Path) -> None:
    from openpyxl import load_workbook

    number = WATCH.part_number("crystal")
    book = load_workbook(io.BytesIO(members[f"inspection/{number}_A.xlsx"]))
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(1, len(heads) + 1, "Measured 2")
    sheet.cell(2, heads.index("Measured") + 1, 1.41)
    sheet.cell(2, len(heads) + 1, 1.46)
    file = tmp_path / "filled.xlsx"
    book.save(file)
    found = {(each.row.name, each.piece): each.verdict for each in inspected(plan_of(members, "WC.zip"), file)
             if each.row.part_number == number}
    assert (found["thickness", 1], found["thickness", 2]) == ("conforming", "not_conforming")
    assert found["outside", 1] == "not_measured"


@pytest.mark.parametrize(("changed", "said"), [
    ({16: {"Measured": "two"}}, "line 17, Measured: two is no number"),
    ({16: {"Measured": "2 deg"}}, "is not in mm"),
    ({5: {"Ok": "perhaps"}}, "line 6, Ok: perhaps is neither yes nor no"),
    ({16: {"Code": "bore"}}, "balloon 16 is tube_bore in the package and bore in the file"),
    ({16: {"Upper": "2.5"}}, "Upper is 2.5 in the file and 2.01 in the package"),
    ({16: {"Balloon": "99"}}, "there is no balloon 99"),
    ({16: {"PartNumber": "WC-XX-01"}}, "WC-XX-01 is not in this package"),
    ({16: {"Uncertainty": "-0.01"}}, "less than 0"),
])
def test_what_cannot_be_understood_is_told_with_its_line(members: dict[str, bytes], tmp_path: Path,
                                                         changed: dict[int, dict[str, str]], said: str) -> None:
    file = tmp_path / "filled.csv"
    file.write_bytes(filled(members, "midcase", changed=changed))
    with pytest.raises(PackageRefused) as refused:
        inspected(plan_of(members, "WC.zip"), file)
    assert said in str(refused.value)


def test_a_number_of_two_meanings_is_never_guessed(members: dict[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "filled.csv"
    bare = ("Nominal", "Lower", "Upper")
    file.write_bytes(filled(members, "midcase", between=";", changed={16: {"Measured": "2,005"}}, drop=bare))
    with pytest.raises(PackageRefused, match="may be read in two ways"):
        inspected(plan_of(members, "WC.zip"), file)
    file.write_bytes(filled(members, "midcase", between=";", mark=",", changed={16: {"Measured": "2,005"}}))
    found = {each.row.name: each.value for each in inspected(plan_of(members, "WC.zip"), file)}
    assert found["tube_bore"] == 2.005


@pytest.mark.parametrize(("data", "said"), [
    (b"", "the columns Balloon, PartNumber, Measured were not found"), (b"\x00\xff" * 40, "were not found"),
    (b"PK\x03\x04 broken", "cannot be read as CSV or XLSX"), (b"a;b;c\n1;2;3\n", "were not found")])
def test_what_is_no_sheet_is_refused(members: dict[str, bytes], tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "filled.csv"
    file.write_bytes(data)
    with pytest.raises(PackageRefused, match=said):
        inspected(plan_of(members, "WC.zip"), file)


def test_a_package_without_a_plan_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match="holds no inspection plan"):
        plan_of({"manifest.json": b"{}"}, "RG.zip")
