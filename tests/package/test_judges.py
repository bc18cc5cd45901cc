"""Programs nobody here wrote read the files of whole packages."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from configurator import load_template
from configurator.exchange.archive import read_stored_zip
from configurator.package.compose import Package

PYTHON = "/usr/bin/python3"
READ = {
    "FreeCAD": r"""
import json, os, sys
sys.path[:0] = [p for p in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(p)]
import FreeCAD, Part
found = []
for path in json.load(sys.stdin):
    shape = Part.Shape()
    shape.read(path)
    found.append([[s.Volume, s.isValid(), s.isClosed(), len(s.Faces)] for s in shape.Solids])
sys.stderr.write("ANSWER " + json.dumps(found))
""",
    "gmsh": r"""
import json, sys
import gmsh
gmsh.initialize()
gmsh.option.setNumber("General.Terminal", 0)
found = []
for path in json.load(sys.stdin):
    gmsh.clear()
    gmsh.model.occ.importShapes(path)
    gmsh.model.occ.synchronize()
    solids = [tag for _, tag in gmsh.model.getEntities(3)]
    found.append([[gmsh.model.occ.getMass(3, tag), True, True, len(gmsh.model.getEntities(2))] for tag in solids])
sys.stderr.write("ANSWER " + json.dumps(found))
"""}
VALIDATE = """
const validator = require(process.argv[1]);
validator.validateBytes(new Uint8Array(require("fs").readFileSync(process.argv[2])))
  .then((report) => console.log(JSON.stringify(report.issues)));
"""


@pytest.fixture(scope="module")
def packages(composer) -> list[Package]:
    """The default, one with everything, and random ones."""
    ring = load_template("ring")
    products = [ring(), ring(engraving="Für immer, Zoë & Gaël", width=6), *ring.space.sample(4, 77)]
    return [composer.compose(product) for product in products]


@pytest.fixture(scope="module")
def folder(packages, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for package in packages:
        for path, data in read_stored_zip(package.data).items():
            target = folder / package.manifest.number / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return folder


def of(folder: Path, package: Package, pattern: str) -> list[Path]:
    found = sorted((folder / package.manifest.number).glob(pattern))
    assert found
    return found


@pytest.mark.parametrize("reader", READ)
def test_step_has_the_right_solids_of_the_right_volume(packages, folder, judge, reader):
    files = [path for package in packages for path in of(folder, package, "cad/*.step")]
    expected = [package.manifest.parts[0] for package in packages for _ in of(folder, package, "cad/*.step")]

    def asked():
        done = subprocess.run([PYTHON, "-c", READ[reader]], input=json.dumps([str(file) for file in files]), text=True,
                              capture_output=True, timeout=250, check=False,
                              env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
        if "ModuleNotFoundError" in done.stderr:
            return None
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stderr.rpartition("ANSWER ")[2])

    answers = judge(reader, asked)
    for part, solids in zip(expected, answers, strict=True):
        assert len(solids) == 1
        volume, valid, closed, faces = solids[0]
        assert valid
        assert closed
        assert faces == part.faces
        assert volume == pytest.approx(part.volume_mm3, rel=1e-5)


def test_meshes_please_lib3mf_admesh_and_trimesh(packages, folder, judge):
    lib3mf = judge("lib3mf", lambda: __import__("lib3mf").get_wrapper())
    admesh = judge("admesh", lambda: shutil.which("admesh"))
    import trimesh

    for package in packages:
        part = package.manifest.parts[0]
        for file in of(folder, package, "mesh/*.3mf"):
            model = lib3mf.CreateModel()
            reader = model.QueryReader("3mf")
            reader.SetStrictModeActive(True)
            reader.ReadFromFile(str(file))
            assert reader.GetWarningCount() == 0
        for file in of(folder, package, "mesh/*.stl"):
            mesh = trimesh.load(file)
            assert mesh.is_watertight
            assert mesh.volume == pytest.approx(part.volume_mm3, rel=1e-3)
            told = subprocess.run([admesh, str(file)], capture_output=True, text=True, check=True).stdout
            counts = {line.split(":")[0].strip(): line.split(":")[1].split()[0] for line in told.splitlines()
                      if ":" in line and line.split(":")[1].split()}
            for fault in ("Total disconnected facets", "Degenerate facets", "Edges fixed", "Facets removed",
                          "Facets added", "Facets reversed", "Backwards edges"):
                assert counts.get(fault, "0") == "0", (fault, told)


def test_glb_pleases_khronos(packages, folder, judge, judges_folder):
    node = judge("node", lambda: shutil.which("node"))
    module = judges_folder / "node_modules" / "gltf-validator"
    judge("gltf-validator", lambda: module if module.is_dir() else None)
    for package in packages:
        for file in of(folder, package, "view/*.glb"):
            issues = json.loads(subprocess.run([node, "-e", VALIDATE, str(module), str(file)], capture_output=True,
                                               text=True, check=True).stdout)
            assert issues["numErrors"] == 0, issues["messages"][:3]
            assert issues["numWarnings"] == 0, issues["messages"][:3]


def test_bills_open_elsewhere(packages, folder):
    import csv

    import openpyxl

    for package in packages:
        sheet = openpyxl.load_workbook(folder / package.manifest.number / "bom/bom.xlsx").active
        rows = [[("" if cell is None else cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        with (folder / package.manifest.number / "bom/bom.csv").open(encoding="utf-8", newline="") as file:
            other = list(csv.reader(file))
        assert [[str(cell) for cell in row] for row in rows] == other
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        assert rows[1][2] == package.manifest.number
