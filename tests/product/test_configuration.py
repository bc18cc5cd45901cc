"""The constructor: what a customer may choose, and how everything else is refused."""

from __future__ import annotations

import copy
import json
import math
import pickle
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import InvalidChoice, Product, load_template
from configurator.product.numbering import canonical, number
from configurator.texts import LANGUAGES

Ring = load_template("ring")
NBSP = "\N{NO-BREAK SPACE}"


def problems(**choices: Any) -> list[str]:
    """Each problem as "name: kind"."""
    with pytest.raises(InvalidChoice) as caught:
        Ring(**choices)
    return [f"{problem.name}: {problem.kind}" for problem in caught.value.problems]


def said(language: str = "en", **choices: Any) -> str:
    with pytest.raises(InvalidChoice) as caught:
        Ring(**choices)
    return caught.value.say(language)


@pytest.mark.parametrize("value", [
    2.2, 2.2000000000000006, 2.1999999999999997, 2.2000005, "2.2", "2.20", "+2.2", "22e-1", Decimal("2.2"), Fraction(11, 5)])
def test_a_number_on_its_grid_is_put_exactly_on_it(value: Any) -> None:
    ring = Ring(thickness=value)
    assert (ring.thickness, type(ring.thickness)) == (2.2, float)
    assert ring.number == Ring(thickness=2.2).number


def test_numpy_numbers_are_numbers() -> None:
    import numpy as np

    for kind in (np.float64, np.float32, np.int64, np.uint8):
        assert Ring(width=kind(5)).number == Ring(width=5).number
    assert type(Ring(width=np.float64(4.1)).width) is float
    assert problems(thickness=np.nan) == ["thickness: choice.not_finite"]
    assert problems(width=np.array([4.0, 5.0])) == ["width: choice.not_a_number"]
    assert problems(comfort=np.bool_(True)) == ["comfort: choice.not_a_flag"]


@pytest.mark.parametrize("value", [0.0, -0.0, "-0", "-0.0", Decimal("-0"), -0.0000001, 0])
def test_there_is_one_zero(value: Any) -> None:
    from configurator import length

    class Tilted(Product):
        prefix = "TI"
        offset: float = length(0, -1, 1, step=0.1, label="Offset")

    made = Tilted(offset=value)
    assert math.copysign(1, made.offset) == 1
    assert made.number == Tilted().number


@pytest.mark.parametrize(("value", "below", "above"), [
    (1.83, 1.8, 1.9), ("1.83", 1.8, 1.9), (1.8001, 1.8, 1.9), (1.8999, 1.8, 1.9), (2.9999, 2.9, 3.0), (1.000002, 1.0, 1.1)])
def test_off_the_grid_names_both_neighbours(value: Any, below: float, above: float) -> None:
    with pytest.raises(InvalidChoice) as caught:
        Ring(thickness=value)
    (problem,) = caught.value.problems
    assert (problem.kind, problem.values["below"], problem.values["above"]) == ("choice.off_grid", below, above)
    shown = f"{float(value)}"
    assert caught.value.say("en") == (f"Thickness: {shown}{NBSP}mm lies between two steps; choose {below:g}{NBSP}mm or "
                                      f"{above:g}{NBSP}mm.")
    assert f"{shown.replace('.', ',')}{NBSP}mm" in caught.value.say("de")


