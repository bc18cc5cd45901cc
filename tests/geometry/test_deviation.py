"""How far a part lies from the limb that it follows: against closed forms, and against a search by brute force."""

from __future__ import annotations

from math import cos, hypot, pi
from pathlib import Path
from typing import Any

import pytest

from configurator import Limb, load_template
from configurator.errors import BuildFailed
from configurator.geometry.answers import Mesh
from configurator.geometry.client import Geometry
from configurator.geometry.deviation import deviation, face_of_vertex, spreads
from configurator.geometry.limb_skin import distances, normals_at, skin
from configurator.product import scan_store
from configurator.product.followed import Followed
from configurator.product.limb import DIRECTIONS

SLOPE = hypot(1.0, 0.1)
"""Of the skin of `cone`: its radius grows by a tenth of its height."""


def around(radius: Any, height: Any, turns: Any, y: float = 4.0) -> Any:
    """Points of a cone like the limb's."""
    import numpy as np

    radius, height, turns = np.broadcast_arrays(radius, height, turns)
    return np.stack([radius * np.cos(turns), y + radius * np.sin(turns), height], axis=-1)


def wavy_radius(turns: Any, z: Any) -> Any:
    import numpy as np

    return 55 + 8 * np.cos(turns) + 4 * np.cos(2 * turns - 0.3) + 1.5 * np.cos(3 * turns + z / 40) + 9 * np.sin(z / 90)


def wavy_middle(z: Any) -> Any:
    import numpy as np

    return np.stack([6 * np.sin(z / 120), 3 * np.cos(z / 150)], axis=-1)


@pytest.fixture(scope="module")
def wavy() -> Limb:
    import numpy as np

    z, turns = 4.0 * np.arange(91), 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
    return Limb.of(4.0, wavy_middle(z), wavy_radius(turns, z[:, None]))


def sheet(cone: Limb, outside: float, columns: int = 64, rows: int = 20, *, inwards: bool = False) -> Mesh:
    """A face around the cone at a distance from it, from 60 to 240 mm, 0 to 180 degrees; triangles as even as can be."""
    import numpy as np

    heights, turns = np.meshgrid(np.linspace(60, 240, rows), np.linspace(0, pi, columns), indexing="ij")
    points = around(50 + heights / 10 + outside * SLOPE, heights, turns).reshape(-1, 3)
    sign = -1.0 if inwards else 1.0
    normals = sign * np.stack([np.cos(turns), np.sin(turns), np.full_like(turns, -0.1)], axis=-1).reshape(-1, 3) / SLOPE
    a = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).reshape(-1)
    b, c, d = a + 1, a + columns + 1, a + columns
    triangles = np.concatenate([np.stack([a, b, c], axis=1), np.stack([a, c, d], axis=1)]).astype(np.int32)
    return plain(points, normals, triangles[:, ::-1] if inwards else triangles)


def plain(points: Any, normals: Any, triangles: Any) -> Mesh:
    import numpy as np

    return Mesh(points, normals, triangles, np.zeros(len(triangles), dtype=np.int32), np.zeros((0, 3)),
                np.zeros(1, dtype=np.int32), 0.01)


def together(*meshes: Mesh) -> Mesh:
    """Each with a face of its own."""
    import numpy as np

    firsts = np.cumsum([0, *(len(each.vertices) for each in meshes)])
    return Mesh(np.concatenate([each.vertices for each in meshes]), np.concatenate([each.normals for each in meshes]),
                np.concatenate([each.triangles + first for each, first in zip(meshes, firsts, strict=False)]).astype(np.int32),
                np.repeat(np.arange(len(meshes), dtype=np.int32), [len(each.triangles) for each in meshes]),
                np.zeros((0, 3)), np.zeros(1, dtype=np.int32), 0.01)


def test_distances_from_a_cone_are_those_of_a_cone(cone):
    import numpy as np

    chance = np.random.default_rng(1)
    heights, turns, far = chance.uniform(20, 280, 5000), chance.uniform(-7, 7, 5000), chance.uniform(-5, 8, 5000)
    points = around(50 + heights / 10 + far * SLOPE, heights, turns)
    assert np.abs(distances(skin(cone), points) - far).max() < 0.002
    normals = normals_at(skin(cone), points)
    wanted = np.stack([np.cos(turns), np.sin(turns), np.full_like(turns, -0.1)], axis=1) / SLOPE
    assert (normals * wanted).sum(axis=1).min() > cos(2 * pi / DIRECTIONS / 2 + 0.001)


