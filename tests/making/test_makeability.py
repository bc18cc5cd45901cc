"""Findings on solids whose sizes are known in closed form, and on the templates that are shipped."""

from __future__ import annotations

from math import hypot, pi, sqrt
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.geometry.client import Geometry
from configurator.geometry.probed import Horizon, start_probes
from configurator.making import closed_form
from configurator.making.makeability import declared_only, judge
from configurator.making.remedies import with_ways
from configurator.making.rule_packs import Pack, packs
from configurator.product.measured import Finding
from configurator.product.product import Product

Packs = dict[str, Pack]


def points(finding: Finding) -> tuple[float, ...]:
    return tuple(map(float, finding.extra["point"].split()))


def told(found: tuple[Finding, ...], part: str = "") -> dict[str, Finding]:
    """By code, without notes; each code once."""
    kept = [each for each in found if each.severity != "note" and part in ("", each.extra["part"])]
    assert len({each.code for each in kept}) == len(kept), kept
    return {each.code: each for each in kept}


@pytest.mark.parametrize(("choices", "part", "expected"), [
    ({}, "tray", {}),
    ({"floor": 0.5}, "tray", {}),
    ({"floor": 0.4}, "tray", {"WALL_THIN": 0.4}),
    ({"floor": 0.1}, "tray", {"WALL_THIN": 0.1}),
    ({"corner": 1.4}, "tray", {}),
    ({"corner": 1}, "tray", {"CORNER_DEEP": 9 * 0.6 / 1}),
    ({"corner": 0.1}, "tray", {"CORNER_TIGHT": 0.1, "CORNER_DEEP": 9 * 0.6 / 0.1}),
    ({"corner": 0}, "tray", {"EDGE_SHARP": 0.0}),
    ({"bore": 0.3, "sunk": 3, "tapped": 1, "stroke": 0.2}, "post", {"THREAD_DEEP": 1 / 0.3}),
    ({"bore": 0.25, "sunk": 2.5, "tapped": 1}, "post", {"HOLE_SMALL": 0.25, "THREAD_DEEP": 4}),
    ({"bore": 1, "sunk": 10, "tapped": 3}, "post", {}),
    ({"bore": 1, "sunk": 10.5, "tapped": 3}, "post", {"HOLE_DEEP": 10.5}),
    ({"bore": 2, "sunk": 8, "tapped": 6.5}, "post", {"THREAD_DEEP": 3.25}),
    ({"bore": 4, "sunk": 8, "tapped": 9}, "post", {"CLOSED_FORM_DIFFERS": 8}),
    ({"stroke": 0.15}, "post", {"STROKE_FINE": 0.15}),
    ({"slot": 2.05}, "comb", {}),
    ({"slot": 1.9}, "comb", {"SLOT_DEEP": None}),
    ({"slot": 0.15}, "comb", {"GAP_NARROW": 0.15, "SLOT_DEEP": None}),
    ({"rib": 0.4}, "comb", {"WALL_THIN": 0.4}),
    ({"rib": 0.4, "high": 1.1}, "comb", {}),
    ({"rib": 0.1, "high": 0.2}, "comb", {}),
])
def test_each_size_is_found_as_it_is(shop: type[Product], geometry: Geometry, shipped: Packs, choices: dict[str, float],
                                     part: str, expected: dict[str, float | None]) -> None:
    product = shop(**choices)
    found = told(judge(geometry, product, shipped).findings, part)
    assert {code: each.measured for code, each in found.items()} == {
        code: None if value is None else pytest.approx(value, abs=1e-6) for code, value in expected.items()}
    for each in found.values():
        assert each.place.startswith(product.part_number(part))
        assert each.suggestion
        assert each.sentence.startswith(product.part_label(part))


