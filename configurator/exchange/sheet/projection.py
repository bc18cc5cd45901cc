"""Symbol of first-angle projection (ISO 5456-2)."""

from __future__ import annotations

from .groups import Group
from .model import XY, Circle, Layer, Line, Polyline


def first_angle_symbol(at: XY, height: float = 5.0) -> Group:
    """A truncated cone and, where first angle puts it, what is seen from its small end; middle at `at`.

    `height` is the larger diameter, mm. The smaller one is half of it, the cone as long as the larger (design, after
    the figure of ISO 5456-2).
    """
    x, y = at
    big, small, gap = height / 2, height / 4, 0.5 * height
    left = x - (height + gap + height) / 2
    cone = ((left, y - small), (left + height, y - big), (left + height, y + big), (left, y + small))
    circles = (left + height + gap + big, y)
    over = 0.2 * height
    return Group((Polyline(cone, Layer.TEXT, closed=True), Circle(circles, big, Layer.TEXT), Circle(circles, small, Layer.TEXT),
                  Line((left - over, y), (left + height + over, y), Layer.DIMENSION),
                  Line((circles[0] - big - over, y), (circles[0] + big + over, y), Layer.DIMENSION),
                  Line((circles[0], y - big - over), (circles[0], y + big + over), Layer.DIMENSION)), "first-angle projection")
