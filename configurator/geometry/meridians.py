"""Half-sections of turned bodies, and the volume that two of them share about one axis, in closed form. Plain values.

Wherever a circle about the axis meets none of a solid's faces but those turned about it, all of the circle is inside the
solid or outside. So turned faces give curves, the material on one side of each, and all other faces only say where
nothing is known: letters, lugs and bores leave the rest of a body as clear as if it were turned alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import asin, hypot, pi, sqrt
from typing import NamedTuple, TypeAlias

from configurator.product.measured import Point

Matrix: TypeAlias = tuple[tuple[float, float, float, float], ...]
TOUCHING = 1e-6
"""mm: bodies that overlap by less only touch. Twice what an exact box is rounded by."""
_PARALLEL, _CENTRED = 1e-9, 1e-7  # sine of the angle between two axes; mm between them
_THIN = 2e-9  # mm: curves no further apart, and layers no thicker, hold no volume that counts


class Curve(NamedTuple):
    """A piece of a meridian, a line or an arc that rises from `low` to `high`. Lengths in mm."""

    low: float
    high: float
    """Along the axis."""
    within: bool
    """Whether the material is on the side of the axis."""
    start: float
    slope: float = 0.0
    """A line has the radius start + slope * z."""
    middle: float = 0.0
    bulge: float = 0.0
    """An arc has its centre at radius `start`, height `middle`, and the radius of `bulge`, which is negative on the side of
    the axis; 0: a line."""

    def radius(self, z: float) -> float:
        """Distance from the axis at a height, mm."""
        if not self.bulge:
            return self.start + self.slope * z
        away = sqrt(max(self.bulge**2 - (z - self.middle) ** 2, 0.0))
        return self.start + (away if self.bulge > 0 else -away)

    @property
    def reach(self) -> tuple[float, float]:
        """Least and greatest radius, mm."""
        return tuple(sorted((self.radius(self.low), self.radius(self.high))))  # type: ignore[return-value]

    def swept(self, low: float, high: float) -> float:
        """Volume between the axis and the curve from height to height, mm3."""
        if not self.bulge:
            one, two = self.radius(low), self.radius(high)
            return pi * (high - low) * (one * one + one * two + two * two) / 3
        one, two, size = low - self.middle, high - self.middle, abs(self.bulge)
        sector = (_under(size, two) - _under(size, one)) * (1 if self.bulge > 0 else -1)
        return pi * ((self.start**2 + size * size) * (two - one) - (two**3 - one**3) / 3 + 2 * self.start * sector)

    def moved(self, up: bool, by: float) -> Curve:
        """The same where heights are measured from elsewhere, or downwards."""
        if up:
            return self._replace(low=self.low + by, high=self.high + by, middle=self.middle + by,
                                 start=self.start if self.bulge else self.start - self.slope * by)
        return self._replace(low=by - self.high, high=by - self.low, middle=by - self.middle, slope=-self.slope,
                             start=self.start if self.bulge else self.start + self.slope * by)


class Blur(NamedTuple):
    """Radii and heights between which nothing is known, mm. One that has no height is a flat face or more."""

    inner: float
    outer: float
    low: float
    high: float

    def moved(self, up: bool, by: float) -> Blur:
        """The same where heights are measured from elsewhere, or downwards."""
        ends = (self.low + by, self.high + by) if up else (by - self.high, by - self.low)
        return Blur(self.inner, self.outer, *ends)


@dataclass(frozen=True, slots=True)
class Meridian:
    """What is known of a solid by its faces turned about one axis. In the part's own frame, mm."""

    place: Point
    """A point of the axis: height 0."""
    along: Point
    """Unit."""
    curves: tuple[Curve, ...]
    blurs: tuple[Blur, ...]

    @property
    def span(self) -> tuple[float, float]:
        """Least and greatest height, mm."""
        ends = [(each.low, each.high) for each in self.curves] + [(each.low, each.high) for each in self.blurs]
        return min(low for low, _ in ends), max(high for _, high in ends)


def shared_volume(one: Meridian, two: Meridian | None, box: tuple[Point, Point], matrix: Matrix) -> float | None:
    """Volume that two solids share, mm3; None where their meridians do not say it.

    `two` is the meridian and `box` the box of the second, in its own frame, which `matrix` (3, 4) takes to that of the
    first. A second solid that is not turned about the same axis is taken for unknown all through its box.
    """
    shift = None if two is None else _shift(one, two, matrix)
    if two is None or shift is None:
        return _shared(one, Meridian(one.place, one.along, (), (_around(one, box, matrix),)))
    return _shared(one, Meridian(one.place, one.along, tuple(curve.moved(*shift) for curve in two.curves),
                                 tuple(blur.moved(*shift) for blur in two.blurs)))


