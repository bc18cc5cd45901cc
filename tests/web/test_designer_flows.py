"""What a designer does with a template of his own, in a real browser: looks at it, breaks it, mends it, sweeps it, compares."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from configurator.product.catalogue import load_folder

from .visiting import Visitor

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(600)]
Visit = Callable[..., Visitor]
Draft = Callable[[str], Path]

HINGE = '''\
"""A leaf of a hinge with its pin."""

from __future__ import annotations

from configurator import Mm, Product, cq, feature, length, part, rule


class Hinge(Product):
    """A leaf with a bore and the pin that turns in it. Frame: Z is up."""

    prefix, revision = "HG", "A"
    width: Mm = length(20, 10, 40, step=0.5, label="Width")
    depth: Mm = length(12, 8, 40, step=0.5, label="Depth")
    bore: Mm = length(4, 2, 30, step=0.5, label="Bore")

    @rule
    def bore_leaves_a_wall(self) -> bool:
        """A bore of {bore} mm leaves no wall in a leaf of {depth} mm."""
        return self.bore <= self.depth - 4

    @feature
    def blank(self) -> cq.Workplane:
        return cq.Workplane().box(self.width, self.depth, 3)

    @part(material="brass", process="milled")
    def leaf(self) -> cq.Workplane:
        if self.width > 38:
            raise ValueError("no sheet is that wide")
        return self.blank().cut(cq.Workplane().circle(self.bore / 2).extrude(9, both=True))

    @part(material="steel", process="turned")
    def pin(self) -> cq.Workplane:
        return cq.Workplane().circle(self.bore / 2 - 0.05).extrude(8)
'''


@pytest.fixture(scope="module")
def workshop(start_server: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server and the folder from which it takes templates."""
    folder = tmp_path_factory.mktemp("templates")
    return SimpleNamespace(folder=folder, server=start_server(CONFIGURATOR_TEMPLATES=str(folder), CONFIGURATOR_DESIGNER=""))


@pytest.fixture
def draft(workshop: Any) -> Draft:
    """`draft(name)` is the folder of a template that nobody else edits."""
    def write(name: str) -> Path:
        folder = Path(workshop.folder / name)
        folder.mkdir()
        edit(folder)
        return folder

    return write


@pytest.fixture
def visit(chromium: Any, workshop: Any) -> Iterator[Visit]:
    """`visit(language, phone=...)` is a designer at a browser of his own."""
    there: list[Visitor] = []

    def begin(language: str = "en", **more: Any) -> Visitor:
        there.append(Visitor(chromium, workshop.server.address, language, **more))
        return there[-1]

    yield begin
    for each in there:
        each.well()


def edit(folder: Path, before: str = "", after: str = "") -> None:
    """One thing of the template is another than at first; as at first without one."""
    assert not before or HINGE.count(before) == 1
    own = f"# {folder.name}\n"  # so that nothing comes from the memo that another test left there
    (folder / "template.py").write_text((HINGE.replace(before, after) if before else HINGE) + own)


def field(he: Visitor, label: str) -> Any:
    return he.page.get_by_role("spinbutton", name=label)


def enter(he: Visitor, label: str, value: str) -> None:
    field(he, label).fill(value)
    field(he, label).press("Enter")


def row(he: Visitor, head: str, *words: str) -> Any:
    """The row of a table with this at its head, in which these words stand."""
    found = he.page.locator(".lo-d-table tbody tr").filter(has=he.page.locator("th", has_text=head))
    for each in words:
        found = found.filter(has_text=each)
    return found.first


def cells(he: Visitor, head: str, *words: str) -> list[str]:
    """What stands in that row, but for its head; nothing while there is none."""
    return list(row(he, head, *words).locator("td").all_inner_texts())


def reads(he: Visitor, head: str, column: int, text: str) -> None:
    """Wait until this stands in that row."""
    he.until(lambda: cells(he, head)[column:column + 1] == [text], f"{head}: {text}")


def faults(he: Visitor) -> str:
    """What is told of errors, without the marks that let lines break."""
    return "\n".join(he.page.locator(".lo-d-fault").all_inner_texts())


def line(he: Visitor) -> str:
    """The line that is pointed at, after its number."""
    return " ".join(he.page.locator(".lo-d-fault .lo-d-here").first.inner_text().split())


