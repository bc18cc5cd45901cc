"""Reads a drawing as a person does: the number in a circle, and what stands behind it. Of the PDF, with poppler's pdftotext."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from prints import Print

BALLOON, SMALL, TEXT = 8.746909, 12.148485, 17.007876
"""Points from the top to the bottom of a line of pdftotext: number in a circle, deviations and notes, sizes."""
EXACT = 1e-3
"""Points: a word may nearly be as long as another line is high."""
BAND, NEXT, FIRST = 8.0, 14.0, 20.0
"""Points: beside the line, between words of a label, from the middle of a circle to it."""
RAISED, BEYOND = (4.0, 30.0), (15.0, 75.0)
"""Points from the middle of a circle to a roughness, above the line and along it: its symbol stands between."""
FRAMES = {"⏥": "flatness", "⏤": "straightness", "○": "roundness", "⌭": "cylindricity", "⌓": "profile", "∥": "parallelism",
          "⟂": "perpendicularity", "∠": "angularity", "⌖": "position", "◎": "coaxiality", "↗": "runout"}
EVERY = ("On every piece:", "Sur chaque pièce :", "An jedem Stück:")
_NUMBER = re.compile(r"(S?⌀|R|±|[+−])?(\d+(?:[.,]\d+)?)(°)?")
_PLACES = re.compile(r"(\d+)×")
_CLASS = re.compile(r"[A-Za-z]{1,2}\d{1,2}")
_THREAD = re.compile(r"[MS]\d[\d.,]*(?:x[\d.,]+)?")


class Word(NamedTuple):
    """A word on the sheet. Points from the upper left corner, turned so that it is read along `x`."""

    text: str
    page: int
    size: float
    upright: bool
    """Whether it is read from below."""
    start: float
    end: float
    """Along the line."""
    across: float
    """Of its middle, downwards as it is read."""


class Drawn(NamedTuple):
    """What the drawing of a part says."""

    prints: dict[int, list[Print]]
    """By balloon, with the deviations as limits from a nominal as written; more than one where a number stands twice."""
    refs: dict[int, tuple[str, ...]]
    """Letters of datums in a tolerance frame."""
    every_piece: tuple[int, ...]
    words: tuple[str, ...]
    wrong: tuple[str, ...]
    """What cannot be read."""


def of_drawing(data: bytes) -> Drawn:
    """Every balloon of a PDF with what stands behind it. RuntimeError if pdftotext fails."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    words = list(_words(done.stdout))
    balloons = [each for each in words if each.size == BALLOON and each.text.isdigit()]
    found: dict[int, list[Print]] = {}
    refs: dict[int, tuple[str, ...]] = {}
    wrong = []
    rest = [each for each in words if each not in balloons and each.size in (SMALL, TEXT)]
    for balloon in balloons:
        number = int(balloon.text)
        try:
            one, letters = _read(balloon, rest, balloons)
        except ValueError as error:
            wrong.append(f"behind {number} stands {error}")
            continue
        found.setdefault(number, []).append(one)
        refs[number] = letters
    text = tuple(each.text for each in words)
    return Drawn(found, refs, _every(text), text, tuple(wrong))


