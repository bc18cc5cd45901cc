"""Estimates: every cent has a line, nothing is invented, and what is larger or dearer never costs less."""

from __future__ import annotations

import copy
import itertools
import json
import re
import time
import tomllib

import pytest

from configurator.cli.main import main
from configurator.making.estimate import estimate
from configurator.making.route import route
from configurator.making.shop import DEFAULT, ShopRefused, default_shop, profile, shop_from

from .route_products import CASES, built

PRICES = {"prices": {"materials": {"316L": {"per_kg": 12, "date": "2026-11-20"}, "Au750 3N": {"per_kg": 98000, "date": "2026-11-20"}},
                     "items": {"BAR-20": {"each": 3.2, "date": "2026-11-19"}}}}


def shop(**tables):
    return profile([(tables, "test")])


def cost(template, choices=None, tables=None, quantity=1):
    found = built(template, **(choices or {}))
    return estimate(route(found.product, found.answers, profile([(tables, "test")]) if tables else None, quantity))


@pytest.mark.parametrize(("template", "choices"), CASES)
@pytest.mark.parametrize("quantity", [1, 7])
def test_lines_add_up_to_the_total_to_the_cent(template, choices, quantity):
    found = cost(template, choices, PRICES, quantity)
    total = found.as_plain()["total"]
    for name in ("low", "likely", "high"):
        assert sum(round(line[name] * 100) for line in found.as_plain()["lines"]) == round(total[name] * 100)
        assert sum(round(each[name] * 100) for each in found.as_plain()["sums"]) == round(total[name] * 100)
    assert 0 < total["low"] <= total["likely"] <= total["high"]
    assert all(line.low <= line.likely <= line.high and line.origin for line in found.lines)


def test_a_line_says_the_arithmetic_that_it_is_made_of():
    found = cost("watch_case", tables=PRICES)
    checked = 0
    for line in found.lines:
        terms = re.fullmatch(r"([\d.]+) min \(([\d.]+) to ([\d.]+)\) at ([\d.]+) CHF an hour, .+", line.origin)
        if terms:
            minutes, rate = float(terms[1]), float(terms[4])
            assert line.likely / 100 == pytest.approx(minutes / 60 * rate, abs=0.06 / 60 * rate + 0.01)
            checked += 1
    assert checked > 40
    metal = [line for line in found.lines if line.kind == "material"]
    assert metal
    for line in metal:
        pieces, grams, price = map(float, re.match(r"(\d+) × ([\d.]+) g of stock at ([\d.]+) CHF", line.origin).groups())
        assert line.likely / 100 == pytest.approx(pieces * grams / 1000 * price, abs=0.01)
        assert "2026-11-20" in line.origin
    # two spring bars at 3.20
    assert [line.likely for line in found.lines if line.kind == "bought"] == [640]


@pytest.mark.parametrize("template", ["ring", "watch_case"])
def test_without_a_price_no_material_and_nothing_bought_is_costed_and_it_is_said(template):
    found = cost(template)
    assert {line.kind for line in found.lines} & {"material", "bought"} == set()
    assert not found.as_plain()["complete"]
    metals = {part.material for part in route(*built(template)).parts}
    assert all(any(metal in sentence for sentence in found.left_out) for metal in metals)
    assert "left out" in found.sentence()


def test_a_price_that_is_given_is_no_longer_left_out():
    found = cost("ring", tables=PRICES)
    assert (found.left_out, found.as_plain()["complete"]) == ((), True)
    assert sum(line.kind == "material" for line in found.lines) == 1


def test_a_price_is_for_one_material_and_not_for_all_of_its_standard():
    """ISO 9202 is silver as well as platinum."""
    day = {"per_kg": 900, "date": "2026-11-20"}
    found = built("ring", alloy="Ag925")
    assert {part.standard for part in route(*found).parts} == {"ISO 9202"}
    priced = {name: cost("ring", {"alloy": "Ag925"}, {"prices": {"materials": {name: day}}}) for name in ("ISO 9202", "Ag925")}
    assert [sum(line.kind == "material" for line in each.lines) for each in priced.values()] == [0, 1]
    assert "Ag925 (ISO 9202)" in priced["ISO 9202"].left_out[0]


def test_how_much_rests_on_what_was_chosen_is_said():
    found = cost("ring", tables=PRICES)
    chosen = sum(line.likely for line in found.lines if line.kind != "material")
    assert found.chosen == pytest.approx(chosen / found.total[1])
    assert f"{round(100 * found.chosen)} %" in found.rests_on
    assert {line.grade for line in found.lines if line.kind == "material"} == {""}


