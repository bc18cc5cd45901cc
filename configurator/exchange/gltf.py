"""glTF 2.0, binary (GLB): the assembly as a browser or a phone shows it. Metres, Y up.

The CAD frame is Z up in mm. The turn and the scale are baked into the vertices, (x, y, z) mm -> (x, z, -y) * 0.001 m,
so that every node stands for a placement and nothing else: the same rule takes a placement's movement over, and a turn
about CAD Z becomes one about glTF Y.

A part is one mesh, shared by its placements: one triangle primitive with normals and the attribute `_FACE`, the row in
`mesh.extras.faces` of the CAD face that a vertex belongs to. `_FACE` is a float, since glTF wants four bytes a vertex and
forbids 32-bit integers there. The CAD edges are lines in a child of each node, whose mesh has a row in `mesh.extras.edges`
for each edge (`gltf_tables`).

A part that follows a limb has the attribute `_DEVIATION`: at each vertex the distance (mm) that it is off, and `NOT_FOLLOWED`,
far more than any distance, where nothing is followed; glTF has no NaN. `mesh.extras.deviation` has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, isfinite, radians, sin
from typing import TYPE_CHECKING, Any, NamedTuple

from configurator.errors import PackageError
from configurator.exchange.glb import LINES, METRES, TRIANGLES, Column, GlbWriter, indices, to_json, vertices
from configurator.exchange.gltf_reading import NOT_FOLLOWED, GltfPartRead, GltfRead, read
from configurator.exchange.gltf_tables import deviation_table, edge_table, face_table
from configurator.geometry.answers import FaceRow, Mesh
from configurator.geometry.deviation import Deviation
from configurator.product.placement import Placement

if TYPE_CHECKING:
    from configurator.geometry.answers import Floats, Ints

__all__ = ["GENERATOR", "NOT_FOLLOWED", "Appearance", "GltfPart", "GltfPartRead", "GltfRead", "read", "write"]

GENERATOR = "Lot One"
_TRANSMISSION, _IOR = "KHR_materials_transmission", "KHR_materials_ior"
_EDGES = {"name": "edges", "extensions": {"KHR_materials_unlit": {}},
          "pbrMetallicRoughness": {"baseColorFactor": [0.02, 0.02, 0.02, 1.0], "metallicFactor": 0.0,
                                   "roughnessFactor": 1.0}}


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a surface looks. `colour` is sRGB; every number but `ior`, the index of refraction, goes from 0 to 1."""

    colour: tuple[float, float, float]
    metallic: float
    roughness: float
    opacity: float = 1.0
    transmission: float = 0.0
    ior: float = 1.5


@dataclass(frozen=True, slots=True)
class GltfPart:
    """One part and everywhere it sits. `name` is its number, `label` says what it is; `faces` are the mesh's faces.

    `deviation`: how far the mesh lies from the limb that it follows, if it follows one.
    """

    name: str
    label: str
    appearance: Appearance
    mesh: Mesh
    faces: Sequence[FaceRow]
    placements: Sequence[Placement]
    deviation: Deviation | None = None


def write(parts: Sequence[GltfPart], title: str, extras: Mapping[str, Any], *, edges: bool = True) -> bytes:
    """The assembly of `parts` as a GLB. `extras` (plain JSON values) becomes the scene's; `title` is the scene's name.
    Without `edges` for viewers that would draw the CAD edges as part of the picture.

    A part without placements is left out. Raises PackageError if then nothing is left, two parts have one name, a
    mesh contradicts its faces, a number is not finite or out of its range, or `extras` is not JSON.
    """
    shown = [part for part in parts if part.placements]
    names = [part.name for part in shown]
    if not shown or len(set(names)) != len(names):
        raise PackageError(f"a GLB file needs at least one placed part, each with a name of its own; got {names}")
    scene = _Scene()
    for part in shown:
        _add(scene, part, edges)
    document = {"asset": {"version": "2.0", "generator": GENERATOR}, "scene": 0,
                "scenes": [{"name": title, "nodes": scene.roots, "extras": dict(extras)}],
                "nodes": scene.nodes, "materials": scene.materials}
    used = {name for material in scene.materials for name in material.get("extensions", ())}
    if used:
        document["extensionsUsed"] = sorted(used)
    return scene.file.finish(document, scene.meshes)


@dataclass
class _Scene:
    """What grows while parts are added."""

    file: GlbWriter = field(default_factory=GlbWriter)
    materials: list[dict[str, Any]] = field(default_factory=list)
    meshes: list[str] = field(default_factory=list)
    """JSON of each."""
    nodes: list[dict[str, Any]] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)

    def material(self, value: dict[str, Any]) -> int:
        """The index of a material; equal ones are one."""
        if value not in self.materials:
            self.materials.append(value)
        return self.materials.index(value)


