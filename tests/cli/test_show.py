"""Commands that look and do not build."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from configurator import load_template, template_names
from configurator.cli.parser import COMMANDS
from configurator.product.schema import json_schema


def test_help_names_every_command_once_and_fits_a_terminal(run):
    said = run("--help")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    for each in COMMANDS:
        listed = [line for line in said.out.splitlines() if line.startswith(f"  {each.name} ")]
        assert len(listed) == (1 if each.group else 0), each.name


@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
def test_every_command_has_help_with_an_example_and_json(run, name):
    said = run(name, "--help")
    assert said.code == 0
    assert f"\n  configurator {name}" in said.out
    assert "--json" in said.out


def test_version(run):
    assert run("--version").out.startswith("Lot One ")


def test_templates(run):
    said = run("templates", "--json")
    ring = next(each for each in said.json if each["name"] == "ring")
    assert set(ring) == {"name", "title", "revision", "prefix", "parameters", "description", "folder", "error"}
    assert ring["error"] is None
    assert ring["parameters"] == 10
    assert "Plain band" in run("templates").out


def test_a_broken_template_does_not_break_the_list(run, tmp_path, monkeypatch):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "template.py").write_text("from configurator import Product\nx = 1 / 0\n")
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(tmp_path))
    said = run("templates", "--json")
    assert said.code == 0
    rows = {each["name"]: each for each in said.json}
    assert "template.py:2: ZeroDivisionError" in rows["broken"]["error"]
    assert rows["ring"]["error"] is None
    assert "cannot be loaded" in run("templates").out
    assert run("show", "broken").code == 1


def test_show_for_machines(run):
    said = run("show", "ring", "--set", "width=3", "--set", "width=5.0", "--set", "alloy=Ag925", "--json").json
    assert list(said) == ["template", "title", "description", "revision", "number", "language", "mass_g", "configuration",
                          "completed", "parameters", "rules", "notices"]
    assert said["configuration"]["width"] == 5
    assert said["completed"] == {}
    assert said["number"] == load_template("ring")(width=5, alloy="Ag925").number
    parameters = {each["name"]: each for each in said["parameters"]}
    assert parameters["width"] == {"name": "width", "label": "Width", "kind": "number", "group": "Shape", "hint": "",
                                   "value": 5.0, "default": 4.0, "low": 2.0, "high": 12.0, "step": 0.1, "unit": "mm"}
    assert parameters["alloy"]["withheld"] == [{"name": "Au750 Pd150", "missing": "wall_turned"}]
    assert all(each["margin"] is None or each["margin"] >= 0 for each in said["rules"])
    assert all(each["sentence"] and each["grade"] for each in said["rules"])
    assert all(each["binds"] == bool(each["bound_by"]) and set(each["bound_by"]) <= set(each["parameters"])
               for each in said["rules"])


def test_show_tells_what_binds(run):
    arguments = ("show", "ring", "--set", "alloy=Pt950 Ru", "--set", "making=cast", "--set", "thickness=1.5")
    rules = {each["name"]: each for each in run(*arguments, "--json").json["rules"]}
    edge = rules["band_is_strong_enough"]
    assert not edge["binds"]
    least = 1.5 - edge["margin"]
    arguments = (*arguments[:-1], f"thickness={least:.1f}")
    edge = next(each for each in run(*arguments, "--json").json["rules"] if each["name"] == "band_is_strong_enough")
    assert "thickness" in edge["bound_by"]
    assert f"one step of {' or '.join(edge['bound_by'])} breaks it" in " ".join(run(*arguments).out.split())


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_show_for_people_fits_80_columns(run, language):
    said = run("show", "ring", "--set", "engraving=Für Zoë", "--language", language)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\x1b" not in said.out
    assert load_template("ring").label("width", language) in said.out


def test_a_file_first_then_set_over_it(run, tmp_path):
    file = tmp_path / "choices.json"
    for content in ({"width": 6, "thickness": 2}, {"template": "ring", "choices": {"width": 6, "thickness": 2}}):
        file.write_text(json.dumps(content))
        chosen = run("show", "ring", "--config", file, "--set", "width=5", "--json").json["configuration"]
        assert (chosen["width"], chosen["thickness"]) == (5, 2)


def test_words_and_flags(run):
    said = run("show", "ring", "--set", "engraving=a=b", "--set", "comfort=YES", "--json").json["configuration"]
    assert (said["engraving"], said["comfort"]) == ("a=b", True)
    assert run("show", "ring", "--set", "engraving=x", "--set", "engraving=", "--json").json["configuration"]["engraving"] == ""


def test_what_was_completed_is_told(run):
    said = run("show", "ring", "--set", "profile=court", "--json").json
    assert said["completed"] == {"comfort": {"default": False, "value": True}}
    assert "comfort: no → yes" in run("show", "ring", "--set", "profile=court").out


@pytest.mark.parametrize("command", [["templates"], ["show", "ring"], ["show", "ring", "--schema"]])
def test_looking_loads_no_kernel_and_starts_no_process(command, home):
    code = (f"import sys\nfrom configurator.cli import main\nassert main({command!r}) == 0\n"
            "heavy = {'OCP', 'cadquery', 'numpy', 'trimesh', 'multiprocessing'} & set(sys.modules)\n"
            "assert not heavy, heavy")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", template_names())
def test_the_schema_says_what_the_template_says(run, name):
    template = load_template(name)
    schema = run("show", name, "--schema").json
    assert schema == json_schema(template)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert list(schema["properties"]) == list(template.parameters)
    kinds = {"number": (int, float), "integer": int, "boolean": bool, "string": str}
    for key, value in template().choices.items():
        own = schema["properties"][key]
        assert own["title"] == template.label(key)
        assert isinstance(value, kinds[own["type"]])
        assert own["default"] == value
        assert "enum" not in own or value in own["enum"]
        if own["type"] in ("number", "integer"):
            assert own["minimum"] <= value <= own["maximum"]
            assert not isinstance(value, bool)
            for end in ("minimum", "maximum"):
                template.parameters[key].accept(own[end])
        if own["type"] == "string" and "maxLength" in own:
            assert len(value) <= own["maxLength"]
