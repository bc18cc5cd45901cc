"""A shaft drawn by hand, judged by what reads it: qpdf, pdftotext, pdftoppm, ezdxf, an XML parser."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import ezdxf
import pytest

from configurator.exchange import sheet as s
from configurator.exchange.sheet import (
    Arc,
    Circle,
    DocumentProperties,
    EllipseArc,
    Filled,
    Group,
    Hatch,
    Layer,
    Line,
    Sheet,
    Text,
)

HERE = Path(__file__).parent
PROPERTIES = DocumentProperties("SH-7K2M9QX4TB-01", "Manufacture d'essai SA", "Abgesetzte Welle", "A", "de")
CASES = [(paper, language) for paper in (s.A4_PORTRAIT, s.A3_LANDSCAPE) for language in ("en", "fr", "de")]
IDS = [f"{paper.name} {language}" for paper, language in CASES]
DOTS = 254  # pixels an inch: ten a millimetre


@cache
def shaft() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sheet_shaft", HERE / "sheet_shaft.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def drawn(paper: s.Paper, language: str) -> Sheet:
    return shaft().shaft_sheet(paper, language)


def run(*command: str | Path, data: bytes | None = None) -> bytes:
    if shutil.which(str(command[0])) is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"the judge {command[0]} is not installed")
    return subprocess.run([str(word) for word in command], input=data, capture_output=True, check=True, timeout=120).stdout


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def dark(sheet: Sheet, folder: Path) -> tuple[int, int, bytes]:
    """Width, height and one byte a pixel of the first page, ten pixels a millimetre, as poppler draws it."""
    (folder / "page.pdf").write_bytes(s.write_pdf(sheet, PROPERTIES))
    grey = run("pdftoppm", "-r", str(DOTS), "-gray", "-singlefile", folder / "page.pdf")
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", grey)
    assert head is not None
    return int(head[1]), int(head[2]), grey[head.end():]


@pytest.mark.parametrize(("paper", "language"), CASES, ids=IDS)
def test_nothing_lies_on_anything(paper: s.Paper, language: str) -> None:
    assert [str(each) for each in s.overlaps(drawn(paper, language))] == []


@pytest.mark.parametrize(("paper", "language"), CASES[::4], ids=IDS[::4])
def test_no_pixel_belongs_to_lettering_and_to_a_line(paper: s.Paper, language: str, tmp_path: Path) -> None:
    groups = [group for group in drawn(paper, language).groups if group.kind != "draft mark"]
    letters, lines = ([entity for group in groups for entity in group.entities if isinstance(entity, Text) is wanted]
                      for wanted in (True, False))
    _, _, first = dark(Sheet(paper, (Group(tuple(letters)),)), tmp_path)
    width, _, second = dark(Sheet(paper, (Group(tuple(lines)),)), tmp_path)
    both = [(place % width / 10, place // width / 10) for place, (a, b) in enumerate(zip(first, second, strict=True))
            if a < 100 and b < 100]
    assert both == []


@pytest.mark.parametrize(("paper", "language"), CASES, ids=IDS)
def test_the_pdf_is_sound_and_every_text_is_found_in_it(paper: s.Paper, language: str, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(s.write_pdf(drawn(paper, language), PROPERTIES))
    run("qpdf", "--check", file)
    found = bare(run("pdftotext", "-raw", file, "-").decode())
    asked = {entity.string for entity in drawn(paper, language).entities if isinstance(entity, Text)}
    assert {text for text in asked if bare(text) not in found} == set()
    assert {"⌭", "↗"} <= set(found)
    fonts = run("pdffonts", file).decode().splitlines()[2:]
    assert [re.search(r"TrueType +\S+ +(yes|no) +(yes|no) +(yes|no)", line).groups() for line in fonts] == [("yes", "yes", "yes")]
    told = run("pdfinfo", "-enc", "UTF-8", file).decode()
    assert re.search(r"^Title: +SH-7K2M9QX4TB-01$", told, re.MULTILINE)
    assert re.search(r"^Author: +Manufacture d'essai SA$", told, re.MULTILINE)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+) pts", told, re.MULTILINE)
    assert [float(each) * 25.4 / 72 for each in size.groups()] == pytest.approx([paper.width, paper.height], abs=0.01)


@pytest.mark.parametrize(("paper", "language"), CASES, ids=IDS)
def test_the_dxf_is_sound_and_says_the_same(paper: s.Paper, language: str, tmp_path: Path) -> None:
    file = tmp_path / "sheet.dxf"
    sheet = drawn(paper, language)
    file.write_bytes(s.write_dxf(sheet, PROPERTIES))
    document = ezdxf.readfile(file)
    audit = document.audit()
    assert (audit.errors, audit.fixes) == ([], [])
    assert document.dxfversion == "AC1032"
    assert document.units == 4
    assert {layer.dxf.name for layer in document.layers} == {"0", "Defpoints", *Layer}
    assert document.layers.get("VISIBLE").dxf.lineweight == 50
    assert document.layers.get("HIDDEN").dxf.linetype == "DASHED"
    assert document.layers.get("CENTRE").dxf.linetype == "CHAIN"
    space = document.modelspace()
    kinds = {"LINE": Line, "CIRCLE": Circle, "ARC": Arc}
    for kind, model in kinds.items():
        assert len(space.query(kind)) == sum(isinstance(entity, model) for entity in sheet.entities), kind
    assert len(space.query('HATCH[pattern_name=="_USER"]')) == sum(isinstance(entity, Hatch) for entity in sheet.entities)
    written = bare("".join(text.plain_text() for text in space.query("TEXT")))
    plain = str.maketrans({"−": "-", "⌀": "Ø", "’": "'", **dict.fromkeys("⌭↗○", "")})
    missing = {entity.string for entity in sheet.entities
               if isinstance(entity, Text) and bare(entity.string.translate(plain)) not in written}
    assert missing == set()
    assert document.header.custom_vars.get("Title") == "SH-7K2M9QX4TB-01"


@pytest.mark.parametrize(("paper", "language"), CASES, ids=IDS)
def test_the_svg_is_sound_and_refers_to_nothing_outside(paper: s.Paper, language: str) -> None:
    data = s.write_svg(drawn(paper, language), PROPERTIES)
    root = ET.fromstring(data)
    assert (root.get("width"), root.get("height")) == (f"{paper.width:g}mm", f"{paper.height:g}mm")
    name = "{http://www.w3.org/2000/svg}"
    assert {element.tag.removeprefix(name) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "defs", "g", "path", "use", "text"}
    known = {element.get("id") for element in root.iter() if element.get("id")}
    assert {element.get("href") for element in root.iter(f"{name}use")} == {f"#{each}" for each in known}
    assert not re.search(rb"url\(|@import|xlink|on\w+=", data)
    assert [element.text for element in root.iter(f"{name}text")] == [
        entity.string for entity in drawn(paper, language).entities if isinstance(entity, Text)]
    assert len(data) < 150_000


@pytest.mark.parametrize("write", [s.write_pdf, s.write_dxf, s.write_svg], ids=["pdf", "dxf", "svg"])
def test_the_same_bytes_twice_and_elsewhere(write: Callable[[Sheet, DocumentProperties], bytes]) -> None:
    here = write(drawn(s.A3_LANDSCAPE, "de"), PROPERTIES)
    assert write(shaft().shaft_sheet(s.A3_LANDSCAPE, "de"), PROPERTIES) == here
    program = (f"import sys, hashlib; sys.path.insert(0, {str(HERE)!r}); import sheet_shaft; "
               "from configurator.exchange import sheet as s\n"
               f"properties = s.{PROPERTIES!r}\n"
               f"print(hashlib.sha256(s.{write.__name__}(sheet_shaft.shaft_sheet(s.A3_LANDSCAPE, 'de'), properties)).hexdigest())")
    for seed, zone, locale in (("1", "Pacific/Auckland", "C"), ("77", "America/New_York", "de_CH.UTF-8")):
        told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120,
                              cwd=HERE.parents[1], env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale,
                                                        "PYTHONPATH": str(HERE.parents[1])})
        assert told.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_the_pdf_is_true_to_scale(tmp_path: Path) -> None:
    from math import cos, radians, sin

    ellipse = EllipseArc((60, 60), (20, 15), 0.5, 30, 250)
    sheet = Sheet(s.A4_PORTRAIT, (Group((
        Circle((60, 200), 30), Arc((150, 200), 30, 300, 60), ellipse, Line((120, 60), (180, 90)),
        Filled(((120, 20), (140, 20), (130, 40))))),))
    width, height, pixels = dark(sheet, tmp_path)
    assert (width, height) == (2101, 2971)  # parts of a pixel are whole ones
    seen = lambda x, y: pixels[int((297 - y) * 10) * width + int(x * 10)] < 128
    at = lambda centre, radius, angle: (centre[0] + radius * cos(radians(angle)), centre[1] + radius * sin(radians(angle)))
    for angle in range(0, 360, 7):
        assert seen(*at((60, 200), 30, angle))
        assert not seen(*at((60, 200), 29.5, angle))
        assert seen(*at((150, 200), 30, angle)) is (angle <= 60 or angle >= 300)
        t = radians(angle)
        x, y = 60 + 20 * cos(t) - 7.5 * sin(t), 60 + 15 * cos(t) + 10 * sin(t)
        assert seen(x, y) is (30 <= angle <= 250)
    assert seen(150, 75)
    assert seen(130, 30)
    assert not seen(121, 30)
    assert not seen(139, 30)


def test_hidden_lines_are_dashed_as_iso_128_says(tmp_path: Path) -> None:
    width, _, pixels = dark(Sheet(s.A4_PORTRAIT, (Group((Line((20, 100), (180, 100), Layer.HIDDEN),)),)), tmp_path)
    row = pixels[1970 * width:1971 * width]
    runs = [len(run) / 10 for run in re.findall(rb"[\x00-\x7f]+", row)]
    # 12 d and 3 d at d = 0.25 mm
    assert runs[0] == pytest.approx(3.0, abs=0.1)
    assert len(runs) == round(160 / 3.75)


def test_the_mark_of_a_draft_lies_under_everything_and_is_light(tmp_path: Path) -> None:
    width, height, pixels = dark(Sheet(s.A4_PORTRAIT, (s.draft_mark(s.A4_PORTRAIT, "fr"),)), tmp_path)
    assert min(pixels) > 200
    assert sum(pixel < 250 for pixel in pixels) > 0.03 * width * height
    assert sorted(bare(run("pdftotext", tmp_path / "page.pdf", "-").decode())) == sorted("PROJET")


def test_a_line_end_in_a_property_is_refused() -> None:
    with pytest.raises(s.SheetError, match="title of the DXF file is 'a.nb'; write it on one line"):
        s.write_dxf(Sheet(s.A4_PORTRAIT, ()), DocumentProperties("a\nb"))


def test_every_symbol_is_drawn_and_found(tmp_path: Path) -> None:
    signs = "⌀□⌴⌵↧∠⏤⏥○⌭⌒⌓∥⟂⌖◎⌯↗⌰ⒺⓂ→±°×µ"
    file = tmp_path / "symbols.pdf"
    texts = tuple(Text(sign, (30, 20 + 10 * index), 5) for index, sign in enumerate(signs))
    sheet = Sheet(s.A4_PORTRAIT, (Group(texts),))
    file.write_bytes(s.write_pdf(sheet, PROPERTIES))
    assert set(bare(run("pdftotext", file, "-").decode())) == set(signs)
    width, height, pixels = dark(sheet, tmp_path)
    for index, sign in enumerate(signs):
        rows = range(height - 10 * (20 + 10 * index) - 50, height - 10 * (20 + 10 * index))
        assert any(min(pixels[row * width + 290:row * width + 400]) < 100 for row in rows), sign
