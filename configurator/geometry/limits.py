"""What the operating system is asked to enforce on a worker, and to tell about it. Linux."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PAGE = os.sysconf("SC_PAGE_SIZE")


def end_with(parent: int) -> None:
    """Ends this process, whatever it is doing, as soon as its parent, process `parent`, has ended.

    The kernel ties this to the parent's *thread* that started the process.
    """
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(1)


def no_core_file() -> None:
    """A crash leaves no core file behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def private_bytes() -> int:
    """Private writable memory of this process as RLIMIT_DATA counts it: reserved, touched or not. Bytes."""
    with open("/proc/self/statm", "rb", buffering=0) as statm:
        return int(statm.read().split()[5]) * _PAGE


def peak_bytes() -> int:
    """The most resident memory this process ever had, bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def cap(cpu: float, memory: int) -> None:
    """From here on, `cpu` more seconds (rounded up to whole ones) and `memory` private bytes in all.

    Beyond the first the process ends with SIGXCPU; beyond the second an allocation fails. RLIMIT_AS would count the
    kernel's mapped libraries and every reservation, RLIMIT_RSS is not enforced by Linux.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + cpu))
    _soft(resource.RLIMIT_DATA, memory)


def lift() -> None:
    """Undoes `cap`: an answer or a refusal must still be sent."""
    _soft(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
    _soft(resource.RLIMIT_DATA, resource.RLIM_INFINITY)


def _soft(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    if hard != resource.RLIM_INFINITY:
        value = hard if value == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, hard))


def proportional_bytes(pid: int) -> int | None:
    """Memory of process `pid` with shared pages counted by share (PSS), bytes; None if it has ended."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), None)
