"""Characteristics on real solids: the faces they sit on and what is measured there, against sizes known in closed form."""

from __future__ import annotations

import re
import textwrap
from math import atan, degrees, sqrt
from pathlib import Path
from typing import Any

import pytest

from configurator import BuildError, characteristics, faces, load_template
from configurator.errors import BuildFailed
from configurator.geometry.answers import FaceRow
from configurator.geometry.client import Geometry
from configurator.geometry.controlled import FaceIndex, Found, found, lies_on
from configurator.product.catalogue import load_folder

pytestmark = pytest.mark.xdist_group("kernel")


@pytest.fixture(scope="module")
def cq() -> Any:
    import cadquery

    return cadquery


def index(shape: Any) -> FaceIndex:
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid

    known, rows = measured(one_solid(shape))
    return FaceIndex(rows, known)


def sought(shape: Any, each: characteristics.Characteristic) -> Found:
    return found("block", [each], index(shape))[0]


@pytest.fixture(scope="module")
def block(cq: Any) -> Any:
    """40 x 20 x 10 about the origin; two bores of 6 mm through it, 24 mm apart; one edge bevelled by 2 mm."""
    made = cq.Workplane().box(40, 20, 10).edges("|Y and >X and >Z").chamfer(2)
    return made.faces("<Z").workplane().pushPoints([(-14, 0), (10, 0)]).hole(6)


BORE, OTHER = faces.cylinder(6, through=(-14, 0, 7)), faces.cylinder(6, through=(10, 0, 0))
LEFT, TOP, FOOT = faces.plane("-x", -20), faces.plane("+z", 5), faces.plane("-z", -5)
BEVEL = faces.plane((1, 0, 1), 23 / sqrt(2))


@pytest.mark.parametrize(("each", "measured"), [
    (characteristics.diameter("bore", 6, BORE, fit="H7", count=2), 6),
    (characteristics.distance("height", 10, FOOT, TOP), 10),
    (characteristics.distance("edge", 6, LEFT, BORE), 6),
    (characteristics.distance("edge", 6, BORE, LEFT), 6),
    (characteristics.distance("centres", 24, BORE, OTHER), 24),
    (characteristics.distance("width", 20, faces.outermost("+y", 10), faces.outermost("-y", -10)), 20),
    (characteristics.angle("bevel", 45, BEVEL, TOP), 45),
    (characteristics.angle("bevel", 135, BEVEL, TOP), 135),
    (characteristics.thread("thread", "M6x0.5", BORE, count=2), 6),
    (characteristics.roughness("shine", 0.8, TOP), None),
    (characteristics.form("flatness", "flat", 0.02, TOP), None),
])
def test_sizes_of_a_block(block: Any, each: characteristics.Characteristic, measured: float | None) -> None:
    answer = sought(block, each)
    assert answer.measured == (None if measured is None else pytest.approx(measured, abs=1e-9))
    assert len(answer.faces) == len(each.on)
    assert all(len(on) == 1 for on in answer.faces)


def test_a_wall_lies_between_coaxial_cylinders_and_a_cone_has_its_whole_angle(cq: Any) -> None:
    tube = cq.Workplane("XZ").polyline([(5, 0), (9, 0), (7, 8), (7, 12), (5, 12)]).close().revolve(360, (0, 0, 0), (0, 1, 0))
    half = degrees(atan(2 / 8))
    slope = faces.cone(half, "-z", tip=(0, 0, 9 / 2 * 8))
    assert sought(tube, characteristics.distance("wall", 2, faces.cylinder(10), faces.cylinder(14))).measured == 2
    assert sought(tube, characteristics.angle("slope", 2 * half, slope)).measured == pytest.approx(2 * half, abs=1e-7)
    with pytest.raises(BuildFailed, match="no face of the solid does; the nearest is a cone of half angle"):
        sought(tube, characteristics.angle("slope", 2 * half, faces.cone(half, "+z", tip=(0, 0, 36))))


@pytest.mark.parametrize("bulge", [0.6, 3.0, 5.0])
def test_what_is_rounded_is_measured_where_it_ends(cq: Any, bulge: float) -> None:
    """A band with an arched outside: of a torus, and, where its arc is flatter than the band is wide, of no known surface."""
    section = cq.Workplane("XZ").moveTo(8, -5).lineTo(10, -5).threePointArc((10 + bulge, 0), (10, 5)).lineTo(8, 5).close()
    band = section.revolve(360, (0, 0, 0), (0, 1, 0))
    crest = faces.enclosing(20 + 2 * bulge)
    for each, measured in ((characteristics.diameter("outside", 20 + 2 * bulge, crest), 20 + 2 * bulge),
                           (characteristics.distance("wall", 2 + bulge, faces.cylinder(16), crest), 2 + bulge),
                           (characteristics.roughness("shine", 0.1, crest), None)):
        answer = sought(band, each)
        assert answer.measured == (None if measured is None else pytest.approx(measured, abs=1e-6))
        assert [index(band).rows[face].kind for face in answer.faces[-1]] in (["torus"], ["revolution"])
    ball = cq.Workplane().sphere(4).translate((1, 2, 3))
    tall = characteristics.distance("tall", 8, faces.outermost("+z", 7), faces.outermost("-z", -1))
    assert sought(ball, tall).faces == ((0,), (0,))


