"""The viewer in a real browser: Chromium draws by software, the server is a few lines, the scenes are boxes."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("web")
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ASSETS = ROOT / "configurator" / "web" / "assets"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
POLICY = ("default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
          "object-src 'none'; base-uri 'self'")
FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox"]
ALL = ["views", "edges", "section", "turntable", "dimensions", "beside", "ar", "faces", "measure"]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Viewer</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>A box</h1><div id="place"></div></main><script type="module" src="/page.js"></script></body></html>"""
SCRIPT = """import show from "/assets/viewer.js";
const root = document.getElementById("place").attachShadow({ mode: "open" });
window.said = [];
let data = { scene: null, language: "en", theme: "light", tools: ALL_TOOLS, select: null, note: null, looks: {},
             beside: { coin: { name: "1 Fr.", diameter: 23.2, thickness: 1.55 }, wrist: { circumference: 170 } } };
window.tell = (more) => {
  data = { ...data, ...more };
  window.away = show({ data, parentElement: root, setTriggerValue: (name, value) => window.said.push([name, value]), setStateValue: () => undefined });
  window.element = root.querySelector(".viewer");
  window.viewer = window.element.viewer;
};
window.ready = true;
""".replace("ALL_TOOLS", json.dumps(ALL))

_spec = spec_from_file_location("web_boxes", HERE / "boxes.py")
assert _spec is not None
assert _spec.loader is not None
boxes = module_from_spec(_spec)
_spec.loader.exec_module(boxes)


