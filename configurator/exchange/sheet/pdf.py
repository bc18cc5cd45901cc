"""A sheet as PDF: real lettering that can be searched, fonts embedded, the same bytes for the same sheet."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from math import cos, radians, sin, tan
from typing import Any

from .extents import hatch_lines, text_start
from .figures import LineStyle
from .groups import DocumentProperties, Sheet
from .lettering import FONT_FILE, em, pieces
from .model import XY, Arc, Circle, EllipseArc, Entity, Filled, Hatch, Layer, Line, Polyline, Text
from .symbols import STROKE, Symbol

_POINT = 72 / 25.4
_GREY = 0.91  # of the mark across a draft, so that what lies on it can be read
_FONT = "Lettering"
_KAPPA = 4 / 3
_STAND_IN = "O"


@cache
def _register() -> None:
    from reportlab import rl_config  # type: ignore[import-untyped]
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

    rl_config.useA85 = 0  # as letters, streams would be a quarter longer, and take time
    pdfmetrics.registerFont(TTFont(_FONT, str(FONT_FILE)))


def write_pdf(sheets: Sheet | tuple[Sheet, ...], properties: DocumentProperties) -> bytes:
    """The sheets as one PDF document, a page each, true to scale."""
    from reportlab.pdfgen import canvas  # type: ignore[import-untyped]

    _register()
    file = BytesIO()
    page = canvas.Canvas(file, invariant=1, pageCompression=1, lang=properties.language, initialFontName=_FONT)
    page.setTitle(properties.title)
    page.setAuthor(properties.author)
    page.setSubject(properties.subject)
    page.setKeywords(properties.keywords)
    page.setCreator(properties.creator)
    page.setProducer(properties.creator)
    for sheet in (sheets,) if isinstance(sheets, Sheet) else sheets:
        page.setPageSize((sheet.paper.width * _POINT, sheet.paper.height * _POINT))
        page.scale(_POINT, _POINT)
        page.setLineJoin(1)
        _draw(page, sheet)
        page.showPage()
    page.save()
    return file.getvalue()


def _number(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _point(point: XY) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _draw(page: Any, sheet: Sheet) -> None:
    """All entities; a run of strokes of one layer is one path, which keeps the file small."""
    code = page._code  # the operators of the page: a path of strokes has no shorter way
    styles, current, last = sheet.styles, "", ""
    for entity in sheet.entities:
        if isinstance(entity, Text):
            _letter(page, entity)
            current = ""
            continue
        kind = "fill" if isinstance(entity, Filled) else "stroke"
        if (entity.layer, kind) != (current, last):
            code.append(_style(styles[entity.layer]))
            current, last = entity.layer, kind
        code.append(_path(entity) + (" f" if kind == "fill" else " S"))


def _style(style: LineStyle) -> str:
    # dashes end square so that gaps keep their length; whole lines end round so that corners close
    dashes = " ".join(map(_number, style.pattern))
    return f"0 G 0 g {0 if style.pattern else 1} J {_number(style.width)} w [{dashes}] 0 d"


def _path(entity: Entity) -> str:
    match entity:
        case Line():
            return f"{_point(entity.start)} m {_point(entity.end)} l"
        case Polyline():
            return _chain(entity.points) + (" h" if entity.closed else "")
        case Filled():
            return _chain(entity.points) + " h"
        case Circle():
            r = entity.radius
            return _curve(entity.centre, (r, 0.0), (0.0, r), 0.0, 360.0) + " h"
        case Arc():
            r = entity.radius
            return _curve(entity.centre, (r, 0.0), (0.0, r), entity.start, (entity.end - entity.start) % 360 or 360.0)
        case EllipseArc():
            x, y = entity.major
            second = (-y * entity.ratio, x * entity.ratio)
            return _curve(entity.centre, entity.major, second, entity.start, (entity.end - entity.start) % 360 or 360.0)
        case Hatch():
            return " ".join(f"{_point(start)} m {_point(end)} l" for start, end in hatch_lines(entity)) or "0 0 m"
        case Text():
            return ""


def _chain(points: tuple[XY, ...]) -> str:
    return f"{_point(points[0])} m " + " ".join(f"{_point(point)} l" for point in points[1:])


def _curve(centre: XY, first: XY, second: XY, start: float, sweep: float) -> str:
    """An elliptical arc as cubic curves, a quarter turn at most each: 0.03 % off at worst."""
    count = max(1, -int(-sweep // 90))
    step = radians(sweep / count)
    bend = _KAPPA * tan(step / 4)

    def at(c: float, s: float) -> XY:
        return (centre[0] + c * first[0] + s * second[0], centre[1] + c * first[1] + s * second[1])

    t = radians(start)
    code = [f"{_point(at(cos(t), sin(t)))} m"]
    for _ in range(count):
        u = t + step
        code.append(" ".join(map(_point, (at(cos(t) - bend * sin(t), sin(t) + bend * cos(t)),
                                          at(cos(u) + bend * sin(u), sin(u) - bend * cos(u)), at(cos(u), sin(u))))) + " c")
        t = u
    return " ".join(code)


def _letter(page: Any, text: Text) -> None:
    """A line of text; a symbol is drawn and stands once more, unseen, as a character that searching finds."""
    from reportlab.pdfbase import pdfmetrics

    h = text.height
    size = h * em()
    grey = _GREY if text.layer == Layer.DRAFT else 0
    page.saveState()
    page.translate(*text_start(text))
    if text.turn:
        page.rotate(text.turn)
    page.setFillGray(grey)
    for piece in pieces(text.string):
        if piece.symbol:
            _draw_symbol(page, piece.symbol, piece.x, h, grey)
            # what the reader copies and searches is the character; what stands unseen is a letter that the font has
            page._code.append(f"/Span <</ActualText <FEFF{ord(piece.string):04X}>>> BDC")
        line = page.beginText(piece.x * h, 0)
        line.setFont(_FONT, size)
        if piece.symbol:
            line.setTextRenderMode(3)
            line.setHorizScale(100 * piece.width * h / pdfmetrics.stringWidth(_STAND_IN, _FONT, size))
            line.textOut(_STAND_IN)
            line.setTextRenderMode(0)
            line.setHorizScale(100)
        else:
            line.textOut(piece.string)
        page.drawText(line)
        if piece.symbol:
            page._code.append("EMC")
    page.restoreState()


def _draw_symbol(page: Any, symbol: Symbol, x: float, h: float, grey: float) -> None:
    page.setStrokeGray(grey)
    page.setLineWidth(STROKE * h)
    page.setLineCap(1)
    page._code.append("[] 0 d")
    for points in symbol.strokes:
        page._code.append(_chain(tuple(((x + px) * h, y * h) for px, y in points)) + " S")
    for points in symbol.fills:
        page._code.append(_chain(tuple(((x + px) * h, y * h) for px, y in points)) + " h f")
