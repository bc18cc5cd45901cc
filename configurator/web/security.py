"""Headers of every answer, and the cookie by which a visitor finds his own designs again."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from functools import cache
from pathlib import Path
from typing import Any

from .cookies import VISITOR, visitor
from .shell import dressed, language_of

_YEAR = 31_536_000
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def policy() -> str:
    """Content-Security-Policy: everything from here, Streamlit's own inline script by its hash, inline styles."""
    import streamlit

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
                      for text in _INLINE.findall(page))
    return "; ".join((
        "default-src 'self'", f"script-src 'self' {hashes}".rstrip(), "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self' blob: data:", "worker-src 'self' blob:",
        "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"))


class Guard:
    """ASGI middleware: security headers on every answer; pages in our dress, each with a visitor's cookie."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookies = _header(scope, b"cookie")
        if "text/html" in _header(scope, b"accept"):  # a page is read before it goes out: plain, whole
            scope = {**scope, "headers": [each for each in scope["headers"] if each[0].lower() not in _OF_CACHES]}
        begun: dict[str, Any] = {}
        body = b""

        async def guarded(message: Any) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start":
                headers = [(name, value) for name, value in message["headers"] if name.lower() not in _OURS] + _headers()
                if _value(headers, b"content-type").startswith(b"text/html"):
                    if visitor(cookies) is None:
                        headers.append((b"set-cookie", _cookie(scope)))
                    begun = {**message, "headers": headers}
                    return
                message = {**message, "headers": headers}
            elif begun:
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                language = language_of(cookies, _header(scope, b"accept-language"))
                page = dressed(body.decode(), language).encode()
                headers = [each for each in begun["headers"] if each[0].lower() not in _OF_BODIES]
                await send({**begun, "headers": [*headers, (b"content-length", str(len(page)).encode())]})
                message = {"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else page}
            await send(message)

        await self._app(scope, receive, guarded)


def _headers() -> list[tuple[bytes, bytes]]:
    return [(b"content-security-policy", policy().encode()), (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"), (b"x-frame-options", b"DENY"),
            (b"cross-origin-opener-policy", b"same-origin"), (b"cross-origin-resource-policy", b"same-origin"),
            (b"permissions-policy", b"camera=(self), xr-spatial-tracking=(self), geolocation=(), microphone=()")]


def _cookie(scope: Any) -> bytes:
    secure = scope.get("scheme") == "https" or _header(scope, b"x-forwarded-proto") == "https"
    found = f"{VISITOR}={secrets.token_urlsafe(32)}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax"
    return (found + ("; Secure" if secure else "")).encode()


def _value(headers: list[tuple[bytes, bytes]], name: bytes) -> bytes:
    return next((value for key, value in headers if key.lower() == name), b"")


_OF_BODIES = frozenset((b"content-length", b"etag", b"last-modified"))
_OF_CACHES = frozenset((b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"))
_OURS = frozenset((b"content-security-policy", b"x-content-type-options", b"referrer-policy", b"x-frame-options"))


def _header(scope: Any, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")
