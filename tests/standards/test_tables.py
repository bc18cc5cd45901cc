"""The other tables: roughness, edges, scales, sheets, tools, stock; and that no number stands without grade and source."""

from __future__ import annotations

import csv
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import configurator.standards
from configurator.errors import TableError
from configurator.standards import edges, roughness, scales, sheets, stock, tools
from configurator.standards.reading import GRADES, NotInStandard, read

FOLDER = Path(configurator.standards.__file__).parent


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.csv")), ids=lambda file: file.stem)
def test_every_row_has_a_grade_and_a_source_and_stands_once(file: Path) -> None:
    rows = read(file)
    assert rows
    assert all(row["grade"] in GRADES and len(row["source"]) > 8 for row in rows)
    assert len({tuple(row.items()) for row in rows}) == len(rows)
    with file.open(encoding="utf-8", newline="") as opened:
        assert len({len(cells) for cells in csv.reader(opened)}) == 1


@pytest.mark.parametrize(("text", "says"), [
    ("a,grade,source\n1,B\n", "needs a source"), ("a,grade,source\n1,,x\n", "needs a source"), ("a,grade,source\n1,D,x\n", "one of A, B, C"),
    ("a,grade,source\n1,B,x,y\n", "more cells than columns"),
])
def test_a_table_without_grade_or_source_is_refused_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=f"t.csv:2: .*{says}"):
        read(path)
    with pytest.raises(TableError, match="cannot be read"):
        read(tmp_path / "none.csv")


def test_tables_are_read_when_they_are_first_needed() -> None:
    code = ("import configurator, sys\nfrom configurator.standards import fits, threads, reading\n"
            "print(reading.table.cache_info().currsize)")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


def test_ra_doubles_from_grade_to_grade() -> None:
    assert {0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.3, 12.5} <= set(roughness.series())
    assert all(2 * fine == pytest.approx(rough, rel=0.02) for fine, rough in pairwise(roughness.series()))
    assert [roughness.ra_of(roughness.n_grade(ra)) for ra in roughness.series()] == list(roughness.series())
    assert (roughness.n_grade(0.8), roughness.n_grade(1.6)) == ("N6", "N7")


@given(st.floats(0.025, 60))
def test_the_standard_ra_is_as_fine_as_asked_and_less_than_twice_finer(ra: float) -> None:
    found = roughness.standard_ra(ra)
    assert found <= round(ra, 6)
    assert found > ra / 2.1 or found == 50


def test_what_processes_reach() -> None:
    for process in roughness.processes():
        assert roughness.reach(process).finest < roughness.reach(process).roughest
    assert roughness.reach("polish").roughest < roughness.reach("mill").finest <= roughness.reach("turn-mill").finest
    with pytest.raises(NotInStandard, match="'print' reaches is not known; known: saw"):
        roughness.reach("print")
    with pytest.raises(NotInStandard, match="nearest is 0.8"):
        roughness.n_grade(0.7)
    with pytest.raises(NotInStandard, match="offered: N1"):
        roughness.ra_of("N0")
    with pytest.raises(NotInStandard, match="begins at 0.025"):
        roughness.standard_ra(0.02)


@pytest.mark.parametrize(("place", "limits", "state", "lines"), [
    ("external", (-0.3,), "undercut", ("−0.3",)), ("external", (0.3,), "burr", ("+0.3",)), ("internal", (0.3,), "passing", ("+0.3",)),
    ("internal", (-0.1,), "undercut", ("−0.1",)), ("external", (-0.3, -0.1), "undercut", ("−0.1", "−0.3")), ("internal", (0.1, 0.3), "passing", ("+0.3", "+0.1")),
    ("external", (0.05, -0.05), "either", ("±0.05",)), ("external", (-0.1, 0.05), "either", ("+0.05", "−0.1")),
])
def test_edges_say_what_may_stay_and_what_must_go(place: str, limits: tuple[float, ...], state: str, lines: tuple[str, ...]) -> None:
    found = edges.edge(place, *limits)
    assert (found.state, found.lines()) == (state, lines)
    assert found.lower <= found.upper
    assert found.lines("de") == tuple(line.replace(".", ",") for line in lines)


def test_edges_that_are_none() -> None:
    assert sorted(edges.sizes()) == sorted(-size for size in edges.sizes())
    for place, limits, says in (("outer", (-0.3,), "no place"), ("external", (-0.2,), "nearest is -0.3"), ("external", (), "one limit or two"),
                                ("external", (0.1, 0.1), "one limit or two"), ("external", (-0.1, -0.3, -0.5), "one limit or two")):
        with pytest.raises(NotInStandard, match=says):
            edges.edge(place, *limits)


