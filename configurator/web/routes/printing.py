"""The summary to print: one page of plain HTML with the picture, the choices and the link."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from configurator.package.names import package_name
from configurator.product.parameters import Quantity
from configurator.product.product import Product
from configurator.product.telling import told
from configurator.texts import LANGUAGES, say, written
from configurator.web import qr, tokens
from configurator.web.server import Server

from .replies import Refused, route


@route
async def summary(request: Request, server: Server) -> Response:
    """Of a configuration that is on a page."""
    product, language = server.scenes.product(request.path_params["key"]), request.path_params["language"]
    if language not in LANGUAGES:
        raise Refused(404, "not_there")
    if product is None:
        return Response(_document(language, "Lot One", f"<p>{escape(say('web.not_there', language))}</p>"), 404,
                        media_type="text/html")
    host = request.headers.get("x-forwarded-host") or request.headers.get("host", "localhost")
    scheme = request.headers.get("x-forwarded-proto") or request.url.scheme
    link = "" if tokens.has_words(product) else f"{scheme}://{host}/configure?c={tokens.token(product)}"
    return Response(_document(language, product.heading(language), _body(product, request.path_params["key"], language, link)),
                    media_type="text/html")


def _body(product: Product, key: str, language: str, link: str) -> str:
    template = type(product)
    groups: dict[str, list[str]] = {}
    for name, parameter in template.parameters.items():
        groups.setdefault(parameter.group, []).append(name)
    choices = "".join(
        (f"<h2>{escape(template.words.word(language, 'groups', group, group))}</h2>" if group else "") + "<dl>" + "".join(
            f"<dt>{escape(template.label(name, language))}</dt>"
            f"<dd>{escape(told(template, name, getattr(product, name), language))}</dd>" for name in names) + "</dl>"
        for group, names in groups.items())
    grams = getattr(product, "mass", None)
    mass = f" · {written(Quantity(round(float(grams), 1), 'g'), language)}" if isinstance(grams, (int, float)) else ""
    notices = "".join(f"<p>{escape(each.sentence)}</p>" for each in product.notices_that_apply(language))
    linked = (f'<figure class="code">{qr.picture(link, language, border=0)}'
              f"<figcaption>{escape(say('web.opens_again', language))}</figcaption></figure>" if link else "")
    title = escape(product.heading(language))
    revision = f"{escape(say('web.revision', language))} {product.revision}"
    return (f"<header><h1>{title}</h1><p>{product.number} · {revision}{mass}</p>"
            f"<button>{escape(say('web.print_now', language))}</button></header>"
            f'<div class="picture" data-scene="/api/scene/{key}/{language}.json" data-title="{title}"></div>'
            f'<section>{choices}</section><div class="foot">{linked}<div>{notices}<p>{package_name(product)}</p></div></div>')


def _document(language: str, title: str, body: str) -> str:
    return (f'<!doctype html><html lang="{language}" data-theme="light"><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="stylesheet" href="/assets/tokens.css"><link rel="stylesheet" href="/assets/print.css">'
            f'<link rel="icon" href="/assets/icon.svg"><script type="module" src="/assets/print.js"></script></head>'
            f'<body><main>{body}</main></body></html>')


ROUTES = (Route("/print/{key}/{language}", summary),)
