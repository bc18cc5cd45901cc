"""Proof that most faces of a solid are sound, all at once; what it leaves open is for the kernel to judge.

Proven is what the kernel checks too: the shell is closed, connected and oriented alike; edges end in their vertices; traces
follow their edges; loops are closed, bound a region, and run with it on their left.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .outlines_check import bounding, cut
from .records import Kind, Numbers, Records, Surface
from .surfaces import TURNED, elementary, frames, meridian, on_patches, patches, sheet, sizes
from .traces import Bundle, Uses, in_order, laid_out

_SAMPLES = np.linspace(0, 1, 23)
"""As many as the kernel looks at."""
_ENDS = np.array([0.0, 1.0])
_SOME = np.linspace(0, 1, 11)
_TRACED = {Kind.LINE: 2, Kind.CIRCLE: len(_SAMPLES), Kind.POLYNOMIAL: len(_SAMPLES), Kind.SPLINE: len(_SAMPLES)}


def open_questions(known: Records) -> list[int] | None:
    """Faces, by their index in the shell, that are not proven sound; None if their shell is not."""
    (uses, rows, edges, traces), count = laid_out(known), len(known.faces)
    if not _is_shell(known, uses, count):
        return None
    ends = _ends_meet(known, rows, edges)
    told = np.zeros(len(uses.edge), dtype=bool)
    for each in traces:
        told[each.which] = True
    scale, fits = _scales(known, uses, traces, count)
    vertices = rows[uses.edge][:, 4:6]
    order, chained = in_order(uses, np.where(uses.forward[:, None], vertices, vertices[:, ::-1]),
                              *_places(traces, uses, scale))
    told &= ends[uses.edge] & uses.matches & chained & _follow(known, uses, traces, edges, rows[:, 0])
    sound = fits & np.array([bool(face.wires) for face in known.faces])
    sound[uses.face[~told]] = False
    if not sound.any():
        return list(range(count))
    kept = sound[uses.face]
    parts = [each.part(np.flatnonzero(kept[each.which])) for each in traces]
    pieces = cut([each for each in parts if len(each.which)], uses.forward, scale[uses.face], uses.loop, order)
    face_of_loop = np.zeros(int(uses.loop.max()) + 1, dtype=int)
    face_of_loop[uses.loop] = uses.face
    sound &= bounding(pieces, face_of_loop, count)
    return [int(index) for index in np.flatnonzero(~sound)]


def _is_shell(known: Records, uses: Uses, count: int) -> bool:
    """Whether every edge is used twice, in opposite senses, and all faces hang together."""
    forward = uses.forward == np.array([face.forward for face in known.faces])[uses.face]
    edges = len(known.edges.rows)
    plain = np.array([row[6] for row in known.edges.rows]) > 0
    ways = [np.bincount(uses.edge[forward == sense], minlength=edges) for sense in (True, False)]
    if not ((ways[0] == 1) & (ways[1] == 1))[plain].all():
        return False
    order = np.argsort(uses.edge[plain[uses.edge]], kind="stable")
    pairs = uses.face[plain[uses.edge]][order].reshape(-1, 2)
    return bool(connected_components(coo_matrix((np.ones(len(pairs)), pairs.T), (count, count)), directed=False)[0] == 1)


def _ends_meet(known: Records, rows: Any, edges: list[Bundle]) -> Any:
    """(edges,) whether the curve of each ends in its vertices."""
    vertices = np.array(known.edges.vertices)
    met = np.zeros(len(rows), dtype=bool)
    for bundle in edges:
        ends = vertices[rows[bundle.which][:, 4:6].astype(int)]
        off = np.sqrt(((bundle.at(_ENDS) - ends[:, :, 1:])**2).sum(axis=2))
        met[bundle.which] = (off <= np.maximum(ends[:, :, 0], rows[bundle.which, :1])).all(axis=1)
    return met & (rows[:, 6] > 0)


def _places(traces: list[Bundle], uses: Uses, scale: Any) -> tuple[Any, Any]:
    """(n, 2) where each use starts and ends, in scaled parameters."""
    ends = np.full((len(uses.edge), 2, 2), np.nan)
    for bundle in traces:
        ends[bundle.which] = bundle.at(_ENDS)
    ends *= scale[uses.face][:, None]
    ahead = uses.forward[:, None]
    return np.where(ahead, ends[:, 0], ends[:, 1]), np.where(ahead, ends[:, 1], ends[:, 0])


def _follow(known: Records, uses: Uses, traces: list[Bundle], edges: list[Bundle], tolerance: Any) -> Any:
    """(uses,) whether the trace, on its surface, follows the edge within the edge's tolerance."""
    follows = np.zeros(len(uses.edge), dtype=bool)
    planes = np.flatnonzero(uses.trace == 0)
    follows[planes] = _in_planes(known, uses, planes, edges, tolerance)
    kinds = np.array([Kind.OTHER, *(surface.kind for surface in known.surfaces)])[uses.surface]
    kinds[planes] = Kind.OTHER
    least = _needed(known, uses, edges)
    for samples in (_ENDS, _SOME, _SAMPLES):
        points = np.full((len(tolerance), len(samples), 3), np.nan)
        for bundle in edges:
            points[bundle.which] = bundle.at(samples)
        for bundle in traces:
            here = kinds[bundle.which] * (np.maximum(least, _TRACED[bundle.kind])[bundle.which] == len(samples))
            for kind in np.unique(here[here > 0]).tolist():
                part = bundle.part(np.flatnonzero(here == kind))
                on, places, surfaces = uses.edge[part.which], part.at(samples), uses.surface[part.which]
                found = (_on_patches(known, surfaces, places) if kind == Kind.PATCH else
                         _on_sheets(known, surfaces, places) if kind == Kind.SHEET else
                         elementary(kind, known.surfaces, surfaces, places))
                follows[part.which] = ((found - points[on])**2).sum(axis=2).max(axis=1) <= tolerance[on]**2
    return follows


