"""Cutting planes, and what stands over sections, details and views (ISO 128-3)."""

from __future__ import annotations

from collections.abc import Sequence

from configurator.texts import say

from .arrows import arrow
from .figures import proportion
from .groups import Group
from .labels import label
from .model import XY, Circle, Entity, Layer, Line, Polyline, Text
from .planar import along, between, dot, left_of, polar, unit

_END = 8.0  # mm, length of the wide ends of a cutting plane (C: general drawing practice, 5 to 10 mm)
_STEM = 8.0  # mm from the cutting plane to the tail of its arrow (C: general drawing practice)


def cutting_plane(points: Sequence[XY], letter: str, looking: XY) -> Group:
    """The trace of a section through `points`, ends wide, with arrows and the letter at both ends.

    `looking` is the direction of sight; arrows point along it onto the ends of the line. Give points that lie a few
    millimetres outside the view.
    """
    sight, height = unit((0.0, 0.0), looking), proportion("large")
    entities: list[Entity] = [Polyline(tuple(points), Layer.CENTRE)]
    for end, neighbour in ((points[0], points[1]), (points[-1], points[-2])):
        inward = unit(end, neighbour)
        tail = along(end, sight, -_STEM)
        entities += [Line(end, along(end, inward, min(_END, _reach(end, neighbour) / 3)), Layer.CUTTING),
                     Line(tail, end, Layer.DIMENSION), arrow(end, sight, size=1.3)]
        entities.append(_beside(tail, sight, inward, letter, height))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        entities += [Line(corner, along(corner, unit(corner, other), min(_END / 2, _reach(corner, other) / 3)), Layer.CUTTING)
                     for other in (before, after)]
    return Group(tuple(entities), f"cutting plane {letter}")


def _beside(tail: XY, sight: XY, inward: XY, letter: str, height: float) -> Text:
    """The letter, upright, at the tail of the arrow and outside the view."""
    outside = (-inward[0], -inward[1])
    x, y = along(along(tail, sight, height * 0.6), outside, height * 0.75)
    return Text(letter, (x, y), height, "centre", "middle")


def _reach(start: XY, end: XY) -> float:
    x, y = between(start, end)
    return dot((x, y), unit(start, end))


def section_label(at: XY, letter: str, language: str, scale: str = "") -> Group:
    """"Section A-A (2:1)" with the middle of its base line at `at`; the scale where it is not that of the sheet."""
    return _heading(at, say("sheet.section", language, letter=letter), scale)


def detail_label(at: XY, letter: str, language: str, scale: str = "") -> Group:
    """"Detail X (10:1)" with the middle of its base line at `at`."""
    return _heading(at, say("sheet.detail", language, letter=letter), scale)


def view_label(at: XY, letter: str, language: str, scale: str = "") -> Group:
    """"View B" with the middle of its base line at `at`."""
    return _heading(at, say("sheet.view", language, letter=letter), scale)


def _heading(at: XY, words: str, scale: str) -> Group:
    whole = f"{words} ({scale})" if scale else words
    return Group(label(whole, proportion("large")).at(at), f"heading {whole}")


def detail_circle(centre: XY, radius: float, letter: str, angle: float = 45.0) -> Group:
    """A thin circle round what a detail shows larger, its letter beside it at `angle`."""
    height = proportion("large")
    return Group((Circle(centre, radius, Layer.THIN),
                  Text(letter, polar(centre, radius + height * 0.9, angle), height, "centre", "middle")),
                 f"detail circle {letter}")


def viewing_arrow(tip: XY, looking: XY, letter: str) -> Group:
    """An arrow in the direction of sight of a view that does not stand where projection puts it, with its letter."""
    sight, height = unit((0.0, 0.0), looking), proportion("large")
    tail = along(tip, sight, -_STEM)
    at = along(tail, left_of(sight), height * 0.8)
    return Group((Line(tail, tip, Layer.DIMENSION), arrow(tip, sight, size=1.3), Text(letter, at, height, "centre", "middle")),
                 f"view {letter}")
