"""A package that rests on a scan holds it, by a name that tells nobody, and can be built again from itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.package.check import check
from configurator.package.compose import Composer, Package
from configurator.package.manifest import NAME, Manifest
from configurator.package.rebuild import rebuild
from configurator.package.write import write
from configurator.product import scan_store
from configurator.product.catalogue import load_template
from configurator.product.limb import Limb
from configurator.product.scans import forget

WORN = Path(__file__).parents[1] / "worn"


@pytest.fixture(scope="module", autouse=True)
def catalogue():
    patch = pytest.MonkeyPatch()
    patch.setenv("CONFIGURATOR_TEMPLATES", str(WORN))
    yield
    patch.undo()


@pytest.fixture(scope="module")
def leg(geometry, limb) -> Limb:
    """Kept by somebody, and deleted again when the package is there."""
    return limb(48.0)


@pytest.fixture(scope="module")
def package(composer: Composer, leg) -> Package:
    sha = scan_store.put(leg)
    made = composer.compose(load_template("sleeve")(leg=sha, name="Zoë"))
    scan_store.delete(sha)
    forget()
    return made


@pytest.fixture
def members(package) -> dict[str, bytes]:
    return read_stored_zip(package.data)


def put_together(members: dict[str, bytes], folder: Path, alter=lambda content: None) -> Path:
    """A package of these members whose manifest agrees with them."""
    content = json.loads(members[NAME])
    content["files"] = [{"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                        for path, data in sorted(members.items()) if path != NAME]
    alter(content)
    manifest = Manifest.model_validate_json(json.dumps(content)).sealed()
    others = sorted((name, data) for name, data in members.items() if name != NAME)
    return write(folder, f"{manifest.number}_A.zip", stored_zip([(NAME, manifest.to_bytes()), *others]))


def test_the_scan_is_in_the_package_under_its_number(package, members, leg):
    assert [name for name in members if name.startswith("scan/")] == [f"scan/{package.manifest.number}.limb"]
    assert Limb.from_bytes(members[f"scan/{package.manifest.number}.limb"]) == leg
    record, = package.manifest.scans
    assert (record.parameter, record.sha256) == ("leg", leg.sha256)
    assert package.manifest.parameters["leg"] == leg.sha256
    assert leg.sha256 in {each.sha256 for each in package.manifest.files}


def test_without_a_scan_there_is_none(composer):
    made = composer.compose(load_template("sleeve")())
    assert made.manifest.scans == ()
    assert not any(each.path.startswith("scan/") for each in made.manifest.files)


def test_two_scans_two_shapes_the_same_scan_the_same_bytes(composer, geometry, package, leg, limb):
    other = load_template("sleeve")(leg=scan_store.put(limb(55.0)), name="Zoë")
    same = load_template("sleeve")(leg=scan_store.put(leg), name="Zoë")
    one, two = geometry.build(same)[0], geometry.build(other)[0]
    assert one.key != two.key
    assert two.measured.volume > 1.05 * one.measured.volume
    assert Composer(geometry).compose(same).data == package.data
    scan_store.delete(leg.sha256)


def test_the_readme_tells_that_there_is_a_scan(members, leg):
    said = members["README.txt"].decode()
    assert f"scan {leg.sha256[:8]}…" in said
    assert leg.sha256 not in said


def test_check_finds_it_good(package, tmp_path, geometry):
    assert check(write(tmp_path, package.name, package.data), geometry).manifest == package.manifest


@pytest.mark.parametrize(("what", "said"), [
    ("another limb", "its sha256 is not the value of the parameter leg"),
    ("no limb", "This is no .limb file"),
    ("another name", "is no name of a scan of"),
    ("another parameter", "the parameter high is 60"),
    ("none", "is missing from the manifest")])
def test_check_refuses(package, members, tmp_path, limb, what, said):
    path = f"scan/{package.manifest.number}.limb"

    def alter(content):
        if what == "another name":
            content["scans"][0]["path"] = "scan/Zoe.limb"
        if what == "another parameter":
            content["scans"][0]["parameter"] = "high"

    if what == "another limb":
        members[path] = limb(49.0).to_bytes()
    elif what == "no limb":
        members[path] = b"solid Zoe"
    elif what == "another name":
        members["scan/Zoe.limb"] = members.pop(path)
    elif what == "none":
        del members[path]
    with pytest.raises(PackageRefused) as caught:
        check(put_together(members, tmp_path, alter))
    assert said in str(caught.value)


def test_rebuilt_from_itself_and_nothing_of_it_is_kept(package, tmp_path, composer, geometry, leg):
    before = scan_store.stored()
    assert leg.sha256 not in {each.sha for each in before}
    again = rebuild(write(tmp_path, package.name, package.data), Composer(geometry))
    assert (again.same, again.different) == (True, ())
    assert scan_store.stored() == before


def test_rebuilt_with_a_scan_that_is_given(package, members, tmp_path, geometry, leg, limb):
    path = f"scan/{package.manifest.number}.limb"
    del members[path]
    file = put_together(members, tmp_path)
    with pytest.raises(PackageError, match=r"give the scan with --scan FILE\.limb"):
        rebuild(file, Composer(geometry))
    with pytest.raises(PackageError, match="is not the one that"):
        rebuild(file, Composer(geometry), [limb(49.0)])
    again = rebuild(file, Composer(geometry), [leg])
    assert again.different == (NAME, path)
    assert again.package.data == package.data


def test_a_scan_for_a_package_that_rests_on_none_is_refused(composer, tmp_path, geometry, leg):
    made = composer.compose(load_template("sleeve")())
    with pytest.raises(PackageError, match="rests on no scan"):
        rebuild(write(tmp_path, made.name, made.data), composer, [leg])
