"""The command line in this process, and in another one as a shell starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from configurator.cli import main
from configurator.geometry.client import Geometry


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _own_state(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFIGURATOR_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("CONFIGURATOR_TEMPLATES", "CONFIGURATOR_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def geometry(home: Path) -> Iterator[Geometry]:
    """One pool of workers for all tests of this process."""
    before = os.environ.get("CONFIGURATOR_HOME")
    os.environ["CONFIGURATOR_HOME"] = str(home)
    with Geometry() as shared:
        shared.ready()
        if before is None:
            del os.environ["CONFIGURATOR_HOME"]
        else:
            os.environ["CONFIGURATOR_HOME"] = before
        yield shared


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """A command in this process."""

    def call(*arguments: object) -> Said:
        capfd.readouterr()
        code = main([str(each) for each in arguments])
        return Said(code, *capfd.readouterr())

    return call


@pytest.fixture
def run_built(run: Run, geometry: Geometry, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command in this process that builds with the shared workers."""

    class Shared:
        def __new__(cls, *, in_process: bool = False) -> Any:
            return Geometry(in_process=True) if in_process else Lent()

    class Lent:
        def __enter__(self) -> Geometry:
            return geometry

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr("configurator.geometry.client.Geometry", Shared)
    return run


@pytest.fixture
def shell() -> Run:
    """A command in a process of its own."""

    def call(*arguments: object, cwd: Path | None = None, **environment: str) -> Said:
        done = subprocess.run([sys.executable, "-m", "configurator.cli", *map(str, arguments)], capture_output=True,
                              text=True, check=False, cwd=cwd, env={**os.environ, **environment}, timeout=120)
        return Said(done.returncode, done.stdout, done.stderr)

    return call
