"""The product off the page: in one's own room, and on a sheet of paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import segno

from configurator import load_template
from configurator.product.telling import told
from configurator.texts import say
from configurator.web import tokens

from .visiting import Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
Visit = Callable[..., Visitor]
XR = """Object.defineProperty(Navigator.prototype, "xr", { configurable: true, get: () => ({
  isSessionSupported: async (mode) => mode === "immersive-ar", addEventListener() {}, removeEventListener() {} }) });"""
"""A device that can show things in the room."""
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr", "de"])


@pytest.fixture
def visit(chromium: Any, server: Any) -> Iterator[Visit]:
    """`visit(language, phone=...)` is a person at a browser of his own."""
    there: list[Visitor] = []

    def begin(language: str = "en", **more: Any) -> Visitor:
        there.append(Visitor(chromium, server.address, language, **more))
        return there[-1]

    yield begin
    for each in there:
        each.well()


def key_of(he: Visitor, template: str) -> str:
    """Opens a product's page; the key of its scene."""
    he.go(f"/configure?t={template}")
    return str(he.until(he.scene, "the shape", 180))  # the first one of a server waits for its kernel


def test_a_phone_shows_the_product_in_the_room(visit: Visit) -> None:
    he = visit("fr", phone=True)
    he.context.add_init_script(XR)
    asked: list[str] = []
    he.page.on("request", lambda request: asked.append(request.url))
    answered: dict[str, int] = {}
    he.page.on("response", lambda reply: answered.update({reply.url: reply.status}))
    key = key_of(he, "ring")
    room = he.page.get_by_role("button", name=say("viewer.ar", "fr"))
    he.until(lambda: room.is_visible(), "the button")
    assert not [url for url in asked if "ar.js" in url or "/api/view/" in url], "nothing of it is fetched before it is wanted"
    he.press(room)
    whole = f"{he.address}/api/view/{key}.glb"
    assert [url.partition("?")[0].rpartition("/")[2] for url in asked if "ar.js" in url] == ["ar.js"]
    dialog = he.page.get_by_role("dialog")
    size = he.until(lambda: dialog.locator("model-viewer").evaluate("each => each.loaded && each.getDimensions()"), "it stands there", 180)
    assert answered[whole] == 200
    assert 0.015 < max(size["x"], size["y"], size["z"]) < 0.04, "a ring, in metres"
    he.press(dialog.get_by_role("button", name=say("viewer.close", "fr")))
    he.until(lambda: not dialog.is_visible(), "it goes away")


def test_a_desktop_without_such_a_device_is_offered_none(visit: Visit) -> None:
    he = visit("en")
    key_of(he, "ring")
    assert he.page.get_by_role("button", name=say("viewer.section", "en")).is_visible()
    assert he.page.get_by_role("button", name=say("viewer.ar", "en")).count() == 0


@LANGUAGES
@pytest.mark.parametrize("template", ["ring", "watch_case"])
def test_the_summary_is_one_sheet_with_everything(visit: Visit, language: str, template: str) -> None:
    he = visit(language)
    key = key_of(he, template)
    product = load_template(template).space.complete({})
    he.go(f"/print/{key}/{language}")
    he.until(lambda: he.page.evaluate("document.querySelector('.picture img')?.naturalWidth > 100"), "the picture")
    assert he.page.evaluate("document.documentElement.lang") == language
    colours = he.page.evaluate("""async () => {
      const image = document.querySelector(".picture img"), canvas = new OffscreenCanvas(64, 64), pen = canvas.getContext("2d");
      await image.decode();
      pen.drawImage(image, 0, 0, 64, 64);
      return new Set(new Uint32Array(pen.getImageData(0, 0, 64, 64).data.buffer)).size;
    }""")
    assert colours > 50, "the product is in the picture"

    he.page.emulate_media(media="print")
    said = he.page.locator("main").inner_text()
    assert product.number in said
    assert product.heading(language) in said
    assert say("web.print_now", language) not in said, "a button is of no use on paper"
    for name in product.parameters:
        assert product.label(name, language) in said
        assert told(type(product), name, getattr(product, name), language) in said, name

    if tokens.has_words(product):
        assert not he.page.locator(".code").count(), "what the customer wrote is never in a link"
    else:
        link = f"{he.address}/configure?c={tokens.token(product)}"
        svg = io.BytesIO()
        segno.make(link, error="m").save(svg, kind="svg", scale=3, border=0, omitsize=True)
        drawn = re.findall(r' d="([^"]+)"', svg.getvalue().decode())
        paths = he.page.locator(".code svg path").evaluate_all("all => all.map(each => each.getAttribute('d'))")
        assert len(drawn) == 1
        assert paths[1:] == drawn, "white first, for a dark page; then the dots"
        assert he.page.locator(".code svg").bounding_box()["width"] >= 75, "large enough for a phone: 20 mm"
    room = he.page.locator(".picture").bounding_box()
    assert room is not None
    assert room["height"] >= 150, "the picture is still one: 40 mm"
    sheet = he.page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheet)) == 1
    wide, tall = map(float, re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheet)[0])
    assert (wide, tall) == (pytest.approx(210 * 72 / 25.4, abs=1), pytest.approx(297 * 72 / 25.4, abs=1)), "A4"


def test_a_summary_of_nothing_says_so(server: Any) -> None:
    reply = server.get("/print/nothing/de")
    assert reply.status == 404
    assert say("web.not_there", "de") in reply.body.decode()
