"""The kernel's room: soundness, exact numbers, triangles, and letters as exact geometry."""

from __future__ import annotations

from math import atan2, cos, degrees, pi, radians, sin
from typing import Any

import pytest

from configurator.errors import BuildFailed, Impure
from configurator.geometry.answers import Mesh
from configurator.standards.fonts import SANS, point_on

pytestmark = pytest.mark.xdist_group("kernel")


@pytest.fixture(scope="module")
def cq() -> Any:
    import cadquery

    return cadquery


@pytest.fixture(scope="module")
def shapes() -> Any:
    from configurator.geometry.kernel import shapes

    return shapes


def numbers(shape: Any) -> Any:
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid

    return measured(one_solid(shape))


# --- soundness


def test_exactly_one_solid_is_found_in_whatever_a_part_returns(cq: Any, shapes: Any) -> None:
    box = cq.Workplane().box(1, 2, 3)
    for result in (box, box.val(), box.val().wrapped, cq.Compound.makeCompound([box.val()])):
        assert shapes.one_solid(result).ShapeType() == box.val().wrapped.ShapeType()
    with pytest.raises(BuildFailed, match="made 2 solids"):
        shapes.one_solid(cq.Workplane().pushPoints([(0, 0), (9, 0)]).box(1, 1, 1))
    with pytest.raises(BuildFailed, match="made 0 solids"):
        shapes.one_solid(cq.Workplane().rect(1, 1))
    with pytest.raises(BuildFailed, match="made 0 solids"):
        shapes.one_solid(cq.Workplane())
    with pytest.raises(BuildFailed, match="returned an Assembly"):
        shapes.one_solid(cq.Assembly(box))
    for nothing in (None, 3, "box", [box]):
        with pytest.raises(BuildFailed, match=f"returned {type(nothing).__name__}"):
            shapes.one_solid(nothing)


def test_an_open_shell_and_a_broken_box_are_unsound(cq: Any, shapes: Any) -> None:
    from OCP.TopoDS import TopoDS

    box = cq.Solid.makeBox(1, 2, 3)
    assert shapes.unsound(box.wrapped) == ""
    opened = cq.Solid.makeSolid(cq.Shell.makeShell(box.Faces()[:5]))
    assert shapes.unsound(TopoDS.Solid_s(opened.wrapped)) == "its shell is not closed"
    plate = cq.Workplane().box(10, 10, 1).edges("|Z").fillet(4.9).val()
    assert shapes.unsound(plate.wrapped) == ""


def test_a_box_without_numbers_is_refused_by_what_it_measures(cq: Any, shapes: Any) -> None:
    """The kernel returns a solid for nonsense; its volume is no number, which a build refuses."""
    solid = cq.Solid.makeBox(1, 1, float("nan"))
    assert shapes.unsound(solid.wrapped) or not solid.Volume() > 0


def test_what_leaves_the_memo_shares_nothing_with_what_stays(cq: Any, shapes: Any) -> None:
    from OCP.BRep import BRep_Tool

    box = cq.Workplane().box(1, 2, 3)
    for result in (box, box.val(), (box, 3), {"a": box}, [box.val()]):
        fresh = shapes.copied(result)
        assert type(fresh) is type(result)
        first, second = ((each[0] if isinstance(each, (tuple, list)) else each["a"] if isinstance(each, dict) else each)
                         for each in (result, fresh))
        old, new = (each.val() if isinstance(each, cq.Workplane) else each for each in (first, second))
        assert not any(f.wrapped.IsPartner(g.wrapped) for f in old.Faces() for g in new.Faces())
        assert BRep_Tool.Surface_s(old.Faces()[0].wrapped) is not BRep_Tool.Surface_s(new.Faces()[0].wrapped)
        assert new.Volume() == old.Volume()
    assert shapes.copied((1, 2.5, "x", None)) == (1, 2.5, "x", None)
    with pytest.raises(Impure, match="returned Assembly; only shapes, numbers and words"):
        shapes.copied(cq.Assembly())


# --- numbers


