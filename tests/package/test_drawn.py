"""Drawings of a package: read back in words by programs that nobody here wrote, and told where one is missing."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from configurator import load_template
from configurator.errors import PackageError
from configurator.exchange.archive import read_stored_zip
from configurator.geometry.client import Geometry
from configurator.package import drawn as module
from configurator.package.check import check
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs
from configurator.package.rebuild import rebuild

from .test_check import forged, refused


@pytest.fixture(scope="module")
def watch(composer: Composer) -> Package:
    return composer.compose(load_template("watch_case")(), Inputs(language="de"))


@pytest.fixture
def put(watch: Package, tmp_path: Path) -> Path:
    file = tmp_path / watch.name
    file.write_bytes(watch.data)
    return file


def words_of(pdf: bytes, folder: Path) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("pdftotext is not installed")
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    return subprocess.run([tool, "-raw", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_every_made_part_has_its_three_files(watch: Package) -> None:
    paths = {record.path for record in watch.manifest.files}
    for part in watch.manifest.made:
        assert part.number in watch.manifest.drawings
        assert {f"drawing/{part.number}_A.{suffix}" for suffix in ("pdf", "dxf", "svg")} <= paths


def test_what_the_sheet_limits_stands_on_the_drawing(watch: Package, tmp_path: Path) -> None:
    """Nominals, classes, threads and roughness, in the language of the package; the balloon stands there, too."""
    members = read_stored_zip(watch.data)
    for part in watch.manifest.made:
        told = words_of(members[f"drawing/{part.number}_A.pdf"], tmp_path)
        assert part.number in told
        numbers = set(re.findall(r"\d+(?:,\d+)?", told))
        for balloon, each in enumerate(part.characteristics, 1):
            assert str(balloon) in numbers
            wanted = each.upper if each.nominal is None else each.nominal
            if each.kind == "thread":
                assert each.by in told
            else:
                assert {f"{wanted:g}".replace(".", ","), f"{wanted:.3f}".rstrip("0").replace(".", ",")} & numbers, each
            assert each.general or not each.by or each.by in told


def test_ezdxf_finds_nothing_wrong(watch: Package) -> None:
    import ezdxf

    members = read_stored_zip(watch.data)
    for number in watch.manifest.drawings:
        (name,) = [path for path in members if re.fullmatch(rf"drawing/{number}_A(_asm)?\.dxf", path)]
        assert not ezdxf.read(io.StringIO(members[name].decode("utf-8"))).audit().errors


@pytest.mark.parametrize(("old", "new", "said"), [
    (">⌀31,1<", ">⌀31,2<", "balloon 1 (bore)"),
    (">+0,02<", ">+0,03<", "balloon 1 (bore)"),
    (">M32x0.5 ↧ 1,5<", ">M33x0.5 ↧ 1,5<", "back_thread"),
])
def test_a_changed_dimension_is_refused(watch: Package, put: Path, old: str, new: str, said: str) -> None:
    name = f"drawing/{watch.manifest.number}-01_A.svg"

    def change(members: dict[str, bytes]) -> None:
        assert old.encode() in members[name]
        members[name] = members[name].replace(old.encode(), new.encode())

    assert said in refused(forged(put, change))


def test_a_dimension_changed_in_the_dxf_alone_is_refused(watch: Package, put: Path) -> None:
    name = f"drawing/{watch.manifest.number}-01_A.dxf"

    def change(members: dict[str, bytes]) -> None:
        assert b"\n31,1\n" in members[name] or b"%%c31,1\n" in members[name]
        members[name] = members[name].replace(b"31,1\n", b"31,2\n")

    assert f"{name}: its lettering is not that of" in refused(forged(put, change))


def test_a_drawing_that_is_not_there_is_refused(watch: Package, put: Path) -> None:
    name = f"drawing/{watch.manifest.number}-01_A.pdf"
    assert f"{name} is missing" in refused(forged(put, lambda members: members.pop(name)))
    put.write_bytes(watch.data)

    def alter(content: dict) -> None:
        content["drawings"] = content["drawings"][1:]
        content["files"] = [each for each in content["files"] if f"drawing/{watch.manifest.number}-01" not in each["path"]]

    def drop(members: dict[str, bytes]) -> None:
        for suffix in ("pdf", "dxf", "svg"):
            members.pop(f"drawing/{watch.manifest.number}-01_A.{suffix}")

    assert "has no drawing, and no finding says why" in refused(forged(put, drop, alter=alter))


def test_where_one_cannot_be_composed_a_finding_says_so(watch: Package, tmp_path: Path, geometry: Geometry,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the package is there and good, the other drawings are, too."""
    real = module.drawings

    def refusing(product, answers, geometry, inputs):
        if any(answer.name == "crown" for answer in answers):
            raise PackageError("no room")
        return real(product, answers, geometry, inputs)

    monkeypatch.setattr(module, "drawings", refusing)
    found = Composer(geometry).compose(load_template("watch_case")(), Inputs(language="fr"))
    missing = [each for each in found.manifest.findings if each.code == "DRAWING_MISSING"]
    assert [each.place for each in missing] == [f"{watch.manifest.number}-06", watch.manifest.number]
    assert all("aucun plan" in each.sentence for each in missing)
    assert set(watch.manifest.drawings) - set(found.manifest.drawings) == {each.place for each in missing}
    file = tmp_path / found.name
    file.write_bytes(found.data)
    assert check(file).files == len(found.manifest.files) + 1


def test_a_package_with_drawings_is_built_again(watch: Package, put: Path, geometry: Geometry) -> None:
    again = rebuild(put, Composer(geometry))
    assert again.same, again.different
