"""A package is a function of the configuration and its inputs, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from configurator import load_template
from configurator.errors import FingerprintDiffers, PackageError
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.package import write as writing
from configurator.package.compose import Composer
from configurator.package.inputs import Inputs, Release
from configurator.package.manifest import NAME
from configurator.package.manifest import read as read_manifest
from configurator.package.rebuild import rebuild
from configurator.package.write import write

REBUILD = """
import sys
from pathlib import Path
from configurator.geometry.client import Geometry
from configurator.package.compose import Composer
from configurator.package.rebuild import rebuild
with Geometry(in_process=True) as geometry:
    found = rebuild(Path(sys.argv[1]), Composer(geometry))
print(found.same, found.different, found.notes)
"""


def test_the_same_bytes_in_another_process_directory_time_zone_and_hash_seed(file, tmp_path):
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "4711", "LC_ALL": "C",
                   "CONFIGURATOR_HOME": str(tmp_path / "fresh")}
    done = subprocess.run([sys.executable, "-c", REBUILD, str(file)], env=environment, cwd=tmp_path, capture_output=True,
                          text=True, check=False)
    assert done.stdout == "True () ()\n", done.stderr


def test_the_same_bytes_after_other_work(package, geometry):
    ring = load_template("ring")
    composer = Composer(geometry)
    composer.compose(ring(width=3.2))
    composer.compose(ring(engraving="Zoe", comfort=True, width=7))
    again = Composer(geometry).compose(ring(**package.manifest.parameters), package.manifest.inputs)
    assert again.data == package.data


def test_the_identical_request_is_remembered(package, composer):
    start = time.perf_counter()
    again = composer.compose(load_template("ring")(**package.manifest.parameters), package.manifest.inputs)
    assert again is package
    assert time.perf_counter() - start < 1  # far above what it takes; a rebuild takes longer


def test_every_input_is_in_the_manifest(composer):
    inputs = Inputs(language="de", owner="Uhren AG", date="2026-01-31", release=Release(by="A. Egli", on="2026-01-30"))
    manifest = composer.compose(load_template("ring")(), inputs).manifest
    assert manifest.inputs == inputs
    assert read_manifest(manifest.to_bytes()) == manifest


def test_language_changes_words_and_no_geometry(composer):
    ring = load_template("ring")()
    english, german = (read_stored_zip(composer.compose(ring, Inputs(language=language)).data) for language in ("en", "de"))
    same = {name for name in english if english[name] == german[name]}
    assert any(name.endswith(".stl") for name in same)
    assert "Fertigungsmappe" in german["README.txt"].decode()
    assert english["README.txt"] != german["README.txt"]


def test_the_readme_lists_what_the_shop_must_confirm(package):
    text = read_stored_zip(package.data)["README.txt"].decode()
    names = [each.name for each in package.manifest.to_be_confirmed]
    assert names == ["alloy.wall_cast", "figures.engraving_depth", "figures.finishing_stock", "figures.least_stroke"]
    for each in package.manifest.to_be_confirmed:
        assert each.grade == "C"
        assert each.source in " ".join(text.split())


def test_names_carry_number_part_and_revision(package):
    number = package.manifest.number
    assert {record.path for record in package.manifest.files} == {
        "README.txt", "bom/bom.csv", "bom/bom.json", "bom/bom.xlsx", f"cad/{number}-01_A.step", f"cad/{number}_A_asm.step",
        f"inspection/{number}-01_A.csv", f"inspection/{number}-01_A.xlsx",
        "process/route.json", *(f"drawing/{number}-01_A.{suffix}" for suffix in ("pdf", "dxf", "svg")),
        f"mesh/{number}-01_A.stl", f"mesh/{number}-01_A.3mf", f"view/{number}_A.glb"}


def test_another_fingerprint_is_refused_and_the_version_named(file, composer):
    members = read_stored_zip(file.read_bytes())
    manifest = read_manifest(members[NAME]).model_copy(update={"template_fingerprint": "f" * 64}).sealed()
    members[NAME] = manifest.to_bytes()
    file.write_bytes(stored_zip([(NAME, members.pop(NAME)), *sorted(members.items())]))
    with pytest.raises(FingerprintDiffers, match="f{16}.*Lot One 0"):
        rebuild(file, composer)


@pytest.mark.parametrize("bad", [{"language": "it"}, {"date": "22.11.2026"}, {"date": "2026-02-30"}, {"deflection": 0},
                                 {"deflection": float("nan")}, {"owner": "a\nb"}, {"owner": "x" * 81}, {"colour": "red"}])
def test_inputs_refuse_nonsense(bad):
    with pytest.raises(ValueError, match="."):
        Inputs(**bad)


def test_writing_replaces_the_whole_file(tmp_path):
    assert write(tmp_path / "new", "a.zip", b"one").read_bytes() == b"one"
    assert write(tmp_path / "new", "a.zip", b"two").read_bytes() == b"two"
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["a.zip"]


def test_a_full_disk_leaves_nothing(tmp_path):
    """The kernel refuses to write past a limit, as it does when the disk is full."""
    code = ("import resource, signal, sys\nfrom pathlib import Path\nfrom configurator.package.write import write\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
            "try:\n    write(Path(sys.argv[1]), 'a.zip', b'x' * 5_000_000)\nexcept Exception as error:\n"
            "    print(type(error).__name__, error)\n")
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("PackageError")
    assert "nothing was left behind" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_killed_at_any_moment_it_leaves_the_whole_file_or_nothing(tmp_path):
    code = ("import sys\nfrom pathlib import Path\nfrom configurator.package.write import write\nprint('go', flush=True)\n"
            "while True:\n    write(Path(sys.argv[1]), 'a.zip', b'x' * 8_000_000)\n")
    for delay in (0.0, 0.004, 0.01, 0.02, 0.035, 0.06):
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.wait()
        process.stdout.close()
        for each in tmp_path.iterdir():
            assert each.name.endswith("a.zip") or each.stat().st_size == 8_000_000
            assert each.stat().st_size == 8_000_000
            each.unlink()


def test_without_nameless_files_it_still_leaves_nothing(tmp_path, monkeypatch):
    """Some file systems have no O_TMPFILE."""
    real = os.open

    def refusing(path, flags, *args, **kwargs):
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(95, "Operation not supported")
        return real(path, flags, *args, **kwargs)

    monkeypatch.setattr(writing.os, "open", refusing)
    assert write(tmp_path, "a.zip", b"one").read_bytes() == b"one"
    monkeypatch.setattr(writing.os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(PackageError, match="No space left"):
        write(tmp_path, "b.zip", b"two")
    assert [each.name for each in Path(tmp_path).iterdir()] == ["a.zip"]
