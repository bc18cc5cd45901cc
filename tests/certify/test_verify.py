"""`configurator verify` from its arguments to the certificate: the same every time, stopped and resumed or not."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from configurator.certify.certificate import certificate
from configurator.certify.page import page
from configurator.certify.plan import planned
from configurator.certify.rules import rule_findings
from configurator.certify.sweep import sweep
from configurator.cli import main


@pytest.fixture
def verify(stand, workers, monkeypatch, capfd, tmp_path):
    """(exit code, output, errors, workers) of `verify`, built by workers that fail where told."""
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, fails=lambda product: "", stop_after=10**9):
        pool = workers(fails, stop_after=stop_after)
        monkeypatch.setattr("configurator.geometry.client.Geometry", lambda: pool)
        capfd.readouterr()
        code = main(["verify", f"{stand.home}", *map(str, arguments)])
        return code, *capfd.readouterr(), pool

    return call


def steady(content: dict) -> dict:
    return {name: value for name, value in content.items() if name != "timings"}


def test_a_certificate_as_json_and_as_a_page(verify, stand, tmp_path):
    file = tmp_path / "out" / "stand.json"
    code, out, _, pool = verify("--samples", 5, "--seed", 3, "--date", "2026-11-23", "-o", file)
    assert code == 0
    assert "no failures" in out
    assert sorted(each.name for each in file.parent.iterdir()) == ["stand.json", "stand.md"]
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["good"] is True
    assert (content["date"], content["seed"], content["samples"]) == ("2026-11-23", 3, 5)
    assert content["configurations"] == len(pool.built) == len(set(pool.built))
    assert content["fingerprint"] == stand.fingerprint
    assert {each["rule"] for each in content["least_margins"]} == {"arms_need_a_wall", "hollow_ones_are_low"}
    for each in content["least_margins"]:
        if each["margin"] is not None:
            there = stand(**each["choices"])
            assert there.number == each["number"]
            assert next(rule for rule in stand.rules if rule.name == each["rule"]).margin(there) == each["margin"]
    assert content["estimate"] == {"number": pytest.approx(stand.space.count().number), "error": 0.0, "texts": True}
    text = (file.parent / "stand.md").read_text(encoding="utf-8")
    assert "**No failure.**" in text
    assert "2026-11-23" in text
    assert str(tmp_path) not in text + file.read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_certificate(verify, tmp_path):
    files = [tmp_path / name / "c.json" for name in ("one", "two")]
    for file in files:
        assert verify("--samples", 4, "-o", file, fails=lambda product: "odd" if product.arms > 6 else "")[0] == 1
    one, two = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    assert steady(one) == steady(two)
    assert "date" not in one
    pages = [file.with_suffix(".md").read_text(encoding="utf-8").partition("## Timings")[0] for file in files]
    assert pages[0] == pages[1]


def test_a_sweep_that_is_stopped_goes_on(verify, tmp_path):
    def fails(product):
        return "odd" if product.arms > 6 else ""

    whole, resumed = tmp_path / "whole.json", tmp_path / "resumed.json"
    *_, pool = verify("--samples", 6, "-o", whole, fails=fails)
    code, _, err, _ = verify("--samples", 6, "-o", resumed, fails=fails, stop_after=20)
    assert code == 130
    said = " ".join(err.split())
    assert "goes on from there" in said
    assert not resumed.exists()
    journal = tmp_path / "resumed.json.journal"
    noted = len(journal.read_text(encoding="utf-8").splitlines()) - 1
    assert 0 < noted <= 20
    assert f"{noted} configurations built" in said
    code, out, err, second = verify("--samples", 6, "-o", resumed, fails=fails)
    assert code == 1
    assert "anew" not in err
    assert f"{noted} of them before" in out
    assert len(second.built) == len(pool.built) - noted
    assert not journal.exists()
    one, two = (json.loads(file.read_text(encoding="utf-8")) for file in (whole, resumed))
    assert steady(one) == steady(two)
    assert two["timings"]["resumed"] == noted


def test_another_seed_begins_anew_and_says_so(verify, tmp_path):
    file = tmp_path / "c.json"
    assert verify("--samples", 6, "-o", file, stop_after=20)[0] == 130
    code, _, err, _ = verify("--samples", 6, "--seed", 1, "-o", file)
    assert code == 0
    assert "is begun anew: it has the seed 0, not 1" in " ".join(err.split())
    assert json.loads(file.read_text(encoding="utf-8"))["timings"]["resumed"] == 0


def test_a_failure_is_told_with_commands_that_reproduce_it(verify, stand, tmp_path):
    def fails(product):
        return "`a|b` <i>" if product.hollow and product.height > 25 else ""

    file = tmp_path / "c.json"
    code, out, _, _ = verify("--samples", 30, "-o", file, fails=fails)
    assert code == 1
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["good"] is False
    assert {each["way"] for each in content["failures"]} == {1}
    assert content["ways_of_failing"][0]["changes"] == {"height": {"default": 20.0, "value": 26.0},
                                                        "hollow": {"default": False, "value": True}}
    text = file.with_suffix(".md").read_text(encoding="utf-8")
    assert r"\`a\|b\` \<i\>" in text
    for said in (out, text):
        command = next(line for line in said.splitlines() if "configurator build" in line)
        typed = dict(each.split("=", 1) for before, each in zip(shlex.split(command), shlex.split(command)[1:], strict=False)
                     if before == "--set")
        assert typed == {"height": "26.0", "hollow": "true"}
        typed["hollow"] = True
        assert fails(stand.space.complete(typed))
    for each in content["failures"]:
        assert fails(stand(**each["choices"]))


def test_rules_alone(verify, stand_with, capfd):
    code, out, _, pool = verify("--rules-only")
    assert (code, pool.built) == (0, [])
    assert "2 rules" in out
    assert "nothing wrong" in out
    code, out, _, _ = verify("--rules-only", "--json")
    assert json.loads(out) == {"template": "stand", "revision": "A", "good": True, "rules": [], "guards": []}
    wrong = stand_with(("<= 30", "< 10"), ("return self.wall >= 0.5 * self.arms", "return self.hollow or self.arms > 8"))
    capfd.readouterr()
    assert main(["verify", str(wrong.home), "--rules-only"]) == 1
    said = " ".join(capfd.readouterr().out.split())
    assert "no configuration keeps these rules together" in said
    assert re.search(r"stand/template\.py:\d+", said)


def test_a_template_with_nothing_to_choose_is_not_certified(stand_with, workers):
    none = stand_with(("<= 30", "< 10"), ("return self.wall >= 0.5 * self.arms", "return self.hollow or self.arms > 8"))
    found = certificate(sweep(planned(none, 3, 0), workers()), rule_findings(none))
    assert found["good"] is False
    assert (found["configurations"], found["estimate"]["number"]) == (0, 0)
    assert "There is no valid configuration" in page(found, "stand.json")


@pytest.mark.parametrize(("arguments", "code"), [
    ((), 2), (("--samples", "-1"), 2), (("--rules-only", "-o", "x.json"), 2), (("--samples", "1", "-o", "x.md"), 2),
    (("--samples", "1", "-o", "."), 1), (("--samples", "1", "--date", "23.11.2026"), 1),
    (("--samples", "1", "--date", "20261123"), 1), (("--samples", "1", "--date", "2026-02-30"), 1)])
def test_what_cannot_be_meant_is_refused_before_anything_is_built(verify, arguments, code):
    found, _, err, pool = verify(*arguments)
    assert (found, pool.built) == (code, [])
    assert err.strip()


def test_tables_of_the_page_are_whole(verify, tmp_path):
    """Every row has as many cells as its head; everything that is opened is closed."""
    file = tmp_path / "c.json"
    verify("--samples", 5, "-o", file, fails=lambda product: "a | b" if product.arms == 8 else "")
    text = file.with_suffix(".md").read_text(encoding="utf-8")
    cells = 0
    for line in text.splitlines():
        if line.startswith("|"):
            now = len(re.findall(r"(?<!\\)\|", line))
            assert cells in (0, now), line
            cells = now
        else:
            cells = 0
    assert text.count("<details>") == text.count("</details>") > 0
    assert text.count("```") % 2 == 0
    assert Path(re.search(r"\]\(([^)]+)\)", text)[1]).name == "c.json"
