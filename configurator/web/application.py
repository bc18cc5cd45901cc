"""What the app object is made of: Streamlit's pages, the routes beside them, what happens at start and end."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from configurator import settings
from configurator.geometry.lazy import refuse_kernel

from . import server

_HERE = Path(__file__).parent


def settings_of_app() -> dict[str, Any]:
    """Arguments for `streamlit.App`, which Streamlit wants to find in app.py itself.

    From then on this process refuses to load the CAD kernel.
    """
    from starlette.middleware import Middleware

    from .components import register
    from .routes import all_routes
    from .security import Guard

    refuse_kernel()
    _configure()

    @asynccontextmanager
    async def life(_: Any) -> AsyncIterator[dict[str, Any]]:
        register()
        server.current().warm_up()
        server.current().keep_the_days()
        _welcome()
        yield {}
        server.end()

    return {"script_path": _HERE / "page.py", "routes": all_routes(), "middleware": [Middleware(Guard)], "lifespan": life}


def run_app(port: int, address: str, *, headless: bool) -> None:
    """Serve until stopped. Unless `headless`, a browser is opened if there is one."""
    import streamlit as st
    from streamlit.logger import get_logger

    # run() reads the options a second time and would have the person restart a server that he has just started
    get_logger("streamlit.config").addFilter(lambda record: "config option section was detected" not in record.getMessage())
    st.App(**settings_of_app()).run(config={
        **options(), "server.port": port, "server.address": address, "server.headless": headless})


def options() -> dict[str, Any]:
    """Streamlit's options as these pages want them, by their dotted names."""
    found = dict(_flat("", tomllib.loads((_HERE / "streamlit.toml").read_text(encoding="utf-8"))))
    return {**found, "server.maxUploadSize": settings.number("CONFIGURATOR_SCAN_MB", least=1)}  # nothing else is uploaded


def _configure() -> None:
    """Those options, where nobody set them otherwise: for `streamlit run`, which has read its own by now."""
    from streamlit import config
    from streamlit.config_option import ConfigOption

    for key, value in options().items():
        if config.get_where_defined(key) == ConfigOption.DEFAULT_DEFINITION:
            config.set_option(key, value, "Lot One")


def _welcome() -> None:
    """Where the pages are, for who started them; on stderr, so that what machines read stays clean."""
    from streamlit import config

    address = config.get_option("server.address")
    host = "127.0.0.1" if address in (None, "", "0.0.0.0", "::") else address  # noqa: S104
    host = f"[{host}]" if ":" in host else host
    print(f"Lot One is open at http://{host}:{config.get_option('server.port')} (Ctrl-C ends it)", file=sys.stderr, flush=True)


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value
