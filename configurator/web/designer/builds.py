"""A configuration being built for a designer: what is known of each part by now, and the record of it when all are there."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path

from configurator.errors import LotOneError
from configurator.geometry.answers import PartAnswer, StepRow
from configurator.geometry.client import Geometry, placed
from configurator.geometry.requests import Overlap
from configurator.making.clearance import clearance
from configurator.product.measured import Finding, Measured
from configurator.product.product import Product

from .faults import Fault, fault_of


@dataclass(frozen=True)
class Record:
    """A configuration as it was built: enough to be shown and compared after its template was edited."""

    product: Product
    keys: Mapping[str, str]
    """Part -> name of its shape; equal names, equal geometry."""
    measured: Mapping[str, Measured]


@dataclass(frozen=True)
class PartRow:
    """One part, as far as it is."""

    name: str
    state: str
    """ "building", "good" or "failed"."""
    measured: Measured | None = None
    seconds: float = 0.0
    """CPU time in the worker, inspection and meshing included."""
    made: bool = False
    reads: tuple[str, ...] = ()
    steps: tuple[StepRow, ...] = ()
    fault: Fault | None = None


class Building:
    """Parts of one configuration in the workers."""

    def __init__(self, geometry: Geometry, product: Product, *, mesh: bool = True) -> None:
        """Starts it. What cannot even be asked for counts as a failure of its part."""
        self.product = product
        self._geometry = geometry
        self._futures: dict[str, Future[list[PartAnswer]]] = {}
        self._overlaps: Future[list[Overlap]] | None = None
        self._whole: Fault | None = None
        self._met: dict[str, Fault] = {}
        try:
            self._futures = dict(zip(placed(product), geometry.start(product, mesh=mesh, compared=True), strict=True))
        except Exception as error:
            self._whole = self._fault(error)

    @property
    def done(self) -> bool:
        """Whether nothing more is to come."""
        return all(each.done() for each in self._futures.values())

    def wait(self, seconds: float) -> None:
        """Wait a while for what may be quick."""
        wait(self._futures.values(), seconds)

    def rows(self) -> list[PartRow]:
        """What is known of each part."""
        return [self._row(name, future) for name, future in self._futures.items()]

    def faults(self) -> list[tuple[str, Fault]]:
        """(part, what went wrong); an empty part for the product as a whole."""
        whole = [] if self._whole is None else [("", self._whole)]
        return [*whole, *((row.name, row.fault) for row in self.rows() if row.fault is not None)]

    def answers(self) -> list[PartAnswer] | None:
        """All of them, or None if one is missing or failed."""
        if not self.done or self.faults() or not self._futures:
            return None
        return [answer for future in self._futures.values() for answer in future.result()]

    def record(self) -> Record | None:
        """What is kept of it, when all is good."""
        answers = self.answers()
        return None if answers is None else Record(self.product, {each.name: each.key for each in answers},
                                                   {each.name: each.measured for each in answers})

    def compare(self) -> None:
        """Begin to look for overlaps."""
        if self._overlaps is None:
            self._overlaps = self._geometry.overlaps(self.product, list(self._futures.values()))

    @property
    def compared(self) -> bool | None:
        """Whether overlaps have been looked for; None before anybody asked."""
        return None if self._overlaps is None else self._overlaps.done()

    def findings(self) -> list[Finding] | Fault:
        """What was found, or why nothing could be; only when `compared`."""
        assert self._overlaps is not None
        try:
            return clearance(self.product, self._overlaps.result(0))
        except Exception as error:
            return self._fault(error)

    def _row(self, name: str, future: Future[list[PartAnswer]]) -> PartRow:
        if not future.done():
            return PartRow(name, "building")
        try:
            answer = next(each for each in future.result() if each.name == name)
        except Exception as error:
            # with the lines as they were: the file may be edited while this is still shown
            return PartRow(name, "failed", fault=self._met.get(name) or self._met.setdefault(name, self._fault(error, name)))
        return PartRow(name, "good", answer.measured, answer.seconds, answer.made, answer.reads, answer.steps)

    def _fault(self, error: Exception, part: str = "") -> Fault:
        return fault_of(error, self.product.home or Path(), type(self.product), part)


def built(geometry: Geometry, product: Product) -> Record:
    """A record, waited for. LotOneError if it cannot be built."""
    building = Building(geometry, product, mesh=False)
    building.wait(600)
    record = building.record()
    if record is None:
        raise LotOneError("; ".join(fault.message for _, fault in building.faults()))
    return record
