"""The journal of a sweep, one line of JSON for each configuration that was built: a sweep can go on where it stopped."""

from __future__ import annotations

import fcntl
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from configurator.errors import PackageError, PackageRefused

from .outcomes import Outcome, outcome_of
from .plan import Plan

_SETTLED = 5.0
"""Seconds of work that a power cut may cost."""


def heading(plan: Plan) -> dict[str, Any]:
    """What must be the same for a sweep to go on."""
    template = plan.template
    return {"journal": 1, "template": template.template, "revision": template.revision, "fingerprint": template.fingerprint,
            "seed": plan.seed, "samples": plan.samples}


class Journal:
    """Outcomes on disk while a sweep runs; a context. One process at a time writes it.

    `known` has the outcomes of an earlier run of the same plan, by number. `begun_anew` says why there is none although there
    was a file, or is empty. PackageError if the file cannot be written, or another process is at it.
    """

    def __init__(self, file: Path, plan: Plan) -> None:
        self.file, self.known, self.begun_anew = file, dict[str, Outcome](), ""
        self._heading, self._noted = heading(plan), 0
        self._settled = time.monotonic()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._open: IO[bytes] = file.open("a+b")
        except OSError as error:
            raise PackageError(f"{file}: the journal of the sweep cannot be written ({error.strerror}); choose another "
                               "-o") from None
        try:
            fcntl.flock(self._open, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._open.close()
            raise PackageError(f"{file}: another sweep is writing here; wait for it, or choose another -o") from None
        self._read()

    @property
    def count(self) -> int:
        """Outcomes in the file."""
        return len(self.known) + self._noted

    def note(self, outcome: Outcome) -> None:
        """Put an outcome down."""
        self._write(outcome.to_row())
        self._noted += 1
        if time.monotonic() - self._settled > _SETTLED:
            self._settle()

    def remove(self) -> None:
        """The sweep is done: the journal is no longer needed."""
        with suppress(OSError):
            self.file.unlink()

    def _read(self) -> None:
        """Whole lines count; what a torn one told is built again."""
        self._open.seek(0)
        *lines, torn = self._open.read().split(b"\n")
        if not lines and not torn:
            self._write(self._heading)
            return
        found = [_row(line) for line in lines]
        if not found or found[0] != self._heading:
            self.begun_anew = _difference(found[0] if found else None, self._heading)
            self._open.truncate(0)
            self._write(self._heading)
            return
        if torn:
            self._open.truncate(sum(len(line) + 1 for line in lines))
        for row in found[1:]:
            with suppress(PackageRefused):
                outcome = outcome_of(row or {})
                if outcome.is_for_certain:
                    self.known[outcome.number] = outcome

    def _write(self, row: dict[str, Any]) -> None:
        try:
            self._open.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            self._open.flush()
        except OSError as error:
            raise PackageError(f"{self.file}: the journal of the sweep cannot be written ({error.strerror})") from None

    def _settle(self) -> None:
        with suppress(OSError):
            os.fsync(self._open.fileno())
        self._settled = time.monotonic()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._settle()
        self._open.close()


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _difference(there: dict[str, Any] | None, now: dict[str, Any]) -> str:
    if there is None or there.get("journal") != now["journal"]:
        return "it is no journal of this program"
    names = {"fingerprint": "template, program or libraries have changed", "template": "it is of another template",
             "revision": "it is of another revision", "seed": f"it has the seed {there.get('seed')}, not {now['seed']}",
             "samples": f"it has {there.get('samples')} samples, not {now['samples']}"}
    return next((said for name, said in names.items() if there.get(name) != now[name]), "its first line is another one")
