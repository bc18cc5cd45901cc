"""Lettering: how wide a line of text is, where its ink lies, and the outlines of its letters.

The typeface is Barlow Semi Condensed (SIL Open Font License), close to ISO 3098 lettering; what it has no letter for
(symbols.py) is drawn. All measures are in cap heights, X from the start of the line, Y from the base line. Letters
stand where their advances put them, without kerning, so that every writer sets them alike.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from .errors import SheetError
from .model import Box
from .symbols import STROKE, Symbol, symbols

FONT_NAME = "Barlow Semi Condensed"
FONT_FILE = Path(__file__).parent / "BarlowSemiCondensed-Regular.ttf"


class Glyph(NamedTuple):
    """One letter or symbol."""

    advance: float
    ink: Box | None
    """Where its ink lies; None for spaces."""


class Piece(NamedTuple):
    """Letters of a line that follow one another, or one symbol."""

    x: float
    string: str
    width: float
    symbol: Symbol | None


@cache
def _face() -> tuple[Any, float]:
    """The typeface as its shaper reads it, and its cap height in its own units."""
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT_FILE))))
    return font, float(font.get_glyph_extents(font.get_nominal_glyph(ord("H"))).y_bearing)


@cache
def em() -> float:
    """Size of the typeface for which capitals are 1 high."""
    font, cap = _face()
    return float(font.face.upem) / cap


@cache
def glyph(character: str) -> Glyph:
    """A letter or symbol. SheetError if there is none for the character."""
    symbol = symbols().get(character)
    if symbol:
        points = [point for stroke in (*symbol.strokes, *symbol.fills) for point in stroke]
        xs, ys = zip(*points, strict=True)
        return Glyph(symbol.advance, Box(min(xs), min(ys), max(xs), max(ys)).grown(STROKE / 2))
    font, cap = _face()
    found = font.get_nominal_glyph(ord(character))
    if not found:
        raise SheetError(f"the lettering of drawings has no {character!r} (U+{ord(character):04X}); write it in other letters")
    extents = font.get_glyph_extents(found)
    left, top = extents.x_bearing / cap, extents.y_bearing / cap
    ink = Box(left, top + extents.height / cap, left + extents.width / cap, top) if extents.width else None
    return Glyph(font.get_glyph_h_advance(found) / cap, ink)


@lru_cache(maxsize=4096)
def width(string: str) -> float:
    """Length of a line. SheetError if it holds a character that cannot be drawn."""
    return sum(glyph(character).advance for character in string)


@lru_cache(maxsize=4096)
def ink(string: str) -> Box | None:
    """Where the ink of a line lies; None if it has none."""
    x, found = 0.0, []
    for character in string:
        advance, box = glyph(character)
        if box:
            found.append(box.moved(x, 0.0))
        x += advance
    if not found:
        return None
    return Box(min(box.left for box in found), min(box.bottom for box in found),
               max(box.right for box in found), max(box.top for box in found))


@lru_cache(maxsize=4096)
def pieces(string: str) -> tuple[Piece, ...]:
    """A line cut where a symbol stands."""
    found: list[Piece] = []
    x, run, start, drawn = 0.0, "", 0.0, symbols()
    for character in string:
        advance = glyph(character).advance
        if character in drawn:
            if run:
                found.append(Piece(start, run, x - start, None))
            found.append(Piece(x, character, advance, drawn[character]))
            run, start = "", x + advance
        else:
            run += character
        x += advance
    if run:
        found.append(Piece(start, run, x - start, None))
    return tuple(found)


class _Pen:
    """Collects an outline as SVG writes paths, in cap heights. Speaks the pen protocol of fontTools."""

    def __init__(self, cap: float) -> None:
        self.cap = cap
        self.parts: list[str] = []

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        self.parts.append(letter + " ".join(f"{x / self.cap:.3f} {y / self.cap:.3f}" for x, y in points))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("Z")

    endPath = closePath  # noqa: N815


@cache
def outline(character: str) -> str:
    """Outline of a letter as SVG writes paths, in cap heights, Y up; empty for spaces."""
    font, cap = _face()
    pen = _Pen(cap)
    font.draw_glyph_with_pen(font.get_nominal_glyph(ord(character)), pen)
    return "".join(pen.parts)
