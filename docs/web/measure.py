"""Measures the pages as people meet them: `make pages` prints the figures that docs/performance.md quotes.

A real server on a home of its own, Debian's Chromium drawing by software. Times of drawing say little about a device with
a graphics processor; everything before the drawing holds.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from crowd import crowd
from serving import DRAWN, TEMPLATE, browser, resident, server, spread, until
from visitor import Visitor

CHANGED = "case_diameter"
"""Parameter whose change rebuilds most of the watch."""
BETWEEN, BESIDE = 50, "wrist"
"""Other configurations that are asked for before a warm one comes back, more than the web process keeps at hand; and the
parameter by which they differ, which changes no shape."""
_VIEWER = """[...document.querySelectorAll("[data-testid=stBidiComponentIsolated], [data-testid=stBidiComponentIsolated] *")]
  .map(host => host.shadowRoot?.querySelector(".viewer")).find(Boolean).viewer"""
_FORGET = f"""(() => {{ const viewer = {_VIEWER}, shown = new Set(viewer.model.scene.parts.map(each => each.mesh));
  for (const url of [...viewer.shape.loader.kept.keys()]) if (!shown.has(url)) viewer.shape.loader.kept.delete(url); }})()"""
_RELEASE = """(element, to) => { element.focus(); element.dispatchEvent(new PointerEvent('pointerdown'));
  element.value = to; element.dispatchEvent(new Event('input', {bubbles: true}));
  const now = performance.now(); element.dispatchEvent(new Event('change', {bubbles: true})); return now; }"""
_TIMING = """(begun) => {
  const scene = performance.getEntriesByType('resource').filter(each => each.name.includes('/api/scene/')).at(-1);
  if (!scene) return null;
  const cached = scene.transferSize === 0, build = scene.serverTiming.find(each => each.name === 'build')?.duration ?? 0;
  return { page: scene.startTime - begun, build: cached ? 0 : build, cached: cached ? 1 : 0 }; }"""


def opened(chromium: Any, address: str, path: str) -> tuple[Any, Any]:
    """A browser's context and a page in it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + path)
    return context, page


class Walk:
    """Moves one slider and knows which scenes the server has built before."""

    def __init__(self, chromium: Any, address: str) -> None:
        self.context, self.page = opened(chromium, address, f"/configure?t={TEMPLATE}&soft")
        until(self.page, DRAWN)
        self.network = self.context.new_cdp_session(self.page)
        self.network.send("Network.enable")
        self.slider = self.page.locator(f"[data-name={CHANGED}] input[type=range]")
        self.seen: set[str] = {self.page.evaluate("window.__lotOneDrawn.at(-1).scene")}

    def lap(self, targets: list[int], *, kept: bool) -> list[dict[str, float]]:
        """One change after the other. `kept`: the browser has its cache, else only the viewer has the meshes that it shows."""
        self.network.send("Network.setCacheDisabled", {"cacheDisabled": not kept})
        return [self.change(target, kept=kept) for target in targets]

    def change(self, target: int, *, kept: bool) -> dict[str, float]:
        """Slider released to mesh drawn, and where the time goes, ms; `new` is 1 if the server never had this scene."""
        page = self.page
        if not kept:
            page.evaluate(_FORGET)
        before = page.evaluate(DRAWN)
        page.evaluate("performance.clearResourceTimings()")
        begun = self.slider.evaluate(_RELEASE, target)
        until(page, f"{DRAWN} > {before}")
        drawn, timing = page.evaluate("window.__lotOneDrawn.at(-1)"), page.evaluate(_TIMING, begun)
        page.wait_for_timeout(150)
        if int(self.slider.input_value()) != target or timing is None:
            raise RuntimeError(f"{CHANGED} at {target} was refused or drew nothing: the figures would be of something else")
        new = drawn["scene"] not in self.seen
        self.seen.add(drawn["scene"])
        return {"total": timing["page"] + drawn["total_ms"], "page": timing["page"], "build": timing["build"],
                "transfer": max(0.0, drawn["fetch_ms"] - timing["build"]), "read": drawn["parse_ms"],
                "draw": drawn["draw_ms"], "kB": drawn["bytes"] / 1000, "reused": drawn["reused"], "new": new,
                "cached": timing["cached"]}


