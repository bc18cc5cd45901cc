"""Routes: what is removed adds up, features are those of the solid, and equal orders have equal bytes."""

from __future__ import annotations

import subprocess
import sys
from math import pi

import pytest

from configurator.exchange.tables import json_bytes, read_json
from configurator.making import shape as shapes
from configurator.making.bill import COLUMNS, rows
from configurator.making.operations import OPERATION_LABELS
from configurator.making.route import route
from configurator.making.shape import shape_of
from configurator.making.shop import KINDS, shop_from
from configurator.making.triangles import About, Triangles
from configurator.product.parameters import Words

from .route_products import CASES, built


def part_of(found, name):
    return next(each for each in route(found.product, found.answers).parts if each.part == name)


def about_z(answer):
    return About(Triangles(answer.mesh, len(answer.faces)), (0.0, 0.0, 0.0), (0.0, 0.0, 1.0))


def kinds(part):
    return [each.kind for each in part.operations]


@pytest.mark.parametrize(("template", "choices"), CASES)
def test_removed_volumes_add_up_to_blank_less_part(template, choices):
    found = built(template, **choices)
    for part in route(found.product, found.answers).parts:
        if part.blank is not None:
            removed = [each.removed for each in part.operations if each.removed is not None]
            assert all(each >= 0 for each in removed)
            assert sum(removed) == pytest.approx(part.blank.volume - part.volume, abs=1e-6)


@pytest.mark.parametrize(("template", "choices"), CASES)
def test_operations_are_in_an_order_that_a_shop_can_work_in(template, choices):
    found = built(template, **choices)
    for part in route(found.product, found.answers).parts:
        order = [("program", "turn"), ("saw", "turn"), ("turn", "thread"), ("thread", "mill"), ("turn", "mill"), ("mill", "drill"), ("drill", "tap"), ("deburr", "polish"), ("polish", "engrave"),
                 ("engrave", "inspect"), ("wash", "inspect"), ("pattern", "cast"), ("cast", "clean_up"), ("clean_up", "polish")]
        names = kinds(part)
        for first, second in order:
            if first in names and second in names:
                assert names.index(first) < names.index(second), names
        assert [each.number for each in part.operations] == [10 * (n + 1) for n in range(len(names))]
        assert not names or names[-1] == "inspect"


@pytest.mark.parametrize("part", ["bezel", "casing_ring", "crown", "crystal"])
def test_the_turned_outside_less_the_bore_is_the_part_and_what_is_cut_beside(part):
    """Volumes by slices and by flux against the kernel's own volume; flutes and the stem's hole are added in closed form."""
    found = built("watch_case")
    answer, product = found.answer(part), found.product
    seen, about = shape_of(answer, relief=0.3), about_z(answer)
    beside = {"casing_ring": pi * 0.65**2 * (product.bore - product.snug) if part == "casing_ring" else 0.0,
              "crown": product.crown_flutes * 2 / 3 * product.crown_flute * product.flute_depth * product.figures.crown_length}
    whole = answer.measured.volume + beside.get(part, 0.0)
    assert about.hull() - seen.bored == pytest.approx(whole, rel=0.02)


def test_a_band_is_turned_all_over():
    found = built("ring")
    seen = shape_of(found.answer("band"), relief=0.3)
    measured = found.answer("band").measured
    assert seen.turned_area == pytest.approx(measured.area)
    assert (seen.axis, seen.milled_area, seen.directions) == ("+Z", 0, ())
    assert seen.bore == pytest.approx(54 / pi)
    assert seen.diameter == pytest.approx(measured.size[0], abs=0.01)


def test_a_freely_formed_band_is_turned_all_over_too():
    """A court band has no cylinder outside: its surface is a spline, turned all the same."""
    found = built("ring", circumference=76, width=12, thickness=3, comfort=True, profile="court", making="turn-mill",
                  alloy="Pt950 Ru")
    assert {row.kind for row in found.answer("band").faces} - {"plane", "cylinder", "cone", "torus", "sphere"}
    assert "mill" not in kinds(part_of(found, "band"))
    seen, about = shape_of(found.answer("band"), relief=0.3), about_z(found.answer("band"))
    assert about.hull() - seen.bored == pytest.approx(found.answer("band").measured.volume, rel=0.01)


def test_bores_of_a_plate_are_drilled_and_its_pocket_milled():
    found = built("bracket")
    plate = part_of(found, "plate")
    drill, mill = (next(each for each in plate.operations if each.kind == kind) for kind in ("drill", "mill"))
    assert (drill.features, drill.tool.diameter) == (2, 3.0)
    assert drill.removed == pytest.approx(2 * pi * 1.5**2 * 5)
    assert mill.setups[0] == "+Z"
    # corners of 2 mm: the largest end mill of the table is the 3 mm one (2 / 0.6 = 3.33)
    assert (mill.tool.fits, mill.tool.diameter) == (2.0, 3.0)
    assert "turn" not in kinds(plate)
    assert "plate" in kinds(plate)


