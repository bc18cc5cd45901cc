"""Views of parts for drawings: against closed forms, exact boxes, the kernel's own hidden lines, and FreeCAD."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from dataclasses import replace
from math import cos, dist, hypot, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from configurator.errors import BuildFailed
from configurator.geometry.views import (
    BOTTOM,
    FRONT,
    LEFT,
    REAR,
    RIGHT,
    TOP,
    Arc,
    EllipseArc,
    Line,
    LineKind,
    Polyline,
    View,
    ViewRequest,
    at,
    ends_of,
    frame,
)

pytestmark = pytest.mark.xdist_group("kernel")
EVERY = (FRONT, REAR, TOP, BOTTOM, LEFT, RIGHT)
NUDGE = 5e-6  # mm that a section is taken behind its plane
ISO = ViewRequest((1.0, -1.0, 0.8), (0.0, 0.0, 1.0))


@pytest.fixture(scope="module")
def cq() -> Any:
    import cadquery

    return cadquery


def viewed(shape: Any, *wanted: ViewRequest) -> list[View]:
    from configurator.geometry.kernel.drawing_views import view
    from configurator.geometry.kernel.faces_seen import seen
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    solid = one_solid(shape)
    known, rows = measured(solid)
    looked_at = seen(solid, rows, mesh(solid, known.volume, known.area, 0.01))
    return [view(looked_at, rows, each) for each in wanted]


def of(view: View, *kinds: str) -> list[Any]:
    return [drawn.curve for drawn in view.curves if drawn.kind in kinds]


def long(curve: Any) -> float:
    if isinstance(curve, Arc):
        return abs(curve.end - curve.start) * curve.radius
    if isinstance(curve, EllipseArc):
        points = [at(curve, curve.start + (curve.end - curve.start) * i / 500) for i in range(501)]
    else:
        points = list(curve.points if isinstance(curve, Polyline) else curve)
    return sum(dist(a, b) for a, b in itertools.pairwise(points))


def lines(curves: list[Any]) -> set[tuple[Any, ...]]:
    return {tuple(sorted(tuple(round(value, 6) for value in end) for end in ends_of(curve))) for curve in curves}


# --- by hand


def test_a_block_with_a_bore_has_the_lines_that_a_draughtsman_draws(cq: Any) -> None:
    block = cq.Workplane().box(20, 10, 8).faces(">Z").workplane().hole(4)
    front, top, section = viewed(block, replace(FRONT, hidden=True), TOP, replace(FRONT, section=0.0))
    assert lines(of(front, "visible")) == {((-10, -4), (10, -4)), ((-10, 4), (10, 4)), ((-10, -4), (-10, 4)),
                                           ((10, -4), (10, 4))}
    assert lines(of(front, "hidden")) == {((-2, -4), (-2, 4)), ((2, -4), (2, 4))}
    assert len(front.curves) == 6
    assert [axis[:2] for axis in front.axes if not axis.seen] == [((0, -4), (0, 4))]
    (bore,) = (curve for curve in of(top, "visible") if isinstance(curve, Arc))
    assert (bore.centre, bore.radius, abs(bore.end - bore.start)) == ((0, 0), 2, pytest.approx(2 * pi))
    assert len(top.curves) == 5
    (cross,) = top.axes
    assert (cross.along, cross.radius, cross.seen) == (True, 2.0, True)
    assert [region.area for region in section.regions] == pytest.approx([64, 64])
    assert lines(of(section, "visible")) == {((-2, -4), (2, -4)), ((-2, 4), (2, 4))}
    assert all(axis.seen for axis in section.axes)


def test_what_stands_behind_is_cut_where_it_disappears(cq: Any) -> None:
    step = cq.Workplane().box(10, 4, 4).union(cq.Workplane().box(4, 4, 12).translate((0, 6, 0)).union(
        cq.Workplane().box(2, 8, 2).translate((0, 3, 0))))
    (front,) = viewed(step, FRONT)
    assert ((-2, 2), (-2, 6)) in lines(of(front, "visible"))
    assert ((-2, -6), (-2, -2)) in lines(of(front, "visible"))
    assert not any(-2 < y < 2 for line in lines(of(front, "visible")) for x, y in line if abs(x) == 2)


def test_a_cylinder_seen_from_above_at_an_angle(cq: Any) -> None:
    """The rim is an ellipse, half of the lower one is hidden, the sides are upright lines a diameter apart."""
    (view,) = viewed(cq.Workplane().circle(5).extrude(10), ViewRequest((0, -sin(radians(60)), cos(radians(60))), (0, 0, 1),
                                                                      hidden=True))
    rims = sorted(of(view, "visible"), key=long)
    assert [type(each) for each in rims] == [EllipseArc, EllipseArc]
    assert [each.end - each.start for each in rims] == pytest.approx([pi, 2 * pi], abs=1e-5)
    assert all(hypot(*each.major) == pytest.approx(5) and each.ratio == pytest.approx(0.5) for each in rims)
    assert {round(abs(x), 6) for each in of(view, "outline") for x, _ in ends_of(each)} == {5.0}
    assert [long(each) for each in of(view, "outline")] == pytest.approx([10 * sin(radians(60))] * 2)
    (behind,) = of(view, "hidden")
    assert isinstance(behind, EllipseArc)
    assert behind.end - behind.start == pytest.approx(pi, abs=1e-5)


def test_sections_have_the_areas_of_geometry(cq: Any) -> None:
    ring = cq.Workplane("XZ").center(10, 0).circle(2).revolve(360, (-10, 0), (-10, 1))
    for request, areas in (
            (replace(FRONT, section=0.0), [4 * pi, 4 * pi]),
            (replace(TOP, section=0.0), [pi * (144 - 64)]),
            (replace(TOP, section=1.0), [pi * ((10 + sqrt(3)) ** 2 - (10 - sqrt(3)) ** 2)])):
        (view,) = viewed(ring, request)
        assert [region.area for region in view.regions] == pytest.approx(areas, rel=1e-5)  # the plane is 5e-6 mm further back
        assert all(isinstance(curve, Arc) for region in view.regions for loop in (region.outer, *region.holes) for curve in loop)
    slanted = ViewRequest((1, 0, 1), (0, 0, 1), section=0.0)
    (view,) = viewed(cq.Workplane().circle(3).extrude(20, both=True), slanted)
    assert [region.area for region in view.regions] == pytest.approx([9 * pi * sqrt(2)], rel=1e-6)
    assert isinstance(view.regions[0].outer[0], EllipseArc)
    (view,) = viewed(cq.Workplane().sphere(4), replace(LEFT, section=1.0))
    assert view.regions[0].area == pytest.approx(15 * pi, rel=1e-5)
    capped = cq.Workplane().sphere(4).cut(cq.Workplane().box(9, 9, 9).translate((-5.5, 0, 0)))
    for height, areas in ((1.0, [15 * pi]), (-1.5, [])):  # the circle lies on what is left of the sphere, or on what is gone
        (view,) = viewed(capped, replace(RIGHT, section=height))
        assert [region.area for region in view.regions] == pytest.approx(areas, rel=1e-5)


@pytest.mark.parametrize("depth", [1e-3, 0.01, 0.05, 0.3])
def test_sections_that_graze_close(cq: Any, depth: float) -> None:
    """Triangles of a rounded or chamfered rim, and points of the edge of a bore, lie on the other side of such a plane."""
    plate = cq.Workplane().circle(16).extrude(2)
    for rim in (plate.edges().chamfer(0.5), plate.edges().fillet(0.5)):
        (view,) = viewed(rim, replace(RIGHT, section=16 - depth))
        cut = by_boolean(cq, rim, 16 - depth - NUDGE)
        assert sum(region.area for region in view.regions) == pytest.approx(cut, rel=1e-3)  # polylines are within 0.005 mm
    bored = cq.Workplane().circle(10).extrude(10).cut(cq.Workplane("XZ").center(0, 5).circle(1).extrude(20, both=True))
    (view,) = viewed(bored, replace(RIGHT, section=1 - depth))
    x = 1 - depth - NUDGE
    assert [region.area for region in view.regions] == pytest.approx([2 * half(10, x) * (5 - half(1, x))] * 2, rel=1e-6)


def half(radius: float, x: float) -> float:
    return sqrt(radius**2 - x**2)


def by_boolean(cq: Any, shape: Any, x: float) -> float:
    """mm2 that the kernel's own boolean leaves of a plane across x."""
    plane = cq.Face.makePlane(100, 100, basePnt=(x, 0, 0), dir=(1, 0, 0))
    return float(sum(face.Area() for face in plane.intersect(shape.val()).Faces()))


