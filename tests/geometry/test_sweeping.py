"""Polygons with holes as triangles, and the faces of engraved parts that are cut with them."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator.standards.fonts import FONTS, SANS, SERIF, Font

pytestmark = pytest.mark.xdist_group("kernel")


def tiling(loops: list[Any]) -> tuple[Any, Any]:
    """Points and triangles, once it is sure that these are what they should be."""
    import numpy as np

    from configurator.geometry.kernel.nesting import area
    from configurator.geometry.kernel.sweeping import swept

    triangles = swept(loops)
    assert triangles is not None
    points = np.concatenate(loops)
    a, b, c = (points[triangles[:, i]] for i in range(3))
    doubles = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    assert (doubles > 0).all()
    sizes = sorted((abs(area(loop)) for loop in loops), reverse=True)
    assert doubles.sum() / 2 == pytest.approx(sizes[0] - sum(sizes[1:]), rel=1e-9)
    sides = [tuple(side) for i in range(3) for side in np.sort(triangles[:, [i, (i + 1) % 3]], axis=1).tolist()]
    once = {side for side in sides if sides.count(side) == 1}
    starts = np.cumsum([0, *map(len, loops)])
    steps = {tuple(sorted((int(start) + i, int(start) + (i + 1) % len(loop)))) for start, loop in zip(starts, loops, strict=False)
             for i in range(len(loop))}
    assert once == steps
    return points, triangles


def star(radii: list[float], turn: float, x: float = 0.0, y: float = 0.0) -> Any:
    import numpy as np

    angles = turn + np.arange(len(radii)) * 2 * pi / len(radii)
    return np.column_stack([x + radii * np.cos(angles), y + radii * np.sin(angles)])


RADII = st.lists(st.floats(0.3, 1.0), min_size=3, max_size=24)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(RADII, st.lists(RADII, max_size=6), st.floats(0, 6.28), st.booleans())
def test_any_star_with_starry_holes_is_tiled(outer: list[float], holes: list[list[float]], turn: float, back: bool) -> None:
    rim = star([9 + 3 * r for r in outer] if len(outer) > 5 else [30 + 3 * r for r in outer], turn)
    inner = [star(radii, turn * 2, 5 * cos(i), 5 * sin(i)) for i, radii in enumerate(holes)]
    loops = [*inner[:2], rim, *inner[2:]]
    tiling([loop[::-1] if back else loop for loop in loops])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(1, 40), st.integers(1, 40), st.lists(RADII, max_size=5))
def test_points_on_straight_lines_are_corners_and_no_triangle_is_wider_than_a_step(n: int, m: int, holes: list[list[float]]) -> None:
    """As a bore unrolled: two straight rims of many points, and letters between them."""
    import numpy as np

    low, high = (np.linspace(0, 30, 30 + 3 * count) for count in (n, m))
    shear = np.array([[1.0, 0.0], [0.01, 1.0]])
    rim = np.concatenate([np.column_stack([low, 0 * low]), np.column_stack([high, 0 * high + 6.0])[::-1]])
    loops = [loop @ shear for loop in [rim, *(star(radii, 0.2, 4.0 + 5 * i, 3.0) for i, radii in enumerate(holes))]]
    points, triangles = tiling(loops)
    widest = max(np.abs(np.diff(loop[:, 0], append=loop[:1, 0])).max() for loop in loops)
    assert np.ptp(points[triangles][:, :, 0], axis=1).max() <= widest + 1e-9


def test_a_square_with_points_along_its_sides() -> None:
    import numpy as np

    turn = np.array([[cos(0.5), sin(0.5)], [-sin(0.5), cos(0.5)]])
    square = np.array([[0, 0], [1, 0], [2, 0], [2, 1], [2, 2], [1, 2], [0, 2], [0, 1]], dtype=float)
    assert len(tiling([square @ turn])[1]) == 6
    assert len(tiling([(square * 3) @ turn, (square + 1) @ turn])[1]) == 16


@pytest.mark.parametrize("loops", [
    [[(0, 0), (2, 2), (2, 0), (0, 2)]],  # crosses itself
    [[(0, 0), (4, 0.1), (4.2, 4), (0.1, 4)], [(3, 1), (5, 1.1), (5.1, 2), (3.1, 2.2)]],  # the hole crosses the rim
    [[(0, 0), (4, 0.1), (4.2, 4), (0.1, 4)], [(5, 1), (6, 1.1), (6.1, 2)]],  # the hole lies outside
    [[(0, 0), (1, 1), (2, 2)]],  # nothing inside
])
def test_what_bounds_no_region_is_none(loops: Any) -> None:
    import numpy as np

    from configurator.geometry.kernel.sweeping import swept

    assert swept([np.array(loop, dtype=float) for loop in loops]) is None


# --- engraved parts


def plate(text: str, font: Font, **how: Any) -> Any:
    from configurator.geometry.kernel import solids

    blank = solids.revolved([(0, 0), (15, 0), (16, 1), (16, 2), (0, 2)], seam=90)
    blank = solids.sunk(blank, [solids.circle(14 * cos(i), 14 * sin(i), 0.5) for i in range(6)], z=0.0, depth=0.4)
    return solids.engraved(blank, text, **({"z": 0.0, "height": 1.6, "depth": 0.15, "font": font} | how))


def bore(text: str, radius: float = 8.0) -> Any:
    from configurator.geometry.kernel import solids

    tube = solids.revolved([(radius, -3), (radius + 1.8, -3), (radius + 1.8, 3), (radius, 3)])
    return solids.engraved_inside(tube, text, radius=radius, height=1.6, depth=0.1)


MADE = {
    "round": lambda: plate("Für Zoë & Jan §%@ 8", SANS, radius=11.0),
    "inward": lambda: plate("IHALTgjpqy", SERIF, radius=12.0, inward=True, depth=-0.1),
    "straight": lambda: plate("HILFT ÄÖÜ 1.1", SERIF),
    "in a bore": lambda: bore("Für Zoë & Jan §%@ 8"),
    "in a small bore": lambda: bore("IHALTgjpqy", 6.6),
}


@pytest.mark.parametrize("name", MADE)
def test_every_face_of_an_engraved_part_is_cut_directly_and_exactly(name: str) -> None:
    import numpy as np

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.survey import survey

    solid = one_solid(MADE[name]())
    assert None not in survey(solid).plans
    known, rows = measured(solid)
    found = mesh(solid, known.volume, known.area, 0.02)
    _, triangles = found.welded
    assert len(triangles) == len(found.triangles)  # none is so thin that its corners fall together
    edges = np.sort(np.concatenate([triangles[:, [i, (i + 1) % 3]] for i in range(3)]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()
    a, b, c = (found.vertices[found.triangles[:, i]] for i in range(3))
    facet = np.cross(b - a, c - a)
    assert (np.einsum("ij,ikj->ik", facet, found.normals[found.triangles]) > 0).all()  # every corner faces as its triangle
    assert found.volume == pytest.approx(known.volume, rel=1e-3)
    sizes = np.bincount(found.face_of_triangle, np.linalg.norm(facet, axis=1) / 2, len(rows))
    flat = [i for i, row in enumerate(rows) if row.kind == "plane"]
    assert sizes[flat] == pytest.approx([rows[i].area for i in flat], rel=0.03)
    assert sum(sizes) == pytest.approx(known.area, rel=2e-3)


@pytest.mark.parametrize("deflection", [0.03, 0.003])
def test_no_triangle_in_a_bore_is_further_off_than_promised(deflection: float) -> None:
    import numpy as np

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    solid = one_solid(bore("EINE LANGE ZEILE"))
    known, rows = measured(solid)
    found = mesh(solid, known.volume, known.area, deflection)
    for index, row in enumerate(rows):
        if row.kind == "cylinder":
            corners = found.vertices[found.triangles[found.face_of_triangle == index]]
            assert row.diameter is not None
            assert np.hypot(corners[..., 0], corners[..., 1]) == pytest.approx(row.diameter / 2, abs=3e-6)
            inner = np.concatenate([np.einsum("ijk,j->ik", corners, np.array(each)) for each in
                                    ((0.5, 0.5, 0), (0, 0.5, 0.5), (0.5, 0, 0.5), (1 / 3, 1 / 3, 1 / 3))])
            assert (row.diameter / 2 - np.hypot(inner[:, 0], inner[:, 1])).max() <= deflection


def test_letters_are_as_fine_as_asked() -> None:
    """Points of a floor's outline lie on it, and its chords within the chord error: the area lost tells."""
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    solid = one_solid(plate("O", SANS, height=9.0))
    known, _ = measured(solid)
    counts = [len(mesh(solid, known.volume, known.area, deflection).triangles) for deflection in (0.02, 0.002, 0.0005)]
    assert counts == sorted(set(counts))


