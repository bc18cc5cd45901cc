"""What a customer can change so that a finding goes: the nearest change of one parameter, tried in closed form.

What a characteristic says is worked out for every value that is tried. For what only the solid shows, a quantity of the
template that has the measured value is taken for it; where none has, parameters are moved by what is lacking. Such a change
is believed only once the changed solid was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil, isfinite

from configurator.errors import LotOneError
from configurator.geometry.client import Geometry
from configurator.geometry.probed import start_probes
from configurator.product.answers import Change
from configurator.product.measured import Finding
from configurator.product.parameters import Number
from configurator.product.product import Product
from configurator.product.quantities import quantities
from configurator.product.telling import told_change
from configurator.texts import say

from . import closed_form
from .findings import MOST, RATIOS
from .makeability import horizons, of_part
from .rule_packs import Pack

_STEPS = 60
"""Steps of a parameter's grid that are tried to either side."""
_TRIED = 3
"""Quantities that are tried for what only the solid shows."""
_MOVED = 10
"""Solids that are looked at for one finding where no quantity has the measured value."""
_SAME = 1e-4


def with_ways(geometry: Geometry | None, product: Product, known: Mapping[str, Pack], found: Sequence[Finding],
              language: str = "en") -> list[Finding]:
    """The findings, with what to change of the parameters where that can be told. Without `geometry` what only the solid
    shows keeps its advice for the part."""
    looked = None if geometry is None else _Looked(geometry, product, known)
    return [_with_way(looked, product, known, each, language) for each in found]


class _Looked:
    """Solids of changed configurations, each looked at once for all findings."""

    def __init__(self, geometry: Geometry, product: Product, known: Mapping[str, Pack]) -> None:
        self._geometry, self._product, self._known = geometry, product, known
        self._codes: dict[tuple[str, str, object], frozenset[str] | None] = {}
        self.quantities = quantities(type(product))

    def goes(self, part: str, code: str, change: Change) -> bool:
        """Whether the solid of the changed configuration has no finding of that code on that part any more."""
        key = (part, change.name, change.after)
        if key not in self._codes:
            self._codes[key] = self._look(part, change)
        codes = self._codes[key]
        return codes is not None and code not in codes

    def _look(self, part: str, change: Change) -> frozenset[str] | None:
        """None where the part cannot be built or judged."""
        try:
            changed = self._product.model_copy(update={change.name: change.after})
            ask = {name: each for name, each in horizons(changed, self._known).items() if name == part}
            probes = [future.result() for future in start_probes(self._geometry, changed, ask)]
            # only what is declared is looked up among the rows, and to have them all parts are built
            rows = {answer.name: answer.faces for answer in self._geometry.build(changed, mesh=False)
                    } if changed.controlled(part) else {part: ()}
        except LotOneError:
            return None
        found = [each.code for probe in probes
                 for each in of_part(changed, part, self._known[changed.process_of(part)], probe, rows[part])]
        return frozenset(found) if probes else None


def _with_way(looked: _Looked | None, product: Product, known: Mapping[str, Pack], found: Finding, language: str) -> Finding:
    part = found.extra.get("part", "")
    if found.severity == "note" or found.measured is None or found.limit is None or part not in product.parts:
        return found
    change = _declared_way(product, part, known[product.process_of(part)], found)
    if change is None and looked is not None and found.code not in RATIOS and found.code != "CLOSED_FORM_DIFFERS":
        change = _measured_way(looked, product, part, found) or _moved_way(looked, product, part, found)
    if change is None:
        return found
    return replace(found, suggestion=say("makeability.change", language, change=change.sentences[language]),
                   extra={**found.extra, "change": f"{change.name}={change.after}"})


def _declared_way(product: Product, part: str, pack: Pack, found: Finding) -> Change | None:
    """Of what a characteristic or the template itself declares."""
    name = found.extra.get("name", "")

    def kept(trial: Product) -> bool:
        rows = [each for each in closed_form.declared(trial, part, pack) if (each.code, each.name) == (found.code, name)]
        return bool(rows) and all(each.kept for each in rows)

    return next(_changes(product, kept), None) if name and found.code != "CLOSED_FORM_DIFFERS" else None


def _measured_way(looked: _Looked, product: Product, part: str, found: Finding) -> Change | None:
    """Of what only the solid shows, by a quantity that has the measured value."""
    measured, limit = found.measured, found.limit
    assert measured is not None
    assert limit is not None
    tried: set[tuple[str, object]] = set()
    for name in looked.quantities:
        if not _is(getattr(product, name), measured):
            continue

        def kept(trial: Product, name: str = name) -> bool:
            value = float(getattr(trial, name))
            return value <= limit + 1e-9 if found.code in MOST else value >= limit - 1e-9

        for change in _changes(product, kept):
            if (change.name, change.after) in tried:
                continue
            if len(tried) >= _TRIED:
                return None
            tried.add((change.name, change.after))
            if looked.goes(part, found.code, change):
                return change
    return None


def _moved_way(looked: _Looked, product: Product, part: str, found: Finding) -> Change | None:
    """Of what only the solid shows: each length is moved by once or twice what is lacking, fewest steps first."""
    assert found.measured is not None
    assert found.limit is not None
    lacking, ways = abs(found.limit - found.measured), list[tuple[int, int, str, float]]()
    for place, (name, parameter) in enumerate(product.parameters.items()):
        if isinstance(parameter, Number) and parameter.unit == "mm":
            here, last = parameter.grid.nearest(getattr(product, name)), len(parameter.grid) - 1
            step = abs(parameter.at(last) - parameter.at(0)) / max(last, 1)
            for many in {max(1, ceil(times * lacking / step - 1e-9)) for times in (1, 2)} if step > 0 else ():
                ways += [(many, place, name, parameter.at(index)) for index in (here + many, here - many) if 0 <= index <= last]
    count = 0
    for _, _, name, value in sorted(ways, key=lambda way: way[:2]):
        if count >= _MOVED:
            break
        if _holds(product, name, value, lambda trial: True):
            count += 1
            change = told_change(type(product), name, getattr(product, name), value)
            if looked.goes(part, found.code, change):
                return change
    return None


def _is(value: object, measured: float) -> bool:
    return isinstance(value, (int, float)) and isfinite(value) and abs(float(value) - measured) < _SAME


def _changes(product: Product, kept: Callable[[Product], bool]) -> Iterator[Change]:
    """For each parameter the nearest value with which all is kept and no rule broken; fewest steps first."""
    ways: list[tuple[int, int, str, object]] = []
    for place, (name, parameter) in enumerate(product.parameters.items()):
        if not isinstance(parameter, Number):
            continue
        now = getattr(product, name)
        here = parameter.grid.nearest(now)
        for steps in range(1, _STEPS + 1):
            found = next((value for index in (here - steps, here + steps) if 0 <= index < len(parameter.grid)
                          for value in [parameter.at(index)] if _holds(product, name, value, kept)), None)
            if found is not None:
                ways.append((steps, place, name, found))
                break
    for _, _, name, value in sorted(ways, key=lambda way: way[:2]):
        yield told_change(type(product), name, getattr(product, name), value)


def _holds(product: Product, name: str, value: object, kept: Callable[[Product], bool]) -> bool:
    try:
        return kept(product.model_copy(update={name: value}))
    except LotOneError:  # a rule is broken, or nothing is declared there
        return False
