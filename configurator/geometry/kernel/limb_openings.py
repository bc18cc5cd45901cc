"""Openings through a shell: the same outline on both sheets, and a ruled wall between the two for each of its pieces.

An outline is drawn in the sheets' parameters (angle, height). In space each of its pieces becomes one polynomial of degree 9 on
either sheet: CAD programs integrate along edges with few points, and are wrong where an edge has knots.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import ceil, degrees, pi, radians, tan
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from OCP.Geom import Geom_BezierCurve, Geom_BSplineSurface
from OCP.Geom2d import Geom2d_Line
from OCP.gp import gp_Dir2d, gp_Pnt, gp_Pnt2d
from OCP.TColgp import TColgp_Array1OfPnt, TColgp_Array2OfPnt
from OCP.TColStd import TColStd_Array1OfInteger, TColStd_Array1OfReal
from scipy.spatial import cKDTree

from configurator.errors import BuildFailed

from .nesting import area, inside
from .outlines import bernstein
from .planar import Outline
from .polynomials import DEGREE, STATIONS, fitted, spline2d
from .profiles import outline as drawing
from .splines import Sheet
from .topology import CONFUSION, edge, loop, quadrangle, trace, vertex

Point2 = tuple[float, float]
Drawn: TypeAlias = Sequence[Point2 | tuple[Point2, Point2]]
_LONGEST = 15.0
"""mm of an edge; in a longer one a polynomial would follow the sheet less closely."""
_CLOSE = 2e-5
"""mm that an edge may be off the sheet."""
_HALVINGS = 4
_APART = 0.1
"""mm; openings that come as close to each other or to an edge of their part touch, to who drew them."""
_LOOKS = np.arange(12) / 12


class Loop(NamedTuple):
    """A closed outline in parameters, counter-clockwise: poles (n, 2) of polynomials that follow each other."""

    pieces: list[Any]
    number: int

    def points(self) -> Any:
        """(n, 2) along it."""
        return np.concatenate([bernstein(len(poles) - 1, _LOOKS) @ poles for poles in self.pieces])

    def halved(self) -> Loop:
        """The same in twice as many pieces."""
        return self._replace(pieces=[part for poles in self.pieces for part in parts(poles, 2)])


def loops_of(outlines: Sequence[Drawn], sheet: Sheet, start: float, end: float, low: float, high: float) -> list[Loop]:
    """Outlines of (degrees, mm) as loops in the part from `start` to `end` (rad) and `low` to `high` (mm); those that lie in
    other parts are left out. BuildFailed names an outline that reaches over an edge, or two that touch."""
    middles, numbers = list[tuple[float, float]](), list[int]()
    for number, each in enumerate(outlines, 1):
        u, v = _middle(each, number)
        u += 2 * pi * ceil((start - u) / (2 * pi))
        if u <= end:
            middles.append((u, v))
            numbers.append(number)
    if not numbers:
        return []
    held = np.clip(middles, (sheet.us[0], sheet.vs[0]), (sheet.us[-1], sheet.vs[-1]))
    worth = np.sqrt((sheet.frames(held)[1] ** 2).sum(axis=1)).tolist()  # mm a radian
    found = [_drawn(outlines[number - 1], number, *middle, along)
             for number, middle, along in zip(numbers, middles, worth, strict=True)]
    _clear(found, sheet, (start, low), (end, high))
    return found


def _middle(given: Drawn, number: int) -> tuple[float, float]:
    """Angle (rad) and height of the middle of an outline's corners."""
    corners = np.array([_end(entry) for entry in given], dtype=float).reshape(-1, 2)
    if len(corners) < 2 or not np.isfinite(corners).all():
        raise BuildFailed(f"opening {number} has {len(corners)} corners, or numbers that are none; an outline has at least two")
    (a0, z0), (a1, z1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return radians((a0 + a1) / 2), (z0 + z1) / 2


def _drawn(given: Drawn, number: int, u: float, v: float, along: float) -> Loop:
    """The loop of an outline around its middle, where a radian is `along` mm long."""
    scale, turned = along * pi / 180, degrees(u) - degrees(_middle(given, number)[0])

    def near(point: Any) -> Point2:
        return (point[0] + turned - degrees(u)) * scale, point[1] - v

    local = [near(entry) if np.ndim(entry) == 1 else (near(entry[0]), near(entry[1])) for entry in given]
    drawn = drawing(local).turned(left=True)
    pieces = []
    for poles in _polynomials(drawn):
        long = float(np.sqrt((np.diff(poles, axis=0) ** 2).sum(axis=1)).sum())
        placed = np.stack([u + poles[:, 0] / along, v + poles[:, 1]], axis=1)
        pieces += parts(placed, max(ceil(long / _LONGEST), 1))
    for one, two in zip(pieces, [*pieces[1:], pieces[0]], strict=True):
        two[0] = one[-1]
    return Loop(pieces, number)


def _end(entry: Any) -> Any:
    return entry if np.ndim(entry) == 1 else entry[1]


def _polynomials(drawn: Outline) -> list[Any]:
    """Poles (n, 2): lines as they are, arcs as cubic ones of up to a quarter, off by 3 parts in 10,000 of the radius."""
    found = []
    for piece in drawn.pieces:
        arc = piece.arc
        if arc is None:
            found.append(np.array(piece.poles, dtype=float))
            continue
        count = ceil(abs(arc.sweep) / (pi / 2) - 1e-9)
        x, y = piece.poles[0]
        turns = np.arctan2(y - arc.y, x - arc.x) + arc.sweep * np.arange(count + 1) / count
        pull = 4 / 3 * tan(arc.sweep / count / 4)
        out = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        places = np.array([arc.x, arc.y]) + arc.radius * out
        ways = arc.radius * pull * np.stack([-out[:, 1], out[:, 0]], axis=1)
        found += [np.array([places[i], places[i] + ways[i], places[i + 1] - ways[i + 1], places[i + 1]]) for i in range(count)]
    return found


def parts(poles: Any, count: int) -> list[Any]:
    """A polynomial, by its poles (n, k), cut into even parts."""
    if count == 1:
        return [poles]
    degree = len(poles) - 1
    ts = np.arange(degree + 1) / degree
    inverse = np.linalg.inv(bernstein(degree, ts))
    found = [inverse @ (bernstein(degree, (i + ts) / count) @ poles) for i in range(count)]
    for one, two in pairwise(found):
        two[0] = one[-1]
    found[0][0], found[-1][-1] = poles[0], poles[-1]
    return found


def _clear(loops: list[Loop], sheet: Sheet, low: Any, high: Any) -> None:
    """BuildFailed if a loop leaves the part, or two touch."""
    if not loops:
        return
    outlines = [each.points() for each in loops]
    every, counts = np.concatenate(outlines), [len(each) for each in outlines]
    of = np.repeat(np.arange(len(loops)), counts)
    within = np.clip(every, (sheet.us[0], sheet.vs[0]), (sheet.us[-1], sheet.vs[-1]))
    places, along, _ = sheet.frames(within)
    worth = np.stack([np.sqrt((along**2).sum(axis=1)), np.ones(len(every))], axis=1)
    over = ((every - low) * worth < _APART).any(axis=1) | ((high - every) * worth < _APART).any(axis=1)
    if over.any():
        raise BuildFailed(f"opening {loops[of[np.argmax(over)]].number} reaches to the edge of the shell or over it; keep it "
                          f"{_APART:g} mm inside")
    near = cKDTree(places).query_pairs(1.5, output_type="ndarray")
    near = near[of[near[:, 0]] != of[near[:, 1]]]
    after = np.concatenate([np.roll(np.arange(len(each)), -1) for each in outlines]) + np.repeat(
        np.cumsum([0, *counts[:-1]]), counts)
    for one, two in (near.T, near.T[::-1]):
        ways = places[after[two]] - places[two]
        share = np.clip(((places[one] - places[two]) * ways).sum(axis=1) / (ways**2).sum(axis=1), 0, 1)
        gaps = ((places[one] - places[two] - share[:, None] * ways) ** 2).sum(axis=1)
        if len(gaps) and gaps.min() < _APART**2:
            pair = sorted({loops[of[one[np.argmin(gaps)]]].number, loops[of[two[np.argmin(gaps)]]].number})
            raise BuildFailed(f"openings {pair[0]} and {pair[1]} touch; leave more between them")
    boxes = np.array([[*each.min(axis=0), *each.max(axis=0)] for each in outlines])
    for i, each in enumerate(outlines):
        for j in np.flatnonzero((boxes[:, :2] > boxes[i, :2]).all(axis=1) & (boxes[:, 2:] < boxes[i, 2:]).all(axis=1)).tolist():
            if inside(outlines[j][:1], each)[0]:
                raise BuildFailed(f"opening {loops[j].number} lies in opening {loops[i].number}")
        if not area(each) > 1e-9:
            raise BuildFailed(f"opening {loops[i].number} encloses nothing")


class Pierced(NamedTuple):
    """Wires for both sheets, and the walls between them."""

    outer: list[Any]
    inner: list[Any]
    walls: list[Any]


def pierced(loops: list[Loop], outer: Sheet, inner: Sheet, surfaces: tuple[Any, Any]) -> Pierced:
    """Openings along these loops; `surfaces` are the kernel's own of the outer and the inner sheet."""
    found = Pierced([], [], [])
    if not loops:
        return found
    for _ in range(_HALVINGS):
        poles, off = _followed(loops, (outer, inner))
        bad = {index for index, each in enumerate(off) if each > _CLOSE}
        if not bad:
            break
        of = np.repeat(np.arange(len(loops)), [len(each.pieces) for each in loops])
        halved = {int(of[index]) for index in bad}
        loops = [each.halved() if index in halved else each for index, each in enumerate(loops)]
    else:
        poles, off = _followed(loops, (outer, inner))
        if max(off) > 5 * _CLOSE:
            raise BuildFailed(f"an opening's edge cannot follow the skin closer than {max(off):.2g} mm; draw it with more "
                              "corners")
    begin = 0
    for each in loops:
        count = len(each.pieces)
        own = slice(begin, begin + count)
        _open(each, [side[own] for side in poles], 2 * max(off[own]) + CONFUSION, surfaces, found)
        begin += count
    return found


def _followed(loops: list[Loop], sheets: tuple[Sheet, Sheet]) -> tuple[list[Any], list[float]]:
    """Poles (n, 10, 3) of every piece on each sheet, and how far it is off, mm."""
    pieces = [poles for each in loops for poles in each.pieces]
    places = np.empty((len(pieces), len(STATIONS), 2))
    for size in {len(poles) for poles in pieces}:
        rows = [index for index, poles in enumerate(pieces) if len(poles) == size]
        places[rows] = bernstein(size - 1, STATIONS) @ np.array([pieces[index] for index in rows])
    found, off = [], np.zeros(len(pieces))
    for sheet in sheets:
        points = sheet.at(places.reshape(-1, 2)).reshape(len(pieces), len(STATIONS), 3)
        flat = points.transpose(1, 0, 2).reshape(len(STATIONS), -1)
        poles, _ = fitted(flat)
        test = bernstein(DEGREE, STATIONS) @ poles - flat
        off = np.maximum(off, np.sqrt((test.reshape(len(STATIONS), -1, 3) ** 2).sum(axis=2)).max(axis=0))
        found.append(np.ascontiguousarray(poles.reshape(DEGREE + 1, -1, 3).transpose(1, 0, 2)))
    return found, off.tolist()


def _open(each: Loop, poles: list[Any], off: float, surfaces: tuple[Any, Any], found: Pierced) -> None:
    """Adds one opening."""
    corners = [[vertex(row[0].tolist(), off) for row in side] for side in poles]
    posts = [edge(_bezier([one[0].tolist(), two[0].tolist()]), 1.0, *ends)
             for one, two, ends in zip(*poles, zip(*corners, strict=True), strict=True)]
    edges: tuple[list[Any], list[Any]] = ([], [])
    for index, drawn in enumerate(each.pieces):
        after = (index + 1) % len(posts)
        both = [side[index].tolist() for side in poles]
        for side in (0, 1):
            both[side][-1] = poles[side][after][0].tolist()
            made = edge(_bezier(both[side]), 1.0, corners[side][index], corners[side][after], off)
            trace(made, spline2d(drawn), surfaces[side], off)
            edges[side].append(made)
        wall = _ruled(*both)
        upper, lower = edges[0][index], edges[1][index]
        for on, line in zip((upper, lower, posts[index], posts[after]), _sides(), strict=True):
            trace(on, line, wall)
        found.walls.append(quadrangle(wall, upper, posts[after], lower, posts[index]))
    found.outer.append(loop(edges[0]).Reversed())
    found.inner.append(loop(edges[1]).Reversed())


def _bezier(poles: list[list[float]]) -> Any:
    array = TColgp_Array1OfPnt(1, len(poles))
    for index, pole in enumerate(poles, 1):
        array.SetValue(index, gp_Pnt(*pole))
    return Geom_BezierCurve(array)


def _ruled(one: list[list[float]], two: list[list[float]]) -> Any:
    both = TColgp_Array2OfPnt(1, len(one), 1, 2)
    for column, row in enumerate((one, two), 1):
        for index, pole in enumerate(row, 1):
            both.SetValue(index, column, gp_Pnt(*pole))
    return Geom_BSplineSurface(both, *_knots(), len(one) - 1, 1)


@cache
def _knots() -> tuple[Any, ...]:
    knots, counts = [TColStd_Array1OfReal(1, 2) for _ in range(2)], [TColStd_Array1OfInteger(1, 2) for _ in range(2)]
    for each, count, degree in zip(knots, counts, (DEGREE, 1), strict=True):
        each.SetValue(1, 0.0)
        each.SetValue(2, 1.0)
        count.Init(degree + 1)
    return (*knots, *counts)


def _sides() -> list[Any]:
    """Lines at v = 0, v = 1, u = 0 and u = 1."""
    return [*(Geom2d_Line(gp_Pnt2d(0, v), gp_Dir2d(1, 0)) for v in (0.0, 1.0)),
            *(Geom2d_Line(gp_Pnt2d(u, 0), gp_Dir2d(0, 1)) for u in (0.0, 1.0))]
