"""What pieces have in common: which pairs are looked at, how they are shared out, and that none is looked at twice."""

from __future__ import annotations

import os
import random
import textwrap
from concurrent.futures import CancelledError, Future
from math import asin, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import Measured, Placement, cos, sin
from configurator.geometry.chains import gathered, then
from configurator.geometry.client import Geometry
from configurator.geometry.memo import Memo
from configurator.geometry.neighbours import Placed, meetings, shared_out, summed
from configurator.geometry.requests import BuildRequest
from configurator.geometry.store import DiskStore
from configurator.product.catalogue import load_folder

TEMPLATE = '''
from __future__ import annotations
from collections.abc import Sequence
from configurator import *

class Wheel(Product):
    """A hub with spokes pressed into it. Frame: Z is the axis."""
    prefix, revision = "WH", "A"
    spokes: int = count(6, 2, 12, label="Spokes")
    long: Mm = length(10, 8, 20, step=1, label="Length of a spoke")
    lift: Mm = length(0, 0, 4, step=1, label="Lift of the nut")

    @part(material="steel", process="mill")
    def hub(self) -> cq.Workplane:
        return cq.Workplane("XY").circle(5).extrude(4)

    @part(material="steel", process="mill")
    def spoke(self) -> cq.Workplane:
        """Reaches 1 mm into the hub; 1 x 1 mm."""
        return cq.Workplane("XY").box(self.long, 1, 1, centered=(False, True, True))

    @spoke.place
    def around(self) -> Sequence[Placement]:
        each = 360 / self.spokes
        return [Placement(x=3 * cos(each * n), y=3 * sin(each * n), z=2, turn=each * n) for n in range(self.spokes)]

    @part(material="steel", process="mill")
    def nut(self) -> cq.Workplane:
        return cq.Workplane("XY").circle(2).extrude(1)

    @nut.place
    def on_top(self) -> Sequence[Placement]:
        return [Placement(z=4 + self.lift)]
'''


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates") / "wheel"
    folder.mkdir()
    (folder / "template.py").write_text(textwrap.dedent(TEMPLATE), encoding="utf-8")
    return folder


def box(name: str, low: tuple[float, ...], high: tuple[float, ...], *placements: Placement) -> Placed:
    volume = 1.0
    for one, other in zip(low, high, strict=True):
        volume *= other - one
    return Placed(name, f"key of {name}", Measured(volume, 1, (0, 0, 0), low, high, 6, 12), placements or (Placement(),))


ATTITUDES = st.builds(Placement, *[st.floats(-6, 6)] * 3, *[st.floats(-180, 180)] * 3)


@given(ATTITUDES, ATTITUDES, st.integers(0, 10**6))
def test_pieces_left_out_have_nothing_in_common(here: Placement, there: Placement, seed: int) -> None:
    one, two = box("a", (-1, -2, 0), (3, 1, 2), here), box("b", (0, 0, 0), (1, 4, 1), there)
    if meetings([one, two]):
        return
    dice = random.Random(seed)
    turn = here.matrix()
    for _ in range(200):
        point = [dice.uniform(low, high) for low, high in zip(two.measured.low, two.measured.high, strict=True)]
        outside = [sum(row[k] * point[k] for k in range(3)) + row[3] for row in there.matrix()]
        inside = [sum(turn[k][i] * (outside[k] - turn[k][3]) for k in range(3)) for i in range(3)]
        depth = min(min(inside[i] - one.measured.low[i], one.measured.high[i] - inside[i]) for i in range(3))
        assert depth < 1e-5


def test_boxes_that_only_touch_are_not_looked_at() -> None:
    lower, upper = box("a", (0, 0, 0), (1, 1, 1)), box("b", (0, 0, 0), (1, 1, 1), Placement(z=1))
    assert meetings([lower, upper]) == {}
    assert meetings([lower, box("b", (0, 0, 0), (1, 1, 1), Placement(z=0.99))])
    (overlap,) = summed([lower, upper], {}, {})
    assert (overlap.first, overlap.second, overlap.volume, overlap.smaller) == ("a", "b", 0.0, 1.0)


def test_pairs_that_lie_alike_are_one() -> None:
    ring = [Placement(x=cos(60 * n), y=sin(60 * n), z=2, turn=60 * n) for n in range(6)]
    moved = [Placement(9 + cos(60 * n), sin(60 * n), -3, 60 * n) for n in range(6)]
    hub, spokes = box("hub", (-1, -1, -1), (1, 1, 5)), box("spoke", (-2, -1, -1), (2, 1, 1), *ring)
    among = meetings([spokes])
    assert sorted(among.values()) == [3, 6, 6]  # opposite, neighbours, next but one
    assert {each.matrix for each in meetings([box("spoke", (-2, -1, -1), (2, 1, 1), *moved)])} == {
        each.matrix for each in among}
    assert sum(meetings([hub, spokes]).values()) == 15 + 6


def test_every_meeting_is_in_one_hand() -> None:
    parts = [box(name, (0, 0, 0), (1, 1, 1), Placement(x=0.01 * index)) for index, name in enumerate("abcdefg")]
    found = meetings(parts)
    assert len(found) == 21
    for jobs, largest, hands in ((2, 6, 4), (2, 100, 2), (30, 6, 21), (1, 1, 21)):
        shared = shared_out(found, dict.fromkeys("abcdefg", 6), jobs, largest)
        assert len(shared) == hands
        assert sorted(map(repr, (each for hand in shared for each in hand))) == sorted(map(repr, found))
        assert max(map(len, shared)) - min(map(len, shared)) <= 1
    assert shared_out({}, {}, 2) == []


