"""Shells over limbs: sound, one solid, watertight, as thick as wished, and the same when read back."""

from __future__ import annotations

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
    """mm, by rays from points of the sheets through the wall."""
    import numpy as np

    from configurator.geometry.kernel.rays import Rays

    rays = Rays(mesh)
    sheets = [index for index, row in enumerate(rows) if row.kind == "bspline"]
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
