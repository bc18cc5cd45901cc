"""The fork server of a pool: a process that imports the kernel once, never runs it, and forks workers.

Why not multiprocessing's: its workers hold the pipe whose end its server waits for, so that a worker stuck in C and
the server outlive a killed caller (seen); there is one per process, with the first caller's modules and environment;
its server passes over modules that cannot be imported; workers run the caller's `__main__` again; and starting a
worker blocks until the server has imported everything. Here the kernel of the operating system ends the server with
the thread that started it, and the workers with the server.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from configurator.geometry import limits, worker_process

_LONGEST = 1 << 16


@dataclass(frozen=True)
class Report:
    """What the server tells of worker `token`.

    born: its pid. ended: its exit code, or minus the signal, and the most memory it ever had, bytes. refused: why.
    """

    what: Literal["born", "ended", "refused"]
    token: int
    value: Any


class ForkServer:
    """The pool's side. Start and use it in one thread: it ends with that thread."""

    def __init__(
        self, preload: Sequence[str], path: Sequence[str], environment: Mapping[str, str], memory: int
    ) -> None:
        """`path`: folders for imports, before sys.path. `memory`: as in `worker_process.serve`. OSError: no process."""
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        folders = [*path, *(folder or os.getcwd() for folder in sys.path)]
        code = (
            f"import sys; sys.path[:] = {folders!r}\n"
            "from configurator.geometry.worker_server import main\n"
            f"main({far.fileno()}, {os.getpid()}, {tuple(preload)!r}, {memory})"
        )
        try:
            with far:
                self._process = subprocess.Popen(
                    [sys.executable, "-c", code],
                    pass_fds=[far.fileno()],
                    env={**os.environ, **environment},
                    stdin=subprocess.DEVNULL,
                    stdout=_diagnostics(),  # the caller's own output may be read by a program
                    start_new_session=True,  # a terminal's Ctrl-C does not reach it
                )
        except BaseException:
            near.close()
            raise
        near.setblocking(False)
        self._control = near

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    def fileno(self) -> int:
        """File descriptor, for a selector."""
        return self._control.fileno()

    def fork(self, token: int, connection: socket.socket) -> None:
        """Asks for a worker at `connection`; a report will follow. OSError: the server is gone or does not listen."""
        socket.send_fds(self._control, [json.dumps(["fork", token]).encode()], [connection.fileno()])

    def kill(self, token: int) -> None:
        """Ends a worker at once. Only its parent can do so without ever meeting a later process of the same id."""
        with contextlib.suppress(OSError):
            self._control.send(json.dumps(["kill", token]).encode())

    def reports(self) -> tuple[list[Report], bool]:
        """What was told since; and whether the server is still there."""
        told: list[Report] = []
        while True:
            try:
                message = self._control.recv(_LONGEST)
            except BlockingIOError:
                return told, True
            except OSError:
                return told, False
            if not message:
                return told, False
            told.append(Report(*json.loads(message)))

    def end(self, patience: float = 0.5) -> int:
        """Ends the server and all its workers; its exit code. It has `patience` seconds to see its workers off."""
        self._control.close()
        try:
            return self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


def _diagnostics() -> int:
    try:
        os.fstat(2)
    except OSError:
        return subprocess.DEVNULL
    return 2


def main(control: int, parent: int, preload: Sequence[str], memory: int) -> None:
    """What runs in the server: imports `preload`, then forks, kills and reports until `control` is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.end_with(parent)
    for name in preload:
        try:
            __import__(name)
        except BaseException:  # each worker meets it again and tells the pool
            break
    gc.collect()
    gc.freeze()  # workers share these pages as long as no collection touches them
    with socket.socket(fileno=control) as pool:
        _Nursery(pool, preload, memory).run()


class _Nursery:
    def __init__(self, pool: socket.socket, preload: Sequence[str], memory: int) -> None:
        self._pool, self._preload, self._memory = pool, preload, memory
        self._children: dict[int, int] = {}  # pid -> token
        self._woken, self._wake = socket.socketpair()
        self._selector = selectors.DefaultSelector()

    def run(self) -> None:
        for end in (self._woken, self._wake):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        self._selector.register(self._pool, selectors.EVENT_READ)
        self._selector.register(self._woken, selectors.EVENT_READ)
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is self._pool:
                    if not self._obey():
                        return self._see_off()
                else:
                    self._woken.recv(_LONGEST)
                    self._bury()

    def _obey(self) -> bool:
        try:
            message, descriptors, _, _ = socket.recv_fds(self._pool, _LONGEST, 1)
        except OSError:
            return False
        if not message:
            return False
        what, token = json.loads(message)
        if what == "fork":
            with socket.socket(fileno=descriptors[0]) as connection:
                self._fork(token, connection)
        else:
            for pid in [pid for pid, of in self._children.items() if of == token]:
                os.kill(pid, signal.SIGKILL)
        return True

    def _fork(self, token: int, connection: socket.socket) -> None:
        server = os.getpid()
        try:
            pid = os.fork()
        except OSError as error:
            return self._tell("refused", token, f"no process could be made: {error}")
        if pid:
            self._children[pid] = token
            return self._tell("born", token, pid)
        code = 1
        try:
            limits.end_with(server)
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for open_file in (self._selector, self._pool, self._woken, self._wake):
                open_file.close()
            worker_process.serve(connection, self._preload, self._memory)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:  # nothing of the server may go on in a worker
            os._exit(code)

    def _bury(self) -> None:
        while self._children:
            pid, status, used = os.wait4(-1, os.WNOHANG)
            if not pid:
                return
            if pid in self._children:
                code = os.waitstatus_to_exitcode(status)
                self._tell("ended", self._children.pop(pid), [code, used.ru_maxrss << 10])

    def _see_off(self) -> None:
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)
        for pid in self._children:
            os.waitpid(pid, 0)

    def _tell(self, what: str, token: int, value: Any) -> None:
        with contextlib.suppress(OSError):
            self._pool.send(json.dumps([what, token, value]).encode())
