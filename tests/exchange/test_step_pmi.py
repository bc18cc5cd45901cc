"""Semantic PMI in the STEP file of a part: read back, held against the schema, and read by kernels' own importers."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from configurator.errors import PackageRefused
from configurator.exchange.step import assembly_file, outline, part_file, read_pmi
from configurator.product.placement import Placement

HERE = Path(__file__).parent


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"exchange_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


solids, flange, schema, judges = map(_beside, ("step_solids", "step_flange", "step_schema", "test_step_judges"))
SIZES = {"diameter", "radius", "distance", "angle"}
DIMENSIONS = [each.characteristic for each in flange.controlled() if each.characteristic.kind in SIZES]
TOLERANCES = [each.characteristic for each in flange.controlled() if each.characteristic.kind not in
              {*SIZES, "thread", "roughness"}]


@cache
def written() -> bytes:
    return part_file(flange.part(), solids.HEADER)


@cache
def told() -> set[str]:
    """Names of the instances that are PMI."""
    plain = schema.instances(part_file(flange.part(()), solids.HEADER))
    first = max(map(number, plain))  # the last of a plain file is the category of its product
    return {name for name in schema.instances(written()) if first <= number(name) < max(map(number, schema.instances(written())))}


def number(name: str) -> int:
    return int(name[1:])


def of_type(keyword: str) -> list[list]:
    return [values for parts in schema.instances(written()).values() for part, values in parts if part == keyword]


class TestReadBack:
    def test_gives_value_and_limits_of_every_characteristic(self):
        stated = {each.name: each for each in read_pmi(written())}
        assert len(stated) == len(flange.controlled())
        for characteristic, faces, _ in flange.controlled():
            pmi = stated[characteristic.name]
            assert (pmi.kind, pmi.nominal, pmi.lower, pmi.upper, pmi.fit, pmi.datum, pmi.refs, pmi.faces) == (
                characteristic.kind, characteristic.nominal, characteristic.lower, characteristic.upper, characteristic.fit,
                characteristic.datum, characteristic.to, faces)

    def test_gives_zone_thread_and_what_has_no_entity_of_its_own(self):
        stated = {each.name: each for each in read_pmi(written())}
        assert {name for name, each in stated.items() if each.around} == {"bore_square", "hole_place", "outside_centred"}
        assert (stated["screw"].designation, stated["screw"].more) == ("M3", {"usable length": 6.5})
        assert stated["hole"].more == {"number of features": "4"}
        assert stated["bore"].more == {"inspection": "every piece"}
        assert stated["web"].more == {"state": "before finishing", "finishing allowance": 0.02}
        assert stated["rounding"].more == {"tolerance": "general"}
        assert stated["outside"].more == {}

    def test_numbers_stand_exactly_as_published(self):
        """ISO 286-2: 20 H7 is 0/+21 um, 40 f7 is -25/-50 um."""
        text = written().decode("ascii")
        for expected in ("LIMITS_AND_FITS('H','hole','7','')", "LIMITS_AND_FITS('f','shaft','7','')",
                         "LENGTH_MEASURE(20.021)", "LENGTH_MEASURE(39.975)", "LENGTH_MEASURE(39.95)",
                         "PLANE_ANGLE_MEASURE(-0.5)", "LENGTH_MEASURE(0.008)"):
            assert expected in text

    def test_of_a_file_without_is_empty(self):
        assert read_pmi(part_file(flange.part(()), solids.HEADER)) == ()

    def test_refuses_what_was_torn(self):
        """Whatever is missing, a reader gets a refusal or what is left; it never meets another error."""
        lines = written().splitlines(keepends=True)
        places = [place for place, line in enumerate(lines) if line.split(b"=")[0].decode() in told()]
        dice, refused = random.Random(6), 0
        for place in dice.sample(places, 60):
            for torn in (b"", re.sub(rb"\((?:'[^']*'|[^,()]*),", b"(", lines[place], count=1)):
                try:
                    read_pmi(b"".join([*lines[:place], torn, *lines[place + 1:]]))
                except PackageRefused:
                    refused += 1
        assert refused > 20


class TestSchema:
    def test_finds_every_instance_as_it_must_be(self):
        assert len(told()) > 200
        assert schema.faults(written(), told()) == []

    @pytest.mark.parametrize(("was", "becomes"), [
        (b"DIMENSIONAL_SIZE(", b"DIMENSIONAL_SIZE('',"), (b",'diameter')", b",1.)"), (b".SMALL.", b".TINY."),
        (b"TOLERANCE_VALUE(#", b"TOLERANCE_VALUE(#1,#"), (b"LENGTH_MEASURE(0.02)", b"LENGTH_MEASURE(0)"),
        (b"FLATNESS_TOLERANCE(", b"FLATNESSTOLERANCE("), (b"GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE((", b"DATUM_SYSTEM(("),
        (b"MEASURE_REPRESENTATION_ITEM()", b"")])
    def test_check_sees_what_is_wrong(self, was, becomes):
        assert was in written()
        assert schema.faults(written().replace(was, becomes, 1), told())

    def test_rules_of_uniqueness_and_order_hold(self):
        """UNIQUE and WHERE rules of the entities: one usage for a feature, one tolerance for a dimension, and so on."""
        for keyword, place in (("GEOMETRIC_ITEM_SPECIFIC_USAGE", 2), ("PLUS_MINUS_TOLERANCE", 1), ("DATUM", 4),
                               ("DATUM_SYSTEM", 0), ("DIMENSIONAL_CHARACTERISTIC_REPRESENTATION", 0), ("ID_ATTRIBUTE", 0),
                               ("ID_ATTRIBUTE", 1), ("GENERAL_PROPERTY_ASSOCIATION", 3)):
            named = [values[place] for values in of_type(keyword)]
            assert len(named) == len(set(named)) > 0, keyword
        entities = schema.instances(written())
        value = {name: float(parts[0][1][0][1][0]) for name, parts in entities.items() if parts[0][0].endswith("MEASURE_WITH_UNIT")
                 and len(parts) == 1 and isinstance(parts[0][1][0], tuple)}
        assert all(value[lower] < value[upper] for lower, upper in of_type("TOLERANCE_VALUE"))
        compartments = [each for system in of_type("DATUM_SYSTEM") for each in system[4]]
        assert len(compartments) == len(set(compartments)) == len(of_type("DATUM_REFERENCE_COMPARTMENT"))
        links = of_type("SHAPE_ASPECT_RELATIONSHIP")
        for name, parts in entities.items():
            kinds = {part for part, _ in parts}
            to = [entities[link[3]][0][0] for link in links if link[2] == name]
            assert to.count("DATUM") == ("DATUM_FEATURE" in kinds)
            if "COMPOSITE_GROUP_SHAPE_ASPECT" in kinds:
                assert len(to) - to.count("DATUM") >= 2

    def test_every_face_referred_to_is_one_of_the_solid(self):
        entities = schema.instances(written())
        shell, = of_type("CLOSED_SHELL")
        usages = of_type("GEOMETRIC_ITEM_SPECIFIC_USAGE")
        assert {usage[4] for usage in usages} <= set(shell[1])
        assert {entities[usage[3]][0][0] for usage in usages} == {"ADVANCED_BREP_SHAPE_REPRESENTATION"}


@pytest.fixture(scope="module")
def occt(tmp_path_factory):
    """What OCCT's importer made of the file: dimensions and tolerances in the order of the file."""
    path = tmp_path_factory.mktemp("pmi") / "flange.step"
    path.write_bytes(written())
    return _beside("step_occt").read(path)


