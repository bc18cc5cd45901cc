"""A real server of the web application, on a port of its own, for the tests that talk to it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox", "--disable-dev-shm-usage",
         "--disable-gpu-watchdog", "--disable-gpu-process-crash-limit", "--disable-domain-blocking-for-3d-apis"]
"""Drawn by the processor: where that is busy, the browser would take a slow picture for a hung graphics card, end the process
that draws, and refuse WebGL from then on."""


@dataclass
class Reply:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A server that runs."""

    port: int
    home: Path
    process: subprocess.Popen[bytes]
    log: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", data: bytes | None = None, **headers: str) -> Reply:
        """One request; header names with _ for -."""
        request = urllib.request.Request(self.address + path, data=data, method=method,
                                         headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=120) as reply:
                return Reply(reply.status, {key.lower(): value for key, value in reply.headers.items()}, reply.read())
        except urllib.error.HTTPError as error:
            return Reply(error.code, {key.lower(): value for key, value in error.headers.items()}, error.read())

    def again(self) -> Running:
        """One like it in its place, after it was stopped: same port, same home, same settings."""
        return start(self.home, self.port, **self.settings)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(home: Path, port: int = 0, **settings: str) -> Running:
    """A server on `home`, on a free port if none is named; waits until it answers."""
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    home.mkdir(parents=True, exist_ok=True)
    log = home / "server.log"
    environment: dict[str, Any] = {**os.environ, "CONFIGURATOR_HOME": str(home), **settings}
    with log.open("ab") as out:
        process = subprocess.Popen([sys.executable, "-m", "configurator.cli", "app", "--headless", "--port", str(port)],
                                   env=environment, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    running = Running(port, home, process, log, settings)
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        try:
            if running.get("/api/health").status == 200:
                return running
        except OSError:
            time.sleep(0.2)
    running.stop()
    raise AssertionError(f"the server did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all tests of a process."""
    running = start(tmp_path_factory.mktemp("home"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Running]]:
    """`start_server(**settings)` is a server of one's own."""
    begun: list[Running] = []

    def begin(**settings: str) -> Running:
        begun.append(start(tmp_path_factory.mktemp("home"), **settings))
        return begun[-1]

    yield begin
    for each in begun:
        each.stop()


@pytest.fixture(scope="module")  # two at a time cannot be in one process
def chromium(judge: Callable[[str, Callable[[], Any]], Any]) -> Iterator[Any]:
    """Debian's Chromium, drawing by software."""
    def playwright() -> Any:
        from playwright.sync_api import sync_playwright
        return sync_playwright

    begin = judge("playwright", playwright)
    program = judge("chromium", lambda: os.environ.get("LOT_ONE_CHROMIUM") or shutil.which("chromium"))
    with begin() as started:
        found = started.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()
