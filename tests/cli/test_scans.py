"""`configurator scans`: nothing is kept that was not confirmed, and what is kept can be looked at and deleted."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from configurator.product import scan_store


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch, _own_state):
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def leg_file(limbs, tmp_path_factory):
    """A leg in centimetres, with y up and -z forward, called what it is not."""
    points, triangles = limbs.Leg(side="right").mesh(90, 72)
    file = tmp_path_factory.mktemp("scans") / "Jane Doe's leg.jpg"
    file.write_bytes(limbs.stl(limbs.turned(points, "+y", "-z") / 10, triangles))
    return file


def test_without_a_word_it_proposes_and_keeps_nothing(run, leg_file, tmp_path):
    said = run("scans", "add", leg_file, "--pictures", tmp_path / "pictures")
    assert said.code == 0
    assert "Nothing is kept yet" in said.out
    assert scan_store.stored() == []
    assert sorted(file.name for file in (tmp_path / "pictures").iterdir()) == ["proposed-front.png", "proposed-side.png"]
    machine = run("scans", "add", leg_file, "--json").json
    assert machine["kept"] is None
    assert machine["would_take"] == {"unit": "cm", "up": "+y", "forward": "-z", "side": "right"}
    assert machine["proposal"]["units"][0]["value"] == "cm"


def test_the_command_that_is_shown_keeps_it(run, leg_file):
    import shlex

    shown = run("scans", "add", leg_file).out.partition("If this is right:")[2].replace("\\\n", " ")
    said = run(*shlex.split(shown)[1:], "--json")
    assert said.code == 0
    assert [each.sha for each in scan_store.stored()] == [said.json["kept"]]
    assert said.json["height"] == pytest.approx(392, abs=4)
    assert said.json["deviation"]["95%"] < 0.1
    again = run("scans", "add", leg_file, "--yes", "--json").json
    assert {name: again[name] for name in said.json} == said.json
    assert len(scan_store.stored()) == 1


def test_nothing_of_the_file_is_kept_but_the_limb(run, leg_file):
    assert run("scans", "add", leg_file, "--yes").code == 0
    kept = b"".join(file.read_bytes() + file.name.encode() for file in scan_store.folder().iterdir())
    assert b"Jane" not in kept


def test_listed_shown_and_deleted(run, leg_file):
    assert "no scan" in run("scans", "list").out
    sha = run("scans", "add", leg_file, "--yes", "--json").json["kept"]
    listed = run("scans", "list", "--json").json
    assert [row["sha"] for row in listed] == [sha]
    assert set(listed[0]) == {"sha", "put", "expires", "bytes"}
    assert sha in run("scans", "list").out
    shown = run("scans", "show", sha[:8], "--json")
    assert (shown.code, shown.json["sha"], shown.json["girth_70"]) == (0, sha, pytest.approx(395, abs=4))
    assert "girth" in run("scans", "show", sha).out
    assert run("scans", "show", sha[:7]).code == 1
    assert run("scans", "delete", sha[:8]).code == 1  # forgetting asks for the whole name
    assert run("scans", "delete", sha, "--json").json == {"deleted": [sha]}
    assert run("scans", "show", sha, "--json").json["error"]["kind"] == "ScanMissing"
    assert run("scans", "delete", sha).code == 1


def test_a_limb_file_is_taken_as_it_is(run, leg_file, tmp_path):
    sha = run("scans", "add", leg_file, "--yes", "--json").json["kept"]
    file = tmp_path / "copy.limb"
    file.write_bytes((scan_store.folder() / f"{sha}.limb").read_bytes())
    scan_store.delete(sha)
    assert run("scans", "add", file, "--json").json["kept"] == sha
    assert scan_store.get(sha).sha256 == sha
    file.write_bytes(file.read_bytes()[:-1])
    assert "cut off" in run("scans", "add", file).err


def test_expired(run, leg_file):
    sha = run("scans", "add", leg_file, "--yes", "--json").json["kept"]
    beside = scan_store.folder() / f"{sha}.json"
    beside.write_text(json.dumps({"put": (datetime.now(UTC) - timedelta(days=12)).isoformat()}), encoding="utf-8")
    assert run("scans", "expire", "--json").json == {"deleted": []}
    assert run("scans", "expire", "--days", "0").code == 1
    assert "1 scan deleted" in run("scans", "expire", "--days", "11").out
    assert scan_store.stored() == []


@pytest.mark.parametrize(("content", "kind", "words"), [
    (b"", "scan.empty", ("empty", "vide", "leer")),
    (b"A letter.\n", "scan.not_a_mesh", ("no 3D scan", "pas un scan", "kein 3D-Scan")),
    (b"PK\x03\x04" + bytes(200), "scan.other_format", ("ZIP", "ZIP", "ZIP"))])
def test_what_is_no_scan_is_refused_in_every_language(run, tmp_path, content, kind, words):
    file = tmp_path / "leg.stl"
    file.write_bytes(content)
    for language, word in zip(("en", "fr", "de"), words, strict=True):
        said = run("scans", "add", file, "--yes", "--language", language)
        assert (said.code, said.out) == (1, "")
        assert word in said.err
    error = run("scans", "add", file, "--json").json["error"]
    assert (error["kind"], error["problems"][0]["kind"]) == ("ScanRefused", kind)


def test_a_choice_that_does_not_fit_is_refused(run, leg_file):
    for more, word in ((("--unit", "mm"), "high"), (("--unit", "ell"), "no unit"), (("--up", "up"), "no direction"),
                       (("--up", "+x", "--forward", "+x"), "same direction"), (("--side", "middle"), "no side")):
        said = run("scans", "add", leg_file, "--yes", *more)
        assert said.code == 1
        assert word in said.err
    assert scan_store.stored() == []


def test_too_large_is_refused_before_it_is_read(run, leg_file, monkeypatch):
    monkeypatch.setenv("CONFIGURATOR_SCAN_MB", "1")
    monkeypatch.setenv("CONFIGURATOR_SCAN_TRIANGLES", "1000")
    assert "triangles" in run("scans", "add", leg_file).err
    large = leg_file.with_name("large.stl")
    with large.open("wb") as file:
        file.truncate(1_000_001)
    assert "at most 1" in run("scans", "add", large).err


@pytest.mark.parametrize("arguments", [("scans",), ("scans", "brew"), ("scans", "add"), ("scans", "show"), ("scans", "delete"),
                                       ("scans", "expire", "--days", "many"), ("scans", "add", "x", "--un", "mm")])
def test_wrong_usage_is_2(run, arguments):
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")


def test_a_file_that_is_not_there(run, tmp_path):
    assert "cannot be read" in " ".join(run("scans", "add", tmp_path / "none.stl").err.split())
    assert run("scans", "add", tmp_path).code == 1