def _shift(one: Meridian, two: Meridian, matrix: Matrix) -> tuple[bool, float] | None:
    """Whether the second's axis runs along the first's, and where its height 0 is; None if they are two axes."""
    along = [sum(row[k] * two.along[k] for k in range(3)) for row in matrix]
    place = [sum(row[k] * two.place[k] for k in range(3)) + row[3] - one.place[i] for i, row in enumerate(matrix)]
    even = sum(a * b for a, b in zip(one.along, along, strict=True))
    height = sum(a * b for a, b in zip(one.along, place, strict=True))
    tilted = hypot(*(a - even * b for a, b in zip(along, one.along, strict=True)))
    aside = hypot(*(a - height * b for a, b in zip(place, one.along, strict=True)))
    return None if tilted > _PARALLEL or aside > _CENTRED else (even > 0, height)


def _around(one: Meridian, box: tuple[Point, Point], matrix: Matrix) -> Blur:
    """Radii and heights about the first's axis that a box of the second can reach."""
    corners = [[sum(row[k] * corner[k] for k in range(3)) + row[3] - one.place[i] for i, row in enumerate(matrix)]
               for corner in product(*zip(*box, strict=True))]
    heights = [sum(a * b for a, b in zip(one.along, corner, strict=True)) for corner in corners]
    flat = [[a - height * b for a, b in zip(corner, one.along, strict=True)]
            for corner, height in zip(corners, heights, strict=True)]
    middle = [sum(each[i] for each in flat) / 8 for i in range(3)]
    away = hypot(*middle)
    nearest = min(sum(a * b for a, b in zip(each, middle, strict=True)) for each in flat)
    inner = 0.0 if away < _THIN else max(nearest / away, 0.0)
    return Blur(inner, max(hypot(*each) for each in flat), min(heights), max(heights))


def _shared(one: Meridian, two: Meridian) -> float | None:
    """Layer by layer between all heights at which something begins, ends or crosses: in a layer the order stays."""
    if not (one.curves or one.blurs) or not (two.curves or two.blurs):
        return 0.0
    (low, high), (bottom, top) = one.span, two.span
    low, high = max(low, bottom), min(high, top)
    total = 0.0
    for bottom, top in pairwise(sorted(_breaks(one, two, low, high))):
        if top - bottom > _THIN:
            volume = _layer(one, two, bottom, top)
            if volume is None:
                return None
            total += volume
    return max(total, 0.0)


def _breaks(one: Meridian, two: Meridian, low: float, high: float) -> set[float]:
    curves, others = ([each for each in of.curves if each.low < high and each.high > low] for of in (one, two))
    blurs = [each for each in (*one.blurs, *two.blurs) if each.low < high and each.high > low]
    found = {low, high}
    for curve in (*curves, *others):
        found |= {curve.low, curve.high}
    for blur in blurs:
        found |= {blur.low, blur.high}
    for curve, other in product(curves, others):
        found.update(_crossings(curve, other))
    sides = {side for blur in blurs if blur.high > blur.low for side in (blur.inner, blur.outer)}
    for curve in (*curves, *others):
        if curve.slope or curve.bulge:
            for side in sides:
                found.update(_crossings(curve, Curve(curve.low, curve.high, True, side)))
    return {each for each in found if low <= each <= high}


def _layer(one: Meridian, two: Meridian, bottom: float, top: float) -> float | None:
    first = _states(one, (bottom + top) / 2)
    second = _states(two, (bottom + top) / 2) if first else []
    total, i, j = 0.0, 0, 0
    while i < len(first) and j < len(second):
        a, b = first[i], second[j]
        begin, end = max(a.begin, b.begin), min(a.end, b.end)
        if end - begin > _THIN:
            if a.known and b.known:
                outer, inner = a.outer if a.end <= b.end else b.outer, a.inner if a.begin >= b.begin else b.inner
                total += _swept(outer, end, bottom, top) - _swept(inner, begin, bottom, top)
            elif end - begin > 2 * TOUCHING and top - bottom > 2 * TOUCHING:
                return None
        if a.end <= b.end:
            i += 1
        else:
            j += 1
    return total


