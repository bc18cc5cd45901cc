"""Wishes: what can be written, what is refused and how, and that the best is the best."""

from __future__ import annotations

import itertools

import pytest

from configurator import InvalidChoice, Product, length, load_template, rule
from configurator.errors import WishRefused
from configurator.product.quantities import quantities, unit
from configurator.texts import LANGUAGES


@pytest.fixture
def ring():
    return load_template("ring")


class Box(Product):
    """Small enough to look at every configuration."""

    prefix = "BX"
    wide: float = length(3, 1, 9, step=1, label="Wide")
    high: float = length(3, 1, 9, step=1, label="High")
    deep: float = length(3, 1, 9, step=1, label="Deep")

    @rule
    def not_too_slender(self) -> bool:
        """{high} mm is more than twice {wide} mm."""
        return self.high <= 2 * self.wide

    @rule
    def holds_enough(self) -> bool:
        """Less than 40 mm3 fits."""
        return self.wide * self.high * self.deep >= 40


def _all():
    for wide, high, deep in itertools.product(range(1, 10), repeat=3):
        try:
            yield Box(wide=wide, high=high, deep=deep)
        except InvalidChoice:
            continue


@pytest.mark.parametrize(("wants", "quantity", "key", "test"), [
    ([], "wide + high + deep", lambda b: b.wide + b.high + b.deep, lambda b: True),
    (["high >= 5"], "wide * deep", lambda b: b.wide * b.deep, lambda b: b.high >= 5),
    (["deep = 2", "wide < high"], "wide - high / 2", lambda b: b.wide - b.high / 2, lambda b: b.deep == 2 and b.wide < b.high),
    (["high > 1", "high != 3", "wide <= 4"], "sqrt(wide) * deep**2", lambda b: b.wide**0.5 * b.deep**2,
     lambda b: b.high not in (1, 3) and b.wide <= 4),
    (["1 < wide <= 3", "not deep > 8"], "abs(high - 4)", lambda b: abs(b.high - 4), lambda b: 1 < b.wide <= 3 and b.deep <= 8),
    (["wide > 5 or deep < 4"], "wide", lambda b: b.wide, lambda b: b.wide > 5 or b.deep < 4),
])
@pytest.mark.parametrize("least", [True, False])
def test_the_best_is_the_best_of_all(wants, quantity, key, test, least):
    values = [key(box) for box in _all() if test(box)]
    answer = Box.space.solve(wants, **{"minimise" if least else "maximise": quantity})
    assert test(answer.configuration)
    assert answer.value == pytest.approx(min(values) if least else max(values), abs=1e-6)
    assert key(answer.configuration) == pytest.approx(answer.value)
    assert answer.proven
    assert answer.bound == pytest.approx(answer.value, abs=1e-4)
    assert answer.stops is not None
    assert all(answer.stops.say(language) for language in LANGUAGES)


def test_without_a_quantity_the_nearest_to_the_defaults():
    answer = Box.space.solve(["high >= 6"])
    assert answer.configuration.choices == {"wide": 3, "high": 6, "deep": 3}
    assert answer.value is None


def test_what_is_set_is_kept_and_named_where_it_stops(ring):
    answer = ring.space.solve(["width >= 5"], minimise="mass", fixed={"alloy": "Au750 3N", "profile": "flat"})
    product = answer.configuration
    assert (product.alloy.name, product.profile.name, product.width) == ("Au750 3N", "flat", 5)
    assert answer.value == pytest.approx(product.mass)
    assert answer.proven
    named = {each.rule for each in answer.stops.broken} | set(answer.stops.choices)
    assert {"width >= 5", "alloy"} <= named


def test_nothing_is_lighter_among_many_samples(ring):
    answer = ring.space.solve(minimise="mass")
    assert answer.proven
    assert all(product.mass >= answer.value - 1e-9 for product in ring.space.sample(200, seed=1))


