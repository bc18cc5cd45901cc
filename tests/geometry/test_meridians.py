"""Common volumes in closed form: against the kernel's booleans, and never said where they are not sure."""

from __future__ import annotations

import random
from itertools import pairwise
from math import pi, sqrt
from typing import Any

import pytest

from configurator import Placement
from configurator.geometry.meridians import Blur, Curve, Meridian, shared_volume

ORIGIN = Placement()
HERE = ORIGIN.matrix()
BOX = ((-9.0, -9.0, -9.0), (9.0, 9.0, 9.0))


@pytest.fixture(scope="module")
def cq() -> Any:
    import cadquery

    return cadquery


def section(solid: Any) -> Meridian | None:
    from configurator.geometry.kernel.half_section import half_section
    from configurator.geometry.kernel.measure import measured

    return half_section(solid, measured(solid)[1])


def shared(one: Any, two: Any, place: Placement = ORIGIN) -> float | None:
    """By meridians: `two` at a place in the frame of `one`."""
    from configurator.geometry.kernel.measure import box

    known = section(one)
    return None if known is None else shared_volume(known, section(two), box(two), place.matrix())


def by_kernel(one: Any, two: Any, place: Placement) -> float:
    from OCP.BRepBuilderAPI import BRepBuilderAPI_Copy

    from configurator.geometry.kernel.build import location
    from configurator.geometry.kernel.common import common_volume

    one, two = (BRepBuilderAPI_Copy(each, True, False).Shape() for each in (one, two))
    return common_volume(one, two.Moved(location([value for row in place.matrix() for value in row])))


# --- curves


@pytest.mark.parametrize("curve", [
    Curve(0, 2, True, 3.0), Curve(-1, 2, True, 3.0, 0.5), Curve(-1, 1.5, True, 3.0, 0, 0.5, 1.5),
    Curve(-1, 1.5, False, 3.0, 0, 0.5, -1.5), Curve(0, 2, True, 0.0, 0, 0, 2.0)])
def test_a_curve_sweeps_the_volume_within_it(curve: Curve) -> None:
    count = 20_000
    step = (curve.high - curve.low) / count
    by_sum = sum(pi * curve.radius(curve.low + (i + 0.5) * step) ** 2 * step for i in range(count))
    assert curve.swept(curve.low, curve.high) == pytest.approx(by_sum, rel=1e-6)
    for up in (True, False):
        moved = curve.moved(up, 0.7)
        assert moved.swept(moved.low, moved.high) == pytest.approx(by_sum, rel=1e-6)
        assert moved.radius(curve.low + 0.7 if up else 0.7 - curve.low) == pytest.approx(curve.radius(curve.low))
        back = moved.moved(up, -0.7 if up else 0.7)
        assert back.radius(curve.high) == pytest.approx(curve.radius(curve.high))


def turned(*curves: Curve, blurs: tuple[Blur, ...] = ()) -> Meridian:
    return Meridian((0.0, 0.0, 0.0), (0.0, 0.0, 1.0), curves, blurs)


def test_known_volumes() -> None:
    rod, ball = turned(Curve(-5, 5, True, 1.0)), turned(Curve(-2, 2, True, 0.0, 0, 0, 2.0))
    pipe = turned(Curve(-5, 5, True, 3.0), Curve(-5, 5, False, 2.0))
    assert shared_volume(rod, rod, BOX, HERE) == pytest.approx(10 * pi)
    assert shared_volume(rod, ball, BOX, HERE) == pytest.approx(4 / 3 * pi * (8 - sqrt(3) ** 3))
    assert shared_volume(rod, pipe, BOX, HERE) == shared_volume(ball, pipe, BOX, HERE) == 0
    assert shared_volume(rod, pipe, BOX, Placement(z=20).matrix()) == 0
    assert shared_volume(rod, rod, BOX, Placement(z=4, tilt=180).matrix()) == pytest.approx(6 * pi)


