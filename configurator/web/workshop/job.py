"""A job on a tablet beside the machine: exact geometry with its characteristics, drawings, route, files, what to confirm."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from configurator.errors import LotOneError, NotKept
from configurator.exchange.archive import read_stored_zip
from configurator.orders.configured import made_again
from configurator.orders.differences import differences
from configurator.orders.records import Order
from configurator.package.inspected import FOLDER
from configurator.package.manifest import NAME, Manifest
from configurator.package.manifest import read as read_manifest
from configurator.product.parameters import Quantity
from configurator.texts import written
from configurator.web import visit
from configurator.web.customer.configure import show
from configurator.web.frame import failed, say_here
from configurator.web.happened import identity, tell
from configurator.web.planning_block import block
from configurator.web.routes.packages import JOB
from configurator.web.server import current

from .drawings import drawings
from .tables import table

_ROUTE = "process/route.json"
_COLUMNS = {"Item": "bill_item", "PartNumber": "bill_number", "Description": "bill_description", "Qty": "bill_quantity",
            "Material": "bill_material", "Condition": "bill_condition", "Treatment": "bill_treatment", "Mass_g": "bill_mass"}
"""Columns of the bill that are shown -> their heads."""


def page() -> None:
    """Draw it, for whoever has the link."""
    import streamlit as st

    token = st.query_params.get("key", "")
    word = current().secret.signed(JOB, token)
    try:
        order = current().store.order(word) if word else None
    except NotKept as error:
        failed(str(error))
        return
    if order is None:
        failed(say_here("no_job"))
        return
    language = visit.language()
    st.title(order.name)
    if order.withdrawn:
        st.warning(say_here("job_withdrawn"))
    try:
        with st.spinner(say_here("building")):
            members = read_stored_zip(current().packages.of(order))
        manifest = read_manifest(members[NAME])
    except LotOneError as error:
        failed(say_here("refused", reason=str(error)))
        return
    st.caption(identity(order))
    try:
        product = made_again(order.configured)
    except LotOneError as error:
        failed(str(error))
        product = None
    left, right = st.columns([1.2, 1], gap="large")
    with left, st.container(key="lo-job-stage"):
        if product is not None:
            show(product, language, "viewer-job", ("views", "edges", "section", "dimensions", "faces", "measure"),
                 controlled=True)
    with right:
        with st.container(key="lo-job-head", horizontal=True):
            st.link_button(say_here("whole_package"), f"/api/jobs/{token}/package.zip", type="primary")
            _acknowledge(st, order)
        if product is not None:
            block("characteristics", current().scenes.key(product), "lo-characteristics")
    _changes(st, order, manifest)
    drawings(st, members, token)
    _confirm(st, manifest, language)
    if any(name.startswith(FOLDER) for name in members):
        block("measured", "", "lo-measured", job=token)
    if product is not None:
        told = members.get(_ROUTE)
        block("route", current().scenes.key(product), "lo-route", route=None if told is None else json.loads(told))
    _bill(st, members, language)
    _files(st, manifest, token)
    _ask(st, order)
    tell(st, order)


def _acknowledge(st: Any, order: Order) -> None:
    if not order.acknowledged and not order.withdrawn and st.button(say_here("acknowledge"), key="lo-acknowledge"):
        _note(order, "acknowledged", "")
        st.rerun()


def _ask(st: Any, order: Order) -> None:
    with st.form("lo-ask-customer", border=False, clear_on_submit=True):
        text = st.text_area(say_here("ask_customer"), max_chars=2000)
        if st.form_submit_button(say_here("send")):
            if text.strip():
                _note(order, "asked", text)
                st.rerun()
            else:
                failed(say_here("nothing_written"))


def _note(order: Order, kind: str, text: str) -> None:
    try:
        current().store.add_event(order.id, kind, "workshop", text)
    except NotKept as error:
        failed(str(error))


def _confirm(st: Any, manifest: Manifest, language: str) -> None:
    if not manifest.to_be_confirmed:
        return
    st.header(say_here("to_be_confirmed"))
    rows = "".join(f'<tr><th scope=row title="{escape(each.name)}">{escape(_called(each.name))}</th>'
                   f"<td>{escape(each.option)}</td><td>{escape(_figure(each.value, each.unit, language))}</td>"
                   f"<td>{escape(each.grade)}</td>"
                   f"<td>{escape(each.source)}</td></tr>" for each in manifest.to_be_confirmed)
    heads = "".join(f"<th scope=col>{escape(say_here(key))}</th>" for key in ("what", "option", "value", "grade", "source"))
    table(st, say_here("to_be_confirmed"), heads, rows)


def _called(name: str) -> str:
    """The name of a number as a person reads it: "figures.axial_gap" is "Axial gap"."""
    return name.rpartition(".")[2].replace("_", " ").capitalize()


def _figure(value: object, unit: str, language: str) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return f"{value} {unit}".strip()
    return written(Quantity(value, unit), language).replace("-", "\N{MINUS SIGN}")


def _changes(st: Any, order: Order, manifest: Manifest) -> None:
    if len(order.revisions) < 2:
        return
    st.header(say_here("changed_since", version=len(order.revisions) - 1))
    try:
        before = read_manifest(read_stored_zip(current().packages.of(order, len(order.revisions) - 1))[NAME])
    except LotOneError as error:
        failed(str(error))
        return
    found = differences(before, manifest)
    st.markdown("\n".join(
        [f"- {name}: {was} → {now}" for name, was, now in found.choices]
        + [f"- {say_here(key)}: {', '.join(names)}" for key, names in (
            ("part_changed", found.changed), ("part_added", found.added), ("part_removed", found.removed),
            ("part_same", found.same)) if names]))


def _bill(st: Any, members: dict[str, bytes], language: str) -> None:
    st.header(say_here("bill"))
    rows = json.loads(members["bom/bom.json"])
    shown = [name for name in _COLUMNS if any(row.get(name) not in ("", None) for row in rows)]
    body = "".join("<tr>" + "".join(f"<td>{escape(_cell(row.get(name), language))}</td>" for name in shown) + "</tr>"
                   for row in rows)
    heads = "".join(f"<th scope=col>{escape(say_here(_COLUMNS[name]))}</th>" for name in shown)
    table(st, say_here("bill"), heads, body)


def _cell(value: Any, language: str) -> str:
    return "" if value is None else written(value, language) if isinstance(value, float) else str(value)


def _files(st: Any, manifest: Manifest, token: str) -> None:
    st.header(say_here("single_files"))
    base = f"/api/jobs/{token}/files/"
    rows = "".join(f'<tr><th scope=row><a href="{base}{escape(each.path)}" download>{escape(each.path)}</a></th>'
                   f"<td>{each.size / 1000:.1f} kB</td><td><code>{each.sha256}</code></td></tr>" for each in manifest.files)
    heads = "".join(f"<th scope=col>{escape(each)}</th>" for each in (say_here("file"), say_here("size"), "SHA-256"))
    table(st, say_here("single_files"), heads, rows)