def test_a_derived_mass_of_many_sections_is_made_least():
    watch = load_template("watch_case")
    kept = {name: value for name, value in watch().choices.items() if name not in ("opening", "lug_to_lug")}
    answer = watch.space.solve(["mass <= 60"], minimise="mass", fixed=kept)
    assert kept.items() <= answer.configuration.choices.items()
    assert answer.value == pytest.approx(answer.configuration.mass)
    assert answer.bound is None or answer.bound <= answer.value + 1e-6
    beside = watch.space.sample(60, seed=2, fixed=kept)
    assert all(product.mass >= answer.value - 1e-6 for product in beside)
    assert answer.stops is None or answer.proven


def test_wishes_that_contradict_each_other_are_told_together(ring):
    answer = ring.space.solve(["mass <= 3", "width >= 4", "mass >= 5"])
    assert answer.configuration is None
    [reason] = answer.reasons
    assert {each.rule for each in reason.broken} == {"mass <= 3", "mass >= 5"}
    assert reason.say("de") == "Das geht nicht zusammen: „mass <= 3“; „mass >= 5“."


def test_one_wish_that_nothing_has(ring):
    [reason] = ring.space.solve(["width >= 99"]).reasons
    assert reason.say() == "The wish “width >= 99” cannot be kept."


@pytest.mark.parametrize(("wish", "name", "value"), [
    ("profile = court", "profile", "court"), ("profile == 'court'", "profile", "court"), ("comfort = yes", "comfort", True),
    ("comfort", "comfort", True), ("alloy=Pt950 Ru", "alloy", "Pt950 Ru"), ("not comfort", "comfort", False),
    ("width=5", "width", 5.0), ("alloy.density < 11", "alloy", "Ag925")])
def test_wishes_about_every_kind_of_parameter(ring, wish, name, value):
    assert ring.space.solve([wish]).configuration.choices[name] == value


@pytest.mark.parametrize(("wish", "said"), [
    ("mass", "this is a quantity; write what it shall be, for example mass <= 60"),
    ("weight <= 60", "there is no quantity 'weight'"),
    ("alloy = tin", "alloy has no option 'tin'; it has Au750 3N"),
    ("engraving = Zoë", "engraving is a text"),
    ("mass <= 60 g", "cannot be read"),
    ("mass <=", "cannot be read"),
    ("", "cannot be read"),
    ("mass <= open('x')", "has no place in a wish"),
    ("().__class__ == 3", "has no place in a wish"),
    ("width.__class__ == 3", "has no place in a wish"),
    ("width / 0 <= 3", ""),
    ("(" * 200 + "mass" + ")" * 200 + " <= 3", ""),
    ("9**9**9**9 <= mass", ""),
    ("mass <= " + "9" * 400, "too long"),
])
def test_a_wish_that_cannot_be_read_is_refused_in_a_sentence(ring, wish, said):
    try:
        answer = ring.space.solve([wish])
    except WishRefused as refused:
        assert said in str(refused)
        assert len(str(refused)) < 700
    else:
        assert said == ""
        assert answer.configuration is None or isinstance(answer.configuration, ring)


def test_a_wrong_name_is_answered_with_the_nearest_ones():
    watch = load_template("watch_case")
    with pytest.raises(WishRefused, match=r"no quantity 'thicknes'; there are thickness\b") as refused:
        watch.space.solve(["thicknes <= 10"])
    assert len(str(refused.value)) < 200
    with pytest.raises(WishRefused, match="there are mass, case_diameter"):
        watch.space.solve(minimise="qqq")


def test_quantities_are_numbers_that_are_chosen_or_follow(ring):
    found = quantities(ring)
    assert {"width", "mass", "wall"} <= set(found)
    assert not {"alloy", "comfort", "engraving"} & set(found)
    assert [unit(ring, name) for name in ("width", "mass", "wall", "width + wall", "none")] == ["mm", "g", "mm", "", ""]