def test_scales_go_by_one_two_and_five() -> None:
    names = [str(each) for each in scales.series()]
    assert names[:6] == ["50:1", "20:1", "10:1", "5:1", "2:1", "1:1"]
    assert {first.factor / second.factor for first, second in pairwise(scales.series())} == {2.0, 2.5}
    assert scales.scale("5:1").factor == 5
    with pytest.raises(NotInStandard, match="'3:1' is no scale"):
        scales.scale("3:1")


@given(st.floats(0.1, 5000), st.floats(0.1, 5000), st.floats(50, 400), st.floats(50, 400))
def test_the_largest_scale_fits_and_the_next_one_does_not(width: float, height: float, room_width: float, room_height: float) -> None:
    found = scales.largest((width, height), (room_width, room_height))
    assert width * found.factor <= room_width
    assert height * found.factor <= room_height
    larger = [each for each in scales.series() if each.factor > found.factor]
    assert all(width * each.factor > room_width or height * each.factor > room_height for each in larger)


def test_what_fits_no_sheet() -> None:
    with pytest.raises(NotInStandard, match="at no scale of ISO 5455"):
        scales.largest((1e6, 1), (180, 200))


def test_sheets_are_halves_and_hold_the_title_block() -> None:
    small, large = sheets.sheet("A4"), sheets.sheet("A3")
    assert (small.width, small.height) == (210, 297)
    assert (large.width, large.height) == (2 * small.width, small.height)
    left, _, right, _ = small.frame
    assert right - left == small.title_block == large.title_block == 180
    with pytest.raises(NotInStandard, match="offered: A4, A3"):
        sheets.sheet("A5")


def test_title_blocks_are_checked_by_field() -> None:
    sound = {"legal_owner": "Somebody", "identification_number": "WC-7K2M9QX4TB-01", "date_of_issue": "2026-11-23", "sheet_number": "1",
             "title": "Case middle", "approval_person": "DRAFT", "creator": "A. Person", "document_type": "Part drawing"}
    assert {each.name for each in sheets.fields() if each.mandatory} == set(sound)
    assert sheets.remarks(sound) == ()
    assert sheets.remarks({**sound, "title": "", "identification_number": "X" * 17, "revision_index": "ABC"}) == (
        ("identification_number", "too_long", 1), ("revision_index", "too_long", 1), ("title", "missing", 0))
    with pytest.raises(NotInStandard, match="'colour' is no field of ISO 7200"):
        sheets.remarks({"colour": "red"})


def test_tools_of_a_corner_and_a_hole() -> None:
    assert tools.drills()[:3] == (0.3, 0.35, 0.4)
    assert {3.0, 3.1, 13.0} <= set(tools.drills())
    assert tools.end_mills()[0] == 0.2
    assert tools.end_mills()[-1] == 8
    assert tools.drill(1.234) == 1.2
    assert tools.end_mill(0.6) == 1.0
    assert (tools.reach(2), tools.reach(2, long_neck=True)) == (8, 16)
    for wrong in (tools.drill, tools.end_mill):
        with pytest.raises(NotInStandard, match="no (drill|end mill) "):
            wrong(0.1)
    with pytest.raises(NotInStandard, match="is no figure of tools"):
        tools.figure("speed")


@given(st.floats(0.12, 20))
def test_the_chosen_mill_cuts_the_corner_and_no_larger_one_does(radius: float) -> None:
    chosen = tools.end_mill(radius)
    assert tools.corner_radius(chosen) <= radius + 1e-6
    larger = [each for each in tools.end_mills() if each > chosen]
    assert all(tools.corner_radius(each) > radius for each in larger)
    assert list(tools.end_mills()) == sorted(set(tools.end_mills()))


def test_stock_is_the_smallest_that_is_large_enough() -> None:
    for family in stock.families():
        for form in stock.forms(family):
            offered = [each.size for each in stock.sizes(family, form)]
            assert offered == sorted(set(offered))
            assert [stock.smallest(family, form, size).size for size in offered] == offered
            assert [stock.smallest(family, form, first + 1e-3).size for first in offered[:-1]] == offered[1:]
    assert (stock.smallest("stainless steel", "round bar", 41.2).size, stock.smallest("stainless steel", "round bar", 41.2).grade) == (42, "B")
    for family, form, need, says in (("gold", "round bar", 1, "no stock of 'gold' is known"), ("brass", "plate", 1, "known: round bar"),
                                     ("brass", "round bar", 81, "the largest is 80 mm")):
        with pytest.raises(NotInStandard, match=says):
            stock.smallest(family, form, need)
