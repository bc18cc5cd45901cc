"""`configurator solve`: from wishes to the best configuration."""

from __future__ import annotations

import shlex

import pytest

from configurator import load_template

LIGHT = ("solve", "ring", "--want", "width>=5", "--set", "alloy=Ag925", "--minimise", "mass")


def test_solve_for_machines(run):
    said = run(*LIGHT, "--json")
    assert (said.code, said.err) == (0, "")
    found = said.json
    assert list(found) == ["possible", "undecided", "language", "configuration", "number", "quantity", "unit", "value", "bound",
                           "proven", "stops", "binding", "changes", "reasons", "conflicts"]
    product = load_template("ring")(**found["configuration"])
    assert found["number"] == product.number
    assert (found["quantity"], found["unit"], found["proven"]) == ("mass", "g", True)
    assert found["value"] == pytest.approx(product.mass, abs=1e-6)
    assert found["bound"] == pytest.approx(found["value"], abs=1e-4)
    assert product.width >= 5
    assert {each["name"] for each in found["stops"]["rules"]} >= {"width>=5"}


def test_most_and_least(run):
    most = run("solve", "ring", "--maximise", "width - thickness", "--json").json
    assert (most["value"], most["unit"], most["configuration"]["width"]) == (11.0, "", 12.0)
    assert run("solve", "ring", "--minimise", "thickness", "--json").json["value"] == 1.0
    nearest = run("solve", "ring", "--want", "width=7", "--json").json
    assert (nearest["value"], nearest["quantity"]) == (None, None)
    assert [each["name"] for each in nearest["changes"]] == ["width"]


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("columns", ["80", "200"])
def test_solve_for_people(run, monkeypatch, language, columns):
    monkeypatch.setenv("COLUMNS", columns)
    said = run(*LIGHT, "--language", language)
    assert (said.code, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= int(columns)
    found = run(*LIGHT, "--language", language, "--json").json
    assert found["number"] in said.out
    assert "proven" in said.out
    assert "you want width>=5" in said.out
    command = shlex.split(next(line for line in said.out.replace("\\\n", " ").splitlines() if "configurator build" in line))
    assert run("show", *command[2:-2], "--json").json["configuration"] == found["configuration"]


def test_none_is_refused_with_the_reason(run):
    arguments = ("solve", "ring", "--want", "mass<=3", "--want", "mass >= 5")
    person, machine = run(*arguments), run(*arguments, "--json")
    assert (person.code, person.out, machine.code) == (1, "", 1)
    assert "“mass<=3”; “mass >= 5”" in person.err
    assert machine.json["configuration"] is None
    assert machine.json["reasons"] == ["This cannot be had together: “mass<=3”; “mass >= 5”."]


@pytest.mark.parametrize(("arguments", "word"), [
    (("rong",), "rong"), (("ring", "--want", "weight<=3"), "no quantity"), (("ring", "--minimise", "alloy"), "no quantity"),
    (("ring", "--minimise", "3"), "same for every configuration"), (("ring", "--maximise", "widht"), "width"),
    (("ring", "--want", "mass<=" + "9" * 999), "too long"), (("ring", "--set", "width=99"), "outside")])
def test_what_cannot_be_wished_is_1_with_a_reason(run, arguments, word):
    person, machine = run("solve", *arguments), run("solve", *arguments, "--json")
    assert (person.code, person.out, machine.code) == (1, "", 1)
    assert word in person.err
    assert "fault of the program" not in person.err
    assert len(person.err) < 1500
    assert machine.json["error"]["message"]


@pytest.mark.parametrize("arguments", [
    ("--want", "mass"), ("--want", " width "), ("--want",), ("--minimise", "mass", "--maximise", "width"), ("--minimise",)])
def test_wrong_usage(run, arguments):
    said = run("solve", "ring", *arguments)
    assert (said.code, said.out) == (2, "")
