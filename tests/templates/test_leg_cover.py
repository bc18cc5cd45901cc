"""The leg cover: whose measures it takes, what it makes of them, and whether everything inside has room."""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

import numpy as np  # noqa: TID253
import pytest

from configurator import InvalidChoice, Limb, Memo, Product, load_template
from configurator.product import scan_store

pytestmark = pytest.mark.xdist_group("kernel")
Cover = load_template("leg_cover")

CHILD = {"leg_length": 200, "girth_ankle": 170, "girth_lower": 190, "girth_calf": 235, "girth_knee": 215, "override": True,
         "pylon": "22 mm", "foot_clearance": 5, "knee_clearance": 10, "pattern": "closed", "closing": "8 x 3", "wall": 2,
         "edge": 0.5, "offset": 3}
GIANT = {"leg_length": 455, "girth_ankle": 320, "girth_lower": 400, "girth_calf": 530, "girth_knee": 480, "override": True,
         "pylon": "34 mm", "foot_clearance": 40, "knee_clearance": 60, "cell": 28}


def notices(cover: Product, language: str = "en") -> dict[str, str]:
    """What is told of a configuration, by name."""
    return {each.name: each.sentence for each in cover.notices_that_apply(language)}


def random_women(count: int, seed: int) -> np.ndarray:
    """(count, 2) girths of ankle and calf from the means, deviations and correlation of the table: nobody's measures."""
    row = next(each for name, each in Cover.parameters["compared"].options.items() if name == "women")
    both = row.together * row.ankle_sd * row.calf_sd
    spread = [[row.ankle_sd**2, both], [both, row.calf_sd**2]]
    return np.random.default_rng(seed).multivariate_normal([row.ankle_mean, row.calf_mean], spread, count)


# --- whose measures


@pytest.mark.parametrize(("choices", "rule"), [
    ({"girth_calf": 300, "girth_knee": 280}, "calf_is_not_below"),
    ({"girth_lower": 340, "girth_calf": 480, "girth_knee": 440}, "calf_is_not_above"),
    ({"girth_ankle": 180}, "ankle_is_not_below"),
    ({"girth_ankle": 280, "girth_lower": 300}, "ankle_is_not_above"),
    ({"compared": "women", "leg_length": 455, "foot_clearance": 60, "knee_clearance": 60}, "length_is_of_a_leg"),
    ({"compared": "women", "girth_ankle": 190, "girth_calf": 450}, "calf_belongs_to_ankle"),
])
def test_measures_of_hardly_anybody_are_questioned_and_a_prosthetist_may_confirm_them(choices: dict[str, Any], rule: str) -> None:
    with pytest.raises(InvalidChoice) as error:
        Cover(**choices)
    assert rule in [problem.name for problem in error.value.problems]
    sentences = {language: error.value.say(language) for language in ("en", "fr", "de")}
    assert len(set(sentences.values())) == 3
    assert "prosthetist confirms" in sentences["en"]
    confirmed = Cover(**choices, override=True, pylon="22 mm", closing="8 x 3")
    assert "measurements_confirmed" in notices(confirmed)


def test_most_women_are_not_questioned():
    """Of random measures from the table 95 in 100 at least pass all comparisons; each girth alone stops 2 in 100."""
    stopped = 0
    for ankle, calf in random_women(300, seed=4):
        choices = {"compared": "women", "girth_ankle": 5 * round(ankle / 5), "girth_calf": 5 * round(calf / 5)}
        lower = 5 * round((choices["girth_ankle"] + 40) / 5)
        try:
            Cover(**choices, girth_lower=lower, girth_knee=5 * round((calf - 30) / 5), pylon="22 mm", pattern="closed",
                  closing="8 x 3")
        except InvalidChoice as error:
            stopped += "prosthetist" in error.say("en")
    assert stopped <= 15


def test_girths_in_centimetres_are_refused_with_the_bounds():
    with pytest.raises(InvalidChoice, match="38"):
        Cover(girth_calf=38)


