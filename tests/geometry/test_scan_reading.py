"""Scans are read whatever wrote them, and what cannot be read is refused by what is wrong with it."""

from __future__ import annotations

import io
import math
import struct
import zipfile

import numpy as np  # noqa: TID253
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from configurator.errors import ScanRefused
from configurator.geometry.scan.caps import Caps
from configurator.geometry.scan.reading import read
from configurator.texts import LANGUAGES

CAPS = Caps()


@pytest.fixture(scope="module")
def leg(limbs):
    points, triangles = limbs.Leg().mesh(24, 20)
    return np.round(points, 4), triangles


def same(mesh, points, triangles) -> bool:
    """The same triangles in the same order, as near as a float32 holds."""
    return mesh.triangles.shape == triangles.shape and np.allclose(mesh.points[mesh.triangles], points[triangles], atol=1e-4)


FILES = {
    "stl": lambda limbs, p, t: limbs.stl(p, t),
    "stl that begins with solid": lambda limbs, p, t: limbs.stl(p, t, b"solid facet normal"),
    "stl text": lambda limbs, p, t: limbs.stl_text(p, t),
    "stl text, plain numbers": lambda limbs, p, t: limbs.stl_text(p, t, "%.4f"),
    "stl text, capitals": lambda limbs, p, t: limbs.stl_text(p, t).upper(),
    "stl text, carriage returns": lambda limbs, p, t: limbs.stl_text(p, t).replace(b"\n", b"\r\n"),
    "stl text, tabs": lambda limbs, p, t: limbs.stl_text(p, t).replace(b" vertex ", b"\tvertex\t"),
    "stl text, normals that are no numbers": lambda limbs, p, t: limbs.stl_text(p, t).replace(b"normal 0 0 1", b"normal nan nan nan"),
    "stl text, normals left out": lambda limbs, p, t: limbs.stl_text(p, t).replace(b" normal 0 0 1", b""),
    "stl text, numbers in the name": lambda limbs, p, t: limbs.stl_text(p, t).replace(b"solid leg of a person", b"solid 12 3.5e3 v2"),
    "stl text, two solids": lambda limbs, p, t: limbs.stl_text(p, t[:100]) + limbs.stl_text(p, t[100:]),
    "obj": lambda limbs, p, t: limbs.obj(p, t),
    "obj, texture": lambda limbs, p, t: limbs.obj(p, t, "{0}/7"),
    "obj, normals": lambda limbs, p, t: limbs.obj(p, t, "{0}//{0}"),
    "obj, all": lambda limbs, p, t: limbs.obj(p, t, "{0}/3/{0}"),
    "obj, counted back": lambda limbs, p, t: limbs.obj(p, t, "{1}"),
    "obj, counted back with texture": lambda limbs, p, t: limbs.obj(p, t, "{1}/-1/-1"),
    "obj, carriage returns": lambda limbs, p, t: limbs.obj(p, t, end="\r\n"),
    "obj, carriage returns only": lambda limbs, p, t: limbs.obj(p, t, end="\r"),
    "obj, indented": lambda limbs, p, t: limbs.obj(p, t).replace(b"\nf ", b"\n  f "),
    "obj, remarks": lambda limbs, p, t: limbs.obj(p, t).replace(b"\nf ", b"\n# f 1 2 3\nf ").replace(b" 3\n", b" 3 # here\n"),
    "obj, lines that go on": lambda limbs, p, t: limbs.obj(p, t).replace(b"\nf ", b"\nf \\\n"),
    "obj, no end of the last line": lambda limbs, p, t: limbs.obj(p, t).rstrip(),
    "obj, texture here and there": lambda limbs, p, t: limbs.obj(p, t).replace(b"f 5 ", b"f 5/2 ").replace(b"f 9 ", b"f 9//4 "),
    "obj, colours and weights": lambda limbs, p, t: limbs.obj(p, t).replace(b"0\nv", b"0 0.5 0.5 0.5\nv"),
    "obj, texture and normals in lines": lambda limbs, p, t: limbs.obj(p, t).replace(b"\nf 1 ", b"\nvt 0 1\nvn 0 0 1\nvp 1\nf 1 "),
    "ply": lambda limbs, p, t: limbs.ply(p, t),
    "ply, big-endian": lambda limbs, p, t: limbs.ply(p, t, ">"),
    "ply, text": lambda limbs, p, t: limbs.ply(p, t, ""),
    "ply, other types": lambda limbs, p, t: limbs.ply(p, t, "<", "uint", "ushort"),
    "ply, other types, big-endian": lambda limbs, p, t: limbs.ply(p, t, ">", "short", "uint"),
    "ply, carriage returns in the header": lambda limbs, p, t: crlf(limbs.ply(p, t)),
    "ply, trailing blank": lambda limbs, p, t: limbs.ply(p, t) + b"\n",
}


