"""The bundled font: which characters can be cut, and how a line of them is set."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.standards.fonts import FONTS, SANS, TRACKING, Contour, Segment, by_name, point_on

LATIN = [chr(code) for code in range(0x20, 0x180)]
PUNCTUATION = [chr(code) for code in (*range(0x2010, 0x2028), *range(0x2030, 0x205F), 0x20AC, 0x2116, 0x2122, 0x2212)]
COVERED = [character for character in LATIN + PUNCTUATION if SANS.has(character)]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def polygon(contour: Contour, share: int = 48) -> Any:
    import numpy as np

    return np.array([point_on(segment, step / share) for segment in contour
                     for step in range(share if len(segment) > 2 else 1)])


def cross(first: Any, second: Any) -> bool:
    """Whether two polylines (n, 2) properly cross; touching at an end is no crossing."""
    def side(p: Any, q: Any, r: Any) -> Any:
        """(n, m) twice the area of each p q with each r."""
        u, v = (q - p)[:, None], r[None] - p[:, None]
        return u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]

    a, b, c, d = first[:-1], first[1:], second[:-1], second[1:]
    return bool(((side(a, b, c) * side(a, b, d) < -1e-18) & (side(c, d, a) * side(c, d, b) < -1e-18).T).any())


def faults(contours: tuple[Contour, ...], share: int = 20) -> list[tuple[Segment, Segment]]:
    """Pairs of segments, of the same contour or of two, that cross."""
    import numpy as np

    segments = [segment for contour in contours for segment in contour]
    lines = [np.array([point_on(each, step / share) for step in range(share + 1)] if len(each) > 2 else each)
             for each in segments]
    low, high = (np.array([pick(line, axis=0) for line in lines]) for pick in (np.min, np.max))
    meet = ((low[:, None] <= high[None]) & (low[None] <= high[:, None])).all(axis=2)
    return [(segments[i], segments[j]) for i, j in zip(*np.nonzero(np.triu(meet, 1)), strict=True)
            if cross(lines[i], lines[j])]


def drawable() -> Iterator[str]:
    """Characters of the checked range that the font has an outline for, whatever it says of them."""
    for character in LATIN + PUNCTUATION:
        if unicodedata.category(character)[0] not in "CZM" and SANS._drawn.get_nominal_glyph(ord(character)):
            yield character


def test_the_unsound_characters_are_exactly_those_whose_outlines_cross() -> None:
    assert sorted(character for character in drawable() if faults(SANS.outlines(character))) == sorted(SANS.unsound)


def test_every_character_that_can_be_cut_is_closed_and_has_area() -> None:
    import numpy as np

    for character in COVERED:
        for contour in SANS.outlines(character):
            for segment, following in zip(contour, [*contour[1:], contour[0]], strict=True):
                assert segment[-1] == following[0], character
                assert 2 <= len(segment) <= 4, character
            x, y = polygon(contour, 8).T
            assert abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) > 1e-3, character


def test_all_of_ascii_and_the_letters_of_western_europe_can_be_cut() -> None:
    assert SANS.missing("".join(map(chr, range(0x20, 0x7F)))) == ""
    assert SANS.missing("ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿßẞÁÍÓÚÑáíóúñÅåØøĄĆĘŁŃŚŹŻąćęłńśźżČŠŽčšž€«»„“”’–&·") in ("", "ẞ")


@pytest.mark.parametrize("text", [
    "漢", "ひ", "한", "ع", "😀", "👍🏽", "\u200d", "\ufe0f", "\0", "\t", "\n", "\x7f", "\u0301", "\u202e", "\u2028", "\ufeff",
    "\u00a0", "\u00ad", "\ue000", "\ufffd", "\U0010ffff", "\ud800", *SANS.unsound,
])
def test_what_the_font_cannot_draw_is_named(text: str) -> None:
    assert SANS.missing(f"a{text}b{text}") == "".join(dict.fromkeys(text))


def test_missing_characters_are_told_once_in_their_order() -> None:
    assert SANS.missing("b漢a😀漢 c") == "漢😀"


def test_capitals_are_one_high_and_ink_begins_at_zero() -> None:
    for letter in "HEIT":
        assert SANS.height(letter) == pytest.approx((0.0, 1.0), abs=1e-9)
    assert min(x for contour in SANS.outlines("Wolf") for segment in contour for x, _ in segment) == 0.0
    assert SANS.height("Åj")[1] > 1.05
    assert SANS.height("Åj")[0] < -0.1


def test_nothing_and_spaces_have_no_width() -> None:
    assert (SANS.width(""), SANS.width(" "), SANS.height(""), SANS.outlines(" ")) == (0.0, 0.0, (0.0, 0.0), ())


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_repeated_advances_by_the_same_amount(letter: str) -> None:
    one, two, three = (SANS.width(letter * n) for n in (1, 2, 3))
    assert three - two == pytest.approx(two - one, abs=1e-9)
    assert two - one > TRACKING


@given(st.text(st.sampled_from(COVERED), min_size=1, max_size=12))
def test_a_line_is_its_letters_one_behind_the_other(text: str) -> None:
    """Width of the line = advances and kerning of pairs, so that adding a letter depends on its neighbours only."""
    contours = SANS.outlines(text)
    assert len(contours) == sum(len(SANS.outlines(letter)) for letter in text)
    assert SANS.width(text) <= sum(SANS.width(letter) + 1.5 for letter in text)
    assert SANS.height(text) == pytest.approx(
        (min((SANS.height(c)[0] for c in text if c != " "), default=0.0),
         max((SANS.height(c)[1] for c in text if c != " "), default=0.0)), abs=1e-9)


@given(st.text(st.sampled_from(LETTERS), min_size=2, max_size=8), st.sampled_from(LETTERS))
def test_widths_are_additive(text: str, letter: str) -> None:
    """A letter put behind a line adds what it adds behind the line's last letter alone."""
    def right(line: str) -> float:
        """Right end of the ink of the last letter, from the left end of that of the one before it."""
        first = len(SANS.outlines(line[:-2]))
        xs = [x for contour in SANS.outlines(line)[first:] for segment in contour for x, _ in segment]
        return max(xs) - min(xs)

    assert right(text + letter) == pytest.approx(right(text[-1] + letter), abs=1e-9)


