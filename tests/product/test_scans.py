"""A scan as a parameter: accepted by its hash, read by rules and parts, never invented, and the same wherever it is."""

from __future__ import annotations

import copy
import json
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import InvalidChoice, Memo, Product, RuleError, Scan, TemplateError, flag, length, load_template, scan
from configurator.errors import WishRefused
from configurator.product import scan_store
from configurator.product.lent_scans import lent
from configurator.product.problems import Refusal
from configurator.product.scanned import Scanned
from configurator.product.schema import json_schema
from configurator.product.telling import told
from configurator.texts import LANGUAGES


@pytest.fixture
def stored(limb, tmp_path, monkeypatch):
    """The hashes of a thin leg and of a thick one, both kept."""
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path / "home"))
    return scan_store.put(limb(45.0)), scan_store.put(limb(60.0))


def test_none_is_the_default_and_has_no_numbers(sleeve):
    scan = sleeve().leg
    assert (scan, scan.given, scan.height, scan.girth_00, scan.girth_100) == ("", False, 0.0, 0.0, 0.0)
    with pytest.raises(TemplateError, match=r"ask \.given before \.limb"):
        scan.limb  # noqa: B018


def test_numbers_are_those_of_the_limb(sleeve, stored, limb):
    made = sleeve(leg=stored[0])
    assert made.leg.limb == limb(45.0)
    assert made.leg.height == 300.0
    assert [getattr(made.leg, f"girth_{tenth}0") for tenth in range(11)] == [limb(45.0).girth(30.0 * tenth) for tenth in range(11)]
    assert made.middle == made.leg.girth_50
    assert made.other_side == limb(45.0).mirrored()


@pytest.mark.parametrize("value", ["no", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "../" + "0" * 61, 5, None, True, b"0" * 64])
def test_what_is_no_hash_is_refused(sleeve, value):
    with pytest.raises(InvalidChoice, match="is no scan") as caught:
        sleeve(leg=value)
    assert [each.kind for each in caught.value.problems] == ["choice.not_a_scan"]


def test_a_scan_that_is_not_here_is_refused_and_it_says_where_it_belongs(sleeve, stored):
    scan_store.delete(stored[0])
    with pytest.raises(InvalidChoice) as caught:
        sleeve(leg=stored[0])
    for language in LANGUAGES:
        said = caught.value.say(language)
        assert stored[0][:8] in said
        assert "scans" in said
        assert "CONFIGURATOR_HOME" in said


def test_same_scan_same_number_other_scan_other_number(sleeve, stored):
    thin, thick = (sleeve(leg=each) for each in stored)
    assert len({thin.number, thick.number, sleeve().number}) == 3
    assert sleeve(**thin.choices).number == thin.number
    assert thin.choices["leg"] == stored[0]
    assert type(thin.choices["leg"]) is str


def test_a_scan_may_stand_for_measures_and_go_with_questions(stored):
    class Stocking(Product):
        """A thing that is measured or scanned."""

        leg: Scan = scan(label="Scan", instead_of=("girth",), along_with=("turned",))
        girth: float = length(300, 200, 400, step=5, label="Girth")
        turned: bool = flag(False, label="Turn the scan")
        long: bool = flag(False, label="Long")

    assert (Stocking().idle, Stocking().telling) == ({"turned"}, ("leg", "girth", "long"))
    assert (Stocking(leg=stored[0]).idle, Stocking(leg=stored[0]).telling) == ({"girth"}, ("leg", "turned", "long"))


@pytest.mark.parametrize("names", [{"instead_of": ("girt",)}, {"along_with": ("leg",)}])
def test_a_scan_stands_for_nothing_that_is_not_there(names):
    with pytest.raises(TemplateError, match="is no other parameter"):
        type("Wrong", (Product,), {"__module__": __name__, "__annotations__": {"leg": Scan}, "leg": scan(label="Scan", **names)})


def test_copies_pickles_and_plain_values(sleeve, stored):
    made = sleeve(leg=stored[0])
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made
    assert made.model_copy(update={"high": 80}).leg == stored[0]
    again = pickle.loads(pickle.dumps(made.leg))
    assert (type(again), again) == (Scan, stored[0])
    assert copy.deepcopy(made.leg) is made.leg
    assert json.loads(made.model_dump_json())["leg"] == stored[0]


def test_schema(sleeve):
    found = json_schema(sleeve)["properties"]["leg"]
    assert (found["type"], found["x-kind"], found["default"], found["description"]) == ("string", "scan", "", "Of the sound side.")
    assert sleeve.model_json_schema()["properties"]["leg"]["x-kind"] == "scan"


def test_a_rule_is_searched_with_the_very_scan(sleeve, stored):
    space = sleeve.space
    assert space.options({"leg": stored[0]})["high"][-1] == 300
    assert space.options()["high"][-1] == 400
    assert space.options({"leg": stored[0]})["leg"] == ("", stored[0])
    assert space.options({"leg": stored[0], "high": 310})["leg"] == ("",)
    with pytest.raises(InvalidChoice, match=r"310 mm is more than the 300 mm of the leg"):
        space.complete({"leg": stored[0], "high": 310})
    assert space.complete({"high": 310}, near={"leg": stored[0]}).leg == ""


