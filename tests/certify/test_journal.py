"""A sweep that was stopped goes on where it was; anything else begins anew and says so."""

from __future__ import annotations

import json

import pytest

from configurator.certify.journal import Journal
from configurator.certify.outcomes import Fault, Outcome
from configurator.certify.plan import planned
from configurator.errors import PackageError

SOUND = Outcome("ST-AAAAAAAAAA", {"height": 20.0, "hollow": False, "inscription": "Zoë"}, (), 0.25, 1, 2)
FAILED = Outcome("ST-BBBBBBBBBB", {"height": 21.0}, (Fault("BuildFailed", "post", "no such shape\nat all"),), 0.5, 1, 0)


@pytest.fixture
def plan(stand):
    return planned(stand, 2, 0)


@pytest.fixture
def file(tmp_path, plan):
    """Holds two outcomes."""
    path = tmp_path / "out" / "stand.json.journal"
    with Journal(path, plan) as journal:
        journal.note(SOUND)
        journal.note(FAILED)
        assert journal.count == 2
    return path


def test_what_was_noted_is_known(file, plan):
    with Journal(file, plan) as journal:
        assert journal.known == {SOUND.number: SOUND, FAILED.number: FAILED}
        assert journal.begun_anew == ""


@pytest.mark.parametrize("torn", [b"{", b'{"number": "ST-CCCCCCCCCC", "choi', "{\"number\": \"Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}".encode()[:-1]])
def test_a_torn_last_line_is_forgotten_and_written_over(file, plan, torn):
    file.write_bytes(file.read_bytes() + torn)
    third = Outcome("ST-DDDDDDDDDD", {"height": 22.0})
    with Journal(file, plan) as journal:
        assert set(journal.known) == {SOUND.number, FAILED.number}
        journal.note(third)
    with Journal(file, plan) as journal:
        assert set(journal.known) == {SOUND.number, FAILED.number, third.number}
    assert all(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("damage", [b"\0\0\0\n", b"[]\n", b'{"number": 3}\n'])
def test_a_damaged_line_costs_no_other(file, plan, damage):
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + damage + lines[2])
    with Journal(file, plan) as journal:
        assert set(journal.known) == {FAILED.number}


@pytest.mark.parametrize(("other", "said"), [
    (lambda stand: planned(stand, 3, 0), "it has 2 samples, not 3"), (lambda stand: planned(stand, 2, 1), "it has the seed 0, not 1")])
def test_another_plan_begins_anew(file, stand, other, said):
    with Journal(file, other(stand)) as journal:
        assert (journal.known, journal.begun_anew) == ({}, said)
        journal.note(SOUND)
    with Journal(file, other(stand)) as journal:
        assert (set(journal.known), journal.begun_anew) == ({SOUND.number}, "")


def test_a_changed_template_begins_anew(file, stand_with):
    with Journal(file, planned(stand_with(("<= 30", "<= 31")), 2, 0)) as journal:
        assert (journal.known, journal.begun_anew) == ({}, "template, program or libraries have changed")


@pytest.mark.parametrize("content", [b"something else\n", b"{}\n", b"something else"])
def test_what_is_no_journal_begins_anew(file, plan, content):
    file.write_bytes(content)
    with Journal(file, plan) as journal:
        assert (journal.known, journal.begun_anew) == ({}, "it is no journal of this program")


def test_what_the_machine_may_be_to_blame_for_is_built_again(file, plan):
    with Journal(file, plan) as journal:
        journal.note(Outcome("ST-EEEEEEEEEE", {"height": 23.0}, (Fault("WorkerDied", "post", "killed"),)))
    with Journal(file, plan) as journal:
        assert set(journal.known) == {SOUND.number, FAILED.number}


def test_two_at_once_are_refused(file, plan):
    with Journal(file, plan), pytest.raises(PackageError, match="another sweep is writing here"):
        Journal(file, plan)


def test_where_nothing_can_be_written_is_told(tmp_path, plan):
    (tmp_path / "file").write_text("")
    with pytest.raises(PackageError, match="cannot be written"):
        Journal(tmp_path / "file" / "stand.json.journal", plan)
