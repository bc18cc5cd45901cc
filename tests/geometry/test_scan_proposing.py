"""A scan is recognised however it stands in its file, and what is not sure is told as not sure."""

from __future__ import annotations

import struct
import zlib

import numpy as np  # noqa: TID253
import pytest

from configurator.errors import ScanRefused
from configurator.geometry.scan.caps import Caps
from configurator.geometry.scan.poses import UNITS, Pose, direction, opposite, worded
from configurator.geometry.scan.work import look
from configurator.texts import LANGUAGES

AXES = ("+x", "-x", "+y", "-y", "+z", "-z")
WAYS = [(up, forward) for up in AXES for forward in AXES if up[1] != forward[1]]


def looked(limbs, leg, unit="mm", up="+z", forward="+x", **more):
    points, triangles = leg.mesh(90, 72, **more)
    return look(limbs.stl(limbs.turned(points, up, forward) / UNITS[unit], triangles), Caps())


@pytest.mark.parametrize(("up", "forward"), WAYS)
def test_every_way_to_stand_is_found(limbs, up, forward):
    found = looked(limbs, limbs.Leg.of("F", -1, side="right"), "cm", up, forward)
    assert (found.pose.unit, found.pose.up, found.pose.forward) == ("cm", up, forward)
    assert found.sure > 0.9
    assert found.pose.side == "right"
    assert 0.5 < found.sides[0].sure < 0.9  # a weak hint, and told as one


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("percentile", [-2, 0, 2])
@pytest.mark.parametrize("sex", ["M", "F"])
def test_every_unit_is_found_for_grown_people(limbs, unit, percentile, sex):
    leg = limbs.Leg.of(sex, percentile, percentile)
    found = looked(limbs, leg, unit)
    assert found.pose.unit == unit
    assert found.units[0].sure > 0.75
    assert found.height == pytest.approx(leg.height, rel=1e-3)
    assert found.girth_most == pytest.approx(leg.calf, rel=0.03)
    assert found.girth_least == pytest.approx(leg.ankle, rel=0.03)


@pytest.mark.parametrize("unit", UNITS)
def test_a_childs_unit_is_found_and_not_called_sure(limbs, unit):
    found = looked(limbs, limbs.Leg.child(), unit)
    assert found.pose.unit == unit
    assert found.units[0].sure < 0.9


@pytest.mark.parametrize("more", [{"foot": True}, {"foot": True, "top": 1.3}, {"top": 1.3}, {"top": 2.2, "foot": True}, {"closed": False}])
def test_a_foot_or_a_thigh_does_not_mislead(limbs, more):
    found = looked(limbs, limbs.Leg(), "mm", "-y", "+x", **more)
    assert (found.pose.unit, found.pose.up, found.pose.forward) == ("mm", "-y", "+x")
    assert found.girth_most == pytest.approx(392, rel=0.03)


