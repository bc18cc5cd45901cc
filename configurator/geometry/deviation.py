"""How far a part's outer skin lies from the limb that it is meant to follow: at every vertex, and in a few figures.

What belongs to that skin is told by the faces: those that look outwards as the limb does. Inner skins look the other way; rims,
walls of openings, lands and roundings of edges look aside. A narrow face that as a whole lies further off is a step of the
design, as the tongue of a lap or the floor of a recess: it is not counted. A large one always is, however wrong it lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from configurator.product.followed import Followed

from .answers import Mesh
from .limb_skin import distances, normals_at, skin

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Values: TypeAlias = NDArray[np.float32]
else:
    Floats = Values = Any

_ALIKE = 0.9
"""Cosine between a face's normals and the limb's, in the mean of its vertices: roundings of edges have 0.64."""
_STEP = 1.0
"""mm; a narrow face of which half or more lies further off is a step."""
_NARROW = 0.1
"""Share of all that looks outwards."""
_DECIMALS = 3
"""Of mm: the meshes that both follow from are no finer."""


class Spread(NamedTuple):
    """Distances over an area, mm; each place counts by the area around it."""

    area: float
    """mm2."""
    median: float
    """Signed: outside of where it is meant to be is positive."""
    p95: float
    """What 95 % of the area keep, either way."""
    greatest: float
    """The greatest either way, signed."""


@dataclass(frozen=True)
class Deviation:
    """How far one part is off."""

    limb: str
    """sha256 of the limb, in the part's frame."""
    offset: float
    """mm; how far outside of the limb's skin the part is meant to lie."""
    whole: Spread
    """Of all of the outer skin that has the limb's skin under it."""
    away: Spread | None
    """Of what touches no rim and no opening: triangles without a corner on one. None where there is no such triangle."""
    values: Values
    """(n,) float32, for each vertex of the mesh, mm less the offset; NaN where nothing is followed."""


def deviation(mesh: Mesh, followed: Followed) -> Deviation | None:
    """How far a mesh is off. None if no face of it looks outwards over the limb."""
    import numpy as np

    limb = skin(followed.limb)
    faces = face_of_vertex(mesh)
    used = faces >= 0
    looks = np.einsum("ij,ij->i", normals_at(limb, mesh.vertices), mesh.normals)
    counts = np.bincount(faces[used])
    outside = np.bincount(faces[used], looks[used]) >= _ALIKE * np.maximum(counts, 1)
    chosen = used & outside[np.maximum(faces, 0)]
    values = np.full(len(mesh.vertices), np.nan, dtype=np.float32)
    values[chosen] = distances(limb, mesh.vertices[chosen]) - followed.offset
    values[_on_steps(mesh, faces, chosen, values)] = np.nan
    found = spreads(mesh, values)
    return None if found is None else Deviation(followed.limb.sha256, followed.offset, *found, values)


def spreads(mesh: Mesh, values: Values) -> tuple[Spread, Spread | None] | None:
    """The figures of values at the vertices of a mesh: of all triangles whose three corners have one, and of those away from
    edges. None if there is no such triangle."""
    import numpy as np

    known = np.isfinite(values)
    a, b, c = mesh.triangles.T
    triangles = mesh.triangles[known[a] & known[b] & known[c]]
    if not len(triangles):
        return None
    areas = _areas(mesh.vertices, triangles)
    edge, (a, b, c) = _on_edges(len(values), triangles), triangles.T
    inside = ~(edge[a] | edge[b] | edge[c])
    whole = _spread(values, triangles, areas)
    return whole, _spread(values, triangles[inside], areas[inside]) if inside.any() else None


def face_of_vertex(mesh: Mesh) -> Any:
    """(n,) the row of the face that a vertex belongs to; -1 of one that no triangle has."""
    import numpy as np

    found = np.full(len(mesh.vertices), -1, dtype=np.int32)
    found[mesh.triangles] = mesh.face_of_triangle[:, None]
    return found


def _on_steps(mesh: Mesh, faces: Any, chosen: Any, values: Values) -> Any:
    """Which of the chosen vertices lie on narrow faces that are a step."""
    import numpy as np

    areas = np.bincount(mesh.face_of_triangle, _areas(mesh.vertices, mesh.triangles))
    rows = np.unique(faces[chosen])
    steps = np.zeros(len(areas), dtype=bool)
    for row in rows[areas[rows] < _NARROW * areas[rows].sum()]:
        here = np.abs(values[chosen & (faces == row)])
        steps[row] = np.isnan(here).all() or np.nanmedian(here) > _STEP
    return chosen & steps[np.maximum(faces, 0)]


def _areas(vertices: Any, triangles: Any) -> Any:
    import numpy as np

    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (vertices[corner].T for corner in triangles.T)
    bx, by, bz, cx, cy, cz = bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az
    return np.sqrt((by * cz - bz * cy) ** 2 + (bz * cx - bx * cz) ** 2 + (bx * cy - by * cx) ** 2) / 2


def _on_edges(count: int, triangles: Any) -> Any:
    """Whether a vertex lies where the triangles end. Around one that does not, each neighbour follows one triangle and leads
    another, so that the sum over followers less the sum over leaders is nothing."""
    import numpy as np

    marks = np.random.default_rng(0).random(count)  # of neighbours: their numbers could cancel
    first, second, third = (marks[corner] for corner in triangles.T)
    sums = np.sum([np.bincount(corner, ahead - behind, count) for corner, ahead, behind in zip(
        triangles.T, (second, third, first), (third, first, second), strict=True)], axis=0)
    return np.abs(sums) > 1e-9


def _spread(values: Any, triangles: Any, areas: Any) -> Spread:
    import numpy as np

    weights = np.sum([np.bincount(corner, areas, len(values)) for corner in triangles.T], axis=0) / 3
    used = weights > 0
    weights, found = weights[used], values[used].astype(np.float64)
    return Spread(round(float(areas.sum()), 1), _share(found, weights, 0.5), _share(np.abs(found), weights, 0.95),
                  _rounded(found[np.argmax(np.abs(found))]))


def _share(values: Any, weights: Any, share: float) -> float:
    """The least value that this share of the weight does not exceed."""
    import numpy as np

    order = np.argsort(values)
    sums = np.cumsum(weights[order])
    return _rounded(values[order[min(int(np.searchsorted(sums, share * sums[-1])), len(order) - 1)]])


def _rounded(value: Any) -> float:
    return round(float(value), _DECIMALS) + 0.0
