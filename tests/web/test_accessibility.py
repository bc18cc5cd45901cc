"""Every page under axe-core, on a desktop and on a phone, light and dark, and what no page may ever ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.orders.configured import written_down
from configurator.orders.store import Store
from configurator.web.cookies import VISITOR
from configurator.web.routes.packages import JOB
from configurator.web.secret import Secret

from .visiting import DESK, PHONE, Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
MARK = "Ab0_-" * 8 + "abc"
PAGES = ("gallery", "configure", "mine", "order", "compare", "job", "templates", "sandbox", "difference")


@pytest.fixture(scope="module")
def axe(judge: Callable[..., Any]) -> str:
    found: str = judge("axe-core (npm ci in frontend)", lambda: AXE.read_text() if AXE.exists() else None)
    return found


@pytest.fixture(scope="module")
def addresses(server: Any) -> dict[str, str]:
    """Of every page, with something on it."""
    secret, store = Secret.of_installation(server.home), Store(server.home / "orders")
    owner = secret.name("owner", MARK)
    ring = load_template("ring")
    order = store.place_order(owner, "Wedding", written_down(ring(width=5, engraving="Für Zoë"), ("width", "engraving")), "en")
    store.add_event(order.id, "asked", "workshop", "Satin inside too?")
    store.revise(order.id, owner, written_down(ring(width=6, engraving="Für Zoë"), ("width", "engraving")))
    store.keep_design(owner, "Other", written_down(ring(width=7), ("width",)))
    return {"gallery": "/", "configure": "/configure?t=watch_case", "mine": "/mine", "order": f"/order?id={order.id}",
            "compare": "/compare", "job": "/job?key=" + secret.sign(JOB, order.id), "templates": "/templates",
            "sandbox": "/sandbox", "difference": "/difference?t=ring", "sweep": "/sweep?t=ring"}


@pytest.fixture(scope="module", params=["light", "dark"])
def person(request: pytest.FixtureRequest, chromium: Any, server: Any) -> Iterator[Visitor]:
    visitor = Visitor(chromium, server.address, theme=request.param)
    visitor.context.add_cookies([{"name": VISITOR, "value": MARK, "url": server.address}])
    yield visitor
    visitor.well()  # no request to another host, no breach of the policy, no error


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(person: Visitor, addresses: dict[str, str], axe: str, name: str) -> None:
    page = person.page
    page.set_viewport_size(DESK)
    person.go(addresses[name])
    if name in ("configure", "order", "job"):
        person.drawn()
    person.until(lambda: page.evaluate("!!document.querySelector('.st-key-lo-head') && !document.querySelector('[data-testid=stSkeleton]')"),
                 "the page")
    page.wait_for_timeout(800)
    if name == "configure":
        page.locator(".st-key-lo-wishes summary").click()
    if name == "difference":
        page.get_by_role("combobox", name=person.say("designer.before")).wait_for()
        page.locator(".lo-d-table").first.wait_for()
    nothing_found(person, axe)


def violations(page: Any, axe: str) -> list[Any]:
    found = page.evaluate(axe + "; axe.run(document, { resultTypes: ['violations'] })")
    return [(each["impact"], each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found["violations"]]


def nothing_found(person: Visitor, axe: str) -> None:
    """On a desktop and on a phone. While Streamlit draws a page anew, what was there stands beside what is: that passes."""
    page = person.page
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for pause in (400, 2000, 4000):
            page.wait_for_timeout(pause)
            if not (found := violations(page, axe)):
                break
        assert found == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"), "it is too wide"


def test_axe_finds_nothing_in_a_sweep_while_it_runs_and_after(person: Visitor, addresses: dict[str, str], axe: str) -> None:
    page = person.page
    page.set_viewport_size(DESK)
    person.go(addresses["sweep"])
    page.get_by_role("spinbutton", name=person.say("designer.samples")).fill("300")
    page.get_by_role("button", name=person.say("designer.begin")).click()
    stop = page.get_by_role("button", name=person.say("designer.stop"))
    stop.first.wait_for()
    drawn = page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg")
    person.until(lambda: stop.count() and drawn.count(), "a plot while it runs")
    nothing_found(person, axe)
    stop.first.click()  # for a moment the one of the drawing before may stand beside it
    person.until(lambda: not stop.count(), "its end")
    nothing_found(person, axe)
