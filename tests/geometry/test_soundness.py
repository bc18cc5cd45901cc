"""What is proven sound without the kernel's check, and that nothing is which the kernel refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, pi, sin
from random import Random
from typing import Any

import pytest

Loop = Sequence[tuple[float, float]]
SQUARE: Loop = [(0, 0), (10, 0), (10, 10), (0, 10)]


def hole(x: float, y: float, half: float) -> Loop:
    return [(x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half)]


def prism(loops: Sequence[Loop], spoil: Callable[[list[Any]], list[Any]] = lambda faces: faces, lift: float = 0.0,
          astray: float = 0.0) -> Any:
    """A solid 2 mm high between flat faces with these boundaries, whatever they are. `lift`: one vertex above its plane;
    `astray`: one upright edge beside its vertices."""
    from OCP.BRep import BRep_Builder
    from OCP.Geom import Geom_Line, Geom_Plane
    from OCP.gp import gp_Ax3, gp_Dir, gp_Pnt, gp_Vec
    from OCP.TopAbs import TopAbs_REVERSED
    from OCP.TopoDS import TopoDS_Edge, TopoDS_Face, TopoDS_Shell, TopoDS_Solid, TopoDS_Vertex, TopoDS_Wire

    build = BRep_Builder()

    def vertex(x: float, y: float, z: float) -> Any:
        made = TopoDS_Vertex()
        build.MakeVertex(made, gp_Pnt(x, y, z), 1e-7)
        return made, gp_Pnt(x, y, z)

    def edge(a: Any, b: Any, aside: float = 0.0) -> Any:
        made, way = TopoDS_Edge(), gp_Vec(a[1], b[1])
        start = a[1].Translated(gp_Vec(aside, 0, 0))
        build.MakeEdge(made, Geom_Line(start, gp_Dir(way)), 1e-7)
        build.Range(made, 0.0, way.Magnitude())
        build.Add(made, a[0])
        build.Add(made, b[0].Oriented(TopAbs_REVERSED))
        return made

    def face(origin: Any, normal: Any, along: Any, wires: Any) -> Any:
        made = TopoDS_Face()
        build.MakeFace(made, Geom_Plane(gp_Ax3(origin, gp_Dir(normal), gp_Dir(along))), 1e-7)
        for edges in wires:
            wire = TopoDS_Wire()
            build.MakeWire(wire)
            for each in edges:
                build.Add(wire, each)
            wire.Closed(True)
            build.Add(made, wire)
        return made

    tops, bottoms, walls = [], [], []
    for number, loop in enumerate(loops):
        low = [vertex(x, y, 0) for x, y in loop]
        high = [vertex(x, y, 2 + (lift if number == index == 0 else 0)) for index, (x, y) in enumerate(loop)]
        around = [*range(1, len(loop)), 0]
        lows, highs = ([edge(row[i], row[j]) for i, j in enumerate(around)] for row in (low, high))
        posts = [edge(low[i], high[i], astray if number == i == 0 else 0.0) for i in range(len(loop))]
        for i, j in enumerate(around):
            along = gp_Vec(low[i][1], low[j][1])
            normal = along.Crossed(gp_Vec(0, 0, 1))
            walls.append(face(low[i][1], normal, along, [[lows[i], posts[j], highs[i].Reversed(), posts[i].Reversed()]]))
        tops.append(highs)
        bottoms.append([each.Reversed() for each in reversed(lows)])
    x = gp_Vec(1, 0, 0)
    faces = [face(gp_Pnt(0, 0, 2), gp_Vec(0, 0, 1), x, tops), face(gp_Pnt(0, 0, 0), gp_Vec(0, 0, -1), x, bottoms), *walls]
    shell, solid = TopoDS_Shell(), TopoDS_Solid()
    build.MakeShell(shell)
    for each in spoil(faces):
        build.Add(shell, each)
    shell.Closed(True)
    build.MakeSolid(solid)
    build.Add(solid, shell)
    return solid


def accepted(solid: Any) -> tuple[bool, bool]:
    """By the kernel alone; and by us."""
    from OCP.BRepCheck import BRepCheck_Analyzer

    from configurator.geometry.kernel.shapes import unsound

    return BRepCheck_Analyzer(solid, True, False, False).IsValid(), unsound(solid) == ""


def unproven(solid: Any) -> list[int] | None:
    from configurator.geometry.kernel.records import records
    from configurator.geometry.kernel.soundness import open_questions

    told = records(solid)
    assert told
    return open_questions(told)


ELL: Loop = [(0, 0), (10, 0), (10, 4), (4, 4), (4, 10), (0, 10)]


@pytest.mark.parametrize("loops", [[SQUARE], [ELL], [SQUARE, hole(5, 5, 2)], [SQUARE, hole(3, 3, 1), hole(7, 7, 2)]])
def test_sound_prisms_need_no_kernel(loops: Sequence[Loop]) -> None:
    solid = prism(loops)
    assert unproven(solid) == []
    assert accepted(solid) == (True, True)


@pytest.mark.parametrize(
    ("loops", "doubted"),
    [
        ([[(0, 0), (10, 10), (10, 0), (0, 10)]], {0, 1}),  # crosses itself
        ([SQUARE, hole(5, 5, 2), hole(6, 6, 2)], {0, 1}),  # holes cross
        ([SQUARE, hole(9, 5, 2)], {0, 1}),  # a hole crosses the boundary
        ([SQUARE, hole(15, 5, 2)], {0, 1}),  # outside
        ([SQUARE, hole(8, 5, 2)], {0, 1}),  # touches along an edge
        ([SQUARE, [(10, 5), (8, 4), (8, 6)]], {0, 1}),  # touches at a corner
        ([SQUARE, hole(5, 5, 3), hole(5, 5, 1)], {0, 1}),  # one in the other
        ([SQUARE, hole(5, 5, 2)[::-1]], {0, 1}),  # runs the wrong way
        ([SQUARE[::-1]], {0, 1}),
        ([[(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)]], {0, 1}),  # a corner on an edge
        ([[(0, 0), (10, 0), (4, 0), (4, 10)]], {0, 1}),  # doubles back
    ])
def test_boundaries_of_nothing_are_never_proven(loops: Sequence[Loop], doubted: set[int]) -> None:
    solid = prism(loops)
    assert doubted <= set(unproven(solid) or [])
    by_kernel, ours = accepted(solid)
    assert by_kernel == ours


def test_what_the_kernel_refuses_among_them_is_refused() -> None:
    for loops in ([[(0, 0), (10, 10), (10, 0), (0, 10)]], [SQUARE, hole(5, 5, 2), hole(6, 6, 2)], [SQUARE, hole(9, 5, 2)],
                  [SQUARE, hole(15, 5, 2)], [SQUARE, hole(5, 5, 3), hole(5, 5, 1)], [SQUARE, hole(5, 5, 2)[::-1]]):
        assert accepted(prism(loops)) == (False, False)


@pytest.mark.parametrize("spoil", [
    lambda faces: [faces[0].Reversed(), *faces[1:]],
    lambda faces: [*faces[:-1], faces[-1].Reversed()],
    lambda faces: faces[:-1],
    lambda faces: faces[1:],
    lambda faces: [*faces, faces[-1]],
    lambda faces: [*faces, faces[-1].Reversed()],
])
def test_a_flipped_a_missing_and_a_double_face_are_refused(spoil: Callable[[list[Any]], list[Any]]) -> None:
    solid = prism([SQUARE, hole(5, 5, 2)], spoil)
    assert unproven(solid) is None if _read(solid) else True
    assert accepted(solid) == (False, False)


def _read(solid: Any) -> bool:
    from configurator.geometry.kernel.records import records

    return records(solid) is not None


def test_two_shells_in_one_are_refused() -> None:
    other = prism([[(20, 0), (30, 0), (30, 10), (20, 10)]])
    from configurator.geometry.kernel.shapes import faces_of

    solid = prism([SQUARE], lambda faces: [*faces, *faces_of(other)])
    assert unproven(solid) is None
    assert accepted(solid) == (False, False)


def test_an_edge_off_its_surface_and_off_its_vertices_is_refused() -> None:
    assert accepted(prism([SQUARE], lift=1e-3)) == (False, False)
    assert accepted(prism([SQUARE], astray=1e-3)) == (False, False)
    assert accepted(prism([SQUARE], lift=1e-8)) == (True, True)


def test_a_trace_that_does_not_follow_its_edge_is_refused() -> None:
    from OCP.BRep import BRep_Builder
    from OCP.BRepAdaptor import BRepAdaptor_Surface
    from OCP.BRepPrimAPI import BRepPrimAPI_MakeCone, BRepPrimAPI_MakeCylinder
    from OCP.Geom2d import Geom2d_Line
    from OCP.GeomAbs import GeomAbs_Plane
    from OCP.gp import gp_Dir2d, gp_Pnt2d
    from OCP.TopAbs import TopAbs_EDGE
    from OCP.TopoDS import TopoDS

    from configurator.geometry.kernel.shapes import faces_of, sub_shapes

    for off, sound in ((0.0, True), (1e-3, False)):
        for solid in (BRepPrimAPI_MakeCylinder(5, 3).Solid(), BRepPrimAPI_MakeCone(5, 2, 3).Solid()):
            side = next(face for face in faces_of(solid) if BRepAdaptor_Surface(face).GetType() != GeomAbs_Plane)
            assert unproven(solid) == []
            rim = TopoDS.Edge_s(sub_shapes(side, TopAbs_EDGE)[0])
            height = BRepAdaptor_Surface(side).LastVParameter()
            BRep_Builder().UpdateEdge(rim, Geom2d_Line(gp_Pnt2d(0, height + off), gp_Dir2d(1, 0)), side, 1e-7)
            from configurator.geometry.kernel import records

            records._last.clear()  # the same solid was looked at before it was spoilt
            assert accepted(solid) == (sound, sound)


def test_no_random_prism_is_accepted_that_the_kernel_refuses() -> None:
    random, proven, refused = Random(3), 0, 0
    for _ in range(150):
        corners = random.choice((4, 7, 12))
        outer = [((8 + random.uniform(-3, 3)) * cos(2 * pi * i / corners), (8 + random.uniform(-3, 3)) * sin(2 * pi * i / corners))
                 for i in range(corners)]
        holes = [hole(random.uniform(-7, 7), random.uniform(-7, 7), random.uniform(0.5, 2)) for _ in range(random.randrange(3))]
        solid = prism([outer, *holes])
        by_kernel, ours = accepted(solid)
        assert by_kernel == ours
        proven += unproven(solid) == []
        refused += not by_kernel
    assert proven > 30
    assert refused > 30
