"""Judges: programs and libraries nobody here wrote, which say whether a file is what it claims to be. And a product after a
scan, for every room."""

from __future__ import annotations

import importlib.util
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from configurator import Limb, Product, load_template
from configurator.product.limb import DIRECTIONS
from configurator.product.scans import forget

# a machine that is busy with something else is no fault of the code; the same examples every time where CI is set
settings.register_profile("lot-one", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("lot-one")


@pytest.fixture(scope="session")
def judge() -> Callable[[str, Callable[[], Any]], Any]:
    """`judge(name, probe)` is what `probe()` returns. If that is None, or it cannot be imported or found, the test is
    skipped on a desk and fails where CI is set: there no judge may be missing."""

    def ask(name: str, probe: Callable[[], Any]) -> Any:
        try:
            found = probe()
        except (ImportError, OSError) as error:
            found, reason = None, f" ({error})"
        else:
            reason = ""
        if found is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"the judge {name} is not installed{reason}")
        return found

    return ask


@pytest.fixture(scope="session")
def judges_folder() -> Path:
    """Where judges from npm are: LOT_ONE_JUDGES, a folder with node_modules."""
    return Path(os.environ.get("LOT_ONE_JUDGES") or Path.home() / ".cache" / "lot-one-judges")


WORN = Path(__file__).parent / "worn"
"""A folder of templates that ask for scans."""


@pytest.fixture
def sleeve(monkeypatch: pytest.MonkeyPatch) -> type[Product]:
    """The template after a scan, in the catalogue."""
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(WORN))
    forget()
    return load_template("sleeve")


@pytest.fixture(scope="session")
def limb() -> Callable[[float], Limb]:
    """`limb(radius)`: one that is no circle, nor alike on both sides, 300 mm high."""

    def made(radius: float) -> Limb:
        turns = [2 * math.pi * j / DIRECTIONS for j in range(DIRECTIONS)]
        return Limb.of(10.0, [(0.0, 0.0)] * 31, [[radius + level / 3 + 4 * math.cos(turn) + 2 * math.sin(turn) for turn in turns]
                                                 for level in range(31)])

    return made


@pytest.fixture(scope="session")
def cone() -> Limb:
    """A limb that is a cone, 300 mm high, its radius from 50 to 80 mm, its axis 4 mm to the left."""
    return Limb.of(10.0, [(0.0, 4.0)] * 31, [[50.0 + level] * DIRECTIONS for level in range(31)])


@pytest.fixture(scope="session")
def limbs() -> ModuleType:
    """Legs by formula, and the files a scanner would write of them: scans/limbs.py."""
    file = Path(__file__).parent / "scans" / "limbs.py"
    spec = importlib.util.spec_from_file_location("synthetic_limbs", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Two browsers at a time are too much for two cores: a release of pytest let groups fall apart without a word."""
    if getattr(config.option, "loadgroup", False):
        apart = [item.nodeid for item in items if item.get_closest_marker("xdist_group") and "@" not in item.nodeid]
        if apart:
            raise pytest.UsageError(f"pytest {pytest.__version__} does not let xdist keep groups of tests together: {apart[0]}")
