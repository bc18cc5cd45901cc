"""What is controlled: declarations that make no sense are told with their place; chains of limits keep their bounds."""

from __future__ import annotations

import re
import textwrap
from itertools import product as every
from pathlib import Path

import pytest

from configurator import Product, TemplateError, characteristics, faces, load_template
from configurator.product.catalogue import load_folder
from configurator.product.characteristics import Characteristic
from configurator.product.rests import rests_on
from configurator.texts import LANGUAGES

BORE, TOP, FOOT = faces.cylinder(10), faces.plane("+z", 4), faces.plane("-z", 0)
TILTED = faces.plane((0, 1, 1), 3)


# --- what is declared


def test_a_class_of_iso_286_gives_its_limits() -> None:
    """Deviations as they stand in published tables: 10 H7 is +0.015 / 0, 2 H7 +0.010 / 0, 31 h9 0 / -0.062."""
    for nominal, name, lower, upper in ((10, "H7", 0.0, 0.015), (2, "H7", 0.0, 0.010), (31, "h9", -0.062, 0.0)):
        found = characteristics.diameter("bore", nominal, faces.cylinder(nominal), fit=name)
        assert (found.lower, found.upper, found.fit, found.general) == (lower, upper, name, False)


def test_without_limits_the_general_tolerances_hold() -> None:
    found = characteristics.distance("height", 4, FOOT, TOP, datum="B")
    assert found.general
    assert (found.lower, found.upper, found.datum) == (None, None, "B")


def test_numbers_are_freed_from_the_noise_of_computing() -> None:
    found = characteristics.diameter("bore", 0.1 + 0.2 + 9.7, BORE, limits=(0.1 - 0.3, 0.1 + 0.2))
    assert (found.nominal, found.lower, found.upper) == (10.0, -0.2, 0.3)


@pytest.mark.parametrize("drawn", [9.459, 9.5, 10.0])
def test_a_thread_is_drawn_at_its_minor_its_tap_drill_or_its_major_diameter(drawn: float) -> None:
    """M10 x 0.5: D1 = 10 - 1.082532 x 0.5 = 9.459 mm; drilled 9.5 mm."""
    found = characteristics.thread("neck", "M10x0.5", faces.cylinder(drawn), depth=3)
    assert (found.nominal, found.designation, found.depth) == (10.0, "M10x0.5", 3)


@pytest.mark.parametrize(("at", "expected"), [("+z", 2.5), ("-z", -2.5)])
def test_a_plane_lies_at_its_coordinate_whichever_way_it_looks(at: str, expected: float) -> None:
    assert faces.plane(at, 2.5).point == (0, 0, 2.5)
    assert faces.outermost(at, expected).point == (0, 0, expected)
    assert faces.outermost(at, expected).touching


# --- mistakes