class _Encoded(NamedTuple):
    """What a file holds of a mesh, whatever else is in it."""

    faces: Sequence[FaceRow]
    deviation: Deviation | None
    table: str
    """The deviation, if any, and the faces, as members of a JSON object."""
    attributes: dict[str, Column]
    corners: Column
    edges: tuple[Column, Column] | None
    """Points and pairs of them."""
    edge_table: str
    """The edges as JSON; empty if they are not told."""


def _add(scene: _Scene, part: GltfPart, with_edges: bool) -> None:
    encoded = part.mesh.encodings.get(GENERATOR)
    if encoded is None or encoded.faces is not part.faces or encoded.deviation is not part.deviation:
        encoded = part.mesh.encodings[GENERATOR] = _encoded(part)
    primitive = {"attributes": {name: scene.file.append(column) for name, column in encoded.attributes.items()},
                 "indices": scene.file.append(encoded.corners), "mode": TRIANGLES, "material": scene.material(_material(part))}
    scene.meshes.append(f'{{"extras":{{{encoded.table},"label":{to_json(part.label)}}},'
                        f'"name":{to_json(part.name)},"primitives":{to_json([primitive])}}}')
    solid, edges = len(scene.meshes) - 1, None
    if with_edges and encoded.edges is not None:
        points, pieces = map(scene.file.append, encoded.edges)
        edges = len(scene.meshes)
        drawn = {"attributes": {"POSITION": points}, "indices": pieces, "mode": LINES, "material": scene.material(_EDGES)}
        told = f'"extras":{{"edges":{encoded.edge_table}}},' if encoded.edge_table else ""
        scene.meshes.append(f'{{{told}"name":{to_json(part.name + " edges")},"primitives":{to_json([drawn])}}}')
    for placement in part.placements:
        scene.roots.append(len(scene.nodes))
        node = {"name": part.name, "mesh": solid, **_attitude(part.name, placement)}
        scene.nodes.append(node)
        if edges is not None:
            node["children"] = [len(scene.nodes)]
            scene.nodes.append({"name": part.name + " edges", "mesh": edges})


def _encoded(part: GltfPart) -> _Encoded:
    mesh = part.mesh
    face_of_vertex, triangles = _faces(part)
    told, starts = part.mesh.edges, part.mesh.edge_starts
    if told and len(told) != len(starts) - 1:
        raise PackageError(f"{part.name}: the mesh has {len(starts) - 1} CAD edges, its table of edges {len(told)}")
    rows = face_of_vertex.astype("<f4")
    attributes = {"POSITION": _points(part, mesh.vertices), "NORMAL": vertices(_y_up(_unit(mesh, triangles), 1.0)),
                  "_FACE": vertices(rows, [float(rows.min())], [float(rows.max())])}
    table = f'"faces":{to_json(face_table(part.faces))}'
    if part.deviation is not None:
        attributes["_DEVIATION"] = _deviations(part, part.deviation)
        table = f'"deviation":{to_json(deviation_table(part.deviation))},{table}'
    return _Encoded(part.faces, part.deviation, table, attributes, indices(triangles, len(mesh.vertices)),
                    _edges(part), to_json(edge_table(told, starts)) if told else "")


def _deviations(part: GltfPart, deviation: Deviation) -> Column:
    import numpy as np

    if len(deviation.values) != len(part.mesh.vertices):
        raise PackageError(f"{part.name}: {len(deviation.values)} deviations for {len(part.mesh.vertices)} vertices")
    values = np.nan_to_num(deviation.values, nan=NOT_FOLLOWED).astype("<f4") + np.float32(0.0)
    low, high = float(values.min()), float(values.max())
    if not (isfinite(low) and isfinite(high) and high <= NOT_FOLLOWED):
        raise PackageError(f"{part.name}: a deviation from {low} to {high} mm is none")
    return vertices(values, [low], [high])


def _points(part: GltfPart, places: Floats) -> Column:
    points = _y_up(places, METRES)
    sides = [points[:, axis] for axis in range(3)]  # the least of each takes a tenth of the time of all at once
    low, high = [float(side.min()) for side in sides], [float(side.max()) for side in sides]
    if not all(map(isfinite, low + high)):
        raise PackageError(f"{part.name}: the mesh has a corner that is no finite number of mm")
    return vertices(points, low, high)


