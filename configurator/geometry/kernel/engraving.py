"""Letters sunk into a bore by topology: holes in the bore's face, walls and floors beside it. No boolean."""

from __future__ import annotations

from math import pi, radians
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.Geom import Geom_BSplineCurve, Geom_BSplineSurface, Geom_CylindricalSurface
from OCP.Geom2d import Geom2d_BSplineCurve, Geom2d_Line
from OCP.gp import gp_Cylinder, gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array1OfPnt2d, TColgp_Array2OfPnt
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal
from OCP.TopAbs import TopAbs_FORWARD, TopAbs_REVERSED, TopAbs_WIRE
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS_Edge, TopoDS_Face, TopoDS_Shell, TopoDS_Solid, TopoDS_Vertex, TopoDS_Wire

from configurator.errors import BuildFailed
from configurator.standards.fonts import Font

from .outlines import STRAIGHT, Curve, Form, smoothed
from .shapes import faces_of, sub_shapes

Loop: TypeAlias = list[Curve]
_TOLERANCE = 1e-7  # the kernel's own confusion of points, mm
_WRAPPED = 2e-6  # how far a wrapped curve may be from its cylinder, mm
_BUILD = BRep_Builder()
_HERE = TopLoc_Location()
# traces of a wall's four edges on the wall: its parameters run 0 to 1 along the letter and 0 to 1 into the metal
_LOW, _HIGH = (Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)) for v in (0, 1))
_LEFT, _RIGHT = (Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)) for u in (0, 1))


def engrave_bore(solid: Any, bore: Any, text: str, font: Font, height: float, depth: float, at: float, z: float) -> Any:
    """The solid with `text` sunk `depth` mm into the face `bore` (a full cylinder about Z, material outside)."""
    cylinder = _frame(bore)
    radius = cylinder.Radius()
    low, high = font.height(text)
    width = font.width(text) * height
    if width > 0.9 * 2 * pi * radius:
        raise BuildFailed(f"the engraving is {width:.2f} mm long; the bore has room for {1.8 * pi * radius:.2f} mm")
    position = cylinder.Position()
    turn = 1.0 if position.XDirection().Crossed(position.YDirection()).Z() > 0 else -1.0
    up = 1.0 if position.Direction().Z() > 0 else -1.0
    start = np.arctan2(position.XDirection().Y(), position.XDirection().X())
    middle = float((radians(at) - start) * turn % (2 * pi))

    # A point (x, y) of the line, in cap heights. Seen from the axis with Z up, it runs towards smaller angles.
    matrix = np.diag([-turn * height / radius, up * height])
    offset = np.array([middle + turn * width / 2 / radius,
                       (z - (low + high) / 2 * height - position.Location().Z()) * up])
    contours = [[curve.moved(matrix, offset) for curve in smoothed(contour)] for contour in font.outlines(text)]
    us = np.concatenate([curve.poles[:, 0] for contour in contours for curve in contour])
    if us.min() < 1e-3 or us.max() > 2 * pi - 1e-3:
        raise BuildFailed("the engraving would cross the seam of the bore; turn the part by half a turn")
    # The surface's normal points away from the axis if its frame is right-handed; the solid's must point to it.
    sense = TopAbs_REVERSED if cylinder.Direct() else TopAbs_FORWARD
    pockets = _Pockets(BRep_Tool.Surface_s(bore), cylinder, depth)
    shell = TopoDS_Shell()
    _BUILD.MakeShell(shell)
    plate = _face(pockets.top)
    for wire in sub_shapes(bore.Oriented(TopAbs_FORWARD), TopAbs_WIRE):
        _BUILD.Add(plate, wire)
    islands: dict[int, Any] = {}
    for group in _grouped(contours):
        floor, host = _face(pockets.bottom), plate if group.host is None else islands[group.host]
        for index in (group.outer, *group.holes):
            # Seen along the surface's normal outlines run so that the pocket is on their left.
            above, below, walls = pockets.walls(_turned(contours[index], left=index == group.outer))
            _BUILD.Add(floor, below)
            if index == group.outer:
                _BUILD.Add(host, above)
            else:
                islands[index] = _face(pockets.top)
                _BUILD.Add(islands[index], above)
            for wall in walls:
                _BUILD.Add(shell, wall.Oriented(sense))
        _BUILD.Add(shell, floor.Oriented(sense))
    for island in islands.values():  # last: a face that is in a shell takes no more wires
        _BUILD.Add(shell, island.Oriented(sense))
    for face in faces_of(solid):
        _BUILD.Add(shell, plate.Oriented(sense) if face.IsSame(bore) else face)
    shell.Closed(True)
    made = TopoDS_Solid()
    _BUILD.MakeSolid(made)
    _BUILD.Add(made, shell)
    return made


