"""A small scene of boxes, written by the package's own GLB writer, with the rows a mesh file may have besides."""

from __future__ import annotations

import json
from typing import Any

from configurator.exchange import gltf
from configurator.geometry.answers import FaceRow, Mesh
from configurator.geometry.deviation import Deviation, Spread
from configurator.product.placement import Placement

SIDES = (((1, 0, 0), (0, 1, 0), (0, 0, 1)), ((-1, 0, 0), (0, 0, 1), (0, 1, 0)), ((0, 1, 0), (0, 0, 1), (1, 0, 0)),
         ((0, -1, 0), (1, 0, 0), (0, 0, 1)), ((0, 0, 1), (1, 0, 0), (0, 1, 0)), ((0, 0, -1), (0, 1, 0), (1, 0, 0)))
"""Outward normal, and two ways across the face, right-handed."""


def box(x: float, y: float, z: float, off: tuple[float, float] | None = None) -> bytes:
    """A mesh file of a box about the origin, mm: six planes in the order +X -X +Y -Y +Z -Z, and one edge along X.

    `off`: its +Z face follows something 3 mm away, and is so far off, mm, at its -X and at its +X side.
    """
    import numpy as np

    half = np.array([x, y, z]) / 2
    vertices, normals, triangles = [], [], []
    for normal, u, v in np.array(SIDES, dtype=float):
        first = len(vertices)
        vertices += [half * (normal + a * u + b * v) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        normals += [normal] * 4
        triangles += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
    edge = np.array([[-half[0], -half[1], half[2]], [half[0], -half[1], half[2]]])
    mesh = Mesh(np.array(vertices), np.array(normals), np.array(triangles, dtype=np.int32),
                np.repeat(np.arange(6, dtype=np.int32), 2), edge, np.array([0, 2], dtype=np.int32), 0.1)
    areas = (y * z, y * z, x * z, x * z, x * y, x * y)
    look = gltf.Appearance((0.5, 0.5, 0.5), 1.0, 0.3)
    rows = [FaceRow("plane", area) for area in areas]
    deviation = None
    if off is not None:
        values = np.full(24, np.nan, dtype=np.float32)
        values[16:20] = [off[0], off[1], off[1], off[0]]
        deviation = Deviation("00" * 32, 3.0, Spread(x * y, sum(off) / 2, max(map(abs, off)), max(off, key=abs)), None, values)
    data = gltf.write([gltf.GltfPart("P-01", "Box", look, mesh, rows, [Placement()], deviation)], "box", {})
    faces = [{"type": "plane", "area_mm2": area, "diameter_mm": None, "direction": normal, "origin_mm": [float(h * n) for h, n in zip(half, normal, strict=True)]}
             for area, (normal, _, _) in zip(areas, SIDES, strict=True)]
    return _said(data, faces, [{"type": "line", "length_mm": x, "first": 0, "count": 2}])


def _said(data: bytes, faces: list[dict[str, Any]], edges: list[dict[str, Any]]) -> bytes:
    """The same file with other rows."""
    length = int.from_bytes(data[12:16], "little")
    document = json.loads(data[20:20 + length])
    for mesh in document["meshes"]:
        mesh["extras"] = {"edges": edges} if mesh["name"].endswith(" edges") else {**mesh.get("extras", {}), "faces": faces}
    head = json.dumps(document).encode()
    head += b" " * (-len(head) % 4)
    body = data[20 + length:]
    return b"".join([data[:8], (20 + len(head) + len(body)).to_bytes(4, "little"), len(head).to_bytes(4, "little"), b"JSON", head, body])


def part(name: str, mesh: str, at: tuple[float, float, float] = (0, 0, 0), **look: Any) -> dict[str, Any]:
    """One part of a scene; `at` is where it stands, mm, CAD frame."""
    x, y, z = (value / 1000 for value in at)
    appearance = {"colour": [0.8, 0.2, 0.2], "metallic": 1, "roughness": 0.3, "opacity": 1, "transmission": 0, "ior": 1.5, "finish": "polished"}
    return {"name": name, "label": name.title(), "number": "P-01", "bought": True, "mesh": f"/api/mesh/{mesh}.glb", "mass_g": None,
            "material": "steel", "placements": [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, z, -y, 1]], "appearance": {**appearance, **look}}


def scene(key: str, size: tuple[float, float, float], *parts: dict[str, Any]) -> dict[str, Any]:
    """A scene whose box has `size` and stands about the origin, mm."""
    return {"key": key, "number": "P-1234567890", "title": f"Box {key}", "template": "box", "parts": list(parts),
            "box": {"low": [-side / 2 for side in size], "high": [side / 2 for side in size]}}
