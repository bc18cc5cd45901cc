"""Flutes: closed-form volumes, exact outlines, refusals; and the triangles and boxes of what is turned and fluted."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator.errors import BuildFailed
from configurator.geometry.answers import Mesh

pytestmark = pytest.mark.xdist_group("kernel")


def turned(*section: Any) -> Any:
    from configurator.geometry.kernel import solids

    return solids.revolved(section)


def fluted(shape: Any, **wanted: Any) -> Any:
    from configurator.geometry.kernel import solids

    return solids.fluted(shape, **wanted)


def fluted_cone(shape: Any, **wanted: Any) -> Any:
    from configurator.geometry.kernel import solids

    return solids.fluted_cone(shape, **wanted)


def crown(radius: float = 3.0, height: float = 2.5) -> Any:
    return turned((0, 0), (radius, 0), (radius, height), (radius / 3, height), (radius / 3, 1), (0, 1))


BEZEL = ((16, 0), (20, 0), (20, 1), (19.5, 1), (18, 2.5), (16, 2.5))


def section_lost(radius: float, count: int, depth: float, form: str, width: float) -> float:
    """Area that the flutes take from the circle, mm2, as `solids.fluted` states it."""
    a = width / (2 * radius)
    s, h = radius * sin(a), depth - radius * (1 - cos(a))
    below = s * h
    if form == "round":
        r = (s**2 + h**2) / (2 * h)
        b = atan2(s, r - h)
        below = r**2 * (b - sin(b) * cos(b))
    return count * (radius**2 * (a - sin(a) * cos(a)) + below)


def numbers(shape: Any) -> Any:
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid

    return measured(one_solid(shape))[0]


def reason(shape: Any) -> str:
    from configurator.geometry.kernel.shapes import one_solid, unsound

    return unsound(one_solid(shape))


def meshed(shape: Any, deflection: float = 0.01) -> Mesh:
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    known = numbers(shape)
    return mesh(one_solid(shape), known.volume, known.area, deflection)


def closed(found: Mesh) -> bool:
    """Whether every edge of the welded triangles is used once in each direction."""
    import numpy as np

    _, triangles = found.welded
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    forward, backward = (np.unique(each, axis=0, return_counts=True) for each in (edges, edges[:, ::-1]))
    return bool((forward[1] == 1).all() and np.array_equal(forward[0], backward[0]))


def every_edge_is_shared_by_two_faces(shape: Any) -> bool:
    from OCP.TopAbs import TopAbs_EDGE
    from OCP.TopExp import TopExp_Explorer

    from configurator.geometry.kernel.shapes import faces_of, one_solid

    uses: dict[Any, list[Any]] = {}
    for face in faces_of(one_solid(shape)):
        edges = TopExp_Explorer(face, TopAbs_EDGE)
        while edges.More():
            uses.setdefault(edges.Current(), []).append(edges.Current().Orientation())
            edges.Next()
    by_edge: list[tuple[Any, list[Any]]] = []
    for edge, senses in uses.items():
        for known, so_far in by_edge:
            if known.IsSame(edge):
                so_far += senses
                break
        else:
            by_edge.append((edge, list(senses)))
    return all(len(senses) == 2 and senses[0] != senses[1] for _, senses in by_edge)


# --- crowns


@pytest.mark.parametrize(("form", "width", "count", "depth"), [
    ("round", None, 30, 0.15), ("round", 0.3, 24, 0.1), ("round", 0.5, 12, 0.25), ("vee", None, 60, 0.1),
    ("vee", 0.2, 30, 0.08), ("round", 2 * pi * 3 / 40, 40, 0.1), ("vee", None, 5, 1.2),
])
def test_flutes_take_what_geometry_says(form: str, width: float | None, count: int, depth: float) -> None:
    blank, height = crown(), 2.5
    made = fluted(blank, radius=3, count=count, depth=depth, form=form, width=width)
    pitch = 2 * pi * 3 / count
    wide = width if width is not None else 0.7 * pitch if form == "round" else pitch
    known, before = numbers(made), numbers(blank)
    assert known.volume == pytest.approx(before.volume - height * section_lost(3, count, depth, form, wide), rel=1e-9)
    assert reason(made) == ""
    assert every_edge_is_shared_by_two_faces(made)
    lands = pitch - wide > 1e-6
    per_flute = (2 if form == "vee" else 1) + lands
    assert known.faces == before.faces - 1 + count * per_flute
    assert known.edges == before.edges - 3 + 3 * count * per_flute
    assert known.high[0] == pytest.approx(3, abs=1e-6)  # a land or a ridge is on +X
    assert (known.low[2], known.high[2]) == (0.0, height)


def test_the_area_is_that_of_grooves_lands_and_planes() -> None:
    radius, count, depth, height = 3.0, 30, 0.15, 2.5
    made = fluted(crown(), radius=radius, count=count, depth=depth)
    wide = 0.7 * 2 * pi * radius / count
    a = wide / (2 * radius)
    s, h = radius * sin(a), depth - radius * (1 - cos(a))
    r = (s**2 + h**2) / (2 * h)
    walls = height * (count * 2 * r * atan2(s, r - h) + 0.3 * 2 * pi * radius)
    planes = 2 * (pi * radius**2 - section_lost(radius, count, depth, "round", wide))
    recess = 2 * pi * 1.5  # the wall of the hole; its floor stands for its mouth
    assert numbers(made).area == pytest.approx(walls + planes + recess, rel=1e-9)


@settings(max_examples=12, deadline=None)
@given(radius=st.floats(1.5, 25), count=st.integers(6, 60), share=st.floats(0.3, 0.9), deep=st.floats(0.15, 0.45),
       form=st.sampled_from(["round", "vee"]))
def test_any_flutes_are_sound_symmetric_and_exact(radius: float, count: int, share: float, deep: float, form: str) -> None:
    from cadquery import Location

    pitch = 2 * pi * radius / count
    width = share * pitch
    depth = radius * (1 - cos(width / (2 * radius))) + deep * width
    blank = crown(radius)
    made = fluted(blank, radius=radius, count=count, depth=depth, form=form, width=width)
    known = numbers(made)
    lost = 2.5 * section_lost(radius, count, depth, form, width)
    assert known.volume == pytest.approx(numbers(blank).volume - lost, rel=1e-8)
    assert reason(made) == ""
    assert known.centroid[:2] == pytest.approx((0, 0), abs=1e-9)
    assert closed(found := meshed(made))
    assert found.volume == pytest.approx(known.volume, rel=1e-3)
    turned_on = made.val().moved(Location((0, 0, 0), (0, 0, 1), 360 / count))
    points, again = (sorted((round(v.X, 5) + 0.0, round(v.Y, 5) + 0.0, round(v.Z, 5)) for v in solid.Vertices() if hypot(v.X, v.Y) > radius - depth - 1e-3)
                     for solid in (made.val(), turned_on))
    assert {min(hypot(p[0] - q[0], p[1] - q[1]) for q in points if q[2] == p[2]) < 3e-5 for p in again[::7]} == {True}


# --- bezels


@pytest.mark.parametrize(("lower", "upper"), [(19.5, 18.0), (18.0, 19.5)])
@pytest.mark.parametrize("count", [7, 72, 120])
def test_flutes_of_a_cone_take_what_geometry_says(lower: float, upper: float, count: int) -> None:
    blank = turned((16, 0), (20, 0), (20, 1), (lower, 1), (upper, 2.5), (16, 2.5))
    large, small = max(lower, upper), min(lower, upper)
    depth = 0.3 if count > 7 else 2.0
    made = fluted_cone(blank, lower=lower, upper=upper, count=count, depth=depth)
    k = small / large
    lost = 1.5 / 3 * (1 + k + k**2) * (pi * large**2 - count * large * (large - depth) * sin(pi / count))
    known = numbers(made)
    assert known.volume == pytest.approx(numbers(blank).volume - lost, rel=1e-9)
    assert reason(made) == ""
    assert every_edge_is_shared_by_two_faces(made)
    assert known.faces == numbers(blank).faces - 1 + 2 * count
    assert known.low == (-20.0, -20.0, 0.0)
    assert known.high == (20.0, 20.0, 2.5)


def test_ridges_lie_on_the_cone_and_everything_runs_to_its_apex() -> None:
    made = fluted_cone(turned(*BEZEL), lower=19.5, upper=18, count=120, depth=0.3).val()
    apex = 1 + 19.5  # the cone loses 1.5 mm of radius in 1.5 mm of height
    posts = [e for e in made.Edges() if e.geomType() == "LINE" and abs(e.startPoint().z - e.endPoint().z) > 1
             and hypot(e.endPoint().x, e.endPoint().y) > 17]
    assert len(posts) == 240
    for edge in posts:
        start, end = edge.startPoint(), edge.endPoint()
        for low, high in zip((start.x, start.y), (end.x, end.y), strict=True):
            assert high == pytest.approx(low * (apex - end.z) / (apex - start.z), abs=1e-9)
    at_foot = sorted(max(hypot(p.x, p.y) for p in (e.startPoint(), e.endPoint())) for e in posts)
    assert at_foot == pytest.approx([19.2] * 120 + [19.5] * 120, abs=1e-9)


# --- files and triangles


def made_both() -> list[Any]:
    return [fluted(crown(), radius=3, count=30, depth=0.15),
            fluted_cone(turned(*BEZEL), lower=19.5, upper=18, count=120, depth=0.3)]


@pytest.mark.parametrize("which", [0, 1], ids=["crown", "bezel"])
def test_step_and_triangles_say_the_same(which: int) -> None:
    import numpy as np

    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.step import reread, write_raw

    made = made_both()[which]
    known = numbers(made)
    (read,) = reread(write_raw(one_solid(made)))
    assert (read.solids, read.shells_closed, read.valid, read.faces) == (1, True, True, known.faces)
    assert read.volume == pytest.approx(known.volume, rel=1e-9)
    found = meshed(made)
    assert closed(found)
    assert found.volume == pytest.approx(known.volume, rel=1e-3)
    assert len(found.triangles) < 3000
    assert np.allclose(np.linalg.norm(found.normals, axis=1), 1)
    assert len(found.edge_starts) - 1 == known.edges - (1, 2)[which]  # the seams of the other cylinders


TURNED = {
    "stepped": [(10, 0), (18, 0), (18.5, 0.5), (19, 0.5), (19, 1), (20, 1), (20, 3), (19.4, 3.6), (18, 3.6), (18, 3), (15, 3)],
    "tip": [(0, 0), (3, 0), (0, 4)],
    "ball": [(0, -4), ((4, 0), (0, 4))],
    "ring of round section": [(5, -1), ((6, 0), (5, 1)), ((4, 0), (5, -1))],
    "thin tube": [(18, 0), (18.15, 0), (18.15, 30), (18, 30)],
    "dome": [(0, 0), (10, 0), (10, 1), ((6, 2.6), (0, 3))],
}


LIGHT = {"stepped": 5_000, "tip": 250, "thin tube": 1_000, "dome": 8_000, "ring of round section": 32_000}
"""Triangles. A ball cannot be within 0.1 % of its volume with few."""


@pytest.mark.parametrize("name", TURNED)
@pytest.mark.parametrize("deflection", [0.05, 0.01])
def test_triangles_of_turned_parts_are_closed_near_and_light(name: str, deflection: float) -> None:
    import numpy as np

    shape = turned(*TURNED[name])
    known, found = numbers(shape), meshed(shape, deflection)
    assert closed(found)
    assert found.volume == pytest.approx(known.volume, rel=1e-3)
    assert len(found.triangles) < LIGHT.get(name, 20_000)
    assert np.allclose(np.linalg.norm(found.normals, axis=1), 1)
    corners = found.vertices[found.triangles]
    facet = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing = np.einsum("ij,ij->i", facet, found.normals[found.triangles].sum(axis=1))
    assert (facing[np.linalg.norm(facet, axis=1) > 1e-9] > 0).all()
    assert known.high[2] - deflection <= found.vertices[:, 2].max() <= known.high[2] + 1e-6


def test_boxes_of_turned_arcs_are_exact() -> None:
    known = numbers(turned(*TURNED["ring of round section"]))
    assert (known.low, known.high) == ((-6.0, -6.0, -1.0), (6.0, 6.0, 1.0))
    known = numbers(turned(*TURNED["ball"]))
    assert (known.low, known.high) == ((-4.0, -4.0, -4.0), (4.0, 4.0, 4.0))
    known = numbers(turned((5, 0), ((7, 1), (5, 2))))
    reach = 7.0  # the arc bulges between its ends, which are at 5
    assert known.high == (reach, reach, 2.0) or known.high[0] == reach


# --- refusals


@pytest.mark.parametrize(("wanted", "says"), [
    ({"radius": 4}, "0 full outer cylinders of radius 4 mm about Z were found where one was expected"),
    ({"radius": 1}, "0 full outer cylinders of radius 1 mm"),  # the hole is no outside
    ({"count": 0}, "choose at least one flute"),
    ({"depth": float("nan")}, "choose at least one flute, and a depth"),
    ({"depth": 3.0}, "less deep than the radius"),
    ({"width": 0.7}, r"30 flutes 0\.7 mm wide take 21 mm; the circumference is 18\.8496 mm"),
    ({"depth": 0.005, "width": 0.5}, r"are flat or bulge at a depth of 0\.005 mm"),
    ({"depth": 0.4}, "more than a half circle"),
    ({"count": 12, "depth": 2.1, "form": "vee"}, "cut into a face of radius 1 mm inside the part"),
    ({"form": "square"}, "flutes are 'round' or 'vee', not 'square'"),
])
def test_what_cannot_be_fluted_is_refused(wanted: dict[str, Any], says: str) -> None:
    with pytest.raises(BuildFailed, match=says):
        fluted(crown(), **{"radius": 3, "count": 30, "depth": 0.15} | wanted)


def test_neighbours_must_be_planes_and_out_of_the_way() -> None:
    chamfered = turned((0, 0), (3, 0), (3, 2), (2.8, 2.2), (0, 2.2))
    with pytest.raises(BuildFailed, match=r"beyond the upper circle \(radius 3 mm\) is no plane across Z"):
        fluted(chamfered, radius=3, count=30, depth=0.15)
    recess = turned((0, 0), (3, 0), (3, 2), (0, 2), (0, 1.5), (2.9, 1.5), (2.9, 0.5), (0, 0.5))
    with pytest.raises(BuildFailed, match=r"cut into a face of radius 2\.9 mm inside the part"):
        fluted(recess, radius=3, count=30, depth=0.15)
    shoulder = turned((0, 0), (5, 0), (5, 1), (3, 1), (3, 3), (0, 3))  # outside of the flutes: no harm
    made = fluted(shoulder, radius=3, count=30, depth=0.15)
    assert reason(made) == ""
    wide = 0.7 * 2 * pi * 3 / 30
    assert numbers(made).volume == pytest.approx(pi * 43 - 2 * section_lost(3, 30, 0.15, "round", wide), rel=1e-9)
    with pytest.raises(BuildFailed, match="0 full outer cones from radius 19 mm up to 18 mm"):
        fluted_cone(turned(*BEZEL), lower=19, upper=18, count=120, depth=0.3)


def test_the_pitch_is_even() -> None:
    made = fluted(crown(), radius=3, count=24, depth=0.1).val()
    angles = sorted({round(atan2(v.Y, v.X), 9) for v in made.Vertices() if abs(hypot(v.X, v.Y) - 3) < 1e-9})
    steps = [after - before for before, after in pairwise(angles)]
    assert len(angles) == 48
    assert sorted({round(step, 6) for step in steps}) == pytest.approx([0.3 * 2 * pi / 24, 0.7 * 2 * pi / 24], abs=1e-6)
