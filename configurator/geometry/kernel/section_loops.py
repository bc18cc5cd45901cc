"""What a plane cuts of a solid: closed loops of exact curves, and the regions between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from configurator.errors import BuildFailed
from configurator.geometry.views import Arc, EllipseArc, Line, PlaneCurve, Point2, Polyline, Region, at, ends_of, swept

from .carriers import Plane
from .face_cuts import Piece, section
from .face_traces import traced
from .faces_seen import Seen
from .flat_curves import SHORT, tidy
from .space_curves import Chain, Conic, SpaceCurve

NUDGE = 5e-6
"""mm: a section is taken so far behind its plane, in which edges and seams of even parts lie."""
_TRIES = (1.0, 2.3, 5.9)
_SAME = 1e-7
Name = tuple[int, int]


def loops_at(solid: Seen, normal: Any, height: float) -> tuple[list[list[SpaceCurve]], set[int]]:
    """Closed loops of curves in the part's frame, each beginning where the last one ends, and the faces that are cut.

    BuildFailed if a loop stays open.
    """
    faces = solid.faces_at(normal, height)
    for share in _TRIES:
        plane = Plane(normal, height - share * NUDGE)
        pieces, cut = list[Piece](), set[int]()
        for face in faces:
            found = section(face, plane)
            found = traced(face, plane) if found is None else found
            pieces += found
            if found:
                cut.add(face.index)
        loops = _closed(pieces)
        if loops is not None:
            return loops, cut
    raise BuildFailed(f"what the plane at {height:g} mm along ({normal[0]:g}, {normal[1]:g}, {normal[2]:g}) cuts does not "
                      "close; move the plane a little")


def _closed(pieces: Sequence[Piece]) -> list[list[SpaceCurve]] | None:
    """None if some piece leads nowhere."""
    loops = [[piece.curve] for piece in pieces if piece.start is None or piece.end is None]
    at: dict[Name, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if piece.start is not None and piece.end is not None:
            for node in (piece.start, piece.end):
                at[node.key, node.nth].append(index)
    if any(len(each) != 2 for each in at.values()):
        return None
    known = set[int]()
    for first, piece in enumerate(pieces):
        if first in known or piece.start is None or piece.end is None:
            continue
        loop, index, here = list[SpaceCurve](), first, (piece.start.key, piece.start.nth)
        while index not in known:
            known.add(index)
            each = pieces[index]
            assert each.start
            assert each.end
            forward = (each.start.key, each.start.nth) == here
            loop.append(each.curve if forward else _reversed(each.curve))
            node = each.end if forward else each.start
            here = node.key, node.nth
            one, two = at[here]
            index = two if one == index else one
        loops.append(loop)
    return loops


def _reversed(curve: SpaceCurve) -> SpaceCurve:
    if isinstance(curve, Conic):
        return Conic(curve.centre, curve.a, -curve.b, -curve.last, -curve.first)
    return Chain(curve.points[::-1])


def regions(loops: Sequence[Sequence[PlaneCurve]]) -> tuple[Region, ...]:
    """Loops sorted into outer ones and their holes, each run as regions run, in a settled order."""
    known = [_simple(loop) for loop in loops]
    known = [loop for loop in known if abs(_area(loop)) > SHORT**2]
    outlines = [_points(loop) for loop in known]
    around = [[j for j, other in enumerate(outlines) if j != i and _within(outlines[i][0], other)]
              for i in range(len(known))]
    found = list[Region]()
    for i, loop in enumerate(known):
        if len(around[i]) % 2 == 0:
            holes = [known[j] for j in range(len(known)) if i in around[j] and len(around[j]) == len(around[i]) + 1]
            found.append(Region(_turned(loop, True), tuple(sorted((_turned(hole, False) for hole in holes), key=_numbers))))
    return tuple(sorted(found, key=_numbers))


def _numbers(nested: object) -> tuple[float, ...]:
    """All numbers in their order: curves of different kinds cannot be compared as they are."""
    if isinstance(nested, tuple):
        return tuple(number for each in nested for number in _numbers(each))
    return (nested,) if isinstance(nested, int | float) else ()


def _area(loop: Sequence[PlaneCurve]) -> float:
    return sum(map(swept, loop))


def _turned(loop: Sequence[PlaneCurve], left: bool) -> tuple[PlaneCurve, ...]:
    """Counter-clockwise (`left`) or clockwise, beginning at the least point of its ends."""
    curves = list(loop) if (_area(loop) > 0) == left else [backwards(curve) for curve in reversed(loop)]
    curves = [tidy(curve) for curve in curves]
    first = min(range(len(curves)), key=lambda i: tuple(round(value, 6) for value in ends_of(curves[i])[0]))
    return tuple(curves[first:] + curves[:first])


def backwards(curve: PlaneCurve) -> PlaneCurve:
    """The same curve, run the other way."""
    if isinstance(curve, Line):
        return Line(curve.end, curve.start)
    if isinstance(curve, Polyline):
        return Polyline(curve.points[::-1])
    return curve._replace(start=curve.end, end=curve.start)


def _simple(loop: Sequence[PlaneCurve]) -> list[PlaneCurve]:
    """What goes on straight, or round the same centre, is one curve."""
    found = list[PlaneCurve]()
    for curve in loop:
        joined = _joined(found[-1], curve) if found else None
        found[-1 if joined else len(found):] = [joined or curve]
    if len(found) > 1 and (joined := _joined(found[-1], found[0])):
        found[0] = joined
        del found[-1]
    return found


def _joined(one: PlaneCurve, two: PlaneCurve) -> PlaneCurve | None:
    if isinstance(one, Line) and isinstance(two, Line):
        (x0, y0), (x1, y1), (x2, y2) = one.start, one.end, two.end
        bent = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)
        size = max(abs(x2 - x0), abs(y2 - y0))
        onward = (x1 - x0) * (x2 - x1) + (y1 - y0) * (y2 - y1) > 0
        return Line(one.start, two.end) if onward and abs(bent) < _SAME * size else None
    if isinstance(one, Arc) and isinstance(two, Arc) and (one.end > one.start) == (two.end > two.start):
        near = max(abs(one.centre[0] - two.centre[0]), abs(one.centre[1] - two.centre[1]), abs(one.radius - two.radius))
        return one._replace(end=one.end + two.end - two.start) if near < _SAME else None
    return None


def _points(loop: Sequence[PlaneCurve]) -> list[Point2]:
    """Corners of a polygon near a loop, the first one on it."""
    found = list[Point2]()
    for curve in loop:
        if isinstance(curve, (Arc, EllipseArc)):
            found += [at(curve, curve.start + (curve.end - curve.start) * i / 24) for i in range(24)]
        else:
            found += (curve.points if isinstance(curve, Polyline) else curve)[:-1]
    return found


def _within(point: Point2, polygon: Sequence[Point2]) -> bool:
    odd = False
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y0 > point[1]) != (y1 > point[1]) and x0 + (point[1] - y0) / (y1 - y0) * (x1 - x0) > point[0]:
            odd = not odd
    return odd
