"""How it is made, on the pages: the customer's estimate and remedies, the workshop's lines on the product, filled sheets."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from configurator import load_template
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.orders.configured import written_down
from configurator.orders.store import Store
from configurator.texts import say
from configurator.web.routes.packages import JOB
from configurator.web.secret import Secret

from .test_accessibility import axe, nothing_found  # noqa: F401
from .visiting import Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
MARK = "Mk0_-" * 8 + "mkg"
Visit = Callable[..., Visitor]
PRICE = """[prices.materials]
"Au750 3N" = {{ per_kg = {per_kg}, date = "2026-11-20" }}
"""
TIGHT = """process = "turn-mill"
shop = "Muster"
[limits]
gap = { value = 20.15, unit = "mm", grade = "C", source = "for this test" }
"""


@pytest.fixture(scope="module")
def shop(start_server: Any) -> Any:
    """A server of one's own: its shop profile and rule packs are edited."""
    return start_server()


@pytest.fixture
def visit(chromium: Any, shop: Any) -> Iterator[Visit]:
    there: list[Visitor] = []

    def begin(language: str = "en", **more: Any) -> Visitor:
        there.append(Visitor(chromium, shop.address, language, **more))
        return there[-1]

    yield begin
    for each in there:
        each.well()


@pytest.fixture(scope="module")
def job(shop: Any) -> str:
    """The token of a watch's job."""
    secret, store = Secret.of_installation(shop.home), Store(shop.home / "orders")
    order = store.place_order(secret.name("owner", MARK), "Tool watch", written_down(load_template("watch_case")()), "en")
    return secret.sign(JOB, order.id)


def block(he: Visitor) -> Any:
    """The customer's block, once it shows what belongs to the scene."""
    he.until(lambda: he.page.locator(".lo-planning [data-view=cost][aria-busy=false] .block").count() == 2, "the estimate")
    return he.page.locator(".lo-planning [data-view=cost]")


def answered(shop: Any, path: str) -> Any:
    reply = shop.get(path)
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def test_an_estimate_adds_up_and_prices_the_metal_that_the_shop_priced(shop: Any, visit: Visit) -> None:
    he = visit("de")
    he.go("/configure?t=ring")
    key = he.drawn()
    there = block(he)
    he.page.get_by_text(say("making.no_metal_price", "de", names="Au750 3N (ISO 9202 / ISO 8654 3N)")).wait_for()
    without = answered(shop, f"/api/cost/{key}/de.json")["estimate"]
    assert without["left_out"]
    assert all(low["low"] <= low["likely"] <= low["high"] for low in (*without["lines"], without["total"]))
    assert without["total"]["likely"] == pytest.approx(sum(line["likely"] for line in without["lines"]))
    shown = re.sub(r"\s", "", there.locator(".figure").inner_text())
    assert shown == f"≈CHF{round(without['total']['likely'])}"
    assert say("planning.cost_band", "de", low="x", high="y", vat="z").partition(":")[0] in there.inner_text(), "called an estimate"
    route = answered(shop, f"/api/route/{key}/de.json")
    grams = sum(part["blank"]["mass_g"] * part["pieces"] for part in route["parts"])
    (shop.home / "shop.toml").write_text(PRICE.format(per_kg=98000))
    for quantity in (1, 10):
        found = answered(shop, f"/api/cost/{key}/de.json?quantity={quantity}")["estimate"]
        metal = [line for line in found["lines"] if line["kind"] == "material"]
        assert sum(line["likely"] for line in metal) == pytest.approx(grams * quantity * 98000 / 1000, abs=0.01)
        assert "2026-11-20" in metal[0]["origin"]
    assert found["left_out"] == []
    package = shop.get(f"/api/configurations/{key}/package.zip?language=de")
    inputs = json.loads(read_stored_zip(package.body)["manifest.json"])["inputs"]
    assert inputs["shop"]["prices"]["materials"]["Au750 3N"]["per_kg"] == 98000, "the package is made with what the page says"
    there.get_by_role("spinbutton").fill("10")
    there.get_by_role("spinbutton").press("Tab")
    he.until(lambda: f"{round(found['total']['likely'] / 10)}" in re.sub(r"\s", "", there.inner_text()), "the price of one of ten")
    (shop.home / "shop.toml").write_text('[prices.materials]\n"Au750 3N" = { per_kg = "much", date = "2026-11-20" }\n')
    assert answered(shop, f"/api/cost/{key}/de.json")["estimate"] == {"refused": "shop"}
    he.page.reload()
    he.page.get_by_text(he.say("planning.refused_shop")).wait_for()
    assert shop.get(f"/api/configurations/{key}/package.zip?language=de").status == 503
    log = shop.log.read_text()
    assert "shop.toml" in log
    assert "per_kg" in log
    (shop.home / "shop.toml").unlink()
    assert shop.get(f"/api/cost/{key}/de.json?quantity=0").status == 422
    assert shop.get("/api/cost/nothing/de.json").status == 404


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_customer_on_a_phone_takes_the_way_out_at_one_press(shop: Any, visit: Visit, axe: str, theme: str) -> None:  # noqa: F811
    packs = shop.home / "packs"
    packs.mkdir(exist_ok=True)
    (packs / "ours.toml").write_text(TIGHT)
    try:
        she = visit("fr", phone=True, theme=theme)
        she.go("/configure?t=watch_case")
        first = she.drawn()
        there = block(she)
        take = there.get_by_role("button", name=she.say("planning.made_take"))
        take.first.wait_for()
        assert "20,15" in there.locator(".findings").inner_text()
        she.page.wait_for_timeout(300)
        if theme == "light":
            nothing_found(she, axe)
        else:
            assert she.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
        she.press(take.first)
        she.drawn(first)
        she.until(lambda: she.page.locator(".lo-planning [aria-busy=false]").count() and not take.count(), "the finding is gone")
        assert "lug_width" in she.own() or she.viewer("viewer.model.scene.key") != first
    finally:
        (packs / "ours.toml").unlink()


