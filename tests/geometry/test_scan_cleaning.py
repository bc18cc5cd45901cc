"""A limb is the scan without what does not belong to the leg, and every deviation is told."""

from __future__ import annotations

import numpy as np  # noqa: TID253
import pytest

from configurator.errors import ScanRefused
from configurator.geometry.scan.caps import Caps
from configurator.geometry.scan.deviation import residuals
from configurator.geometry.scan.poses import Pose
from configurator.geometry.scan.skin import closed, smoothed
from configurator.geometry.scan.work import take
from configurator.product.limb import DIRECTIONS
from configurator.texts import LANGUAGES

STANDS = Pose("mm", "+z", "+x", "left")


def front(leg, z: float) -> np.ndarray:
    """The point of the skin straight ahead."""
    return np.array([*leg.skin(np.array([z / leg.height]), np.array([0.0]))[0], z])


def taken(limbs, points, triangles, pose: Pose = STANDS):
    return take(limbs.stl(points, triangles), Caps(), pose)


def off(taken_limb, limbs, leg, *, bottom: float) -> np.ndarray:
    """Signed distances of the limb from the true skin, mm: the limb's frame has its origin at its own lowest middle."""
    limb = taken_limb.limb
    points, triangles = leg.mesh(400, 256, closed=False)
    # the true corners, in the limb's frame: found by where the girths are the same
    middle = limb.centre_array() + _middle(leg, bottom)
    return residuals(points, triangles, middle, limb.array(), limb.step, bottom)


def _middle(leg, z: float) -> np.ndarray:
    """Middle of the true section's area."""
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    x, y = leg.skin(np.array([[z / leg.height]]), angles)[0].T
    cross = x * np.roll(y, -1) - y * np.roll(x, -1)
    return np.array([((x + np.roll(x, -1)) * cross).sum(), ((y + np.roll(y, -1)) * cross).sum()]) / (3 * cross.sum())


def bottom_of(leg) -> float:
    """Where the limb of a whole closed leg begins: half a level of 128 above the lid."""
    return leg.height / 256


@pytest.mark.parametrize("percentile", [-2.3, 0, 2.3])
@pytest.mark.parametrize("sex", ["M", "F"])
def test_a_clean_scan_is_met_within_a_tenth(limbs, sex, percentile):
    leg = limbs.Leg.of(sex, percentile, percentile)
    found = taken(limbs, *leg.mesh(200, 180))
    assert found.deviation.most_of_it < 0.05
    assert found.deviation.greatest < 0.1
    assert found.filled == 0
    assert found.notes == ()
    assert found.limb.height == pytest.approx(leg.height, abs=5)
    girths = [found.limb.girth(found.limb.height * share / 10) for share in range(11)]
    assert max(girths[5:9]) == pytest.approx(leg.calf, rel=0.02)
    assert min(girths) == pytest.approx(leg.ankle, rel=0.02)


def test_a_child_and_its_coarse_scan(limbs):
    found = taken(limbs, *limbs.Leg.child().mesh(40, 30))
    assert found.deviation.greatest < 0.6
    assert found.limb.height == pytest.approx(215, abs=4)


def test_the_limb_is_where_the_leg_was_and_looks_forward(limbs):
    leg = limbs.Leg()
    found = taken(limbs, *leg.mesh(200, 180))
    far = np.abs(off(found, limbs, leg, bottom=bottom_of(leg)))
    assert np.quantile(far, 0.95) < 0.15
    calf = int(0.66 * found.limb.height / found.limb.step)
    assert found.limb.centre_array()[calf, 0] < -8  # the belly is behind
    assert abs(found.limb.centre_array()[calf, 1]) < 2


@pytest.mark.parametrize(("up", "forward"), [("+y", "-z"), ("-x", "+y"), ("-z", "+x")])
def test_the_same_leg_in_other_axes_is_the_same_limb(limbs, up, forward):
    points, triangles = limbs.Leg().mesh(120, 96)
    plain = taken(limbs, points, triangles).limb
    other = take(limbs.stl(limbs.turned(points, up, forward) / 25.4, triangles), Caps(), Pose("inch", up, forward, "left")).limb
    assert np.allclose(plain.array(), other.array(), atol=0.03)
    assert np.allclose(plain.centre_array(), other.centre_array(), atol=0.03)


