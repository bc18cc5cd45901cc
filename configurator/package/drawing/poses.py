"""A part looked at: where points, directions and surfaces of its own frame are in a view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import NamedTuple

from configurator.geometry.views import (
    Arc,
    Line,
    LineKind,
    PlaneCurve,
    Point2,
    Polyline,
    View,
    ViewRequest,
    ends_of,
    extent,
    frame,
)
from configurator.product.faces import Face
from configurator.product.measured import Point
from configurator.standards.scales import Scale

_SAME = 2e-4
"""mm on the part: curves of a view are that near to the surface they lie on."""
_TOUCHING = 0.01
"""mm: polylines are within 0.005 mm of what they stand for."""
_LEVEL = 1e-6
SHOWN = (LineKind.CUT, LineKind.VISIBLE, LineKind.OUTLINE)
"""Lines that a dimension may refer to."""


class Placement(NamedTuple):
    """Where the part's origin of a view lies on the sheet, and mm on paper for a mm of the part."""

    origin: Point2
    scale: float

    def at(self, point: Point2) -> Point2:
        """A point of the view on the sheet."""
        return self.origin[0] + point[0] * self.scale, self.origin[1] + point[1] * self.scale


class Segment(NamedTuple):
    """A straight piece of a view, mm of the part."""

    start: Point2
    end: Point2


