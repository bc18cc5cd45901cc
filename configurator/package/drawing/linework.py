"""Curves of a view as entities of a sheet, at a scale."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, degrees, pi, sin

from configurator.exchange.sheet import (
    Arc,
    Circle,
    EllipseArc,
    Entity,
    Group,
    Hatch,
    Layer,
    Line,
    Polyline,
    centre_line,
    centre_mark,
    thread_end,
)
from configurator.geometry import views
from configurator.geometry.views import LineKind, PlaneCurve, Point2, at
from configurator.product.characteristics import Characteristic
from configurator.standards.threads import thread

from .poses import Pose

_LAYERS = {LineKind.CUT: Layer.VISIBLE, LineKind.VISIBLE: Layer.VISIBLE, LineKind.OUTLINE: Layer.VISIBLE,
           LineKind.HIDDEN: Layer.HIDDEN, LineKind.ENGRAVED: Layer.THIN}
_WHOLE = 2 * pi - 1e-9
_SAME = 1e-6  # mm
_HALF = pi * 0.99  # a thread of less than half a turn is none
_CHORD = 0.02  # mm on paper between a hatched region's chords and its curves
_SPACINGS = ((30.0, 2.5), (8.0, 1.8), (0.0, 1.0))
"""mm between hatching by the lesser side of what is hatched (design: narrow parts need more lines to be seen as cut)."""


def drawn(view: views.View, scale: float, kind: str, *, hatch: float = 45.0) -> Group:
    """The lines of a view and its hatching; edges without a bend are left out. Origin: the part's."""
    hatched = [_hatch(region, scale, hatch) for region in view.regions]
    lines = [entity(each.curve, scale, _LAYERS[each.kind]) for each in view.curves if each.kind in _LAYERS]
    return Group((*hatched, *lines), kind)


def axes(view: views.View, scale: float) -> list[Group]:
    """Centre lines and marks of what is seen."""
    found = []
    for axis in view.axes:
        if not axis.seen or axis.radius * scale < _LEAST_AXIS:
            continue
        start, end = (_put(point, scale) for point in (axis.start, axis.end))
        found.append(centre_mark(start, axis.radius * scale) if axis.along else centre_line(start, end))
    return found


_LEAST_AXIS = 0.6  # mm of radius on paper under which a mark would be larger than what it marks (design)


def threads(pose: Pose, controlled: Sequence[Characteristic], scale: float) -> list[Group]:
    """Convention of ISO 6410-1: thin lines at the root of what is drawn at its crest."""
    found = []
    for each in controlled:
        if each.kind != "thread":
            continue
        known, face = thread(each.designation), each.on[0]
        outside = abs((face.diameter or 0.0) - known.major) < _SAME
        root = (known.minor if outside else known.major) / 2
        if any(abs(arc.end - arc.start) > _HALF for arc in pose.arcs(face)):
            found.append(thread_end(_put(pose.at(face.point), scale), root * scale))
        if not pose.cuts(face) or face.direction is None:
            continue
        way, _ = pose.along(face.direction)
        x, y = pose.at(face.point)
        lines = []
        for start, end in pose.segments(face):
            sign = 1.0 if (start[0] - x) * -way[1] + (start[1] - y) * way[0] > 0 else -1.0
            off = sign * (root - (face.diameter or 0.0) / 2)
            lines.append(Line(_put((start[0] - way[1] * off, start[1] + way[0] * off), scale),
                              _put((end[0] - way[1] * off, end[1] + way[0] * off), scale), Layer.THIN))
        if lines:
            found.append(Group(tuple(lines), "thread"))
    return found


def entity(curve: PlaneCurve, scale: float, layer: Layer) -> Entity:
    """A curve, its origin left where it is."""
    if isinstance(curve, views.Line):
        return Line(_put(curve.start, scale), _put(curve.end, scale), layer)
    if isinstance(curve, views.Polyline):
        return Polyline(tuple(_put(point, scale) for point in curve.points), layer)
    low, high = sorted((curve.start, curve.end))
    if isinstance(curve, views.Arc):
        if high - low >= _WHOLE:
            return Circle(_put(curve.centre, scale), curve.radius * scale, layer)
        return Arc(_put(curve.centre, scale), curve.radius * scale, degrees(low), degrees(high), layer)
    return EllipseArc(_put(curve.centre, scale), _put(curve.major, scale), curve.ratio, degrees(low), degrees(high), layer)


def points_of(curve: PlaneCurve, scale: float) -> tuple[Point2, ...]:
    """A curve as chords on paper, from its start to its end."""
    if isinstance(curve, views.Line):
        return _put(curve.start, scale), _put(curve.end, scale)
    if isinstance(curve, views.Polyline):
        return tuple(_put(point, scale) for point in curve.points)
    reach = scale * (curve.radius if isinstance(curve, views.Arc) else max(map(abs, curve.major)))
    sweep = curve.end - curve.start
    count = max(2, min(180, int(abs(sweep) / (8 * _CHORD / max(reach, 8 * _CHORD)) ** 0.5) + 1))
    return tuple(_put(at(curve, curve.start + sweep * index / count), scale) for index in range(count + 1))


def _hatch(region: views.Region, scale: float, angle: float) -> Hatch:
    loops = tuple(tuple(point for curve in loop for point in points_of(curve, scale)[:-1])
                  for loop in (region.outer, *region.holes))
    xs, ys = zip(*loops[0], strict=True)
    side = min(max(xs) - min(xs), max(ys) - min(ys))
    spacing = next(each for least, each in _SPACINGS if side >= least)
    return Hatch(loops, angle, spacing)


def _put(point: Point2, scale: float) -> Point2:
    return point[0] * scale, point[1] * scale


def on_circle(centre: Point2, radius: float, angle: float) -> Point2:
    """The point at an angle in radians."""
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)
