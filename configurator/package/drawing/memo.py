"""What was composed last, kept as long as the geometry it was composed with."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from configurator.geometry.client import Geometry

_KEPT = 256
"""Compositions that are kept for each Geometry: shape, characteristics and notes say everything of one."""
T = TypeVar("T")


class Memo:
    """What was composed last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: Hashable) -> bool:
        with self._lock:
            return key in self._kept

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key, made if it is not."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: T = self._kept[key]
                return found
        found = make()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


_memos: WeakKeyDictionary[Geometry, Memo] = WeakKeyDictionary()
_memos_lock = Lock()


def memo_of(geometry: Geometry) -> Memo:
    """The one of a geometry."""
    with _memos_lock:
        return _memos.setdefault(geometry, Memo())
