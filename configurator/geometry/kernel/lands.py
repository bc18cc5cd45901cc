"""Which flat face of a solid holds given outlines wholly, and which of its own holes lie where among them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepTools import BRepTools, BRepTools_WireExplorer
from OCP.GeomAbs import GeomAbs_Circle, GeomAbs_Line, GeomAbs_Plane
from OCP.TopAbs import TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopoDS import TopoDS

from configurator.errors import BuildFailed

from .nesting import inside
from .shapes import faces_of, sub_shapes

_AT = 1e-6  # mm; how near to `z` a face must lie
_STATIONS = np.arange(96) / 96  # points on a curved edge of the face; whole circles are judged exactly


class Land(NamedTuple):
    """A flat face perpendicular to Z."""

    face: Any
    z: float
    up: bool
    """Whether it looks to +Z."""
    wires: list[Any]
    """Its boundary, but for the holes within outlines. All wires run with the face on their left, seen from outside."""
    within: dict[int, list[Any]]
    """Holes that lie inside an outline, by the index of the innermost one."""


class _Boundary(NamedTuple):
    """One wire of a face as points (n, 2), and its circle (x, y, radius) if it is one."""

    wire: Any
    points: Any
    circle: tuple[float, float, float] | None

    def holds(self, points: Any) -> Any:
        """(m,) whether points lie inside."""
        if self.circle:
            x, y, radius = self.circle
            return np.hypot(points[:, 0] - x, points[:, 1] - y) < radius
        return inside(points, self.points)


def looks_up(solid: Any, z: float, what: str) -> bool:
    """Whether the flat faces at height `z` look to +Z. BuildFailed if there is none, or some look to -Z."""
    ways = {up for _, _, up in _level_faces(solid, z, what)}
    if len(ways) == 2:
        raise BuildFailed(f"flat faces at z = {z:.6g} mm look up and down: it cannot be told how {what} is to be read. Engrave "
                          "it before the other face is made")
    return ways.pop()


def land_of(solid: Any, z: float, polygons: list[Any], what: str) -> Land:
    """The face at height `z` that holds the polygons. BuildFailed, which calls them `what`, if there is none."""
    reason = ""
    for each in _level_faces(solid, z, what):
        found = _fitted(*each, polygons)
        if isinstance(found, Land):
            return found
        reason = min(reason or found, found)  # a hole in its way says more than the edge of another face
    low, high = (pick([pick(each, axis=0) for each in polygons], axis=0) for pick in (np.min, np.max))
    raise BuildFailed(
        f"{what}, from ({low[0]:.3f}, {low[1]:.3f}) to ({high[0]:.3f}, {high[1]:.3f}) mm, is not wholly inside the face at "
        f"z = {z:.6g} mm: {reason}. Make it smaller or move it")


def _level_faces(solid: Any, z: float, what: str) -> list[tuple[Any, float, bool]]:
    """Flat faces at height `z`, their exact height, and whether they look up; BuildFailed if there is none."""
    level = [(each, *flat) for each in faces_of(solid) if (flat := _level(each))]
    found = [each for each in level if abs(each[1] - z) < _AT]
    if not found:
        known = ", ".join(f"{height:.6g}" for height in sorted({round(each[1], 6) + 0.0 for each in level})) or "none"
        raise BuildFailed(f"no flat face perpendicular to Z lies at z = {z:.6g} mm for {what}; there are faces at z = {known}")
    return found


def _level(shape: Any) -> tuple[float, bool] | None:
    """Height of a flat face perpendicular to Z, and whether it looks up; None for any other."""
    surface = BRepAdaptor_Surface(shape, False)
    if surface.GetType() != GeomAbs_Plane:
        return None
    frame = surface.Plane().Position()
    normal = frame.XDirection().Crossed(frame.YDirection()).Z()
    if abs(normal) < 1 - 1e-12:
        return None
    return frame.Location().Z(), (normal > 0) != (shape.Orientation() == TopAbs_REVERSED)


def _fitted(shape: Any, z: float, up: bool, polygons: list[Any]) -> Land | str:
    """The face with its holes told apart, or why the polygons do not fit."""
    ink = np.concatenate(polygons)
    low, high = (np.array([pick(each, axis=0) for each in polygons]) for pick in (np.min, np.max))
    outer = BRepTools.OuterWire_s(shape)
    wires: list[Any] = []
    within: dict[int, list[Any]] = {}
    for wire in sub_shapes(shape, TopAbs_WIRE):
        boundary = _boundary(wire)
        # (k, n) which points of the wire each of the k polygons holds
        points = boundary.points
        held = np.zeros((len(polygons), len(points)), dtype=bool)
        near = ((points[None] > low[:, None]) & (points[None] < high[:, None])).all(axis=2).any(axis=1)
        for index in np.flatnonzero(near).tolist():
            held[index] = inside(points, polygons[index])
        if wire.IsSame(outer):
            if held.any() or not boundary.holds(ink).all():
                return "it reaches over the edge"
            wires.append(wire)
            continue
        around = np.flatnonzero(held[:, 0])
        if boundary.holds(ink).any() or (held != held[:, :1]).any() or len(around) % 2:
            return "a hole of the face is in its way"
        if len(around):
            innermost = min(around.tolist(), key=lambda i: np.ptp(polygons[i], axis=0).prod())
            within.setdefault(innermost, []).append(wire)
        else:
            wires.append(wire)
    return Land(shape, z, up, wires, within)


def _boundary(wire: Any) -> _Boundary:
    points, circles = list[Any](), set[tuple[float, float, float] | None]()
    edges = BRepTools_WireExplorer(TopoDS.Wire_s(wire))
    while edges.More():
        curve = BRepAdaptor_Curve(edges.Current())
        first, last = curve.FirstParameter(), curve.LastParameter()
        if edges.Current().Orientation() == TopAbs_REVERSED:
            first, last = last, first
        kind = curve.GetType()
        if kind == GeomAbs_Circle:
            circle = curve.Circle()
            centre, x, y = circle.Location(), circle.XAxis().Direction(), circle.YAxis().Direction()
            angles = first + (last - first) * _STATIONS
            points.append(np.array([[centre.X(), centre.Y()]]) + circle.Radius() * (
                np.outer(np.cos(angles), (x.X(), x.Y())) + np.outer(np.sin(angles), (y.X(), y.Y()))))
            circles.add((round(centre.X(), 9), round(centre.Y(), 9), round(circle.Radius(), 9)))
        else:
            stations = _STATIONS[:1] if kind == GeomAbs_Line else _STATIONS
            places = [curve.Value(first + (last - first) * share) for share in stations.tolist()]
            points.append(np.array([(place.X(), place.Y()) for place in places]))
            circles.add(None)
        edges.Next()
    return _Boundary(wire, np.concatenate(points), circles.pop() if len(circles) == 1 else None)
