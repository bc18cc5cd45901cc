"""`configurator makeability` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main

PACK = 'process = "cast"\n[wall]\ngold = { value = 1.7, unit = "mm", grade = "C", source = "our shop" }\n'


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    monkeypatch.setenv("CONFIGURATOR_WORKERS", "1")
    monkeypatch.setenv("COLUMNS", "100")


def test_it_says_what_to_change_and_by_which_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.toml").write_text(PACK)
    assert main(["makeability", "ring", "--set", "profile=flat", "--set", "thickness=1.6", "--json", "--language", "de"]) == 1
    told = json.loads(capsys.readouterr().out)
    (found,) = told["findings"]
    assert (told["makeable"], found["code"], found["part"], found["measured"]) == (False, "WALL_THIN", "band", pytest.approx(1.6))
    assert (found["limit"], found["limit_source"], found["change"]) == (1.7, "our shop", "thickness=1.7")
    assert "1,6\N{NO-BREAK SPACE}mm" in found["sentence"]
    assert main(["makeability", "ring", "--set", "profile=flat", "--set", found["change"]]) == 0
    assert "can be made" in capsys.readouterr().out


def test_a_pack_with_nonsense_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(PACK.replace("1.7", "-1.7"))
    assert main(["makeability", "ring", "--pack", str(file), "--json"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["kind"] == "PackRefused"
    assert "wall.gold.value is -1.7" in error["message"]
