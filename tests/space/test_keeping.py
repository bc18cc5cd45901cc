"""What the compiler keeps: found again, and made again where it is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def twice(x: float) -> float:
    return 2.0 * x


@pytest.mark.parametrize("ending", ["nbc", "nbi"])
@pytest.mark.parametrize("left", [0, 100])
def test_a_damaged_file_is_made_again(ending: str, left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from configurator.space.compiled import keeping

    monkeypatch.setattr(keeping, "_kept", tmp_path)
    hits = []
    for damaged in (False, True, False):
        for file in tmp_path.rglob(f"*.{ending}") if damaged else ():
            file.write_bytes(file.read_bytes()[:left])
        function: Any = keeping.compiled(twice)
        assert function(3.0) == 6.0
        hits.append(sum(function.stats.cache_hits.values()))
    assert hits == [0, 0, 1]
