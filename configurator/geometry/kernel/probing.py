"""Looks at a part as a tool would, on its exact solid and its triangles; what was looked at once is remembered."""

from __future__ import annotations

from typing import Any

import numpy as np

from configurator.geometry.answers import FaceRow, Mesh
from configurator.geometry.probed import DIRECTIONS, Horizon, Narrow, Probe
from configurator.geometry.requests import BuildRequest
from configurator.product.measured import Point

from .build import build, load, the_memo
from .hollows import holes_and_corners, sharp_edges
from .rays import Rays, Samples, breadths
from .shapes import faces_of
from .soundings import Soundings

_COUNT = 1500  # samples of a part, roughly
_LEAST, _MOST = 4, 200
_LOOKS = 6  # samples of a face that look out for tools
_OFF = 0.02  # mm off a face, beyond the chords of the mesh
_ALONG = -1e-3  # a wall that runs along the tool is made by its side
_NARROW = 0.05
_TURNED = ("cylinder", "cone", "torus", "sphere", "plane")


def probe(request: BuildRequest, horizon: Horizon) -> Probe:
    """What a tool meets on the one part of a request. BuildError if it cannot be built."""
    (answer,) = build(request)
    assert answer.mesh is not None
    product = load(request)
    leaf, _ = the_memo().leaf(product, product.parts[answer.name])
    name = f"probe {request.deflection!r} {tuple(horizon)!r}"
    if name not in leaf.more:
        found = _probed(leaf.more["solid"], answer.faces, answer.mesh, horizon)
        the_memo().keep(leaf, **{name: (found, 2000 + 300 * sum(map(len, found[:9])))})
    return Probe(answer.name, answer.key, *leaf.more[name])


def _probed(solid: Any, rows: tuple[FaceRow, ...], mesh: Mesh, horizon: Horizon) -> tuple[Any, ...]:
    """The fields of a Probe after its part and key."""
    rays, faces, count = Rays(mesh), faces_of(solid), len(rows)
    wide = breadths(mesh, rays, count)
    samples = rays.samples(mesh, count, float(np.sqrt(rays.areas.sum() / _COUNT)), _LEAST, _MOST)
    sounded = Soundings(rays, samples, faces, rows, wide, mesh.deflection)
    axis, turned = _main_axis(rows)
    seen, unseen = _access(rays, _few(samples), wide, axis)
    open_faces = {index for index, from_where in enumerate(seen) if "normal" in from_where}
    holes, corners = holes_and_corners(rays, mesh, rows, open_faces)
    slivers = _slivers(mesh, rays, samples, wide, horizon.relief)
    return (sounded.walls(horizon), sounded.gaps(horizon), sounded.slots(horizon), tuple(holes), tuple(corners),
            tuple(sharp_edges(rays, faces, rows, wide, horizon.relief)), slivers,
            seen, unseen, turned, None if axis is None else axis[1], mesh.deflection)


def _slivers(mesh: Mesh, rays: Rays, samples: Samples, wide: Any, relief: float) -> tuple[Narrow, ...]:
    """Narrow faces and short edges, the narrowest first; without faces that are smaller than relief on the whole and the
    edges around them: the turns of letters are no mistakes of a shape."""
    corners = mesh.vertices[mesh.triangles].reshape(-1, 3)
    of, count = np.repeat(rays.faces, 3), len(wide)
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    np.minimum.at(low, of, corners)
    np.maximum.at(high, of, corners)
    small = np.linalg.norm(high - low, axis=1) < relief
    known = set(map(tuple, np.round(corners[small[of]], 6).tolist()))
    found = [Narrow(index, round(float(wide[index]), 6), _some(samples, index))
             for index in np.flatnonzero((wide < _NARROW) & ~small).tolist()]
    for k, row in enumerate(mesh.edges):
        if row.length < _NARROW:
            ends = mesh.edge_points[[mesh.edge_starts[k], mesh.edge_starts[k + 1] - 1]]
            if not known.issuperset(map(tuple, np.round(ends, 6).tolist())):
                found.append(Narrow(-1, round(row.length, 6), _rounded(ends[0])))
    return tuple(sorted(found, key=lambda each: each[1:]))