@pytest.mark.parametrize(("choices", "kind"), [
    ({"thickness": 0.9}, "out_of_bounds"), ({"thickness": 3.1}, "out_of_bounds"), ({"thickness": -1.8}, "out_of_bounds"),
    ({"thickness": 1e308}, "out_of_bounds"), ({"thickness": 10**400}, "not_finite"), ({"thickness": "1e999"}, "not_finite"),
    ({"thickness": math.nan}, "not_finite"), ({"thickness": math.inf}, "not_finite"), ({"thickness": -math.inf}, "not_finite"),
    ({"thickness": "nan"}, "not_finite"), ({"thickness": "-Infinity"}, "not_finite"), ({"thickness": Decimal("NaN")}, "not_finite"),
    ({"thickness": Decimal("sNaN")}, "not_finite"), ({"thickness": Decimal("Infinity")}, "not_finite"),
    ({"thickness": True}, "not_a_number"), ({"thickness": None}, "not_a_number"), ({"thickness": b"1.8"}, "not_a_number"),
    ({"thickness": ""}, "not_a_number"), ({"thickness": "1,8"}, "not_a_number"), ({"thickness": "1.8mm"}, "not_a_number"),
    ({"thickness": "٢"}, "not_a_number"), ({"thickness": "1_8"}, "not_a_number"), ({"thickness": "0x2"}, "not_a_number"),
    ({"thickness": "1" * 10_000}, "not_a_number"), ({"thickness": 2 + 0j}, "not_a_number"), ({"thickness": [1.8]}, "not_a_number"),
    ({"thickness": {}}, "not_a_number"), ({"thickness": object()}, "not_a_number"), ({"thickness": " 1.8"}, "not_a_number"),
    ({"profile": "round"}, "not_offered"), ({"profile": ""}, "not_offered"), ({"profile": None}, "not_offered"),
    ({"profile": 1}, "not_offered"), ({"profile": ["D"]}, "not_offered"), ({"profile": "d"}, "not_offered"),
    ({"profile": "D" * 10_000}, "not_offered"), ({"profile": b"D"}, "not_offered"),
    ({"alloy": "Au750 Pd150"}, "withheld"),
    ({"comfort": 1}, "not_a_flag"), ({"comfort": "yes"}, "not_a_flag"), ({"comfort": None}, "not_a_flag"), ({"comfort": 0.0}, "not_a_flag"),
    ({"engraving": 7}, "not_text"), ({"engraving": None}, "not_text"), ({"engraving": b"Ida"}, "not_text"),
    ({"engraving": ["Ida"]}, "not_text"), ({"engraving": "x" * 31}, "too_long"), ({"engraving": "x" * 10_000}, "too_long"),
    ({"engraving": "漢字"}, "no_glyph"), ({"engraving": "I ♥ you"}, "no_glyph"), ({"engraving": "😀"}, "no_glyph"),
    ({"engraving": "a\tb"}, "not_printable"), ({"engraving": "a\nb"}, "not_printable"), ({"engraving": "a\0b"}, "not_printable"),
    ({"engraving": "a\u202eb"}, "not_printable"), ({"engraving": "a\u200bb"}, "not_printable"), ({"engraving": "\ud800"}, "not_printable"),
    ({"engraving": " Ida"}, "outer_space"), ({"engraving": "Ida "}, "outer_space"), ({"engraving": " "}, "outer_space"),
    ({"engraving": "=1+1"}, "like_a_formula"), ({"engraving": "@SUM(1)"}, "like_a_formula"), ({"engraving": "+49"}, "like_a_formula"),
    ({"engraving": "-1"}, "like_a_formula"),
    ({"widht": 4}, "near"), ({"xyzzy": 4}, "unknown"), ({"x" * 10_000: 4}, "unknown"), ({"__class__": 4}, "unknown"),
    ({"": 4}, "unknown"), ({"number": "RG-0000000000"}, "unknown"),
])
def test_each_bad_choice_is_one_clear_refusal_in_every_language(choices: dict[str, Any], kind: str) -> None:
    assert problems(**choices) == [f"{next(iter(choices))}: choice.{kind}"]
    for language in LANGUAGES:
        sentence = said(language, **choices)
        assert len(sentence) < 500
        assert sentence.replace(NBSP, " ").isprintable()
        assert not set("{}") & set(sentence.replace(repr(next(iter(choices.values()))), ""))
    assert len({said(language, **choices) for language in LANGUAGES}) == 3


def test_a_misspelled_name_is_recognised_and_an_unknown_one_told_what_there_is() -> None:
    assert said(widht=4) == "There is no choice called “widht”. Did you mean “width”?"
    assert said(xyzzy=4).endswith(f"There are: {', '.join(Ring.parameters)}.")


