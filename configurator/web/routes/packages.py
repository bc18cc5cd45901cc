"""Packages for the customer's own use, and the jobs of workshops: whole packages, single files, questions, acknowledgement."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from configurator.errors import LotOneError, PackageRefused
from configurator.exchange.archive import read_stored_zip
from configurator.orders.configured import made_again
from configurator.orders.records import Order
from configurator.package.manifest import NAME
from configurator.package.manifest import read as read_manifest
from configurator.texts import LANGUAGES
from configurator.web import limits_in_use, measured
from configurator.web.server import Server

from .replies import Refused, aside, file, put, route

ZIP = "application/zip"
JOB = "job"
"""What links of workshops are signed for."""
_MEDIA = {"step": "model/step", "stl": "model/stl", "3mf": "model/3mf", "glb": "model/gltf-binary",
          "csv": "text/csv; charset=utf-8", "json": "application/json", "txt": "text/plain; charset=utf-8",
          "pdf": "application/pdf", "svg": "image/svg+xml",
          "dxf": "image/vnd.dxf", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_LONGEST_BODY = 10_000


@route
async def own_package(request: Request, server: Server) -> Response:
    """The package of a configuration that is on a page."""
    product = server.scenes.product(request.path_params["key"])
    language = request.query_params.get("language", "en")
    if product is None or language not in LANGUAGES:
        raise Refused(404, "not_there")
    package = await aside(server, server.composer.compose, product, limits_in_use.of_packages(language))
    return file(request, package.data, ZIP, package.name)


@route
async def job(request: Request, server: Server) -> Response:
    """What a workshop asks about a job, as JSON."""
    order, token = _order(request, server)
    data = await aside(server, server.packages.of, order)
    manifest = read_manifest(read_stored_zip(data)[NAME])
    return put({
        "name": order.name, "version": len(order.revisions), "withdrawn": order.withdrawn, "acknowledged": order.acknowledged,
        "manifest": manifest.model_dump(mode="json"), "events": [vars(each) for each in order.events],
        "package": f"/api/jobs/{token}/package.zip",
        "files": [{**each.model_dump(), "url": f"/api/jobs/{token}/files/{each.path}"} for each in manifest.files]})


@route
async def job_package(request: Request, server: Server) -> Response:
    """The whole package; of an earlier version of the order with ?version=1."""
    order, _ = _order(request, server)
    place = _place(request, order)
    data = await aside(server, server.packages.of, order, place)
    configured = order.revisions[place - 1]
    return file(request, data, ZIP, f"{configured.number}_{configured.revision}.zip")


@route
async def job_file(request: Request, server: Server) -> Response:
    """One file of the package."""
    order, _ = _order(request, server)
    data = await aside(server, server.packages.of, order, _place(request, order))
    path = request.path_params["path"]
    members = read_stored_zip(data)
    if path not in members:
        raise Refused(404, "no_file", path=path[:200])
    name = path.rpartition("/")[2]
    return file(request, members[path], _MEDIA.get(name.rpartition(".")[2], "application/octet-stream"), name)


@route
async def acknowledge(request: Request, server: Server) -> Response:
    """The workshop says yes to what is ordered now."""
    order, _ = _order(request, server)
    if not order.acknowledged:
        order = await aside(server, server.store.add_event, order.id, "acknowledged", "workshop", await _text(request, "by"))
    return put({"acknowledged": order.acknowledged})


@route
async def ask(request: Request, server: Server) -> Response:
    """The workshop asks something."""
    order, _ = _order(request, server)
    text = await _text(request, "text")
    if not text:
        raise Refused(422, "nothing_asked")
    order = await aside(server, server.store.add_event, order.id, "asked", "workshop", text)
    return put({"events": [vars(each) for each in order.events]}, status=201)


@route
async def filled(request: Request, server: Server) -> Response:
    """A filled inspection sheet, answered for every characteristic."""
    order, _ = _order(request, server)
    language = request.query_params.get("language", "en")
    if language not in LANGUAGES:
        raise Refused(404, "not_there")
    body = await _body(request, measured.MOST)

    def told() -> dict[str, Any]:
        members = read_stored_zip(server.packages.of(order))
        try:
            product = made_again(order.configured)
        except LotOneError:  # its template has changed: the plan is in the package all the same
            product = None
        return measured.answered(members, request.query_params.get("name", ""), body, language, product)

    try:
        return put(await aside(server, told))
    except PackageRefused as refused:
        return put({"problems": list(refused.problems)}, status=422)


def _order(request: Request, server: Server) -> tuple[Order, str]:
    token = request.path_params["token"]
    word = server.secret.signed(JOB, token)
    order = server.store.order(word) if word else None
    if order is None:
        raise Refused(404, "no_job")
    return order, token


def _place(request: Request, order: Order) -> int:
    text = request.query_params.get("version", str(len(order.revisions)))
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= len(order.revisions):
        raise Refused(404, "no_version", count=len(order.revisions))
    return int(text)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Refused(413, "too_much", limit=most)
    return bytes(body)


async def _text(request: Request, name: str) -> str:
    """A field of a small JSON body or form."""
    body = await _body(request, _LONGEST_BODY)
    if not body:
        return ""
    import json

    try:
        found: Any = json.loads(body)
    except ValueError:
        raise Refused(400, "not_json") from None
    return str(found.get(name, "")).strip() if isinstance(found, dict) else ""


ROUTES = (
    Route("/api/configurations/{key}/package.zip", own_package),
    Route("/api/jobs/{token}", job),
    Route("/api/jobs/{token}/package.zip", job_package),
    Route("/api/jobs/{token}/files/{path:path}", job_file),
    Route("/api/jobs/{token}/acknowledge", acknowledge, methods=["POST"]),
    Route("/api/jobs/{token}/questions", ask, methods=["POST"]),
    Route("/api/jobs/{token}/measured", filled, methods=["POST"]),
)
