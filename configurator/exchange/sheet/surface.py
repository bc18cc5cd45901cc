"""Graphical symbol of surface texture (ISO 21920-1, before it ISO 1302)."""

from __future__ import annotations

from typing import Literal

from .arrows import arrow
from .figures import proportion
from .groups import Group
from .labels import bracket
from .lettering import width
from .model import XY, Circle, Entity, Layer, Line, Polyline, Text
from .planar import polar, unit

_LEG = {2.5: (3.5, 8.0), 3.5: (5.0, 11.0)}
"""Height of the short and of the long leg for each lettering, mm (B: ISO 1302:2002 annex A, H1 and least H2)."""


def roughness(point: XY, words: str, *, kind: Literal["any", "removed", "kept"] = "removed", turn: float = 0.0,
              height: float | None = None) -> Group:
    """The symbol standing with its tip on the surface at `point`, turned by `turn`, `words` such as "Ra 0,8" beside it.

    `kind`: "any" process, material "removed" (bar), material "kept" as it came (circle). Symbols are read from below or
    from the right: `turn` 0 or 90; surfaces that face down or to the right are reached by a leader (`roughness_at`).
    """
    text = height or proportion("text")
    short, long = _LEG[text]
    # the legs stand at 60 degrees
    left, right = polar((0.0, 0.0), short / 0.8660254, 120.0), polar((0.0, 0.0), long / 0.8660254, 60.0)
    level = polar((0.0, 0.0), short / 0.8660254, 60.0)
    bar = right[0] + 1.0 + width(words) * text if words else right[0]
    entities: list[Entity] = [Polyline((left, (0.0, 0.0), right), Layer.TEXT)]
    if words:
        entities.append(Line(right, (bar, right[1]), Layer.TEXT))
        entities.append(Text(words, (right[0] + 0.3, right[1] - 1.0 - text), text))
    if kind == "removed":
        entities.append(Line(left, level, Layer.TEXT))
    elif kind == "kept":
        # the circle touches both legs and ends where the bar would stand
        entities.append(Circle((0.0, short * 2 / 3), short / 3, Layer.TEXT))
    return Group(Group(tuple(entities)).placed(point, turn=turn).entities, f"roughness {words}")


def roughness_at(tip: XY, elbow: XY, words: str, *, kind: Literal["any", "removed", "kept"] = "removed",
                 side: Literal[1, -1] | None = None) -> Group:
    """The symbol standing on the level line of a leader, for surfaces on which it would not be upright.

    The leader runs from the surface at `tip` to `elbow`, the level line from there to the right (1) or left (-1).
    """
    to = side or (1 if elbow[0] >= tip[0] - 1e-9 else -1)
    upright = roughness((0.0, 0.0), words, kind=kind)
    wide = upright.box.width + 1.0
    left = elbow[0] if to > 0 else elbow[0] - wide
    symbol = upright.moved(left + 0.5 - upright.box.left, elbow[1])
    return Group((Line(tip, elbow, Layer.DIMENSION), arrow(tip, unit(elbow, tip)),
                  Line((left, elbow[1]), (left + wide, elbow[1]), Layer.DIMENSION), *symbol.entities), symbol.kind)


def general_roughness(at: XY, words: str, *, others: bool = True, height: float | None = None) -> Group:
    """The symbol for all surfaces that bear none, as it stands in or at the title block; tip at `at`.

    `others`: a symbol in round brackets follows, which says that single surfaces bear symbols of their own.
    """
    first = roughness(at, words, height=height)
    if not others:
        return first
    text = height or proportion("text")
    short, long = _LEG[text]
    x = first.box.right + 2.0
    entities: list[Entity] = []
    wide = bracket(entities, 0.0, long, left=True)
    centre = wide + short / 1.7320508 + 0.6
    tick = ((centre - short / 1.7320508, short), (centre, 0.0), (centre + long / 1.7320508, long))
    entities.append(Polyline(tick, Layer.TEXT))
    bracket(entities, centre + long / 1.7320508 + 0.3, long, left=False)
    return Group(first.entities + Group(tuple(entities)).moved(x, at[1]).entities, first.kind)