def test_why_not_and_ways(sleeve, stored):
    found = sleeve.space.explain({"leg": stored[1]}, {"high": 350})
    assert not found.possible
    assert found.reasons[0].choices == ("leg",)
    assert found.ways[0].given_up == ("leg",)
    assert next(each.sentences["de"] for each in found.ways[0].changes) == f"Leg: Scan {stored[1][:8]}… → kein Scan"
    assert told(sleeve, "leg", stored[1], "fr") == f"le scan {stored[1][:8]}…"


def test_searches_and_sweeps_invent_no_scan(sleeve, stored):
    space = sleeve.space
    assert {each.leg for each in space.sample(5)} == {""}
    assert {each.leg for each in space.pairwise().configurations} == {""}
    assert {value for name, value, _ in space.extremes() if name == "leg"} == {""}
    assert {each.leg for each in space.sample(5, fixed={"leg": stored[0]})} == {stored[0]}
    assert space.count().number == 41 * 39 * 5
    assert space.count({"leg": stored[0]}).number == 41 * 29 * 5


def test_wishes_are_about_its_numbers(sleeve, stored):
    best = sleeve.space.solve(["leg.given = yes"], maximise="high", fixed={"leg": stored[0]})
    assert best.configuration.high == 300
    assert sleeve.space.solve(["leg.height >= 200"]).configuration is None
    with pytest.raises(WishRefused, match=r"wish for one of its numbers, like leg\.height"):
        sleeve.space.solve(["leg = 5"])
    with pytest.raises(WishRefused, match="may ask a scan for given, height, girth_00"):
        sleeve.space.solve(["leg.name = 5"])


def test_a_scan_has_no_neighbours(sleeve, stored):
    margin, = sleeve.space.margins(sleeve(leg=stored[0], high=300))
    assert (margin.margin, margin.bound_by) == (0.0, ("high",))


def test_a_rule_may_not_read_the_limb_or_compare_hashes(sleeve):
    from configurator.product.symbols import Symbols

    seen = Symbols(sleeve).leg
    with pytest.raises(RuleError, match="not for 'limb'"):
        seen.limb  # noqa: B018
    with pytest.raises(RuleError, match="cannot compare the scan"):
        seen == "0" * 64  # noqa: B015
    assert (seen == "").op == "not"


def test_what_a_part_reads_of_a_scan_is_known_by_its_hash(sleeve, stored):
    """Features run without the kernel, in this process: the memo's key is what counts."""
    memo = Memo()
    corners = vars(sleeve)["corners"]
    thin, reads = memo.make(sleeve(leg=stored[0]), corners)
    assert list(reads) == ["leg.given", "leg", "wall"]
    thick, _ = memo.make(sleeve(leg=stored[1]), corners)
    assert thin != thick
    assert memo.make(sleeve(leg=stored[0], high=90), corners)[0] == thin
    assert memo.made == ["corners", "corners"]
    round_one, reads = memo.make(sleeve(), corners)
    assert list(reads) == ["leg.given", "girth", "wall"]
    assert round_one not in (thin, thick)


def test_a_derived_limb_is_compared_by_its_hash(sleeve, stored):
    from configurator import feature

    class Other(sleeve):
        @feature
        def high_side(self):
            return self.other_side.girth(10.0), self.other_side.height

    memo = Memo()
    _, reads = memo.make(Other(leg=stored[0]), Other.high_side)
    assert list(reads) == ["other_side"]
    memo.make(Other(leg=stored[0], high=90), Other.high_side)
    memo.make(Other(leg=stored[1]), Other.high_side)
    assert memo.made == ["high_side", "high_side"]


def test_a_lent_scan_is_there_as_long_as_it_is_lent(sleeve, limb, tmp_path, monkeypatch):
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path / "other"))
    mine = limb(52.5)
    with lent([mine]):
        assert sleeve(leg=mine.sha256).leg.limb == mine
    assert not (tmp_path / "other").exists()
    with pytest.raises(InvalidChoice, match="is not on this machine"):
        load_template("sleeve")(leg=mine.sha256)


@given(st.text() | st.text("0123456789abcdef", min_size=63, max_size=65))
def test_no_text_is_a_scan_unless_it_is_kept(value):
    try:
        assert Scanned("Leg", "", "").accept(value) == ""
        assert value == ""
    except Refusal as refusal:
        expected = "choice.scan_missing" if re.fullmatch("[0-9a-f]{64}", value) else "choice.not_a_scan"
        assert refusal.key == expected


def test_configurations_for_tests_keep_a_scan_that_is_fixed(sleeve, stored):
    from hypothesis import HealthCheck, settings

    from configurator.testing import configurations

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(configurations(sleeve, {"leg": stored[0]}))
    def each(made):
        assert made.leg == stored[0]
        assert made.high <= 300

    each()
