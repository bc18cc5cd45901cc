"""One pool and one composer for all tests of packages in this process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from configurator import load_template
from configurator.geometry.client import Geometry
from configurator.package.compose import Composer, Package
from configurator.package.inputs import Inputs

CHOICES = {"engraving": "Zoë & Gaël", "profile": "court", "comfort": True, "width": 6}
INPUTS = Inputs(language="fr", owner="Atelier Müller", date="2026-11-22")


@pytest.fixture(scope="session")
def geometry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Geometry]:
    os.environ["CONFIGURATOR_HOME"] = str(tmp_path_factory.mktemp("home"))
    with Geometry() as shared:
        yield shared


@pytest.fixture(scope="session")
def composer(geometry: Geometry) -> Composer:
    return Composer(geometry)


@pytest.fixture(scope="session")
def package(composer: Composer) -> Package:
    return composer.compose(load_template("ring")(**CHOICES), INPUTS)


@pytest.fixture
def file(package: Package, tmp_path: Path) -> Path:
    path = tmp_path / package.name
    path.write_bytes(package.data)
    return path
