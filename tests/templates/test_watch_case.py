"""The watch measured with calipers: seats, bores and heights of the solids are what the parameters say."""

from __future__ import annotations

from math import hypot
from typing import Any, NamedTuple

import pytest

from configurator import InvalidChoice, Memo, load_template

pytestmark = pytest.mark.xdist_group("kernel")
Watch = load_template("watch_case")
NEAR = 1e-6  # mm

CASES = {
    "default": {},
    "dress": {"movement": "RONDA 505", "case_diameter": 34, "opening": 26, "lug_to_lug": 42, "lug_width": 18, "wrist": 160,
              "lug_style": "curved", "water_resistance": "3 bar", "metal": "Au750 5N", "crown_diameter": 5},
    "diver": {"movement": "SW200-1", "case_diameter": 43, "lug_to_lug": 52, "lug_width": 22, "bezel_style": "stepped",
              "lug_style": "facetted", "water_resistance": "20 bar", "metal": "Ti grade 5", "depth": 2.6, "crown_diameter": 7},
    "fluted, one piece": {"case_diameter": 40, "lug_to_lug": 49, "bezel_style": "fluted", "one_piece": True,
                          "metal": "Pt950 Ru", "opening": 29},
    "chronograph with window": {"movement": "RONDA 8040.N", "case_diameter": 45, "opening": 34, "lug_to_lug": 55, "wrist": 190,
                                "lug_width": 24, "back_style": "display", "water_resistance": "10 bar"},
    "movement fits the bore": {"movement": "RONDA 5040.B", "case_diameter": 40, "opening": 27, "lug_to_lug": 49},
}


class Bore(NamedTuple):
    """A cylinder about Z: diameter, lower and upper end, and whether its metal lies outside."""

    diameter: float
    low: float
    high: float
    hollow: bool


class Caliper:
    """Cylinders and flat faces of one part."""

    def __init__(self, shape: Any) -> None:
        from OCP.BRepAdaptor import BRepAdaptor_Surface
        from OCP.GeomAbs import GeomAbs_SurfaceType
        from OCP.TopAbs import TopAbs_REVERSED

        from configurator.geometry.kernel.shapes import faces_of, one_solid

        self.bores, self.levels, self.cross = list[Bore](), list[float](), list[tuple[float, float, float, float]]()
        for face in faces_of(one_solid(shape)):
            surface = BRepAdaptor_Surface(face)
            if surface.GetType() == GeomAbs_SurfaceType.GeomAbs_Plane:
                plane = surface.Plane()
                if abs(abs(plane.Axis().Direction().Z()) - 1) < 1e-9:
                    self.levels.append(plane.Location().Z())
            elif surface.GetType() == GeomAbs_SurfaceType.GeomAbs_Cylinder:
                cylinder = surface.Cylinder()
                axis, place = cylinder.Axis().Direction(), cylinder.Location()
                if abs(abs(axis.Z()) - 1) < 1e-9 and hypot(place.X(), place.Y()) < NEAR:
                    ends = sorted(place.Z() + v * axis.Z() for v in (surface.FirstVParameter(), surface.LastVParameter()))
                    hollow = (face.Orientation() == TopAbs_REVERSED) == cylinder.Direct()
                    self.bores.append(Bore(2 * cylinder.Radius(), ends[0], ends[1], hollow))
                elif abs(abs(axis.X()) - 1) < 1e-9:
                    self.cross.append((2 * cylinder.Radius(), place.X(), place.Y(), place.Z()))

    def has_bore(self, diameter: float, low: float, high: float) -> bool:
        return self._has(diameter, low, high, hollow=True)

    def has_shaft(self, diameter: float, low: float, high: float) -> bool:
        return self._has(diameter, low, high, hollow=False)

    def _has(self, diameter: float, low: float, high: float, *, hollow: bool) -> bool:
        return any(abs(each.diameter - diameter) < NEAR and abs(each.low - low) < NEAR and abs(each.high - high) < NEAR
                   and each.hollow == hollow for each in self.bores)

    def has_level(self, z: float) -> bool:
        return any(abs(each - z) < NEAR for each in self.levels)


@pytest.fixture(scope="module", params=CASES)
def watch(request):
    configuration = Watch(**CASES[request.param])
    shapes = Memo().build(configuration)
    return configuration, {name: Caliper(shapes[name]) for name in shapes}


def test_seats_of_the_case(watch):
    w, parts = watch
    case = parts["midcase"]
    top = w.rim if w.one_piece else w.neck_top
    assert case.has_bore(w.thread - 0.541, 0, 1.5), "thread of the back, at drilled diameter"
    assert case.has_bore(2 * w.bore, 1.5, w.dial_seat), "movement seat"
    assert case.has_bore(2 * w.glass_bore, w.glass_seat, top), "glass seat"
    assert case.has_shaft(w.case_diameter, 1.5, w.flank_top), "flank"
    assert all(case.has_level(z) for z in (0, w.dial_seat, w.glass_seat, w.shoulder)), "seats of back, dial, glass, bezel"
    if not w.one_piece:
        assert case.has_shaft(2 * w.neck, w.shoulder, w.neck_edge)
        assert parts["bezel"].has_bore(2 * w.neck - 0.03, w.shoulder, w.neck_edge + 0.05), "press fit"


