"""Tables of faces and edges: exact places, sizes and lengths, the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from math import cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.geometry.answers import EdgeRow, FaceRow, Mesh

pytestmark = pytest.mark.xdist_group("kernel")
DIAGONAL = round(sqrt(0.5), 12)


@pytest.fixture(scope="module")
def cq() -> Any:
    import cadquery

    return cadquery


def tables(shape: Any) -> tuple[tuple[FaceRow, ...], Mesh]:
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    solid = one_solid(shape)
    known, rows = measured(solid)
    return rows, mesh(solid, known.volume, known.area, 0.01)


def places(rows: Any) -> set[Any]:
    """Rows without areas and lengths."""
    return {row[:1] + row[2:] for row in rows}


# --- known solids


def test_a_box_tells_its_planes_and_its_edges(cq: Any) -> None:
    faces, mesh = tables(cq.Workplane().box(1, 2, 3).translate((10, 20, 30)))
    assert places(faces) == places(FaceRow("plane", 0, None, origin, way) for origin, way in (
        ((9.5, 0, 0), (-1, 0, 0)), ((10.5, 0, 0), (1, 0, 0)), ((0, 19, 0), (0, -1, 0)), ((0, 21, 0), (0, 1, 0)),
        ((0, 0, 28.5), (0, 0, -1)), ((0, 0, 31.5), (0, 0, 1))))
    assert set(mesh.edges) == {
        *(EdgeRow("line", 1.0, None, None, (0, y, z), (1, 0, 0)) for y in (19, 21) for z in (28.5, 31.5)),
        *(EdgeRow("line", 2.0, None, None, (x, 0, z), (0, 1, 0)) for x in (9.5, 10.5) for z in (28.5, 31.5)),
        *(EdgeRow("line", 3.0, None, None, (x, y, 0), (0, 0, 1)) for x in (9.5, 10.5) for y in (19, 21))}
    assert len(mesh.edges) == len(mesh.edge_starts) - 1 == 12


def test_a_bore_has_its_own_axis_and_its_seam_is_no_edge(cq: Any) -> None:
    faces, mesh = tables(cq.Workplane().circle(5).extrude(7).faces(">Z").workplane().center(1, 0).hole(3))
    assert places(faces) == places([
        FaceRow("cylinder", 0, 10.0, (0, 0, 0), (0, 0, 1)), FaceRow("cylinder", 0, 3.0, (1, 0, 0), (0, 0, 1)),
        FaceRow("plane", 0, None, (0, 0, 0), (0, 0, -1)), FaceRow("plane", 0, None, (0, 0, 7), (0, 0, 1))])
    assert sorted(mesh.edges) == sorted(
        EdgeRow("circle", round(pi * d, 9), d, None, (x, 0, z), (0, 0, 1)) for d, x in ((10.0, 0), (3.0, 1)) for z in (0, 7))


@pytest.mark.parametrize(("low", "high", "apex", "widens"), [
    (3, 1, 6, -1), (1, 3, -2, 1), (0, 3, 0, 1), (3, 0, 4, -1)])
def test_a_cone_tells_its_tip_and_which_way_it_widens(cq: Any, low: float, high: float, apex: float, widens: float) -> None:
    from math import atan, degrees

    faces, _ = tables(cq.Solid.makeCone(low, high, 4))
    assert [row for row in faces if row.kind == "cone"] == [FaceRow(
        "cone", pytest.approx(pi * (low + high) * sqrt(16 + (high - low)**2)), None, (0, 0, 0), (0, 0, widens),
        round(degrees(atan(abs(high - low) / 4)), 9), (0, 0, apex))]


def test_the_other_cone_of_a_surface_widens_the_other_way(cq: Any) -> None:
    from OCP.BRepBuilderAPI import BRepBuilderAPI_MakeFace, BRepBuilderAPI_MakeSolid, BRepBuilderAPI_Sewing
    from OCP.gp import gp_Ax3, gp_Cone, gp_Dir, gp_Pln, gp_Pnt
    from OCP.TopAbs import TopAbs_SHELL, TopAbs_WIRE
    from OCP.TopoDS import TopoDS

    from configurator.geometry.kernel.face_rows import without_areas
    from configurator.geometry.kernel.shapes import sub_shapes
    from configurator.geometry.kernel.survey import survey

    surface = gp_Cone(gp_Ax3(gp_Pnt(0, 0, 0), gp_Dir(0, 0, 1)), pi / 4, 2.0)  # its tip is at z = -2
    low, high = -2 * sqrt(2) - 3, -2 * sqrt(2) - 1
    flank = BRepBuilderAPI_MakeFace(surface, 0, 2 * pi, low, high).Face()
    sewn = BRepBuilderAPI_Sewing(1e-6)
    sewn.Add(flank)
    for wire_height in (low, high):
        z = wire_height * cos(pi / 4)
        circle = cq.Wire.makeCircle(abs(z + 2), cq.Vector(0, 0, z), cq.Vector(0, 0, 1)).wrapped
        sewn.Add(BRepBuilderAPI_MakeFace(gp_Pln(gp_Pnt(0, 0, z), gp_Dir(0, 0, 1)), circle).Face())
    sewn.Perform()
    shell = TopoDS.Shell_s(sub_shapes(sewn.SewedShape(), TopAbs_SHELL)[0])
    assert sub_shapes(shell, TopAbs_WIRE)
    rows = without_areas(survey(BRepBuilderAPI_MakeSolid(shell).Solid()))
    assert [row[2:] for row in rows if row.kind == "cone"] == [(None, (0, 0, 0), (0, 0, -1), 45.0, (0, 0, -2), None)]


def test_a_torus_and_a_sphere_tell_their_centres(cq: Any) -> None:
    (ring,), mesh = tables(cq.Solid.makeTorus(10, 2, cq.Vector(1, 2, 3), cq.Vector(0, -1, 0)))
    assert ring == FaceRow("torus", pytest.approx(80 * pi**2), 4.0, (1, 2, 3), (0, 1, 0), ring_diameter=20.0)
    assert mesh.edges == ()
    (ball,), _ = tables(cq.Workplane().sphere(2.5).translate((1, 2, 3)))
    assert ball == FaceRow("sphere", pytest.approx(25 * pi), 5.0, (1, 2, 3))


def test_an_oblique_cut_is_an_ellipse(cq: Any) -> None:
    cut = cq.Workplane("XY").transformed(rotate=(0, 45, 0)).box(40, 40, 20, centered=(True, True, False))
    faces, mesh = tables(cq.Workplane().circle(3).extrude(10, both=True).cut(cut))
    pieces = [row for row in mesh.edges if row.kind == "ellipse"]
    assert {row[2:] for row in pieces} == {(None, (round(6 * sqrt(2), 9), 6.0), (0, 0, 0), (DIAGONAL, 0, DIAGONAL))}
    steps = 4096  # the trapezoid rule over a whole turn is as exact as the numbers
    assert sum(row.length for row in pieces) == pytest.approx(2 * pi / steps * sum(
        3 * sqrt(2 * sin(t)**2 + cos(t)**2) for t in (2 * pi * i / steps for i in range(steps))), abs=4e-9)
    assert FaceRow("plane", pytest.approx(9 * pi * sqrt(2)), None, (0, 0, 0), (DIAGONAL, 0, DIAGONAL)) in [*faces]


SOLIDS = {
    "drilled plate": lambda cq: cq.Workplane().box(10, 8, 2).faces(">Z").workplane().hole(3).edges("|Z").fillet(0.5),
    "turned": lambda cq: cq.Workplane("XZ").polyline([(0, 0), (5, 0), (4, 3), (2, 3), (2, 6), (0, 6)]).close().revolve(),
    "crossed": lambda cq: cq.Workplane().cylinder(20, 5).cut(cq.Workplane("XZ").cylinder(30, 3)),
    "ball on a stick": lambda cq: cq.Workplane().cylinder(20, 2).union(cq.Workplane().sphere(4).translate((0, 0, 10))),
    "oblique": lambda cq: cq.Workplane().cylinder(20, 5).cut(
        cq.Workplane().box(40, 40, 20, centered=(True, True, False)).rotate((0, 0, 0), (1, 2, 0), 35)),
}


@pytest.mark.parametrize("name", SOLIDS)
def test_a_moved_solid_tells_the_same_where_it_is_now(cq: Any, name: str) -> None:
    """Solids in place are read in bulk, moved ones through the kernel's classes."""
    import numpy as np

    from configurator.geometry.kernel.edge_rows import edge_rows
    from configurator.geometry.kernel.face_rows import without_areas
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.survey import survey

    solid = SOLIDS[name](cq).val()
    solid = solid.Solids()[0] if solid.ShapeType() == "Compound" else solid
    there = solid.moved(cq.Location(cq.Vector(1, 2, 3), cq.Vector(0, 0, 1), 90))
    turn, move = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]]), np.array([1, 2, 3])
    here, moved = ([*without_areas(found), *edge_rows(found)] for found in (
        survey(one_solid(solid)), survey(one_solid(there))))
    for one, two in zip(here, moved, strict=True):
        if one is None or two is None:
            assert one is two
            continue
        sizes, others = ([value for name, value in row._asdict().items() if name not in ("origin", "apex", "direction")]
                         for row in (one, two))
        assert [each is None for each in one] == [each is None for each in two]
        assert sizes == [pytest.approx(each, abs=2e-9) if isinstance(each, (float, tuple)) else each for each in others]
        if one.origin is None:
            continue
        assert two.origin is not None
        apart = turn @ one.origin + move - two.origin
        if one.direction is not None:
            along = turn @ one.direction
            assert np.abs(np.cross(along, two.direction)).max() < 1e-11
            if one.kind in ("plane", "cone"):
                assert along @ two.direction > 0
            # on one line, or in one plane; where it is a centre, one point
            apart = (along * (apart @ along) if one.kind == "plane" else
                     apart - along * (apart @ along) if one.kind in ("line", "cylinder", "cone") else apart)
        assert np.abs(apart).max() < 5e-9