def test_a_leg_that_lies_askew_is_found_by_its_own_axis(limbs):
    points, triangles = limbs.Leg().mesh(90, 72)
    turn, _ = np.linalg.qr(np.random.default_rng(3).normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    pose = look(limbs.stl(points @ turn.T + 300, triangles), Caps()).pose
    assert np.dot(direction(pose.up), turn[:, 2]) > np.cos(np.radians(6))
    assert np.dot(pose.frame()[0], turn[:, 0]) > np.cos(np.radians(15))


def test_a_cylinder_is_not_sure_of_anything_but_its_axis_and_shows_the_neighbours(limbs):
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    rows = [np.stack([60 * np.cos(angles), 60 * np.sin(angles), np.full(64, z)], -1) for z in np.linspace(0, 400, 80)]
    found = look(limbs.stl(*limbs.tube(np.array(rows))), Caps())
    assert found.pose.up in ("+z", "-z")
    assert found.sure < 0.8
    assert {(each.choice, each.view) for each in found.pictures} == {
        (choice, view) for choice in ("proposed", "turned", "upside_down") for view in ("front", "side")}


def unpacked(data: bytes) -> np.ndarray:
    """Grey and opacity of a PNG of that kind, every checksum looked at."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    place, chunks = 8, {}
    while place < len(data):
        size, = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4:place + 8], data[place + 8:place + 8 + size]
        assert struct.unpack_from(">I", data, place + 8 + size) == (zlib.crc32(kind + body),)
        chunks[kind], place = body, place + 12 + size
    columns, rows, depth, colour = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    assert (depth, colour) == (8, 4)
    return np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(rows, 1 + 2 * columns)[:, 1:].reshape(rows, columns, 2)


def test_pictures_show_the_leg_upright_with_its_toes_to_the_right(limbs):
    found = looked(limbs, limbs.Leg(), "m", "-x", "+z", foot=True)
    assert [(each.choice, each.view) for each in found.pictures] == [("proposed", "front"), ("proposed", "side")]
    front, side = (unpacked(each.png)[..., 1] > 0 for each in found.pictures)
    for seen in (front, side):
        rows, _ = np.nonzero(seen)
        assert np.ptp(rows) > 0.8 * len(seen)  # it fills the picture
        middle = seen[len(seen) // 2]
        assert middle[np.flatnonzero(middle)[0]:np.flatnonzero(middle)[-1]].all()  # and has no speckles
    shank, foot = np.nonzero(side[:150])[1], np.nonzero(side[-40:])[1]
    assert foot.max() > shank.max() + 20
    assert abs(foot.min() - shank.min()) < 40
    assert all(len(each.png) < 60_000 for each in found.pictures)


def test_the_same_scan_gives_the_same_answer(limbs):
    assert looked(limbs, limbs.Leg()) == looked(limbs, limbs.Leg())


def test_two_legs_are_refused_and_a_crumb_is_dropped(limbs):
    points, triangles = limbs.Leg().mesh(60, 48)
    with pytest.raises(ScanRefused) as caught:
        look(limbs.stl(*limbs.joined((points, triangles), (points * [1, -1, 1] + [0, 200, 0], triangles))), Caps())
    assert caught.value.notes[0].code == "scan.two_limbs"
    found = look(limbs.stl(*limbs.joined((points, triangles), limbs.ball((150, 0, 100), 12))), Caps())
    assert [note.code for note in found.notes] == ["scan.shells_dropped"]
    assert found.pose.up == "+z"


@pytest.mark.parametrize(("shape", "code"), [("sheet", "scan.no_sections"), ("dot", "scan.no_unit")])
def test_what_is_no_leg_is_refused(limbs, shape, code):
    if shape == "sheet":  # half a pipe: nothing goes round
        angles = np.linspace(-0.6, 0.6, 30)
        points = np.array([np.stack([60 * np.cos(angles), 60 * np.sin(angles), np.full(30, z)], -1) for z in np.linspace(0, 400, 40)])
        rows = [(i * 30 + j, i * 30 + j + 1, i * 30 + j + 30) for i in range(39) for j in range(29)]
        data = limbs.stl(points.reshape(-1, 3), np.array(rows))
    else:
        points, triangles = limbs.Leg().mesh(60, 48)
        data = limbs.obj(points * 1e6, triangles)
    with pytest.raises(ScanRefused) as caught:
        look(data, Caps())
    assert caught.value.notes[0].code == code
    assert len({caught.value.say(language) for language in LANGUAGES}) == 3


@pytest.mark.parametrize("words", [
    ("ell", "+z", "+x", "left"), ("mm", "z", "+x", "left"), ("mm", "+z", "+z", "left"), ("mm", "+z", "-z", "left"),
    ("mm", "+z", "0,0,1", "left"), ("mm", "0,0,0", "+x", "left"), ("mm", "1,2", "+x", "left"), ("mm", "nan,0,1", "+x", "left"),
    ("mm", "inf,0,1", "+x", "left"), ("mm", "+z", "+x", "middle"), ("", "", "", "")])
def test_a_pose_that_cannot_be_is_refused(words):
    with pytest.raises(ScanRefused) as caught:
        Pose(*words)
    assert len({caught.value.say(language) for language in LANGUAGES}) == 3


def test_a_pose_turns_right_handed_and_scales():
    frame = Pose("inch", "0,1,1", "+x", "left").frame()
    assert np.allclose(frame @ frame.T, np.eye(3))
    assert np.linalg.det(frame) == pytest.approx(1)
    assert np.allclose(Pose("inch", "+z", "+x", "left").placed(np.array([[1.0, 2.0, 3.0]])), [[25.4, 50.8, 76.2]])
    assert [opposite(opposite(word)) for word in (*AXES, "0.6000,0.0000,0.8000")] == [*AXES, "0.6000,0.0000,0.8000"]
    assert worded((0.0, 0.05, 1.0), 0.1) == "+z"
