"""A limb is the same bytes on every machine, and nothing that is no limb gets through."""

from __future__ import annotations

import math
import pickle
import struct
from contextlib import suppress

import numpy as np  # noqa: TID253
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from configurator.errors import ScanRefused
from configurator.product.limb import DIRECTIONS, Limb
from configurator.texts import LANGUAGES


@st.composite
def limbs(draw: st.DrawFn) -> Limb:
    levels = draw(st.integers(4, 128))
    radii = draw(arrays.arrays(float, (levels, DIRECTIONS), elements=st.floats(0.01, 1000), fill=st.just(55.0)))
    centres = draw(arrays.arrays(float, (levels, 2), elements=st.floats(-1000, 1000), fill=st.just(0.0)))
    return Limb.of(draw(st.floats(0.01, 100)), centres, radii)


def tapered() -> Limb:
    z = np.linspace(0, 1, 60)[:, None]
    t = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
    return Limb.of(6.0, np.stack([3 * z[:, 0], -2 * z[:, 0]], axis=1), 35 + 20 * z + 3 * np.cos(t) + 2 * np.sin(2 * t))


@given(limbs())
def test_bytes_and_back_is_the_same_limb(limb):
    again = Limb.from_bytes(limb.to_bytes())
    assert again == limb
    assert hash(again) == hash(limb)
    assert again.to_bytes() == limb.to_bytes()
    assert again.sha256 == limb.sha256
    assert pickle.loads(pickle.dumps(limb)) == limb
    assert Limb.of(limb.step, limb.centre_array(), limb.array()) == limb


@given(limbs())
def test_mirrored_twice_is_the_same_and_once_has_the_same_girths(limb):
    other = limb.mirrored()
    assert other.mirrored() == limb
    points, mirror = limb.points(), other.points()
    assert np.allclose(mirror[:, (-np.arange(DIRECTIONS)) % DIRECTIONS] * [1, -1, 1], points, atol=1e-9)
    assert other.girth(limb.height / 3) == pytest.approx(limb.girth(limb.height / 3), rel=1e-12)


def test_girth_of_a_cylinder_is_its_circumference():
    limb = Limb.of(5.0, np.zeros((40, 2)), np.full((40, DIRECTIONS), 50.0))
    assert limb.height == 195.0
    for z in (-3.0, 0.0, 2.5, 100.0, 195.0, 1e6):
        assert limb.girth(z) == pytest.approx(2 * math.pi * 50 * (1 - math.pi ** 2 / 6 / DIRECTIONS ** 2), rel=1e-6)


def test_points_lie_where_the_frame_says():
    points = tapered().points()
    assert points[0, 0] == pytest.approx([38.0, 0, 0])
    assert points[-1, 32] == pytest.approx([3.0, -2 + 55, 59 * 6.0], abs=0.02)


def test_numbers_are_hundredths():
    limb = Limb.of(6.004, np.full((5, 2), 0.123), np.full((5, DIRECTIONS), 41.236))
    assert (limb.step, limb.centres[0], float(limb.array()[0, 0])) == (6.0, (0.12, 0.12), 41.24)


@pytest.mark.parametrize("spoil", [
    lambda data: b"", lambda data: data[:7], lambda data: data[:20], lambda data: data[:-1], lambda data: data + b"\0",
    lambda data: b"LOT1LIMP" + data[8:], lambda data: data[:8] + struct.pack("<I", 2) + data[12:],
    lambda data: data[:12] + struct.pack("<I", 2 ** 31) + data[16:], lambda data: data[:12] + struct.pack("<I", 3) + data[16:],
    lambda data: data[:16] + struct.pack("<I", 64) + data[20:], lambda data: data[:20] + struct.pack("<i", 0) + data[24:],
    lambda data: data[:20] + struct.pack("<i", -600) + data[24:], lambda data: data[:-4] + struct.pack("<i", 0),
    lambda data: data[:-4] + struct.pack("<i", -1), lambda data: data[:-4] + struct.pack("<i", 2 ** 31 - 1),
    lambda data: data[:24] + struct.pack("<i", -2 ** 31) + data[28:]])
def test_broken_bytes_are_refused_in_every_language(spoil):
    with pytest.raises(ScanRefused) as caught:
        Limb.from_bytes(spoil(tapered().to_bytes()))
    assert len({caught.value.say(language) for language in LANGUAGES}) == 3
    assert pickle.loads(pickle.dumps(caught.value)).say("de") == caught.value.say("de")


@given(st.binary(max_size=400))
def test_random_bytes_are_refused(data):
    for each in (data, b"LOT1LIMB" + data):
        with pytest.raises(ScanRefused):
            Limb.from_bytes(each)


@given(limbs(), st.data())
def test_a_changed_byte_is_another_limb_or_refused(limb, data):
    content = bytearray(limb.to_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with suppress(ScanRefused):
        assert Limb.from_bytes(bytes(content)) != limb


@pytest.mark.parametrize(("step", "centre", "radius"), [
    (math.nan, 0, 50), (math.inf, 0, 50), (0, 0, 50), (0.001, 0, 50), (101, 0, 50), (5, math.nan, 50), (5, math.inf, 50),
    (5, 1001, 50), (5, 0, math.nan), (5, 0, math.inf), (5, 0, 0), (5, 0, -1), (5, 0, 0.001), (5, 0, 1001)])
def test_numbers_that_no_limb_has_are_refused(step, centre, radius):
    with pytest.raises(ScanRefused):
        Limb.of(step, [[centre, 0.0]] * 8, [[float(radius)] * DIRECTIONS] * 8)


@pytest.mark.parametrize(("levels", "directions", "centres"), [(3, 128, 3), (129, 128, 129), (8, 127, 8), (8, 128, 7), (0, 128, 0)])
def test_counts_that_no_limb_has_are_refused(levels, directions, centres):
    with pytest.raises(ScanRefused):
        Limb.of(5.0, [[0.0, 0.0]] * centres, [[50.0] * directions] * levels)
