"""Whether anything lies on lettering: words as pdftotext bounds them in the PDF, lines as ezdxf reads them in the DXF."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from itertools import combinations, pairwise
from typing import NamedTuple
from xml.etree import ElementTree

import ezdxf
from drawn import BALLOON, EXACT, SMALL, TEXT
from ezdxf import path

MM = 25.4 / 72
MARK = 20.0
"""mm: higher is only the mark across a draft, which lies under everything."""
INK = (0.08, 0.30)
"""What is taken off both ends and off top and bottom of a word's box: poppler bounds the font's line, not the ink."""
CELL = 8.0
CHORD = 0.02
"""mm"""
SYMBOLS = "TEXT"
"""Layer of graphical symbols: they stand for the lettering they are drawn over."""


class Core(NamedTuple):
    """The inside of a word, mm from the lower left corner of the sheet."""

    text: str
    left: float
    low: float
    right: float
    high: float


def lying(pdf: bytes, dxf: bytes) -> list[str]:
    """What lies on lettering, in words. RuntimeError if pdftotext fails."""
    words, cells = list(_words(pdf)), defaultdict[tuple[int, int], list[Core]](list)
    for word in words:
        for cell in _cells(word.left, word.low, word.right, word.high):
            cells[cell].append(word)
    found = [f"{one.text!r} and {two.text!r} lie on one another at ({one.left:.0f}, {one.low:.0f}) mm"
             for near in cells.values() for one, two in combinations(near, 2)
             if one.left < two.right and two.left < one.right and one.low < two.high and two.low < one.high]
    for layer, (x0, y0), (x1, y1) in _strokes(dxf):
        for cell in _cells(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)):
            found += [f"a {layer} line runs through {word.text!r} at ({word.left:.0f}, {word.low:.0f}) mm"
                      for word in cells.get(cell, ()) if _through(x0, y0, x1, y1, word)]
    return list(dict.fromkeys(found))


def _words(pdf: bytes) -> Iterator[Core]:
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    space = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(done.stdout).iter(f"{space}page"):
        high = float(page.attrib["height"])
        for each in page.iter(f"{space}word"):
            left, top, right, bottom = (float(each.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
            wide, tall = right - left, bottom - top
            if min(wide, tall) * MM > MARK:
                continue
            lies, stands = (any(abs(side - size) < EXACT for size in (BALLOON, SMALL, TEXT)) for side in (tall, wide))
            across, up = INK if lies or not stands else INK[::-1]
            yield Core(each.text or "", (left + across * wide) * MM, (high - bottom + up * tall) * MM,
                       (right - across * wide) * MM, (high - top - up * tall) * MM)


def _strokes(dxf: bytes) -> Iterator[tuple[str, tuple[float, float], tuple[float, float]]]:
    for entity in ezdxf.read(StringIO(dxf.decode("utf-8"))).modelspace():
        if entity.dxf.layer != SYMBOLS and entity.dxftype() in ("LINE", "LWPOLYLINE", "POLYLINE", "ARC", "CIRCLE", "ELLIPSE"):
            points = [(each.x, each.y) for each in path.make_path(entity).flattening(CHORD)]
            yield from ((entity.dxf.layer, start, end) for start, end in pairwise(points))


def _cells(left: float, low: float, right: float, high: float) -> Iterator[tuple[int, int]]:
    for row in range(int(low // CELL), int(high // CELL) + 1):
        for column in range(int(left // CELL), int(right // CELL) + 1):
            yield column, row


def _through(x0: float, y0: float, x1: float, y1: float, word: Core) -> bool:
    """Whether a straight piece enters a box (Liang and Barsky)."""
    first, last = 0.0, 1.0
    for start, way, low, high in ((x0, x1 - x0, word.left, word.right), (y0, y1 - y0, word.low, word.high)):
        if way == 0:
            if not low < start < high:
                return False
            continue
        one, two = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, one), min(last, two)
    return first < last
