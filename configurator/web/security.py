"""Headers of every answer, and the cookie by which a visitor finds his own designs again."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

VISITOR = "lot_one_visitor"
_YEAR = 31_536_000
_PROPER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
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
    """ASGI middleware: security headers on every answer; a visitor's cookie with every page."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fresh = secrets.token_urlsafe(32) if visitor(_header(scope, b"cookie")) is None else ""
        secure = scope.get("scheme") == "https" or _header(scope, b"x-forwarded-proto") == "https"

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [(name, value) for name, value in message["headers"] if name.lower() not in _OURS]
                media = next((value for name, value in headers if name.lower() == b"content-type"), b"")
                headers += [(b"content-security-policy", policy().encode()), (b"x-content-type-options", b"nosniff"),
                            (b"referrer-policy", b"no-referrer"), (b"x-frame-options", b"DENY"),
                            (b"cross-origin-opener-policy", b"same-origin"), (b"cross-origin-resource-policy", b"same-origin"),
                            (b"permissions-policy", b"camera=(self), xr-spatial-tracking=(self), geolocation=(), microphone=()")]
                if fresh and media.startswith(b"text/html"):
                    cookie = f"{VISITOR}={fresh}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax" + ("; Secure" if secure else "")
                    headers.append((b"set-cookie", cookie.encode()))
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, guarded)


_OURS = frozenset((b"content-security-policy", b"x-content-type-options", b"referrer-policy", b"x-frame-options"))


def _header(scope: Any, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")


def visitor(cookies: str) -> str | None:
    """The visitor's token in a Cookie header, if it is one that was given out."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(cookies)
    except Exception:  # noqa: BLE001
        return None
    found = jar.get(VISITOR)
    return found.value if found is not None and _PROPER.fullmatch(found.value) else None
