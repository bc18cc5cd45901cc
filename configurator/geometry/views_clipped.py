"""Views cut off exactly: along an upright line for half sections, at a circle for details. Plain values, no kernel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import acos, atan2, ceil, hypot, pi, sqrt
from typing import NamedTuple, TypeAlias

from .views import (
    Arc,
    Drawn,
    EllipseArc,
    Line,
    PlaneCurve,
    Point2,
    Polyline,
    Region,
    View,
    at,
    axes_of,
    ends_of,
    swept,
)

_SAME = 1e-9
_SHORT = 1e-4
Loop: TypeAlias = tuple[PlaneCurve, ...]


class _Side(NamedTuple):
    """What is kept: points for which `depth` is positive. `place`: how far along its rim, the kept part on the left."""

    depth: Callable[[Point2], float]
    place: Callable[[Point2], float]
    period: float
    """After which places on the rim come again; 0: never."""
    rim: Callable[[Point2, Point2], PlaneCurve]
    whole: Callable[[], PlaneCurve] | None
    met: Callable[[PlaneCurve], list[float]]
    """Parameters (of polylines and lines: points are counted) where a curve goes through the rim."""


def detail(view: View, centre: Point2, radius: float) -> View:
    """What lies within a circle of a view, mm in the frame of the view; regions end along the circle. Axes are dropped."""
    def place(point: Point2) -> float:
        return atan2(point[1] - centre[1], point[0] - centre[0]) % (2 * pi)

    def rim(start: Point2, end: Point2) -> PlaneCurve:
        first = place(start)
        return Arc(centre, radius, first, first + ((place(end) - first) % (2 * pi) or 2 * pi))

    side = _Side(lambda point: radius - hypot(point[0] - centre[0], point[1] - centre[1]), place, 2 * pi, rim,
                 lambda: Arc(centre, radius, 0.0, 2 * pi), lambda curve: _with_circle(curve, centre, radius))
    return View(_drawn(view, side), _regions(view.regions, side))


def joined_at(left: View, right: View, x: float) -> View:
    """The part of one view left of an upright line, and the part of another right of it; between them nothing is drawn."""
    one, two = _beside(x, -1.0), _beside(x, 1.0)
    curves = sorted((*_drawn(left, one), *_drawn(right, two)), key=_order)
    return View(_mended(curves, x), (*_regions(left.regions, one), *_regions(right.regions, two)),
                tuple(sorted({*left.axes, *right.axes})))


def _mended(curves: Sequence[Drawn], x: float) -> tuple[Drawn, ...]:
    """Lines that go on beyond the middle with the same kind are one again."""
    ends = {(drawn.kind, drawn.curve.start): drawn for drawn in curves
            if isinstance(drawn.curve, Line) and abs(drawn.curve.start[0] - x) < _SAME}
    found, gone = list[Drawn](), set[Drawn]()
    for drawn in curves:
        after = ends.get((drawn.kind, drawn.curve.end)) if isinstance(drawn.curve, Line) else None
        if after and after is not drawn and isinstance(after.curve, Line) and isinstance(drawn.curve, Line):
            (x0, y0), (x1, y1), (x2, y2) = drawn.curve.start, drawn.curve.end, after.curve.end
            if abs((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)) < _SAME:
                gone |= {drawn, after}
                found.append(Drawn(Line(drawn.curve.start, after.curve.end), drawn.kind))
    return tuple(sorted((*(each for each in curves if each not in gone), *found), key=_order))


def _beside(x: float, way: float) -> _Side:
    return _Side(lambda point: way * (point[0] - x), lambda point: -way * point[1], 0.0, Line, None,
                 lambda curve: _with_line(curve, x))


def _order(drawn: Drawn) -> tuple[object, ...]:
    return drawn.kind.value, type(drawn.curve).__name__, tuple(drawn.curve)


def _drawn(view: View, side: _Side) -> tuple[Drawn, ...]:
    return tuple(Drawn(piece, drawn.kind) for drawn in view.curves for piece in _kept(drawn.curve, side))


def _kept(curve: PlaneCurve, side: _Side) -> list[PlaneCurve]:
    """Pieces of a curve that are kept, in its direction. What lies along the rim is not."""
    first, last = _range(curve)
    low, high = sorted((first, last))
    inner = sorted(t for t in side.met(curve) if low + _SAME < t < high - _SAME)
    ts = [low, *inner, high] if last > first else [high, *reversed(inner), low]
    found = list[PlaneCurve]()
    begun: float | None = None
    for one, two in pairwise(ts):
        if side.depth(_point(curve, (one + two) / 2)) > _SAME:
            begun = one if begun is None else begun
            continue
        if begun is not None:
            found.append(_part(curve, begun, one))
            begun = None
    if begun is not None:
        found.append(_part(curve, begun, ts[-1]))
    return [piece for piece in found if not isinstance(piece, Line) or hypot(piece.end[0] - piece.start[0],
                                                                             piece.end[1] - piece.start[1]) > _SHORT / 100]


def _regions(regions: Sequence[Region], side: _Side) -> tuple[Region, ...]:
    return tuple(found for region in regions for found in _region(region, side))


def _region(region: Region, side: _Side) -> list[Region]:
    """A region runs counter-clockwise round what is hatched: from where it leaves what is kept it goes on along the rim."""
    whole, open_runs = list[Loop](), list[list[PlaneCurve]]()
    for loop in (region.outer, *region.holes):
        runs = list[list[PlaneCurve]]()
        for curve in loop:
            for piece in _kept(curve, side):
                if runs and _near(ends_of(runs[-1][-1])[1], ends_of(piece)[0]):
                    runs[-1].append(piece)
                else:
                    runs.append([piece])
        if len(runs) > 1 and _near(ends_of(runs[-1][-1])[1], ends_of(runs[0][0])[0]):
            runs[0] = runs.pop() + runs[0]
        for run in runs:
            if _near(ends_of(run[-1])[1], ends_of(run[0])[0]):
                whole.append(tuple(run))
            else:
                open_runs.append(run)
    while open_runs:
        loop_now = open_runs.pop(0)
        while True:
            end = ends_of(loop_now[-1])[1]
            options = [(_ahead(side, end, ends_of(run[0])[0]), index) for index, run in enumerate([loop_now, *open_runs])]
            _, index = min(options)
            loop_now.append(side.rim(end, ends_of((loop_now if index == 0 else open_runs[index - 1])[0])[0]))
            if index == 0:
                break
            loop_now += open_runs.pop(index - 1)
        whole.append(tuple(loop_now))
    return _nested(whole, region, side)


def _nested(loops: list[Loop], region: Region, side: _Side) -> list[Region]:
    outers = [loop for loop in loops if sum(map(swept, loop)) > 0]
    holes = [loop for loop in loops if sum(map(swept, loop)) <= 0]
    if not outers and side.whole is not None:
        rim = side.whole()
        if _is_in(at(rim, 0.1) if isinstance(rim, Arc) else (0.0, 0.0), region.outer):
            outers = [(rim,)]
    return [Region(outer, tuple(hole for hole in holes if _is_in(ends_of(hole[0])[0], outer))) for outer in outers]


def _is_in(point: Point2, loop: Loop) -> bool:
    odd = False
    corners = list[Point2]()
    for curve in loop:
        if isinstance(curve, (Arc, EllipseArc)):
            corners += [at(curve, curve.start + (curve.end - curve.start) * i / 48) for i in range(48)]
        else:
            corners += (curve.points if isinstance(curve, Polyline) else curve)[:-1]
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        if (y0 > point[1]) != (y1 > point[1]) and x0 + (point[1] - y0) / (y1 - y0) * (x1 - x0) > point[0]:
            odd = not odd
    return odd


def _ahead(side: _Side, end: Point2, start: Point2) -> float:
    gap = side.place(start) - side.place(end)
    if side.period:
        return gap % side.period
    return gap if gap > -_SAME else float("inf")


def _near(one: Point2, two: Point2) -> bool:
    return abs(one[0] - two[0]) < 1e-6 and abs(one[1] - two[1]) < 1e-6


def _range(curve: PlaneCurve) -> tuple[float, float]:
    if isinstance(curve, (Arc, EllipseArc)):
        return curve.start, curve.end
    return 0.0, float(len(curve.points) - 1) if isinstance(curve, Polyline) else 1.0


def _point(curve: PlaneCurve, t: float) -> Point2:
    if isinstance(curve, (Arc, EllipseArc)):
        return at(curve, t)
    points = curve.points if isinstance(curve, Polyline) else (curve.start, curve.end)
    index = min(max(int(t), 0), len(points) - 2)
    (x0, y0), (x1, y1) = points[index], points[index + 1]
    return x0 + (t - index) * (x1 - x0), y0 + (t - index) * (y1 - y0)


def _part(curve: PlaneCurve, first: float, last: float) -> PlaneCurve:
    if isinstance(curve, (Arc, EllipseArc)):
        return curve._replace(start=first, end=last)
    if isinstance(curve, Line):
        return Line(_point(curve, first), _point(curve, last))
    inner = curve.points[int(first) + 1:ceil(last)]
    return Polyline((_point(curve, first), *inner, _point(curve, last)))


def _with_line(curve: PlaneCurve, x: float) -> list[float]:
    if isinstance(curve, (Arc, EllipseArc)):
        (cx, _), (ax, _), (bx, _) = axes_of(curve)
        size = hypot(ax, bx)
        if abs(x - cx) >= size:
            return []
        middle, half = atan2(bx, ax), acos((x - cx) / size)
        return [t + 2 * pi * n for t in (middle - half, middle + half) for n in range(-3, 4)]
    points = curve.points if isinstance(curve, Polyline) else (curve.start, curve.end)
    return [i + (x - one[0]) / (two[0] - one[0]) for i, (one, two) in enumerate(pairwise(points))
            if (one[0] > x) != (two[0] > x)]


def _with_circle(curve: PlaneCurve, centre: Point2, radius: float) -> list[float]:
    if isinstance(curve, Arc):
        return _of_circles(curve, centre, radius)
    if isinstance(curve, EllipseArc):
        return _by_halving(curve, centre, radius)
    points = curve.points if isinstance(curve, Polyline) else (curve.start, curve.end)
    found = []
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        dx, dy, px, py = x1 - x0, y1 - y0, x0 - centre[0], y0 - centre[1]
        a, b, c = dx * dx + dy * dy, px * dx + py * dy, px * px + py * py - radius * radius
        root = b * b - a * c
        if a > 0 and root > 0:
            found += [index + t for t in ((-b - sqrt(root)) / a, (-b + sqrt(root)) / a) if 0 <= t <= 1]
    return found


def _of_circles(arc: Arc, centre: Point2, radius: float) -> list[float]:
    dx, dy = centre[0] - arc.centre[0], centre[1] - arc.centre[1]
    apart = hypot(dx, dy)
    if apart < _SAME:
        return []
    share = (apart * apart + arc.radius**2 - radius**2) / (2 * apart * arc.radius)
    if abs(share) >= 1:
        return []
    middle, half = atan2(dy, dx), acos(share)
    return [t + 2 * pi * n for t in (middle - half, middle + half) for n in range(-3, 4)]


def _by_halving(curve: EllipseArc, centre: Point2, radius: float) -> list[float]:
    def depth(t: float) -> float:
        x, y = at(curve, t)
        return radius - hypot(x - centre[0], y - centre[1])

    found, count = [], 256
    step = (curve.end - curve.start) / count
    for index in range(count):
        one, two = curve.start + index * step, curve.start + (index + 1) * step
        if (depth(one) > 0) != (depth(two) > 0):
            for _ in range(60):
                middle = (one + two) / 2
                if (depth(middle) > 0) == (depth(one) > 0):
                    one = middle
                else:
                    two = middle
            found.append(one)
    return found


