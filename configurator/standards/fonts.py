"""Fonts that are bundled, measured and drawn without a CAD kernel.

Everything is told in units of the cap height (the height of "H"), so that a text 1.4 mm high is these numbers
times 1.4. X runs along the line from the start of the first letter, Y up from the base line.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from math import floor, inf
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

XY: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[XY, ...]
"""Two points: a line. Three: a quadratic Bezier curve. Four: a cubic one."""
Contour: TypeAlias = tuple[Segment, ...]
"""Closed: each segment begins where the one before ends."""

_FOLDER = Path(__file__).parent / "fonts"
TRACKING = 0.08
"""Space added between letters, cap heights (design): cut letters need more air than printed ones."""
CLEARANCE = TRACKING / 2
"""Least space between the ink of letters, cap heights (design). Typefaces have pairs that touch, such as "Q,"."""
_BAND = 1 / 16  # cap heights; letters are kept apart band by band, and from the bands beside it


@dataclass(frozen=True)
class Font:
    """A bundled typeface.

    `unsound` are characters whose outlines cross themselves and so bound no face. `serif` is the thickness of the
    thinnest serif in cap heights, measured between opposite sides of the outlines of all letters and figures; infinite
    for a typeface that has none.
    """

    name: str
    file: str
    licence: str
    unsound: str = ""
    serif: float = inf

    @cached_property
    def path(self) -> Path:
        """Where the font lies."""
        return _FOLDER / self.file

    @cached_property
    def _drawn(self) -> Any:
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path))))

    @cached_property
    def _cap(self) -> float:
        """Height of "H" in the font's own units."""
        return float(self._drawn.get_glyph_extents(self._drawn.get_nominal_glyph(ord("H"))).y_bearing)

    @cached_property
    def stroke(self) -> float:
        """Stroke of the typeface, cap heights: the least of the stem of "l", the bars of "H" and "e", the top of "o", and
        of the serifs: a tool that is no thicker can follow all of them.

        Where a bow joins a stem it is thinner still, as in every typeface.
        """
        bars = []
        for letter in "He":
            crossings = _crossings(self.outlines(letter), 0.5)
            bars += [high - low for low, high in zip(crossings[::2], crossings[1::2], strict=True)]
        top = _crossings(self.outlines("o"), 0.5)
        stem = [x for contour in self.outlines("l") for segment in contour for x, _ in segment]
        return min(*bars, top[1] - top[0], max(stem) - min(stem), self.serif)

    @cached_property
    def reach(self) -> float:
        """Furthest that the ink of any one letter reaches to a side of the middle of its advance, cap heights."""
        furthest = 0.0
        for code in self._drawn.face.unicodes:
            glyph = self._drawn.get_nominal_glyph(code)
            ink, middle = self._drawn.get_glyph_extents(glyph), self._drawn.get_glyph_h_advance(glyph) / 2
            if ink.width and not self._excluded(chr(code)):  # what has ink has outlines: they need not be drawn for this
                furthest = max(furthest, middle - ink.x_bearing, ink.x_bearing + ink.width - middle)
        return furthest / self._cap

    def missing(self, text: str) -> str:
        """The characters of `text` that this font cannot draw soundly, each once, in order."""
        return "".join(dict.fromkeys(character for character in text if not self.has(character)))

    @lru_cache(maxsize=4096)  # noqa: B019 - fonts live as long as the program
    def has(self, character: str) -> bool:
        """Whether the character can be cut: it has an outline of its own that does not cross itself, or is a space."""
        if character == " ":
            return True
        if self._excluded(character):
            return False
        glyph = self._drawn.get_nominal_glyph(ord(character))
        return bool(glyph) and bool(self.outlines(character))

    def _excluded(self, character: str) -> bool:
        return character in self.unsound or unicodedata.category(character)[0] in "MCZ"

    def width(self, text: str) -> float:
        """Length of the inked line from its first to its last point, cap heights; 0 for nothing."""
        left, right, _, _ = self._ink(text)
        return right - left

    def height(self, text: str) -> XY:
        """Lowest and highest point of the ink, cap heights: (0, 1) for capitals, below 0 for "g"."""
        return self._ink(text)[2:]

    @lru_cache(maxsize=4096)  # noqa: B019 - fonts live as long as the program
    def _ink(self, text: str) -> tuple[float, float, float, float]:
        """Left, right, lowest and highest end of the ink, cap heights; drawn once for all of them."""
        placed = [(x, self._extent(glyph)) for glyph, x, _ in self._placed(text)]
        if not placed:
            return 0.0, 0.0, 0.0, 0.0
        return (min(x + extent[0] for x, extent in placed), max(x + extent[1] for x, extent in placed),
                min(extent[2] for _, extent in placed), max(extent[3] for _, extent in placed))

    @lru_cache(maxsize=256)  # noqa: B019 - fonts live as long as the program
    def outlines(self, text: str) -> tuple[Contour, ...]:
        """All contours of a line of text, kerned, the first ink at X = 0; control points in cap heights."""
        return tuple(tuple(tuple((x + letter.x, y) for x, y in segment) for segment in contour)
                     for letter in self.letters(text) for contour in letter.contours)

    @lru_cache(maxsize=256)  # noqa: B019 - fonts live as long as the program
    def letters(self, text: str) -> tuple[Letter, ...]:
        """The letters of a line one by one, kerned as `outlines` sets them; spaces are left out."""
        return tuple(Letter(self._glyph(glyph), x, advance) for glyph, x, advance in self._placed(text))

    def _placed(self, text: str) -> list[tuple[int, float, float]]:
        """Glyph, place and advance of each letter of a line that has ink."""
        if not text:
            return []
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(str(text))  # a plain str: the library takes no subclass
        buffer.guess_segment_properties()
        buffer.language = "en"  # or it is the machine's own, and letters differ from country to country
        # A ligature would join letters that the customer typed apart; cut letters stay apart.
        # Figures as high as capitals: numbers are written among capitals.
        uharfbuzz.shape(self._drawn, buffer, {"kern": True, "lnum": True, "liga": False, "clig": False, "calt": False})
        found: list[tuple[int, float, float]] = []
        edge: dict[int, float] = {}  # where the ink ends so far, by band
        x = 0.0
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            lefts, rights = self._sides(glyph.codepoint)
            if rights:
                at = x + place.x_offset / self._cap
                short = max([0.0, *(edge[band] + CLEARANCE - at - left for band, left in lefts if band in edge)])
                at, x = at + short, x + short
                found.append((glyph.codepoint, at, self._drawn.get_glyph_h_advance(glyph.codepoint) / self._cap))
                for band, right in rights:
                    if band not in edge or edge[band] < at + right:
                        edge[band] = at + right
            x += place.x_advance / self._cap + TRACKING
        start = min((x + self._extent(glyph)[0] for glyph, x, _ in found), default=0.0)
        return [(glyph, x - start, advance) for glyph, x, advance in found]

    @lru_cache(maxsize=1024)  # noqa: B019 - fonts live as long as the program
    def _glyph(self, glyph: int) -> tuple[Contour, ...]:
        """Contours of a glyph from its own origin, cap heights."""
        pen = _Pen(self._cap)
        self._drawn.draw_glyph_with_pen(glyph, pen)
        return tuple(pen.contours)

    @lru_cache(maxsize=1024)  # noqa: B019 - fonts live as long as the program
    def _extent(self, glyph: int) -> tuple[float, float, float, float]:
        """Left, right, lowest and highest end of a glyph that has ink, from its own origin, cap heights."""
        xs, ys = zip(*(point for contour in self._glyph(glyph) for segment in contour for point in segment), strict=True)
        return min(xs), max(xs), min(ys), max(ys)

    @lru_cache(maxsize=1024)  # noqa: B019 - fonts live as long as the program
    def _sides(self, glyph: int) -> tuple[tuple[tuple[int, float], ...], tuple[tuple[int, float], ...]]:
        """Leftmost ink of a glyph in each band of heights; and the rightmost in each band or one beside it."""
        lefts: dict[int, float] = {}
        rights: dict[int, float] = {}
        for contour in self._glyph(glyph):
            for segment in contour:
                steps = 4 + int(abs(segment[-1][1] - segment[0][1]) / _BAND) * 2
                for step in range(steps):
                    x, y = point_on(segment, step / steps)
                    band = floor(y / _BAND)
                    lefts[band] = min(lefts.get(band, x), x)
                    for near in (band - 1, band, band + 1):
                        rights[near] = max(rights.get(near, x), x)
        return tuple(lefts.items()), tuple(rights.items())


