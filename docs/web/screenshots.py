"""Pictures of the pages for the README: `make screenshots` writes docs/pictures/web_*.webp.

A real server on a home of its own and Debian's Chromium; what is seen is what a person gets, nothing is retouched.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure import FLAGS, server, until

PICTURES = Path(__file__).parents[1] / "pictures"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LARGEST = 250_000
"""Bytes of a picture."""
TEMPLATE = "watch_case"
DRAWN = "(window.__lotOneDrawn || []).length > 0"


def take(chromium: Any, address: str, name: str, path: str, act: Callable[[Any], None], *, language: str = "en-GB",
         phone: bool = False, theme: str = "light") -> None:
    """One picture, after `act` has brought the page where it shall be."""
    context = chromium.new_context(viewport=PHONE if phone else DESK, locale=language, has_touch=phone, is_mobile=phone,
                                   color_scheme=theme, device_scale_factor=2 if phone else 1, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(address + path)
    act(page)
    time.sleep(4)  # the last picture is drawn with all its pixels
    keep(name, page.screenshot())
    context.close()


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
    until(page, DRAWN, 180)


def again(page: Any, act: Callable[[], None]) -> None:
    """`act`, then until another shape stands there."""
    before = page.evaluate("window.__lotOneDrawn.length")
    act()
    until(page, f"window.__lotOneDrawn.length > {before}", 180)


def gold(page: Any, group: str = "") -> None:
    """The watch in yellow gold with a blue dial."""
    drawn(page)
    if group:
        page.get_by_role("tab", name=group).tap()
    for name, option in (("metal", "Au750 3N"), ("dial_colour", "blue")):
        again(page, page.locator(f'[data-name={name}] [data-option="{option}"]').click)


def wish(page: Any) -> None:
    """A large movement in a small case, and what is said about it."""
    drawn(page)
    field = page.locator("[data-name=case_diameter] .figure input")
    field.fill("35")
    again(page, lambda: field.press("Enter"))
    page.locator('[data-name=movement] [data-option="RONDA 8040.N"]').click()
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
    from playwright.sync_api import sync_playwright

    program = os.environ.get("LOT_ONE_CHROMIUM") or shutil.which("chromium")
    configure = f"/configure?t={TEMPLATE}"
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as (address, _), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
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
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1:])
