from __future__ import annotations

import csv
import io
import json
import math
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.exchange.tables import csv_bytes, json_bytes, read_csv, read_json, read_xlsx, xlsx_bytes

COLUMNS = ("Level", "PartNumber", "Description", "Qty", "Mass_g")
ROWS = ((0, "WC-7K2M9QX4TB", "Gehäuse, \"rund\"", 1, None), (1, "=1+1", "-5", -5, -0.25),
        (1, "", "two\r\nlines\n", 3, 1e-7))
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\ttext", "\rtext", "\ntext", "  =1", "\u00a0-1", "'=1", "''=1",
            "=", "＝1", "＋1", "－1", "＠a", "﹢1", "\"=1", "\u200b=1", "a;=cmd|' /C calc'!A0", "a\t+1", "a\n@x",
            "a;\"\"=1", "a; '-1"]
HARMLESS = ["'tis", "a=b", "1-2", "a, -1", "a;b", "20 mm", "H7 +0.021/0", "", "'", "''", "a'=b", "5 = 5"]
ESCAPES = ["_x0041_", "_x0041\0", "_x0041\x1f", "_x0041\uffff", "_x005F_x0041_x0042_", "_\1", "_x00g1_"]
# letters that matter are drawn often enough to meet one another
texts = st.one_of(st.text("=+-@\t\r\n '\";,a＝", max_size=8), st.text("_x0041\r\1AFf", max_size=16),
                  st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(FORMULAS + HARMLESS))
wholes = st.integers(-10**15 + 1, 10**15 - 1)
cells = st.one_of(texts, wholes, st.floats(allow_nan=False, allow_infinity=False), st.none())
tables = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=4))


def exactly(rows):
    return [[(type(cell), repr(cell)) for cell in row] for row in rows]


@given(tables)
@example([[text] for text in FORMULAS + HARMLESS])
@example([[text] for text in ESCAPES])
def test_every_table_comes_back_with_its_types(rows):
    columns = [f"C{index}" for index in range(len(rows[0]) if rows else 1)]
    for found in (read_csv(csv_bytes(columns, rows)), read_xlsx(xlsx_bytes(columns, rows, "table"))):
        assert list(found.columns) == columns
        assert exactly(found.rows) == exactly(rows)


@given(st.lists(texts, min_size=1, max_size=5))
@example(FORMULAS)
def test_no_program_finds_a_formula_in_csv(row):
    columns = [f"C{index}" for index in range(len(row))]
    text = csv_bytes(columns, [row]).decode()
    # every way to cut the file into cells: the right one, semicolons or tabs instead of commas, and no quoting at all
    for delimiter in ",;\t":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
                for cell in line if quoting == csv.QUOTE_MINIMAL or delimiter != "," else ():
                    assert not re.match(r"[\s\"\0-\x1f\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]", cell), cell


def test_only_what_is_dangerous_is_touched():
    text = csv_bytes(["A"], [[text] for text in FORMULAS + HARMLESS]).decode()
    _, *lines = csv.reader(io.StringIO(text, newline=""))
    assert [line[0] for line in lines[len(FORMULAS):]] == HARMLESS
    for before, (after,) in zip(FORMULAS, lines, strict=False):
        assert after != before
        assert after.replace("'", "") == before.replace("'", "")


def test_csv_is_what_rfc_4180_says():
    assert csv_bytes(COLUMNS, ROWS) == (
        '"Level","PartNumber","Description","Qty","Mass_g"\r\n0,"WC-7K2M9QX4TB","Gehäuse, ""rund""",1,\r\n'
        '1,"\'=1+1","\'-5",-5,-0.25\r\n1,"","two\r\nlines\n",3,1e-07\r\n').encode()
    lines = list(csv.reader(io.StringIO(csv_bytes(COLUMNS, ROWS).decode(), newline=""), strict=True))
    assert lines[0] == list(COLUMNS)
    assert lines[3] == ["1", "", "two\r\nlines\n", "3", "1e-07"]


def test_openpyxl_finds_text_numbers_and_the_layout(judge):
    openpyxl = judge("openpyxl", lambda: __import__("openpyxl"))
    rows = [(1, "=1+1", "tab\tline\n ", 2, 12.3456), (2, "_x0041_", "\r\1", -3, None), (3, "+1", "ü" * 80, 0, 1.0)]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(COLUMNS, rows, "Bill: of <materials>", widths={"Qty": 5},
                                                        formats={"Mass_g": '0.000" g"'})))
    assert book.sheetnames == ["Bill  of <materials>"]
    assert book.properties.title == "Bill: of <materials>"
    assert book.properties.modified == book.properties.created
    assert book.properties.created.isoformat() == "1980-01-01T00:00:00"
    sheet = book.active
    values = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert values[0] == list(COLUMNS)
    assert values[1] == [1, "=1+1", "tab\tline\n ", 2, 12.3456]
    assert [type(value) for value in values[3]] == [int, str, str, int, float]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} == {"n", "s"}
    assert all(cell.font.b for cell in sheet[1])
    assert not any(cell.font.b or cell.quotePrefix for line in sheet.iter_rows(min_row=2) for cell in line)
    assert [sheet["E2"].number_format, sheet["D2"].number_format] == ['0.000" g"', "General"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.dimensions) == ("A2", "A1:E4", "A1:E4")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDE"]
    assert widths == [9, 14, 60, 5, 10]


