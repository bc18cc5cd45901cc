"""The bytes of a scan become triangles, or a refusal that says what is wrong."""

from __future__ import annotations

from .caps import Caps, refused
from .kinds import OBJ, PLY, STL_BINARY, told
from .obj_reading import read_obj
from .ply_reading import read_ply
from .scan_mesh import ScanMesh
from .stl_reading import read_binary, read_text

_FURTHEST = 1e9
"""In whatever unit; a coordinate further out is a fault, and its square would not be a number for long."""
_FLAT = 0.02
"""Least thickness of a scan, of its length: a limb's is about 0.25."""


def read(data: bytes, caps: Caps) -> ScanMesh:
    """Triangles as they stand in the file. ScanRefused: empty, no mesh, cut off, false counts, not finite, too large, flat."""
    import numpy as np

    if not data:
        raise refused("scan.empty")
    caps.bear(len(data))
    kind, seems = told(data)
    if not kind:
        raise refused("scan.other_format", format=seems) if seems else refused("scan.not_a_mesh")
    if kind == PLY:
        mesh = read_ply(data, caps)
    elif kind == OBJ:
        mesh = read_obj(data, caps)
    else:
        mesh = (read_binary if kind == STL_BINARY else read_text)(data, caps)
    if not len(mesh.triangles):
        raise refused("scan.points_only", count=len(mesh.points)) if len(mesh.points) else refused("scan.no_triangles")
    if not np.isfinite(mesh.points).all():
        raise refused("scan.not_finite")
    if np.abs(mesh.points).max() > _FURTHEST:
        raise refused("scan.far", most=f"{_FURTHEST:.0e}")
    _bear_flat(mesh)
    return mesh


def _bear_flat(mesh: ScanMesh) -> None:
    """A sheet, a line or a point has no inside. In which direction it is thin the principal axes tell."""
    import numpy as np

    corners = mesh.triangles.reshape(-1)
    used = mesh.points[corners[::max(1, len(corners) // 30_000)]]
    centred = used - used.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    spans = np.ptp(centred @ axes, axis=0)
    if not spans.max() > 0 or spans.min() < _FLAT * spans.max():
        raise refused("scan.flat")