def _needed(known: Records, uses: Uses, edges: list[Bundle]) -> Any:
    """(uses,) points to look at where the trace is a line: polynomials of a degree that agree in one more agree everywhere."""
    degrees = np.full(len(known.edges.rows), 99)
    for bundle in edges:
        if bundle.kind in (Kind.LINE, Kind.POLYNOMIAL):
            degrees[bundle.which] = bundle.numbers.shape[1] - 1
    of_surface = np.array([99, *(1 if each.kind == Kind.PLANE else sum(each.degrees) or 99 if each.kind != Kind.SHEET else 99
                                 for each in known.surfaces)])
    degree = np.maximum(degrees[uses.edge], of_surface[uses.surface])
    return np.where(degree < len(_ENDS), len(_ENDS), np.where(degree < len(_SOME), len(_SOME), len(_SAMPLES)))


def _in_planes(known: Records, uses: Uses, planes: Any, edges: list[Bundle], tolerance: Any) -> Any:
    """(m,) whether edges lie in the planes of uses (m,) that have no traces of their own."""
    frame = frames(known.surfaces, uses.surface[planes])
    inside = np.zeros(len(planes), dtype=bool)
    row = np.empty(len(tolerance), dtype=int)
    for bundle in edges:
        row[:] = -1
        row[bundle.which] = np.arange(len(bundle.which))
        which = np.flatnonzero(row[uses.edge[planes]] >= 0)
        at = row[uses.edge[planes[which]]]
        if bundle.kind == Kind.CIRCLE:
            rises = np.abs(((bundle.numbers[at, :1] - frame[which, :1]) @ frame[which, 1, :, None])[..., 0]).max(axis=1)
            rises += np.abs((bundle.numbers[at, 1:] @ frame[which, 1, :, None])[..., 0]).sum(axis=1)
        else:  # no further away than its ends, or its poles
            points = bundle.numbers if bundle.kind in (Kind.POLYNOMIAL, Kind.SPLINE) else bundle.at(_ENDS)
            rises = np.abs(((points[at] - frame[which, :1]) @ frame[which, 1, :, None])[..., 0]).max(axis=1)
        inside[which] = rises <= tolerance[uses.edge[planes[which]]]
    return inside


