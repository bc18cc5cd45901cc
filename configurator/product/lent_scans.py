"""Scans that a process has in memory only: lent for a job, never put into the store of whoever runs it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from .limb import Limb

_MOST = 8
"""That a process borrows at a time: a job needs one or two."""
_lent: OrderedDict[str, Limb] = OrderedDict()
_lock = Lock()


def lend(limb: Limb) -> None:
    """Have a limb at hand in this process, until others take its place."""
    with _lock:
        _lent[limb.sha256] = limb
        _lent.move_to_end(limb.sha256)
        while len(_lent) > _MOST:
            _lent.popitem(last=False)


@contextmanager
def lent(limbs: Iterable[Limb]) -> Iterator[None]:
    """Have these at hand as long as it lasts."""
    names = []
    for limb in limbs:
        names.append(limb.sha256)
        lend(limb)
    try:
        yield
    finally:
        with _lock:
            for name in names:
                _lent.pop(name, None)


def lent_to(choices: Iterable[object]) -> tuple[bytes, ...]:
    """Those of the choices that are lent scans, as `.limb`: for a worker, which has no part in this process's memory."""
    found = (_lent.get(each) for each in choices if isinstance(each, str))
    return tuple(limb.to_bytes() for limb in found if limb is not None)


def borrowed(sha: str) -> Limb | None:
    """The scan of that hash, if it is lent now."""
    return _lent.get(sha)
