"""Centre lines, centre marks and pitch circles (ISO 128-2 line 04.1)."""

from __future__ import annotations

from .figures import proportion
from .groups import Group
from .model import XY, Circle, Layer, Line
from .planar import along, polar, unit

_SHORT = 6.0  # mm; over less the pattern of dashes and dots does not come about, and the line is drawn whole (design)


def centre_line(start: XY, end: XY, over: float | None = None) -> Group:
    """An axis from `start` to `end`, `over` mm past both."""
    reach = proportion("centre_over") if over is None else over
    u = unit(start, end)
    return Group((_axis(along(start, u, -reach), along(end, u, reach)),), "centre line")


def centre_mark(centre: XY, radius: float, over: float | None = None, turn: float = 0.0) -> Group:
    """Two axes across a circle, turned by `turn` degrees, `over` mm past it."""
    reach = radius + (proportion("centre_over") if over is None else over)
    return Group(tuple(_axis(polar(centre, reach, angle + 180), polar(centre, reach, angle)) for angle in (turn, turn + 90)),
                 "centre mark")


def pitch_circle(centre: XY, radius: float) -> Group:
    """The circle on which the centres of features lie."""
    return Group((Circle(centre, radius, Layer.CENTRE),), "pitch circle")


def _axis(start: XY, end: XY) -> Line:
    short = (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2 < _SHORT ** 2
    return Line(start, end, Layer.DIMENSION if short else Layer.CENTRE)