def test_bores_for_crown_tube_and_spring_bars(watch):
    w, parts = watch
    case = parts["midcase"]
    tubes = [each for each in case.cross if abs(each[0] - 2.0) < NEAR]
    assert len(tubes) == 1
    assert (abs(tubes[0][2]), abs(tubes[0][3] - w.stem)) < (NEAR, NEAR)
    holes = sorted((round(y, 6), round(z, 6)) for d, _, y, z in case.cross if abs(d - 0.95) < NEAR)
    bar, high = round(w.bar, 6), round(w.bar_height, 6)
    assert holes == [(-bar, high)] * 2 + [(bar, high)] * 2
    assert w.bar == pytest.approx(w.lug_to_lug / 2 - 1.3)


def test_movement_has_its_seat(watch):
    w, parts = watch
    movement = w.movement
    seat = parts["casing_ring"] if w.ringed else parts["midcase"]
    guides = [each for each in seat.bores if each.hollow and abs(each.diameter - movement.diameter - 0.06) < NEAR]
    assert guides, "0.03 mm a side around the movement"
    assert w.movement_top - w.stem == pytest.approx(movement.stem_height)
    assert w.movement_bottom - w.floor >= 0.25 - NEAR, "clear of the back"
    assert w.dial_seat == pytest.approx(w.movement_top + 0.4)


def test_stack_of_heights(watch):
    w, parts = watch
    assert w.glass_seat - w.dial_seat == pytest.approx(w.depth)
    assert w.depth >= w.movement.hand_stack + 0.30, "hands and their distance to the glass"
    assert parts["crystal"].has_shaft(2 * w.glass_radius, 0.1, w.glass - 0.2)
    assert w.thickness == pytest.approx(w.back + w.glass_seat + w.glass)
    assert parts["case_back"].has_level(-w.back)
    assert parts["case_back"].has_shaft(w.thread, 0, 1.425), "thread at its major diameter"


@pytest.mark.parametrize(("across", "bar", "thick"), [(30, "5 bar", 1.24), (30, "10 bar", 1.75), (30, "20 bar", 2.48),
                                                      (24, "10 bar", 1.40), (36, "20 bar", 2.98)])
def test_glass_is_as_thick_as_published_tables_say(across, bar, thick):
    # published minimum for unsupported diameters, safety 4, test pressure 1.25 times the marked one
    opening = across - 2 * 0.3 * 2.2
    near = round(2 * opening) / 2
    w = Watch(case_diameter=46, opening=near, lug_to_lug=55, lug_width=22, wrist=200, water_resistance=bar)
    assert w.least_glass * across / w.glass_across == pytest.approx(thick, abs=0.006)
    under_lip = 1.4  # a steel lip of 0.65 mm, a gasket of 0.4 mm, air, and what the glass stands out
    assert w.least_glass <= w.glass < w.least_glass + 0.1 or w.glass == pytest.approx(under_lip)


@pytest.mark.parametrize(("choices", "rule", "french"), [
    ({"movement": "RONDA 8040.N"}, "movement_fits", "demande pour le fond un filetage"),
    ({"depth": 1.8}, "hands_clear_glass", "Les aiguilles demandent 1,9 mm"),
    ({"opening": 36}, "bezel_wall_is_thick_enough", "demande une paroi"),
    ({"wrist": 130}, "lugs_stay_on_wrist", "Un poignet de 130 mm porte jusqu'à"),
    ({"lug_to_lug": 46}, "strap_has_room", "Entre barrette et boîte"),
    ({"crown_diameter": 4, "crown_flutes": 40}, "flutes_can_be_milled", "cannelures"),
    ({"engraving": "Zoë", "engraving_place": "across", "back_style": "display"}, "engraving_has_place", "fond à glace"),
    ({"engraving": "W" * 32, "letter_height": 4}, "letters_fit_around", "en cercle il y a place"),
    ({"engraving": "W" * 32, "engraving_place": "across"}, "letters_fit_across", "Au milieu du fond"),
    ({"engraving": "Zoë", "letter_height": 1.6}, "strokes_can_be_cut", "trop fins"),
])
def test_what_cannot_be_is_said_in_the_customers_language(choices, rule, french):
    with pytest.raises(InvalidChoice) as refused:
        Watch(**choices)
    assert rule in [problem.name for problem in refused.value.problems]
    assert french in refused.value.say("fr")


def test_movements_are_offered_only_where_the_numbers_are_known():
    offered = Watch.parameters["movement"].options
    assert list(offered) == ["RONDA 505", "RONDA 313", "SW200-1", "RONDA 5040.B", "RONDA 8040.N"]
    assert "stem_thread" in offered.withheld["NH35A"]
    assert "stem_height" in offered.withheld["ETA 2892-A2"]
    for movement in offered.values():
        assert all(movement.graded(name).grade in ("A", "B") for name in ("diameter", "height", "stem_height", "stem_thread"))


def test_notices_tell_of_nickel_and_patina():
    assert any("nickel" in each.sentence for each in Watch(metal="316L").notices_that_apply("fr"))
    assert not any("nickel" in each.sentence for each in Watch(metal="Ti grade 5").notices_that_apply("en"))
    assert any("patina" in each.sentence for each in Watch(metal="CuSn8").notices_that_apply("en"))