def test_the_workbook_is_well_formed_stored_and_complete():
    from xml.etree import ElementTree

    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(COLUMNS, ROWS, "It's \0 <a> & \"b\" 'x"))) as other:
        assert other.testzip() is None
        trees = {name: ElementTree.fromstring(other.read(name)) for name in other.namelist()}
        listed = {element.get("PartName") for element in trees["[Content_Types].xml"]}
        assert {"/" + name for name in trees if not name.endswith(("rels", "]"))} - {"/[Content_Types].xml"} == {
            *filter(None, listed)}
        names = [element.text for element in trees["xl/workbook.xml"].iter() if element.tag.endswith("definedName")]
        assert names == ["'It''s   <a> & \"b\" ''x'!$A$1:$E$4", "'It''s   <a> & \"b\" ''x'!$1:$1"]
        assert not any(element.tag.endswith("}f") for element in trees["xl/worksheets/sheet1.xml"].iter())


@pytest.mark.parametrize(("title", "name"), [
    ("", "Table"), ("History", "Table"), ("[]:*?/\\", "Table"), ("x" * 40, "x" * 31),
    ("𝔘" * 20, "𝔘" * 15), ("'a'", "a")])
def test_sheet_names(title, name):
    book = zipfile.ZipFile(io.BytesIO(xlsx_bytes(["A"], [], title))).read("xl/workbook.xml").decode()
    assert f'<sheet name="{name}"' in book


def test_wide_tables_have_excels_column_letters():
    columns = [f"C{index}" for index in range(703)]
    sheet = read_stored_zip(xlsx_bytes(columns, [list(range(703))], ""))["xl/worksheets/sheet1.xml"].decode()
    assert re.findall(r'<c r="([A-Z]+)2"', sheet)[24:28] == ["Y", "Z", "AA", "AB"]
    assert re.findall(r'<c r="([A-Z]+)2"', sheet)[-2:] == ["ZZ", "AAA"]


@pytest.mark.parametrize("write", [csv_bytes, lambda columns, rows: xlsx_bytes(columns, rows, "t")])
def test_what_is_no_table_is_not_written(write):
    for columns, rows, words in (
            ([], [], "at least one column"), (["A", "A"], [], "each column once"), (["Größe"], [], "ASCII"),
            (["=A"], [], "ASCII"), ([""], [], "ASCII"), (["A"], [[1, 2]], "row 1 has 2 cells"),
            (["A"], [[]], "has 0 cells"), (["A"], [[1], [math.nan]], "row 2, column 'A': nan"),
            (["A"], [[math.inf]], "inf"), (["A"], [[True]], "True"), (["A"], [[b"x"]], "b'x'"),
            (["A"], [["\ud800"]], "half a character"), (["A"], [[10**400]], "neither")):
        with pytest.raises(PackageError, match=words):
            write(columns, rows)


def test_what_excel_cannot_hold_is_not_written():
    for rows, options, words in (([["x" * 32768]], {}, "32768 characters"), ([[10**15]], {}, "15 digits"),
                                 ([], {"widths": {"B": 3}}, "no column B"),
                                 ([], {"formats": {"C": "0"}}, "no column C")):
        with pytest.raises(PackageError, match=words):
            xlsx_bytes(["A"], rows, "t", **options)
    with pytest.raises(PackageError, match="1048575 rows"):
        xlsx_bytes(["A"], [[None]] * 2**20, "t")


@pytest.mark.parametrize(("data", "words"), [
    (b"", "no header"), (b'"A"', "line 1, field 1"), (b'"A"\n', "line 1"), (b'"A"\r\n1\n', "line 2"),
    (b'"A",', "cut off"), (b'\xff\r\n', "UTF-8"), (b'\xef\xbb\xbf"A"\r\n', "line 1"),
    (b"A\r\n", "without quotes"), (b'"A"\r\n"a"b\r\n', "line 2"),
    (b'"A"\r\n1,2\r\n', "row 1 has 2"), (b'"A"\r\n=1\r\n', "'=1' without"), (b'"A"\r\n"=1"\r\n', "formula"),
    (b'"A"\r\n"a;=1"\r\n', "formula"), (b'"A"\r\n"\tx"\r\n', "formula"), (b'"A"\r\n+1\r\n', "no number"),
    (b'"A"\r\n007\r\n', "no number"), (b'"A"\r\n1_0\r\n', "no number"), (b'"A"\r\n1e2\r\n', "no number"),
    (b'"A"\r\nnan\r\n', "no number"), (b'"A"\r\ninf\r\n', "no number"), ('"A"\r\n１\r\n'.encode(), "no number"),
    (b'"A"\r\n' + b"9" * 5000 + b"\r\n", "no number"), (b'"A","A"\r\n', "each column once"), (b'1\r\n', "no header"),
])
def test_another_csv_is_refused(data, words):
    with pytest.raises(PackageRefused, match=words):
        read_csv(data)


