"""From the triangles of one shell, as they stand confirmed, to a limb: trimmed, made whole, smooth, and compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from configurator.product.limb import DIRECTIONS, LEVELS_MOST, Limb
from configurator.product.scan_notes import ScanNote

from .answers import Deviation, Taken
from .caps import refused
from .deviation import residuals
from .poses import Pose
from .sections import FOLD, SAME, Cuts, Field, around, centroids, cuts, everywhere, field, middles
from .skin import closed, gap_places, smoothed, without_spikes
from .trimming import trimmed

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints

_STEP = 3.0
"""mm; no finer than that, about the distance of two directions at a calf."""
_LEVELS_FIRST = 128
_FINER = 2
"""Levels and directions looked at for each that is kept: the more are averaged, the less noise is left."""
_MISSING_MOST = 0.15
"""Share of the skin that may be interpolated."""
_FOLDED = 0.02
_TALL = (60.0, 1300.0)
_GIRTH = (80.0, 1100.0)
"""mm; what is outside is no leg in that unit."""
_NOISY = 0.15
"""mm; below it a scan is smooth, and is left alone but for what the grid cannot hold."""
_REACH_LEAST, _REACH, _REACH_MOST = 1.5, 5.0, 9.0
"""mm that smoothing reaches: for a clean scan, for each mm of noise more, and at most (a shin's edge has 10 to 15)."""
_NOISE_REACH = 4.0
"""mm; what is finer counts as noise when that is measured."""
_CALM = 15.0
"""mm along the limb in which its middle line is evened out."""
_ROUGH = 1.0
"""mm of noise from which it is said."""
_ROUGH_WIDE = 4.0
"""Standard deviations of noise within which hits are one skin."""


@dataclass(frozen=True)
class _Whole:
    """The field between the first and the last level, made whole."""

    radii: Floats
    centres: Floats
    step: float
    bottom: float
    filled: float
    spikes: int
    notes: tuple[ScanNote, ...]


def cleaned(points: Floats, triangles: Ints, pose: Pose, notes: tuple[ScanNote, ...] = ()) -> Taken:
    """`points` in the limb's axes, mm (`Pose.placed`). ScanRefused says what is wrong with the scan and how to scan better."""
    import numpy as np

    tall = float(np.ptp(points[:, 2]))
    if not _TALL[0] <= tall <= _TALL[1]:
        raise refused("scan.no_leg_high", height=(round(tall, 1), "mm"), unit=pose.unit)
    found = _whole(points, triangles, pose, SAME)
    noise = _noise(points, triangles, found)
    if noise > _ROUGH / 2:
        found = _whole(points, triangles, pose, SAME + _ROUGH_WIDE * noise)
        noise = _noise(points, triangles, found)
    reach = min(_REACH_LEAST + _REACH * max(noise - _NOISY, 0.0), _REACH_MOST)
    cell = 2 * math.pi * float(found.radii.mean()) / found.radii.shape[1]
    skin = smoothed(found.radii, _FINER * reach / found.step, reach / cell)
    middle = found.centres[::_FINER]
    limb = Limb.of(found.step, middle - middle[0], skin[::_FINER, ::_FINER])
    off = residuals(points, triangles, middle, limb.array(), limb.step, found.bottom)
    off = np.abs(off[off > -max(FOLD, _ROUGH_WIDE * noise)])  # what lies deeper is another skin, and told as such
    said = [*notes, *found.notes]
    if found.spikes:
        said.append(ScanNote("scan.spikes", "note", {"count": found.spikes}))
    if noise > _ROUGH:
        said.append(ScanNote("scan.noise", "warning", {"noise": (round(noise, 2), "mm")}))
    return Taken(limb, pose, Deviation(*(round(float(np.quantile(off, share)), 3) for share in (0.5, 0.95, 1.0))),
                 round(noise, 3), round(found.filled, 4), tuple(said))


def _whole(points: Floats, triangles: Ints, pose: Pose, same: float) -> _Whole:
    import numpy as np

    low, high = float(points[:, 2].min()), float(points[:, 2].max())
    first = np.asarray(low + (high - low) * (np.arange(_LEVELS_FIRST) + 0.5) / _LEVELS_FIRST, dtype=np.float64)
    seen, middle = _seen(cuts(points, triangles, first), _LEVELS_FIRST)
    closed_around = around(np.where(seen.coverage[:, None] > 0.3, seen.radii, np.nan))
    kept = trimmed(seen, first, closed_around)
    centre = _line(middle, first, kept.low, kept.high)
    bottom, top = float(first[kept.low]), float(first[kept.high])
    levels = min(max(int((top - bottom) / _STEP) + 1, 16), LEVELS_MOST)
    step = math.floor((top - bottom) / (levels - 1) * 100) / 100
    fine = np.asarray(bottom + step / _FINER * np.arange(_FINER * (levels - 1) + 1), dtype=np.float64)
    centres = np.stack([np.interp(fine, first, centre[:, axis]) for axis in (0, 1)], axis=1)
    centres = np.round(centres, 2)  # as the limb will have them: nothing may be measured from anywhere else
    skin = field(cuts(points, triangles, fine), centres, _FINER * DIRECTIONS, same)
    hole = np.isnan(skin.radii)
    missing = float(hole.mean())
    notes = [*kept.notes, *_told_of_gaps(skin, missing, step / _FINER)]
    if missing > _MISSING_MOST:
        raise refused("scan.holes_many", share=round(100 * missing), most=round(100 * _MISSING_MOST),
                      height=(round(gap_places(hole)[0] * step / _FINER), "mm"))
    radii, spikes = without_spikes(closed(skin.radii))
    girth = 2 * math.pi * radii.mean(axis=1)
    if not _GIRTH[0] <= float(girth.max()) <= _GIRTH[1] or not (radii > 0).all():
        raise refused("scan.no_leg_girth", girth=(round(float(girth.max()), 1), "mm"), unit=pose.unit)
    return _Whole(radii, centres, step, bottom, missing, spikes, tuple(notes))


def _seen(found: Cuts, levels: int) -> tuple[Field, Floats]:
    """(the field, (levels, 2) the middles of the sections' areas that it is seen from)."""
    import numpy as np

    centres = everywhere(middles(found, levels))
    for _ in range(2):
        seen = field(found, centres, DIRECTIONS)
        middle = centroids(around(np.where(seen.coverage[:, None] > 0.3, seen.radii, np.nan)), centres)
        centres = np.where(np.isnan(middle), centres, middle)
    return seen, centres


def _line(middle: Floats, heights: Floats, low: int, high: int) -> Floats:
    """The middles of the kept levels as a calm line, which goes on straight beyond them."""
    import numpy as np
    from scipy.ndimage import gaussian_filter1d

    part = middle[low:high + 1]
    cells = max(_CALM / float(heights[1] - heights[0]), 1.0)
    reach = min(int(3 * cells) + 1, len(part) - 1)
    padded = np.concatenate([2 * part[:1] - part[reach:0:-1], part, 2 * part[-1:] - part[-2:-2 - reach:-1]])
    calm = gaussian_filter1d(padded, cells, axis=0, mode="nearest")[reach:-reach]
    return np.asarray(np.stack([np.interp(np.arange(len(middle)), np.arange(low, high + 1), calm[:, axis])
                                for axis in (0, 1)], axis=1))


def _noise(points: Floats, triangles: Ints, found: _Whole) -> float:
    """Standard deviation of the scan's corners about a skin that is surely smooth; spikes and holes do not move it."""
    import numpy as np

    cell = 2 * math.pi * float(found.radii.mean()) / found.radii.shape[1]
    calm = smoothed(found.radii, _FINER * _NOISE_REACH / found.step, _NOISE_REACH / cell)
    off = residuals(points, triangles, found.centres, calm, found.step / _FINER, found.bottom)
    near = np.abs(off[np.abs(off) < FOLD])
    return 1.4826 * float(np.median(near)) if len(near) else FOLD


def _told_of_gaps(skin: Field, missing: float, step: float) -> list[ScanNote]:
    import numpy as np

    notes = []
    if missing > 0:
        level, direction, _ = gap_places(np.isnan(skin.radii))
        notes.append(ScanNote("scan.holes_filled", "note" if missing < _MISSING_MOST / 3 else "warning", {
            "share": round(100 * missing, 2), "height": (round(level * step), "mm"),
            "angle": (round(360 * direction / skin.radii.shape[1]), "°")}))
    folded = float(skin.folded.mean())
    if folded > _FOLDED:
        level, _, _ = gap_places(skin.folded)
        notes.append(ScanNote("scan.folded", "warning", {"share": round(100 * folded, 1),
                                                         "height": (round(level * step), "mm")}))
    return notes
