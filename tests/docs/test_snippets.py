"""What the documents show is run. A fence with a second word is a piece of the file of that name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from configurator.geometry.client import Geometry
from configurator.package.check import check
from configurator.package.compose import Composer
from configurator.package.write import write
from configurator.product.catalogue import load_folder

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {"README.md": "knob", "docs/templates.md": "keepsake"}


def pieces(page: str) -> dict[str, str]:
    """Files that a page shows, put together from their pieces in order."""
    found: dict[str, str] = defaultdict(str)
    for _, name, text in FENCE.findall((ROOT / page).read_text(encoding="utf-8")):
        if name:
            found[name] += text
    return dict(found)


@pytest.fixture(scope="module")
def geometry(tmp_path_factory):
    os.environ["CONFIGURATOR_HOME"] = str(tmp_path_factory.mktemp("home"))
    with Geometry() as shared:
        yield shared


@pytest.mark.parametrize("page", PAGES)
def test_the_template_on_a_page_makes_a_good_package(page, tmp_path, geometry):
    folder = tmp_path / PAGES[page]
    folder.mkdir()
    files = pieces(page)
    assert "template.py" in files
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    template = load_folder(folder)
    package = Composer(geometry).compose(template())
    # the number is a function of the folder's name, so the package checks as any other
    found = check(write(tmp_path / "out", package.name, package.data), geometry)
    assert found.solids == sum(1 for part in template.parts.values() if part.placements(template()))


def alone() -> list[tuple[str, str]]:
    """Python of the documents that stands on its own."""
    return [(str(page.relative_to(ROOT)), text) for page in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
            for language, name, text in FENCE.findall(page.read_text(encoding="utf-8"))
            if language == "python" and not name]


@pytest.mark.parametrize(("page", "text"), alone())
def test_snippets_run(page, text, tmp_path):
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False, cwd=tmp_path,
                          env={**os.environ, "CONFIGURATOR_HOME": str(tmp_path)}, timeout=120)
    assert done.returncode == 0, done.stderr


def test_commands_in_the_readme_exist():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", text)) <= targets
    done = subprocess.run([sys.executable, "-m", "configurator.cli", "--help"], capture_output=True, text=True, check=True)
    for command in set(re.findall(r"(?:^|\$ |`)configurator ([a-z][a-z-]+)", text, re.MULTILINE)):
        assert command in done.stdout or command == "demo", command


def test_links_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"