@pytest.mark.parametrize("kind", ["stl_text", "obj", "ply"])
def test_the_kind_of_file_changes_nothing(limbs, kind):
    points, triangles = limbs.Leg().mesh(80, 64)
    plain = taken(limbs, points, triangles).limb
    other = take(getattr(limbs, kind)(points, triangles), Caps(), STANDS).limb
    assert np.allclose(plain.array(), other.array(), atol=0.011)


def test_taking_twice_gives_the_same_bytes(limbs):
    points, triangles = limbs.Leg().mesh(80, 64)
    noisy = limbs.noisy(points, 0.4)
    assert taken(limbs, noisy, triangles).limb.sha256 == taken(limbs, noisy, triangles).limb.sha256


@pytest.mark.parametrize(("much", "within"), [(0.2, 0.25), (0.5, 0.4), (1.0, 0.6), (2.0, 1.2)])
def test_noise_is_measured_and_smoothed_without_shrinking(limbs, much, within):
    leg = limbs.Leg()
    points, triangles = leg.mesh(200, 200)
    found = taken(limbs, limbs.noisy(points, much), triangles)
    assert found.noise == pytest.approx(much, rel=0.15)
    # the true leg, not the rough scan
    true = off(found, limbs, leg, bottom=bottom_of(leg))
    assert np.quantile(np.abs(true), 0.95) < within
    assert abs(np.mean(true)) < 0.1 * within + 0.05
    assert ("scan.noise" in [note.code for note in found.notes]) == (much > 1)


@pytest.mark.parametrize("radius", [10, 20, 35])
def test_a_hole_is_closed_near_the_true_skin_and_told(limbs, radius):
    leg = limbs.Leg()
    points, triangles = leg.mesh(200, 180)
    found = taken(limbs, points, limbs.holed(points, triangles, front(leg, 200), radius))
    note = next(note for note in found.notes if note.code == "scan.holes_filled")
    assert note.values["height"][0] == pytest.approx(200, abs=6)
    assert min(note.values["angle"][0], 360 - note.values["angle"][0]) < 12
    assert found.filled == pytest.approx(np.pi * radius ** 2 / (395 * 310), rel=0.5)
    assert np.abs(off(found, limbs, leg, bottom=bottom_of(leg))).max() < 0.3 + (radius / 25) ** 2


def test_a_hole_that_is_too_large_is_refused_with_its_place(limbs):
    leg = limbs.Leg()
    points, triangles = leg.mesh(120, 96)
    with pytest.raises(ScanRefused) as caught:
        taken(limbs, points, limbs.holed(points, triangles, front(leg, 200), 110))
    note = caught.value.notes[0]
    assert note.code == "scan.holes_many"
    assert note.values["height"][0] == pytest.approx(200, abs=40)
    assert len({caught.value.say(language) for language in LANGUAGES}) == 3


def test_a_leg_seen_from_the_front_only_is_refused(limbs):
    points, triangles = limbs.Leg().mesh(120, 96)
    with pytest.raises(ScanRefused) as caught:
        taken(limbs, points, triangles[points[triangles].mean(axis=1)[:, 0] > -10])
    assert caught.value.notes[0].code in ("scan.not_closed", "scan.holes_many")


@pytest.mark.parametrize("more", [{"foot": True}, {"foot": True, "closed": False}])
def test_the_foot_goes_and_the_leg_stays(limbs, more):
    found = taken(limbs, *limbs.Leg().mesh(240, 160, **more))
    assert "scan.foot_cut" in [note.code for note in found.notes]
    assert 395 < found.limb.height < 450  # the leg, and no more of the ankle than is round
    assert min(found.limb.girth(z) for z in np.linspace(0, 100, 21)) == pytest.approx(229, rel=0.03)
    assert found.limb.girth(0) < 1.25 * 229


def test_the_thigh_goes(limbs):
    found = taken(limbs, *limbs.Leg(height=460).mesh(240, 160, top=1.3))
    assert "scan.thigh_cut" in [note.code for note in found.notes]
    assert found.limb.height <= 541


def test_a_whole_leg_up_to_the_hip_gives_its_lower_leg(limbs):
    found = taken(limbs, *limbs.Leg().mesh(500, 160, foot=True, top=2.2))
    assert [note.code for note in found.notes] == ["scan.foot_cut", "scan.thigh_cut"]
    assert found.limb.height == pytest.approx(540, abs=8)
    assert found.limb.girth(0) < 1.25 * 229
    assert found.deviation.most_of_it < 0.1


