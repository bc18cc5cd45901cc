"""What a customer keeps here, and how he gets rid of it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from configurator.errors import LotOneError, NotKept, UnknownTemplate
from configurator.orders.configured import scans_in
from configurator.orders.records import Design, Order
from configurator.product.catalogue import load_template
from configurator.web import visit
from configurator.web.frame import failed, say_here
from configurator.web.happened import state
from configurator.web.server import current

from . import scan_jobs


def page() -> None:
    """Designs, orders, and everything there is about this visitor."""
    import streamlit as st

    owner = visit.owner()
    st.title(say_here("mine"))
    try:
        store = current().store
        designs, drafts, orders = store.designs(owner), store.drafts(owner), store.orders(owner)
    except NotKept as error:
        failed(str(error))
        return
    if not (designs or drafts or orders):
        st.info(say_here("nothing_kept"))
        st.page_link(_pages()["gallery"], label=say_here("to_gallery"))
    if orders:
        st.header(say_here("orders"))
        for each in orders:
            _order(st, each)
    if designs or drafts:
        st.header(say_here("designs"))
        for one in (*drafts, *designs):
            _design(st, one, owner)
    st.header(say_here("about_you"))
    st.write(say_here("about_you_told" if visit.remembered() else "about_you_no_cookie"))
    if designs or drafts or orders:
        _forget(st, owner)


def _design(st: Any, design: Design, owner: str) -> None:
    with st.container(key=f"lo-row-{design.id}", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{_plain(design.name) or say_here('draft')}**  \n{_title(design.configured.template)} · "
                    f"{design.configured.number} · {design.changed[:10]}", width="stretch")
        query = {"d": design.id} if design.name else {"t": design.configured.template}
        st.page_link(_pages()["configure"], label=say_here("open"), query_params=query)
        if st.button(say_here("delete"), key=f"lo-delete-{design.id}"):
            try:
                current().store.delete_design(owner, design.id)
            except NotKept as error:
                failed(str(error))
            else:
                st.rerun()


def _order(st: Any, order: Order) -> None:
    with st.container(key=f"lo-row-{order.id}", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{_plain(order.name)}**  \n{_title(order.configured.template)} · {order.configured.number} · "
                    f"{order.events[0].at[:10]} · {state(order)}", width="stretch")
        st.page_link(_pages()["order"], label=say_here("open"), query_params={"id": order.id})


def _forget(st: Any, owner: str) -> None:
    with st.form("lo-forget", border=False):
        sure = st.checkbox(say_here("forget_sure"))
        if st.form_submit_button(say_here("forget")):
            if not sure:
                failed(say_here("forget_not_sure"))
                return
            try:
                scans = _scans(owner)
                for order in current().store.orders(owner):
                    current().packages.forget(order.id)
                count = current().store.forget(owner)
                for sha in scans:
                    scan_jobs.deleted(sha)
            except (NotKept, OSError) as error:
                failed(str(error))
                return
            ours = ("session ", "compare", "lo-kept", "shared", "lo-scan-")
            for key in [each for each in st.session_state if str(each).startswith(ours)]:
                del st.session_state[key]
            st.success(say_here("forgotten", count=count))


def _scans(owner: str) -> set[str]:
    """The scans that an owner's designs and orders rest on."""
    store = current().store
    configured = [each.configured for each in (*store.designs(owner), *store.drafts(owner))]
    configured += [each for order in store.orders(owner) for each in order.revisions]
    found = set()
    for each in configured:
        with suppress(UnknownTemplate):  # a template that is gone: who knows what it called a scan
            found |= {str(each.choices[name]) for name in scans_in(each)}
    return found


def _title(template: str) -> str:
    try:
        return load_template(template).heading(visit.language())
    except LotOneError:
        return template


def _plain(text: str) -> str:
    """A name of the customer's without meaning for Markdown."""
    return "".join("\\" + letter if letter in "\\`*_{}[]()#+-.!|<>~$:" else letter for letter in text)


def _pages() -> dict[str, Any]:
    from configurator.web.pages import pages

    return pages()
