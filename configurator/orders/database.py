"""The SQLite file of designs and orders: its tables, and writing all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from configurator.errors import NotKept

_STEPS = (
    """
CREATE TABLE designs (id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, template TEXT NOT NULL,
                      configured TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX designs_of_owner ON designs (owner, changed);
CREATE UNIQUE INDEX one_draft ON designs (owner, template) WHERE name = '';
CREATE TABLE orders (id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL);
CREATE INDEX orders_of_owner ON orders (owner);
CREATE TABLE revisions (ordered TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE, place INTEGER NOT NULL,
                        configured TEXT NOT NULL, PRIMARY KEY (ordered, place));
CREATE TABLE events (ordered TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE, place INTEGER NOT NULL, at TEXT NOT NULL,
                     kind TEXT NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (ordered, place))
""",
    """
CREATE TABLE changes (ordered TEXT PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE, configured TEXT NOT NULL)
""",
)
"""What takes a file from each version to the next. A step that was released is never changed."""
_PATIENCE = 5.0


class Database:
    """One file, written through to the disk before anybody is told that it was done. Safe in several threads and processes.

    NotKept says what could not be read or written, and why; what was there before is then still there.
    """

    def __init__(self, file: Path) -> None:
        """The file is made, or brought to the newest version, where that is needed."""
        self.file = file
        self._lock = RLock()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.execute("PRAGMA foreign_keys=ON")
            self._connection.execute("PRAGMA secure_delete=ON")  # what a customer deletes is gone from the file too
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise NotKept(f"{file}: designs and orders cannot be kept there ({error})") from error

    def _prepare(self) -> None:
        with self.writing() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found > len(_STEPS):
                raise NotKept(f"{self.file} was written by a newer Lot One (version {found}, this one knows {len(_STEPS)}); "
                              "upgrade, or set CONFIGURATOR_HOME to another folder")
            for step in _STEPS[found:]:
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(_STEPS)}")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self._connection
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise NotKept(f"{self.file}: nothing was written ({error}); is the disk full?") from error

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several questions about one state."""
        with self._lock:
            yield

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Answers to a question."""
        with self._lock:
            try:
                return self._connection.execute(question, values).fetchall()
            except sqlite3.Error as error:
                raise NotKept(f"{self.file}: could not be read ({error})") from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()