def test_boxes_are_exact(cq: Any) -> None:
    turned = cq.Workplane().sphere(5).translate((1, 2, 3))
    assert numbers(turned)[0].low == (-4.0, -3.0, -2.0)
    assert numbers(turned)[0].high == (6.0, 7.0, 8.0)
    torus = cq.Workplane(obj=cq.Solid.makeTorus(10, 2))
    assert numbers(torus)[0].size == (24.0, 24.0, 4.0)
    arc = cq.Workplane().moveTo(0, 0).threePointArc((5, 5), (10, 0)).close().extrude(2)
    assert numbers(arc)[0].size == (10.0, 5.0, 2.0)


@pytest.mark.parametrize(("make", "areas", "diameters"), [
    (lambda cq: cq.Solid.makeCylinder(3, 7), {"plane": 2 * 9 * pi, "cylinder": 42 * pi}, [6.0]),
    (lambda cq: cq.Solid.makeCone(3, 0, 4), {"plane": 9 * pi, "cone": 15 * pi}, []),
    (lambda cq: cq.Solid.makeSphere(2, angleDegrees1=-90, angleDegrees2=90), {"sphere": 16 * pi}, [4.0]),
    (lambda cq: cq.Solid.makeTorus(10, 2), {"torus": 80 * pi**2}, [4.0]),
    (lambda cq: cq.Solid.makeBox(1, 2, 3), {"plane": 22.0}, []),
])
def test_areas_of_faces_are_those_of_geometry(cq: Any, make: Any, areas: dict[str, float], diameters: list[float]) -> None:
    known, rows = numbers(make(cq))
    found: dict[str, float] = {}
    for row in rows:
        found[row.kind] = found.get(row.kind, 0.0) + row.area
    assert found == pytest.approx(areas, rel=1e-9)
    assert [row.diameter for row in rows if row.diameter] == pytest.approx(diameters)
    assert known.area == pytest.approx(sum(areas.values()), rel=1e-9)
    assert known.faces == len(rows)


def test_the_area_of_a_spline_patch_is_that_of_the_kernels_finest_integral(cq: Any) -> None:
    from OCP.BRepGProp import BRepGProp
    from OCP.GProp import GProp_GProps

    from configurator.geometry.kernel.shapes import faces_of, one_solid

    ring = one_solid(engraved(cq, "Ago"))
    rows = numbers(ring)[1]
    looked = 0
    for face, row in list(zip(faces_of(ring), rows, strict=True)):
        if row.kind == "bspline":
            properties = GProp_GProps()
            BRepGProp.SurfaceProperties_s(face, properties, 1e-9)
            assert row.area == pytest.approx(properties.Mass(), rel=1e-4)
            looked += 1
    assert looked > 20


def test_common_volume(cq: Any) -> None:
    from configurator.geometry.kernel.common import common_volume

    box = cq.Solid.makeBox(2, 2, 2)
    for shift, shared in ((1, 4.0), (2, 0.0), (5, 0.0), (0, 8.0)):
        assert common_volume(box.wrapped, box.moved(cq.Location((shift, 0, 0))).wrapped) == pytest.approx(shared, abs=1e-9)


# --- triangles


def closed(found: Mesh) -> bool:
    """Whether every edge of the welded triangles is used once in each direction."""
    import numpy as np

    _, triangles = found.welded
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    forward, backward = (np.unique(each, axis=0, return_counts=True) for each in (edges, edges[:, ::-1]))
    return bool((forward[1] == 1).all() and np.array_equal(forward[0], backward[0]))


def meshed(shape: Any, deflection: float) -> tuple[Mesh, Any]:
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    known = numbers(shape)[0]
    return mesh(one_solid(shape), known.volume, known.area, deflection), known


SOLIDS = {
    "cylinder": lambda cq: cq.Solid.makeCylinder(3, 7),
    "sphere": lambda cq: cq.Workplane().sphere(4).val(),
    "torus": lambda cq: cq.Solid.makeTorus(10, 2),
    "moved cone": lambda cq: cq.Solid.makeCone(3, 1, 4).moved(cq.Location((5, 1, 2), (1, 1, 0), 30)),
    "plate with a hole": lambda cq: cq.Workplane().box(10, 8, 2).faces(">Z").workplane().hole(3).val(),
    "engraved": lambda cq: engraved(cq, "Ida"),
}