# --- lengths


def lengths_by_quadrature(shape: Any) -> list[float]:
    """Of all edges that are drawn, by another program's adaptive integration of the kernel's own derivatives."""
    from OCP.BRepAdaptor import BRepAdaptor_Curve
    from OCP.GeomAbs import GeomAbs_CN
    from OCP.gp import gp_Pnt, gp_Vec
    from OCP.TColStd import TColStd_Array1OfReal
    from OCP.TopoDS import TopoDS
    from scipy.integrate import quad

    from configurator.geometry.kernel.survey import survey

    found, lengths = survey(shape), []
    for key, edge in enumerate(found.edges, 1):
        curve, point, way = BRepAdaptor_Curve(TopoDS.Edge_s(found.known.FindKey(key))), gp_Pnt(), gp_Vec()
        if edge.degenerate:
            continue

        def speed(t: float, curve: Any = curve, point: Any = point, way: Any = way) -> float:
            curve.D1(t, point, way)
            return float(way.Magnitude())

        spans = TColStd_Array1OfReal(1, curve.NbIntervals(GeomAbs_CN) + 1)
        curve.Intervals(spans, GeomAbs_CN)
        lengths.append(sum(quad(speed, spans.Value(i), spans.Value(i + 1), epsabs=1e-12, epsrel=1e-12, limit=200)[0]
                           for i in range(1, spans.Length())))
    return lengths


