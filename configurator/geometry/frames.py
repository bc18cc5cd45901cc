"""Messages between a worker and its pool: a length, a kind, a body. One socket per worker, nothing shared."""

from __future__ import annotations

import contextlib
import enum
import socket
import struct
from collections import deque

_HEAD = struct.Struct("!QBB")
_SMALL = 1 << 16


class Kind(enum.IntEnum):
    """What a message is."""

    ORDER = 1
    """To the worker: a job."""
    WARM = 2
    """The worker may be given jobs; the most memory it has had, bytes, as digits."""
    UNFIT = 3
    """The worker could not start; the reason as text."""
    PART = 4
    """The part that is being built, as text."""
    ANSWER = 5
    ERROR = 6
    TOO_LARGE = 7


class Bell:
    """Wakes a thread that waits in a selector."""

    def __init__(self) -> None:
        self._ears, self._rope = socket.socketpair()
        for end in (self._ears, self._rope):
            end.setblocking(False)

    def fileno(self) -> int:
        """File descriptor, for a selector."""
        return self._ears.fileno()

    def ring(self) -> None:
        """From any thread, at any time."""
        with contextlib.suppress(OSError):  # full: it rings already; closed: nobody listens
            self._rope.send(b"\0")

    def hear(self) -> None:
        """Ends the ringing."""
        self._ears.recv(4096)

    def close(self) -> None:
        """Closes both ends."""
        self._ears.close()
        self._rope.close()


class WorkerEnd:
    """The worker's end: it waits."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, kind: Kind, body: bytes, *, full: bool = False) -> None:
        """Sends one message. `full`: this worker should be replaced."""
        head = _HEAD.pack(len(body), kind, full)
        if len(body) < _SMALL:
            self._connection.sendall(head + body)
        else:  # a copy of a mesh costs more than a second call
            self._connection.sendall(head)
            self._connection.sendall(body)

    def receive(self) -> bytearray | None:
        """The body of the next order; None when there will be no more."""
        head = self._exactly(_HEAD.size)
        return None if head is None else self._exactly(_HEAD.unpack(head)[0])

    def _exactly(self, size: int) -> bytearray | None:
        whole = bytearray(size)
        rest = memoryview(whole)
        while rest:
            try:
                got = self._connection.recv_into(rest)
            except ConnectionError:
                return None
            if not got:
                return None
            rest = rest[got:]
        return whole


class PoolEnd:
    """The pool's end: it never waits, so that a worker stopped half-way through a message stops nobody else."""

    def __init__(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        self._connection = connection
        self.unread = False
        """Whether the worker closed its end before it had read a whole order. Linux tells so by a reset."""
        self._outgoing: deque[memoryview] = deque()
        self._head: tuple[Kind, bool] | None = None
        self._buffer = bytearray(_HEAD.size)
        self._rest = memoryview(self._buffer)

    def fileno(self) -> int:
        """File descriptor, for a selector."""
        return self._connection.fileno()

    def close(self) -> None:
        """Closes the socket; the worker ends if it was idle."""
        self._connection.close()

    @property
    def pending(self) -> bool:
        """Whether a part of an order is not sent yet."""
        return bool(self._outgoing)

    def send(self, body: bytes) -> None:
        """Sends an order as far as the socket takes it now. OSError: the worker is gone."""
        head = _HEAD.pack(len(body), Kind.ORDER, 0)
        self._outgoing.extend(map(memoryview, (head + body,) if len(body) < _SMALL else (head, body)))
        self.flush()

    def flush(self) -> None:
        """Sends what is pending as far as the socket takes it now. OSError: the worker is gone."""
        while self._outgoing:
            try:
                sent = self._connection.send(self._outgoing[0])
            except BlockingIOError:
                return
            rest = self._outgoing.popleft()[sent:]
            if rest:
                self._outgoing.appendleft(rest)

    def receive(self) -> tuple[list[tuple[Kind, bool, bytearray]], bool]:
        """(kind, full, body) of every message that is complete by now; and whether the worker still has its end."""
        messages = []
        while True:
            if not self._rest:
                if self._head is None:
                    size, kind, full = _HEAD.unpack(self._buffer)
                    self._head = Kind(kind), bool(full)
                    self._expect(size)
                else:
                    messages.append((*self._head, self._buffer))
                    self._head = None
                    self._expect(_HEAD.size)
                continue
            try:
                got = self._connection.recv_into(self._rest)
            except BlockingIOError:
                return messages, True
            except ConnectionResetError:
                self.unread = True
                return messages, False
            except OSError:
                return messages, False
            if not got:
                return messages, False
            self._rest = self._rest[got:]

    def _expect(self, size: int) -> None:
        self._buffer = bytearray(size)
        self._rest = memoryview(self._buffer)
