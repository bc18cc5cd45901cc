"""A customer's text, and how large it is in each font that it may be set in. Cap heights; knows no kernel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from configurator.errors import TemplateError
from configurator.standards.fonts import SANS, Font


@dataclass(frozen=True)
class SetText:
    """A text set in one font: its measures in cap heights, so that times the letter height they are mm."""

    text: str
    font: Font

    @property
    def width(self) -> float:
        """Length of the set line."""
        return self.font.width(self.text)

    @property
    def rise(self) -> float:
        """Height of the ink above the base line: 1 for capitals, more for accents on them."""
        return self.font.height(self.text)[1]

    @property
    def fall(self) -> float:
        """Depth of the ink below the base line: 0 unless there are descenders."""
        return -min(self.font.height(self.text)[0], 0.0)


class Text(str):
    """A customer's text. `.length` and `.width` (not `len`) can be used in rules.

    `width`, `rise` and `fall` are those in its first font; `set_in(font)` has them in another one of its fonts.
    """

    __slots__ = ("fonts",)
    fonts: tuple[Font, ...]

    def __new__(cls, words: str = "", fonts: tuple[Font, ...] = (SANS,)) -> Self:
        """`words`, which may be set in `fonts`."""
        made = super().__new__(cls, words)
        made.fonts = fonts
        return made

    @property
    def font(self) -> Font:
        """The first of its fonts."""
        return self.fonts[0]

    @property
    def length(self) -> int:
        """Number of characters."""
        return len(self)

    @property
    def width(self) -> float:
        """Length of the set line in its first font, in cap heights: times the letter height it is mm."""
        return self.set_in(self.font).width

    @property
    def rise(self) -> float:
        """Height of the ink above the base line, cap heights: 1 for capitals, more for accents on them."""
        return self.set_in(self.font).rise

    @property
    def fall(self) -> float:
        """Depth of the ink below the base line, cap heights: 0 unless there are descenders."""
        return self.set_in(self.font).fall

    def set_in(self, font: Font) -> SetText:
        """Its measures in one of its fonts. TemplateError if `font` is none of them: its letters were not looked at."""
        if font not in self.fonts:
            raise TemplateError(not_offered(font, self.fonts))
        return SetText(str(self), font)

    @property
    def by_font(self) -> ByFont:
        """`set_in` by the font's name as an attribute, for expressions that read by dotted names."""
        return ByFont(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return Text, (str(self), tuple(map(replace, self.fonts)))  # fresh ones: a drawn font holds what cannot be pickled

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))


class ByFont:
    """Attributes are names of fonts; what they give is the text set in that font."""

    __slots__ = ("_text",)

    def __init__(self, text: Text) -> None:
        self._text = text

    def __getattr__(self, name: str) -> SetText:
        font = next((font for font in self._text.fonts if font.name == name), None)
        if font is None:
            raise AttributeError(name)
        return SetText(str(self._text), font)


def not_offered(font: object, fonts: Iterable[Font]) -> str:
    """Why a text cannot be set in `font`, for who writes the template."""
    return (f"set_in({getattr(font, 'name', font)!s}): this text may be set in {', '.join(each.name for each in fonts)} "
            "only; put the font into text(..., fonts=...), so that every character is looked for in it")