def test_a_half_section_is_half_of_each(cq: Any) -> None:
    sleeve = cq.Workplane().circle(6).circle(4).extrude(10)
    half, whole, cut = viewed(sleeve, replace(FRONT, section=0.0, half=0.0), FRONT, replace(FRONT, section=0.0))
    assert [region.area for region in half.regions] == pytest.approx([20.0])
    assert half.bounds() == whole.bounds() == cut.bounds()
    assert {x for line in lines(of(half, "cut")) for x, _ in line} == {4.0, 6.0}
    assert lines(of(half, "outline")) == {((-6, 0), (-6, 10))}


def test_a_view_without_frame_and_a_half_without_a_section_are_refused() -> None:
    with pytest.raises(BuildFailed, match="choose another"):
        ViewRequest((0, 0, 1), (0, 0, 2))
    with pytest.raises(BuildFailed, match="needs a length"):
        ViewRequest((0, 0, 0), (0, 0, 2))
    with pytest.raises(BuildFailed, match="without a plane"):
        replace(FRONT, half=0.0)


# --- real parts


def parts(name: str, **choices: Any) -> dict[str, Any]:
    from configurator import Memo, load_template

    return dict(Memo().build(load_template(name)(**choices)).items())


WATCH = {"bezel_style": "fluted", "lug_style": "curved", "engraving": "Für Anna & Bo 8B"}
RING = {"engraving": "Für Anna & Bob 2026"}
MADE = [("watch_case", "midcase"), ("watch_case", "bezel"), ("watch_case", "case_back"), ("watch_case", "crown"),
        ("watch_case", "casing_ring"), ("watch_case", "dial"), ("watch_case", "crystal"), ("ring", "band")]


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str], Any]:
    return {(name, part): result for name, choices in (("watch_case", WATCH), ("ring", RING))
            for part, result in parts(name, **choices).items()}


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return parts("watch_case")


