"""Limits and fits: against tables that others published, the rules of the system, and every edge of a range.

published_limits.csv was typed in from makers' catalogues and pages none of which the tables of the program come from.
Misprints there are left out: f8 up to 3 mm stands as -8/-20. Of c above 80 mm no other table was found.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.errors import LotOneError
from configurator.standards.fits import FitError, classes, fit, it, limits
from configurator.standards.reading import table

with (Path(__file__).parent / "published_limits.csv").open(encoding="utf-8", newline="") as file:
    PUBLISHED = list(csv.DictReader(file))
EDGES = (3, 6, 10, 14, 18, 24, 30, 40, 50, 65, 80, 100, 120)
SIZES = st.floats(0.01, 120, allow_nan=False)
GRADES = st.integers(4, 12)


@pytest.mark.parametrize("name", dict.fromkeys(row["class"] for row in PUBLISHED))
def test_limits_are_those_that_others_published(name: str) -> None:
    for row in PUBLISHED:
        over, upto = float(row["over"]), float(row["upto"])
        if row["class"] == name:
            for size in (over + 1e-3, (over + upto) / 2, upto):
                found = limits(size, name)
                assert (found.lower * 1000, found.upper * 1000) == pytest.approx(
                    (float(row["lower_um"]), float(row["upper_um"])), abs=1e-9), row


def test_what_was_published_holds_each_letter_and_grade() -> None:
    known = {row["class"] for row in PUBLISHED}
    assert len(PUBLISHED) > 500
    assert {name.rstrip("0123456789").lower() for name in known} == {name.rstrip("0123456789").lower() for name in classes()}


@pytest.mark.parametrize("edge", EDGES[:-1])
def test_a_size_on_an_edge_belongs_below_it_even_with_the_noise_of_computing(edge: int) -> None:
    for name in classes():
        on, below, above = limits(edge, name), limits(edge - 0.5, name), limits(edge + 0.001, name)
        assert on == below == limits(edge * (1 + 4e-16), name) == limits(edge * (1 - 4e-16), name)
        assert above == limits(edge + 0.5, name)


@given(SIZES, GRADES)
def test_coarser_grades_and_larger_sizes_are_never_tighter(size: float, grade: int) -> None:
    assert it(size, grade) > 0
    assert grade == 12 or it(size, grade) < it(size, grade + 1)
    assert it(size, grade) <= it(120, grade)


@given(SIZES, st.sampled_from(classes()))
def test_a_class_is_as_wide_as_its_grade(size: float, name: str) -> None:
    found = limits(size, name)
    assert found.tolerance == pytest.approx(it(size, int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))))
    assert found.lower < found.upper
    assert found.grade in ("A", "B", "C")
    assert found.source


@given(SIZES, GRADES, st.sampled_from(["c", "d", "e", "f", "g", "h", "js"]))
def test_holes_mirror_shafts(size: float, grade: int, letter: str) -> None:
    hole, shaft = limits(size, f"{letter.upper()}{grade}"), limits(size, f"{letter}{grade}")
    assert (hole.lower, hole.upper) == (-shaft.upper, -shaft.lower)
    if letter == "h":
        assert hole.lower == shaft.upper == 0
    if letter == "js":
        assert hole.lower == -hole.upper


@given(st.floats(3.01, 120), st.sampled_from([("k", 6), ("m", 6), ("n", 6), ("p", 6), ("r", 6), ("s", 6), ("u", 6), ("p", 5)]))
def test_above_3_mm_a_shaft_based_fit_clears_as_the_hole_based_one(size: float, shaft: tuple[str, int]) -> None:
    """What delta is for: H7/p6 and P7/h6 are the same fit."""
    letter, grade = shaft
    assert fit(f"H{grade + 1}", f"{letter}{grade}", size) == fit(f"{letter.upper()}{grade + 1}", f"h{grade}", size)


@given(SIZES)
def test_letters_go_from_loose_to_tight(size: float) -> None:
    shafts = [limits(size, f"{letter}6").lower for letter in "cdefghkmnprsu"]
    holes = [limits(size, f"{letter}7").upper for letter in "CDEFGHKMNPRSU"]
    assert shafts == sorted(shafts)
    assert holes == sorted(holes, reverse=True)


def test_what_a_fit_is() -> None:
    assert fit("H7", "p6", 25) == (-0.035, -0.001)
    assert [fit("H7", shaft, 25).kind for shaft in ("g6", "h6", "k6", "p6")] == ["clearance", "clearance", "transition", "interference"]


@pytest.mark.parametrize(("size", "name", "says"), [
    (10, "H13", "nearest is H12"), (10, "H3", "nearest is H4"), (10, "k9", "nearest is k7"), (10, "N9", "nearest is N8"),
    (10, "j6", "nearest is js6"), (10, "Js7", "nearest is JS7"), (10, "t6", "nearest is s6"), (10, "IT7", "'IT7' is not offered"), (10, "", "not offered"),
    (10, "H", "H4 to H12"), (10, "H7/p6", "not offered"), (120.001, "H7", "120.001 mm is outside"), (0, "H7", "0 mm is outside"),
    (-1, "H7", "-1 is not a nominal size"), (float("nan"), "H7", "nan is not a nominal size"), ("x", "H7", "'x' is not a nominal size"),
])
def test_what_is_not_tabulated_is_refused_by_name(size: float, name: str, says: str) -> None:
    with pytest.raises(LotOneError, match=says) as refused:
        limits(size, name)
    assert isinstance(refused.value, FitError)


def test_holes_and_shafts_are_not_mixed_up() -> None:
    with pytest.raises(FitError, match="'p6' is no class of a hole"):
        fit("p6", "H7", 10)
    with pytest.raises(FitError, match="'P7' is no class of a shaft"):
        fit("H7", "P7", 10)
    with pytest.raises(FitError, match="IT3 is not offered; the nearest is IT4"):
        it(10, 3)


def test_each_letter_covers_the_sizes_of_the_grades_without_a_gap() -> None:
    for letter in sorted({row["letter"] for row in table("fundamental_deviations")}):
        rows = [row for row in table("fundamental_deviations") if row["letter"] == letter]
        assert [row["over"] for row in rows] == ["0", *(row["upto"] for row in rows[:-1])]
        assert rows[-1]["upto"] == table("it_grades")[-1]["upto"] == "120"
