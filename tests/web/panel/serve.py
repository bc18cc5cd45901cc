"""Serves the panel on a page of its own, under the policy of the real pages.

`python tests/web/panel/serve.py [PORT]` with `?live` in the address: a real design space answers.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
ASSETS = ROOT / "configurator" / "web" / "assets"
FONTS = ROOT / "configurator" / "standards" / "fonts"
POLICY = ("default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
          "object-src 'none'; base-uri 'self'; frame-ancestors 'none'")
KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
         ".woff2": "font/woff2", ".ttf": "font/ttf"}
PLACES = {"/": HERE / "page.html", "/page.js": HERE / "page.js", "/watch.json": HERE / "watch.json"}


class Page(BaseHTTPRequestHandler):
    """Files of the page, and the answers of one design."""

    design = None
    lock = Lock()

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/turn":
            self._turn(None, {})
            return
        folder, _, name = path.lstrip("/").rpartition("/")
        file = PLACES.get(path) or {"assets": ASSETS, "assets/fonts": ASSETS / "fonts", "fonts": FONTS}.get(folder, HERE) / name
        if file.suffix not in KINDS or not file.is_file():
            self.send_error(404)
            return
        self._answer(file.read_bytes(), KINDS[file.suffix])

    def do_POST(self) -> None:
        what = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self._turn(what.pop("kind"), what)

    def _turn(self, kind: str | None, what: dict[str, object]) -> None:
        with self.lock:
            if Page.design is None:
                from design import CHOSEN, Design

                Page.design = Design("watch_case", **CHOSEN)
            if kind:
                Page.design.handle(kind, what)
            data = Page.design.data(str(self.headers.get("x-language", "en")), str(self.headers.get("x-theme", "light")))
        self._answer(json.dumps(data).encode(), KINDS[".json"])

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        for name, value in (("content-type", kind), ("content-length", str(len(body))), ("cache-control", "no-store"),
                            ("content-security-policy", POLICY)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


def serve(port: int = 0) -> ThreadingHTTPServer:
    """A server that is ready to be run; 0: any free port."""
    return ThreadingHTTPServer(("127.0.0.1", port), Page)


if __name__ == "__main__":
    server = serve(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    print(f"http://127.0.0.1:{server.server_port}/?live&lang=en&theme=light", flush=True)
    server.serve_forever()
