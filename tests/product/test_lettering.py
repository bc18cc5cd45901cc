"""Texts that may be set in several fonts: their characters, their measures, in rules and out of them."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from typing import Any

import pytest

from configurator import (
    SANS,
    Font,
    InvalidChoice,
    Mm,
    Product,
    RuleError,
    TemplateError,
    Text,
    derived,
    flag,
    length,
    rule,
    text,
)
from configurator.product.schema import json_schema
from configurator.texts import LANGUAGES


@dataclass(frozen=True)
class Broad(Font):
    """A font half as wide again, and lower, so that a test can tell it from its neighbour."""

    def width(self, text: str) -> float:
        return 1.5 * super().width(text)

    def height(self, text: str) -> tuple[float, float]:
        low, high = super().height(text)
        return low - 0.1, 0.9 * high


BROAD = Broad("Broad", "Lato-Heavy.ttf", "SIL OFL 1.1", unsound="Wß")


class Plate(Product):
    """A plate with a line in one of two fonts. Frame: none."""

    prefix, revision = "PL", "A"
    room: Mm = length(20, 5, 40, step=1, label="Room")
    size: Mm = length(2, 1, 4, step=0.5, label="Letters")
    broad: bool = flag(False, label="Broad letters")
    line: Text = text(12, label="Line", fonts=(SANS, BROAD))

    @derived
    def long(self) -> Mm:
        """Length of the line in the font that was chosen."""
        return self.line.set_in(BROAD if self.broad else SANS).width * self.size

    @rule
    def fits(self) -> bool:
        """The line is {long} mm long and there is room for {room} mm: shorten it."""
        return self.long <= self.room

    @rule
    def not_deep(self) -> bool:
        """The line hangs {size} mm low: choose other words."""
        return self.line.set_in(BROAD).fall + self.line.set_in(SANS).rise <= 2


def test_a_text_measures_in_each_of_its_fonts() -> None:
    line = Plate(line="Hg").line
    assert line.set_in(SANS).width == line.width == SANS.width("Hg")
    assert line.set_in(BROAD).width == pytest.approx(1.5 * line.width)
    assert line.set_in(BROAD).rise == pytest.approx(0.9 * line.rise)
    assert line.set_in(BROAD).fall == pytest.approx(line.fall + 0.1)
    assert line.font is SANS


def test_the_first_font_is_the_texts_own() -> None:
    class Other(Product):
        prefix = "OT"
        line: Text = text(5, label="Line", fonts=(BROAD, SANS), default="Ag")

    assert Other().line.width == BROAD.width("Ag") == pytest.approx(1.5 * Other().line.set_in(SANS).width)
    assert Text("Ag").fonts == (SANS,)


def test_only_characters_that_every_font_has_are_taken() -> None:
    with pytest.raises(InvalidChoice) as caught:
        Plate(line="Wßa")
    (problem,) = caught.value.problems
    assert (problem.kind, problem.values["characters"]) == ("choice.no_glyph_in_all", "W ß")
    assert len({problem.say(language) for language in LANGUAGES}) == 3
    assert all("W ß" in problem.say(language) for language in LANGUAGES)


def test_every_candidate_of_a_text_can_be_chosen() -> None:
    parameter = Plate.parameters["line"]
    candidates = parameter.candidates()
    assert [parameter.accept(each) for each in candidates] == list(candidates)
    assert not any("W" in each or "ß" in each for each in candidates)
    assert any(len(each) == 12 for each in candidates)


@pytest.mark.parametrize("broad", [False, True])
def test_rules_see_the_chosen_font(broad: bool) -> None:
    fits, not_deep = Plate.rules
    assert fits.scope == {"room", "size", "broad", "line"}
    assert not_deep.scope == {"line"}
    made = Plate(line="HHH", broad=broad, room=20)
    font = BROAD if broad else SANS
    assert made.long == pytest.approx(2 * font.width("HHH"))
    assert fits.margin(made) == pytest.approx(20 - made.long)
    needed = 4 * font.width("HHHHHHHH")
    assert needed > 20
    with pytest.raises(InvalidChoice, match=f"{needed:.2f}".rstrip("0").rstrip(".") + " mm long"):
        Plate(line="HHHHHHHH", broad=broad, size=4, room=20)


def test_a_font_that_was_not_offered_is_refused_in_rules_and_out_of_them() -> None:
    other = Font("Other", "Lato-Heavy.ttf", "none")
    with pytest.raises(TemplateError, match=r"set_in\(Other\).*Lato Heavy, Broad only.*fonts="):
        Plate(line="a").line.set_in(other)

    for wrong in (other, "Broad"):
        with pytest.raises(RuleError, match=r"self\.line\.set_in\((Other|Broad)\): this text may be set in Lato Heavy only"):
            class Bad(Product):
                prefix = "BA"
                line: Text = text(5, label="Line")

                @rule
                def short(self) -> bool:
                    """It is short enough."""
                    return self.line.set_in(wrong).width < 5  # noqa: B023 - run at once

    with pytest.raises(RuleError, match="a text that is set for width, rise, fall, not for 'length'"):
        class Worse(Product):
            prefix = "WO"
            line: Text = text(5, label="Line")

            @rule
            def short(self) -> bool:
                """It is short enough."""
                return self.line.set_in(SANS).length < 5


@pytest.mark.parametrize("fonts", [(), (SANS, Broad("Lato Heavy", "Lato-Heavy.ttf", "")), (Font("A.B", "x.ttf", ""),)])
def test_fonts_must_be_there_and_have_names_of_their_own(fonts: tuple[Font, ...]) -> None:
    with pytest.raises(TemplateError, match="Line: a text needs one font or more"):
        text(5, label="Line", fonts=fonts)


def test_the_schema_names_one_font_or_all_of_them() -> None:
    def font(template: type[Product]) -> Any:
        return json_schema(template)["properties"]["line"]["x-font"]

    class Plain(Product):
        prefix = "PP"
        line: Text = text(5, label="Line")

    assert font(Plain) == "Lato Heavy"
    assert font(Plate) == ["Lato Heavy", "Broad"]


def test_a_text_keeps_its_fonts_where_it_is_copied_and_its_words_make_the_number() -> None:
    line = Plate(line="Ag").line
    for same in (pickle.loads(pickle.dumps(line)), copy.copy(line), copy.deepcopy(line)):
        assert (same, same.fonts, type(same)) == ("Ag", (SANS, BROAD), Text)
    assert Plate(line="Ag").number == Plate(line=Text("Ag", (BROAD,))).number
    assert Plate(line=Text("Ag", (BROAD,))).line.fonts == (SANS, BROAD)
