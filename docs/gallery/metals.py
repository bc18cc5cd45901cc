"""The metals of the trade as light sees them, polished. Colours are linear sRGB.

Pure metals: Adobe Standard Material, "Metal material references" (from measured n, k; values below are the columns
F0 and F82 tint). Alloys: from CIELAB coordinates of polished samples, graded `design` where no table is at hand.
"""

from __future__ import annotations

import numpy as np

from scene import Colour, Metal


def from_lab(lightness: float, red: float, yellow: float) -> Colour:
    """Linear sRGB of CIELAB (D65, 2 degrees)."""
    fy = (lightness + 16.0) / 116.0
    f = np.array([fy + red / 500.0, fy, fy - yellow / 200.0])
    xyz = np.array([0.95047, 1.0, 1.08883]) * np.where(f > 6 / 29, f ** 3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    matrix = np.array([[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560],
                       [0.0556434, -0.2040259, 1.0572252]])
    r, g, b = (float(x) for x in np.clip(matrix @ xyz, 0.0, 1.0))
    return r, g, b


YELLOW_GOLD = Metal(from_lab(87.5, 4.5, 33.0), (0.97, 0.97, 0.94))
"""18 ct, 3N of ISO 8654. design"""
ROSE_GOLD = Metal(from_lab(86.0, 8.0, 25.0), (0.97, 0.96, 0.94))
"""18 ct, 4N. design"""
RED_GOLD = Metal(from_lab(84.5, 11.5, 22.5), (0.97, 0.95, 0.93))
"""18 ct, 5N. design"""
WHITE_GOLD = Metal(from_lab(86.0, 0.8, 5.0), (0.95, 0.95, 0.94))
"""18 ct with palladium, not rhodium plated. design"""
PLATINUM = Metal((0.790, 0.775, 0.745), (0.95, 0.946, 0.935))
"""950. The hue of the pure metal, the lightness of polished jewellery alloys. design"""
SILVER = Metal((0.9868, 0.9830, 0.9667), (0.9929, 0.9961, 1.0))
RHODIUM = Metal((0.775, 0.755, 0.735), (0.95, 0.95, 0.95))
"""Plated hands and marks. design"""
STEEL = Metal((0.62, 0.615, 0.60), (0.74, 0.75, 0.80))
"""316L, between the iron and the chromium of the table. design"""
TITANIUM = Metal((0.4432, 0.3993, 0.3599), (0.8627, 0.9066, 0.9481))
BRONZE = Metal(from_lab(78.0, 8.0, 24.0), (0.94, 0.93, 0.90))
"""CuSn8. design"""
