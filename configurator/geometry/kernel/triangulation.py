"""The kernel's triangles as arrays.

Asking the kernel node by node costs a microsecond a number; its binary format holds the same numbers in one block.
Layout (BinTools, OCCT 7.9), little-endian: int32 nodes, int32 triangles, byte has UV, byte has normals, float64
deflection, nodes as 3 float64, UV as 2 float64, triangles as 3 int32 from 1, normals as 3 float32.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from OCP.BinTools import BinTools, BinTools_FormatVersion
from OCP.BRep import BRep_Tool
from OCP.Message import Message_ProgressRange
from OCP.Poly import Poly_Connect
from OCP.StdPrs import StdPrs_ToolTriangulatedShape
from OCP.TopLoc import TopLoc_Location

from configurator.errors import BuildFailed

_SECTION = re.compile(rb"(?<!On)Triangulations (\d+)\n")
_HEAD = 18


@dataclass(frozen=True)
class FaceMesh:
    """Triangles of one face, as the kernel keeps them: in the face's own location and natural orientation."""

    nodes: Any
    """(n, 3) float64, mm."""
    normals: Any
    """(n, 3) float64, of the surface; zero where it has none."""
    triangles: Any
    """(m, 3) int32 from 0."""


def face_meshes(solid: Any, faces: list[Any]) -> list[FaceMesh]:
    """The triangulation of each face of a meshed solid, in the order of `faces`."""
    for face in faces:
        found = BRep_Tool.Triangulation_s(face, TopLoc_Location())
        if found is None:
            raise BuildFailed(f"face {faces.index(face) + 1} could not be meshed")
        StdPrs_ToolTriangulatedShape.ComputeNormals_s(face, found, Poly_Connect(found))
    stream = BytesIO()
    BinTools.Write_s(solid, stream, True, True, BinTools_FormatVersion.BinTools_FormatVersion_CURRENT,
                     Message_ProgressRange())
    data = stream.getvalue()
    section = list(_SECTION.finditer(data))[-1]
    place, read = section.end(), dict[Any, FaceMesh]()
    for _ in range(int(section[1])):
        mesh, place = _read(data, place)
        read[len(mesh.nodes), len(mesh.triangles), *mesh.nodes[0], *mesh.nodes[-1]] = mesh
    try:
        return [read[_key(BRep_Tool.Triangulation_s(face, TopLoc_Location()))] for face in faces]
    except KeyError:  # another version of the kernel writes otherwise; nothing that follows would be right
        raise BuildFailed("the kernel's binary format is not the one this program knows (BinTools of OCCT 7.9)") from None


def _key(found: Any) -> tuple[Any, ...]:
    """The file lists triangulations in an order of its own; counts and two nodes tell them apart."""
    first, last = found.Node(1), found.Node(found.NbNodes())
    return (found.NbNodes(), found.NbTriangles(), first.X(), first.Y(), first.Z(), last.X(), last.Y(), last.Z())


def _read(data: bytes, place: int) -> tuple[FaceMesh, int]:
    nodes, triangles = (int(each) for each in np.frombuffer(data, "<i4", 2, place))
    has_uv, has_normals = data[place + 8], data[place + 9]
    place += _HEAD
    points = np.frombuffer(data, "<f8", 3 * nodes, place).reshape(-1, 3)
    place += 24 * nodes + (16 * nodes if has_uv else 0)
    corners = np.frombuffer(data, "<i4", 3 * triangles, place).reshape(-1, 3) - 1
    place += 12 * triangles
    normals = np.zeros_like(points)
    if has_normals:
        normals = np.frombuffer(data, "<f4", 3 * nodes, place).reshape(-1, 3).astype(np.float64)
        place += 12 * nodes
    return FaceMesh(points, normals, corners), place