def test_a_finding_lies_where_it_is(shop: type[Product], geometry: Geometry, shipped: Packs) -> None:
    found = judge(geometry, shop(floor=0.4, slot=0.15, corner=0.1, bore=0.25, sunk=4), shipped).findings
    at = {each.code: points(each) for each in found if "point" in each.extra}
    assert at["WALL_THIN"][2] == pytest.approx(0, abs=1e-6) or at["WALL_THIN"][2] == pytest.approx(0.4, abs=1e-6)
    assert abs(at["GAP_NARROW"][0] - 5) == pytest.approx(0.075, abs=1e-6)
    assert at["HOLE_SMALL"] == pytest.approx((3, 2, 28))
    assert sorted(map(abs, at["CORNER_TIGHT"][:2])) == pytest.approx([6.95, 11.95], abs=0.06)


def test_what_else_cuts_into_a_declared_wall_differs_from_the_closed_form(shop: type[Product], geometry: Geometry,
                                                                          shipped: Packs) -> None:
    product = shop(dent=0.6)
    assert [each for each in declared_only(product, shipped) if each.extra["part"] == "tray"] == []
    found = told(judge(geometry, product, shipped).findings, "tray")
    assert {code: each.measured for code, each in found.items()} == {
        "WALL_THIN": pytest.approx(0.4, abs=1e-6), "CLOSED_FORM_DIFFERS": pytest.approx(0.4, abs=1e-6)}
    assert found["CLOSED_FORM_DIFFERS"].limit == 1.0
    assert hypot(*points(found["WALL_THIN"])[:2]) < 4


def test_what_else_narrows_a_declared_gap_differs_from_the_closed_form(shop: type[Product], geometry: Geometry,
                                                                       shipped: Packs) -> None:
    product = shop(bump=2.9)
    assert [each for each in declared_only(product, shipped) if each.extra["part"] == "comb"] == []
    found = told(judge(geometry, product, shipped).findings, "comb")
    assert found["GAP_NARROW"].measured == pytest.approx(0.1, abs=1e-6)
    assert (found["CLOSED_FORM_DIFFERS"].measured, found["CLOSED_FORM_DIFFERS"].limit) == (pytest.approx(0.1, abs=1e-6), 3.0)


def test_what_is_declared_and_seen_is_told_once(shop: type[Product], geometry: Geometry, shipped: Packs) -> None:
    (found,) = [each for each in judge(geometry, shop(slot=0.15), shipped).findings if each.code == "GAP_NARROW"]
    assert found.extra["name"] == "slot"
    assert len(found.extra["faces"].split()) == 2


def test_faces_under_an_overhang_are_a_note(shop: type[Product], geometry: Geometry, shipped: Packs) -> None:
    assert not [each for each in judge(geometry, shop(), shipped).findings if each.code == "FACE_NOT_SEEN"]
    (found,) = [each for each in judge(geometry, shop(under=3), shipped).findings if each.code == "FACE_NOT_SEEN"]
    assert (found.extra["part"], found.severity) == ("cave", "note")
    assert points(found)[2] <= 8.05


def test_without_the_solid_a_distance_through_the_material_is_only_a_note(shop: type[Product], shipped: Packs) -> None:
    found = declared_only(shop(floor=0.4, tapped=7), shipped, "fr")
    assert [(each.code, each.severity, each.measured) for each in found] == [("WALL_THIN", "note", 0.4),
                                                                             ("THREAD_DEEP", "warning", 3.5)]
    assert "0,4" in found[0].sentence
    assert closed_form.engraved(shop(stroke=0.2)) == [("post", 0.2, 0.05)]


@pytest.mark.parametrize(("choices", "code", "change"), [
    ({"floor": 0.3}, "WALL_THIN", "floor=0.5"),
    ({"bore": 0.2, "sunk": 1.5, "tapped": 1}, "HOLE_SMALL", "bore=0.3"),
    ({"tapped": 7}, "THREAD_DEEP", "tapped=6.0"),
    ({"stroke": 0.1}, "STROKE_FINE", "stroke=0.2"),
    ({"slot": 0.1}, "GAP_NARROW", "slot=0.2"),
    ({"dent": 0.7}, "WALL_THIN", "dent=0.5"),
])
def test_what_to_change_is_the_nearest_value_with_which_it_can_be_made(
        shop: type[Product], geometry: Geometry, shipped: Packs, choices: dict[str, float], code: str, change: str) -> None:
    product = shop(**choices)
    found = [each for each in judge(geometry, product, shipped).findings if each.code == code]
    (way,) = with_ways(geometry, product, shipped, found)
    name, value = way.extra["change"].split("=")
    if code != "WALL_THIN" or "dent" not in choices:
        assert way.extra["change"] == change
    changed = product.model_copy(update={name: float(value)})
    assert not [each for each in judge(geometry, changed, shipped).findings if each.code == code]
    assert product.label(name) in way.suggestion