def letters(cq: Any) -> Any:
    from configurator.geometry.kernel import solids
    from configurator.standards.fonts import SERIF

    plate = solids.revolved([(0, 0), (15, 0), (15, 1.8), (14.8, 2), (0, 2)])
    return solids.engraved(plate, "Zoë & é", z=2, height=2, depth=0.1, font=SERIF, radius=10)


def wavy(cq: Any) -> Any:
    """Between splines of several spans, with a sharp turn."""
    points = [(0, 0), (3, 4), (4, -3), (4.2, 5), (9, 1), (10, 0)]
    return cq.Workplane().spline(points).lineTo(10, -9).lineTo(0, -9).close().extrude(2)


@pytest.mark.parametrize("make", [letters, wavy, *(SOLIDS[name] for name in ("crossed", "oblique", "turned"))])
def test_lengths_are_those_of_another_integration(cq: Any, make: Any) -> None:
    from configurator.geometry.kernel.edge_rows import edge_rows
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.survey import survey

    solid = one_solid(make(cq))
    rows = [row for row in edge_rows(survey(solid)) if row is not None]
    assert [row.length for row in rows] == pytest.approx(lengths_by_quadrature(solid), abs=2e-9)
    if make in (letters, wavy, SOLIDS["crossed"]):
        assert any(row.kind == "curve" for row in rows)


