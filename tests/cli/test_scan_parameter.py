"""Scans on the command line: put into the store by `build --scan`, told by hash, lent to `rebuild --scan`."""

from __future__ import annotations

from pathlib import Path

import pytest

from configurator.exchange.archive import read_stored_zip
from configurator.product import scan_store

WORN = Path(__file__).parents[1] / "worn"


@pytest.fixture(autouse=True)
def worn(monkeypatch):
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(WORN))


@pytest.fixture
def file(tmp_path, limb):
    path = tmp_path / "leg.limb"
    path.write_bytes(limb(51.0).to_bytes())
    return path


def test_build_with_a_file_keeps_the_scan_and_says_so(run_built, file, tmp_path, limb):
    sha = limb(51.0).sha256
    said = run_built("build", "sleeve", "--scan", file, "-o", tmp_path, "--json")
    assert said.code == 0, said
    assert said.json["configuration"]["leg"] == sha
    assert said.json["scans"] == {"leg": sha}
    assert scan_store.get(sha) == limb(51.0)
    again = run_built("build", "sleeve", "--scan", f"leg={file}", "--set", "high=80", "-o", tmp_path)
    assert f"leg={sha} is kept in" in again.out
    assert "for 30 days" in again.out
    package = Path(said.json["package"])
    assert run_built("check", package).code == 0
    scan_store.delete(sha)
    rebuilt = run_built("rebuild", package, "--json")
    assert (rebuilt.code, rebuilt.json["same"]) == (0, True)
    assert sha not in {each.sha for each in scan_store.stored()}
    (tmp_path / "own.limb").write_bytes(read_stored_zip(package.read_bytes())[f"scan/{said.json['number']}.limb"])
    assert run_built("rebuild", package, "--scan", tmp_path / "own.limb", "--json").json["same"]
    assert run_built("build", "sleeve", "--set", f"leg={sha}", "-o", tmp_path).code == 1


@pytest.mark.parametrize(("command", "words"), [
    (("build", "ring", "--scan", "{file}", "-o", "{out}"), "ring has no parameter that is a scan"),
    (("build", "sleeve", "--scan", "{out}/nothing.limb", "-o", "{out}"), "cannot be read"),
    (("build", "sleeve", "--scan", "{stl}", "-o", "{out}"), "This is no .limb file"),
    (("rebuild", "{out}/none.zip", "--scan", "{stl}"), "This is no .limb file"),
    (("build", "sleeve", "--set", "leg=abc", "-o", "{out}"), "is no scan"),
    (("build", "sleeve", "--set", "leg=" + "0" * 64, "-o", "{out}"), "is not on this machine")])
def test_what_is_refused(run, file, tmp_path, command, words):
    stl = tmp_path / "leg.stl"
    stl.write_bytes(b"solid leg")
    said = run(*(each.format(file=file, out=tmp_path, stl=stl) for each in command))
    assert said.code in (1, 2)
    assert words in " ".join(said.err.split())
    assert not list(tmp_path.glob("*.zip"))


def test_show_options_explain_solve(run, limb):
    sha = scan_store.put(limb(51.0))
    shown = run("show", "sleeve", "--set", f"leg={sha}", "--json").json
    told = next(each for each in shown["parameters"] if each["name"] == "leg")
    assert (told["kind"], told["value"], told["default"]) == ("scan", sha, "")
    assert "build --scan" in " ".join(run("show", "sleeve", "--set", f"leg={sha}").out.split())
    assert run("show", "sleeve", "--schema").json["properties"]["leg"]["x-kind"] == "scan"
    options = run("options", "sleeve", "--set", f"leg={sha}", "--json").json
    assert options["leg"] == ["", sha]
    assert options["high"][-1] == 300
    assert f"no scan or scan {sha[:8]}" in run("options", "sleeve", "--set", f"leg={sha}").out
    explained = run("explain", "sleeve", "--set", f"leg={sha}", "--want", "high=310", "--json").json
    assert not explained["possible"]
    assert explained["ways"][0]["configuration"]["leg"] == ""
    assert f"scan {sha[:8]}" in run("explain", "sleeve", "--set", f"leg={sha}", "--want", "high=310").out
    solved = run("solve", "sleeve", "--set", f"leg={sha}", "--want", "middle >= 300", "--maximise", "high", "--json").json
    assert solved["configuration"]["high"] == 300
    assert run("solve", "sleeve", "--set", f"leg={sha}", "--maximise", "high").code == 0


def test_verify_proves_nothing_false_of_a_rule_about_scans(run):
    from configurator.certify.rules import rule_findings
    from configurator.product.catalogue import load_template

    assert [each.sentence for each in rule_findings(load_template("sleeve"))] == []