@pytest.mark.parametrize("name", SOLIDS)
@pytest.mark.parametrize("deflection", [0.05, 0.01])
def test_triangles_are_closed_outward_and_as_near_as_promised(cq: Any, name: str, deflection: float) -> None:
    import numpy as np

    found, known = meshed(SOLIDS[name](cq), deflection)
    assert closed(found)
    assert found.volume == pytest.approx(known.volume, rel=1e-3)
    assert found.volume > 0
    assert np.allclose(np.linalg.norm(found.normals, axis=1), 1)
    a, b, c = (found.vertices[found.triangles[:, i]] for i in range(3))
    facet = np.cross(b - a, c - a)
    size = np.linalg.norm(facet, axis=1)
    facing = np.einsum("ij,ij->i", facet, found.normals[found.triangles].sum(axis=1))
    assert (facing[size > 1e-9] > 0).all()
    assert (np.diff(found.face_of_triangle) >= 0).all()
    assert set(found.face_of_triangle.tolist()) == set(range(known.faces))


@pytest.mark.parametrize(("name", "surface"), [
    ("sphere", lambda p: abs((p**2).sum(axis=1) ** 0.5 - 4)),
    ("torus", lambda p: abs((((p[:, :2]**2).sum(axis=1) ** 0.5 - 10) ** 2 + p[:, 2]**2) ** 0.5 - 2)),
])
@pytest.mark.parametrize("deflection", [0.1, 0.02])
def test_no_point_of_a_triangle_is_further_off_than_promised(cq: Any, name: str, surface: Any, deflection: float) -> None:
    import numpy as np

    found, _ = meshed(SOLIDS[name](cq), deflection)
    corners = found.vertices[found.triangles]
    steps = [(i / 6, j / 6) for i in range(7) for j in range(7 - i)]
    points = np.concatenate([corners[:, 0] * (1 - u - v) + corners[:, 1] * u + corners[:, 2] * v for u, v in steps])
    assert surface(found.vertices).max() < 1e-9
    assert surface(points).max() <= deflection


def test_meshing_leaves_nothing_in_the_shape_and_can_be_repeated(cq: Any) -> None:
    import numpy as np
    from OCP.BRep import BRep_Tool
    from OCP.TopLoc import TopLoc_Location

    sphere = cq.Solid.makeCylinder(3, 7)
    fine, _ = meshed(sphere, 0.0002)
    coarse, _ = meshed(sphere, 0.1)
    again, _ = meshed(sphere, 0.0002)
    assert len(coarse.triangles) < len(fine.triangles)
    assert np.array_equal(fine.vertices, again.vertices)
    assert all(BRep_Tool.Triangulation_s(face.wrapped, TopLoc_Location()) is None for face in sphere.Faces())


def test_edges_are_those_of_the_part_without_seams(cq: Any) -> None:
    import numpy as np

    cylinder, _ = meshed(cq.Solid.makeCylinder(3, 7), 0.01)
    lines = np.split(cylinder.edge_points, cylinder.edge_starts[1:-1])
    assert len(lines) == 2  # two circles; the seam is no edge
    for line in lines:
        assert np.allclose(np.hypot(line[:, 0], line[:, 1]), 3)
        assert np.allclose(line[0], line[-1])
    assert len(meshed(cq.Workplane().sphere(4).val(), 0.01)[0].edge_starts) == 1
    box, _ = meshed(cq.Solid.makeBox(1, 1, 1), 0.01)
    assert len(box.edge_starts) == 13


# --- letters


RADIUS, DEPTH, HEIGHT = 20.0, 0.1, 2.0
BLANK = pi * (22**2 - 20**2) * 6


def blank(*, flipped: bool = False, turn: float = 0.0) -> Any:
    import cadquery

    tube = cadquery.Workplane().circle(22).circle(RADIUS).extrude(6).translate((0, 0, -3))
    tube = tube.rotate((0, 0, 0), (1, 0, 0), 180) if flipped else tube
    return tube.rotate((0, 0, 0), (0, 0, 1), turn) if turn else tube


