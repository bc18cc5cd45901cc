"""What the viewer fetches: scenes, meshes, the whole as one GLB, pictures and fonts of templates."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path
from time import perf_counter

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from configurator.errors import QueueFull, UnknownTemplate
from configurator.geometry.answers import PartAnswer
from configurator.product.catalogue import load_template
from configurator.product.parameters import Choice, Words
from configurator.product.product import Product
from configurator.texts import LANGUAGES
from configurator.web.server import Server

from .replies import Refused, aside, built, immutable, put, ranged, route

GLB = "model/gltf-binary"
_PATIENCE, _PAUSE = 60.0, 0.5
"""s that a scene waits for room in the queue, and s between two attempts."""
PICTURES = {"picture.webp": "image/webp", "picture.png": "image/png", "picture.jpg": "image/jpeg"}
"""Files of a template's folder that show it, in order of preference."""


@route
async def scene(request: Request, server: Server) -> Response:
    """The scene of a configuration; waits until it is built."""
    key, language = request.path_params["key"], request.path_params["language"]
    if language not in LANGUAGES:
        raise Refused(404, "not_there")
    begun = perf_counter()
    answers = await answers_of(request, server, key)
    ready = perf_counter()
    told = await aside(server, server.scenes.scene, key, answers, language)
    timing = f"build;dur={1000 * (ready - begun):.1f}, scene;dur={1000 * (perf_counter() - ready):.1f}"
    return put(told, tag=f"{key}-{language}", keep="private, max-age=31536000, immutable", more={"Server-Timing": timing})


@route
async def mesh(request: Request, server: Server) -> Response:
    """The mesh of one shape."""
    name = request.path_params["mesh"]
    data = server.scenes.mesh(name)
    if data is None:
        shape = server.scenes.shape(name)
        if shape is None:
            raise Refused(404, "not_there")
        answers = await answers_of(request, server, shape.configuration)
        data = await aside(server, server.scenes.mesh, name, answers)
        if data is None:
            raise Refused(404, "not_there")
    return immutable(request, data, GLB, name)


@route
async def view(request: Request, server: Server) -> Response:
    """The whole as one GLB, for a phone's own viewer."""
    key = request.path_params["key"]
    answers = await answers_of(request, server, key)
    data = await aside(server, server.scenes.view, key, answers, "en")
    return immutable(request, data, GLB, key)


async def answers_of(request: Request, server: Server, key: str) -> list[PartAnswer]:
    """What workers built of a configuration; waits for room in their queue. Refused if no such key is known."""
    end = perf_counter() + _PATIENCE
    while True:
        try:
            answers = await built(request, server.scenes.start(key))
        except KeyError:
            raise Refused(404, "not_there") from None
        except QueueFull:  # many customers at once: who looks at a page waits rather than being sent away
            if perf_counter() > end or await request.is_disconnected():
                raise
            await asyncio.sleep(_PAUSE)
        else:
            server.scenes.note(key, answers)
            return answers


@route
async def picture(request: Request, server: Server) -> Response:
    """The picture of a template."""
    template = _template(request)
    for name, media in PICTURES.items():
        file = template.home / name if template.home else None
        if file is not None and file.is_file():
            data = await aside(server, file.read_bytes)
            return ranged(request, data, media, hashlib.sha256(data).hexdigest()[:32], keep="public, max-age=3600")
    raise Refused(404, "not_there")


@route
async def option(request: Request, server: Server) -> Response:
    """The picture of an option."""
    template, parameter, name = _template(request), request.path_params["parameter"], request.path_params["option"]
    chosen = template.parameters.get(parameter)
    file = option_picture(template, parameter, name) if isinstance(chosen, Choice) and name in chosen.options else None
    if file is None:
        raise Refused(404, "not_there")
    data = await aside(server, file.read_bytes)
    return ranged(request, data, "image/webp", hashlib.sha256(data).hexdigest()[:32], keep="public, max-age=3600")


def option_picture(template: type[Product], parameter: str, option: str) -> Path | None:
    """The file that shows an option, in the folder `pictures` of its template; None if there is none."""
    file = template.home / "pictures" / f"{parameter}.{option}.webp" if template.home and "/" not in option else None
    return file if file is not None and file.is_file() else None


@route
async def font(request: Request, server: Server) -> Response:
    """A typeface that a text of a template can be cut in."""
    template = _template(request)
    for parameter in template.parameters.values():
        for each in parameter.fonts if isinstance(parameter, Words) else ():
            if each.name == request.path_params["font"]:
                data = await aside(server, each.path.read_bytes)
                return ranged(request, data, "font/ttf", hashlib.sha256(data).hexdigest()[:32], keep="public, max-age=86400")
    raise Refused(404, "not_there")


def _template(request: Request) -> type[Product]:
    try:
        name = request.path_params["template"]
        if "/" in name:
            raise Refused(404, "not_there")
        return load_template(name)
    except UnknownTemplate:
        raise Refused(404, "not_there") from None


ROUTES = (
    Route("/api/scene/{key}/{language}.json", scene),
    Route("/api/mesh/{mesh}.glb", mesh),
    Route("/api/view/{key}.glb", view),
    Route("/api/templates/{template}/picture", picture),
    Route("/api/templates/{template}/options/{parameter}/{option}", option),
    Route("/api/templates/{template}/fonts/{font}.ttf", font),
)
