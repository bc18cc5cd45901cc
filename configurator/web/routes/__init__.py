"""Plain HTTP beside the pages: what the viewer fetches, what people download, what scripts ask."""

from __future__ import annotations

from starlette.routing import Route


def all_routes() -> list[Route]:
    """Every route beside Streamlit's own."""
    from . import catalogue, files, packages, planning, printing, views

    return [*files.ROUTES, *views.ROUTES, *planning.ROUTES, *packages.ROUTES, *printing.ROUTES, *catalogue.ROUTES]
