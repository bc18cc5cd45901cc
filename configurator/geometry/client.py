"""Geometry as the rest of the program sees it: a configuration goes in, plain answers come out, errors name the part."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from importlib import import_module
from threading import Lock
from types import TracebackType
from typing import Any

from configurator import settings
from configurator.errors import BuildError, DeadlinePassed, LotOneError, TooLarge, WorkerDied
from configurator.product.product import Product

from .answers import PartAnswer
from .answers_step import StepRead
from .chains import gathered, then
from .neighbours import Placed, evident, meetings, shared_out, summed
from .requests import DEFLECTION, BuildRequest, Meeting, Overlap
from .views import View, ViewRequest
from .workers import Job, Workers

_BUILD = "configurator.geometry.kernel.build"
_STEP = "configurator.geometry.kernel.step"
_FAILURES = 512
_VOLUMES = 4096
_FEW = 6
"""Meetings that one worker looks at sooner alone than with another one that first has to get their parts."""


class Geometry:
    """Builds configurations in worker processes, or in this process for a debugger.

    Safe to use from several threads. What kills or hangs a worker is remembered: the next one who asks is told at once.
    """

    def __init__(self, workers: Workers | None = None, *, in_process: bool = False) -> None:
        """`workers`: a pool to share; None: one of its own, as the settings say. `in_process`: no workers at all."""
        self._own = workers is None and not in_process
        self._workers = None if in_process else workers or from_settings()
        self._count = settings.number("CONFIGURATOR_WORKERS", least=1)
        self._failures: OrderedDict[tuple[str, str, str], BuildError] = OrderedDict()
        self._volumes: OrderedDict[Meeting, float] = OrderedDict()
        self._lock = Lock()

    def build(self, product: Product, *, mesh: bool = True, step: bool = False,
              deflection: float = DEFLECTION) -> list[PartAnswer]:
        """Every part that has a place in this configuration, in the order of the template. BuildError if one fails."""
        futures = self.start(product, mesh=mesh, step=step, deflection=deflection)
        return [answer for future in futures for answer in future.result()]

    def start(self, product: Product, *, mesh: bool = True, step: bool = False, deflection: float = DEFLECTION,
              compared: bool = False) -> list[Future[list[PartAnswer]]]:
        """The same without waiting: one future a part, so that idle workers share the parts of a product.

        `compared`: whether `overlaps` comes next. Its answer is the same without; it then looks at more pairs.
        """
        return [self._submit("build", product, BuildRequest.of(product, (name,), mesh=mesh, step=step,
                                                               deflection=deflection, compared=compared))
                for name in placed(product)]

    def overlaps(self, product: Product, after: Sequence[Future[list[PartAnswer]]] = ()) -> Future[list[Overlap]]:
        """Common volumes of all parts that are placed. Empty for a product of one piece.

        `after`: what `start` gave for this product, so that no part is asked for twice. Workers share the pairs.
        """
        done: Future[list[Overlap]] = Future()
        pieces = sum(len(product.parts[name].placements(product)) for name in placed(product))
        if pieces < 2:
            done.set_result([])
            return done
        if self._workers is None:
            return self._submit("overlaps", product, BuildRequest.of(product, tuple(placed(product))))
        built = gathered(after or self.start(product, mesh=False, compared=True))
        then(built, done, lambda answers: self._compare(product, [each for part in answers for each in part], done))
        return done

    def _compare(self, product: Product, answers: Sequence[PartAnswer], done: Future[list[Overlap]]) -> None:
        parts = [Placed(each.name, each.key, each.measured, product.parts[each.name].placements(product), each.meridian)
                 for each in answers]
        found = meetings(parts)
        known = self._known(parts, found)
        unknown = [each for each in found if each not in known]
        costs = {each.name: each.measured.faces for each in answers}
        jobs = shared_out(unknown, costs, self._count if len(unknown) > _FEW else 1)
        names = [dict.fromkeys(name for each in job for name in (each.first, each.second)) for job in jobs]
        # the dearest part first: the worker that has it need not make it
        requests = [BuildRequest.of(product, tuple(sorted(each, key=lambda name: -costs[name]))) for each in names]
        volumes = gathered([self._submit("shared_volumes", product, request, job)
                            for request, job in zip(requests, jobs, strict=True)])

        def end(sums: list[list[float]]) -> None:
            for job, row in zip(jobs, sums, strict=True):
                known.update(zip(job, row, strict=True))
            self._note(known)
            done.set_result(summed(parts, found, known))

        then(volumes, done, end)

    def _known(self, parts: Sequence[Placed], found: Iterable[Meeting]) -> dict[Meeting, float]:
        """What was found out before, and what is evident."""
        with self._lock:
            known = {each: self._volumes[each] for each in found if each in self._volumes}
        return known | evident(parts, [each for each in found if each not in known])

    def _note(self, volumes: Mapping[Meeting, float]) -> None:
        with self._lock:
            for meeting, volume in volumes.items():
                self._volumes[meeting] = volume
                self._volumes.move_to_end(meeting)
            while len(self._volumes) > _VOLUMES:
                self._volumes.popitem(last=False)

    def views(self, product: Product, part: str, wanted: Sequence[ViewRequest]) -> Future[list[View]]:
        """Views and sections of a part for its drawing, in the order asked for; see `geometry.views` for frame and units."""
        return self._submit("views", product, BuildRequest.of(product, (part,)), tuple(wanted))

    def reread(self, steps: Sequence[bytes]) -> list[list[StepRead]]:
        """STEP files as the kernel reads them back, each with its products."""
        futures = [self.call(Job(f"{_STEP}:reread", (data,))) for data in steps]
        return [future.result() for future in futures]

    def call(self, job: Job) -> Future[Any]:
        """Have a job done by a worker, or at once where there are none; its result raises what the job raised."""
        if self._workers is not None:
            return self._workers.submit(job)
        import_module(_BUILD).stay_in_memory()
        module, _, name = job.call.partition(":")
        future: Future[Any] = Future()
        try:
            future.set_result(getattr(import_module(module), name)(*job.args))
        except LotOneError as error:
            future.set_exception(error)
        return future

    def forget(self) -> None:
        """Empty the memo of shapes in memory, in every worker (for measuring cold builds)."""
        self._volumes.clear()
        if self._workers is None:
            import_module(_BUILD).stay_in_memory()
            import_module(_BUILD).forget()
        else:
            self._workers.close()
            self._workers = from_settings()

    def close(self) -> None:
        """End the workers, if they are this object's own."""
        if self._own and self._workers is not None:
            self._workers.close()

    def ready(self) -> None:
        """Wait until the workers are warm."""
        if self._workers is not None:
            self._workers.ready()

    @property
    def workers(self) -> Workers | None:
        """The pool, None in-process."""
        return self._workers

    def _submit(self, function: str, product: Product, request: BuildRequest, *more: Any) -> Future[Any]:
        key = (request.fingerprint, product.number, f"{function} {request.parts} {more}")
        with self._lock:
            known = self._failures.get(key)
        if known is not None:
            failed: Future[Any] = Future()
            failed.set_exception(type(known)(known.reason, template=known.template, part=known.part, number=known.number))
            return failed
        likes = f"{product.template} {request.parts[0]}" if request.parts else product.template
        future = self.call(Job(f"{_BUILD}:{function}", (request, *more), template=product.template, number=product.number,
                                likes=likes))
        future.add_done_callback(lambda done: self._remember(key, done))
        return future

    def _remember(self, key: tuple[str, str, str], done: Future[Any]) -> None:
        """Deaths by the job's own fault happen again; a worker that somebody killed says nothing about the job."""
        error = None if done.cancelled() else done.exception()
        if isinstance(error, (DeadlinePassed, TooLarge)) or (isinstance(error, WorkerDied) and error.own_fault):
            with self._lock:
                self._failures[key] = error
                while len(self._failures) > _FAILURES:
                    self._failures.popitem(last=False)

    def __enter__(self) -> Geometry:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()


def placed(product: Product) -> list[str]:
    """Names of the parts that have a place in this configuration."""
    return [name for name, part in product.parts.items() if part.placements(product)]


def from_settings() -> Workers:
    """A pool as the environment says; it starts with its first job."""
    return Workers(settings.number("CONFIGURATOR_WORKERS", least=1),
                   deadline=settings.number("CONFIGURATOR_DEADLINE", least=1),
                   memory_mb=settings.number("CONFIGURATOR_MEMORY_MB", least=1),
                   queue=settings.number("CONFIGURATOR_QUEUE", least=1))
