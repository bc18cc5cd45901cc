"""A scan on the page: added, confirmed, refused, taken back and deleted; and that nobody else gets to see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from configurator import load_template
from configurator.geometry.scan.poses import Pose
from configurator.product import scan_store
from configurator.texts import LANGUAGES, say
from configurator.web import server as servers
from configurator.web.customer.scanning import stood
from configurator.web.customer.session import Session

from .test_pages import page, shown

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(300)]
WORN = Path(__file__).parents[1] / "worn"


@pytest.fixture(scope="module")
def leg(limbs: Any) -> bytes:
    return limbs.stl(*limbs.Leg.of("F").mesh(90, 90, closed=False))


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server of this process, on a folder of its own, with the template after a scan in its catalogue."""
    patch, folder = pytest.MonkeyPatch(), tmp_path_factory.mktemp("home")
    patch.setenv("CONFIGURATOR_TEMPLATES", str(WORN))
    patch.setenv("CONFIGURATOR_HOME", str(folder))
    before = servers._current[:]
    servers._current[:] = [servers.Server(folder)]
    yield folder
    servers.end()
    servers._current[:] = before
    patch.undo()


def button(test: AppTest, key: str) -> AppTest:
    return next(each for each in test.button if each.key == f"lo-scan-{key}-leg").click().run()


def added(test: AppTest, data: bytes, name: str = "leg.stl") -> AppTest:
    return test.file_uploader[0].set_value((name, data, "application/octet-stream")).run()


def session_of(test: AppTest) -> Session:
    """What stands on the page."""
    template = load_template("sleeve")
    found: Session = test.session_state[f"session {template.template} {template.fingerprint}   "]
    return found


def chosen(test: AppTest) -> str:
    return str(session_of(test).product.choices["leg"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happens_with_a_scan_is_told_before_one_is_added(language):
    test = page("configure", language, t="sleeve")
    assert not test.exception
    assert say("web.scan_private", language, until=say("web.scan_days", language, days=30)) in [each.value for each in test.caption]
    assert test.file_uploader[0].label == say("web.scan_add", language)


def test_a_scan_is_proposed_confirmed_and_deleted(leg, home):
    test = added(page("configure", "de", t="sleeve"), leg)
    assert not test.exception
    assert [each.label for each in test.radio] == [say("web.scan_stands", "de"), say("web.scan_whose", "de")]
    assert test.selectbox[0].value == "mm"
    assert chosen(test) == ""
    button(test, "take")
    assert not test.exception
    sha = chosen(test)
    assert [each.sha for each in scan_store.stored()] == [sha]
    assert f"Scan {sha[:8]}…" in shown(test)
    assert say("web.scan_done", "de") in [each.label for each in test.expander]
    assert not test.file_uploader
    button(test, "delete")
    assert not test.exception
    assert chosen(test) == ""
    assert scan_store.stored() == []
    assert test.file_uploader[0].value is None
    session = session_of(test)
    while session.can_undo:
        session.undo()
        assert session.product.choices["leg"] == ""


def test_the_other_way_round_is_another_shape(leg):
    test = added(page("configure", t="sleeve"), leg)
    test.radio[0].set_value("turned").run()
    turned = chosen(button(test, "take"))
    button(test, "delete")
    plain = chosen(button(added(test, leg), "take"))
    assert plain
    assert turned not in ("", plain)
    button(test, "delete")


def test_without_this_scan_it_stays_in_the_store_until_its_days_are_over(leg):
    test = button(added(page("configure", t="sleeve"), leg), "take")
    sha = chosen(test)
    button(test, "other")
    assert chosen(test) == ""
    assert scan_store.get(sha).sha256 == sha
    scan_store.delete(sha)


def test_the_unit_that_somebody_names_counts(leg):
    test = added(page("configure", t="sleeve"), leg)
    test.selectbox[0].set_value("inch").run()
    button(test, "take")
    assert chosen(test) == ""
    assert say("web.scan_refused") in test.error[0].value
    test.selectbox[0].set_value("mm").run()
    button(test, "take")
    assert chosen(test)
    button(test, "delete")


@pytest.mark.parametrize("data", [b"", b"this is a letter and no scan", b"PK\x03\x04" + bytes(200), b"solid x\nendsolid x\n"])
def test_what_is_no_scan_is_refused_with_what_is_wrong(data):
    test = added(page("configure", "fr", t="sleeve"), data)
    assert not test.exception
    assert len(test.error) == 1
    assert test.error[0].value.startswith(f"**{say('web.scan_refused', 'fr')}**\n- ")
    assert not any(str(each.key).startswith("lo-scan-take") for each in test.button)


def test_a_scan_that_does_not_go_with_other_choices_comes_with_ways(leg):
    test = page("configure", t="sleeve")
    session = session_of(test)
    session.choose("high", 400)
    button(added(test, leg), "take")
    assert chosen(test) == ""
    assert "400 mm is more than the" in test.error[-1].value
    way = next(each for each in test.button if str(each.key).startswith("lo-scan-way-leg-"))
    way.click().run()
    assert chosen(test)
    button(test, "delete")


def test_a_scan_whose_days_are_over_is_told(leg):
    test = button(added(page("configure", t="sleeve"), leg), "take")
    scan_store.delete(chosen(test))
    test.run()
    assert not test.exception
    button(test, "other")
    assert chosen(test) == ""


def test_a_proposal_after_what_the_person_says():
    pose = Pose("mm", "+z", "+x", "left")
    assert stood(pose, "proposed") == pose
    assert stood(pose, "turned") == Pose("mm", "+z", "-x", "left")
    assert stood(pose, "upside_down") == Pose("mm", "-z", "+x", "left")
    assert stood(pose, "rightward") == Pose("mm", "+z", "+y", "left")
    assert stood(pose, "leftward") == Pose("mm", "+z", "-y", "left")
    assert stood(Pose("cm", "+y", "+z", "left"), "rightward") == Pose("cm", "+y", "+x", "left")


def test_who_deletes_everything_deletes_his_scans(leg):
    test = button(added(page("configure", t="sleeve"), leg), "take")
    sha = chosen(test)
    assert scan_store.get(sha).sha256 == sha
    mine = page("mine")
    mine.checkbox[0].check()
    next(each for each in mine.button if each.label == say("web.forget")).click().run()
    assert not mine.exception
    assert scan_store.stored() == []


def test_days_are_kept_by_the_server(limb, home):
    import os
    import time

    sha = scan_store.put(limb(50.0))
    (home / "scans" / f"{sha}.json").write_text('{"put": "2020-01-01T00:00:00+00:00"}')
    servers.current().keep_the_days()
    end = time.monotonic() + 10
    while os.listdir(home / "scans") and time.monotonic() < end:
        time.sleep(0.02)
    assert os.listdir(home / "scans") == []


def test_a_file_as_large_as_scans_may_be_gets_through(monkeypatch):
    from configurator.web.application import options

    assert options()["server.maxUploadSize"] == 200
    monkeypatch.setenv("CONFIGURATOR_SCAN_MB", "7")
    assert options()["server.maxUploadSize"] == 7
