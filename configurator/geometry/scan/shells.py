"""Which pieces of a scan belong to the limb: the largest, and what lies so near that it is the same skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from configurator.product.scan_notes import ScanNote

from .caps import refused
from .scan_mesh import areas_of

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints
    from .welding import Welded

_ALMOST_ALL = 0.85
"""Share of the area from which one shell is the limb without more ado."""
_MOST = 0.7
_LIKE = 0.3
"""A second shell of this share of the first is another limb, not rubbish."""
_GAP = 0.012
"""Pieces nearer than this share of the scan's diagonal (5 mm of a leg) are one skin with a seam."""


def limb_of(clean: Welded) -> tuple[Ints, list[ScanNote]]:
    """(triangles of the limb, what was dropped or joined). ScanRefused if there are two limbs."""
    import numpy as np

    label = _pieces(clean)
    if not label.any():  # one piece
        return clean.triangles, []
    areas = areas_of(clean.points, clean.triangles)
    sizes = np.bincount(label, weights=areas).astype(np.float64)
    whole = max(float(sizes.sum()), 1e-300)
    if sizes.max() >= _ALMOST_ALL * whole:
        return clean.triangles[label == sizes.argmax()], [_dropped(len(sizes) - 1, 1 - float(sizes.max()) / whole)]
    grouped, groups = _near_pieces(clean, areas)
    order = np.argsort(-groups, kind="stable")
    if len(groups) > 1 and groups[order[1]] >= _LIKE * groups[order[0]] and groups[order[0]] < _MOST * whole:
        raise refused("scan.two_limbs", share=round(100 * float(groups[order[1]]) / whole))
    kept = grouped == order[0]
    notes = []
    pieces = len(np.unique(label[kept]))
    if pieces > 1:
        notes.append(ScanNote("scan.pieces_joined", "note", {"count": pieces}))
    if len(groups) > 1:
        notes.append(_dropped(len(sizes) - pieces, 1 - float(groups[order[0]]) / whole))
    return clean.triangles[kept], notes


def _dropped(count: int, share: float) -> ScanNote:
    return ScanNote("scan.shells_dropped", "note", {"count": count, "share": round(100 * share, 1)})


def _pieces(clean: Welded) -> Ints:
    """The piece of each triangle: pieces hang together by corners."""
    import numpy as np

    a, b, c = clean.triangles.T
    return np.asarray(_connected(np.concatenate([a, b]), np.concatenate([b, c]), len(clean.points))[a])


def _near_pieces(clean: Welded, areas: Floats) -> tuple[Ints, Floats]:
    """(piece of each triangle, area of each piece), where cells of a coarse grid that touch hang together."""
    import numpy as np

    points = clean.points
    cell = float(np.linalg.norm(np.ptp(points, axis=0))) * _GAP
    places = ((points - points.min(axis=0)) / cell).astype(np.int64) + 1
    keys, cells = np.unique((places[:, 0] * 1024 + places[:, 1]) * 1024 + places[:, 2], return_inverse=True)
    cells = cells.reshape(-1)
    starts, ends = [], []
    for step in [(x * 1024 + y) * 1024 + z for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)]:
        found = np.searchsorted(keys, keys + step)
        met = (found < len(keys)) & (keys[np.minimum(found, len(keys) - 1)] == keys + step)
        starts.append(np.flatnonzero(met))
        ends.append(found[met])
    # a triangle may be longer than a cell
    a, b, c = cells[clean.triangles].T
    label = _connected(np.concatenate([*starts, a, b]), np.concatenate([*ends, b, c]), len(keys))[a]
    return label, np.bincount(label, weights=areas).astype(np.float64)


def _connected(starts: Ints, ends: Ints, count: int) -> Ints:
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(starts), dtype=bool), (starts, ends)), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)
