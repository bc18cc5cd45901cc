"""A sheet as DXF R2018: model space in millimetres of paper, layers and line types by name, lettering as TEXT.

The frame of the file comes from ezdxf, once for each size of paper; entities are written into it directly, which is ten
times as fast as making an object of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO
from math import radians
from threading import Lock
from typing import NamedTuple

from .errors import SheetError
from .extents import text_start
from .figures import line_styles
from .groups import DocumentProperties, Paper, Sheet
from .lettering import pieces
from .model import XY, Arc, Circle, EllipseArc, Entity, Filled, Hatch, Layer, Line, Polyline, Text
from .planar import cos_sin

_STYLE = "LETTERING"
_FONT = "isocpeur.ttf"  # ISO 3098 lettering that CAD programs bring along; each line is fitted to its length in any other
_CODES = {"⌀": "%%c", "±": "%%p", "°": "%%d", "−": "-", "\N{NO-BREAK SPACE}": " ", "’": "'"}
"""Characters that old lettering of CAD programs lacks, as they are written for it."""
_PROPERTIES = ("title", "author", "subject", "keywords", "creator")
_GREY = (232, 232, 232)  # of the mark across a draft: no colour of the index is light enough
_lock = Lock()


class _Frame(NamedTuple):
    head: str
    """Up to where entities begin."""
    tail: str
    owner: str
    """Handle of the model space."""
    seed: int
    """First handle that is free."""


def write_dxf(sheet: Sheet, properties: DocumentProperties) -> bytes:
    """The sheet as one DXF document, ASCII form, UTF-8; no date, the same bytes for the same sheet.

    SheetError if a property holds a line end.
    """
    frame = _frame(sheet.paper, sheet.lines)
    handle, parts = frame.seed, []
    for entity in sheet.entities:
        for kind, body in _records(entity):
            parts.append(f"  0\n{kind}\n  5\n{handle:X}\n330\n{frame.owner}\n100\nAcDbEntity\n  8\n{entity.layer}\n{body}")
            handle += 1
    head = frame.head.replace(f"@seed{frame.seed:X}@", f"{handle:X}")
    for name in _PROPERTIES:
        value = str(getattr(properties, name))
        if not value.isprintable():
            raise SheetError(f"{name} of the DXF file is {value!r}; write it on one line")
        head = head.replace(f"@{name}@", value)
    return (head + "".join(parts) + frame.tail).encode("utf-8")


@lru_cache(maxsize=16)
def _frame(paper: Paper, lines: str) -> _Frame:
    from ezdxf import options  # type: ignore[attr-defined]  # public, by way of a star

    with _lock:  # the option is the program's, not the document's
        before = options.write_fixed_meta_data_for_testing
        options.write_fixed_meta_data_for_testing = True  # or the file holds when it was made, and random names
        try:
            return _empty(paper, lines)
        finally:
            options.write_fixed_meta_data_for_testing = before


def _empty(paper: Paper, lines: str) -> _Frame:
    """A document without entities, cut where they belong."""
    from ezdxf.filemanagement import new

    document = new("R2018", units=4)
    document.header["$LTSCALE"] = 1.0
    document.header["$PSLTSCALE"] = 0
    document.header["$LWDISPLAY"] = 1
    document.header["$LIMMIN"], document.header["$LIMMAX"] = (0.0, 0.0), (paper.width, paper.height)
    document.header["$EXTMIN"], document.header["$EXTMAX"] = (0.0, 0.0, 0.0), (paper.width, paper.height, 0.0)
    for name in _PROPERTIES:
        document.header.custom_vars.append(name.capitalize(), f"@{name}@")
    document.styles.add(_STYLE, font=_FONT)
    for layer, style in line_styles(lines).items():
        line_type = style.type.upper().replace(" ", "_")
        if style.pattern and line_type not in document.linetypes:
            signed = [each * (-1) ** index for index, each in enumerate(style.pattern)]
            document.linetypes.add(line_type, [sum(style.pattern), *signed], description=f"ISO 128-2 {style.type}")
        added = document.layers.add(layer, color=style.colour, linetype=line_type, lineweight=round(style.width * 100))
        if layer == Layer.DRAFT:
            added.rgb = _GREY
    document.set_modelspace_vport(paper.height * 1.05, (paper.width / 2, paper.height / 2))
    marker = document.modelspace().add_point((0.0, 0.0))
    document.update_all()
    document.classes.classes = dict(sorted(document.classes.classes.items()))
    file = StringIO()
    document.write(file)
    point = re.compile(rf"  0\nPOINT\n  5\n{marker.dxf.handle}\n.*?(?=  0\nENDSEC)", re.DOTALL)
    head, tail = point.split(file.getvalue(), maxsplit=1)
    seed = re.search(r"\$HANDSEED\n  5\n([0-9A-F]+)\n", head)
    assert seed is not None
    first = int(seed[1], 16)
    head = head[:seed.start(1)] + f"@seed{first:X}@" + head[seed.end(1):]
    return _Frame(head, tail, document.modelspace().layout_key, first)


def _n(value: float) -> str:
    return repr(round(value, 6) + 0.0)


def _at(point: XY, code: int = 10) -> str:
    return f" {code}\n{_n(point[0])}\n {code + 10}\n{_n(point[1])}\n {code + 20}\n0.0\n"


def _records(entity: Entity) -> Iterator[tuple[str, str]]:
    """Kind and body of what an entity becomes; lettering with symbols becomes several."""
    match entity:
        case Line():
            yield "LINE", f"100\nAcDbLine\n{_at(entity.start)}{_at(entity.end, 11)}"
        case Circle():
            yield "CIRCLE", f"100\nAcDbCircle\n{_at(entity.centre)} 40\n{_n(entity.radius)}\n"
        case Arc():
            yield "ARC", (f"100\nAcDbCircle\n{_at(entity.centre)} 40\n{_n(entity.radius)}\n100\nAcDbArc\n"
                          f" 50\n{_n(entity.start % 360)}\n 51\n{_n(entity.end % 360)}\n")
        case EllipseArc():
            yield "ELLIPSE", _ellipse(entity)
        case Polyline():
            yield "LWPOLYLINE", _polyline(entity.points, entity.closed)
        case Filled():
            yield _filled(entity.points)
        case Hatch():
            yield "HATCH", _hatch(entity)
        case Text():
            yield from _letters(entity)


def _polyline(points: tuple[XY, ...], closed: bool) -> str:
    vertices = "".join(f" 10\n{_n(x)}\n 20\n{_n(y)}\n" for x, y in points)
    return f"100\nAcDbPolyline\n 90\n{len(points)}\n 70\n{int(closed)}\n{vertices}"


def _ellipse(entity: EllipseArc) -> str:
    major, ratio, start, end = entity.major, entity.ratio, entity.start, entity.end
    if ratio > 1:  # the format wants the longer axis
        major, ratio, start, end = (-major[1] * ratio, major[0] * ratio), 1 / ratio, start - 90, end - 90
    sweep = (end - start) % 360 or 360.0
    return (f"100\nAcDbEllipse\n{_at(entity.centre)}{_at(major, 11)}210\n0.0\n220\n0.0\n230\n1.0\n 40\n{_n(ratio)}\n"
            f" 41\n{_n(radians(start % 360))}\n 42\n{_n(radians(start % 360 + sweep))}\n")


def _filled(points: tuple[XY, ...]) -> tuple[str, str]:
    if len(points) > 4:
        return "HATCH", _region((points,), "SOLID", solid=True) + " 75\n0\n 76\n1\n 98\n0\n"
    a, b, c = points[:3]
    third, fourth = (c, c) if len(points) == 3 else (points[3], c)
    return "SOLID", f"100\nAcDbTrace\n{_at(a)}{_at(b, 11)}{_at(third, 12)}{_at(fourth, 13)}"


def _region(loops: tuple[tuple[XY, ...], ...], name: str, *, solid: bool) -> str:
    drawn = [loop for loop in loops if len(loop) > 2]
    paths = ""
    for index, loop in enumerate(drawn):
        vertices = "".join(f" 10\n{_n(x)}\n 20\n{_n(y)}\n" for x, y in loop)
        paths += f" 92\n{2 if index else 3}\n 72\n0\n 73\n1\n 93\n{len(loop)}\n{vertices} 97\n0\n"
    return (f"100\nAcDbHatch\n{_at((0.0, 0.0))}210\n0.0\n220\n0.0\n230\n1.0\n  2\n{name}\n 70\n{int(solid)}\n 71\n0\n"
            f" 91\n{len(drawn)}\n{paths}")


def _hatch(hatch: Hatch) -> str:
    c, s = cos_sin(hatch.angle)
    return (_region(hatch.loops, "_USER", solid=False)
            + f" 75\n0\n 76\n0\n 52\n{_n(hatch.angle)}\n 41\n{_n(hatch.spacing)}\n 77\n0\n 78\n1\n 53\n{_n(hatch.angle)}\n"
            f" 43\n0.0\n 44\n0.0\n 45\n{_n(-s * hatch.spacing)}\n 46\n{_n(c * hatch.spacing)}\n 79\n0\n 98\n0\n")


def _letters(text: Text) -> Iterator[tuple[str, str]]:
    """TEXT fitted between two points, so that it is as long in any typeface; symbols of no typeface as lines."""
    x, y = text_start(text)
    c, s = cos_sin(text.turn)
    h = text.height

    def put(px: float, py: float) -> XY:
        return (x + (c * px - s * py) * h, y + (s * px + c * py) * h)

    for start, end, string in _runs(text.string):
        if string.strip():
            yield "TEXT", (f"100\nAcDbText\n{_at(put(start, 0.0))} 40\n{_n(h)}\n  1\n{_written(string)}\n 50\n{_n(text.turn)}\n"
                           f"  7\n{_STYLE}\n 72\n5\n{_at(put(end, 0.0), 11)}100\nAcDbText\n")
    for piece in pieces(text.string):
        if piece.symbol and piece.string not in _CODES:
            for points in piece.symbol.strokes:
                yield "LWPOLYLINE", _polyline(tuple(put(piece.x + px, py) for px, py in points), False)
            for points in piece.symbol.fills:
                yield _filled(tuple(put(piece.x + px, py) for px, py in points))


def _runs(string: str) -> Iterator[tuple[float, float, str]]:
    """What is written as one TEXT: from where to where, in cap heights. Symbols that have a code stay in it."""
    start = end = 0.0
    run = ""
    for piece in pieces(string):
        if piece.symbol and piece.string not in _CODES:
            if run:
                yield start, end, run
            run = ""
            continue
        if not run:
            start = piece.x
        run += piece.string
        end = piece.x + piece.width
    if run:
        yield start, end, run


def lettering(string: str) -> list[str]:
    """What `write_dxf` writes of lettering as TEXT, piece by piece."""
    return [_written(run) for _, _, run in _runs(string) if run.strip()]


def read_lettering(data: bytes) -> list[str]:
    """Every TEXT of a file that `write_dxf` wrote, in its order."""
    return re.findall(r"\n  0\nTEXT\n(?:(?!  0\n).*\n)*?  1\n(.*)\n", data.decode("utf-8", "replace"))


def _written(string: str) -> str:
    escaped = (string.replace("%", "%%%") if "%%" in string else string).replace("^", "^ ")
    return "".join(_CODES.get(character, character) for character in escaped)
