"""The hypothesis strategy of configurations: valid, of every kind, and shrunk to the defaults."""

from __future__ import annotations

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from configurator import InvalidChoice, Product, load_template, template_names
from configurator.product.parameters import plain
from configurator.testing import configurations

EACH = {name: configurations(load_template(name)) for name in template_names()}
HUNT = settings(max_examples=300, database=None, phases=[Phase.generate, Phase.shrink])


def changed(product: Product) -> dict:
    defaults = product.defaults()
    return {name: value for name, value in product.choices.items() if value != plain(defaults[name])}


@pytest.mark.parametrize("name", EACH)
@settings(max_examples=25)
@given(data=st.data())
def test_examples_are_configurations_of_the_template(name: str, data: st.DataObject) -> None:
    template = load_template(name)
    product = data.draw(EACH[name])
    assert type(product) is template
    assert template(**product.choices) == product
    assert all(rule.holds(product) for rule in template.rules)


@pytest.mark.parametrize("name", EACH)
def test_the_simplest_example_is_the_default(name: str) -> None:
    template = load_template(name)
    assert find(EACH[name], lambda product: True, settings=HUNT) == template()


def test_a_failure_shrinks_to_the_smallest_change_of_one_parameter() -> None:
    ring = load_template("ring")
    wide = find(configurations(ring), lambda ring: ring.width > ring.defaults()["width"] + 0.05, settings=HUNT)
    grid = ring.parameters["width"].grid
    assert changed(wide) == {"width": grid.at(grid.nearest(ring.defaults()["width"]) + 1)}
    other = find(configurations(ring), lambda product: product.engraving.length >= 2, settings=HUNT)
    assert other.engraving.length == 2
    assert set(changed(other)) == {"engraving"}


def test_examples_use_every_parameter_and_words_of_several_letters() -> None:
    ring = load_template("ring")
    met: dict[str, set] = {name: set() for name in ring.parameters}

    @settings(max_examples=60, derandomize=True, database=None, phases=[Phase.generate])
    @given(configurations(ring))
    def collect(product: Product) -> None:
        for name, value in product.choices.items():
            met[name].add(value)

    collect()
    assert {name for name, values in met.items() if len(values) < 2} == set()
    assert any(len(set(words)) > 2 for words in met["engraving"])


def test_choices_that_are_fixed_are_kept() -> None:
    ring = load_template("ring")

    @settings(max_examples=20, database=None)
    @given(configurations(ring, {"profile": "court", "engraving": "Zoë"}))
    def keep(product: Product) -> None:
        assert (product.profile, product.engraving) == ("court", "Zoë")

    keep()
    simplest = find(configurations(ring, {"profile": "court", "engraving": "Zoë"}), lambda product: True, settings=HUNT)
    assert changed(simplest) == changed(ring.space.complete({"profile": "court", "engraving": "Zoë"}))


def test_choices_that_cannot_be_had_are_refused_with_the_reason() -> None:
    ring = load_template("ring")
    with pytest.raises(InvalidChoice, match="Width: 1000"):
        configurations(ring, {"width": 1000}).validate()
    with pytest.raises(InvalidChoice) as refused:
        configurations(ring, {"profile": "court", "comfort": False}).validate()
    with pytest.raises(InvalidChoice) as completed:
        ring.space.complete({"profile": "court", "comfort": False})
    assert str(refused.value) == str(completed.value)
