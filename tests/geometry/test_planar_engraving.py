"""Letters and outlines in flat faces: exact, sound, read from outside, and refused where they do not fit."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator.errors import BuildFailed
from configurator.standards.fonts import FONTS, SANS, SERIF, Font, point_on

pytestmark = pytest.mark.xdist_group("kernel")
R, H, DEEP = 24.0, 3.0, 0.2
WHOLE = pi * R**2 * H
LATIN_1 = [chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x100))]
BOTH = pytest.mark.parametrize("font", FONTS.values(), ids=lambda font: font.name)


def disc() -> Any:
    from configurator.geometry.kernel import solids

    return solids.revolved([(0, 0), (R, 0), (R, H), (0, H)])


def engraved(text: str, **how: Any) -> Any:
    from configurator.geometry.kernel import solids

    return solids.engraved(how.pop("shape", None) or disc(), text, **({"z": H, "height": 2.0, "depth": DEEP} | how))


def sound(result: Any) -> Any:
    from configurator.geometry.kernel.shapes import one_solid, unsound

    solid = one_solid(result)
    assert unsound(solid) == ""
    return solid


def measured(result: Any) -> Any:
    from configurator.geometry.kernel.measure import measured

    return measured(sound(result))


def bezier_area(poles: Any) -> float:
    """Integral of (x dy - y dx) / 2 along a Bezier curve, exactly: Gauss-Legendre of enough points."""
    import numpy as np
    from scipy.interpolate import BPoly

    curve = BPoly(np.array(poles, dtype=float)[:, None, :], [0, 1])
    nodes, weights = np.polynomial.legendre.leggauss(len(poles) + 1)
    at, slope = curve((nodes + 1) / 2), curve.derivative()((nodes + 1) / 2)
    return float((weights * (at[:, 0] * slope[:, 1] - at[:, 1] * slope[:, 0])).sum() / 4)


def ink(text: str, font: Font, height: float = 2.0) -> float:
    """Area of the letters as they are cut, by Green's theorem over their curves (counters run the other way)."""
    from math import inf

    from configurator.geometry.kernel.outlines import smoothed

    total = sum(bezier_area(curve.poles) for contour in font.outlines(text) for curve in smoothed(contour, inf))
    return abs(total) * height**2


def drawn_ink(text: str, font: Font, height: float = 2.0) -> float:
    """Area of the letters as the font draws them, as fine polygons."""
    import numpy as np

    total = 0.0
    for contour in font.outlines(text):
        x, y = np.array([point_on(segment, i / 64) for segment in contour for i in range(64 if len(segment) > 2 else 1)]).T
        total += float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
    return abs(total) * height**2


def lines(font: Font) -> list[str]:
    can = "".join(letter for letter in LATIN_1 if font.has(letter))
    return [can[start:start + 16] for start in range(0, len(can), 16)]


# --- letters


@pytest.mark.parametrize(("font", "text"), [(font, text) for font in FONTS.values() for text in lines(font)],
                         ids=lambda each: each.name if isinstance(each, Font) else f"from U+{ord(each[0]):04X}")
def test_every_letter_is_cut_exactly(font: Font, text: str) -> None:
    area = ink(text, font)
    assert area == pytest.approx(drawn_ink(text, font), rel=2e-3)  # smoothing moves no outline visibly
    for how in ({}, {"z": 0.0, "radius": 15.0}, {"radius": 17.0, "inward": True}):
        known, rows = measured(engraved(text, font=font, **how))
        assert WHOLE - known.volume == pytest.approx(area * DEEP, rel=1e-6), how
        flat = sum(row.area for row in rows if row.kind == "plane")
        upright = sum(row.area for row in rows if row.kind in ("bspline", "plane")) - 2 * pi * R**2
        assert known.area == pytest.approx(2 * pi * R**2 + 2 * pi * R * H + upright, rel=1e-9)
        assert flat > 2 * pi * R**2  # floors and lands make whole faces, straight walls come on top


@BOTH
def test_walls_floors_and_lands_have_the_areas_of_geometry(font: Font) -> None:
    """Of an L: the floor is the ink, the land the rest, and the walls its outline times the depth."""
    import numpy as np

    rows = measured(engraved("L", font=font))[1]
    flat = sorted((row.area for row in rows if row.kind == "plane"), reverse=True)
    assert flat[:3] == pytest.approx([pi * R**2, pi * R**2 - ink("L", font), ink("L", font)], rel=1e-6)
    (contour,) = font.outlines("L")
    points = 2.0 * np.array([point_on(segment, i / 200) for segment in contour for i in range(200)])
    around = np.hypot(*(np.roll(points, -1, axis=0) - points).T).sum()
    assert sum(flat[3:]) + sum(row.area for row in rows if row.kind == "bspline") == pytest.approx(around * DEEP, rel=1e-3)