# --- what is measured of them


@pytest.mark.parametrize("name", MADE)
def test_areas_are_those_of_the_kernel(name: str) -> None:
    from OCP.BRepGProp import BRepGProp
    from OCP.GProp import GProp_GProps

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import faces_of, one_solid

    solid = one_solid(MADE[name]())
    known, rows = measured(solid)
    for face, row in zip(faces_of(solid), rows, strict=True):
        if row.kind == "plane":
            properties = GProp_GProps()
            BRepGProp.SurfaceProperties_s(face, properties)
            assert row.area == pytest.approx(properties.Mass(), rel=1e-9)
    whole = GProp_GProps()
    BRepGProp.VolumeProperties_s(solid, whole)
    assert known.volume == pytest.approx(whole.Mass(), rel=1e-12)


@pytest.mark.parametrize("name", [*MADE, "over the rim"])
def test_boxes_are_those_of_the_kernels_finest_search(name: str) -> None:
    from OCP.Bnd import Bnd_Box
    from OCP.BRepBndLib import BRepBndLib

    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.measure import box
    from configurator.geometry.kernel.shapes import one_solid

    def raised() -> Any:  # no edge of the block reaches as high as the letters, nor as far
        return solids.engraved(solids.revolved([(0, 0), (3, 0), (3, 1), (0, 1)]), "O", z=1.0, height=2.0, depth=-0.5)

    solid = one_solid((MADE | {"over the rim": raised})[name]())
    wanted = Bnd_Box()
    BRepBndLib.AddOptimal_s(solid, wanted, False, False)
    wanted.SetGap(0.0)
    assert [*box(solid)[0], *box(solid)[1]] == pytest.approx(wanted.Get(), abs=2e-6)