def test_facts_are_remembered_in_memory_and_on_disk(tmp_path: Path) -> None:
    memo = Memo(store=DiskStore(tmp_path))
    assert memo.fact("shared", "a", "b", (1.0, 2.0)) is None
    memo.note(0.1, "shared", "a", "b", (1.0, 2.0))
    memo.note(0.0, "shared", "a", "b", (1.0, 2.5))
    assert (memo.fact("shared", "a", "b", (1.0, 2.0)), memo.fact("shared", "a", "b", (1.0, 2.5))) == (0.1, 0.0)
    assert memo.fact("shared", "b", "a", (1.0, 2.0)) is None
    memo.clear()
    assert memo.fact("shared", "a", "b", (1.0, 2.0)) == 0.1
    assert Memo(store=DiskStore(tmp_path)).fact("shared", "a", "b", (1.0, 2.0)) == 0.1
    assert Memo().fact("shared", "a", "b", (1.0, 2.0)) is None
    small = Memo(limit=2_000)
    for index in range(100):
        small.note(index, "many", index)
    assert small.weight <= 2_000
    assert (small.fact("many", 0), small.fact("many", 99)) == (None, 99)


def test_futures_one_behind_the_other() -> None:
    one, two, whole = Future(), Future(), Future()
    both = gathered([one, two])
    then(both, whole, lambda values: whole.set_result(sum(values)))
    two.set_result(2)
    assert not both.done()
    one.set_result(1)
    assert (both.result(), whole.result(), gathered([]).result()) == ([1, 2], 3, [])
    failed, whole = Future(), Future()
    failed.set_exception(ValueError("first"))
    then(gathered([failed, one]), whole, lambda values: whole.set_result(0))
    with pytest.raises(ValueError, match="first"):
        whole.result()
    whole = Future()
    then(one, whole, lambda value: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        whole.result()
    waiting, whole = Future(), Future()
    then(gathered([waiting]), whole, lambda values: None)
    waiting.cancel()
    waiting.set_running_or_notify_cancel()
    with pytest.raises(CancelledError):
        whole.result()


def volumes(found) -> dict[tuple[str, str], float]:
    return {(each.first, each.second): each.volume for each in found}


def test_a_pair_is_looked_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from configurator.geometry.kernel import build

    looked = []
    real = build.common_volume
    monkeypatch.setattr(build, "common_volume", lambda one, two: looked.append(1) or real(one, two))
    build.stay_in_memory()
    build.forget()
    Wheel = load_folder(folder)

    def overlaps(**choices: float) -> tuple[dict[tuple[str, str], float], int]:
        looked.clear()
        product = Wheel(**choices)
        return volumes(build.overlaps(BuildRequest.of(product, tuple(product.parts)))), len(looked)

    first, count = overlaps()
    # each spoke begins 3 mm from the axis and is 1 mm high; the hub's wall, 5 mm from it, bends away from its sides
    inside = 6 * (0.5 * sqrt(25 - 0.25) + 25 * asin(0.1) - 3)
    assert first["hub", "spoke"] == pytest.approx(inside, rel=1e-5)
    assert first["spoke", "spoke"] == pytest.approx(0, abs=1e-9)
    assert first["hub", "nut"] == first["spoke", "nut"] == 0
    assert count == 6  # the hub with each spoke; spokes are apart, and the nut only touches
    assert overlaps() == (first, 0)
    assert overlaps(lift=3)[1] == 0  # the nut moved away: nothing to look at
    longer, count = overlaps(long=12)
    assert longer["hub", "spoke"] == pytest.approx(inside, rel=1e-5)
    assert count == 6
    assert overlaps() == (first, 0)
    assert overlaps(spokes=3)[1] == 0  # they lie where three of the six lay
    assert overlaps(spokes=4)[1] == 2
    build.forget()
    assert overlaps() == (first, 6)


def test_workers_find_what_one_process_finds(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "CONFIGURATOR_HOME", str(tmp_path))
    wheel = load_folder(folder)(spokes=12)
    with Geometry(in_process=True) as here:
        alone = volumes(here.overlaps(wheel).result())
    with Geometry() as geometry:
        assert volumes(geometry.overlaps(wheel).result()) == pytest.approx(alone, abs=1e-12)
        parts = geometry.start(wheel)
        assert volumes(geometry.overlaps(wheel, parts).result()) == pytest.approx(alone, abs=1e-12)
        assert geometry.overlaps(load_folder(folder)(spokes=2, lift=4)).result()
    assert alone["spoke", "spoke"] == pytest.approx(0, abs=1e-9)


def test_a_part_that_cannot_be_built_is_told_by_its_overlaps(folder: Path, tmp_path: Path) -> None:
    from configurator.errors import BuildFailed

    broken = tmp_path / "wheel"
    broken.mkdir()
    (broken / "template.py").write_text(TEMPLATE.replace(".circle(2).extrude(1)", ".circle(2).extrude(0 * self.lift)"), encoding="utf-8")
    with Geometry() as geometry, pytest.raises(BuildFailed, match="part 'nut' of wheel"):
        geometry.overlaps(load_folder(broken)()).result(timeout=120)
