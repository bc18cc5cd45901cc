"""Templates as they are on disk now: loaded anew when a file changes, the last good state kept while one is broken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock, RLock

from configurator.product.catalogue import load_folder
from configurator.product.fingerprint import folder_digest
from configurator.product.product import Product

from .faults import Fault, fault_of

Stamp = tuple[tuple[str, int, int], ...]
"""(file, time of its last change in ns, bytes) of every file of a template."""
_KINDS = {".py", ".csv", ".toml", ".ttf", ".otf", ".json", ".txt"}


@dataclass(frozen=True)
class Opened:
    """A template's folder at one moment."""

    folder: Path
    stamp: Stamp
    template: type[Product] | None
    """As it could be loaded last; None if it never could."""
    fault: Fault | None
    """Why it cannot be loaded as it is now."""

    @property
    def files(self) -> int:
        """Files that are watched."""
        return len(self.stamp)


_known: dict[Path, Opened] = {}
_locks: dict[Path, RLock] = {}
_lock = Lock()


def opened(folder: Path) -> Opened:
    """The template in a folder. What other visitors have at hand is not touched while it cannot be loaded."""
    with _lock:
        own = _locks.setdefault(folder, RLock())
    with own:
        before, stamp = _known.get(folder), stamp_of(folder)
        if before is None or before.stamp != stamp:
            before = _known[folder] = _loaded(folder, stamp, before)
        return before


def stamp_of(folder: Path) -> Stamp:
    """What would be another if a file was edited. Takes well under a millisecond."""
    found = []
    for file in folder.rglob("*"):
        if file.suffix in _KINDS and "__pycache__" not in file.parts:
            try:
                status = file.stat()
            except OSError:  # an editor that writes beside and renames
                continue
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(sorted(found))


def _loaded(folder: Path, stamp: Stamp, before: Opened | None) -> Opened:
    last = before.template if before else None
    try:
        template = _as_it_is(folder, fresh=before is not None)
    except Exception as error:
        return Opened(folder, stamp, last, fault_of(error, folder))
    if last is not None and last.fingerprint == template.fingerprint:
        template = last
    return Opened(folder, stamp, template, None)


def _as_it_is(folder: Path, *, fresh: bool) -> type[Product]:
    """What this process has loaded before, if that is what the files say."""
    if not fresh:
        try:
            template = load_folder(folder)
            if template.template_digest == folder_digest([folder]):
                return template
        except Exception:  # noqa: S110 - modules of an earlier attempt may be left over
            pass
    return load_folder(folder, fresh=True)
