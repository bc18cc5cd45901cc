"""What is asked about a scan that a visitor adds; workers do it, for nobody knows what is in the file of a stranger."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from configurator.errors import LotOneError, ScanMissing
from configurator.geometry.scan import intake
from configurator.product import scan_store, scans
from configurator.web.server import current

if TYPE_CHECKING:
    from configurator.geometry.scan.answers import Looked, Taken
    from configurator.geometry.scan.poses import Pose


def looked_at(data: bytes) -> Looked:
    """What a file is, and how the scan in it seems to stand. ScanRefused says what is wrong; BuildError if no worker can."""
    return intake.look(current().geometry, data).result()


def begun(data: bytes, pose: Pose) -> Future[Taken] | None:
    """The limb of a proposal, before anybody has confirmed it, for most proposals are; None if workers are too busy."""
    with suppress(LotOneError):
        return intake.take(current().geometry, data, pose)
    return None


def taken(data: bytes, pose: Pose, ahead: Future[Taken] | None = None) -> Taken:
    """The limb in a file that stands as somebody confirmed, kept in the store. ScanRefused, BuildError or NotKept.

    `ahead`: what was begun of it, if it is known to stand like that.
    """
    found = replace((ahead or intake.take(current().geometry, data, pose)).result(), pose=pose)
    scan_store.put(found.limb)
    return found


def deleted(sha: str) -> None:
    """Gone from the store and from this process. NotKept if the disk refuses; one that is gone already is gone."""
    with suppress(ScanMissing):
        scan_store.delete(sha)
    scans.forget()
