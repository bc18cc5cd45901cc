"""Closed meshes made by formula, as the kernel would make them: normals, faces, edges."""

from __future__ import annotations

from configurator.geometry.answers import EdgeRow, FaceRow, Mesh


def torus(ring: float = 20.0, tube: float = 4.0, around: int = 48,
          across: int = 24) -> tuple[Mesh, tuple[FaceRow, ...]]:
    """One toroidal face about Z, 2 * around * across triangles. Like the kernel's, it has two vertices at each seam."""
    import numpy as np

    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, around + 1), np.linspace(0, 2 * np.pi, across + 1), indexing="ij")
    # exactly periodic, as the kernel's seams are
    u[-1], v[:, -1] = 0.0, 0.0
    normals = np.stack([np.cos(v) * np.cos(u), np.cos(v) * np.sin(u), np.sin(v)], axis=-1).reshape(-1, 3)
    centres = np.stack([np.cos(u), np.sin(u), np.zeros_like(u)], axis=-1).reshape(-1, 3)
    a = (np.arange(around)[:, None] * (across + 1) + np.arange(across)).reshape(-1)
    b, c, d = a + across + 1, a + across + 2, a + 1
    triangles = np.stack([np.stack([a, b, c], axis=1), np.stack([a, c, d], axis=1)], axis=1).reshape(-1, 3)
    mesh = Mesh(ring * centres + tube * normals, normals, triangles.astype(np.int32),
                np.zeros(len(triangles), dtype=np.int32), np.zeros((0, 3)), np.zeros(1, dtype=np.int32), 0.01)
    return mesh, (FaceRow("torus", 4 * np.pi**2 * ring * tube, 2 * tube, (0.0, 0.0, 0.0), (0.0, 0.0, 1.0), ring_diameter=2 * ring),)


def torus_volume(ring: float, tube: float, around: int, across: int) -> float:
    """Exact volume inside the triangles of `torus`, mm3, up to the twist of its quadrangles."""
    import numpy as np

    polygon = across / 2 * tube**2 * np.sin(2 * np.pi / across)
    return float(around * np.sin(2 * np.pi / around) * ring * polygon)


def box(x: float = 10.0, y: float = 20.0, z: float = 30.0,
        at: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> tuple[Mesh, tuple[FaceRow, ...]]:
    """Six planes, twelve triangles, twelve straight edges; least corner `at`, mm."""
    import numpy as np

    size, low = np.array([x, y, z]), np.array(at)
    vertices, normals, triangles, faces = [], [], [], []
    for axis in range(3):
        for side in (0, 1):
            normal = np.zeros(3)
            normal[axis] = 2 * side - 1
            one, two = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3]
            corners = [side * np.eye(3)[axis] + p * one + q * two for p, q in ((0, 0), (1, 0), (1, 1), (0, 1))]
            first = len(vertices)
            vertices += [low + corner * size for corner in (corners if side else corners[::-1])]
            normals += [normal] * 4
            triangles += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
            faces.append(FaceRow("plane", float(np.prod(np.delete(size, axis))), None,
                                 tuple(((low + side * size) * np.eye(3)[axis] + 0.0).tolist()), tuple((normal + 0.0).tolist())))
    corners = np.array([[i & 1, i >> 1 & 1, i >> 2 & 1] for i in range(8)])
    edges = [corners[[i, i | bit]] for bit in (1, 2, 4) for i in range(8) if not i & bit]
    rows = [EdgeRow("line", float((one - two) @ (one - two))**0.5, None, None,
                    tuple((one * (one == two)).tolist()), tuple((one != two).astype(float).tolist()))
            for one, two in (low + edge * size for edge in edges)]
    mesh = Mesh(np.array(vertices), np.array(normals), np.array(triangles, dtype=np.int32),
                np.repeat(np.arange(6, dtype=np.int32), 2), low + np.concatenate(edges) * size,
                np.arange(0, 25, 2, dtype=np.int32), 0.01, tuple(rows))
    return mesh, tuple(faces)
