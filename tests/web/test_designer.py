"""The pages for designers: who may see them, templates that are broken in every way, hot reload, sweeps, differences."""

from __future__ import annotations

import json
import os
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from configurator.errors import TemplateError
from configurator.product.catalogue import load_folder
from configurator.settings import SettingError
from configurator.web import server
from configurator.web.designer import access, certificates, folders, opened
from configurator.web.designer.builds import Building, built
from configurator.web.designer.difference import part_differences
from configurator.web.designer.plot import _chart
from configurator.web.designer.sweeps import MOST, Sweeping, Sweeps

PLATE = '''\
"""A plate with a hole, and every way in which a part can fail."""

from __future__ import annotations

from pathlib import Path

from configurator import Expectation, Mm, Option, Product, Table, choice, cq, feature, length, part, rule

HERE = Path(__file__).parent


class Way(Option):
    """What the part does."""


class Plate(Product):
    """A plate. Frame: Z is up."""

    prefix, revision = "PL", "A"
    width: Mm = length(10, 6, 20, step=0.5, label="Width")
    hole: Mm = length(2, 1, 18, step=1, label="Hole")
    way: Way = choice(Table(Way, HERE / "ways.csv"), label="Way")

    @rule
    def hole_leaves_a_wall(self) -> bool:
        """A hole of {hole} mm leaves no wall in {width} mm."""
        return self.hole <= self.width - 3

    @feature
    def blank(self) -> cq.Workplane:
        return cq.Workplane().box(self.width, self.width, 2)

    @part(material="brass", process="milled")
    def plate(self) -> cq.Workplane:
        if self.way.name == "raises":
            raise ValueError("there is no such plate")
        while self.way.name == "hangs":
            pass
        if self.way.name == "inside_out":
            return cq.Workplane(cq.Solid(cq.Solid.makeBox(self.width, 5, 2).wrapped.Reversed()))
        return self.blank().cut(cq.Workplane().circle(self.hole / 2).extrude(9, both=True))
'''
WAYS = "name,grade,source\n" + "".join(f"{name},design,test\n" for name in ("good", "raises", "hangs", "inside_out"))


