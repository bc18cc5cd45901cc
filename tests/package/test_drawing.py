"""Drawings of real products, read by others: poppler reads the words, ezdxf and qpdf the files."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.errors import LotOneError, PackageError
from configurator.exchange.sheet import Sheet, overlaps, write_pdf
from configurator.geometry.client import Geometry
from configurator.package.drawing import composing, drawings, sheets
from configurator.package.inputs import Inputs, Release
from configurator.product.catalogue import VARIABLE, load_folder
from configurator.product.product import Product

EXAMPLES = Path(__file__).parents[2] / "examples"
HUB = Path(__file__).parent / "hub"
INPUTS = Inputs(language="de", owner="Atelier Müller", date="2026-11-22")
RING = {"engraving": "Zoë & Gaël", "profile": "court", "comfort": True, "width": 6}
CASES = [("ring", {}), ("ring", RING), ("ring", {"circumference": 41, "width": 2}), ("ring", {"circumference": 76, "width": 12}),
         ("watch_case", {})]


def made(product: Product, geometry: Geometry, inputs: Inputs = INPUTS) -> dict[str, bytes]:
    return drawings(product, geometry.build(product, mesh=False), geometry, inputs)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]} {case[1]}")
def case(request: pytest.FixtureRequest, geometry: Geometry) -> tuple[Product, dict[str, bytes], list[Sheet]]:
    """A product, its files, and the sheets that were written."""
    name, choices = request.param
    product, seen = load_template(name)(**choices), list[Sheet]()
    patch = pytest.MonkeyPatch()

    def kept(sheet: Sheet, *about: Any) -> bytes:
        seen.append(sheet)
        return write_pdf(sheet, *about)

    with patch.context() as context:
        context.setattr(sheets, "write_pdf", kept)
        return product, made(product, geometry), seen


def words(data: bytes, judge: Any, tmp_path: Path) -> str:
    program = judge("pdftotext", lambda: shutil.which("pdftotext"))
    (tmp_path / "sheet.pdf").write_bytes(data)
    found = subprocess.run([program, "-layout", tmp_path / "sheet.pdf", "-"], capture_output=True, check=True, text=True)
    return found.stdout


def test_every_made_part_and_what_is_put_together_has_a_sheet_in_three_formats(case: Any) -> None:
    product, files, _ = case
    pieces = {name: len(part.placements(product)) for name, part in product.parts.items()}
    wanted = [f"{product.part_number(name)}_{product.revision}" for name, count in pieces.items()
              if count and not product.parts[name].is_bought]
    if sum(pieces.values()) > 1:
        wanted.append(f"{product.number}_{product.revision}_asm")
    assert sorted(files) == sorted(f"drawing/{name}.{suffix}" for name in wanted for suffix in ("pdf", "dxf", "svg"))


def test_nothing_lies_on_anything(case: Any) -> None:
    _, _, seen = case
    assert [str(each) for sheet in seen for each in overlaps(sheet)] == []


def test_every_characteristic_is_read_on_the_sheet(case: Any, judge: Any, tmp_path: Path) -> None:
    product, files, _ = case
    ezdxf = judge("ezdxf", lambda: __import__("ezdxf"))
    for name, part in product.parts.items():
        if part.is_bought or not part.placements(product):
            continue
        text = words(files[f"drawing/{product.part_number(name)}_{product.revision}.pdf"], judge, tmp_path)
        said = re.findall(r"[^\s]+", text)
        dxf = files[f"drawing/{product.part_number(name)}_{product.revision}.dxf"].decode("utf-8")
        drawn = {entity.dxf.text for entity in ezdxf.read(io.StringIO(dxf)).modelspace().query("TEXT")}
        for at, each in enumerate(product.controlled(name), 1):
            assert str(at) in drawn, f"{name}: number {at} ({each.name})"
            value = each.upper if each.kind not in ("diameter", "radius", "distance", "angle", "thread") else each.nominal
            wanted = each.designation or f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")
            assert any(wanted in word for word in said), f"{name}: {wanted} ({each.name})"
            if each.fit:
                assert any(each.fit in word for word in said), f"{name}: {each.fit} ({each.name})"


def test_a_heading_stands_under_the_view_that_lies_over_its_own(geometry: Geometry, judge: Any) -> None:
    """The watch of the examples: detail X lies under section C-C, and its heading has to rise over dimensions and leaders."""
    ezdxf = judge("ezdxf", lambda: __import__("ezdxf"))
    watch = load_template("watch_case")(**json.loads((EXAMPLES / "watch-steel-display.json").read_text())["choices"])
    files = made(watch, geometry, Inputs(language="fr"))
    dxf = files[f"drawing/{watch.part_number('midcase')}_{watch.revision}.dxf"].decode("utf-8")
    at = {entity.dxf.text: entity.dxf.insert for entity in ezdxf.read(io.StringIO(dxf)).modelspace().query("TEXT")}
    (detail,) = (place for text, place in at.items() if text.startswith("Détail X"))
    (section,) = (place for text, place in at.items() if text.startswith("Coupe C"))
    assert abs(detail.x - section.x) < 20
    assert detail.y < section.y - 10


def test_the_title_block_says_whose_it_is_what_it_is_and_that_nobody_released_it(case: Any, judge: Any, tmp_path: Path) -> None:
    product, files, _ = case
    for path, data in files.items():
        if path.endswith(".pdf"):
            text = words(data, judge, tmp_path)
            number = path.partition("/")[2].partition("_")[0]
            assert number in text
            assert "Atelier Müller" in text
            assert "2026-11-22" in text
            assert "ISO 8015" in text or "_asm" in path
            assert "Entwurf" in text
            assert f"ISO 2768-{product.general_tolerances}" in text


def test_others_read_the_files_without_a_fault(case: Any, judge: Any, tmp_path: Path) -> None:
    _, files, _ = case
    ezdxf = judge("ezdxf", lambda: __import__("ezdxf"))
    qpdf = judge("qpdf", lambda: shutil.which("qpdf"))
    for path, data in files.items():
        if path.endswith(".dxf"):
            assert ezdxf.read(io.StringIO(data.decode("utf-8"))).audit().errors == []
        if path.endswith(".pdf"):
            (tmp_path / "sheet.pdf").write_bytes(data)
            assert subprocess.run([qpdf, "--check", tmp_path / "sheet.pdf"], capture_output=True, check=False).returncode == 0


def test_the_same_product_gives_the_same_bytes_from_the_memo_and_without(geometry: Geometry) -> None:
    ring = load_template("ring")(**RING)
    with Geometry(in_process=True) as other:
        assert made(ring, geometry) == made(ring, other)


def test_a_released_drawing_names_who_released_it_and_is_no_draft(geometry: Geometry, judge: Any, tmp_path: Path) -> None:
    inputs = INPUTS.model_copy(update={"release": Release(by="A. Muster", on="2026-11-23")})
    files = made(load_template("ring")(), geometry, inputs)
    text = words(next(data for path, data in files.items() if path.endswith(".pdf")), judge, tmp_path)
    assert "A. Muster" in text
    assert "Freigabe 2026-11-23" in text
    assert "Entwurf" not in text


def test_a_worker_that_finds_no_room_says_so_as_the_first_process_would(geometry: Geometry) -> None:
    assert geometry.workers is not None
    notes = [f"note {index}" for index in range(200)]
    with pytest.raises(LotOneError) as refused:
        composing.start(geometry, load_template("ring")(), "band", notes, "en", numbered=[]).result()
    with Geometry(in_process=True) as alone, pytest.raises(LotOneError) as own:
        composing.start(alone, load_template("ring")(), "band", notes, "en", numbered=[]).result()
    assert (type(refused.value), str(refused.value)) == (type(own.value), str(own.value))


def test_what_has_no_room_is_told_by_part_and_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from configurator.exchange.sheet import Paper

    tiny = Paper("A4", 210.0, 110.0)
    monkeypatch.setattr(composing, "papers", lambda count: (tiny,))  # which workers would not see
    with Geometry(in_process=True) as geometry, pytest.raises(PackageError, match=r"ring\.band: no drawing of RG-.*-01: .*fit"):
        made(load_template("ring")(circumference=55, width=5), geometry)


@pytest.mark.parametrize("between", [20, 65, 155])
def test_a_hole_at_any_angle_across_the_axis_has_a_section_through_it(geometry: Geometry, monkeypatch: pytest.MonkeyPatch,
                                                                     between: float) -> None:
    monkeypatch.setenv(VARIABLE, str(HUB.parent))
    hub = load_folder(HUB)(between=between)
    files = made(hub, geometry, Inputs(language="en"))
    (svg,) = (data.decode() for path, data in files.items() if path.endswith(".svg"))
    said = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert {"1", "2", "3"} <= set(said)
    assert any("Section B-B" in each for each in said), said
