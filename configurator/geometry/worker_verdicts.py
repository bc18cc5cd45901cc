"""What a worker's message or end means for the job it had: an answer, or an error that says where and why."""

from __future__ import annotations

import pickle
import signal
from dataclasses import dataclass
from typing import Any

from configurator.errors import BuildError, BuildFailed, DeadlinePassed, TooLarge, WorkerDied
from configurator.geometry.frames import Kind
from configurator.geometry.worker_jobs import Terms, Ticket

_FROM_OUTSIDE = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGHUP, -signal.SIGINT, -signal.SIGQUIT}

# The kernel looks at few of its allocations: some end in Standard_OutOfMemory, more in a segmentation fault. What
# counts against the limit is reserved, what can be seen afterwards is what was touched, which is less.
_NEARLY_ALL = 0.8


@dataclass(frozen=True)
class End:
    """How a process ended. As a string: the end of a sentence."""

    code: int | None = None
    """Exit code, or minus the signal; None: nobody was left to see it."""
    grown: int = 0
    """By how much its resident memory had grown at its peak since it was warm, bytes."""

    @property
    def from_outside(self) -> bool:
        """Whether it was not its own doing: a signal of an operator or of the OOM killer, or a lost fork server."""
        return self.code is None or self.code in _FROM_OUTSIDE

    def __str__(self) -> str:
        if self.code is None:
            return "was lost with its fork server"
        if self.code >= 0:
            return f"left with exit code {self.code}"
        try:
            return f"was ended by {signal.Signals(-self.code).name}"
        except ValueError:
            return f"was ended by signal {-self.code}"


def of_death(ticket: Ticket, part: str, end: End, terms: Terms) -> BuildError:
    """The error of a job whose worker ended before it answered."""
    if end.code == -signal.SIGXCPU:
        return _at(DeadlinePassed(f"it used more than the {ticket.cpu:g} CPU seconds it may"), ticket, part)
    if not end.from_outside and end.grown >= _NEARLY_ALL * (terms.memory_mb << 20):
        reason = f"its worker process {end} when it had taken nearly all of the {terms.memory_mb} MB of memory it may"
        return _at(TooLarge(reason), ticket, part)
    twice = ", for the second time," if ticket.retried and end.from_outside else ""
    error = WorkerDied(f"its worker process {end}{twice} before it had answered")
    error.own_fault = not end.from_outside
    return _at(error, ticket, part)


def of_delay(ticket: Ticket, part: str) -> BuildError:
    """The error of a job that took too long."""
    return _at(DeadlinePassed(f"it was not done after {ticket.deadline:g} s"), ticket, part)


def without_worker(ticket: Ticket, reason: str) -> BuildError:
    """The error of a job that no worker will do."""
    return _at(WorkerDied(reason), ticket, "")


def of_message(ticket: Ticket, part: str, kind: Kind, body: bytearray, terms: Terms) -> tuple[Any, Exception | None]:
    """(answer, None) or (None, error)."""
    if kind is Kind.ANSWER:
        try:
            return pickle.loads(body), None  # noqa: S301 - from a process that this one started
        except Exception as error:  # a class that this process cannot, or must not, import
            reason = f"the answer of {ticket.job.call} cannot be read here: {type(error).__name__}: {error}"
            return None, _at(BuildFailed(reason), ticket, part)
    if kind is Kind.TOO_LARGE:
        return None, _at(TooLarge(f"it wanted more than the {terms.memory_mb} MB of memory it may"), ticket, part)
    pickled, headline, frames = pickle.loads(body)  # noqa: S301 - likewise
    try:
        told = pickle.loads(pickled)  # noqa: S301 - likewise
    except Exception:
        told = BuildFailed(headline)
        told.add_note(frames)
    return None, _at(told, ticket, part) if isinstance(told, BuildError) else told


def _at(error: BuildError, ticket: Ticket, part: str) -> BuildError:
    """`error` with its place filled in, and with everything else it carried."""
    try:
        placed = error.at(template=ticket.job.template, part=part, number=ticket.job.number)
    except TypeError:  # a subclass with a constructor of its own
        return error
    for name, value in vars(error).items():
        vars(placed).setdefault(name, value)
    return placed


