from __future__ import annotations

import hashlib
import importlib.util
import os
import pickle
import random
import re
import subprocess
import sys
from math import pi
from pathlib import Path

import pytest

from configurator.errors import PackageRefused
from configurator.exchange.step import assembly_file, body, outline, part_file
from configurator.exchange.step import part21 as p21

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("exchange_step_solids", HERE / "step_solids.py")
solids = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(solids)

WRAPPED = b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('X'));\nENDSEC;\nDATA;\n%bENDSEC;\nEND-ISO-10303-21;\n"


def reread(data: bytes):
    from configurator.geometry.kernel.step import reread

    return reread(data)


def renumbered(data: bytes, seed: int) -> bytes:
    """The same content as another writer might have put it: other numbers, other order, other white space."""
    dice = random.Random(seed)
    exchange = p21.read(data)
    numbers = dict(zip(exchange.entities, dice.sample(range(1, 10**6), len(exchange.entities)), strict=True))
    lines = [b"#%d = %b;\r\n" % (numbers[name], p21.REFERENCE.sub(lambda found: b"#%d" % numbers[found[0]], text)
                                 .replace(b",", dice.choice([b",", b" , ", b",\n  ", b",/* ;#1 ' */"])))
             for name, text in exchange.entities.items()]
    dice.shuffle(lines)
    return WRAPPED % b"".join(lines)


class TestBody:
    @pytest.mark.parametrize("name", solids.NAMES)
    def test_is_the_same_whoever_numbered_the_file(self, name):
        made = body(solids.raw(name))
        for seed in range(3):
            assert body(renumbered(solids.raw(name), seed)) == made

    @pytest.mark.parametrize("name", solids.NAMES)
    def test_comes_back_out_of_the_file_it_went_into(self, name):
        made = solids.part(name).body
        assert body(part_file(solids.part(name), solids.HEADER)) == made
        assert pickle.loads(pickle.dumps(made)) == made

    def test_moves_to_any_block_of_numbers(self):
        made = solids.part("ring").body
        text = made.text(after=5000)
        names = list(p21.read(WRAPPED % text).entities)
        assert names == [b"#%d" % number for number in range(5001, 5001 + made.size)]
        assert not p21.dangling(p21.read(WRAPPED % text))
        assert re.sub(rb"#(\d+)", lambda found: b"#%d" % (int(found[1]) - 5000), text) == made.text()

    def test_holds_each_point_and_direction_once_and_no_negative_zero(self):
        for name in solids.NAMES:
            texts = list(p21.read(WRAPPED % solids.part(name).body.text()).entities.values())
            values = [text for text in texts if text.startswith((b"CARTESIAN_POINT(", b"DIRECTION(", b"VECTOR("))]
            assert len(values) == len(set(values))
            assert not re.search(rb"[(,]-0\.[,)]", b";".join(values))

    def test_lists_faces_as_the_kernel_counts_them(self):
        from io import BytesIO

        from OCP.BRepGProp import BRepGProp
        from OCP.GProp import GProp_GProps
        from OCP.STEPControl import STEPControl_Reader

        from configurator.geometry.kernel.shapes import faces_of

        def areas(shape):
            found = []
            for face in faces_of(shape):
                figures = GProp_GProps()
                BRepGProp.SurfaceProperties_s(face, figures)
                found.append(figures.Mass())
            return found

        for name in ("ring", "loft", "hollow", "text"):
            part = solids.part(name)
            reader = STEPControl_Reader()
            reader.ReadStream("x", BytesIO(part_file(part, solids.HEADER)))
            reader.TransferRoots()
            assert areas(reader.OneShape()) == pytest.approx(areas(solids.solid(name)), rel=1e-6)
            file = p21.read(WRAPPED % part.body.text())
            listed = [face for shell in file.of_type(b"CLOSED_SHELL")
                      for face in p21.parameters(p21.parameters(file.entities[shell])[1])]
            assert [b"#%d" % face for face in part.body.faces] == listed

    def test_wants_exactly_one_solid(self):
        both = assembly_file("A", "", solids.components(), solids.HEADER)
        with pytest.raises(PackageRefused, match="the file holds 2"):
            body(both)
        with pytest.raises(PackageRefused, match="the file holds 0"):
            body(WRAPPED % b"#1=A();\n")

    def test_wants_all_of_it(self):
        with pytest.raises(PackageRefused, match=r"#\d+ is referred to and missing"):
            body(re.sub(rb"#\d+\s*=\s*VERTEX_POINT\([^;]*;", b"", solids.raw("plate"), count=1))


