from __future__ import annotations

import json
import math
import pickle
import shutil
import struct
import subprocess
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.errors import PackageError, PackageRefused
from configurator.exchange import glb, gltf
from configurator.exchange.gltf import Appearance, GltfPart
from configurator.geometry.answers import EdgeRow, FaceRow
from configurator.geometry.deviation import Deviation, Spread
from configurator.product.placement import Placement

STEEL, GLASS = Appearance((0.75, 0.75, 0.8), 1.0, 0.25), Appearance((0.9, 0.95, 1.0), 0.0, 0.05, 0.3)
VALIDATE = """
const {validateBytes} = require(process.argv[1]);
validateBytes(new Uint8Array(require("fs").readFileSync(process.argv[2])), {maxIssues: 50}).then(
  report => console.log(JSON.stringify(report)), error => { console.error(error); process.exit(1); });
"""


@pytest.fixture(scope="module")
def parts(meshes):
    torus, ring = meshes.torus()
    box, planes = meshes.box(10, 20, 30, (1.0, 2.0, 3.0))
    planes = (FaceRow("cylinder", 1.5, 3.25, (0.0, 1.0, 2.0), (0.6, 0.0, 0.8)),
              FaceRow("cone", 2.5, None, (0.0, 0.0, 0.0), (0.0, 0.0, -1.0), 30.0, (0.0, 0.0, 7.25)), *planes[2:])
    return [GltfPart("WC-7K2M9QX4TB-01", "Gehäuse", STEEL, torus, ring, [Placement()]),
            GltfPart("WC-7K2M9QX4TB-02", "link", STEEL, box, planes,
                     [Placement(5, 6, 7, 90), Placement(1, 2, 3, 10, 20, 30), Placement(tilt=180)]),
            GltfPart("WC-7K2M9QX4TB-03", "glass", GLASS, meshes.box()[0], meshes.box()[1], [Placement(z=-2)]),
            GltfPart("WC-7K2M9QX4TB-04", "not used", GLASS, box, planes, [])]


@pytest.fixture(scope="module")
def validate(judge, judges_folder, tmp_path_factory):
    node = judge("node", lambda: shutil.which("node"))
    module = judges_folder / "node_modules" / "gltf-validator"
    judge("gltf-validator", lambda: module if module.is_dir() else None)

    def run(data: bytes) -> dict:
        path = tmp_path_factory.mktemp("glb") / "a.glb"
        path.write_bytes(data)
        answer = subprocess.run([node, "-e", VALIDATE, module, path], capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)

    return run


def test_khronos_validator_has_nothing_to_say(parts, validate):
    report = validate(gltf.write(parts, "Uhr", {"number": "WC-7K2M9QX4TB"}))
    assert report["issues"]["messages"] == []
    assert report["info"]["totalTriangleCount"] == 2304 + 12 + 12
    assert report["info"]["extensionsUsed"] == ["KHR_materials_unlit"]


def test_glass_lets_light_through(meshes, validate):
    mesh, faces = meshes.box()
    sapphire = Appearance((1.0, 1.0, 1.0), 0.0, 0.0, transmission=0.95, ior=1.77)
    data = gltf.write([GltfPart("a", "", sapphire, mesh, faces, [Placement()]),
                       GltfPart("b", "", STEEL, mesh, faces, [Placement(z=50)])], "", {})
    report = validate(data)
    assert report["issues"]["messages"] == []
    assert report["info"]["extensionsUsed"] == ["KHR_materials_ior", "KHR_materials_transmission", "KHR_materials_unlit"]
    glass, _, steel = glb.unpacked(data).document["materials"]
    assert glass["extensions"] == {"KHR_materials_transmission": {"transmissionFactor": 0.95},
                                   "KHR_materials_ior": {"ior": 1.77}}
    assert "extensions" not in steel
    assert "alphaMode" not in glass
    assert gltf.read(data).parts.keys() == {"a", "b"}
    for wrong in (Appearance((1, 1, 1), 0, 0, transmission=1.1), Appearance((1, 1, 1), 0, 0, ior=0.9),
                  Appearance((1, 1, 1), 0, 0, ior=math.nan)):
        with pytest.raises(PackageError, match="a has|a: "):
            gltf.write([GltfPart("a", "", wrong, mesh, faces, [Placement()])], "", {})


