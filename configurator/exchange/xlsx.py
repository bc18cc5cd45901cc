"""XLSX with one sheet: bold frozen header, filter, columns as wide as their text, landscape and one page wide on paper.

Written directly, not through openpyxl, whose bytes depend on whether lxml happens to be installed; openpyxl judges the
result in the tests. Text is text whatever it begins with: its cells say so, no formula is ever written, and no
apostrophe is needed. A character that XML cannot hold is written as Office does it, `_x0001_` for U+0001.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.exchange.cells import Cell, Table, checked
from configurator.exchange.markup import elements, escaped
from configurator.exchange.workbook import MAIN, SHEET, XML, frame

LONGEST = 32_767
"""Characters in a cell, UTF-16 code units as Excel counts them."""
_EXACT = 10**15
"""Excel keeps fifteen digits of a number."""
_WIDEST = 60.0
# what Office would read as an escape is escaped itself, at its underscore; a control character ends one too
_HIDDEN = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}[_\0-\x08\x0b-\x1f\ufffe\uffff])")
_SHOWN = re.compile("_x([0-9A-Fa-f]{4})_")


def xlsx_bytes(columns: Sequence[str], rows: Sequence[Sequence[Cell]], title: str, *,
               widths: Mapping[str, float] | None = None, formats: Mapping[str, str] | None = None) -> bytes:
    """A workbook with one sheet called by `title`, as far as a sheet can be called so.

    `widths` sets columns by name, in characters; the others are as wide as their longest text, up to 60. `formats`
    gives the numbers of a column a format of Excel's ("0.000"); the value in the cell stays whole.

    Raises PackageError for bad columns, rows and cells as `csv_bytes` does, for a column in `widths` or `formats` that
    is not there, for text that is longer than a cell can hold, and for numbers of which Excel would lose digits.
    """
    widths, formats = widths or {}, formats or {}
    unknown = sorted((widths.keys() | formats.keys()) - set(columns))
    if unknown:
        raise PackageError(f"the table has no column {', '.join(unknown)}, so no width or format can be set for it")
    if len(rows) >= 2**20 or len(columns) > 2**14:
        raise PackageError(f"a sheet holds 1048575 rows of 16384 cells; the table has {len(rows)} of {len(columns)}")
    lines = list(checked(columns, rows))
    area = f"A1:{_letters(len(columns))}{len(lines) + 1}"
    codes = list(dict.fromkeys(formats.values()))
    styles = [2 + codes.index(formats[column]) if column in formats else 0 for column in columns]
    sheet = _sheet(columns, lines, area, widths, styles)
    return stored_zip([*frame(title, _hidden(title), area, codes), (SHEET, sheet.encode())])


def read_xlsx(data: bytes) -> Table:
    """Read back what `xlsx_bytes` wrote: columns and rows, each cell with its type.

    Raises PackageRefused if the archive or its XML is damaged, a cell is a formula, out of its place or of another
    kind, or the cells do not make a table.
    """
    members = read_stored_zip(data)
    if SHEET not in members or any("vba" in name or "external" in name for name in members):
        raise PackageRefused(["the XLSX file has no sheet, or more in it than sheets"])
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    text = value = ""
    for element in elements(members[SHEET], "the sheet of the XLSX file", MAIN):
        place = element.path.removeprefix("worksheet/sheetData/")
        if place == "row/c/is/t":
            text = element.text
        elif place == "row/c/v":
            value = element.text
        elif place == "row/c":
            reference = f"{_letters(len(line) + 1)}{len(lines) + 1}"
            if element.attributes.get("r") != reference:
                raise PackageRefused([f"the XLSX file has another cell where {reference} belongs"])
            line.append(_cell(element.attributes.get("t"), text, value, reference))
            text = value = ""
        elif place == "row":
            lines.append(line)
            line = []
        elif place.startswith("row/") and place != "row/c/is":
            raise PackageRefused([f"the XLSX file holds <{place}>, which this program does not write"])
    header = tuple(name for name in lines[0] if isinstance(name, str)) if lines else ()
    if not lines or len(header) != len(lines[0]):
        raise PackageRefused(["the XLSX file has no header row of text"])
    try:
        return Table(header, tuple(checked(header, lines[1:])))
    except PackageError as error:
        raise PackageRefused([f"the XLSX file does not hold a table: {error}"]) from None


def _cell(kind: str | None, text: str, value: str, reference: str) -> Cell:
    if kind == "inlineStr" and not value:
        return _SHOWN.sub(lambda match: chr(int(match[1], 16)), text)
    try:
        if kind is None and not text:
            number = (float if set(value) & set(".en") else int)(value) if value else None
            if number is None or repr(number) == value:
                return number
    except ValueError:
        pass
    raise PackageRefused([f"the XLSX file has in cell {reference} neither text nor a number as this program writes it"])


def _hidden(text: str) -> str:
    return _HIDDEN.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _sheet(columns: Sequence[str], lines: Sequence[Sequence[Cell]], area: str, widths: Mapping[str, float],
           styles: Sequence[int]) -> str:
    letters = [_letters(index + 1) for index in range(len(columns))]
    body = ['<row r="1">', *(_written(f"{letter}1", name, 1) for letter, name in zip(letters, columns, strict=True)),
            "</row>\n"]
    for number, line in enumerate(lines, 2):
        cells = [_written(f"{letter}{number}", cell, style)
                 for letter, cell, style in zip(letters, line, styles, strict=True)]
        body.append(f'<row r="{number}">{"".join(cells)}</row>\n')
    sizes = []
    for index, name in enumerate(columns):
        # four more for the header: bold, and the filter's button; two more for margins
        longest = max((_extent(line[index]) for line in lines), default=0)
        width = widths.get(name, min(max(len(name) + 4.0, longest + 2.0, 6.0), _WIDEST))
        sizes.append(f'<col min="{index + 1}" max="{index + 1}" width="{float(width):g}" customWidth="1"/>')
    return (f'{XML}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{area}"/>'
            '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
            'activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
            '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            f'<cols>{"".join(sizes)}</cols><sheetData>\n{"".join(body)}</sheetData><autoFilter ref="{area}"/>'
            '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'
            f'<ignoredErrors><ignoredError sqref="{area}" numberStoredAsText="1"/></ignoredErrors></worksheet>\n')


def _written(reference: str, cell: Cell, style: int) -> str:
    look = f' s="{style}"' if style else ""
    if cell is None:
        return f'<c r="{reference}"{look}/>'
    if isinstance(cell, str):
        if len(cell.encode("utf-16-le")) > 2 * LONGEST:
            raise PackageError(f"cell {reference}: the text has {len(cell)} characters; a cell holds {LONGEST}")
        text = escaped(_hidden(cell))
        return f'<c r="{reference}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if isinstance(cell, int) and abs(cell) >= _EXACT:
        raise PackageError(f"cell {reference}: Excel keeps 15 digits of a number, {cell} has more; give it as text")
    return f'<c r="{reference}"{look}><v>{cell!r}</v></c>'


def _extent(cell: Cell) -> int:
    return 0 if cell is None else max(map(len, str(cell).splitlines() or [""]))
