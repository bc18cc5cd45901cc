"""A GLB read back, for checking a package: is it sound, and what does it say of each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from configurator.errors import PackageRefused
from configurator.exchange.glb import FLOAT, LINES, LONG, METRES, SHORT, TRIANGLES, GlbRead, pick, unpacked
from configurator.exchange.gltf_tables import deviation_read, edges_read, faces_read
from configurator.geometry.answers import EdgeRow, FaceRow, Mesh
from configurator.geometry.deviation import Spread

NOT_FOLLOWED = 10000.0
"""mm; `_DEVIATION` of a vertex where nothing is followed. What lies above a tenth of it is no distance."""


@dataclass(frozen=True, slots=True)
class DeviationRead:
    """What a GLB says of how far a part lies from the limb that it follows."""

    offset: float
    """mm; how far outside of the limb's skin the part is meant to lie."""
    whole: Spread
    away: Spread | None
    mesh: Mesh
    """In the part's own CAD frame, mm, as exact as float32; without edges."""
    values: Any
    """(n,) float32, mm at each vertex; NaN where nothing is followed."""


@dataclass(frozen=True, slots=True)
class GltfPartRead:
    """One part read back; `low` and `high` are the corners of its box in its own CAD frame, mm."""

    label: str
    triangles: int
    faces: tuple[FaceRow, ...]
    edges: tuple[EdgeRow, ...]
    """None in a file without a table of edges."""
    lines: int
    """Straight pieces of CAD edges."""
    instances: int
    low: tuple[float, float, float]
    high: tuple[float, float, float]
    deviation: DeviationRead | None = None


@dataclass(frozen=True, slots=True)
class GltfRead:
    """A GLB read back: the parts by name, in the file's order."""

    title: str
    extras: dict[str, Any]
    parts: dict[str, GltfPartRead]


def read(data: bytes) -> GltfRead:
    """Read a GLB as `gltf.write` makes it.

    Raises PackageRefused if chunks or lengths disagree, an accessor leaves its buffer, a value is not finite or
    contradicts its stated bounds, an index or a face has nothing to stand for, a normal is not unit, a table of faces or
    edges tells what cannot be, or the structure is another.
    """
    file = unpacked(data)
    try:
        return _assembly(file)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        if isinstance(error, PackageRefused):
            raise
        raise PackageRefused([f"the GLB file is not built as this program builds it: {error!r}"]) from None


def _assembly(file: GlbRead) -> GltfRead:
    document = file.document
    if document["asset"]["version"] != "2.0":
        raise PackageRefused(["the GLB file is not glTF 2.0"])
    scene = pick(document["scenes"], document["scene"], "scene")
    placed: dict[int, int] = {}
    edges: dict[int, int] = {}
    for root in scene["nodes"]:
        node = pick(document["nodes"], root, "node")
        placed[node["mesh"]] = placed.get(node["mesh"], 0) + 1
        for child in node.get("children", ()):
            edges[node["mesh"]] = pick(document["nodes"], child, "node")["mesh"]
    parts = {}
    for index, instances in placed.items():
        mesh = pick(document["meshes"], index, "mesh")
        if mesh["name"] in parts:
            raise PackageRefused([f"the GLB file has two meshes for the part {mesh['name']!r}"])
        lines = pick(document["meshes"], edges[index], "mesh") if index in edges else None
        parts[mesh["name"]] = _part(file, mesh, lines, instances)
    return GltfRead(scene["name"], scene["extras"], parts)


def _part(file: GlbRead, mesh: dict[str, Any], lines: dict[str, Any] | None, instances: int) -> GltfPartRead:
    import numpy as np

    points, corners = _primitive(file, mesh, TRIANGLES)
    (primitive,), faces = mesh["primitives"], faces_read(mesh["extras"]["faces"])
    normals, rows = (file.array(primitive["attributes"][name], kind, [FLOAT])
                     for name, kind in (("NORMAL", "VEC3"), ("_FACE", "SCALAR")))
    if len(normals) != len(points) or len(rows) != len(points):
        raise PackageRefused([f"{mesh['name']} in the GLB file has not as many normals or face rows as vertices"])
    if np.abs(np.square(normals, dtype=np.float64).sum(axis=1) - 1).max() > 1e-4:
        raise PackageRefused([f"{mesh['name']} in the GLB file has a normal that is not of unit length"])
    if rows.min() < 0 or rows.max() >= len(faces) or (rows != np.floor(rows)).any():
        raise PackageRefused([f"{mesh['name']} in the GLB file has a vertex on a face that is not in its table"])
    x, y, z = (points.astype(np.float64) / METRES).T
    low, high = ((float(of(x)), float(of(-z)), float(of(y))) for of in (np.min, np.max))
    pieces = len(_primitive(file, lines, LINES)[1]) if lines else 0
    table = lines["extras"]["edges"] if lines and "extras" in lines else ()
    edges = edges_read(table, 2 * pieces) if table else ()
    deviation = _deviation(file, mesh, np.stack([x, -z, y], axis=1), normals, corners, rows)
    return GltfPartRead(mesh["extras"]["label"], len(corners), faces, edges, pieces, instances, low, high, deviation)


def _deviation(file: GlbRead, mesh: dict[str, Any], points: Any, normals: Any, corners: Any, rows: Any) -> DeviationRead | None:
    import numpy as np

    (primitive,), table = mesh["primitives"], mesh["extras"].get("deviation")
    at = primitive["attributes"].get("_DEVIATION")
    if (table is None) != (at is None):
        raise PackageRefused([f"{mesh['name']} in the GLB file has a table of its deviation without the attribute, or the "
                              "attribute without the table"])
    if table is None:
        return None
    found = file.array(at, "SCALAR", [FLOAT])
    if len(found) != len(points):
        raise PackageRefused([f"{mesh['name']} in the GLB file has not as many deviations as vertices"])
    values = np.where(np.abs(found) > NOT_FOLLOWED / 10, np.float32(np.nan), found)
    x, y, z = normals.astype(np.float64).T
    plain = Mesh(points, np.stack([x, -z, y], axis=1), corners.astype(np.int32), rows[corners[:, 0]].astype(np.int32),
                 np.zeros((0, 3)), np.zeros(1, dtype=np.int32), 0.0)
    return DeviationRead(*deviation_read(table), plain, values)


def _primitive(file: GlbRead, mesh: dict[str, Any], mode: int) -> tuple[Any, Any]:
    """(points (n, 3), corners (m, 2 or 3)) of a mesh's only primitive."""
    (primitive,) = mesh["primitives"]
    points = file.array(primitive["attributes"]["POSITION"], "VEC3", [FLOAT])
    corners = file.array(primitive["indices"], "SCALAR", [SHORT, LONG])
    each = 3 if mode == TRIANGLES else 2
    if primitive["mode"] != mode or len(corners) % each or corners.max() >= len(points):
        raise PackageRefused([f"{mesh['name']} in the GLB file has indices that lead nowhere"])
    return points, corners.reshape(-1, each)