@pytest.mark.parametrize(("around", "across"), [(256, 254), (255, 255)])
def test_khronos_validator_accepts_both_widths_of_index(meshes, validate, around, across):
    mesh, faces = meshes.torus(around=around, across=across)
    data = gltf.write([GltfPart("a", "", STEEL, mesh, faces, [Placement()])], "", {})
    assert validate(data)["issues"]["messages"] == []
    wide = glb.unpacked(data).document["accessors"][3]["componentType"]
    assert wide == (glb.SHORT if len(mesh.vertices) < 65536 else glb.LONG)


def test_it_reads_back_what_was_written(parts):
    found = gltf.read(gltf.write(parts, "Uhr", {"number": "WC", "list": [1, None, "é"]}))
    assert (found.title, found.extras) == ("Uhr", {"number": "WC", "list": [1, None, "é"]})
    assert list(found.parts) == [part.name for part in parts[:3]]
    torus, link, glass = found.parts.values()
    assert (torus.label, torus.triangles, torus.lines, torus.instances) == ("Gehäuse", 2304, 0, 1)
    assert (link.label, link.triangles, link.lines, link.instances) == ("link", 12, 12, 3)
    assert [(part.faces, part.edges) for part in (torus, link, glass)] == [
        (part.faces, part.mesh.edges) for part in parts[:3]]
    assert (len(torus.faces), len(link.faces), len(link.edges)) == (1, 6, 12)
    # float32 metres: 3e-9 m at 32 mm
    for part, low, high in ((torus, (-24, -24, -4), (24, 24, 4)), (link, (1, 2, 3), (11, 22, 33)),
                            (glass, (0, 0, 0), (10, 20, 30))):
        assert part.low == pytest.approx(low, abs=4e-6)
        assert part.high == pytest.approx(high, abs=4e-6)


def to_gltf():
    """Turns columns in the CAD frame into columns in glTF's."""
    import numpy as np

    return np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])