@pytest.mark.parametrize("which", MADE, ids=lambda which: which[1])
def test_each_view_is_as_large_as_the_exact_box(made: dict[tuple[str, str], Any], which: tuple[str, str]) -> None:
    from configurator.geometry.kernel.measure import box
    from configurator.geometry.kernel.shapes import one_solid

    low, high = box(one_solid(made[which]))
    for request, view in zip(EVERY, viewed(made[which], *EVERY), strict=True):
        x, y, _ = frame(request.direction, request.up)
        expected = [sorted(sum(a * b for a, b in zip(axis, corner, strict=True)) for corner in (low, high)) for axis in (x, y)]
        found = view.bounds()
        assert found is not None
        for axis in (0, 1):
            assert [found[0][axis], found[1][axis]] == pytest.approx(expected[axis], abs=1e-6)


@pytest.mark.parametrize("part", ["midcase", "crown", "dial", "casing_ring"])
def test_what_is_visible_is_what_the_kernels_own_hidden_line_removal_leaves(plain: dict[str, Any], part: str) -> None:
    for request in (FRONT, LEFT, TOP):
        (view,) = viewed(plain[part], request)
        ours = [point for curve in of(view, "visible", "outline") for point in along(curve)]
        smooth = [point for curve in of(view, "smooth") for point in along(curve)]
        theirs = by_kernel(plain[part], request)
        assert furthest(ours, theirs) < 0.02
        assert furthest(theirs, [*ours, *smooth]) < 0.06