class TestPartFile:
    @pytest.mark.parametrize("name", solids.NAMES)
    def test_holds_one_sound_solid_of_the_same_volume_as_the_kernel_had(self, name):
        part = solids.part(name)
        found, = reread(part_file(part, solids.HEADER))
        assert found.differences() == []
        assert (found.solids, found.shells_closed, found.valid, found.faces) == (1, True, True, part.measured.faces)
        assert found.volume == pytest.approx(part.measured.volume, rel=1e-6)
        assert found.area == pytest.approx(part.measured.area, rel=1e-6)
        assert found.centroid == pytest.approx(part.measured.centroid, abs=1e-5)

    @pytest.mark.parametrize(("name", "volume"), solids.volumes_in_closed_form().items())
    def test_holds_the_volume_that_the_drawing_says(self, name, volume):
        found, = reread(part_file(solids.part(name), solids.HEADER))
        assert found.volume == pytest.approx(volume, rel=1e-6)

    def test_is_read_by_the_kernel_with_all_that_it_says(self):
        part = solids.components()[1][0]
        found, = reread(part_file(part, solids.HEADER))
        assert (found.name, found.material, found.components) == (part.number, "CuZn39Pb3", ())
        assert found.density == pytest.approx(8.47, rel=1e-12)
        assert found.colour == pytest.approx(part.colour, abs=1e-6)
        assert found.stated_volume == pytest.approx(part.measured.volume, rel=1e-11)
        assert found.stated_area == pytest.approx(part.measured.area, rel=1e-11)
        assert found.stated_centroid == pytest.approx(part.measured.centroid, abs=1e-9)

    def test_without_density_says_nothing_of_it(self):
        part = solids.part("sphere", material=solids.StepMaterial("PA 2200", "", None))
        data = part_file(part, solids.HEADER)
        assert b"density" not in data
        assert [(found.material, found.density) for found in reread(data)] == [("PA 2200", None)]

    def test_is_told_by_its_outline(self):
        part = solids.components()[1][0]
        found = outline(part_file(part, solids.HEADER))
        assert found.schema.startswith("AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF")
        assert found.header == solids.HEADER
        assert (found.solids, found.faces, found.products) == (1, (part.measured.faces,), (part.number,))
        assert found.volumes == {part.number: pytest.approx(part.measured.volume, rel=1e-11)}
        assert (found.occurrences, found.dangling, found.duplicates) == ((), (), ())
        assert outline(part_file(solids.part("hollow"), solids.HEADER)).faces == (6, 1)

    def test_measures_density_volume_and_area_in_their_own_units(self):
        data = part_file(solids.part("plate"), solids.HEADER)
        assert units(data, "density measure") == (b"POSITIVE_RATIO_MEASURE(7.98)", {
            b"(MASS_UNIT()NAMED_UNIT(*)SI_UNIT($,.GRAM.))": 1.0,
            b"(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.CENTI.,.METRE.))": -3.0})
        millimetre = b"(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))"
        value, unit = units(data, "volume measure")
        assert (value[:15], unit) == (b"VOLUME_MEASURE(", {millimetre: 3.0})
        assert float(value[15:-1]) == pytest.approx(40 * 30 * 6 - 4 * pi * 2**2 * 6, rel=1e-9)
        value, unit = units(data, "surface area measure")
        assert (value[:13], unit) == (b"AREA_MEASURE(", {millimetre: 2.0})
        assert float(value[13:-1]) == pytest.approx(2 * (1200 - 4 * pi * 2**2) + 140 * 6 + 4 * 2 * pi * 2 * 6, rel=1e-9)

    def test_states_the_gap_that_the_kernel_allowed(self):
        assert solids.part("plate").body.accuracy == 1e-7
        assert 1e-6 < solids.part("loft").body.accuracy < 1e-4
        assert b"LENGTH_MEASURE(1.E-7)" in part_file(solids.part("plate"), solids.HEADER)

    def test_wants_measures_of_the_same_solid(self):
        from dataclasses import replace

        with pytest.raises(ValueError, match="not of one solid"):
            part_file(replace(solids.part("plate"), measured=solids.part("sphere").measured), solids.HEADER)


