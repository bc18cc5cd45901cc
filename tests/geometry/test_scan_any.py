"""Whatever comes, a scan is understood, or told to be unsure, or refused; never a fault of the program."""

from __future__ import annotations

import dataclasses
from contextlib import suppress

import numpy as np  # noqa: TID253
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from configurator.errors import ScanRefused
from configurator.geometry.scan.caps import Caps
from configurator.geometry.scan.poses import UNITS, Pose
from configurator.geometry.scan.work import look, take

CAPS = Caps()


@st.composite
def scans(draw: st.DrawFn) -> dict[str, object]:
    """How a leg was scanned and written."""
    return {"sex": draw(st.sampled_from(["M", "F", "child"])), "girths": draw(st.floats(-2.3, 2.3)),
            "height": draw(st.floats(-2.3, 2.3)), "side": draw(st.sampled_from(["left", "right"])),
            "belly": draw(st.floats(6, 20)), "foot": draw(st.booleans()), "top": draw(st.sampled_from([0.9, 1.0, 1.15, 1.6, 2.2])),
            "closed": draw(st.booleans()), "noise": draw(st.sampled_from([0.0, 0.3, 0.8])),
            "hole": draw(st.sampled_from([0.0, 12.0, 30.0])), "seed": draw(st.integers(0, 10 ** 6)),
            "unit": draw(st.sampled_from(sorted(UNITS)))}


@given(scans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_leg_is_understood_however_it_lies(limbs, scan):
    rng = np.random.default_rng(scan["seed"])
    leg = limbs.Leg.child(scan["side"]) if scan["sex"] == "child" else limbs.Leg.of(
        scan["sex"], scan["girths"], scan["height"], scan["side"])
    leg = dataclasses.replace(leg, belly=scan["belly"] * leg.calf / 392)
    points, triangles = leg.mesh(90, 72, foot=scan["foot"], top=scan["top"], closed=scan["closed"])
    points = limbs.noisy(points, scan["noise"], scan["seed"])
    triangles = limbs.holed(points, triangles, points[rng.integers(len(points))], scan["hole"])
    turn, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    data = limbs.stl((points @ turn.T + rng.normal(0, 300, 3)) / UNITS[scan["unit"]], triangles)
    found = look(data, CAPS)
    if found.sure > 0.9:  # then no neighbour is shown, so it must be right
        frame = found.pose.frame()
        assert found.pose.unit == scan["unit"]
        assert frame[2] @ turn[:, 2] > np.cos(np.radians(12))
        assert frame[0] @ turn[:, 0] > np.cos(np.radians(40))
    assert scan["unit"] in [each.value for each in found.units if each.sure > 0.01]
    taken = take(data, CAPS, dataclasses.replace(found.pose, unit=scan["unit"]))
    assert taken.deviation.most_of_it < 0.4 + 3 * scan["noise"]
    assert 100 <= taken.limb.height <= 541


SOUPS = st.tuples(st.integers(0, 10 ** 6), st.integers(1, 400), st.sampled_from(["ball", "box", "line", "grid", "tube"]),
                  st.sampled_from([1e-6, 0.01, 1.0, 100.0, 1e6]), st.booleans())


def soup(seed: int, count: int, shape: str, size: float, shared: bool) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    points = {"ball": lambda: rng.normal(size=(3 * count, 3)), "box": lambda: rng.random((3 * count, 3)) * [1, 1, 4],
              "line": lambda: rng.random((3 * count, 3)) * [0.1, 0.1, 1], "grid": lambda: rng.integers(0, 4, (3 * count, 3)) * 1.0,
              "crumbs": lambda: np.repeat(rng.normal(size=(count, 3)), 3, axis=0) + rng.random((3 * count, 3)) * 1e-9,
              "needles": lambda: np.repeat(rng.normal(size=(count, 3)), 3, axis=0) * np.tile([1.0, 2.0, 3.0], count)[:, None],
              "tube": lambda: _tube(rng, 3 * count)}[shape]() * size
    return points, rng.integers(0, 3 * count, (count, 3)) if shared else np.arange(3 * count).reshape(-1, 3)


def _tube(rng: np.random.Generator, count: int) -> np.ndarray:
    turn = rng.random(count) * 2 * np.pi
    return np.stack([0.6 * np.cos(turn), 0.6 * np.sin(turn), 4 * rng.random(count)], -1)


@given(SOUPS, st.sampled_from([None, Pose("mm", "+z", "+x", "left"), Pose("cm", "+x", "-y", "right"), Pose("m", "1,1,1", "+x", "left")]))
@example((1, 1, "ball", 100.0, False), None)
@example((1, 2, "ball", 100.0, False), None)
@example((1, 40, "crumbs", 100.0, False), None)
@example((1, 40, "crumbs", 100.0, False), Pose("mm", "+z", "+x", "left"))
@example((1, 40, "needles", 100.0, False), None)
@example((1, 40, "needles", 100.0, False), Pose("mm", "+z", "+x", "left"))
@example((1, 400, "tube", 100.0, True), Pose("mm", "+z", "+x", "left"))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_triangles_in_no_order_are_taken_or_refused(limbs, form, pose):
    data = limbs.stl(*soup(*form))
    with suppress(ScanRefused):
        look(data, CAPS)
    try:
        taken = take(data, CAPS, pose)
    except ScanRefused:
        return
    assert taken.limb.height >= 100
    assert taken.limb == type(taken.limb).from_bytes(taken.limb.to_bytes())