def test_lengths_of_polynomials_hold_where_they_stand_still() -> None:
    """Cusps, ends at which the poles fall together, and lines told as curves: two rules with few points are not enough."""
    import numpy as np

    from configurator.geometry.kernel.edge_rows import polynomial_lengths

    parabola = (2 * sqrt(5) + np.arcsinh(2)) / 4 * 2  # y = x**2 from -1 to 1
    assert polynomial_lengths(np.array([[(-1, 1, 0), (0, -1, 0), (1, 1, 0)]], dtype=float)) == pytest.approx(
        [parabola], abs=1e-11)
    cusp = np.array([[(0, 0, 0), (1, 1, 0), (0, 1, 0), (1, 0, 0)]], dtype=float)
    steps = np.linspace(0, 1, 2_000_001)
    xs, ys = 3 * steps - 6 * steps**2 + 4 * steps**3, 3 * steps * (1 - steps)
    assert polynomial_lengths(cusp) == pytest.approx([np.hypot(np.diff(xs), np.diff(ys)).sum()], abs=1e-9)
    still = np.array([[(0, 0, 0), (0, 0, 0), (0, 0, 0), (3, 4, 0)], [(0, 0, 0), (1, 0, 0), (2, 0, 0), (3, 0, 0)]], dtype=float)
    assert polynomial_lengths(still) == pytest.approx([5.0, 3.0], abs=1e-11)


# --- a watch


@pytest.fixture(scope="module")
def watch() -> Any:
    return load_template("watch_case")()


@pytest.fixture(scope="module")
def case(watch: Any) -> Any:
    from configurator.geometry.kernel import build
    from configurator.geometry.requests import BuildRequest

    return build.build(BuildRequest.of(watch, ("midcase",)))[0]


def test_what_the_customer_chose_stands_in_the_table(watch: Any, case: Any) -> None:
    cylinders = [row for row in case.faces if row.kind == "cylinder" and row.direction == (0, 0, 1)]
    assert all(row.origin == (0, 0, 0) for row in cylinders)
    diameters = [row.diameter for row in cylinders]
    for wanted in (watch.case_diameter, 2 * watch.bore, 2 * watch.glass_bore, watch.thread - 0.541):
        assert round(wanted, 9) in diameters
    circles = Counter(row.diameter for row in case.mesh.edges if row.kind == "circle" and row.direction == (0, 0, 1))
    assert circles[watch.case_diameter] >= 2


def test_the_distance_of_parallel_planes_is_the_one_that_was_asked_for(watch: Any, case: Any) -> None:
    planes = [row for row in case.faces if row.kind == "plane"]
    between = [row.origin[0] for row in planes if row.direction in ((1, 0, 0), (-1, 0, 0)) and row.origin[0] * row.direction[0] < 0]
    innermost = min(map(abs, between))
    assert {innermost, -innermost} <= set(between)
    assert 2 * innermost == pytest.approx(watch.lug_width + watch.figures.lug_gap, abs=2e-9), "the strap with its play"
    heights = {row.direction[2]: set() for row in planes if row.direction[:2] == (0, 0)}
    for row in planes:
        if row.direction[:2] == (0, 0):
            heights[row.direction[2]].add(row.origin[2])
    assert round(watch.dial_seat, 9) in heights[-1.0]
    assert {0.0} | heights[-1.0] == heights[-1.0]
    assert {round(watch.glass_seat, 9), round(watch.shoulder, 9)} <= heights[1.0]