def test_every_problem_is_told_at_once() -> None:
    found = problems(thickness=1, profile="court", engraving="Åg" * 15, letter_height=3, circumference=54.3, widht=4, finish="matt")
    assert found == ["widht: choice.near", "circumference: choice.off_grid", "finish: choice.not_offered",
                     "band_is_strong_enough: rule", "court_is_rounded_inside: rule", "letters_fit_across: rule"]
    # the rule about the length of the line depends on the circumference, which is not known
    found = problems(thickness=1, profile="court", engraving="W" * 30, letter_height=1.6, width=2)
    assert found == ["band_is_strong_enough: rule", "court_is_rounded_inside: rule", "letters_fit_around: rule",
                     "letters_fit_across: rule", "strokes_can_be_cut: rule"]


def test_sentences_are_filled_in_with_the_customers_numbers_in_each_language() -> None:
    choices = {"thickness": 1.2, "alloy": "Ag925", "engraving": "Ida"}
    assert said("en", **choices) == ("Silver 925, Cast, needs at least 1.5 mm of metal; this band has 1.1 mm where it is "
                                     "thinnest in the middle. Choose it thicker.")
    assert said("fr", **choices) == ("Argent 925 (Fonte à cire perdue) demande au moins 1,5 mm de métal ; cet anneau en a "
                                     "1,1 mm à l'endroit le plus mince du milieu. Choisissez-le plus épais.")
    assert said("de", **choices) == ("Silber 925 (Gegossen) braucht mindestens 1,5 mm Metall; dieser Ring hat in der Mitte an "
                                     "der dünnsten Stelle 1,1 mm. Wählen Sie ihn dicker.")
    with pytest.raises(InvalidChoice) as caught:
        Ring(**choices)
    assert str(caught.value) == said("en", **choices)
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).say("de") == said("de", **choices)


def test_text_is_composed_so_that_equal_words_are_equal_numbers() -> None:
    composed, apart = Ring(engraving="Zo\u00eb"), Ring(engraving="Zoe\u0308")
    assert composed == apart
    assert composed.number == apart.number
    assert composed.engraving == "Zo\u00eb"
    assert Ring(engraving="\u212b").number == Ring(engraving="\u00c5").number  # Angstrom sign, A with ring
    assert Ring(engraving="e\u0308" * 30, width=6, circumference=76)
    assert problems(engraving="e\u0308" * 31) == ["engraving: choice.too_long"]


def test_a_configuration_cannot_be_changed() -> None:
    ring = Ring()
    for change in (lambda: setattr(ring, "width", 5), lambda: delattr(ring, "width"), lambda: setattr(ring, "colour", 5)):
        with pytest.raises(ValueError, match="frozen|extra|no field"):
            change()
    with pytest.raises(ValueError, match="frozen"):
        ring.alloy.density = 1.0
    assert ring == Ring()
    assert hash(ring) == hash(Ring())


def test_no_way_round_the_rules() -> None:
    with pytest.raises(TypeError, match=r"would skip the rules; call Ring\(\.\.\.\)"):
        Ring.model_construct(thickness=1)
    with pytest.raises(InvalidChoice, match="needs at least"):
        Ring().model_copy(update={"thickness": 1})
    with pytest.raises(InvalidChoice, match="Did you mean"):
        Ring().model_copy(update={"widht": 5})
    assert Ring().model_copy(update={"width": "5"}, deep=True) == Ring(width=5)
    with pytest.raises(ValueError, match="needs at least"):
        Ring.model_validate({"thickness": 1})
    with pytest.raises(ValueError, match="needs at least"):
        Ring.model_validate_json('{"thickness": 1}')
    with pytest.raises(ValueError, match="between two steps"):
        Ring.model_validate_json('{"thickness": 1.23}')
    state = Ring().__reduce__()
    with pytest.raises(InvalidChoice):
        state[0](state[1][0], {**state[1][1], "thickness": 1})


