"""How far a part lies from the leg stands in manifest, README and view, and check works it out again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest

from configurator.errors import PackageRefused
from configurator.exchange import gltf
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.package.check import check
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs
from configurator.package.manifest import NAME, Manifest
from configurator.package.rebuild import rebuild
from configurator.package.view import assembly
from configurator.package.write import write
from configurator.product import scan_store
from configurator.product.catalogue import load_template

WORN = Path(__file__).parents[1] / "worn"
OFF = 3.4903 / hypot(1.0, 0.1) - 3.0
"""mm; what is turned 3.5 mm off, level with the skin, is a little less along its normal. Girths are those of polygons, which
are a ten-thousandth shorter than the circle."""


@pytest.fixture(scope="module", autouse=True)
def catalogue():
    patch = pytest.MonkeyPatch()
    patch.setenv("CONFIGURATOR_TEMPLATES", str(WORN))
    yield
    patch.undo()


@pytest.fixture(scope="module")
def cuff(geometry, cone):
    return load_template("cuff")(leg=scan_store.put(cone), loose=3.5)


@pytest.fixture(scope="module")
def package(composer: Composer, cuff) -> Package:
    return composer.compose(cuff, Inputs(language="de"))


@pytest.fixture
def members(package) -> dict[str, bytes]:
    return read_stored_zip(package.data)


def put_together(members: dict[str, bytes], folder: Path, alter=lambda content: None) -> Path:
    content = json.loads(members[NAME])
    alter(content)
    content["files"] = [{"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                        for path, data in sorted(members.items()) if path != NAME]
    manifest = Manifest.model_validate_json(json.dumps(content)).sealed()
    others = sorted((name, data) for name, data in members.items() if name != NAME)
    return write(folder, f"{manifest.number}_A.zip", stored_zip([(NAME, manifest.to_bytes()), *others]))


def refusal(file: Path) -> str:
    with pytest.raises(PackageRefused) as caught:
        check(file)
    return str(caught.value)


def test_the_manifest_has_the_figures(package, cone):
    part, = package.manifest.parts
    off = part.deviation
    assert (off.limb, off.offset_mm) == (cone.mirrored().sha256, 3.0)
    assert (off.whole.median_mm, off.whole.p95_mm, off.whole.greatest_mm) == pytest.approx((OFF, OFF, OFF), abs=0.01)
    assert off.whole.area_mm2 > 50_000


def test_the_readme_says_it_in_its_language(members):
    said = " ".join(members["README.txt"].decode().split())
    assert "Abweichung von der Form des Körpers" in said
    assert "Cuff: Die Aussenseite soll 3 mm ausserhalb der Haut liegen." in said
    assert "weichen 95 % davon höchstens 0,48 mm ab" in said


def test_nothing_is_said_of_what_follows_nothing(composer):
    made = composer.compose(load_template("cuff")(follow=False))
    assert made.manifest.parts[0].deviation is None
    assert "limb" not in read_stored_zip(made.data)["README.txt"].decode()


def test_check_finds_it_good_and_it_is_built_again(package, tmp_path, geometry):
    file = write(tmp_path, package.name, package.data)
    assert check(file, geometry).manifest == package.manifest
    assert rebuild(file, Composer(geometry)).same


@pytest.mark.parametrize(("figure", "by"), [("median_mm", 0.01), ("p95_mm", -0.01), ("greatest_mm", 0.01),
                                            ("area_mm2", 100.0)])
def test_check_refuses_a_figure_that_is_another(members, tmp_path, figure, by):
    def alter(content):
        content["parts"][0]["deviation"]["whole"][figure] += by

    said = refusal(put_together(members, tmp_path, alter))
    assert "the whole skin is off by" in said
    assert "by the scan in the package it is off by" in said


def test_check_refuses_another_offset_and_none(members, tmp_path):
    def other(content):
        content["parts"][0]["deviation"]["offset_mm"] = 2.0

    def none(content):
        content["parts"][0]["deviation"] = None

    assert "the manifest says 2 mm" in refusal(put_together(members, tmp_path, other))
    assert "has a deviation, the manifest says otherwise" in refusal(put_together(members, tmp_path, none))


def test_check_refuses_values_that_are_not_the_distances(package, members, cuff, geometry, tmp_path):
    """All figures agree with one another, and not with the scan."""
    answer, = geometry.build(cuff)
    off = answer.deviation
    less = replace(off, whole=off.whole._replace(median=0.1, p95=0.1, greatest=0.1), values=off.values * 0 + 0.1)
    less = replace(less, away=off.away and off.away._replace(median=0.1, p95=0.1, greatest=0.1))
    view = f"view/{package.manifest.number}_A.glb"
    members[view] = assembly(cuff, [replace(answer, deviation=less)], "de")
    figures = gltf.read(members[view]).parts[package.manifest.parts[0].number].deviation.whole

    def alter(content):
        whole = content["parts"][0]["deviation"]["whole"]
        whole |= {"median_mm": figures.median, "p95_mm": figures.p95, "greatest_mm": figures.greatest}
        if content["parts"][0]["deviation"]["away_from_edges"]:
            content["parts"][0]["deviation"]["away_from_edges"] |= {"median_mm": 0.1, "p95_mm": 0.1, "greatest_mm": 0.1}

    said = refusal(put_together(members, tmp_path, alter))
    assert "by the scan in the package it is off by 0.47" in said
    assert "by its table" not in said
    assert "by its values" not in said
