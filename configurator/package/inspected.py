"""Inspection sheets: written for a package, and read back when they are filled in, judged by the plan in the package."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from configurator.errors import PackageRefused
from configurator.exchange.tables import csv_bytes, read_csv, xlsx_bytes
from configurator.making.inspection import COLUMNS, InspectionRow, cells, plan
from configurator.making.readings import Judged, Mark, NotANumber, decimal_mark, judge, number, yes
from configurator.product.product import Product
from configurator.texts import say

from .names import part_file

FOLDER = "inspection/"
_FILLED = ("Balloon", "PartNumber", "Measured")
_KNOWN = ("Nominal", "Lower", "Upper")
_MOST = 20_000_000
"""Bytes of a sheet; a larger file is none."""


class Line(NamedTuple):
    """A line of a file: its number as an editor counts, and its cells by column."""

    number: int
    cells: Mapping[str, str | float]


def sheets(product: Product, part: str, language: str = "en") -> dict[str, bytes]:
    """The inspection sheet of a made part as CSV and XLSX, by path in the package; nothing if nothing is controlled."""
    rows = plan(product, part, language)
    if not rows:
        return {}
    table = cells(rows, language)
    number = product.part_number(part)
    return {part_file(product, part, "inspection", "csv"): csv_bytes(COLUMNS, table),
            part_file(product, part, "inspection", "xlsx"): xlsx_bytes(COLUMNS, table, f"{number} {product.revision}")}


def plan_of(members: Mapping[str, bytes], package: str, language: str = "en") -> dict[tuple[str, int], InspectionRow]:
    """The inspection plan in a package, by part number and balloon. PackageRefused if there is none."""
    found: dict[tuple[str, int], InspectionRow] = {}
    for name in sorted(members):
        if name.startswith(FOLDER) and name.endswith(".csv"):
            for row in read_csv(members[name]).rows:
                told = dict(zip(COLUMNS, row, strict=True))
                one = InspectionRow(
                    int(told["Balloon"] or 0), str(told["PartNumber"]), str(told["Code"]), str(told["Characteristic"]),
                    str(told["Kind"]), _float(told["Nominal"]), _float(told["Lower"]), _float(told["Upper"]),
                    str(told["Unit"] or ""), str(told["Class"] or ""), int(told["Places"] or 1), str(told["Instrument"]),
                    every_piece=False)
                found[one.part_number, one.balloon] = one
    if not found:
        raise PackageRefused([say("inspection.no_plan", language, package=package)])
    return found


def inspected(wanted: Mapping[tuple[str, int], InspectionRow], file: Path, language: str = "en") -> list[Judged]:
    """Every characteristic of the plan with what was measured, one for each piece. PackageRefused lists what cannot be read."""
    reader = _Reader(wanted, file.name, language)
    return reader.judged(lines(file, language))


def lines(file: Path, language: str = "en") -> list[Line]:
    """The lines of a CSV or XLSX file, under its heads. PackageRefused if it is neither, or heads are missing."""
    try:
        if file.stat().st_size > _MOST:
            raise ValueError(f"{file.stat().st_size} bytes")
        data = file.read_bytes()
        found = list(_of_workbook(data) if data[:4] == b"PK\x03\x04" else _of_text(data))
    except PackageRefused:
        raise
    except (OSError, ValueError, KeyError, csv.Error) as error:
        raise PackageRefused([say("inspection.not_readable", language, file=file.name, reason=str(error))]) from error
    heads = set(found[0].cells) if found else set()
    missing = [name for name in _FILLED if name not in heads]
    if missing:
        raise PackageRefused([say("inspection.no_columns", language, file=file.name, names=", ".join(missing))])
    return found


class _Reader:
    """Reads lines by a plan; collects all that is wrong before it refuses."""

    def __init__(self, plan: Mapping[tuple[str, int], InspectionRow], name: str, language: str) -> None:
        self._plan, self._name, self._language = plan, name, language
        self._problems: list[str] = []
        self._mark: Mark | None = None

    def judged(self, found: Sequence[Line]) -> list[Judged]:
        lines = [(line, row) for line in found if (row := self._row(line)) is not None]
        self._mark = decimal_mark((text, value) for line, row in lines for text, value in _told(line, row))
        answers: dict[tuple[str, int], list[Judged]] = {}
        for line, row in lines:
            self._same_plan(line, row)
            key, one = (row.part_number, row.balloon), self._pieces(line, row)
            if key in answers and answers[key] != one:
                self._wrong("twice", line, balloon=row.balloon, part=row.part_number)
            answers[key] = one
        if self._problems:
            raise PackageRefused(self._problems)
        pieces = max((each.piece for one in answers.values() for each in one), default=1)
        return [each for key, row in self._plan.items()
                for each in (answers.get(key) or [judge(row, piece, None) for piece in range(1, pieces + 1)])]

    def _row(self, line: Line) -> InspectionRow | None:
        part, balloon = str(line.cells.get("PartNumber", "")).strip(), str(line.cells.get("Balloon", "")).strip()
        if not part and not balloon:
            return None
        parts = list(dict.fromkeys(each for each, _ in self._plan))
        if part not in parts:
            self._wrong("other_part", line, part=part or '""', known=", ".join(parts))
            return None
        try:
            row = self._plan.get((part, int(float(balloon))))
        except ValueError:
            row = None
        if row is None:
            numbers = [number for each, number in self._plan if each == part]
            self._wrong("unknown_row", line, balloon=balloon or '""', part=part, first=min(numbers), last=max(numbers))
        return row

    def _same_plan(self, line: Line, row: InspectionRow) -> None:
        code = str(line.cells.get("Code", row.name)).strip()
        if code and code != row.name:
            self._wrong("other_code", line, balloon=row.balloon, code=row.name, found=code)
        for column, wanted in zip(_KNOWN, (row.nominal, row.lower, row.upper), strict=True):
            found = self._number(line, column, "mm" if row.gauged else row.unit)
            if found is not None and wanted is not None and abs(found - wanted) > 1e-6:
                self._wrong("other_limits", line, column=column, found=found, wanted=wanted)

    def _pieces(self, line: Line, row: InspectionRow) -> list[Judged]:
        said, unsure = self._answer(line), self._number(line, "Uncertainty", row.unit) or 0.0
        if unsure < 0:
            self._wrong("negative", line, found=unsure)
        columns = sorted((name for name in line.cells if name.partition(" ")[0] == "Measured"), key=_piece)
        found = []
        for column in columns:
            answer, value = said, None
            if row.gauged:
                text = str(line.cells[column]).strip()
                answer = self._answer(line, column) if text else said if column == "Measured" else None
            else:
                value = self._number(line, column, row.unit)
            if value is not None or answer is not None or column == "Measured":
                found.append(judge(row, _piece(column), value, answer, max(0.0, unsure)))
        return found

    def _answer(self, line: Line, column: str = "Ok") -> bool | None:
        text = str(line.cells.get(column, ""))
        try:
            return yes(text)
        except ValueError:
            self._wrong("no_answer", line, found=text)
            return None

    def _number(self, line: Line, column: str, unit: str) -> float | None:
        cell = line.cells.get(column, "")
        if isinstance(cell, float):
            return cell
        if not cell.strip():
            return None
        try:
            return number(cell, unit, self._mark)
        except NotANumber as error:
            self._wrong(error.kind, line, column=column, found=cell.strip(), unit=unit)
            return None

    def _wrong(self, key: str, line: Line, **values: object) -> None:
        self._problems.append(say(f"inspection.{key}", self._language, file=self._name, line=line.number, **values))


def _told(line: Line, row: InspectionRow) -> Iterator[tuple[str, float]]:
    """What the file says of numbers that the package knows: they tell how it writes numbers."""
    for column, wanted in zip(_KNOWN, (row.nominal, row.lower, row.upper), strict=True):
        cell = line.cells.get(column, "")
        if wanted is not None and isinstance(cell, str) and cell.strip():
            yield cell, wanted


def _piece(column: str) -> int:
    return int(column.partition(" ")[2] or 1)


def _of_text(data: bytes) -> Iterator[Line]:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    heads: list[str] = []
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        if not heads:
            heads = [_head(cell) for cell in row]
        else:
            yield Line(reader.line_num, dict(zip(heads, row, strict=False)))


def _of_workbook(data: bytes) -> Iterator[Line]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, OSError) as error:
        raise ValueError(str(error)) from error
    for sheet in book.worksheets:
        heads: list[str] = []
        for place, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells: list[str | float] = [float(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool)
                                        else "" if cell is None else str(cell) for cell in row]
            if not any(cell != "" for cell in cells):
                continue
            if not heads:
                heads = [_head(str(cell)) for cell in cells]
            else:
                yield Line(place, dict(zip(heads, cells, strict=False)))


def _head(cell: str) -> str:
    """A head as the plan has it, however it is spelt: "measured_2", "Part number"."""
    bare = "".join(each for each in cell.lower() if each.isalnum())
    if bare.startswith("measured"):
        return f"Measured {bare.removeprefix('measured')}".strip() if bare[8:].isdigit() or bare == "measured" else cell
    return next((name for name in COLUMNS if name.lower() == bare), cell)


def _float(cell: str | int | float | None) -> float | None:
    return None if cell is None or cell == "" else float(cell)
