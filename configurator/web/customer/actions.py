"""What can be done with a design: keep it, pass it on, compare it, take its files, print it, order it."""

from __future__ import annotations

from typing import Any

from configurator.errors import NotKept
from configurator.orders.configured import without_scans
from configurator.web import qr, tokens, visit
from configurator.web.frame import failed, say_here
from configurator.web.server import current

from . import start
from .session import Session


def offer(session: Session, order: str = "") -> None:
    """A row of buttons; each opens what it needs. `order`: id of the order that is being changed."""
    import streamlit as st

    if order:
        _changes(session, order)
    with st.container(key="lo-actions", horizontal=True):
        if not order and st.button(say_here("order"), type="primary", key="lo-order"):
            _order(session)
        if st.button(say_here("keep"), key="lo-keep"):
            _keep(session)
        if st.button(say_here("share"), key="lo-share"):
            _share(session)
        if st.button(say_here("files"), key="lo-files"):
            _files(session)
        if st.button(say_here("compare"), key="lo-compare"):
            st.session_state["compare"] = [*st.session_state.get("compare", ()), (start.kept(session), "")][-2:]
            st.toast(say_here("compared", count=len(st.session_state["compare"])))
        if len(st.session_state.get("compare", ())) == 2:
            from configurator.web.pages import pages

            st.page_link(pages()["compare"], label=say_here("compare_open"))


def _changes(session: Session, order: str) -> None:
    import streamlit as st

    try:
        found = start.changing(order, visit.owner())
        st.info(say_here("order_changes", name=found.name))
        if st.button(say_here("revise_now"), type="primary", key="lo-revise"):
            made = current().store.revise(order, visit.owner(), start.kept(session))
            current().threads.submit(_quietly, made)
            from configurator.web.pages import pages

            st.switch_page(pages()["order"], query_params={"id": order})
    except NotKept as error:
        failed(str(error))


def _keep(session: Session) -> None:
    import streamlit as st

    @st.dialog(say_here("keep"))
    def keep() -> None:
        with st.form("keep", border=False):
            name = st.text_input(say_here("name_of_design"), max_chars=80, value=_suggested(session))
            sure = st.form_submit_button(say_here("keep"), type="primary")
        if sure and name.strip():
            try:
                current().store.keep_design(visit.owner(), name, start.kept(session))
            except NotKept as error:
                failed(say_here("not_kept", reason=str(error)))
                return
            st.success(say_here("design_kept", name=name.strip()))
        elif sure:
            failed(say_here("name_missing"))

    keep()


def _share(session: Session) -> None:
    import streamlit as st

    @st.dialog(say_here("share"))
    def share() -> None:
        base, design = visit.address(), without_scans(start.kept(session))
        scanned = design.choices != session.product.choices
        if scanned:
            st.info(say_here("share_scan"))
        if not tokens.has_words(session.product):
            link = f"{base}/configure?c={tokens.token(session.product, session.own)}"
            if not scanned:
                st.write(say_here("share_plain"))
        else:
            st.write(say_here("share_words"))
            made = st.session_state.get("shared")
            if made is None or made[0] != session.product.number:
                if not st.button(say_here("make_link"), type="primary", key="lo-make-link"):
                    return
                try:
                    kept = current().store.keep_design(visit.owner(), _suggested(session), design)
                except NotKept as error:
                    failed(say_here("not_kept", reason=str(error)))
                    return
                made = st.session_state["shared"] = (session.product.number, kept.id)
            link = f"{base}/configure?d={made[1]}"
        st.code(link, language=None, wrap_lines=True)
        st.html(qr.picture(link, visit.language()))

    share()


def _files(session: Session) -> None:
    import streamlit as st

    @st.dialog(say_here("files"))
    def files() -> None:
        key, language = current().scenes.key(session.product), visit.language()
        st.write(say_here("files_told", number=session.product.number))
        st.html('<ul class="lo-files">' + "".join(
            f'<li><a href="{href}" download>{say_here(label)}</a><span>{say_here(more)}</span></li>'
            for href, label, more in ((f"/api/configurations/{key}/package.zip?language={language}", "package", "package_told"),
                                      (f"/api/view/{key}.glb", "glb", "glb_told"))) + "</ul>")
        st.html(f'<p><a href="/print/{key}/{language}" target="_blank">{say_here("print")}</a></p>')

    files()


def _order(session: Session) -> None:
    import streamlit as st

    @st.dialog(say_here("order"))
    def order() -> None:
        st.write(say_here("order_told", title=session.template.heading(visit.language()), number=session.product.number))
        with st.form("order", border=False):
            name = st.text_input(say_here("name_of_order"), max_chars=80, value=_suggested(session))
            sure = st.checkbox(say_here("order_sure"))
            sent = st.form_submit_button(say_here("order_now"), type="primary")
        if not sent:
            return
        if not name.strip() or not sure:
            failed(say_here("name_missing" if not name.strip() else "order_not_sure"))
            return
        try:
            made = current().store.place_order(visit.owner(), name, start.kept(session), visit.language())
        except NotKept as error:
            failed(say_here("not_kept", reason=str(error)))
            return
        current().threads.submit(_quietly, made)
        from configurator.web.pages import pages

        st.switch_page(pages()["order"], query_params={"id": made.id})

    order()


def _quietly(order: Any) -> None:
    """Build the package before anybody asks; who asks is told if it fails."""
    from contextlib import suppress

    from configurator.errors import LotOneError

    with suppress(LotOneError):
        current().packages.of(order)


def _suggested(session: Session) -> str:
    return f"{session.template.heading(visit.language())} {session.product.number.partition('-')[2][:4]}"

