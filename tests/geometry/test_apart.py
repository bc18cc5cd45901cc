"""What is evidently apart, judged by the kernel's own distance between solids."""

from __future__ import annotations

import random
from typing import Any

import pytest

from configurator import cq

HERE = (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CHORD = 0.03
MARGIN = 4 * 2 * CHORD


def meshed(solid: Any) -> Any:
    from configurator.geometry.kernel.meshing import mesh

    return mesh(solid.wrapped, solid.Volume(), solid.Area(), CHORD)


def apart(one: Any, two: Any, matrix: tuple[float, ...] = HERE) -> bool:
    from configurator.geometry.kernel.apart import apart as judged

    return judged(meshed(one), meshed(two), matrix)


def moved(x: float, y: float = 0.0, z: float = 0.0) -> tuple[float, ...]:
    return (1.0, 0.0, 0.0, x, 0.0, 1.0, 0.0, y, 0.0, 0.0, 1.0, z)


def shapes(seed: int) -> tuple[Any, Any]:
    """Two of boxes, cylinders, balls and rings, turned and moved as it comes."""
    chance = random.Random(seed)

    def one() -> Any:
        size = [chance.uniform(0.5, 6) for _ in range(3)]
        kind = chance.randrange(4)
        made = (cq.Solid.makeBox(*size) if kind == 0 else cq.Solid.makeCylinder(size[0] / 2, size[1]) if kind == 1
                else cq.Solid.makeSphere(size[0] / 2) if kind == 2 else cq.Solid.makeTorus(size[0] + 1, 0.5 + size[1] / 12))
        way = cq.Vector(*(chance.uniform(-1, 1) for _ in range(3)))
        return made.rotate(cq.Vector(), way, chance.uniform(0, 360)).translate(
            cq.Vector(*(chance.uniform(-3, 3) for _ in range(3))))

    return one(), one()


@pytest.mark.parametrize("seed", range(60))
def test_apart_is_said_of_what_the_kernel_finds_apart_and_of_nothing_else(seed: int) -> None:
    one, two = shapes(seed)
    distance, shared = one.distance(two), one.intersect(two).Volume()
    if apart(one, two):
        assert distance > MARGIN - 2 * CHORD
        assert shared < 1e-9
    else:
        assert distance < MARGIN + 2 * CHORD or shared > 0
    assert apart(one, two) == apart(two, one)


def test_of_all_pairs_some_are_apart_and_some_are_not() -> None:
    said = [apart(*shapes(seed)) for seed in range(60)]
    assert 10 < sum(said) < 50


@pytest.mark.parametrize(("gap", "said"), [(0.5, True), (0.3, True), (0.2, False), (0.0, False), (-0.1, False)])
def test_the_margin_is_four_times_the_chord_errors(gap: float, said: bool) -> None:
    box = cq.Solid.makeBox(2, 2, 2)
    assert apart(box, box, moved(2 + gap)) is said


def test_what_lies_inside_another_or_runs_through_it_is_not_apart() -> None:
    block, small, rod = cq.Solid.makeBox(10, 10, 10), cq.Solid.makeBox(1, 1, 1), cq.Solid.makeCylinder(0.05, 30)
    assert not apart(block, small, moved(4, 4, 4))
    assert not apart(small, block, moved(-4, -4, -4))
    assert not apart(block, rod, moved(5.3, 4.1, -10))
    hollow = block.cut(cq.Solid.makeBox(6, 6, 6).translate(cq.Vector(2, 2, 2)))
    assert apart(hollow, small, moved(4, 4, 4))


def test_a_place_may_be_turned() -> None:
    long, slab = cq.Solid.makeBox(10, 1, 1), cq.Solid.makeBox(20, 20, 1)
    upright = (0.0, 0.0, -1.0, 5.0, 0.0, 1.0, 0.0, 5.0, 1.0, 0.0, 0.0, 1.5)
    assert apart(slab, long, upright)
    assert not apart(slab, long, upright[:11] + (0.5,))
