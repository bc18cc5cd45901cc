"""What programs ask: templates, schemas, that the server lives, and the description of all of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import configurator
from configurator.errors import LotOneError, UnknownTemplate
from configurator.product.catalogue import load_template, template_names
from configurator.product.schema import json_schema
from configurator.texts import LANGUAGES
from configurator.web.openapi import document
from configurator.web.server import Server

from .replies import Refused, aside, put, route


@route
async def health(_: Request, server: Server) -> Response:
    """That the server lives, and how its workers are."""
    workers = server.geometry.workers
    status = workers.status() if workers is not None else None
    return put({"ok": True, "version": configurator.__version__, "workers": [] if status is None else [
        {"state": each.state, "jobs": each.jobs} for each in status.workers]})


@route
async def templates(_: Request, server: Server) -> Response:
    """Every template that can be configured; one that cannot be loaded says why."""
    def listed() -> list[dict[str, str]]:
        found = []
        for name in template_names():
            try:
                template = load_template(name)
                found.append({"name": name, "title": template.heading(), "revision": template.revision,
                              "schema": f"/api/templates/{name}/schema"})
            except LotOneError as error:
                found.append({"name": name, "error": str(error)})
        return found

    return put(await aside(server, listed))


@route
async def schema(request: Request, server: Server) -> Response:
    """A template's choices as JSON Schema."""
    name, language = request.path_params["template"], request.query_params.get("language", "en")
    if "/" in name or language not in LANGUAGES:
        raise Refused(404, "not_there")
    try:
        return put(await aside(server, lambda: json_schema(load_template(name), language)))
    except UnknownTemplate:
        raise Refused(404, "not_there") from None


@route
async def openapi(_: Request, __: Server) -> Response:
    """This interface, described (OpenAPI 3.1)."""
    return put(document())


@route
async def nothing(_: Request, __: Server) -> Response:
    """What is no route, or not with this method."""
    raise Refused(404, "no_route")


ROUTES = (
    Route("/api/health", health),
    Route("/api/templates", templates),
    Route("/api/templates/{template}/schema", schema),
    Route("/api/openapi.json", openapi),
    Route("/api/{path:path}", nothing, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
)