class _Pockets:
    """Makes the edges and walls between a bore and a cylinder `depth` mm further out."""

    def __init__(self, top: Any, cylinder: gp_Cylinder, depth: float) -> None:
        self.top = top
        self.bottom = Geom_CylindricalSurface(cylinder.Position(), cylinder.Radius() + depth)
        position = cylinder.Position()
        self._origin = _xyz(position.Location())
        self._axes = np.array([_xyz(position.XDirection()), _xyz(position.YDirection()), _xyz(position.Direction())])
        self._radii = (cylinder.Radius(), cylinder.Radius() + depth)

    def walls(self, contour: Loop) -> tuple[Any, Any, list[Any]]:
        """The wire in the bore's face, the wire in the floor, and the walls between them."""
        posts = [self._post(curve.poles[0]) for curve in contour]
        above, below = TopoDS_Wire(), TopoDS_Wire()
        _BUILD.MakeWire(above)
        _BUILD.MakeWire(below)
        walls = []
        for curve, start, end in zip(contour, posts, [*posts[1:], posts[0]], strict=True):
            wrapped = self._wrapped(curve)
            surface, trace = _ruled(wrapped), _spline2d(curve)
            upper = _edge(_spline(wrapped, 0), start[0], end[0], (trace, self.top), (_LOW, surface))
            lower = _edge(_spline(wrapped, 1), start[1], end[1], (trace, self.bottom), (_HIGH, surface))
            _trace(start[2], _LEFT, surface)
            _trace(end[2], _RIGHT, surface)
            face, loop = _face(surface), TopoDS_Wire()
            _BUILD.MakeWire(loop)
            for edge, sense in ((upper, TopAbs_FORWARD), (end[2], TopAbs_FORWARD), (lower, TopAbs_REVERSED),
                                (start[2], TopAbs_REVERSED)):
                _BUILD.Add(loop, edge.Oriented(sense))
            loop.Closed(True)
            _BUILD.Add(face, loop)
            walls.append(face)
            _BUILD.Add(above, upper.Oriented(TopAbs_REVERSED))
            _BUILD.Add(below, lower)
        above.Closed(True)
        below.Closed(True)
        return above, below, walls

    def _post(self, corner: Any) -> tuple[Any, Any, Any]:
        """Vertex in the bore, vertex in the floor, and the radial edge from the first to the second."""
        points = np.array([self._on(corner[None], radius)[0] for radius in self._radii])
        ends = [_vertex(point) for point in points]
        return ends[0], ends[1], _edge(_spline(_Wrapped(STRAIGHT, [points]), 0), *ends)

    def _on(self, uv: Any, radius: float) -> Any:
        """(n, 3) points of a cylinder at (n, 2) parameters."""
        u, v = uv[:, 0], uv[:, 1]
        return self._origin + np.column_stack([radius * np.cos(u), radius * np.sin(u), v]) @ self._axes

    def _wrapped(self, curve: Curve) -> _Wrapped:
        """Control points of a curve wrapped onto both cylinders."""
        points = curve.points()
        return _Wrapped(curve.wrap, [curve.wrap.inverse @ self._on(points, radius) for radius in self._radii])


class _Wrapped(NamedTuple):
    """Two curves in space with the degree and knots of `form`."""

    form: Form
    poles: list[Any]


def _frame(bore: Any) -> gp_Cylinder:
    cylinder = BRepAdaptor_Surface(bore).Cylinder()
    if not bore.Location().IsIdentity():
        raise BuildFailed("letters go into a part's bore before the part is moved; placements move parts")
    return cylinder


def _xyz(point: Any) -> Any:
    return np.array([point.X(), point.Y(), point.Z()])


def _vertex(point: Any) -> Any:
    made = TopoDS_Vertex()
    _BUILD.MakeVertex(made, gp_Pnt(*map(float, point)), _WRAPPED)
    return made


