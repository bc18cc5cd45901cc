"""Answers of routes: bytes with ETag and ranges, JSON, and errors that say what happened in three languages."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from configurator.errors import BuildError, DeadlinePassed, LotOneError, NotKept, QueueFull, TooLarge, WorkerDied
from configurator.geometry.answers import PartAnswer
from configurator.making.rule_packs import PackRefused
from configurator.making.shop import ShopRefused
from configurator.texts import LANGUAGES, say
from configurator.web.server import Server, current

T = TypeVar("T")
_log = logging.getLogger("lot_one.web")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
_FOR_EVER = "public, max-age=31536000, immutable"
_PRIVATE = "private, no-cache"
_LOOK_AGAIN = 0.25
"""s between two looks whether who asked is still there."""


class Refused(Exception):
    """A request that cannot be answered: a status and the key of a sentence in the table [web]."""

    def __init__(self, status: int, key: str, *, retry: bool = False, **values: object) -> None:
        self.status, self.key, self.retry, self.values = status, key, retry, values
        super().__init__(key)

    def reply(self) -> Response:
        """As JSON."""
        sentences = {language: say(f"web.{self.key}", language, **self.values) for language in LANGUAGES}
        more = {"Retry-After": "2"} if self.retry else {}
        return put({"error": {"code": self.key, "sentences": sentences, "retry": self.retry}}, status=self.status, more=more)


def route(answer: Callable[[Request, Server], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A route that tells errors as sentences."""
    async def told(request: Request) -> Response:
        try:
            return await answer(request, current())
        except Refused as refused:
            return refused.reply()
        except BuildError as error:
            return of_build(error).reply()
        except NotKept as error:
            return Refused(507, "not_kept", reason=str(error)).reply()
        except (ShopRefused, PackRefused) as error:  # with a path of this machine, which is the operator's to know
            _log.warning("limits of this installation: %s", error)
            return Refused(503, "limits_unread").reply()
        except LotOneError as error:
            return Refused(422, "refused", reason=str(error)).reply()

    told.__name__, told.__doc__ = getattr(answer, "__name__", "answer"), answer.__doc__
    return told


def of_build(error: BuildError) -> Refused:
    """What a failed build is told as. Whoever asks again after a full queue or a killed worker may have more luck."""
    if isinstance(error, QueueFull):
        return Refused(503, "busy", retry=True)
    if isinstance(error, WorkerDied) and not error.own_fault:
        return Refused(503, "interrupted", retry=True)
    if isinstance(error, (DeadlinePassed, TooLarge)):
        return Refused(422, "too_long")
    return Refused(422, "cannot_build", number=error.number)


def put(value: Any, *, status: int = 200, tag: str = "", keep: str = "no-store",
        more: Mapping[str, str] | None = None) -> Response:
    """JSON, with `more` headers."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    found = {"Cache-Control": keep, **(more or {})}
    if tag:
        found["ETag"] = f'"{tag}"'
    return Response(data, status, headers=found, media_type="application/json")


def immutable(request: Request, data: bytes, media: str, tag: str) -> Response:
    """Bytes that never change under their address."""
    return ranged(request, data, media, tag, keep=_FOR_EVER)


def file(request: Request, data: bytes, media: str, name: str) -> Response:
    """A file to be kept under a name; its ETag is its sha256."""
    digest = hashlib.sha256(data).hexdigest()
    plain = "".join(each if each.isascii() and each not in '"\\' and each.isprintable() else "_" for each in name)
    return ranged(request, data, media, digest, keep=_PRIVATE, extra={
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
        "Repr-Digest": f"sha-256=:{_base64(bytes.fromhex(digest))}:"})


def ranged(request: Request, data: bytes, media: str, tag: str, *, keep: str, extra: dict[str, str] | None = None) -> Response:
    """Bytes with an ETag; answers If-None-Match, and one range of bytes (RFC 9110)."""
    headers = {"ETag": f'"{tag}"', "Cache-Control": keep, "Accept-Ranges": "bytes", **(extra or {})}
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if f'"{tag}"' in known or "*" in known:
        return Response(status_code=304, headers=headers)
    wanted = request.headers.get("range", "")
    match = _RANGE.fullmatch(wanted.strip())
    if not match or match.groups() == ("", "") or request.headers.get("if-range", f'"{tag}"') != f'"{tag}"':
        return Response(data, headers=headers, media_type=media)
    first, last = match.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if start >= len(data) or end < start:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    return Response(data[start:end + 1], 206, {**headers, "Content-Range": f"bytes {start}-{end}/{len(data)}"}, media)


async def built(request: Request, futures: Sequence[Future[list[PartAnswer]]]) -> list[PartAnswer]:
    """What workers built. Jobs that have not begun are called off if who asked goes away."""
    waiting = [asyncio.wrap_future(future) for future in futures]
    try:
        while True:
            done, pending = await asyncio.wait(waiting, timeout=_LOOK_AGAIN, return_when=asyncio.FIRST_EXCEPTION)
            failed = next((each for each in done if each.exception() is not None), None)
            if failed is not None:
                failed.result()
            if not pending:
                return [answer for each in waiting for answer in each.result()]
            if await request.is_disconnected():
                raise Refused(499, "gone")
    finally:
        for future in futures:
            future.cancel()


async def aside(server: Server, call: Callable[..., T], *values: Any) -> T:
    """What takes a while, in a thread."""
    return await asyncio.get_running_loop().run_in_executor(server.threads, call, *values)


def _base64(data: bytes) -> str:
    import base64

    return base64.b64encode(data).decode()