class TestOcct:
    def test_finds_every_dimension_with_its_limits(self, occt):
        assert len(occt.dimensions) == len(DIMENSIONS)
        for read, told_ in zip(occt.dimensions, DIMENSIONS, strict=True):
            assert read.has_class == bool(told_.fit)
            if told_.lower is None:
                assert (read.nominal, read.limits) == (told_.nominal, None)
            elif told_.lower <= 0 <= told_.upper and not told_.fit:
                assert read.nominal == told_.nominal
                assert read.limits == pytest.approx((told_.nominal + told_.lower, told_.nominal + told_.upper), abs=1e-12)
            else:
                assert read.limits == pytest.approx((told_.nominal + told_.lower, told_.nominal + told_.upper), abs=1e-12)

    def test_finds_the_classes_of_iso_286(self, occt):
        assert occt.classes == [("H", "hole", "7"), ("f", "shaft", "7")]

    def test_finds_every_tolerance_with_value_zone_and_datums(self, occt):
        words = {"roundness": "CircularityOrRoundness", "profile": "ProfileOfSurface", "runout": "CircularRunout"}
        assert occt.tolerances == [(words.get(each.kind, each.kind.capitalize()), each.name, each.upper,
                                    each.around or each.kind == "coaxiality", each.to) for each in TOLERANCES]

    def test_finds_them_on_the_right_surfaces(self, occt):
        for read, told_ in zip(occt.dimensions, DIMENSIONS, strict=True):
            near = {(kind, diameter and round(diameter, 6)) for kind, diameter in read.surfaces}
            assert near == {(each.kind, each.diameter and round(each.diameter, 6)) for each in told_.on}, told_.name

    def test_has_nothing_to_complain_of_but_the_roughness_that_it_does_not_know(self, occt):
        assert len(occt.fails) == 2
        assert set(occt.fails) == {"Parameter n0.2 (used_representation) : Entity has illegal type"}