class Served(ThreadingHTTPServer):
    """What the page asks for; `answers` can be changed while it runs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, tuple[int, bytes]] = {}
        self.slow: dict[str, threading.Event] = {}
        self.asked: list[str] = []

    def scene(self, key: str, size: tuple[float, float, float], *parts: dict[str, Any]) -> None:
        self.answers[f"/api/scene/{key}.json"] = (200, json.dumps(boxes.scene(key, size, *parts)).encode())


class _Handler(BaseHTTPRequestHandler):
    server: Served

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(path)
        if path in self.server.slow:
            self.server.slow[path].wait(60)
        status, body = self.server.answers.get(path, (404, b"{}"))
        if path.startswith("/assets/") and (ASSETS / path[8:]).is_file():
            status, body = 200, (ASSETS / path[8:]).read_bytes()
        kind = {".js": "text/javascript", ".glb": "model/gltf-binary", ".json": "application/json"}.get(Path(path).suffix, "text/html")
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the viewer no longer wanted it

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def browser(judge: Callable[[str, Callable[[], Any]], Any]) -> Iterator[Any]:
    def playwright() -> Any:
        from playwright.sync_api import sync_playwright
        return sync_playwright

    begin = judge("playwright", playwright)
    chromium = judge("chromium", lambda: os.environ.get("LOT_ONE_CHROMIUM") or shutil.which("chromium"))
    with begin() as started:
        found = started.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def served() -> Iterator[Served]:
    server = Served()
    server.answers |= {"/": (200, PAGE.encode()), "/page.js": (200, SCRIPT.encode()),
                       "/api/mesh/base.glb": (200, boxes.box(20, 10, 4)), "/api/mesh/top.glb": (200, boxes.box(6, 6, 2)),
                       "/api/mesh/tall.glb": (200, boxes.box(6, 6, 4)),
                       "/api/mesh/near.glb": (200, boxes.box(20, 10, 4, (-0.4, 0.8))),
                       "/api/mesh/far.glb": (200, boxes.box(20, 10, 4, (-1.3, -1.3)))}
    server.scene("one", (20, 10, 4), boxes.part("base", "base"))
    server.scene("two", (20, 10, 6), boxes.part("base", "base", (0, 0, -1)), boxes.part("top", "top", (0, 0, 2)))
    server.scene("near", (20, 10, 6), boxes.part("base", "near", (0, 0, -1)), boxes.part("top", "top", (0, 0, -7)))
    server.scene("far", (20, 10, 4), boxes.part("base", "far"))
    server.scene("three", (20, 10, 8), boxes.part("base", "base", (0, 0, -2)), boxes.part("top", "tall", (0, 0, 2)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    for event in server.slow.values():
        event.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 900, "height": 640}, reduced_motion="reduce")
    opened = context.new_page()
    opened.wrong = []
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("console", lambda said: opened.wrong.append(said.text) if said.type == "error" and "status of" not in said.text else None)
    opened.goto(f"http://127.0.0.1:{served.server_port}/?soft")
    until(opened, "window.ready")
    yield opened
    assert opened.wrong == []
    context.close()


def until(page: Any, true: str, seconds: float = 60) -> Any:
    """What `true` (JavaScript) gives as soon as that is true. Polled: frames starve where the processor draws."""
    end = time.monotonic() + seconds
    while not (found := page.evaluate(true)):
        assert time.monotonic() < end, f"never true: {true}"
        time.sleep(0.05)
    return found


def show(page: Any, key: str, **more: Any) -> dict[str, Any]:
    """Shows a scene and waits until it is drawn."""
    before = page.evaluate("(window.__lotOneDrawn || []).length")
    page.evaluate("more => tell(more)", {"scene": f"/api/scene/{key}.json", **more})
    until(page, f"(window.__lotOneDrawn || []).length > {before}")
    drawn: dict[str, Any] = page.evaluate("window.__lotOneDrawn.at(-1)")
    assert drawn["scene"] == key
    return drawn


def middle(page: Any) -> list[int]:
    """Red, green, blue in the middle of the picture, drawn now."""
    found: list[int] = page.evaluate("""() => {
      const { stage } = viewer, gl = stage.renderer.getContext(), pixel = new Uint8Array(4);
      stage.camera.lens.clearViewOffset();
      stage.camera.lens.updateProjectionMatrix();
      stage.draw();
      gl.readPixels(gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      return [...pixel].slice(0, 3);
    }""")
    return found


def test_a_new_shape_keeps_camera_and_meshes(page: Any, served: Served) -> None:
    first = show(page, "one")
    assert (first["reused"], first["bytes"]) == (0, len(boxes.box(20, 10, 4)))
    page.evaluate("viewer.stage.camera.turn(0.4, -0.2)")
    pose = page.evaluate("({ ...viewer.stage.camera.pose, target: viewer.stage.camera.target.toArray() })")
    geometry = page.evaluate("viewer.model.parts[0].geometry.uuid")
    second = show(page, "two")
    assert (second["reused"], second["bytes"]) == (1, len(boxes.box(6, 6, 2)))
    assert page.evaluate("({ ...viewer.stage.camera.pose, target: viewer.stage.camera.target.toArray() })") == pose
    assert page.evaluate("viewer.model.parts.map(each => each.part.name)") == ["base", "top"]
    assert page.evaluate("viewer.model.parts[0].geometry.uuid") == geometry
    assert page.evaluate("viewer.model.parts[0].objects[0].matrixWorld.elements[13]") == pytest.approx(-1)
    assert show(page, "one")["bytes"] == 0
    assert page.evaluate("viewer.stage.root.children.length") == 1
    assert served.asked.count("/api/mesh/base.glb") == 1


def test_looks_change_without_a_fetch(page: Any, served: Served) -> None:
    show(page, "one")
    asked, before = len(served.asked), middle(page)
    gold = boxes.part("base", "base", colour=[0.1, 0.3, 0.9])["appearance"]
    page.evaluate("looks => tell({ looks })", {"base": gold})
    after = middle(page)
    assert before[0] > before[2]
    assert after[2] > after[0]
    assert len(served.asked) == asked
    page.evaluate("tell({ looks: {} })")
    assert middle(page) == before


def test_the_last_wish_wins_and_the_old_shape_stays_until_then(page: Any, served: Served) -> None:
    show(page, "one")
    served.slow["/api/scene/two.json"] = threading.Event()
    page.evaluate("tell({ scene: '/api/scene/two.json' })")
    until(page, "element.querySelector('.sign').classList.contains('on')")
    assert until(page, "element.querySelector('.aloud').textContent") == "The new shape is on its way."
    assert page.evaluate("viewer.model.scene.key") == "one"
    show(page, "three")
    served.slow["/api/scene/two.json"].set()
    time.sleep(0.3)
    assert page.evaluate("viewer.model.scene.key") == "three"
    assert not page.evaluate("element.querySelector('.sign').classList.contains('on')")
    assert [each["scene"] for each in page.evaluate("window.__lotOneDrawn")] == ["one", "three"]


def test_a_refused_shape_says_why_and_can_be_tried_again(page: Any, served: Served) -> None:
    show(page, "one")
    good = served.answers["/api/scene/two.json"]
    sentence = {"en": "The lugs could not be built.", "fr": "Les cornes n’ont pas pu être construites.", "de": "Die Hörner liessen sich nicht bauen."}
    served.answers["/api/scene/two.json"] = (422, json.dumps({"error": {"code": "build", "sentences": sentence, "retry": True}}).encode())
    page.evaluate("tell({ scene: '/api/scene/two.json', language: 'de', texts: {} })")
    assert until(page, "element.querySelector('.card p').textContent") == sentence["de"]
    assert page.evaluate("viewer.model.scene.key") == "one"
    served.answers["/api/scene/two.json"] = good
    page.get_by_role("button", name="Try again").click()
    until(page, "viewer.model.scene.key === 'two'")
    assert page.evaluate("element.querySelector('.card').hidden")


def test_a_lost_connection_goes_on_by_itself(page: Any, served: Served) -> None:
    show(page, "one")
    page.context.set_offline(True)
    page.evaluate("tell({ scene: '/api/scene/two.json' })")
    assert "connection is lost" in until(page, "element.querySelector('.card p').textContent")
    assert page.evaluate("viewer.model.scene.key") == "one"
    page.wrong.clear()  # the browser itself tells of the failed requests
    page.context.set_offline(False)
    until(page, "viewer.model.scene.key === 'two'")
    page.wrong.clear()


def test_a_forgotten_scene_is_asked_for_again(page: Any, served: Served) -> None:
    show(page, "one")
    known = served.answers.pop("/api/scene/two.json")
    page.evaluate("tell({ scene: '/api/scene/two.json' })")
    until(page, "said.length")
    assert page.evaluate("said") == [["missing", {"scene": "/api/scene/two.json"}]]
    served.answers["/api/scene/two.json"] = known
    assert show(page, "two")["reused"] == 1


def test_a_section_shows_caps(page: Any, served: Served) -> None:
    show(page, "one")
    page.evaluate("viewer.stage.camera.view('profile', viewer.stage.camera.target)")
    page.evaluate("viewer.stage.camera.turn(-Math.PI / 2, 0.2)")  # the front of the cut, a little from above
    whole = middle(page)
    page.get_by_role("button", name="Section").click()
    # the part's own colour, a fifth paler, as sRGB: neither lit nor, for a bought part, hatched
    cap = [round(255 * (own + 0.2 * (pale - own))) for own, pale in zip((0.8, 0.2, 0.2), (0.93, 0.92, 0.9), strict=True)]
    assert middle(page) == pytest.approx(cap, abs=3)
    assert whole != pytest.approx(cap, abs=3)
    for position, depth in (("0.25", 2.5), ("0.75", -2.5)):
        page.get_by_role("slider").fill(position)
        assert page.evaluate("viewer.section.plane.distanceToPoint(viewer.stage.camera.target)") == pytest.approx(depth, abs=0.02)
    assert middle(page) != pytest.approx(whole, abs=3)
    page.get_by_role("button", name="Section").click()
    assert middle(page) == pytest.approx(whole, abs=3)


def test_picks_are_exact_and_measured(page: Any, served: Served) -> None:
    show(page, "one")
    page.get_by_role("button", name="Measure").click()
    box = page.evaluate("(({ x, y, width, height }) => [x + width / 2, y + height / 2])(element.getBoundingClientRect())")
    centred = "viewer.stage.camera.lens.clearViewOffset(), viewer.stage.camera.lens.updateMatrixWorld(), viewer.stage.camera.lens.updateProjectionMatrix()"
    for view in ("front", "back"):
        page.evaluate(f"viewer.stage.camera.view('{view}', viewer.stage.camera.target), {centred}")
        page.mouse.click(*box)
    picked = [value for name, value in page.evaluate("said") if name == "picked"]
    assert [(each["part"], each["kind"], each["index"], each["area_mm2"], each["direction"]) for each in picked] == [
        ("base", "face", 4, 200, [0, 0, 1]), ("base", "face", 5, 200, [0, 0, -1])]
    card = page.evaluate("element.querySelector('.facts').innerText")
    assert "Between parallel planes" in card
    assert "4.00\u202fmm" in card
    page.get_by_role("button", name="Measure").click()
    page.get_by_role("button", name="Faces").click()
    page.evaluate("viewer.stage.camera.view('front', viewer.stage.camera.target), viewer.stage.camera.zoom(2.2)")
    edge = page.evaluate("""() => {
      const point = viewer.stage.camera.target.clone().set(2, 2, 5).project(viewer.stage.camera.lens), box = element.getBoundingClientRect();
      return [box.x + (point.x + 1) / 2 * box.width, box.y + (1 - point.y) / 2 * box.height];
    }""")
    page.mouse.click(*edge)
    assert page.evaluate("said.at(-1)[1]") == {"part": "base", "kind": "edge", "index": 0, "type": "line", "length_mm": 20, "first": 0, "count": 2}
    assert "Straight edge" in page.evaluate("element.querySelector('.facts').innerText")


def test_dimensions_are_the_boxes_own(page: Any, served: Served) -> None:
    show(page, "one")
    page.get_by_role("button", name="Dimensions").click()
    page.evaluate("viewer.stage.draw()")
    labels = page.evaluate("""[...element.querySelectorAll('.overlay .number')].map(each => each.textContent)""")
    assert sorted(labels) == ["Depth 4.00\u202fmm", "Height 10.00\u202fmm", "Width 20.00\u202fmm"]
    plates = page.evaluate("[...element.querySelectorAll('.overlay .plate')].map(each => ['x', 'y', 'width', 'height'].map(name => +each.getAttribute(name)))")
    for at, (x, y, width, height) in enumerate(plates):
        for left, top, wide, tall in plates[:at]:
            assert x >= left + wide or left >= x + width or y >= top + tall or top >= y + height


def test_what_stands_beside_is_true_to_size(page: Any, served: Served) -> None:
    show(page, "one")
    page.get_by_role("button", name="True to size").click()
    page.get_by_role("button", name="Coin: 1 Fr.").click()
    size = """name => { const mesh = viewer.stage.root.getObjectByName(name); mesh.geometry.computeBoundingBox();
                        const { min, max } = mesh.geometry.boundingBox; return max.sub(min).toArray(); }"""
    assert page.evaluate(size, "coin") == pytest.approx([23.2, 1.55, 23.2], abs=0.01)
    page.get_by_role("button", name="Wrist of 170").click()
    _, tall, wide = page.evaluate(size, "wrist")
    rim = page.evaluate("""([a, b]) => { let sum = 0; const n = 20000;
      for (let i = 0; i < n; i++) { const t = 2 * Math.PI * i / n; sum += Math.hypot(a * Math.sin(t), b * Math.cos(t)); }
      return sum * 2 * Math.PI / n; }""", [wide / 2, tall / 2])
    assert rim == pytest.approx(170, abs=0.1)
    assert page.evaluate("viewer.stage.root.getObjectByName('coin')") is None


def stand_in_front(page: Any) -> None:
    """The +Z face of a box, seen straight."""
    page.evaluate("viewer.stage.camera.view('front', viewer.stage.camera.target)")


def test_what_follows_a_leg_is_coloured_by_its_distance(page: Any, served: Served) -> None:
    show(page, "one")
    tool = page.get_by_role("button", name="Distance to the leg")
    assert tool.count() == 0, "nothing of it follows a leg"
    stand_in_front(page)
    plain = middle(page)
    show(page, "near")
    assert tool.count() == 1
    assert page.evaluate("viewer.stage.root.children.length") == 2
    assert middle(page) == plain, "it looks the same as long as nobody asks"
    tool.focus()
    page.keyboard.press("Enter")
    assert tool.get_attribute("aria-pressed") == "true"
    legend = page.get_by_role("group", name="Distance to the leg")
    told = legend.inner_text()
    for words in ("95 % within 0.80\u202fmm, greatest 0.80\u202fmm", "0: 3.00\u202fmm off the skin", "Tap a place", "inside", "outside"):
        assert words in told
    assert "\u22121.0" in told
    assert "+1.0" in told
    assert legend.get_by_role("img").get_attribute("aria-label") == "Colours from \u22121.0, inside, to +1.0\u202fmm, outside"
    # +0.2 of 1 mm: two fifths of the way from pale (244 242 236) to orange (232 156 84)
    assert middle(page) == pytest.approx([239, 208, 175], abs=6)
    page.keyboard.press("Enter")
    assert tool.get_attribute("aria-pressed") == "false"
    assert legend.count() == 0
    assert middle(page) == plain
    assert page.evaluate("viewer.stage.root.children.length") == 2
    tool.click()
    show(page, "far")
    assert "\u22121.5" in legend.inner_text(), "the scale holds the greatest"
    stand_in_front(page)
    assert middle(page)[2] > middle(page)[0] + 60, "inside is blue"
    show(page, "one")
    assert (tool.count(), legend.count()) == (0, 0)
    assert middle(page) == plain


def test_a_distance_is_read_where_it_is_tapped(page: Any, served: Served) -> None:
    show(page, "near")
    page.get_by_role("button", name="Distance to the leg").click()
    read = page.get_by_role("status").filter(has_text="a place")
    assert read.count() == 1
    words = "element.querySelector('.panel .read').textContent"
    page.evaluate("viewer.stage.camera.view('front', viewer.stage.camera.target), viewer.stage.draw()")
    spot = """x => { const p = viewer.stage.camera.target.clone().set(x, 1, 0).project(viewer.stage.camera.lens);
      const box = element.getBoundingClientRect(); return [box.x + (p.x + 1) / 2 * box.width, box.y + (1 - p.y) / 2 * box.height]; }"""
    for x, said in ((5.0, "Base: 0.50\u202fmm outside"), (-9.0, "Base: 0.34\u202fmm inside")):
        page.mouse.click(*page.evaluate(spot, x))
        assert page.evaluate(words) == said
    page.evaluate("viewer.stage.draw()")
    assert page.evaluate("element.querySelector('.overlay .number').textContent") == "\u22120.34\u202fmm"
    page.evaluate("viewer.stage.camera.view('back', viewer.stage.camera.target), viewer.stage.draw()")
    page.mouse.click(*page.evaluate(spot, 9.0))
    assert page.evaluate(words) == "Base: nothing is followed here"
    furthest = page.get_by_role("button", name="Show the greatest")
    furthest.focus()
    page.keyboard.press("Enter")
    assert furthest.evaluate("each => each === each.getRootNode().activeElement"), "who works with keys stays there"
    assert page.evaluate(words) == "Base: 0.80\u202fmm outside"


def test_keys_turn_it_and_the_bar_is_one_stop(page: Any, served: Served) -> None:
    show(page, "one")
    page.evaluate("element.querySelector('canvas').focus()")
    before = page.evaluate("viewer.stage.camera.pose.azimuth")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("viewer.stage.camera.pose.azimuth") > before
    page.keyboard.press("2")
    assert page.evaluate("viewer.stage.camera.pose.elevation") == pytest.approx(1.5708, abs=1e-3)
    page.keyboard.press("Tab")
    focused = "document.activeElement.shadowRoot.activeElement.dataset.tool"
    assert page.evaluate(focused) == "view three_quarter"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "view front"
    assert page.evaluate("[...element.querySelectorAll('.bar button')].filter(each => each.tabIndex === 0).length") == 1
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.evaluate("element.querySelector('[data-tool=measure]').getAttribute('aria-pressed')") == "true"


def test_the_room_is_offered_only_where_it_works_and_fetched_only_then(page: Any, served: Served) -> None:
    served.answers["/api/view/one.glb"] = served.answers["/api/mesh/base.glb"]
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.partition("//")[2].partition("/")[0]))
    show(page, "one")
    assert page.get_by_role("button", name="In your room").count() == 0
    assert "/assets/ar.js" not in served.asked
    page.evaluate("viewer.room = true, viewer.offer()")
    page.get_by_role("button", name="In your room").click()
    until(page, "element.querySelector('model-viewer')?.loaded")
    assert page.evaluate("element.querySelector('model-viewer').getDimensions().x") == pytest.approx(0.020)
    assert "/api/view/one.glb" in served.asked
    page.get_by_role("button", name="Close").click()
    until(page, "!element.querySelector('dialog')")
    assert hosts <= {f"127.0.0.1:{served.server_port}", ""}


DENY = """() => {
  const given = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = () => null;
  window.allow = () => { HTMLCanvasElement.prototype.getContext = given; };
}"""
LOSE = "window.lose = viewer.stage.renderer.getContext().getExtension('WEBGL_lose_context'), lose.loseContext()"
"""The browser takes away what it drew with."""


def dressed_up(page: Any) -> dict[str, Any]:
    """Shows two parts in another metal, cut, with edges and dimensions, from a side; what then stands there."""
    show(page, "two", looks={"base": boxes.part("base", "base", colour=[0.9, 0.7, 0.3])["appearance"]})
    for name in ("Edges", "Section", "Dimensions"):
        page.get_by_role("button", name=name).click()
    page.evaluate("viewer.stage.camera.turn(0.5, -0.3)")
    return standing(page)


def standing(page: Any) -> dict[str, Any]:
    """Everything in the picture and over it, drawn now: the picture itself in a grid of colours."""
    found: dict[str, Any] = page.evaluate("""() => {
      const { stage, edges, section, model } = viewer, gl = stage.renderer.getContext(), colours = [];
      stage.draw();
      for (let x = 1; x < 16; x++) for (let y = 1; y < 16; y++) {
        const pixel = new Uint8Array(4);
        gl.readPixels(gl.drawingBufferWidth * x / 16, gl.drawingBufferHeight * y / 16, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
        colours.push(...pixel);
      }
      return { colours, pose: { ...stage.camera.pose }, scene: model.scene.key, edges: edges.on, section: section.on,
               pressed: [...element.querySelectorAll("[aria-pressed=true]")].map((each) => each.dataset.tool ?? each.textContent),
               marks: [...element.querySelectorAll(".overlay .number")].map((each) => each.textContent),
               environment: Boolean(stage.scene.environment), told: !element.querySelector(".without").hidden };
    }""")
    return found


def same(now: dict[str, Any], before: dict[str, Any]) -> None:
    """The two are one picture, but for rounding where an edge is smoothed."""
    colours = before["colours"]
    far = [abs(a - b) for a, b in zip(now.pop("colours"), colours, strict=True)]
    assert len(set(colours)) > 20, "nothing is in the picture"
    assert sum(each > 6 for each in far) <= len(far) // 100
    assert now == {name: value for name, value in before.items() if name != "colours"}


def test_a_lost_context_comes_back_with_all_that_stood_there(page: Any, served: Served) -> None:
    before = dressed_up(page)
    page.evaluate(LOSE)
    until(page, "viewer.stage.lost")
    page.evaluate("lose.restoreContext()")
    until(page, "!viewer.stage.lost")
    same(standing(page), before)
    asked = len(served.asked)
    show(page, "one")
    assert len(served.asked) == asked + 1  # the scene; its mesh is known


def test_what_is_lost_and_not_given_back_is_had_anew_in_silence(page: Any, served: Served) -> None:
    before = dressed_up(page)
    page.evaluate("element.querySelector('canvas').focus()")
    page.evaluate("window.old = element.querySelector('canvas')")
    page.evaluate(LOSE)
    until(page, "element.querySelector('canvas') !== old")
    same(standing(page), before)
    assert page.evaluate("document.activeElement.shadowRoot.activeElement === element.querySelector('canvas')")
    turned = page.evaluate("viewer.stage.camera.pose.azimuth")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("viewer.stage.camera.pose.azimuth") > turned


def test_what_is_lost_and_cannot_be_had_is_told_until_it_can(page: Any, served: Served) -> None:
    before = dressed_up(page)
    page.evaluate(DENY)
    page.evaluate(LOSE)
    assert page.evaluate("element.querySelector('.without').hidden"), "the browser may still give it back"
    assert "stopped drawing" in until(page, "element.querySelector('.without p').textContent")
    assert not page.get_by_role("toolbar").is_visible(), "its buttons would do nothing"
    page.evaluate("tell({ looks: {} })")  # the page goes on
    page.evaluate("tell({ scene: '/api/scene/three.json' })")
    until(page, "viewer.model.scene.key === 'three'")
    assert page.evaluate("window.__lotOneDrawn.length") == 1, "what is not drawn is not told as drawn"
    page.evaluate("tell({ scene: '/api/scene/two.json' })")
    until(page, "viewer.model.scene.key === 'two'")
    gold = boxes.part("base", "base", colour=[0.9, 0.7, 0.3])["appearance"]
    page.evaluate("looks => tell({ looks })", {"base": gold})
    page.evaluate("allow()")
    page.get_by_role("button", name="Try again").focus()
    page.keyboard.press("Enter")
    until(page, "!viewer.stage.lost")
    same(standing(page), before)
    assert [each["scene"] for each in page.evaluate("window.__lotOneDrawn")] == ["two", "two"]
    assert page.evaluate("document.activeElement.shadowRoot.activeElement === element.querySelector('canvas')")


def test_it_goes_away_whole(page: Any, served: Served) -> None:
    show(page, "two")
    page.evaluate("away(), tell({ note: 'only new data' })")
    time.sleep(0.1)
    assert page.evaluate("viewer.model.parts.length") == 2
    page.evaluate("away()")
    until(page, "document.getElementById('place').shadowRoot.childElementCount === 0")
    assert page.evaluate("viewer.model.parts.length") == 0


def refusing(browser: Any, served: Served, times: str) -> Any:
    """A page whose browser refuses the first `times` contexts, in order to count them in `refused`."""
    opened = browser.new_context(reduced_motion="reduce").new_page()
    opened.add_init_script("""
      window.refused = 0; window.most = MOST;
      const given = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (...asked) {
        return refused < most ? (refused += 1, null) : given.apply(this, asked);
      };""".replace("MOST", times))
    opened.wrong = []
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("console", lambda said: opened.wrong.append(said.text) if said.type == "error" and "status of" not in said.text else None)
    opened.goto(f"http://127.0.0.1:{served.server_port}/?soft")
    until(opened, "window.ready")
    return opened


def test_a_context_that_is_refused_at_first_is_tried_for_in_silence(browser: Any, served: Served) -> None:
    opened = refusing(browser, served, "3")
    opened.evaluate("window.told = []; tell({ scene: '/api/scene/one.json' }); const stands = element.querySelector('.without'); "
                    "new MutationObserver(() => stands.hidden || told.push(stands.innerText)).observe(stands, { attributes: true })")
    until(opened, "window.__lotOneDrawn?.length")
    assert opened.evaluate("refused") == 3
    assert opened.evaluate("told") == []
    assert served.asked.count("/api/scene/one.json") == 1
    red, green, blue = middle(opened)
    assert red > 2 * max(green, blue), "the box is in the middle"
    assert opened.wrong == []
    opened.context.close()


def test_without_webgl_it_says_so_and_can_be_asked_again(browser: Any, served: Served) -> None:
    served.answers["/poster.png"] = (200, b"")
    opened = refusing(browser, served, "Infinity")
    opened.evaluate("tell({ scene: '/api/scene/one.json', poster: '/poster.png' })")
    assert "WebGL is missing" in until(opened, "element.querySelector('.without p').textContent")
    assert opened.evaluate("new URL(element.querySelector('.without img').src).pathname") == "/poster.png"
    assert "/api/scene/one.json" not in served.asked, "nothing is fetched that cannot be shown"
    again, tries = opened.get_by_role("button", name="Try again"), opened.evaluate("refused")
    again.click()
    assert opened.evaluate("refused") == tries + 1
    assert again.is_visible()
    opened.evaluate("most = 0")
    again.click()
    until(opened, "window.__lotOneDrawn?.length")
    assert not again.is_visible()
    assert opened.wrong == []
    opened.context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser: Any, served: Served, judge: Callable[..., Any], theme: str, width: int) -> None:
    served.answers["/axe.js"] = (200, judge("axe-core (npm ci in frontend)", lambda: AXE.read_bytes() if AXE.exists() else None))
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(f"http://127.0.0.1:{served.server_port}/?soft")
    until(opened, "window.ready")
    show(opened, "one", theme=theme, note="The crown cannot be smaller than its tube.")
    for name in ("Section", "Dimensions", "Faces"):
        opened.get_by_role("button", name=name).click()
    opened.add_script_tag(url="/axe.js")
    for last in ("Faces", "Distance to the leg"):
        if last == "Distance to the leg":
            show(opened, "near")
            opened.get_by_role("button", name=last).click()
        found = opened.evaluate("axe.run(document)")
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert opened.evaluate("[...element.querySelectorAll('button')].every(each => !each.offsetParent || Math.min(each.offsetWidth, each.offsetHeight) >= 40)")
    context.close()