def lit(he: Visitor) -> list[dict[str, Any]]:
    """The rows of the mesh file whose faces are lit up on the product."""
    return list(he.viewer("viewer.picker.picks.map(each => ({part: each.shown.part.name, index: each.index, ...each.row}))"))


def test_lines_and_faces_of_a_job_find_each_other(shop: Any, job: str, visit: Visit, axe: str) -> None:  # noqa: F811
    he = visit("de")
    he.go(f"/job?key={job}")
    he.drawn()
    rows = he.page.locator(".lo-planning .characteristics tbody tr")
    he.until(lambda: rows.count() > 20, "the characteristics")
    he.until(lambda: he.viewer("viewer.picker.controls.any"), "what faces carry")
    bore = he.page.locator('tr[data-part=midcase][data-balloon="1"]')
    bore.get_by_role("button").click()
    told = bore.inner_text()
    nominal = float(re.search(r"⌀\s*(\d+(?:,\d+)?)", told)[1].replace(",", "."))  # type: ignore[index]
    he.until(lambda: lit(he), "its faces light up")
    assert {(each["part"], each["type"]) for each in lit(he)} == {("midcase", "cylinder")}
    assert {round(each["diameter_mm"], 6) for each in lit(he)} == {nominal}, "the mesh file's own rows of faces"
    assert bore.get_by_role("button").get_attribute("aria-pressed") == "true"
    card = he.page.locator(".viewer .facts")
    assert re.search(r"31,09 … 31,12\s*mm", card.inner_text())
    bore.get_by_role("button").click()
    he.until(lambda: not lit(he), "a second press takes the light off")

    tapped = "".join(("(() => { const p = viewer.size; for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {",
                      " viewer.picker.tap(p.width * i / 20, p.height * j / 20, false);",
                      " if (viewer.picker.picks.length) return true; } return false; })()"))
    assert he.viewer(tapped), "a face that carries something is under the finger"
    (face,) = lit(he)
    marked = he.page.locator("tr[data-carries]")
    he.until(marked.count, "its lines are marked")
    assert {row.get_attribute("data-part") for row in marked.all()} == {face["part"]}
    for row in marked.all():
        assert row.locator("th").inner_text().partition("\n")[0] in card.inner_text()
    route = he.page.locator(".lo-planning .route")
    route.wait_for()
    assert he.say("planning.route_total", low="", likely="", high="").rpartition(".")[0][-12:] in route.inner_text()
    nothing_found(he, axe)


