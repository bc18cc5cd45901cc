"""A new template builds at once and keeps the laws, outside the repository too."""

from __future__ import annotations

from pathlib import Path

import pytest

from configurator import load_template
from configurator.making.clearance import clearance
from configurator.product.parameters import Choice
from configurator.product.product import described


@pytest.fixture
def made(run, tmp_path, monkeypatch):
    said = run("new-template", "tea_caddy", "--into", tmp_path, "--json")
    assert said.code == 0, said.err
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(tmp_path))
    return load_template("tea_caddy")


def test_it_lists_and_shows(run, made, tmp_path):
    rows = {each["name"]: each for each in run("templates", "--json").json}
    assert rows["tea_caddy"]["title"] == "Tea caddy"
    assert rows["tea_caddy"]["prefix"] == "TC"
    assert run("show", "tea_caddy").code == 0
    assert run("show", f"{tmp_path}/tea_caddy", "--set", "grooves=6").code == 0
    assert sorted(each.name for each in (tmp_path / "tea_caddy").iterdir() if each.is_file()) == [
        "de.toml", "figures.csv", "fr.toml", "metals.csv", "template.py"]


def test_it_builds_and_its_parts_fit(run_built, made, geometry, tmp_path):
    for choices in ({}, {"inscription": "Für Zoë", "grooves": 6, "wall": 3.0}, {"inner_diameter": 40, "grooves": 0}):
        product = made(**choices)
        overlaps = geometry.overlaps(product).result()
        assert clearance(product, overlaps) == []
        wanted = float(type(product).interfaces["pressed"].function(product))
        assert overlaps[0].volume == pytest.approx(wanted, rel=1e-3)
        geometry.build(product)  # within what the template expects, or BuildError
    said = run_built("build", f"{tmp_path}/tea_caddy", "--set", "labelled=yes", "-o", tmp_path / "out", "--json")
    assert said.code == 0, said.err
    assert [part["name"] for part in said.json["parts"]] == ["body", "cap"]
    assert run_built("check", said.json["package"]).code == 0


def test_a_small_sweep_finds_no_failure(run_built, made, tmp_path):
    said = run_built("verify", "tea_caddy", "--samples", "2", "--seed", "5", "-o", tmp_path / "found.json", "--json")
    assert said.code == 0, said.out
    assert said.json["failures"] == []
    assert said.json["good"] is True
    assert (tmp_path / "found.json").is_file()


def test_every_text_is_there_in_every_language(made):
    for language in ("fr", "de"):
        keys = {("template", "title"), ("template", "description"), ("hints", "inscription")}
        keys |= {("parameters", name) for name in made.parameters} | {("rules", each.name) for each in made.rules}
        keys |= {("groups", each.group) for each in made.parameters.values()}
        keys |= {("parts", name) for name in made.parts} | {("interfaces", name) for name in made.interfaces}
        keys |= {("characteristics", f"{name}.{each.name}") for name in made.parts for each in made().controlled(name)}
        keys |= {("items", item.name) for item in made().bought_items()}
        keys |= {("options", f"{name}.{option}") for name, each in made.parameters.items() if isinstance(each, Choice)
                 for option in each.options}
        assert made.words.keys(language) == keys
    assert described(made).startswith("Round box")


def test_it_passes_the_checks_of_the_house(made, tmp_path):
    import shutil
    import subprocess
    import sys

    shutil.copyfile(Path(__file__).parents[2] / "pyproject.toml", tmp_path / "pyproject.toml")
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "tea_caddy"], cwd=tmp_path,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["", "Lamp", "1lamp", "la mp", "../lamp", "lamp/x", "lämpe", ".lamp", "l" * 41, "-x", "a\n"])
def test_a_wrong_name_is_refused(run, tmp_path, name):
    said = run("new-template", "--into", tmp_path, "--", name)
    assert said.code == 1
    assert "is no name for a template" in " ".join(said.err.split())
    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_left_alone(run, made, tmp_path):
    file = tmp_path / "tea_caddy" / "template.py"
    file.write_text("mine")
    said = run("new-template", "tea_caddy", "--into", tmp_path)
    assert said.code == 1
    assert "there already" in " ".join(said.err.split())
    assert file.read_text() == "mine"
    assert run("new-template", "lamp", "--into", tmp_path, "--prefix", "lamp").code == 1


def test_nothing_half_written_is_left(run, tmp_path, monkeypatch):
    from configurator.cli import new_template_command

    monkeypatch.setitem(new_template_command.FILES, "none.csv", "none.csv")
    assert run("new-template", "lamp", "--into", tmp_path).code == 1
    assert list(tmp_path.iterdir()) == []


def test_where_it_goes(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("new-template", "first").code == 0
    (tmp_path / "part_templates").mkdir()
    said = run("new-template", "second")
    assert "export CONFIGURATOR_TEMPLATES=" in said.out
    assert (tmp_path / "first" / "template.py").is_file()
    assert (tmp_path / "part_templates" / "second" / "template.py").is_file()