@BOTH
@pytest.mark.parametrize("how", [{}, {"z": 0.0}, {"radius": 14.0}, {"radius": 16.0, "inward": True, "z": 0.0}, {"depth": -0.3}])
def test_step_says_the_same_when_it_is_read_again(font: Font, how: dict[str, Any]) -> None:
    from configurator.geometry.kernel.step import reread, write_raw

    made = engraved("Für Zoë & Åß 8%", font=font, **how)
    known = measured(made)[0]
    (found,) = reread(write_raw(sound(made)))
    assert (found.solids, found.shells_closed, found.valid, found.faces) == (1, True, True, known.faces)
    assert found.volume == pytest.approx(known.volume, rel=1e-6)
    assert found.area == pytest.approx(known.area, rel=1e-5)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.data())
def test_any_text_can_be_cut_anywhere(data: st.DataObject) -> None:
    font = data.draw(st.sampled_from(list(FONTS.values())))
    text = data.draw(st.text(st.sampled_from([" ", *filter(font.has, LATIN_1)]), min_size=1, max_size=14))
    up = data.draw(st.booleans())
    how: dict[str, Any] = {"font": font, "z": H if up else 0.0, "height": data.draw(st.sampled_from([0.8, 1.5, 2.2])),
                           "turn": data.draw(st.integers(-180, 360)), "depth": data.draw(st.sampled_from([0.05, 0.3, -0.4]))}
    if data.draw(st.booleans()):
        how |= {"radius": data.draw(st.sampled_from([12.0, 17.5, 20.0])), "inward": data.draw(st.booleans())}
    assert WHOLE - measured(engraved(text, **how))[0].volume == pytest.approx(
        ink(text, font, how["height"]) * how["depth"], rel=2e-6, abs=1e-8)


def floors(made: Any, z: float) -> list[Any]:
    return [face for face in made.val().Faces() if face.geomType() == "PLANE" and abs(face.Center().z - z) < 1e-9]


@pytest.mark.parametrize(("z", "side"), [(H, 1), (0.0, -1)])
@pytest.mark.parametrize("turn", [0.0, 30.0, 200.0])
def test_letters_are_read_from_outside(z: float, side: int, turn: float) -> None:
    """The foot of the L points to the reader's right, its stem stands at the left, and `at` is the middle of its ink."""
    at = (3.0, -5.0)
    made = engraved("L", z=z, at=at, turn=turn)
    sound(made)
    (floor,) = floors(made, z - side * DEEP)
    c, s = cos(radians(-turn)), sin(radians(-turn))
    seen = [(side * (v.X - at[0]), v.Y - at[1]) for v in floor.Vertices()]
    upright = [(c * x - s * y, s * x + c * y) for x, y in seen]
    xs, ys = zip(*upright, strict=True)
    wide = SANS.width("L") * 2
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((-wide / 2, wide / 2, -1, 1), abs=1e-9)
    top = [x for x, y in upright if y > 0.99]
    assert min(top) == pytest.approx(-wide / 2)
    assert max(top) < 0


@pytest.mark.parametrize(("z", "side"), [(H, 1), (0.0, -1)])
@pytest.mark.parametrize("inward", [False, True])
@pytest.mark.parametrize("turn", [0.0, 40.0])
def test_round_letters_stand_on_their_circle_and_follow_as_they_are_read(z: float, side: int, inward: bool, turn: float) -> None:
    made = engraved("IOL", z=z, radius=12.0, inward=inward, turn=turn, at=(1.0, 2.0))
    sound(made)
    areas = {letter: ink(letter, SANS) for letter in "IOL"}
    of = {letter: next(face for face in floors(made, z - side * DEEP) if abs(face.Area() - areas[letter]) < 1e-6)
          for letter in areas}
    angle = {}
    for letter, face in of.items():
        x, y = side * (face.Center().x - 1.0), face.Center().y - 2.0
        angle[letter] = (degrees(atan2(y, x)) - (-90 if inward else 90) - turn + 180) % 360 - 180
    assert (angle["I"] > 0 > angle["L"]) != inward
    reach = sorted(hypot(v.X - 1.0, v.Y - 2.0) for v in of["I"].Vertices())
    half = SANS.width("I") * 1.0
    feet, tops = (12.0, 10.0) if inward else (12.0, 14.0)
    assert sorted({round(each, 6) for each in reach}) == pytest.approx(sorted([hypot(feet, half), hypot(tops, half)]), abs=1e-5)
    middle = (angle["I"] + angle["L"]) / 2  # the ends of the ink lie equally far from the middle, roughly the letters
    assert abs(middle) < 3.0