def test_a_confirmation_is_recorded_in_the_number_and_told_in_three_languages():
    plain, confirmed = Cover(), Cover(override=True)
    assert plain.number != confirmed.number
    assert "measurements_confirmed" not in notices(plain)
    told = [notices(confirmed, language)["measurements_confirmed"] for language in ("en", "fr", "de")]
    assert len(set(told)) == 3


def test_the_law_is_told_without_a_claim():
    for language in ("en", "fr", "de"):
        sentence = notices(Cover(), language)["law"]
        assert "ISO" not in sentence
        assert "CE" not in sentence.split()
    assert "carries no load" in notices(Cover())["law"]


# --- the leg


def leg(cover: Product) -> Limb:
    return cover._limb()


@pytest.mark.parametrize("choices", [{}, CHILD, GIANT], ids=["default", "child", "giant"])
def test_the_leg_has_the_girths_that_were_measured(choices: dict[str, Any]) -> None:
    cover = Cover(**choices)
    limb = leg(cover)
    assert limb.height == cover.leg_length
    for share, girth in ((0, cover.girth_ankle), (cover.lower_at / 100, cover.girth_lower), (cover.calf_at / 100, cover.girth_calf),
                         (1, cover.girth_knee)):
        assert limb.girth(share * limb.height) == pytest.approx(girth, abs=0.5)
    assert max(limb.girth(z) for z in range(0, int(limb.height), 5)) <= cover.girth_calf + 0.5
    front = limb.points()[:, 0]
    assert np.abs(np.diff(front[:, 0], 2)).max() < 0.05  # a straight shin


