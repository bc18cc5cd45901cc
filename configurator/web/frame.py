"""What is around every page: title, type, colours, the head with language and look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from configurator.texts import LANGUAGES, say, sentences

from . import visit
from .components import component

_ASSETS = Path(__file__).parent / "assets"
_NAMES = {"en": "English", "fr": "Français", "de": "Deutsch"}


def say_here(key: str, **values: object) -> str:
    """A sentence of the table [web] in the visitor's language."""
    return say(f"web.{key}", visit.language(), **values)


def begin() -> None:
    """The head of a page. Called once in every run, before anything else is drawn."""
    import streamlit as st

    st.set_page_config(page_title="Lot One", page_icon=str(_ASSETS / "icon.svg"), layout="wide",
                       initial_sidebar_state="collapsed", menu_items={})


def head(pages: dict[str, Any]) -> None:
    """The bar with name, ways and language."""
    import streamlit as st

    with st.container(key="lo-head", horizontal=True, vertical_alignment="center"):
        with st.container(key="lo-home", width="content"):
            st.page_link(pages["gallery"], label="Lot One")
        with st.container(key="lo-ways", horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            st.page_link(pages["mine"], label=say_here("mine"))
            if _for_designers():
                st.page_link(pages["templates"], label=say_here("workshop"))
            chosen = visit.language()
            st.segmented_control(say_here("language"), LANGUAGES, default=chosen, key="lo-language", required=True,
                                 format_func=str.upper, label_visibility="collapsed", on_change=_switched,
                                 help=None)
    component("chrome")(key="lo-chrome", data={"language": visit.language(), "title": "Lot One"})


def foot(pages: dict[str, Any]) -> None:
    """Below every page, where the head has no room: the way to the designers' pages."""
    import streamlit as st

    if _for_designers():
        with st.container(key="lo-below", horizontal=True):
            st.page_link(pages["templates"], label=say_here("workshop"))


def _for_designers() -> bool:
    """Whether the visitor may see the designers' pages; a setting that cannot be understood is told there."""
    from configurator.settings import SettingError

    from .designer.access import granted

    try:
        return granted()
    except SettingError:
        return True


def _switched() -> None:
    import streamlit as st

    found = st.session_state.get("lo-language")
    if found in LANGUAGES:
        st.session_state["language"] = found


def failed(sentence: str) -> None:
    """Something went wrong: what, and what to do."""
    import streamlit as st

    st.error(sentence, icon=":material/error:")


def texts_of(component: str, language: str) -> dict[str, str]:
    """The sentences of a component, by their keys; it fills in their fields itself."""
    return {key.partition(".")[2]: text for key, text in sentences(language).items() if key.startswith(component + ".")}
