"""What an XLSX holds around its sheet: the lists of its members, its properties, its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from configurator.exchange.markup import escaped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_DATE = "1980-01-01T00:00:00Z"


def frame(title: str, shown_title: str, area: str, formats: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every member but the sheet, which fills `area` ("A1:C9").

    `shown_title` is `title` without characters that XML cannot hold. Cell style 0 is plain, 1 the header's,
    2 + i has the number format `formats[i]`.
    """
    for name, text in (
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _relations(("rId1", f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
                                   ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                                   ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"))),
        ("docProps/app.xml", f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Lot One</Application>'
                             "</Properties>"),
        ("docProps/core.xml", _core(shown_title)),
        ("xl/_rels/workbook.xml.rels", _relations(("rId1", f"{_OFFICE}/relationships/worksheet", SHEET[3:]),
                                                  ("rId2", f"{_OFFICE}/relationships/styles", "styles.xml"))),
        ("xl/styles.xml", _styles(formats)),
        ("xl/workbook.xml", _workbook(sheet_name(title), area)),
    ):
        yield name, (XML + text + "\n").encode()


def sheet_name(title: str) -> str:
    r"""`title` as a sheet may be called: at most 31 UTF-16 units, none of []:*?/\, no apostrophe at an end."""
    name = re.sub(r"[\[\]:*?/\\\0-\x1f\x7f\ufffe\uffff\ud800-\udfff]", " ", title)
    while len(name.encode("utf-16-le")) > 62:
        name = name[:-1]
    name = name.strip(" '")
    # Excel keeps the name "History" for itself
    return name if name and name.casefold() != "history" else "Table"


def _content_types() -> str:
    main = f"{_TYPE}officedocument.spreadsheetml"
    parts = (("xl/workbook.xml", f"{main}.sheet.main+xml"), (SHEET, f"{main}.worksheet+xml"),
             ("xl/styles.xml", f"{main}.styles+xml"), ("docProps/core.xml", f"{_TYPE}package.core-properties+xml"),
             ("docProps/app.xml", f"{_TYPE}officedocument.extended-properties+xml"))
    return (f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="{_TYPE}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts) + "</Types>")


def _relations(*relations: tuple[str, str, str]) -> str:
    return (f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
            + "</Relationships>")


def _core(title: str) -> str:
    stamps = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:{name}>'
                     for name in ("created", "modified"))
    return (f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escaped(title)}</dc:title><dc:creator>Lot One</dc:creator>{stamps}</cp:coreProperties>")


def _styles(formats: Sequence[str]) -> str:
    # numbers below 164 are Excel's own formats
    codes = "".join(f'<numFmt numFmtId="{164 + index}" formatCode="{escaped(code)}"/>'
                    for index, code in enumerate(formats))
    looks = "".join(f'<xf numFmtId="{164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
                    for index in range(len(formats)))
    return (f'<styleSheet xmlns="{MAIN}">' + (f'<numFmts count="{len(formats)}">{codes}</numFmts>' if codes else "")
            + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
            '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{2 + len(formats)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>{looks}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def _workbook(name: str, area: str) -> str:
    quoted = escaped("'" + name.replace("'", "''") + "'")
    low, high = (re.sub("([A-Z]+)", r"$\1$", corner) for corner in area.split(":"))
    return (f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}/relationships"><bookViews><workbookView/></bookViews>'
            f'<sheets><sheet name="{escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{quoted}!{low}:{high}</definedName>'
            f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{quoted}!$1:$1</definedName>'
            "</definedNames></workbook>")
