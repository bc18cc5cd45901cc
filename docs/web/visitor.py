"""A customer without a screen: opens a configuration as a browser does, over HTTP and Streamlit's WebSocket, and fetches what
the viewer would: the scene, then every mesh it names."""

from __future__ import annotations

import http.cookiejar
import json
import re
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

_SCENE = re.compile(rb"/api/scene/\w+/\w\w\.json")
_AT_ONCE = 6
"""Connections that a browser opens to one host."""


class Visitor:
    """One customer with cookies of his own. Stays on his page, a WebSocket open, until `leave`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.statuses: list[int] = []
        """Of every answer he got."""
        self.scene: dict[str, Any] = {}
        self.meshes: dict[str, int] = {}
        """Size of each in bytes, by its address."""
        self.page_s = self.scene_s = self.mesh_s = 0.0
        """s from opening the page until its address of a scene, the scene, and the last mesh were there."""
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        self._socket: Any = None

    def open(self, meshes: bool = True, **query: str) -> None:
        """Opens /configure with `query` and waits for all that is drawn. RuntimeError if the page names no scene."""
        begun = time.monotonic()
        self.get("/configure?" + urlencode(query))
        path = self._configure(urlencode(query))
        self.page_s = time.monotonic() - begun
        self.scene = json.loads(self.get(path))
        self.scene_s = time.monotonic() - begun
        if meshes and "parts" in self.scene:
            wanted = sorted({part["mesh"] for part in self.scene["parts"]})
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                self.meshes = dict(zip(wanted, (len(each) for each in pool.map(self.get, wanted)), strict=True))
        self.mesh_s = time.monotonic() - begun

    def get(self, path: str) -> bytes:
        """The body of an answer, whatever its status."""
        try:
            with self._opener.open(self.address + path, timeout=120) as reply:
                self.statuses.append(reply.status)
                return bytes(reply.read())
        except urllib.error.HTTPError as error:
            self.statuses.append(error.code)
            return error.read()

    def leave(self) -> None:
        """Closes the page."""
        if self._socket is not None:
            self._socket.close()

    def _configure(self, query: str) -> str:
        """Runs the page's script; the address of the scene that it wants drawn."""
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from websockets.sync.client import connect

        cookies = "; ".join(f"{each.name}={each.value}" for each in self._jar)
        self._socket = connect(self.address.replace("http", "ws") + "/_stcore/stream", origin=self.address,  # type: ignore[arg-type]
                               subprotocols=["streamlit"], additional_headers={"Cookie": cookies},  # type: ignore[list-item]
                               open_timeout=60, max_size=None, max_queue=None, ping_interval=None)
        self.statuses.append(self._socket.response.status_code)
        wish = BackMsg()
        wish.rerun_script.query_string, wish.rerun_script.page_name = query, "configure"
        wish.rerun_script.context_info.timezone, wish.rerun_script.context_info.locale = "UTC", "en"
        wish.rerun_script.context_info.url = f"{self.address}/configure"
        self._socket.send(wish.SerializeToString())
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = _SCENE.search(self._socket.recv(timeout=60))
            if found:
                return found.group().decode()
        raise RuntimeError(f"/configure?{query} wanted no scene drawn within 60 s")