def settled(he: Visitor, sum_: str) -> None:
    """All parts are there, as the sum above their table says."""
    he.until(lambda: sum_ in (he.page.locator(".lo-d-sum").first.text_content() or ""), sum_)


def at(he: Visitor, *point: float) -> tuple[float, float]:
    """Where a point of the product, in mm, is on the screen."""
    x, y = he.viewer(f"""(() => {{
      const found = viewer.stage.camera.target.clone().set({", ".join(map(str, point))}).project(viewer.stage.camera.lens);
      const box = element.querySelector("canvas").getBoundingClientRect();
      return [box.x + (found.x + 1) / 2 * box.width, box.y + (1 - found.y) / 2 * box.height];
    }})()""")
    return x, y


def fits(he: Visitor) -> bool:
    """Whether nothing is wider than the screen, but for what scrolls by itself."""
    return bool(he.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"))


def test_what_is_known_of_a_template_from_elsewhere(visit: Visit, draft: Draft) -> None:
    folder, he = draft("hinge"), visit()
    he.go("/templates?t=hinge")
    he.page.get_by_role("heading", name="Hinge", exact=True).wait_for()
    listed = row(he, str(folder))
    assert [word for word in ("CONFIGURATOR_TEMPLATES", "installed", "none", "no failures") if word in listed.inner_text()] == [
        "CONFIGURATOR_TEMPLATES", "none"]
    assert "10 to 40 mm in steps of 0.5 (61 values)" in row(he, "width", "hinge/template.py:12").inner_text()
    rule = row(he, "bore_leaves_a_wall", "hinge/template.py:16")
    assert "A bore of 4 mm leaves no wall in a leaf of 12 mm." in rule.inner_text()
    assert rule.locator("td").first.inner_text().strip() == "4"
    with he.page.expect_download() as download:
        he.page.get_by_role("button", name=he.say("designer.schema")).click()
    assert set(json.loads(Path(download.value.path()).read_text())["properties"]) == {"width", "depth", "bore"}
    (folder / "certificate.json").write_text(json.dumps({
        "certificate": 1, "template": "hinge", "fingerprint": load_folder(folder).fingerprint, "good": True, "date": "2026-11-23",
        "configurations": 7, "counts": {"default": 1, "random": 6}, "failures": [],
        "least_margins": [{"rule": "bore_leaves_a_wall", "margin": 0.5, "found_at": "extreme bore = 30.0"}]}))
    he.until(lambda: "no failures" in listed.inner_text(), "the certificate, with nothing done on the page")
    assert "extreme: Bore 30" in row(he, "bore_leaves_a_wall", "0.5").inner_text()
    for _ in range(3):  # whatever the timers of either page are about
        he.press(he.page.get_by_role("link", name=he.say("designer.to_sandbox")))
        he.until(lambda: field(he, "Bore").count() and "/sandbox" in he.page.url, "the sandbox")
        he.press(he.page.get_by_role("link", name=he.say("designer.page_templates"), exact=True))
        he.page.get_by_role("heading", name="Hinge", exact=True).wait_for()


def test_the_sandbox_shows_faces_timing_and_what_came_from_the_memo(visit: Visit, draft: Draft) -> None:
    draft("folding")
    he = visit()
    he.go("/sandbox?t=folding")
    first = he.drawn()
    settled(he, "Rebuilt: 2. From the memo: 0.")
    for part, volume in (("leaf", "682.301"), ("pin", "95.567")):
        he.until(lambda part=part, volume=volume: cells(he, part, volume)[:2] == ["sound", "rebuilt"], part)
        assert float(cells(he, part, volume)[2]) > 0
    tool = "button[data-tool={}]".format
    he.press(he.page.locator(tool("edges")))
    he.press(he.page.locator(tool("section")))
    he.until(lambda: he.page.locator(tool("section")).get_attribute("aria-pressed") == "true", "the section")
    he.press(he.page.locator(tool("section")))
    he.press(he.page.locator(tool("measure")))
    he.until(lambda: he.page.locator(tool("measure")).get_attribute("aria-pressed") == "true", "measuring")
    he.press(he.page.locator(tool("measure")))
    he.press(he.page.locator(tool("faces")))
    he.page.mouse.click(*at(he, 8, 4, 1.5))
    picked = he.page.locator(".lo-d-pick")
    he.until(lambda: picked.count() and "Leaf" in picked.inner_text(), "the facts of a face")
    assert [word for word in ("plane", "227.434\u202fmm²", "0; 0; 1") if word in picked.inner_text()] == ["plane", "227.434\u202fmm²", "0; 0; 1"]

    enter(he, "Bore", "5")
    he.drawn(first)
    settled(he, "Rebuilt: 2. From the memo: 0.")
    reads(he, "blank", 1, "from the memo")
    reads(he, "leaf", 1, "rebuilt")
    enter(he, "Width", "22")
    settled(he, "Rebuilt: 1. From the memo: 1.")
    reads(he, "blank", 1, "rebuilt")
    reads(he, "pin", 1, "from the memo")
    row(he, "pin").locator("summary").click()
    assert row(he, "pin").locator("details").inner_text().split() == ["1", "bore"]

    he.press(he.page.get_by_role("button", name=he.say("designer.look_for_overlaps")))
    he.page.get_by_text(he.say("designer.no_overlaps")).wait_for()
    he.press(he.page.get_by_role("link", name=he.say("designer.page_difference")))
    he.page.get_by_text(he.say("designer.difference_told")).wait_for()
    he.until(lambda: cells(he, "Bore") == ["4\xa0mm", "5\xa0mm"], "the difference of the bores")
    he.until(lambda: cells(he, "Width") == ["20\xa0mm", "22\xa0mm"], "the difference of the widths")
    he.until(lambda: cells(he, "Pin", "another shape")[1:2] == ["95.567 → 150.859"], "the difference of the pins")


def test_a_template_that_is_broken_while_its_page_is_open(visit: Visit, draft: Draft) -> None:
    folder, he = draft("butt"), visit()
    he.go("/sandbox?t=butt")
    first = he.drawn()
    enter(he, "Depth", "14")
    scene = he.drawn(first)
    settled(he, "Parts: 2.")
    he.press(he.page.get_by_role("button", name=he.say("designer.keep_to_compare")))
    he.press(he.page.locator("button[data-tool=edges]"))
    he.viewer("viewer.stage.camera.turn(0.4, 0.1)")
    eye = he.viewer("viewer.stage.camera.lens.position.toArray()")

    edit(folder, "def blank(self)", "def blank(self")
    he.until(lambda: "SyntaxError" in faults(he), "the error of the file")
    assert he.say("designer.cannot_load_now", name="butt") in faults(he)
    assert "butt/template.py:22" in faults(he)
    assert line(he) == "22 def blank(self -> cq.Workplane:"
    assert (he.scene(), field(he, "Depth").input_value()) == (scene, "14.0")

    edit(folder, ".extrude(8)", ".extrude(8).edges('|X').fillet(1)")
    he.until(lambda: he.say("designer.part_failed", part="Pin") in faults(he), "the failing part")
    assert "butt/template.py:33" in faults(he)
    assert "ValueError" in faults(he)
    assert line(he).endswith(".extrude(8).edges('|X').fillet(1)")
    box = he.page.locator(".lo-d-fault").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900, "it is not seen without scrolling"
    assert he.page.get_by_text(he.say("designer.note_failed")).is_visible()
    assert he.scene() == scene

    edit(folder, "self.bore <= self.depth - 4", "self.boar <= self.depth - 4")
    he.until(lambda: "boar" in faults(he), "the broken rule")
    assert "butt/template.py:19" in faults(he)
    assert line(he) == "19 return self.boar <= self.depth - 4"
    assert he.say("designer.advice_name", name="boar", near="bore") in faults(he)
    assert he.say("designer.part_failed", part="Pin") not in faults(he), "it is no longer what stands in the file"

    edit(folder, "self.depth, 3)", "self.depth, 4)")
    after = he.drawn(scene)
    he.until(lambda: not faults(he), "all is well again")
    he.until(lambda: row(he, "leaf", "1,069.735").or_(row(he, "leaf", "1069.735")).is_visible(), "20 x 14 x 4 less the bore, in mm³")
    assert field(he, "Depth").input_value() == "14.0"
    assert he.viewer("viewer.stage.camera.lens.position.toArray()") == pytest.approx(eye, abs=0.01), "the camera is elsewhere"
    assert he.page.locator("button[data-tool=edges]").get_attribute("aria-pressed") == "true"
    enter(he, "Bore", "11")
    he.page.get_by_text("A bore of 11 mm leaves no wall in a leaf of 14 mm.").wait_for()
    assert he.page.get_by_text("butt/template.py:16").is_visible()
    assert he.scene() == after
    he.press(he.page.get_by_role("button", name=he.say("designer.nearest")))
    he.until(lambda: field(he, "Depth").input_value() == "15.0", "the nearest that can be made")
    assert field(he, "Bore").input_value() == "11.0"

    he.press(he.page.get_by_role("link", name=he.say("designer.page_difference")))
    he.page.get_by_role("combobox", name=he.say("designer.before")).click()
    he.page.get_by_role("option").filter(has_text=he.say("designer.former", state="")).first.click()
    he.until(lambda: "another shape" in row(he, "leaf").inner_text(), "the difference from what the template made before")


def test_a_sweep_is_stopped_and_another_tells_what_fails_and_what_is_slow(visit: Visit, draft: Draft) -> None:
    draft("klappe")
    he = visit("de")

    def begin(samples: str) -> None:
        asked = he.page.get_by_role("spinbutton", name=he.say("designer.samples"))
        asked.fill(samples)
        asked.press("Tab")
        he.press(he.page.get_by_role("button", name=he.say("designer.begin")))

    def told(key: str, **values: object) -> bool:
        """Whether the progress says this, whatever its numbers."""
        pattern = re.escape(he.say(f"designer.{key}", name="Hinge", done="#", total="#", failed="#", seconds="#", **values))
        return re.search(pattern.replace(r"\#", r"[\d’.]+"), he.page.inner_text("[data-testid=stMain]")) is not None

    he.go("/sweep?t=klappe")
    begin("300")
    he.until(lambda: told("sweep_running") and he.page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").count(),
             "a plot that grows")
    he.press(he.page.get_by_role("button", name=he.say("designer.stop")))
    he.until(lambda: told("sweep_stopped"), "it is stopped")
    begin("6")
    he.until(lambda: told("sweep_done"), "it is done")
    assert he.page.get_by_role("button", name=he.say("designer.stop")).count() == 0
    wide = he.page.locator(".lo-d-fault").filter(has_text="ValueError: no sheet is that wide")
    assert he.say("designer.part_failed", part="Leaf") in wide.inner_text()
    assert "klappe/template.py:28" in wide.inner_text()
    he.page.get_by_text(he.say("designer.smallest", changes="Width 20 → 38,5")).first.wait_for()
    plot = he.page.locator("[data-testid=stVegaLiteChart]").bounding_box()
    assert plot is not None
    assert plot["height"] > 300
    slowest = he.page.get_by_role("heading", name=he.say("designer.slowest"))
    he.until(lambda: slowest.count() == 1, "what was there while it ran is gone")
    assert row(he, "HG").locator("td").count() == 4
    he.press(he.page.get_by_role("link", name=he.say("designer.open_smallest")).first)
    he.until(lambda: "/sandbox" in he.page.url and field(he, "Width").count() and field(he, "Width").input_value() == "38.5",
             "the smallest that fails, in the sandbox")
    he.until(lambda: he.say("designer.part_failed", part="Leaf") in faults(he), "it fails there, too")


def test_on_a_phone_nothing_is_cut_off(visit: Visit, draft: Draft) -> None:
    folder, he = draft("pocket"), visit("en", phone=True)
    he.go("/templates?t=pocket")
    he.page.get_by_role("heading", name="Hinge", exact=True).wait_for()
    cell = row(he, "width", "pocket/template.py:12").locator("td").last
    box = cell.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390, "a column is out of sight"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{he.say("designer.place")}"'
    assert cell.evaluate("cell => cell.getAttribute('role')") == "cell"
    assert fits(he)
    he.go("/sandbox?t=pocket")
    scene = he.drawn()
    settled(he, "Parts: 2.")
    edit(folder, "def blank(self)", "def blank(self")
    he.until(lambda: "SyntaxError" in faults(he), "the error of the file")
    assert he.page.locator(".lo-d-fault").is_visible()
    assert fits(he)
    edit(folder)
    he.until(lambda: not faults(he), "all is well again")
    assert he.scene() == scene
    he.page.get_by_role("link", name=he.say("designer.page_difference")).tap()
    he.page.get_by_text(he.say("designer.no_difference")).first.wait_for()
    assert fits(he)
    he.page.get_by_role("link", name=he.say("designer.page_sweep")).tap()
    he.page.get_by_role("spinbutton", name=he.say("designer.samples")).wait_for()
    assert fits(he)
