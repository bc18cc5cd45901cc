"""Templates written wrongly are told what is wrong and where; tables, catalogue, placements, bills, what numbers rest on."""

from __future__ import annotations

import itertools
import re
import textwrap
from math import cos, pi, radians, sin
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import (
    Figures,
    Item,
    Material,
    Mm,
    Option,
    Placement,
    Product,
    Table,
    TableError,
    TemplateError,
    UnknownTemplate,
    angle,
    bought,
    choice,
    count,
    derived,
    interface,
    length,
    load_template,
    part,
    rule,
    template_names,
)
from configurator.product.catalogue import load_folder
from configurator.product.rests import rests_on

HEAD = "from __future__ import annotations\nfrom configurator import *\n"


def write(folder: Path, body: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "template.py").write_text(HEAD + textwrap.dedent(body))
    return folder


PLAIN = '''
    class Plate(Product):
        """A plate."""
        prefix, revision = "PL", "A"
        size: Mm = length(4, 1, 9, step=1, label="Size")
'''


# --- templates


@pytest.mark.parametrize(("line", "said"), [
    ('@rule\n    def strong(self): return self.size > 1', "strong: a rule needs a docstring"),
    ('@rule\n    def strong(self):\n        "{sise} is too small"\n        return self.size > 1',
     "sentence names {sise}, which is neither a parameter nor a derived value"),
    ('other: Mm = length(0.5, 1, 9, step=1, label="Other")', "the default is not in the domain: Other: 0.5"),
    ('other: Mm = length(1.5, 1, 9, step=1, label="Other")', "lies between two steps"),
    ('other: Mm = length(1, 1, 9.5, step=1, label="Other")', "upper bound 9.5 is not on the grid"),
    ('other: Mm = length(1, 1, 9, step=0, label="Other")', "step 0 must be greater than 0"),
    ('name: str = text(3, label="Name", default="漢")', "the default is not in the domain"),
    ('other: Mm = 3.0', "a parameter is made with length, angle, count, choice, flag, text or scan"),
    ('other: Mm', "a parameter is made with length, angle, count, choice, flag, text or scan"),
    ('prefix = "P"', "prefix 'P' must be 2 or 3 letters"),
    ('@interface("plate", "bolt", kind="thread")\n    def thread(self): return 1.0', "interface with 'bolt', which is no part"),
    ('@part(material=length(1, 1, 9, step=1, label="Other"), process="x")\n    def more(self): ...',
     "material must be a choice of this template"),
    ('@rule\n    def strong(self):\n        "It is strong"\n        return __import__("math").sqrt(self.size) > 1', "configurator.sqrt"),
    ('other = length(1, 1, 9, step=1, label="Other")', "other"),
    ('@part(material="x", process="bought")\n    def bolt(self): ...', "Plate.bolt: its process is 'bought'; say what is ordered "
     "with @bolt.item"),
    ('@part(material="x", process="cast")\n    def bolt(self): ...\n    @bolt.item\n    def bolt_item(self): ...',
     "Plate.bolt: it has an item, so it is bought and not made; write process='bought'"),
])
def test_a_mistake_in_a_template_is_told(tmp_path: Path, line: str, said: str) -> None:
    plate = '@part(material="steel", process="mill")\n    def plate(self): return ()'
    body = textwrap.dedent(PLAIN) + f"\n    {plate}\n    {line}\n"
    with pytest.raises(TemplateError, match=re.escape(said)):
        load_folder(write(tmp_path / "plate", body))


@pytest.mark.filterwarnings("ignore:Field name:UserWarning")
@pytest.mark.parametrize("name", ["number", "parts", "choices", "say", "title", "home", "model_copy"])
def test_names_that_every_product_uses_are_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match=name):
        load_folder(write(tmp_path / "plate", PLAIN + f'        {name}: Mm = length(1, 1, 9, step=1, label="N")\n'))