@pytest.mark.parametrize(("wrong", "said"), [
    (lambda: characteristics.diameter("Bore", 10, BORE), "characteristic 'Bore': a name is small letters, digits and _"),
    (lambda: characteristics.diameter("bore", 10, BORE, datum="I"), "the datum 'I' is not one of the capital letters but I, O"),
    (lambda: characteristics.diameter("bore", 10, BORE, count=0), "count is 0; write how many equal features there are"),
    (lambda: characteristics.diameter("bore", 10, BORE, fit="H7", limits=(0, 1)), "either fit='H7' or limits=(0, 1), not both"),
    (lambda: characteristics.diameter("bore", 10, BORE, fit="H77"), "characteristic 'bore': the tolerance class 'H77'"),
    (lambda: characteristics.diameter("bore", 500, faces.cylinder(500), fit="H7"), "500 mm is outside"),
    (lambda: characteristics.diameter("bore", 10, BORE, limits=(0.1, 0.1)), "limits are (lower, upper) deviations; (0.1, 0.1)"),
    (lambda: characteristics.diameter("bore", 10, BORE, limits=(0.1, float("nan"))), "has no room between"),
    (lambda: characteristics.diameter("bore", -1, BORE), "the nominal is -1.0; write what is measured, more than 0 mm"),
    (lambda: characteristics.diameter("bore", 10, TOP), "diameter is measured on a cylinder or sphere; a plane through (0, 0, 4)"),
    (lambda: characteristics.roughness("shine", 0.7, BORE), "characteristic 'shine': Ra 0.7 is not of the series; the nearest is 0.8"),
    (lambda: characteristics.angle("slope", 30, TOP), "the angle of a cone needs one face, any other two"),
    (lambda: characteristics.thread("neck", "M10x0.5", faces.cylinder(9)), "M10x0.5 is drawn on a cylinder of 10 mm outside"),
    (lambda: characteristics.thread("neck", "W10", BORE), "characteristic 'neck': "),
    (lambda: characteristics.roughness("shine", 0, BORE), "a tolerance of 0.0 leaves nothing that can be made"),
    (lambda: characteristics.form("flatness", "flat", 0.01, BORE), "flatness is measured on a plane; a cylinder of diameter 10 mm"),
    (lambda: characteristics.form("runout", "round", 0.01, BORE), "'runout' is none of flatness, straightness"),
    (lambda: characteristics.form("flatness", "flat", 0.01, faces.outermost("+z", 4)), "can be told of it, and this is flatness"),
    (lambda: characteristics.relation("runout", "round", 0.01, BORE, to=()), "runout refers to a datum; name its letter"),
    (lambda: characteristics.relation("position", "there", 0.01, TOP, to=("A",), around=True), "around=True means an axis"),
    (lambda: faces.plane("up", 3), "'up' is no direction; write x, y or z with + or -, or a vector"),
    (lambda: faces.plane((0, 0, 0), 3), "(0, 0, 0) has no direction"),
    (lambda: faces.plane("+z", float("inf")), "plane, at: inf is no number"),
    (lambda: faces.cylinder(0), "cylinder, diameter: 0 is not more than 0"),
    (lambda: faces.cylinder(5, through=(1, 2)), "(1, 2) is no point; write three numbers, mm"),
    (lambda: faces.cone(90, tip=(0, 0, 0)), "a half angle of 90 degrees is not between 0 and 90"),
    (lambda: faces.outermost((0, 0, 1), 3), "outermost: (0, 0, 1) is no axis"),
    (lambda: faces.enclosing(5, "r"), "enclosing: 'r' is no axis of the frame; write x, y or z"),
])
def test_what_makes_no_sense_by_itself_is_told(wrong, said: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(said)):
        wrong()


PLATE = '''
    from __future__ import annotations
    from configurator import Mm, Placement, Product, characteristics, cq, faces, flag, length, part

    class Plate(Product):
        """A plate with a bore."""
        prefix, revision = "PL", "A"
        size: Mm = length(10, 8, 20, step=1, label="Size")
        there: bool = flag(True, label="There")

        @part(material="steel", process="mill")
        def plate(self) -> cq.Workplane:
            return cq.Workplane().box(30, 30, 4).faces(">Z").workplane().hole(self.size)

        @plate.place
        def placed(self): return [Placement()] if self.there else []

        @plate.controls
        def dimensions(self):
            c, bore = characteristics, faces.cylinder(self.size)
            return [{}]
'''


def plate(folder: Path, declared: str) -> type[Product]:
    folder.mkdir()
    (folder / "template.py").write_text(textwrap.dedent(PLATE).replace("{}", declared))
    return load_folder(folder)


