"""Edges read in bulk, wires in order, and regions that are copies of one another."""

from __future__ import annotations

from math import cos, sin
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("kernel")


def engraved_plate() -> Any:
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.standards.fonts import SERIF

    plate = solids.revolved([(0, 0), (15, 0), (15, 1.8), (14.8, 2), (0, 2)])
    return one_solid(solids.engraved(plate, "Zoë & é", z=2, height=2, depth=0.1, font=SERIF, radius=10).val())


def test_edges_are_those_of_the_kernel() -> None:
    import numpy as np
    from OCP.BRepAdaptor import BRepAdaptor_Curve
    from OCP.TopoDS import TopoDS

    from configurator.geometry.kernel.polylines import Fineness, cut
    from configurator.geometry.kernel.survey import survey

    _, _, known, edges, _ = survey(engraved_plate())
    kinds = {"bend": 0, "arc": 0, "line": 0}
    lines = cut(edges, range(1, len(edges) + 1), Fineness(0.005, 0.07), 96, 1.0)
    for key, edge in enumerate(edges, 1):
        curve = BRepAdaptor_Curve(TopoDS.Edge_s(known.FindKey(key)))
        first, last = curve.FirstParameter(), curve.LastParameter()
        points = lines[key]
        assert tuple(points[0]) == edge.ends[0]
        assert tuple(points[-1]) == edge.ends[1]
        wanted = [curve.Value(first + (last - first) * i / (len(points) - 1)).Coord() for i in range(len(points))]
        assert np.abs(points - wanted).max() < 1e-6
        if edge.arc is None:
            assert np.abs(np.subtract(edge.middle(), curve.Value((first + last) / 2).Coord())).max() < 1e-6
        kinds["bend" if edge.bend is not None else "arc" if edge.arc is not None else "line"] += 1
    assert min(kinds.values()) > 1, kinds


def test_wires_are_followed_as_the_kernel_follows_them() -> None:
    from OCP.BRepTools import BRepTools_WireExplorer
    from OCP.TopAbs import TopAbs_FORWARD, TopAbs_WIRE
    from OCP.TopoDS import TopoDS

    from configurator.geometry.kernel.polylines import keys_of, loops_of
    from configurator.geometry.kernel.shapes import sub_shapes
    from configurator.geometry.kernel.survey import survey

    _, faces, known, edges, _ = survey(engraved_plate())
    for face in faces:
        loops, wires = loops_of(face, known, edges), sub_shapes(face.Oriented(TopAbs_FORWARD), TopAbs_WIRE)
        assert len(loops) == len(wires)
        for loop, wire in zip(loops, wires, strict=True):
            explorer, wanted = BRepTools_WireExplorer(TopoDS.Wire_s(wire)), []
            while explorer.More():
                wanted.append((known.FindIndex(explorer.Current()), explorer.Current().Orientation() == TopAbs_FORWARD))
                explorer.Next()
            start = loop.index(wanted[0])
            assert loop[start:] + loop[:start] == wanted
        assert [sorted(keys) for keys in keys_of(face, known)] == [sorted(key for key, _ in loop) for loop in loops]


def test_a_copy_of_a_region_is_cut_as_it_was_and_a_likeness_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    from configurator.geometry.kernel import sweeping

    swept, sweeps = sweeping.swept, []
    monkeypatch.setattr(sweeping, "swept", lambda loops: sweeps.append(1) or swept(loops))
    rim = np.array([(0, 0), (8, 0), (9, 4), (5, 6), (0, 5)], dtype=float)
    hole = np.array([(2, 1), (2, 3), (4, 3.5), (5, 2)], dtype=float)
    turn = np.array([[cos(0.7), sin(0.7)], [-sin(0.7), cos(0.7)]])
    tilings, turns = sweeping.Tilings(), (np.eye(2),)
    first = tilings.of([rim, hole], turns)
    for copy in ([rim @ turn + 3, hole @ turn + 3], [rim * (-1, 1), hole * (-1, 1)]):
        found = tilings.of(copy, turns)
        a, b, c = np.concatenate(copy)[found].transpose(1, 0, 2)
        doubles = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
        assert (doubles > 0).all()
        assert sorted(map(sorted, found.tolist())) == sorted(map(sorted, first.tolist()))
    assert len(sweeps) == 1
    # the same steps, but the hole stands elsewhere: what was known crosses it
    assert tilings.of([rim, hole @ np.diag([1, -1]) + (1.5, 4.5)], turns) is not None
    assert len(sweeps) == 2