@dataclass(frozen=True)
class Pose:
    """A view with its name. Points are mm of the part in the frame of the view."""

    name: str
    """front, above, below, beside or detail."""
    request: ViewRequest
    view: View
    centre: Point2 | None = None
    """Of a detail: the middle of its circle."""
    radius: float = 0.0
    enlarged: Scale | None = None
    """Of a detail: its scale; others have that of the sheet."""

    @cached_property
    def axes(self) -> tuple[Point, Point, Point]:
        """Right, up and towards who looks."""
        return frame(self.request.direction, self.request.up)

    def at(self, point: Point) -> Point2:
        """A point of the part in the view."""
        right, up, _ = self.axes
        return dot(point, right), dot(point, up)

    def along(self, way: Point) -> tuple[Point2, float]:
        """A direction in the view, and how far it looks at the reader."""
        right, up, towards = self.axes
        return (dot(way, right), dot(way, up)), dot(way, towards)

    @cached_property
    def box(self) -> tuple[Point2, Point2]:
        """Least and greatest corner of what is drawn."""
        if self.centre is not None:
            (x, y), r = self.centre, self.radius
            return (x - r, y - r), (x + r, y + r)
        drawn = View(tuple(each for each in self.view.curves if each.kind != LineKind.SMOOTH))
        return drawn.bounds() or ((0.0, 0.0), (0.0, 0.0))

    @cached_property
    def _segments(self) -> tuple[Segment, ...]:
        return tuple(Segment(*each.curve) for each in self.view.curves
                     if each.kind in SHOWN and isinstance(each.curve, Line))

    @cached_property
    def _arcs(self) -> tuple[Arc, ...]:
        return tuple(each.curve for each in self.view.curves if each.kind in SHOWN and isinstance(each.curve, Arc))

    @cached_property
    def _points(self) -> tuple[Point2, ...]:
        return tuple(point for each in self.view.curves if each.kind in SHOWN for point in _reaching(each.curve))

    def cuts(self, face: Face) -> bool:
        """Whether the plane of a section holds the axis of a surface."""
        if self.request.section is None or face.direction is None:
            return False
        _, towards = self.along(face.direction)
        return abs(towards) < _LEVEL and abs(dot(face.point, self.axes[2]) - self.request.section) < _SAME

    def segments(self, face: Face) -> tuple[Segment, ...]:
        """Straight pieces of the view as which a plane or a cylinder is seen from the side."""
        if face.direction is None:
            return ()
        way, towards = self.along(face.direction)
        if abs(towards) > _LEVEL:
            return ()
        x, y = self.at(face.point)
        if face.kind == "plane":
            return tuple(each for each in self._segments
                         if all(abs((px - x) * way[0] + (py - y) * way[1]) < _SAME for px, py in each))
        if face.kind != "cylinder":
            return ()
        half, side = (face.diameter or 0.0) / 2, (-way[1], way[0])
        return tuple(each for each in self._segments
                     if all(abs(abs((px - x) * side[0] + (py - y) * side[1]) - half) < _SAME for px, py in each))

    def arcs(self, face: Face) -> tuple[Arc, ...]:
        """Arcs of the view as which a surface is seen: a cylinder seen along, a torus that is cut, a ball."""
        half = (face.diameter or 0.0) / 2
        if face.kind == "sphere":
            return tuple(each for each in self._arcs if abs(each.radius - half) < _SAME)
        if face.direction is None:
            return ()
        way, towards = self.along(face.direction)
        x, y = self.at(face.point)
        alike = [each for each in self._arcs if abs(each.radius - half) < _SAME]
        if face.kind == "cylinder" and abs(towards) > 1 - _LEVEL:
            return tuple(each for each in alike if hypot(each.centre[0] - x, each.centre[1] - y) < _SAME)
        if face.kind == "torus" and abs(towards) < _LEVEL:
            ring, side = (face.ring_diameter or 0.0) / 2, (-way[1], way[0])
            return tuple(each for each in alike
                         if abs((each.centre[0] - x) * way[0] + (each.centre[1] - y) * way[1]) < _SAME
                         and abs(abs((each.centre[0] - x) * side[0] + (each.centre[1] - y) * side[1]) - ring) < _SAME)
        return ()

    def touched(self, face: Face) -> tuple[Point2, ...]:
        """Points of the view where it ends at a plane or cylinder that only touches the part; one for each outline."""
        if face.direction is None:
            return ()
        way, towards = self.along(face.direction)
        if abs(towards) > _LEVEL:
            return ()
        x, y = self.at(face.point)
        half, signs = 0.0, [1.0]
        if face.kind == "cylinder":
            way, half, signs = (-way[1], way[0]), (face.diameter or 0.0) / 2, [1.0, -1.0]
        found = []
        for sign in signs:
            off = {point: abs(sign * ((point[0] - x) * way[0] + (point[1] - y) * way[1]) - half) for point in self._points}
            near = [point for point in self._points if off[point] < _TOUCHING]
            if not near and face.within:  # of a free form: what comes nearest, if it is no further than was told
                least = min(off.values(), default=face.within + _TOUCHING)
                near = [point for point in self._points if least <= face.within and off[point] < least + _TOUCHING]
            if near:
                found.append(min(near, key=lambda point: (round(abs(point[0] * way[1] - point[1] * way[0]), 4), point)))
        return tuple(found)


def dot(a: Point, b: Point) -> float:
    """Scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Point, b: Point) -> Point:
    """Vector product."""
    return (a[1] * b[2] - a[2] * b[1] + 0.0, a[2] * b[0] - a[0] * b[2] + 0.0, a[0] * b[1] - a[1] * b[0] + 0.0)


def negative(a: Point) -> Point:
    """The other way."""
    return (-a[0] + 0.0, -a[1] + 0.0, -a[2] + 0.0)


def _reaching(curve: PlaneCurve) -> tuple[Point2, ...]:
    """Ends of a curve, and where it reaches furthest to each side."""
    if isinstance(curve, Polyline):
        return curve.points
    ends = ends_of(curve)
    if not isinstance(curve, Arc):
        return ends
    (left, low), (right, high) = extent(curve)
    (x, y), r = curve.centre, curve.radius
    far = (((x - r, y), left - (x - r)), ((x + r, y), right - (x + r)),
           ((x, y - r), low - (y - r)), ((x, y + r), high - (y + r)))
    return (*ends, *(point for point, off in far if abs(off) < 1e-9))
