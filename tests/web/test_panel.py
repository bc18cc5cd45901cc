"""The panel in a real browser, under the policy of the real pages, with data that a real design space made."""

from __future__ import annotations

import json
import os
import re
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from configurator import load_template, template_names
from configurator.web.customer.session import Session

from .panel.serve import ROOT, serve

pytestmark = pytest.mark.xdist_group("web")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox"]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TEXTS = {language: tomllib.loads((ROOT / "configurator" / "texts" / f"{language}_panel.toml").read_text())["panel"]
         for language in ("en", "fr", "de")}
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
THIN = "\N{NARROW NO-BREAK SPACE}"

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = serve()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """`opened(language, viewport, theme)` is a page with the panel; what its console reports as an error fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(language: str = "en", viewport: Any = DESK, theme: str = "light") -> Page:
        context = browser.new_context(viewport=viewport, has_touch=viewport is PHONE, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}?lang={language}&theme={theme}")
        until(page, "window.ready === true")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def control(page: Page, name: str) -> Locator:
    return page.locator(f"[data-name={name}]")


def sent(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.sent")
    return found


def until(page: Page, expression: str) -> None:
    """Waits for what `wait_for_function` cannot ask for under a policy without eval."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"still not so after 10 s: {expression}")


def drag(page: Page, name: str, share: float) -> None:
    """The slider's thumb to a share of its way, in several moves, without letting go."""
    slider = control(page, name).locator("input[type=range]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    now = float(slider.input_value()) / float(slider.get_attribute("max") or 1)
    thumb, middle = 22, box["y"] + box["height"] / 2
    at = lambda part: box["x"] + thumb / 2 + part * (box["width"] - thumb)
    page.mouse.move(at(now), middle)
    page.mouse.down()
    page.mouse.move(at(share), middle, steps=8)


def test_a_drag_sends_one_choice_and_only_on_release(opened: Opened) -> None:
    page = opened()
    entry = control(page, "bezel_height").locator(".figure input")
    drag(page, "bezel_height", 1.0)
    assert entry.input_value() == "3.2"
    assert sent(page) == []
    page.mouse.up()
    until(page, "window.sent.length > 0")
    page.wait_for_timeout(600)
    assert sent(page) == [{"kind": "choose", "name": "bezel_height", "value": 3.2, "turn": 1}]
    expect(control(page, "bezel_height")).to_have_attribute("aria-busy", "true")


def test_what_the_completion_moved_is_shown_and_told(opened: Opened) -> None:
    page = opened()
    page.evaluate("give('moved')")
    expect(control(page, "bezel_height").locator(".figure input")).to_have_value("3.2")
    moved = page.locator(".control[data-moved]")
    assert moved.get_attribute("data-name") == "water_resistance"
    before = json.loads((ROOT / "tests/web/panel/watch.json").read_text())["en"]["parameters"]["water_resistance"]["choice"]["at"]
    expect(moved.locator(".was")).to_contain_text(f"was {before}")
    expect(page.locator("[role=status]")).to_have_text(re.compile(rf"Water resistance: {before}.* → "))


def test_several_steps_are_one_choice(opened: Opened) -> None:
    page = opened()
    more = control(page, "depth").get_by_role("button", name="Depth from glass to dial: one step more")
    more.evaluate("each => { for (let n = 0; n < 3; n++) each.click(); }")  # no pause between, however busy the machine
    expect(control(page, "depth").locator(".figure input")).to_have_value("2.5")
    until(page, "window.sent.length > 0")
    assert [(each["name"], each["value"]) for each in sent(page)] == [("depth", 2.5)]


def test_a_second_wish_waits_until_the_page_has_answered_the_first(opened: Opened) -> None:
    """Two triggers of one kind that reach Streamlit before it runs would become one."""
    page = opened()
    for name in ("depth", "bezel_height", "crown_diameter"):
        control(page, name).locator(".step").last.click()
    page.wait_for_timeout(700)
    assert [each["name"] for each in sent(page)] == ["depth"]
    page.evaluate("give({})")
    page.evaluate("give({})")
    assert [each["name"] for each in sent(page)] == ["depth", "bezel_height", "crown_diameter"]
    assert [each["turn"] for each in sent(page)] == [1, 2, 3]


@pytest.mark.parametrize("entry", ["38,5", "38.5", " 38,5 mm", f"38,50{THIN}mm"])
def test_french_figures_with_a_comma_or_a_point(opened: Opened, entry: str) -> None:
    page = opened("fr")
    field = control(page, "case_diameter").locator(".figure input")
    field.fill(entry)
    field.press("Enter")
    assert [(each["kind"], each["value"]) for each in sent(page)] == [("choose", 38.5)]
    assert field.input_value() == "38,5"
    slider = control(page, "case_diameter").locator("input[type=range]")
    assert (slider.get_attribute("aria-valuetext") or "").startswith(f"38,5{THIN}mm")


def test_an_entry_between_two_steps_or_beyond_the_ends_is_answered_in_place(opened: Opened) -> None:
    page = opened("fr")
    row = control(page, "case_diameter")
    field = row.locator(".figure input")
    field.fill("38,3")
    field.press("Enter")
    assert row.locator(".pick").all_inner_texts() == [f"38{THIN}mm", f"38,5{THIN}mm"]
    field.fill("60")
    field.press("Enter")
    assert row.locator(".pick").all_inner_texts() == [f"46{THIN}mm"]
    field.fill("large")
    field.press("Enter")
    expect(row.get_by_role("alert")).to_contain_text("n’est pas un nombre")
    assert sent(page) == []
    field.fill("60")
    field.press("Enter")
    row.locator(".pick").click()
    assert [(each["kind"], each["value"]) for each in sent(page)] == [("choose", 46)]


def test_a_wish_in_the_hatched_span_is_sent_and_answered_under_the_control(opened: Opened) -> None:
    page = opened()
    row = control(page, "lug_to_lug")
    drag(page, "lug_to_lug", 26 / 34)
    expect(row.locator(".free")).to_have_text("needs another choice given up")
    page.mouse.up()
    until(page, "window.sent.length > 0")
    assert sent(page) == [{"kind": "choose", "name": "lug_to_lug", "value": 52, "turn": 1}]
    page.evaluate("give('impossible')")
    expect(row.locator(".answer")).to_contain_text("Wrist circumference: 150")
    expect(row.locator(".figure input")).to_have_value("47")
    expect(row.locator(".rail .wished")).to_have_count(1)
    expect(page.locator("[role=status]")).to_contain_text("does not go with your other choices")


def test_ways_can_be_taken_and_left_by_keyboard(opened: Opened) -> None:
    page = opened()
    field = control(page, "lug_to_lug").locator(".figure input")
    field.fill("52")
    field.press("Enter")
    page.evaluate("give('impossible')")
    names = []
    for _ in range(8):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.querySelector('#panel').shadowRoot.activeElement.className"))
        if names[-1] == "way":
            break
    assert names[-1] == "way", names
    page.keyboard.press("Enter")
    assert sent(page)[-1] == {"kind": "take", "way": "0", "turn": 2}
    page.evaluate("give('taken')")
    expect(page.locator(".answer")).to_have_count(0)
    expect(field).to_have_value("52")

    page.evaluate("give('impossible')")
    page.locator(".answer .quiet").focus()
    page.keyboard.press("Escape")
    assert sent(page)[-1]["kind"] == "dismiss"
    expect(page.locator(".answer")).to_have_count(0)


def test_the_same_impossible_wish_is_answered_again(opened: Opened) -> None:
    page = opened()
    field = control(page, "lug_to_lug").locator(".figure input")
    for _ in range(2):
        field.fill("52")
        field.press("Enter")
        expect(page.locator(".answer")).to_have_count(0)
        page.evaluate("give('impossible')")
        expect(page.locator(".answer")).to_have_count(1)
    assert [each["value"] for each in sent(page)] == [52, 52]


def test_equal_data_that_are_not_delivered_again_leave_nothing_hanging(opened: Opened) -> None:
    page = opened()
    field = control(page, "lug_to_lug").locator(".figure input")
    page.evaluate("give({ ...scenes.impossible, turn: undefined })")
    field.fill("52")
    field.press("Enter")
    control(page, "depth").locator(".step").last.click()
    expect(page.locator(".answer")).to_have_count(0)
    expect(page.locator(".answer")).to_have_count(1, timeout=12_000)
    expect(field).to_have_value("47")
    until(page, "window.sent.length === 2")
    assert [each["name"] for each in sent(page)] == ["lug_to_lug", "depth"]


def test_options_that_need_something_given_up_stay_open_to_all(opened: Opened) -> None:
    page = opened()
    row = control(page, "movement")
    tile = row.get_by_role("radio", name=re.compile("RONDA 8040.N"))
    assert "needs another choice given up" in (tile.get_attribute("aria-label") or "")
    row.get_by_role("radio", checked=True).focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert sent(page) == []
    expect(tile).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert sent(page) == [{"kind": "ask", "name": "movement", "value": "RONDA 8040.N", "turn": 1}]
    page.evaluate("give('option')")
    expect(row.locator(".way")).to_have_count(1)
    tile.focus()
    page.keyboard.press("Space")
    assert sent(page)[-1] == {"kind": "choose", "name": "movement", "value": "RONDA 8040.N", "turn": 2}
    expect(tile).to_have_attribute("aria-checked", "true")
    assert row.locator("[role=radio][tabindex='0']").count() == 1


def test_a_text_keeps_its_caret_while_data_come(opened: Opened) -> None:
    page = opened("de")
    row = control(page, "engraving")
    field = row.locator("input.text")
    field.fill("Für Anna")
    until(page, "window.sent.length === 1")
    for _ in range(5):
        field.press("ArrowLeft")
    field.press_sequentially("liebe")
    page.evaluate("give({ parameters: { engraving: { ...data.parameters.engraving, own: true,"
                  " text: { ...data.parameters.engraving.text, value: 'Für Anna', room: 24 } } } })")
    assert field.input_value() == "Fürliebe Anna"
    assert field.evaluate("each => each.selectionStart") == 8
    expect(field).to_be_focused()
    expect(row.locator(".count")).to_have_text("Noch 19 Zeichen")
    until(page, "window.sent.at(-1).value === 'Fürliebe Anna'")
    assert [each["value"] for each in sent(page)] == ["Für Anna", "Fürliebe Anna"]
    expect(row.locator(".sample")).to_have_text("Fürliebe Anna")
    expect(row.locator(".sample")).to_have_css("font-family", re.compile("lo Alegreya Black"))
    field.fill("Für Anna, für immer und noch etwas länger")
    expect(row.locator(".count")).to_have_text("9 Zeichen zu viel")


def test_own_choices_can_be_let_go_and_history_is_at_hand(opened: Opened) -> None:
    page = opened()
    control(page, "case_diameter").get_by_role("button", name="let it follow").click()
    page.evaluate("give({ history: { undo: true, redo: false } })")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()
    page.evaluate("give({})")
    assert [(each["kind"], each.get("name")) for each in sent(page)] == [("free", "case_diameter"), ("undo", None)]
    row = control(page, "one_piece")
    row.get_by_role("switch").click()
    page.evaluate("give({})")
    assert sent(page)[-1] == {"kind": "choose", "name": "one_piece", "value": True, "turn": 3}


def test_the_option_that_stands_there_becomes_own_by_pressing_it(opened: Opened) -> None:
    page = opened()
    row = control(page, "movement")
    there = row.get_by_role("radio", checked=True)
    name = there.get_attribute("data-option")
    assert not page.evaluate("data.parameters.movement.own")
    there.focus()
    page.keyboard.press("Space")
    there.click()  # while its answer is on its way: nothing is wished twice
    assert sent(page) == [{"kind": "choose", "name": "movement", "value": name, "turn": 1}]
    page.evaluate("give({ parameters: { movement: { ...data.parameters.movement, own: true } } })")
    there.click()
    assert len(sent(page)) == 1, "it is his own already"
    expect(page.locator("[role=status]")).to_have_text("Movement: Your choice")
    row.get_by_role("button", name="Movement: let it follow the other choices again").click()
    assert sent(page)[-1] == {"kind": "free", "name": "movement", "turn": 2}


KEPT = {"en": ("Height of the bezel: keep 2.2\u202fmm as your choice", "Your choice"),
        "fr": ("Hauteur de la lunette : garder 2,2\u202fmm comme votre choix", "Votre choix"),
        "de": ("Höhe der Lünette: 2,2\u202fmm als Ihre Wahl festhalten", "Ihre Wahl")}


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_a_number_that_follows_can_be_kept_with_the_keyboard(opened: Opened, language: str) -> None:
    page = opened(language)
    row = control(page, "bezel_height")
    pin = row.locator(".pin")
    stands = page.evaluate("(({ low, step, at }) => Math.round((low + at * step) * 1e6) / 1e6)(data.parameters.bezel_height.number)")
    words, own = KEPT[language]
    assert pin.get_attribute("aria-label") == words
    expect(pin).to_have_css("opacity", "0")
    pin.focus()
    expect(pin).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert sent(page) == [{"kind": "choose", "name": "bezel_height", "value": stands, "turn": 1}]
    page.evaluate("give({ parameters: { bezel_height: { ...data.parameters.bezel_height, own: true } } })")
    expect(pin).to_be_focused()
    assert words != pin.get_attribute("aria-label")
    assert row.locator(".own").inner_text().startswith(own)
    expect(page.locator("[role=status]")).to_contain_text(own)
    page.keyboard.press("Enter")
    assert sent(page)[-1] == {"kind": "free", "name": "bezel_height", "turn": 2}


def test_a_text_and_a_switch_that_follow_can_be_kept_by_touch(opened: Opened) -> None:
    page = opened("en", PHONE)
    page.evaluate("give({ parameters: { engraving: { ...data.parameters.engraving, own: false } } })")
    kept = []
    for k in range(page.get_by_role("tab").count()):
        page.get_by_role("tab").nth(k).tap()
        for name in ("engraving", "one_piece"):
            pin = control(page, name).locator(".pin")
            if pin.count():
                pin.tap()
                until(page, f"window.sent.length > {len(kept)}")
                page.evaluate("give({})")
                kept.append((name, sent(page)[-1]["kind"], sent(page)[-1]["value"]))
    assert sorted(kept) == [("engraving", "choose", "Für Anna, 12. Juni 2026"), ("one_piece", "choose", False)]


@pytest.mark.parametrize("name", template_names())
def test_what_is_kept_is_own_and_changes_nothing_else(name: str) -> None:
    session = Session(load_template(name))
    product = session.product
    for parameter in product.choices:
        session.choose(parameter, product.choices[parameter])
        assert session.answer is None
        assert session.product == product
        assert session.moved == ()
    assert dict(session.own) == dict(product.choices)
    session.undo()
    assert len(session.own) == len(product.choices) - 1


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_a_phone_shows_one_group_at_a_time_and_never_scrolls_sideways(opened: Opened, language: str) -> None:
    page = opened(language, PHONE)
    tabs = page.get_by_role("tab")
    assert tabs.count() == 6
    for k in range(6):
        tabs.nth(k).click()
        expect(page.get_by_role("tabpanel")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        small = page.evaluate("""[...document.querySelector('#panel').shadowRoot.querySelectorAll('button, summary')]
            .filter((each) => { const b = each.getBoundingClientRect(); return b.width && (b.height < 40 || b.width < 40); })
            .map((each) => each.className + ' ' + each.textContent.trim())""")
        assert small == []
    tabs.nth(5).press("ArrowRight")
    expect(tabs.nth(0)).to_be_focused()
    expect(tabs.nth(0)).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(opened: Opened, viewport: Any, theme: str) -> None:
    if not AXE.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("axe-core is not installed: npm ci in frontend/")
    page = opened("en", viewport, theme)
    # the policy of the page allows no inline script; the same file by its own address is one of the page's
    page.route("**/axe.min.js", lambda route: route.fulfill(path=AXE, content_type="text/javascript"))
    page.add_script_tag(url="/axe.min.js")
    for scene in ("impossible", "option", "moved"):
        page.evaluate("scene => give(scene)", scene)
        for k in range(page.get_by_role("tab").count() or 1):
            if viewport is PHONE:
                page.get_by_role("tab").nth(k).click()
            found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


def test_texts_are_there_in_every_language() -> None:
    keys = set(re.findall(r"^  (\w+): \"", (ROOT / "frontend/panel/texts.ts").read_text(), re.MULTILINE))
    assert len(keys) > 40
    fields = {key: set(re.findall(r"\{(\w+)\}", sentence)) for key, sentence in TEXTS["en"].items()}
    for language in ("en", "fr", "de"):
        assert set(TEXTS[language]) == keys, language
        assert {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in TEXTS[language].items()} == fields, language
    english = dict(re.findall(r"^  (\w+): \"(.*)\",$", (ROOT / "frontend/panel/texts.ts").read_text(), re.MULTILINE))
    assert TEXTS["en"] == english
    assert "ß" not in json.dumps(TEXTS["de"], ensure_ascii=False)