def furthest(points: list[tuple[float, float]], others: list[tuple[float, float]]) -> float:
    """Of the distances from points to the nearest of others, mm."""
    from scipy.spatial import cKDTree

    return float(cKDTree(others).query(points)[0].max())


def along(curve: Any, step: float = 0.05) -> list[tuple[float, float]]:
    if isinstance(curve, (Arc, EllipseArc)):
        count = max(int(long(curve) / step), 2)
        return [at(curve, curve.start + (curve.end - curve.start) * i / count) for i in range(count + 1)]
    points = curve.points if isinstance(curve, Polyline) else curve
    return [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for a, b in itertools.pairwise(points)
            for n in (max(int(dist(a, b) / step), 1),) for i in range(n + 1)]


def by_kernel(shape: Any, request: ViewRequest) -> list[tuple[float, float]]:
    """Points along all visible lines, tangent edges too."""
    from OCP.BRepAdaptor import BRepAdaptor_Curve
    from OCP.BRepLib import BRepLib
    from OCP.gp import gp_Ax2, gp_Dir, gp_Pnt
    from OCP.HLRAlgo import HLRAlgo_Projector
    from OCP.HLRBRep import HLRBRep_Algo, HLRBRep_HLRToShape
    from OCP.TopAbs import TopAbs_EDGE
    from OCP.TopoDS import TopoDS

    from configurator.geometry.kernel.shapes import one_solid, sub_shapes

    x, _, z = frame(request.direction, request.up)
    algorithm = HLRBRep_Algo()
    algorithm.Add(one_solid(shape))
    algorithm.Projector(HLRAlgo_Projector(gp_Ax2(gp_Pnt(0, 0, 0), gp_Dir(*z), gp_Dir(*x))))
    algorithm.Update()
    algorithm.Hide()
    found = HLRBRep_HLRToShape(algorithm)
    points = list[tuple[float, float]]()
    for compound in (found.VCompound(), found.OutLineVCompound(), found.Rg1LineVCompound()):
        if compound is not None and not compound.IsNull():
            BRepLib.BuildCurves3d_s(compound)
            for edge in sub_shapes(compound, TopAbs_EDGE):
                curve = BRepAdaptor_Curve(TopoDS.Edge_s(edge))
                first, last = curve.FirstParameter(), curve.LastParameter()
                ends = curve.Value(first), curve.Value(last), curve.Value((first + last) / 2)
                size = ends[0].Distance(ends[2]) + ends[2].Distance(ends[1])
                count = max(int(size / 0.02), 2)
                points += [curve.Value(first + (last - first) * i / count).Coord()[:2] for i in range(count + 1)]
    return points


@pytest.mark.parametrize("which", MADE, ids=lambda which: which[1])
def test_nothing_is_drawn_twice_and_rings_stay_arcs(made: dict[tuple[str, str], Any], which: tuple[str, str]) -> None:
    for view in viewed(made[which], replace(FRONT, hidden=True), replace(TOP, hidden=True), replace(FRONT, section=0.0)):
        assert list(view.curves) == sorted(set(view.curves), key=view.curves.index)
        straight = [curve for curve in of(view, *LineKind) if isinstance(curve, Line)]
        for one in straight:
            middle = ((one.start[0] + one.end[0]) / 2, (one.start[1] + one.end[1]) / 2)
            assert sum(lies_on(middle, other) and parallel(one, other) for other in straight) == 1
        assert all(long(curve) >= 1e-4 for curve in of(view, *LineKind))
        around = [curve for curve in of(view, *LineKind) if isinstance(curve, Arc)]
        assert len({(curve.centre, curve.radius, curve.start) for curve in around}) == len(around)


def lies_on(point: tuple[float, float], line: Line) -> bool:
    size = dist(line.start, line.end)
    along_it = ((point[0] - line.start[0]) * (line.end[0] - line.start[0])
                + (point[1] - line.start[1]) * (line.end[1] - line.start[1])) / size
    across = ((point[0] - line.start[0]) * (line.end[1] - line.start[1])
              - (point[1] - line.start[1]) * (line.end[0] - line.start[0])) / size
    return abs(across) < 2e-5 and 0 < along_it < size


