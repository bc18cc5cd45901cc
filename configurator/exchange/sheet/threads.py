"""Convention for threads (ISO 6410-1)."""

from __future__ import annotations

from .groups import Group
from .model import XY, Arc, Layer, Line

_OPEN = (5.0, 95.0)  # degrees that the thin circle leaves out: the right upper quarter (ISO 6410-1, preferably)


def thread_end(centre: XY, radius: float) -> Group:
    """A thread seen along its axis: about three quarters of a thin circle at the root.

    `radius` is the minor radius of an external thread, the major radius of an internal one; the crest is an outline of
    the view and drawn there.
    """
    return Group((Arc(centre, radius, _OPEN[1], 360.0 + _OPEN[0], Layer.THIN),), "thread")


def thread_side(start: XY, end: XY, radius: float, *, limit: float | None = None, hidden: bool = False) -> Group:
    """A thread seen from the side, its axis from `start` to where it ends at `end`: two thin lines at the root.

    `limit` is the radius that the wide line across its end reaches; none if the thread ends where its feature does.
    `hidden` draws all of it as hidden edges.
    """
    x, y = end[0] - start[0], end[1] - start[1]
    length = (x * x + y * y) ** 0.5
    side = (-y / length, x / length)

    def off(point: XY, by: float) -> XY:
        return (point[0] + side[0] * by, point[1] + side[1] * by)

    root = Layer.HIDDEN if hidden else Layer.THIN
    lines = [Line(off(start, sign * radius), off(end, sign * radius), root) for sign in (1, -1)]
    if limit is not None:
        lines.append(Line(off(end, limit), off(end, -limit), Layer.HIDDEN if hidden else Layer.VISIBLE))
    return Group(tuple(lines), "thread")