@BOTH
@pytest.mark.parametrize("inward", [False, True])
def test_letters_on_a_circle_stay_in_the_ring_that_is_promised(font: Font, inward: bool) -> None:
    text, height, radius = "WÅgjM@", 2.0, 13.0
    made = engraved(text, font=font, radius=radius, inward=inward, height=height)
    low, high = font.height(text)
    rise, fall, reach = high * height, -low * height, font.reach * height
    inner, outer = (radius - rise, sqrt((radius + fall)**2 + reach**2)) if inward else (
        radius - fall, sqrt((radius + rise)**2 + reach**2))
    away = [hypot(v.X, v.Y) for face in floors(made, H - DEEP) for v in face.Vertices()]
    assert inner - 1e-6 <= min(away)
    assert max(away) <= outer + 1e-6


def test_the_distances_on_a_circle_are_those_of_the_line() -> None:
    def span(radius: float, **how: Any) -> float:
        found = floors(engraved("I I", radius=radius, **how), H - DEEP)
        return float(sum(abs(degrees(atan2(face.Center().x, abs(face.Center().y)))) for face in found))

    apart = (SANS.width("I I") - SANS.width("I")) * 2.0
    assert span(10.0) == pytest.approx(degrees(apart / 10.0), abs=1e-6)
    assert span(10.0, inward=True) == pytest.approx(degrees(apart / 8.0), abs=1e-6)


def test_nothing_written_is_nothing_cut() -> None:
    assert measured(engraved(""))[0].volume == measured(engraved("  "))[0].volume == pytest.approx(WHOLE, rel=1e-12)


@pytest.mark.parametrize(("text", "how", "said"), [
    ("MMMMMMMMMMMMMMMMMMMMMMMMMM", {}, r"'M+', from \(-\d.*is not wholly inside the face at z = 3 mm: it reaches over the edge"),
    ("L", {"at": (23.5, 0.0)}, "it reaches over the edge"),
    ("L", {"z": 1.0}, r"no flat face perpendicular to Z lies at z = 1 mm for the engraving 'L'; there are faces at z = 0, 3"),
    ("LOT ONE", {"radius": 1.0}, r"'LOT ONE' is [\d.]+ mm long; its circle of radius 1 mm has room for 6\.14 mm along its innermost"),
    ("LOT ONE", {"radius": 2.0, "inward": True}, r"its circle of radius 2 mm has room for 0\.00 mm"),
    ("L", {"depth": 0.0}, "cannot be sunk 0.0 mm deep"),
    ("L", {"depth": float("nan")}, "cannot be sunk nan mm deep"),
])
def test_what_does_not_fit_is_refused(text: str, how: dict[str, Any], said: str) -> None:
    with pytest.raises(BuildFailed, match=said):
        engraved(text, **how)


def test_letters_that_run_into_each_other_are_refused() -> None:
    """No text was found that does on a circle that is long enough; so letters are pushed together."""
    from configurator.geometry.kernel.lettering import apart, line

    one, other = line("O", SANS, 2.0), line("H", SANS, 2.0)
    with pytest.raises(BuildFailed, match="letters of 'OH' run into each other on their circle"):
        apart("OH", [one, other])


def test_a_hole_in_the_way_is_refused_and_one_beside_is_not() -> None:
    drilled = disc().faces(">Z").workplane().center(8, 0).hole(1.0)
    for letters in ({"at": (8.0, 0.0)}, {"at": (7.3, 0.0), "height": 3.0}):  # in the stem of the I, or reached by it
        with pytest.raises(BuildFailed, match="a hole of the face is in its way"):
            engraved("I", shape=drilled, height=letters.pop("height", 9.0), **letters)
    around = engraved("O", shape=drilled, height=9.0, at=(8.0, 0.0))  # the hole stands in the island
    assert WHOLE - pi * 0.25 * H - measured(around)[0].volume == pytest.approx(ink("O", SANS, 9.0) * DEEP, rel=1e-6)


# --- outlines


def sunk(outlines: Any, shape: Any = None, **how: Any) -> Any:
    from configurator.geometry.kernel import solids

    return solids.sunk(shape or disc(), outlines, **({"z": H, "depth": 0.5} | how))


