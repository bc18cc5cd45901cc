"""What the app object is made of: Streamlit's pages, the routes beside them, what happens at start and end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from configurator.geometry.lazy import refuse_kernel

from . import server

_PAGE = Path(__file__).parent / "page.py"


def settings_of_app() -> dict[str, Any]:
    """Arguments for `streamlit.App`, which Streamlit wants to find in app.py itself.

    From then on this process refuses to load the CAD kernel.
    """
    from starlette.middleware import Middleware

    from .components import register
    from .routes import all_routes
    from .security import Guard

    refuse_kernel()

    @asynccontextmanager
    async def life(_: Any) -> AsyncIterator[dict[str, Any]]:
        register()
        server.current().warm_up()
        yield {}
        server.end()

    return {"script_path": _PAGE, "routes": all_routes(), "middleware": [Middleware(Guard)], "lifespan": life}