def revolved() -> Any:
    from configurator.geometry.kernel import solids

    return solids.revolved([(RADIUS, -3), (22, -3), (22, 3), (RADIUS, 3)])


def engraved(cq: Any, text: str, at: float = 180.0, tube: Any = None) -> Any:
    from configurator.geometry.kernel import solids

    return solids.engraved_inside(tube or revolved(), text, radius=RADIUS, height=HEIGHT, depth=DEPTH, at=at).val()


def ink(text: str) -> float:
    """Area of the letters, mm2: the outlines as polygons, by the even-odd rule (counters run the other way)."""
    import numpy as np

    total = 0.0
    for contour in SANS.outlines(text):
        x, y = np.array([point_on(segment, i / 200) for segment in contour for i in range(200 if len(segment) > 2 else 1)]).T
        total += float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
    return abs(total) * HEIGHT**2


CUTTABLE = "".join(chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x100)) if SANS.has(chr(code)))
LINES = [CUTTABLE[start:start + 24] for start in range(0, len(CUTTABLE), 24)]


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_every_letter_is_cut_as_exact_geometry(cq: Any, line: str) -> None:
    from OCP.BRepGProp import BRepGProp
    from OCP.GProp import GProp_GProps

    from configurator.geometry.kernel.shapes import one_solid, unsound

    solid = one_solid(engraved(cq, line))
    assert unsound(solid) == ""
    properties = GProp_GProps()
    BRepGProp.VolumeProperties_s(solid, properties, 1e-7)
    expected = ink(line) * DEPTH * (1 + DEPTH / (2 * RADIUS))
    assert BLANK - properties.Mass() == pytest.approx(expected, rel=1e-3)
    # what a build measures, with the kernel's plain integral, is as good for the whole part
    assert numbers(solid)[0].volume == pytest.approx(BLANK - expected, rel=1e-5)


@pytest.mark.parametrize("at", [180.0, 90.0, -75.0, 250.0])
@pytest.mark.parametrize("tube", ["revolved", "plain", "flipped", "turned"])
def test_letters_are_the_same_wherever_the_bore_begins_and_points(cq: Any, tube: str, at: float) -> None:
    """The foot of the "L" lies on the side of the smaller angle, at its lower end: it reads from inside with Z up."""
    from configurator.geometry.kernel.shapes import one_solid, unsound

    base = {"revolved": revolved, "plain": blank, "flipped": lambda: blank(flipped=True), "turned": lambda: blank(turn=130)}
    start = {"turned": at + 130}.get(tube, at)
    solid = engraved(cq, "L", start, base[tube]())
    assert unsound(one_solid(solid)) == ""
    assert pytest.approx(ink("L") * DEPTH * (1 + DEPTH / (2 * RADIUS)), rel=1e-4) == BLANK - solid.Volume()
    floors = [face for face in solid.Faces() if face.geomType() == "CYLINDER" and abs(face.Area() - ink("L") * 1.005) < 0.02]
    (floor,) = floors
    corners = [(((degrees(atan2(v.Y, v.X)) - start + 180) % 360 - 180), v.Z) for v in floor.Vertices()]
    low, high = (pick(z for _, z in corners) for pick in (min, max))
    assert (low, high) == (pytest.approx(-HEIGHT / 2, abs=1e-5), pytest.approx(HEIGHT / 2, abs=1e-5))
    foot = [angle for angle, z in corners if z < low + 1e-4]
    head = [angle for angle, z in corners if z > high - 1e-4]
    assert min(foot) < min(head) - 0.5  # the foot reaches further towards smaller angles than the stem
    assert max(foot) == pytest.approx(max(head), abs=1e-3)  # and the stem stands at the larger angle
    assert (min(foot) + max(foot)) / 2 == pytest.approx(0, abs=1e-3)


def test_letters_follow_each_other_towards_smaller_angles(cq: Any) -> None:
    solid = engraved(cq, "IL")
    floors = [face for face in solid.Faces() if face.geomType() == "CYLINDER" and face.Area() < 20]
    of_area = {letter: next(face for face in floors if abs(face.Area() - ink(letter) * 1.005) < 0.02) for letter in "IL"}
    angle = {letter: degrees(atan2(face.Center().y, face.Center().x)) % 360 for letter, face in of_area.items()}
    assert angle["I"] > 180 > angle["L"]


