"""Pieces joined to turned bodies and bores through them: exact, valid, and read alike by another reader."""

from __future__ import annotations

from math import asin, pi, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator import cq, solids
from configurator.errors import BuildFailed

pytestmark = pytest.mark.xdist_group("kernel")
RING = [(15.0, 0.0), (20.0, 0.0), (20.0, 8.0), (15.0, 8.0)]
RING_VOLUME = pi * (20**2 - 15**2) * 8


def looked_at(shape: cq.Workplane):
    """Numbers and face rows of a sound solid."""
    from configurator.geometry.kernel.measure import measured
    from configurator.geometry.kernel.shapes import one_solid, unsound

    solid = one_solid(shape)
    assert unsound(solid) == ""
    return measured(solid)


def volume_of(shape: cq.Workplane) -> float:
    return looked_at(shape)[0].volume


def reread(shape: cq.Workplane, folder: Path) -> float:
    """Volume by the kernel's default integration after STEP."""
    from configurator.geometry.kernel.shapes import one_solid
    from configurator.geometry.kernel.step import write_raw

    file = folder / "shape.step"
    file.write_bytes(write_raw(one_solid(shape)))
    found = cq.importers.importStep(str(file))
    assert found.solids().size() == 1
    return float(found.solids().val().Volume())


def post(x0: float = 18.0) -> cq.Workplane:
    """A box 4 wide and 3 high that begins inside the ring's wall and reaches out to x = 24."""
    return cq.Workplane(obj=cq.Solid.makeBox(24 - x0, 4, 3, cq.Vector(x0, -2, 2)))


def outside_of_post() -> float:
    """Closed form of what of the post lies beyond r = 20: 6 long from x = 18, less its part within the circle."""
    inside = 2 * sqrt(20**2 - 2**2) + 20**2 * asin(2 / 20)  # of x(y) over |y| < 2
    return 3 * (24 * 4 - inside)


def test_a_piece_adds_exactly_what_lies_beyond_the_flank(tmp_path):
    body = solids.revolved(RING, seam=90)
    piece = solids.trimmed(post(), outside=20)
    assert volume_of(piece) == pytest.approx(outside_of_post(), rel=1e-9)
    whole = solids.joined(body, piece, piece.mirror("YZ"))
    expected = RING_VOLUME + 2 * outside_of_post()
    assert volume_of(whole) == pytest.approx(expected, rel=1e-9)
    assert reread(whole, tmp_path) == pytest.approx(expected, rel=1e-8)


def test_joining_is_what_the_kernel_would_unite():
    body, piece = solids.revolved(RING, seam=90), solids.trimmed(post(), outside=20)
    united = body.union(post(), clean=False)
    assert volume_of(solids.joined(body, piece)) == pytest.approx(volume_of(united), rel=1e-6)


def test_the_host_keeps_its_faces_and_only_one_is_opened():
    body, piece = solids.revolved(RING, seam=90), solids.trimmed(post(), outside=20)
    assert looked_at(body)[0].faces == 4
    assert looked_at(solids.joined(body, piece))[0].faces == 4 + 5


def test_a_piece_on_a_plane_face():
    body = solids.revolved(RING)
    stud = cq.Workplane("XY", origin=(17, 0, 8)).circle(1).extrude(2)
    assert volume_of(solids.joined(body, stud)) == pytest.approx(RING_VOLUME + 2 * pi, rel=1e-9)


@pytest.mark.parametrize(("piece", "words"), [
    (lambda: solids.trimmed(post(), outside=20.5), "meets the shape with no face"),
    (lambda: cq.Workplane(obj=cq.Solid.makeBox(2, 2, 2, cq.Vector(40, 0, 0))), "meets the shape with no face"),
])
def test_a_piece_that_does_not_touch_is_refused(piece, words):
    with pytest.raises(BuildFailed, match=words):
        solids.joined(solids.revolved(RING, seam=90), piece())


def test_a_piece_across_the_seam_is_refused():
    with pytest.raises(BuildFailed, match="seam"):
        solids.joined(solids.revolved(RING, seam=0), solids.trimmed(post(), outside=20))


def test_an_extruded_outline_is_exact_and_equal_to_the_last_bit():
    half_disc = [(0.0, 0.0), (4.0, 0.0), ((4 + sqrt(0.5), 1 - sqrt(0.5)), (5.0, 1.0)), (5.0, 3.0), (0.0, 3.0)]
    shapes = [solids.extruded(half_disc, plane="YZ", at=2, length=1.5) for _ in range(8)]
    corners = {tuple((v.X, v.Y, v.Z) for v in shape.val().Vertices()) for shape in shapes}
    assert len(corners) == 1
    assert volume_of(shapes[0]) == pytest.approx(1.5 * (15 - (1 - pi / 4)), rel=1e-12)
    assert (shapes[0].val().BoundingBox().xmin, shapes[0].val().BoundingBox().ymax) == pytest.approx((2, 5), abs=1e-6)


def hole_volume(radius: float, outer: float, inner: float) -> float:
    """Of a radial cylinder between two coaxial ones, by fine quadrature of its chords (Gauss-Chebyshev)."""
    from numpy import cos, linspace

    n = 4000
    y = radius * cos((linspace(1, n, n) - 0.5) * pi / n)
    depth = (outer**2 - y**2)**0.5 - (inner**2 - y**2)**0.5
    return float(2 * (pi / n) * ((radius**2 - y**2) * depth).sum())


@settings(max_examples=20, deadline=None)
@given(radius=st.floats(0.2, 3.5), z=st.floats(3.6, 4.4), at=st.floats(-80, 80))
def test_a_radial_bore_takes_its_exact_volume(radius, z, at):
    made = solids.bored(solids.revolved(RING, seam=180), radius=radius, z=z, outer=20, inner=15, at=at)
    assert volume_of(made) == pytest.approx(RING_VOLUME - hole_volume(radius, 20, 15), rel=1e-8)


def test_a_radial_bore_is_one_cylinder_and_reads_alike(tmp_path):
    from configurator.geometry.kernel.meshing import mesh
    from configurator.geometry.kernel.shapes import one_solid

    made = solids.bored(solids.revolved(RING, seam=90), radius=1, z=4, outer=20, inner=15)
    numbers, rows = looked_at(made)
    assert [row.diameter for row in rows if row.kind == "cylinder"].count(2.0) == 1
    assert reread(made, tmp_path) == pytest.approx(numbers.volume, rel=1e-9)
    found = mesh(one_solid(made), numbers.volume, numbers.area, 0.01)
    assert found.volume == pytest.approx(numbers.volume, rel=1e-3)


@pytest.mark.parametrize(("named", "words"), [
    ({"radius": 1, "z": 7.5}, "0 cylinders of radius 20"), ({"radius": 1, "z": 4, "inner": 14}, "0 cylinders of radius 14"),
    ({"radius": 16, "z": 4}, "cannot lead"), ({"radius": 1, "z": 4, "at": 90}, "seam")])
def test_a_bore_that_cannot_be_is_refused(named, words):
    with pytest.raises(BuildFailed, match=words):
        solids.bored(solids.revolved(RING, seam=90), **({"outer": 20, "inner": 15} | named))
