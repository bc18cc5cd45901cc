"""Laws over the catalogue: every template of it, with nothing written for any of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from configurator import Product, load_template, template_names
from configurator.geometry.client import Geometry
from configurator.package.compose import Composer
from configurator.product.catalogue import load_folder

NEW = "a_new_template"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the mass properties as they are now")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "template" in metafunc.fixturenames:
        metafunc.parametrize("template", [*template_names(), NEW], indirect=True)


@pytest.fixture(scope="session")
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> type[Product]:
    """From the catalogue; and what `new-template` writes, which has to keep every law as it is."""
    if request.param != NEW:
        return load_template(request.param)
    folder = tmp_path_factory.mktemp("templates")
    subprocess.run([sys.executable, "-m", "configurator.cli", "new-template", NEW, "--into", str(folder)], check=True,
                   capture_output=True)
    return load_folder(folder / NEW)


@pytest.fixture(scope="session")
def geometry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Geometry]:
    """One pool for all laws of this process, with no memo from earlier runs."""
    os.environ["CONFIGURATOR_HOME"] = str(tmp_path_factory.mktemp("home"))
    with Geometry() as shared:
        yield shared


@pytest.fixture(scope="session")
def composer(geometry: Geometry) -> Composer:
    return Composer(geometry)

