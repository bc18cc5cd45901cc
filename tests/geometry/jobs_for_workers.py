"""What the tests of the workers call in a worker, by dotted name."""

from __future__ import annotations

import collections
import ctypes
import itertools
import os
import signal
import threading
import time
from pathlib import Path

from configurator.errors import BuildFailed, InvalidChoice, LotOneError
from configurator.geometry.progress import building

remembered: list[str] = []


class OwnError(LotOneError):
    def __init__(self, word, *, twice):
        super().__init__(f"{word} {word}" if twice else word)
        self.word = word


class Unreadable(LotOneError):
    def __reduce__(self):
        return ctypes.CDLL, ("no such library",)


def add(a, b):
    return a + b


def echo(value):
    return value


def pid():
    return os.getpid()


def nap(seconds, answer=None):
    time.sleep(seconds)
    return answer


def part_then(part, then, *args):
    building("base")
    building(part)
    return globals()[then](*args)


def spin():
    while True:
        pass


def stuck_in_c():
    collections.deque(itertools.repeat(0), maxlen=0)


def segfault():
    ctypes.string_at(0)


def leave(code):
    os._exit(code)


def kill_self(number):
    os.kill(os.getpid(), number)


def killed_first(folder, times):
    """Dies by SIGKILL as often as asked; counts the tries in files."""
    tries = len(list(Path(folder).iterdir()))
    (Path(folder) / str(tries)).touch()
    if tries < times:
        os.kill(os.getpid(), signal.SIGKILL)
    return tries + 1


def kill_server(folder):
    if not list(Path(folder).iterdir()):
        (Path(folder) / "tried").touch()
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    return os.getppid()


def wrong_value():
    raise ValueError("the wall is -1 mm")


def wrong_choice():
    class Problem:
        def say(self, language):
            return f"too thin ({language})"

    problem = Problem()
    error = InvalidChoice("ring", [problem])
    error.problems = ("too thin",)
    raise error


def build_failed(part):
    raise BuildFailed("the fillet is larger than the plate", part=part)


def own_error():
    raise OwnError("hot", twice=True)


def unreadable_error():
    raise Unreadable("cannot be read elsewhere")


def leave_politely():
    raise SystemExit(3)


def not_plain():
    return threading.Lock()


def take(mb):
    """Touches nothing of it: the reservation alone must be refused."""
    return len(bytearray(mb << 20)) >> 20


def take_slowly():
    kept = []
    while True:
        kept.append([0.0] * 1000)


def keep(mb):
    remembered.append("x" * (mb << 20))
    return os.getpid()


def numbers(count):
    import numpy as np

    return np.arange(count, dtype=np.float64)


def limits_now():
    import resource

    return [resource.getrlimit(each)[0] for each in (resource.RLIMIT_CORE, resource.RLIMIT_CPU, resource.RLIMIT_DATA)]


def variable(name):
    return os.environ.get(name)


def write(words):
    print(words)


def kernel_is_loaded():
    import sys

    return "OCP" in sys.modules, len(os.listdir("/proc/self/task"))


def volume_of_box(a, b, c):
    import cadquery as cq

    building("box")
    return cq.Workplane().box(a, b, c).faces(">Z").wires().toPending().extrude(1.0).val().Volume()


def kernel_takes(count):
    from OCP.TColStd import TColStd_Array1OfReal

    return TColStd_Array1OfReal(1, count).Length()


def kernel_segfault():
    import cadquery as cq

    building("text")
    return cq.Workplane().text("x", 0, 1).val().Volume()


def mesh_without_end():
    import cadquery as cq

    building("sphere")
    cq.Workplane().sphere(10).val().tessellate(1e-6, 1e-4)
