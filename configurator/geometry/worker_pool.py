"""The thread of a pool: it hands jobs to workers, watches their clocks, and tells callers what became of their jobs."""

from __future__ import annotations

import os
import selectors
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from configurator.errors import DeadlinePassed, QueueFull, TooLarge, WorkerDied
from configurator.geometry import limits, worker_verdicts
from configurator.geometry.frames import Bell, Kind
from configurator.geometry.worker_crew import Crew
from configurator.geometry.worker_jobs import Counts, Job, PoolStatus, Terms, Ticket, settle
from configurator.geometry.worker_seat import Seat, State, best
from configurator.geometry.worker_verdicts import End

_PATIENCE = 10.0
_MISSES = 20  # a job never begun is no blame, but an order that nobody survives reading must not go round for ever
_CLOSED = "the workers were closed before it was done"


class Pool:
    """All state is touched under `_lock`. Futures are resolved outside of it, because that runs callers' code."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._queue: deque[Ticket] = deque()
        self._awaiting_warmth: list[Future[None]] = []
        self._outcomes: list[Callable[[], None]] = []
        self._counts = Counts()
        self._closed = False
        self._thread: threading.Thread | None = None
        self._selector = selectors.DefaultSelector()
        self._bell = Bell()
        self._selector.register(self._bell, selectors.EVENT_READ, self._bell.hear)
        self._crew = Crew(terms, self._selector, self._counts, told=self._told, lost=self._lost)

    # From any thread

    def put(self, job: Job) -> Future[Any]:
        """Queues a job. QueueFull; BuildFailed: its arguments are not plain; WorkerDied: the pool is closed."""
        ticket = Ticket.of(job, self._terms)
        self._refuse_in_fork()
        with self._lock:
            self._open()
            most = self._terms.queue + self._terms.count
            if self._unfinished() >= most:
                self._queue = deque(waiting for waiting in self._queue if not waiting.future.cancelled())
            if self._unfinished() >= most:
                reason = f"{len(self._queue)} jobs wait already; try again later"
                raise QueueFull(reason, template=job.template, number=job.number)
            self._queue.append(ticket)
        self._bell.ring()
        return ticket.future

    def warmth(self) -> Future[None]:
        """Done when all workers are warm; WorkerDied when they cannot be started."""
        future: Future[None] = Future()
        self._refuse_in_fork()
        with self._lock:
            self._open()
            self._awaiting_warmth.append(future)
        self._bell.ring()
        return future

    def status(self, *, memory: bool) -> PoolStatus:
        """The pool at this moment."""
        with self._lock:
            server = self._crew.server.pid if self._crew.server else None
            workers = [seat.status() for seat in self._crew.seats.values()]
            queued, counts = len(self._queue), replace(self._counts)
        if memory:
            workers = [replace(one, pss=limits.proportional_bytes(one.pid) if one.pid else None) for one in workers]
        return PoolStatus(
            workers=tuple(workers),
            server_pid=server,
            server_pss=limits.proportional_bytes(server) if server and memory else None,
            queued=queued,
            counts=counts,
        )

    def stop(self) -> None:
        """Ends all processes; what is not done fails. Takes no lock: a garbage collection may call it anywhere."""
        if os.getpid() != self._owner:  # a fork of the caller: the processes are not its own
            return
        self._closed = True
        self._bell.ring()
        thread = self._thread
        if thread is None:
            self._close_files()
        elif thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def _refuse_in_fork(self) -> None:
        if os.getpid() != self._owner:
            raise WorkerDied(f"the workers belong to process {self._owner}, of which this is a fork; make its own")

    def _open(self) -> None:
        if self._closed:
            raise WorkerDied("the workers are closed")
        if self._crew.hopeless:
            self._crew.failed_starts = 0  # somebody asks: try again
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="geometry workers", daemon=True)
            self._thread.start()

    def _unfinished(self) -> int:
        return len(self._queue) + sum(seat.ticket is not None for seat in self._crew.seats.values())

    # In the pool's thread

    def _run(self) -> None:
        reason = _CLOSED
        try:
            while not self._closed:
                with self._lock:
                    self._check_clocks()
                    self._crew.fill()
                    self._hand_out()
                    self._tell_warmth()
                    patience = self._patience()
                self._resolve()
                ready = self._selector.select(patience)
                with self._lock:
                    for key, _ in ready:
                        key.data()
        except BaseException as error:
            reason = f"the thread of the workers stopped: {type(error).__name__}: {error}"
            raise
        finally:
            self._shut(reason)

    def _patience(self) -> float | None:
        """Seconds until the next clock runs out; None: nothing to wait for but messages."""
        due = [seat.due for seat in self._crew.seats.values() if seat.due is not None]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _check_clocks(self) -> None:
        now = time.monotonic()
        for seat in list(self._crew.seats.values()):
            if seat.due is None or now < seat.due:
                continue
            if seat.state is State.BUSY:
                ticket = seat.take()
                self._counts.late += 1
                self._crew.retire(seat)
                self._refuse(ticket, worker_verdicts.of_delay(ticket, seat.part))
            else:
                self._crew.give_up_start(seat)

    def _hand_out(self) -> None:
        while self._queue and (idle := self._crew.idle()):
            ticket = self._queue.popleft()
            if not ticket.begin():
                continue
            seat = best(idle, ticket.job.likes)
            try:
                seat.begin(ticket)
                if seat.pipe.pending:
                    self._crew.listen(seat)
            except OSError:  # it ended while idle; the job never reached it
                self._counts.died += 1
                self._queue.appendleft(seat.take())
                self._crew.retire(seat)
                self._crew.fill()
        if self._crew.hopeless and not self._crew.living():
            self._fail_queue(self._crew.why)

    def _fail_queue(self, reason: str) -> None:
        while self._queue:
            ticket = self._queue.popleft()
            if ticket.begin():
                self._refuse(ticket, worker_verdicts.without_worker(ticket, reason))

    def _tell_warmth(self) -> None:
        living = self._crew.living()
        error = WorkerDied(self._crew.why) if self._crew.hopeless else None
        warm = len(living) == self._terms.count and all(seat.state is not State.STARTING for seat in living)
        if error or warm:
            self._outcomes += [partial(settle, future, None, error) for future in self._awaiting_warmth]
            self._awaiting_warmth.clear()

    def _told(self, seat: Seat, kind: Kind, full: bool, body: bytearray) -> None:
        if kind is Kind.PART:
            seat.part = body.decode()
            return
        ticket, part = seat.take(), seat.part
        seat.jobs += 1
        if kind is Kind.ANSWER:
            self._counts.done += 1
        elif kind is Kind.ERROR:
            self._counts.refused += 1
        else:
            self._counts.too_large += 1
        if full or seat.jobs >= self._terms.jobs_per_worker:
            self._counts.recycled += kind is not Kind.TOO_LARGE
            self._crew.retire(seat)
        else:
            seat.enter(State.IDLE)
        # reading a large answer takes a while: callers need not wait for the lock meanwhile
        self._outcomes.append(partial(self._read, ticket, part, kind, body))

    def _read(self, ticket: Ticket, part: str, kind: Kind, body: bytearray) -> None:
        ticket.settle(*worker_verdicts.of_message(ticket, part, kind, body, self._terms))

    def _lost(self, seat: Seat, end: End) -> None:
        ticket = seat.take()
        if seat.pipe.unread and ticket.missed < _MISSES:
            ticket.missed += 1
            self._queue.appendleft(ticket)
            return
        if end.from_outside and not ticket.retried:
            ticket.retried = True
            self._counts.retried += 1
            self._queue.appendleft(ticket)
            return
        error = worker_verdicts.of_death(ticket, seat.part, end, self._terms)
        self._counts.late += isinstance(error, DeadlinePassed)
        self._counts.too_large += isinstance(error, TooLarge)
        self._refuse(ticket, error)

    def _refuse(self, ticket: Ticket, error: Exception) -> None:
        self._outcomes.append(partial(ticket.settle, None, error))

    def _resolve(self) -> None:
        outcomes, self._outcomes = self._outcomes, []
        for tell in outcomes:
            tell()

    def _shut(self, reason: str) -> None:
        with self._lock:
            self._closed = True
            for seat in self._crew.living():
                if seat.ticket is not None:
                    self._refuse(ticket := seat.take(), worker_verdicts.without_worker(ticket, reason))
            self._fail_queue(reason)
            self._outcomes += [partial(settle, future, None, WorkerDied(reason)) for future in self._awaiting_warmth]
            self._crew.close()
        self._resolve()
        self._close_files()

    def _close_files(self) -> None:
        self._selector.close()
        self._bell.close()