def test_a_case_is_turned_milled_and_drilled_and_its_bezel_only_turned():
    found = built("watch_case")
    case = part_of(found, "midcase")
    assert {"program", "turn", "thread", "mill", "drill", "polish", "wash", "inspect"} <= set(kinds(case))
    drill = next(each for each in case.operations if each.kind == "drill")
    # four holes for spring bars of 0.95 mm and the one of the crown's tube
    assert (drill.features, drill.tool.diameter) == (5, 0.95)
    # spring bars from between the lugs, the tube from outside: never through a lug
    assert set(drill.setups) == {"+X", "-X"}
    mill = next(each for each in case.operations if each.kind == "mill")
    assert mill.setups[:2] == ("+Z", "-Z")
    assert "mill" not in kinds(part_of(found, "bezel"))
    assert "drill" not in kinds(part_of(found, "bezel"))


def test_letters_are_engraved_where_they_are_written_and_nowhere_else():
    plain, engraved = built("watch_case"), built("watch_case", engraving="HELLO", metal="Ti grade 5", finish="blasted")
    assert all("engrave" not in kinds(each) for each in route(plain.product, plain.answers).parts)
    by_part = {each.part: each for each in route(engraved.product, engraved.answers).parts}
    assert [name for name, each in by_part.items() if "engrave" in kinds(each)] == ["case_back"]
    operation = next(each for each in by_part["case_back"].operations if each.kind == "engrave")
    text = next(name for name, each in engraved.product.parameters.items() if isinstance(each, Words))
    assert operation.features == len(str(engraved.product.choices[text])) == 5
    assert "blast" in kinds(by_part["case_back"])


def test_interfaces_become_operations_of_the_assembly():
    found = built("watch_case")
    made = route(found.product, found.answers)
    names = [each.kind for each in made.assembly]
    assert names.count("press") == 1
    assert names[-1] == "check"
    # what is pressed comes before what is sealed, what lies inside before the screwed back closes over it
    order = ["press", "gasket", "fit", "screw", "check"]
    assert [order.index(name) for name in names] == sorted(order.index(name) for name in names)
    back = next(each for each in found.answers if each.name == "case_back")
    assert found.product.part_number(back.name) in made.assembly[-2].joins
    assert all(len(each.names) == len(each.joins) for each in made.assembly)
    joined = {number for each in made.assembly for number in each.joins}
    placed = {found.product.part_number(each.name) for each in found.answers}
    assert placed <= joined
    assert route(*built("ring")).assembly == ()


def test_an_unknown_process_is_told_and_not_guessed():
    made = route(*built("bracket"))
    crystal = next(each for each in made.parts if each.part == "crystal")
    assert (crystal.blank, crystal.operations) == (None, ())
    assert any("grown" in remark for remark in made.remarks)


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_the_route_is_plain_says_that_it_estimates_and_comes_back_the_same(language):
    found = built("watch_case")
    first = json_bytes(route(found.product, found.answers, language=language).as_plain())
    shapes._known.clear()
    assert json_bytes(route(found.product, found.answers, language=language).as_plain()) == first
    read = read_json(first)
    assert {"en": "Estimate", "fr": "Estimation", "de": "Schätzung"}[language] in read["estimate"]
    times = [each for part in read["parts"] for each in part["operations"]]
    assert times
    assert all("estimated_piece_minutes" in each for each in times)


def test_two_processes_write_the_same_bytes(tmp_path):
    code = ("import hashlib; from configurator import load_template; from configurator.geometry.client import Geometry; "
            "from configurator.making.route import route; from configurator.exchange.tables import json_bytes; "
            "p = load_template('ring')(making='turn-mill', engraving='Zoë'); "
            "print(hashlib.sha256(json_bytes(route(p, Geometry(in_process=True).build(p)).as_plain())).hexdigest())")
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={
        "CONFIGURATOR_HOME": str(tmp_path / seed), "PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path)),
        "PATH": "/usr/bin:/bin"}).stdout for seed in ("1", "2")}
    assert len(runs) == 1


@pytest.mark.parametrize("quantity", [0, -1, 1.5, True, 10**7])
def test_a_quantity_that_is_none_is_refused(quantity):
    with pytest.raises(ValueError, match="whole number of products"):
        route(*built("ring"), quantity=quantity)


def test_the_bill_says_the_stock_and_the_quantity_of_the_order():
    found = built("watch_case")
    made = route(found.product, found.answers)
    measured = {each.name: each.measured for each in found.answers}
    one = rows(found.product, measured, {}, blanks=made.blanks)
    ten = rows(found.product, measured, {}, blanks=made.blanks, quantity=10)
    assert all(tuple(row) == COLUMNS and all(name.isascii() for name in row) for row in one)
    for row in one[1:]:
        assert bool(row["StockForm"]) == (row["MakeBuy"] == "make")
    assert {row["StockForm"] for row in one if row["Description"] == "Bezel"} == {"Round bar"}
    assert [row["Qty"] for row in ten] == [10 * row["Qty"] for row in one]
    assert [row["Mass_g"] for row in ten] == [row["Mass_g"] for row in one]
    assert all(row["StockSize"] == "" for row in rows(found.product, measured, {}))


def test_every_operation_has_a_name():
    assert set(OPERATION_LABELS) == set(KINDS)


def test_a_finish_that_the_profile_does_not_know_is_an_operation_without_times(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[finishes]\n"anodi*" = "treat"\n', encoding="utf-8")
    found = built("bracket")
    made = route(found.product, found.answers, shop_from(own))
    treat = next(each for part in made.parts for each in part.operations if each.kind == "treat")
    assert (treat.centre, treat.piece) == ("", None)
    assert any("no times" in remark for remark in made.remarks)