@pytest.mark.parametrize(("each", "said"), [
    (characteristics.diameter("bore", 5, faces.cylinder(5, through=(-14, 0, 0))),
     "the characteristic bore of block sits on a cylinder of diameter 5 mm through (-14, 0, 0) along (0, 0, 1), and no face of the "
     "solid does; the nearest is a cylinder of diameter 6 mm through (-14, 0, 0) along (0, 0, 1)"),
    (characteristics.diameter("ball", 5, faces.sphere(5, (0, 0, 0))), "the solid has no sphere at all"),
    (characteristics.diameter("bore", 6.1, BORE), "says 6.1 mm, and the faces it sits on measure 6; nominal and faces must come"),
    (characteristics.diameter("bore", 6, BORE, count=3), "stands for 3 equal features; the solid has 2 faces such as a cylinder of"),
    (characteristics.distance("height", 10, TOP, faces.plane("-z", -4)), "the nearest is a plane through (0, 0, -5)"),
    (characteristics.distance("slope", 10, TOP, BEVEL), "are not parallel, so there is no one distance between them"),
    (characteristics.distance("width", 20, faces.outermost("+y", 11), faces.outermost("-y", -9)), "the solid ends 1 mm before"),
    (characteristics.distance("width", 19, faces.outermost("+y", 9), faces.outermost("-y", -10)),
     "the solid reaches 1 mm beyond"),
    (characteristics.distance("inside", 10, faces.plane("+z", -5), TOP), "no face of the solid does"),
])
def test_what_does_not_fit_the_solid_is_told(block: Any, each: characteristics.Characteristic, said: str) -> None:
    with pytest.raises(BuildFailed, match=re.escape(said)):
        sought(block, each)


def test_the_index_finds_what_looking_at_every_face_finds() -> None:
    """Of an engraved watch: for the surface of every face that has a place, and beside it by less and by more than is allowed."""
    with Geometry(in_process=True) as geometry:
        answers = geometry.build(load_template("watch_case")(engraving="Lot One", bezel_style="fluted"), mesh=False)
    for answer in answers:
        known = FaceIndex(answer.faces, answer.measured)
        for row in answer.faces[::7]:
            if row.origin is not None:
                for off in (0.0, 4e-6, 1e-4):
                    surface = faced(row, off)
                    assert known.on(surface) == tuple(i for i, each in enumerate(answer.faces) if lies_on(each, surface))
                    assert off > 1e-5 or known.on(surface)


def faced(row: FaceRow, off: float) -> faces.Face:
    size = row.diameter if row.diameter is None else row.diameter + off
    point = row.apex or row.origin
    assert point is not None
    if row.kind == "plane":
        assert row.direction is not None
        point = tuple(each + off * way for each, way in zip(point, row.direction, strict=True))
    return faces.Face(row.kind, point, row.direction, size, row.ring_diameter, row.half_angle)  # type: ignore[arg-type]


WRONG = '''
    from __future__ import annotations
    from configurator import Mm, Product, characteristics, cq, faces, length, part

    class Plate(Product):
        """A plate with a bore."""
        prefix, revision = "PL", "A"
        size: Mm = length(10, 8, 20, step=1, label="Size")

        @part(material="steel", process="mill")
        def plate(self) -> cq.Workplane:
            return cq.Workplane().box(30, 30, 4).faces(">Z").workplane().hole(self.size)

        @plate.controls
        def dimensions(self):
            bore = faces.cylinder(self.size)
            return [characteristics.diameter("bore", self.size + (self.size == 12), bore, limits=(0, 0.1 * (14 - self.size)))]
'''


def test_a_build_fails_where_a_characteristic_does_not_fit(tmp_path: Path) -> None:
    (tmp_path / "template.py").write_text(textwrap.dedent(WRONG))
    template = load_folder(tmp_path)
    with Geometry(in_process=True) as geometry:
        assert [each.name for each in geometry.build(template())] == ["plate"]
        with pytest.raises(BuildError, match="part 'plate' of .*: the characteristic bore of plate says 13 mm, and the faces it "):
            geometry.build(template(size=12))
        with pytest.raises(BuildError, match=r"Plate.plate: characteristic 'bore': limits are \(lower, upper\) deviations; \(0, 0"):
            geometry.build(template(size=14))