def parallel(one: Line, other: Line) -> bool:
    """Else they cross, perhaps in the middle of one of them, which is not to be drawn twice."""
    (ax, ay), (bx, by) = ((line.end[0] - line.start[0], line.end[1] - line.start[1]) for line in (one, other))
    return abs(ax * by - ay * bx) < 1e-3 * hypot(ax, ay) * hypot(bx, by)


def test_letters_are_outlines_where_they_are_looked_at(made: dict[tuple[str, str], Any]) -> None:
    top, bottom, front = viewed(made["watch_case", "case_back"], TOP, BOTTOM, replace(FRONT, hidden=True))
    assert of(bottom, "engraved")
    assert not of(top, "engraved")
    assert len(front.curves) < 60
    outside, inside = viewed(made["ring", "band"], FRONT, replace(FRONT, section=0.0))
    assert not of(outside, "engraved")
    assert of(inside, "engraved")
    blank = viewed(parts("ring")["band"], replace(LEFT, hidden=True))
    assert viewed(made["ring", "band"], replace(LEFT, hidden=True))[0].curves == blank[0].curves


# --- judges


FREECAD = r"""
import json, os, sys
sys.path[:0] = [p for p in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(p)]
import FreeCAD, Part
answers = []
for path, normal, height in json.load(sys.stdin):
    shape = Part.Shape()
    shape.read(path)
    wires = shape.slice(FreeCAD.Vector(*normal), height)
    answers.append(sum(face.Area for face in Part.makeFace(wires, "Part::FaceMakerBullseye").Faces))
sys.stderr.write("ANSWER " + json.dumps(answers) + "\n")
"""


def test_freecad_cuts_the_same_areas(made: dict[tuple[str, str], Any], tmp_path: Path, judge: Any) -> None:
    import cadquery

    asked, ours = [], []
    for which in MADE:
        path = str(tmp_path / f"{which[1]}.brep")
        cadquery.Workplane(obj=made[which].val()).val().exportBrep(path)
        for request in (replace(FRONT, section=0.05), replace(LEFT, section=-0.3)):
            (view,) = viewed(made[which], request)
            asked.append((path, request.direction, request.section))
            ours.append(sum(region.area for region in view.regions))

    def ask() -> list[float] | None:
        if not Path("/usr/bin/python3").exists():
            return None
        done = subprocess.run(["/usr/bin/python3", "-c", FREECAD], input=json.dumps(asked), capture_output=True, text=True,
                              timeout=120, check=False)
        told = [line for line in done.stderr.splitlines() if line.startswith("ANSWER ")]
        return json.loads(told[0][7:]) if told else None

    assert ours == pytest.approx(judge("FreeCAD", ask), rel=2e-4)


def test_two_processes_say_the_same_and_the_memo_keeps_it(tmp_path: Path) -> None:
    program = ("from dataclasses import replace\n"
               "from configurator import load_template\n"
               "from configurator.geometry.client import Geometry\n"
               "from configurator.geometry.views import FRONT, TOP, ViewRequest\n"
               "watch = load_template('watch_case')()\n"
               "wanted = [replace(FRONT, hidden=True), TOP, replace(FRONT, section=0.0, half=0.0),"
               " ViewRequest((1, -1, .8), (0, 0, 1))]\n"
               "with Geometry(in_process=True) as geometry:\n"
               "    first = geometry.views(watch, 'midcase', wanted).result()\n"
               "    assert geometry.views(watch, 'midcase', wanted[1:2]).result()[0] is first[1]\n"
               "    print(first)\n")
    said = {subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed,
                                                                "CONFIGURATOR_HOME": str(tmp_path)},
                           capture_output=True, text=True, check=True, timeout=300).stdout for seed in ("1", "2")}
    assert len(said) == 1
    assert len(said.pop()) > 1000
