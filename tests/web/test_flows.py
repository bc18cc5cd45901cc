"""What people do with the pages, from the first look to the order, in a real browser against a real server."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from configurator.texts import say

from .visiting import Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
HERE = Path(__file__).parent
Visit = Callable[..., Visitor]


@pytest.fixture
def visit(chromium: Any, server: Any) -> Iterator[Visit]:
    """`visit(language, phone=..., at=...)` is a person at a browser of his own."""
    there: list[Visitor] = []

    def begin(language: str = "en", *, at: Any = None, **more: Any) -> Visitor:
        there.append(Visitor(chromium, (at or server).address, language, **more))
        return there[-1]

    yield begin
    for each in there:
        each.well()


def buy_a_gold_watch_for_a_thin_wrist(he: Visitor, name: str) -> str:
    """From the gallery to the order's page; the address of the workshop's link."""
    say_watch = {"en": "Watch", "fr": "Montre", "de": "Uhr"}[he.language]
    he.go("/")
    he.press(he.page.get_by_role("heading", name=say_watch, exact=True))
    first = he.drawn()
    he.press(he.page.locator(".st-key-lo-wishes summary"))
    he.page.get_by_role("slider").first.focus()
    for _ in range(20):  # 175 mm by default
        he.page.keyboard.press("ArrowLeft")
    slim = {"en": "Slim, under a cuff", "fr": "Mince, sous la manchette", "de": "Flach, unter der Manschette"}[he.language]
    he.press(he.page.get_by_role("radio", name=slim))
    he.press(he.page.get_by_role("button", name=he.say("wish_go")))
    wished = he.drawn(first)
    he.page.get_by_text(he.say("wish_proven", aim=slim)).first.wait_for()

    he.group({"en": "Look", "fr": "Aspect", "de": "Aussehen"}[he.language])
    steel = he.viewer("viewer.model.parts[0].objects[0].material.color?.getHexString?.() ?? ''")
    before = he.page.locator(".lo-panel .mass").inner_text()
    he.choose("metal", "Au750 3N")
    assert he.option("metal", "Au750 3N").get_attribute("aria-checked") == "true"
    gold = he.drawn(wished)
    assert he.page.locator(".lo-panel .mass").inner_text() != before
    assert steel == "" or he.viewer("viewer.model.parts.map(each => each.objects[0].material.color?.getHexString?.() ?? '')") != [steel]

    he.group({"en": "Engraving", "fr": "Gravure", "de": "Gravur"}[he.language])
    he.control("engraving").locator("input.text").fill("ZOË")
    he.drawn(gold)
    if he.phone:
        stage = he.page.locator(".viewer").bounding_box()
        assert stage is not None
        he.control("engraving").scroll_into_view_if_needed()
        box = he.page.locator(".viewer").bounding_box()
        assert box is not None
        assert -1 <= box["y"] <= 60
        assert he.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")

    he.press(he.page.locator(".st-key-lo-order button"))
    dialog = he.page.get_by_role("dialog")
    dialog.get_by_label(he.say("name_of_order")).fill(name)
    he.press(dialog.get_by_text(he.say("order_sure")))
    he.press(dialog.get_by_role("button", name=he.say("order_now")))
    he.page.get_by_role("heading", name=name).wait_for()
    he.drawn()
    assert he.page.get_by_text(say("web.state_ordered", he.language)).first.is_visible()
    assert he.page.locator(".lo-choices dd", has_text="ZOË").is_visible()
    link = str(he.page.locator("[data-testid=stCode] code").inner_text()).strip()
    assert link.startswith(he.address + "/job?key=")
    return link


def test_a_customer_orders_and_the_workshop_answers(visit: Visit) -> None:
    customer = visit("en")
    link = buy_a_gold_watch_for_a_thin_wrist(customer, "For Zoë")

    workshop = visit("de")
    workshop.go(link.removeprefix(workshop.address))
    workshop.page.get_by_role("heading", name="For Zoë").wait_for(timeout=120_000)
    workshop.drawn()
    workshop.press(workshop.page.locator('.viewer [data-tool="faces"]'))
    box = workshop.page.locator(".viewer canvas").bounding_box()
    assert box is not None
    workshop.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.42)
    workshop.until(lambda: workshop.page.locator(".viewer .facts dl").is_visible(), "facts of a face")
    assert "mm" in workshop.page.locator(".viewer .facts").inner_text()

    address = workshop.page.get_by_role("link", name=workshop.say("whole_package")).get_attribute("href")
    package = workshop.context.request.get(workshop.address + address)
    assert package.ok
    names = zipfile.ZipFile(io.BytesIO(package.body())).namelist()
    assert "manifest.json" in names
    with workshop.page.expect_download() as download:
        workshop.page.get_by_role("link", name="manifest.json").or_(
            workshop.page.locator('a[download][href$="bom.csv"]')).first.click()
    assert Path(download.value.path()).stat().st_size > 0

    workshop.page.get_by_label(workshop.say("ask_customer")).fill("Gold matt oder glänzend?")
    workshop.press(workshop.page.get_by_role("button", name=workshop.say("send")))
    workshop.page.get_by_text("Gold matt oder glänzend?").first.wait_for()
    workshop.press(workshop.page.get_by_role("button", name=workshop.say("acknowledge")))
    workshop.page.get_by_text(workshop.say("event_acknowledged")).first.wait_for()

    customer.page.reload()
    customer.page.get_by_text("Gold matt oder glänzend?").wait_for()
    assert customer.page.get_by_text(say("web.state_acknowledged")).first.is_visible()
    customer.page.get_by_label(customer.say("answer_workshop")).fill("Shiny, please.")
    customer.press(customer.page.get_by_role("button", name=customer.say("send")))
    customer.page.get_by_text("Shiny, please.").first.wait_for()
    workshop.page.reload()
    workshop.page.get_by_text("Shiny, please.").first.wait_for()

    stranger = visit("en")
    stranger.go("/mine")
    stranger.page.get_by_text(stranger.say("nothing_kept")).wait_for()
    stranger.go(customer.page.url.removeprefix(customer.address))
    stranger.page.get_by_text(stranger.say("no_order")).wait_for()


def test_the_same_on_a_phone_in_french(visit: Visit) -> None:
    buy_a_gold_watch_for_a_thin_wrist(visit("fr", phone=True), "Pour Zoé")


def test_an_impossible_wish_has_reasons_and_a_way_of_one_click(visit: Visit) -> None:
    he = visit("en")
    he.go("/configure?t=watch_case")
    first = he.drawn()
    he.enter("case_diameter", "35")
    he.choose("movement", "RONDA 8040.N")
    answer = he.control("movement").locator(".answer")
    assert answer.locator(".reason").first.inner_text()
    assert he.option("movement", "RONDA 8040.N").get_attribute("aria-checked") != "true"
    small = he.drawn(first)
    he.press(answer.locator(".way").first)
    he.until(lambda: he.choices()["movement"] == "RONDA 8040.N", "the wish is granted")
    assert he.choices()["case_diameter"] != "35"
    assert he.drawn(small) not in (first, small)
    assert not answer.is_visible()
    he.press(he.page.locator(".lo-panel").get_by_role("button", name=say("panel.undo")))
    he.until(lambda: he.choices()["case_diameter"] == "35", "it is undone")
    he.until(lambda: he.scene() == small, "the shape before")


def test_everything_dragged_to_its_end_is_never_stuck(visit: Visit) -> None:
    he = visit("en")
    he.go("/configure?t=ring")
    first, begun = he.drawn(), he.choices()
    he.control("engraving").locator("input.text").fill("Für immer und ewig")
    he.control("engraving").locator("input.text").blur()
    he.settled("engraving")
    refused = 0
    for end in ("End", "Home"):
        for name in ("circumference", "width", "thickness", "letter_height"):
            slider = he.control(name).locator("input[type=range]")
            slider.focus()
            slider.press(end)
            slider.blur()
            he.settled(name)
            wished = slider.get_attribute("max") if end == "End" else "0"
            answer = he.control(name).locator(".answer")
            he.until(lambda at=slider, wish=wished, told=answer: at.input_value() == wish or told.is_visible(), f"{name} {end}")
            if answer.is_visible():
                refused += 1
                assert answer.locator(".reason").count()
                he.press(answer.locator(".way").first)
                he.until(lambda at=slider, wish=wished: at.input_value() == wish, f"{name} after a way")
    assert refused, "nothing was impossible: the test drags too little"
    undo = he.page.locator(".lo-panel").get_by_role("button", name=say("panel.undo"))
    he.until(lambda: undo.get_attribute("aria-disabled") == "true" or undo.evaluate("button => button.click()"), "nothing is left to undo")
    he.until(lambda: he.choices() == begun, "everything is undone")
    he.until(lambda: he.scene() == first, "the first shape")


def test_choices_outlast_language_reload_and_links(visit: Visit) -> None:
    he = visit("en")
    he.go("/configure?t=ring")
    first = he.drawn()
    he.enter("width", "6.5")
    he.choose("alloy", "Pt950 Ru")
    wide = he.drawn(first)
    kept, own = he.choices(), he.own()
    assert (kept["width"], kept["alloy"], own) == ("6.5", "Pt950 Ru", ["width", "alloy"])
    he.press(he.page.get_by_text("FR", exact=True))
    he.page.get_by_text(say("web.order", "fr")).first.wait_for()
    he.until(lambda: he.choices()["width"] == "6,5", "numbers as French writes them")
    assert he.page.evaluate("document.documentElement.lang") == "fr"
    he.page.reload()
    he.until(lambda: he.scene(), "the shape again")
    he.until(lambda: he.choices() == {**kept, **{name: kept[name].replace(".", ",") for name in kept if kept[name][:1].isdigit()}},
             "the choices after a reload")
    assert he.own() == own
    assert he.page.evaluate("document.documentElement.lang") == "fr"

    he.language = "fr"
    he.press(he.page.locator(".st-key-lo-share button"))
    plain = he.page.get_by_role("dialog").locator("code").inner_text().strip()
    assert "/configure?c=" in plain
    he.page.keyboard.press("Escape")
    he.control("engraving").locator("input.text").fill("à toi")
    he.settled("engraving")
    he.drawn(wide)
    he.press(he.page.locator(".st-key-lo-share button"))
    he.press(he.page.get_by_role("dialog").get_by_role("button", name=he.say("make_link")))
    stored = he.page.get_by_role("dialog").locator("code").inner_text().strip()
    assert "/configure?d=" in stored

    friend = visit("en")
    friend.go(plain.removeprefix(friend.address))
    friend.drawn()
    friend.until(lambda: friend.choices() == kept, "exactly this design")
    assert friend.own() == own
    friend.go(stored.removeprefix(friend.address))
    friend.until(lambda: friend.choices() == {**kept, "engraving": "à toi"}, "exactly the stored design")
    friend.go("/mine")
    friend.page.get_by_text(friend.say("nothing_kept")).wait_for()

    friend.go(plain.removeprefix(friend.address))
    friend.drawn()
    friend.enter("width", "7")
    friend.until(lambda: "c=" not in friend.page.url, "his own from now on")
    friend.page.reload()
    friend.until(lambda: friend.scene() and friend.choices()["width"] == "7", "his change after a reload")
    he.page.reload()
    he.until(lambda: he.scene() and he.choices()["width"] == "6,5", "untouched by the friend")


def test_a_lost_connection_and_a_restart_keep_the_choices(visit: Visit, start_server: Callable[..., Any]) -> None:
    running = start_server(CONFIGURATOR_TEMPLATES=str(HERE / "mishaps"))
    he = visit("en", at=running)
    he.expected += ["ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "WebSocket", "console: .*(_stcore|/api/)", "Streamlit server is not responding", "Client Error",
                    "Cannot send rerun backMessage when disconnected"]  # Streamlit drops it, the panel's outbox sends it again
    he.go("/configure?t=ring")
    first = he.drawn()
    he.enter("width", "5.5")
    wide = he.drawn(first)
    he.context.set_offline(True)
    he.page.wait_for_timeout(500)
    he.context.set_offline(False)
    he.enter("thickness", "2.4")
    thick = he.drawn(wide)
    assert he.choices()["width"] == "5.5"

    running.stop()
    he.page.wait_for_timeout(1500)
    assert he.scene() == thick
    running = running.again()
    try:
        he.until(lambda: he.page.locator(".lo-panel .mass").is_visible(), "the page is back")
        he.enter("width", "6")
        he.until(lambda: he.scene() not in ("", thick), "a new shape of the new server")
        assert (he.choices()["width"], he.choices()["thickness"]) == ("6", "2.4")
        he.page.reload()
        he.until(lambda: he.scene() and (he.choices()["width"], he.choices()["thickness"]) == ("6", "2.4"), "after a reload, too")
    finally:
        running.stop()


@pytest.fixture(scope="module")
def unlucky(start_server: Callable[..., Any]) -> Any:
    """A server with a broken template, on which a job may take 10 s."""
    return start_server(CONFIGURATOR_TEMPLATES=str(HERE / "mishaps"), CONFIGURATOR_DEADLINE="10")


def test_a_failed_and_a_hung_build_are_told_and_hold_nobody_up(visit: Visit, unlucky: Any) -> None:
    he, other = visit("fr", at=unlucky), visit("en", at=unlucky)
    he.expected += ["status of 422"]
    he.go("/configure?t=trouble")
    good = he.drawn()
    other.go("/configure?t=ring")
    there = other.drawn()
    he.choose("shape", "raises")
    card = he.page.locator(".viewer .announcements .card")
    he.until(lambda: card.is_visible(), "what happened")
    assert say("web.cannot_build", "fr", number="X").partition("X")[2][:30] in card.inner_text()
    assert he.scene() == good
    he.choose("shape", "hangs")
    other.enter("width", "5.2")  # while the other one hangs
    other.drawn(there)
    assert he.scene() == good
    he.until(lambda: he.say("too_long") in card.inner_text(), "that it took too long")
    assert he.scene() == good
    he.choose("shape", "good")
    he.until(lambda: not card.is_visible(), "all is well again")
    he.enter("side", "12")
    he.drawn(good)


def test_a_full_disk_is_told_and_the_choices_stay(visit: Visit, unlucky: Any) -> None:
    he = visit("en", at=unlucky)
    he.go("/configure?t=ring")
    first = he.drawn()
    limits = resource.prlimit(unlucky.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(unlucky.process.pid, resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        he.enter("width", "6.2")
        he.drawn(first)
        saved = he.page.locator(".lo-panel .saved")
        told = say("web.not_kept", "en", reason="").strip()
        he.until(lambda: saved.inner_text().startswith(told), "that it is not kept")
        he.press(he.page.locator(".st-key-lo-order button"))
        dialog = he.page.get_by_role("dialog")
        he.press(dialog.get_by_text(he.say("order_sure")))
        he.press(dialog.get_by_role("button", name=he.say("order_now")))
        dialog.get_by_text(told).first.wait_for()
        he.page.keyboard.press("Escape")
        assert he.choices()["width"] == "6.2"
    finally:
        resource.prlimit(unlucky.process.pid, resource.RLIMIT_FSIZE, limits)
    he.enter("width", "6.3")
    he.until(lambda: he.page.locator(".lo-panel .saved").inner_text() == he.say("kept"), "that it is kept again")
    he.page.reload()
    he.until(lambda: he.scene() and he.choices()["width"] == "6.3", "after a reload")
