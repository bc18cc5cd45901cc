"""The house: public names, what loads, the wall round the kernel, and that pages and files say what is there."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import configurator
from configurator import errors, template_names
from configurator.errors import LotOneError
from configurator.settings import SETTINGS

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "configurator"
HEAVY = ("cadquery", "OCP", "numpy", "openpyxl", "rich", "scipy", "uharfbuzz", "trimesh", "streamlit")


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT,
                          env={**os.environ, **environment}, timeout=120)


def python_files() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def imported(file: Path) -> set[str]:
    """Modules that a file imports anywhere, relative ones made absolute."""
    package, found = ".".join(file.relative_to(ROOT).with_suffix("").parts[:-1]), set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[:len(package.split(".")) - node.level + 1] if node.level else []
            whole = ".".join([*base, *([node.module] if node.module else [])])
            found |= {whole, *(f"{whole}.{alias.name}" for alias in node.names)}
    return found


def test_public_names_are_all_there_and_in_order() -> None:
    names = configurator.__all__
    assert sorted(set(names)) == sorted(names)
    assert names == sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert [name for name in names if getattr(configurator, name, None) is None] == []
    tree = ast.parse((HOUSE / "__init__.py").read_text(encoding="utf-8"))
    taken = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
             and node.module not in ("__future__", "typing") for alias in node.names}
    aliased = {alias.asname for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names if alias.asname}
    assert taken | aliased == set(names)


@pytest.mark.parametrize(("code", "allowed"), [
    ("import configurator", []), ("from configurator import *", []),
    # a rule on engraving asks the font how thick its strokes are while it is traced: the shaper is 2 MB, 10 ms
    ("import configurator\nfor name in configurator.template_names(): configurator.load_template(name)().number", ["uharfbuzz"]),
], ids=["import", "every name", "every template"])
def test_nothing_heavy_is_loaded(code: str, allowed: list[str]) -> None:
    done = run(f"{code}\nimport sys\nprint(sorted({{name.partition('.')[0] for name in sys.modules}} & set({HEAVY!r})))")
    assert done.stderr == ""
    assert set(ast.literal_eval(done.stdout)) <= set(allowed)


def test_the_wall_refuses_the_kernel_and_says_what_to_do() -> None:
    done = run("""
from configurator import cq, load_template, refuse_kernel, Memo, Product
from configurator.errors import KernelRefused
refuse_kernel(); refuse_kernel()
ring = load_template("ring")()
ring.number, ring.bill_of_materials(), ring.parts["band"].placements(ring)
for ask in (lambda: cq.Workplane, lambda: __import__("OCP.gp"), lambda: __import__("cadquery"), lambda: Memo().build(ring)):
    try: ask()
    except KernelRefused as error: print("refused:", error)
try:
    class Careless(Product):
        def part(self) -> cq.Workplane: ...
