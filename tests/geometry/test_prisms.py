"""Prisms with bevelled ends, blind holes and cuts along a cylinder: exact, sound, and the same as a boolean's."""

from __future__ import annotations

from math import pi

import pytest

from configurator import solids
from configurator.errors import BuildFailed

pytestmark = pytest.mark.xdist_group("kernel")
SIDE, LONG = 6.0, 4.0
SQUARE = [(1.0, 2.0), (7.0, 2.0), (7.0, 8.0), (1.0, 8.0)]
LUG = [(12.0, 4.0), (18.0, 4.0), ((22.0, 3.0), (25.0, 0.0)), (20.0, 0.0), (12.0, 0.0)]


def measure(shape):
    """Numbers of a sound solid."""
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid, unsound

    solid = one_solid(shape)
    assert unsound(solid) == ""
    return measured(solid)[0]


def rounded_end(across: float, corner: float, size: float) -> float:
    """Volume of the last `size` mm of a prism: `across` wide at the far end, `corner` the factor of its area."""
    return corner * size * (across**2 + across * 2 * size * pi / 4 + size**2 * 2 / 3)


@pytest.mark.parametrize("length", [LONG, -LONG])
@pytest.mark.parametrize("plane", ["XY", "YZ", "XZ"])
def test_all_edges_of_the_far_end_are_broken(plane, length):
    plain = measure(solids.extruded(SQUARE, plane=plane, at=3, length=length))
    assert plain.volume == pytest.approx(SIDE**2 * LONG, rel=1e-12)
    chamfered = measure(solids.extruded(SQUARE, plane=plane, at=3, length=length, chamfer=1))
    assert chamfered.volume == pytest.approx(SIDE**2 * (LONG - 1) + (SIDE**2 + SIDE * 4 + 16) / 3, rel=1e-9)
    filleted = measure(solids.extruded(SQUARE, plane=plane, at=3, length=length, fillet=1))
    assert filleted.volume == pytest.approx(SIDE**2 * (LONG - 1) + rounded_end((SIDE - 2) / 2, 4, 1), rel=1e-9)
    low, high = sorted((3.0, 3.0 + length))
    corners = [{"XY": (u, v, w), "YZ": (w, u, v), "XZ": (u, w, v)}[plane] for u, v, w in ((1, 2, low), (7, 8, high))]
    for each in (plain, chamfered, filleted):
        assert [each.low, each.high] == [pytest.approx(corner, abs=1e-6) for corner in corners]


def test_bevels_follow_arcs_as_cones_and_tori():
    disc = solids.circle(2, 1, 3)
    chamfered = measure(solids.extruded(disc, plane="XY", at=0, length=LONG, chamfer=1))
    assert chamfered.volume == pytest.approx(pi * (9 * (LONG - 1) + (9 + 6 + 4) / 3), rel=1e-9)
    filleted = measure(solids.extruded(disc, plane="XY", at=0, length=LONG, fillet=1))
    assert filleted.volume == pytest.approx(pi * 9 * (LONG - 1) + rounded_end(2, pi, 1), rel=1e-9)


@pytest.mark.parametrize("bevel", [{"chamfer": 3.5}, {"fillet": 3.5}, {"chamfer": LONG}, {"chamfer": 1, "fillet": 1}])
def test_a_bevel_without_room_is_refused(bevel):
    with pytest.raises(BuildFailed):
        solids.extruded(SQUARE, plane="XY", at=0, length=LONG, **bevel)


def test_a_bevel_does_not_follow_an_arc_around_a_corner():
    with pytest.raises(BuildFailed, match="angle"):
        solids.extruded(LUG, plane="YZ", at=0, length=LONG, chamfer=0.5)


def test_a_hole_is_one_cylinder_and_stays_in_its_face():
    plate = solids.extruded(SQUARE, plane="YZ", at=3, length=LONG)
    for x in (3.0, 3.0 + LONG):
        pierced = solids.drilled(plate, at=(x, 4, 4), radius=0.5, depth=1.5)
        assert measure(pierced).volume == pytest.approx(SIDE**2 * LONG - pi * 0.25 * 1.5, rel=1e-9)
        assert pierced.faces("%CYLINDER").size() == 1
    with pytest.raises(BuildFailed, match="over an edge"):
        solids.drilled(plate, at=(3, 1.4, 4), radius=0.5, depth=1)
    with pytest.raises(BuildFailed, match="0 flat faces"):
        solids.drilled(plate, at=(3.5, 4, 4), radius=0.5, depth=1)


@pytest.mark.parametrize("bevel", [{}, {"chamfer": 0.8}, {"fillet": 0.8}])
@pytest.mark.parametrize("side", ["outside", "inside"])
def test_a_cut_by_topology_is_that_of_the_boolean(bevel, side, monkeypatch):
    from configurator.geometry.kernel import trimming
    from configurator.geometry.kernel.cutting import cut
    from configurator.geometry.kernel.shapes import one_solid

    bar = solids.extruded([(11, 0), (26, 0), (26, 5), (11, 5)], plane="YZ", at=3, length=5, **bevel)
    assert cut(one_solid(bar), 18.0, outside=side == "outside") is not None
    ours = measure(solids.trimmed(bar, **{side: 18.0}))
    monkeypatch.setattr(trimming, "cut", lambda *_, **__: None)
    theirs = measure(solids.trimmed(bar, **{side: 18.0}))
    assert ours.volume == pytest.approx(theirs.volume, rel=1e-6)
    assert ours.area == pytest.approx(theirs.area, rel=1e-6)


def test_what_is_not_certain_is_left_to_the_boolean():
    from configurator.geometry.kernel.cutting import cut
    from configurator.geometry.kernel.shapes import one_solid

    around = one_solid(solids.extruded([(-9, -9), (9, -9), (9, 9), (-9, 9)], plane="XY", at=0, length=2))
    assert cut(around, 5.0, outside=True) is None
    touching = one_solid(solids.extruded([(-1, 5), (1, 5), (1, 9), (-1, 9)], plane="XY", at=0, length=2))
    assert cut(touching, 5.0, outside=True) is None


def test_a_polyhedron_closes_or_is_refused():
    a, b, c, d = (0, 0, 0), (4, 0, 0), (0, 5, 0), (0, 0, 6)
    faces = [(a, c, b), (a, b, d), (b, c, d), (c, a, d)]
    assert measure(solids.polyhedron(*faces)).volume == pytest.approx(20, rel=1e-12)
    with pytest.raises(BuildFailed, match="do not close"):
        solids.polyhedron(*faces[:3])
    with pytest.raises(BuildFailed, match="like another"):
        solids.polyhedron(*faces[:3], faces[3][::-1])
    with pytest.raises(BuildFailed, match="not flat"):
        solids.polyhedron((a, b, c, (4, 5, 1)))
