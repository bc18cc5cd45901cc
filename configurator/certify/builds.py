"""Configurations built in workers and inspected: parts sound, as expected and clear of each other; an order that is whole."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass

from configurator.errors import BuildError
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.geometry.requests import Overlap
from configurator.making.clearance import CLEAR, INTERFACE, clearance
from configurator.product.measured import Finding
from configurator.product.product import Product

from .outcomes import Fault, Outcome

_AHEAD = 8
_FOLDERS = re.compile(r"/(?:[^/\s:]+/)*([^/\s:]+/[^/\s:]+\.py\b)")
INSPECTIONS = (
    "the order can be written: a bill of materials with every part and every bought item",
    "each part is one closed, sound solid, meshed with a volume within 0.1 % of the exact one",
    "each part measures what its template expects in closed form, within the tolerances that the template states",
    f"no two parts have more in common than {CLEAR:g} of the smaller one, but for declared interfaces, which overlap by the "
    f"declared volume within {INTERFACE:.0%}",
)
"""What is looked at in every configuration."""
Note = Callable[[Outcome], None]


@dataclass(frozen=True)
class _Running:
    product: Product
    parts: list[Future[list[PartAnswer]]]
    overlaps: Future[list[Overlap]]


class Builds:
    """Builds configurations, each once. What is known already, by number, is not built again."""

    def __init__(self, geometry: Geometry, known: Mapping[str, Outcome] | None = None,
                 note: Note = lambda outcome: None) -> None:
        """`note` is called with each outcome that was not known."""
        self.known = dict(known or {})
        self._geometry, self._note = geometry, note

    def one(self, product: Product) -> Outcome:
        """The outcome of one configuration."""
        return next(self.all([product]))

    def all(self, products: Iterable[Product]) -> Iterator[Outcome]:
        """The outcomes in the order of the configurations; some are built ahead."""
        running: deque[Outcome | _Running] = deque()
        for product in products:
            running.append(self.known.get(product.number) or self._started(product))
            while len(running) >= _AHEAD or (running and isinstance(running[0], Outcome)):
                yield self._ended(running.popleft())
        while running:
            yield self._ended(running.popleft())

    def _started(self, product: Product) -> Outcome | _Running:
        try:
            product.bill_of_materials()
            parts = self._geometry.start(product, compared=True)
            return _Running(product, parts, self._geometry.overlaps(product, parts))
        except Exception as error:  # the template's own code: whatever it raises, this configuration is not made
            return Outcome(product.number, product.choices, (_fault(error),))

    def _ended(self, running: Outcome | _Running) -> Outcome:
        outcome = running if isinstance(running, Outcome) else _inspected(running)
        if outcome.number not in self.known:
            self.known[outcome.number] = outcome
            self._note(outcome)
        return outcome


def _inspected(running: _Running) -> Outcome:
    product, answers, faults = running.product, list[PartAnswer](), list[Fault]()
    for future in running.parts:
        try:
            answers += future.result()
        except Exception as error:  # likewise
            faults.append(_fault(error))
    if not faults:
        try:
            faults += [_overlap(product, each) for each in clearance(product, running.overlaps.result())]
        except Exception as error:  # likewise
            faults.append(_fault(error))
    made = sum(answer.made for answer in answers)
    return Outcome(product.number, product.choices, tuple(dict.fromkeys(faults)), sum(answer.seconds for answer in answers),
                   made, len(answers) - made)


def _fault(error: Exception) -> Fault:
    """Without the folders in which this machine has its files: a certificate is the same everywhere."""
    part, said = (error.part, error.reason) if isinstance(error, BuildError) else ("", str(error))
    return Fault(type(error).__name__, part, _FOLDERS.sub(r"\1", said))


def _overlap(product: Product, finding: Finding) -> Fault:
    """Part numbers go with the configuration; names are the same in all of them."""
    names = {product.part_number(name): name for name in product.parts}
    place = " / ".join(names.get(each, each) for each in finding.place.split(" / "))
    return Fault(finding.code, place, f"{finding.sentence}: {finding.measured:.6g} mm3 against {finding.limit:.6g} mm3")