@pytest.mark.parametrize(("declared", "said"), [
    ('c.diameter("bore", self.sise, bore)', "Plate.plate: AttributeError: 'Plate' object has no attribute 'sise' (template.py:21)"),
    ('c.diameter("bore", self.size, bore, fit="Z9")', "Plate.plate: characteristic 'bore': the tolerance class 'Z9'"),
    ('c.diameter("bore", self.size, faces.cylinder(-1))', "Plate.plate: cylinder, diameter: -1 is not more than 0 (template.py:21)"),
    ('c.diameter("bore", self.size, bore), c.diameter("bore", 1, faces.cylinder(1))',
     "Plate.plate: the characteristic bore is declared twice; each has a name of its own"),
    ('c.diameter("a", self.size, bore, datum="A"), c.distance("b", 4, faces.plane("-z", -2), faces.plane("+z", 2), datum="A")',
     "Plate.plate: the datum A is declared twice"),
    ('c.relation("perpendicularity", "square", 0.1, bore, to=("B",))',
     "Plate.plate: characteristic 'square' refers to the datum B, which no characteristic of the part declares; declared are none"),
    ('c.diameter("bore", self.size, bore, datum="A"), c.relation("runout", "round", 0.1, bore, to=("A",))',
     "Plate.plate: characteristic 'round' refers to the datum A, which is the face it sits on itself (declared by 'bore')"),
    ('c.diameter("bore", self.size, bore), c.diameter("again", self.size, bore, fit="H7")',
     "Plate.plate: characteristics 'bore' and 'again' are the same diameter of the same faces; leave one of them out"),
    ('c.distance("lip", 0.4, faces.plane("+z", 2), faces.plane("+z", 1.6))',
     "Plate.plate: characteristic 'lip' has no limits, and ISO 2768-1 has no tolerance for a size of 0.4 mm: it begins at 0.5 mm"),
    ('c.distance("a", 4, faces.plane("-z", -2), faces.plane("+z", 2)), c.distance("b", 4, faces.plane("+z", 2), faces.plane("-z", -2))',
     "Plate.plate: characteristics 'a' and 'b' are the same distance of the same faces"),
])
def test_a_mistake_of_a_template_is_told_with_template_part_and_line(tmp_path: Path, declared: str, said: str) -> None:
    template = plate(tmp_path / "plate", declared)
    with pytest.raises(TemplateError, match=re.escape(said)):
        template().controlled("plate")


def test_a_method_that_would_hide_one_of_every_product_is_told(tmp_path: Path) -> None:
    hidden = PLATE.replace("def dimensions(self)", "def controlled(self)").replace("{}", "")
    (tmp_path / "template.py").write_text(textwrap.dedent(hidden))
    with pytest.raises(TemplateError, match="Plate: controlled is a name that every product uses itself; call the method otherwise"):
        load_folder(tmp_path)


def test_what_is_bought_is_controlled_by_its_maker(tmp_path: Path) -> None:
    bought = PLATE.replace('process="mill"', 'process="bought"').replace("{}", "") + """
        @plate.item
        def ordered(self): return Item("PLATE-1")
    """
    (tmp_path / "template.py").write_text(textwrap.dedent(bought).replace("import Mm", "import Item, Mm"))
    with pytest.raises(TemplateError, match="Plate.plate: it is bought, so its maker controls it; leave @plate.controls out"):
        load_folder(tmp_path)


def test_the_class_of_general_tolerances_is_one_of_the_standard(tmp_path: Path) -> None:
    fine = PLATE.replace('prefix, revision = "PL", "A"', 'prefix, revision, general_tolerances = "PL", "A", "fine"').replace("{}", "")
    (tmp_path / "template.py").write_text(textwrap.dedent(fine))
    with pytest.raises(TemplateError, match="Plate: general_tolerances is 'fine'; write a class of ISO 2768-1: f, m, c, v"):
        load_folder(tmp_path)


def test_nothing_is_controlled_of_a_part_that_has_no_place(tmp_path: Path) -> None:
    template = plate(tmp_path / "plate", 'c.diameter("bore", self.size, bore)')
    assert [each.name for each in template().controlled("plate")] == ["bore"]
    assert template(there=False).controlled("plate") == ()


def test_a_subclass_says_anew_what_is_controlled_and_leaves_its_base_alone(tmp_path: Path) -> None:
    template = plate(tmp_path / "plate", 'c.diameter("bore", self.size, bore)')

    class Loose(template):  # type: ignore[misc, valid-type]
        @template.plate.controls
        def nothing(self) -> list[Characteristic]:
            return []

    assert Loose().controlled("plate") == ()
    assert [each.name for each in template().controlled("plate")] == ["bore"]


def test_labels_are_said_in_every_language() -> None:
    ring = load_template("ring")
    size = ring().controlled("band")[0]
    assert [ring.characteristic_label("band", size, language) for language in LANGUAGES] == [
        "Inside diameter", "Diamètre intérieur", "Innendurchmesser"]