def test_what_was_looked_up_belongs_to_its_solid() -> None:
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid

    one, two = one_solid(plate("A", SANS)), one_solid(plate("BB", SANS))
    first, second = measured(one)[0], measured(two)[0]
    assert first.faces != second.faces
    assert measured(one)[0] == first


# --- letters on a circle


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_any_text_that_keeps_the_bounds_can_be_set_on_a_circle(data: st.DataObject) -> None:
    """The bounds that `solids.engraved` states, met exactly: as tight as they allow."""
    import numpy as np

    from configurator.geometry.kernel.lettering import ring
    from configurator.geometry.kernel.nesting import inside

    font = data.draw(st.sampled_from(list(FONTS.values())))
    letters = [letter for code in (*range(0x20, 0x7F), *range(0xA1, 0x180)) if font.has(letter := chr(code))]
    crowded = [letter for letter in "jgfpqyJQ,;/\\()[]LTVA'\"_" if font.has(letter)]
    text = data.draw(st.text(st.sampled_from(data.draw(st.sampled_from([letters, crowded]))), min_size=1, max_size=20))
    inward, height = data.draw(st.booleans()), data.draw(st.sampled_from([0.8, 2.0]))
    low, high = font.height(text)
    innermost = max(font.width(text) * height / (0.95 * 2 * pi), 3 * height)
    outlines = ring(text, font, height, innermost + max(high if inward else -low, 0.0) * height, inward)
    ranges = [len(letter.contours) for letter in font.letters(text)]
    of = np.repeat(np.arange(len(ranges)), ranges)
    for i, one in enumerate(outlines):
        for j, other in enumerate(outlines):
            if of[i] != of[j]:
                assert not inside(one.polygon, other.polygon).any()