@pytest.fixture(scope="module", autouse=True)
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory, templates and one worker of this module's own."""
    root = tmp_path_factory.mktemp("designer")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"HOME": root / "home", "TEMPLATES": root / "templates", "WORKERS": 1, "DEADLINE": 5,
                            "DISK_MEMO_MB": 0, "DESIGNER": 1}.items():
            patch.setenv(f"CONFIGURATOR_{name}", str(value))
        (root / "home").mkdir()
        template(root / "templates" / "plate")
        yield root
        server.end()


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the viewer is told, by its key; no browser draws it."""
    told: dict[str, Any] = {}

    def component(name: str) -> Callable[..., Any]:
        def draw(key: str, data: dict[str, Any], **_: Any) -> Any:
            told[key] = data
            return SimpleNamespace(picked=told.get("picked"))

        return draw

    monkeypatch.setattr("configurator.web.customer.configure.component", component)
    return told


def template(folder: Path, body: str = PLATE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ways.csv").write_text(WAYS)
    (folder / "template.py").write_text(textwrap.dedent(body))
    return folder


def edit(folder: Path, before: str, after: str) -> None:
    file = folder / "template.py"
    text = file.read_text()
    assert text.count(before) == 1
    file.write_text(text.replace(before, after))


def page(name: str, folder: Path | None = None, offers: Any = None, **query: str) -> AppTest:
    """A page for designers in a visit of its own."""

    def script(name: str) -> None:
        from importlib import import_module

        import streamlit as st

        from configurator.web.pages import pages

        st.navigation(list(pages().values()), position="hidden")
        import_module(f"configurator.web.designer.{name}").page()

    found = AppTest.from_function(script, args=(name,), default_timeout=120)
    if folder is not None:
        found.session_state["lo-d-folders"] = [str(folder)]
        found.session_state["lo-d-folder"] = str(folder)
    if offers is not None:
        found.session_state["lo-d-offers"] = offers
    found.query_params.update(query)
    return found.run()


def until(test: AppTest, known: Callable[[AppTest], bool], seconds: float = 90) -> AppTest:
    end = time.monotonic() + seconds
    while not known(test):
        assert time.monotonic() < end, written(test)
        time.sleep(0.3)
        test.run()
    assert not test.exception, test.exception
    return test


def written(test: AppTest) -> str:
    """All that the page says, as it says it."""
    return "\n".join(str(getattr(each, "body", "") or getattr(each, "value", "")) for each in test.main.children.values()
                     for each in _leaves(each))


def _leaves(block: Any) -> Iterator[Any]:
    children = getattr(block, "children", None)
    if not children:
        yield SimpleNamespace(body=_said(block))
    for each in (children or {}).values():
        yield from _leaves(each)


def _said(element: Any) -> str:
    proto = getattr(element, "proto", None)
    return str(getattr(proto, "body", "") or getattr(element, "value", "") or "")


def settled(test: AppTest) -> AppTest:
    return until(test, lambda each: "being built" not in written(each))


# --- who may see them

OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.mark.parametrize(("setting", "peer", "headers", "shared", "yes"), [
    ("", None, OWN, False, True),
    ("", "127.0.0.5", {"host": "[::1]:8501", "origin": "http://[::1]:8501"}, False, True),
    ("", "::ffff:127.0.0.1", OWN, False, True),
    ("", "192.168.1.7", OWN, False, False),
    ("", None, {}, False, False),
    ("", None, {"Host": "localhost:8501"}, False, False),
    ("", None, {"Host": "shop.example", "Origin": "https://shop.example"}, False, False),
    ("", None, {"Host": "127.0.0.1:8501", "Origin": "https://shop.example"}, False, False),
    ("", None, {"Host": "localhost.shop.example", "Origin": "http://localhost.shop.example"}, False, False),
    ("", None, {**OWN, "X-Forwarded-For": "203.0.113.9"}, False, False),
    ("", None, {**OWN, "forwarded": "for=203.0.113.9"}, False, False),
    ("", None, OWN, True, False),
    ("0", None, OWN, False, False),
    ("1", "203.0.113.9", {}, True, True),
])
def test_they_are_for_whoever_sits_at_the_machine_unless_the_setting_says_otherwise(
        setting: str, peer: str | None, headers: dict[str, str], shared: bool, yes: bool) -> None:
    assert access.allowed(setting, peer, headers, shared=shared) is yes


def test_a_setting_that_nobody_understands_opens_nothing() -> None:
    with pytest.raises(SettingError, match="CONFIGURATOR_DESIGNER is 'yes'; it must be 0 or 1"):
        access.allowed("yes", None, OWN, shared=False)


@pytest.mark.parametrize(("name", "setting"), [("templates", "0"), ("sandbox", ""), ("sweep", "0"), ("difference", "")])
def test_strangers_see_nothing_and_can_start_nothing(name: str, setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFIGURATOR_DESIGNER", setting)
    test = page(name)
    assert [each.value for each in test.title] == ["For designers"]
    assert "CONFIGURATOR_DESIGNER=1" in test.info[0].value
    assert not test.button
    assert not test.selectbox
    assert "plate" not in written(test).replace("template", "")


# --- folders whose code may run

def test_a_folder_is_taken_only_if_nobody_else_can_write_to_it(tmp_path: Path) -> None:
    one, two = template(tmp_path / "ours" / "one"), template(tmp_path / "ours" / "two")
    assert folders.trusted(str(one)) == [one]
    assert folders.trusted(f" {tmp_path / 'ours'} ") == [one, two]
    for text, key in (("ours", "folder_not_there"), (str(tmp_path / "nowhere"), "folder_not_there"),
                      (str(tmp_path), "folder_empty")):
        with pytest.raises(folders.NotTrusted) as refused:
            folders.trusted(text)
        assert refused.value.key == key
    (two / "ways.csv").chmod(0o666)
    with pytest.raises(folders.NotTrusted) as refused:
        folders.trusted(str(tmp_path / "ours"))
    assert (refused.value.key, refused.value.file) == ("folder_open", two / "ways.csv")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_code_of_somebody_else_is_not_run(tmp_path: Path) -> None:
    folder = template(tmp_path / "theirs")
    os.chown(folder / "template.py", 12345, -1)
    with pytest.raises(folders.NotTrusted) as refused:
        folders.trusted(str(folder))
    assert (refused.value.key, refused.value.file) == ("folder_foreign", folder / "template.py")


# --- templates that cannot be loaded

@pytest.mark.parametrize(("before", "after", "line", "said"), [
    ("def blank(self)", "def blank(self", "def blank(self", "SyntaxError"),
    ("return self.hole <= self.width - 3", "return self.whole <= 3", "return self.whole <= 3", "whole"),
    ("in {width} mm.", "in {widht} mm.", "hole_leaves_a_wall", "widht"),
    ("HERE = Path(__file__).parent", "HERE = Path(__file__).parent / 0", "HERE = ", "TypeError"),
    ('"ways.csv"', '"weighs.csv"', "weighs.csv", "weighs.csv: cannot be read"),
    ('length(2, 1, 18, step=1, label="Hole")', 'length(0, 1, 18, step=1, label="Hole")', "hole: Mm = length(0", "default"),
])
def test_an_error_is_told_where_it_arose_with_the_lines_around_it(tmp_path: Path, before: str, after: str, line: str,
                                                                  said: str) -> None:
    folder = template(tmp_path / "plate")
    edit(folder, before, after)
    found = opened.opened(folder)
    assert found.template is None
    assert found.fault is not None
    assert said in found.fault.message
    assert str(tmp_path) not in found.fault.message
    text = dict(found.fault.lines)
    assert any(line in text.get(found.fault.line + offset, "") for offset in (0, 1)), found.fault
    assert found.fault.place == f"plate/template.py:{found.fault.line}"


def test_a_cell_of_a_table_is_told_by_its_line(tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")
    (folder / "ways.csv").write_text(WAYS.replace("raises,design", "raises,D"))
    fault = opened.opened(folder).fault
    assert fault is not None
    assert (fault.place, dict(fault.lines)[fault.line], fault.advice) == ("plate/ways.csv:3", "raises,D,test", "advice_table")


def test_while_a_file_is_broken_everybody_keeps_the_last_good_state(tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")
    good = opened.opened(folder).template
    assert good is not None
    assert opened.opened(folder) is opened.opened(folder)
    edit(folder, "step=0.5", "step=0.5.5")
    broken = opened.opened(folder)
    assert broken.template is good
    assert broken.fault is not None
    assert load_folder(folder) is good  # what other visitors get
    with pytest.raises(TemplateError, match="SyntaxError"):
        load_folder(folder, fresh=True)
    assert load_folder(folder) is good
    edit(folder, "step=0.5.5", "step=2.0")  # as many letters as before, perhaps within the same second
    mended = opened.opened(folder)
    assert mended.fault is None
    assert mended.template is not None
    assert mended.template.fingerprint != good.fingerprint
    assert [each.parameters["width"].step for each in (good, mended.template, load_folder(folder))] == [0.5, 2.0, 2.0]  # type: ignore[attr-defined]


# --- pages

def test_the_page_of_templates_shows_rules_with_their_lines_and_takes_a_folder(tmp_path: Path, installation: Path) -> None:
    other = template(tmp_path / "other", PLATE.replace("class Plate", "class Other").replace('"PL"', '"OT"'))
    edit(other, "def blank(self)", "def blank(self")
    test = page("templates")
    assert not test.exception
    told = written(test).replace("<wbr>", "")
    assert "hole_leaves_a_wall" in told
    assert "plate/template.py:24" in told
    assert "A hole of 2 mm leaves no wall in 10 mm." in told
    assert "6 to 20 mm in steps of 0.5 (29 values)" in told
    assert "other cannot be loaded" not in told
    test.text_input(key="lo-d-path").set_value(str(other))
    next(each for each in test.button if each.label == "Add").click().run()
    told = written(test)
    assert "other cannot be loaded" in told
    assert "other/template.py:30" in told
    assert "SyntaxError" in told
    assert "other cannot be loaded" not in written(page("templates"))  # a visit of somebody else


def test_a_certificate_says_whether_it_was_made_for_this_state(installation: Path) -> None:
    plate = load_folder(installation / "templates" / "plate")
    assert certificates.of(plate) is None
    made = {"certificate": 1, "template": "plate", "fingerprint": plate.fingerprint, "good": True, "date": "2026-11-23",
            "configurations": 7, "counts": {"default": 1, "random": 6}, "failures": [],
            "least_margins": [{"rule": "a", "margin": None}, {"rule": "b", "margin": 0.5, "found_at": "random 2"}]}
    file = installation / "home" / "certificates" / "plate.json"
    file.parent.mkdir()
    states = []
    for change in ({}, {"good": False, "failures": [{}]}, {"fingerprint": "another"}, {"template": "ring"}, {"certificate": 2}):
        file.write_text(json.dumps({**made, **change}))
        os.utime(file, ns=(time.time_ns(), time.time_ns() + len(states)))
        found = certificates.of(plate)
        states.append(found and (found.state, found.failures, found.margins[0][0]))
    assert states == [("good", 0, "b"), ("failed", 1, "b"), ("stale", 0, "b"), None, None]
    file.write_text(json.dumps({**made, "fingerprint": "another"}))
    assert "made for another state of the template" in written(page("templates"))
    file.unlink()


def test_a_certificate_beside_its_template_does_not_change_it(tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")
    before = load_folder(folder).fingerprint
    (folder / "certificate.json").write_text("{}")
    assert load_folder(folder, fresh=True).fingerprint == before


def test_the_sandbox_tells_what_was_rebuilt_and_why_something_cannot_be(stage: dict[str, Any], installation: Path) -> None:
    folder = installation / "templates" / "plate"
    test = settled(page("sandbox", folder))
    told = written(test)
    assert "Parts: 1. Rebuilt: 1. From the memo: 0." in told
    assert "<code>blank</code>" in told
    assert "sound" in told
    scene = stage["viewer-sandbox"]["scene"]
    assert stage["viewer-sandbox"]["note"] is None
    assert "faces" in stage["viewer-sandbox"]["tools"]
    test.number_input(key="lo-d-plate-0-hole").set_value(3.0).run()
    told = written(settled(test))
    assert stage["viewer-sandbox"]["scene"] != scene
    plate, blank = (next(line for line in told.split("<tr role=row>") if name in line) for name in ("<code>plate</code>", "<code>blank</code>"))
    assert "rebuilt" in plate
    assert "from the memo" in blank
    assert "hole" in plate
    assert "width" in blank
    assert "hole" not in blank
    scene = stage["viewer-sandbox"]["scene"]
    test.number_input(key="lo-d-plate-0-hole").set_value(9.0).run()
    assert not test.exception
    assert "A hole of 9 mm leaves no wall in 10 mm." in test.warning[0].value.replace("\\", "")
    assert "plate/template.py:24" in test.warning[0].value
    assert (stage["viewer-sandbox"]["scene"], "cannot be made" in stage["viewer-sandbox"]["note"]) == (scene, True)
    test.number_input(key="lo-d-plate-0-width").set_value(10.3).run()
    assert "10.3" in test.warning[0].value
    assert "plate/template.py:20" in test.warning[0].value
    test.button(key="lo-d-nearest").click().run()
    assert not settled(test).warning
    assert stage["viewer-sandbox"]["note"] is None
    assert {name: choices_of(test, folder)[name] for name in ("width", "hole")} == {"width": 12.0, "hole": 9.0}


def choices_of(test: AppTest, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = test.session_state["lo-d-choices"][str(folder)]
    return found


@pytest.mark.parametrize(("way", "said", "line", "advice"), [
    ("raises", "ValueError: there is no such plate", 'raise ValueError("there is no such plate")', "Correct the line"),
    ("inside_out", "inside out", '@part(material="brass"', "the solid is not sound"),
    ("hangs", "5 s", '@part(material="brass"', "CONFIGURATOR_DEADLINE"),
])
def test_a_part_that_fails_is_told_with_its_line_and_the_last_good_shape_stays(
        stage: dict[str, Any], installation: Path, way: str, said: str, line: str, advice: str) -> None:
    folder = installation / "templates" / "plate"
    test = settled(page("sandbox", folder))
    scene = stage["viewer-sandbox"]["scene"]
    test.selectbox(key="lo-d-plate-0-way").set_value(way).run()
    told = written(settled(test))
    assert said in told
    assert advice in told
    assert "Plate could not be built" in told
    here = next(each for each in told.split("<span class=") if each.startswith('"lo-d-here"'))
    assert line in here.replace("&quot;", '"')
    assert stage["viewer-sandbox"]["scene"] == scene
    assert "last good one" in stage["viewer-sandbox"]["note"]
    if way == "hangs":  # nobody waits for it: the worker is a new one
        test.selectbox(key="lo-d-plate-0-way").set_value("good").run()
        assert "sound" in written(settled(test))


def test_an_edit_is_seen_and_a_broken_one_leaves_the_last_good_shape(stage: dict[str, Any], tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")
    test = settled(page("sandbox", folder))
    first, told = stage["viewer-sandbox"]["scene"], written(test)
    assert "193.717" in told  # 10 x 10 x 2 less the hole of 2, mm3
    test.button(key="lo-d-keep").click().run()
    edit(folder, "box(self.width, self.width, 2)", "box(self.width, self.width, 3)")
    told = written(settled(test.run()))
    second = stage["viewer-sandbox"]["scene"]
    assert "290.575" in told
    assert second != first
    edit(folder, "box(self.width, self.width, 3)", "box(self.width, self.width, 3")
    told = written(test.run())
    assert "cannot be loaded. What you see is its last good state." in told
    assert "plate/template.py:31" in told
    assert stage["viewer-sandbox"]["scene"] == second
    assert "290.575" in told
    edit(folder, "box(self.width, self.width, 3", "box(self.width, self.width, 1)")
    told = written(settled(test.run()))
    assert "96.858" in told
    assert "cannot be loaded" not in told
    # who still has the first state at hand gets it from the worker that knew it
    kept = test.session_state["lo-d-kept"][0]
    old = type(kept.product)(hole=4.0)
    assert built(server.current().geometry, old).measured["plate"].volume == pytest.approx(200 - 8 * 3.14159265, rel=1e-6)


def test_a_value_beyond_the_bounds_of_an_edited_template_is_its_default_again(stage: dict[str, Any], tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")
    test = settled(page("sandbox", folder))
    test.number_input(key="lo-d-plate-0-width").set_value(18.0).run()
    edit(folder, "length(10, 6, 20, step=0.5", "length(9, 6, 12, step=1")
    edit(folder, '"ways.csv"), label="Way")', '"ways.csv"), label="Way", default="raises")')
    settled(test.run())
    assert not test.exception
    assert test.number_input(key="lo-d-plate-0-width").value == 9.0
    assert test.selectbox(key="lo-d-plate-0-way").value == "good"
    assert choices_of(test, folder) == {"width": 9.0, "hole": 2.0, "way": "good"}  # what is seen is what is built
    assert "Parts: 1. Rebuilt: 1." in written(test)
    (folder / "ways.csv").write_text(WAYS.replace("good", "fine"))
    edit(folder, 'default="raises"', 'default="fine"')
    settled(test.run())
    assert not test.exception
    assert test.selectbox(key="lo-d-plate-0-way").value == "fine"


def test_a_tapped_face_is_told_in_numbers(stage: dict[str, Any], installation: Path) -> None:
    stage["picked"] = {"part": "plate", "kind": "face", "index": 6, "type": "cylinder", "diameter_mm": 2.0, "area_mm2": 12.566,
                       "direction": [0, 0, 1]}
    told = written(settled(page("sandbox", installation / "templates" / "plate")))
    for said in ("<dd>Plate</dd>", "<dd>6</dd>", "<dd>2\u202fmm</dd>", "<dd>12.566\u202fmm²</dd>", "<dd>0; 0; 1</dd>"):
        assert said in told


def test_choices_that_an_edited_template_no_longer_takes_are_as_in_its_defaults(tmp_path: Path) -> None:
    folder = template(tmp_path / "plate")

    def script(folder: str) -> None:
        from pathlib import Path

        import streamlit as st

        from configurator.product.catalogue import load_folder
        from configurator.web.designer import choices

        st.json(choices.of(load_folder(Path(folder))))

    other = AppTest.from_function(script, args=(str(folder),))
    other.session_state["lo-d-choices"] = {str(folder): {"width": 10.3, "hole": 99.0, "way": "bad", "gone": 1}}
    assert json.loads(other.run().json[0].value) == {"width": 10.3, "hole": 2.0, "way": "good"}


# --- sweeps

STAND = PLATE.replace('"raises"', '"raises" and self.width > 12').replace("class Plate", "class Stand").replace('"PL"', '"SD"')


@pytest.fixture
def stand(tmp_path: Path) -> Path:
    """A template that fails where it is wide and raises."""
    folder = template(tmp_path / "stand", STAND)
    (folder / "ways.csv").write_text("".join(line for line in WAYS.splitlines(True) if line.split(",")[0] not in ("hangs", "inside_out")))
    return folder


def test_a_sweep_runs_beside_the_page_and_its_failures_open_in_the_sandbox(stage: dict[str, Any], stand: Path) -> None:
    test = page("sweep", stand)
    test.number_input(key="lo-d-samples").set_value(6)
    next(each for each in test.button if each.label == "Begin").click().run()
    running = server.current().sweeps.last
    assert running is not None
    assert running.runs
    assert server.current().sweeps.begin(running.template, 1, 0, pairs=False) is None  # one at a time, whoever asks
    until(test, lambda each: not running.runs)
    told = written(test.run())
    assert running.state == "done", running.trouble
    assert running.result is not None
    assert len(running.points()) == len(running.result.plan.configurations)
    failing = [each for each in running.points() if each.outcome.faults]
    assert failing
    assert all(each.outcome.choices["way"] == "raises" and each.outcome.choices["width"] > 12 for each in failing)
    assert "ValueError: there is no such plate" in told
    assert "stand/template.py:" in told
    small = running.result.ways[0].smallest.outcome.choices
    assert (small["way"], small["width"]) == ("raises", 12.5)
    (rows,) = _chart(running.template, running.points(), "width", "way", "en").to_dict()["datasets"].values()
    assert {(row["x"], row["state"]) for row in rows if row["state"] == "failed"} == {
        (each.outcome.choices["width"], "failed") for each in failing}
    link = next(each.proto for each in test.get("page_link") if each.proto.label == "Open the smallest in the sandbox")
    assert link.page == "sandbox"
    there = page("sandbox", None, **{key: values[0] for key, values in parse_qs(link.query_string).items()},
                 offers=test.session_state["lo-d-offers"])
    assert choices_of(there, stand) == small
    assert there.session_state["lo-d-folder"] == str(stand)
    assert not there.query_params, "what is chosen there afterwards would not stay"
    assert not there.exception


def test_a_sweep_can_be_stopped_and_never_be_too_large(stand: Path) -> None:
    plate = load_folder(stand)
    waiting: list[Sweeping] = []
    sweeps = Sweeps(waiting.append)
    with pytest.raises(ValueError, match=f"it must be from 0 to {MOST}"):
        sweeps.begin(plate, MOST + 1, 0, pairs=False)
    first = sweeps.begin(plate, 3, 0, pairs=True)
    assert first is not None
    assert sweeps.begin(plate, 3, 0, pairs=True) is None
    sweeps.close()
    waiting[0].run()
    assert (first.state, first.points(), first.runs) == ("stopped", [], False)
    second = sweeps.begin(plate, 3, 0, pairs=True)
    assert second is not None
    assert second is not first


# --- differences

def test_differences_tell_parts_by_their_shape(installation: Path) -> None:
    plate, geometry = load_folder(installation / "templates" / "plate"), server.current().geometry
    one, two = built(geometry, plate()), built(geometry, plate(hole=4))
    assert [(each.name, each.state) for each in part_differences(one, one)] == [("plate", "same")]
    (found,) = part_differences(one, two)
    assert (found.state, found.pieces) == ("changed", (1, 1))
    assert found.volumes[0] - found.volumes[1] == pytest.approx(2 * 3.14159265 * (4 - 1), rel=1e-6)  # type: ignore[operator]
    building = Building(geometry, plate())
    building.wait(60)
    building.compare()
    assert building.compared
    assert building.findings() == []


def test_the_page_of_differences_tells_choices_volumes_and_bill(stage: dict[str, Any], installation: Path) -> None:
    folder = installation / "templates" / "plate"
    test = page("difference", folder)
    assert written(test).count("No difference.") == 2
    test.session_state["lo-d-choices"] = {str(folder): {"hole": 4.0}}
    told = written(test.run())
    assert [each.partition("</td>")[0].rpartition(">")[2] for each in told.split("<td role=cell")[1:3]] == ["2\xa0mm", "4\xa0mm"]
    assert "another shape" in told
    assert "193.717 → 174.867" in told
    assert not test.exception
