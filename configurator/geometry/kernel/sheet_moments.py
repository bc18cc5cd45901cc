"""Area and moments of parts of B-spline sheets within any outlines, exact but for rounding (areas: to 1e-9).

A sheet is one polynomial in each cell between its knots. Within a cell the integral over what the outlines leave of it is one
along the boundary of that (Green): pieces of outlines in the cell, and stretches of the cell's right side that lie inside.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from .splines import Sheet

_NEAR = 1e-9
"""Of parameters; on a knot."""
_SHARES, _WEIGHTS = (each / 2 for each in np.polynomial.legendre.leggauss(5))
_SHARES = _SHARES + 0.5  # exact for polynomials of degree 9: volumes of bicubic sheets; the rest to rounding
_LOOKS = 17


def sheet_sums(sheet: Sheet, pieces: list[Any]) -> Any:
    """(5,) area; the integrals of r.n and of r (r.n), n along Su x Sv, of unit length.

    `pieces`: poles (m, degree + 1, 2) of polynomials in the sheet's parameters, each array of one degree; together closed
    outlines that run with the region on their left.
    """
    breaks = sheet.breaks
    starts, ends, ways = _split(pieces, breaks)
    middle = _at(pieces, ways[0], (ways[1] + ways[2]) / 2)
    cell = np.stack([_cell(each, middle[:, axis]) for axis, each in enumerate(breaks)], axis=1)
    # what runs along a side of a cell is told by the stretches of that side
    sides = np.stack([breaks[0][cell[:, 0]], breaks[0][cell[:, 0] + 1]], axis=1)[:, :, None]
    off = ~(np.abs(sides - np.stack([starts[:, 0], ends[:, 0]], axis=1)[:, None]) < _NEAR).all(axis=2).any(axis=1)
    starts, ends, cell, ways = starts[off], ends[off], cell[off], tuple(each[off] for each in ways)
    return _along(sheet, pieces, ways, cell, breaks) + _inside(sheet, starts, ends, cell, breaks)


def _cell(breaks: Any, values: Any) -> Any:
    return np.clip(np.searchsorted(breaks, values, side="right") - 1, 0, len(breaks) - 2)


def _at(pieces: list[Any], rows: Any, ts: Any) -> Any:
    """(n, 2) points of pieces, numbered through, at (n,) parameters."""
    found, begin = np.empty((len(rows), 2)), 0
    for poles in pieces:
        chosen = np.flatnonzero((rows >= begin) & (rows < begin + len(poles)))
        own, t = poles[rows[chosen] - begin], ts[chosen, None]
        for _ in range(poles.shape[1] - 1):  # de Casteljau
            own = own[:, :-1] * (1 - t[:, :, None]) + own[:, 1:] * t[:, :, None]
        found[chosen] = own[:, 0]
        begin += len(poles)
    return found


def _split(pieces: list[Any], breaks: Any) -> tuple[Any, Any, Any]:
    """Where pieces cut at the knots begin and end, (n, 2) each; and (number of the piece, first, last parameter)."""
    count = sum(map(len, pieces))
    looks = np.linspace(0, 1, _LOOKS)
    rows = np.repeat(np.arange(count), _LOOKS)
    seen = _at(pieces, rows, np.tile(looks, count)).reshape(count, _LOOKS, 2)
    cuts = [(np.arange(count), np.zeros(count)), (np.arange(count), np.ones(count))]
    for axis, each in enumerate(breaks):
        at = _cell(each, seen[:, :, axis])
        jumps = np.diff(at, axis=1)
        piece, look = np.nonzero(jumps)
        sizes = np.abs(jumps[piece, look])
        nth = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        piece, look = np.repeat(piece, sizes), np.repeat(look, sizes)
        knot = each[np.minimum(at[piece, look], at[piece, look + 1]) + 1 + nth]
        rising = jumps[piece, look] > 0
        low, high = looks[look], looks[look + 1]
        for _ in range(50):
            half = (low + high) / 2
            above = (_at(pieces, piece, half)[:, axis] >= knot) == rising
            low, high = np.where(above, low, half), np.where(above, half, high)
        cuts.append((piece, (low + high) / 2))
    piece, ts = (np.concatenate(each) for each in zip(*cuts, strict=True))
    order = np.lexsort((ts, piece))
    piece, ts = piece[order], ts[order]
    kept = np.flatnonzero((piece[1:] == piece[:-1]) & (ts[1:] - ts[:-1] > 1e-13))
    ways = piece[kept], ts[kept], ts[kept + 1]
    return _at(pieces, ways[0], ways[1]), _at(pieces, ways[0], ways[2]), ways


def _integrands(sheet: Sheet, places: Any, around: Any) -> Any:
    """(n, 5) what is summed over the parameters, by the polynomials of the cells in which `around` lies."""
    points, along, across = sheet.frames(places, around)
    return _weighed(points, np.cross(along, across))


def _weighed(points: Any, normals: Any) -> Any:
    flux = (points * normals).sum(axis=-1)[..., None]
    return np.concatenate([np.sqrt((normals**2).sum(axis=-1))[..., None], flux, flux * points], axis=-1)


def _along(sheet: Sheet, pieces: list[Any], ways: Any, cell: Any, breaks: Any) -> Any:
    """(5,) the integral over v of what lies between the left side of its cell and each piece."""
    (us, vs), (rows, first, last) = breaks, ways
    left = us[cell[:, 0]]
    kept = np.flatnonzero(~_level(pieces)[rows])
    if not len(kept):
        return np.zeros(5)
    ts = first[kept, None] + (last - first)[kept, None] * _SHARES
    numbers = np.repeat(rows[kept], len(_SHARES))
    at = _at(pieces, numbers, ts.reshape(-1)).reshape(len(kept), -1, 2)
    steps = _rises(pieces, numbers, ts.reshape(-1)).reshape(len(kept), -1) * (last - first)[kept, None] * _WEIGHTS
    wide = at[:, :, 0] - left[kept, None]
    places = np.empty((len(kept), len(_SHARES), len(_SHARES), 2))
    places[..., 0] = left[kept, None, None] + wide[:, :, None] * _SHARES
    places[..., 1] = at[:, :, 1][:, :, None]
    middles = np.stack([(us[1:] + us[:-1])[cell[kept, 0]] / 2, (vs[1:] + vs[:-1])[cell[kept, 1]] / 2], axis=1)
    found = _integrands(sheet, places.reshape(-1, 2), np.repeat(middles, len(_SHARES)**2, axis=0))
    weights = (steps * wide)[:, :, None] * _WEIGHTS
    return weights.reshape(-1) @ found


def _level(pieces: list[Any]) -> Any:
    """(m,) whether v is the same all along each piece."""
    return np.concatenate([np.ptp(poles[:, :, 1], axis=1) < 1e-13 for poles in pieces])


def _rises(pieces: list[Any], rows: Any, ts: Any) -> Any:
    """(n,) derivatives of v."""
    found, begin = np.empty(len(rows)), 0
    for poles in pieces:
        chosen = np.flatnonzero((rows >= begin) & (rows < begin + len(poles)))
        degree, t = poles.shape[1] - 1, ts[chosen, None]
        own = degree * np.diff(poles[rows[chosen] - begin, :, 1], axis=1)
        for _ in range(degree - 1):
            own = own[:, :-1] * (1 - t) + own[:, 1:] * t
        found[chosen] = own[:, 0]
        begin += len(poles)
    return found


def _inside(sheet: Sheet, starts: Any, ends: Any, cell: Any, breaks: Any) -> Any:
    """(5,) the integral over all cells left of stretches of their right sides that lie inside the outlines."""
    us, vs = breaks
    whole = np.zeros((len(us) - 1, len(vs) - 1), dtype=bool)
    parts = []
    for column, side in enumerate(us[1:].tolist()):
        near = cell[:, 0] == column  # pieces that end on the line from the left: there outlines go through it
        heights = np.sort(np.concatenate([each[near & (np.abs(each[:, 0] - side) < _NEAR), 1] for each in (starts, ends)]))
        for low, high in heights.reshape(-1, 2).tolist():
            first, last = np.searchsorted(vs, [low + _NEAR, high - _NEAR])
            cuts = [low, *vs[first:last].tolist(), high]
            for row, (one, two) in enumerate(pairwise(cuts), int(first) - 1):
                if abs(one - vs[row]) < 1e-13 and abs(two - vs[row + 1]) < 1e-13:
                    whole[column, row] = True
                else:
                    parts.append((column, row, one, two))
    wide, high = np.diff(us), np.diff(vs)
    points, along, across = sheet.grid((us[:-1, None] + wide[:, None] * _SHARES).reshape(-1),
                                       (vs[:-1, None] + high[:, None] * _SHARES).reshape(-1))
    found = _weighed(points, np.cross(along, across)).reshape(len(wide), len(_SHARES), len(high), len(_SHARES), 5)
    each = np.einsum("iajbk,a,b->ijk", found, _WEIGHTS, _WEIGHTS, optimize=True) * wide[:, None, None] * high[:, None]
    total = each[whole].sum(axis=0)
    if parts:
        columns, rows = (np.array([part[k] for part in parts]) for k in (0, 1))
        ones, twos = (np.array([part[k] for part in parts]) for k in (2, 3))
        places = np.empty((len(parts), len(_SHARES), len(_SHARES), 2))
        places[..., 0] = (us[columns, None] + wide[columns, None] * _SHARES)[:, :, None]
        places[..., 1] = (ones[:, None] + (twos - ones)[:, None] * _SHARES)[:, None]
        middles = np.stack([us[columns] + wide[columns] / 2, vs[rows] + high[rows] / 2], axis=1)
        values = _integrands(sheet, places.reshape(-1, 2), np.repeat(middles, len(_SHARES)**2, axis=0))
        weights = (wide[columns] * (twos - ones))[:, None, None] * np.outer(_WEIGHTS, _WEIGHTS)
        total = total + weights.reshape(-1) @ values
    return total
