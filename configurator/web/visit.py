"""Who is on a page: an owner by his cookie, the language, the base address."""

from __future__ import annotations

from configurator.texts import LANGUAGES

from .cookies import LANGUAGE, preferred, visitor
from .server import current

_STATE = "language"


def owner() -> str:
    """The owner of what this visitor keeps: not his cookie, and nothing from which it could be told."""
    import streamlit as st

    token = visitor("; ".join(f"{name}={value}" for name, value in st.context.cookies.items()))
    if token is None:  # no cookie: what he keeps ends with his visit
        import secrets

        token = st.session_state.setdefault("visitor", secrets.token_urlsafe(32))
    return current().secret.name("owner", token)


def remembered() -> bool:
    """Whether this visitor's browser keeps the cookie by which his designs are found again."""
    import streamlit as st

    return visitor("; ".join(f"{name}={value}" for name, value in st.context.cookies.items())) is not None


def language() -> str:
    """The visitor's language: as he switched it, else as his browser asks."""
    import streamlit as st

    if _STATE not in st.session_state:
        asked = st.query_params.get("lang", "")
        chosen = asked if asked in LANGUAGES else st.context.cookies.get(LANGUAGE, "")
        st.session_state[_STATE] = chosen if chosen in LANGUAGES else preferred(st.context.headers)
    return str(st.session_state[_STATE])


def address() -> str:
    """The address at which the visitor reached the pages, without a path: for links that he passes on."""
    import streamlit as st

    headers = st.context.headers
    host = headers.get("X-Forwarded-Host") or headers.get("Host") or "localhost"
    scheme = headers.get("X-Forwarded-Proto") or ("https" if str(st.context.url or "").startswith("https") else "http")
    return f"{scheme}://{host}"
