"""Rule authors are told what is proven of their rules: what, file and line, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from configurator.certify.rules import rule_findings

RULE = "        return self.wall >= 0.5 * self.arms"


def line_of(template, text: str) -> str:
    lines = (Path(template.home) / "template.py").read_text(encoding="utf-8").splitlines()
    return f"stand/template.py:{next(i for i, line in enumerate(lines, 1) if text in line)}"


def rule_line(template, name: str) -> str:
    """Of its decorator, where an editor opens it."""
    place = line_of(template, f"def {name}")
    return f"{place.rpartition(':')[0]}:{int(place.rpartition(':')[2]) - 1}"


def test_nothing_is_wrong_with_good_rules(stand):
    assert rule_findings(stand) == []


@pytest.mark.parametrize(("changes", "code", "severity", "told"), [
    ([("self.height <= 30", "self.height <= 45")], "RULE_NEVER_FAILS", "note", ["hollow_ones_are_low"]),
    ([(RULE, "        return self.wall >= 4.5 + self.arms")], "RULE_NEVER_KEPT", "error", ["arms_need_a_wall", "arms, wall"]),
    ([(RULE, "        return self.hollow and self.wall > 1"), ("self.height <= 30", "self.height < 10")], "RULES_CONTRADICT",
     "error", ["arms_need_a_wall at stand/template.py:", "hollow_ones_are_low at stand/template.py:"]),
    ([(RULE, "        return self.metal.wall < 2 or self.arms > 8")], "OPTION_UNREACHABLE", "warning",
     ["metal = steel", "arms_need_a_wall at stand/template.py:"]),
    ([(RULE, "        return self.wall >= 0.5 * self.arms and self.arms <= 5")], "END_UNREACHABLE", "warning",
     ["arms = 6 to 8", "give it 5 as the high bound"]),
    ([(RULE, "        return self.height > 10")], "END_UNREACHABLE", "warning", ["height = 10.0 mm", "11.0 as the low bound"]),
    ([(RULE, "        return self.inscription.length <= 4")], "LENGTH_UNREACHABLE", "warning", ["5 letters", "at most 4 letters"]),
], ids=["never fails", "never kept", "contradict", "option", "high end", "low end", "text"])
def test_it_is_told_where_and_what_to_do(stand_with, changes, code, severity, told):
    template = stand_with(*changes)
    found = [each for each in rule_findings(template) if each.code == code]
    assert len(found) == 1
    assert found[0].severity == severity
    said = f"{found[0].sentence} {found[0].suggestion}"
    assert [part for part in told if part not in said] == []
    if "rule" in found[0].extra:
        assert found[0].place == rule_line(template, found[0].extra["rule"].partition(",")[0])
    else:
        assert found[0].place == line_of(template, f"    {found[0].extra['parameter']}: ")


def test_a_rule_of_a_base_class_is_found_in_its_own_file(stand, tmp_path):
    class Taller(stand):  # type: ignore[misc, valid-type]
        pass

    Taller.home = stand.home
    from configurator.certify.places import of_parameter, of_rule

    assert of_rule(Taller, Taller.rules[0]) == rule_line(stand, "arms_need_a_wall")
    assert of_parameter(Taller, "height") == line_of(stand, "    height: ")