def test_a_shop_is_told_which_limits_it_must_confirm() -> None:
    """Bounds of the press fit are shop practice; a case in one piece has none."""
    template = load_template("watch_case")
    named = [{rest.name for rest in rests_on(watch, []) if rest.graded.to_be_confirmed}
             for watch in (template(), template(one_piece=True))]
    assert [{"figures.press_fit_least", "figures.press_fit_greatest"} & each for each in named] == [
        {"figures.press_fit_least", "figures.press_fit_greatest"}, set()]


# --- chains of limits in the watch: bounds as workshops tell them, kept at the worst of what is allowed


@pytest.fixture(scope="module")
def watches() -> list[Product]:
    template = load_template("watch_case")
    return [template(), template(one_piece=True), *template.space.sample(20, seed=31)]


def worst(*sizes: tuple[Characteristic, float]) -> list[float]:
    """Sums of sizes, each with its factor, at every corner of what their limits allow."""
    return [sum(factor * (each.nominal + end) for (each, factor), end in zip(sizes, ends, strict=True))
            for ends in every(*((each.lower, each.upper) for each, _ in sizes))]


def of(watch: Product, part: str, name: str) -> Characteristic | None:
    return next((each for each in watch.controlled(part) if each.name == name), None)


def test_the_bezel_is_pressed_on_by_0_02_to_0_05(watches: list[Product]) -> None:
    looked_at = 0
    for watch in watches:
        neck, seat = of(watch, "midcase", "neck"), of(watch, "bezel", "seat")
        assert (neck is None) == (seat is None) == bool(watch.one_piece)
        if neck and seat:
            found = worst((neck, 1), (seat, -1))
            assert (min(found), max(found)) == pytest.approx((0.02, 0.05), abs=1e-6)
            looked_at += 1
    assert looked_at


def test_gaskets_of_glasses_are_squeezed_by_0_04_to_0_10(watches: list[Product]) -> None:
    """Between glass and seat there are 0.4 mm of gasket a side, drawn 0.06 mm thicker on the diameter."""
    for watch in watches:
        for glass, part, seat in (("crystal", "midcase", "glass_bore"), ("back_crystal", "case_back", "pocket")):
            inner, outer = of(watch, glass, "outside"), of(watch, part, seat)
            if inner and outer:
                found = [0.8 + 0.06 + each for each in worst((inner, 1), (outer, -1))]
                assert (min(found), max(found)) == pytest.approx((0.04, 0.10), abs=1e-6)


def test_the_movement_has_0_02_to_0_05_of_room_a_side(watches: list[Product]) -> None:
    """A movement is up to 0.03 mm smaller than its diameter for casing."""
    ringed = 0
    for watch in watches:
        guide, outside, bore = of(watch, "casing_ring", "guide"), of(watch, "casing_ring", "outside"), of(watch, "midcase", "bore")
        assert bore is not None
        movement = characteristics.diameter("movement", watch.movement.diameter, BORE, limits=(-0.03, 0))
        pairs = [(movement, guide), (outside, bore)] if guide and outside else [(movement, bore)]
        for inner, outer in pairs:
            found = [each / 2 for each in worst((outer, 1), (inner, -1))]
            assert (min(found), max(found)) == pytest.approx((0.02, 0.05), abs=1e-6)
        ringed += len(pairs) == 2
    assert 0 < ringed < len(watches)


def test_the_flat_gasket_is_compressed_by_15_to_20_per_cent(watches: list[Product]) -> None:
    """It is 0.6 mm thick."""
    depth = of(watches[0], "case_back", "groove_depth")
    assert depth is not None
    assert sorted(1 - each / 0.6 for each in worst((depth, 1))) == pytest.approx([0.15, 0.20], abs=1e-6)


def test_the_dial_goes_into_its_seat_at_the_worst(watches: list[Product]) -> None:
    for watch in watches:
        dial, bore = of(watch, "dial", "outside"), of(watch, "midcase", "bore")
        assert dial is not None
        assert bore is not None
        assert min(worst((bore, 1), (dial, -1))) > 0.05
