"""The judge of a sheet: no lettering on lettering, no line through lettering, nothing outside the frame."""

from __future__ import annotations

from typing import NamedTuple

from .groups import Sheet
from .model import XY, Layer, Text
from .occupancy import Occupied, Word

_CLEARANCE = 0.25  # mm: half the widest line that is drawn beside lettering


class Overlap(NamedTuple):
    """Something that lies where it must not."""

    what: str
    """ "text on text", "line through text" or "outside the frame"."""
    first: str
    second: str
    at: XY
    """Where, mm on the sheet."""

    def __str__(self) -> str:
        return f"{self.what}: {self.first} and {self.second} at ({self.at[0]:.1f}, {self.at[1]:.1f}) mm"


def overlaps(sheet: Sheet) -> list[Overlap]:
    """Everything on a sheet that lies on something else or leaves the frame, in the order of the groups.

    Lettering counts with its true ink. The mark of a draft lies under everything and the frame is where it is; they
    are not judged.
    """
    taken = Occupied(sheet.paper.space, clearance=_CLEARANCE)
    found: list[Overlap] = []
    for group in sheet.groups:
        if all(isinstance(entity, Text) and entity.layer == Layer.DRAFT for entity in group.entities):
            continue
        if group.kind != "frame" and not sheet.paper.space.holds(group.box):
            found.append(Overlap("outside the frame", group.kind, "the frame", group.box.centre))
        for word, other in taken.faults(group):
            first = f"{word.string!r} ({taken.kind(word.owner)})"
            if isinstance(other, Word):
                found.append(Overlap("text on text", first, f"{other.string!r} ({taken.kind(other.owner)})", word.box.centre))
            else:
                second = f"a {other.layer} line ({taken.kind(other.owner)})"
                found.append(Overlap("line through text", first, second, word.box.centre))
    return list(dict.fromkeys(found))
