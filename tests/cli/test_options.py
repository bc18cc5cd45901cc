"""`configurator options`: what every parameter can still be."""

from __future__ import annotations

import shlex

import pytest

from configurator import load_template
from configurator.cli.options_page import spans


def test_options_for_machines(run):
    ring = load_template("ring")
    said = run("options", "ring", "--set", "profile=court", "--json")
    assert (said.code, said.err) == (0, "")
    assert list(said.json) == [*ring.parameters, "undecided"]
    assert said.json["undecided"] == {}
    left = ring.space.options({"profile": "court"})
    assert {name: tuple(values) for name, values in said.json.items() if name != "undecided"} == dict(left)
    assert said.json["comfort"] == [True]
    assert said.json["profile"] == ["D", "flat", "court"]
    assert said.json["width"][:2] == [2.0, 2.1]
    assert said.json["engraving"][:3] == [0, 1, 2]


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("columns", ["80", "200"])
def test_options_for_people(run, monkeypatch, language, columns):
    monkeypatch.setenv("COLUMNS", columns)
    said = run("options", "ring", "--set", "alloy=Pt950 Ru", "--set", "engraving=Zoë", "--set", "width=3",
               "--language", language)
    assert (said.code, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= int(columns)
    assert "\x1b" not in said.out
    ring = load_template("ring")
    assert all(ring.label(name, language) in said.out for name in ("comfort", "width", "alloy"))


def test_what_is_blocked_comes_with_a_command_that_tells_why(run):
    said = run("options", "ring", "--set", "comfort=no", "--set", "engraving=Für Zoë", "--set", "alloy=Pt950 Ru")
    court = next(line for line in said.out.splitlines() if line.lstrip().startswith("court"))
    assert "not now" in court
    asked = said.out.partition("Why not?")[2].replace("\\\n", " ")
    commands = [line for line in asked.splitlines() if line.startswith("  configurator explain ")]
    assert commands
    for each in commands:
        why = run(*shlex.split(each)[1:], "--json")
        assert why.code == 1, each
        assert why.json["reasons"], each


def test_choices_that_do_not_go_together_are_refused_with_what_they_could_be(run):
    arguments = ("options", "ring", "--set", "profile=court", "--set", "comfort=no")
    person, machine = run(*arguments), run(*arguments, "--json")
    assert (person.code, machine.code) == (1, 1)
    assert "comes with comfort fit" in " ".join(machine.err.split())
    assert machine.json["width"] == []
    assert machine.json["comfort"] == [True]
    assert machine.json["profile"] == ["D", "flat"]
    assert "Why not?" not in person.out


def test_a_file_of_choices(run, tmp_path):
    file = tmp_path / "choices.json"
    file.write_text('{"profile": "court", "comfort": true}')
    assert run("options", "ring", "--config", file, "--set", "profile=flat", "--json").json["comfort"] == [False, True]


@pytest.mark.parametrize(("left", "said"), [
    ([], "nothing"), ([3], "3 mm"), ([3, 4], "3 or 4 mm"), ([3, 4, 5], "3 to 5 mm"), (range(1, 11), "1 to 10 mm"),
    ([1, 2, 3, 4, 5, 7, 8, 9], "1 to 9 mm but 6"), ([1, 2, 3, 5, 6, 8, 9, 10], "1 to 10 mm but 4 and 7"),
    ([1, 2, 3, 8, 9, 10], "1 to 3 or 8 to 10 mm"), ([1, 5, 9], "1, 5 or 9 mm"), ([1, 2, 3, 9], "1 to 3 or 9 mm")])
def test_ranges_are_told_shortly(left, said):
    assert spans(range(1, 11), list(left), "mm").replace("\N{NO-BREAK SPACE}", " ") == said


def test_many_holes_are_counted():
    left = list(range(0, 40, 2))
    assert spans(range(40), left, "mm").replace("\N{NO-BREAK SPACE}", " ") == "20 values from 0 to 38 mm"
    assert spans([x / 2 for x in range(9)], [1.0, 1.5, 2.0], "mm", "de").replace("\N{NO-BREAK SPACE}", " ") == "1 to 2 mm"
