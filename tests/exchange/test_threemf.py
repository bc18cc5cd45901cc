from __future__ import annotations

import re
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.errors import PackageError, PackageRefused
from configurator.exchange import threemf
from configurator.exchange.archive import read_stored_zip, stored_zip
from configurator.exchange.threemf import ThreeMfObject

MODEL = "3D/3dmodel.model"
xml_text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)


@pytest.fixture(scope="module")
def objects(meshes):
    steel, brass = (0.75, 0.75, 0.8), (0.9, 0.75, 0.3)
    return [ThreeMfObject('WC-7K2M9QX4TB-01', 'Gehäuse <"A" & \'B\'>', "1.4435", steel, meshes.torus()[0]),
            ThreeMfObject("WC-7K2M9QX4TB-02", "couvercle", "1.4435", steel, meshes.box(1, 2, 3, (-9.0, 0.0, 7.0))[0]),
            ThreeMfObject("WC-7K2M9QX4TB-03", "", "CuZn39Pb3", brass, meshes.box()[0])]


def test_round_trip_is_exact(objects):
    for before, after in zip(objects, threemf.read(threemf.write(objects, "WC")), strict=True):
        points, triangles = before.mesh.welded
        assert (after.vertices == points).all()
        assert (after.triangles == triangles).all()
        assert (after.number, after.description, after.material) == (before.number, before.description, before.material)
        assert after.colour == pytest.approx(before.colour, abs=0.5 / 255)


@given(st.lists(st.tuples(xml_text.filter(bool), xml_text, xml_text), min_size=1, max_size=3,
                unique_by=lambda names: names[0]), st.tuples(*[st.integers(0, 255)] * 3))
def test_every_text_and_colour_comes_back(meshes, texts, colour):
    mesh, colour = meshes.box()[0], tuple(channel / 255 for channel in colour)
    found = threemf.read(threemf.write([ThreeMfObject(*text, colour, mesh) for text in texts], texts[0][1]))
    assert [(item.number, item.description, item.material) for item in found] == texts
    assert {item.colour for item in found} == {colour}


@given(st.lists(st.floats(-1e4, 1e4), min_size=12, max_size=12))
def test_every_coordinate_comes_back_to_a_nanometre(meshes, values):
    mesh, _ = meshes.box()
    points = mesh.vertices.copy()
    points.ravel()[:12] = values
    moved = type(mesh)(points, mesh.normals, mesh.triangles, mesh.face_of_triangle, mesh.edge_points,
                       mesh.edge_starts, 0.01)
    (found,) = threemf.read(threemf.write([ThreeMfObject("a", "", "m", (0, 0, 0), moved)], ""))
    assert (found.vertices == moved.welded[0]).all()


def test_lib3mf_reads_it_strictly_and_without_a_warning(objects, judge, tmp_path):
    import numpy as np

    lib3mf = judge("lib3mf", lambda: __import__("lib3mf"))
    path = tmp_path / "all.3mf"
    path.write_bytes(threemf.write(objects, 'Uhr <"1" & 2>'))
    model = lib3mf.get_wrapper().CreateModel()
    reader = model.QueryReader("3mf")
    reader.SetStrictModeActive(True)
    reader.ReadFromFile(str(path))
    assert [reader.GetWarning(index) for index in range(reader.GetWarningCount())] == []
    assert model.GetUnit() == lib3mf.ModelUnit.MilliMeter
    data = model.GetMetaDataGroup()
    assert {data.GetMetaData(i).GetName(): data.GetMetaData(i).GetValue() for i in range(data.GetMetaDataCount())} == {
        "Title": 'Uhr <"1" & 2>', "Application": "Lot One"}
    found, items, boxes = model.GetMeshObjects(), model.GetBuildItems(), []
    for expected in objects:
        assert found.MoveNext()
        mesh = found.GetCurrentMeshObject()
        assert mesh.GetName() == mesh.GetPartNumber() == expected.number
        assert mesh.IsManifoldAndOriented()
        assert (mesh.GetVertexCount(), mesh.GetTriangleCount()) == tuple(map(len, expected.mesh.welded))
        about = mesh.GetMetaDataGroup().GetMetaDataByKey("", "Description")
        assert about.GetValue() == expected.description
        resource, index, has = mesh.GetObjectLevelProperty()
        assert has
        bases = model.GetBaseMaterialGroupByID(resource)
        assert bases.GetName(index) == expected.material
        colour = bases.GetDisplayColor(index)
        assert (colour.Red, colour.Green, colour.Blue, colour.Alpha) == (
            *(round(channel * 255) for channel in expected.colour), 255)
        assert items.MoveNext()
        points = expected.mesh.welded[0] + np.array(items.GetCurrent().GetObjectTransform().Fields).reshape(4, 3)[3]
        boxes.append((points.min(axis=0), points.max(axis=0)))
    assert not found.MoveNext()
    assert not items.MoveNext()
    assert min(low.min() for low, _ in boxes) > -1e-3
    assert all(high[0] + 4.9 < low[0] for (_, high), (low, _) in pairwise(boxes))


