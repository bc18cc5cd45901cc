"""Whether the loops of many faces bound regions: none crosses or touches itself or another, holes lie inside, side by side.

Every curve is cut into pieces. A piece lies within `off` of its chord, and nowhere turns more than `turn` away from its
middle direction. So two pieces whose chords are further apart than both `off` do not meet, and two that follow each other meet
nowhere else if their turns leave an angle between them. What cannot be told apart like this is left open, never passed.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .records import Kind
from .splines import bent
from .traces import Bundle

_NEAR = 2e-6
"""mm; what comes as close is left open: the kernel tells points apart at 1e-7."""
_SHARP = 0.02
"""rad; a corner as sharp is left open."""
_STEP = 0.3
"""rad that a piece may turn, more or less."""
_OFF = 2e-3
"""mm that a piece may be off its chord, more or less: letters have strokes of some hundredths."""


_COUNTS = np.array([2, 8, 32, 96])
"""Few, since each is a call of its own."""


class Pieces(NamedTuple):
    """Pieces in the order in which loops run."""

    start: Any
    """(n, 2) and so on."""
    end: Any
    way: Any
    turn: Any
    off: Any
    loop: Any


def cut(bundles: list[Bundle], forward: Any, scale: Any, loop: Any, order: Any) -> Pieces:
    """Traces, in scaled parameters (mm, more or less), as pieces. `forward`, `scale` (n, 2) and `loop` are those of uses;
    `order` (n,) lists these loop by loop."""
    found = []
    for bundle in bundles:
        sizes = scale[bundle.which][:, None]
        numbers = bundle.numbers * sizes
        scaled = Bundle(bundle.kind, bundle.which, numbers, bundle.first, bundle.last, bundle.knots)
        bends, counts = _bends(scaled)
        for count in np.unique(counts):
            rows = np.flatnonzero(counts == count)
            found.append(_pieces(scaled.part(rows), bends[rows], int(count), forward))
    start, end, way, turn, off, use, place = (np.concatenate(column) for column in zip(*found, strict=True))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    run = np.lexsort((place, rank[use]))
    return Pieces(start[run], end[run], way[run], turn[run], off[run], loop[use[run]])


def _bends(bundle: Bundle) -> tuple[Any, Any]:
    """(m,) greatest second derivative by the share, and how many pieces to cut into."""
    if bundle.kind == Kind.LINE or (bundle.kind == Kind.POLYNOMIAL and bundle.numbers.shape[1] == 2):
        return np.zeros(len(bundle.which)), np.ones(len(bundle.which), dtype=int)
    if bundle.kind == Kind.CIRCLE:
        lengths = np.sqrt((bundle.numbers[:, 1:]**2).sum(axis=2))
        sweep = bundle.last - bundle.first
        bends, least = np.sqrt((lengths**2).sum(axis=1)) * sweep**2, lengths.min(axis=1) * sweep
        bends = np.where(np.ptp(lengths, axis=1) < 1e-9 * lengths[:, 0], lengths[:, 0] * sweep**2, bends)
    elif bundle.kind == Kind.SPLINE:
        bends = (bundle.last - bundle.first)**2 * np.array([np.sqrt((bent(knots, poles)**2).sum(axis=1)).max()
                                                            for poles, knots in zip(bundle.numbers, bundle.knots, strict=True)])
        least = np.sqrt((bundle.ways(np.linspace(0, 1, 9))**2).sum(axis=2)).min(axis=1)
    else:
        count = bundle.numbers.shape[1]
        second = np.diff(bundle.numbers, n=2, axis=1) * ((count - 1) * (count - 2))
        # a polynomial's derivative lies in the hull of its own poles
        bends = np.sqrt((second**2).sum(axis=2)).max(axis=1)
        least = np.sqrt((bundle.ways(np.linspace(0, 1, 9))**2).sum(axis=2)).min(axis=1)
    counts = np.maximum(bends / np.maximum(_STEP * 2 * least, 1e-12), np.sqrt(bends / (8 * _OFF)))
    return bends, _COUNTS[np.searchsorted(_COUNTS[:-1], counts)]


def _pieces(bundle: Bundle, bends: Any, count: int, forward: Any) -> tuple[Any, ...]:
    shares = np.arange(count + 1) / count
    points, ways = bundle.at(shares), bundle.ways((shares[1:] + shares[:-1]) / 2)
    speed = np.sqrt((ways**2).sum(axis=2))
    sine = bends[:, None] / (2 * count) / np.maximum(speed, 1e-300)
    turn = np.where(sine < 1, np.arcsin(np.minimum(sine, 1)), np.pi)
    ways /= np.maximum(speed, 1e-300)[:, :, None]
    ahead = forward[bundle.which][:, None]
    place = np.where(ahead, np.arange(count), count - 1 - np.arange(count))
    ahead = ahead[:, :, None]
    start, end = np.where(ahead, points[:, :-1], points[:, 1:]), np.where(ahead, points[:, 1:], points[:, :-1])
    return (start.reshape(-1, 2), end.reshape(-1, 2), np.where(ahead, ways, -ways).reshape(-1, 2), turn.reshape(-1),
            np.repeat(bends / (8 * count**2), count), np.repeat(bundle.which, count), place.reshape(-1))


def bounding(pieces: Pieces, face_of_loop: Any, faces: int) -> Any:
    """(faces,) whether the loops of each face bound a region on their left. False where it cannot be told."""
    sound = np.ones(faces, dtype=bool)
    face = face_of_loop[pieces.loop]
    begins = np.flatnonzero(np.diff(pieces.loop, prepend=-1))
    after = np.arange(1, len(face) + 1)
    after[np.append(begins[1:], len(face)) - 1] = begins
    gap = np.abs(pieces.end - pieces.start[after]).max(axis=1)
    inner, cross = (pieces.way * pieces.way[after]).sum(axis=1), _cross(pieces.way, pieces.way[after])
    angle = np.abs(np.arctan2(cross, inner))
    bad = (gap > _NEAR) | (pieces.turn > 1.5) | (angle + pieces.turn + pieces.turn[after] > np.pi - _SHARP)
    sound[face[bad]] = False
    sound[face[_close(pieces, face, after)]] = False
    # rays through corners count right only where pieces share them bit by bit
    return sound & _nested(pieces._replace(end=pieces.start[after]), face, begins, faces)


def _cross(a: Any, b: Any) -> Any:
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def _close(pieces: Pieces, face: Any, after: Any) -> Any:
    """Pieces that may meet another one of their face, but for those that follow each other."""
    reach = pieces.off[:, None] + _NEAR / 2
    low, high = np.minimum(pieces.start, pieces.end) - reach, np.maximum(pieces.start, pieces.end) + reach
    # side by side along X, so that one sweep serves all faces
    lefts = np.full(face.max() + 1, np.inf)
    np.minimum.at(lefts, face, low[:, 0])
    rights = np.full(len(lefts), -np.inf)
    np.maximum.at(rights, face, high[:, 0])
    widths = np.where(np.isfinite(lefts), rights - lefts + 1.0, 0.0)
    shift = np.where(np.isfinite(lefts), np.cumsum(widths) - widths - lefts, 0.0)[face]
    left, right = low[:, 0] + shift, high[:, 0] + shift
    order = np.argsort(left)
    last = np.searchsorted(left[order], right[order], side="right")
    counts = last - np.arange(len(order)) - 1
    one = np.repeat(np.arange(len(order)), counts)
    two = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
    one, two = order[one], order[two]
    meet = (low[one, 1] <= high[two, 1]) & (low[two, 1] <= high[one, 1]) & (after[one] != two) & (after[two] != one)
    one, two = one[meet], two[meet]
    near = _distance(pieces.start[one], pieces.end[one], pieces.start[two], pieces.end[two]) <= (
        pieces.off[one] + pieces.off[two] + _NEAR)
    return one[near]


def _distance(a: Any, b: Any, c: Any, d: Any) -> Any:
    """(n,) distances between the lines from a to b and those from c to d; 0 where they cross."""
    along, other = b - a, d - c
    crossing = (_cross(along, c - a) * _cross(along, d - a) <= 0) & (_cross(other, a - c) * _cross(other, b - c) <= 0)
    near = np.full(len(a), np.inf)
    for point, start, way in ((a, c, other), (b, c, other), (c, a, along), (d, a, along)):
        share = np.clip(((point - start) * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-300), 0, 1)
        near = np.minimum(near, ((start + share[:, None] * way - point)**2).sum(axis=1))
    return np.where(crossing, 0.0, np.sqrt(near))


def _nested(pieces: Pieces, face: Any, begins: Any, faces: int) -> Any:
    """(faces,) whether one loop runs counter-clockwise, and all others clockwise, inside it and not inside each other."""
    chords = np.sqrt(((pieces.end - pieces.start)**2).sum(axis=1))
    areas = np.add.reduceat(_cross(pieces.start - pieces.start[np.repeat(begins, np.diff([*begins, len(face)]))],
                                   pieces.end - pieces.start), begins) / 2
    doubt = np.add.reduceat(chords * pieces.off * 1.1, begins)  # arcs are hardly longer than their chords
    of_loop, outer = face[begins], areas > doubt
    sound = np.bincount(of_loop[outer], minlength=faces) == 1
    sound[of_loop[~outer & (areas >= -doubt)]] = False
    for index in np.flatnonzero((np.bincount(of_loop, minlength=faces) > 1) & sound):
        loops = np.flatnonzero(of_loop == index)
        rows = np.flatnonzero(face == index)
        holes = loops[~outer[loops]]
        point, start, end = pieces.start[begins[holes]], pieces.start[rows], pieces.end[rows]
        up = (start[None, :, 1] <= point[:, None, 1]) & (end[None, :, 1] > point[:, None, 1])
        down = (end[None, :, 1] <= point[:, None, 1]) & (start[None, :, 1] > point[:, None, 1])
        side = _cross((end - start)[None], point[:, None] - start[None])
        other = pieces.loop[rows][None] != pieces.loop[begins[holes]][:, None]
        winding = ((up & (side > 0) & other).sum(axis=1) - (down & (side < 0) & other).sum(axis=1))
        sound[index] = bool((winding == 1).all())
    return sound
