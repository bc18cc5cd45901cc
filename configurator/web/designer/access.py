"""Who may see the pages for designers. A template is code that runs here, and a sweep is an hour of work.

The setting CONFIGURATOR_DESIGNER says yes (1) or no (0). Where it says nothing, they are for whoever sits at the machine:
the connection comes from it, the browser was told a name of it, and nothing looks like a proxy in between.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import wraps
from ipaddress import ip_address
from urllib.parse import urlsplit

from configurator.settings import SettingError

SETTING = "CONFIGURATOR_DESIGNER"
_PROXIES = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-server",
                      "x-real-ip", "cf-connecting-ip", "true-client-ip"})


def allowed(setting: str, peer: str | None, headers: Mapping[str, str], *, shared: bool) -> bool:
    """Whether a connection may see them.

    `setting`: as in the environment. `peer`: address of the other end, None for this machine's own. `headers` of the
    handshake. `shared`: whether the server is set up for visitors under another name. SettingError if the setting is
    neither 0 nor 1.
    """
    if setting not in ("", "0", "1"):
        raise SettingError(f"{SETTING} is {setting!r}; it must be 0 or 1")
    if setting:
        return setting == "1"
    known = {name.lower(): value for name, value in headers.items()}
    return (not shared and not _PROXIES & known.keys() and (peer is None or _is_own(peer))
            and _is_own(urlsplit(f"//{known.get('host', '')}").hostname)
            and _is_own(urlsplit(known.get("origin", "")).hostname))


def granted() -> bool:
    """Whether the visitor of this page may see them."""
    import streamlit as st
    from streamlit import config

    shared = bool(not st.get_option("server.enableCORS") or st.get_option("server.corsAllowedOrigins")
                  or config.is_manually_set("browser.serverAddress"))
    return allowed(os.environ.get(SETTING, ""), st.context.ip_address, dict(st.context.headers), shared=shared)


def for_designers(page: Callable[[], None]) -> Callable[[], None]:
    """Decorator of a page: whoever may not see it is told who may."""
    @wraps(page)
    def guarded() -> None:
        from configurator.web.frame import failed

        from .frame import say_here

        try:
            if granted():
                page()
                return
        except SettingError as error:
            failed(str(error))
            return
        import streamlit as st

        st.title(say_here("title"))
        st.info(say_here("closed", setting=SETTING))

    return guarded


def _is_own(host: str | None) -> bool:
    """Whether a host is this machine's own: by its name, not by asking anybody."""
    if not host:
        return False
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