def _edges(part: GltfPart) -> tuple[Column, Column] | None:
    import numpy as np

    count = len(part.mesh.edge_points)
    joins = np.ones(count, dtype=bool)
    joins[part.mesh.edge_starts[1:] - 1] = False
    pieces = np.flatnonzero(joins)[:, None] + np.arange(2)
    return (_points(part, part.mesh.edge_points), indices(pieces, count)) if len(pieces) else None


def _faces(part: GltfPart) -> tuple[Ints, Ints]:
    """(row of each vertex (n,), triangles with three different corners (m, 3))."""
    import numpy as np

    triangles, rows = part.mesh.triangles, part.mesh.face_of_triangle
    if not len(triangles) or rows.min() < 0 or rows.max() >= len(part.faces):
        raise PackageError(f"{part.name}: the mesh has no triangle, or one on a face that is not in its table of faces")
    face_of_vertex = np.zeros(len(part.mesh.vertices), dtype=np.int32)
    face_of_vertex[triangles] = rows[:, None]
    if (face_of_vertex[triangles] != rows[:, None]).any():
        raise PackageError(f"{part.name}: a vertex of the mesh belongs to two faces")
    a, b, c = triangles.T
    proper = (a != b) & (b != c) & (c != a)
    return face_of_vertex, triangles if proper.all() else triangles[proper]


def _unit(mesh: Mesh, triangles: Ints) -> Any:
    """The normals, unit; at a vertex where the surface has none (the tip of a cone), that of its triangles."""
    import numpy as np

    normals = mesh.normals
    length = _lengths(normals)
    lost = ~(length > 1e-6) | ~np.isfinite(length)
    if lost.any():
        normals = np.array(normals)
        a, b, c = (mesh.vertices[triangles[:, i]] for i in range(3))
        total = np.zeros_like(normals)
        np.add.at(total, triangles.reshape(-1), np.repeat(np.cross(b - a, c - a), 3, axis=0))
        normals[lost] = total[lost]
        length = _lengths(normals)
        normals[~(length > 0)] = (0.0, 0.0, 1.0)
        length[~(length > 0)] = 1.0
    return normals / length[:, None]


def _lengths(vectors: Any) -> Any:
    import numpy as np

    x, y, z = vectors.T
    return np.sqrt(x * x + y * y + z * z)


def _y_up(vectors: Floats, scale: float) -> Any:
    """(n, 3) in the CAD frame -> (n, 3) float32 in glTF's."""
    import numpy as np

    x, y, z = vectors.T * scale
    with np.errstate(over="ignore"):
        return np.stack([x, z, -y], axis=1).astype("<f4") + np.float32(0.0)


def _attitude(name: str, placement: Placement) -> dict[str, list[float]]:
    """Translation and rotation of a node; what is not moved or not turned is not said."""
    if not all(map(isfinite, placement)):
        raise PackageError(f"{name}: the placement {placement} is not finite")
    node = {}
    # half angles, for a quaternion; the turns follow one another as in Placement.matrix, about Y, X and Y here
    (ct, st), (ci, si), (cs, ss) = ((cos(radians(angle / 2)), sin(radians(angle / 2))) for angle in placement[3:])
    rotation = _tidy(si * (ct * cs + st * ss), ci * (st * cs + ct * ss),
                     si * (ct * ss - st * cs), ci * (ct * cs - st * ss))
    if rotation != [0.0, 0.0, 0.0, 1.0]:
        node["rotation"] = rotation
    translation = _tidy(placement.x * METRES, placement.z * METRES, -placement.y * METRES)
    if any(translation):
        node["translation"] = translation
    return node


def _tidy(*values: float) -> list[float]:
    """Without the last digits, in which one processor's sine differs from another's, and without -0.0."""
    return [round(value, 12) + 0.0 for value in values]


def _material(part: GltfPart) -> dict[str, Any]:
    look = part.appearance
    if not all(0 <= value <= 1 for value in (*look.colour, look.metallic, look.roughness, look.opacity, look.transmission)):
        raise PackageError(f"{part.name}: {look} has a number that is not from 0 to 1")
    if not (isfinite(look.ior) and look.ior >= 1):
        raise PackageError(f"{part.name}: {look} has an index of refraction that is not 1 or more")
    linear = [round(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4, 6)
              for channel in look.colour]
    material: dict[str, Any] = {"pbrMetallicRoughness": {
        "baseColorFactor": [*linear, look.opacity], "metallicFactor": look.metallic, "roughnessFactor": look.roughness}}
    if look.opacity < 1:
        material["alphaMode"] = "BLEND"
    if look.transmission > 0:
        material["extensions"] = {_TRANSMISSION: {"transmissionFactor": look.transmission}, _IOR: {"ior": look.ior}}
    return material
