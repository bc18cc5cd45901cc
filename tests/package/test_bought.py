"""Components that are bought and drawn: in the assembly, the view and the bill, and nowhere among the made parts."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import pi
from pathlib import Path

import pytest

from configurator import Product
from configurator.certify.plan import planned
from configurator.certify.sweep import sweep
from configurator.errors import PackageRefused
from configurator.exchange import glb, gltf
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.exchange.step import outline
from configurator.exchange.tables import json_bytes, read_json
from configurator.package.check import check
from configurator.package.compose import FindingsRefuse, Package
from configurator.package.inputs import Inputs
from configurator.package.manifest import NAME, Manifest
from configurator.package.rebuild import rebuild
from configurator.package.write import write
from configurator.product.catalogue import VARIABLE, load_folder

VALVE = Path(__file__).parent / "valve"


def changed(folder: Path, **words: str) -> Path:
    """The template's folder with `old=new` in its code."""
    shutil.copytree(VALVE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = (folder / "template.py").read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "template.py").write_text(text, encoding="utf-8")
    return folder


def refusal(package: Package, folder: Path, change: Callable[[dict[str, bytes]], None] = lambda members: None,
            alter: Callable[[dict], None] = lambda content: None, geometry=None) -> str:
    """Why a package is refused whose members were changed and whose manifest was made to agree."""
    members = read_stored_zip(package.data)
    change(members)
    content = json.loads(members[NAME])
    content["files"] = [{"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                        for path, data in sorted(members.items()) if path != NAME]
    alter(content)
    members[NAME] = Manifest.model_validate_json(json.dumps(content)).sealed().to_bytes()
    file = write(folder, package.name, stored_zip([(NAME, members.pop(NAME)), *sorted(members.items())]))
    with pytest.raises(PackageRefused) as caught:
        check(file, geometry)
    return str(caught.value)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[type[Product]]:
    folder = changed(tmp_path_factory.mktemp("valves") / "valve")
    patch = pytest.MonkeyPatch()
    patch.setenv(VARIABLE, str(folder.parent))
    yield load_folder(folder)
    patch.undo()


@pytest.fixture(scope="module")
def package(template, composer):
    return composer.compose(template())


@pytest.fixture(scope="module")
def members(package) -> dict[str, bytes]:
    return read_stored_zip(package.data)


def test_bought_parts_have_no_files_and_disturb_no_numbers(package, members):
    number = package.manifest.number
    assert set(members) == {
        "manifest.json", "README.txt", "bom/bom.csv", "bom/bom.json", "bom/bom.xlsx", f"cad/{number}_A_asm.step",
        f"view/{number}_A.glb", "process/route.json",
        *(f"drawing/{number}{which}.{suffix}" for which in ("-01_A", "-02_A", "_A_asm") for suffix in ("pdf", "dxf", "svg")),
        *(f"{path}" for part in ("01", "02") for path in (
            f"cad/{number}-{part}_A.step", f"mesh/{number}-{part}_A.stl", f"mesh/{number}-{part}_A.3mf"))}
    assert [(part.number, part.name, part.bought, part.quantity) for part in package.manifest.parts] == [
        ("SEAL-4.0", "seal", True, 1), (f"{number}-01", "plug", False, 1), ("SCREW-M1", "screw", True, 3),
        (f"{number}-02", "window", False, 1)]


def test_they_are_drawn_in_the_assembly_and_the_view(package, members):
    number = package.manifest.number
    step = outline(members[f"cad/{number}_A_asm.step"])
    assert step.products == (number, "SEAL-4.0", f"{number}-01", "SCREW-M1", f"{number}-02")
    assert step.occurrences == ("SEAL-4.0.1", f"{number}-01.1", "SCREW-M1.1", "SCREW-M1.2", "SCREW-M1.3", f"{number}-02.1")
    assert step.volumes["SCREW-M1"] == pytest.approx(pi * 3)
    read = gltf.read(members[f"view/{number}_A.glb"])
    assert {name: (part.label, part.instances) for name, part in read.parts.items()} == {
        "SEAL-4.0": ("Seal", 1), f"{number}-01": ("Plug", 1), "SCREW-M1": ("Screw", 3), f"{number}-02": ("Window", 1)}


def test_the_bill_buys_them_and_weighs_what_has_a_density(package, members):
    rows = read_json(members["bom/bom.json"])
    shown = [(row["PartNumber"].removeprefix(package.manifest.number), row["Qty"], row["MakeBuy"], row["Description"],
              row["Material"], row["Standard"], row["Supplier"], row["Mass_g"], bool(row["File"])) for row in rows]
    plug, screw = pi * 16 * 5 * 8 / 1000, pi * 3 * 8 / 1000
    assert shown == [
        ("", 1, "make", "Valve", "", "", "", None, True),  # the density of the window is not known
        ("-01", 1, "make", "Plug", "Steel", "EN 1", "", round(plug, 3), True),
        ("-02", 1, "make", "Window", "glass", "", "", None, True),
        ("SEAL-4.0", 1, "buy", "Seal, nitrile", "", "ISO 3601", "A. Dealer", None, False),
        ("SCREW-M1", 3, "buy", "SCREW-M1", "Steel", "", "", round(screw, 3), False)]


def test_the_mass_of_the_whole_needs_that_of_made_parts_only():
    from configurator.making.bill import together

    assert together([(2.0, 3, False), (0.5, 2, True), (None, 4, True)]) == 7.0
    assert together([(2.0, 3, False), (None, 1, False)]) is None


def test_the_readme_tells_them_apart(members):
    text = members["README.txt"].decode()
    made, bought = text[text.index("Parts\n"):text.index("Bought items\n")], text[text.index("Bought items\n"):]
    assert "SEAL-4.0" not in made
    assert "1 x  SEAL-4.0  Seal, nitrile, ISO 3601, A. Dealer" in bought
    assert "Drawn in the assembly, to show where they sit: SEAL-4.0, SCREW-M1." in " ".join(bought.split())
    assert "gasket: Seal with Plug" in text


def test_looks_and_finishes_are_seen(template, members, package, composer):
    def materials(data: bytes) -> dict[str, dict]:
        document = glb.unpacked(data).document
        return {mesh["name"]: document["materials"][mesh["primitives"][0]["material"]] for mesh in document["meshes"]}

    number = package.manifest.number
    found = materials(members[f"view/{number}_A.glb"])
    assert found[f"{number}-01"]["pbrMetallicRoughness"]["roughnessFactor"] == 0.05
    assert found["SCREW-M1"]["pbrMetallicRoughness"]["roughnessFactor"] == 0.25
    assert found["SEAL-4.0"]["pbrMetallicRoughness"]["metallicFactor"] == 0
    assert found[f"{number}-02"]["extensions"] == {"KHR_materials_transmission": {"transmissionFactor": 0.9},
                                                   "KHR_materials_ior": {"ior": 1.77}}
    raw = composer.compose(template(finish="raw"))
    (view,) = (data for name, data in read_stored_zip(raw.data).items() if name.endswith(".glb"))
    assert materials(view)[f"{raw.manifest.number}-01"]["pbrMetallicRoughness"]["roughnessFactor"] == 0.25


def test_the_package_is_checked_as_a_whole_and_built_again(package, geometry, composer, tmp_path):
    file = write(tmp_path, package.name, package.data)
    assert check(file, geometry).solids == 4
    assert rebuild(file, composer).same


def test_without_a_place_they_are_neither_drawn_nor_bought(template, composer, geometry, tmp_path):
    package = composer.compose(template(screws=0))
    assert [part.name for part in package.manifest.parts] == ["seal", "plug", "window"]
    assert check(write(tmp_path, package.name, package.data), geometry).solids == 3


@pytest.mark.parametrize(("column", "value"), [("Qty", 2), ("PartNumber", "SCREW-M2"), ("Mass_g", 1.0)])
def test_another_order_in_the_bill_is_refused(package, tmp_path, column, value):
    def change(members: dict[str, bytes]) -> None:
        rows = read_json(members["bom/bom.json"])
        rows[4][column] = value
        members["bom/bom.json"] = json_bytes(rows)

    assert "SCREW-M1 is not bought as the manifest says" in refusal(package, tmp_path, change)


def test_a_bought_solid_changed_in_the_assembly_is_refused(package, geometry, tmp_path):
    """It has no file of its own; the assembly alone must reveal it."""
    def change(members: dict[str, bytes]) -> None:
        (name,) = (each for each in members if each.endswith("_asm.step"))
        members[name], count = re.subn(rb"(CYLINDRICAL_SURFACE\('[^']*',#\d+,)1\.\)", rb"\g<1>1.01)", members[name])
        assert count == 1  # the screw's, of radius 1

    told = refusal(package, tmp_path, change, geometry=geometry)
    assert "_A_asm.step: " in told
    assert "volume" in told


def test_a_bought_part_called_a_made_one_is_refused(package, tmp_path):
    def alter(content: dict) -> None:
        content["parts"][0]["bought"] = False

    told = refusal(package, tmp_path, alter=alter)
    assert "part SEAL-4.0 is not a part of" in told


def test_notices_that_apply_are_told_in_the_language_of_the_package(template, composer, members, package):
    assert [(each.name, each.sentence, each.source, each.grade) for each in package.manifest.notices] == [
        ("many_screws", "3 screws in Steel touch the skin.", "EN 1811", "B")]
    text = " ".join(members["README.txt"].decode().split())
    assert "Please note ----------- 3 screws in Steel touch the skin. (grade B: EN 1811) Parts" in text
    other = composer.compose(template(screws=2, spare=False), Inputs(language="fr"))
    assert [each.name for each in other.manifest.notices] == ["no_spare"]
    assert "À noter" in read_stored_zip(other.data)["README.txt"].decode()
    none = composer.compose(template(screws=2))
    assert none.manifest.notices == ()
    assert "Please note" not in read_stored_zip(none.data)["README.txt"].decode()


def test_they_are_kept_clear_like_every_part(tmp_path, composer):
    folder = changed(tmp_path / "valve", **{"x=20 + 4 * each": "x=3 * each"})
    with pytest.raises(FindingsRefuse, match="PARTS_OVERLAP: VA-[0-9A-Z]{10}-01 / SCREW-M1: plug and screw overlap"):
        composer.compose(load_folder(folder)(screws=2))


def test_a_sweep_finds_nothing_and_an_order_that_cannot_be_written(template, geometry, tmp_path):
    assert sweep(planned(template, 4, 1), geometry).failures == []
    folder = changed(tmp_path / "valve", **{'"SCREW-M1"': '"SCREW-M1", self.screws'})
    found = sweep(planned(load_folder(folder), 0, 1), geometry)
    assert found.failures
    assert {(each.fault.kind, "has the quantity" in each.fault.message) for each in found.failures} == {("TemplateError", True)}


def test_the_language_of_the_package_reaches_bought_items(template, composer):
    (template.home / "de.toml").write_text('[items]\n"SEAL-4.0" = "Dichtung, Nitril"\n[parts]\nseal = "Dichtung"\n')
    try:
        fresh = load_folder(template.home, fresh=True)
        members = read_stored_zip(composer.compose(fresh(), Inputs(language="de")).data)
    finally:
        (template.home / "de.toml").unlink()
        load_folder(template.home, fresh=True)
    rows = read_json(members["bom/bom.json"])
    assert rows[3]["Description"] == "Dichtung, Nitril"
    assert b"DESCRIPTION" not in members["README.txt"]
    assert "zugekauft" in members["README.txt"].decode()


def test_the_command_line_shows_them(template, tmp_path):
    done = subprocess.run([sys.executable, "-m", "configurator.cli", "build", str(template.home), "-o", str(tmp_path)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "bought as SEAL-4.0" in done.stdout
    assert "note: 3 screws in Steel touch the skin." in done.stdout
    plain = json.loads(subprocess.run([sys.executable, "-m", "configurator.cli", "build", str(template.home), "-o",
                                       str(tmp_path), "--json"], capture_output=True, text=True, check=True).stdout)
    assert [part["bought"] for part in plain["parts"]] == [True, False, True, False]
    assert [each["name"] for each in plain["notices"]] == ["many_screws"]