class TestAssemblyFile:
    def data(self) -> bytes:
        return assembly_file("WC-7K2M9QX4TB", "Watch case", solids.components(), solids.HEADER, revision="A")

    def test_puts_each_piece_where_its_placement_says(self):
        whole, plate, ring = reread(self.data())
        assert [found.differences() for found in (whole, plate, ring)] == [[], [], []]
        assert [(piece.name, piece.product) for piece in whole.components] == [
            (f"{part.number}.{count}", part.number)
            for part, places in solids.components() for count, _ in enumerate(places, 1)]
        for piece, at in zip(whole.components, [at for _, places in solids.components() for at in places], strict=True):
            for row, expected in zip(piece.matrix, at.matrix(), strict=True):
                assert row == pytest.approx(expected, abs=1e-12)
        assert (whole.name, whole.solids, whole.volume) == (
            "WC-7K2M9QX4TB", 3, pytest.approx(2 * plate.volume + ring.volume, rel=1e-9))
        assert (plate.name, ring.name) == tuple(part.number for part, _ in solids.components())

    def test_says_of_every_part_what_its_own_file_says(self):
        for found, (part, _) in zip(reread(self.data())[1:], solids.components(), strict=True):
            alone, = reread(part_file(part, solids.HEADER))
            assert found == alone

    def test_holds_each_shape_once(self):
        found = outline(self.data())
        assert (found.solids, found.faces) == (2, tuple(part.measured.faces for part, _ in solids.components()))
        assert found.products == ("WC-7K2M9QX4TB", *(part.number for part, _ in solids.components()))
        assert (len(found.occurrences), found.dangling, found.duplicates) == (3, (), ())
        assert found.volumes["WC-7K2M9QX4TB"] == pytest.approx(
            sum(len(places) * part.measured.volume for part, places in solids.components()), rel=1e-11)

    def test_states_children_and_notional_centroid(self):
        data = self.data().decode()
        assert "VALUE_REPRESENTATION_ITEM('number of children',COUNT_MEASURE(3.))" in data
        at, = re.findall(r"REPRESENTATION\('notional solids centroid',\(#(\d+)\)", data)
        stated = re.search(rf"#{at}=CARTESIAN_POINT\('centre point',\(([^)]*)\)\)", data)[1]
        placed = [at for _, places in solids.components() for at in places]
        expected = [sum(10 * (row[0] + row[1] + row[2]) + row[3] for row in rows) / 3
                    for rows in zip(*(at.matrix() for at in placed), strict=True)]
        assert list(map(float, stated.split(","))) == pytest.approx(expected, abs=1e-9)

    def test_refuses_what_makes_no_assembly(self):
        (part, places), (other, _) = solids.components()
        for components, sentence in (([], "at least one part"), ([(part, [])], "placed nowhere"),
                                     ([(part, places), (other, places), (part, places)], "more than once")):
            with pytest.raises(ValueError, match=sentence):
                assembly_file("A", "", components, solids.HEADER)
        with pytest.raises(ValueError, match="more than once"):
            assembly_file(part.number, "", [(part, places)], solids.HEADER)


class TestEveryFile:
    def test_has_the_parameters_that_the_schema_asks_for(self):
        for name in solids.NAMES:
            check_schema(part_file(solids.part(name), solids.HEADER))
        check_schema(assembly_file("A", "", solids.components(), solids.HEADER))

    def test_is_the_same_in_every_process(self, tmp_path):
        program = ("import hashlib, sys; sys.path.insert(0, {here!r}); import step_solids as s;"
                   "from configurator.exchange.step import *;"
                   "[s.raw(n) for n in {before!r}];"
                   "print(hashlib.sha256(part_file(s.part('loft'), s.HEADER)"
                   " + assembly_file('A', 'b', s.components(), s.HEADER)).hexdigest())")
        runs = []
        for count, zone in enumerate(("UTC", "America/Adak", "Pacific/Kiritimati")):
            folder = tmp_path / str(count)
            folder.mkdir()
            before = solids.NAMES[::-1][:2 * count]
            runs.append(subprocess.Popen([sys.executable, "-c", program.format(here=str(HERE), before=before)],
                                         text=True, stdout=subprocess.PIPE, cwd=folder,
                                         env=environment(PYTHONHASHSEED=str(count), TZ=zone)))
        here = hashlib.sha256(part_file(solids.part("loft"), solids.HEADER)
                              + assembly_file("A", "b", solids.components(), solids.HEADER)).hexdigest()
        assert {run.communicate()[0].strip() for run in runs} == {here}

    def test_that_lost_a_face_is_noticed(self):
        for name in ("plate", "ring", "loft", "text"):
            part = solids.part(name)
            data = part_file(part, solids.HEADER)
            for face in random.Random(1).sample(part.body.faces, 4):
                broken = re.sub(rb"(CLOSED_SHELL\('',\([^)]*?)#%d\b,?" % face, rb"\1", data).replace(b",))", b"))")
                assert broken != data
                assert outline(broken).faces == (part.measured.faces - 1,)
                found, = reread(broken)
                assert any("not closed" in sentence for sentence in found.differences())

    def test_whose_text_was_changed_is_noticed(self):
        data = part_file(solids.part("plate"), solids.HEADER)
        geometry = data.index(b"MANIFOLD_SOLID_BREP")
        whole = outline(data)
        dice = random.Random(7)
        unseen = []
        for pattern in (rb"#(\d+)[,)]", rb"#(\d+)=", rb"_POINT\('',\(-?(\d+)\.", rb"([A-Z_]{5,})\(", rb"(['();#=])"):
            for found in dice.sample(list(re.finditer(pattern, data[geometry:])), 8):
                at = geometry + found.start(1)
                new = b"%d" % ((int(data[at:at + 1]) + 1) % 10) if data[at:at + 1].isdigit() else b"Q"
                changed = data[:at] + new + data[at + 1:]
                try:
                    if outline(changed) == whole:
                        unseen.append(changed)
                except PackageRefused:
                    pass
        assert 8 < len(unseen) < 30
        answer = subprocess.run([sys.executable, "-c", READ_ALL.format(str(HERE))], input=pickle.dumps([data, *unseen]),
                                capture_output=True, check=True, env=environment())
        assert answer.stdout.split() == [b"False"] + [b"True"] * len(unseen)