@pytest.mark.parametrize(("z", "depth"), [(H, 0.5), (0.0, 0.5), (H, -0.7), (0.0, -0.7)])
def test_circles_and_slots_are_cylinders_and_planes(z: float, depth: float) -> None:
    from configurator.geometry.kernel import solids

    slot = [(-6.0, -1.0), (6.0, -1.0), ((7.0, 0.0), (6.0, 1.0)), (-6.0, 1.0), ((-7.0, 0.0), (-6.0, -1.0))]
    known, rows = measured(sunk([solids.circle(0, 0, 20), slot, solids.circle(0, 0, 18)], z=z, depth=depth))
    area = pi * (20**2 - 18**2) + 24 + pi
    assert WHOLE - known.volume == pytest.approx(area * depth, rel=1e-9)
    assert known.area == pytest.approx(2 * pi * R**2 + 2 * pi * R * H + abs(depth) * (2 * pi * 38 + 24 + 2 * pi), rel=1e-9)
    assert {row.kind for row in rows} == {"plane", "cylinder"}
    assert sorted(row.diameter for row in rows if row.diameter) == pytest.approx([2, 2, 36, 36, 40, 40, 48])
    assert known.size[2] == pytest.approx(H + max(-depth, 0))


def test_either_way_round_and_arcs_that_bend_either_way_are_the_same() -> None:
    bitten = [(0.0, 0.0), (10.0, 0.0), (10.0, 6.0), ((8.0, 4.0), (6.0, 6.0)), (0.0, 6.0)]
    back = [(0.0, 6.0), (6.0, 6.0), ((8.0, 4.0), (10.0, 6.0)), (10.0, 0.0), (0.0, 0.0)]
    for outline in (bitten, back):
        assert WHOLE - measured(sunk([outline]))[0].volume == pytest.approx((60 - 2 * pi) * 0.5, rel=1e-9)


def test_nested_outlines_take_turns_and_holes_go_with_the_land_they_are_in() -> None:
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.step import reread, write_raw

    drilled = disc().faces(">Z").workplane().hole(4.0)
    made = sunk([solids.circle(0, 0, r) for r in (5.0, 20.0, 15.0, 10.0)], shape=drilled)
    known = measured(made)[0]
    assert known.volume == pytest.approx(WHOLE - pi * 4 * H - 0.5 * pi * (400 - 225 + 100 - 25), rel=1e-9)
    (found,) = reread(write_raw(sound(made)))
    assert (found.valid, found.faces) == (True, known.faces)
    assert found.volume == pytest.approx(known.volume, rel=1e-9)
    again = engraved("ZOË", shape=made, height=1.0, at=(0.0, 3.5))  # on the innermost of three lands at this height
    assert known.volume - measured(again)[0].volume == pytest.approx(ink("ZOË", SANS, 1.0) * DEEP, rel=1e-6)


def test_letters_go_on_bosses_and_floors_and_moved_parts() -> None:
    boss = sunk([[(-8.0, -2.0), (8.0, -2.0), (8.0, 2.0), (-8.0, 2.0)]], depth=-0.6)
    before = measured(boss)[0].volume
    assert before - measured(engraved("BOSS", shape=boss, z=3.6, font=SERIF))[0].volume == pytest.approx(ink("BOSS", SERIF) * DEEP, rel=1e-6)
    moved = disc().val().moved(__import__("cadquery").Location((50, 0, 7)))
    made = engraved("Lot", shape=moved, z=10.0, at=(50.0, 0.0))
    assert WHOLE - measured(made)[0].volume == pytest.approx(ink("Lot", SANS) * DEEP, rel=1e-6)


@pytest.mark.parametrize(("outlines", "said"), [
    ([[(0, 0), (1, 0)]], "encloses nothing"),
    ([[]], "is no corner"),
    ([[(0, 0), (1, 0), (float("nan"), 1)]], "is no place"),
    ([[(0, 0), (1, 0), "ab"]], "is no corner"),
    ([[(0, 0), ((1, 0), (2, 0)), (1, 1)]], "is straight; give a corner instead"),
    ([[(0, 0), (30, 0), (0, 30)]], "the outline, from .* is not wholly inside the face at z = 3 mm"),
])
def test_outlines_that_are_none_are_refused(outlines: Any, said: str) -> None:
    with pytest.raises(BuildFailed, match=said):
        sunk(outlines)


def test_a_circle_of_no_radius_is_refused() -> None:
    from configurator.geometry.kernel import solids

    with pytest.raises(BuildFailed, match="a circle of radius 0 mm is none"):
        solids.circle(1, 1, 0)


def test_outlines_that_cross_give_no_sound_solid() -> None:
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.shapes import one_solid, unsound

    assert unsound(one_solid(sunk([solids.circle(0, 0, 5), solids.circle(4, 0, 5)])))


def test_the_mesh_of_letters_is_light() -> None:
    from configurator.geometry.kernel.meshing import mesh

    made = engraved("LOT ONE · Für Zoë & Ångst", radius=15.0)
    known = measured(made)[0]
    found = mesh(sound(made), known.volume, known.area, 0.02)
    assert len(found.triangles) < 8000
