"""One job for all who ask for the same: whoever asks while it is under way gets its answer, too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shared(Generic[T]):
    """What is under way, by its key. Safe in several threads."""

    def __init__(self) -> None:
        self._running: dict[str, _Running[T]] = {}
        self._lock = Lock()

    def ask(self, key: str, begin: Callable[[], list[Future[T]]]) -> list[Future[T]]:
        """Futures of one's own for what `begin` starts, unless it was begun for another one who still waits.

        Who cancels his is not waited for any more; once nobody waits, the jobs themselves are called off. What `begin`
        raises is raised here. A future fails as the job's own does.
        """
        with self._lock:
            running = self._running.get(key)
            mine = None if running is None or running.over else running.join()
            if mine is None:
                running = self._running[key] = _Running(begin())
                mine = running.join()
                for future in running.jobs:
                    future.add_done_callback(lambda _: self._tidy())
            assert mine is not None
            return mine

    def _tidy(self) -> None:
        # a job may be over while `ask` still holds the lock, in the same thread: the next one tidies up
        if not self._lock.acquire(blocking=False):
            return
        try:
            for key in [key for key, running in self._running.items() if running.over]:
                del self._running[key]
        finally:
            self._lock.release()


class _Running(Generic[T]):
    """Jobs with all who wait for them."""

    def __init__(self, jobs: list[Future[T]]) -> None:
        self.jobs = jobs
        self._waiting, self._left_alone = 0, False
        self._lock = Lock()

    @property
    def over(self) -> bool:
        """Whether all jobs are done, one failed, or they were called off: who comes now begins anew."""
        return all(job.done() for job in self.jobs) or any(job.cancelled() or (job.done() and job.exception() is not None)
                                                           for job in self.jobs)

    def join(self) -> list[Future[T]] | None:
        """Futures for one more who waits; None if the last one has just left."""
        mine: list[Future[T]] = [Future() for _ in self.jobs]
        with self._lock:
            if self._left_alone:
                return None
            self._waiting += len(mine)
        for job, own in zip(self.jobs, mine, strict=True):
            own.add_done_callback(self._left)
            job.add_done_callback(lambda done, own=own: _pass_on(done, own))  # type: ignore[misc]
        return mine

    def _left(self, own: Future[T]) -> None:
        with self._lock:
            self._waiting -= 1
            self._left_alone |= (nobody := self._waiting == 0 and own.cancelled())
        if nobody:
            for job in self.jobs:
                job.cancel()


def _pass_on(done: Future[T], own: Future[T]) -> None:
    if done.cancelled():
        own.cancel()
    elif own.set_running_or_notify_cancel():
        error = done.exception()
        if error is not None:
            own.set_exception(error)
        else:
            own.set_result(done.result())