def _swept(curve: Curve | None, radius: float, bottom: float, top: float) -> float:
    return pi * radius * radius * (top - bottom) if curve is None else curve.swept(bottom, top)


class _Ring(NamedTuple):
    """Radii, from curve to curve, between which a solid is, or (not `known`) may be. No curve: end of a blur, or axis."""

    begin: float
    end: float
    known: bool
    inner: Curve | None
    outer: Curve | None


def _states(of: Meridian, z: float) -> list[_Ring]:
    """What a ray from the axis at a height meets."""
    ends: list[tuple[float, Curve | None]] = [(each.radius(z), each) for each in of.curves if each.low < z < each.high]
    unclear = list(united((blur.inner, blur.outer) for blur in of.blurs if blur.low < z < blur.high))
    if not ends and not unclear:
        return []
    ends += [(0.0, None), *((each, None) for row in unclear for each in row)]
    ends.sort(key=lambda end: end[0])
    groups: list[list[tuple[float, Curve | None]]] = []
    for each_end in ends:
        if groups and each_end[0] - groups[-1][-1][0] <= _THIN:
            groups[-1].append(each_end)
        else:
            groups.append([each_end])
    found: list[_Ring] = []
    for before, after in pairwise(groups):
        (begin, _), (end, _) = before[-1], after[0]
        behind, ahead = [curve for _, curve in before if curve], [curve for _, curve in after if curve]
        said = {not curve.within for curve in behind} | {curve.within for curve in ahead}
        if any(low < (begin + end) / 2 < high for low, high in unclear):
            said = set()
        elif not said and _is_open(of, begin, end, z):
            said = {False}
        if said != {False}:
            found.append(_Ring(begin, end, said == {True}, *(next(iter(each), None) for each in (behind, ahead))))
    return found


def _is_open(of: Meridian, begin: float, end: float, z: float) -> bool:
    """Whether somewhere between two radii nothing is above a height, or nothing below: a way out of the solid."""
    spans = [(blur.inner, blur.outer, blur.low, blur.high) for blur in of.blurs]
    spans += [(*curve.reach, curve.low, curve.high) for curve in of.curves]
    for way in ([each for each in spans if each[3] > z], [each for each in spans if each[2] < z]):
        free = begin
        for inner, outer in united((each[0], each[1]) for each in way if each[1] > begin and each[0] < end):
            if inner > free + _THIN:
                return True
            free = max(free, outer)
        if free < end - _THIN:
            return True
    return False


def united(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans from low to high, those that meet made one, in order."""
    current: tuple[float, float] | None = None
    for low, high in sorted(spans):
        if current is not None and low <= current[1]:
            current = current[0], max(current[1], high)
            continue
        if current is not None:
            yield current
        current = low, high
    if current is not None:
        yield current


def _crossings(one: Curve, two: Curve) -> Iterator[float]:
    """Heights at which two curves may cross; where they do not reach, one too many does no harm."""
    if min(one.high, two.high) <= max(one.low, two.low):
        return
    if not one.bulge and not two.bulge:
        if one.slope != two.slope:
            yield (two.start - one.start) / (one.slope - two.slope)
    elif one.bulge and two.bulge:
        yield from _of_circles(one, two)
    else:
        arc, line = (one, two) if one.bulge else (two, one)
        # (start + slope z - r)^2 + (z - middle)^2 = bulge^2
        a, off = 1 + line.slope**2, line.start - arc.start
        b, c = line.slope * off - arc.middle, off * off + arc.middle**2 - arc.bulge**2
        root = sqrt(max(b * b - a * c, 0.0))
        yield from ((-b - root) / a, (-b + root) / a)


def _of_circles(one: Curve, two: Curve) -> Iterator[float]:
    across, up = two.start - one.start, two.middle - one.middle
    apart = hypot(across, up)
    if apart < _THIN:
        return
    along = (apart * apart + one.bulge**2 - two.bulge**2) / (2 * apart)
    aside = sqrt(max(one.bulge**2 - along * along, 0.0))
    for side in (aside, -aside):
        yield one.middle + (along * up + side * across) / apart


def _under(size: float, t: float) -> float:
    """Integral of the square root of size^2 - t^2 from 0."""
    share = max(-1.0, min(1.0, t / size))
    return (t * sqrt(max(size * size - t * t, 0.0)) + size * size * asin(share)) / 2
