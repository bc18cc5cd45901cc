"""Notices: conditions that forbid nothing, told where they are true."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from configurator import Mm, Product, RuleError, TemplateError, length, notice, rule, sqrt
from configurator.product.catalogue import load_folder

PLATE = '''
from __future__ import annotations
from configurator import *

class Plate(Product):
    """A plate."""
    prefix, revision = "PL", "A"
    size: Mm = length(4, 1, 9, step=1, label="Size")

    @derived
    def area(self) -> float:
        return self.size**2

    @rule
    def small(self) -> bool:
        """A plate of {area} mm² is too large."""
        return self.area <= 64

    @notice(source="REACH, annex XVII", grade="A")
    def heavy(self) -> bool:
        """{area} mm² are heavy."""
        return self.area > 30

    @notice
    def square(self) -> bool:
        """It is square."""
        return True
'''


@pytest.fixture
def plate(tmp_path: Path) -> type[Product]:
    folder = tmp_path / "plate"
    folder.mkdir()
    (folder / "template.py").write_text(PLATE, encoding="utf-8")
    (folder / "de.toml").write_text('[notices]\nheavy = "{area} mm² sind schwer."\nsquare = "Sie ist quadratisch."\n')
    return load_folder(folder)


def test_what_applies_is_told_and_forbids_nothing(plate: type[Product]) -> None:
    assert [each.name for each in plate.notices] == ["heavy", "square"]
    assert [each.name for each in plate.rules] == ["small"]
    assert [each.name for each in plate(size=5).notices_that_apply()] == ["square"]
    assert plate(size=6).notices_that_apply("de") == [
        ("heavy", "36 mm² sind schwer.", "REACH, annex XVII", "A"), ("square", "Sie ist quadratisch.", "", "design")]
    assert plate(size=6).notices_that_apply("fr")[0].sentence == "36 mm² are heavy."


def test_a_notice_is_traced_like_a_rule(plate: type[Product]) -> None:
    heavy, _ = plate.notices
    assert heavy.scope == {"size"}
    assert str(heavy.expression) == "(30 < (size ** 2))"
    assert heavy.margin(plate(size=6)) == 6
    with pytest.raises(RuleError, match=r"notice rooted: size: a rule may not turn a parameter into a plain number"):
        class Bad(Product):
            prefix = "BA"
            size: Mm = length(4, 1, 9, step=1, label="Size")

            @notice
            def rooted(self) -> bool:
                """It has a root."""
                return __import__("math").sqrt(self.size) > 2  # type: ignore[no-any-return]


@pytest.mark.parametrize(("body", "said"), [
    ("@notice\ndef none(self): return True", "Plate.none: a notice needs a docstring, one sentence that tells the customer what to know"),
    ('@notice\ndef none(self):\n    "{sise} is much"\n    return True', "none: the sentence names {sise}"),
    ('@notice(grade="D")\ndef none(self):\n    "So"\n    return True', "grade 'D' of a notice is not one of A, B, C, design"),
    ('@rule(grade="D")\ndef none(self):\n    "So"\n    return True', "grade 'D' of a rule is not one of A, B, C, design"),
])
def test_a_notice_written_wrongly_is_told(tmp_path: Path, body: str, said: str) -> None:
    folder = tmp_path / "plate"
    folder.mkdir()
    (folder / "template.py").write_text(PLATE + textwrap.indent(body, "    "), encoding="utf-8")
    with pytest.raises(TemplateError, match=re.escape(said)):
        load_folder(folder)


def test_a_subclass_inherits_and_replaces_notices(plate: type[Product]) -> None:
    class Round(plate):  # type: ignore[misc, valid-type]
        @notice
        def square(self) -> bool:
            """It is round, and {size} mm wide."""
            return bool(sqrt(self.area) > 4)

        @rule
        def heavy(self) -> bool:
            """{area} mm² are too heavy."""
            return bool(self.area < 50)

    assert [each.name for each in Round.notices] == ["square"]
    assert [each.name for each in Round.rules] == ["small", "heavy"]
    assert [each.sentence for each in Round(size=5).notices_that_apply()] == ["It is round, and 5 mm wide."]
    assert Round(size=4).notices_that_apply() == []


def test_show_tells_them(plate: type[Product]) -> None:
    def show(*more: str) -> str:
        return subprocess.run([sys.executable, "-m", "configurator.cli", "show", str(plate.home), *more], check=True,
                              capture_output=True, text=True).stdout

    found = json.loads(show("--set", "size=5", "--json", "--language", "de"))["notices"]
    assert [(each["name"], each["applies"], each["sentence"], each["parameters"]) for each in found] == [
        ("heavy", False, "25 mm² sind schwer.", ["size"]), ("square", True, "Sie ist quadratisch.", [])]
    assert "36 mm² are heavy.  (grade A, REACH, annex XVII)" in show("--set", "size=6")
    assert "heavy" not in show("--set", "size=5")
