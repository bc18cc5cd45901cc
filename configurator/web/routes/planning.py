"""What pages ask about making a configuration: cost, makeability, route, characteristics. Waits for what workers build."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from configurator.errors import LotOneError
from configurator.geometry.answers import PartAnswer
from configurator.making.route import MOST
from configurator.making.rule_packs import PackRefused
from configurator.making.shop import ShopRefused
from configurator.product.product import Product
from configurator.texts import LANGUAGES
from configurator.web import limits_in_use, planning
from configurator.web.server import Server

from .replies import Refused, aside, put, route
from .views import answers_of

_log = logging.getLogger("lot_one.web")


@route
async def cost(request: Request, server: Server) -> Response:
    """What an order of `quantity` costs about, and whether it can be made, in closed form."""
    product, language, quantity = _asked(request, server)
    answers = await answers_of(request, server, request.path_params["key"])

    def told() -> dict[str, Any]:
        return {"key": request.path_params["key"],
                "estimate": _or_sentence(lambda: planning.costs(planning.routed(
                    product, answers, limits_in_use.shop(), quantity, language))),
                "makeability": _or_sentence(lambda: planning.declared_makeability(
                    product, limits_in_use.rule_packs(), language))}

    return put(await aside(server, told), keep="private, no-cache")


@route
async def looked(request: Request, server: Server) -> Response:
    """Whether it can be made, on the solids themselves."""
    product, language, _ = _asked(request, server)
    await answers_of(request, server, request.path_params["key"])
    return put(await aside(server, lambda: _or_sentence(lambda: planning.looked_at(
        server.geometry, product, limits_in_use.rule_packs(), language))), keep="private, no-cache")


@route
async def made(request: Request, server: Server) -> Response:
    """Blanks and operations in order, with minutes, for a workshop."""
    product, language, quantity = _asked(request, server)
    answers = await answers_of(request, server, request.path_params["key"])
    return put(await aside(server, lambda: _or_sentence(lambda: planning.operations(planning.routed(
        product, answers, limits_in_use.shop(), quantity, language)))), keep="private, no-cache")


@route
async def characteristics(request: Request, server: Server) -> Response:
    """What is controlled of each part, and on which faces."""
    product, language, _ = _asked(request, server)
    answers: list[PartAnswer] = await answers_of(request, server, request.path_params["key"])
    found = await aside(server, planning.controlled, product, answers, language)
    return put({"parts": found}, tag=f"{request.path_params['key']}-{language}", keep="private, max-age=86400")


def _asked(request: Request, server: Server) -> tuple[Product, str, int]:
    language, text = request.path_params["language"], request.query_params.get("quantity", "1")
    product = server.scenes.product(request.path_params["key"])
    if product is None or language not in LANGUAGES:
        raise Refused(404, "not_there")
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        raise Refused(422, "no_quantity", most=MOST)
    return product, language, int(text[:9])


def _or_sentence(tell: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What it gives; where the shop's own files are wrong, that: the log names file and key, no page does."""
    try:
        return tell()
    except (ShopRefused, PackRefused) as error:
        _log.warning("%s", error)
        return {"refused": "shop" if isinstance(error, ShopRefused) else "packs"}
    except LotOneError as error:
        _log.warning("%s", error)
        return {"refused": "plan"}


ROUTES = (
    Route("/api/cost/{key}/{language}.json", cost),
    Route("/api/makeability/{key}/{language}.json", looked),
    Route("/api/route/{key}/{language}.json", made),
    Route("/api/characteristics/{key}/{language}.json", characteristics),
)