class Letter(NamedTuple):
    """One letter of a line."""

    contours: tuple[Contour, ...]
    """From the letter's own origin on the base line, cap heights."""
    x: float
    """Where that origin sits in the line, cap heights."""
    advance: float
    """How wide the letter is with its own margins, without kerning and tracking, cap heights."""


class _Pen:
    """Collects outlines, scaled to cap heights. Speaks the pen protocol of fontTools."""

    def __init__(self, cap: float) -> None:
        self.contours: list[Contour] = []
        self._cap = cap
        self._segments: list[Segment] = []
        self._last = self._start = (0.0, 0.0)

    def _at(self, point: XY) -> XY:
        return (point[0] / self._cap, point[1] / self._cap)

    def moveTo(self, point: XY) -> None:  # noqa: N802 - the protocol's name
        self._last = self._start = self._at(point)

    def _to(self, *points: XY) -> None:
        segment = (self._last, *map(self._at, points))
        if segment[-1] != self._last:
            self._segments.append(segment)
        self._last = segment[-1]

    def lineTo(self, point: XY) -> None:  # noqa: N802
        self._to(point)

    def qCurveTo(self, *points: XY) -> None:  # noqa: N802
        self._to(*points)

    def curveTo(self, *points: XY) -> None:  # noqa: N802
        self._to(*points)

    def closePath(self) -> None:  # noqa: N802
        if self._last != self._start:
            self._segments.append((self._last, self._start))
        if self._segments:
            self.contours.append(tuple(self._segments))
        self._segments = []

    endPath = closePath  # noqa: N815


