"""Rule packs: what is shipped, and that nonsense is refused by file, key and what may stand there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.making.rule_packs import LARGEST, SHIPPED, Limits, Pack, PackRefused, packs, plain, restored
from configurator.product.tables import GRADES

NUMBER = 'value = 1, unit = "mm", grade = "C", source = "x"'


def test_every_number_that_is_shipped_has_a_grade_and_a_source(shipped: dict[str, Pack]) -> None:
    assert sorted(shipped) == sorted(file.stem for file in SHIPPED.glob("*.toml")) == ["cast", "grind", "print", "turn-mill"]
    for pack in shipped.values():
        for limit in (*pack.wall.values(), *(getattr(pack.limits, name) for name in Limits.model_fields)):
            assert limit.value is None or (limit.grade in GRADES and limit.source)
        assert set(pack.wall) <= set(pack.families)


@pytest.mark.parametrize(("text", "said"), [
    ("[limits]\n", "process is missing"),
    ('process = 3', "process is '3'"),
    ('process = "Turn Mill"', "process is 'Turn Mill'"),
    ('process = "turn-mill"\nwalls = {}', "walls is not known; a pack has process, shop"),
    ('process = "turn-mill"\n[limits]\ngapp = { unit = "mm" }', "limits.gapp is not known; limits has relief, stiff_height, gap"),
    (f'process = "turn-mill"\n[limits]\ngap = {{ {NUMBER}, most = 2 }}', "limits.gap.most is not known; limits.gap has value, unit"),
    ('process = "turn-mill"\n[limits]\ngap = { value = -1, unit = "mm", grade = "C", source = "x" }', "limits.gap.value is -1; a limit is more"),
    ('process = "turn-mill"\n[limits]\ngap = { value = 0, unit = "mm", grade = "C", source = "x" }', "limits.gap.value is 0; a limit is more"),
    ('process = "turn-mill"\n[limits]\ngap = { value = "1", unit = "mm", grade = "C", source = "x" }', "limits.gap.value is '1'; it is a number"),
    ('process = "turn-mill"\n[limits]\ngap = { value = true, unit = "mm", grade = "C", source = "x" }', "limits.gap.value is 'True'; it is a number"),
    ('process = "turn-mill"\n[limits]\ngap = { value = nan, unit = "mm", grade = "C", source = "x" }', "limits.gap.value is 'nan'; it is a number"),
    ('process = "turn-mill"\n[limits]\ngap = { value = 1, unit = "inch", grade = "C", source = "x" }', "limits.gap.unit is 'inch'; it is 'mm' or '1'"),
    ('process = "turn-mill"\n[limits]\ngap = { value = 1, unit = "1", grade = "C", source = "x" }', "gap.unit is '1'; it is given in 'mm'"),
    ('process = "turn-mill"\n[limits]\nhole_depth = { value = 1, unit = "mm", grade = "C", source = "x" }', "hole_depth.unit is 'mm'; it is given in '1'"),
    ('process = "turn-mill"\n[limits]\ngap = { value = 1, unit = "mm" }', "a value needs a grade (A, B, C, design) and a source"),
    ('process = "turn-mill"\n[limits]\ngap = { value = 1, unit = "mm", grade = "D", source = "x" }', "limits.gap.grade is 'D'"),
    ('process = "turn-mill"\n[limits]\ngap = 0.2', "limits.gap is '0.2'"),
    (f'process = "turn-mill"\n[limits]\ngap = {{ {NUMBER} }}\ngap = {{ {NUMBER} }}', "Cannot overwrite a value"),
    (f'process = "turn-mill"\n[wall]\ncheese = {{ {NUMBER} }}', "wall.cheese is of no family; families has stainless_steel"),
    ('process = "turn-mill"\n[wall]\ngold = { value = 1, unit = "1", grade = "C", source = "x" }', "wall.gold.unit is '1'; walls are given in 'mm'"),
    ('process = "turn-mill"\n[families]\ngold = "Au*"', "families.gold is 'Au*'"),
    ("process = ", "is not TOML"),
    ("\ud800", "is not TOML"),
    ("#" * (LARGEST + 1), "no rule pack is that long"),
])
def test_nonsense_is_refused_by_name(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(PackRefused) as refused:
        packs([file], folder=tmp_path / "none")
    assert str(refused.value).startswith(f"{file}: ")
    assert said in str(refused.value)
    with pytest.raises(PackRefused, match=r"shop\.toml"):  # in the folder of the user as well
        packs(folder=tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="cannot be read"):
        packs([tmp_path / "none.toml"], folder=tmp_path)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text('process = "cast"\n[limits]\na = 1\ngap = { value = -1, unit = "mm" }\n')
    with pytest.raises(PackRefused) as refused:
        packs([file], folder=tmp_path / "none")
    assert len(str(refused.value).splitlines()) == 2


def test_packs_come_back_from_a_manifest_as_they_were(shipped: dict[str, Pack]) -> None:
    rows = json.loads(json.dumps(plain(shipped)))
    assert restored(rows) == shipped
    assert {name: each.digest for name, each in restored(rows).items()} == {name: each.digest for name, each in shipped.items()}
    rows[1]["limits"]["gap"]["value"] = "wide"
    with pytest.raises(PackRefused, match=r"rule pack 2 of the manifest: limits\.gap\.value"):
        restored(rows)


def test_a_pack_of_another_process_stands_for_itself(tmp_path: Path) -> None:
    file = tmp_path / "laser.toml"
    file.write_text(f'process = "laser"\n[families]\nsteel = ["*"]\n[wall]\nsteel = {{ {NUMBER} }}\n')
    found = packs([file], folder=tmp_path / "none")["laser"]
    assert found.wall_of("anything at all") is not None
    assert found.limits.gap.value is None


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["value", "unit", "grade", "gap", "limits", "wall", "x"]), inner, max_size=4),
                    max_leaves=8))
def test_whatever_stands_in_a_pack_it_is_read_or_refused(content: object) -> None:
    from configurator.making.rule_packs import _checked

    try:
        _checked(Path("any.toml"), {"process": "cast", "limits": content})
    except PackRefused as refused:
        assert str(refused).startswith("any.toml: ")
