"""One worker as its pool sees it."""

from __future__ import annotations

import enum
import socket
import time
from collections.abc import Iterable

from configurator.geometry.frames import PoolEnd
from configurator.geometry.worker_jobs import Ticket, WorkerStatus

_WORDS_KEPT = 64


class State(enum.Enum):
    """What a worker is doing."""

    STARTING = "starting"
    IDLE = "idle"
    BUSY = "busy"
    ENDING = "ending"
    """It gets no more jobs; its end is on the way."""


class Seat:
    """A worker from before its fork until its end was seen."""

    def __init__(self, token: int, connection: socket.socket, start_deadline: float) -> None:
        self.token = token
        self.pid: int | None = None
        self.pipe = PoolEnd(connection)
        self.listening = False
        self.warm = False
        """Whether it has ever been ready for a job."""
        self.peak_when_warm = 0
        self.ticket: Ticket | None = None
        self.part = ""
        self.jobs = 0
        self.likes: dict[str, float] = {}
        """Words of the jobs it did, and when; the last one last."""
        self.enter(State.STARTING, start_deadline)

    def enter(self, state: State, seconds: float | None = None) -> None:
        """Changes state; for a state that may not last, how long it may."""
        self.state, self.since = state, time.monotonic()
        self.due = None if seconds is None else self.since + seconds

    def begin(self, ticket: Ticket) -> None:
        """Gives it a job; `pipe.pending` if it must be sent on. OSError: it is gone, the job never reached it."""
        self.ticket, self.part = ticket, ""
        self.enter(State.BUSY, ticket.deadline)
        if ticket.job.likes:
            self.likes.pop(ticket.job.likes, None)
            self.likes[ticket.job.likes] = self.since
            if len(self.likes) > _WORDS_KEPT:
                del self.likes[next(iter(self.likes))]
        self.pipe.send(ticket.order)

    def take(self) -> Ticket:
        """Takes its job from it."""
        ticket, self.ticket = self.ticket, None
        assert ticket is not None
        return ticket

    def status(self) -> WorkerStatus:
        """Plain values for a page or a log; without `pss`, which takes the operating system a while to find out."""
        return WorkerStatus(
            pid=self.pid,
            state=self.state.value,
            busy_with=self.ticket.job.title if self.ticket else "",
            part=self.part if self.ticket else "",
            seconds=time.monotonic() - self.since,
            jobs=self.jobs,
            pss=None,
        )


def best(idle: Iterable[Seat], likes: str) -> Seat:
    """The idle worker for a job: the one that did its like most recently; else the one that remembers least."""

    def merit(seat: Seat) -> tuple[int, float]:
        return (-1, -seat.likes[likes]) if likes in seat.likes else (len(seat.likes), seat.since)

    return min(idle, key=merit)
