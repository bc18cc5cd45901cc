"""Where scans are kept: one `.limb` each, named after its content, readable by the owner of the program only.

A scan is a person's body. Nothing is kept but the cleaned limb and the moment it was put here: no name, no name of a
file, nothing of the original. Whoever holds the sha256 can read it; it goes by `delete`, or when its days are over.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from configurator import settings
from configurator.errors import NotKept, ScanMissing, ScanRefused
from configurator.texts import say

from .limb import Limb
from .scan_notes import ScanNote

_SHA = re.compile(r"[0-9a-f]{64}")
_HALF = ".writing-"
_WRITING = timedelta(hours=1)
"""Longer than any file is being written."""


@dataclass(frozen=True)
class StoredScan:
    """A scan of the store."""

    sha: str
    put: datetime
    """When it was put here last, UTC."""
    size: int
    """Bytes."""

    def expires(self) -> datetime | None:
        """When its days are over; None if scans are kept until somebody deletes them."""
        days = retention()
        return self.put + timedelta(days=days) if days else None


def folder() -> Path:
    """Where scans lie."""
    return settings.home() / "scans"


def retention() -> int:
    """Days that a scan is kept, by the setting CONFIGURATOR_SCAN_DAYS; 0: until somebody deletes it."""
    return settings.number("CONFIGURATOR_SCAN_DAYS")


def put(limb: Limb) -> str:
    """Keep a limb; its sha256. One that is there already is dated anew. Scans whose days are over go.

    NotKept if the disk does not take it; then nothing is left behind.
    """
    sha = limb.sha256
    now = datetime.now(UTC)
    try:
        folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        # the date first: a limb without one would count as put when its file was made
        _write(folder() / f"{sha}.json", json.dumps({"put": now.isoformat(timespec="seconds")}).encode())
        _write(folder() / f"{sha}.limb", limb.to_bytes())
    except OSError as error:
        raise NotKept(say("scan.not_kept", folder=str(folder()), reason=error.strerror or "")) from error
    expire(now=now)
    return sha


def get(sha: str) -> Limb:
    """The limb of that sha256. ScanMissing if there is none, or its file is damaged."""
    if not _SHA.fullmatch(sha):
        raise _missing("scan.no_sha", sha)
    try:
        data = _limb_file(sha).read_bytes()
    except OSError:
        raise _missing("scan.missing", sha) from None
    try:
        limb = Limb.from_bytes(data)
    except ScanRefused:
        raise _missing("scan.damaged", sha) from None
    if limb.sha256 != sha:
        raise _missing("scan.damaged", sha)
    return limb


def delete(sha: str) -> None:
    """Forget a scan for good. ScanMissing if there is none of that sha256; NotKept if the disk refuses."""
    if not _SHA.fullmatch(sha):
        raise _missing("scan.no_sha", sha)
    try:
        _limb_file(sha).unlink()
        _limb_file(sha).with_suffix(".json").unlink(missing_ok=True)
    except FileNotFoundError:
        raise _missing("scan.missing", sha) from None
    except OSError as error:
        raise NotKept(say("scan.not_deleted", folder=str(folder()), reason=error.strerror or "")) from error


def stored() -> list[StoredScan]:
    """Every scan, the latest first."""
    found = []
    for file in folder().glob("*.limb"):
        if _SHA.fullmatch(file.stem):
            with suppress(FileNotFoundError):  # another process may delete it meanwhile
                found.append(StoredScan(file.stem, _put_at(file), file.stat().st_size))
    return sorted(found, key=lambda scan: (scan.put, scan.sha), reverse=True)


def expire(days: int | None = None, now: datetime | None = None) -> list[str]:
    """Delete the scans that were put here more than `days` ago (None: as the setting says; 0: none); their sha256."""
    moment = now or datetime.now(UTC)
    _sweep(moment)
    keep = retention() if days is None else days
    if keep <= 0:
        return []
    limit = moment - timedelta(days=keep)
    gone = [scan.sha for scan in stored() if scan.put < limit]
    for sha in gone:
        with suppress(ScanMissing):
            delete(sha)
    return gone


def _sweep(now: datetime) -> None:
    """What a killed process left half written is somebody's body too."""
    for file in folder().glob(f"{_HALF}*"):
        with suppress(OSError):
            if file.stat().st_mtime < (now - _WRITING).timestamp():
                file.unlink()


def _limb_file(sha: str) -> Path:
    return folder() / f"{sha}.limb"


def _put_at(file: Path) -> datetime:
    """From the file beside it; the limb's own age where that is lost, so that it still goes one day."""
    try:
        return datetime.fromisoformat(json.loads(file.with_suffix(".json").read_bytes())["put"]).astimezone(UTC)
    except (OSError, ValueError, KeyError, TypeError):
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _write(file: Path, data: bytes) -> None:
    """The whole file or nothing, for its owner only (mkstemp makes it 0600)."""
    descriptor, name = tempfile.mkstemp(prefix=_HALF, dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(name, file)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise


def _missing(code: str, sha: str) -> ScanMissing:
    return ScanMissing([ScanNote(code, "error", {"sha": sha[:64], "folder": str(folder())})])