def matrix_of(node: dict):
    import numpy as np

    x, y, z, w = node.get("rotation", [0, 0, 0, 1])
    matrix = np.eye(4)
    matrix[:3, :3] = [[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                      [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                      [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]]
    matrix[:3, 3] = node.get("translation", [0, 0, 0])
    return matrix


angles = st.one_of(st.sampled_from([-90.0, 0.0, 90.0, 180.0, 270.0, 360.0]), st.floats(-400, 400))


@given(st.tuples(*[st.floats(-500, 500)] * 3), st.tuples(angles, angles, angles))
def test_a_node_moves_points_as_its_placement_does(meshes, move, turn):
    import numpy as np

    mesh, faces = meshes.box()
    placement = Placement(*move, *turn)
    node = glb.unpacked(gltf.write([GltfPart("a", "", STEEL, mesh, faces, [placement])], "", {})).document["nodes"][0]
    cad = np.array(placement.matrix())
    expected = np.eye(4)
    turn_up = to_gltf()
    expected[:3, :3], expected[:3, 3] = turn_up @ cad[:, :3] @ turn_up.T, turn_up @ cad[:, 3] * 0.001
    assert np.abs(matrix_of(node) - expected).max() < 1e-11


def test_vertices_faces_normals_and_edges_are_the_meshs_own(parts):
    import numpy as np

    file = glb.unpacked(gltf.write(parts, "t", {}))
    by_name = {mesh["name"]: mesh for mesh in file.document["meshes"]}
    for part in parts[:3]:
        mesh = by_name[part.name]
        (primitive,) = mesh["primitives"]
        arrays = {name: file.array(index, "SCALAR" if name == "_FACE" else "VEC3", [glb.FLOAT])
                  for name, index in primitive["attributes"].items()}
        indices = file.array(primitive["indices"], "SCALAR", [glb.SHORT]).reshape(-1, 3)
        assert (indices == part.mesh.triangles).all()
        assert arrays["POSITION"] * 1000 == pytest.approx(part.mesh.vertices @ to_gltf().T, abs=4e-6)
        assert arrays["NORMAL"] == pytest.approx(part.mesh.normals @ to_gltf().T, abs=1e-7)
        assert (arrays["_FACE"][indices] == part.mesh.face_of_triangle[:, None]).all()
        assert [(row["type"], row["diameter_mm"], row["area_mm2"]) for row in mesh["extras"]["faces"]] == [
            row[:1] + (row.diameter, row.area) for row in part.faces]
    lines = by_name["WC-7K2M9QX4TB-02 edges"]["primitives"][0]
    points = file.array(lines["attributes"]["POSITION"], "VEC3", [glb.FLOAT])
    ends = points[file.array(lines["indices"], "SCALAR", [glb.SHORT]).reshape(-1, 2)] * 1000
    assert sorted(np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)) == pytest.approx([10] * 4 + [20] * 4 + [30] * 4)


def test_tables_say_what_they_know_in_the_parts_own_frame(parts):
    meshes = {mesh["name"]: mesh for mesh in glb.unpacked(gltf.write(parts, "t", {})).document["meshes"]}
    assert meshes["WC-7K2M9QX4TB-01"]["extras"]["faces"] == [
        {"type": "torus", "area_mm2": parts[0].faces[0].area, "diameter_mm": 8.0, "origin_mm": [0, 0, 0], "direction": [0, 0, 1],
         "ring_diameter_mm": 40.0}]
    cylinder, cone, plane, *_ = meshes["WC-7K2M9QX4TB-02"]["extras"]["faces"]
    assert cylinder == {"type": "cylinder", "area_mm2": 1.5, "diameter_mm": 3.25, "origin_mm": [0, 1, 2],
                        "direction": [0.6, 0, 0.8]}
    assert cone == {"type": "cone", "area_mm2": 2.5, "diameter_mm": None, "origin_mm": [0, 0, 0], "direction": [0, 0, -1],
                    "half_angle_deg": 30.0, "apex_mm": [0, 0, 7.25]}
    assert plane == {"type": "plane", "area_mm2": 300.0, "diameter_mm": None, "origin_mm": [0, 2, 0], "direction": [0, -1, 0]}
    edges = meshes["WC-7K2M9QX4TB-02 edges"]["extras"]["edges"]
    assert edges[0] == {"type": "line", "length_mm": 10.0, "origin_mm": [0, 2, 3], "direction": [1, 0, 0], "first": 0, "count": 2}
    assert [(row["first"], row["count"]) for row in edges] == [(2 * i, 2) for i in range(12)]


def test_rows_of_edges_name_their_pieces(meshes, validate):
    import numpy as np

    mesh, faces = meshes.box()
    rows = (EdgeRow("circle", 7.5, 2.5, None, (1.0, 2.0, 3.0), (0.0, 1.0, 0.0)), EdgeRow("curve", 1.0),
            EdgeRow("curve", 2.0), EdgeRow("ellipse", 9.25, None, (4.0, 3.0), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0)))
    bent = replace(mesh, edge_starts=np.array([0, 3, 3, 4, 24], dtype=np.int32), edges=rows)
    data = gltf.write([GltfPart("a", "", STEEL, bent, faces, [Placement()])], "", {})
    assert validate(data)["issues"]["messages"] == []
    file = glb.unpacked(data)
    lines = file.document["meshes"][1]
    indices = file.array(lines["primitives"][0]["indices"], "SCALAR", [glb.SHORT]).tolist()
    told = lines["extras"]["edges"]
    assert [indices[row["first"]:row["first"] + row["count"]] for row in told] == [
        [0, 1, 1, 2], [], [], [each for i in range(4, 23) for each in (i, i + 1)]]
    assert told[0]["centre_mm"] == [1, 2, 3]
    assert (told[3]["diameters_mm"], "diameter_mm" in told[3]) == ([4, 3], False)
    assert told[1] == {"type": "curve", "length_mm": 1.0, "first": 4, "count": 0}
    assert gltf.read(data).parts["a"].edges == rows
    with pytest.raises(PackageError, match="4 CAD edges, its table of edges 3"):
        gltf.write([GltfPart("a", "", STEEL, replace(bent, edges=rows[:3]), faces, [Placement()])], "", {})
    untold = gltf.write([GltfPart("a", "", STEEL, replace(bent, edges=()), faces, [Placement()])], "", {})
    assert "extras" not in glb.unpacked(untold).document["meshes"][1]
    assert gltf.read(untold).parts["a"].edges == ()


