"""Notes on a drawing, and the notes that every drawing bears."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from configurator.texts import say

from .figures import proportion
from .fitting import wrapped
from .groups import Group
from .labels import number
from .model import XY, Entity, Text

_SPACING = 1.7  # cap heights from one line to the next (design; ISO 3098-1 asks at least 1.3)
_REFERENCE_TEMPERATURE = 20.0  # ISO 1


def note_block(at: XY, lines: Sequence[str], room: float, *, title: str = "", height: float | None = None) -> Group:
    """Lines of notes below one another, broken to `room` mm; `at` is the upper left corner."""
    text = height or proportion("small")
    entities: list[Entity] = []
    x, y = at
    if title:
        entities.append(Text(title, (x, y), proportion("text"), "left", "top"))
        y -= proportion("text") + text * (_SPACING - 0.6)
    for line in lines:
        for part in wrapped(line, room, text):
            entities.append(Text(part, (x, y), text, "left", "top"))
            y -= text * _SPACING
    return Group(tuple(entities), "notes")


def general_notes(language: str, *, edges: tuple[float, float] | None = None,
                  finishing: Literal["", "before", "after"] = "") -> tuple[str, ...]:
    """Notes for `note_block`: unit, ISO 8015, edges by ISO 13715 (outside, inside in mm), 20 °C, treatment of surfaces."""
    lines = [say("sheet.note_millimetres", language), say("sheet.note_principles", language)]
    if edges:
        outside, inside = (("+" if edge > 0 else "") + number(edge, language) for edge in edges)
        lines.append(say("sheet.note_edges", language, outside=outside, inside=inside))
    lines.append(say("sheet.note_temperature", language, temperature=_REFERENCE_TEMPERATURE))
    if finishing:
        lines.append(say({"before": "sheet.note_before", "after": "sheet.note_after"}[finishing], language))
    return tuple(lines)
