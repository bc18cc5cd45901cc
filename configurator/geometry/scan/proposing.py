"""How a scan of a lower leg seems to stand: unit, ankle end, forward, side; each with how sure it is.

It works in the scan's own unit until that is found. The words of the leg: its least girth is the ankle's, its greatest the
calf's, whose belly lies behind the line from ankle to knee and whose larger head on the inner side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answers import Candidate
from .caps import refused
from .poses import SIDES, UNITS, Pose, direction, opposite, worded
from .sections import around, centroids, cuts, everywhere, field, girths, middles

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints

_LEVELS, _DIRECTIONS = 64, 64
_SNAP_UP, _SNAP_FORWARD = math.radians(8), math.radians(15)
"""A scanner's own axis that is as near as this is what was meant."""
_CALF, _CALF_SPREAD = math.log(370.0), 0.22
"""Calf girth, mm: men 392, women 373 (ANSUR II 2012, computed from the public release); the spread leaves room for children."""
_HEIGHT, _HEIGHT_SPREAD = math.log(380.0), 0.5
"""Height of a scan: anything from half a calf to a leg up to the hip."""
_CALF_OVER_ANKLE = 1.72
"""Of the mean girths in the same table: 392 over 229, 373 over 216."""
_NO_LEG = 4.0
"""Spreads from the middle beyond which it is no leg: a calf of 155 mm or less, of 890 mm or more."""
_BEFORE = {"mm": 0.6, "m": 0.2, "cm": 0.12, "inch": 0.08}
"""How often scanners write a unit, before anything is measured (design)."""
_MOST_SURE, _HALF_SURE = 0.98, 0.7
_LONG = 1.2
"""Girth squared over that of a circle of the same area: legs 1.01 to 1.08, a section through heel and toes 1.3 and more."""


@dataclass(frozen=True)
class Proposal:
    """What is proposed; see `Looked`. Girths and height in mm of the proposed unit."""

    pose: Pose
    units: tuple[Candidate, ...]
    ups: tuple[Candidate, ...]
    forwards: tuple[Candidate, ...]
    sides: tuple[Candidate, ...]
    height: float
    girth_least: float
    girth_most: float


@dataclass(frozen=True)
class _Profile:
    """Level sections along an axis, lowest first."""

    heights: Floats
    radii: Floats
    centres: Floats
    girths: Floats


def propose(points: Floats, triangles: Ints, areas: Floats) -> Proposal:
    """The surest pose. ScanRefused if there are no closed sections across the long axis at all."""
    import numpy as np

    axis = _long_axis(points, triangles, areas)
    word = worded((float(axis[0]), float(axis[1]), float(axis[2])), _SNAP_UP)
    frame = _any_frame(word)
    profile = _profile(points @ frame.T, triangles)
    upright, swapped = _ends(profile)
    if swapped > upright:
        word = opposite(word)
        frame = _any_frame(word)
        profile = _profile(points @ frame.T, triangles)
        upright, swapped = swapped, upright
    ankle, calf = _ankle_and_calf(profile)
    ahead, sure = _forward(profile, ankle, calf)
    forward = worded(tuple(map(float, ahead @ frame[:2])), _SNAP_FORWARD)  # type: ignore[arg-type]
    lengths = profile.girths[ankle], profile.girths[calf]
    is_thigh = calf == _inner(profile)[0][-1]  # the greatest girth is at the very top
    tall = float(np.ptp(points @ frame[2]))
    units = _units(float(_CALF_OVER_ANKLE * lengths[0] if is_thigh else lengths[1]), tall)
    unit = UNITS[units[0].value]
    pose = Pose(units[0].value, word, forward, "left")
    sides = _sides(profile, calf, pose.frame() @ frame.T)
    quarter = worded(tuple(map(float, pose.frame()[1])), _SNAP_FORWARD)  # type: ignore[arg-type]
    rest = 1 - sure
    return Proposal(
        Pose(pose.unit, pose.up, pose.forward, sides[0].value), units,
        (Candidate(word, _rounded(upright)), Candidate(opposite(word), _rounded(swapped))),
        (Candidate(forward, _rounded(sure)), Candidate(opposite(forward), _rounded(rest / 2)),
         Candidate(quarter, _rounded(rest / 4)), Candidate(opposite(quarter), _rounded(rest / 4))),
        sides, round(tall * unit, 1), round(float(lengths[0]) * unit, 1), round(float(lengths[1]) * unit, 1))


