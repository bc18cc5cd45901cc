"""What a customer left open is filled in with least change."""

from __future__ import annotations

import time

import pytest

from configurator import InvalidChoice, load_template
from configurator.product.completion import changes, complete


@pytest.fixture
def ring():
    return load_template("ring")


def test_defaults_stay_where_they_can(ring):
    product = complete(ring, {"width": 5})
    assert product == ring(width=5)
    assert changes(product, {"width": 5}) == []


@pytest.mark.parametrize(("fixed", "changed"), [
    ({"profile": "court"}, {"comfort"}),
    ({"thickness": 1.0}, {"making"}),
    ({"engraving": "Für immer und ewig, Zoë", "circumference": 41}, None),
    ({"engraving": "Zoë", "width": 2.0}, None),
])
def test_what_is_set_stays_and_little_else_changes(ring, fixed, changed):
    start = time.monotonic()
    try:
        product = complete(ring, fixed)
    except InvalidChoice as refused:
        assert changed is None
        assert all(problem.kind == "rule" for problem in refused.problems)
    else:
        assert all(product.choices[name] == value for name, value in fixed.items())
        found = {each.name for each in changes(product, fixed)}
        assert not found & set(fixed)
        assert changed is None or found == changed
        assert "engraving" not in found
    assert time.monotonic() - start < 15


def test_what_is_impossible_is_told_as_it_was_asked(ring):
    with pytest.raises(InvalidChoice) as refused:
        complete(ring, {"profile": "court", "comfort": False})
    assert [each.name for each in refused.value.problems] == ["court_is_rounded_inside"]


def test_a_wrong_value_is_not_mended(ring):
    with pytest.raises(InvalidChoice) as refused:
        complete(ring, {"profile": "court", "width": 99})
    assert "width" in {each.name for each in refused.value.problems}