def test_nothing_is_said_where_something_unknown_meets_material() -> None:
    rod, lettered = turned(Curve(0, 5, True, 3.0)), turned(Curve(0, 5, True, 3.0), blurs=(Blur(1, 2, 4.9, 5),))
    assert shared_volume(lettered, rod, BOX, HERE) is None
    assert shared_volume(lettered, rod, BOX, Placement(z=4).matrix()) is None
    assert shared_volume(lettered, rod, BOX, Placement(z=4.9).matrix()) is None
    assert shared_volume(lettered, rod, BOX, Placement(z=-1).matrix()) == pytest.approx(4 * 9 * pi)  # ends below the letters
    assert shared_volume(lettered, turned(Curve(0, 9, True, 3.0), Curve(0, 9, False, 2.0)), BOX, HERE) == pytest.approx(25 * pi)
    assert shared_volume(lettered, turned(Curve(0, 9, True, 3.0), Curve(0, 9, False, 1.9)), BOX, HERE) is None


def test_about_two_axes_only_what_lies_apart_is_said() -> None:
    pipe = turned(Curve(-5, 5, True, 3.0), Curve(-5, 5, False, 2.0))
    small = ((-1.0, -1.0, -1.0), (1.0, 1.0, 1.0))
    assert shared_volume(pipe, None, small, HERE) == 0
    assert shared_volume(pipe, None, small, Placement(x=0.5).matrix()) == 0
    assert shared_volume(pipe, None, small, Placement(x=2.5).matrix()) is None
    assert shared_volume(pipe, None, small, Placement(x=4.2).matrix()) == 0
    assert shared_volume(pipe, pipe, small, Placement(tilt=90).matrix()) == 0  # known by its box only
    assert shared_volume(pipe, pipe, small, Placement(x=2.5, tilt=90).matrix()) is None
    assert shared_volume(pipe, pipe, small, Placement(x=1e-4).matrix()) == 0


# --- against the kernel


def lathe(cq: Any, dice: random.Random) -> Any:
    """A turned body: steps, cones, arcs and a bore on numbers so round that faces of two of them often coincide."""
    bore = dice.choice((0, 0, 1, 2))
    heights = sorted(dice.sample(range(0, 11), dice.randint(2, 5)))
    path = cq.Workplane("XZ").moveTo(bore, heights[0])
    radius = bore + dice.randint(1, 4)
    path = path.lineTo(radius, heights[0])
    for low, high in pairwise(heights):
        after = max(bore + 1, radius + dice.choice((-1, 0, 0, 1)))
        if after == radius and dice.random() < 0.5:
            path = path.threePointArc((radius + (high - low) / 2 * dice.choice((1, 0.2)), (low + high) / 2), (radius, high))
        else:
            path = path.lineTo(after, high)
        radius = bore + dice.randint(1, 4)
        if high != heights[-1] and radius != after:
            path = path.lineTo(radius, high)
    return path.lineTo(bore, heights[-1]).close().revolve(360, (0, 0), (0, 1))


def with_features(body: Any, dice: random.Random) -> Any:
    """A cross hole, pockets and studs: what is not turned."""
    box = body.val().BoundingBox()
    kind = dice.randrange(5)
    if kind == 1:
        return body.cut(body.__class__("YZ", origin=(0, 0, (box.zmin + box.zmax) / 2)).circle(0.3).extrude(20))
    if kind == 2:
        return body.cut(body.__class__("XY", origin=(0, 0, box.zmin)).polarArray(box.xmax - 0.4, 20, 360, 5).rect(0.3, 0.2).extrude(0.5))
    if kind == 3:
        return body.union(body.__class__("XY", origin=(0, 0, (box.zmin + box.zmax) / 2)).rect(2 * box.xmax + 3, 0.7).extrude(0.4)
                          .cut(body.__class__("XY", origin=(0, 0, box.zmin)).circle(box.xmax - 0.05).extrude(20)))
    return body