def crlf(data: bytes) -> bytes:
    end = data.index(b"end_header\n") + 11
    return data[:end].replace(b"\n", b"\r\n") + data[end:]


@pytest.mark.parametrize("name", FILES)
def test_every_kind_is_read(limbs, leg, name):
    assert same(read(FILES[name](limbs, *leg), CAPS), *leg)


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mesh_comes_back_from_every_kind(limbs, data):
    count = data.draw(st.integers(4, 30))
    coordinate = st.floats(-900, 900, width=32).map(lambda value: round(value, 3))
    points = np.array(data.draw(st.lists(st.tuples(coordinate, coordinate, coordinate), min_size=count, max_size=count)))
    points[:4] = [[0, 0, 0], [500, 0, 0], [0, 500, 0], [0, 0, 500]]  # never flat
    rows = data.draw(st.lists(st.lists(st.integers(0, count - 1), min_size=3, max_size=3), min_size=1, max_size=40))
    triangles = np.array([[0, 1, 2], [0, 2, 3], *rows])
    for name in ("stl", "stl text", "obj", "obj, all", "ply", "ply, big-endian", "ply, text"):
        mesh = read(FILES[name](limbs, points, triangles), CAPS)
        assert np.allclose(mesh.points[mesh.triangles], points[triangles], rtol=1e-6, atol=1e-4), name


POLYGONS = [[0, 1, 2, 3, 4], [5, 6, 7], [8, 9, 10, 11]]
FANS = [[0, 1, 2], [0, 2, 3], [0, 3, 4], [5, 6, 7], [8, 9, 10], [8, 10, 11]]


def polygons_ply(order: str, points, more: str = "") -> bytes:
    """Properties in an odd order, an element in between, another list before the corners."""
    form = {"": "ascii", "<": "binary_little_endian", ">": "binary_big_endian"}[order]
    head = (f"ply\nformat {form} 1.0\nobj_info x\nelement face 3\nproperty list uchar short ignored\nproperty uchar flag\n"
            f"property list ushort uint vertex_index\n{more}element odd 2\nproperty double a\nelement vertex {len(points)}\n"
            "property uchar red\nproperty double z\nproperty float y\nproperty float x\nend_header\n").encode()
    if not order:
        rows = [f"2 7 8 1 {len(each)} " + " ".join(map(str, each)) for each in POLYGONS] + ["0.5", "1.5"]
        rows += [f"9 {z!r} {y!r} {x!r}" for x, y, z in points.tolist()]
        return head + "\n".join(rows).encode()
    body = b"".join(struct.pack(f"{order}BhhBH{len(each)}I", 2, 7, 8, 1, len(each), *each) for each in POLYGONS)
    body += struct.pack(order + "2d", 0.5, 1.5) + b"".join(struct.pack(order + "Bdff", 9, z, y, x) for x, y, z in points.tolist())
    return head + body


@pytest.mark.parametrize("order", ["", "<", ">"])
def test_ply_in_any_order_with_polygons(order):
    points = np.random.default_rng(4).integers(-400, 400, (12, 3)).astype(float)
    mesh = read(polygons_ply(order, points), CAPS)
    assert mesh.triangles.tolist() == FANS
    assert (mesh.points == points).all()


def test_obj_polygons_become_fans_wherever_they_stand():
    points = np.random.default_rng(4).integers(-400, 400, (12, 3)).tolist()
    rows = [f"v {x} {y} {z}" for x, y, z in points[:8]] + ["f -8 -7 -6 -5 -4", "f 6 7 8", "f 1 2"]
    rows += [f"v {x} {y} {z}" for x, y, z in points[8:]] + ["f -4 -3 -2 -1"]
    assert read("\n".join(rows).encode(), CAPS).triangles.tolist() == FANS