except KernelRefused as error: print("refused:", error)
import sys; print(sorted({"OCP", "cadquery"} & set(sys.modules)))
""")
    lines = done.stdout.splitlines()
    assert done.stderr == ""
    assert lines[-1] == "[]"
    assert [line.startswith("refused: ") for line in lines[:-1]] == [True] * 5
    assert all("from __future__ import annotations" in line for line in lines[:-1])


def test_the_wall_cannot_be_built_once_the_kernel_is_there() -> None:
    done = run("import sys, types; sys.modules['OCP'] = types.ModuleType('OCP')\n"
               "from configurator import refuse_kernel\nfrom configurator.errors import KernelRefused\n"
               "try: refuse_kernel()\nexcept KernelRefused as error: print(error)")
    assert done.stdout == "the kernel is already loaded in this process\n"


def test_the_stand_in_for_the_kernel_becomes_it_at_first_use() -> None:
    done = run("from configurator import cq\nimport sys\nhasattr(cq, '__path__'), repr(cq), dir(cq)\n"
               "print('cadquery' in sys.modules)\nprint(cq.Workplane is sys.modules['cadquery'].Workplane)")
    assert done.stdout == "False\nTrue\n", done.stderr


@pytest.mark.parametrize("name", template_names())
def test_templates_import_only_public_names(name: str) -> None:
    public = {f"configurator.{each}" for each in configurator.__all__} | {"configurator"}
    for file in sorted((ROOT / "part_templates" / name).rglob("*.py")):
        own = f"part_templates.{name}"
        foreign = {module for module in imported(file)
                   if module.startswith(("configurator", "cadquery", "OCP", "part_templates")) and module not in public
                   and module != own and not module.startswith(own + ".")}
        assert foreign == set(), file


def test_every_room_has_its_place_in_the_import_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = {room.strip(" ()") for layer in contract["contracts"][0]["layers"] for room in layer.split("|")}
    rooms = {file.parent.name if file.name == "__init__.py" else file.stem for file in
             (*HOUSE.glob("*/__init__.py"), *HOUSE.glob("*.py")) if file != HOUSE / "__init__.py"}
    assert rooms <= layers


def test_only_the_kernel_imports_the_kernel() -> None:
    lazy = HOUSE / "__init__.py"  # for type checkers only
    for file in python_files():
        if HOUSE / "geometry" / "kernel" not in file.parents and file != lazy:
            bad = {module for module in imported(file) if module.startswith("configurator.geometry.kernel")
                   or module.partition(".")[0] in ("OCP", "cadquery")}
            assert bad == set(), file


def test_every_file_postpones_annotations_and_says_what_it_is() -> None:
    for file in python_files():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), file
        futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
        assert futures or not any(isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AnnAssign)) for node in tree.body), file


def test_the_tree_of_errors_is_the_one_that_is_drawn() -> None:
    drawn: dict[str, tuple[str, str]] = {}
    above = {0: "Exception"}
    for line in inspect.cleandoc(errors.__doc__ or "").splitlines():
        found = re.match(r"^ {4}([│├└─ ]*)(\w+)(?: \((\w+)\))?( {2,}\S.*)?$", line)
        if found:
            depth = len(found[1]) // 4
            drawn[found[2]] = (above[depth], found[3] or "")
            above[depth + 1] = found[2]
    real = {name: (kind.__bases__[0].__name__, kind.__bases__[1].__name__ if len(kind.__bases__) > 1 else "")
            for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, LotOneError)}
    assert drawn == real


def test_every_setting_is_told_to_operators() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in page] == []
    known = {setting.name for setting in SETTINGS}
    asked = {name for file in python_files() for name in re.findall(r'"(CONFIGURATOR_[A-Z_]+)"', file.read_text(encoding="utf-8"))}
    assert asked - known - {"CONFIGURATOR_"} == set()
    assert set(re.findall(r"CONFIGURATOR_[A-Z_]+", page)) <= known


def test_the_readmes_commands_exist() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    code = "\n".join([*re.findall(r"```(?:\w+)?\n(.*?)```", page, re.DOTALL), *re.findall(r"`([^`\n]+)`", page)])
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = set(re.findall(r"^(?:\$ )?make ([a-z-]+)", code, re.MULTILINE))
    assert {"demo", "test"} <= asked <= targets
    commands = set(re.findall(r"^(?:\$ )?(?:\.venv/bin/)?configurator ([a-z-]+)", code, re.MULTILINE))
    done = run("import sys; from configurator.cli import main; sys.argv = ['configurator', '--help']; main()")
    assert [command for command in commands if not re.search(rf"\b{command}\b", done.stdout)] == []


def test_no_file_names_a_developers_machine() -> None:
    machine = re.compile(rb"(?<![\w.~-])/(?:root|work|tmp|home/\w+|Users/\w+)/\w|--(?:extra-)?index-url|https?://[\w.-]*(?:pypi|nexus|artifactory)[\w./-]*simple")
    allowed = {Path(__file__)}
    found = [(file.relative_to(ROOT).as_posix(), hit[0]) for file in tracked() if file not in allowed
             and b"\0" not in (content := file.read_bytes()) and (hit := machine.search(content))]
    assert found == []
