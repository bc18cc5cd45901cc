"""A law over the catalogue: whatever a template says to a customer, it says in every language."""

from __future__ import annotations

import inspect
from collections import Counter
from functools import cache

import pytest

from configurator import Product, load_template, template_names
from configurator.product.parameters import Choice
from configurator.product.parts import bought, derived, members
from configurator.product.product import described
from configurator.product.tables import Figures
from configurator.texts import LANGUAGES, fields

OTHERS = tuple(language for language in LANGUAGES if language != "en")
CATALOGUE = pytest.mark.parametrize("name", template_names())
LANGUAGE = pytest.mark.parametrize("language", OTHERS)


def items_of(template: type[Product]) -> dict[str, str]:
    """Bought items that the default configuration needs, with their English words: by name, or by that of their part."""
    product = template()
    drawn = {part if all(template.words.has(language, "items", part) for language in OTHERS) else item.name: item
             for part, item in product.drawn_items().items()}
    return {name: item.description or item.name for name, item in (
        *((item.name, item) for item in product.bought_items()), *drawn.items())}


@cache
def characteristics_of(template: type[Product]) -> dict[str, str]:
    """English words of what is controlled, in many configurations: by part and name."""
    products = [template(), *template.space.sample(24, seed=19)]
    return {f"{part}.{each.name}": template.characteristic_label(part, each)
            for product in products for part in template.parts for each in product.controlled(part)}


@cache
def materials_of(template: type[Product]) -> set[str]:
    """English words of what parts are made of where the customer does not choose it, and of its condition."""
    found = set()
    for product in (template(), *template.space.sample(24, seed=19)):
        for name, part in template.parts.items():
            if part.material not in template.parameters or getattr(product.material_of(name), "made_of", ""):
                found.add(product.material_label(name))
            found.add(product.condition_of(name))
    return found - {""}


def spoken(template: type[Product]) -> dict[tuple[str, str], str]:
    """Every English word or sentence that a customer may see: (section, key) -> text."""
    said = {("template", "title"): template.title, ("template", "description"): described(template)}
    for name, parameter in template.parameters.items():
        said["parameters", name] = parameter.label
        if parameter.hint:
            said["hints", name] = parameter.hint
        if parameter.group:
            said["groups", parameter.group] = parameter.group
        if isinstance(parameter, Choice):
            said |= {("options", f"{name}.{key}"): option.label or key for key, option in parameter.options.items()
                     if option.label and option.label != key}
    said |= {("rules", rule.name): rule.sentence for rule in template.rules}
    said |= {("notices", notice.name): notice.sentence for notice in template.notices}
    said |= {("aims", aim.name): aim.label for aim in template.aims}
    said |= {("parts", name): part.label for name, part in template.parts.items()}
    said |= {("characteristics", name): words for name, words in characteristics_of(template).items()}
    said |= {("materials", words): words for words in materials_of(template)}
    said |= {("items", name): words for name, words in items_of(template).items()}
    said |= {("interfaces", name): each.kind for name, each in template.interfaces.items()}
    return said


@CATALOGUE
@LANGUAGE
def test_everything_is_translated(name: str, language: str) -> None:
    template = load_template(name)
    optional = {("template", "description")}
    missing = [key for key in spoken(template) if key not in optional and not template.words.has(language, *key)]
    assert missing == []


@CATALOGUE
@LANGUAGE
def test_no_translation_is_left_over(name: str, language: str) -> None:
    template = load_template(name)
    options = {("options", f"{parameter}.{option}") for parameter, each in template.parameters.items()
               if isinstance(each, Choice) for option in each.options}
    # items depend on the choices; the section may hold more than the default configuration needs
    extra = template.words.keys(language) - set(spoken(template)) - options
    buys = bool(members(template, bought)) or any(part.is_bought for part in template.parts.values())
    assert {key for key in extra if key[0] != "items" or not buys} == set()


@CATALOGUE
@LANGUAGE
def test_no_translation_is_empty(name: str, language: str) -> None:
    words = load_template(name).words
    assert [key for key in words.keys(language) if not words.word(language, *key, "").strip()] == []


@CATALOGUE
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_fill_in_only_what_the_template_has(name: str, language: str) -> None:
    template = load_template(name)
    for rule in (*template.rules, *template.notices):
        sentence = template.words.word(language, f"{rule.kind}s", rule.name, rule.sentence)
        for field in fields(sentence):
            first, _, attribute = field.partition(".")
            parameter = template.parameters.get(first)
            member = inspect.getattr_static(template, first, None)
            assert parameter is not None or isinstance(member, (derived, Figures)), (rule.name, field)
            if attribute and isinstance(parameter, Choice):
                assert all(hasattr(option, attribute) for option in parameter.options.values()), (rule.name, field)
            if isinstance(member, Figures):
                assert attribute in set(member), (rule.name, field)


@CATALOGUE
@LANGUAGE
def test_a_sentence_tells_the_same_numbers_in_every_language(name: str, language: str) -> None:
    template = load_template(name)
    different = {rule.name: (rule.sentence, said) for rule in (*template.rules, *template.notices)
                 if Counter(fields(said := template.words.word(language, f"{rule.kind}s", rule.name, ""))) !=
                 Counter(fields(rule.sentence))}
    assert different == {}


@CATALOGUE
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_filled_for_a_configuration(name: str, language: str) -> None:
    product = load_template(name)()
    for rule in (*product.rules, *product.notices):
        said = product.say(product.words.word(language, f"{rule.kind}s", rule.name, rule.sentence), language)
        assert len(said) > 10, rule.name
        assert not set("{}") & set(said), said