@pytest.mark.parametrize("program", ["FREECAD", "GMSH"])
def test_other_programs_find_the_solid_as_before(judge, tmp_path, program):
    paths = []
    for name, of in (("with", None), ("without", ())):
        paths.append(str(tmp_path / f"{name}.step"))
        Path(paths[-1]).write_bytes(part_file(flange.part(of), solids.HEADER))
    package = {"FREECAD": "FreeCAD (freecad-python3)", "GMSH": "gmsh (python3-gmsh)"}[program]
    with_, without = judge(package, lambda: judges.asked(getattr(judges, program), paths))
    assert with_["solids"] == without["solids"]
    assert with_["faces"] == without["faces"] == flange.measured()[0].faces
    (volume, *_), = with_["solids"]
    assert volume == pytest.approx(flange.measured()[0].volume, rel=1e-5)


class TestWriting:
    def test_leaves_the_rest_of_the_file_as_it_was(self):
        plain, text = part_file(flange.part(()), solids.HEADER).splitlines(), written().splitlines()
        first = next(place for place, (one, other) in enumerate(zip(plain, text, strict=False)) if one != other)
        assert plain[first].split(b"=")[1].startswith(b"PRODUCT_RELATED_PRODUCT_CATEGORY(")
        rest = len(plain) - first - 1
        assert text[-rest:] == plain[-rest:]
        assert len(text) - len(plain) == len(told())

    def test_leaves_the_assembly_as_it_was(self):
        with_, without = (assembly_file("FL-ASM", "", [(flange.part(of), [Placement()])], solids.HEADER) for of in (None, ()))
        assert with_ == without

    def test_is_the_same_in_another_process(self):
        program = ("import hashlib, step_flange as f, step_solids as s; from configurator.exchange.step import part_file; "
                   "print(hashlib.sha256(part_file(f.part(), s.HEADER)).hexdigest())")
        path = os.pathsep.join([str(HERE), *filter(None, sys.path)])
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                              env={**os.environ, "PYTHONHASHSEED": "4242", "TZ": "America/Adak", "PYTHONPATH": path})
        assert done.stdout.strip() == hashlib.sha256(written()).hexdigest()

    def test_takes_less_than_20_ms_for_30_characteristics(self):
        def spent(part) -> float:
            start = time.process_time()
            part_file(part, solids.HEADER)
            return time.process_time() - start

        assert len(flange.controlled()) >= 29
        with_, without = flange.part(), flange.part(())
        assert min(spent(with_) for _ in range(9)) - min(spent(without) for _ in range(9)) < 0.020

    def test_leaves_nothing_of_the_part_to_be_missed_by_the_check_of_a_package(self):
        from configurator.geometry.kernel.step import reread

        found, = reread(written())
        assert not found.differences()
        assert outline(written()) == outline(part_file(flange.part(()), solids.HEADER))

    def test_tells_two_features_apart_that_one_face_is_both_of(self):
        """As the two ends of a ring that is rounded all over: one face reaches both."""
        found = next(each for each in flange.controlled() if each.characteristic.name == "groove_depth")
        for faces in ((5,), (11, 13)):
            data = part_file(flange.part((found._replace(faces=(faces, faces)),)), solids.HEADER)
            (_, _, relating, related), = (values for parts in schema.instances(data).values() for part, values in parts
                                          if part == "DIMENSIONAL_LOCATION")
            assert relating != related
            assert read_pmi(data)[0].faces == (faces, faces)

    def test_refuses_a_datum_that_nobody_declares(self):
        found, = (each for each in flange.controlled() if each.characteristic.name == "top_parallel")
        with pytest.raises(ValueError, match="top_parallel refers to the datums A; no characteristic declares A"):
            part_file(flange.part((found,)), solids.HEADER)

    def test_keeps_names_from_breaking_the_text(self):
        found = next(each for each in flange.controlled() if each.characteristic.kind == "thread")
        odd = found._replace(characteristic=replace(found.characteristic, designation="M3'); \\ × 中"))
        pmi, = read_pmi(part_file(flange.part((odd,)), solids.HEADER))
        assert pmi.designation == "M3'); \\ × 中"
