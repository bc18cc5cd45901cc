"""What a customer left open is filled in with least change; where that is impossible, the reason is told."""

from __future__ import annotations

import itertools

import pytest

from configurator import InvalidChoice, load_template
from configurator.texts import LANGUAGES


@pytest.fixture
def ring():
    return load_template("ring")


def test_defaults_stay_where_they_can(ring):
    product = ring.space.complete({"width": 5})
    assert product == ring(width=5)
    assert ring.space.changes(product, {"width": 5}) == []


@pytest.mark.parametrize(("fixed", "changed"), [
    ({"profile": "court"}, {"comfort"}),
    ({"thickness": 1.0}, {"making"}),
    ({"engraving": "Zoë", "width": 2.0}, None),
    ({"engraving": "Zoë", "width": 2.6}, set()),
    ({"engraving": "Für immer und ewig, Zoë", "circumference": 41}, set()),
    ({"engraving": "Für immer und ewig, meine Zoë", "circumference": 41}, None),
    ({"width": 3, "letter_height": 3.0, "engraving": "Ågj"}, None),
    ({"profile": "court", "thickness": 1.0}, {"comfort", "making"}),
])
def test_what_is_set_stays_and_the_least_else_changes(ring, fixed, changed):
    if changed is None:
        with pytest.raises(InvalidChoice) as refused:
            ring.space.complete(fixed)
        assert all(problem.kind == "rule" for problem in refused.value.problems)
        return
    product = ring.space.complete(fixed)
    assert all(product.choices[name] == value for name, value in fixed.items())
    assert {each.name for each in ring.space.changes(product, fixed)} == changed


def test_no_fewer_changes_would_do(ring):
    fixed = {"profile": "court", "thickness": 1.0, "engraving": "Zoë"}
    product = ring.space.complete(fixed)
    changed = {each.name for each in ring.space.changes(product, fixed)}
    assert len(changed) > 1
    for fewer in itertools.combinations(sorted(changed), len(changed) - 1):
        kept = {name: value for name, value in ring().choices.items() if name not in fixed and name not in fewer}
        with pytest.raises(InvalidChoice):
            ring.space.complete({**kept, **fixed})


def test_the_same_every_time_and_near_what_is_on_screen(ring):
    screen = ring(alloy="Ag925", width=6).choices
    first, again = (ring.space.complete({"profile": "court"}, screen) for _ in range(2))
    assert first == again
    assert [(each.name, each.before, each.after) for each in ring.space.changes(first, {"profile": "court"}, screen)] == [
        ("comfort", False, True)]


def test_what_is_impossible_names_the_choices_and_the_rule(ring):
    with pytest.raises(InvalidChoice) as refused:
        ring.space.complete({"profile": "court", "comfort": False, "width": 5})
    [problem] = refused.value.problems
    assert (problem.name, problem.kind) == ("court_is_rounded_inside", "rule")
    assert problem.values["choices"] == ("profile", "comfort")
    for language in LANGUAGES:
        said = problem.say(language)
        assert ring.label("comfort", language) in said
        assert ring.label("width", language) not in said.partition(".")[0]


def test_the_defaults_are_not_blamed(ring):
    """Thickness 1.0 breaks a rule with the defaults, and completion would mend that: it must not be told as the reason."""
    with pytest.raises(InvalidChoice) as refused:
        ring.space.complete({"thickness": 1.0, "engraving": "W" * 30})
    assert "band_is_strong_enough" not in {each.name for each in refused.value.problems}


def test_every_conflict_is_told_at_once(ring):
    with pytest.raises(InvalidChoice) as refused:
        ring.space.complete({"profile": "court", "comfort": False, "engraving": "W" * 30})
    assert {each.name for each in refused.value.problems} >= {"court_is_rounded_inside", "letters_fit_around"}


def test_a_wrong_value_is_not_mended(ring):
    with pytest.raises(InvalidChoice) as refused:
        ring.space.complete({"profile": "court", "width": 99})
    assert {each.name for each in refused.value.problems} == {"width"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_line_tells_the_reason(run, language):
    said = run("show", "ring", "--set", "profile=court", "--set", "comfort=no", "--language", language)
    assert (said.code, said.out) == (1, "")
    assert load_template("ring").label("profile", language) in " ".join(said.err.split())
