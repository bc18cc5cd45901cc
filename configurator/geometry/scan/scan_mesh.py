"""Triangles of a scan as they stand in its file, in its unit and frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from .caps import Caps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class ScanMesh:
    """Corners and triangles; not welded, not clean."""

    points: Floats
    """(n, 3), in the file's unit."""
    triangles: Ints
    """(m, 3), indices of points."""
    kind: str
    """What the file was: `STL (binary)`, `STL (text)`, `PLY (...)`, `OBJ`."""


def areas_of(points: Floats, triangles: Ints) -> Floats:
    """Areas of triangles."""
    import numpy as np

    a, b, c = (points[corner] for corner in triangles.T)
    (ux, uy, uz), (vx, vy, vz) = (b - a).T, (c - a).T
    return np.asarray(np.sqrt((uy * vz - uz * vy) ** 2 + (uz * vx - ux * vz) ** 2 + (ux * vy - uy * vx) ** 2) / 2)


def fanned(corners: Ints, counts: Ints, caps: Caps) -> Ints:
    """Triangles (m, 3) of polygons: `corners` flat, `counts` of each. One of c corners gives c - 2 triangles, below 3 none.

    ScanRefused if that is more than `caps` allows.
    """
    import numpy as np

    each = np.maximum(counts - 2, 0)
    caps.bear_triangles(int(each.sum()))
    if len(counts) and (counts == 3).all():
        return corners.reshape(-1, 3)
    first = np.repeat(np.cumsum(counts) - counts, each)
    turn = np.arange(len(first)) - np.repeat(np.cumsum(each) - each, each)
    found: Any = corners[np.stack([first, first + turn + 1, first + turn + 2], axis=1)]
    return found  # type: ignore[no-any-return]