def changes(chromium: Any, address: str, count: int) -> dict[str, Any]:
    """A changed part, and the same scenes again. RuntimeError if one that should be warm is new to the server.

    What follows a choice depends on where one comes from, so the same value is another watch on the second lap; from then
    on each lap comes from where the last one did, and gives the same watches.
    """
    walk = Walk(chromium, address)
    start = int(walk.slider.input_value())
    targets = [start + step for step in range(1, count // 2 + 1)] + [start - step for step in range(1, count - count // 2 + 1)]
    made = [*walk.lap(targets, kept=False), *walk.lap(targets, kept=False)]
    found = {"changed": [row for row in made if row["new"]]}
    others(address)
    found["warm_from_the_memo"] = walk.lap(targets, kept=False)
    found["warm_at_hand"] = walk.lap(targets, kept=False)
    walk.lap(targets, kept=True)  # the browser fills its cache
    found["warm_kept_by_the_browser"] = walk.lap(targets, kept=True)
    walk.context.close()
    again = [row for name, rows in found.items() if name != "changed" for row in rows]
    if any(row["new"] for row in again) or any(row["cached"] for name in list(found)[:3] for row in found[name]):
        raise RuntimeError("a scene that should be warm was new to the server, or the browser had it")
    return {kind: {"scenes": len(rows), "from_the_browser": round(sum(row["cached"] for row in rows)),
                   **{key: spread([row[key] for row in rows]) for key in rows[0] if key not in ("new", "cached")}}
            for kind, rows in found.items() if rows}


def others(address: str) -> None:
    """`BETWEEN` other customers open a watch each, so that the web process has nothing of before at hand."""
    from configurator import load_template
    from configurator.web import tokens

    template = load_template(TEMPLATE)
    values = [value for value in template.parameters[BESIDE].candidates() if value in template.space.options({})[BESIDE]]
    if len(values) < BETWEEN:
        raise RuntimeError(f"{BESIDE} has {len(values)} values, {BETWEEN} are wanted")
    for value in values[:BETWEEN]:
        product = template.space.complete({BESIDE: value})
        visitor = Visitor(address)
        visitor.open(meshes=False, c=tokens.token(product))
        visitor.leave()
        if visitor.scene.get("number") != product.number:
            raise RuntimeError(f"a visitor got no scene: {visitor.statuses} {visitor.scene}")


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
    for _ in range(5):
        begun = time.monotonic()
        context, page = opened(chromium, address, "/?soft")
        until(page, "[...document.querySelectorAll('.lo-gallery img')].filter(each => each.naturalWidth).length > 1")
        gallery.append(time.monotonic() - begun)
        context.close()
        begun = time.monotonic()
        context, page = opened(chromium, address, f"/configure?t={TEMPLATE}&soft")
        until(page, DRAWN)
        watch.append(time.monotonic() - begun)
        context.close()
    return {"gallery": sorted(round(each, 2) for each in gallery), "watch": sorted(round(each, 2) for each in watch)}


def memory(chromium: Any, address: str, pid: int, count: int) -> dict[str, float]:
    """MB of the web process for each visitor who has a watch before him in a browser."""
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


def main() -> None:
    """Prints the figures as they come, JSON, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=20, help="values of a lap (20)")
    parser.add_argument("--visitors", type=int, default=20, help="customers at once (20)")
    parser.add_argument("--only", action="append", default=[], help="first_view_s, change_ms, memory_mb, solve_ms or crowd_s")
    asked = parser.parse_args()

    def tell(name: str, measured: Any) -> None:
        if name in asked.only or not asked.only:
            begun, load = time.monotonic(), os.getloadavg()[0]
            print(json.dumps({name: measured(), "load": [round(load, 1), round(os.getloadavg()[0], 1)],
                              "took_s": round(time.monotonic() - begun)}), flush=True)

    print(json.dumps({"processors": os.cpu_count()}))
    with tempfile.TemporaryDirectory() as folder:
        with browser() as chromium, server(Path(folder) / "one") as (address, pid):
            tell("first_view_s", lambda: first_views(chromium, address))
            tell("change_ms", lambda: changes(chromium, address, asked.changes))
            tell("memory_mb", lambda: memory(chromium, address, pid, asked.visitors))
        tell("solve_ms", lambda: solving(2 * asked.changes))
        tell("crowd_s", lambda: crowd(Path(folder) / "two", asked.visitors))


if __name__ == "__main__":
    main()