def test_a_table_of_an_older_file_is_still_read(meshes):
    data = gltf.write([GltfPart("a", "", STEEL, *meshes.box(), [Placement()])], "", {})
    old = rewritten(rewritten(data, ("meshes", 1, "extras"), None), ("meshes", 0, "extras", "faces"),
                    [{"type": "plane", "diameter_mm": None, "area_mm2": 2}] * 6)
    part = gltf.read(old).parts["a"]
    assert (part.faces, part.edges, part.lines) == ((FaceRow("plane", 2.0),) * 6, (), 12)


@pytest.fixture(scope="module")
def following(meshes) -> GltfPart:
    """A box of which two faces follow something."""
    import numpy as np

    values = np.full(24, np.nan, dtype=np.float32)
    values[:8] = np.linspace(-0.75, 1.5, 8)
    off = Deviation("ab" * 32, 3.5, Spread(800.0, -0.1, 1.2, 1.5), Spread(10.0, 0.1, 0.2, -0.3), values)
    return GltfPart("a", "", STEEL, *meshes.box(), [Placement()], off)


def test_how_far_a_part_is_off_is_an_attribute_without_nan(following, meshes, validate):
    import numpy as np

    data = gltf.write([following, GltfPart("b", "", STEEL, *meshes.box(), [Placement(z=50)])], "t", {})
    file = glb.unpacked(data)
    mesh, _, other, _ = file.document["meshes"]
    values = file.array(mesh["primitives"][0]["attributes"]["_DEVIATION"], "SCALAR", [glb.FLOAT])
    known = np.isfinite(following.deviation.values)
    assert (values[known] == following.deviation.values[known]).all()
    assert (values[~known] == gltf.NOT_FOLLOWED).all()
    assert mesh["extras"]["deviation"] == {
        "offset_mm": 3.5, "area_mm2": 800.0, "median_mm": -0.1, "p95_mm": 1.2, "greatest_mm": 1.5,
        "away_from_edges": {"area_mm2": 10.0, "median_mm": 0.1, "p95_mm": 0.2, "greatest_mm": -0.3}}
    assert "_DEVIATION" not in other["primitives"][0]["attributes"]
    assert "deviation" not in other["extras"]
    found = gltf.read(data).parts
    assert found["b"].deviation is None
    read = found["a"].deviation
    assert (read.offset, read.whole, read.away) == (3.5, following.deviation.whole, following.deviation.away)
    assert np.array_equal(read.values, following.deviation.values, equal_nan=True)
    assert read.mesh.vertices == pytest.approx(following.mesh.vertices, abs=4e-6)
    assert read.mesh.normals == pytest.approx(following.mesh.normals, abs=1e-6)
    assert (read.mesh.triangles == following.mesh.triangles).all()
    assert (read.mesh.face_of_triangle == following.mesh.face_of_triangle).all()
    report = validate(data)
    assert report["issues"]["numErrors"] == report["issues"]["numWarnings"] == 0
    assert report["issues"]["messages"] == []


