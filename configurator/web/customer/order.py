"""The page of an order: what was ordered, how it stands, the link for the workshop."""

from __future__ import annotations

from configurator.errors import LotOneError, NotKept
from configurator.orders.configured import made_again
from configurator.product.telling import told
from configurator.web import visit
from configurator.web.frame import failed, say_here
from configurator.web.happened import identity, tell
from configurator.web.routes.packages import JOB
from configurator.web.server import current

from .configure import show


def page() -> None:
    """Draw it, for its owner only."""
    import streamlit as st

    server, owner, language = current(), visit.owner(), visit.language()
    try:
        order = server.store.order(st.query_params.get("id", ""))
    except NotKept as error:
        failed(str(error))
        return
    if order is None or order.owner != owner:
        failed(say_here("no_order"))
        return
    st.title(order.name)
    st.caption(identity(order))
    left, right = st.columns([1.4, 1], gap="large")
    try:
        product = made_again(order.configured)
    except LotOneError as error:
        failed(say_here("refused", reason=str(error)))
    else:
        with left:
            show(product, language, f"viewer-{order.id}")
        with right:
            template = type(product)
            st.html("<dl class=\"lo-choices\">" + "".join(
                f"<dt>{_html(template.label(name, language))}</dt>"
                f"<dd>{_html(told(template, name, getattr(product, name), language))}</dd>"
                for name in product.telling) + "</dl>")
    link = f"{visit.address()}/job?key={server.secret.sign(JOB, order.id)}"
    st.header(say_here("for_workshop"))
    st.write(say_here("for_workshop_told"))
    st.code(link, language=None, wrap_lines=True)
    tell(st, order)
    if any(event.kind == "asked" for event in order.events):
        with st.form("lo-answer", border=False, clear_on_submit=True):
            text = st.text_area(say_here("answer_workshop"), max_chars=2000)
            if st.form_submit_button(say_here("send")) and text.strip():
                _note(order.id, "answered", text)
                st.rerun()
    if not order.withdrawn:
        from configurator.web.pages import pages

        st.page_link(pages()["configure"], label=say_here("change_order"), query_params={"order": order.id})
    if not order.withdrawn and not order.acknowledged and st.button(say_here("withdraw"), key="lo-withdraw"):
        _note(order.id, "withdrawn", "")
        st.rerun()


def _note(order: str, kind: str, text: str) -> None:
    try:
        current().store.add_event(order, kind, "customer", text)
    except NotKept as error:
        failed(str(error))


def _html(text: str) -> str:
    from html import escape

    return escape(text)
