from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def meshes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("exchange_meshes", HERE / "meshes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def same_elsewhere() -> Callable[[str, bytes], None]:
    """Compares bytes with those that an expression makes in processes of other time zones and hash seeds."""
    def check(expression: str, here: bytes) -> None:
        program = ("import hashlib, meshes; from configurator.exchange import archive, gltf, stl, tables, threemf; "
                   "from configurator.product.placement import Placement; "
                   f"print(hashlib.sha256({expression}).hexdigest())")
        for seed, zone in (("1", "Pacific/Kiritimati"), ("4242", "America/Adak")):
            path = os.pathsep.join([str(HERE), *filter(None, sys.path)])
            answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                                    env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path})
            assert answer.stdout.strip() == hashlib.sha256(here).hexdigest()

    return check
