"""Level sections of a mesh: where its triangles cross planes z = const, and how far out a skin lies in each direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .caps import refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .scan_mesh import Floats, Ints

SAME = 1.5
"""mm; hits in one direction that are nearer to each other are one skin with noise on it, and their mean counts."""
_PIECES = 16_000_000
"""Pieces of sections; three million triangles of a leg give one million."""
FOLD = 4.0
"""mm; hits further apart are two skins: there the limb is not star-shaped, and the outer one counts."""


@dataclass(frozen=True)
class Cuts:
    """Straight pieces of all sections, each with its level."""

    level: Ints
    start: Floats
    """(k, 2), mm."""
    end: Floats


@dataclass(frozen=True)
class Field:
    """Radii by level and direction; NaN where the skin is missing."""

    radii: Floats
    """(levels, directions), mm."""
    folded: NDArray[np.bool_]
    """Where more than one skin was met."""

    @property
    def coverage(self) -> Floats:
        """Share of the directions of each level in which there is a skin."""
        import numpy as np

        return np.asarray(1 - np.isnan(self.radii).mean(axis=1), dtype=np.float64)


def cuts(points: Floats, triangles: Ints, heights: Floats) -> Cuts:
    """The sections at rising `heights`. A corner that lies on a plane counts as above it, so nothing is cut twice."""
    import numpy as np

    # how many planes lie at or below each corner: what differs within a triangle are the planes that cut it
    below = np.searchsorted(heights, points[:, 2], side="right").astype(np.int32)
    a, b, c = (below[corner] for corner in triangles.T)
    low, high = np.minimum(np.minimum(a, b), c), np.maximum(np.maximum(a, b), c)
    cut = np.flatnonzero(high > low)
    low, count = low[cut], high[cut] - low[cut]
    _bear(int(count.sum()))
    which = np.repeat(cut, count)
    level = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
    corners = triangles[which]
    over = below[corners] > level[:, None]
    # the corner that is alone on its side of the plane
    alone = np.where(over.sum(axis=1) == 1, over.argmax(axis=1), (~over).argmax(axis=1))
    rows = np.arange(len(which))
    tip = points[corners[rows, alone]]
    ends = []
    for turn in (1, 2):
        foot = points[corners[rows, (alone + turn) % 3]]
        share = (heights[level] - tip[:, 2]) / (foot[:, 2] - tip[:, 2])
        ends.append(tip[:, :2] + share[:, None] * (foot[:, :2] - tip[:, :2]))
    return Cuts(level, ends[0], ends[1])


def _bear(pieces: int) -> None:
    """Triangles that all reach from one end to the other would take more memory than there is."""
    if pieces > _PIECES:
        raise refused("scan.tangled")


def middles(found: Cuts, levels: int) -> Floats:
    """(levels, 2): the middle of each section's line, weighted by length; NaN where there is none."""
    import numpy as np

    length = np.linalg.norm(found.end - found.start, axis=1)
    middle = (found.start + found.end) / 2
    whole = np.bincount(found.level, weights=length, minlength=levels)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.stack([np.bincount(found.level, weights=length * middle[:, axis], minlength=levels) / whole
                         for axis in (0, 1)], axis=1)


def everywhere(centres: Floats) -> Floats:
    """Centres with the mean of all for levels that have none. ScanRefused if no level has one."""
    import numpy as np

    none = np.asarray(np.isnan(centres).any(axis=1))
    if none.all():
        raise refused("scan.no_sections")
    return np.where(none[:, None], centres[~none].mean(axis=0), centres)


def field(found: Cuts, centres: Floats, directions: int, same: float = SAME) -> Field:
    """The skin as seen from `centres` (levels, 2): the outermost hit in each of so many directions, or the mean of those
    that lie no more than `same` mm further in: of a rough skin the outermost alone would be too far out.
    """
    import numpy as np

    levels, step = len(centres), 2 * np.pi / directions
    u, v = found.start - centres[found.level], found.end - centres[found.level]
    alpha = np.arctan2(u[:, 1], u[:, 0])
    turn = np.mod(np.arctan2(v[:, 1], v[:, 0]) - alpha + np.pi, 2 * np.pi) - np.pi
    begin = np.where(turn >= 0, alpha, alpha + turn)
    first = np.ceil(begin / step).astype(np.int64)
    count = np.floor((begin + np.abs(turn)) / step).astype(np.int64) - first + 1
    _bear(int(count.sum()))
    which = np.repeat(np.arange(len(u)), count)
    direction = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count) + first[which]
    cos, sin = np.cos(direction * step), np.sin(direction * step)
    u, along = u[which], (v - u)[which]
    across = cos * along[:, 1] - sin * along[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        radius = (u[:, 0] * along[:, 1] - u[:, 1] * along[:, 0]) / across
    cell = found.level[which] * directions + np.mod(direction, directions)
    good = np.isfinite(radius) & (radius > 0)
    radius, cell = radius[good], cell[good]
    outer, inner = np.full(levels * directions, -np.inf), np.full(levels * directions, np.inf)
    np.maximum.at(outer, cell, radius)
    np.minimum.at(inner, cell, radius)
    near = radius > outer[cell] - same
    hits = np.bincount(cell[near], minlength=levels * directions)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(cell[near], weights=radius[near], minlength=levels * directions) / hits
    return Field(mean.reshape(levels, directions), (outer - inner > max(FOLD, 1.5 * same)).reshape(levels, directions))


def around(radii: Floats) -> Floats:
    """Radii with the gaps of each level closed in a straight line from one end to the other; empty levels stay NaN."""
    import numpy as np

    closed = radii.copy()
    places = np.arange(radii.shape[1])
    for row in np.flatnonzero(np.isnan(radii).any(axis=1) & ~np.isnan(radii).all(axis=1)):
        known = ~np.isnan(radii[row])
        closed[row] = np.interp(places, places[known], radii[row][known], period=radii.shape[1])
    return closed


def girths(radii: Floats) -> Floats:
    """Length of the closed polygon of each level, mm; NaN for an empty one."""
    import numpy as np

    angles = 2 * np.pi * np.arange(radii.shape[1]) / radii.shape[1]
    points = np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=-1)
    return np.asarray(np.linalg.norm(np.roll(points, -1, axis=1) - points, axis=-1).sum(axis=1))


def centroids(radii: Floats, centres: Floats) -> Floats:
    """(levels, 2): the middle of the area of each level."""
    import numpy as np

    angles = 2 * np.pi * np.arange(radii.shape[1]) / radii.shape[1]
    area = (radii ** 2).sum(axis=1) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        off = [(radii ** 3 * each(angles)).sum(axis=1) / 3 / area for each in (np.cos, np.sin)]
    return np.asarray(centres + np.stack(off, axis=1), dtype=np.float64)