def _edge(curve: Any, start: Any, end: Any, *traces: tuple[Any, Any]) -> Any:
    """An edge over the curve's whole range 0 to 1, with its traces on surfaces."""
    made = TopoDS_Edge()
    _BUILD.MakeEdge(made, curve, _WRAPPED)
    for trace, surface in traces:
        _trace(made, trace, surface)
    _BUILD.Range(made, 0.0, 1.0)
    _BUILD.Add(made, start)
    _BUILD.Add(made, end.Oriented(TopAbs_REVERSED))
    return made


def _trace(edge: Any, trace: Any, surface: Any) -> None:
    _BUILD.UpdateEdge(edge, trace, surface, _HERE, _WRAPPED)


def _face(surface: Any) -> Any:
    made = TopoDS_Face()
    _BUILD.MakeFace(made, surface, _TOLERANCE)
    return made


def _knots(form: Form) -> tuple[Any, Any]:
    knots, counts = TColStd_Array1OfReal(1, len(form.knots)), TColStd_Array1OfInteger(1, len(form.knots))
    for index, knot in enumerate(form.knots.tolist(), 1):
        knots.SetValue(index, knot)
        counts.SetValue(index, form.degree + 1 if index in (1, len(form.knots)) else form.inner)
    return knots, counts


def _spline(wrapped: _Wrapped, which: int) -> Any:
    poles = wrapped.poles[which]
    array = TColgp_Array1OfPnt(1, len(poles))
    for index, pole in enumerate(poles.tolist(), 1):
        array.SetValue(index, gp_Pnt(*pole))
    return Geom_BSplineCurve(array, *_knots(wrapped.form), wrapped.form.degree)


def _spline2d(curve: Curve) -> Any:
    array = TColgp_Array1OfPnt2d(1, len(curve.poles))
    for index, pole in enumerate(curve.poles.tolist(), 1):
        array.SetValue(index, gp_Pnt2d(*pole))
    return Geom2d_BSplineCurve(array, *_knots(curve.form), curve.form.degree)


def _ruled(wrapped: _Wrapped) -> Any:
    array = TColgp_Array2OfPnt(1, len(wrapped.poles[0]), 1, 2)
    for column, poles in enumerate(wrapped.poles, 1):
        for row, pole in enumerate(poles.tolist(), 1):
            array.SetValue(row, column, gp_Pnt(*pole))
    along, along_counts = _knots(wrapped.form)
    across, across_counts = _knots(STRAIGHT)
    return Geom_BSplineSurface(array, along, across, along_counts, across_counts, wrapped.form.degree, 1)


def _flat(contour: Loop) -> Any:
    return np.concatenate([curve.points()[:-1] for curve in contour])


def _area(contour: Loop) -> float:
    x, y = _flat(contour).T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _turned(contour: Loop, *, left: bool) -> Loop:
    """The contour running counter-clockwise in the surface's parameters (`left`), or clockwise."""
    if (_area(contour) > 0) == left:
        return contour
    return [curve.reversed() for curve in reversed(contour)]


class _Group(NamedTuple):
    """One pocket: its outline, the outlines of what stands in it, and in which of those of another pocket it lies."""

    outer: int
    holes: list[int]
    host: int | None


def _grouped(contours: list[Loop]) -> list[_Group]:
    """Pockets by counting how many outlines each lies in, the outermost first: the C of a (c) lies in its island."""
    flat = [_flat(contour) for contour in contours]
    around = [[j for j in range(len(flat)) if j != i and _within(flat[i][0], flat[j])] for i in range(len(flat))]

    def just_outside(i: int) -> int | None:
        return next((j for j in around[i] if len(around[j]) == len(around[i]) - 1), None)

    outers = sorted((i for i in range(len(flat)) if len(around[i]) % 2 == 0), key=lambda i: len(around[i]))
    return [_Group(i, [j for j in range(len(flat)) if len(around[j]) % 2 and just_outside(j) == i], just_outside(i))
            for i in outers]


def _within(point: Any, polygon: Any) -> bool:
    x0, y0 = polygon.T
    if not (x0.min() < point[0] < x0.max() and y0.min() < point[1] < y0.max()):
        return False
    x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
    crossing = (y0 > point[1]) != (y1 > point[1])
    at = x0[crossing] + (point[1] - y0[crossing]) / (y1[crossing] - y0[crossing]) * (x1[crossing] - x0[crossing])
    return bool(np.count_nonzero(at > point[0]) % 2)



