"""What a sweep builds, what it calls a failure, and the smallest change from the defaults that fails."""

from __future__ import annotations

import itertools

import pytest

from configurator.certify.builds import Builds
from configurator.certify.outcomes import Fault, Outcome
from configurator.certify.plan import planned
from configurator.certify.shrinking import smallest
from configurator.certify.sweep import sweep


def test_a_plan_has_every_end_every_option_and_every_pair(stand):
    plan = planned(stand, 9, 4)
    found = [each.product.choices for each in plan.configurations]
    assert len({each.product.number for each in plan.configurations}) == len(found)
    assert plan.asked["random"] == 9
    assert plan.configurations[0].product == stand()
    for name, ends in {"height": (10, 40), "wall": (1, 4), "arms": (0, 8), "hollow": (False, True),
                       "metal": ("brass", "steel")}.items():
        for end in ends:
            assert any(each[name] == end for each in found), (name, end)
    levels = {"height": (10, 40), "wall": (1.0, 4.0), "arms": (0, 8), "hollow": (False, True), "metal": ("brass", "steel")}
    impossible = {(a, x, b, y) for a, x, b, y in plan.impossible}
    for a, b in itertools.combinations(levels, 2):
        for x, y in itertools.product(levels[a], levels[b]):
            met = any(each[a] == x and each[b] == y for each in found)
            assert met is ((a, x, b, y) not in impossible), (a, x, b, y)
    assert ("height", 40, "hollow", True) in impossible


def test_the_same_seed_gives_the_same_plan(stand):
    one, two, other = (planned(stand, 12, seed) for seed in (3, 3, 4))
    assert one.configurations == two.configurations
    assert [each.product for each in one.configurations] != [each.product for each in other.configurations]


def test_rules_that_contradict_each_other_leave_nothing_to_build(stand_with, workers):
    none = stand_with(("return self.wall >= 0.5 * self.arms", "return self.wall > 4.5 + 0 * self.arms"))
    plan = planned(none, 5, 0)
    assert plan.configurations == ()
    assert sweep(plan, workers()).failures == []


@pytest.mark.parametrize(("fails", "changes"), [
    (lambda product: product.height >= 33, {"height": (20.0, 33.0)}),
    (lambda product: product.height <= 12, {"height": (20.0, 12.0)}),
    (lambda product: product.arms >= 5 and product.metal == "steel",
     {"wall": (2.0, 2.5), "arms": (2, 5), "metal": ("brass", "steel")}),
    (lambda product: product.hollow and product.height > 25, {"height": (20.0, 26.0), "hollow": (False, True)}),
    (lambda product: len(product.inscription) >= 3, {"inscription": ("", None)}),
    (lambda product: True, {}),
], ids=["greater", "less", "two, through what the rules ask for", "two", "words", "the defaults"])
def test_a_failure_is_shrunk_to_the_smallest_change(stand, workers, fails, changes):
    found = sweep(planned(stand, 40, 1), workers(lambda product: "no such shape: 4.5" if fails(product) else ""))
    assert len(found.ways) == 1
    small = found.ways[0].smallest
    assert small.proven
    assert set(small.changes) == set(changes)
    for name, (before, value) in changes.items():
        assert small.changes[name][0] == before
        assert small.changes[name][1] == value or value is None
    assert fails(stand(**small.outcome.choices))
    assert len(small.outcome.choices["inscription"]) in (0, 3)
    assert len(found.failures) == sum(bool(fails(each.product)) for each in found.plan.configurations)