def test_distances_from_a_leg_agree_with_a_search_for_the_nearest_point(wavy):
    import numpy as np
    from scipy.optimize import minimize

    chance = np.random.default_rng(2)
    found = []
    for _ in range(40):
        turn, z, far = chance.uniform(0, 2 * pi), chance.uniform(30, 320), chance.uniform(-3, 7)

        def at(place: Any) -> Any:
            x, y = wavy_middle(place[1])
            r = wavy_radius(place[0], place[1])
            return np.array([x + r * np.cos(place[0]), y + r * np.sin(place[0]), place[1]])

        point = at((turn, z)) + np.array([far * np.cos(turn), far * np.sin(turn), 0.0])
        nearest = minimize(lambda place, point=point: ((at(place) - point) ** 2).sum(), (turn, z), method="Nelder-Mead",
                           options={"xatol": 1e-7, "fatol": 1e-12})
        found.append(abs(abs(distances(skin(wavy), point[None])[0]) - nearest.fun**0.5))
    assert max(found) < 0.015  # its numbers are rounded to 0.01 mm


def test_above_and_below_the_limb_there_is_no_distance(cone):
    import numpy as np

    heights = np.array([-20.0, -1.0, -0.4, 150.0, 299.0, 300.0, 330.0])
    found = distances(skin(cone), around(55 + heights / 10, heights, 1.0))
    # the normal leans down: the foot of what is 5 mm off lies 0.5 mm higher
    assert np.isfinite(found).tolist() == [False, False, True, True, True, False, False]


def test_only_what_looks_outwards_counts(cone):
    import numpy as np

    outer, inner = sheet(cone, 3.2), sheet(cone, 1.0, inwards=True)
    rim = plain(around(np.array([58.0, 60.0, 58.0]), 60.0, np.array([0.0, 0.5, 1.0])), np.tile([0.0, 0.0, -1.0], (3, 1)),
                np.array([[0, 2, 1]], dtype=np.int32))
    found = deviation(together(outer, inner, rim), Followed(cone, 3.0))
    assert found is not None
    assert (found.limb, found.offset) == (cone.sha256, 3.0)
    count = len(outer.vertices)
    assert np.abs(found.values[:count] - 0.2).max() < 0.002
    assert np.isnan(found.values[count:]).all()
    for spread in (found.whole, found.away):
        assert (spread.median, spread.p95, spread.greatest) == pytest.approx((0.2, 0.2, 0.2), abs=0.002)
    # a half cone's mantle, from polygons a little short of it
    mantle = pi / 2 * (56 + 74 + 2 * 3.2 * SLOPE) * 180 * SLOPE
    assert found.whole.area == pytest.approx(mantle, rel=2e-3)
    assert found.away.area == pytest.approx(mantle * 61 / 63 * 17 / 19, rel=2e-2)


def test_a_narrow_step_does_not_count_and_a_wide_one_does(cone):
    import numpy as np

    outer = sheet(cone, 3.0)
    for wide, off, counts in ((False, 1.5, False), (False, 3.4, True), (True, 1.5, True)):
        other = sheet(cone, off, columns=4)
        if not wide:  # a strip of the sheet: a tongue
            narrow = np.arange(0, len(other.triangles), 3)
            other = plain(other.vertices, other.normals, other.triangles[narrow[:8]])
        both = deviation(together(outer, other), Followed(cone, 3.0))
        assert np.abs(both.values[:len(outer.vertices)]).max() < 0.002
        used = np.unique(other.triangles) + len(outer.vertices)
        assert np.isfinite(both.values[used]).all() == counts
        assert abs(both.whole.greatest) == pytest.approx(abs(off - 3.0) if counts else 0.0, abs=0.003)


def test_nothing_that_looks_outwards_is_told(cone):
    assert deviation(sheet(cone, 1.0, inwards=True), Followed(cone, 1.0)) is None


def test_each_place_counts_by_the_area_around_it():
    import numpy as np

    # a strip 100 mm long in two fields, one of them nine times as long, whatever the number of triangles
    x = np.array([0.0, *np.linspace(10, 100, 3)])
    few = np.concatenate([np.stack([x, np.full(4, y), np.zeros(4)], axis=1) for y in (0.0, 1.0)])
    triangles = [(i, i + 1, i + 5) for i in range(3)] + [(i, i + 5, i + 4) for i in range(3)]
    values = np.tile(np.array([0.5, 0.1, 0.1, 0.1], dtype=np.float32), 2)
    whole, away = spreads(plain(few, np.tile([0.0, 0.0, 1.0], (8, 1)), np.array(triangles, dtype=np.int32)), values)
    assert away is None
    assert whole.area == 100.0
    assert (whole.median, whole.greatest) == (0.1, 0.5)
    assert whole.p95 == 0.1  # the corners at 0.5 stand for a twentieth


