"""Shells over limbs: sound, one solid, watertight, as thick as wished, and the same when read back."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from configurator import solids
from configurator.errors import BuildFailed

from .limbs import any_limb, limb

pytestmark = pytest.mark.xdist_group("kernel")
LEG = limb()
HALF = {"offset": 3.0, "wall": 2.5, "low": 20.0, "high": 350.0, "start": -90.0, "end": 90.0}


def judged(shape: Any, deflection: float = 0.05) -> tuple[Any, Any, Any]:
    """The solid, what it measures, and its mesh; sound to the house and to the kernel."""
    from OCP.BRepCheck import BRepCheck_Analyzer

    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.records import records
    from configurator.geometry.kernel.shapes import one_solid, unsound
    from configurator.geometry.kernel.soundness import open_questions

    solid = one_solid(shape)
    told = records(solid)
    assert told is not None
    assert open_questions(told) == []
    assert unsound(solid) == ""
    assert BRepCheck_Analyzer(solid, True, False, False).IsValid()
    found, _ = measured(solid)
    return solid, found, mesh(solid, found.volume, found.area, deflection)


def watertight(mesh: Any) -> Any:
    import trimesh

    points, triangles = mesh.welded
    found = trimesh.Trimesh(points, triangles, process=False)
    assert found.is_watertight
    assert found.is_winding_consistent
    assert len(triangles) == len(mesh.triangles)
    return found


def by_kernel(solid: Any) -> tuple[float, list[float], float]:
    """Volume, centre and area as the kernel integrates them."""
    from OCP.BRepGProp import BRepGProp
    from OCP.GProp import GProp_GProps

    volume, area = GProp_GProps(), GProp_GProps()
    BRepGProp.VolumeProperties_s(solid, volume, 1e-9)
    BRepGProp.SurfaceProperties_s(solid, area, 1e-7)
    return volume.Mass(), list(volume.CentreOfMass().Coord()), area.Mass()


def integrated(leg: Any, offset: float, wall: float, low: float, high: float) -> float:
    """Volume of a whole shell without splines or kernel: a wall along the normals of the limb's own triangles, mm3."""
    import numpy as np

    step, centres, radii = leg
    turns = np.arange(radii.shape[1]) * 2 * np.pi / radii.shape[1]
    points = np.empty((*radii.shape, 3))
    points[..., :2] = centres[:, None] + radii[..., None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    points[..., 2] = step * np.arange(len(radii))[:, None]
    around = (np.roll(points, -1, axis=1) - np.roll(points, 1, axis=1)) / 2
    up = np.gradient(points, axis=0)
    normals = np.cross(around, up)
    normals /= np.linalg.norm(normals, axis=2)[..., None]

    def enclosed(distance: float) -> float:
        rows = points + distance * normals
        heights, columns = np.linspace(low, high, 400), range(rows.shape[1])
        x, y = (np.array([np.interp(heights, rows[:, k, 2], rows[:, k, axis]) for k in columns]) for axis in (0, 1))
        areas = (x * np.roll(y, -1, axis=0) - y * np.roll(x, -1, axis=0)).sum(axis=0) / 2
        return float(np.trapezoid(areas, heights))

    return enclosed(offset + wall) - enclosed(offset)


def thinnest(mesh: Any, rows: tuple[Any, ...], count: int = 3000) -> float:
    """mm, by rays from points of one skin through the wall to the other one."""
    import numpy as np

    from configurator.geometry.kernel.rays import Rays

    rays = Rays(mesh)
    sheets = [index for index, row in enumerate(rows) if row.kind == "bspline" and row.area > 0.1 * max(
        each.area for each in rows)]  # not rounded edges, nor walls of openings
    chosen = np.flatnonzero(np.isin(mesh.face_of_triangle, sheets))
    chosen = chosen[:: max(len(chosen) // count, 1)]
    corners = mesh.vertices[mesh.triangles[chosen]]
    middles, normals = corners.mean(axis=1), mesh.normals[mesh.triangles[chosen]].mean(axis=1)
    normals /= np.linalg.norm(normals, axis=1)[:, None]
    distances, met = rays.first(middles - 1e-3 * normals, -normals, 50.0)
    across = np.isin(rays.faces[met], sheets) & (met >= 0)  # beside a rim a ray may leave through it
    assert across.mean() > 0.9
    return float(distances[across].min()) + 1e-3


@pytest.mark.parametrize(("start", "end"), [(-90, 90), (90, 270), (0, 360), (-60, 100), (10, 340)])
def test_a_shell_is_one_sound_solid_and_measured_exactly(start, end):
    import numpy as np

    solid, found, mesh = judged(solids.limb_shell(*LEG, **{**HALF, "start": start, "end": end}))
    volume, centre, area = by_kernel(solid)
    assert found.volume == pytest.approx(volume, rel=1e-7)
    assert found.centroid == pytest.approx(centre, abs=1e-5)
    assert found.area == pytest.approx(area, rel=1e-6)
    assert (found.low[2], found.high[2]) == (20.0, 350.0)
    assert watertight(mesh).volume == pytest.approx(volume, rel=1e-3)
    points = mesh.vertices
    assert np.all(points >= np.array(found.low) - 1e-6)
    assert np.all(points <= np.array(found.high) + 1e-6)
    assert np.abs(points.min(axis=0) - found.low).max() < 0.05
    assert np.abs(points.max(axis=0) - found.high).max() < 0.05


def test_two_halves_are_the_whole_and_share_their_lands():
    import numpy as np

    axis = solids.limb_axis(*LEG)
    front, back = (judged(solids.limb_shell(*LEG, **{**HALF, "start": start, "end": start + 180}, axis=axis))
                   for start in (-90, 90))
    whole = judged(solids.limb_shell(*LEG, **{**HALF, "start": -90, "end": 270}, axis=axis))
    assert front[1].volume + back[1].volume == pytest.approx(whole[1].volume, rel=1e-9)
    for _, found, mesh in (front, back):
        flat = mesh.vertices[np.abs(mesh.vertices[:, 0] - axis[0] - axis[2] * mesh.vertices[:, 2]) < 1e-9]
        assert len(flat) > 100  # lands, in the one plane across the front
        assert found.faces == 6


def test_the_volume_is_that_of_a_wall_along_the_normals():
    _, found, _ = judged(solids.limb_shell(*LEG, **{**HALF, "start": 0, "end": 360}))
    assert found.volume == pytest.approx(integrated(LEG, 3.0, 2.5, 20, 350), rel=3e-3)


@pytest.mark.parametrize("seed", range(12))
def test_limbs_of_all_sizes_have_sound_shells_of_the_wished_wall(seed):
    leg = any_limb(seed)
    height = leg[0] * (len(leg[2]) - 1)
    from configurator.geometry.kernel.measure import measured

    wall = (1.0, 2.0, 3.0)[seed % 3]
    solid, found, mesh = judged(solids.limb_shell(*leg, offset=(0.0, 3.0, 6.0)[seed % 3], wall=wall, low=0.04 * height,
                                                  high=0.97 * height, start=-90, end=90 if seed % 2 else 270), 0.01)
    assert watertight(mesh).volume == pytest.approx(found.volume, rel=1e-3)
    assert by_kernel(solid)[0] == pytest.approx(found.volume, rel=1e-6)
    assert thinnest(mesh, measured(solid)[1]) >= wall - 0.02


def test_a_shell_comes_back_from_step_as_it_was():
    from configurator.geometry.kernel.step import reread, write_raw

    solid, found, _ = judged(solids.limb_shell(*LEG, **HALF))
    (read,) = reread(write_raw(solid))
    assert (read.solids, read.valid, read.shells_closed, read.faces) == (1, True, True, 6)
    assert read.volume == pytest.approx(found.volume, rel=1e-9)
    assert read.area == pytest.approx(found.area, rel=1e-9)


@pytest.mark.parametrize(("change", "words"), [
    ({"low": -5.0}, "the limb reaches from 0 to 380 mm"), ({"high": 390.0}, "the limb reaches"),
    ({"wall": 0.0}, "walls have"), ({"offset": 80.0}, "offsets -20 to 50"), ({"end": -80.0}, "at least 12 degrees"),
    ({"axis": (90.0, 0.0, 0.0, 0.0)}, "cannot be seen whole from the straight line"),
])
def test_what_cannot_be_built_is_said(change, words):
    with pytest.raises(BuildFailed, match=words):
        solids.limb_shell(*LEG, **{**HALF, **change})


def test_a_limb_with_numbers_that_are_none_is_refused():
    import numpy as np

    step, centres, radii = LEG
    with pytest.raises(BuildFailed, match="finite numbers"):
        solids.limb_shell(step, centres, np.where(radii == radii.max(), np.nan, radii), **HALF)
    with pytest.raises(BuildFailed, match="at least 8 levels"):
        solids.limb_shell(step, centres[:5], radii[:5], **{**HALF, "low": 0, "high": 12})


def hexagons(rows: int, columns: int, size: float = 6.0, radius: float = 56.0) -> list[list[tuple[float, float]]]:
    """Outlines of (degrees, mm) between -70 and 70 degrees, each with corners `size` mm from its middle on that radius."""
    from math import cos, degrees, pi, sin

    corners = [(degrees(size * cos(t) / radius), size * sin(t)) for t in (pi / 6 + k * pi / 3 for k in range(6))]
    return [[(140 * (j + 0.5 + 0.25 * (-1) ** i) / columns - 70 + a, 50 + 270 * i / max(rows - 1, 1) + z) for a, z in corners]
            for i in range(rows) for j in range(columns)]


def slot(angle: float, z: float, length: float, width: float, radius: float = 56.0) -> list[Any]:
    """Upright, with round ends."""
    from math import degrees

    aside, half = degrees(width / 2 / radius), length / 2
    return [(angle + aside, z - half), (angle + aside, z + half), ((angle, z + half + width / 2), (angle - aside, z + half)),
            (angle - aside, z - half), ((angle, z - half - width / 2), (angle + aside, z - half))]


def wave(z: float, width: float) -> list[Any]:
    """Along the skin, of arcs."""
    upper = [((-45.0, z + 12), (-30.0, z)), ((-15.0, z - 12), (0.0, z)), ((15.0, z + 12), (30.0, z)), ((45.0, z - 12), (60.0, z))]
    back = [(a, z + width) for a in (60.0, 30.0, 0.0, -30.0, -60.0)]
    lower = [((45.0, z - 12 + width), back[1]), ((15.0, z + 12 + width), back[2]), ((-15.0, z - 12 + width), back[3]),
             ((-45.0, z + 12 + width), back[4])]
    return [(-60.0, z), *upper, back[0], *lower]


PATTERNS = {"hexagons": hexagons(10, 10), "slots": [slot(a, z, 30, 5) for a in (-60, -20, 15.5, 62) for z in (70, 130, 250, 320)],
            "waves": [wave(z, 5.0) for z in (80.0, 130.0, 200.0, 290.0)]}


@pytest.mark.parametrize("name", PATTERNS)
def test_openings_go_through_the_wall_exactly(name):
    solid, found, mesh = judged(solids.limb_shell(*LEG, **HALF, openings=PATTERNS[name]))
    _, whole, _ = judged(solids.limb_shell(*LEG, **HALF))
    volume, centre, area = by_kernel(solid)
    assert found.volume == pytest.approx(volume, rel=2e-7)
    assert found.centroid == pytest.approx(centre, abs=1e-4)
    assert found.area == pytest.approx(area, rel=1e-5)
    assert found.volume < whole.volume * 0.97
    assert (found.low, found.high) == (pytest.approx(whole.low, abs=0.2), pytest.approx(whole.high, abs=0.2))
    closed = watertight(mesh)
    assert closed.volume == pytest.approx(found.volume, rel=1e-3)
    assert 2 - closed.euler_number == 2 * len(PATTERNS[name])  # a hole through the wall is a handle each


def test_a_round_opening_takes_away_a_cone_of_its_own_size():
    """Its walls run towards the axis: pi r^2 outside, less inside, in the share of the radii."""
    from math import degrees, pi

    level = 60.0
    step, centres, radii = 5.0, [(0.0, 0.0)] * 61, [[level] * 128] * 61
    terms = {"offset": 0.0, "wall": 4.0, "low": 10.0, "high": 290.0, "start": -90.0, "end": 90.0}
    out, size = level + 4.0, 6.0
    aside = degrees(size / out)
    ring = [(aside, 150.0), ((0.0, 150.0 + size), (-aside, 150.0)), ((0.0, 150.0 - size), (aside, 150.0))]
    plain, pierced = (judged(solids.limb_shell(step, centres, radii, **terms, openings=each))[1] for each in ((), (ring,)))
    assert plain.volume == pytest.approx(pi * (out**2 - level**2) / 2 * 280, rel=3e-3)  # walls are made 0.006 mm thicker
    # in angle and height the same outline at every radius r: its area is that of the circle times r / out
    assert plain.volume - pierced.volume == pytest.approx(pi * size**2 * (out**2 - level**2) / 2 / out, rel=4e-3)


def test_openings_of_another_part_are_left_out():
    _, front, _ = judged(solids.limb_shell(*LEG, **HALF, openings=[slot(180, 200, 30, 5)]))
    _, back, _ = judged(solids.limb_shell(*LEG, **{**HALF, "start": 90, "end": 270}, openings=[slot(-180, 200, 30, 5)]))
    assert (front.faces, back.faces) == (6, 6 + 8)  # two of each side, two quarters of each end


FREECAD = r"""
import json, os, sys
sys.path[:0] = [p for p in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(p)]
import FreeCAD, Part
shape = Part.Shape()
shape.read(sys.argv[1])
told = [len(shape.Solids), shape.isValid(), shape.Solids[0].Volume, list(shape.Solids[0].CenterOfMass), len(shape.Faces)]
sys.stderr.write("ANSWER " + json.dumps(told) + "\n")
"""


def test_openings_come_back_from_step_and_another_program_agrees(tmp_path, judge):
    from configurator.exchange.step import Header, StepMaterial, StepPart, body, part_file
    from configurator.geometry.kernel.step import reread, write_raw

    solid, found, _ = judged(solids.limb_shell(*LEG, **{**HALF, "rounding": 0.8, "lap": 3.0}, openings=PATTERNS["hexagons"]))
    header = Header("LC-7K2M9QX4TB-01_A.step", "Front shell", "Lot One", "", "2026-01-31T00:00:00Z", "lot-one 0.1", "DRAFT")
    part = StepPart("LC-7K2M9QX4TB-01", "Front shell", body(write_raw(solid)), found, StepMaterial("PA12", "", 1.01), (0.2, 0.2, 0.2), "A")
    path = tmp_path / "shell.step"
    path.write_bytes(part_file(part, header))
    assert path.stat().st_size < 8e6
    (read,) = reread(path.read_bytes())
    assert (read.solids, read.valid, read.shells_closed, read.faces) == (1, True, True, found.faces)
    assert read.volume == pytest.approx(found.volume, rel=1e-8)
    assert read.centroid == pytest.approx(found.centroid, abs=1e-5)
    assert read.gap < 1e-4

    def ask() -> Any:
        done = subprocess.run(["/usr/bin/python3", "-c", FREECAD, str(path)], capture_output=True, text=True, timeout=120,
                              check=False)
        told = [line for line in done.stderr.splitlines() if line.startswith("ANSWER ")]
        return json.loads(told[0][7:]) if told else None

    count, valid, volume, centre, faces = judge("FreeCAD", ask)
    assert (count, valid, faces) == (1, True, found.faces)
    # its usual points are few for a sheet of many polynomials: 2e-5 of what lies between a sheet and the origin
    assert volume == pytest.approx(found.volume, rel=5e-5)
    assert centre == pytest.approx(found.centroid, abs=1e-2)


@pytest.mark.parametrize(("openings", "words"), [
    ([slot(0, 30, 30, 5)], "opening 1 reaches to the edge"), ([slot(0, 100, 30, 5), slot(88, 100, 30, 5)], "opening 2 reaches"),
    ([slot(0, 100, 30, 5), slot(3, 110, 30, 5)], "openings 1 and 2 touch"),
    ([slot(0, 100, 60, 30), slot(0, 100, 10, 3)], "opening 2 lies in opening 1"),
    ([[(0, 100), (1, 100)]], "encloses nothing"), ([[(0, 100), (float("nan"), 110), (3, 100)]], "numbers that are none"),
])
def test_openings_that_cannot_be_are_named(openings, words):
    with pytest.raises(BuildFailed, match=words):
        solids.limb_shell(*LEG, **HALF, openings=openings)


@pytest.mark.parametrize("terms", [{"rounding": 1.0}, {"lap": 3.0}, {"rounding": 0.8, "lap": 3.0},
                                   {"rounding": 1.0, "start": 0.0, "end": 360.0}])
def test_rims_are_rounded_and_parts_lap(terms):
    solid, found, mesh = judged(solids.limb_shell(*LEG, **{**HALF, **terms}, openings=[slot(30, 150, 30, 5)]))
    volume, centre, area = by_kernel(solid)
    assert found.volume == pytest.approx(volume, rel=1e-6)
    assert found.centroid == pytest.approx(centre, abs=1e-4)
    assert found.area == pytest.approx(area, rel=1e-5)
    assert (found.low[2], found.high[2]) == (20.0, 350.0)
    assert watertight(mesh).volume == pytest.approx(volume, rel=1e-3)


def test_rounding_takes_away_what_is_beyond_a_quarter_of_a_circle():
    from math import pi

    step, centres, radii = 5.0, [(0.0, 0.0)] * 61, [[60.0] * 128] * 61
    terms = {"offset": 0.0, "wall": 4.0, "low": 10.0, "high": 290.0}
    sharp, round_ = (judged(solids.limb_shell(step, centres, radii, **terms, rounding=each))[1].volume for each in (0.0, 1.5))
    # what is left over lies 0.2234 r from the corner (Pappus)
    share, aside = 1 - pi / 4, 0.2234 * 1.5
    lost = 2 * 2 * pi * share * 1.5**2 * ((64 - aside) + (60 + aside))
    assert sharp - round_ == pytest.approx(lost, rel=2e-3)


def test_the_parts_of_a_lapped_shell_touch_and_do_not_overlap():
    from OCP.BRepAlgoAPI import BRepAlgoAPI_Common
    from OCP.BRepExtrema import BRepExtrema_DistShapeShape

    terms = {**HALF, "low": 100.0, "high": 130.0, "lap": 3.0, "rounding": 0.8}
    front, back = (judged(solids.limb_shell(*LEG, **{**terms, "start": start, "end": start + 180.0})) for start in (-90.0, 90.0))
    common = BRepAlgoAPI_Common(front[0], back[0]).Shape()
    assert by_kernel(common)[0] == pytest.approx(0, abs=1e-3)
    assert BRepExtrema_DistShapeShape(front[0], back[0]).Value() == pytest.approx(0, abs=1e-6)
    whole = judged(solids.limb_shell(*LEG, **{**terms, "lap": 0.0, "start": -90.0, "end": 270.0}))[1]
    missing = whole.volume - front[1].volume - back[1].volume
    # at each of two splits a gap along the sheet of the lap and one at its tip
    assert 0 < missing < 2 * 30 * 0.2 * (6.0 + 2.5)


def test_the_outer_skin_lies_where_it_should():
    shell = solids.limb_shell(*LEG, **{**HALF, "start": -90, "end": 270}, openings=PATTERNS["hexagons"], rounding=1.0)
    found = solids.limb_deviations(shell, *LEG, distance=5.5)
    assert found.values.dtype.name == "float32"
    assert len(found.values) == len(found.points) == found.triangles.max() + 1
    assert 0 <= found.half <= found.most < 0.05
    assert found.most <= found.all < 0.1
    closer = solids.limb_deviations(shell, *LEG, distance=5.0)
    assert closer.values.mean() == pytest.approx(found.values.mean() + 0.5, abs=1e-4)


def test_a_rough_limb_is_followed_more_finely():
    import numpy as np

    step, centres, radii = LEG
    turns, rows = np.arange(radii.shape[1]) * 2 * np.pi / radii.shape[1], np.arange(len(radii))[:, None] * step
    bumps = 0.6 * np.cos(20 * turns) * np.cos(rows / 6)
    rough = (step, centres, radii + bumps)
    _, found, mesh = judged(solids.limb_shell(*rough, **HALF))
    assert watertight(mesh).volume == pytest.approx(found.volume, rel=1e-3)
    assert solids.limb_deviations(solids.limb_shell(*rough, **HALF), *rough, distance=5.5).most < 0.3


@pytest.mark.parametrize(("change", "words"), [
    ({"rounding": 1.3}, "edges cannot be rounded by 1.3 mm"), ({"lap": 30.0}, "a lap of 30 mm"),
    ({"lap": 3.0, "gap": 2.4}, "less than 0.3 mm for each side"),
])
def test_edges_that_cannot_be_are_refused(change, words):
    with pytest.raises(BuildFailed, match=words):
        solids.limb_shell(*LEG, **{**HALF, **change})
