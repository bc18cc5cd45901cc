"""STL, binary: one part's triangles, mm, in the part's own frame.

The format knows no units; the header says mm, as every program assumes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from configurator.errors import PackageError, PackageRefused
from configurator.geometry.answers import Mesh

if TYPE_CHECKING:
    from configurator.geometry.answers import Floats, Ints

_HEADER = 80
_FACET = [("normal", "<f4", (3,)), ("corners", "<f4", (3, 3)), ("attribute", "<u2")]
_NEEDLE = 1e-6
"""Twice the area over the square of the longest edge; the normal of a thinner triangle is mostly rounding."""


def write(mesh: Mesh, title: str) -> bytes:
    """The welded triangles of `mesh` with normals computed from the very numbers in the file.

    float32 joins points that lie closer together than it can tell apart. Triangles that lose a corner by it are left
    out, and so are pairs of triangles that come to lie back to back: either takes every edge away as often in one
    direction as in the other, so a closed mesh stays closed. A triangle without area whose corners differ must stay
    for the same reason; its normal is (0, 0, 0), which readers take as "compute it".

    Raises PackageError if there is no triangle or a coordinate that float32 cannot hold.
    """
    import numpy as np

    points, triangles = mesh.welded
    with np.errstate(over="ignore"):
        corners, triangles = _joined(points.astype(np.float32), triangles)
    if not len(triangles):
        raise PackageError("an STL file needs at least one triangle; this mesh has none")
    if not np.isfinite(corners).all():
        raise PackageError("the mesh has a corner that is no finite number of mm")
    facets = np.zeros(len(triangles), dtype=_FACET)
    facets["corners"] = corners[triangles]
    facets["normal"] = _normals(corners[triangles].astype(np.float64))[0]
    return _header(title) + len(triangles).to_bytes(4, "little") + facets.tobytes()


def read(data: bytes) -> tuple[Floats, Ints]:
    """(vertices (n, 3) float64 mm, triangles (m, 3) int32) of an STL file as `write` makes it, equal corners joined.

    Raises PackageRefused if it is text STL, cut off or longer than it says, empty, not finite, or if a normal
    contradicts its triangle. Whether it is closed is for the caller to ask: see `open_edges`.
    """
    import numpy as np

    if data[:5].lower() == b"solid":
        raise PackageRefused(["this is a text STL file; a package holds binary ones"])
    if len(data) < _HEADER + 4:
        raise PackageRefused([f"an STL file has a header of {_HEADER + 4} bytes; this one ends after {len(data)}"])
    count = int.from_bytes(data[_HEADER:_HEADER + 4], "little")
    size = _HEADER + 4 + count * np.dtype(_FACET).itemsize
    if not count or len(data) != size:
        raise PackageRefused([f"the STL file says it has {count} triangles, so {size} bytes, but it has {len(data)}"])
    facets = np.frombuffer(data, dtype=_FACET, offset=_HEADER + 4)
    corners, normals = facets["corners"].astype(np.float64), facets["normal"].astype(np.float64)
    if not (np.isfinite(corners).all() and np.isfinite(normals).all()):
        raise PackageRefused(["the STL file holds a coordinate that is no number"])
    if facets["attribute"].any():
        raise PackageRefused(["the STL file holds attributes, which this program does not write"])
    expected, sharp = _normals(corners)
    wrong = (np.abs(normals - expected).max(axis=1) > 1e-4) & sharp
    if wrong.any():
        raise PackageRefused([f"the normals of {wrong.sum()} triangles in the STL file contradict their corners"])
    points, index = _distinct(corners.reshape(-1, 3) + 0.0)
    return points, index.reshape(-1, 3)


def open_edges(triangles: Ints) -> int:
    """How many directed edges of welded `triangles` (m, 3) lack their opposite: 0 means watertight and oriented."""
    import numpy as np

    start, end = triangles.reshape(-1).astype(np.int64), np.roll(triangles, -1, axis=1).reshape(-1).astype(np.int64)
    span = int(triangles.max(initial=0)) + 1
    forth, back = np.sort(start * span + end), np.sort(end * span + start)
    if (forth == back).all():
        return 0
    keys, counts = np.unique(np.concatenate([forth, back]), return_counts=True)
    of_forth = np.zeros(len(keys), dtype=np.int64)
    present, times = np.unique(forth, return_counts=True)
    of_forth[np.searchsorted(keys, present)] = times
    return int(np.abs(2 * of_forth - counts).sum() // 2)


def _joined(points: Any, triangles: Ints) -> tuple[Any, Ints]:
    """Equal points made one, triangles without three corners and pairs back to back left out. Keeps the order."""
    import numpy as np

    unique, index = _distinct(points)
    if len(unique) == len(points):
        return points, triangles
    triangles = index[triangles]
    a, b, c = triangles.T
    triangles = triangles[(a != b) & (b != c) & (c != a)]
    turned = np.argmin(triangles, axis=1)[:, None] + np.arange(3)
    turned = np.take_along_axis(triangles, turned % 3, axis=1)
    forward = turned[:, 1] < turned[:, 2]
    _, group, size = np.unique(np.sort(turned, axis=1), axis=0, return_inverse=True, return_counts=True)
    keep = np.ones(len(triangles), dtype=bool)
    waiting: dict[tuple[int, bool], list[int]] = {}
    for row in np.flatnonzero(size[group.reshape(-1)] > 1).tolist():
        key, side = int(group[row]), bool(forward[row])
        if opposite := waiting.get((key, not side)):
            keep[[row, opposite.pop()]] = False
        else:
            waiting.setdefault((key, side), []).append(row)
    return unique, triangles[keep]


def _distinct(points: Any) -> tuple[Any, Ints]:
    """(rows of `points` (n, 3) without repetition, index (n,) int32 into them); six times as fast as numpy.unique."""
    import numpy as np

    order = np.lexsort(points.T)
    ordered = points[order]
    fresh = np.ones(len(points), dtype=bool)
    fresh[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    index = np.empty(len(points), dtype=np.int32)
    index[order] = np.cumsum(fresh) - 1
    return ordered[fresh], index


def _normals(corners: Any) -> tuple[Any, Any]:
    """(unit normals (m, 3) float64, sharp (m,) bool) of triangles (m, 3, 3); zero without area, not sharp if a needle.

    Written out in single multiplications and additions: sums of numpy may be ordered otherwise on another processor.
    """
    import numpy as np

    a, b, c = ((corners[:, (i + 1) % 3] - corners[:, i]).T for i in range(3))
    normal = np.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])
    length = np.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2])
    longest = np.max([edge[0] * edge[0] + edge[1] * edge[1] + edge[2] * edge[2] for edge in (a, b, c)], axis=0)
    return (normal / np.where(length > 0, length, 1.0)).T + 0.0, length > _NEEDLE * longest


def _header(title: str) -> bytes:
    # "COLOR=" in a header means something to some readers, "solid" at its beginning means text STL to all; readers in C
    # print it up to a zero byte
    text = "".join(letter if " " <= letter <= "~" and letter != "=" else "?" for letter in title)
    return f"mm, right-handed. {text}".encode("ascii")[:_HEADER - 1].ljust(_HEADER, b"\0")
