"""Numbers as spreadsheets write them, and what a value says about a characteristic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.making.inspection import InspectionRow
from configurator.making.readings import NotANumber, decimal_mark, judge, number, yes


def row(lower: float | None = 11.98, upper: float | None = 12.02, unit: str = "mm") -> InspectionRow:
    return InspectionRow(1, "XX-1-01", "bore", "Bore", "diameter", 12.0, lower, upper, unit, "H7", 1, "Caliper", every_piece=True)


@pytest.mark.parametrize(("text", "unit", "mark", "value"), [
    ("12.5", "mm", None, 12.5), ("12,5", "mm", None, 12.5), (" 12.5 mm ", "mm", None, 12.5), ("12,5\u00a0mm", "mm", None, 12.5),
    ("⌀ 12,50", "mm", None, 12.5), ("-0,02", "mm", None, -0.02), ("\u22120.02", "mm", None, -0.02), ("+3", "mm", None, 3.0),
    ("800 µm", "mm", None, 0.8), ("0.8", "um", None, 0.8), ("0,0008 mm", "um", None, 0.8), ("45°", "deg", None, 45.0),
    ("1'234.5", "mm", None, 1234.5), ("1\u2019234,5", "mm", None, 1234.5), ("1 234,5", "mm", None, 1234.5),
    ("1,234.5", "mm", None, 1234.5), ("1.234,5", "mm", None, 1234.5), ("1.234.567", "mm", None, 1234567.0),
    ("12,345", "mm", ",", 12.345), ("12.345", "mm", ".", 12.345), ("12,345", "mm", ".", 12345.0), (".5", "mm", None, 0.5),
    ("0,125", "mm", None, 0.125), ("12.3456", "mm", None, 12.3456),
])
def test_a_number_is_read_as_it_is_meant(text: str, unit: str, mark: str | None, value: float) -> None:
    assert number(text, unit, mark) == pytest.approx(value, abs=1e-12)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "unit", "kind"), [
    ("12,345", "mm", "ambiguous"), ("1.234", "mm", "ambiguous"), ("abc", "mm", "no_number"), ("12,34,5", "mm", "no_number"),
    ("1.2.3", "mm", "no_number"), ("12 mm", "deg", "other_unit"), ("45°", "mm", "other_unit"), ("1e3", "mm", "no_number"),
    ("", "mm", "no_number"), ("12/5", "mm", "no_number"), ("NaN", "mm", "no_number"), ("12  34", "mm", "no_number"), ("--1", "mm", "no_number"),
])
def test_what_is_none_or_may_be_two_is_refused(text: str, unit: str, kind: str) -> None:
    with pytest.raises(NotANumber) as refused:
        number(text, unit)
    assert refused.value.kind == kind


@given(st.integers(0, 10**7), st.integers(0, 4), st.sampled_from(".,"), st.sampled_from(["", " ", "\u00a0", "\u202f", "'", "\u2019"]),
       st.booleans())
def test_every_way_of_writing_a_number_is_read_back(digits: int, decimals: int, mark: str, group: str, minus: bool) -> None:
    value = digits / 10**decimals * (-1 if minus else 1)
    whole, _, part = f"{abs(value):.{decimals}f}".partition(".")
    if group:
        whole = f"{int(whole):,}".replace(",", group)
    text = ("-" if minus else "") + whole + (mark + part if part else "")
    assert number(text, "mm", mark) == pytest.approx(value, abs=1e-9)  # type: ignore[arg-type]
    try:
        assert number(text, "mm") == pytest.approx(value, abs=1e-9)
    except NotANumber as refused:
        assert refused.kind == "ambiguous"
        assert len(part) == 3


def test_a_file_tells_its_decimal_mark_by_what_is_known() -> None:
    assert decimal_mark([("12,345", 12.345), ("4", 4.0)]) == ","
    assert decimal_mark([("12.345", 12.345)]) == "."
    assert decimal_mark([("12,345", 12345.0)]) == "."
    assert decimal_mark([("4", 4.0), ("", 3.0)]) is None
    assert decimal_mark([("12,345", 12.345), ("3.5", 3.5)]) is None, "a file that writes both tells nothing"


@pytest.mark.parametrize(("value", "uncertainty", "verdict", "off"), [
    (12.0, 0, "conforming", 0), (12.02, 0, "conforming", 0), (11.98, 0, "conforming", 0), (12.0201, 0, "not_conforming", 0.0001),
    (11.97, 0, "not_conforming", -0.01), (12.015, 0.004, "conforming", 0), (12.017, 0.004, "undecided", 0),
    (12.022, 0.004, "undecided", 0.002), (12.025, 0.004, "not_conforming", 0.005), (11.975, 0.004, "not_conforming", -0.005),
    (None, 0, "not_measured", 0),
])
def test_a_value_is_judged_by_limits_and_uncertainty(value: float | None, uncertainty: float, verdict: str, off: float) -> None:
    found = judge(row(), 1, value, uncertainty=uncertainty)
    assert (found.verdict, found.off) == (verdict, pytest.approx(off))


def test_one_sided_gauged_and_limitless() -> None:
    assert judge(row(None, 0.8, "um"), 1, 0.8).verdict == "conforming"
    assert judge(row(None, 0.8, "um"), 1, 0.81).verdict == "not_conforming"
    assert judge(row(None, None, ""), 1, None, said=True).verdict == "conforming"
    assert judge(row(None, None, ""), 1, None, said=False).verdict == "not_conforming"
    assert judge(row(None, None, ""), 1, None).verdict == "not_measured"
    assert judge(row(None, None), 1, 12.0).verdict == "no_limits"


def test_answers_in_three_languages() -> None:
    assert [yes(text) for text in ("OK", " ja ", "Oui", "x", "nein", "NOK", "n.i.O.", "", "0", "1")] == [
        True, True, True, True, False, False, False, None, False, True]
    with pytest.raises(ValueError, match="perhaps"):
        yes("perhaps")
