"""Parts list on a drawing of an assembly (ISO 7573): on the title block, read from below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from configurator.texts import say

from .fitting import fitted
from .groups import Group
from .model import XY, Entity, Layer, Line, Polyline, Text

# width of each column, mm; together they are as wide as the title block (design)
_COLUMNS = (("item", 12.0), ("pieces", 14.0), ("description", 62.0), ("part_number", 46.0), ("material", 46.0))
_ROW = 7.0  # mm (design: twice the lettering)
_INSET = 1.2  # mm


class PartsListRow(NamedTuple):
    """One line of the list; the item is the number of its balloon."""

    item: str
    pieces: str
    description: str
    part_number: str
    material: str


def parts_list(rows: Sequence[PartsListRow], corner: XY, language: str) -> Group:
    """The list with its lower right corner at `corner`: titles at the bottom, first row above them.

    SheetError, naming item and column, if something is too long for its column.
    """
    right, bottom = corner
    left = right - sum(wide for _, wide in _COLUMNS)
    top = bottom + _ROW * (len(rows) + 1)
    entities: list[Entity] = [Polyline(((left, bottom), (right, bottom), (right, top), (left, top)), Layer.TABLE, closed=True)]
    entities += [Line((left, bottom + _ROW * (index + 1)), (right, bottom + _ROW * (index + 1)),
                      Layer.DIMENSION if index else Layer.TABLE) for index in range(len(rows))]
    x = left
    for field, wide in _COLUMNS:
        if x > left:
            entities.append(Line((x, bottom), (x, top), Layer.TABLE))
        room = wide - 2 * _INSET
        title = say(f"sheet.{field}", language)
        entities.append(Text(title, (x + _INSET, bottom + _ROW / 2),
                             fitted(title, room, (2.5, 1.8), f"parts list, title of {field}"), "left", "middle"))
        for index, row in enumerate(rows):
            value = getattr(row, field)
            height = fitted(value, room, (3.5, 2.5, 1.8), f"parts list, item {row.item}, {field}")
            centred = field in ("item", "pieces")
            entities.append(Text(value, (x + wide / 2 if centred else x + _INSET, bottom + _ROW * (index + 1.5)), height,
                                 "centre" if centred else "left", "middle"))
        x += wide
    return Group(tuple(entities), "parts list")


def parts_list_height(count: int) -> float:
    """mm that a list of `count` rows is high."""
    return _ROW * (count + 1)