def test_the_same_mesh_that_follows_otherwise_is_written_otherwise(following):
    import numpy as np

    one = gltf.write([following], "t", {})
    other = replace(following, deviation=replace(following.deviation, offset=1.0))
    assert gltf.read(gltf.write([other], "t", {})).parts["a"].deviation.offset == 1.0
    assert gltf.read(gltf.write([replace(following, deviation=None)], "t", {})).parts["a"].deviation is None
    assert gltf.write([following], "t", {}) == one
    for values, words in ((np.zeros(3, dtype=np.float32), "3 deviations for 24"),
                          (np.full(24, np.inf, dtype=np.float32), "is none"), (np.full(24, 2e4, dtype=np.float32), "is none")):
        with pytest.raises(PackageError, match=words):
            gltf.write([replace(following, deviation=replace(following.deviation, values=values))], "t", {})


@pytest.mark.parametrize(("path", "value", "words"), [
    (("extras", "deviation"), None, "without the attribute|without the table"),
    (("primitives", 0, "attributes", "_DEVIATION"), None, "without the"),
    (("primitives", 0, "attributes", "_DEVIATION"), 4, "kind"), (("extras", "deviation", "offset_mm"), "3", "size should be"),
    (("extras", "deviation", "p95_mm"), -1, "size should be"), (("extras", "deviation", "median_mm"), None, "not built"),
    (("extras", "deviation", "away_from_edges"), [], "not built")])
def test_what_contradicts_itself_about_a_deviation_is_refused(following, path, value, words):
    with pytest.raises(PackageRefused, match=words):
        gltf.read(rewritten(gltf.write([following], "t", {}), ("meshes", 0, *path), value))


def test_placements_share_one_mesh_and_equal_looks_one_material(parts):
    document = glb.unpacked(gltf.write(parts, "t", {})).document
    roots = [document["nodes"][index] for index in document["scenes"][0]["nodes"]]
    assert [node["name"][-2:] for node in roots] == ["01", "02", "02", "02", "03"]
    assert len({node["mesh"] for node in roots}) == 3
    assert len({document["nodes"][node["children"][0]]["mesh"] for node in roots if "children" in node}) == 2
    steel, edges, glass = document["materials"]
    assert "alphaMode" not in steel
    assert edges["name"] == "edges"
    assert glass["alphaMode"] == "BLEND"
    assert glass["pbrMetallicRoughness"] == {"metallicFactor": 0.0, "roughnessFactor": 0.05, "baseColorFactor": [
        pytest.approx(((channel + 0.055) / 1.055) ** 2.4, abs=1e-6) for channel in GLASS.colour] + [0.3]}


def test_a_polyline_is_not_joined_to_the_next(meshes):
    import numpy as np

    mesh, faces = meshes.box()
    bent = type(mesh)(mesh.vertices, mesh.normals, mesh.triangles, mesh.face_of_triangle, mesh.edge_points,
                      np.array([0, 3, 3, 4, 24], dtype=np.int32), 0.01)
    data = gltf.write([GltfPart("a", "", STEEL, bent, faces, [Placement()])], "", {})
    file = glb.unpacked(data)
    indices = file.array(file.document["meshes"][1]["primitives"][0]["indices"], "SCALAR", [glb.SHORT])
    assert indices.reshape(-1, 2).tolist() == [[i, i + 1] for i in range(23) if i not in (2, 3)]


def test_a_vertex_without_normal_gets_that_of_its_triangles(meshes, validate):
    import numpy as np

    mesh, faces = meshes.box()
    normals = mesh.normals.copy()
    normals[0], normals[5], normals[9] = 0.0, np.nan, (0, 0, 17.0)
    spoilt = type(mesh)(mesh.vertices, normals, mesh.triangles, mesh.face_of_triangle, mesh.edge_points,
                        mesh.edge_starts, 0.01)
    data = gltf.write([GltfPart("a", "", STEEL, spoilt, faces, [Placement()])], "", {})
    found = glb.unpacked(data).array(1, "VEC3", [glb.FLOAT])
    assert (found[[0, 5]] == (mesh.normals @ to_gltf().T)[[0, 5]]).all()
    assert validate(data)["issues"]["messages"] == []