def in_sheet(pattern: str, by: str) -> bytes:
    members = read_stored_zip(xlsx_bytes(["A", "B"], [[1, "x"], [2.5, None]], "t"))
    sheet, count = re.subn(pattern, by, members["xl/worksheets/sheet1.xml"].decode(), count=1)
    assert count == 1
    return stored_zip([*list(members.items())[:-1], ("xl/worksheets/sheet1.xml", sheet.encode())])


@pytest.mark.parametrize(("pattern", "by", "words"), [
    ("<v>1</v>", "<f>1+1</f><v>2</v>", "does not write"), ("<v>1</v>", "<v>01</v>", "neither text nor a number"),
    ("<v>1</v>", "<v>x</v>", "neither"), ("<v>1</v>", "<v>inf</v>", "does not hold a table"),
    ('r="A2"', 'r="B2"', "A2 belongs"),
    ('r="A2"', "", "A2 belongs"), ("<v>1</v>", "<is><t>1</t></is>", "neither"), ('t="inlineStr"', 't="s"', "neither"),
    (r"<\?xml[^>]*>", '<!DOCTYPE a [<!ENTITY x "y">]>', "document type"), ("<sheetData>", "<", "well-formed"),
    (r'<c r="B3"/>', "", "row 2 has 1 cells"), (r"(?s)<sheetData>.*</sheetData>", "", "no header"),
])
def test_another_sheet_is_refused(pattern, by, words):
    with pytest.raises(PackageRefused, match=words):
        read_xlsx(in_sheet(pattern, by))


plain = st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
                     | st.text(st.characters(exclude_categories=["Cs"])),
                     lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abé"), inner, max_size=4))


@given(plain)
def test_json_comes_back_and_is_spelled_one_way(value):
    data = json_bytes(value)
    assert repr(read_json(data)) == repr(value)
    assert json.loads(data) == value
    assert json_bytes(read_json(data)) == data
    assert json_bytes(value, sort_keys=True) == json_bytes(read_json(json_bytes(value, sort_keys=True)))


def test_json_keeps_the_order_of_columns_unless_told():
    assert json_bytes([{"Qty": 1, "Item": "é"}]) == '[\n {\n  "Qty": 1,\n  "Item": "é"\n }\n]\n'.encode()
    assert json_bytes({"b": 1, "a": 2}, sort_keys=True) == b'{\n "a": 2,\n "b": 1\n}\n'


def test_what_json_does_not_know_is_not_written():
    endless: list = []
    endless.append(endless)
    for value, words in (({"a": [1, math.nan]}, r"the value\['a'\]\[1\] is not finite"), (math.inf, "not finite"),
                         ({1: 2}, "name 1"), ({"a": {1, 2}}, "is a set"), (b"", "is a bytes"), (endless, "100 lists"),
                         ("\ud800", "half a character"), (10**5000, "too large")):
        with pytest.raises(PackageError, match=words):
            json_bytes(value)


@pytest.mark.parametrize("data", [b"", b"NaN", b"[Infinity]", b'{"a": 1, "a": 2}', b"1 2", b"\xff", b"\xef\xbb\xbf1",
                                  b"[" * 100_000, b"1e999", b"9" * 5000, b"{'a': 1}"])
def test_another_json_is_refused(data):
    with pytest.raises(PackageRefused):
        read_json(data)


@given(st.sampled_from([(csv_bytes(COLUMNS, ROWS), read_csv), (xlsx_bytes(COLUMNS, ROWS, "t"), read_xlsx),
                        (json_bytes(ROWS), read_json)]), st.data())
def test_damage_is_never_an_accident(written, draw):
    data, read = written
    at, by = draw.draw(st.integers(0, len(data) - 1)), draw.draw(st.integers(1, 255))
    with pytest.raises(PackageRefused) if read is read_xlsx else suppress(PackageRefused):
        read(data[:at] + bytes([data[at] ^ by]) + data[at + 1:])


def test_hostile_text_is_read_in_linear_time():
    data = b'"A"\r\n"' + b"'\t" * 200_000 + b'"\r\n'
    assert len(read_csv(data).rows[0][0]) == 399_999
    assert len(csv_bytes(["A"], [["\t" * 400_000], [";" * 400_000], ["'" * 400_000]])) > 1_200_000


def test_same_bytes_in_another_process(same_elsewhere):
    table = ("A", "B"), [(1, "=é"), (None, -2.5)]
    same_elsewhere(f'tables.csv_bytes(*{table}) + tables.xlsx_bytes(*{table}, "t") + tables.json_bytes([1, {{}}])',
                   csv_bytes(*table) + xlsx_bytes(*table, "t") + json_bytes([1, {}]))
