"""Configurations that a designer keeps for his visit, to be compared; also such that his template can no longer make."""

from __future__ import annotations

from .builds import Record

_STATE, _MOST = "lo-d-kept", 12


def all_kept() -> list[Record]:
    """In the order in which they were kept."""
    import streamlit as st

    found: list[Record] = st.session_state.setdefault(_STATE, [])
    return found


def keep(record: Record) -> int:
    """Keep one; how many there are then. The oldest make room."""
    import streamlit as st

    same = (record.product.number, record.product.fingerprint)
    others = [each for each in all_kept() if (each.product.number, each.product.fingerprint) != same]
    st.session_state[_STATE] = [*others, record][-_MOST:]
    return len(st.session_state[_STATE])
