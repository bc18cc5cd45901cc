"""Every choice that cannot be made is refused in a sentence that names the parameter; nothing is ever a traceback."""

from __future__ import annotations

import json

import pytest

LONG = "x" * 10_000
WRONG = [
    # out of bounds
    ("width", "1.9"), ("width", "12.1"), ("width", "-4"), ("width", "1e9"), ("thickness", "0"), ("thickness", "3.1"),
    ("circumference", "40.5"), ("circumference", "76.5"), ("letter_height", "1.5"), ("letter_height", "3.1"),
    # off the grid
    ("width", "4.05"), ("width", "4.000002"), ("circumference", "54.25"), ("thickness", "1.8999"),
    ("letter_height", "1.85"),
    # no number
    ("width", "wide"), ("width", ""), ("width", " "), ("width", "4mm"), ("width", "4 mm"), ("width", "0x10"),
    ("width", "1_0"), ("width", "nan"), ("width", "NaN"), ("width", "inf"), ("width", "-inf"), ("width", "Infinity"),
    ("width", "1e400"), ("width", "true"), ("width", "４"), ("width", LONG), ("width", "9" * 10_000), ("width", "4,5"),
    ("circumference", "54,5"), ("width", "1,000.5"), ("width", "4;5"), ("width", "=4+1"), ("width", "[4]"),
    # flags
    ("comfort", "maybe"), ("comfort", ""), ("comfort", "1"), ("comfort", "ja"), ("comfort", LONG),
    # options
    ("alloy", "tin"), ("alloy", ""), ("alloy", "Au750 Pd150"), ("alloy", "au750 3n"), ("profile", "square"),
    ("making", "printed"), ("finish", LONG), ("finish", "pol\x00ished"),
    # words
    ("engraving", "永遠"), ("engraving", "für immer 💍"), ("engraving", "=SUM(A1)"), ("engraving", "+41"),
    ("engraving", "-x"), ("engraving", "@me"), ("engraving", LONG), ("engraving", "x" * 31), ("engraving", " x"),
    ("engraving", "x "), ("engraving", "a\nb"), ("engraving", "a\tb"), ("engraving", "a\x1b[31mb"),
    ("engraving", "a\u202eb"), ("engraving", "a\u200bb"), ("engraving", "\ud800"), ("engraving", "مرحبا"),
    # rules that nothing else can mend
    ("engraving", "W" * 30),
    # unknown names
    ("widht", "4"), ("Width", "4"), ("größe", "4"), ("__class__", "x"), ("mass", "4"), (LONG, "4"),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_choice_is_refused_by_name(run, name, value):
    person, machine = (run("show", "ring", "--set", f"{name}={value}", *more) for more in ((), ("--json",)))
    assert (person.code, person.out) == (1, "")
    assert "Traceback" not in person.err
    assert "fault of the program" not in person.err
    assert len(person.err) < 1500
    assert all(c.isprintable() or c in "\n\N{NO-BREAK SPACE}" for c in person.err)
    assert machine.code == 1
    error = machine.json["error"]
    assert error["kind"] == "InvalidChoice"
    assert set(machine.json) == {"error"}
    assert set(error) == {"kind", "message", "problems"}
    assert error["problems"]
    assert all(set(each) == {"name", "kind", "message"} for each in error["problems"])
    named = [each["name"] for each in error["problems"]]
    assert name in named or name == "engraving"  # a rule is named instead
    assert all(each["message"].rstrip().endswith((".", "?")) for each in error["problems"])


def test_all_problems_are_told_at_once(run):
    said = run("show", "ring", "--set", "width=99", "--set", "comfort=perhaps", "--set", "widht=3", "--json")
    assert {each["name"] for each in said.json["error"]["problems"]} == {"width", "comfort", "widht"}


def test_a_decimal_comma_gets_a_friendly_word(run):
    assert "Write it with a point: 4.5." in run("show", "ring", "--set", "width=4,5").err
    assert "mit Punkt: 4.5." in run("show", "ring", "--set", "width=4,5", "--language", "de").err


def test_a_near_name_is_suggested(run):
    assert "Did you mean “width”?" in run("show", "ring", "--set", "widht=4").err


@pytest.mark.parametrize("content", [
    "", "[]", "4", "null", "{", '{"width": NaN, "width": 4}', '{"width": 4, "width": 5}', "\x00", "[" * 100_000,
    '{"template": "watch", "choices": {}}', '{"choices": []}', '{"choices": {}, "inputs": 3}', '{"width": [4]}',
    '{"width": null}', '{"width": NaN}', '{"width": 1e999}', '{"width": true}', '{"comfort": "yes"}', '{"comfort": 1}',
    '{"engraving": 5}', '{"alloy": {"name": "Ag925"}}', '{"widht": 4}', '{"width": ' + "9" * 5000 + "}",
    '{"choices": {"width": 4, "x": {}}}'])
def test_a_wrong_file_of_choices_is_refused(run, tmp_path, content):
    file = tmp_path / "choices.json"
    file.write_text(content, encoding="utf-8")
    for more in ((), ("--json",)):
        said = run("show", "ring", "--config", file, *more)
        assert said.code == 1
        assert "fault of the program" not in said.out + said.err
        assert "Traceback" not in said.out + said.err
    assert said.json["error"]["message"]


def test_a_file_that_is_not_there_is_refused(run, tmp_path):
    assert "cannot be read" in run("show", "ring", "--config", tmp_path / "none.json").err
    assert run("show", "ring", "--config", tmp_path).code == 1


@pytest.mark.parametrize("arguments", [
    (), ("brew",), ("show",), ("build", "ring"), ("show", "ring", "--set"), ("show", "ring", "--set", "width"),
    ("show", "ring", "--set", "=4"), ("show", "ring", "--language", "it"), ("verify", "ring"),
    ("verify", "ring", "--samples", "many"), ("verify", "ring", "--samples", "-1"), ("check",), ("rebuild",),
    ("new-template",), ("show", "ring", "--colour", "red"), ("build", "ring", "-o", "x", "--released-by", "Zoë")])
def test_wrong_usage_is_2(run, arguments):
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize("arguments", [
    ("show", "rong"), ("show", "../ring"), ("show", "./nowhere"), ("build", "rong", "-o", "x"), ("check", "none.zip"),
    ("rebuild", "none.zip"), ("verify", "rong", "--samples", "1"), ("demo", "--examples", "none", "-o", "x"),
    ("build", "ring", "-o", "x", "--date", "22.11.2026"), ("build", "ring", "-o", "x", "--date", "2026-02-30"),
    ("build", "ring", "-o", "x", "--owner", "a\nb"), ("build", "ring", "-o", "x", "--owner", "o" * 100),
    ("build", "ring", "-o", "x", "--date", "2026-11-22", "--released-by", " ")])
def test_what_cannot_be_done_is_1_with_a_reason(run, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    person, machine = run(*arguments), run(*arguments, "--json")
    assert (person.code, machine.code) == (1, 1)
    assert "fault of the program" not in person.err
    assert machine.json["error"]["message"]
    assert not (tmp_path / "x").exists()


def test_a_fault_of_the_program_is_one_sentence(run, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("configurator.cli.show_command.chosen", broken)
    said = run("show", "ring")
    assert said.code == 1
    assert "fault of the program" in said.err
    assert "CONFIGURATOR_DEBUG=1" in said.err
    assert "Traceback" not in said.err
    assert json.loads(run("show", "ring", "--json").out)["error"]["kind"] == "ZeroDivisionError"
    monkeypatch.setenv("CONFIGURATOR_DEBUG", "1")
    assert "Traceback" in run("show", "ring").err


def test_ctrl_c_and_a_closed_pipe_are_quiet(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("configurator.cli.show_command.chosen", interrupted)
    assert run("show", "ring") == (130, "", "")


def test_a_closed_pipe_is_quiet():
    import subprocess
    import sys

    done = subprocess.run(["bash", "-c", f"{sys.executable} -m configurator.cli show ring --schema | true"],
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