def zipped(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("leg.stl", data)
    return file.getvalue()


def ply_head(vertices: object, faces: object, more: str = "") -> bytes:
    return (f"ply\nformat binary_little_endian 1.0\nelement vertex {vertices}\nproperty float x\nproperty float y\nproperty float z\n"
            f"element face {faces}\nproperty list uchar int vertex_indices\n{more}end_header\n").encode()


WRONG = {
    "empty": (lambda limbs, p, t: b"", "scan.empty"),
    "text called stl": (lambda limbs, p, t: b"This is a letter to the prosthetist.\n" * 40, "scan.not_a_mesh"),
    "text that begins with solid": (lambda limbs, p, t: b"solid advice: " + b"drink water. " * 40, "scan.not_a_mesh"),
    "zeros": (lambda limbs, p, t: bytes(5000), "scan.not_a_mesh"),
    "zip": (lambda limbs, p, t: zipped(limbs.stl(p, t)), "scan.other_format"),
    "pdf": (lambda limbs, p, t: b"%PDF-1.7\n" + bytes(3000), "scan.other_format"),
    "step": (lambda limbs, p, t: b"ISO-10303-21;\nHEADER;\n", "scan.other_format"),
    "stl cut off": (lambda limbs, p, t: limbs.stl(p, t)[:-1], "scan.cut_off"),
    "stl counts too much": (lambda limbs, p, t: limbs.stl(p, t)[:80] + b"\xff\xff\xff\xff" + limbs.stl(p, t)[84:], "scan.cut_off"),
    "stl counts too little": (lambda limbs, p, t: limbs.stl(p, t)[:80] + b"\x07\0\0\0" + limbs.stl(p, t)[84:], "scan.false_count"),
    "stl of nothing": (lambda limbs, p, t: limbs.stl(p, t[:0]), "scan.no_triangles"),
    "stl nan": (lambda limbs, p, t: limbs.stl(np.where(p == p[5], np.nan, p), t), "scan.not_finite"),
    "stl inf": (lambda limbs, p, t: limbs.stl(np.where(p == p[5], np.inf, p), t), "scan.not_finite"),
    "stl far": (lambda limbs, p, t: limbs.stl(np.where(p == p[5], 1e30, p), t), "scan.far"),
    "stl flat": (lambda limbs, p, t: limbs.stl(p * [1, 1, 0], t), "scan.flat"),
    "stl a point": (lambda limbs, p, t: limbs.stl(p * 0 + 5, t), "scan.flat"),
    "text stl cut off": (lambda limbs, p, t: limbs.stl_text(p, t)[:-40], "scan.cut_off_text"),
    "text stl of nothing": (lambda limbs, p, t: b"solid leg\nendsolid leg\n", "scan.no_triangles"),
    "text stl without a corner": (lambda limbs, p, t: text_stl_spoilt(limbs, p, t, None), "scan.facets_broken"),
    "text stl nan": (lambda limbs, p, t: limbs.stl_text(np.where(p == p[5], np.nan, p), t), "scan.not_finite"),
    "text stl, nan as Windows writes it": (lambda limbs, p, t: text_stl_spoilt(limbs, p, t, b"1.#QNAN"), "scan.text_broken"),
    "text stl, half a number": (lambda limbs, p, t: text_stl_spoilt(limbs, p, t, b"1.2.3"), "scan.text_broken"),
    "text stl, a word for a number": (lambda limbs, p, t: text_stl_spoilt(limbs, p, t, b"far"), "scan.text_broken"),
    "obj without faces": (lambda limbs, p, t: limbs.obj(p, t[:0]), "scan.points_only"),
    "obj index too large": (lambda limbs, p, t: limbs.obj(p, t + 10), "scan.index_false"),
    "obj index too small": (lambda limbs, p, t: limbs.obj(p, t, "-{0}000"), "scan.index_false"),
    "obj index zero": (lambda limbs, p, t: limbs.obj(p, t - 1), "scan.index_zero"),
    "obj index huge": (lambda limbs, p, t: limbs.obj(p, t, "{0}99999999999999999999"), "scan.line_broken"),
    "obj half an index": (lambda limbs, p, t: limbs.obj(p, t, "{0}.5"), "scan.line_broken"),
    "obj words": (lambda limbs, p, t: limbs.obj(p, t).replace(b"\nf 5 ", b"\nf five "), "scan.text_broken"),
    "obj a corner with two numbers": (lambda limbs, p, t: b"v 1 2\n" + limbs.obj(p, t), "scan.line_broken"),
    "obj nan": (lambda limbs, p, t: b"v nan 0 0\n" + limbs.obj(p, t), "scan.not_finite"),
    "obj inf": (lambda limbs, p, t: b"v 1e999 0 0\n" + limbs.obj(p, t), "scan.not_finite"),
    "ply cut off": (lambda limbs, p, t: limbs.ply(p, t)[:-1], "scan.bytes_missing"),
    "ply text cut off": (lambda limbs, p, t: limbs.ply(p, t, "")[:-30], "scan.rows_missing"),
    "ply text too long": (lambda limbs, p, t: limbs.ply(p, t, "") + b"3 1 2 3\n", "scan.rows_over"),
    "ply too long": (lambda limbs, p, t: limbs.ply(p, t) + b"3 1 2 3\n", "scan.bytes_over"),
    "ply without an end of the header": (lambda limbs, p, t: limbs.ply(p, t).replace(b"end_header", b"end_heater"), "scan.header_endless"),
    "ply nan": (lambda limbs, p, t: limbs.ply(np.where(p == p[5], np.nan, p), t), "scan.not_finite"),
    "ply points": (lambda limbs, p, t: limbs.ply(p, t[:0]), "scan.points_only"),
    "ply index": (lambda limbs, p, t: limbs.ply(p, t + 10), "scan.index_false"),
    "ply negative index": (lambda limbs, p, t: limbs.ply(p, t - 1), "scan.index_false"),
    "ply counts too many corners": (lambda limbs, p, t: ply_head(10 ** 12, 3) + bytes(100), "scan.bytes_missing"),
    "ply counts too many faces": (lambda limbs, p, t: ply_head(3, 10 ** 9) + bytes(100), "scan.too_many"),
    "ply counts a little too many": (lambda limbs, p, t: ply_head(3, 10 ** 6) + bytes(100), "scan.bytes_missing"),
    "ply a list too long": (lambda limbs, p, t: ply_head(3, 1) + bytes(36) + b"\xff" + bytes(40), "scan.bytes_missing"),
    "ply an odd line": (lambda limbs, p, t: ply_head(3, 1, "colour red\n") + bytes(100), "scan.header_line"),
    "ply counts minus": (lambda limbs, p, t: ply_head(-3, 1) + bytes(100), "scan.header_line"),
    "ply counts words": (lambda limbs, p, t: ply_head("many", 1) + bytes(100), "scan.header_line"),
    "ply a name twice": (lambda limbs, p, t: ply_head(3, 1, "property int vertex_indices\n") + bytes(100), "scan.header_line"),
    "ply nothing in a row": (lambda limbs, p, t: ply_head(0, 0, "element odd 999999999999\n"), "scan.points_only"),
    "ply no corners": (lambda limbs, p, t: limbs.ply(p, t).replace(b"float z", b"float w"), "scan.no_corners"),
}


def text_stl_spoilt(limbs, points, triangles, word: bytes | None) -> bytes:
    """The first corner with `word` for a number; None: without the corner."""
    rows = limbs.stl_text(points, triangles).split(b"\n")
    rows[3:4] = [] if word is None else [b"  vertex 1 2 " + word]
    return b"\n".join(rows)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_used_is_refused_by_its_reason(limbs, leg, name):
    make, code = WRONG[name]
    with pytest.raises(ScanRefused) as caught:
        read(make(limbs, *leg), CAPS)
    assert [note.code for note in caught.value.notes] == [code]
    said = [caught.value.say(language) for language in LANGUAGES]
    assert len(set(said)) == 3
    assert all(len(each) < 400 for each in said)


@pytest.mark.parametrize("name", ["stl", "stl text", "obj", "ply", "ply, text"])
def test_caps_hold_for_every_kind(limbs, leg, name):
    data, count = FILES[name](limbs, *leg), len(leg[1])
    assert same(read(data, Caps(len(data), count)), *leg)
    for caps, code in ((Caps(len(data) - 1, count), "scan.too_large"), (Caps(len(data), count - 1), "scan.too_many")):
        with pytest.raises(ScanRefused) as caught:
            read(data, caps)
        assert caught.value.notes[0].code == code


def test_a_polygon_of_many_corners_counts_as_its_triangles():
    ring = [(100 * math.cos(i), 100 * math.sin(i), i % 7 * 30.0) for i in range(500)]
    data = "\n".join([*(f"v {x} {y} {z}" for x, y, z in ring), "f " + " ".join(str(i + 1) for i in range(500))]).encode()
    assert len(read(data, Caps(triangles=498)).triangles) == 498
    with pytest.raises(ScanRefused, match="497"):
        read(data, Caps(triangles=497))


@given(st.binary(max_size=2000), st.sampled_from([b"", b"ply\n", b"solid x\nfacet", b"v 1 2 3\nf ", bytes(80), b"ply\nformat ascii 1.0\n"]))
@settings(max_examples=300)
def test_random_bytes_are_refused_and_nothing_else_happens(data, head):
    with pytest.raises(ScanRefused):
        read(head + data, CAPS)


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_spoilt_file_is_read_or_refused_and_nothing_else_happens(limbs, data):
    points, triangles = limbs.Leg().mesh(6, 8)
    content = bytearray(FILES[data.draw(st.sampled_from(sorted(FILES)))](limbs, np.round(points, 4), triangles))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))):]
    for _ in range(data.draw(st.integers(0, 6))):
        if content:
            place = data.draw(st.integers(0, min(len(content) - 1, data.draw(st.sampled_from([300, 10 ** 6])))))
            content[place] = data.draw(st.sampled_from([0, 9, 10, 32, 45, 46, 47, 48, 57, 101, 255]))
    try:
        mesh = read(bytes(content), CAPS)
    except ScanRefused:
        return
    assert np.isfinite(mesh.points).all()
    assert mesh.triangles.min() >= 0
    assert mesh.triangles.max() < len(mesh.points)
