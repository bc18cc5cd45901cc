"""What was used lately, up to a number of entries or bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """A mapping that drops what was used longest ago once it weighs more than `limit`. Safe in several threads."""

    def __init__(self, limit: int, weigh: Callable[[T], int] = lambda value: 1) -> None:
        self._limit, self._weigh, self._weight = limit, weigh, 0
        self._values: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> T | None:
        """The value of a key, which counts as used by it; None if it is not there (any more)."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def put(self, key: str, value: T) -> None:
        """Keep a value; one that weighs more than the limit is not kept."""
        with self._lock:
            self._drop(key)
            if self._weigh(value) > self._limit:
                return
            self._values[key] = value
            self._weight += self._weigh(value)
            while self._weight > self._limit:
                self._drop(next(iter(self._values)))

    def _drop(self, key: str) -> None:
        if key in self._values:
            self._weight -= self._weigh(self._values.pop(key))

    def __len__(self) -> int:
        return len(self._values)
