"""Linear dimensions: horizontal, vertical or along the measured points (ISO 129-1)."""

from __future__ import annotations

from typing import Literal

from .arrows import arrow
from .errors import SheetError
from .figures import proportion
from .groups import Group
from .labels import Label, Words, label
from .model import XY, Entity, Layer, Line
from .planar import along, between, direction_angle, distance, dot, left_of, unit

_TAIL = 2.0  # arrow lengths that a line reaches past an arrow which points inwards (design)
_BESIDE = 1.0  # mm between lettering and the extension lines at its sides (design)


def linear(start: XY, end: XY, through: XY, words: Words, *,
           direction: Literal["horizontal", "vertical", "aligned"] = "aligned",
           side: Literal[1, -1] = 1, shift: float = 0.0, extend: tuple[bool, bool] = (True, True)) -> Group:
    """A dimension between two points of a feature, its line passing through `through`.

    Lettering stands above the line and is read from below or from the right. Where there is no room between the
    extension lines, arrows point inwards from outside, and the lettering stands past the end of the line: at the right
    or upper end if `side` is 1, at the other if -1. `shift` moves lettering that stands between the extension lines away
    from their middle, mm. `extend` says which of the two points gets an extension line.
    SheetError if the two points measure nothing along the line.
    """
    text = label(words)
    u = {"horizontal": (1.0, 0.0), "vertical": (0.0, 1.0), "aligned": unit(start, end)}[direction]
    if u[0] < -1e-9 or (abs(u[0]) <= 1e-9 and u[1] < 0):
        u = (-u[0], -u[1])
    first, second = (along(through, u, dot(between(through, point), u)) for point in (start, end))
    points = ((start, first, extend[0]), (end, second, extend[1]))
    if dot(between(first, second), u) < 0:
        points = (points[1], points[0])
    (_, low, _), (_, high, _) = points
    length = distance(low, high)
    if length < 1e-6:
        raise SheetError(f"the dimension {text.words!r} measures nothing along its line; take another direction")
    entities: list[Entity] = []
    for feature, foot, wanted in points:
        reach = distance(feature, foot)
        if wanted and reach > proportion("extension_gap"):
            away = unit(feature, foot)
            entities.append(Line(along(feature, away, proportion("extension_gap")),
                                 along(foot, away, proportion("overshoot")), Layer.DIMENSION))
    return Group((*entities, *dimension_line(low, high, text, side=side, shift=shift)), f"dimension {text.words}")


def fits_between(length: float, text: Label) -> bool:
    """Whether lettering stands between extension lines that are `length` mm apart."""
    return length >= text.width + 2 * _BESIDE


def dimension_line(low: XY, high: XY, text: Label, *, side: Literal[1, -1] = 1, shift: float = 0.0) -> tuple[Entity, ...]:
    """The line with its arrows and its lettering above; `low` to `high` in the direction of reading."""
    u = unit(low, high)
    length, head = distance(low, high), proportion("arrow")
    inside = length >= 2 * head + 1
    fits = fits_between(length, text)
    line_low, line_high, middle = low, high, along(low, u, length / 2 + shift)
    if not inside:
        line_low, line_high = along(low, u, -_TAIL * head), along(high, u, _TAIL * head)
    if not fits:
        start = (0.0 if inside else head) + proportion("overshoot")
        if side > 0:
            middle = along(high, u, start + text.width / 2)
            line_high = along(high, u, start + text.width)
        else:
            middle = along(low, u, -start - text.width / 2)
            line_low = along(low, u, -start - text.width)
    outward = 1.0 if inside else -1.0
    heads = (arrow(low, (-u[0] * outward, -u[1] * outward)), arrow(high, (u[0] * outward, u[1] * outward)))
    base = along(middle, left_of(u), text.lift)
    return (Line(line_low, line_high, Layer.DIMENSION), *heads, *text.at(base, direction_angle(u)))

