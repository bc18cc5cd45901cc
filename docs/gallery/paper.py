"""Smooths the grain that a limited number of samples leaves on the paper.

Only light that reaches the lens from the paper is touched, and only by what the paper shows nearby with the same
brightness: shadows and reflections keep their edges, the product stays as it was seen.
"""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from compiled import compiled

Floats = NDArray[np.float64]
REACH = 8
"""px."""
GUIDE_REACH = 3
TRUST = 2.0
"""Differences of brightness below this many times the local grain are taken for grain."""


def smoothed(paper: Floats, share: Floats) -> Floats:
    """(h, w, 3) of the same: `paper` light times `share` (h, w), the part of each pixel that shows paper."""
    guide = np.empty(share.shape)
    _blurred(paper @ np.array([0.2126, 0.7152, 0.0722]), share, guide)
    grain = np.empty(share.shape)
    _grain(paper @ np.array([0.2126, 0.7152, 0.0722]), share, guide, grain)
    result = np.zeros(paper.shape)
    _gathered(paper, share, guide, grain, result)
    return result


@compiled
def _blurred(light: Floats, share: Floats, guide: Floats) -> None:
    height, width = share.shape
    for y in range(height):
        for x in range(width):
            total, weight = 0.0, 1e-9
            for v in range(max(y - GUIDE_REACH, 0), min(y + GUIDE_REACH + 1, height)):
                for u in range(max(x - GUIDE_REACH, 0), min(x + GUIDE_REACH + 1, width)):
                    w = exp(-((u - x) ** 2 + (v - y) ** 2) / 4.5)
                    total += w * light[v, u]
                    weight += w * share[v, u]
            guide[y, x] = total / weight


@compiled
def _grain(light: Floats, share: Floats, guide: Floats, grain: Floats) -> None:
    """Standard deviation of what stands off the guide, nearby."""
    height, width = share.shape
    for y in range(height):
        for x in range(width):
            total, weight = 0.0, 1e-9
            for v in range(max(y - GUIDE_REACH, 0), min(y + GUIDE_REACH + 1, height)):
                for u in range(max(x - GUIDE_REACH, 0), min(x + GUIDE_REACH + 1, width)):
                    if share[v, u] > 0.5:
                        total += (light[v, u] / share[v, u] - guide[v, u]) ** 2
                        weight += 1.0
            grain[y, x] = np.sqrt(total / weight)


@compiled
def _gathered(paper: Floats, share: Floats, guide: Floats, grain: Floats, result: Floats) -> None:
    height, width = share.shape
    for y in range(height):
        for x in range(width):
            if share[y, x] == 0.0:
                continue
            red, green, blue, weight = 0.0, 0.0, 0.0, 1e-9
            tolerance = 2.0 * (TRUST * grain[y, x]) ** 2 + 1e-9
            for v in range(max(y - REACH, 0), min(y + REACH + 1, height)):
                for u in range(max(x - REACH, 0), min(x + REACH + 1, width)):
                    w = exp(-((u - x) ** 2 + (v - y) ** 2) / (0.5 * REACH ** 2)
                            - (guide[v, u] - guide[y, x]) ** 2 / tolerance)
                    red += w * paper[v, u, 0]
                    green += w * paper[v, u, 1]
                    blue += w * paper[v, u, 2]
                    weight += w * share[v, u]
            s = share[y, x] / weight
            result[y, x, 0], result[y, x, 1], result[y, x, 2] = red * s, green * s, blue * s
