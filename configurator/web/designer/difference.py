"""What is another in one configuration than in another: choices, parts, volumes, masses, the bill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any, NamedTuple

from configurator.errors import LotOneError
from configurator.making.bill import mass, rows
from configurator.product.product import Product
from configurator.product.telling import told
from configurator.web import visit
from configurator.web.frame import failed
from configurator.web.server import current

from . import choices
from .access import for_designers
from .builds import Record, built
from .frame import begin, chosen, figure, mark, say_here, section, show_fault, table
from .kept import all_kept
from .watching import watch

_BILL = {"Description": "line_description", "Qty": "line_quantity", "Material": "line_material", "Condition": "line_condition",
         "Treatment": "line_treatment", "Mass_g": "line_mass"}
_STATES = {"same": ("difference_same", ""), "moved": ("difference_moved", "tight"), "changed": ("difference_changed", "tight"),
           "added": ("difference_added", "tight"), "removed": ("difference_removed", "bad")}


class PartDifference(NamedTuple):
    """A part in both configurations; None where it is not in one of them. mm3, g of one piece."""

    name: str
    state: str
    """ "same", "moved" (the same shape, other places), "changed", "added" or "removed"."""
    volumes: tuple[float | None, float | None]
    masses: tuple[float | None, float | None]
    pieces: tuple[int, int]


@for_designers
def page() -> None:
    """Draw it."""
    import streamlit as st

    found = chosen(begin("difference"))
    if found is None:
        return
    watch([found])
    if found.fault is not None:
        show_fault(found.fault, say_here("cannot_load_now" if found.template else "cannot_load", name=found.folder.name))
    if found.template is None:
        return
    st.write(say_here("difference_told"))
    there = dict(_there(found.template))
    labels = list(there)
    left, right = st.columns(2)
    one = left.selectbox(say_here("before"), labels, index=0, key=f"lo-d-one-{found.template.template}")
    two = right.selectbox(say_here("after"), labels, index=len(labels) - 1, key=f"lo-d-two-{found.template.template}")
    try:
        with st.spinner(say_here("building")):
            before, after = there[one](), there[two]()
    except LotOneError as error:
        failed(str(error))
        return
    _show(st, before, after)


def _there(template: type[Product]) -> Iterator[tuple[str, Callable[[], Record]]]:
    """What can be compared, and how its record is had."""
    yield say_here("defaults"), lambda: _built(template.space.complete())
    for record in all_kept():
        product = record.product
        if product.home == template.home:
            former = product.fingerprint != template.fingerprint
            state = f", {say_here('former', state=product.fingerprint[:6])}" if former else ""
            yield f"{product.number}{state}", lambda record=record: record  # type: ignore[misc]
    try:
        product = template(**choices.of(template))
    except LotOneError:
        return
    yield say_here("in_sandbox", number=product.number), lambda: _built(product)


def _built(product: Product) -> Record:
    return built(current().geometry, product)


def part_differences(before: Record, after: Record) -> list[PartDifference]:
    """Of every part of either, in the order of the second one's template."""
    found = []
    for name in dict.fromkeys((*after.product.parts, *before.product.parts)):
        one, two = (each.measured.get(name) for each in (before, after))
        if one is None and two is None:
            continue
        places = [each.product.parts[name].placements(each.product) if name in each.measured else ()
                  for each in (before, after)]
        state = ("added" if one is None else "removed" if two is None else
                 "changed" if before.keys[name] != after.keys[name] and one != two else
                 "same" if list(places[0]) == list(places[1]) else "moved")
        found.append(PartDifference(
            name, state, (one.volume if one else None, two.volume if two else None),
            (mass(before.product, name, one) if one else None, mass(after.product, name, two) if two else None),
            (len(places[0]), len(places[1]))))
    return found


def _show(st: Any, before: Record, after: Record) -> None:
    language = visit.language()
    heads = [before.product.number, after.product.number]
    section(say_here("parameters"))
    changed = _choices(before.product, after.product, language)
    if changed:
        table(say_here("parameters"), [say_here("parameter"), *heads], changed)
    else:
        st.write(say_here("no_difference"))
    section(say_here("parts"))
    table(say_here("parts"), [say_here(key) for key in ("part", "state", "volume", "change", "mass", "change")], [
        (f"{escape(_label(each.name, before, after, language))} <code>{escape(each.name)}</code>", _state(each.state),
         _pair(each.volumes), _change(each.volumes), _pair(each.masses), _change(each.masses))
        for each in part_differences(before, after)], (2, 3, 4, 5))
    section(say_here("bill"))
    lines = list(_bill(before, after, language))
    if lines:
        table(say_here("bill"), [say_here(key) for key in ("line", "what", *("before", "after"))], lines)
    else:
        st.write(say_here("no_difference"))


def _choices(one: Product, two: Product, language: str) -> list[tuple[str, ...]]:
    found = []
    for name in dict.fromkeys((*two.parameters, *one.parameters)):
        cells = [told(type(each), name, getattr(each, name), language) if name in each.parameters else "–"
                 for each in (one, two)]
        if cells[0] != cells[1]:
            owner = type(two) if name in two.parameters else type(one)
            found.append((f"{escape(owner.label(name, language))} <code>{name}</code>", *map(escape, cells)))
    return found


def _label(name: str, before: Record, after: Record, language: str) -> str:
    product = after.product if name in after.product.parts else before.product
    return product.part_label(name, language)


def _state(state: str) -> str:
    key, kind = _STATES[state]
    return mark(say_here(key), kind)


def _pair(values: tuple[float | None, float | None]) -> str:
    one, two = (figure(each) for each in values)
    return one if one == two else f"{one} → {two}"


def _change(values: tuple[float | None, float | None]) -> str:
    one, two = values
    if one is None or two is None or not one or one == two:
        return "–"
    share = 100 * (two - one) / one
    return f"{'+' if share > 0 else '−'}{figure(abs(share), 2)} %"


def _bill(before: Record, after: Record, language: str) -> Iterator[tuple[str, ...]]:
    """Cells of the bill that are others, line by line."""
    one, two = ({_line(row, each.product): row for row in rows(each.product, each.measured, {}, language)}
                for each in (before, after))
    for line in dict.fromkeys((*two, *one)):
        for column, said in _BILL.items():
            a, b = (table_.get(line, {}).get(column) for table_ in (one, two))
            if a != b:
                yield escape(line), escape(say_here(said)), _cell(a), _cell(b)


def _line(row: dict[str, Any], product: Product) -> str:
    """What stays the same about a line: a made part's place in its template, a bought item's order number."""
    number = str(row["PartNumber"])
    return number.removeprefix(product.number) or say_here("whole") if row["MakeBuy"] == "make" else number


def _cell(value: Any) -> str:
    return "–" if value in (None, "") else figure(value) if isinstance(value, float) else escape(str(value))
