"""General tolerances: against a second published table, and every edge of a range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.standards.general import CLASSES, GeneralProfile, angular, designation, edge, linear
from configurator.standards.reading import NotInStandard, table

# schmidbauer.net, Allgemeintoleranzen: up to mm -> ± mm (its class c up to 6 mm differs from all other pages; left out)
PUBLISHED = {
    "f": {3: 0.05, 6: 0.05, 30: 0.10, 120: 0.15, 400: 0.20, 1000: 0.30, 2000: 0.50},
    "m": {3: 0.10, 6: 0.10, 30: 0.20, 120: 0.30, 400: 0.50, 1000: 0.80, 2000: 1.20, 4000: 2.00},
    "c": {30: 0.50, 120: 0.80, 400: 1.20, 1000: 2.00, 2000: 3.00, 4000: 4.00},
    "v": {6: 0.50, 30: 1.00, 120: 1.50, 400: 2.50, 1000: 4.00, 2000: 6.00, 4000: 8.00},
}
EDGES = {"f": {3: 0.2, 6: 0.5, 30: 1.0}, "m": {3: 0.2, 6: 0.5, 30: 1.0}, "c": {3: 0.4, 6: 1.0, 30: 2.0}, "v": {3: 0.4, 6: 1.0, 30: 2.0}}
MINUTES = {"f": {10: 60, 50: 30, 400: 10, 500: 5}, "m": {10: 60, 50: 30, 400: 10, 500: 5}, "c": {10: 90, 50: 60, 400: 15, 500: 10},
           "v": {10: 180, 50: 120, 400: 30, 500: 20}}


@pytest.mark.parametrize("name", CLASSES)
def test_tolerances_are_those_that_others_published(name: str) -> None:
    for upto, deviation in PUBLISHED[name].items():
        assert linear(upto, name).deviation == linear(upto - 0.01, name).deviation == deviation
    for upto, deviation in EDGES[name].items():
        assert edge(upto, name).deviation == deviation
    for upto, minutes in MINUTES[name].items():
        assert angular(upto, name).deviation == pytest.approx(minutes / 60)


def test_an_edge_belongs_to_the_range_below_and_half_a_millimetre_to_the_first() -> None:
    assert linear(0.5, "m").deviation == 0.1
    assert linear(6.000000000000001, "m").deviation == 0.1
    assert linear(6.001, "m").deviation == 0.2
    assert edge(0.5, "m").deviation == 0.2
    assert angular(10, "m").deviation == 1
    assert angular(10.001, "m").deviation == 0.5


@given(st.floats(3.01, 2000), st.floats(3.01, 2000))
def test_coarser_classes_and_larger_sizes_are_never_tighter(one: float, other: float) -> None:
    small, large = sorted((one, other))
    for kind in (linear, edge):
        values = [kind(small, name).deviation for name in CLASSES]
        assert values == sorted(values)
        assert all(kind(small, name).deviation <= kind(large, name).deviation for name in CLASSES)
    assert all(angular(small, name).deviation >= angular(large, name).deviation for name in CLASSES)


@pytest.mark.parametrize(("size", "name", "says"), [
    (0.4999, "m", "begins at 0.5 mm"), (4000.1, "m", "ends at 4000"), (2, "v", "has no value .* have one: f, m, c"), (3000, "f", "have one: m, c, v"),
    (10, "x", "'x' is no tolerance class of ISO 2768-1; offered: f, m, c, v"), (float("inf"), "m", "inf is not a size"), (-3, "m", "-3 is not a size"),
])
def test_what_the_standard_has_not_is_refused(size: float, name: str, says: str) -> None:
    with pytest.raises(NotInStandard, match=says):
        linear(size, name)


def test_notes() -> None:
    assert designation("m") == "ISO 2768-m"
    assert GeneralProfile(0.2, ("A", "B")).designation() == "ISO 22081 ⌓ 0.2 | A | B"
    assert GeneralProfile(0.2).designation("de") == "ISO 22081 ⌓ 0,2"
    with pytest.raises(NotInStandard):
        designation("K")


def test_ranges_follow_one_another() -> None:
    for kind in ("linear", "edge", "angular"):
        rows = [row for row in table("general_tolerances") if row["kind"] == kind]
        assert [row["over"] for row in rows[1:]] == [row["upto"] for row in rows[:-1]]