@pytest.mark.parametrize("part", ["midcase", "case_back", "crown", "hour_hand", "dial"])
def test_triangles_and_polylines_lie_on_what_the_tables_tell(watch: Any, part: str) -> None:
    import numpy as np

    from configurator.geometry.kernel import build
    from configurator.geometry.requests import BuildRequest

    (answer,) = build.build(BuildRequest.of(watch, (part,)))
    mesh, kinds = answer.mesh, Counter[str]()
    assert len(mesh.edges) == len(mesh.edge_starts) - 1

    def off_axis(points: Any, row: Any) -> Any:
        away = points - row.origin
        return np.linalg.norm(away - np.outer(away @ row.direction, row.direction), axis=1)

    for index, row in enumerate(answer.faces):
        points = mesh.vertices[np.unique(mesh.triangles[mesh.face_of_triangle == index])]
        if row.kind == "plane":
            off = (points - row.origin) @ row.direction
            normals = mesh.normals[mesh.triangles[mesh.face_of_triangle == index]].reshape(-1, 3)
            assert (normals @ row.direction > 1 - 1e-9).all()
        elif row.kind == "cylinder":
            off = off_axis(points, row) - row.diameter / 2
        elif row.kind == "cone":
            heights = (points - row.apex) @ row.direction
            assert heights.min() > -1e-6
            off = (off_axis(points, row) - heights * np.tan(radians(row.half_angle))) * cos(radians(row.half_angle))
        elif row.kind == "sphere":
            off = np.linalg.norm(points - row.origin, axis=1) - row.diameter / 2
        elif row.kind == "torus":
            heights = (points - row.origin) @ row.direction
            off = np.hypot(off_axis(points, row) - row.ring_diameter / 2, heights) - row.diameter / 2
        else:
            continue
        kinds[row.kind] += 1
        assert np.abs(off).max() < 2e-6, (index, row)
    for row, start, stop in zip(mesh.edges, mesh.edge_starts, mesh.edge_starts[1:], strict=False):
        points = mesh.edge_points[start:stop]
        length = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
        assert length < row.length + 1e-6
        assert length > row.length * 0.98 - 1e-6
        if row.kind == "line":
            assert (length, off_axis(points, row).max()) == (pytest.approx(row.length, abs=1e-6), pytest.approx(0, abs=1e-6))
        elif row.kind == "circle":
            assert np.abs(np.linalg.norm(points - row.origin, axis=1) - row.diameter / 2).max() < 1e-6
            assert np.abs((points - row.origin) @ row.direction).max() < 1e-6
        elif row.kind == "ellipse":
            far = np.linalg.norm(points - row.origin, axis=1)
            assert far.max() < row.diameters[0] / 2 + 1e-6
            assert far.min() > row.diameters[1] / 2 - 1e-6
            assert np.abs((points - row.origin) @ row.direction).max() < 1e-6
        kinds[row.kind] += 1
    assert kinds["plane"]
    assert kinds["line"] + kinds["circle"]


def test_no_number_is_a_negative_nought(case: Any) -> None:
    texts = {repr(value) for row in (*case.faces, *case.mesh.edges) for each in row
             for value in (each if isinstance(each, tuple) else (each,))}
    assert "-0.0" not in texts
    assert "0.0" in texts


def test_tables_are_the_same_in_every_process(case: Any, tmp_path: Path) -> None:
    """Also where the solid comes from the memo on disk and is only meshed."""
    program = ("from configurator import load_template\n"
               "from configurator.geometry.kernel import build\n"
               "from configurator.geometry.requests import BuildRequest\n"
               "request = BuildRequest.of(load_template('watch_case')(), ('midcase',), mesh={mesh}, deflection={deflection})\n"
               "(answer,) = build.build(request)\n"
               "print(repr((answer.faces, answer.mesh and answer.mesh.edges)))\n"
               "print(answer.made)\n")
    told = []
    for seed, mesh, deflection in (("1", False, 0.01), ("4242", True, 0.05)):
        answer = subprocess.run(
            [sys.executable, "-c", program.format(mesh=mesh, deflection=deflection)], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "CONFIGURATOR_HOME": str(tmp_path),
                 "PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
        told.append(answer.stdout.splitlines())
    assert [made for _, made in told] == ["True", "False"]
    assert told[0][0] == repr((case.faces, None))
    assert told[1][0] == repr((case.faces, case.mesh.edges))
