"""Writes a package to disk: the whole file or nothing, whenever the process is killed or the disk fills up."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from configurator.errors import PackageError


def write(folder: Path, name: str, data: bytes) -> Path:
    """Put `data` into `folder`/`name`, in place of an older file of that name. PackageError says why it could not.

    The bytes go to a file without a name, which vanishes with the process; only when all of them are on the disk does
    it get one. Where the file system has no such files, a hidden temporary name is used and removed on failure.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = _open(folder, name)
    except OSError as error:
        raise PackageError(f"{folder}: no file can be made there ({error.strerror})") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if temporary is None:
                temporary = folder / f".{name}.{os.getpid()}"
                temporary.unlink(missing_ok=True)
                _give_name(file.fileno(), temporary)
        os.replace(temporary, folder / name)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise PackageError(f"{folder / name}: could not be written ({error.strerror}); nothing was left behind") from error
    _settle(folder)
    return folder / name


def _open(folder: Path, name: str) -> tuple[int, Path | None]:
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o644), None
    except OSError:
        temporary = folder / f".{name}.{os.getpid()}"
        return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), temporary


def _give_name(descriptor: int, name: Path) -> None:
    """linkat(2) as open(2) describes it for O_TMPFILE; Python follows the link in /proc only with a folder's descriptor."""
    folder = os.open(name.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", name.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _settle(folder: Path) -> None:
    """The new name, too, shall outlive a power cut."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