@pytest.mark.parametrize("template", ["ring", "watch_case"])
def test_no_false_alarm_at_the_defaults(template: str, geometry: Geometry, shipped: Packs) -> None:
    answer = judge(geometry, load_template(template)(), shipped)
    assert [each for each in answer.findings if each.severity != "note"] == []
    assert answer.not_judged


def test_at_the_defaults_only_the_blind_holes_between_the_lugs_are_noted(geometry: Geometry, shipped: Packs) -> None:
    """The note is right: a straight drill along their axis runs through the other lug."""
    assert judge(geometry, load_template("ring")(), shipped).findings == ()
    watch = load_template("watch_case")()
    (note,) = judge(geometry, watch, shipped).findings
    rows = next(each.faces for each in geometry.build(watch) if each.name == "midcase")
    named = {int(each) for each in note.extra["faces"].split()}
    bores = {index for index, row in enumerate(rows) if row.kind == "cylinder" and row.diameter == pytest.approx(0.95)}
    floors = {index for index, row in enumerate(rows) if row.kind == "plane" and row.area == pytest.approx(pi * 0.95**2 / 4)}
    assert (note.code, note.severity, len(bores), len(floors)) == ("FACE_NOT_SEEN", "note", 4, 4)
    assert named == bores | floors


def tighter(shipped: Packs, process: str, **limits: float) -> Packs:
    """The shipped packs with other values; `wall` is that of all families."""
    pack = shipped[process].model_dump(mode="json")
    for name, value in limits.items():
        rows = pack["wall"].values() if name == "wall" else [pack["limits"][name]]
        for row in rows:
            row |= {"value": value, "grade": "C", "source": "test"}
    return {**shipped, process: Pack.model_validate(pack)}


@pytest.mark.parametrize(("template", "process", "limits", "code", "part", "measured"), [
    ("ring", "cast", {"wall": 1.7}, "WALL_THIN", "band", (1.0, 1.7)),
    ("ring", "cast", {"hole_diameter": 18.0}, "HOLE_SMALL", "band", (54 / 3.14159265358979, 54 / 3.14159265358979)),
    ("watch_case", "turn-mill", {"hole_diameter": 1.0}, "HOLE_SMALL", "midcase", (0.95, 0.95)),
    ("watch_case", "turn-mill", {"hole_diameter": 0.7}, "HOLE_SMALL", "crown", (0.684, 0.684)),
    ("watch_case", "turn-mill", {"hole_depth": 2.0}, "HOLE_DEEP", "crown", (1.4 / 0.684, 1.4 / 0.684)),
    ("watch_case", "turn-mill", {"wall": 0.45}, "WALL_THIN", "dial", (0.4, 0.4)),
    ("watch_case", "grind", {"wall": 1.45}, "WALL_THIN", "crystal", (1.4, 1.4)),
    ("watch_case", "turn-mill", {"inner_radius": 0.7}, "CORNER_TIGHT", "case_back", (0.6, 0.6)),
    ("watch_case", "turn-mill", {"gap": 0.9}, "GAP_NARROW", "case_back", (0.8, 0.8)),
])
def test_a_tighter_limit_finds_what_is_really_there(template: str, process: str, limits: dict[str, float], code: str, part: str,
                                                    measured: tuple[float, float], geometry: Geometry, shipped: Packs) -> None:
    answer = judge(geometry, load_template(template)(), tighter(shipped, process, **limits))
    found = [each for each in answer.findings if each.code == code and each.extra["part"] == part]
    assert found
    values = [each.measured for each in found]
    assert any(measured[0] - 1e-6 <= (value or 0) <= measured[1] + 1e-6 for value in values), values
    assert answer.packs[process] != judge(geometry, load_template(template)(), shipped).packs[process]


