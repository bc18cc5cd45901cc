"""Finds the faces of characteristics on a solid by their geometry, and measures the nominal there. Plain values, no kernel."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, degrees, floor, hypot, sqrt
from typing import NamedTuple

from configurator.errors import BuildFailed
from configurator.product.characteristics import SIZES, Characteristic
from configurator.product.faces import Face
from configurator.product.measured import Measured, Point

from .answers import FaceRow

NEAR = 1e-5
"""mm: a face that lies further from where it should be is another one. Rows are rounded to 1e-9."""
_PARALLEL = 1e-7
_CELL = 0.01
"""mm or degrees: faces whose sizes fall into one cell are looked at one by one."""
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


class FaceIndex:
    """Rows of faces, so that those on a surface are found without looking at each; `measured` tells where the solid ends."""

    def __init__(self, rows: Sequence[FaceRow], measured: Measured | None = None) -> None:
        self.rows, self.measured = rows, measured
        self._alike: dict[tuple[str, int], list[int]] = {}
        self._known: dict[Face, tuple[int, ...]] = {}
        for index, row in enumerate(rows):
            if row.origin is not None:
                size = _size(row.kind, row.origin, row.direction, row.diameter, row.half_angle)
                self._alike.setdefault((row.kind, floor(size / _CELL)), []).append(index)

    def on(self, surface: Face) -> tuple[int, ...]:
        """Indices of the faces on a surface, ascending."""
        known = self._known.get(surface)
        if known is None:
            known = self._known[surface] = self._touched(surface) if surface.touching else self._found(surface)
        return known

    def _found(self, surface: Face) -> tuple[int, ...]:
        size = _size(surface.kind, surface.point, surface.direction, surface.diameter, surface.half_angle)
        cells = range(floor((size - 2 * NEAR) / _CELL), floor((size + 2 * NEAR) / _CELL) + 1)
        return tuple(sorted(index for cell in cells for index in self._alike.get((surface.kind, cell), ())
                            if lies_on(self.rows[index], surface)))

    def _touched(self, around: Face) -> tuple[int, ...]:
        """Faces that reach it; where none is known to, what is turned, other faces without a place in the table, cones, and at
        last what ends as near to it as the surface allows."""
        reaches = [_reach(row, around) for row in self.rows]
        tiers = (tuple(index for index, reach in enumerate(reaches) if reach is not None and abs(reach) < NEAR),
                 tuple(index for index, row in enumerate(self.rows) if row.kind == "revolution"),
                 tuple(index for index, row in enumerate(self.rows) if row.origin is None),
                 tuple(index for index, row in enumerate(self.rows) if row.kind == "cone"),
                 tuple(index for index, reach in enumerate(reaches) if reach is not None and abs(reach) <= around.within))
        return next((tier for tier in tiers if tier), ())

    def beyond(self, around: Face) -> float | None:
        """How far the solid reaches beyond a plane or cylinder that should touch it, mm; None if its extent was not told."""
        if self.measured is None or around.direction is None:
            return None
        low, high = self.measured.low, self.measured.high
        if around.kind == "plane":
            return max(_dot(low, around.direction), _dot(high, around.direction)) - _dot(around.point, around.direction)
        across = [max(-low[axis], high[axis]) for axis in range(3) if abs(around.direction[axis]) < _PARALLEL]
        return max(across) - (around.diameter or 0.0) / 2


def found(part: str, characteristics: Sequence[Characteristic], rows: Sequence[FaceRow] | FaceIndex) -> list[Found]:
    """Each characteristic with its faces. BuildFailed if one has none, or if its nominal is not that of the solid."""
    index = rows if isinstance(rows, FaceIndex) else FaceIndex(rows)
    return [_found(part, each, index) for each in characteristics]


def _found(part: str, each: Characteristic, index: FaceIndex) -> Found:
    faces = tuple(index.on(surface) for surface in each.on)
    for surface, on in zip(each.on, faces, strict=True):
        beyond = index.beyond(surface) if surface.touching else None
        if beyond is not None and abs(beyond) > max(NEAR, surface.within):
            raise BuildFailed(f"the characteristic {each.name} of {part} says that {surface} touches it; the solid "
                              + (f"reaches {beyond:.6g} mm beyond" if beyond > 0 else f"ends {-beyond:.6g} mm before"))
        if not on:
            near = _nearest(surface, index.rows)
            raise BuildFailed(f"the characteristic {each.name} of {part} sits on {surface}, and no face of the solid does; "
                              + (f"the nearest is {near}" if near else f"the solid has no {surface.kind} at all"))
    if each.count > 1 and all(surface.kind != "plane" for surface in each.on):
        alike = max(sum(_same_size(row, surface) for row in index.rows) for surface in each.on)
        if alike < each.count:
            raise BuildFailed(f"the characteristic {each.name} of {part} stands for {each.count} equal features; the solid has "
                              f"{alike} faces such as {each.on[-1]}")
    measured = _measured(part, each)
    if each.kind in SIZES and measured is not None and abs(measured - each.nominal) > _EXACT:
        raise BuildFailed(f"the characteristic {each.name} of {part} says {each.nominal:.6g} {each.unit}, and the faces it "
                          f"sits on measure {measured:.6g}; nominal and faces must come from the same values")
    return Found(each, faces, measured)


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


def _size(kind: str, point: Point, way: Point | None, diameter: float | None, half_angle: float | None) -> float:
    """The number by which faces of a kind are told apart: distance of a plane, angle of a cone, else a diameter."""
    if kind == "plane":
        return _dot(point, way or (0.0, 0.0, 0.0))
    return (half_angle if kind == "cone" else diameter) or 0.0


def _same_size(row: FaceRow, surface: Face) -> bool:
    return row.kind == surface.kind and _same(row.diameter, surface.diameter) and (
        _same(row.ring_diameter, surface.ring_diameter) and _same(row.half_angle, surface.half_angle))


def _reach(row: FaceRow, around: Face) -> float | None:
    """How far a surface reaches beyond a plane or cylinder, mm; None if its row does not tell: a cone ends where it is cut."""
    way = around.direction
    if row.origin is None or row.kind == "cone" or way is None:
        return None
    along = 0.0 if row.direction is None else abs(_dot(row.direction, way))
    tube, ring = (row.diameter or 0.0) / 2, (row.ring_diameter or 0.0) / 2
    if around.kind == "cylinder":
        turned = row.kind != "plane" and _off_axis(row.origin, around.point, way) < NEAR and (
            row.kind == "sphere" or along > 1 - _PARALLEL)
        return tube + ring - (around.diameter or 0.0) / 2 if turned else None
    at = _dot(_less(row.origin, around.point), way)
    if row.kind == "plane":
        return at if _dot(row.direction or way, way) > 1 - _PARALLEL else None
    if row.kind == "cylinder":
        return at + tube if along < _PARALLEL else None
    return at + tube + ring * sqrt(max(0.0, 1 - along * along))


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
        apart = _off_axis(second.point, first.point, a)
        if apart < NEAR and first.diameter is not None and second.diameter is not None:
            return abs(first.diameter - second.diameter) / 2  # of one axis: the wall
        return apart
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
