"""The memo on disk: one SQLite file that any number of processes share, with a quota.

Nothing in it is needed: whatever cannot be read, is damaged, or finds no room is simply not there.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

_SCHEMA = """CREATE TABLE IF NOT EXISTS nodes (
    key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, digest BLOB NOT NULL, node BLOB NOT NULL
) WITHOUT ROWID"""
_AFRESH = 3600  # s; a node read more often than hourly is not noted as used again


class DiskStore:
    """Nodes of the memo in `folder`/memo.sqlite, at most `quota` bytes, the longest unused dropped first."""

    def __init__(self, folder: Path, quota: int = 2_000_000_000) -> None:
        self._file, self._quota = folder / "memo.sqlite", quota
        self._connection: sqlite3.Connection | None = None
        self._since = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._open()
        except (sqlite3.DatabaseError, OSError):
            self._start_again()

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._file, timeout=2.0, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")  # losing the last nodes costs a rebuild, nothing else
        self._connection.execute(_SCHEMA)

    def _start_again(self) -> None:
        """A damaged file is put aside by beginning a new one; if that fails too, there is no memo on disk."""
        self.close()
        try:
            for file in self._file.parent.glob(self._file.name + "*"):
                file.unlink(missing_ok=True)
            self._open()
        except (sqlite3.Error, OSError):
            self._connection = None

    def get(self, key: bytes) -> bytes | None:
        """The node filed under a key, whole or not at all."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT digest, node, used FROM nodes WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            digest, node, used = row
            if hashlib.blake2b(node, digest_size=16).digest() != digest:
                self._connection.execute("DELETE FROM nodes WHERE key = ?", (key,))
                return None
            now = int(time.time())
            if now - used > _AFRESH:
                self._connection.execute("UPDATE nodes SET used = ? WHERE key = ?", (now, key))
            return bytes(node)
        except sqlite3.OperationalError:  # locked for too long, or the disk is full
            return None
        except sqlite3.DatabaseError:
            self._start_again()
            return None

    def put(self, key: bytes, node: bytes) -> None:
        """File a node, and make room if the quota is passed."""
        if self._connection is None or len(node) > self._quota // 4:
            return
        digest = hashlib.blake2b(node, digest_size=16).digest()
        try:
            self._connection.execute("INSERT OR REPLACE INTO nodes VALUES (?, ?, ?, ?, ?)",
                                     (key, int(time.time()), len(node) + 100, digest, node))
            self._since += len(node) + 100
            if self._since > self._quota // 50:
                self._since = 0
                self._make_room()
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._start_again()

    def _make_room(self) -> None:
        if self._connection is None:
            return
        while self.size() > self._quota:
            # a tenth of the nodes at a time: counting exactly how many would mean reading them all
            self._connection.execute("DELETE FROM nodes WHERE key IN (SELECT key FROM nodes ORDER BY used LIMIT "
                                     "(SELECT MAX(1, COUNT(*) / 10) FROM nodes))")

    def size(self) -> int:
        """Bytes of all nodes."""
        if self._connection is None:
            return 0
        return int(self._connection.execute("SELECT COALESCE(SUM(size), 0) FROM nodes").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
