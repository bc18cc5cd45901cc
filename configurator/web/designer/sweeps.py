"""Sweeps in the background of the server: one at a time, in workers of its own, so that nobody's design waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from threading import Lock, Thread
from typing import NamedTuple

from configurator.certify.outcomes import How, Outcome
from configurator.certify.plan import PAIRWISE, Plan, Planned, planned
from configurator.certify.sweep import Progress, Sweep, sweep
from configurator.errors import LotOneError
from configurator.geometry.client import Geometry, from_settings
from configurator.geometry.workers import Workers
from configurator.product.product import Product

MOST = 5000
"""Random configurations that may be asked for here; for more there is `configurator verify`."""


class Point(NamedTuple):
    """A configuration of the plan and what came of it."""

    planned: Planned
    outcome: Outcome


class Sweeping:
    """One sweep, from planning to its end. Read from any thread."""

    def __init__(self, template: type[Product], samples: int, seed: int, *, pairs: bool) -> None:
        self.template, self.samples, self.seed, self.pairs = template, samples, seed, pairs
        self.state = "planning"
        """ "planning", "running", "stopped", "done" or "broken"."""
        self.progress: Progress | None = None
        self.trouble = ""
        self.result: Sweep | None = None
        self.seconds = 0.0
        self._began = time.monotonic()
        self._points: list[Point] = []
        self._plan: dict[str, Planned] = {}
        self._stop = False
        self._workers: Workers | None = None
        self._lock = Lock()

    @property
    def runs(self) -> bool:
        """Whether it is still at it."""
        return self.state in ("planning", "running")

    @property
    def elapsed(self) -> float:
        """s since it began, or that it took."""
        return time.monotonic() - self._began if self.runs else self.seconds

    def points(self) -> list[Point]:
        """What was built by now, in the order of the plan but for what shrinking added."""
        with self._lock:
            return list(self._points)

    def ways(self) -> dict[How, list[Point]]:
        """Configurations that fail, by the way in which they do."""
        found: dict[How, list[Point]] = {}
        for point in self.points():
            for how in dict.fromkeys(fault.how for fault in point.outcome.faults):
                found.setdefault(how, []).append(point)
        return found

    def stop(self) -> None:
        """End it soon; what hangs in a worker is ended with the worker."""
        with self._lock:
            self._stop = True
            workers = self._workers
        if workers is not None:
            workers.close()

    def run(self) -> None:
        """All of it, in the thread that calls."""
        try:
            plan = self._planned()
            with self._lock:
                if self._stop:
                    raise _Stopped
                self._plan = {each.product.number: each for each in plan.configurations}
                self._workers = workers = from_settings()
            try:
                self.state = "running"
                with Geometry(workers) as geometry:
                    self.result = sweep(plan, geometry, self._told, note=self._noted)
            finally:
                workers.close()
            self._ended("done")
        except _Stopped:
            self._ended("stopped")
        except Exception as error:
            self.trouble = str(error) if isinstance(error, LotOneError) else f"{type(error).__name__}: {error}"
            self._ended("stopped" if self._stop else "broken")

    def _planned(self) -> Plan:
        plan = planned(self.template, self.samples, self.seed)
        if self.pairs:
            return plan
        kinds = {kind: count for kind, count in plan.asked.items() if kind != PAIRWISE}
        return replace(plan, configurations=tuple(each for each in plan.configurations if each.kind != PAIRWISE), asked=kinds)

    def _ended(self, state: str) -> None:
        self.seconds = time.monotonic() - self._began
        self.state = state

    def _told(self, progress: Progress) -> None:
        self._look()
        self.progress = progress

    def _noted(self, outcome: Outcome) -> None:
        self._look()
        known = self._plan.get(outcome.number)
        if known is not None:
            with self._lock:
                self._points.append(Point(known, outcome))

    def _look(self) -> None:
        if self._stop:
            raise _Stopped


class Sweeps:
    """The sweeps of this server: the last one, and whether another may begin."""

    def __init__(self, start: Callable[[Sweeping], None] | None = None) -> None:
        """`start`: how a sweep is run; None: in a thread of its own."""
        self._start = start or (lambda each: Thread(target=each.run, name="lot-one-sweep", daemon=True).start())
        self._lock = Lock()
        self.last: Sweeping | None = None

    def begin(self, template: type[Product], samples: int, seed: int, *, pairs: bool) -> Sweeping | None:
        """Begin a sweep; None while another one runs. ValueError for more samples than may be."""
        if not 0 <= samples <= MOST:
            raise ValueError(f"samples is {samples}; it must be from 0 to {MOST}")
        with self._lock:
            if self.last is not None and self.last.runs:
                return None
            self.last = found = Sweeping(template, samples, seed, pairs=pairs)
        self._start(found)
        return found

    def close(self) -> None:
        """End what runs."""
        if self.last is not None:
            self.last.stop()


class _Stopped(Exception):
    """Somebody said stop."""
