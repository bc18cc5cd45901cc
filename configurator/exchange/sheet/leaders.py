"""Leaders with a note, and balloons (ISO 128-2 clause on leader and reference lines, ISO 6433)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .arrows import arrow, dot
from .figures import proportion
from .groups import Group
from .labels import Label, Words, label
from .model import XY, Circle, Entity, Layer, Line, Text
from .planar import along, distance, unit

_SPACING = 1.6  # cap heights from one line of a note to the next (design; ISO 3098-1 asks at least 1.3)


def leader(tip: XY, elbow: XY, lines: Words | Sequence[Words], *, head: Literal["arrow", "dot", "none"] = "arrow",
           side: Literal[1, -1] | None = None) -> Group:
    """A leader from `tip` to `elbow` and a note on the level line that begins there.

    The first line stands above the level line, further ones below it. `head`: "arrow" on an outline, "dot" inside one,
    "none" on another line. The note goes to the side that the leader comes from the other of, or to `side` (1: right).
    """
    texts = [label(line) for line in ([lines] if isinstance(lines, (str, Label)) else lines)]
    to = side or (1 if elbow[0] >= tip[0] - 1e-9 else -1)
    over, wide = proportion("overshoot"), max(text.width for text in texts)
    entities: list[Entity] = []
    if distance(tip, elbow) > 1e-6:
        entities.append(Line(tip, elbow, Layer.DIMENSION))
        if head == "arrow":
            entities.append(arrow(tip, unit(elbow, tip)))
        elif head == "dot":
            entities.extend(dot(tip))
    entities.append(Line(elbow, (elbow[0] + to * (wide + over), elbow[1]), Layer.DIMENSION))
    left = elbow[0] + over if to > 0 else elbow[0] - over - wide
    base = elbow[1] + texts[0].lift
    for index, text in enumerate(texts):
        if index == 1:
            base = elbow[1] - proportion("above_line")
        if index:
            base -= text.above if index == 1 else proportion("text") * _SPACING
        entities.extend(text.at((left + text.width / 2, base)))
    return Group(tuple(entities), f"note {texts[0].words}")


def balloon(centre: XY, number: str, tip: XY | None = None, *, head: Literal["arrow", "dot"] = "dot",
            radius: float | None = None) -> Group:
    """A number in a circle round `centre`, with a leader to `tip` if there is one.

    The circle is `radius` mm, or as large as balloons are on this sheet (proportions.csv).
    """
    size = radius or proportion("balloon_radius")
    text = proportion("text") if size >= proportion("balloon_radius") else proportion("small")
    entities: list[Entity] = [Circle(centre, size, Layer.DIMENSION), Text(number, centre, text, "centre", "middle")]
    if tip and distance(centre, tip) > size:
        out = unit(centre, tip)
        entities.append(Line(along(centre, out, size), tip, Layer.DIMENSION))
        entities.extend([arrow(tip, out)] if head == "arrow" else dot(tip))
    return Group(tuple(entities), f"balloon {number}")