def _rounded(sure: float) -> float:
    return round(min(max(sure, 0.0), _MOST_SURE), 3)


def _long_axis(points: Floats, triangles: Ints, areas: Floats) -> Floats:
    """The line through the middles of slices of the skin.

    It begins with the direction in which the skin spreads most; a foot or a slanted end pulls on that, not on the middles
    of the inner slices. All is weighted by area, so that fine triangles count no more than coarse ones.
    """
    import numpy as np

    a, b, c = triangles.T
    middle = (points[a] + points[b] + points[c]) / 3
    if not areas.sum() > 0:
        raise refused("scan.no_sections")
    centred = middle - (areas @ middle) / areas.sum()
    _, axes = np.linalg.eigh((centred * areas[:, None]).T @ centred)
    axis = axes[:, -1] * np.sign(axes[np.abs(axes[:, -1]).argmax(), -1])
    for _ in range(3):
        frame = _frame_of(axis)
        along = centred @ axis
        low, tall = float(along.min()), float(np.ptp(along))
        if not tall > 0:
            raise refused("scan.no_sections")
        slices = np.minimum((along - low) * (_LEVELS / tall), _LEVELS - 1).astype(np.int64)
        whole = np.bincount(slices, weights=areas, minlength=_LEVELS)
        inner = np.flatnonzero(whole > 0)
        inner = inner[(inner >= _LEVELS // 4) & (inner < _LEVELS - _LEVELS // 6)]
        if len(inner) < _LEVELS // 8:
            break
        x, y = (np.bincount(slices, weights=areas * (centred @ each), minlength=_LEVELS)[inner] / whole[inner]
                for each in frame[:2])
        lean = np.polynomial.polynomial.polyfit(inner * (tall / _LEVELS), np.stack([x, y], axis=1), 1)[1]
        axis = np.array([lean[0], lean[1], 1.0]) @ frame
        axis /= np.linalg.norm(axis)
    return np.asarray(axis)


def _frame_of(axis: Floats) -> Floats:
    import numpy as np

    other = np.eye(3)[np.abs(axis).argmin()]
    x = np.cross(other, axis)
    x /= np.linalg.norm(x)
    return np.stack([x, np.cross(axis, x), axis])


def _any_frame(word: str) -> Floats:
    import numpy as np

    return _frame_of(np.array(direction(word)))


def _heights(placed: Floats) -> Floats:
    import numpy as np

    low, high = float(placed[:, 2].min()), float(placed[:, 2].max())
    return low + (high - low) * (np.arange(_LEVELS) + 0.5) / _LEVELS


def _profile(placed: Floats, triangles: Ints) -> _Profile:
    import numpy as np

    heights = _heights(placed)
    found = cuts(placed, triangles, heights)
    centres = middles(found, len(heights))
    if np.isnan(centres).any(axis=1).mean() > 0.5:
        raise refused("scan.no_sections")
    for _ in range(2):
        here = everywhere(centres)
        seen = field(found, here, _DIRECTIONS)
        radii = around(np.where(seen.coverage[:, None] > 0.5, seen.radii, np.nan))
        centres = centroids(radii, here)
    lengths = girths(radii)
    if np.isnan(lengths).mean() > 0.5:
        raise refused("scan.no_sections")
    return _Profile(heights, radii, centres, lengths)


def _inner(profile: _Profile) -> tuple[Ints, Floats]:
    """(levels of the limb, their girths): the longest run of round sections, without its ends, which may be lids.

    A foot's sections are long: their girth squared is far more than a circle's of their area.
    """
    import numpy as np

    area = (profile.radii ** 2).mean(axis=1) * np.pi
    round_ = profile.girths ** 2 < _LONG * 4 * np.pi * area  # NaN is not
    edges = np.flatnonzero(np.diff(np.concatenate([[False], round_, [False]]).astype(np.int8)))
    if not len(edges):
        raise refused("scan.no_sections")
    run = int(np.argmax(edges[1::2] - edges[::2]))
    known = np.arange(edges[2 * run] + 2, edges[2 * run + 1] - 2)
    if len(known) < _LEVELS // 4:
        raise refused("scan.no_sections")
    return known, profile.girths[known]


def _ends(profile: _Profile) -> tuple[float, float]:
    """How sure it is that the ankle is below, and that it is above: the half that has the least girth has the ankle."""
    import numpy as np

    known, lengths = _inner(profile)
    half = known < (known[0] + known[-1]) / 2
    ratio = math.log(float(np.min(lengths[~half]) / np.min(lengths[half])))
    sure = 1 / (1 + math.exp(-min(max(12 * ratio, -30.0), 30.0)))
    return sure, 1 - sure


def _ankle_and_calf(profile: _Profile) -> tuple[int, int]:
    """Levels of the least girth in the lower part, and of the calf: the first bulge above it, not the thigh."""
    import numpy as np

    known, lengths = _inner(profile)
    low = known < known[0] + 0.6 * (known[-1] - known[0])
    ankle = int(np.flatnonzero(low)[np.argmin(lengths[low])])
    calf = ankle
    for place in range(ankle, len(known)):
        if lengths[place] > lengths[calf]:
            calf = place
        elif lengths[place] < 0.97 * lengths[calf] and lengths[calf] > 1.15 * lengths[ankle]:
            break  # the knee is narrower than the calf; what comes above is thigh
    return int(known[ankle]), int(known[calf])


def _forward(profile: _Profile, ankle: int, calf: int) -> tuple[Floats, float]:
    """(direction in the profile's X and Y, how sure)."""
    import numpy as np

    known, _ = _inner(profile)
    size = float(np.sqrt((profile.radii[ankle] ** 2).mean()))
    below = np.flatnonzero(~np.isnan(profile.centres[:ankle]).any(axis=1))
    if len(below):
        reach = profile.centres[below] - profile.centres[ankle]
        far = int(np.argmax((reach ** 2).sum(axis=1)))
        if float(np.linalg.norm(reach[far])) > 0.8 * size:  # a foot
            return reach[far], _MOST_SURE
    above = known[known >= ankle]
    top = int(above[-1])
    share = ((above - ankle) / max(top - ankle, 1))[:, None]
    off = profile.centres[above] - ((1 - share) * profile.centres[ankle] + share * profile.centres[top])
    # with a thigh on it the greatest girth may be at the top: then what lies furthest behind is the calf
    place = int((off ** 2).sum(axis=1).argmax()) if calf == top else int(np.searchsorted(above, calf))
    reach, calf_size = float(np.linalg.norm(off[place])), float(np.sqrt((profile.radii[above[place]] ** 2).mean()))
    if not reach > 1e-6 * calf_size:
        return np.array([1.0, 0.0]), 0.25  # one of four
    return -off[place], min(_MOST_SURE if calf < top else _HALF_SURE, 0.4 + 4.0 * reach / calf_size)


def _units(calf: float, tall: float) -> tuple[Candidate, ...]:
    """Which unit makes a calf and a height that people have."""
    odds = {}
    for name, size in UNITS.items():
        girth = (math.log(calf * size) - _CALF) / _CALF_SPREAD
        height = (math.log(tall * size) - _HEIGHT) / _HEIGHT_SPREAD
        odds[name] = _BEFORE[name] * math.exp(-min((girth * girth + height * height) / 2, 600.0))
    best = sorted(odds, key=lambda name: -odds[name])
    far = abs(math.log(calf * UNITS[best[0]]) - _CALF) / _CALF_SPREAD
    if far > _NO_LEG:
        raise refused("scan.no_unit", girth=f"{calf:.4g}")
    whole, fits = sum(odds.values()), math.exp(-far * far / 12)
    return tuple(Candidate(name, _rounded(odds[name] / whole * fits)) for name in best)


def _sides(profile: _Profile, calf: int, turn: Floats) -> tuple[Candidate, ...]:
    """The calf's larger head lies on the inner side: to the right of a left leg. A weak hint, and told as one."""
    import numpy as np

    angles = 2 * np.pi * np.arange(profile.radii.shape[1]) / profile.radii.shape[1]
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1) @ turn[:2, :2].T
    radii = profile.radii[calf]
    behind = ways[:, 0] < -0.2
    left, right = (float(radii[behind & (sign * ways[:, 1] > 0.3)].mean()) for sign in (1, -1))
    excess = (right - left) / float(radii.mean())  # above zero: the bulge is to the right, so a left leg
    sure = 0.5 + min(abs(excess) * 4, 0.35)
    first, second = SIDES if excess >= 0 else SIDES[::-1]
    return Candidate(first, _rounded(sure)), Candidate(second, _rounded(1 - sure))
