"""Stock and route in a package: by the shop and the quantity that were given, and the same as bill and manifest."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import pi
from pathlib import Path

import pytest

from configurator import load_template
from configurator.exchange.archive import read_stored_zip
from configurator.exchange.tables import csv_bytes, json_bytes, read_json, xlsx_bytes
from configurator.geometry.client import Geometry
from configurator.making.shop import profile
from configurator.package.check import check
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs
from configurator.package.rebuild import rebuild

from .test_check import forged, refused

ROUTE = "process/route.json"
OURS = {"name": "Atelier Müller", "currency": "EUR",
        "prices": {"materials": {"Au750 3N": {"per_kg": 98000, "date": "2026-11-20"}}}}


@pytest.fixture(scope="module")
def ordered(composer: Composer) -> Package:
    """Twelve rings, from a shop of its own."""
    return composer.compose(load_template("ring")(making="turn-mill"),
                            Inputs(language="de", shop=profile([(OURS, "ours")]), quantity=12))


@pytest.fixture
def put(ordered: Package, tmp_path: Path) -> Path:
    file = tmp_path / ordered.name
    file.write_bytes(ordered.data)
    return file


def test_shop_and_quantity_are_everywhere(ordered: Package, put: Path, geometry: Geometry) -> None:
    members = read_stored_zip(ordered.data)
    told, bill = json.loads(members[ROUTE]), json.loads(members["bom/bom.json"])
    assert check(put, geometry).manifest.shop.name == "Atelier Müller"
    assert told["shop"]["sha256"] == ordered.manifest.shop.sha256 == ordered.manifest.inputs.shop.digest
    assert told["quantity"] == 12
    assert [row["Qty"] for row in bill] == [12, 12]
    assert told["estimated_cost"]["currency"] == "EUR"
    metal = [line for line in told["estimated_cost"]["lines"] if line["kind"] == "material"]
    (part,) = told["parts"]
    # a blank that is round: its own volume and the price of the day, by hand
    blank = part["blank"]
    volume = pi / 4 * (blank["diameter_mm"] ** 2 - (blank["inner_diameter_mm"] or 0) ** 2) * blank["length_mm"]
    assert blank["volume_mm3"] == pytest.approx(volume, rel=1e-6)
    assert metal[0]["likely"] == pytest.approx(12 * blank["mass_g"] / 1000 * 98000, abs=0.01)
    assert bill[1]["StockSize"].count("mm") == 1
    assert bill[1]["StockForm"]
    assert f"⌀ {blank['diameter_mm']:g}".replace(".", ",") in bill[1]["StockSize"]


def test_it_is_built_again_from_its_manifest(ordered: Package, put: Path, composer: Composer, geometry: Geometry) -> None:
    again = rebuild(put, Composer(geometry))
    assert again.same, again.different


def test_another_quantity_is_another_package_of_the_same_number(ordered: Package, composer: Composer) -> None:
    one = composer.compose(load_template("ring")(making="turn-mill"), Inputs(language="de"))
    assert one.name == ordered.name
    before, after = read_stored_zip(one.data), read_stored_zip(ordered.data)
    assert {name for name in before if before[name] != after[name]} - {name for name in before if "drawing/" in name} == {
        "manifest.json", "README.txt", ROUTE, "bom/bom.csv", "bom/bom.json", "bom/bom.xlsx"}


@pytest.mark.parametrize(("change", "said"), [
    (lambda told: told.update(quantity=1), "quantity is 1"),
    (lambda told: told["shop"].update(sha256="0" * 64), "shop is"),
    (lambda told: told["parts"][0].update(pieces=2), "is not that of the manifest"),
    (lambda told: told["parts"][0]["blank"].update(volume_mm3=1.0), "smaller than the part"),
    (lambda told: told["parts"][0]["operations"].reverse(), "not in order"),
    (lambda told: told["parts"][0]["operations"][1]["estimated_piece_minutes"].update(low=0.01), "minutes (low)"),
    (lambda told: told["estimated_cost"]["lines"].pop(), "lines of the estimated cost"),
    (lambda told: told.pop("parts"), "no route"),
])
def test_a_changed_route_is_refused(put: Path, change: Callable[[dict], object], said: str) -> None:
    def altered(members: dict[str, bytes]) -> None:
        told = read_json(members[ROUTE])
        change(told)
        members[ROUTE] = json_bytes(told)

    assert said in refused(forged(put, altered))


def test_stock_of_the_bill_is_that_of_the_route(put: Path) -> None:
    """Also where all three bills were changed alike."""
    def altered(members: dict[str, bytes]) -> None:
        rows = read_json(members["bom/bom.json"])
        rows[1]["StockSize"] = "⌀ 99 × 9 mm"
        cells = [tuple(row.values()) for row in rows]
        members["bom/bom.json"] = json_bytes(rows)
        members["bom/bom.csv"] = csv_bytes(tuple(rows[0]), cells)
        members["bom/bom.xlsx"] = xlsx_bytes(tuple(rows[0]), cells, "x")

    assert "bill of materials says another" in refused(forged(put, altered))


@pytest.mark.parametrize("bad", [0, -1, 1_000_001, 2.5, True, "3"])
def test_a_quantity_that_nobody_can_order_is_refused(bad: object) -> None:
    with pytest.raises(ValueError, match="quantity"):
        Inputs(quantity=bad)
