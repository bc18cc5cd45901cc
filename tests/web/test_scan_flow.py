"""A person with a scan at a real browser: by keyboard, on a phone, and what others get to see of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .test_accessibility import AXE, nothing_found
from .visiting import Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
WORN = Path(__file__).parents[1] / "worn"
TAKE, DELETE = ".st-key-lo-scan-take-leg button", ".st-key-lo-scan-delete-leg button"


@pytest.fixture(scope="module")
def worn(start_server: Callable[..., Any]) -> Any:
    """A server with the template after a scan in its catalogue."""
    return start_server(CONFIGURATOR_TEMPLATES=str(WORN))


@pytest.fixture(scope="module")
def leg(limbs: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("scan") / "Zoë Müller left leg.stl"
    file.write_bytes(limbs.stl(*limbs.Leg.of("F").mesh(90, 90, closed=False)))
    return Path(file)


@pytest.fixture(params=["en", "de phone"])
def person(request: pytest.FixtureRequest, chromium: Any, worn: Any) -> Iterator[Visitor]:
    visitor = Visitor(chromium, worn.address, request.param[:2], phone="phone" in request.param)
    yield visitor
    visitor.well()


def add(person: Visitor, file: Path) -> None:
    person.go("/configure?t=sleeve")
    person.drawn()
    offer = person.page.locator(".st-key-lo-scan-offer-leg summary")
    offer.focus()
    person.page.keyboard.press("Enter")
    person.page.get_by_label(person.say("scan_add")).wait_for()
    person.page.get_by_label(person.say("scan_add")).locator("input[type=file]").set_input_files(file)


def kept(server: Any) -> list[str]:
    return sorted(each.name for each in (server.home / "scans").glob("*.limb"))


def test_by_keyboard_from_the_file_to_the_product_and_back(person: Visitor, worn: Any, leg: Path) -> None:
    add(person, leg)
    page = person.page
    page.locator(TAKE).wait_for()
    page.locator(".lo-scan img").nth(1).wait_for()
    assert [each.get_attribute("alt") for each in page.locator(".lo-scan img").all()] == [
        person.say("scan_front"), person.say("scan_side")]
    before = person.drawn()
    proposal = page.get_by_role("radiogroup", name=person.say("scan_stands"))
    proposal.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    person.until(lambda: proposal.get_by_role("radio").nth(1).is_checked(), "the other way round")
    page.keyboard.press("ArrowUp")
    person.until(lambda: proposal.get_by_role("radio").first.is_checked(), "as proposed")
    page.locator(TAKE).focus()
    page.keyboard.press("Enter")
    page.locator(DELETE).wait_for()
    person.drawn(before)
    assert len(kept(worn)) == 1
    sha = kept(worn)[0].partition(".")[0]
    assert page.get_by_text(f"Scan {sha[:8]}…").first.is_visible()
    page.locator(DELETE).focus()
    page.keyboard.press("Enter")
    page.locator("input[type=file]").wait_for(state="attached")
    person.until(lambda: not kept(worn), "an empty store")
    person.until(lambda: person.scene() == before, "the product without a scan")


def test_nothing_of_a_scan_is_in_a_link_or_on_disk_but_the_shape(person: Visitor, worn: Any, leg: Path) -> None:
    add(person, leg)
    page = person.page
    page.locator(TAKE).click()
    page.locator(DELETE).wait_for()
    sha = kept(worn)[0].partition(".")[0]
    page.locator(".st-key-lo-share button").click()
    link = page.locator("[role=dialog] code").inner_text().replace("\n", "")
    assert page.get_by_text(person.say("share_scan")).is_visible()
    other = Visitor(page.context.browser, worn.address, person.language)
    other.page.goto(link)
    other.drawn()
    other.page.locator("input[type=file]").wait_for(state="attached")
    assert sha[:8] not in other.page.inner_text("body")
    other.well()
    names = [str(each.relative_to(worn.home)) for each in worn.home.rglob("*")]
    assert not [each for each in names if "Zo" in each or "ller" in each]
    assert "ller" not in worn.log.read_text()
    assert json.loads((worn.home / "scans" / f"{sha}.json").read_text()).keys() == {"put"}
    page.keyboard.press("Escape")
    page.locator("[role=dialog]").wait_for(state="detached")
    page.locator(DELETE).click()
    person.until(lambda: not kept(worn), "an empty store")


def test_axe_finds_nothing_while_a_scan_is_refused_proposed_and_taken(chromium: Any, worn: Any, leg: Path, tmp_path: Path,
                                                                      judge: Callable[..., Any]) -> None:
    axe = judge("axe-core (npm ci in frontend)", lambda: AXE.read_text() if AXE.exists() else None)
    person = Visitor(chromium, worn.address, "fr")
    letter = tmp_path / "letter.stl"
    letter.write_text("This is a letter.")
    add(person, letter)
    person.page.get_by_text(person.say("scan_refused")).wait_for()
    nothing_found(person, axe)
    person.page.locator("input[type=file]").set_input_files(leg)
    person.page.locator(TAKE).wait_for()
    nothing_found(person, axe)
    person.page.locator(TAKE).click()
    person.page.locator(DELETE).wait_for()
    person.page.locator(".st-key-lo-scan-report-leg summary").click()
    nothing_found(person, axe)
    person.well()
