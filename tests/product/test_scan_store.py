"""Scans are kept for their owner only, named after their content, and go when they should."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime, timedelta

import numpy as np  # noqa: TID253
import pytest

from configurator.errors import NotKept, ScanMissing
from configurator.product import scan_store
from configurator.product.limb import DIRECTIONS, Limb
from configurator.texts import LANGUAGES


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CONFIGURATOR_SCAN_DAYS", raising=False)


def limb(radius: float = 50.0) -> Limb:
    return Limb.of(5.0, np.zeros((40, 2)), np.full((40, DIRECTIONS), radius))


def dated(sha: str, days: float) -> None:
    when = datetime.now(UTC) - timedelta(days=days)
    (scan_store.folder() / f"{sha}.json").write_text(json.dumps({"put": when.isoformat()}), encoding="utf-8")


def test_what_is_put_can_be_got_and_lies_there_once():
    sha = scan_store.put(limb())
    assert scan_store.put(limb()) == sha == limb().sha256
    assert scan_store.get(sha) == limb()
    assert sorted(file.name for file in scan_store.folder().iterdir()) == [f"{sha}.json", f"{sha}.limb"]
    assert [scan.sha for scan in scan_store.stored()] == [sha]


def test_only_the_owner_can_read_and_nothing_but_the_time_stands_beside():
    sha = scan_store.put(limb())
    assert stat.S_IMODE(scan_store.folder().stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in scan_store.folder().iterdir()} == {0o600}
    assert list(json.loads((scan_store.folder() / f"{sha}.json").read_bytes())) == ["put"]


@pytest.mark.parametrize("sha", ["", "abc", "0" * 64, "A" * 64, "../../etc/passwd", "0" * 63 + "/", "x" * 10_000, "\0"])
def test_what_is_not_there_is_said_in_every_language(sha):
    for ask in (scan_store.get, scan_store.delete):
        with pytest.raises(ScanMissing) as caught:
            ask(sha)
        assert len({caught.value.say(language) for language in LANGUAGES}) == 3
        assert len(str(caught.value)) < 500


@pytest.mark.parametrize("content", [b"", b"LOT1LIMB", None])
def test_a_damaged_file_is_not_taken_for_the_scan(content):
    sha = scan_store.put(limb())
    (scan_store.folder() / f"{sha}.limb").write_bytes(limb(51.0).to_bytes() if content is None else content)
    with pytest.raises(ScanMissing, match="damaged"):
        scan_store.get(sha)


def test_deleted_is_gone_with_its_date():
    sha = scan_store.put(limb())
    scan_store.delete(sha)
    assert list(scan_store.folder().iterdir()) == []
    with pytest.raises(ScanMissing):
        scan_store.get(sha)


def test_days_that_are_over(monkeypatch):
    old, young = scan_store.put(limb(40.0)), scan_store.put(limb(41.0))
    dated(old, 31)
    dated(young, 29)
    monkeypatch.setenv("CONFIGURATOR_SCAN_DAYS", "0")
    assert scan_store.expire() == []
    assert [scan.expires() for scan in scan_store.stored()] == [None, None]
    monkeypatch.delenv("CONFIGURATOR_SCAN_DAYS")
    assert [scan.sha for scan in scan_store.stored()] == [young, old]
    third = scan_store.put(limb(42.0))
    assert {scan.sha for scan in scan_store.stored()} == {young, third}
    assert scan_store.expire(10) == [young]
    assert scan_store.expire(10, now=datetime.now(UTC) + timedelta(days=11)) == [third]
    assert scan_store.stored() == []


def test_what_a_killed_process_left_goes_but_not_what_is_being_written():
    scan_store.put(limb())
    left, fresh = (scan_store.folder() / f".writing-{name}" for name in ("left", "fresh"))
    for file in (left, fresh):
        file.write_bytes(limb().to_bytes())
    os.utime(left, (0, 0))
    scan_store.put(limb(44.0))
    assert not left.exists()
    assert fresh.exists()
    assert len(scan_store.stored()) == 2


def test_put_again_is_dated_anew():
    sha = scan_store.put(limb())
    dated(sha, 29)
    scan_store.put(limb())
    assert datetime.now(UTC) - scan_store.stored()[0].put < timedelta(minutes=5)


@pytest.mark.parametrize("beside", [None, b"", b"[]", b"{}", b'{"put": 3}', b"\xff"])
def test_a_lost_date_counts_from_the_file_itself(beside):
    sha = scan_store.put(limb())
    file = scan_store.folder() / f"{sha}.json"
    file.unlink() if beside is None else file.write_bytes(beside)
    os.utime(scan_store.folder() / f"{sha}.limb", (0, 0))
    assert scan_store.stored()[0].put.year == 1970
    assert scan_store.expire(30) == [sha]


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(NotKept, match="could not be kept"):
        scan_store.put(limb())
