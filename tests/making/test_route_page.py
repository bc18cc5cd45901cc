"""docs/route.md: every key of a profile stands there, the profile that it shows is one, and what it says of grades is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from configurator.making.bill import COLUMNS
from configurator.making.shop import DEFAULT, KINDS, Shop, profile

PAGE = (Path(__file__).parents[2] / "docs" / "route.md").read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", PAGE))
WORDS = {word for code in CODE for word in re.split(r"[^A-Za-z_]+", code)}


def keys(schema: dict, kind: dict) -> set[str]:
    found = set(kind.get("properties", ()))
    for each in kind.get("properties", {}).values():
        for reference in re.findall(r"#/\$defs/(\w+)", str(each)):
            found |= keys(schema, schema["$defs"][reference])
    return found


def test_every_key_and_operation_is_on_the_page():
    schema = Shop.model_json_schema()
    # a number's own keys and the languages are seen in the example
    assert keys(schema, schema) - WORDS - {"value", "unit", "grade", "source", "low", "likely", "high", "en", "fr", "de"} == set()
    assert set(KINDS) - WORDS == set()
    assert {"Qty", "Mass_g", "PartNumber", "StockForm", "StockSize", "UoM", "MakeBuy"} <= WORDS & set(COLUMNS)


def test_the_profile_that_the_page_shows_is_one():
    [text] = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    shown = profile([(tomllib.loads(text), "docs/route.md")])
    assert shown.work_centres["turn_mill"].rate.value == 135
    assert shown.finish_of("DLC black") == "plate"
    assert shown.processes["lathe"].operations[0] == "program"


def test_what_the_page_says_of_grades_is_so():
    shipped = tomllib.loads(DEFAULT.read_text(encoding="utf-8"))
    assert {each["rate"]["grade"] for each in shipped["work_centres"].values()} == {"design"}
    assert {band["grade"] for each in shipped["operations"].values() for band in each.values() if isinstance(band, dict)} == {"design"}
    grades = {name: each["cutting"]["grade"] for name, each in shipped["families"].items()}
    assert grades == {"stainless_steel": "B", "titanium": "C", "gold": "C", "platinum": "C", "silver": "C", "aluminium": "C",
                      "brass": "design", "bronze": "design"}
    others = {**shipped["allowances"], **shipped["limits"]}
    assert {name for name, each in others.items() if each["grade"] != "design"} == {"casting", "bar"}
