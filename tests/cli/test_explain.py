"""`configurator explain`: why not, and the nearest ways to get it."""

from __future__ import annotations

import shlex

import pytest

from configurator import load_template

COURT = ("explain", "ring", "--set", "comfort=no", "--set", "width=5", "--want", "profile=court")


def test_explain_for_machines(run):
    said = run(*COURT, "--json")
    assert (said.code, said.err) == (1, "")
    found = said.json
    assert list(found) == ["possible", "undecided", "language", "reasons", "conflicts", "ways"]
    assert (found["possible"], found["undecided"]) == (False, False)
    assert len(found["reasons"]) == len(found["conflicts"]) == 1
    assert "comes with comfort fit" in found["reasons"][0]
    assert found["conflicts"][0]["choices"] == ["comfort"]
    assert [each["name"] for each in found["conflicts"][0]["rules"]] == ["court_is_rounded_inside"]
    ring = load_template("ring")
    for way in found["ways"]:
        product = ring(**way["configuration"])
        assert product.choices == way["configuration"]
        assert product.number == way["number"]
        assert (product.profile.name, product.width) == ("court", 5)
        assert way["given_up"] == ["comfort"]
        assert {each["name"]: each["after"] for each in way["changes"]} == {"comfort": True, "profile": "court"}


def test_a_rule_tells_by_how_much_it_fails(run):
    said = run("explain", "ring", "--set", "alloy=Pt950 Ru", "--set", "making=cast", "--want", "thickness=1", "--json").json
    [rule] = said["conflicts"][0]["rules"]
    ring = load_template("ring")
    assert rule["name"] == "band_is_strong_enough"
    assert rule["shortfall"] == pytest.approx(ring.parameters["alloy"].options["Pt950 Ru"].wall_cast - 1.0)


def test_what_can_be_had_is_0(run):
    said = run("explain", "ring", "--want", "profile=court", "--json")
    assert said.code == 0
    assert said.json["possible"]
    assert said.json["reasons"] == []
    assert said.json["ways"][0]["configuration"]["comfort"] is True
    assert "can be had" in run("explain", "ring", "--want", "profile=court").out


def test_changes_are_told_against_what_show_shows(run):
    arguments = ("--set", "thickness=1")
    shown = run("show", "ring", *arguments, "--json").json["configuration"]
    way = run("explain", "ring", *arguments, "--want", "making=cast", "--want", "alloy=Pt950 Ru", "--json").json["ways"][0]
    assert all(each["before"] == shown[each["name"]] for each in way["changes"])


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("columns", ["80", "200"])
def test_explain_for_people(run, monkeypatch, language, columns):
    monkeypatch.setenv("COLUMNS", columns)
    said = run(*COURT, "--language", language)
    assert (said.code, said.err) == (1, "")
    assert max(map(len, said.out.splitlines())) <= int(columns)
    assert "\x1b" not in said.out
    ring = load_template("ring")
    words = " ".join(said.out.split())
    assert ring.label("comfort", language) in words
    assert run(*COURT, "--language", language, "--json").json["conflicts"][0]["rules"][0]["sentence"] in words


def test_each_way_ends_with_the_command_that_takes_it(run):
    person, machine = run(*COURT), run(*COURT, "--json")
    lines = person.out.replace("\\\n", " ").splitlines()
    commands = [shlex.split(line) for line in lines if line.lstrip().startswith("configurator build ")]
    assert len(commands) == len(machine.json["ways"]) > 0
    for command, way in zip(commands, machine.json["ways"], strict=True):
        assert command[-2:] == ["-o", "out"]
        assert run("show", *command[2:-2], "--json").json["configuration"] == way["configuration"]


def test_words_survive_the_shell(run):
    said = run("explain", "ring", "--set", "engraving=Zoë's \"own\" $x", "--want", "comfort=yes")
    command = shlex.split(next(line for line in said.out.replace("\\\n", " ").splitlines() if "configurator build" in line))
    assert run("show", *command[2:-2], "--json").json["configuration"]["engraving"] == 'Zoë\'s "own" $x'


def test_wishes_that_exclude_each_other_have_no_way_but_the_nearest(run):
    arguments = ("explain", "ring", "--want", "profile=court", "--want", "comfort=no")
    said = run(*arguments, "--json")
    assert said.code == 1
    assert said.json["conflicts"][0]["choices"] == []
    way = said.json["ways"][0]
    assert set(way["given_up"]) <= {"profile", "comfort"}
    assert "without the wish" in run(*arguments).out


@pytest.mark.parametrize("wants", [
    (), ("--want",), ("--want", "width"), ("--want", "=5"), ("--want", "mass<=60"), ("--want", "width!=5"),
    ("--want", "width=5", "--want", "width=6")])
def test_wrong_usage(run, wants):
    said = run("explain", "ring", *wants)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()


@pytest.mark.parametrize(("arguments", "word"), [
    (("rong", "--want", "width=5"), "rong"), (("ring", "--want", "width=99"), "outside"),
    (("ring", "--want", "widht=5"), "Did you mean"), (("ring", "--set", "width=4,5", "--want", "comfort=no"), "4.5"),
    (("ring", "--want", "width=4,5"), "4.5"), (("ring", "--want", "engraving=" + "x" * 31), "31 characters"),
    (("ring", "--want", "comfort=perhaps"), "neither yes nor no")])
def test_what_cannot_be_asked_is_1_with_a_reason(run, arguments, word):
    person, machine = run("explain", *arguments), run("explain", *arguments, "--json")
    assert (person.code, person.out, machine.code) == (1, "", 1)
    assert word in person.err
    assert machine.json["error"]["message"]


def test_a_text_that_is_too_long_for_its_place(run):
    said = run("explain", "ring", "--set", "circumference=41", "--want", "engraving=Für immer und ewig, meine Zoë", "--json")
    assert said.code == 1
    assert {each["name"] for each in said.json["conflicts"][0]["rules"]} >= {"letters_fit_around"}
    assert all(way["configuration"]["engraving"] == "Für immer und ewig, meine Zoë" for way in said.json["ways"])
    assert said.json["ways"][0]["given_up"] == ["circumference"]
