"""Finds the faces of characteristics on a solid by their geometry, and measures the nominal there. Plain values, no kernel."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, degrees, hypot
from typing import NamedTuple

from configurator.errors import BuildFailed
from configurator.product.characteristics import SIZES, Characteristic
from configurator.product.faces import Face
from configurator.product.measured import Point

from .answers import FaceRow

NEAR = 1e-5
"""mm: a face that lies further from where it should be is another one. Rows are rounded to 1e-9."""
_PARALLEL = 1e-7
_EXACT = 1e-5
"""mm or degrees between a nominal and what the solid measures."""


class Found(NamedTuple):
    """A characteristic on the solid."""

    characteristic: Characteristic
    faces: tuple[tuple[int, ...], ...]
    """For each of its surfaces the faces of the solid that lie on it: indices into the rows of faces."""
    measured: float | None
    """The nominal as the solid has it, in the unit of the characteristic; diameter of the drawn cylinder of a thread; None
    where nothing can be measured on exact geometry (roughness, geometrical tolerances)."""


def found(part: str, characteristics: Sequence[Characteristic], rows: Sequence[FaceRow]) -> list[Found]:
    """Each characteristic with its faces. BuildFailed if one has none, or if its nominal is not that of the solid."""
    return [_found(part, each, rows) for each in characteristics]


def _found(part: str, each: Characteristic, rows: Sequence[FaceRow]) -> Found:
    faces = []
    for surface in each.on:
        on = tuple(index for index, row in enumerate(rows) if lies_on(row, surface))
        if not on:
            near = _nearest(surface, rows)
            raise BuildFailed(f"the characteristic {each.name} of {part} sits on {surface}, and no face of the solid does; "
                              + (f"the nearest is {near}" if near else f"the solid has no {surface.kind} at all"))
        faces.append(on)
    measured = _measured(part, each)
    if each.kind in SIZES and measured is not None and abs(measured - each.nominal) > _EXACT:
        raise BuildFailed(f"the characteristic {each.name} of {part} says {each.nominal:.6g} {each.unit}, and the faces it "
                          f"sits on measure {measured:.6g}; nominal and faces must come from the same values")
    return Found(each, tuple(faces), measured)


def lies_on(row: FaceRow, surface: Face) -> bool:
    """Whether a face of a solid lies on a surface."""
    if row.kind != surface.kind or row.origin is None:
        return False
    if not (_same(row.diameter, surface.diameter) and _same(row.ring_diameter, surface.ring_diameter)
            and _same(row.half_angle, surface.half_angle)):
        return False
    way = surface.direction
    if way is not None:
        if row.direction is None:
            return False
        along = _dot(row.direction, way)
        if (along if surface.kind in ("plane", "cone") else abs(along)) < 1 - _PARALLEL:
            return False
    if surface.kind == "plane":
        assert way is not None
        return abs(_dot(_less(row.origin, surface.point), way)) < NEAR
    if surface.kind == "cone":
        return row.apex is not None and _long(_less(row.apex, surface.point)) < NEAR
    if surface.kind == "cylinder":
        assert way is not None
        return _off_axis(row.origin, surface.point, way) < NEAR
    return _long(_less(row.origin, surface.point)) < NEAR


def _measured(part: str, each: Characteristic) -> float | None:
    first = each.on[0]
    if each.kind in ("diameter", "thread"):
        return first.diameter
    if each.kind == "radius":
        return None if first.diameter is None else first.diameter / 2
    if each.kind == "angle":
        if len(each.on) == 1:
            return None if first.half_angle is None else 2 * first.half_angle
        return _between(each.nominal, first, each.on[1])
    if each.kind == "distance":
        return _apart(part, each, first, each.on[1])
    return None


def _between(nominal: float, first: Face, second: Face) -> float | None:
    """Degrees between two planes or axes; the one of the two angles that is meant."""
    if first.direction is None or second.direction is None:
        return None
    one = degrees(acos(max(-1.0, min(1.0, _dot(first.direction, second.direction)))))
    return min((one, 180.0 - one), key=lambda each: abs(each - nominal))


def _apart(part: str, each: Characteristic, first: Face, second: Face) -> float:
    a, b = first.direction, second.direction
    if first.kind in ("sphere", "torus") or second.kind in ("sphere", "torus") or a is None or b is None:
        ways = [(way, kind) for way, kind in ((a, first.kind), (b, second.kind)) if way is not None and kind == "plane"]
        gap = _less(second.point, first.point)
        return abs(_dot(gap, ways[0][0])) if ways else _long(gap)
    planes = [way for way, face in ((a, first), (b, second)) if face.kind == "plane"]
    gap = _less(second.point, first.point)
    if len(planes) == 2 and abs(_dot(a, b)) > 1 - _PARALLEL:
        return abs(_dot(gap, a))
    if len(planes) == 1 and abs(_dot(a, b)) < _PARALLEL:  # an axis that runs along the plane
        return abs(_dot(gap, planes[0]))
    if not planes and abs(_dot(a, b)) > 1 - _PARALLEL:
        return _off_axis(second.point, first.point, a)
    raise BuildFailed(f"the characteristic {each.name} of {part}: {first} and {second} are not parallel, so there is no one "
                      "distance between them; measure between parallel planes or axes")


def _nearest(surface: Face, rows: Sequence[FaceRow]) -> str:
    """The face of that kind that comes nearest, for the error."""
    alike = [row for row in rows if row.kind == surface.kind and row.origin is not None]
    if not alike:
        return ""

    def far(row: FaceRow) -> float:
        assert row.origin is not None
        known = surface.direction is not None and row.direction is not None
        turned = 10 * (1 - abs(_dot(row.direction or (0, 0, 0), surface.direction or (0, 0, 0)))) if known else 0.0
        return turned + abs((row.diameter or 0) - (surface.diameter or 0)) + _long(_less(row.origin, surface.point))

    row = min(alike, key=far)
    assert row.origin is not None
    return str(Face(surface.kind, row.apex or row.origin, row.direction, row.diameter, row.ring_diameter, row.half_angle))


def _same(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else abs(one - other) < NEAR


def _off_axis(point: Point, on_axis: Point, way: Point) -> float:
    gap = _less(point, on_axis)
    along = _dot(gap, way)
    return _long((gap[0] - along * way[0], gap[1] - along * way[1], gap[2] - along * way[2]))


def _dot(a: Point, b: Point) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _less(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def _long(a: Point) -> float:
    return hypot(*a)
