"""What runs in a worker: it warms up, then does one job after another until its pipe is closed.

One thread, because the kernel's string selectors and its shared tables break under two.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import socket
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from configurator.errors import BuildFailed, LotOneError
from configurator.geometry import limits, progress
from configurator.geometry.frames import Kind, WorkerEnd

_FRAMES_TOLD = 8
_LONGEST_REASON = 2000


def serve(connection: socket.socket, preload: Sequence[str], memory: int) -> None:
    """Does jobs until `connection` is closed. `memory`: private bytes a job may have beyond those of the warm worker.

    Every module of `preload` that has a function `warm` has it called first.
    """
    limits.no_core_file()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the caller, who closes the pool
    pool = WorkerEnd(connection)
    try:
        for name in preload:
            module = importlib.import_module(name)
            if hasattr(module, "warm"):
                module.warm()
    except BaseException as error:
        return pool.send(Kind.UNFIT, f"{_headline(error)}\n{_frames(error)}".encode())
    progress.tell_through(lambda part: pool.send(Kind.PART, part.encode()))
    at_start = limits.private_bytes()
    pool.send(Kind.WARM, b"%d" % limits.peak_bytes())
    while (order := pool.receive()) is not None:
        call, cpu, arguments = pickle.loads(order)  # noqa: S301 - from the process that started this one
        del order
        limits.cap(cpu, at_start + memory)
        kind, body = _do(call, arguments)
        limits.lift()
        # what the memo keeps is taken from the next job's share: at half of it, a fresh worker is fairer
        pool.send(kind, body, full=kind is Kind.TOO_LARGE or limits.private_bytes() > at_start + memory // 2)
        del body, arguments
        _flush()
    return None


def _do(call: str, arguments: bytes) -> tuple[Kind, bytes]:
    """One job, from pickled arguments to a pickled answer or refusal."""
    try:
        try:
            args = pickle.loads(arguments)  # noqa: S301 - likewise
        except MemoryError:
            raise
        except Exception as error:
            raise BuildFailed(f"the arguments of {call} cannot be read in a worker: {_headline(error)}") from error
        answer = _named(call)(*args)
        try:
            return Kind.ANSWER, pickle.dumps(answer, protocol=5)
        except MemoryError:
            raise
        except Exception as error:
            raise BuildFailed(f"the answer of {call} cannot be sent, it is not plain: {_headline(error)}") from error
    except BaseException as error:
        return _refusal(error)


def _named(call: str) -> Any:
    module, _, names = call.partition(":")
    found: Any = importlib.import_module(module)
    for name in names.split("."):
        found = getattr(found, name)
    return found


def _refusal(error: BaseException) -> tuple[Kind, bytes]:
    if isinstance(error, MemoryError) or type(error).__name__ == "Standard_OutOfMemory":
        return Kind.TOO_LARGE, b""
    headline, frames = _headline(error), _frames(error)
    own = error if isinstance(error, LotOneError) else BuildFailed(headline)
    own.add_note(frames)
    try:
        pickled = pickle.dumps(own)
        pickle.loads(pickled)  # noqa: S301 - an error that cannot be read again would be lost on the way
    except Exception:
        own = BuildFailed(headline)
        own.add_note(frames)
        pickled = pickle.dumps(own)
    # the words go along for a caller that cannot import the error's class
    return Kind.ERROR, pickle.dumps((pickled, headline, frames))


def _headline(error: BaseException) -> str:
    try:
        words = str(error)
    except Exception:
        words = "(its message cannot be printed)"
    return f"{type(error).__name__}: {words[:_LONGEST_REASON]}" if words else type(error).__name__


def _frames(error: BaseException) -> str:
    """The last lines of code that were run, without those of this file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    told = traceback.StackSummary.extract(traceback.walk_tb(trace), limit=-_FRAMES_TOLD)
    return f"in worker process {os.getpid()}:\n" + "".join(told.format()) if told else ""


def _flush() -> None:
    """What a job printed appears when it is done, also where the output is a file."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
