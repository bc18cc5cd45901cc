"""FreeCAD and gmsh read the STEP files: other versions of the same kernel, with importers of their own.

Debian's packages freecad-python3, gmsh and python3-gmsh, run by the system's Python.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
from math import cos, radians, sin
from pathlib import Path

import pytest

from configurator.exchange.step import assembly_file, part_file

_spec = importlib.util.spec_from_file_location("exchange_step_solids", Path(__file__).parent / "step_solids.py")
solids = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(solids)

PYTHON = "/usr/bin/python3"
FREECAD = r"""
import json, os, sys
sys.path[:0] = [p for p in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(p)]
import FreeCAD, Part, Import
answers = []
for path in json.load(sys.stdin):
    shape = Part.Shape()
    shape.read(path)
    document = FreeCAD.newDocument()
    # merging identical solids crashes FreeCAD 0.20 on every assembly
    Import.insert(path, document.Name, merge=False)
    answers.append({
        "solids": [[s.Volume, list(s.CenterOfMass), s.isValid(), s.isClosed()] for s in shape.Solids],
        "faces": len(shape.Faces), "area": shape.Area,
        "labels": {o.Label: o.TypeId for o in document.Objects}})
sys.stderr.write("ANSWER " + json.dumps(answers) + "\n")
"""
GMSH = r"""
import json, sys
import gmsh
gmsh.initialize()
gmsh.option.setNumber("General.Terminal", 0)
answers = []
for path in json.load(sys.stdin):
    gmsh.clear()
    gmsh.model.occ.importShapes(path)
    gmsh.model.occ.synchronize()
    solids = [[gmsh.model.occ.getMass(3, tag), list(gmsh.model.occ.getCenterOfMass(3, tag)),
               gmsh.model.getEntityName(3, tag), list(gmsh.model.getColor(3, tag))]
              for _, tag in gmsh.model.getEntities(3)]
    answers.append({"solids": solids, "faces": len(gmsh.model.getEntities(2))})
sys.stderr.write("ANSWER " + json.dumps(answers) + "\n")
"""


def asked(program: str, paths: list[str]):
    """Its answer, or None if the program cannot be loaded there."""
    if not Path(PYTHON).exists():
        return None
    done = subprocess.run([PYTHON, "-c", program], input=json.dumps(paths), capture_output=True, text=True, timeout=200,
                          check=False, env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
    if "ModuleNotFoundError" in done.stderr:
        return None
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stderr.rpartition("ANSWER ")[2])


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[str]:
    """The file of each solid, in the order of the names; the assembly last."""
    folder = tmp_path_factory.mktemp("step")
    texts = {name: part_file(solids.part(name), solids.HEADER) for name in solids.NAMES}
    texts["assembly"] = assembly_file("WC-7K2M9QX4TB", "Watch case", solids.components(), solids.HEADER, revision="A")
    for name, text in texts.items():
        (folder / f"{name}.step").write_bytes(text)
    return [str(folder / f"{name}.step") for name in texts]


@pytest.fixture(scope="module")
def freecad(judge, files):
    return judge("FreeCAD (freecad-python3)", lambda: asked(FREECAD, files))


@pytest.fixture(scope="module")
def gmsh(judge, files):
    return judge("gmsh (python3-gmsh)", lambda: asked(GMSH, files))


def placed() -> list[tuple[float, tuple[float, float, float]]]:
    """Volume and centroid of each piece of the assembly, by turning the part's centroid one axis after the other."""
    found = []
    for part, places in solids.components():
        for x, y, z, turn, tilt, spin in places:
            at = about_z(about_x(about_z(part.measured.centroid, spin), tilt), turn)
            found.append((part.measured.volume, (at[0] + x, at[1] + y, at[2] + z)))
    return found


def about_z(point, degrees):
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (c * point[0] - s * point[1], s * point[0] + c * point[1], point[2])


def about_x(point, degrees):
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (point[0], c * point[1] - s * point[2], s * point[1] + c * point[2])


@pytest.mark.parametrize("program", ["freecad", "gmsh"])
class TestBoth:
    def test_find_one_solid_of_the_same_volume_in_every_part(self, request, program):
        for name, answer in zip(solids.NAMES, request.getfixturevalue(program), strict=False):
            (volume, centroid, *_), = answer["solids"]
            measured = solids.part(name).measured
            assert answer["faces"] == measured.faces, name
            # both integrate with too few points for an edge of many knots, which is measured exactly here
            near = 2e-4 if name == "spline" else 1e-5
            assert volume == pytest.approx(measured.volume, rel=near), name
            assert centroid == pytest.approx(measured.centroid, abs=near * measured.area**0.5), name

    def test_agree_with_closed_forms(self, request, program):
        expected = solids.volumes_in_closed_form()
        for name, answer in zip(solids.NAMES, request.getfixturevalue(program), strict=False):
            if name in expected:
                assert answer["solids"][0][0] == pytest.approx(expected[name], rel=1e-5), name

    def test_find_every_piece_of_the_assembly_where_it_belongs(self, request, program):
        found = [(volume, tuple(centroid)) for volume, centroid, *_ in request.getfixturevalue(program)[-1]["solids"]]
        for (volume, centroid), (expected, at) in zip(found, placed(), strict=True):
            assert volume == pytest.approx(expected, rel=1e-5)
            assert centroid == pytest.approx(at, abs=1e-5 * expected ** (1 / 3))


class TestFreeCAD:
    def test_finds_sound_solids(self, freecad):
        for answer in freecad:
            assert all(valid and closed for _, _, valid, closed in answer["solids"])
        for name, answer in zip(solids.NAMES, freecad, strict=False):
            # the kernel integrates areas of spline faces to 5e-4 only; the measures are exact there
            assert answer["area"] == pytest.approx(solids.part(name).measured.area, rel=1e-3), name

    def test_shows_the_numbers_of_the_parts(self, freecad):
        assert all(answer["labels"] == {"WC-7K2M9QX4TB-01": "Part::Feature"} for answer in freecad[:-1])
        labels = freecad[-1]["labels"]
        assert labels["WC-7K2M9QX4TB"] == "App::LinkGroup"
        for part, _ in solids.components():
            assert labels[part.number] == "Part::Feature"


class TestGmsh:
    def test_shows_numbers_of_parts_and_pieces(self, gmsh):
        assert [solid[2] for solid in gmsh[0]["solids"]] == ["Shapes/WC-7K2M9QX4TB-01"]
        assert [solid[2] for solid in gmsh[-1]["solids"]] == [
            f"Shapes/WC-7K2M9QX4TB/{part.number}.{count}/{part.number}"
            for part, places in solids.components() for count, _ in enumerate(places, 1)]

    def test_shows_the_colours(self, gmsh):
        wanted = [part.colour for part, places in solids.components() for _ in places]
        for (*_, shown), colour in zip(gmsh[-1]["solids"], wanted, strict=True):
            assert shown[:3] == pytest.approx([255 * linear(value) for value in colour], abs=1.5)


def linear(value: float) -> float:
    """gmsh shows the linear light of an sRGB value (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