def test_what_cannot_be_shown_is_refused(parts, meshes):
    import numpy as np

    good = parts[1]
    mesh, faces = good.mesh, good.faces
    nowhere, broken = mesh.vertices * np.nan, mesh.face_of_triangle.copy()
    broken[0] = 1

    def other(**changes):
        fields = {name: getattr(mesh, name) for name in ("vertices", "normals", "triangles", "face_of_triangle",
                                                         "edge_points", "edge_starts", "deflection")}
        return [GltfPart("a", "", STEEL, type(mesh)(**(fields | changes)), faces, [Placement()])]

    for wrong, extras, words in (
            ([], {}, "at least one"), ([parts[3]], {}, "at least one"), ([good, good], {}, "name of its own"),
            ([good], {"x": math.nan}, "not JSON"), ([good], {"x": object()}, "not JSON"),
            ([good], {"x": "\ud800"}, "not JSON"), (other(vertices=nowhere), {}, "finite"),
            (other(vertices=mesh.vertices * 1e41), {}, "finite"),
            (other(edge_points=mesh.edge_points * np.inf), {}, "finite"),
            (other(face_of_triangle=broken), {}, "two faces"),
            (other(face_of_triangle=broken + 6), {}, "table of faces"),
            (other(triangles=mesh.triangles[:0], face_of_triangle=broken[:0]), {}, "no triangle"),
            ([GltfPart("a", "", STEEL, mesh, faces, [Placement(math.nan)])], {}, "not finite"),
            ([GltfPart("a", "", Appearance((0, 0, 0), 0, 1.5), mesh, faces, [Placement()])], {}, "from 0 to 1")):
        with pytest.raises(PackageError, match=words), np.errstate(invalid="ignore"):
            gltf.write(wrong, "t", extras)


def test_every_cut_and_every_wrong_length_is_refused(meshes):
    data = gltf.write([GltfPart("a", "", STEEL, *meshes.box(), [Placement()])], "", {})
    for end in range(len(data)):
        with pytest.raises(PackageRefused):
            gltf.read(data[:end])
    body = struct.unpack_from("<I", data, 12)[0] + 20
    for at in (0, 4, 8, 12, 16, body, body + 4):
        for by in (1, 4, 128):
            with pytest.raises(PackageRefused):
                gltf.read(data[:at] + bytes([data[at] ^ by]) + data[at + 1:])
    with pytest.raises(PackageRefused):
        gltf.read(data + bytes(4))


def rewritten(data: bytes, path: tuple, value: object) -> bytes:
    file = glb.unpacked(data)
    place = file.document
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    head = json.dumps(file.document).encode()
    head += b" " * (-len(head) % 4)
    return struct.pack("<4s3I", b"glTF", 2, 28 + len(head) + len(file.body), len(head)) + b"JSON" + head + struct.pack(
        "<I", len(file.body)) + b"BIN\0" + file.body


