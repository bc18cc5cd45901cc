"""Reads a GLB file (glTF 2.0, binary) into plain arrays.

glTF stands in metres with Y up; everything here comes back in millimetres with Z up, the frame of the project.
Lines, points, cameras, skins and animation are left aside; sparse or compressed accessors are refused.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

MAGIC, JSON_CHUNK, BIN_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
KINDS = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
TRIANGLES = 4

# (x, y, z) of glTF in metres is (x, -z, y) of the project in millimetres.
TO_PROJECT = 1000.0 * np.array([[1.0, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1e-3]])


class GlbError(ValueError):
    """The bytes are no GLB file that this loader reads; the message says what was met."""


@dataclass(frozen=True)
class Piece:
    """One triangle set of one node, already standing in the product's frame."""

    name: str
    """Of the node, of its mesh if the node has none."""
    vertices: Floats
    """(n, 3) mm."""
    normals: Floats
    """(n, 3) unit, outward."""
    triangles: Ints
    """(m, 3) counter-clockwise seen from outside."""
    face_of_triangle: Ints
    """(m,) number of the CAD face; all 0 if the file does not tell (`_FACE`)."""
    material: str
    base_colour: tuple[float, float, float]
    """Linear sRGB."""
    metallic: float
    roughness: float
    transmission: float


def load(content: bytes) -> list[Piece]:
    """All triangle sets of the default scene. Raises GlbError."""
    tree, binary = _chunks(content)
    pieces = []
    for node, matrix in _nodes(tree):
        if "mesh" not in node:
            continue
        mesh = tree["meshes"][node["mesh"]]
        name = node.get("name") or mesh.get("name") or f"mesh {node['mesh']}"
        pieces += [_piece(tree, binary, name, primitive, TO_PROJECT @ matrix)
                   for primitive in mesh["primitives"] if primitive.get("mode", TRIANGLES) == TRIANGLES]
    return pieces


def _chunks(content: bytes) -> tuple[dict[str, Any], bytes]:
    if len(content) < 20 or struct.unpack_from("<2I", content) != (MAGIC, 2):
        raise GlbError("no GLB version 2: the first 8 bytes are " + content[:8].hex(" "))
    tree, binary, at = None, b"", 12
    while at + 8 <= len(content):
        length, kind = struct.unpack_from("<2I", content, at)
        chunk = content[at + 8:at + 8 + length]
        if kind == JSON_CHUNK:
            tree = json.loads(chunk)
        elif kind == BIN_CHUNK:
            binary = chunk
        at += 8 + length
    if tree is None:
        raise GlbError("the file has no JSON chunk")
    return tree, binary


def _nodes(tree: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Floats]]:
    """(node, (4, 4) matrix to the scene's frame), parents first."""
    scenes = tree.get("scenes")
    roots = scenes[tree.get("scene", 0)].get("nodes", []) if scenes else range(len(tree.get("nodes", [])))
    stack = [(index, np.eye(4)) for index in reversed(list(roots))]
    while stack:
        index, parent = stack.pop()
        node = tree["nodes"][index]
        matrix = parent @ _matrix(node)
        yield node, matrix
        stack += [(child, matrix) for child in reversed(node.get("children", []))]


def _matrix(node: dict[str, Any]) -> Floats:
    if "matrix" in node:
        return np.array(node["matrix"], float).reshape(4, 4).T
    x, y, z, w = node.get("rotation", (0.0, 0.0, 0.0, 1.0))
    matrix = np.eye(4)
    matrix[:3, :3] = np.array([[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                               [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                               [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]])
    matrix[:3, :3] *= np.array(node.get("scale", (1.0, 1.0, 1.0)))
    matrix[:3, 3] = node.get("translation", (0.0, 0.0, 0.0))
    return matrix


def _accessor(tree: dict[str, Any], binary: bytes, index: int) -> NDArray[Any]:
    """(count, width), or (count,) for scalars."""
    accessor = tree["accessors"][index]
    if "sparse" in accessor or "bufferView" not in accessor:
        raise GlbError(f"accessor {index} is sparse or empty; only plain buffer views are read")
    view = tree["bufferViews"][accessor["bufferView"]]
    if tree["buffers"][view["buffer"]].get("uri"):
        raise GlbError("a buffer lies outside the file; only the binary chunk is read")
    kind, width, count = np.dtype(KINDS[accessor["componentType"]]), WIDTHS[accessor["type"]], accessor["count"]
    start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
    stride = view.get("byteStride", kind.itemsize * width)
    rows = np.ndarray((count, width), kind, binary, start, (stride, kind.itemsize))
    if accessor.get("normalized"):
        rows = np.maximum(rows / np.iinfo(kind).max, -1.0)
    return rows[:, 0] if width == 1 else rows


def _piece(tree: dict[str, Any], binary: bytes, name: str, primitive: dict[str, Any], matrix: Floats) -> Piece:
    attributes = primitive["attributes"]
    points = _accessor(tree, binary, attributes["POSITION"]).astype(float)
    triangles = (_accessor(tree, binary, primitive["indices"]) if "indices" in primitive
                 else np.arange(len(points))).astype(np.int32).reshape(-1, 3)
    vertices = points @ matrix[:3, :3].T + matrix[:3, 3]
    if "NORMAL" in attributes:
        normals = _accessor(tree, binary, attributes["NORMAL"]).astype(float) @ np.linalg.inv(matrix[:3, :3])
    else:
        # The specification asks for flat normals then, so vertices cannot be shared.
        vertices, triangles = vertices[triangles.ravel()], np.arange(triangles.size, dtype=np.int32).reshape(-1, 3)
        a, b, c = vertices[0::3], vertices[1::3], vertices[2::3]
        normals = np.repeat(np.cross(b - a, c - a), 3, axis=0)
    if np.linalg.det(matrix[:3, :3]) < 0:
        triangles = triangles[:, ::-1].copy()
    faces = (_accessor(tree, binary, attributes["_FACE"])[triangles[:, 0]].astype(np.int32)
             if "_FACE" in attributes else np.zeros(len(triangles), np.int32))
    material = tree["materials"][primitive["material"]] if "material" in primitive else {}
    surface = material.get("pbrMetallicRoughness", {})
    red, green, blue, _ = surface.get("baseColorFactor", (1.0, 1.0, 1.0, 1.0))
    transmission = material.get("extensions", {}).get("KHR_materials_transmission", {}).get("transmissionFactor", 0.0)
    return Piece(name, vertices, unit(normals), triangles, faces, material.get("name", ""), (red, green, blue),
                 surface.get("metallicFactor", 1.0), surface.get("roughnessFactor", 1.0), transmission)


def unit(rows: Floats) -> Floats:
    """(n, 3) rows of length one; a row of length zero stays."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-300)
