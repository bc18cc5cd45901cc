"""A customer's session: whatever he asks for, there is a valid configuration, an answer, and a way back."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from configurator import load_template, template_names
from configurator.product.parameters import Choice, Flag, Number
from configurator.product.scanned import Scanned
from configurator.texts import LANGUAGES
from configurator.web.customer.controls import panel, rounded, spans
from configurator.web.customer.session import Session
from configurator.web.customer.wishes import grant

CATALOGUE = pytest.mark.parametrize("name", template_names())


def extreme(session: Session, dice: random.Random) -> tuple[str, Any]:
    """What a customer asks for who likes ends, possible or not."""
    name = dice.choice(list(session.template.parameters))
    parameter = session.template.parameters[name]
    if isinstance(parameter, Number):
        return name, dice.choice([parameter.grid.low, parameter.grid.high])
    if isinstance(parameter, Choice):
        return name, dice.choice(list(parameter.options))
    if isinstance(parameter, Flag):
        return name, dice.random() < 0.5
    return name, dice.choice(["", "Zoë", "W" * parameter.longest, "i" * (parameter.longest + 5), "日本", "=1+1"])  # type: ignore[attr-defined]


@CATALOGUE
def test_a_customer_who_likes_extremes_is_never_stuck(name: str) -> None:
    session, dice = Session(load_template(name)), random.Random(11)
    taken = refused = 0
    for _ in range(25):
        asked, value = extreme(session, dice)
        session.choose(asked, value)
        if session.answer is None:
            assert session.own[asked] == session.product.choices[asked]
        else:
            refused += 1
            assert session.answer.reasons, f"{asked} = {value!r} was refused without a reason"
            if session.answer.ways:
                session.take(0)
                taken += 1
                assert session.answer is None
        kept = {each: session.product.choices[each] for each in session.own}
        assert kept == dict(session.own)
        assert type(session.product)(**session.product.choices) == session.product
    assert refused
    assert taken


@CATALOGUE
def test_every_step_is_undone_and_redone(name: str) -> None:
    session, dice = Session(load_template(name)), random.Random(5)
    seen = [session.product.number]
    while len(seen) < 8:
        session.choose(*extreme(session, dice))
        if session.product.number != seen[-1]:
            seen.append(session.product.number)
    while session.can_undo:
        session.undo()
    assert session.product.number == seen[0]
    numbers = []
    while session.can_redo:
        session.redo()
        numbers.append(session.product.number)
    assert numbers[-1] == seen[-1]


def test_what_follows_is_told_in_every_language() -> None:
    session = Session(load_template("watch_case"))
    session.choose("case_diameter", 36)
    assert [change.name for change in session.moved] == ["opening"]
    assert session.moved[0].sentences["fr"] == "Diamètre visible du cadran : 30\xa0mm → 29\xa0mm"


def test_a_wish_that_needs_something_given_up_comes_with_ways() -> None:
    session = Session(load_template("watch_case"))
    session.choose("case_diameter", 36)
    before = session.product
    session.choose("opening", 34)
    assert session.product == before
    assert session.answer is not None
    assert session.answer.ways[0].given_up == ("case_diameter",)
    session.take(0)
    assert session.product.choices["opening"] == 34
    assert "case_diameter" not in session.own
    session.free("opening")
    assert dict(session.own) == {}


@pytest.mark.parametrize(("value", "offered"), [(40.03, [40.0, 40.5]), ("40,03", []), ("wide", []), (1e9, [46.0]), (-3, [31.0])])
def test_a_number_off_its_grid_is_answered_with_what_is_nearest(value: object, offered: list[float]) -> None:
    session = Session(load_template("watch_case"))
    session.choose("case_diameter", value)
    assert session.answer is not None
    assert session.answer.reasons
    now = session.product.choices["case_diameter"]
    assert {way.configuration.choices["case_diameter"] for way in session.answer.ways} == set(offered) - {now}


@pytest.mark.parametrize("act", ["choose", "ask"])
def test_a_name_that_nobody_knows_changes_nothing(act: str) -> None:
    session = Session(load_template("ring"))
    getattr(session, act)("colour", 3)
    session.take(7)
    session.free("colour")
    assert not session.can_undo
    assert session.answer is None


@CATALOGUE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_shows_what_can_still_be_had(name: str, language: str) -> None:
    session = Session(load_template(name))
    shown = json.loads(json.dumps(panel(session, language, 1e18, "")))
    asked = [each for each in session.product.telling if not isinstance(session.template.parameters[each], Scanned)]
    assert sorted(each for group in shown["groups"] for each in group["parameters"]) == sorted(asked)
    options = session.options()
    for each, control in shown["parameters"].items():
        assert control["label"]
        if control["kind"] == "number":
            grid = session.template.parameters[each].grid  # type: ignore[attr-defined]
            values = [grid.at(i) for first, last in control["number"]["open"] for i in range(first, last + 1)]
            assert values == [float(value) for value in options[each]]
            assert grid.at(control["number"]["at"]) == session.product.choices[each]
        if control["kind"] == "choice":
            assert [option["name"] for option in control["choice"]["options"] if option["open"]] == [str(v) for v in options[each]]
    assert "10¹⁸" in shown["status"]["makeability"]


@CATALOGUE
def test_every_aim_of_a_template_leads_somewhere(name: str) -> None:
    template = load_template(name)
    assert template.aims
    for aim in template.aims:
        session = Session(template)
        granted, told = grant(session, aim, {})
        assert granted, told["en"]
        assert set(told) == set(LANGUAGES)
        if aim.minimise or aim.maximise:  # "the best" is said only where it is proven
            best = template.space.solve(aim.wants, minimise=aim.minimise, maximise=aim.maximise)
            assert ("is proven" in told["en"]) == best.proven
        assert session.can_undo


@pytest.mark.parametrize(("indices", "runs"), [([], []), ([3], [[3, 3]]), ([0, 1, 2, 5, 7, 8], [[0, 2], [5, 5], [7, 8]])])
def test_runs(indices: list[int], runs: list[list[int]]) -> None:
    assert spans(indices) == runs


@pytest.mark.parametrize(("count", "text"), [(1, "1"), (999, "999"), (1000, "10³"), (1.04e18, "10¹⁸")])
def test_counts_as_people_take_them(count: float, text: str) -> None:
    assert rounded(count) == text