def test_pairs_are_kerned() -> None:
    def gap(pair: str) -> float:
        left = SANS.outlines(pair)[:len(SANS.outlines(pair[0]))]
        right = SANS.outlines(pair)[len(SANS.outlines(pair[0])):]
        return (min(x for contour in right for segment in contour for x, _ in segment)
                - max(x for contour in left for segment in contour for x, _ in segment))

    assert gap("AV") < gap("HH") - 0.1
    assert gap("To") < gap("Ho") - 0.1
    assert gap("LT") < gap("LH")


@pytest.mark.parametrize("pair", ["fi", "fl", "ff", "ffi", "ffl", "ft", "tt", "st", "ct", "Th"])
def test_letters_are_never_joined(pair: str) -> None:
    assert len(SANS.outlines(pair)) == sum(len(SANS.outlines(letter)) for letter in pair)
    apart = sorted(min(y for segment in contour for _, y in segment) for letter in pair for contour in SANS.outlines(letter))
    assert sorted(min(y for segment in contour for _, y in segment)
                  for contour in SANS.outlines(pair)) == pytest.approx(apart, abs=1e-9)


@pytest.mark.parametrize("line", ["AVATAR", "To Ty", "LTLYLV", "fi ff fj", "P. 7. r. T,", "Ka VA WA", "jj gj ßt", "“À” ‘Å’ (j) /\\/"])
def test_kerned_letters_do_not_run_into_each_other(line: str) -> None:
    assert faults(SANS.outlines(line)) == []


def test_the_stroke_is_the_thinnest_of_plain_letters() -> None:
    """Measured again on fine polygons: each stroke of "l", "H", "e" and "o" is at least that thick."""
    import numpy as np

    def thinnest(letter: str) -> float:
        """Least distance from a letter's outline to that of its counter."""
        outer, inner = (polygon(contour) for contour in SANS.outlines(letter))
        return float(np.sqrt(((outer[:, None] - inner[None]) ** 2).sum(axis=2)).min())

    assert SANS.stroke <= np.ptp(polygon(SANS.outlines("l")[0])[:, 0])
    assert SANS.stroke <= thinnest("o")
    assert SANS.stroke == pytest.approx(thinnest("e"), rel=0.01)


def test_a_font_that_is_not_bundled_is_an_error() -> None:
    assert by_name("Lato Heavy") is SANS
    assert all(font.path.is_file() and "OFL" in font.licence for font in FONTS.values())
    with pytest.raises(LookupError, match=r"'Arial' is not bundled; there are: Lato Heavy"):
        by_name("Arial")


def test_a_curve_ends_where_its_ends_are() -> None:
    curve = ((0.0, 0.0), (1.0, 2.0), (2.0, 0.0))
    assert (point_on(curve, 0), point_on(curve, 1), point_on(curve, 0.5)) == ((0.0, 0.0), (2.0, 0.0), (1.0, 1.0))


def test_outlines_are_the_same_in_another_process() -> None:
    code = "from configurator.standards.fonts import SANS; import hashlib; print(hashlib.sha256(repr(SANS.outlines('Zoë & Ågnes 21.06.')).encode()).hexdigest())"
    said = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                           env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1")}
    assert len(said) == 1
    assert len(said.pop().strip()) == 64
