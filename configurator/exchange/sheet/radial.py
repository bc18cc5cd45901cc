"""Dimensions of circles, arcs and angles (ISO 129-1)."""

from __future__ import annotations

from math import asin, degrees
from typing import Literal

from .arrows import arrow
from .figures import proportion
from .groups import Group
from .labels import Label, Words, label
from .model import XY, Arc, Entity, Layer, Line
from .planar import along, left_of, polar, unit


def diameter(centre: XY, radius: float, angle: float, words: Words, *, reach: float = 8.0) -> Group:
    """A diameter where the circle is seen: the line through the centre at `angle`, the lettering on a shelf outside.

    `reach` is how far outside the circle the shelf begins, mm. Small circles get one arrow, from outside.
    """
    text = label(words)
    out = unit((0.0, 0.0), polar((0.0, 0.0), 1.0, angle))
    near, far = along(centre, out, radius), along(centre, out, -radius)
    elbow = along(centre, out, radius + reach)
    back = (-out[0], -out[1])
    entities: list[Entity]
    if 2 * radius >= 3 * proportion("arrow"):
        entities = [Line(far, elbow, Layer.DIMENSION), arrow(near, out), arrow(far, back)]
    else:
        entities = [Line(near, elbow, Layer.DIMENSION), arrow(near, back)]
    return Group((*entities, *shelf(elbow, 1 if out[0] > -1e-9 else -1, text)), f"dimension {text.words}")


def radius(centre: XY, radius: float, angle: float, words: Words, *, reach: float = 8.0, inside: bool = False) -> Group:
    """A radius at the point of its arc that lies at `angle`, the lettering on a shelf.

    The arrow meets the arc from outside the circle, or with `inside` from the side of the centre.
    """
    text = label(words)
    out = unit((0.0, 0.0), polar((0.0, 0.0), 1.0, angle))
    tip = along(centre, out, radius)
    away = (-out[0], -out[1]) if inside else out
    elbow = along(tip, away, reach)
    return Group((Line(tip, elbow, Layer.DIMENSION), arrow(tip, (-away[0], -away[1])),
                  *shelf(elbow, 1 if away[0] > -1e-9 else -1, text)), f"dimension {text.words}")


def shelf(elbow: XY, side: Literal[1, -1], text: Label) -> tuple[Entity, ...]:
    """A level line from `elbow` to the right (1) or left (-1) with lettering above it."""
    over = proportion("overshoot")
    end = (elbow[0] + side * (text.width + over), elbow[1])
    middle = elbow[0] + side * (over + text.width / 2)
    return (Line(elbow, end, Layer.DIMENSION), *text.at((middle, elbow[1] + text.lift)))


def angular(vertex: XY, radius: float, start: float, end: float, words: Words, *,
            extend: tuple[float, float] | None = None) -> Group:
    """The angle from `start` counter-clockwise to `end` (degrees) on an arc of `radius` mm round its vertex.

    `extend` gives how far from the vertex the two sides of the feature reach: extension lines begin there. Lettering
    stands above the arc, read from below or from the right; where it has no room on the arc it stands past its end.
    """
    text = label(words)
    sweep = (end - start) % 360 or 360.0
    head = proportion("arrow")
    half_head = 2 * _asin_degrees(head / (2 * radius))
    needed = 2 * _asin_degrees(min(1.0, (text.width + 2) / (2 * (radius + text.lift))))
    inside = sweep >= 2 * half_head + 2
    entities: list[Entity] = []
    if extend:
        for angle, reach in zip((start, end), extend, strict=True):
            if radius > reach + proportion("extension_gap"):
                entities.append(Line(polar(vertex, reach + proportion("extension_gap"), angle),
                                     polar(vertex, radius + proportion("overshoot"), angle), Layer.DIMENSION))
    flip = 1.0 if inside else -1.0
    # a head on an arc points along the chord of its own length, or it would look bent off
    entities.append(arrow(polar(vertex, radius, start), _tangent(start + half_head / 2 * flip, -flip)))
    entities.append(arrow(polar(vertex, radius, end), _tangent(end - half_head / 2 * flip, flip)))
    tail = 0.0 if inside else 2 * half_head
    low, high, middle = start - tail, end + tail, start + sweep / 2
    if sweep < needed:
        middle = end + (0.0 if inside else half_head) + needed / 2
        high = max(high, middle + needed / 2)
    entities.append(Arc(vertex, radius, low, high, Layer.DIMENSION))
    # read from below or from the right: the top of the lettering looks away from the vertex, or towards it
    turn = (middle - 90) % 360
    away = turn <= 90 + 1e-6 or turn > 270 + 1e-6
    gap = text.lift
    if away:
        # lettering is straight and its arc bows towards it in the middle only
        base = polar(vertex, radius + gap, middle)
    else:
        turn = (turn + 180) % 360
        # above the line is the hollow side here: the ends of the lettering keep clear of the arc
        base = polar(vertex, radius - gap - (text.width / 2) ** 2 / (2 * radius), middle)
    entities.extend(text.at(base, turn))
    return Group(tuple(entities), f"dimension {text.words}")


def _tangent(angle: float, sign: float) -> XY:
    x, y = left_of(polar((0.0, 0.0), 1.0, angle))
    return (x * sign, y * sign)


def _asin_degrees(value: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, value))))
