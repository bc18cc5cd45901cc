"""Files that ship with the pages: fonts, bundles, pictures."""

from __future__ import annotations

import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from configurator.web.server import Server

from .replies import Refused, ranged, route

_ASSETS = (Path(__file__).parent.parent / "assets").resolve()
_MEDIA = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".woff2": "font/woff2",
          ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".webp": "image/webp"}


@lru_cache(maxsize=64)
def _read(path: str, changed: int) -> tuple[bytes, str]:  # noqa: ARG001
    data = Path(path).read_bytes()
    return data, hashlib.sha256(data).hexdigest()[:32]


@route
async def asset(request: Request, _: Server) -> Response:
    """One file."""
    path = (_ASSETS / request.path_params["path"]).resolve()
    if not path.is_relative_to(_ASSETS) or not path.is_file():
        raise Refused(404, "not_there")
    data, digest = _read(str(path), path.stat().st_mtime_ns)
    media = _MEDIA.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return ranged(request, data, media, digest, keep="public, max-age=86400" if path.suffix == ".woff2" else "public, no-cache")


ROUTES = (Route("/assets/{path:path}", asset),)