READ_ALL = ("import pickle, sys; sys.path.insert(0, {!r}); import step_solids;"
            "print(*step_solids.which_differ(pickle.load(sys.stdin.buffer)))")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path))), **more}


class TestTheKernel:
    def test_is_silent_and_takes_no_settings_from_others(self, capfd):
        from OCP.Interface import Interface_Static

        from configurator.geometry.kernel.step import reread, write_raw

        made = body(solids.raw("ring"))
        for name, value in (("write.step.unit", "INCH"), ("write.step.schema", "AP203"), ("xstep.cascade.unit", "M")):
            Interface_Static.SetCVal_s(name, value)
        Interface_Static.SetIVal_s("write.surfacecurve.mode", 1)
        assert body(write_raw(solids.solid("ring"))) == made
        Interface_Static.SetCVal_s("xstep.cascade.unit", "M")
        found, = reread(part_file(solids.part("ring"), solids.HEADER))
        assert found.differences() == []
        with pytest.raises(PackageRefused, match="the kernel cannot read"):
            reread(b"ISO-10303-21; nonsense")
        assert capfd.readouterr() == ("", "")

    def test_writes_the_same_of_a_solid_that_was_meshed(self):
        from OCP.BRepBuilderAPI import BRepBuilderAPI_Copy
        from OCP.BRepMesh import BRepMesh_IncrementalMesh
        from OCP.TopoDS import TopoDS

        from configurator.geometry.kernel.step import write_raw

        copy = TopoDS.Solid_s(BRepBuilderAPI_Copy(solids.solid("loft"), True, False).Shape())
        BRepMesh_IncrementalMesh(copy, 0.05, False, 0.2, False)
        assert body(write_raw(copy)) == body(solids.raw("loft"))

    def test_refuses_what_is_no_solid(self):
        from OCP.TopoDS import TopoDS_Solid

        from configurator.errors import BuildFailed
        from configurator.geometry.kernel.step import write_raw

        with pytest.raises(BuildFailed, match="STEP"):
            write_raw(TopoDS_Solid())

    def test_tells_what_a_file_does_not_state(self):
        found, = reread(solids.raw("sphere"))
        assert [sentence.partition(": ")[2] for sentence in found.differences()] == [
            f"the file does not state its {name}" for name in ("volume", "area", "centroid")]
        assert (found.colour, found.material, found.density) == (None, "", None)


def units(data: bytes, name: str) -> tuple[bytes, dict[bytes, float]]:
    """Value of a measure, and the exponent of each of its units."""
    entities = p21.read(data).entities
    start = f"MEASURE_REPRESENTATION_ITEM('{name}',".encode()
    item, = [text for text in entities.values() if text.startswith(start)]
    _, value, unit = p21.parameters(item)
    elements = [p21.parameters(entities[element]) for element in p21.parameters(p21.parameters(entities[unit])[0])]
    return value, {entities[base]: float(exponent) for base, exponent in elements}


