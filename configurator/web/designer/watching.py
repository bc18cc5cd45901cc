"""Looks every second whether a template's files were edited; then the page is drawn anew, which loads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .opened import Opened, stamp_of

_EVERY = 1.0
"""s"""


def watch(shown: Iterable[Opened], beside: Callable[[], bool] = lambda: False) -> None:
    """Watch what is on the page. Only file times are compared. The page is drawn anew, too, once `beside()` is true."""
    import streamlit as st

    stamps = {each.folder: each.stamp for each in shown}

    @st.fragment(run_every=_EVERY)
    def look() -> None:
        if beside() or any(stamp_of(folder) != stamp for folder, stamp in stamps.items()):
            st.rerun()

    look()