def test_a_text_that_does_not_fit_is_refused(cq: Any) -> None:
    with pytest.raises(BuildFailed, match=r"the engraving is [\d.]+ mm long; the bore has room for 113\.10 mm"):
        engraved(cq, "W" * 60)
    from configurator.geometry.kernel import solids

    with pytest.raises(BuildFailed, match="0 bores of radius 19 mm about Z were found"):
        solids.engraved_inside(revolved(), "L", radius=19, height=2, depth=0.1)
    with pytest.raises(BuildFailed, match="0 bores"):  # the outside is no bore
        solids.engraved_inside(revolved(), "L", radius=22, height=2, depth=0.1)
    with pytest.raises(BuildFailed, match="would cross the seam of the bore"):
        engraved(cq, "WWW", at=0.0)


def test_nothing_written_is_nothing_cut(cq: Any) -> None:
    assert engraved(cq, "").Volume() == pytest.approx(BLANK, rel=1e-12)


@pytest.mark.parametrize("name", [*SOLIDS, "rounded"])
def test_step_says_the_same_volume_when_it_is_read_again(cq: Any, name: str) -> None:
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.step import reread, write_raw

    more = {"rounded": lambda cq: cq.Workplane().box(4, 5, 6).edges().fillet(0.7).val()}
    solid = one_solid((SOLIDS | more)[name](cq))
    (found,) = reread(write_raw(solid))
    assert found.volume == pytest.approx(numbers(solid)[0].volume, rel=1e-6)
    assert (found.solids, found.shells_closed, found.valid, found.faces) == (1, True, True, numbers(solid)[0].faces)


def test_a_profile_is_turned_with_its_arcs_and_fillets(cq: Any) -> None:
    from configurator.geometry.kernel import solids

    half_round = solids.revolved([(5, -1), ((6, 0), (5, 1))])
    assert half_round.val().Volume() == pytest.approx(2 * pi * (5 + 4 / (3 * pi)) * pi / 2, rel=1e-9)
    broken = solids.revolved([(5, 0), (6, 0), (6, 1), (5, 1)], fillets=[((6, 1), 0.2)])
    cut = 0.04 * (1 - pi / 4)
    centroid = 6 - 0.2 * (10 - 3 * pi) / (12 - 3 * pi)
    assert broken.val().Volume() == pytest.approx(pi * 11 - 2 * pi * centroid * cut, rel=1e-9)
    with pytest.raises(BuildFailed, match=r"no corner at r = 7, z = 1"):
        solids.revolved([(5, 0), (6, 0), (6, 1), (5, 1)], fillets=[((7, 1), 0.2)])


def test_placements_are_those_of_the_kernel(cq: Any) -> None:
    from configurator import Placement
    from configurator.geometry.kernel.build import location

    def of(place: Placement) -> Any:
        return cq.Location(location([value for row in place.matrix() for value in row]))

    assert of(Placement(1, 2, 3, 30, 40, 50)).toTuple()[0] == pytest.approx((1, 2, 3))
    matrix = of(Placement(turn=30)).wrapped.Transformation()
    assert (matrix.Value(1, 1), matrix.Value(2, 1)) == pytest.approx((cos(radians(30)), sin(radians(30))))


@pytest.mark.parametrize(("radius", "height"), [(6.6, 1.8), (9.0, 3.0)])
def test_every_letter_can_be_cut_into_small_rings_and_large(cq: Any, radius: float, height: float) -> None:
    from configurator.geometry.kernel import solids
    from configurator.geometry.kernel.shapes import one_solid, unsound

    tube = solids.revolved([(radius, -3), (radius + 2, -3), (radius + 2, 3), (radius, 3)])
    bad = [letter for letter in CUTTABLE
           if unsound(one_solid(solids.engraved_inside(tube, letter, radius=radius, height=height, depth=0.1)))]
    assert bad == []
