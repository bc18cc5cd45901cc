"""A package with anything changed is refused, whoever changed it and however well."""

from __future__ import annotations

import hashlib
import json
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.exchange.tables import csv_bytes, json_bytes, read_csv, read_json, read_xlsx, xlsx_bytes
from configurator.package.check import check
from configurator.package.manifest import NAME, Manifest
from configurator.package.manifest import read as read_manifest


def forged(file: Path, change: Callable[[dict[str, bytes]], None], *, reseal: bool = True,
           alter: Callable[[dict], None] | None = None) -> Path:
    """The package with members changed, and the manifest made to agree as a careful forger would."""
    members = read_stored_zip(file.read_bytes())
    change(members)
    if reseal:
        content = json.loads(members[NAME])
        content["files"] = [{"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                            for path, data in sorted(members.items()) if path != NAME]
        if alter:
            alter(content)
        members[NAME] = Manifest.model_validate_json(json.dumps(content)).sealed().to_bytes()
    file.write_bytes(stored_zip([(NAME, members.pop(NAME)), *sorted(members.items())]))
    return file


def refused(file: Path, geometry=None) -> str:
    with pytest.raises(PackageRefused) as caught:
        check(file, geometry)
    return str(caught.value)


def test_a_good_package_is_good(file, geometry):
    steps = []
    found = check(file, geometry, tell=steps.append)
    assert found.manifest.inputs.owner == "Atelier Müller"
    assert steps == ["archive", "meshes", "view", "bill of materials", "inspection sheets", "STEP text", "PMI",
                     "route", "scans", "distances from the limb", "drawings", "STEP geometry"]


def test_sha256sum_agrees_with_the_manifest(file, tmp_path):
    members = read_stored_zip(file.read_bytes())
    manifest = read_manifest(members[NAME])
    for path, data in members.items():
        target = tmp_path / "unpacked" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    lines = "".join(f"{record.sha256}  {record.path}\n" for record in manifest.files)
    done = subprocess.run(["sha256sum", "--check", "--strict", "-"], input=lines, text=True, capture_output=True,
                          cwd=tmp_path / "unpacked", check=False)
    assert done.returncode == 0, done.stderr


def test_any_changed_byte_is_refused(file):
    data = bytearray(file.read_bytes())
    dice = random.Random(3)
    places = [0, 5, 11, 30, len(data) - 1, len(data) - 20, *(dice.randrange(len(data)) for _ in range(60))]
    for place in places:
        changed = bytearray(data)
        changed[place] ^= 1 << dice.randrange(8)
        file.write_bytes(changed)
        with pytest.raises(PackageRefused):
            check(file)
    for cut in (1, 1000, len(data) // 2):
        file.write_bytes(data[:-cut])
        with pytest.raises(PackageRefused):
            check(file)
    file.write_bytes(data + b"\0")
    with pytest.raises(PackageRefused):
        check(file)


def test_a_file_too_many_or_too_few_is_refused(file, package):
    assert "no file of such a package" in refused(forged(file, lambda m: m.update({"cad/virus.exe": b"MZ"})))
    file.write_bytes(package.data)
    assert "missing" in refused(forged(file, lambda m: m.pop("bom/bom.csv")))
    file.write_bytes(package.data)
    assert "not listed" in refused(forged(file, lambda m: m.update({"zzz.txt": b"x"}), reseal=False))


def test_a_face_removed_from_step_is_refused(file):
    """Even where the forger mends counts and sums: the shell is open, the volume is another."""
    def remove(members: dict[str, bytes]) -> None:
        for name in [each for each in members if each.endswith(".step")]:
            members[name] = re.sub(rb"(CLOSED_SHELL\('[^']*',\()#\d+,", rb"\1", members[name], count=1)

    told = refused(forged(file, remove))
    assert "faces" in told


def test_a_moved_point_in_step_is_refused_by_the_kernel(file, geometry):
    """The text is in order; only the kernel, reading the geometry again, can see it."""
    def move(members: dict[str, bytes]) -> None:
        for name in [each for each in members if each.endswith(".step")]:
            text = members[name]
            radius = max(float(each) for each in re.findall(rb"CYLINDRICAL_SURFACE\('[^']*',#\d+,([0-9.E+-]+)\)", text))
            known = re.search(rb"(CYLINDRICAL_SURFACE\('[^']*',#\d+,)([0-9.E+-]+)\)", text)
            members[name] = text[:known.start(2)] + f"{radius + 0.01:.12g}".encode() + text[known.end(2):]

    told = refused(forged(file, move), geometry)
    assert "volume" in told or "gap" in told or "area" in told or "valid" in told


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_row_changed_in_one_bill_is_refused(file, kind):
    def change(members: dict[str, bytes]) -> None:
        name = f"bom/bom.{kind}"
        if kind == "json":
            rows = read_json(members[name])
            rows[1]["Qty"] = 2
            members[name] = json_bytes(rows)
            return
        table = (read_csv if kind == "csv" else read_xlsx)(members[name])
        rows = [list(row) for row in table.rows]
        rows[1][5] = 2
        members[name] = csv_bytes(table.columns, rows) if kind == "csv" else xlsx_bytes(table.columns, rows, "x")

    assert "bom/" in refused(forged(file, change))


def test_a_triangle_removed_or_moved_is_refused(file, package):
    def drop(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith(".stl"))
        data = members[name]
        count = int.from_bytes(data[80:84], "little") - 1
        members[name] = data[:80] + count.to_bytes(4, "little") + data[84:-50]

    assert "do not close" in refused(forged(file, drop)) or "stl" in refused(file)
    file.write_bytes(package.data)

    def shrink(members: dict[str, bytes]) -> None:
        import numpy as np

        from configurator.exchange import stl

        name = next(each for each in members if each.endswith(".stl"))
        data = bytearray(members[name])
        records = np.frombuffer(data, dtype=np.dtype([("f", "<f4", 12), ("a", "<u2")]), offset=84)
        records["f"][:, 3:] *= 0.5  # exact in binary, so that the normals still agree
        members[name] = bytes(data)
        assert stl.read(members[name])

    assert "enclose" in refused(forged(file, shrink))


def test_changed_parameters_are_refused(file):
    def alter(content: dict) -> None:
        content["parameters"]["width"] = 7.0

    assert "not that of its parameters" in refused(forged(file, lambda members: None, alter=alter))


def test_a_manifest_edited_by_hand_is_refused(file):
    def edit(members: dict[str, bytes]) -> None:
        members[NAME] = members[NAME].replace(b"Atelier M\xc3\xbcller", b"Atelier Meieri")

    assert "sealed" in refused(forged(file, edit, reseal=False))


@pytest.mark.parametrize("content", [b"", b"PK", b"{}", b"PK\x05\x06" + b"\0" * 18, b"not a zip at all" * 100])
def test_what_is_no_package_is_refused(tmp_path, content):
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(PackageRefused):
        check(file)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(PackageError, match="cannot be read"):
        check(tmp_path / "none.zip")


def test_a_wrong_name_is_refused(file):
    other = file.rename(file.with_name("RG-0000000000_A.zip"))
    assert "its name should be" in refused(other)
