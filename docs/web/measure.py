"""Measures the pages as people meet them: `make pages` prints the figures that docs/performance.md quotes.

A real server on a home of its own, Debian's Chromium drawing by software. Times of drawing say little about a device with
a graphics processor; everything before the drawing holds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox"]
MISHAPS = HERE.parents[1] / "tests" / "web" / "mishaps"
TEMPLATE = "watch_case"
CHANGED = "case_diameter"
"""Parameter whose change rebuilds most of the watch."""


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


def resident(pid: int) -> float:
    """Memory of a process that is resident and its own, MB."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_")) / 1024


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered)), "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))])}


def opened(chromium: Any, address: str, path: str) -> tuple[Any, Any]:
    """A browser's context and a page in it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + path)
    return context, page


def until(page: Any, true: str, seconds: float = 120) -> None:
    """Waits for something in a page."""
    end = time.monotonic() + seconds
    while not page.evaluate(true):
        if time.monotonic() > end:
            raise TimeoutError(true)
        time.sleep(0.02)


def changes(chromium: Any, address: str, count: int) -> dict[str, Any]:
    """Slider released to mesh drawn, and where the time goes, ms."""
    context, page = opened(chromium, address, f"/configure?t={TEMPLATE}&soft")
    until(page, "(window.__lotOneDrawn || []).length")
    slider = page.locator(f"[data-name={CHANGED}] input[type=range]")
    found: dict[str, list[dict[str, float]]] = {"changed": [], "warm": []}
    start, half = int(slider.input_value()), count // 2
    new = [start + (step + 1 if step < half // 2 else half // 2 - step - 1) for step in range(half)]
    for place, target in enumerate([*new, *new[:count - half]]):
        kind = "changed" if place < half else "warm"
        before = page.evaluate("window.__lotOneDrawn.length")
        page.evaluate("""performance.clearResourceTimings()""")
        begun = slider.evaluate("""(element, to) => { element.focus(); element.dispatchEvent(new PointerEvent('pointerdown'));
          element.value = to; element.dispatchEvent(new Event('input', {bubbles: true}));
          const now = performance.now(); element.dispatchEvent(new Event('change', {bubbles: true})); return now; }""", target)
        until(page, f"window.__lotOneDrawn.length > {before}")
        drawn = page.evaluate("window.__lotOneDrawn.at(-1)")
        timing = page.evaluate("""(begun) => { const all = performance.getEntriesByType('resource');
          const scene = all.filter(each => each.name.includes('/api/scene/')).at(-1);
          if (!scene) return null;
          const build = scene.serverTiming.find(each => each.name === 'build')?.duration ?? 0;
          return { page: scene.startTime - begun, build }; }""", begun)
        if timing is None:  # the browser had this scene in its own cache
            timing = {"page": drawn.get("total_ms", 0) and 0.0, "build": 0.0}
        total = timing["page"] + drawn["total_ms"]
        found[kind].append({"total": total, "page": timing["page"], "build": timing["build"],
                            "transfer": max(0.0, drawn["fetch_ms"] - timing["build"]), "read": drawn["parse_ms"],
                            "draw": drawn["draw_ms"], "kB": drawn["bytes"] / 1000})
        page.wait_for_timeout(150)
        assert int(slider.input_value()) == target, "a value was refused: the figures would be of something else"
    context.close()
    return {kind: {"changes": len(rows), **{key: spread([row[key] for row in rows]) for key in rows[0]}}
            for kind, rows in found.items() if rows}


def solving(count: int) -> dict[str, float]:
    """What the design space takes of it: a choice, and the options that are left, ms."""
    from configurator import load_template
    from configurator.web.customer.controls import panel
    from configurator.web.customer.session import Session

    session = Session(load_template(TEMPLATE))
    panel(session, "en", None, "")
    values = list(session.template.parameters[CHANGED].candidates())  # type: ignore[attr-defined]
    middle, taken = values.index(session.product.choices[CHANGED]), []
    for step in range(count):
        begun = time.perf_counter()
        session.choose(CHANGED, values[middle + (step % 8) - 4])
        panel(session, "en", None, "")
        taken.append(1000 * (time.perf_counter() - begun))
    return spread(taken)


def first_views(chromium: Any, address: str) -> dict[str, Any]:
    """A new browser profile at a warm server: s to the gallery, s to the first watch."""
    gallery, watch = [], []
    for _ in range(3):
        begun = time.monotonic()
        context, page = opened(chromium, address, "/?soft")
        until(page, "[...document.querySelectorAll('.lo-gallery img')].filter(each => each.naturalWidth).length > 1")
        gallery.append(time.monotonic() - begun)
        context.close()
        begun = time.monotonic()
        context, page = opened(chromium, address, f"/configure?t={TEMPLATE}&soft")
        until(page, "(window.__lotOneDrawn || []).length")
        watch.append(time.monotonic() - begun)
        context.close()
    return {"gallery": [round(each, 2) for each in gallery], "watch": [round(each, 2) for each in watch]}


def memory(chromium: Any, address: str, pid: int, count: int) -> dict[str, float]:
    """MB of the web process for each visitor who has a watch before him."""
    before = resident(pid)
    contexts = []
    for _ in range(count):
        context = chromium.new_context()
        context.route("**/api/scene/**", lambda route: route.abort())  # his memory is asked for, not the drawing
        page = context.new_page()
        page.goto(f"{address}/configure?t={TEMPLATE}&soft")
        until(page, "[...document.querySelectorAll('*')].some(each => each.shadowRoot?.querySelector('.lo-panel .mass'))")
        contexts.append(context)
    after = resident(pid)
    for context in contexts:
        context.close()
    return {"before": round(before, 1), "after": round(after, 1), "visitors": count, "each": round((after - before) / count, 2)}


def crowd(home: Path, count: int) -> dict[str, Any]:
    """`count` customers at once, one of them with a build that never ends: s that each waits, and whose files he gets."""
    from configurator import load_template
    from configurator.errors import LotOneError, QueueFull
    from configurator.web import server as servers

    os.environ["CONFIGURATOR_TEMPLATES"], os.environ["CONFIGURATOR_DEADLINE"] = str(MISHAPS), "20"
    one = servers.Server(home)
    try:
        for future in one.scenes.start(one.scenes.key(load_template(TEMPLATE)())):
            future.result()
        template, waited, answers = load_template(TEMPLATE), {}, {}

        def ask(name: int, product: Any) -> None:
            begun = time.monotonic()
            key = one.scenes.key(product)
            while name not in answers:
                try:
                    built = [answer for future in one.scenes.start(key) for answer in future.result()]
                    answers[name] = (key, one.scenes.scene(key, built, "en"))
                except QueueFull:  # as the route does
                    time.sleep(0.5)
                except LotOneError as error:
                    answers[name] = (key, f"{type(error).__name__}: {error}")
            waited[name] = time.monotonic() - begun

        products = [load_template("trouble")(shape="hangs"), *(
            template.space.complete({CHANGED: 36 + 0.5 * (index % 16), "crown_flutes": 20 + index % 12})
            for index in range(1, count))]
        threads = [threading.Thread(target=ask, args=pair) for pair in enumerate(products)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        failed = {index: answers[index][1] for index in range(1, count) if isinstance(answers[index][1], str)}
        if failed:
            raise RuntimeError(f"others' builds failed: {failed}")
        own = all(answers[index][1]["number"] == products[index].number and answers[index][1]["key"] == answers[index][0]
                  for index in range(1, count))
        meshes = {index: {part["mesh"] for part in answers[index][1]["parts"]} for index in range(1, count)}
        return {"hung": [round(waited[0], 1), answers[0][1][:60]], "others": {
            "median": round(statistics.median(list(waited.values())[1:]), 1),
            "worst": round(max(value for key, value in waited.items() if key), 1)},
            "each_got_his_own": own, "meshes": len(set.union(*meshes.values()))}
    finally:
        one.close()


def main() -> None:
    """Prints the figures as they come, JSON, one a line."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=40)
    parser.add_argument("--visitors", type=int, default=20)
    asked = parser.parse_args()
    program = os.environ.get("LOT_ONE_CHROMIUM") or shutil.which("chromium")
    def tell(name: str, figures: Any) -> None:
        print(json.dumps({name: figures}), flush=True)

    tell("processors", os.cpu_count())
    tell("load_before", os.getloadavg())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        with server(Path(folder) / "one") as (address, pid):
            tell("first_view_s", first_views(chromium, address))
            tell("change_ms", changes(chromium, address, asked.changes))
            tell("memory_mb", memory(chromium, address, pid, asked.visitors))
        chromium.close()
        tell("solve_ms", solving(asked.changes))
        tell("crowd_s", crowd(Path(folder) / "two", asked.visitors))
    tell("load_after", os.getloadavg())


if __name__ == "__main__":
    main()
