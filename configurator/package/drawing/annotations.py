"""Sets dimensions, frames, symbols and datums of one view on the sheet, each where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from configurator.exchange.sheet import Box, Group, place_dimensions
from configurator.exchange.sheet.occupancy import Occupied
from configurator.product.characteristics import Characteristic

from .callouts import called, framed, noted, pointed, rounded
from .choice import Shown
from .dimensions import SIDES, DimensionLine, Sides, datum_of, fits, line_of, oblique, span, wishes
from .indications import Across, Round
from .poses import Placement
from .wording import is_frame

_LEAST = 0.35
"""mm on paper under which a size is told by a note, its lines being one (design: a wide line is 0.35 to 0.5)."""
_SURFACE = ("cylindricity", "roundness", "runout", "straightness")
"""Tolerances of a surface, not of its axis: they do not stand on the line of its diameter."""


class Manner(NamedTuple):
    """How dimensions of a view are set; the first one is tried first."""

    sides: Sides
    """Where linear dimensions stand: on the nearest side, short ones on the further one, or weighed against one another."""
    noted: bool
    """Whether diameters that are too short for their lettering stand at a leader."""


MANNERS = tuple(Manner(sides, noted) for noted in (False, True) for sides in SIDES)


def annotate(box: Box, place: Placement, shown: Sequence[Shown], occupied: Occupied, language: str,
             manner: Manner = MANNERS[0]) -> list[Group]:
    """Everything that is told in one view; `box` is the view on the sheet. SheetFull if something has no room."""
    sizes = [each for each in shown if isinstance(each.indication, Across)]
    small = [each for each in sizes if span(each, place) < _LEAST]
    at_leader = [each for each in sizes if manner.noted and each not in small and _is_notable(each)
                 and not fits(each, place, language)]
    drawn = [each for each in sizes if each not in small and each not in at_leader]
    level = [each for each in drawn if _is_level(each)]
    wanted = wishes(level, place, language, manner.sides)
    groups = list(place_dimensions(box, wanted, occupied))
    lines = {id(each.numbered.each): line_of(group, wish) for each, group, wish in zip(level, groups, wanted, strict=True)}
    groups += [oblique(each, place, occupied, language) for each in drawn if each not in level]
    groups += [datum_of(each, lines.get(id(each.numbered.each)), place, box, occupied)
               for each in sizes if each.numbered.each.datum]
    told: list[Shown] = []
    for each in at_leader:
        frames = [other for other in shown if _is_of(other.numbered.each, each.numbered.each)]
        groups.append(noted(each, [other.numbered for other in frames], place, box, occupied, language))
        told += frames
    for each in shown:
        if each in drawn or each in at_leader or each in told:
            continue
        if isinstance(each.indication, Round):
            groups.append(rounded(each, each.indication, place, box, occupied, language))
        elif isinstance(each.indication, Across) or not _is_told_by_symbol(each.numbered.each):
            groups.append(called(each, place, box, occupied, language))
        else:
            line = _line(each.numbered.each, lines, shown) if is_frame(each.numbered.each) else None
            groups.append((line and framed(each.numbered, line, occupied, language))
                          or pointed(each, each.indication, place, box, occupied, language))
    return groups


def _is_told_by_symbol(found: Characteristic) -> bool:
    return is_frame(found) or found.kind in ("roughness", "angle")


def _is_level(each: Shown) -> bool:
    return isinstance(each.indication, Across) and each.indication.choices[0][0] != ""


def _is_notable(each: Shown) -> bool:
    found = each.numbered.each
    return found.kind in ("diameter", "thread") and not found.datum and not found.on[0].touching


def _is_of(frame: Characteristic, size: Characteristic) -> bool:
    """Whether a tolerance is that of the axis of a diameter."""
    return (is_frame(frame) and frame.kind not in _SURFACE and size.kind in ("diameter", "thread")
            and frame.on[0].kind == "cylinder" and frame.on[0] == size.on[0])


def _line(frame: Characteristic, lines: dict[int, DimensionLine], shown: Sequence[Shown]) -> DimensionLine | None:
    """The dimension line on which it stands."""
    for each in shown:
        if id(each.numbered.each) in lines and _is_of(frame, each.numbered.each):
            return lines[id(each.numbered.each)]
    return None