def test_triangles_that_all_reach_from_end_to_end_are_refused(limbs):
    rng = np.random.default_rng(1)
    points = rng.normal(0, 50, (300_000, 3))
    points[:, 2] = np.tile([0.0, 400.0, 200.0], 100_000)
    with pytest.raises(ScanRefused) as caught:
        taken(limbs, points, np.arange(300_000).reshape(-1, 3))
    assert caught.value.notes[0].code == "scan.tangled"


def test_slanted_open_ends_go(limbs):
    points, triangles = limbs.Leg().mesh(240, 160, closed=False)
    middle = points[triangles].mean(axis=1)
    kept = triangles[(middle[:, 2] < 350 + 0.5 * middle[:, 0]) & (middle[:, 2] > 30 - 0.3 * middle[:, 1])]
    found = taken(limbs, points, kept)
    assert [note.code for note in found.notes if note.code != "scan.holes_filled"] == ["scan.ends_cut"]
    assert found.filled < 0.02
    assert found.deviation.greatest < 0.3


def test_pieces_with_seams_are_one_skin(limbs):
    points, triangles = limbs.Leg().mesh(200, 160, closed=False)
    middle = points[triangles].mean(axis=1)
    found = taken(limbs, *limbs.joined((points, triangles[middle[:, 0] > 0]), (points, triangles[middle[:, 0] < -5])))
    assert next(note for note in found.notes if note.code == "scan.pieces_joined").values["count"] == 2
    assert found.deviation.greatest < 0.2


def test_two_skins_count_as_the_outer_one(limbs):
    leg = limbs.Leg()
    points, triangles = leg.mesh(160, 120)
    inner = points * [0.85, 0.85, 1]
    found = taken(limbs, *limbs.joined((points, triangles), (inner, triangles[:, ::-1])))
    assert "scan.folded" in [note.code for note in found.notes]
    assert found.noise < 0.1
    assert np.abs(off(found, limbs, leg, bottom=bottom_of(leg))).max() < 0.3


def test_degenerate_and_repeated_triangles_are_told_and_change_nothing(limbs):
    points, triangles = limbs.Leg().mesh(80, 64)
    plain = taken(limbs, points, triangles)
    more = np.vstack([triangles, triangles[:50], triangles[:30, ::-1], triangles[:20, [0, 0, 1]]])
    found = taken(limbs, points, more)
    note = found.notes[0]
    assert (note.code, note.values["degenerate"], note.values["repeated"]) == ("scan.triangles_dropped", 20, 80)
    assert found.limb == plain.limb


@pytest.mark.parametrize(("unit", "code"), [("m", "scan.no_leg_high"), ("inch", "scan.no_leg_high")])
def test_a_wrong_unit_is_refused(limbs, unit, code):
    points, triangles = limbs.Leg().mesh(60, 48)
    with pytest.raises(ScanRefused) as caught:
        taken(limbs, points, triangles, Pose(unit, "+z", "+x", "left"))
    assert caught.value.notes[0].code == code


def test_a_leg_laid_across_is_refused_or_told(limbs):
    points, triangles = limbs.Leg().mesh(60, 48)
    with pytest.raises(ScanRefused):
        taken(limbs, points, triangles, Pose("mm", "+x", "+z", "left"))


def test_a_short_stump_is_refused(limbs):
    points, triangles = limbs.Leg().mesh(120, 96)
    z = points[triangles].mean(axis=1)[:, 2]
    with pytest.raises(ScanRefused) as caught:
        taken(limbs, points, triangles[(z > 150) & (z < 230)])
    assert caught.value.notes[0].code == "scan.too_short"


def test_filling_goes_on_with_level_and_slope():
    levels, angles = np.arange(40)[:, None], 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
    field = 50 + 0.3 * levels + 3 * np.cos(angles) + 0.002 * levels ** 2
    holed = field.copy()
    holed[10:18, 120:] = np.nan
    holed[10:18, :6] = np.nan  # across direction zero
    holed[:2, 40:50] = np.nan  # and at an end
    assert np.abs(closed(holed) - field).max() < 0.12
    assert (closed(holed)[~np.isnan(holed)] == field[~np.isnan(holed)]).all()


def test_smoothing_keeps_waves_and_slopes_and_takes_noise():
    levels, angles = np.arange(200)[:, None], 2 * np.pi * np.arange(256) / 256
    field = 50 + 0.1 * levels + 3 * np.cos(3 * angles) + np.sin(levels / 30)
    assert np.abs(smoothed(field, 3, 3) - field).max() < 0.02
    noise = np.random.default_rng(1).normal(0, 1, field.shape)
    assert np.std(smoothed(noise, 3, 3)) < 0.2
