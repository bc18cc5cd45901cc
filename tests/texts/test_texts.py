"""Every sentence of the program in every language, and numbers as each language writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import configurator.texts as texts
from configurator.product.parameters import Quantity
from configurator.texts import LANGUAGES, fields, fill, say, sentences, written

OTHERS = tuple(language for language in LANGUAGES if language != "en")
NBSP = "\N{NO-BREAK SPACE}"
ROOM = Path(texts.__file__).parents[1]


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(sentences(language)) == list(sentences("en"))


@pytest.mark.parametrize("key", sentences("en"))
def test_a_sentence_fills_in_the_same_fields_in_every_language(key: str) -> None:
    assert {language: sorted(fields(sentences(language)[key])) for language in OTHERS} == dict.fromkeys(
        OTHERS, sorted(fields(sentences("en")[key])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_keeps_a_brace_that_is_no_field(language: str) -> None:
    bad = [key for key, text in sentences(language).items()
           if not text.strip() or text != text.strip() or set("{}") & set(fill(text, language, lambda name: "x"))]
    assert bad == []


@pytest.mark.parametrize("language", OTHERS)
def test_whole_sentences_are_translated_not_copied(language: str) -> None:
    copied = [key for key, text in sentences("en").items()
              if " " in text and sentences(language)[key] == text and re.search("[A-Za-z]", fill(text, "en", lambda name: ""))]
    assert copied == []


def test_every_key_that_the_program_says_exists_and_every_key_is_said() -> None:
    files = [*ROOM.rglob("*.py"), *(ROOM.parent / "frontend").glob("*/texts.ts")]
    sources = "\n".join(file.read_text(encoding="utf-8") for file in files)
    tables = {key.partition(".")[0] for key in sentences("en")}
    said = {match[1] for match in re.finditer(rf'"((?:{"|".join(tables)})\.[a-z_]+)"', sources)}
    assert said - set(sentences("en")) == set()
    # a key may be put together from a table and a name, so the name alone counts as said
    unsaid = [key for key in sentences("en") if key not in said and not re.search(rf"\b{key.partition('.')[2]}\b", sources)]
    assert unsaid == []


def test_a_language_that_nobody_wrote_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="'it' is not one of en, fr, de"):
        sentences("it")


@pytest.mark.parametrize(("value", "en", "fr", "de"), [
    (1.5, "1.5", "1,5", "1,5"),
    (2.0, "2", "2", "2"),
    (-0.0, "0", "0", "0"),
    (-0.0001, "0", "0", "0"),
    (10.2000000001, "10.2", "10,2", "10,2"),
    (1234567.891, "1234567.891", "1234567,891", "1234567,891"),
    (100.0, "100", "100", "100"),
    (-1e308, "-1e+308", "-1e+308", "-1e+308"),
    (7, "7", "7", "7"),
    (True, "yes", "oui", "ja"),
    (False, "no", "non", "nein"),
    ("1.5", "1.5", "1.5", "1.5"),
    (Quantity(1.8, "mm"), f"1.8{NBSP}mm", f"1,8{NBSP}mm", f"1,8{NBSP}mm"),
    (Quantity(90, "°"), "90°", "90°", "90°"),
    (Quantity(3, ""), "3", "3", "3"),
    (Quantity(1.83123456, "mm", exact=True), f"1.83123456{NBSP}mm", f"1,83123456{NBSP}mm", f"1,83123456{NBSP}mm"),
    (Quantity(100.0, "mm", exact=True), f"100{NBSP}mm", f"100{NBSP}mm", f"100{NBSP}mm"),
])
def test_values_are_written_as_a_person_of_that_language_writes_them(value: object, en: str, fr: str, de: str) -> None:
    assert [written(value, language) for language in LANGUAGES] == [en, fr, de]


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
@example(262144.8125)
def test_a_written_number_is_the_number_to_three_decimals_without_trailing_zeros(value: float) -> None:
    english, german = written(value), written(value, "de")
    # as decimals: the difference of two floats is rounded itself
    assert float(english) == value or abs(Decimal(english) - Decimal(value)) <= Decimal("0.0005")
    assert german.replace(",", ".") == english
    assert not re.search(r"\.\d*0$|\.$|^-0$", english)


def test_sentences_tell_worked_out_numbers_to_about_four_figures() -> None:
    of = {"a": Quantity(136.72634, "mm"), "b": 21.43712, "c": 0.123456, "d": 12345.6789, "e": 37.125, "f": Quantity(136.72634, "mm", exact=True)}
    assert fill("{a}, {b}, {c}, {d}, {e}", "en", of.__getitem__) == "136.7\N{NO-BREAK SPACE}mm, 21.44, 0.123, 12346, 37.125"
    assert fill("{f}", "de", of.__getitem__) == "136,72634\N{NO-BREAK SPACE}mm"


def test_two_numbers_of_a_sentence_that_differ_read_differently() -> None:
    assert fill("{a} of {b}", "en", {"a": 136.7263, "b": 136.7311}.__getitem__) == "136.726 of 136.731"
    assert fill("{a} of {b}", "en", {"a": 136.7263, "b": 136.8311}.__getitem__) == "136.7 of 136.8"


def test_sentences_are_filled_once_so_that_a_customer_cannot_write_a_field() -> None:
    assert say("choice.no_glyph", "en", label="{label}", characters="{characters}{x.y}").startswith("{label}: ")
    assert fill("{a.b} and {a}", "en", {"a.b": 1.25, "a": "{b}"}.__getitem__) == "1.25 and {b}"


def test_fields_are_dotted_names_in_order() -> None:
    assert fields("{b.c} {a} { } {1} {}") == ("b.c", "a")
