"""What surfaces look like: rows of tables, with and without a density."""

from __future__ import annotations

from pathlib import Path

import pytest

from configurator import Finish, Look, Material, Option, Table, TableError


def table(folder: Path, kind: type[Option], head: str, *rows: str) -> Table[Option]:
    file = folder / "looks.csv"
    file.write_text("\n".join([f"name,{head},grade,source", *(f"{row},design,test" for row in rows)]) + "\n", encoding="utf-8")
    return Table(kind, file)


def test_a_material_is_a_look_with_a_density(tmp_path: Path) -> None:
    assert issubclass(Material, Look)
    glass = table(tmp_path, Look, "colour,metallic,roughness,transmission,ior", "sapphire,#ffffff,0,0.02,0.9,1.77")["sapphire"]
    assert isinstance(glass, Look)
    assert (glass.transmission, glass.ior, glass.opacity, hasattr(glass, "density")) == (0.9, 1.77, 1.0, False)
    steel = table(tmp_path, Material, "density", "steel,8", "brass,")
    assert list(steel) == ["steel"]
    assert steel.withheld == {"brass": "density"}
    made = steel["steel"]
    assert isinstance(made, Material)
    assert (made.metallic, made.roughness, made.transmission, made.colour) == (1.0, 0.25, 0.0, "#b8bcc2")


@pytest.mark.parametrize(("head", "row", "said"), [
    ("colour", "x,red", "'x': colour: "), ("roughness", "x,1.2", "'x': roughness: "), ("ior", "x,0.5", "'x': ior: "),
    ("opacity", "x,-0.1", "'x': opacity: "), ("transmission", "x,0.5", "'x': .*metallic must be 0"),
])
def test_looks_that_cannot_be_are_told_with_file_and_line(tmp_path: Path, head: str, row: str, said: str) -> None:
    with pytest.raises(TableError, match=rf"looks\.csv:2: {said}"):
        table(tmp_path, Look, head, row)


def test_a_finish_may_say_how_rough_it_is(tmp_path: Path) -> None:
    rows = table(tmp_path, Finish, "label,roughness", "polished,Polished,0.05", "as_cast,As cast,")
    assert [(each.name, getattr(each, "roughness", "none")) for each in rows.values()] == [("polished", 0.05), ("as_cast", None)]
