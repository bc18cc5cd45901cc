"""Designs and orders: kept whole or not at all, found again by their owner only, gone when he deletes them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from configurator import load_template
from configurator.errors import FingerprintDiffers, NotKept
from configurator.orders.configured import made_again, written_down
from configurator.orders.records import Configured
from configurator.orders.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    times = iter(f"2026-11-23T10:00:{second:02d}Z" for second in range(60))
    return Store(tmp_path, clock=lambda: next(times))


def ring(**choices: object) -> Configured:
    return written_down(load_template("ring")(**choices), own=tuple(choices))


def test_what_is_kept_comes_back_after_a_restart(store: Store, tmp_path: Path) -> None:
    wished = ring(width=5, engraving="Für Zoë · 21.06.")
    design = store.keep_design("anna", "  Our   ring ", wished)
    order = store.place_order("anna", "Wedding", wished, "fr")
    store.close()
    again = Store(tmp_path)
    assert again.design(design.id) == design
    assert design.name == "Our ring"
    assert again.order(order.id) == order
    assert made_again(order.configured).choices == wished.choices


def test_a_draft_is_one_for_each_template_and_owner(store: Store) -> None:
    store.keep_draft("anna", ring(width=5))
    store.keep_draft("anna", ring(width=6))
    store.keep_draft("bert", ring(width=7))
    kept = store.draft("anna", "ring")
    assert kept is not None
    assert kept.choices["width"] == 6
    assert len(store.drafts("anna")) == 1
    assert store.designs("anna") == []


def test_nobody_sees_or_deletes_what_is_anothers(store: Store) -> None:
    design = store.keep_design("anna", "mine", ring())
    order = store.place_order("anna", "mine", ring(), "en")
    assert (store.designs("bert"), store.orders("bert")) == ([], [])
    assert not store.delete_design("bert", design.id)
    assert not store.delete_order("bert", order.id)
    with pytest.raises(NotKept, match="no such order of yours"):
        store.revise(order.id, "bert", ring(width=6))
    assert store.design(design.id) is not None
    assert store.forget("bert") == 0
    assert store.order(order.id) is not None


def test_forgetting_leaves_nothing_in_the_file(store: Store, tmp_path: Path) -> None:
    store.keep_design("anna", "Zoë-secret-name", ring(engraving="Zoë-secret-text"))
    store.keep_draft("anna", ring(engraving="Zoë-secret-draft"))
    order = store.place_order("anna", "Zoë-secret-order", ring(), "en")
    store.add_event(order.id, "asked", "workshop", "Zoë-secret-question")
    assert store.forget("anna") == 3
    assert store.order(order.id) is None
    store.close()
    connection = sqlite3.connect(tmp_path / "orders.sqlite")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
              for table in ("designs", "orders", "revisions", "events")]
    connection.close()
    assert counts == [0, 0, 0, 0]
    assert b"secret" not in (tmp_path / "orders.sqlite").read_bytes()


def test_an_order_counts_its_revisions_and_events(store: Store) -> None:
    order = store.place_order("anna", "Wedding", ring(width=5), "de")
    assert not order.acknowledged
    assert store.add_event(order.id, "acknowledged", "workshop").acknowledged
    revised = store.revise(order.id, "anna", ring(width=6))
    assert not revised.acknowledged, "what was changed has to be acknowledged again"
    assert [each.choices["width"] for each in revised.revisions] == [5, 6]
    assert [event.kind for event in revised.events] == ["ordered", "acknowledged", "revised"]
    assert revised.configured.choices["width"] == 6
    assert store.add_event(order.id, "withdrawn", "customer").withdrawn


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_what_has_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(NotKept, match="needs a name"):
        store.keep_design("anna", name, ring())
    with pytest.raises(NotKept, match="needs a name"):
        store.place_order("anna", name, ring(), "en")
    assert store.orders("anna") == []


def test_an_owner_keeps_no_more_than_the_quota(tmp_path: Path) -> None:
    store = Store(tmp_path, designs=2)
    for name in ("one", "two"):
        store.keep_design("anna", name, ring())
    with pytest.raises(NotKept, match="2 designs are kept already; delete one first"):
        store.keep_design("anna", "three", ring())
    store.keep_design("bert", "one", ring())


def test_a_full_disk_is_told_and_nothing_is_lost(store: Store) -> None:
    order = store.place_order("anna", "Wedding", ring(), "en")
    pages = store._database._connection.execute("PRAGMA page_count").fetchone()[0]
    store._database._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotKept, match="nothing was written"):
        for _ in range(100):
            store.add_event(order.id, "asked", "workshop", "x" * 2000)
    kept = store.order(order.id)
    assert kept is not None
    assert kept.configured == order.configured


def test_a_file_of_a_newer_program_is_left_alone(store: Store, tmp_path: Path) -> None:
    store._database._connection.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(NotKept, match="newer Lot One"):
        Store(tmp_path)


def test_an_order_of_another_state_of_its_template_says_so() -> None:
    kept = ring()
    with pytest.raises(FingerprintDiffers, match="revision A of the template ring"):
        made_again(Configured(kept.template, "0" * 64, kept.revision, kept.number, kept.choices))


def test_what_is_changed_of_an_order_is_kept_with_it_until_it_counts(store: Store) -> None:
    order = store.place_order("anna", "For Zoë", ring(width=5), "en")
    assert store.change(order.id) is None
    store.keep_change(order.id, "anna", ring(width=6))
    store.keep_change(order.id, "anna", ring(width=7))
    changed = store.change(order.id)
    assert changed is not None
    assert changed.choices["width"] == 7
    assert store.drafts("anna") == []
    with pytest.raises(NotKept, match="no such order of yours"):
        store.keep_change(order.id, "bert", ring(width=8))
    store.revise(order.id, "anna", changed)
    assert store.change(order.id) is None
    store.keep_change(order.id, "anna", ring(width=8))
    store.delete_order("anna", order.id)
    assert store.change(order.id) is None


def test_a_file_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    first = Store(tmp_path)
    order = first.place_order("anna", "For Zoë", ring(width=5), "en")
    with first._database.writing() as connection:
        connection.execute("DROP TABLE changes")
        connection.execute("PRAGMA user_version = 1")
    first.close()
    again = Store(tmp_path)
    again.keep_change(order.id, "anna", ring(width=6))
    assert again.order(order.id) == order
    again.close()