@pytest.mark.parametrize(("path", "value", "words"), [
    (("accessors", 0, "count"), 10**12, "leaves its buffer"), (("accessors", 0, "count"), -1, "leaves its buffer"),
    (("accessors", 0, "count"), 1.0, "not plain"), (("accessors", 0, "min"), [0, 0, 0], "says min"),
    (("accessors", 0, "max", 1), 7, "says max"), (("accessors", 0, "type"), "VEC2", "kind"),
    (("accessors", 3, "componentType"), 5121, "kind"), (("accessors", 0, "sparse"), {}, "not plain"),
    (("accessors", 3, "byteOffset"), 1, "leaves its buffer|aligned"), (("accessors", 0, "bufferView"), -1, "refers to"),
    (("bufferViews", 0, "byteOffset"), 10**9, "leaves its buffer"), (("bufferViews", 0, "byteStride"), 16, "not plain"),
    (("bufferViews", 0, "byteOffset"), 2, "aligned"), (("bufferViews", 3, "byteOffset"), 0, "lead nowhere"),
    (("bufferViews", 1, "byteOffset"), 0, "unit length"), (("bufferViews", 2, "byteOffset"), 0, "says m"),
    (("buffers", 0, "byteLength"), 5, "buffer"), (("buffers", 0, "uri"), "http://a", "buffer"),
    (("scenes", 0, "nodes"), [True], "refers to"), (("scenes", 0, "nodes"), [99], "refers to"),
    (("scene",), 3, "refers to"), (("asset", "version"), "1.0", "not glTF 2.0"), (("asset",), None, "not built"),
    (("meshes", 0, "primitives", 0, "mode"), 1, "lead nowhere"),
    (("meshes", 0, "extras", "faces"), [], "not in its table"), (("meshes", 0, "extras", "faces", 0, "area_mm2"), -1, "size"),
    (("meshes", 0, "extras", "faces", 0, "diameter_mm"), "1", "size"),
    (("meshes", 0, "extras", "faces", 0, "direction"), [0, 0, 2], "unit length"),
    (("meshes", 0, "extras", "faces", 0, "origin_mm"), [0, 0], "not built"),
    (("meshes", 0, "extras", "faces", 0, "origin_mm"), [0, 0, True], "point or direction"),
    (("meshes", 0, "extras", "faces", 0, "type"), None, "not built"),
    (("meshes", 0, "extras", "faces", 0, "type"), "line", "type 'line'"),
    (("meshes", 1, "extras", "edges", 0, "type"), 7, "type 7, not one of line, circle"),
    (("meshes", 1, "extras", "edges", 0, "first"), 2, "2 and 2 more after 0"),
    (("meshes", 1, "extras", "edges", 3, "count"), 3, "6 and 3"), (("meshes", 1, "extras", "edges", 0, "count"), 2.0, "0 and 2.0"),
    (("meshes", 1, "extras", "edges", 11), None, "22 indices of 24"),
    (("meshes", 1, "extras", "edges", 5, "length_mm"), [], "size"),
    (("meshes", 0, "primitives"), [], "not built"), (("nodes", 0, "mesh"), [], "not built"),
])
def test_a_wrong_document_is_refused_with_its_reason(meshes, path, value, words):
    data = gltf.write([GltfPart("a", "", STEEL, *meshes.box(), [Placement()])], "", {})
    with pytest.raises(PackageRefused, match=words):
        gltf.read(rewritten(data, path, value))


@given(st.data())
def test_damage_is_never_an_accident(meshes, draw):
    data = bytearray(gltf.write([GltfPart("a", "", STEEL, *meshes.box(), [Placement()])], "", {}))
    data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    with suppress(PackageRefused):
        assert gltf.read(bytes(data)).parts


def test_what_is_kept_of_a_mesh_is_the_meshs_alone(parts, meshes):
    fresh = [replace(part, mesh=pickle.loads(pickle.dumps(part.mesh))) for part in parts]
    again = [replace(part, name=part.name + "0", appearance=GLASS) for part in parts]
    gltf.write(parts, "", {})
    assert not any(part.mesh.__dict__.keys() & {"encodings"} for part in fresh)
    assert gltf.write(parts, "", {}) == gltf.write(fresh, "", {})
    assert gltf.write(again, "", {}) == gltf.write([replace(part, mesh=replace(part.mesh)) for part in again], "", {})
    box, planes = meshes.box()
    gltf.write([GltfPart("a", "", STEEL, box, planes, [Placement()])], "", {})
    assert b'"other"' in gltf.write([GltfPart("a", "", STEEL, box, (FaceRow("other", 1.0), *planes[1:]), [Placement()])], "", {})


def test_the_order_of_extras_does_not_matter(parts):
    assert gltf.write(parts, "", {"a": 1, "b": 2}) == gltf.write(parts, "", {"b": 2, "a": 1})


def test_same_bytes_in_another_process(meshes, same_elsewhere):
    part = GltfPart("a", "é", Appearance((0.1, 0.5, 0.9), 0.5, 0.5), *meshes.torus(), [Placement(1, 2, 3, 10, 20, 30)])
    same_elsewhere('gltf.write([gltf.GltfPart("a", "é", gltf.Appearance((0.1, 0.5, 0.9), 0.5, 0.5), *meshes.torus(), '
                   '[Placement(1, 2, 3, 10, 20, 30)])], "t", {"x": 1})', gltf.write([part], "t", {"x": 1}))
