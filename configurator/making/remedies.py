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
from .makeability import horizon, made_parts, of_part
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
    return [_with_way(geometry, product, known, each, language) for each in found]


def _with_way(geometry: Geometry | None, product: Product, known: Mapping[str, Pack], found: Finding, language: str) -> Finding:
    part = found.extra.get("part", "")
    if found.severity == "note" or found.measured is None or found.limit is None or part not in product.parts:
        return found
    pack = known[product.process_of(part)]
    change = _declared_way(product, part, pack, found)
    if change is None and geometry is not None and found.code not in RATIOS and found.code != "CLOSED_FORM_DIFFERS":
        change = _measured_way(geometry, product, part, known, found) or _moved_way(geometry, product, part, known, found)
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


def _measured_way(geometry: Geometry, product: Product, part: str, known: Mapping[str, Pack], found: Finding) -> Change | None:
    """Of what only the solid shows, by a quantity that has the measured value."""
    measured, limit = found.measured, found.limit
    assert measured is not None
    assert limit is not None
    alike = [name for name in quantities(type(product)) if _is(getattr(product, name), measured)]
    tried: set[str] = set()
    for name in alike:

        def kept(trial: Product, name: str = name) -> bool:
            value = float(getattr(trial, name))
            return value <= limit + 1e-9 if found.code in MOST else value >= limit - 1e-9

        for change in _changes(product, kept):
            word = f"{change.name}={change.after}"
            if word in tried:
                continue
            if len(tried) >= _TRIED:
                return None
            tried.add(word)
            if _goes(geometry, product, part, known, found, change):
                return change
    return None


def _moved_way(geometry: Geometry, product: Product, part: str, known: Mapping[str, Pack], found: Finding) -> Change | None:
    """Of what only the solid shows: each parameter is moved by once or twice what is lacking, fewest steps first."""
    assert found.measured is not None
    assert found.limit is not None
    lacking, ways = abs(found.limit - found.measured), list[tuple[int, int, str, float]]()
    for place, (name, parameter) in enumerate(product.parameters.items()):
        if isinstance(parameter, Number) and parameter.unit == "mm":
            here, last = parameter.grid.nearest(getattr(product, name)), len(parameter.grid) - 1
            step = abs(parameter.at(last) - parameter.at(0)) / max(last, 1)
            for many in {max(1, ceil(times * lacking / step - 1e-9)) for times in (1, 2)} if step > 0 else ():
                ways += [(many, place, name, parameter.at(index)) for index in (here + many, here - many) if 0 <= index <= last]
    looked = 0
    for _, _, name, value in sorted(ways, key=lambda way: way[:2]):
        if looked >= _MOVED:
            break
        if _holds(product, name, value, lambda trial: True):
            looked += 1
            change = told_change(type(product), name, getattr(product, name), value)
            if _goes(geometry, product, part, known, found, change):
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


def _goes(geometry: Geometry, product: Product, part: str, known: Mapping[str, Pack], found: Finding, change: Change) -> bool:
    """Whether the solid of the changed configuration has no such finding on that part any more."""
    changed = product.model_copy(update={change.name: change.after})
    if part not in made_parts(changed) or changed.process_of(part) not in known:
        return False
    pack = known[changed.process_of(part)]
    try:
        (future,) = start_probes(geometry, changed, {part: horizon(changed, part, pack)})
        probe = future.result()
    except LotOneError:
        return False
    rows = next(answer.faces for answer in geometry.build(changed, mesh=False) if answer.name == part)
    return not any(each.code == found.code for each in of_part(changed, part, pack, probe, rows))
