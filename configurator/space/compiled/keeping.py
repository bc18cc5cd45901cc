"""The compiler, and where its results are kept: once after installation, and again only when a file of this folder changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, TypeVar, cast

import numba
from numba.core import config
from numba.core.caching import FunctionCache
from numba.core.runtime.nrt import rtsys

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


class _Kept(FunctionCache):
    """What is kept of a function. To run it takes the runtime of arrays, but nothing of what the compiler knows: that loads
    half of scipy, and the compiler asks for it itself when something has to be compiled."""

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """The function for a signature; None if it is not there, or damaged: then it is made again."""
        rtsys.initialize(target_context)
        try:
            return self._load_overload(sig, target_context)  # type: ignore[no-untyped-call]
        except (EOFError, UnpicklingError):
            self.flush()  # type: ignore[no-untyped-call]
            return None


_kept = folder()


def inner(function: F) -> F:
    """As `compiled`, for what only compiled functions call and what makes no arrays: without what Python would call it by."""
    return _made(function, no_cpython_wrapper=True, no_cfunc_wrapper=True, _nrt=False)


def compiled(function: F) -> F:
    """Compiled at its first call, without the interpreter's lock; dividing by zero gives infinity and does not raise.

    What begins with "_" is called by compiled functions only: Python could not call it.
    """
    hidden = function.__name__.startswith("_")
    return _made(function, no_cpython_wrapper=hidden, no_cfunc_wrapper=True)


def _made(function: F, **options: Any) -> F:
    before = vars(config)[_SETTING]
    vars(config)[_SETTING] = str(_kept or "")
    try:
        made: Any = numba.njit(nogil=True, error_model="numpy", **options)(function)
        if _kept is not None:
            made._cache = _Kept(function)  # type: ignore[no-untyped-call]
        return cast(F, made)
    finally:
        vars(config)[_SETTING] = before