def test_away_from_edges_holds_nothing_that_touches_one(cone):
    import numpy as np

    mesh = sheet(cone, 2.0)
    rows = np.arange(len(mesh.vertices)).reshape(20, 64)
    edge = np.zeros(len(mesh.vertices), dtype=bool)
    edge[np.concatenate([rows[0], rows[-1], rows[:, 0], rows[:, -1]])] = True
    values = np.where(edge, 5.0, 0.25).astype(np.float32)
    whole, away = spreads(mesh, values)
    assert (whole.greatest, away.greatest, away.p95) == (5.0, 0.25, 0.25)
    values[rows[7, 9]] = np.nan  # a hole: around it are edges
    values[[rows[7 + up, 9 + on] for up, on in ((-1, -1), (-1, 0), (0, -1), (0, 1), (1, 0), (1, 1))]] = -7.0
    assert spreads(mesh, values)[0].greatest == -7.0
    assert spreads(mesh, values)[1].greatest == 0.25


def test_a_vertex_without_triangles_has_no_face(cone):
    mesh = sheet(cone, 1.0, columns=3, rows=3)
    alone = plain(mesh.vertices, mesh.normals, mesh.triangles[:1])
    assert sorted(face_of_vertex(alone).tolist()) == [-1] * 6 + [0] * 3


@pytest.fixture
def cuff(monkeypatch, tmp_path):
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(Path(__file__).parents[1] / "worn"))
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    return load_template("cuff")


@pytest.mark.xdist_group("kernel")
def test_a_worker_tells_it_of_the_part_that_follows(cuff, cone):
    import numpy as np

    sha = scan_store.put(cone)
    with Geometry() as geometry:
        answer, = geometry.build(cuff(leg=sha, loose=3.5))
        off = answer.deviation
        meant = 3.5 / SLOPE - 3.0  # turned level with the skin; the distance goes along the normal
        assert off.limb == cone.mirrored().sha256 != cone.sha256
        assert (off.whole.median, off.whole.p95, off.whole.greatest) == pytest.approx((meant, abs(meant), meant), abs=0.01)
        known = np.isfinite(off.values)
        assert 0 < known.sum() < len(known)  # not inside, not at its rims, not in its hole
        kinds = {answer.faces[row].kind for row in set(face_of_vertex(answer.mesh)[known].tolist())}
        assert kinds == {"cone"}
        # the shape has not read how far it is meant to be off: the same shape, another answer
        other, = geometry.build(cuff(leg=sha, loose=3.5, meant=2.0))
        assert (other.key, other.made) == (answer.key, False)
        assert other.deviation.whole.median == pytest.approx(meant + 1.0, abs=0.01)
        again, = geometry.build(cuff(leg=sha, loose=3.5))
        assert again.deviation.whole == off.whole
        assert geometry.build(cuff(leg=sha, follow=False))[0].deviation is None
        assert geometry.build(cuff(leg=sha), mesh=False)[0].deviation is None
        with pytest.raises(BuildFailed, match="no face of it looks outwards"):
            geometry.build(cuff(leg=sha, astray=True))


@pytest.mark.xdist_group("kernel")
@pytest.mark.parametrize("seed", [0, 3])
def test_a_shell_over_a_leg_is_where_it_should_be(seed):
    """By this way and by another one: feet by Newton's steps on a spline."""
    import numpy as np

    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.limb_deviations import deviations
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    from .limbs import any_limb

    limb = Limb.of(*any_limb(seed))
    told = limb.step, limb.centre_array(), limb.array()
    shape = solids.limb_shell(*told, offset=0.5, wall=2.5, low=25, high=0.8 * limb.height, start=-90, end=90,
                              openings=[[(-20.0, 90.0), (-20.0, 60.0), (20.0, 60.0), (20.0, 90.0)]])
    solid = one_solid(shape)
    known, rows = measured(solid)
    triangles = mesh(solid, known.volume, known.area, 0.02)
    off = deviation(triangles, Followed(limb, 3.0))
    place = np.isfinite(off.values)
    assert {rows[row].kind for row in set(face_of_vertex(triangles)[place].tolist())} == {"bspline"}
    assert np.abs(off.values[place] - deviations(triangles.vertices[place], *told, 3.0)).max() < 0.02
    assert 0.3 * known.area < off.whole.area < 0.5 * known.area
    assert off.away.p95 <= 0.3  # what the cover promises, mm
    assert abs(off.away.greatest) <= 0.6
    assert off.away.p95 <= off.whole.p95 + 0.005 < abs(off.whole.greatest) + 0.01
