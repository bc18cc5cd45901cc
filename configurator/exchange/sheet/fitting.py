"""Lettering that has to fit into a given width."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import SheetError
from .lettering import width

SIZES = (5.0, 3.5, 2.5, 1.8)
"""Heights of capitals that drawings use for what stands in tables, mm (ISO 3098-1)."""


def fitted(string: str, room: float, heights: Sequence[float], where: str) -> float:
    """The first of `heights` at which a line is no longer than `room` mm. SheetError, naming `where`, if there is none."""
    for height in heights:
        if width(string) * height <= room:
            return height
    raise SheetError(f"{where}: {string!r} is {width(string) * heights[-1]:.0f} mm long at {heights[-1]:g} mm lettering, "
                     f"but there is room for {room:.0f} mm; shorten it")


def wrapped(string: str, room: float, height: float) -> list[str]:
    """Words of a line broken into lines of at most `room` mm; a word that is longer alone stays whole."""
    lines: list[str] = []
    for word in string.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) * height <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
