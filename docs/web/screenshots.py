"""Pictures of the pages for the README: `make screenshots` writes docs/pictures/web_*.webp.

A real server on a home of its own and Debian's Chromium; what is seen is what a person gets, nothing is retouched.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from serving import DRAWN, TEMPLATE, browser, server, until

PICTURES = Path(__file__).parents[1] / "pictures"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LARGEST = 250_000
"""Bytes of a picture."""
_LONGEST_S = 240
"""s that one drawing may take where the processor does it with all its pixels."""
_AT_REST = """() => { const hosts = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated], "
    + "[data-testid=stBidiComponentIsolated] *")];
  const viewer = hosts.map(host => host.shadowRoot?.querySelector(".viewer")).find(Boolean)?.viewer;
  const shown = each => each.getClientRects().length > 0;
  return [...document.images].every(each => each.complete)
    && ![...document.querySelectorAll("[data-testid=stSpinner], [data-testid=stToast]")].some(shown)
    && !hosts.some(host => host.shadowRoot?.querySelector("[aria-busy=true]"))
    && (!viewer || (viewer.shape.state === "shown" && !viewer.stage.asked)); }"""
"""No picture on its way, nothing spinning or told in passing, and the stage owes no frame."""


def take(chromium: Any, address: str, name: str, path: str, act: Callable[[Any], None], *, language: str = "en-GB",
         phone: bool = False, theme: str = "light") -> None:
    """One picture, after `act` has brought the page where it shall be."""
    context = chromium.new_context(viewport=PHONE if phone else DESK, locale=language, has_touch=phone, is_mobile=phone,
                                   color_scheme=theme, device_scale_factor=2 if phone else 1, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(1000 * _LONGEST_S)
    page.goto(address + path)
    act(page)
    rest(page)
    keep(name, page.screenshot())
    context.close()


def rest(page: Any) -> None:
    """Until nothing has moved for two seconds. TimeoutError if something never stops."""
    end, still = time.monotonic() + _LONGEST_S, 0
    while still < 8:
        if time.monotonic() > end:
            raise TimeoutError(f"{page.url} did not come to rest in {_LONGEST_S} s")
        still = still + 1 if page.evaluate(_AT_REST) else 0
        time.sleep(0.25)


def keep(name: str, data: bytes) -> None:
    """As WebP, as good as fits."""
    from PIL import Image

    picture = Image.open(io.BytesIO(data)).convert("RGB")
    for quality in range(92, 40, -6):
        packed = io.BytesIO()
        picture.save(packed, "WEBP", quality=quality, method=6)
        if packed.tell() <= LARGEST:
            break
    (PICTURES / f"web_{name}.webp").write_bytes(packed.getvalue())
    print(f"web_{name}.webp: {picture.width} x {picture.height}, {packed.tell() // 1000} kB")


def drawn(page: Any) -> None:
    """Until a product stands there."""
    until(page, DRAWN, _LONGEST_S)


def again(page: Any, act: Callable[[], None]) -> None:
    """`act`, then until another shape stands there."""
    before = page.evaluate("window.__lotOneDrawn.length")
    act()
    until(page, f"{DRAWN} > {before}", _LONGEST_S)


def press(target: Any) -> None:
    """A click that asks for no frames: where the processor draws, playwright's own waits for two that are long in coming."""
    target.wait_for()
    target.evaluate("element => element.click()")


def gold(page: Any, group: str = "") -> None:
    """The watch in yellow gold with a blue dial."""
    drawn(page)
    if group:
        press(page.locator(".lo-panel").get_by_role("tab", name=group))
    for name, option in (("metal", "Au750 3N"), ("dial_colour", "blue")):
        wished = page.locator(f'[data-name={name}] [data-option="{option}"]')
        again(page, lambda wished=wished: press(wished))  # type: ignore[misc]


def wish(page: Any) -> None:
    """A large movement in a small case, and what is said about it."""
    drawn(page)
    field = page.locator("[data-name=case_diameter] .figure input")
    field.fill("35")
    again(page, lambda: field.press("Enter"))
    press(page.locator('[data-name=movement] [data-option="RONDA 8040.N"]'))
    page.locator("[data-name=movement] .answer .way").first.wait_for()
    page.locator("[data-name=movement] .answer").evaluate("element => element.scrollIntoView({ block: 'center' })")


def job(home: Path) -> str:
    """The address of an order as a workshop has it."""
    from configurator import load_template
    from configurator.orders.configured import written_down
    from configurator.orders.store import Store
    from configurator.web.routes.packages import JOB
    from configurator.web.secret import Secret

    choices = {"metal": "Au750 3N", "case_diameter": 38, "engraving": "Pour Zoé"}
    product = load_template(TEMPLATE).space.complete(choices)
    order = Store(home / "orders").place_order("picture", "Dress watch, Zoé", written_down(product, tuple(choices)), "en")
    return "/job?key=" + Secret.of_installation(home).sign(JOB, order.id)


def main(wanted: list[str]) -> None:
    """All pictures, or those that are named."""
    configure = f"/configure?t={TEMPLATE}"
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as (address, _), browser() as chromium:
        shots: dict[str, Callable[[str], None]] = {
            "gallery": lambda name: take(chromium, address, name, "/", lambda page: until(
                page, "[...document.querySelectorAll('.lo-gallery img')].filter(each => each.complete).length > 1")),
            "watch": lambda name: take(chromium, address, name, configure, gold),
            "wish": lambda name: take(chromium, address, name, configure, wish),
            "french": lambda name: take(chromium, address, name, configure, gold, language="fr-CH"),
            "dark": lambda name: take(chromium, address, name, configure, gold, theme="dark"),
            "phone": lambda name: take(chromium, address, name, configure, lambda page: gold(page, "Aspect"), language="fr-CH",
                                       phone=True),
            "job": lambda name: take(chromium, address, name, job(Path(folder)), drawn)}
        for name, shoot in shots.items():
            if not wanted or name in wanted:
                shoot(name)


if __name__ == "__main__":
    main(sys.argv[1:])
