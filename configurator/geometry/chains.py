"""Futures one behind the other, without a thread that waits. Callbacks run where a future is resolved: keep them short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


def gathered(futures: Sequence[Future[T]]) -> Future[list[T]]:
    """All results in order, when all are there; the error of the first in order that failed."""
    whole: Future[list[T]] = Future()
    open_, lock = len(futures), Lock()

    def one_more(_: Future[T]) -> None:
        nonlocal open_
        with lock:
            open_ -= 1
            last = open_ == 0
        if last:
            _settle(whole, lambda: whole.set_result([each.result() for each in futures]))

    for each in futures:
        each.add_done_callback(one_more)
    if not futures:
        whole.set_result([])
    return whole


def then(first: Future[T], whole: Future[Any], go_on: Callable[[T], None]) -> None:
    """Calls `go_on` with the result of `first`; what that or `first` itself raises becomes the error of `whole`."""
    first.add_done_callback(lambda done: _settle(whole, lambda: go_on(done.result())))


def _settle(whole: Future[Any], act: Callable[[], None]) -> None:
    try:
        act()
    except Exception as error:
        whole.set_exception(error)
