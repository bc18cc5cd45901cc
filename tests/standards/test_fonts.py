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

from configurator.standards.fonts import CLEARANCE, FONTS, SANS, SERIF, TRACKING, Contour, Font, Segment, by_name, point_on

LATIN = [chr(code) for code in range(0x20, 0x180)]
PUNCTUATION = [chr(code) for code in (*range(0x2010, 0x2028), *range(0x2030, 0x205F), 0x20AC, 0x2116, 0x2122, 0x2212)]
COVERED = [character for character in LATIN + PUNCTUATION if SANS.has(character)]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


BOTH = pytest.mark.parametrize("font", FONTS.values(), ids=lambda font: font.name)


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


def drawable(font: Font) -> Iterator[str]:
    """Characters of the checked range that the font has an outline for, whatever it says of them."""
    for character in LATIN + PUNCTUATION:
        if unicodedata.category(character)[0] not in "CZM" and font._drawn.get_nominal_glyph(ord(character)):
            yield character


@BOTH
def test_the_unsound_characters_are_exactly_those_whose_outlines_cross(font: Font) -> None:
    assert sorted(character for character in drawable(font) if faults(font.outlines(character))) == sorted(font.unsound)


@BOTH
def test_every_character_that_can_be_cut_is_closed_and_has_area(font: Font) -> None:
    import numpy as np

    for character in filter(font.has, LATIN + PUNCTUATION):
        for contour in font.outlines(character):
            for segment, following in zip(contour, [*contour[1:], contour[0]], strict=True):
                assert segment[-1] == following[0], character
                assert 2 <= len(segment) <= 4, character
            x, y = polygon(contour, 8).T
            assert abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) > 1e-3, character


@BOTH
def test_all_of_ascii_and_the_letters_of_western_europe_can_be_cut(font: Font) -> None:
    assert font.missing("".join(map(chr, range(0x20, 0x7F)))) == ""
    assert set(font.missing("".join(map(chr, range(0xA1, 0x100))))) <= {"\u00ad", *font.unsound}
    assert font.missing("ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿßẞÁÍÓÚÑáíóúñÅåØøĄĆĘŁŃŚŹŻąćęłńśźżČŠŽčšž€«»„“”’–&·") in ("", "ẞ")


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


@BOTH
@pytest.mark.parametrize("line", ["QJ Q, Qj Qg Q)", "f) fb fk fl fM", "ÏÏ ïï îî íV íÝ Vî Yð", "_y øY", "AVATAR", "To Ty", "LTLYLV", "fi ff fj", "P. 7. r. T,", "Ka VA WA", "jj gj ßt", "“À” ‘Å’ (j) /\\/"])
def test_kerned_letters_do_not_run_into_each_other(line: str, font: Font) -> None:
    assert faults(font.outlines(line)) == []


@BOTH
@pytest.mark.parametrize("pair", ["QJ", "Q,", "íV", "ïï", "Yð", "f)", "AV", "HH"])
def test_letters_keep_clear_of_each_other(pair: str, font: Font) -> None:
    """Least distance between the ink of two letters, on fine polygons, but for what the bands they are kept by round off."""
    import numpy as np

    here, there = ([polygon(contour) + [letter.x, 0] for contour in letter.contours] for letter in font.letters(pair))
    one, other = np.concatenate(here), np.concatenate(there)
    assert np.sqrt(((one[:, None] - other[None]) ** 2).sum(axis=2)).min() > 0.7 * CLEARANCE


@BOTH
def test_letters_are_the_line_one_by_one(font: Font) -> None:
    line = "Zoë & Åß 8%, AV"
    again = tuple(tuple(tuple((x + letter.x, y) for x, y in segment) for segment in contour)
                  for letter in font.letters(line) for contour in letter.contours)
    assert again == font.outlines(line)
    assert len(font.letters(line)) == len(line.replace(" ", ""))
    assert all(letter.advance > 0.2 for letter in font.letters(line))


@BOTH
def test_no_letter_reaches_further_from_its_middle_than_is_said(font: Font) -> None:
    reaches = [max(abs(x - letter.advance / 2) for contour in letter.contours for segment in contour for x, _ in segment)
               for character in filter(font.has, LATIN + PUNCTUATION) for letter in font.letters(character)]
    assert 0.5 < max(reaches) <= font.reach + 1e-9


@BOTH
def test_figures_are_as_high_as_capitals(font: Font) -> None:
    for figure in "0123456789":
        assert font.height(figure) == pytest.approx((0, 1), abs=0.1), figure


def thinnest(font: Font, letter: str) -> float:
    """Least length of a ray from a side of the letter through its ink to a side that runs alike, within 10 degrees."""
    import numpy as np

    contours = [polygon(contour, 16) if any(len(each) > 2 for each in contour) else
                np.array([point_on(each, i / 16) for each in contour for i in range(16)]) for contour in font.outlines(letter)]
    a, b = np.concatenate(contours), np.concatenate([np.roll(each, -1, axis=0) for each in contours])
    keep = np.hypot(*(b - a).T) > 1e-9
    a, b = a[keep], b[keep]
    along, total = b - a, sum(np.dot(p[:, 0], np.roll(p[:, 1], -1)) - np.dot(p[:, 1], np.roll(p[:, 0], -1)) for p in contours)
    inwards = np.column_stack([-along[:, 1], along[:, 0]]) / np.hypot(*along.T)[:, None] * np.sign(total)
    start, step = (a + b) / 2, a[None] - ((a + b) / 2)[:, None]
    with np.errstate(all="ignore"):
        scale = inwards[:, None, 0] * along[None, :, 1] - inwards[:, None, 1] * along[None, :, 0]
        far = (step[..., 0] * along[None, :, 1] - step[..., 1] * along[None, :, 0]) / scale
        share = (step[..., 0] * inwards[:, None, 1] - step[..., 1] * inwards[:, None, 0]) / scale
    far = np.where((share >= 0) & (share <= 1) & (far > 1e-6), far, np.inf)
    met = far.argmin(axis=1)
    opposite = (inwards * inwards[met]).sum(axis=1) < -np.cos(np.radians(10))
    return float(min(far[np.arange(len(start)), met][opposite], default=np.inf))


def test_the_serifs_are_as_thin_as_they_are_said_to_be_and_no_stroke_is_thinner() -> None:
    least = min(thinnest(SERIF, letter) for letter in LETTERS + "&")
    assert least == pytest.approx(SERIF.serif, abs=1e-3)
    assert SERIF.stroke == SERIF.serif
    assert SANS.stroke < SANS.serif


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
    assert by_name("Alegreya Black") is SERIF
    assert all(font.path.is_file() and "OFL" in font.licence for font in FONTS.values())
    with pytest.raises(LookupError, match=r"'Arial' is not bundled; there are: Lato Heavy, Alegreya Black"):
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


@pytest.mark.parametrize("font", FONTS.values(), ids=lambda font: font.name)
@pytest.mark.parametrize("text", ["Q, g", "iiii", "WÅVA ", "fjord 1947"])
def test_a_line_is_as_large_as_its_outlines(font: Font, text: str) -> None:
    xs, ys = zip(*(point for contour in font.outlines(text) for segment in contour for point in segment), strict=True)
    assert font.width(text) == max(xs) - min(xs)
    assert font.height(text) == (min(ys), max(ys))
