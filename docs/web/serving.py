"""A real server of the pages on a home of its own, a browser to look at it, and what both take: for measuring and pictures."""

from __future__ import annotations

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox",
         "--disable-dev-shm-usage", "--disable-gpu-watchdog", "--disable-gpu-process-crash-limit",
         "--disable-domain-blocking-for-3d-apis"]
"""Drawn by the processor: a slow picture is not taken for a hung graphics card."""
TEMPLATE = "watch_case"
DRAWN = "(window.__lotOneDrawn || []).length"


@contextmanager
def server(home: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """Address and process id of a server that has warmed up."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "configurator.cli", "app", "--headless", "--port", str(port)],
                               env={**os.environ, "CONFIGURATOR_HOME": str(home), **settings},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while process.poll() is None:
            try:
                health = json.loads(urllib.request.urlopen(address + "/api/health", timeout=5).read())
                if all(each["state"] == "idle" and each["jobs"] for each in health["workers"]):
                    break
            except OSError:
                pass
            time.sleep(0.5)
        time.sleep(2)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def browser() -> Iterator[Any]:
    """Debian's Chromium, drawing by software; $LOT_ONE_CHROMIUM names another."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("LOT_ONE_CHROMIUM") or shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


def until(page: Any, true: str, seconds: float = 120) -> None:
    """Waits for something in a page. Polled: frames starve where the processor draws. TimeoutError with what never came."""
    end = time.monotonic() + seconds
    while not page.evaluate(true):
        if time.monotonic() > end:
            raise TimeoutError(f"never in {seconds:.0f} s at {page.url}: {true}")
        time.sleep(0.02)


def resident(pid: int) -> float:
    """Memory of a process that is resident and its own, MB."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_")) / 1024


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered)), "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))])}