def test_the_other_side_is_the_mirror_image():
    left, right = leg(Cover(side="left")), leg(Cover(side="right"))
    assert right == left.mirrored()
    assert right != left


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A synthetic scan of a right leg, in a store of its own."""
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    return scan_store.put(leg(Cover(side="right", leg_length=360, girth_calf=400)))


def test_a_scan_of_the_other_leg_is_mirrored_and_needs_no_girths(kept: str) -> None:
    sound = scan_store.get(kept)
    cover = Cover(scan=kept, girth_calf=180, girth_lower=180, girth_ankle=200, girth_knee=170)
    assert leg(cover) == sound.mirrored()
    assert leg(Cover(scan=kept, mirrored=False)) == sound
    assert cover.high == 340
    assert cover.calf == pytest.approx(400, abs=2)
    assert cover.ankle == pytest.approx(225, abs=1)
    solids = Memo().build(Cover(scan=kept, pattern="closed"))
    assert solids["front_shell"].val().isValid()


def test_what_a_scan_makes_needless_changes_nothing_and_is_not_asked(kept: str) -> None:
    plain, scanned = Cover(), Cover(scan=kept)
    assert plain.idle == {"mirrored"}
    assert scanned.idle == {"leg_length", "girth_ankle", "girth_lower", "lower_at", "girth_calf", "calf_at", "girth_knee"}
    assert set(scanned.telling) == set(Cover.parameters) - scanned.idle
    others = Cover(scan=kept, leg_length=200, girth_ankle=180, girth_lower=200, girth_calf=240, calf_at=60, girth_knee=215)
    assert (leg(others), others.lower_seats, others.axis) == (leg(scanned), scanned.lower_seats, scanned.axis)
    assert leg(Cover(mirrored=False)) == leg(plain)


def test_a_scan_is_compared_as_measures_are(kept: str, tmp_path: Path) -> None:
    small = scan_store.put(leg(Cover(**CHILD)))
    with pytest.raises(InvalidChoice, match="99 %"):
        Cover(scan=small, pylon="22 mm", pattern="closed")


# --- what is made


@pytest.fixture(scope="module")
def built() -> dict[str, tuple[Product, dict[str, Any]]]:
    memo = Memo()
    products = {"default": Cover(), "child": Cover(**CHILD), "giant": Cover(**GIANT), "right": Cover(side="right", pattern="closed")}
    return {name: (product, memo.build(product)) for name, product in products.items()}


@pytest.mark.parametrize("name", ["default", "child", "giant"])
def test_seats_have_room(built: dict[str, Any], name: str) -> None:
    """Between a pocket and the bore there is plastic, and the faces of plate and shell leave the gap that was drawn."""
    cover, solids = built[name]
    gap = cover.figures.seat_gap
    for seats, plate, low in zip((cover.lower_seats, cover.upper_seats), ("lower_plate", "upper_plate"), cover.plate_heights,
                                 strict=True):
        shape = solids[plate].val()
        for way, far in zip(cover.ways, seats, strict=True):
            assert far - gap - cover.pocket_deep - cover.bore / 2 >= cover.figures.magnet_floor - 1e-9
            out = (cos(radians(way)), sin(radians(way)))
            shell = solids["front_shell" if out[0] > 0 else "back_shell"].val()
            x, y = cover.axis
            rim = cover.pocket / 2 + 0.3  # beside the pocket the two faces look at each other
            across = (x + far * out[0] - rim * out[1], y + far * out[1] + rim * out[0], low + cover.plate / 2)
            assert inside(shell, across, out, 0.05)
            assert not inside(shell, across, out, -0.05)
            arm = (across[0] - x, across[1] - y, cover.plate / 2)
            assert inside(shape, arm, out, -gap - 0.05)
            assert not inside(shape, arm, out, -gap + 0.05)


def inside(shape: Any, point: tuple[float, float, float], out: tuple[float, float], far: float) -> bool:
    """Whether a point `far` mm further out lies in a solid."""
    return bool(shape.isInside((point[0] + far * out[0], point[1] + far * out[1], point[2]), 1e-6))


@pytest.mark.parametrize("name", ["default", "child", "giant", "right"])
def test_nothing_stands_over_the_rims_and_the_clamp_stays_inside(built: dict[str, Any], name: str) -> None:
    cover, solids = built[name]
    for shell in ("front_shell", "back_shell"):
        box = solids[shell].val().BoundingBox()
        assert (box.zmin, box.zmax) == pytest.approx((cover.low, cover.high), abs=1e-6)
    back = solids["back_shell"].val()
    x, y = cover.axis
    for z in np.arange(*(cover.plate_heights[0] + np.array([0, cover.plate])), 3.0):
        for side in (-1, 1):
            wide = cover.figures.clamp_slot / 2 + cover.figures.ear
            assert not back.isInside((x - cover._ear_reach(cover.lower_seats), y + side * wide, float(z)))


@pytest.mark.parametrize("name", ["default", "child", "giant"])
def test_the_screws_of_the_clamps_can_be_put_in(built: dict[str, Any], name: str) -> None:
    """From either side a screw with its head goes through the ears, past the arms."""
    cover, solids = built[name]
    figures, head = cover.figures, cover.figures.head_across / 2
    for seats, plate in ((cover.lower_seats, "lower_plate"), (cover.upper_seats, "upper_plate")):
        shape, at = solids[plate].val(), cover._screw_at(seats)
        begin, end = cover.ear_outside + 0.05, cover.ear_outside + figures.screw_long + figures.screw_head
        for y in np.arange(begin, end, 1.0):
            for across, up in ((0, 0), (head, 0), (-head, 0), (0, head), (0, -head)):
                for side in (-1, 1):
                    assert not shape.isInside((-at + across, float(side * y), cover.plate / 2 + up))
        on_ear = (-at + head, cover.ear_outside - 0.1, cover.plate / 2)
        assert shape.isInside((on_ear[0], -on_ear[1], on_ear[2]))  # all of the head lies on the ear
        assert figures.screw_long > 2 * figures.ear  # and the nut is on the screw when the slot is closed


def test_mirrored_sides_weigh_the_same(built: dict[str, Any]) -> None:
    _, right = built["right"]
    left = Memo().build(Cover(side="left", pattern="closed"))
    for part in ("front_shell", "back_shell", "lower_plate", "upper_plate"):
        assert right[part].val().Volume() == pytest.approx(left[part].val().Volume(), rel=2e-3)


def test_a_plate_has_the_volume_of_its_outline(built: dict[str, Any]) -> None:
    for cover, solids in built.values():
        for plate in ("lower_plate", "upper_plate"):
            expected = Cover.parts[plate].expectation(cover).volume
            assert solids[plate].val().Volume() == pytest.approx(expected, rel=1e-6)


def test_the_wall_of_a_straight_tube_is_that_of_two_circles(kept: str) -> None:
    """A scan that is a tube: both shells together are a ring but for seats, laps and rounded rims, which are taken off."""
    radius, wall, high = 55.0, 2.5, 300.0
    tube = scan_store.put(Limb.of(5.0, [(0.0, 0.0)] * 61, [[radius] * 128] * 61))
    closed = {"scan": tube, "override": True, "pattern": "closed", "wall": wall, "foot_clearance": 0, "knee_clearance": 0}
    cover = Cover(**closed, edge=0.2)
    solids = Memo().build(cover)
    whole = sum(solids[part].val().Volume() for part in ("front_shell", "back_shell"))
    ring = pi * (radius**2 - (radius - wall) ** 2) * high
    half, seat = cover.seat_half, cover.lower_seats[0]
    inner = radius - wall  # a seat: the segment between its face and the circle, but for its pocket
    segment = half * sqrt(inner**2 - half**2) + inner**2 * np.arcsin(half / inner) - 2 * half * seat
    seats = 8 * (segment * cover.plate - pi / 4 * cover.pocket**2 * cover.pocket_deep)
    gaps = 2 * cover.figures.lap_gap * (wall / 2 + cover.lap) * high  # beside and before both laps
    assert whole == pytest.approx(ring + seats - gaps, rel=3e-3)


def test_seats_follow_a_skin_that_one_polynomial_cannot_follow() -> None:
    """A leg as broad as it is long, with large magnets: edges of its seats are parted, and the shells are sound."""
    stout = {"leg_length": 160, "girth_ankle": 330, "girth_lower": 420, "lower_at": 45, "girth_calf": 420, "calf_at": 80,
             "girth_knee": 370, "override": True, "pylon": "34 mm", "forward": -9, "foot_clearance": 30, "knee_clearance": 0,
             "offset": 3, "wall": 1, "edge": 0.2, "pattern": "closed"}
    large, small = (Memo().build(Cover(**stout, closing=closing)) for closing in ("12 x 3", "8 x 3"))
    assert all(each[part].val().isValid() for each in (large, small) for part in ("front_shell", "back_shell"))
    faces, edges = ([len(getattr(each["front_shell"], kind)().vals()) for each in (large, small)] for kind in ("faces", "edges"))
    assert faces[0] == faces[1]
    assert edges[0] > edges[1]  # those of the large seats at the calf


# --- what it says of itself


def test_every_pattern_opens_both_shells(built: dict[str, Any]) -> None:
    for pattern in ("slots", "hexagons", "waves"):
        cover = Cover(pattern=pattern)
        for front in (True, False):
            outlines = cover._openings(front)
            assert outlines
            heights = [corner[1] for outline in outlines for corner in flat(outline)]
            assert min(heights) >= cover.field[0] - 1e-3
            assert max(heights) <= cover.field[1] + 1e-3


def flat(outline: Any) -> list[tuple[float, float]]:
    """Corners, and both points of arcs."""
    return [point for each in outline for point in (each if isinstance(each[0], tuple) else [each])]


def test_a_shell_that_does_not_fit_the_printer_is_refused_with_the_reason():
    with pytest.raises(InvalidChoice, match="not even slanting"):
        Cover(leg_length=440, printer="small")
    assert Cover(leg_length=380, printer="large").printer == "large"


def test_a_pylon_that_is_too_thick_for_the_ankle_is_refused():
    with pytest.raises(InvalidChoice, match="from the pylon to the inside"):
        Cover(girth_ankle=190, girth_lower=230, girth_calf=320, girth_knee=300, pylon="34 mm", override=True)
