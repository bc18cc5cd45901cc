"""A sheet as SVG, millimetres true to scale: letters as outlines, and once more as text that is not seen but found.

Outlines look the same wherever the file is opened; an embedded typeface would not, for most drawing programs ignore it.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

from configurator.exchange.markup import escaped

from .extents import hatch_lines, text_start
from .figures import LineStyle
from .groups import DocumentProperties, Sheet
from .lettering import glyph, outline, pieces, width
from .model import XY, Arc, Circle, EllipseArc, Entity, Filled, Hatch, Layer, Line, Polyline, Text
from .symbols import STROKE, symbols

_GREY = "#e8e8e8"  # of the mark across a draft


def write_svg(sheet: Sheet, properties: DocumentProperties) -> bytes:
    """The sheet as one SVG document, UTF-8. Holds no script and refers to nothing outside itself."""
    paper = sheet.paper
    body: list[str] = []
    letters: dict[str, int] = {}
    layer, paths = "", list[str]()

    def close() -> None:
        if paths:
            body.append(f'<path class="{layer}" d="{"".join(paths)}"/>')
            paths.clear()

    for entity in sheet.entities:
        if isinstance(entity, Text):
            close()
            body.append(_letter(entity, letters, paper.height))
            continue
        name = f"{entity.layer} fill" if isinstance(entity, Filled) else str(entity.layer)
        if name != layer:
            close()
            layer = name
        paths.append(_path(entity, paper.height))
    close()
    defined = "".join(_defined(character, number) for character, number in letters.items())
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{paper.width:g}mm" height="{paper.height:g}mm" '
        f'viewBox="0 0 {paper.width:g} {paper.height:g}" xml:lang="{escaped(properties.language)}">',
        f"<title>{escaped(properties.title)}</title>",
        f"<desc>{escaped(properties.subject)}</desc>",
        f"<style>{_sheet_of_styles(sheet.styles)}</style>",
        f"<defs>{defined}</defs>", *body, "</svg>", "")).encode()


def _sheet_of_styles(styles: dict[str, LineStyle]) -> str:
    rules = ["path{fill:none;stroke:#000;stroke-linejoin:round;stroke-linecap:round}",
             # letters stand in other elements by reference: they take their colour from there
             "path.fill{fill:#000;stroke:none}", "path.g{fill:inherit;stroke:none}", f"path.s{{stroke-width:{STROKE}}}",
             f".DRAFT{{fill:{_GREY}}}",
             # found by searching and by readers of the page, seen by nobody
             "text{fill-opacity:0;font-family:sans-serif;white-space:pre}"]
    for name, style in styles.items():
        lengths = " ".join(f"{each:g}" for each in style.pattern)
        dashes = f";stroke-linecap:butt;stroke-dasharray:{lengths}" if lengths else ""
        rules.append(f"path.{name}{{stroke-width:{style.width:g}{dashes}}}")
    return "".join(rules)


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _point(point: XY, height: float) -> str:
    return f"{_number(point[0])} {_number(height - point[1])}"


def _path(entity: Entity, height: float) -> str:
    match entity:
        case Line():
            return f"M{_point(entity.start, height)}L{_point(entity.end, height)}"
        case Polyline():
            return _chain(entity.points, height) + ("Z" if entity.closed else "")
        case Filled():
            return _chain(entity.points, height) + "Z"
        case Circle():
            r = entity.radius
            return _arc(entity.centre, (r, 0.0), 1.0, 0.0, 360.0, height) + "Z"
        case Arc():
            sweep = (entity.end - entity.start) % 360 or 360.0
            return _arc(entity.centre, (entity.radius, 0.0), 1.0, entity.start, sweep, height)
        case EllipseArc():
            sweep = (entity.end - entity.start) % 360 or 360.0
            return _arc(entity.centre, entity.major, entity.ratio, entity.start, sweep, height)
        case Hatch():
            return "".join(f"M{_point(start, height)}L{_point(end, height)}" for start, end in hatch_lines(entity))
        case Text():
            return ""


def _chain(points: tuple[XY, ...], height: float) -> str:
    return f"M{_point(points[0], height)}L" + " ".join(_point(point, height) for point in points[1:])


def _arc(centre: XY, major: XY, ratio: float, start: float, sweep: float, height: float) -> str:
    """An elliptical arc in parts of at most half a turn: a whole one has no end that SVG could draw to."""
    long = hypot(*major)
    turn = _number(-degrees(atan2(major[1], major[0])))
    radii = f"{_number(long)} {_number(long * ratio)}"

    def at(angle: float) -> XY:
        c, s = cos(radians(angle)), sin(radians(angle))
        return (centre[0] + c * major[0] - s * ratio * major[1], centre[1] + c * major[1] + s * ratio * major[0])

    count = 1 if sweep < 180 else 3
    ends = [at(start + sweep * (index + 1) / count) for index in range(count)]
    return f"M{_point(at(start), height)}" + "".join(f"A{radii} {turn} 0 0 {_point(end, height)}" for end in ends)


def _letter(text: Text, letters: dict[str, int], height: float) -> str:
    """Outlines of a line, each letter drawn once in the file, and the line itself unseen."""
    x, y = text_start(text)
    found: list[str] = []
    for piece in pieces(text.string):
        at = piece.x
        for character in piece.string:
            if piece.symbol or outline(character):
                number = letters.setdefault(character, len(letters))
                found.append(f'<use href="#g{number}" x="{_number(at)}"/>')
            at += glyph(character).advance
    turn = f"rotate({_number(-text.turn)})" if text.turn else ""
    h = _number(text.height)
    wide = _number(width(text.string))
    mark = ' class="DRAFT"' if text.layer == Layer.DRAFT else ""
    return (f'<g{mark} transform="translate({_number(x)} {_number(height - y)}){turn}scale({h})">'
            f'{"".join(found)}<text font-size="1.4" textLength="{wide}" lengthAdjust="spacingAndGlyphs">'
            f"{escaped(text.string)}</text></g>")


def _defined(character: str, number: int) -> str:
    symbol = symbols().get(character)
    if symbol is None:
        return f'<path id="g{number}" class="g" transform="scale(1 -1)" d="{outline(character)}"/>'
    drawn = "".join("M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) for points in symbol.strokes)
    filled = "".join("M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) + "Z" for points in symbol.fills)
    return (f'<g id="g{number}" transform="scale(1 -1)"><path class="s" d="{drawn}"/>'
            + (f'<path class="g" d="{filled}"/>' if filled else "") + "</g>")