@pytest.mark.parametrize(("body", "said"), [
    (PLAIN + PLAIN.replace("Plate", "Other"), r"template\.py: one class must derive from Product; found Plate, Other"),
    ("x = 1", "one class must derive from Product; found none"),
    (PLAIN + "        def broken(:\n", r"template\.py:\d+: SyntaxError"),
    (textwrap.dedent(PLAIN) + "\nx = 1 / 0\n", r"template\.py:\d+: ZeroDivisionError: division by zero"),
    ("import nowhere_at_all\n" + textwrap.dedent(PLAIN), r"template\.py:3: ModuleNotFoundError"),
    ("from . import shapes\n" + textwrap.dedent(PLAIN), r"template\.py:3: ImportError"),
])
def test_a_file_that_cannot_be_loaded_is_told_with_its_line(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        load_folder(write(tmp_path / "plate", textwrap.dedent(body)))
    assert load_folder(write(tmp_path / "plate", PLAIN), fresh=True)().choices == {"size": 4.0}


def test_a_subclass_has_its_own_rules_and_parts() -> None:
    ring = load_template("ring")

    class Wide(ring):  # type: ignore[misc, valid-type]
        @derived
        def bore(self) -> Mm:
            return 99.0

    assert [each.name for each in Wide.rules] == [each.name for each in ring.rules]
    assert not {id(each) for each in Wide.rules} & {id(each) for each in ring.rules}
    assert (Wide().bore, ring().bore) == (99.0, pytest.approx(54 / (2 * pi)))
    assert isinstance(Wide(), ring)
    assert Wide.fingerprint != ring.fingerprint
    assert Wide.parts["band"] is not ring.parts["band"]


def test_every_kind_of_parameter() -> None:
    class Kinds(Product):
        prefix = "AL"
        constant: ClassVar[int] = 3
        turn: float = angle(15, 0, 90, step=15, label="Turn")
        holes: int = count(3, 1, 9, label="Holes")

    assert list(Kinds.parameters) == ["turn", "holes"]
    assert Kinds(holes="4").holes == 4
    assert type(Kinds(holes=4.0).holes) is int
    assert Kinds(holes=4.0).number == Kinds(holes=4).number
    for holes, said in ((3.5, "“3.5” is not a whole number"), (10, "10 is outside 1 to 9"), (True, "“True” is not a number")):
        with pytest.raises(ValueError, match=said):
            Kinds(holes=holes)
    with pytest.raises(ValueError, match="20° lies between two steps; choose 15° or 30°"):
        Kinds(turn=20)


# --- tables


class Row(Option):
    size: Mm
    teeth: int = 0


def table(folder: Path, content: str | bytes) -> Table[Row]:
    file = folder / "rows.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Table(Row, file)


def test_a_row_that_lacks_a_number_is_withheld_and_says_why(tmp_path: Path) -> None:
    rows = table(tmp_path, "name,size,teeth,grade,source,label\nM3,3,5,A,ISO 261,\nM4,,6,B,x,\nM5, 5 ,,design,x,Five\n")
    assert list(rows) == ["M3", "M5"]
    assert rows.withheld == {"M4": "size"}
    assert (rows["M3"].size, rows["M3"].teeth, rows["M5"].size, rows["M5"].teeth, rows["M5"].label) == (3.0, 5, 5.0, 0, "Five")
    assert (rows["M3"], {rows["M3"]: 1}["M3"], str(rows["M3"])) == ("M3", 1, "M3")


def test_a_number_may_have_a_grade_of_its_own(tmp_path: Path) -> None:
    rows = table(tmp_path, "name,size,size_grade,size_source,size_unit,grade,source\nM3,3,C,guess,mm,A,ISO\nM4,4,,,,A,ISO\n")
    assert (rows["M3"].graded("size").grade, rows["M3"].graded("size").source, rows["M3"].graded("size").unit) == ("C", "guess", "mm")
    assert (rows["M4"].graded("size").grade, rows["M4"].graded("size").source) == ("A", "ISO")
    assert [rows[name].graded("size").to_be_confirmed for name in rows] == [True, False]


@pytest.mark.parametrize(("content", "said"), [
    ("name,size,grade,source\nM3,3,A,x\nM3,4,A,x\n", r"rows\.csv:3: the name 'M3' stands twice"),
    ("name,size,grade,source\nM3,,A,x\nM3,4,A,x\n", r"rows\.csv:3: the name 'M3' stands twice"),
    ("name,size,grade,source\nM3,3,D,x\n", r"rows\.csv:2: grade 'D' is not one of A, B, C, design"),
    ("name,size,size_grade,grade,source\nM3,3,z,A,x\n", r"rows\.csv:2: size_grade 'z' is not one of"),
    ("name,size,grade,source\nM3,3,A,x,y\n", r"rows\.csv:2: more cells than columns; quote cells with commas"),
    ("name,size,grade,source\nM3,large,A,x\n", r"rows\.csv:2: 'M3': size: "),
    ("name,size,grade,source\nM3,nan,A,x\n", r"rows\.csv:2: 'M3': size: .*finite"),
    ("name,size,grade,source\n,3,A,x\n", r"rows\.csv:2: name must be filled in"),
    ("name,size,grade,source\nM3,,A,x\n", "no row is complete, so nothing can be offered"),
    ("name,size,grade,source\nM3,3\n", "no row is complete"),
    ("", "no row is complete"),
    (b"name,size,grade,source\nM\xff,3,A,x\n", "cannot be read"),
])
def test_a_table_that_is_wrong_says_where(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(TableError, match=said):
        table(tmp_path, content)


def test_a_table_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.csv: cannot be read"):
        Table(Row, tmp_path / "none.csv")


def test_a_table_saved_by_a_spreadsheet_can_be_read(tmp_path: Path) -> None:
    rows = table(tmp_path, b"\xef\xbb\xbfname,size,grade,source\r\nM3,3,A,\"x, y\"\r\n")
    assert (rows["M3"].size, rows["M3"].source) == (3.0, "x, y")


def test_figures_are_numbers_with_a_source(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("name,value,unit,grade,source\ndepth,0.1,mm,C,shop\nshare,2,,design,taste\n")
    figures = Figures(file)
    assert (figures.depth, figures.share, list(figures)) == (0.1, 2.0, ["depth", "share"])
    assert (figures.graded("depth").unit, figures.graded("depth").to_be_confirmed, figures.graded("share").to_be_confirmed) == ("mm", True, False)
    with pytest.raises(AttributeError, match=r"has no figure 'width'; it has depth, share"):
        _ = figures.width
    for line, said in (("depth,0.2,mm,C,x", "must be finite and stand once"), ("a,inf,mm,C,x", "must be finite"),
                       ("a,x,mm,C,x", "'x' is not a number"), ("a,,mm,C,x", "value must be filled in"),
                       ("a,1,mm,Z,x", "grade 'Z'"), ("a,1,mm,C,", "source must be filled in")):
        file.write_text(f"name,value,unit,grade,source\ndepth,0.1,mm,C,shop\n{line}\n")
        with pytest.raises(TableError, match=said):
            _ = Figures(file).depth


# --- catalogue


def test_named_folders_come_before_the_installed_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write(first / "plate", PLAIN)
    write(first / "ring", PLAIN.replace("Plate", "OtherRing"))
    write(second / "plate", PLAIN.replace("Plate", "Hidden"))
    write(second / "Not-A-Name", PLAIN)
    (second / "empty").mkdir()
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", f"{first}::{second}:{tmp_path / 'nowhere'}")
    assert template_names() == sorted({"plate", "ring"} | {path.parent.name for path in
                                       (Path(__file__).parents[2] / "part_templates").glob("*/template.py")})
    assert (load_template("plate").__name__, load_template("ring").__name__) == ("Plate", "OtherRing")
    assert load_template(str(second / "plate")).__name__ == "Hidden"
    assert load_template("plate").template == "plate"
    monkeypatch.delenv("CONFIGURATOR_TEMPLATES")
    assert load_template("ring").__name__ == "Ring"


def test_an_unknown_name_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(UnknownTemplate, match=r"there is no template 'rign'; there are: .*ring.*set CONFIGURATOR_TEMPLATES"):
        load_template("rign")
    for name in ("", "..", "ring.template", "__init__", "Ring"):
        with pytest.raises(UnknownTemplate):
            load_template(name)
    with pytest.raises(UnknownTemplate, match=r"holds no template\.py"):
        load_template(f"{tmp_path}/")


def test_edits_count_after_a_fresh_load(tmp_path: Path) -> None:
    folder = write(tmp_path / "plate", "from .sizes import LARGEST\n" + textwrap.dedent(PLAIN).replace("9,", "LARGEST,"))
    (folder / "sizes.py").write_text("LARGEST = 9\n")
    before = load_folder(folder)
    assert load_folder(folder) is before
    (folder / "sizes.py").write_text("LARGEST = 100\n")
    after = load_folder(folder, fresh=True)
    assert (before.parameters["size"].high, after.parameters["size"].high) == (9, 100)  # type: ignore[attr-defined]
    assert before.fingerprint != after.fingerprint
    assert before().number == after().number
    (folder / "notes.md").write_text("no shape depends on this")
    assert load_folder(folder, fresh=True).fingerprint == after.fingerprint


# --- placements


@given(st.builds(Placement, *[st.floats(-1e3, 1e3)] * 3, *[st.floats(-720, 720)] * 3))
def test_a_placement_is_a_rotation_and_a_move(place: Placement) -> None:
    import numpy as np

    matrix = np.array(place.matrix())
    turn = matrix[:, :3]
    assert np.allclose(turn @ turn.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(turn) == pytest.approx(1)
    assert tuple(matrix[:, 3]) == (place.x, place.y, place.z)

    def about(axis: str, degrees: float) -> Any:
        c, s = cos(radians(degrees)), sin(radians(degrees))
        return np.array({"z": [[c, -s, 0], [s, c, 0], [0, 0, 1]], "x": [[1, 0, 0], [0, c, -s], [0, s, c]]}[axis])

    assert np.allclose(turn, about("z", place.turn) @ about("x", place.tilt) @ about("z", place.spin), atol=1e-12)


def test_quarter_turns_are_exact() -> None:
    for angles in itertools.product((-90, 0, 90, 180, 270, 360, 450), repeat=3):
        matrix = Placement(0, 0, 0, *angles).matrix()
        assert {abs(value) for row in matrix for value in row} == {0.0, 1.0}
    assert Placement().matrix() == ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0))


# --- bills, and what numbers rest on


@pytest.fixture
def cart(tmp_path: Path) -> type[Product]:
    (tmp_path / "metals.csv").write_text("name,label,density,density_grade,density_source,standard,wall,grade,source\n"
                                         "steel,Mild steel,7.85,B,handbook,EN 10025,2,C,shop\nbrass,,8.5,,,,3,A,maker\n")
    (tmp_path / "figures.csv").write_text("name,value,unit,grade,source\ngap,0.2,mm,C,shop\nunread,9,mm,C,shop\n")

    class Metal(Material):
        wall: Mm

    class Cart(Product):
        prefix, revision, title = "CA", "C", "Cart"
        figures = Figures(tmp_path / "figures.csv")
        wheels: int = count(4, 0, 6, label="Wheels")
        metal: Metal = choice(Table(Metal, tmp_path / "metals.csv"), label="Metal")
        size: Mm = length(10, 5, 20, step=1, label="Size")

        @derived
        def room(self) -> Mm:
            return self.size - 2 * self.figures.gap

        @rule
        def thick(self) -> bool:
            "{size} mm is too thin"
            return self.size >= self.metal.wall

        @part(material=metal, process="mill", label="Body")
        def body(self) -> Any: ...

        @part(material="rubber", process="mould")
        def front_wheel(self) -> Any: ...

        @front_wheel.place
        def wheels_round(self) -> list[Placement]:
            return [Placement(x=index) for index in range(self.wheels)]

        @bought
        def bolts(self) -> list[Item]:
            return [Item("M3x8", self.wheels, "Screw", "ISO 4762", "any"), Item("Glue")]

    return Cart


def test_the_bill_of_materials(cart: type[Product]) -> None:
    bill = cart(wheels=3).bill_of_materials()
    assert [(line.level, line.item, line.description, line.quantity, line.made, line.material) for line in bill] == [
        (0, 0, "Cart", 1, True, ""), (1, 1, "Body", 1, True, "Mild steel"), (1, 2, "Front wheel", 3, True, "rubber"),
        (1, 3, "Screw", 3, False, ""), (1, 4, "Glue", 1, False, "")]
    number = cart(wheels=3).number
    assert [line.part_number for line in bill] == [number, f"{number}-01", f"{number}-02", "M3x8", "Glue"]
    assert (bill[1].standard, bill[1].process, bill[1].revision, bill[3].standard, bill[3].supplier) == ("EN 10025", "mill", "C", "ISO 4762", "any")
    none = cart(wheels=0).bill_of_materials()
    assert [line.description for line in none] == ["Cart", "Body", "Glue"]
    assert [line.item for line in none] == [0, 1, 2]


def test_what_a_configuration_rests_on(cart: type[Product]) -> None:
    found = {rest.name: (rest.option, rest.graded.value, rest.graded.grade) for rest in rests_on(cart(), ["room", "size"])}
    assert found == {"figures.gap": ("", 0.2, "C"), "metal.wall": ("steel", 2.0, "C"), "metal.density": ("steel", 7.85, "B")}
    assert {each.name for each in rests_on(cart(metal="brass"), [])} == {"metal.wall", "metal.density"}
    assert not any(each.graded.to_be_confirmed for each in rests_on(cart(metal="brass"), []))


def ordered(**items: Item) -> type[Product]:
    """A box with bought parts of these items round it; the frame stands between them."""
    def drawn(item: Item) -> Any:
        made = part(material="steel", process="bought")(lambda self: None)
        made.item(lambda self: item)
        return made

    own = {name: drawn(item) for name, item in items.items()}
    first, *rest = own
    frame = part(material="steel", process="mill")(lambda self: None)
    lid = part(material="steel", process="mill")(lambda self: None)
    return type("Box", (Product,), {"__module__": __name__, "prefix": "BX", "revision": "A", first: own[first], "frame": frame,
                                    **{name: own[name] for name in rest}, "lid": lid})


def test_bought_parts_bear_the_name_of_their_item_and_made_ones_are_counted_without_them() -> None:
    box = ordered(hinge=Item("H-1", description="Hinge"), screw=Item("DIN 7-2", standard="DIN 7", supplier="S"))()
    assert list(box.parts) == ["hinge", "frame", "screw", "lid"]
    assert [box.part_number(name).removeprefix(box.number) for name in box.parts] == ["H-1", "-01", "DIN 7-2", "-02"]
    assert [(line.item, line.part_number.removeprefix(box.number), line.part, line.description, line.made, line.material,
             line.standard, line.supplier) for line in box.bill_of_materials()[1:]] == [
        (1, "-01", "frame", "Frame", True, "steel", "", ""), (2, "-02", "lid", "Lid", True, "steel", "", ""),
        (3, "H-1", "hinge", "Hinge", False, "", "", ""), (4, "DIN 7-2", "screw", "DIN 7-2", False, "", "DIN 7", "S")]


@pytest.mark.parametrize(("items", "said"), [
    ({"hinge": Item("H-1", 2)}, r"Box\.hinge: the item 'H-1' has the quantity 2; leave it out"),
    ({"hinge": Item(" ")}, r"Box\.hinge: @hinge\.item must return an Item with a name"),
    ({"hinge": "H-1"}, r"Box\.hinge: @hinge\.item must return an Item with a name; it returned 'H-1'"),
    ({"hinge": Item("H-1"), "other": Item("H-1")}, r"Box\.other and hinge are both the item 'H-1'"),
])
def test_an_order_that_cannot_be_told_is_refused(items: dict[str, Any], said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        ordered(**items)().bill_of_materials()


def test_an_items_description_is_filled_in_and_translated_by_item_or_part(tmp_path: Path) -> None:
    body = PLAIN + textwrap.indent(textwrap.dedent('''
        @part(material="steel", process="bought", label="Bolt")
        def bolt(self): ...
        @bolt.item
        def bolt_item(self): return Item(f"BOLT-{self.size:g}", description="Bolt of {size} mm")
    '''), "    " * 2)
    folder = write(tmp_path / "plate", body)
    (folder / "de.toml").write_text('[items]\nbolt = "Bolzen von {size} mm"\nBOLT-5 = "Der Bolzen"\n', encoding="utf-8")
    plate = load_folder(folder)
    from configurator.product.bill import lines

    assert [lines(plate(size=size), language)[1].description for size in (4, 5) for language in ("en", "fr", "de")] == [
        "Bolt of 4 mm", "Bolt of 4 mm", "Bolzen von 4 mm", "Bolt of 5 mm", "Bolt of 5 mm", "Der Bolzen"]


def test_an_interface_may_be_declared_between_parts(cart: type[Product]) -> None:
    class Joined(cart):  # type: ignore[misc, valid-type]
        @interface("body", "front_wheel", kind="press fit")
        def axle(self) -> float:
            return 2.0 * self.wheels

    (name, each), = Joined.interfaces.items()
    assert (name, each.parts, each.kind, Joined(wheels=3).axle) == ("axle", ("body", "front_wheel"), "press fit", 6.0)
