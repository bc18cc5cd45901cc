"""The page on which a product is configured: the product on its stage, the choices beside it, what can be done below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from configurator.errors import LotOneError
from configurator.product.product import Product
from configurator.standards.coins import coins
from configurator.web import visit
from configurator.web.components import component
from configurator.web.frame import failed, say_here, texts_of
from configurator.web.scenes import looks
from configurator.web.server import current

from . import actions, scanning, start, wishes
from .controls import panel
from .making import making
from .session import Session

VIEWER, PANEL = "viewer", "panel"
_ACTS: dict[str, Callable[[Session, dict[str, Any]], None]] = {
    "choose": lambda session, said: session.choose(str(said["name"]), said["value"]),
    "ask": lambda session, said: session.ask(str(said["name"]), said["value"]),
    "take": lambda session, said: session.take(int(said["way"])),
    "free": lambda session, said: session.free(str(said["name"])),
    "undo": lambda session, _: session.undo(),
    "redo": lambda session, _: session.redo(),
    "reset": lambda session, _: session.reset(),
    "dismiss": lambda session, _: session.dismiss(),
}


def page() -> None:
    """Draw it."""

    session = _session()
    if session is None:
        return
    if wishes.wanted(session.template):
        wishes.offer(session)
        wishes.tell(session)
    _work(session)


def _session() -> Session | None:
    import streamlit as st

    asked = st.query_params
    name, design, token, order = (asked.get(key, "") for key in ("t", "d", "c", "order"))
    try:
        if order:
            name = start.changing(order, visit.owner()).configured.template
        template = start.template_of(name, design, token)
        key = _place(template, design, token, order)
        if key not in st.session_state:
            begun = start.begin(template, visit.owner(), design, token, order)
            st.session_state[key] = begun.session
            if begun.told:
                st.toast(say_here(begun.told))
            st.session_state["lo-kept"] = _mark(begun.session)
        found: Session = st.session_state[key]
        return found
    except LotOneError as error:
        failed(say_here("cannot_open", reason=str(error)))
        from configurator.web.pages import pages

        st.page_link(pages()["gallery"], label=say_here("to_gallery"))
        return None


def _work(session: Session) -> None:
    import streamlit as st

    @st.fragment
    def work() -> None:
        language = visit.language()
        saved, trouble = _draft(session), st.session_state.pop("lo-trouble", "")
        if trouble:
            failed(say_here("refused", reason=trouble))
        stage, choices = st.columns([1.7, 1], gap="large")
        with choices, st.container(key="lo-panel"):
            scanning.offer(session)
            try:
                data = panel(session, language, current().counts.of(session.template), saved)
            except LotOneError as error:  # the page goes on with what is on the stage
                failed(say_here("refused", reason=str(error)))
                data = None
            if data is not None:
                component("panel")(key=PANEL, data={**data, "language": language, "texts": texts_of("panel", language),
                                                 "turn": st.session_state.get("lo-turn", 0)},
                                   **{f"on_{act}_change": _acting(act, session) for act in _ACTS})
            making(session)
        with stage, st.container(key="lo-stage"):
            show(session.product, language)
            actions.offer(session, st.query_params.get("order", ""))

    work()


def show(product: Product, language: str, key: str = VIEWER, tools: tuple[str, ...] = (
        "views", "edges", "section", "turntable", "dimensions", "beside", "ar"), note: str | None = None, *,
         controlled: bool = False) -> Any:
    """A configuration in 3D. `note`: a sentence on the stage. `controlled`: faces that are tapped tell what they carry.

    What the component answers has `picked`.
    """
    scene = current().scenes.key(product)
    worn = type(product).worn_on
    coin = coins()[0]
    return component("viewer")(key=key, on_missing_change=lambda: None, on_picked_change=lambda: None, data={
        "scene": f"/api/scene/{scene}/{language}.json", "looks": looks(product), "language": language,
        "texts": texts_of("viewer", language), "theme": "auto", "tools": list(tools), "select": None, "note": note,
        "controlled": f"/api/characteristics/{scene}/{language}.json" if controlled else None,
        "beside": {"coin": {"name": coin.label, "diameter": coin.diameter, "thickness": coin.thickness},
                   "wrist": {"circumference": product.choices[worn]} if worn else None}})


def _acting(act: str, session: Session) -> Callable[[], None]:
    def acted() -> None:
        import streamlit as st

        said = st.session_state[PANEL].get(act)
        if not isinstance(said, dict):
            return
        turn, known = said.get("turn", 0), st.session_state.get("lo-turn", 0)
        if turn and turn <= known:  # sent again after a lost connection, though it had come
            return
        st.session_state["lo-turn"] = turn  # by which the panel knows what is answered
        try:
            _ACTS[act](session, said)
        except (KeyError, TypeError, ValueError, LotOneError) as error:  # a broken message changes nothing
            st.session_state["lo-trouble"] = str(error)

    return acted


def _draft(session: Session) -> str:
    """Keep the draft if anything changed since it was kept; what the panel says about it."""
    import streamlit as st

    mark = _mark(session)
    if st.session_state.get("lo-kept") == mark:
        return say_here("kept") if session.own else ""
    _leave_link(session)
    trouble = start.keep_draft(session, visit.owner(), st.query_params.get("order", ""))
    if trouble:
        return say_here("not_kept", reason=trouble)
    st.session_state["lo-kept"] = mark
    return say_here("kept")


def _mark(session: Session) -> tuple[str, tuple[str, ...]]:
    return session.product.number, tuple(session.own)


def _leave_link(session: Session) -> None:
    """Who changes a design that he opened by a link works on his own from then on: a reload must not bring the link's back."""
    import streamlit as st

    if st.query_params.keys() & {"d", "c"}:
        st.session_state[_place(session.template)] = session
        others = {name: value for name, value in st.query_params.items() if name not in ("d", "c")}
        st.query_params.from_dict({**others, "t": session.template.template})


def _place(template: type[Product], design: str = "", token: str = "", order: str = "") -> str:
    return f"session {template.template} {template.fingerprint} {design} {token} {order}"