def test_no_single_change_of_the_smallest_can_be_left_out(stand, workers):
    def fails(product):
        return product.arms + 2 * product.hollow + product.wall >= 6.5

    for each in planned(stand, 60, 2).configurations:
        if not fails(each.product):
            continue
        builds = Builds(workers(lambda product: "too much" if fails(product) else ""))
        failing = builds.one(each.product)
        small = smallest(stand, failing, failing.faults[0].how, builds)
        here = stand(**small.outcome.choices)
        assert fails(here)
        assert set(small.changes) == {name for name, value in here.choices.items() if value != stand().choices[name]}
        for name in small.changes:
            kept = {other: value for other, value in here.choices.items() if other in small.changes and other != name}
            back = stand.space.complete(kept)
            fewer = sum(value != stand().choices[other] for other, value in back.choices.items()) < len(small.changes)
            assert not (fails(back) and fewer), (name, small)


def test_another_way_of_failing_is_not_followed(stand, workers):
    """Near the defaults everything fails in another way; what is asked about is kept apart."""
    def says(product):
        if product.height > 30:
            return f"the post is {product.height} mm high: too high"
        return "the arms meet" if product.arms > 4 else ""

    found = sweep(planned(stand, 30, 5), workers(says))
    assert [(way.how.said, way.smallest.outcome.choices["height"]) for way in sorted(found.ways, key=lambda way: way.how.said)] == [
        ("the arms meet", 20.0), ("the post is # mm high", 31.0)]


def test_the_search_for_the_smallest_ends(stand, workers):
    """Where every build takes until its deadline."""
    asked = workers(lambda product: "it was not done after 60 s" if product.height > 30 and product.arms != 3 else "")
    builds = Builds(asked)
    failing = Outcome(stand(height=40, arms=7, wall=4, metal="steel").number,
                      stand(height=40, arms=7, wall=4, metal="steel").choices,
                      (Fault("DeadlinePassed", "post", "it was not done after 60 s"),))
    builds.known[failing.number] = failing
    small = smallest(stand, failing, failing.faults[0].how, builds)
    assert len(asked.built) <= 12
    assert small.outcome.faults


@pytest.mark.parametrize(("said", "told"), [
    ("ValueError: no room (/srv/shop/stand/template.py:158)", "ValueError: no room (stand/template.py:158)"),
    ("1/2 of a/b.py is no path, /a/b/c/d.py:3 is", "1/2 of a/b.py is no path, c/d.py:3 is")])
def test_no_folder_of_the_machine_is_told(stand, workers, said, told):
    assert [fault.message for fault in Builds(workers(lambda product: said)).one(stand()).faults] == [told]


def test_what_a_template_raises_in_this_process_is_a_failure_too(stand_with, workers):
    """Bills and placements are made where the sweep runs."""
    broken = stand_with(("    @part(", "    @bought\n    def screws(self) -> Sequence[Item]:\n        return (Item('M2', quantity=8 // "
                         "(8 - self.arms)),)\n\n    @part("), ("import Mm, Option", "import Item, Mm, Option, bought"))
    found = sweep(planned(broken, 0, 0), workers())
    assert {each.fault.kind for each in found.failures} == {"ZeroDivisionError"}
    assert [way.smallest.changes for way in found.ways] == [{"wall": (2.0, 4.0), "arms": (2, 8)}]


def test_margins_are_the_least_of_what_was_built(stand, workers):
    found = sweep(planned(stand, 20, 6), workers())
    wall, hollow = found.margins
    assert wall.margin == min(each.product.wall - 0.5 * each.product.arms for each in found.plan.configurations)
    assert wall.planned.product.wall - 0.5 * wall.planned.product.arms == wall.margin
    assert hollow.rule == "hollow_ones_are_low"


def test_what_is_known_is_not_built_again(stand, workers):
    plan, first, second = planned(stand, 10, 7), workers(lambda product: "no" if product.arms == 8 else ""), workers()
    told: list[Outcome] = []
    one = sweep(plan, first, note=told.append)
    two = sweep(plan, second, known={each.number: each for each in told})
    assert second.built == []
    assert (two.outcomes, two.ways, two.margins) == (one.outcomes, one.ways, one.margins)
    assert two.known == len(plan.configurations)
    assert len(first.built) == len(set(first.built)) == len(told)
