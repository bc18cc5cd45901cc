"""What is kept of designs and orders: what can be asked, and what can be written down."""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from configurator.errors import NotKept

from .database import Database
from .records import Configured, Design, Event, Order

LONGEST_NAME, LONGEST_TEXT = 80, 2000
"""Characters of a name and of a question."""
_EVENTS = 500


def now() -> str:
    """The time as it is written down."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def fresh_id() -> str:
    """An id that nobody guesses: 128 random bits."""
    return secrets.token_urlsafe(16)


class Store:
    """Designs and orders in `folder`/orders.sqlite. Safe in several threads and processes.

    NotKept says what could not be read or written, and why; what was there before is then still there.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], str] = now, designs: int = 200) -> None:
        """`clock`: the time as it is written down. `designs`: how many one owner may keep under names."""
        self._clock, self._designs = clock, designs
        self._database = Database(folder / "orders.sqlite")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # designs

    def keep_draft(self, owner: str, configured: Configured) -> None:
        """What an owner is at work on; one for each template, in place of the one before."""
        with self._database.writing() as connection:
            connection.execute("INSERT INTO designs VALUES (?, ?, '', ?, ?, ?) ON CONFLICT (owner, template) WHERE name = '' "
                               "DO UPDATE SET configured = excluded.configured, changed = excluded.changed",
                               (fresh_id(), owner, configured.template, _written(configured), self._clock()))

    def draft(self, owner: str, template: str) -> Configured | None:
        """What an owner was at work on."""
        rows = self._database.rows("SELECT configured FROM designs WHERE owner = ? AND template = ? AND name = ''",
                                   owner, template)
        return _read(rows[0][0]) if rows else None

    def keep_design(self, owner: str, name: str, configured: Configured) -> Design:
        """A design under a name. NotKept if the name is empty or too long, or if the owner keeps too many."""
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name:
            raise NotKept("a design that is kept needs a name")
        made = Design(fresh_id(), owner, name, configured, self._clock())
        with self._database.writing() as connection:
            kept = connection.execute("SELECT count(*) FROM designs WHERE owner = ? AND name <> ''", (owner,)).fetchone()[0]
            if kept >= self._designs:
                raise NotKept(f"{kept} designs are kept already; delete one first")
            connection.execute("INSERT INTO designs VALUES (?, ?, ?, ?, ?, ?)",
                               (made.id, owner, name, configured.template, _written(configured), made.changed))
        return made

    def design(self, id: str) -> Design | None:  # noqa: A002
        """The design of an id, for whoever knows it."""
        rows = self._database.rows("SELECT id, owner, name, configured, changed FROM designs WHERE id = ? AND name <> ''", id)
        return _design(rows[0]) if rows else None

    def designs(self, owner: str) -> list[Design]:
        """What an owner keeps under names, the last one first."""
        rows = self._database.rows("SELECT id, owner, name, configured, changed FROM designs WHERE owner = ? AND name <> '' "
                                   "ORDER BY changed DESC, id", owner)
        return [_design(row) for row in rows]

    def drafts(self, owner: str) -> list[Design]:
        """What an owner is at work on."""
        rows = self._database.rows("SELECT id, owner, name, configured, changed FROM designs WHERE owner = ? AND name = '' "
                                   "ORDER BY changed DESC", owner)
        return [_design(row) for row in rows]

    def delete_design(self, owner: str, id: str) -> bool:  # noqa: A002
        """Delete an owner's design; whether there was one."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM designs WHERE id = ? AND owner = ?", (id, owner)).rowcount > 0

    # orders

    def place_order(self, owner: str, name: str, configured: Configured, language: str) -> Order:
        """A new order. NotKept if it has no name."""
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name:
            raise NotKept("an order needs a name")
        id = fresh_id()  # noqa: A001
        with self._database.writing() as connection:
            connection.execute("INSERT INTO orders VALUES (?, ?, ?, ?)", (id, owner, name, language))
            connection.execute("INSERT INTO revisions VALUES (?, 1, ?)", (id, _written(configured)))
            self._note(connection, id, "ordered", "customer", "")
        found = self.order(id)
        assert found is not None
        return found

    def revise(self, id: str, owner: str, configured: Configured) -> Order:  # noqa: A002
        """Another configuration in place of what is ordered. NotKept if there is no such order of this owner's any more."""
        with self._database.writing() as connection:
            self._own(connection, id, owner)
            connection.execute("INSERT INTO revisions SELECT ?, 1 + max(place), ? FROM revisions WHERE ordered = ?",
                               (id, _written(configured), id))
            connection.execute("DELETE FROM changes WHERE ordered = ?", (id,))
            self._note(connection, id, "revised", "customer", "")
        found = self.order(id)
        assert found is not None
        return found

    def keep_change(self, id: str, owner: str, configured: Configured) -> None:  # noqa: A002
        """What an owner is changing of an order, and has not confirmed. NotKept if there is no such order of his."""
        with self._database.writing() as connection:
            self._own(connection, id, owner)
            connection.execute("INSERT INTO changes VALUES (?, ?) ON CONFLICT (ordered) DO UPDATE "
                               "SET configured = excluded.configured", (id, _written(configured)))

    def change(self, id: str) -> Configured | None:  # noqa: A002
        """What is being changed of an order; None if nothing is."""
        rows = self._database.rows("SELECT configured FROM changes WHERE ordered = ?", id)
        return _read(rows[0][0]) if rows else None

    def add_event(self, id: str, kind: str, actor: str, text: str = "") -> Order:  # noqa: A002
        """Note what happened to an order. NotKept if there is no such order, or too much has happened already."""
        with self._database.writing() as connection:
            if not connection.execute("SELECT 1 FROM orders WHERE id = ?", (id,)).fetchone():
                raise NotKept("there is no such order; it may have been deleted")
            self._note(connection, id, kind, actor, text.strip()[:LONGEST_TEXT])
        found = self.order(id)
        assert found is not None
        return found

    def order(self, id: str) -> Order | None:  # noqa: A002
        """The order of an id."""
        with self._database.reading():
            rows = self._database.rows("SELECT id, owner, name, language FROM orders WHERE id = ?", id)
            if not rows:
                return None
            revisions = self._database.rows("SELECT configured FROM revisions WHERE ordered = ? ORDER BY place", id)
            events = self._database.rows("SELECT at, kind, actor, text FROM events WHERE ordered = ? ORDER BY place", id)
        id, owner, name, language = rows[0]  # noqa: A001
        return Order(id, owner, name, language, tuple(_read(row[0]) for row in revisions), tuple(Event(*row) for row in events))

    def orders(self, owner: str) -> list[Order]:
        """An owner's orders, the last one first."""
        rows = self._database.rows("SELECT orders.id FROM orders JOIN events ON ordered = orders.id AND place = 1 "
                                   "WHERE owner = ? ORDER BY at DESC, orders.rowid DESC", owner)
        return [order for row in rows if (order := self.order(row[0])) is not None]

    def delete_order(self, owner: str, id: str) -> bool:  # noqa: A002
        """Delete an owner's order with all that happened to it; whether there was one."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM orders WHERE id = ? AND owner = ?", (id, owner)).rowcount > 0

    def forget(self, owner: str) -> int:
        """Delete everything of an owner; how many designs and orders that were."""
        with self._database.writing() as connection:
            return sum(connection.execute(f"DELETE FROM {table} WHERE owner = ?", (owner,)).rowcount  # noqa: S608
                       for table in ("designs", "orders"))

    def _own(self, connection: sqlite3.Connection, id: str, owner: str) -> None:  # noqa: A002
        if not connection.execute("SELECT 1 FROM orders WHERE id = ? AND owner = ?", (id, owner)).fetchone():
            raise NotKept("there is no such order of yours; it may have been deleted")

    def _note(self, connection: sqlite3.Connection, id: str, kind: str, actor: str, text: str) -> None:  # noqa: A002
        place = connection.execute("SELECT 1 + coalesce(max(place), 0) FROM events WHERE ordered = ?", (id,)).fetchone()[0]
        if place > _EVENTS:
            raise NotKept(f"{_EVENTS} entries are in this order already")
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", (id, place, self._clock(), kind, actor, text))


def _written(configured: Configured) -> str:
    return json.dumps({"template": configured.template, "digest": configured.digest, "revision": configured.revision,
                       "number": configured.number, "choices": dict(configured.choices), "own": list(configured.own)},
                      ensure_ascii=False, sort_keys=True)


def _read(text: str) -> Configured:
    values = json.loads(text)
    return Configured(**{**values, "own": tuple(values["own"])})


def _design(row: tuple[Any, ...]) -> Design:
    return Design(row[0], row[1], row[2], _read(row[3]), row[4])
