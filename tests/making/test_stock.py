"""Blanks: real sizes where the table has them, large enough, and no larger than the next size."""

from __future__ import annotations

import csv
from math import pi
from pathlib import Path

import pytest

from configurator import standards
from configurator.making.route import route
from configurator.making.shop import shop_from

from .route_products import CASES, built

TABLE = Path(standards.__file__).parent / "stock.csv"


def sold(family: str, *forms: str) -> set[float]:
    with TABLE.open(encoding="utf-8") as file:
        return {float(size) for row in csv.DictReader(file) if row["family"] == family and row["form"] in forms
                for size in row["sizes"].split()}


@pytest.mark.parametrize(("template", "choices"), CASES)
def test_every_blank_holds_its_part(template, choices):
    found = built(template, **choices)
    for part in route(found.product, found.answers).parts:
        if part.blank is None or part.blank.form in ("casting", "printed"):
            continue
        size, blank = found.answer(part.part).measured.size, part.blank
        if blank.form == "plate":
            assert all(have > need for have, need in zip(sorted((blank.thickness, blank.width, blank.length)), sorted(size),
                                                         strict=True))
        else:
            assert blank.diameter > max(size[:2])
            assert blank.length > size[2]
            assert blank.volume == pytest.approx(pi / 4 * (blank.diameter**2 - blank.inner_diameter**2) * blank.length)
        assert blank.volume > part.volume


def test_a_steel_part_comes_from_the_next_bar_that_is_sold():
    found = built("watch_case")
    blanks = route(found.product, found.answers).blanks
    for part in ("midcase", "bezel", "case_back", "crown"):
        sizes, blank = sold("stainless steel", "round bar"), blanks[part]
        assert blank.diameter in sizes
        assert blank.confirmed
        assert blank.grade in ("A", "B", "C")
        assert blank.source
    # half a millimetre of skin: 39.2 needs 39.7
    bezel = found.answer("bezel").measured.size[0]
    assert blanks["bezel"].diameter == min(size for size in sold("stainless steel", "round bar") if size >= bezel + 0.5)


def test_a_bar_that_goes_through_the_spindle_is_not_sawn_and_a_larger_one_is_held_in_the_chuck(tmp_path):
    found = built("watch_case")
    own = tmp_path / "own.toml"
    own.write_text('[limits]\nbar = { value = 42, unit = "mm", grade = "A", source = "our lathe" }\n', encoding="utf-8")
    wide, narrow = (route(found.product, found.answers, shop) for shop in (None, shop_from(own)))
    for before, after in zip(wide.parts, narrow.parts, strict=True):
        if after.process != "turn-mill":
            continue
        fed, sawn = (["saw" in [operation.kind for operation in each.operations] for each in (before, after)])
        assert (fed, sawn) == (False, after.blank.diameter > 42), after.part
        assert after.blank.length == pytest.approx(before.blank.length + (8 if sawn else 0))
    assert [each.part for each in narrow.parts if not each.blank.from_bar] == ["midcase", "crystal"]


def test_lugs_count_for_the_bar_though_the_box_is_narrower():
    found = built("watch_case")
    across = max(found.answer("midcase").measured.size)
    assert route(found.product, found.answers).blanks["midcase"].diameter > across + 0.5


def test_a_plate_is_of_a_thickness_that_is_sold():
    found = built("bracket")
    blank = route(found.product, found.answers).blanks["plate"]
    assert (blank.form, blank.thickness) == ("plate", min(
        size for size in sold("aluminium", "plate", "sheet") if size >= 5.5))
    assert blank.volume == pytest.approx(blank.thickness * blank.width * blank.length)


def test_what_no_table_has_is_to_be_confirmed_with_the_least_size():
    found = built("ring", making="turn-mill", engraving="Zoë 2026", finish="brushed")
    made = route(found.product, found.answers)
    blank = made.blanks["band"]
    assert (blank.form, blank.confirmed) == ("tube", False)
    outer, bore = found.answer("band").measured.size[0], 54 / pi
    assert outer + 0.5 <= blank.diameter < outer + 0.6 + 1e-9
    assert bore - 0.6 - 1e-9 < blank.inner_diameter <= bore - 0.5
    assert "to be confirmed by the shop" in blank.size_in("en")
    assert "von der Werkstatt zu bestätigen" in blank.size_in("de")
    assert any("Au750 3N" in remark for remark in made.remarks)


def test_a_casting_is_its_part_with_a_skin_and_a_print_is_its_part():
    ring, bracket = built("ring"), built("bracket")
    band = ring.answer("band").measured
    assert route(ring.product, ring.answers).blanks["band"].volume == pytest.approx(band.volume + 0.125 * band.area)
    knob = route(bracket.product, bracket.answers).blanks["knob"]
    assert knob.volume == pytest.approx(4 / 3 * pi * 4**3)


def test_mass_of_stock_is_its_volume_with_the_kerf():
    found = built("watch_case")
    blank = route(found.product, found.answers).blanks["bezel"]
    assert blank.mass == pytest.approx(pi / 4 * 40**2 * (blank.length + 2) * 7.99 / 1000, abs=1e-3)


def test_sizes_are_written_as_each_language_writes_numbers():
    found = built("watch_case")
    blank = route(found.product, found.answers).blanks["bezel"]
    assert blank.size_in("en") == "⌀ 40 × 3.2 mm"
    assert blank.size_in("fr") == blank.size_in("de") == "⌀ 40 × 3,2 mm"
