"""Which levels of a scan are limb: whole sections, above the foot, no lid, no thigh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from configurator.product.scan_notes import ScanNote

from .caps import refused
from .sections import Field, girths

if TYPE_CHECKING:
    from .scan_mesh import Floats

_WHOLE = 0.9
"""Share of the directions of an end level that must have a skin."""
_JUDGED = 0.7
"""Share from which the form of a section tells foot from leg."""
_STEEP = 1.2
"""Mean slope of the radius at an end beyond which it is a lid or a dome."""
_FOOT = 1.22
"""Girth at which a foot begins, over the ankle's: the ankle bones themselves take 1.1 (design)."""
_LONG = 1.9
"""Greatest radius over the least at which a section is a foot's (design)."""
_TALLEST = 540.0
"""mm; the knee is at most 535 above the floor (tibial height of 99 % of men, ANSUR II 2012, computed from the public release),
so some 460 above the ankle bone; with a little thigh for a cover's upper edge. What lies above is cut off."""
_TOLD = 3
"""Levels; less than that at an end is not worth a word."""
_LEAST = 100.0
"""mm; a shorter limb shows no shape."""


@dataclass(frozen=True)
class Range:
    """The levels that stay, the last one included."""

    low: int
    high: int
    notes: tuple[ScanNote, ...]


def trimmed(seen: Field, heights: Floats, whole: Floats) -> Range:
    """`whole`: the field with its gaps closed level by level. ScanRefused if too little is left.

    Works from the middle of the levels that are whole outwards, so that what is not limb at an end takes nothing with it.
    """
    import numpy as np

    step = float(heights[1] - heights[0])
    good = seen.coverage >= _WHOLE
    places = np.flatnonzero(good)
    if not len(places):
        raise refused("scan.not_closed")
    low, high = int(places[0]), int(places[-1])
    low, high = _without_lids(whole, low, high, step)
    foot = _above_the_foot(np.where(seen.coverage[:, None] > _JUDGED, whole, np.nan), girths(whole), low, high)
    top = min(high, foot + int(_TALLEST / step))
    below, above = ((round(each * step), "mm") for each in (foot, len(good) - 1 - top))
    notes = []
    if foot > low:
        notes.append(ScanNote("scan.foot_cut", "note", {"much": below}))
    if top < high:
        notes.append(ScanNote("scan.thigh_cut", "note", {"much": above}))
    if not notes and max(below[0], above[0]) > _TOLD * step:
        notes.append(ScanNote("scan.ends_cut", "note", {"below": below, "above": above}))
    low, high = foot, top
    if (high - low) * step < _LEAST:
        raise refused("scan.too_short", height=(round((high - low) * step, 0), "mm"), least=(_LEAST, "mm"))
    return Range(low, high, tuple(notes))


def _without_lids(whole: Floats, low: int, high: int, step: float) -> tuple[int, int]:
    import numpy as np

    rows = whole[low:high + 1]
    known = np.flatnonzero(~np.isnan(rows).any(axis=1))
    mean = np.interp(np.arange(len(rows)), known, rows[known].mean(axis=1))
    slope = np.abs(np.diff(mean)) / step
    third = max(len(slope) // 3, 1)
    steep_low, steep_high = np.flatnonzero(slope[:third] > _STEEP), np.flatnonzero(slope[-third:] > _STEEP)
    first = int(steep_low[-1]) + 1 if len(steep_low) else 0
    last = len(slope) - third + int(steep_high[0]) if len(steep_high) else len(slope)
    return low + first, low + last


def _above_the_foot(whole: Floats, lengths: Floats, low: int, high: int) -> int:
    """The lowest level that belongs to the leg: going down from the calf, before the section grows again or gets long.

    Levels with large holes, NaN here, tell nothing.
    """
    import numpy as np

    middle = low + int(0.6 * (high - low))
    least, place = np.inf, middle
    for level in range(middle, low - 1, -1):
        row = whole[level]
        if not np.isnan(row).any():
            if float(row.max()) > _LONG * float(row.min()) or lengths[level] > _FOOT * least:
                break
            least = min(least, float(lengths[level]))
        place = level
    return place