def _crossings(contours: tuple[Contour, ...], share: float) -> list[float]:
    """Heights at which the outlines cross the upright line at `share` of their width, ascending."""
    xs = [x for contour in contours for segment in contour for x, _ in segment]
    at = min(xs) + share * (max(xs) - min(xs))
    heights = []
    for contour in contours:
        points = [point_on(segment, step / 16) for segment in contour for step in range(16)]
        for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
            if (x0 <= at) != (x1 <= at):
                heights.append(y0 + (y1 - y0) * (at - x0) / (x1 - x0))
    return sorted(heights)


def point_on(segment: Segment, t: float) -> XY:
    """The point of a segment at 0 <= t <= 1 (de Casteljau)."""
    points = segment
    while len(points) > 1:
        points = tuple(((1 - t) * x0 + t * x1, (1 - t) * y0 + t * y1)
                       for (x0, y0), (x1, y1) in pairwise(points))
    return points[0]


SANS = Font("Lato Heavy", "Lato-Heavy.ttf", "SIL OFL 1.1", unsound="į")
SERIF = Font("Alegreya Black", "Alegreya-Black.ttf", "SIL OFL 1.1", unsound="¥", serif=0.098)
FONTS = {font.name: font for font in (SANS, SERIF)}


@cache
def by_name(name: str) -> Font:
    """A bundled font. A font that is not bundled is an error, never replaced by another one."""
    try:
        return FONTS[name]
    except KeyError:
        raise LookupError(f"font {name!r} is not bundled; there are: {', '.join(FONTS)}") from None
