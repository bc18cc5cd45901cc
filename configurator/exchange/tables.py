"""Tables (CSV, XLSX) and JSON: what a person opens in a spreadsheet and a program reads line by line.

A cell is text, a whole number, a finite float, or None, which is an empty cell. What was written is read back exactly,
types included. Column names are printable ASCII, each there once, so that programs can rely on them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import Any

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.cells import DANGEROUS, GREATEST, Cell, Table, checked
from configurator.exchange.xlsx import read_xlsx, xlsx_bytes

__all__ = ["Cell", "Table", "csv_bytes", "json_bytes", "read_csv", "read_json", "read_xlsx", "xlsx_bytes"]

# A cell may begin at the start of a text and, for a program that takes ; or a tab as the separator, in its middle.
# Blanks, quotes and apostrophes may stand before the sign, so that added apostrophes change no decision taken here.
_CELL = re.compile(rf"(\A|[;\t\r\n])([\s\"'\0-\x1f\u200b\ufeff]*+)([{DANGEROUS}]?)")
_LINES = re.compile(r"(?<=[\t\r\n])")
_BREAK = re.compile(r"'*[\t\r\n]")
_FIELD = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)')
_WHOLE = re.compile(r"-?[0-9]{1,400}")


def csv_bytes(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """CSV of RFC 4180: UTF-8, commas, CRLF (which the RFC asks for and Excel writes itself), one header line.

    There is no byte order mark: programs would read it as part of the first column's name; Excel users have the
    XLSX. Text stands in quotes, numbers and empty cells do not: that tells "12" from 12 and an empty text from None.

    Where a spreadsheet could take text for a formula, an apostrophe is put in front, which `read_csv` takes away again:
    before = + - @ and their wide forms, also behind blanks, quotes or apostrophes, at the start of the text and after
    ; tab and line ends (which separate cells in some settings); and at the start of text that begins with a tab or
    line end. Numbers, negative ones too, stay as they are.

    Raises PackageError for bad columns, rows of another length and cells of another kind.
    """
    lines = [list(columns), *checked(columns, rows)]
    return "".join(",".join(map(_field, line)) + "\r\n" for line in lines).encode()


def read_csv(data: bytes) -> Table:
    """Read back what `csv_bytes` wrote.

    Raises PackageRefused for anything that it does not write: another encoding, quoting or line end, ragged rows, text
    that is not defused, numbers that are none.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackageRefused(["the CSV file is not UTF-8"]) from None
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        if not match:
            raise PackageRefused([f"the CSV file cannot be read in line {len(lines) + 1}, field {len(line) + 1}"])
        quoted, plain, end = match.groups()
        line.append(_value(plain) if quoted is None else _fused(quoted.replace('""', '"')))
        at = match.end()
        if end != ",":
            lines.append(line)
            line = []
    if line or not lines or not all(isinstance(name, str) for name in lines[0]):
        raise PackageRefused(["the CSV file has no header line of text, or its last line is cut off"])
    header = tuple(str(name) for name in lines[0])
    try:
        return Table(header, tuple(checked(header, lines[1:])))
    except PackageError as error:
        raise PackageRefused([f"the CSV file does not hold a table: {error}"]) from None


def json_bytes(value: Any, *, sort_keys: bool = False) -> bytes:
    """JSON as UTF-8, one space of indent, a line end at the end, in one spelling only.

    Names keep the order in which they are given, so that rows show their columns as the table does; `sort_keys` makes
    the bytes a function of the content alone, for objects that are put together in several places.

    Raises PackageError, with the place, for what would not come back as it is: numbers that are none, names that are no
    text, and kinds that JSON does not know.
    """
    _plain(value, "the value")
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=sort_keys)
        return text.encode() + b"\n"
    except UnicodeEncodeError as error:
        raise PackageError(f"a text holds half a character, which UTF-8 cannot: {error}") from None


def read_json(data: bytes) -> Any:
    """Read JSON strictly. Raises PackageRefused if it is not UTF-8 or not JSON, repeats a name or holds NaN."""
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise PackageRefused([f"the JSON file has a name twice in one object: {[name for name, _ in pairs]}"])
        return dict(pairs)

    def number(text: str) -> float:
        value = float(text)
        if not isfinite(value):
            raise PackageRefused([f"the JSON file holds the number {text}, which is not finite"])
        return value

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=once, parse_constant=number, parse_float=number)
    except (ValueError, RecursionError) as error:
        if isinstance(error, PackageRefused):
            raise
        raise PackageRefused([f"the JSON file cannot be read: {error}"]) from None


def _field(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return '"' + _defused(cell).replace('"', '""') + '"'
    return repr(cell)


def _value(plain: str) -> Cell:
    if not plain:
        return None
    try:
        value = int(plain) if _WHOLE.fullmatch(plain) else float(plain)
    except ValueError:
        value = float("nan")
    # one spelling for one number: 1e2, +1, 007 and 1_000 are not what was written
    if repr(value) != plain or not isfinite(value):
        raise PackageRefused([f"the CSV file holds {plain!r} without quotes, which is no number as it is written here"])
    return value


def _defused(text: str) -> str:
    def guard(match: re.Match[str]) -> str:
        before, run, sign = match.groups()
        if sign:
            return before + "".join("'" + piece for piece in _LINES.split(run)) + sign
        return "'" + run if not before and _BREAK.match(run) else match[0]

    return _CELL.sub(guard, text)


def _fused(text: str) -> str:
    def bare(match: re.Match[str]) -> str:
        before, run, sign = match.groups()
        if not sign and (before or not _BREAK.match(run)):
            return match[0]
        pieces = _LINES.split(run) if sign else [run]
        if not all(piece.startswith("'") for piece in pieces):
            raise PackageRefused([f"the CSV file holds {text!r}, which a spreadsheet may take for a formula"])
        return before + "".join(piece[1:] for piece in pieces) + sign

    return _CELL.sub(bare, text)


def _plain(value: Any, place: str, depth: int = 0) -> None:
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, (int, float)):
        if not abs(value) <= GREATEST:
            raise PackageError(f"{place} is not finite, or too large for most programs")
    elif depth > 100:
        raise PackageError(f"{place} is more than 100 lists and objects deep")
    elif isinstance(value, dict):
        for name, item in value.items():
            if not isinstance(name, str):
                raise PackageError(f"{place} has the name {name!r}, which is no text")
            _plain(item, f"{place}[{name!r}]", depth + 1)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            _plain(item, f"{place}[{index}]", depth + 1)
    else:
        raise PackageError(f"{place} is a {type(value).__name__}, which JSON does not know")