def test_no_shipped_profile_knows_a_price():
    assert default_shop().prices.materials == {}
    assert default_shop().prices.items == {}


def test_every_rate_that_rises_makes_what_uses_it_dearer_and_nothing_cheaper():
    plain = cost("watch_case", tables=PRICES).total
    raw = tomllib.loads(DEFAULT.read_text(encoding="utf-8"))
    used = {each.centre for each, _ in route(*built("watch_case")).worked()}
    for centre, table in raw["work_centres"].items():
        rate = {**table["rate"], "value": table["rate"]["value"] * 1.5}
        found = cost("watch_case", tables={**PRICES, "work_centres": {centre: {"rate": rate}}}).total
        assert all(now > before for now, before in zip(found, plain, strict=True)) if centre in used else found == plain


def test_every_time_that_rises_makes_nothing_cheaper():
    plain = cost("watch_case").total
    raw = tomllib.loads(DEFAULT.read_text(encoding="utf-8"))
    for kind, table in raw["operations"].items():
        for name, band in table.items():
            if name != "centre":
                slower = {key: value * 2 if key in ("low", "likely", "high") else value for key, value in band.items()}
                found = cost("watch_case", tables={"operations": {kind: {name: slower}}}).total
                assert all(now >= before for now, before in zip(found, plain, strict=True)), (kind, name)


@pytest.mark.parametrize("making", ["cast", "turn-mill"])
@pytest.mark.parametrize(("parameter", "values"), [
    ("thickness", [1.5, 1.6, 1.7, 1.8, 2.0, 2.4, 3.0]), ("width", [2, 2.1, 3, 4, 6, 9, 12]),
    ("circumference", [41, 41.5, 48, 54, 62, 76])])
def test_a_larger_ring_never_costs_less(making, parameter, values):
    totals = [cost("ring", {"making": making, parameter: value}, PRICES).total for value in values]
    for smaller, larger in itertools.pairwise(totals):
        assert all(more >= less for less, more in zip(smaller, larger, strict=True))


def test_a_larger_plate_and_a_larger_watch_never_cost_less():
    for template, parameter, values in (("bracket", "long", [30, 31, 40, 80]), ("bracket", "thick", [4, 4.5, 5, 6.5, 8]),
                                        ("watch_case", "case_diameter", [40, 42, 44, 46])):
        totals = [cost(template, {parameter: value}, PRICES).total for value in values]
        for smaller, larger in itertools.pairwise(totals):
            assert all(more >= less for less, more in zip(smaller, larger, strict=True)), (parameter, totals)


def test_ten_cost_more_than_one_and_less_than_ten_times_one():
    one, ten = cost("watch_case", tables=PRICES).total, cost("watch_case", tables=PRICES, quantity=10).total
    assert all(single < order < 10 * single for single, order in zip(one, ten, strict=True))


def test_an_estimate_says_so_in_each_language_with_currency_and_vat():
    found = built("ring")
    words = {"en": ("Estimate", "no offer", "excl. VAT"), "fr": ("Estimation", "pas une offre", "hors TVA"),
             "de": ("Schätzung", "kein Angebot", "exkl. MWST")}
    for language, expected in words.items():
        sentence = estimate(route(found.product, found.answers, language=language)).sentence()
        assert all(word in sentence for word in (*expected, "CHF"))
    euro = estimate(route(found.product, found.answers, shop(currency="EUR")))
    assert "EUR" in euro.sentence()
    assert "CHF" not in json.dumps(euro.as_plain())


def test_an_estimate_of_parts_that_are_built_takes_no_time():
    found = built("watch_case")
    estimate(route(found.product, found.answers))
    best = []
    for _ in range(20):
        start = time.process_time()
        estimate(route(found.product, found.answers))
        best.append(time.process_time() - start)
    assert min(best) < 0.020


