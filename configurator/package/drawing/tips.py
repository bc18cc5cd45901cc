"""Where the leader of a balloon ends on a piece: inside its widest cut face, or on a line of it."""

from __future__ import annotations

from configurator.geometry.views import Line, Point2, Polyline, Region, at, ends_of

from .covering import chords
from .pieces import Piece

_SHARES = (0.5, 0.3, 0.7, 0.15, 0.85)
"""Of the height of a face at which its width is looked at (design)."""
_ALONG = (0.5, 0.06, 0.14, 0.24, 0.36, 0.64, 0.76, 0.86, 0.94)
"""Of its longest level stretch (design)."""


def tips_of(piece: Piece) -> list[Point2]:
    """mm in the frame of the view, several to choose from; none if nothing of the piece is seen."""
    found = [point for region in piece.regions for point in _inside(region)]
    if found:
        return found
    longest: tuple[float, Point2] | None = None
    for each in piece.curves:
        curve = each.curve
        (x0, y0), (x1, y1) = ends_of(curve)
        size = round(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 6)
        if longest is None or size > longest[0]:
            if isinstance(curve, Line):
                middle = ((x0 + x1) / 2, (y0 + y1) / 2)
            elif isinstance(curve, Polyline):
                middle = curve.points[len(curve.points) // 2]
            else:
                middle = at(curve, (curve.start + curve.end) / 2)
            longest = size, middle
    return [longest[1]] if longest else []


def _inside(region: Region) -> list[Point2]:
    """Points inside a face, along its longest level stretch."""
    loops = [[point for curve in loop for point in chords(curve)[:-1]] for loop in (region.outer, *region.holes)]
    low, high = min(y for _, y in loops[0]), max(y for _, y in loops[0])
    found: list[tuple[float, float, float]] = []
    for share in _SHARES:
        y = low + (high - low) * share
        hits = sorted(x0 + (y - y0) * (x1 - x0) / (y1 - y0) for loop in loops
                      for (x0, y0), (x1, y1) in zip(loop, (*loop[1:], loop[0]), strict=True) if (y0 > y) != (y1 > y))
        found += [(round(end - start, 6), start, y) for start, end in zip(hits[::2], hits[1::2], strict=False)]
    if not found:
        return []
    wide, start, y = max(found)
    return [(start + wide * share, y) for share in _ALONG]
