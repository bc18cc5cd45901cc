"""A person at a real browser: goes to pages, chooses, looks at what stands there, and notes what a page must never do."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

from configurator.texts import say

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
_PROBES = ("/_stcore/host-config", "/_stcore/health")
"""What Streamlit asks for below a page's address before it asks above it; a 404 there means nothing."""
SEEN = Path(os.environ.get("LOT_ONE_SEEN") or "out/seen")
"""Folder for pictures of what stood there when something did not come."""


class Visitor:
    """One browser of one person. `wrong` holds what no page may ever do; a test ends with `well()`."""

    def __init__(self, chromium: Any, address: str, language: str = "en", *, phone: bool = False, theme: str = "light") -> None:
        self.address, self.language, self.phone = address, language, phone
        self.context = chromium.new_context(
            viewport=PHONE if phone else DESK, locale={"en": "en-GB", "fr": "fr-CH", "de": "de-CH"}[language], has_touch=phone,
            is_mobile=phone, color_scheme=theme, reduced_motion="reduce", accept_downloads=True)
        self.context.add_init_script("window.__lotOneSoft = true")  # the viewer draws cheaply on every page
        self.wrong: list[str] = []
        self.expected: list[str] = []
        self.heard: list[str] = []
        self.page = self.tab()

    def tab(self) -> Any:
        """A further page of the same browser."""
        page = self.context.new_page()
        page.set_default_timeout(40_000)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", self._said)
        page.on("request", self._asked)
        return page

    def _said(self, message: Any) -> None:
        self.heard.append(f"{message.type}: {message.text[:300]}")
        where = message.location.get("url", "").partition("?")[0]
        if message.type == "error" and not where.endswith(_PROBES):
            self.wrong.append(f"console: {message.text} ({where})")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.wrong.append(f"request: {request.url}")

    def well(self) -> None:
        """Ends the visit. Nothing went wrong but for what was expected."""
        self.context.close()
        wrong = [each for each in self.wrong if not any(re.search(known, each) for known in self.expected)]
        assert not wrong, wrong

    def say(self, key: str, **values: object) -> str:
        """A sentence of the pages in this person's language."""
        return say(key if "." in key else f"web.{key}", self.language, **values)

    def go(self, path: str) -> None:
        """To a page."""
        self.page.goto(self.address + path)

    def until(self, true: Any, what: str, seconds: float = 60) -> Any:
        """What `true()` gives once that is true. Polled: frames starve where the processor draws."""
        end = time.monotonic() + seconds
        while not (found := true()):
            assert time.monotonic() < end, f"never: {what}; {self.wrong}\n{self.seen()}"
            self.page.wait_for_timeout(100)  # not time.sleep: the address of the page and its events come meanwhile
        return found

    def seen(self) -> str:
        """What stands there, for whoever reads of a failure; the picture of it is in the folder `SEEN`."""
        viewers = self.page.evaluate("""() => [...document.querySelectorAll("[data-testid=stBidiComponentIsolated], [data-testid=stBidiComponentIsolated] *")]
          .map((host) => host.shadowRoot?.querySelector(".viewer")).filter(Boolean)
          .map(({ viewer, isConnected, clientWidth, clientHeight }) => ({ isConnected, clientWidth, clientHeight, stage: Boolean(viewer.stage),
            lost: viewer.stage?.lost, scene: viewer.model?.scene?.key, wanted: viewer.shape.address, state: viewer.shape.state }))""")
        SEEN.mkdir(parents=True, exist_ok=True)
        picture = SEEN / f"{time.strftime('%H%M%S')}_{self.language}_{'phone' if self.phone else 'desk'}.png"
        try:
            self.page.screenshot(path=picture)
        except Exception as error:
            self.heard.append(f"no picture: {error}")
        return f"{self.page.url}\nviewers: {viewers}\nheard: {self.heard[-12:]}\n{self.page.inner_text('body')[:1500]}"

    def drawn(self, other_than: str = "") -> str:
        """The key of the scene that is drawn, once it is another one."""
        found: str = self.until(lambda: (key := self.scene()) and key != other_than and key, f"a scene other than {other_than}")
        return found

    def scene(self) -> str:
        """The key of the scene that stands there now; "" if none."""
        try:
            return self._scene()
        except Exception as error:
            if "navigation" not in str(error):  # the page is just being left
                raise
            return ""

    def _scene(self) -> str:
        return str(self.page.evaluate("""() => {
          for (const host of document.querySelectorAll("[data-testid=stBidiComponentIsolated], [data-testid=stBidiComponentIsolated] *")) {
            const found = host.shadowRoot?.querySelector(".viewer");
            if (found) return found.viewer.model?.scene?.key ?? "";
          }
          return "";
        }"""))

    def viewer(self, expression: str) -> Any:
        """What `expression` in JavaScript says of `viewer`."""
        return self.page.locator(".viewer").first.evaluate(f"element => {{ const viewer = element.viewer; return {expression}; }}")

    def group(self, label: str) -> None:
        """On a phone: to another group of choices."""
        if self.phone:
            self.page.locator(".lo-panel").get_by_role("tab", name=label).tap()

    def control(self, name: str) -> Any:
        """The control of a parameter."""
        return self.page.locator(f"[data-name={name}]")

    def option(self, name: str, option: str) -> Any:
        """One option of a choice."""
        return self.control(name).locator(f'[data-option="{option}"]')

    def press(self, target: Any) -> None:
        """A finger or a mouse."""
        if self.phone:
            target.tap()
        else:
            target.click()

    def choose(self, name: str, option: str) -> None:
        """Choose an option and wait until it stands there as one's own, or the answer does."""
        self.press(self.option(name, option))
        self.settled(name)

    def enter(self, name: str, value: str) -> None:
        """Type a number."""
        field = self.control(name).locator(".figure input")
        field.fill(value)
        field.press("Enter")
        self.settled(name)

    def settled(self, name: str) -> None:
        """Wait until the page has answered a wish."""
        self.page.wait_for_timeout(120)
        self.until(lambda: self.control(name).first.get_attribute("aria-busy") != "true", f"{name} is answered")

    def choices(self) -> dict[str, str]:
        """What the controls in sight stand at."""
        return dict(self.page.locator(".lo-panel").evaluate("""element => Object.fromEntries(
          [...element.querySelectorAll(".control")].map(each => [each.dataset.name,
            each.querySelector(".figure input")?.value ?? each.querySelector("[aria-checked=true]")?.dataset.option
            ?? each.querySelector("input.text")?.value ?? each.querySelector("[role=switch]")?.getAttribute("aria-checked") ?? ""]))"""))

    def own(self) -> list[str]:
        """The parameters in sight that count as one's own choices."""
        return list(self.page.locator(".lo-panel").evaluate(
            'element => [...element.querySelectorAll(".control:has(.own)")].map(each => each.dataset.name)'))
