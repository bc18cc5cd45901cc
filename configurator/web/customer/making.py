"""What it will cost, about, and whether it can be made: a block that asks for itself, so that no change waits for it."""

from __future__ import annotations

from typing import Any

from configurator.web.planning_block import block
from configurator.web.server import current

from .session import Session

BLOCK = "planning"


def making(session: Session) -> None:
    """Draw it. What it proposes becomes the customer's choice at one press."""
    block("cost", current().scenes.key(session.product), BLOCK, lambda: _make(session))


def _make(session: Session) -> None:
    import streamlit as st

    from configurator.errors import LotOneError

    said: Any = st.session_state[BLOCK].get("make")
    if not isinstance(said, dict):
        return
    try:
        session.choose(str(said["name"]), said["value"])
    except (KeyError, TypeError, ValueError, LotOneError) as error:  # a broken message changes nothing
        st.session_state["lo-trouble"] = str(error)