def _words(document: bytes) -> Iterator[Word]:
    space = "{http://www.w3.org/1999/xhtml}"
    for page, sheet in enumerate(ElementTree.fromstring(document).iter(f"{space}page")):
        for each in sheet.iter(f"{space}word"):
            left, top, right, bottom = (float(each.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
            wide, high, text = right - left, bottom - top, each.text or ""
            lying = [size for size in (BALLOON, SMALL, TEXT) if abs(high - size) < EXACT]
            standing = [size for size in (BALLOON, SMALL, TEXT) if abs(wide - size) < EXACT]
            # "0.6" is as long as it is high: it counts as either
            if standing:
                yield Word(text, page, standing[0], True, -bottom, -top, (left + right) / 2)
            if lying or not standing:
                yield Word(text, page, lying[0] if lying else high, False, left, right, (top + bottom) / 2)


def _read(balloon: Word, words: Sequence[Word], balloons: Sequence[Word]) -> tuple[Print, tuple[str, ...]]:
    """ValueError says what stands there instead."""
    label = _behind(balloon, words, balloons)
    if not label:
        return _roughness(balloon, words), ()
    texts, places = [each.text for each in label], 1
    if found := _PLACES.fullmatch(texts[0]):
        places, label, texts = int(found[1]), label[1:], texts[1:]
    if texts and texts[0] in FRAMES:
        upper, around = _number(texts[1].removeprefix("⌀")), texts[1].startswith("⌀")
        above = [each for each in words if each.page == balloon.page and _PLACES.fullmatch(each.text)
                 and 0 < balloon.across - each.across < 25 and -5 < each.start - balloon.start < 25]
        places = int(_PLACES.fullmatch(above[0].text)[1]) if above else 1
        return Print("", FRAMES[texts[0]], None, 0.0, upper, "mm", "around" if around else "", places, False), tuple(texts[2:])
    if texts and _THREAD.fullmatch(texts[0]):
        return Print("", "thread", None, None, None, "", texts[0], places, False), ()
    return _size(label, places), ()


def _behind(balloon: Word, words: Sequence[Word], balloons: Sequence[Word]) -> list[Word]:
    """The words of the label that begins at a circle."""
    line = sorted((each for each in (*words, *balloons) if each.page == balloon.page and each.upright == balloon.upright
                   and abs(each.across - balloon.across) < BAND and each.start > balloon.start), key=lambda each: each.start)
    end, most, label = (balloon.start + balloon.end) / 2, FIRST, []
    for each in line:
        if each.start - end > most or each in balloons:
            break
        label.append(each)
        end, most = max(end, each.end), NEXT
    return label


def _size(label: Sequence[Word], places: int) -> Print:
    texts = [each.text for each in label]
    first = next((place for place, each in enumerate(label) if _NUMBER.fullmatch(each.text) and each.size == TEXT), None)
    if first is None or any(any(sign.isdigit() for sign in text) for text in texts[:first]):
        raise ValueError(f"{' '.join(texts)!r}")
    symbol, _, degrees = _NUMBER.fullmatch(texts[first]).groups()
    kind = {"⌀": "diameter", "S⌀": "diameter", "R": "radius"}.get(symbol, "angle" if degrees else "distance")
    nominal, by, lower, upper = _number(texts[first].lstrip("S⌀R").rstrip("°")), "", None, None
    rest = list(label[first + 1:])
    if rest and _CLASS.fullmatch(rest[0].text):
        by = rest.pop(0).text
    if rest and rest[0].text.startswith("±"):
        upper = _number(rest.pop(0).text[1:].rstrip("°"))
        lower = -upper
    elif len(rest) > 1 and rest[0].size == rest[1].size == SMALL:
        high, low = sorted((rest.pop(0), rest.pop(0)), key=lambda each: each.across)
        lower, upper = (_number(each.text.rstrip("°")) for each in (low, high))
    if any(any(sign.isdigit() for sign in each.text) for each in rest):
        raise ValueError(f"{' '.join(texts)!r}")
    limits = (None if lower is None else nominal + lower, None if upper is None else nominal + upper)
    return Print("", kind, nominal, *limits, "deg" if degrees else "mm", by if by or upper is not None else "general", places,
                 False)


def _roughness(balloon: Word, words: Sequence[Word]) -> Print:
    """Right of its symbol, raised."""
    near = sorted(((each.start - balloon.end, each) for each in words if each.text == "Ra" and each.page == balloon.page
                   and each.upright == balloon.upright and RAISED[0] < balloon.across - each.across < RAISED[1]
                   and BEYOND[0] < each.start - balloon.start < BEYOND[1]), key=lambda pair: pair[0])
    if not near:
        raise ValueError("nothing")
    mark = near[0][1]
    value = next((each for each in words if each.upright == mark.upright and abs(each.across - mark.across) < 1
                  and 0 < each.start - mark.end < 6), None)
    if value is None:
        raise ValueError("Ra without a value")
    return Print("", "roughness", None, None, _number(value.text), "um", "", 1, False)


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


def _every(words: Sequence[str]) -> tuple[int, ...]:
    """The numbers of what is measured on every piece, from the notes."""
    for said in EVERY:
        phrase = tuple(said.split())
        for place in range(len(words) - len(phrase)):
            if tuple(words[place:place + len(phrase)]) == phrase:
                found = []
                for each in words[place + len(phrase):]:
                    if not each.rstrip(",").isdigit():
                        break
                    found.append(int(each.rstrip(",")))
                    if not each.endswith(","):
                        break
                return tuple(found)
    return ()
