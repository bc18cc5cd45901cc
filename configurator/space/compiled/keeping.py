"""The compiler, and where its results are kept: once after installation, and again only when a file of this folder changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba.core import config

F = TypeVar("F", bound=Callable[..., Any])
_HERE = Path(__file__).parent
_SETTING = "CACHE_DIR"


def folder() -> Path | None:
    """Beside Python's own compiled files where that can be written, else in the user's cache; None if neither can.

    The name holds a hash of all files of this folder: the compiler looks for changes in the file of a function only, not
    in those of the functions that it calls.
    """
    digest = blake2b(numba.__version__.encode(), digest_size=8)
    for file in sorted(_HERE.glob("*.py")):
        digest.update(file.read_bytes())
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lot-one"
    for parent in (_HERE / "__pycache__", cache):
        folder = parent / digest.hexdigest()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return None


_kept = folder()


def compiled(function: F) -> F:
    """Compiled at its first call, without the interpreter's lock; dividing by zero gives infinity and does not raise."""
    before = vars(config)[_SETTING]
    vars(config)[_SETTING] = str(_kept or "")
    try:
        return cast(F, numba.njit(cache=_kept is not None, nogil=True, error_model="numpy")(function))
    finally:
        vars(config)[_SETTING] = before
