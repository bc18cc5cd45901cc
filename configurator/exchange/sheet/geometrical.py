"""Tolerance indicators and datum indicators (ISO 1101, ISO 5459)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .arrows import arrow
from .errors import SheetError
from .figures import proportion
from .groups import Group
from .lettering import width
from .model import XY, Entity, Filled, Layer, Line, Polyline, Text
from .planar import along, distance, left_of, unit

CHARACTERISTICS = {
    "straightness": "⏤", "flatness": "⏥", "roundness": "○", "cylindricity": "⌭", "line_profile": "⌒",
    "surface_profile": "⌓", "parallelism": "∥", "perpendicularity": "⟂", "angularity": "∠", "position": "⌖",
    "concentricity": "◎", "symmetry": "⌯", "run_out": "↗", "total_run_out": "⌰",
}
"""Symbol of each geometrical characteristic of ISO 1101."""

_INNER = 1.2  # mm between lettering and the sides of its compartment (design)


def tolerance_frame(at: XY, characteristic: str, value: str, datums: Sequence[str] = (), *, tip: XY | None = None,
                    elbow: XY | None = None, above: str = "") -> Group:
    """The frame with symbol, value ("0,01", "⌀0,02") and datum letters; `at` is its lower left corner.

    With `tip` a leader with an arrow runs from the nearer side of the frame, by way of `elbow` if there is one, to the
    feature. `above` is written over the frame ("4×"). SheetError if the characteristic is not one of CHARACTERISTICS.
    """
    if characteristic not in CHARACTERISTICS:
        raise SheetError(f"{characteristic!r} is no geometrical characteristic; there are: {', '.join(CHARACTERISTICS)}")
    text = proportion("text")
    high = 2 * text
    x, y = at
    entities: list[Entity] = []
    for index, words in enumerate((CHARACTERISTICS[characteristic], value, *datums)):
        wide = width(words) * text
        cell = max(high, wide + 2 * _INNER)
        if index:
            entities.append(Line((x, y), (x, y + high), Layer.DIMENSION))
        entities.append(Text(words, (x + cell / 2, y + high / 2), text, "centre", "middle"))
        x += cell
    entities.append(Polyline(((at[0], y), (x, y), (x, y + high), (at[0], y + high)), Layer.DIMENSION, closed=True))
    if above:
        entities.append(Text(above, (at[0], y + high + proportion("above_line")), text))
    if tip:
        sides = ((at[0], y + high / 2), (x, y + high / 2))
        towards = elbow or tip
        start = min(sides, key=lambda side: distance(side, towards))
        before = elbow or start
        if elbow:
            entities.append(Line(start, elbow, Layer.DIMENSION))
        entities += [Line(before, tip, Layer.DIMENSION), arrow(tip, unit(before, tip))]
    return Group(tuple(entities), f"tolerance {characteristic} {value}")


def datum(letter: str, tip: XY, direction: XY, *, reach: float = 6.0, kind: Literal["filled", "open"] = "filled") -> Group:
    """A datum letter in its square, joined to a triangle that stands on the feature at `tip`.

    `direction` points from the feature to the square; `reach` is the distance from the one to the other, mm.
    """
    text = proportion("text")
    u = unit((0.0, 0.0), direction)
    side, high = left_of(u), 0.8660254 * text
    half = text  # of the square: it is as high as a tolerance frame
    triangle = (along(tip, side, text / 2), along(tip, side, -text / 2), along(tip, u, high))
    centre = along(tip, u, reach + half)
    square = tuple((centre[0] + dx * half, centre[1] + dy * half) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    # the line ends on the square, wherever it meets it
    edge = along(centre, u, -half / max(abs(u[0]), abs(u[1])))
    mark: Entity = Filled(triangle) if kind == "filled" else Polyline(triangle, Layer.DIMENSION, closed=True)
    return Group((mark, Line(along(tip, u, high), edge, Layer.DIMENSION), Polyline(square, Layer.DIMENSION, closed=True),
                  Text(letter, centre, text, "centre", "middle")), f"datum {letter}")