# keyword: parameters as ISO 10303-242 defines them. s string, n number, e enumeration or logical, r reference,
# R list of references, N list of numbers, ? may be $, * derived, m typed measure, x anything
SCHEMA = {
    "APPLICATION_CONTEXT": "s", "APPLICATION_PROTOCOL_DEFINITION": "ssnr", "PRODUCT_CONTEXT": "srs",
    "PRODUCT_DEFINITION_CONTEXT": "srs", "PRODUCT": "sssR", "PRODUCT_DEFINITION_FORMATION": "ssr",
    "PRODUCT_DEFINITION": "ssrr", "PRODUCT_DEFINITION_SHAPE": "ssr", "PRODUCT_RELATED_PRODUCT_CATEGORY": "s?R",
    "SHAPE_DEFINITION_REPRESENTATION": "rr", "SHAPE_REPRESENTATION": "sRr", "ADVANCED_BREP_SHAPE_REPRESENTATION": "sRr",
    "NEXT_ASSEMBLY_USAGE_OCCURRENCE": "sssrr?", "ITEM_DEFINED_TRANSFORMATION": "ssrr",
    "CONTEXT_DEPENDENT_SHAPE_REPRESENTATION": "rr", "DERIVED_UNIT_ELEMENT": "rn", "DERIVED_UNIT": "R",
    "UNCERTAINTY_MEASURE_WITH_UNIT": "mrss", "PROPERTY_DEFINITION": "ssr", "PROPERTY_DEFINITION_REPRESENTATION": "rr",
    "REPRESENTATION": "sRr", "DESCRIPTIVE_REPRESENTATION_ITEM": "ss", "MEASURE_REPRESENTATION_ITEM": "smr",
    "VALUE_REPRESENTATION_ITEM": "sm", "COLOUR_RGB": "snnn", "FILL_AREA_STYLE_COLOUR": "sr", "FILL_AREA_STYLE": "sR",
    "SURFACE_STYLE_FILL_AREA": "r", "SURFACE_SIDE_STYLE": "sR", "SURFACE_STYLE_USAGE": "er",
    "PRESENTATION_STYLE_ASSIGNMENT": "R", "STYLED_ITEM": "sRr",
    "MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION": "sRr",
    "MANIFOLD_SOLID_BREP": "sr", "BREP_WITH_VOIDS": "srR", "CLOSED_SHELL": "sR", "ORIENTED_CLOSED_SHELL": "s*re",
    "ADVANCED_FACE": "sRre", "FACE_BOUND": "sre", "FACE_OUTER_BOUND": "sre", "EDGE_LOOP": "sR", "VERTEX_LOOP": "sr",
    "ORIENTED_EDGE": "s**re", "EDGE_CURVE": "srrre", "VERTEX_POINT": "sr", "CARTESIAN_POINT": "sN", "DIRECTION": "sN",
    "VECTOR": "srn", "AXIS1_PLACEMENT": "srr", "AXIS2_PLACEMENT_3D": "srrr", "LINE": "srr", "CIRCLE": "srn",
    "ELLIPSE": "srnn", "PLANE": "sr", "CYLINDRICAL_SURFACE": "srn", "CONICAL_SURFACE": "srnn",
    "SPHERICAL_SURFACE": "srn", "TOROIDAL_SURFACE": "srnn", "SURFACE_OF_LINEAR_EXTRUSION": "srr",
    "SURFACE_OF_REVOLUTION": "srr", "B_SPLINE_CURVE_WITH_KNOTS": "snReeeNNe",
    "B_SPLINE_SURFACE_WITH_KNOTS": "snnxeeeeNNNNe",
}
NUMBER = rb"-?\d+(\.\d*(E[+-]?\d+)?)?"
FORMS = {"s": rb"'.*'", "n": NUMBER, "e": rb"\.[A-Z_]+\.", "r": rb"#\d+", "R": rb"\(#\d+(,#\d+)*\)",
         "N": rb"\(%b(,%b)*\)" % (NUMBER, NUMBER), "?": rb"\$|'.*'", "*": rb"\*",
         "m": rb"[A-Z_]+_MEASURE\(%b\)" % NUMBER, "x": rb".*"}


def check_schema(data: bytes) -> None:
    for name, text in p21.read(data).entities.items():
        if text.startswith(b"("):
            keywords = re.findall(rb"([A-Z_]+)\(", re.sub(rb"'[^']*'|_MEASURE\(", b"", text))
            assert keywords == sorted(keywords), text
            continue
        keyword = text.partition(b"(")[0].decode()
        for form, parameter in zip(SCHEMA[keyword], p21.parameters(text), strict=True):
            assert re.fullmatch(FORMS[form], parameter), (name, text)
