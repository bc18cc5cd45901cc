"""Which pieces of edges and outlines are seen, and which are behind material.

What is visible of a curve changes only where, as seen, it crosses the rim of something; between such places one look at
the triangles of the solid decides. So curves stay exact, and only their being hidden rests on triangles.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from configurator.geometry.views import LineKind

from .flat_curves import SHORT
from .occlusion import Occluders, crossings
from .space_curves import Chain, Conic, SpaceCurve, met, part

_LOOKS = (0.5, 0.27, 0.77)  # where along a piece it is looked whether it is hidden; the most of them say
_SAME = 1e-9
_BESIDE = 2e-5  # mm


class Candidate(NamedTuple):
    """A curve in the frame of the view that may be drawn, with the faces at it, by index; `breaks`: parameters where it
    touches outlines."""

    curve: SpaceCurve
    kind: LineKind
    faces: tuple[int, ...] = ()
    breaks: tuple[float, ...] = ()


class Cap(NamedTuple):
    """What a cutting plane cuts: its height above the part's origin, mm, and its edges."""

    height: float
    edges: tuple[SpaceCurve, ...]


def shown(candidates: Sequence[Candidate], occluders: Occluders, cap: Cap | None,
          hidden: bool) -> list[tuple[int, SpaceCurve, LineKind]]:
    """Visible pieces with their kinds and the numbers of their candidates, and the hidden ones if they are wanted.

    Smooth edges that are hidden are dropped.
    """
    around = [] if cap is None else list(cap.edges)
    rims = [each.kind != LineKind.SMOOTH for each in candidates] + [True] * len(around)
    crossed = crossings([*(each.curve for each in candidates), *around], rims)
    pieces = list[tuple[int, float, float]]()
    for index, (candidate, ts) in enumerate(zip(candidates, crossed, strict=False)):
        curve = candidate.curve
        breaks = [*ts, *candidate.breaks, *_turns(curve)]
        if cap is not None:
            breaks += met(curve, _UP, cap.height)
        first, last = curve.first, curve.last
        inner = np.unique(np.array([t for t in breaks if first + _SAME < t < last - _SAME]))
        pieces += [(index, one, two) for one, two in pairwise([first, *inner.tolist(), last]) if two - one > _SAME]
    if not pieces:
        return []
    points = _points(candidates, pieces)
    unseen = occluders.hide(points.reshape(-1, 3)).reshape(points.shape[:2])
    below = np.ones(len(pieces), dtype=bool)
    if cap is not None:
        unseen |= inside(points.reshape(-1, 3)[:, :2], cap.edges).reshape(points.shape[:2])
        below = points[:, 0, 2] < cap.height - SHORT
    behind = unseen.sum(axis=1) > len(_LOOKS) // 2
    found = list[tuple[int, SpaceCurve, LineKind]]()
    for index, first, last, is_hidden in _joined(pieces, behind.tolist(), below.tolist()):
        kind = candidates[index].kind
        if not is_hidden or (hidden and kind != LineKind.SMOOTH):
            found.append((index, part(candidates[index].curve, first, last), LineKind.HIDDEN if is_hidden else kind))
    return found


def inside(points: Any, edges: Sequence[SpaceCurve]) -> Any:
    """(n,) bool: whether points (n, 2) are inside of loops, and not on them."""
    if not edges:
        return np.zeros(len(points), dtype=bool)
    rows = [curve.points[:, :2] if isinstance(curve, Chain) else
            curve.at(np.linspace(curve.first, curve.last, max(int((curve.last - curve.first) / 0.05), 2) + 1))[:, :2]
            for curve in edges]
    start, end = np.concatenate([each[:-1] for each in rows]), np.concatenate([each[1:] for each in rows])
    # lines often run at the very height of a corner: points a little above and below it know better
    return np.all([_odd(points + _BESIDE * np.array(way), start, end) for way in ((1, 1), (-1, 1), (1, -1), (-1, -1))], axis=0)


def _odd(points: Any, start: Any, end: Any) -> Any:
    x, y = points[:, :1], points[:, 1:]
    across = (start[:, 1] > y) != (end[:, 1] > y)
    point, line = np.nonzero(across)
    rise = (points[point, 1] - start[line, 1]) / (end[line, 1] - start[line, 1])
    right = start[line, 0] + rise * (end[line, 0] - start[line, 0]) > x[point, 0]
    return np.bincount(point[right], minlength=len(points)) % 2 == 1


_UP = np.array([0.0, 0.0, 1.0])


def _turns(curve: SpaceCurve) -> list[float]:
    """Where a circle that is seen edge-on turns back."""
    if not isinstance(curve, Conic):
        return []
    a, b = curve.a[:2], curve.b[:2]
    turn = float(np.arctan2(2 * a @ b, a @ a - b @ b)) / 2
    if np.linalg.norm(np.cos(turn) * b - np.sin(turn) * a) > SHORT:
        return []
    return [turn + n * np.pi for n in range(-5, 6)]


def _points(candidates: Sequence[Candidate], pieces: Sequence[tuple[int, float, float]]) -> Any:
    """(pieces, looks, 3) points where it is looked."""
    firsts, lasts = (np.array([each[i] for each in pieces]) for i in (1, 2))
    ts = firsts[:, None] + (lasts - firsts)[:, None] * np.array(_LOOKS)
    found = np.empty((len(pieces), len(_LOOKS), 3))
    owners = np.array([each[0] for each in pieces])
    bent = np.array([isinstance(each.curve, Conic) for each in candidates])[owners]
    if bent.any():
        centre, a, b = (np.array([getattr(candidates[i].curve, name) for i in owners[bent]])[:, None]
                        for name in ("centre", "a", "b"))
        angles = ts[bent][:, :, None]
        found[bent] = centre + np.cos(angles) * a + np.sin(angles) * b
    straight = np.array([isinstance(each.curve, Chain) and len(each.curve.points) == 2 for each in candidates])[owners]
    if straight.any():
        ends = np.array([candidates[i].curve.points for i in owners[straight]])
        found[straight] = ends[:, None, 0] + ts[straight][:, :, None] * (ends[:, 1] - ends[:, 0])[:, None]
    for index in np.flatnonzero(~bent & ~straight):
        found[index] = candidates[owners[index]].curve.at(ts[index])
    return found


def _joined(pieces: Sequence[tuple[int, float, float]], behind: Sequence[bool],
            below: Sequence[bool]) -> list[tuple[int, float, float, bool]]:
    """Neighbouring pieces of one curve that are alike, made one."""
    found = list[tuple[int, float, float, bool]]()
    for (index, first, last), is_hidden, there in zip(pieces, behind, below, strict=True):
        if not there:
            continue
        before = found[-1] if found else None
        if before and before[0] == index and before[2] == first and before[3] == is_hidden:
            found[-1] = index, before[1], last, is_hidden
        else:
            found.append((index, first, last, is_hidden))
    return found
