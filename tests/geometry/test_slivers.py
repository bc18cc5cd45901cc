"""Slivers are told, the small turns of letters are not."""

from __future__ import annotations

import pytest

from configurator import cq
from configurator.geometry.kernel.measure import measured
from configurator.geometry.kernel.meshing import mesh
from configurator.geometry.kernel.probing import _probed
from configurator.geometry.kernel.shapes import one_solid
from configurator.geometry.probed import Horizon, Narrow, Probe

BLOCK = cq.Workplane().box(10, 10, 5)


def slivers(shape: cq.Workplane, relief: float) -> tuple[Narrow, ...]:
    solid = one_solid(shape)
    numbers, rows = measured(solid)
    fields = _probed(solid, rows, mesh(solid, numbers.volume, numbers.area, 0.01), Horizon(relief=relief))
    return Probe("block", "", *fields).slivers


def test_a_long_narrow_face_is_told_with_its_width_and_its_short_edges() -> None:
    found = slivers(BLOCK.faces(">Z").edges(">X").chamfer(0.005), 0.3)
    wide = 0.005 * 2**0.5
    faces = [each for each in found if each.face >= 0]
    assert [each.width for each in faces] == [pytest.approx(wide, rel=1e-2)]
    assert [each.width for each in found if each.face < 0] == [pytest.approx(wide, rel=1e-3)] * 2


def test_what_is_smaller_than_relief_on_the_whole_is_told_only_where_nothing_is_relief() -> None:
    nicked = BLOCK.cut(cq.Workplane().box(0.007, 0.1, 0.2).translate((0, 0, 2.5)))
    assert slivers(nicked, 0.3) == ()
    assert {round(each.width, 3) for each in slivers(nicked, 0.0) if each.face < 0} == {0.007}