GOOD = {"low": 1, "likely": 2, "high": 3, "unit": "min", "grade": "C", "source": "somebody"}
RATE = {"value": 90, "unit": "1/h", "grade": "C", "source": "somebody"}
NONSENSE = [
    ("nonsense = 1", "nonsense"),
    ('currency = "Fr."', "currency"),
    ("[work_centres.saw]\nrate = 3", "work_centres.saw.rate"),
    ('[work_centres.saw]\nrate = { value = "70", unit = "1/h", grade = "C", source = "x" }', "work_centres.saw.rate.value"),
    ('[work_centres.saw]\nrate = { value = -70, unit = "1/h", grade = "C", source = "x" }', "work_centres.saw.rate.value"),
    ('[work_centres.saw]\nrate = { value = nan, unit = "1/h", grade = "C", source = "x" }', "work_centres.saw.rate.value"),
    ('[work_centres.saw]\nrate = { value = true, unit = "1/h", grade = "C", source = "x" }', "work_centres.saw.rate.value"),
    ('[work_centres.saw]\nrate = { value = 70, unit = "CHF/min", grade = "C", source = "x" }', "work_centres.saw.rate"),
    ('[work_centres.saw]\nrate = { value = 70, unit = "1/h", grade = "Z", source = "x" }', "work_centres.saw.rate.grade"),
    ('[work_centres.saw]\nrate = { value = 70, unit = "1/h", grade = "C" }', "work_centres.saw.rate.source"),
    ('[work_centres.saw]\nlabel = { it = "Sega" }', "work_centres.saw.label.it"),
    ('[operations.turn]\ncentre = "lathe"', "operations.turn.centre"),
    ("[operations.trun]\nsetup = 1", "operations.trun"),
    ('[operations.turn]\nsetup = { low = 3, likely = 2, high = 4, unit = "min", grade = "C", source = "x" }', "operations.turn.setup"),
    ('[processes.cast]\nblank = "egg"', "processes.cast.blank"),
    ('[processes.turn-mill]\noperations = ["saw", "wash"]', "processes.turn-mill.operations"),
    ('[prices.materials."Au750 3N"]\nper_kg = 98000', 'prices.materials.Au750 3N.date'),
    ('[prices.materials."Au750 3N"]\nper_kg = 98000\ndate = "yesterday"', 'prices.materials.Au750 3N.date'),
    ('[prices.materials."Au750 3N"]\nper_kg = 0\ndate = "2026-11-20"', 'prices.materials.Au750 3N.per_kg'),
]


@pytest.mark.parametrize(("text", "key"), NONSENSE)
def test_nonsense_in_a_profile_is_refused_by_file_and_key(tmp_path, text, key):
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ShopRefused) as refused:
        shop_from(file)
    assert str(file) in str(refused.value)
    assert key in str(refused.value)


@pytest.mark.parametrize("data", [b"a = ", b"a = 1\na = 2", b"\xff\xfe", b"x = 1\n" * 400_000], ids=["cut", "twice", "bytes", "huge"])
def test_what_is_no_toml_is_refused(tmp_path, data):
    file = tmp_path / "own.toml"
    file.write_bytes(data)
    with pytest.raises(ShopRefused, match=re.escape(str(file))):
        shop_from(file)
    with pytest.raises(ShopRefused, match="cannot be read"):
        shop_from(tmp_path / "none.toml")


def test_a_profile_says_only_what_differs(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('name = "Ours"\n[work_centres.saw]\nrate = { value = 99, unit = "1/h", grade = "A", source = "our books" }\n',
                    encoding="utf-8")
    own, shipped = shop_from(file), default_shop()
    assert (own.name, own.work_centres["saw"].rate.value) == ("Ours", 99)
    assert own.operations == shipped.operations
    assert own.digest != shipped.digest
    assert copy.deepcopy(own).digest == own.digest


def test_every_number_of_the_shipped_profile_has_a_grade_and_a_source():
    def numbers(table, place):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from numbers(value, f"{place}.{key}")
            elif isinstance(value, (int, float)):
                yield place, table

    found = list(numbers(tomllib.loads(DEFAULT.read_text(encoding="utf-8")), ""))
    assert len(found) > 100
    assert [place for place, table in found if not ({"grade", "source", "unit"} <= set(table))] == []


def test_the_command_estimates_and_says_where_each_sum_comes_from(capsys, tmp_path):
    assert main(["estimate", "ring", "--set", "making=turn-mill", "--price", "Au750 3N=98000@2026-11-20", "--quantity", "3",
                 "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["estimate"]["quantity"] == 3
    assert told["estimate"]["complete"]
    assert told["route"]["parts"][0]["operations"]
    assert main(["estimate", "ring", "--quantity", "0"]) == 2
    assert main(["estimate", "ring", "--price", "gold"]) == 2
    capsys.readouterr()
    assert main(["estimate", "ring", "--price", "Gold=98000@2026-11-20"]) == 2
    assert "Au750 3N" in capsys.readouterr().err
    capsys.readouterr()
    assert main(["estimate", "ring", "--set", "making=turn-mill", "--lines", "--language", "fr"]) == 0
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 80
    assert all(word in shown for word in ("Estimation", "Tourner", "taux"))
    bad = tmp_path / "bad.toml"
    bad.write_text("rates = 3", encoding="utf-8")
    assert main(["estimate", "ring", "--shop", str(bad)]) == 1
    assert "rates" in capsys.readouterr().err