def _on_patches(known: Records, numbers: Any, places: Any) -> Any:
    found = np.full((*places.shape[:2], 3), np.nan)
    alike: dict[tuple[int, int], list[int]] = {}
    for index, number in enumerate(numbers.tolist()):
        alike.setdefault(known.surfaces[number - 1].degrees, []).append(index)
    for rows in alike.values():
        spans = np.array([known.surfaces[number - 1].spans for number in numbers[rows].tolist()])
        inside = (places[rows] > spans[:, None, ::2] - 1e-9).all() and (places[rows] < spans[:, None, 1::2] + 1e-9).all()
        if inside:
            found[rows] = on_patches(patches(known.surfaces, numbers[rows]), spans, places[rows])
    return found


def _on_sheets(known: Records, numbers: Any, places: Any) -> Any:
    found = np.full((*places.shape[:2], 3), np.nan)
    for number in np.unique(numbers).tolist():
        rows, surface = np.flatnonzero(numbers == number), known.surfaces[number - 1]
        spans = np.array(surface.spans)
        if (places[rows] > spans[::2] - 1e-9).all() and (places[rows] < spans[1::2] + 1e-9).all():
            found[rows] = sheet(surface).at(places[rows].reshape(-1, 2)).reshape(len(rows), -1, 3)
    return found


def _scales(known: Records, uses: Uses, traces: list[Bundle], count: int) -> tuple[Any, Any]:
    """(faces, 2) mm that u and v are worth, more or less; and whether the loops stay within one turn and off the axis."""
    scale, fits = np.ones((count, 2)), np.ones(count, dtype=bool)
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    for bundle in traces:
        places = bundle.at(np.linspace(0, 1, 9))
        for side, pick, bound in ((low, np.minimum, places.min(axis=1)), (high, np.maximum, places.max(axis=1))):
            pick.at(side, uses.face[bundle.which], bound)
    numbers = np.array([face.on for face in known.faces])
    kinds = np.array([surface.kind for surface in known.surfaces])[numbers - 1]
    for kind in TURNED:
        rows = np.flatnonzero((kinds == kind) & np.isfinite(low[:, 0]) & np.isfinite(high[:, 0]))
        if not len(rows):
            continue
        both = np.column_stack([low[rows, 1], high[rows, 1]])
        radii, _, along, up = meridian(kind, sizes(known.surfaces, numbers[rows]), both)
        scale[rows, 0] = radii.min(axis=1)
        scale[rows, 1] = np.hypot(along, up)[:, 0]
        fits[rows] = (radii > 1e-3).all(axis=1) & (high[rows, 0] - low[rows, 0] < 2 * np.pi + 1e-6)
        if kind in (Kind.SPHERE, Kind.TORUS):
            fits[rows] &= high[rows, 1] - low[rows, 1] < np.pi * (1 if kind == Kind.SPHERE else 2)
    rows = np.flatnonzero(kinds == Kind.PATCH)
    if len(rows):
        told = [_corners(known.surfaces[number - 1]) for number in numbers[rows].tolist()]
        corners, spans = np.array([each for each, _ in told]), np.array([each for _, each in told])
        scale[rows] = np.sqrt(((corners[:, 1:] - corners[:, :1])**2).sum(axis=2)) / (spans[:, 1::2] - spans[:, ::2])
        fits[rows] = scale[rows].min(axis=1) > 1e-4
    for row in np.flatnonzero(kinds == Kind.SHEET).tolist():
        scale[row] = _worth(sheet(known.surfaces[numbers[row] - 1]))
        fits[row] = scale[row].min() > 1e-4
    fits &= kinds != Kind.OTHER
    return scale, fits


def _worth(surface: Any) -> Any:
    """(2,) mm that u and v of a sheet are worth, at the least of its places that are looked at."""
    _, along, across = surface.grid(*((each[1:] + each[:-1]) / 2 for each in surface.breaks))
    return np.array([np.sqrt((each**2).sum(axis=2)).min() for each in (along, across)])


def _corners(surface: Surface) -> tuple[tuple[Numbers, Numbers, Numbers], Numbers]:
    """The first pole of a patch, the last along u, the last along v; and its spans."""
    across, poles = 3 * (surface.degrees[1] + 1), surface.numbers
    return (poles[:3], poles[-across:][:3], poles[across - 3:across]), surface.spans