def test_pairs_of_turned_bodies_agree_with_booleans(cq: Any) -> None:
    from OCP.TopAbs import TopAbs_SOLID

    from configurator.geometry.kernel.shapes import one_solid, sub_shapes, unsound

    dice = random.Random(7)
    bodies: list[Any] = []
    while len(bodies) < 24:
        try:
            body = with_features(lathe(cq, dice), dice).val().wrapped
        except Exception:
            continue
        if len(sub_shapes(body, TopAbs_SOLID)) == 1 and not unsound(one_solid(body)):
            bodies.append(one_solid(body))
    said, wrong = 0, []
    for index in range(90):
        one, two = dice.sample(bodies, 2)
        place = Placement(z=dice.randint(-8, 8), turn=dice.choice((0, 30)), tilt=dice.choice((0, 0, 180)))
        found = shared(one, two, place)
        if found is None:
            continue
        said += 1
        if found != pytest.approx(by_kernel(one, two, place), rel=1e-5, abs=1e-6):
            wrong.append((index, found, by_kernel(one, two, place)))
    assert wrong == []
    assert said > 45


def test_no_face_lies_outside_of_what_is_told_of_it(cq: Any) -> None:
    """Every point of the surface is on a curve, or in a blur."""
    from configurator.geometry.kernel.shapes import one_solid

    dice = random.Random(3)
    for _ in range(12):
        block = cq.Workplane("XY").box(dice.uniform(1, 5), dice.uniform(1, 5), dice.uniform(1, 3))
        tool = cq.Workplane("XY").circle(dice.uniform(0.2, 0.4)).extrude(8, both=True).val()
        for axis in ((1, 0, 0), (0, 1, 0), (1, 1, 1)):
            block = block.cut(cq.Workplane(obj=tool.rotate((0, 0, 0), axis, dice.uniform(0, 90))))
        turn = (dice.uniform(-1, 1), dice.uniform(-1, 1), dice.uniform(-1, 1))
        block = cq.Workplane(obj=block.val().rotate((0, 0, 0), turn, dice.uniform(0, 180)).translate((2, 1, 0)))
        body = cq.Workplane("XY").circle(2).extrude(4).union(block)
        solid = one_solid(body)
        known = section(solid)
        assert known is not None
        points, _ = cq.Shape.cast(solid).tessellate(0.05)
        for x, y, z in (point.toTuple() for point in points):
            at = [a - b for a, b in zip((x, y, z), known.place, strict=True)]
            height = sum(a * b for a, b in zip(at, known.along, strict=True))
            radius = sqrt(max(sum(a * a for a in at) - height**2, 0.0))
            assert any(blur.inner - 1e-6 <= radius <= blur.outer + 1e-6 and blur.low - 1e-6 <= height <= blur.high + 1e-6
                       for blur in known.blurs) or any(
                curve.low - 1e-6 <= height <= curve.high + 1e-6 and abs(curve.radius(height) - radius) < 1e-5
                for curve in known.curves)


def test_line_to_line_corners_at_equal_height(cq: Any) -> None:
    """A neck in a bezel's seat, corner on corner: the boolean has been seen to answer 0 here."""
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.shapes import one_solid

    neck = one_solid(solids.revolved([(13.5, 0), (20, 0), (20, 2), (17.03, 2), (17.03, 4), (13.5, 4)], seam=90))
    bezel = one_solid(solids.revolved([(17.0, 2), (20, 2), (20, 4), (17.0, 4)], seam=90))
    assert shared(neck, bezel) == pytest.approx(pi * (17.03**2 - 17**2) * 2, rel=1e-12)


def test_lugs_bores_and_letters_leave_the_rest_clear(cq: Any) -> None:
    from configurator import SANS
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.shapes import one_solid

    plate = solids.engraved(solids.revolved([(0, 0), (12, 0), (12, 2), (0, 2)], seam=90), "Zoe & Bo", z=0, height=2, depth=0.2,
                            font=SANS)
    ring = solids.bored(solids.revolved([(9, 1), (11, 1), (11, 5), (9, 5)], seam=90), radius=0.5, z=3.5, inner=9, outer=11)
    whole = shared(one_solid(plate), one_solid(ring))
    assert whole == pytest.approx(pi * (11**2 - 9**2), rel=1e-12)
    assert shared(one_solid(plate), one_solid(ring), Placement(z=-1.2)) is None  # into the letters
    assert shared(one_solid(plate), one_solid(ring), Placement(z=1)) == 0