CHOSEN = {"circumference": 58.5, "width": 5.2, "thickness": 2.4, "profile": "court", "comfort": True, "alloy": "Pt950 Ru",
          "making": "turn-mill", "engraving": "Zoë & Ida · 21.06."}


@pytest.mark.parametrize("choices", [{}, CHOSEN])
def test_a_configuration_survives_every_journey(choices: dict[str, Any]) -> None:
    ring = Ring(**choices)
    journeys = [pickle.loads(pickle.dumps(ring)), copy.copy(ring), copy.deepcopy(ring), ring.model_copy(),
                Ring(**ring.choices), Ring(**ring.model_dump()), Ring.model_validate(ring.model_dump()),
                Ring.model_validate_json(ring.model_dump_json()), Ring(**json.loads(json.dumps(ring.choices)))]
    for arrived in journeys:
        assert arrived == ring
        assert (arrived.number, arrived.choices) == (ring.number, ring.choices)
        assert arrived.alloy.density == ring.alloy.density
        assert arrived.engraving.width == ring.engraving.width
    assert ring.model_dump(mode="json") == ring.choices
    assert all(type(value) in (str, float, int, bool) for value in ring.choices.values())


def test_the_json_schema_says_what_may_be_chosen() -> None:
    schema = Ring.model_json_schema()
    of = schema["properties"]
    assert (schema["additionalProperties"], list(of)) == (False, list(Ring.parameters))
    assert of["thickness"] == {"default": 1.8, "maximum": 3.0, "minimum": 1.0, "title": "Thickness", "type": "number",
                               "x-step": 0.1, "x-unit": "mm"}
    assert of["alloy"]["enum"] == list(Ring.parameters["alloy"].options)
    assert "Au750 Pd150" not in of["alloy"]["enum"]
    assert of["alloy"]["default"] == "Au750 3N"
    assert (of["comfort"]["type"], of["comfort"]["default"]) == ("boolean", False)
    assert (of["engraving"]["type"], of["engraving"]["maxLength"]) == ("string", 30)
    json.dumps(schema)


# --- numbers


GOLDEN = {"": "RG-GKR1HR4ERT", "chosen": "RG-WVY88BXT60"}


def test_numbers_never_change() -> None:
    """If this fails, every number that was ever given to a customer changes. Give the template a new revision instead."""
    assert {"": Ring().number, "chosen": Ring(**CHOSEN).number} == GOLDEN
    assert number("XY", "box", "A", {"a": 1.5, "b": "ë", "c": True}) == "XY-DH80PT0C9N"


def test_numbers_of_parts_fit_into_a_title_block() -> None:
    ring = Ring(**CHOSEN)
    assert ring.part_number("band") == ring.number + "-01"
    assert len(ring.part_number("band")) == 16


def test_a_number_follows_from_prefix_template_revision_and_parameters_alone() -> None:
    base = number("RG", "ring", "A", {"a": 1.0, "b": 2})
    assert base == number("RG", "ring", "A", {"b": 2, "a": 1.0})
    others = {number("RG", "ring", "B", {"a": 1.0, "b": 2}), number("RG", "band", "A", {"a": 1.0, "b": 2}),
              number("RG", "ring", "A", {"a": 1.1, "b": 2}), number("RG", "ring", "A", {"a": 1.0, "b": "2"})}
    assert len(others | {base}) == 5
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": math.nan})


@given(st.dictionaries(st.text("abc", min_size=1), st.integers() | st.booleans() | st.text(max_size=5), max_size=4))
def test_a_number_is_ten_letters_that_cannot_be_misread(parameters: dict[str, Any]) -> None:
    made = number("AB", "t", "A", parameters)
    assert len(made) == 13
    assert made.startswith("AB-")
    assert set(made[3:]) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_numbers_depend_on_no_process_and_no_hash_seed() -> None:
    code = f"from configurator import load_template; print(load_template('ring')(**{CHOSEN!r}).number)"
    found = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}).stdout.strip() for seed in ("0", "4711")}
    assert found == {Ring(**CHOSEN).number}
