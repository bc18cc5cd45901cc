"""Geometry in worker processes.

A pool that costs nothing until the first job; then `count` processes that share one import of the kernel::

    with Workers() as workers:
        answer = workers.run(Job("configurator.geometry.kernel.build:build", (order,), template="ring", number=number))

Every job ends: with its answer, with its own error, or with a refusal that names template, part and number. A worker
that dies, hangs or eats memory costs only the job it had. No process outlives the caller, however that ends.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from types import MappingProxyType, TracebackType
from typing import Any

from configurator.geometry.worker_jobs import Counts, Job, PoolStatus, Terms, WorkerStatus
from configurator.geometry.worker_pool import Pool

__all__ = ["ONE_THREAD", "Counts", "Job", "PoolStatus", "WorkerStatus", "Workers"]

ONE_THREAD: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
)
"""Environment under which numpy starts no threads: the fork server must have one only, and a worker is one core."""


class Workers:
    """A pool of worker processes. Safe to use from several threads; not from a fork of the process that made it."""

    def __init__(
        self, count: int = 2, *, deadline: float = 60.0, cpu: float | None = None, memory_mb: int = 1500,
        queue: int = 256, jobs_per_worker: int = 500, preload: Sequence[str] = ("configurator.geometry.kernel.warm",),
        environment: Mapping[str, str] = ONE_THREAD, path: Sequence[str] = (), start_deadline: float = 120.0,
    ) -> None:
        """Starts nothing yet. ValueError: a figure is not above zero.

        `deadline`: s a job may take on the wall clock, its time in the queue not counted. `cpu`: s of processor time,
        rounded up to whole ones; None: as many as the job's deadline. `memory_mb`: MB a job may take beyond what the
        warm worker had. `queue`: jobs that may wait beside those that run. `jobs_per_worker`: then it is replaced.
        `preload`: modules imported once and shared; a function `warm` in one of them is called in each worker.
        `environment`: variables set for the workers. `path`: folders searched for imports before the caller's sys.path.
        `start_deadline`: s a worker may take to become warm, the import of the kernel included.
        """
        self._pool = Pool(Terms(
            count=count, deadline=deadline, cpu=cpu, memory_mb=memory_mb, queue=queue, jobs_per_worker=jobs_per_worker,
            preload=tuple(preload), environment=dict(environment), path=tuple(path), start_deadline=start_deadline,
        ))
        self._ahead = count + min(count, queue)
        self._close = weakref.finalize(self, self._pool.stop)  # also at the end of the interpreter

    def submit(self, job: Job) -> Future[Any]:
        """Queues a job; first come, first served. The future has the answer, or one of these errors:

        any LotOneError the job raised; BuildFailed: it raised something else (a note has the last lines of code that
        ran), or its answer cannot be pickled; DeadlinePassed; TooLarge; WorkerDied. A job whose worker was killed from
        outside is run once more before that. What is raised in a job names `template`, `number` and the last part
        that was told with `progress.building`.

        A future can be cancelled while its job waits; then the job is not run. Once it runs it is left to finish:
        its answer warms the memo, while a fresh worker would begin with a cold one. Callbacks run in the pool's
        thread; they must be short.

        QueueFull, BuildFailed (the arguments cannot be pickled) and WorkerDied (closed) are raised here, at once.
        """
        return self._pool.put(job)

    def run(self, job: Job) -> Any:
        """The answer of a job; the errors of `submit`."""
        future = self.submit(job)
        try:
            return future.result()
        except BaseException:
            future.cancel()  # Ctrl-C while it waited
            raise

    def map(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """The answers of `jobs` in order. Jobs are taken from it as workers become free, so there may be any number."""
        waiting: deque[Future[Any]] = deque()
        try:
            for job in jobs:
                waiting.append(self.submit(job))
                if len(waiting) >= self._ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def ready(self, timeout: float | None = None) -> None:
        """Starts the workers and waits until all are warm. WorkerDied: they cannot. TimeoutError: after `timeout` s."""
        self._pool.warmth().result(timeout)

    def status(self, *, memory: bool = False) -> PoolStatus:
        """What the pool is doing. With `memory`, what each process takes: some ms a process."""
        return self._pool.status(memory=memory)

    def close(self) -> None:
        """Ends all processes now. Jobs that wait or run are refused with WorkerDied."""
        self._close()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()
