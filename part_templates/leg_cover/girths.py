"""The form of a lower leg from its girths: how a section is rounded is the designer's, its girth is what was measured."""

from __future__ import annotations

from functools import lru_cache
from math import pi
from typing import TYPE_CHECKING

from configurator import Limb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DIRECTIONS = 128
STEP = 5.0
"""mm between two levels; lengths are multiples of it."""

# Proportions of a section: heights as shares of the length, and what holds there. All of them `design`.
_AT = (0.0, 0.3, 0.7, 1.0)
DEPTH = (1.12, 1.04, 0.98, 0.96)
"""Depth against breadth: an ankle is deeper than broad, a calf about round."""
_SHIN = (0.04, 0.05, 0.03, 0.02)
"""How much the shin stands out, against the mean radius."""
_CALF = (0.0, 0.015, 0.03, 0.01)
"""How much the inner belly of the calf stands out at the back."""
LEAN = 0.01
"""How much the shin leans forward, against the length."""


@lru_cache(maxsize=64)
def limb_of_girths(length: float, shares: tuple[float, ...], girths: tuple[float, ...], left: bool) -> Limb:
    """A left or right lower leg. `length` and `girths` in mm. `shares`: heights of the girths against the length, from 0 to 1.

    Frame of a limb. The shin is a straight line, so that all the calf bulges to the back. The polygon of a level has the
    girth that a monotone cubic through the girths gives there.
    """
    import numpy as np

    levels = round(length / STEP) + 1
    share = np.linspace(0.0, 1.0, levels)
    girth = _monotone(shares, girths, share)
    form = _sections(share, left)
    radii = form * (girth / _perimeter(form))[:, None]
    shin = radii[0, 0] + LEAN * length * share
    centres = np.stack([shin - radii[:, 0], np.zeros(levels)], axis=1)
    return Limb.of(STEP, centres, radii)


def _sections(share: Floats, left: bool) -> Floats:
    """(levels, directions): form of each level, its scale still open."""
    import numpy as np

    angle = 2 * pi * np.arange(DIRECTIONS) / DIRECTIONS
    turned = angle if left else -angle  # a left leg has its inner side at -Y
    depth, shin, calf = (_monotone(_AT, each, share)[:, None] for each in (DEPTH, _SHIN, _CALF))
    ellipse = 1 / np.sqrt(np.cos(angle) ** 2 / depth + np.sin(angle) ** 2 * depth)
    ridge = np.exp(1.6 * (np.cos(angle) - 1) * 2)
    belly = np.exp(2.0 * (np.cos(turned - 1.22 * pi) - 1))
    return np.asarray(ellipse + shin * ridge + calf * belly)


def _perimeter(radii: Floats) -> Floats:
    """Of the polygon of each level."""
    import numpy as np

    angle = 2 * pi * np.arange(DIRECTIONS) / DIRECTIONS
    x, y = radii * np.cos(angle), radii * np.sin(angle)
    return np.asarray(np.hypot(x - np.roll(x, 1, axis=1), y - np.roll(y, 1, axis=1)).sum(axis=1))


def _monotone(at: tuple[float, ...], values: tuple[float, ...], where: Floats) -> Floats:
    """A smooth curve through values that overshoots none of them."""
    import numpy as np
    from scipy.interpolate import PchipInterpolator

    return np.asarray(PchipInterpolator(at, values)(where))