def _main_axis(rows: tuple[FaceRow, ...]) -> tuple[tuple[Point, Point] | None, tuple[bool, ...]]:
    """The line (point, direction) about which most area is turned, and which faces are turned about it."""
    lines: dict[tuple[Point, Point], float] = {}
    for row in rows:
        if row.kind in ("cylinder", "cone") and row.origin is not None and row.direction is not None:
            line = (row.origin, _upright(row.direction))
            lines[line] = lines.get(line, 0.0) + row.area
    if not lines:
        return None, (False,) * len(rows)
    axis = max(sorted(lines), key=lambda line: lines[line])
    return axis, tuple(_about(row, *axis) for row in rows)


def _upright(way: Point) -> Point:
    first = next(each for each in way if each)
    return way if first > 0 else (-way[0] + 0.0, -way[1] + 0.0, -way[2] + 0.0)


def _about(row: FaceRow, origin: Point, along: Point) -> bool:
    if row.kind not in _TURNED or row.origin is None:
        return False
    gap = np.array(row.origin) - np.array(origin)
    on_axis = bool(np.linalg.norm(gap - np.array(along) * (gap @ np.array(along))) < 1e-6)
    same = row.direction is None or abs(float(np.dot(row.direction, along))) > 1 - 1e-9
    return same and (on_axis or row.kind == "plane")


def _few(samples: Samples) -> Samples:
    """At most some of each face, spread over it."""
    starts = np.flatnonzero(np.diff(samples.faces, prepend=-1))
    counts = np.diff(np.append(starts, len(samples.faces)))
    chosen = np.concatenate([start + np.unique(np.linspace(0, count - 1, _LOOKS).astype(int))
                             for start, count in zip(starts, counts, strict=True)])
    return Samples(*(rows[chosen] for rows in samples))


def _access(rays: Rays, looks: Samples, wide: Any, axis: tuple[Point, Point] | None) -> tuple[Any, Any]:
    """For each face from where all of it is seen; and the faces of which more than half is seen from nowhere."""
    points, count = looks.points + looks.normals * _OFF, len(wide)
    free = np.zeros((len(DIRECTIONS), len(points)), dtype=bool)
    for index, name in enumerate(DIRECTIONS):
        if name == "normal":
            ways = looks.normals
        elif name == "radial":
            if axis is None:
                continue
            origin, along = (np.array(each) for each in axis)
            ways = points - origin
            ways = ways - np.outer(ways @ along, along)
            ways = ways / np.maximum(np.linalg.norm(ways, axis=1), 1e-9)[:, None]
        else:
            ways = np.tile(np.eye(3)["XYZ".index(name[1])] * (1.0 if name[0] == "+" else -1.0), (len(points), 1))
        facing = np.flatnonzero((ways * looks.normals).sum(axis=1) > _ALONG)
        distances, _ = rays.first(points[facing], ways[facing])
        free[index, facing] = np.isinf(distances)
    per_face = np.maximum(np.bincount(looks.faces, minlength=count), 1)
    shares = np.array([np.bincount(looks.faces, row, minlength=count) for row in free]) / per_face
    seen = tuple(tuple(name for name, share in zip(DIRECTIONS, column, strict=True) if share > 1 - 1e-9)
                 for column in shares.T.tolist())
    hidden = ~free.any(axis=0)
    lost = np.bincount(looks.faces, hidden, minlength=count) / per_face
    unseen = tuple(Narrow(face, round(float(wide[face]), 6),
                          _rounded(looks.points[np.flatnonzero(hidden & (looks.faces == face))[0]]))
                   for face in np.flatnonzero(lost > 0.5).tolist())
    return seen, unseen


def _some(samples: Samples, face: int) -> Point:
    return _rounded(samples.points[np.flatnonzero(samples.faces == face)[0]])


def _rounded(point: Any) -> Point:
    x, y, z = (round(float(each), 6) + 0.0 for each in point)
    return (x, y, z)
