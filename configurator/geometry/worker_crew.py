"""The worker processes of a pool: started, listened to, ended, and told of when they end by themselves."""

from __future__ import annotations

import itertools
import selectors
import socket
from collections.abc import Callable
from functools import partial

from configurator.geometry.frames import Kind
from configurator.geometry.worker_jobs import Counts, Terms
from configurator.geometry.worker_seat import Seat, State
from configurator.geometry.worker_server import ForkServer
from configurator.geometry.worker_verdicts import End

TRIES = 3
"""Starts that may fail in a row, of each worker."""

_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class Crew:
    """Used in one thread. For what `selector` finds ready, call the `data` of its key."""

    def __init__(
        self, terms: Terms, selector: selectors.BaseSelector, counts: Counts, *,
        told: Callable[[Seat, Kind, bool, bytearray], None], lost: Callable[[Seat, End], None],
    ) -> None:
        """`told`: a worker with a job sent a message. `lost`: one with a job ended, it did not mean to."""
        self._terms, self._selector, self._counts, self._told, self._lost = terms, selector, counts, told, lost
        self._tokens = itertools.count(1)
        self.seats: dict[int, Seat] = {}
        self.server: ForkServer | None = None
        self.failed_starts = 0
        self.why = ""

    @property
    def hopeless(self) -> bool:
        """No start was successful for so long that it is not tried again until somebody asks."""
        return self.failed_starts >= TRIES * self._terms.count

    def living(self) -> list[Seat]:
        """Workers that are, or will be, of use."""
        return [seat for seat in self.seats.values() if seat.state is not State.ENDING]

    def idle(self) -> list[Seat]:
        """Workers that wait for a job."""
        return [seat for seat in self.seats.values() if seat.state is State.IDLE]

    def fill(self) -> None:
        """Starts workers until there are enough of them."""
        while not self.hopeless and len(self.living()) < self._terms.count:
            try:
                self._start_one()
            except OSError as error:
                self._lose_server()
                self._fail_start(f"no process could be made: {error}", self._terms.count)
        if self.hopeless and not self.living():
            self._lose_server()  # what it imported may be mended before somebody asks again

    def _start_one(self) -> None:
        terms = self._terms
        if self.server is None:
            self.server = ForkServer(terms.preload, terms.path, terms.environment, terms.memory_mb << 20)
            self._selector.register(self.server, _READ, self._hear_server)
        near, far = socket.socketpair()
        seat = Seat(next(self._tokens), near, terms.start_deadline)
        try:
            with far:
                self.server.fork(seat.token, far)
        except OSError:
            near.close()
            raise
        self.seats[seat.token] = seat
        self.listen(seat)

    def listen(self, seat: Seat) -> None:
        """Waits for a worker's messages and, as long as an order is not sent as a whole, until it reads on."""
        events = _READ | _WRITE if seat.pipe.pending else _READ
        if seat.listening:
            self._selector.modify(seat.pipe, events, partial(self._hear, seat))
        else:
            self._selector.register(seat.pipe, events, partial(self._hear, seat))
            seat.listening = True

    def _stop_listening(self, seat: Seat) -> None:
        if seat.listening:
            self._selector.unregister(seat.pipe)
            seat.listening = False

    def retire(self, seat: Seat) -> None:
        """Ends a worker, whatever it is doing. Its job must be taken from it first."""
        self._was_warm(seat)
        seat.enter(State.ENDING)
        if self.server is not None:
            self.server.kill(seat.token)

    def _was_warm(self, seat: Seat) -> None:
        """A worker that could start is gone; others may start as it did, so the tries are counted anew."""
        if seat.warm:
            self.failed_starts = 0

    def give_up_start(self, seat: Seat) -> None:
        """Ends a worker that is not warm in time; if it was not even forked, the fork server is to blame."""
        reason = f"a worker was not warm after {self._terms.start_deadline:g} s"
        if seat.pid is None:
            self._lose_server()
            self._fail_start(reason, self._terms.count)
        else:
            self.retire(seat)
            self._fail_start(reason)

    def _fail_start(self, reason: str, workers: int = 1) -> None:
        self.failed_starts += workers
        self.why = f"no worker can be started, {TRIES} tries in a row failed; the last: {reason}"

    def _lose_server(self) -> int | None:
        """Ends what is left of the fork server and of its workers. A new one is started with the next worker."""
        code = self._end_server()
        for seat in list(self.seats.values()):
            self._bury(seat, End())
        return code

    def close(self) -> None:
        """Ends all processes."""
        self._end_server()
        for seat in self.seats.values():
            seat.pipe.close()
        self.seats.clear()

    def _end_server(self) -> int | None:
        if self.server is None:
            return None
        self._selector.unregister(self.server)
        code = self.server.end()
        self.server = None
        return code

    def _hear_server(self) -> None:
        assert self.server is not None
        reports, there = self.server.reports()
        for report in reports:
            seat = self.seats[report.token]
            if report.what == "born":
                seat.pid = report.value
            elif report.what == "ended":
                code, peak = report.value
                self._bury(seat, End(code, peak - seat.peak_when_warm))
            else:
                self._bury(seat, End())
                self._fail_start(report.value)
        if not there:
            starting = any(seat.state is State.STARTING for seat in self.seats.values())
            code = self._lose_server()
            if starting:
                reason = f"the fork server, which imports {', '.join(self._terms.preload) or 'nothing'}, {End(code)}"
                self._fail_start(reason, self._terms.count)

    def _hear(self, seat: Seat) -> None:
        """Reads what a worker sent and sends what it has not read yet."""
        if seat.token not in self.seats:  # ended by an earlier event of the same round
            return
        try:
            messages, there = seat.pipe.receive()
        except (ValueError, MemoryError):  # something else wrote into the pipe, or an answer is beyond all measure
            messages, there = [], False
        for kind, full, body in messages:
            self._understand(seat, kind, full, body)
        if there and seat.pipe.pending:
            try:
                seat.pipe.flush()
                self.listen(seat)
            except OSError:
                there = False
        if not there:
            self._stop_listening(seat)
            if seat.state is State.IDLE:
                self._counts.died += 1
                self._was_warm(seat)
                seat.enter(State.ENDING)
            if self.server is not None:
                self.server.kill(seat.token)  # useless without its pipe; how it ended is told by the server

    def _understand(self, seat: Seat, kind: Kind, full: bool, body: bytearray) -> None:
        """A message of a worker that was told to end comes too late, whatever it is."""
        if seat.state is State.BUSY:
            self._told(seat, kind, full, body)
        elif seat.state is State.STARTING and kind is Kind.WARM:
            self.failed_starts = 0
            self._counts.started += 1
            seat.warm, seat.peak_when_warm = True, int(body)
            seat.enter(State.IDLE)
        elif seat.state is State.STARTING and kind is Kind.UNFIT:
            seat.enter(State.ENDING)
            self._fail_start(body.decode())

    def _bury(self, seat: Seat, end: End) -> None:
        if seat.listening:
            self._hear(seat)  # an answer may have come before the end
        self._stop_listening(seat)
        seat.pipe.close()
        del self.seats[seat.token]
        self._was_warm(seat)
        if seat.state is State.STARTING:
            if end.code is not None:
                self._fail_start(f"a worker {end} before it was warm")
        elif seat.state is not State.ENDING:
            self._counts.died += 1
            if seat.state is State.BUSY:
                self._lost(seat, end)
