"""Title block (ISO 7200), with the fields that a drawing of a part needs beside it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from configurator.texts import say

from .errors import SheetError
from .figures import proportion
from .fitting import fitted, wrapped
from .groups import Group, Paper
from .model import XY, Box, Entity, Layer, Line, Polyline, Text
from .projection import first_angle_symbol
from .surface import general_roughness


@dataclass(frozen=True)
class TitleBlock:
    """What stands in a title block. Lengths are those of ISO 7200 (title_block_fields.csv)."""

    legal_owner: str
    number: str
    date: str
    title: str
    creator: str
    approver: str
    document_type: str
    sheet_number: str = "1/1"
    revision: str = ""
    supplementary_title: str = ""
    status: str = ""
    language: str = "en"
    material: str = ""
    mass: str = ""
    quantity: str = ""
    scale: str = ""
    tolerances: str = ""
    surface: str = ""
    """Roughness of all surfaces that bear no symbol, such as "Ra 0,8"."""
    others: bool = False
    """Whether single surfaces bear symbols of their own."""
    paper: str = ""


class _Cell(NamedTuple):
    field: str
    x: float
    y: float
    wide: float
    high: float
    heights: tuple[float, ...] = (3.5, 2.5)


_ROW = 9.0  # mm: title 1.8, lettering 3.5 and air (design)
# where each field stands, mm from the lower left corner of the block (design, after the compact form of ISO 7200 annex A)
_CELLS = (
    _Cell("legal_owner", 0, 0, 65, 2 * _ROW + 5, (5.0, 3.5, 2.5)),
    _Cell("number", 65, 0, 52, _ROW),
    _Cell("revision", 117, 0, 11, _ROW),
    _Cell("date", 128, 0, 26, _ROW),
    _Cell("language", 154, 0, 9, _ROW),
    _Cell("sheet_number", 163, 0, 17, _ROW),
    _Cell("title", 65, _ROW, 115, _ROW + 5, (5.0, 3.5)),
    _Cell("creator", 0, 2 * _ROW + 5, 45, _ROW),
    _Cell("approver", 45, 2 * _ROW + 5, 45, _ROW),
    _Cell("document_type", 90, 2 * _ROW + 5, 52, _ROW),
    _Cell("status", 142, 2 * _ROW + 5, 38, _ROW),
    _Cell("material", 0, 3 * _ROW + 5, 90, _ROW),
    _Cell("mass", 90, 3 * _ROW + 5, 35, _ROW),
    _Cell("quantity", 125, 3 * _ROW + 5, 38, _ROW),
    _Cell("paper", 163, 3 * _ROW + 5, 17, _ROW),
    _Cell("tolerances", 0, 4 * _ROW + 5, 72, 13.5),
    _Cell("surface", 72, 4 * _ROW + 5, 53, 13.5),
    _Cell("scale", 125, 4 * _ROW + 5, 55, 13.5, (5.0, 3.5, 2.5)),
)
HEIGHT = 4 * _ROW + 5 + 13.5
"""mm from the lower to the upper edge of the block."""
_LEGAL_LINES = 3


class _Field(NamedTuple):
    longest: int | None
    mandatory: bool


@cache
def _fields() -> dict[str, _Field]:
    with (Path(__file__).parent / "title_block_fields.csv").open(encoding="utf-8", newline="") as file:
        return {row["field"]: _Field(int(row["longest"]) if row["longest"] else None, row["mandatory"] == "1")
                for row in csv.DictReader(file)}


def _checked(block: TitleBlock) -> None:
    wrong = []
    for field, (longest, mandatory) in _fields().items():
        value = getattr(block, field)
        if mandatory and not value.strip():
            wrong.append(f"{field} is empty, but ISO 7200 demands it")
        if longest and len(value) > longest:
            wrong.append(f"{field} has {len(value)} characters, but ISO 7200 has room for {longest}: {value!r}")
    if wrong:
        raise SheetError("title block: " + "; ".join(wrong))


def title_block_box(paper: Paper) -> Box:
    """Where the block stands: in the lower right corner of the drawing space, 180 mm wide."""
    space = paper.space
    return Box(space.right - proportion("title_block"), space.bottom, space.right, space.bottom + HEIGHT)


def title_block(block: TitleBlock, paper: Paper, language: str) -> Group:
    """The block in the lower right corner of the drawing space, titles of fields in `language`.

    SheetError if a field that ISO 7200 demands is empty, or one is longer than it allows or than there is room for.
    """
    _checked(block)
    place = title_block_box(paper)
    entities: list[Entity] = [Polyline(place.loop(), Layer.TABLE, closed=True)]
    for cell in _CELLS:
        box = Box(cell.x, cell.y, cell.x + cell.wide, cell.y + cell.high).moved(place.left, place.bottom)
        if cell.x:
            entities.append(Line((box.left, box.bottom), (box.left, box.top), Layer.TABLE))
        if cell.y and cell.field != "legal_owner":
            entities.append(Line((box.left, box.bottom), (box.right, box.bottom), Layer.TABLE))
        tiny = proportion("tiny")
        entities.append(Text(say(f"sheet.{cell.field}", language), (box.left + 1, box.top - 0.9), tiny, "left", "top"))
        entities += _content(block, cell, box)
    return Group(tuple(entities), "title block")


def _content(block: TitleBlock, cell: _Cell, box: Box) -> list[Entity]:
    value, x, base = getattr(block, cell.field), box.left + 1.5, box.bottom + 1.4
    room, where = box.width - 3, f"title block, {cell.field}"
    if cell.field == "surface":
        symbol = general_roughness((x + 4, box.bottom + 1.2), value, others=block.others, height=2.5)
        return list(symbol.entities) if value else []
    if cell.field == "scale":
        symbol = first_angle_symbol((box.right - 14, box.bottom + 6.5), 6.0)
        height = fitted(value, room - 24, cell.heights, where)
        return [*symbol.entities, Text(value, (x, box.bottom + 4), height)]
    if cell.field == "legal_owner":
        return _lines(value, (x, box.top - 4.5), room, where)
    if cell.field == "title":
        height = fitted(value, room, cell.heights[1:] if block.supplementary_title else cell.heights, where)
        found: list[Entity] = [Text(value, (x, box.bottom + (5.3 if block.supplementary_title else 3.2)), height)]
        if block.supplementary_title:
            small = fitted(block.supplementary_title, room, (2.5, 1.8), "title block, supplementary_title")
            found.append(Text(block.supplementary_title, (x, box.bottom + 1.4), small))
        return found
    if cell.field == "tolerances":
        lines = value.split("\n")
        return [Text(line, (x, box.bottom + 1.4 + 4.7 * (len(lines) - 1 - index)), fitted(line, room, cell.heights, where))
                for index, line in enumerate(lines)]
    return [Text(value, (x, base), fitted(value, room, cell.heights, where))] if value else []


def _lines(value: str, top: XY, room: float, where: str) -> list[Entity]:
    """The legal owner in up to three lines, as large as they fit."""
    for height in (3.5, 2.5):
        lines = [part for line in value.split("\n") for part in wrapped(line, room, height)]
        if len(lines) <= _LEGAL_LINES:
            break
    else:
        raise SheetError(f"{where}: {value!r} needs {len(lines)} lines, but there is room for {_LEGAL_LINES}; shorten it")
    for line in lines:
        fitted(line, room, (height,), where)
    return [Text(line, (top[0], top[1] - 1.5 * height * index), height, "left", "top") for index, line in enumerate(lines)]
