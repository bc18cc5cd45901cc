"""The plain values of the worker pool: a job, the terms jobs are held to, and what the pool is doing."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Mapping
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from typing import Any

from configurator.errors import BuildFailed


@dataclass(frozen=True)
class Job:
    """One call in a worker: a pure function of plain arguments, because it may be run twice."""

    call: str
    """`package.module:function`."""
    args: tuple[Any, ...] = ()
    """Plain, picklable."""
    template: str = ""
    """Named in errors."""
    number: str = ""
    """Named in errors."""
    likes: str = ""
    """Jobs with an equal word go to the idle worker that did such a job last: its memo is warm."""
    deadline: float | None = None
    """Seconds from the start of the job on the wall clock; None: the pool's."""

    def __post_init__(self) -> None:
        module, colon, function = self.call.partition(":")
        if not (module and colon and function):
            raise ValueError(f"call {self.call!r} is not of the form 'package.module:function'")
        if self.deadline is not None and not self.deadline > 0:
            raise ValueError(f"deadline {self.deadline!r} of {self.call} is not a positive number of seconds")

    @property
    def title(self) -> str:
        """What it is, for a person."""
        return " ".join(word for word in (self.template, self.number) if word) or self.call


@dataclass(frozen=True)
class Terms:
    """What a pool was made with; see `Workers`."""

    count: int
    deadline: float
    cpu: float | None
    memory_mb: int
    queue: int
    jobs_per_worker: int
    preload: tuple[str, ...]
    environment: Mapping[str, str]
    path: tuple[str, ...]
    start_deadline: float

    def __post_init__(self) -> None:
        for name in ("count", "deadline", "memory_mb", "queue", "jobs_per_worker", "start_deadline"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} of Workers is {getattr(self, name)!r}, it must be above zero")
        if self.cpu is not None and not self.cpu > 0:
            raise ValueError(f"cpu of Workers is {self.cpu!r}, it must be above zero")


@dataclass
class Ticket:
    """A job on its way through the pool."""

    job: Job
    order: bytes
    deadline: float
    cpu: float
    future: Future[Any] = field(default_factory=Future)
    retried: bool = False
    missed: int = 0
    """How often it was sent to a worker that had ended already."""
    _begun: bool = False

    def begin(self) -> bool:
        """Whether the job is still wanted; from then on it cannot be cancelled."""
        self._begun = self._begun or self.future.set_running_or_notify_cancel()
        return self._begun

    def settle(self, answer: Any, error: Exception | None) -> None:
        """Tells the caller. Runs callbacks."""
        settle(self.future, answer, error)

    @classmethod
    def of(cls, job: Job, terms: Terms) -> Ticket:
        """A ticket with everything pickled. BuildFailed: the arguments are not plain."""
        try:
            arguments = pickle.dumps(job.args, protocol=5)
        except Exception as error:
            raise BuildFailed(
                f"the arguments of {job.call} cannot be sent to a worker, they are not plain: {error}",
                template=job.template, number=job.number,
            ) from error
        deadline = job.deadline or terms.deadline
        cpu = terms.cpu or deadline
        return cls(job, pickle.dumps((job.call, cpu, arguments), protocol=5), deadline, cpu)


def settle(future: Future[Any], answer: Any, error: Exception | None) -> None:
    """Ends a future, unless its owner did something to it that only a pool should do."""
    with contextlib.suppress(InvalidStateError):
        if error is None:
            future.set_result(answer)
        else:
            future.set_exception(error)


@dataclass(frozen=True)
class WorkerStatus:
    """One worker at one moment."""

    pid: int | None
    """None until it was forked."""
    state: str
    """starting, idle, busy or ending."""
    busy_with: str
    """Template and number of its job, or the call; empty when it has none."""
    part: str
    """What the job said last that it builds."""
    seconds: float
    """Since when it is in this state."""
    jobs: int
    """Jobs done in its life."""
    pss: int | None
    """Proportional memory in bytes; None when not asked for, or gone."""


@dataclass
class Counts:
    """What happened since the pool was made."""

    done: int = 0
    """Answers."""
    refused: int = 0
    """Jobs that raised an error of their own."""
    died: int = 0
    """Workers that ended and were not meant to, with a job or without."""
    late: int = 0
    """Jobs over their deadline or their CPU seconds."""
    too_large: int = 0
    retried: int = 0
    recycled: int = 0
    """Workers replaced in good order: after enough jobs, or because their memo had grown large."""
    started: int = 0
    """Workers that became warm."""


@dataclass(frozen=True)
class PoolStatus:
    """The pool at one moment. Plain; `dataclasses.asdict` makes it JSON."""

    workers: tuple[WorkerStatus, ...]
    server_pid: int | None
    """The fork server; None before the first job and after the end."""
    server_pss: int | None
    queued: int
    counts: Counts

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the workers that are alive."""
        return tuple(worker.pid for worker in self.workers if worker.pid is not None and worker.state != "ending")

    @property
    def alive(self) -> int:
        """Workers that are warm."""
        return sum(worker.state in ("idle", "busy") for worker in self.workers)