def filled(sheet: bytes, out_of: dict[int, float]) -> bytes:
    """An inspection sheet with every value in the middle of its limits, but for some balloons."""
    heads, *rows = csv.reader(io.StringIO(sheet.decode("utf-8-sig")))
    at = {name: heads.index(name) for name in heads}
    for row in rows:
        low, high = (float(row[at[name]] or 0) for name in ("Lower", "Upper"))
        if not row[at["Unit"]]:
            row[at["Ok"]] = "yes"
        elif row[at["Upper"]]:
            row[at["Measured"]] = f"{out_of.get(int(row[at['Balloon']]), (low + high) / 2):.4f}"
    out = io.StringIO()
    csv.writer(out).writerows([heads, *rows])
    return out.getvalue().encode()


def test_a_filled_sheet_with_one_value_out_of_limits(shop: Any, job: str, visit: Visit) -> None:
    package = zipfile.ZipFile(io.BytesIO(shop.get(f"/api/jobs/{job}/package.zip").body))
    name = next(each for each in package.namelist() if re.search(r"inspection/.*-01_A\.csv", each))
    he = visit("en")
    he.go(f"/job?key={job}")
    he.drawn()
    given = he.page.locator(".lo-planning .measured input[type=file]")
    given.wait_for(state="attached")
    for out, sentence in (({}, "meas_good"), ({12: 40.2}, "meas_bad")):
        given.set_input_files([{"name": "ours.csv", "mimeType": "text/csv", "buffer": filled(package.read(name), out)}])
        he.page.locator(".verdict").get_by_text(he.say(f"planning.{sentence}", count="", all="").partition(":")[0] + ":").wait_for()
        bad = he.page.locator("tr[data-verdict=not_conforming]")
        assert [row.inner_text().partition("\t")[0] for row in bad.all()] == [str(balloon) for balloon in out]
        he.page.get_by_role("button", name=he.say("planning.meas_remove")).click()
        he.until(lambda: not he.page.locator("tr[data-verdict]").count(), "the sheet is taken away")
    he.expected.append("422")  # the browser says so itself
    given.set_input_files([{"name": "holiday.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"}])
    he.page.get_by_text(re.compile("holiday.csv: the columns .* were not found")).wait_for()
    wrong = shop.get(f"/api/jobs/{job}/measured?name=../../..&language=fr", "POST", b"a,b\n1,2\n")
    assert wrong.status == 422
    assert "Balloon" in json.loads(wrong.body)["problems"][0]
    assert shop.get("/api/jobs/nothing/measured", "POST", b"").status == 404


def test_the_drawings_of_a_package_are_on_the_page(shop: Any, job: str, visit: Visit) -> None:
    word = Secret.of_installation(shop.home).signed(JOB, job)
    assert shop.get(f"/api/jobs/{job}/package.zip").status == 200
    (file,) = (shop.home / "orders" / "packages").glob(f"{word}-1.zip")
    before = file.read_bytes()
    members = read_stored_zip(before)
    if not any(each.startswith("drawing/") for each in members):  # a package of before there were any
        number = json.loads(members["manifest.json"])["number"]
        picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 297 210"><path d="M9 9h99"/></svg>'
        members[f"drawing/{number}-01_A.svg"], members[f"drawing/{number}-01_A.pdf"] = picture, b"%PDF-1.4\n"
        file.write_bytes(stored_zip(list(members.items())))
    try:
        he = visit("fr")
        he.go(f"/job?key={job}")
        sheet = he.page.locator("details.lo-sheet").first
        sheet.wait_for()
        sheet.scroll_into_view_if_needed()
        he.until(lambda: sheet.locator("img").evaluate("each => each.complete && each.naturalWidth > 0"), "the drawing")
        link = sheet.get_by_role("link", name="PDF").get_attribute("href")
        assert shop.get(link).body.startswith(b"%PDF")
    finally:
        file.write_bytes(before)


def test_a_designer_sees_what_is_controlled_and_by_which_pack(visit: Visit) -> None:
    he = visit("de")
    he.go("/templates?t=watch_case")
    part = he.page.locator(".st-key-lo-d-part-midcase")
    part.wait_for()
    part.locator("summary").first.click()
    row = part.locator("tbody tr").first
    row.wait_for()
    assert re.search(r"⌀\s*31,1\s*mm", row.inner_text())
    assert "turn-mill" in part.inner_text()
    assert he.page.get_by_text(re.compile(r"rechnerisch eingehalten")).count() == 1