def test_the_container_is_what_opc_asks_for(objects):
    with ZipFile(BytesIO(threemf.write(objects, "WC"))) as other:
        assert other.namelist() == ["[Content_Types].xml", "_rels/.rels", MODEL]
        assert other.testzip() is None


def test_what_cannot_be_written_is_refused(meshes):
    import numpy as np

    mesh = meshes.box()[0]
    good = ThreeMfObject("n", "d", "m", (0, 0, 0), mesh)
    empty = type(mesh)(mesh.vertices, mesh.normals, mesh.triangles[:0], mesh.face_of_triangle[:0], mesh.edge_points,
                       mesh.edge_starts, 0.0)
    holed = type(mesh)(mesh.vertices * np.nan, mesh.normals, mesh.triangles, mesh.face_of_triangle, mesh.edge_points,
                       mesh.edge_starts, 0.0)
    for objects, words in (([], "at least one"), ([good, good], "number of its own"),
                           ([ThreeMfObject("", "", "", (0, 0, 0), mesh)], "at least one"),
                           ([ThreeMfObject("n", "", "", (0, 2, 0), mesh)], "from 0 to 1"),
                           ([ThreeMfObject("n", "\0", "", (0, 0, 0), mesh)], r"U\+0000"),
                           ([ThreeMfObject("n", "", "", (0, 0, 0), empty)], "no triangle"),
                           ([ThreeMfObject("n", "", "", (0, 0, 0), holed)], "no triangle|no number")):
        with pytest.raises(PackageError, match=words):
            threemf.write(objects, "t")


def changed(data: bytes, pattern: str, by: str) -> bytes:
    members = read_stored_zip(data)
    text, count = re.subn(pattern, by, members[MODEL].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return stored_zip([(name, text.encode() if name == MODEL else content) for name, content in members.items()])


@pytest.mark.parametrize(("pattern", "by", "words"), [
    (r"\?>\n", '?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "document type"),
    (r"<mesh>", "<" * 9, "well-formed"), (r"<mesh>", "<x>" * 50 + "</x>" * 50 + "<mesh>", "32 deep"),
    (r'unit="millimeter"', 'unit="inch"', "no model in mm"), (r'unit="millimeter"', "", "not as this program builds"),
    (r' x="[^"]*"', ' x="nan"', "no number"), (r' x="[^"]*"', ' x="1e999"', "no number"),
    (r' x="[^"]*"', ' x="one"', "not as this program builds"), (r'v1="[^"]*"', 'v1="99999"', "not there"),
    (r'v1="[^"]*"', 'v1="-1"', "not there"), (r'v1="[^"]*"', 'v1="9999999999999999999999"', "not as this program"),
    (r'v1="([^"]*)" v2="[^"]*"', r'v1="\1" v2="\1"', "equal corners"),
    (r"<triangles>.*?</triangles>", "", "no triangles"),
    (r"<triangle .*?</triangles>", "</triangles>", "no triangles"), (r'pindex="0"', 'pindex="7"', "material"),
    (r"<item [^>]*>", "", "builds"), (r"(<item [^>]*>)", r"\1\1", "builds"), (r'id="3"', 'id="2"', "two objects"),
    (r"</mesh>", "</mesh><components/>", "does not write"), (r"<build>", '<build xmlns="urn:x">', "does not write"),
])
def test_a_wrong_model_is_refused_with_its_reason(objects, pattern, by, words):
    with pytest.raises(PackageRefused, match=words):
        threemf.read(changed(threemf.write(objects, "t"), pattern, by))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-7", "utf-32"])
def test_no_encoding_hides_a_document_type(objects, encoding):
    members = read_stored_zip(threemf.write(objects, "t"))
    text = members[MODEL].decode().replace('"UTF-8"?>', f'"{encoding}"?><!DOCTYPE model [<!ENTITY a "a">]>')
    members[MODEL] = text.encode(encoding)
    with pytest.raises(PackageRefused, match=r"well-formed|document type"):
        threemf.read(stored_zip(list(members.items())))


@given(st.data())
def test_damage_is_refused_and_never_an_accident(meshes, draw):
    """Bytes changed in the archive are refused; changed in the model, below its check sum, nothing else is raised."""
    data = threemf.write([ThreeMfObject("n", "d", "m", (0, 0, 0), meshes.box()[0])], "t")
    at, by = draw.draw(st.integers(0, len(data) - 1)), draw.draw(st.integers(1, 255))
    with pytest.raises(PackageRefused):
        threemf.read(data[:at] + bytes([data[at] ^ by]) + data[at + 1:])
    members = read_stored_zip(data)
    model = members[MODEL]
    at %= len(model)
    members[MODEL] = model[:at] + bytes([model[at] ^ by]) + model[at + 1:]
    with suppress(PackageRefused):
        assert threemf.read(stored_zip(list(members.items())))


def test_same_bytes_in_another_process(meshes, same_elsewhere):
    same_elsewhere('threemf.write([threemf.ThreeMfObject("n", "é", "m", (0.1, 0.2, 0.3), meshes.torus()[0])], "t")',
                   threemf.write([ThreeMfObject("n", "é", "m", (0.1, 0.2, 0.3), meshes.torus()[0])], "t"))
