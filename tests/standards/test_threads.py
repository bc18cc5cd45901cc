"""Threads: against a tap maker's catalogue and a chart, the laws of the profile, and every way to write them."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.standards.threads import ThreadError, listed_threads, thread

# Yamawa catalogue 2016-2017, page 799: designation, basic major, pitch and minor diameter
CATALOGUE = [
    ("M4.5x0.75", 4.5, 4.013, 3.688), ("M4.5x0.5", 4.5, 4.175, 3.959), ("M5", 5, 4.480, 4.134), ("M5x0.75", 5, 4.513, 4.188),
    ("M5x0.5", 5, 4.675, 4.459), ("M5.5x0.75", 5.5, 5.013, 4.688), ("M5.5x0.5", 5.5, 5.175, 4.959), ("M6", 6, 5.350, 4.917),
    ("M6x0.75", 6, 5.513, 5.188), ("M6x0.5", 6, 5.675, 5.459), ("M7", 7, 6.350, 5.917), ("M7x0.75", 7, 6.513, 6.188),
    ("M7x0.5", 7, 6.675, 6.459), ("M8", 8, 7.188, 6.647), ("M8x1", 8, 7.350, 6.917), ("M8x0.75", 8, 7.513, 7.188),
    ("M8x0.5", 8, 7.675, 7.459), ("M9", 9, 8.188, 7.647), ("M9x1", 9, 8.350, 7.917), ("M9x0.75", 9, 8.513, 8.188),
    ("M9x0.5", 9, 8.675, 8.459), ("M10", 10, 9.026, 8.376), ("M10x1.25", 10, 9.188, 8.647), ("M10x1", 10, 9.350, 8.917),
    ("M10x0.75", 10, 9.513, 9.188), ("M10x0.5", 10, 9.675, 9.459),
]
# nightshade.net, tap and clearance chart, column "75 % thread": fine pitches, that no table of the program gives a drill
CHART = [("M6x0.75", 5.25), ("M7x0.75", 6.25), ("M8x1", 7.0), ("M9x1", 8.0), ("M10x1", 9.0), ("M12x1.5", 10.5)]


@pytest.mark.parametrize(("name", "major", "pitch_diameter", "minor"), CATALOGUE)
def test_basic_diameters_are_those_of_a_tap_makers_catalogue(name: str, major: float, pitch_diameter: float, minor: float) -> None:
    found = thread(name)
    assert (found.major, found.pitch_diameter, found.minor) == pytest.approx((major, pitch_diameter, minor), abs=1.1e-3)


@pytest.mark.parametrize(("name", "drill"), CHART)
def test_tap_drills_of_fine_pitches_are_those_of_a_chart(name: str, drill: float) -> None:
    assert thread(name).tap_drill == drill
    assert thread(name).tap_drill_grade == "C"


@pytest.mark.parametrize("name", listed_threads())
def test_listed_threads_are_read_back_and_obey_the_60_degree_profile(name: str) -> None:
    found = thread(name)
    height = sqrt(3) / 2 * found.pitch
    assert found.designation == name
    # M: 5/8 H deep (ISO 68-1). S: 0.48 P deep (ISO 1501), tabulated to a micrometre
    depth = 5 / 8 * height if name.startswith("M") else 0.48 * found.pitch
    assert found.major - found.minor == pytest.approx(2 * depth, abs=1.1e-3)
    assert found.major - found.pitch_diameter == pytest.approx(0.75 * height, abs=1e-4)
    assert found.minor - 0.02 < found.tap_drill < found.pitch_diameter
    assert found.grade in ("A", "B", "C")
    assert found.source
    assert found.tap_drill_source


@given(st.integers(100, 12000), st.sampled_from([0.2, 0.25, 0.35, 0.5, 0.75, 1.0]))
def test_a_threads_own_diameter_is_calculated_and_its_hole_leaves_a_thread(hundredths: int, pitch: float) -> None:
    name = f"M{hundredths / 100:g}x{pitch:g}"
    try:
        found = thread(name)
    except ThreadError as error:
        assert "too coarse" in str(error)
        assert hundredths < 800
        return
    assert thread(found.designation) == found
    assert found.major == hundredths / 100
    assert found.pitch == pitch
    assert found.minor <= found.tap_drill + 0.025  # only a published coarse drill may be a little smaller
    assert found.tap_drill < found.pitch_diameter + 0.025
    if found.designation not in listed_threads():
        assert (found.grade, found.standard) == ("C", "")


@pytest.mark.parametrize(("written", "designation", "tolerance", "left"), [
    ("M3", "M3", "", False), ("M3x0.5", "M3", "", False), ("M3×0.35", "M3x0.35", "", False), ("m3X0.35", "M3x0.35", "", False),
    ("M2,5 x 0,35", "M2.5x0.35", "", False), ("M36x0.5-6H", "M36x0.5-6H", "6H", False), (" M36.4x0.5 - 6g ", "M36.4x0.5-6g", "6g", False),
    ("M8-4g6g", "M8-4g6g", "4g6g", False), ("M8-6H/6g", "M8-6H/6g", "6H/6g", False), ("M8-6H-LH", "M8-6H-LH", "6H", True),
    ("M8-LH", "M8-LH", "", True), ("S0.9", "S0.9", "", False), ("S0.90", "S0.9", "", False), ("S0.9x0.225-4H5", "S0.9-4H5", "4H5", False),
    ("S1.2–5h3", "S1.2-5h3", "5h3", False),
])
def test_designations_are_read_however_they_are_written(written: str, designation: str, tolerance: str, left: bool) -> None:
    found = thread(written)
    assert (found.designation, found.tolerance_class, found.left_hand) == (designation, tolerance, left)
    assert thread(found.label) == found


@pytest.mark.parametrize(("name", "says"), [
    ("", "no thread's designation"), ("8x1", "no thread's designation"), ("M", "no thread's designation"), ("M8-1.25", "no thread's designation"),
    ("M3x", "no thread's designation"), ("G1/4", "no thread's designation"), ("M-3", "no thread's designation"), ("M36.4", "no coarse pitch; write the pitch, such as M36.4x0.5"),
    ("M0.9", "smaller ones are S threads"), ("M301x1", "go from M1 to M300"), ("M3x0.33", "nearest is 0.35"), ("M3x0.7", "0.5 mm or less"),
    ("S0.95", "offered: S0.3"), ("S0.9x0.25", "offered: S0.3"), ("S2", "offered: S0.3"), ("M3x0", "nearest is 0.2"),
])
def test_what_is_no_thread_is_refused_with_what_to_write(name: str, says: str) -> None:
    with pytest.raises(ThreadError, match=says):
        thread(name)


def test_a_hole_that_is_bored_is_not_rounded_to_drills() -> None:
    assert thread("M36.42x0.5").tap_drill == 35.92
    assert thread("M3.42x0.35").tap_drill == 3.05