def test_the_same_is_found_again_and_by_a_worker(shop: type[Product], geometry: Geometry, tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    from configurator.geometry.kernel import probing

    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    product, horizon = shop(floor=0.4, slot=0.15, corner=0.1), Horizon(0.5, 0.2, 0.3, 3, 4)
    ask = {"tray": horizon, "comb": horizon}
    here = [each.result() for each in start_probes(geometry, product, ask)]
    geometry.forget()
    assert [each.result() for each in start_probes(geometry, product, ask)] == here
    with Geometry() as workers:
        assert [each.result() for each in start_probes(workers, product, ask)] == here

    def again(*_: Any) -> Any:
        raise AssertionError("looked at twice")

    monkeypatch.setattr(probing, "_probed", again)
    assert [each.result() for each in start_probes(geometry, product, ask)] == here


@pytest.mark.parametrize("tilt", [0, 17, 45, 63])
def test_a_tilted_tube_is_as_thick_as_it_is(tilt: float) -> None:
    """Against closed form: a conical wall between two cones, across which the normal runs."""
    import cadquery as cq

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.probing import _probed

    half, rise = 0.4, 6.0
    lean = rise * 0.5 / sqrt(1 - 0.25)  # half angle of 30 degrees
    wide = half / sqrt(0.75)  # 0.4 across the wall
    profile = [(8, 0), (8 + wide, 0), (8 + wide + lean, rise), (8 + lean, rise)]
    solid = (cq.Workplane("XZ").polyline(profile).close().revolve(360, (0, 0, 0), (0, 1, 0))
             .rotate((0, 0, 0), (1, 2, 3), tilt).val().wrapped)
    numbers, rows = measured(solid)
    walls = _probed(solid, tuple(rows), mesh(solid, numbers.volume, numbers.area, 0.01), Horizon(0.5, 0, 0.3, 3, 0))[0]
    assert [each.width for each in walls] == [pytest.approx(half, abs=2e-5)]


def walls_of(made: Any, horizon: Horizon) -> list[float]:
    """mm; of a solid."""
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.probing import _probed

    solid = made.val().wrapped
    numbers, rows = measured(solid)
    walls = _probed(solid, tuple(rows), mesh(solid, numbers.volume, numbers.area, 0.01), horizon)[0]
    return [each.width for each in walls]


@pytest.mark.parametrize("place", [0.0, 1.37, -2.61])
def test_the_thinnest_place_is_found_between_the_samples(place: float) -> None:
    """Two bores that cross 0.2 mm apart: metal is as thin as that at one point only."""
    import cadquery as cq

    made = cq.Workplane("XY").box(20, 20, 20)
    made = made.cut(cq.Workplane("YZ").center(place, 2.1).circle(2).extrude(30, both=True))
    made = made.cut(cq.Workplane("XZ").center(place + 0.7, -2.1).circle(2).extrude(30, both=True))
    assert 0.2 - 1e-6 <= min(walls_of(made, Horizon(1.0, 0, 0, 0, 0))) <= 0.2 + 0.01


@pytest.mark.parametrize(("web", "limit", "found"), [(0.2, 0.5, False), (0.2, 0.7, False), (0.05, 0.5, True), (0.05, 0.7, True)])
def test_metal_over_a_bore_is_a_wall_where_it_is_thin_for_long_whatever_the_limit(web: float, limit: float, found: bool) -> None:
    """Over a bore of 2 mm it is no thicker than twice the least for 1.20 mm at 0.2 mm, and for 0.62 mm at 0.05 mm; held at
    both ends it bends like a rim three times as high as thick where that is 7.9 times the least: 1.58 and 0.39 mm."""
    import cadquery as cq

    made = cq.Workplane("XY").box(20, 20, 10, centered=(True, True, False))
    made = made.cut(cq.Workplane("YZ").center(1.3, 1 + web).circle(1).extrude(30, both=True))
    walls = walls_of(made, Horizon(limit, 0, 0.3, 3, 0))
    assert bool(walls) is found
    assert all(web - 1e-6 <= each <= web + 0.01 for each in walls)


def test_a_line_that_leaves_beside_a_rim_does_not_end_in_it() -> None:
    """As the test before with a web of 0.2 mm over a bevel, which is thinnest at the very rim."""
    import cadquery as cq

    profile = [(8, -1.35), (22.25, 1.5), (22.25, 8), (8, 8)]
    made = cq.Workplane("XZ").polyline(profile).close().revolve(360, (0, 0, 0), (0, 1, 0))
    made = made.cut(cq.Workplane("YZ").center(0, 2.7).circle(1).extrude(30))
    assert walls_of(made, Horizon(0.6, 0, 0.3, 3, 0)) == []


@pytest.mark.parametrize("radius", [1.5, 3.0, 8.0])
def test_the_wall_of_a_tube_is_a_wall_however_it_is_bent(radius: float) -> None:
    """Lines round about leave it through its own faces, which is no rim beside them."""
    import cadquery as cq

    made = cq.Workplane("XY").circle(radius).circle(radius - 0.3).extrude(10)
    assert walls_of(made, Horizon(0.5, 0, 0.3, 3, 0))[0] == pytest.approx(0.3, abs=1e-4)


def test_a_face_is_looked_at_however_small_it_is() -> None:
    """A face whose area vanishes in the sum of those before it, added to a real box."""
    from dataclasses import replace

    import cadquery as cq
    import numpy as np

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.rays import Rays

    solid = cq.Workplane("XY").box(30, 20, 10).val().wrapped
    numbers, rows = measured(solid)
    whole = mesh(solid, numbers.volume, numbers.area, 0.01)
    last = len(whole.vertices)
    tiny = np.array([[15, 0, 0], [15, 1e-8, 0], [15, 0, 1e-8]])
    more = replace(whole, vertices=np.concatenate([whole.vertices, tiny]), normals=np.concatenate([whole.normals, [[1, 0, 0]] * 3]),
                   triangles=np.concatenate([whole.triangles, np.array([[last, last + 1, last + 2]], dtype=np.int32)]),
                   face_of_triangle=np.append(whole.face_of_triangle, len(rows)))
    found = Rays(more).samples(more, len(rows) + 1, 1.0, 4, 200)
    at = found.points[found.faces == len(rows)]
    assert len(at) == 4
    assert np.abs(at - tiny[0]).max() < 1e-7
    assert np.bincount(found.faces).min() == 4


def test_every_material_of_the_templates_has_a_family_or_is_said_to_have_none(shipped: Packs) -> None:
    for template in ("ring", "watch_case"):
        product = load_template(template)()
        for name, part in product.parts.items():
            if not part.is_bought:
                pack = shipped[product.process_of(name)]
                assert pack.family(product.material_of(name)), (name, product.material_name(name))


def test_packs_of_the_shop_are_merged_over_those_that_are_shipped(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('process = "cast"\nshop = "B"\n[wall]\ngold = { value = 0.9, unit = "mm", grade = "C", '
                                     'source = "B" }\n')
    extra = tmp_path / "x"
    extra.write_text('process = "cast"\n[wall]\nplatinum = { value = 1, unit = "mm", grade = "B", source = "X" }\n')
    found = packs([extra], folder=tmp_path)["cast"]
    assert found.shop == "B"
    assert [found.wall[each].value for each in ("gold", "platinum", "silver")] == [0.9, 1.0, None]
    assert found.wall_of("Pt950 Ru") is not None
    assert found.wall_of("Ag925") is None
    assert found.digest != packs(folder=tmp_path)["cast"].digest
