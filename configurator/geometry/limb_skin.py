"""The skin of a limb as a smooth surface, and how far points lie from it.

Frame of the limb: Z up, +X forward, mm. Between its levels and directions the skin goes through cubic midpoints, and is
bilinear between those: less than 0.005 mm off a smooth surface where a limb has the curvature of a leg.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from configurator.product.limb import DIRECTIONS, Limb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

_FINER = 2
_COLUMNS = DIRECTIONS * _FINER
_ROUNDS = 2
"""How often the foot of a point is sought again: the distance of a point 6 mm off is then right to 0.001 mm."""
_BEYOND = 0.01
"""mm that a foot may lie above or below the limb and still counts as on it."""


class Skin(NamedTuple):
    """What distances are looked up in: every row of `grid` is a place of the skin, level by level."""

    step: float
    """mm between two levels."""
    centres: Floats
    """(levels, 2) mm."""
    grid: Floats
    """(levels * directions, 4): radius, mm, and the unit normal outwards."""

    @property
    def levels(self) -> int:
        """How many there are."""
        return len(self.centres)


@lru_cache(maxsize=4)
def skin(limb: Limb) -> Skin:
    """The skin of a limb; the last few are remembered."""
    import numpy as np

    centres = _between(limb.centre_array())
    radii = _between(limb.array())
    radii = _between(np.concatenate([radii[:, -2:], radii, radii[:, :2]], axis=1).T).T[:, 4:4 + _COLUMNS]
    step = limb.step / _FINER
    turns = 2 * np.pi * np.arange(_COLUMNS) / _COLUMNS
    cos, sin = np.cos(turns), np.sin(turns)
    around = (np.roll(radii, -1, axis=1) - np.roll(radii, 1, axis=1)) / (2 * turns[1])
    rises, slopes = (np.gradient(each, step, axis=0, edge_order=2) for each in (radii, centres))
    # along the turn: (ax, ay, 0), upwards: (ux, uy, 1); their product looks outwards
    ax, ay = around * cos - radii * sin, around * sin + radii * cos
    ux, uy = slopes[:, :1] + rises * cos, slopes[:, 1:] + rises * sin
    normals = np.stack([ay, -ax, ax * uy - ay * ux], axis=-1)
    normals /= np.sqrt((normals**2).sum(axis=-1))[..., None]
    return Skin(step, centres, np.concatenate([radii[..., None], normals], axis=-1).reshape(-1, 4))


def normals_at(skin: Skin, points: Floats) -> Floats:
    """(n, 3) outward normals of the skin nearest to where points lie: at their height and in their direction."""
    rows, columns, _, _ = _places(skin, points)
    return skin.grid[_index(skin, (rows + 0.5).astype(int), (columns + 0.5).astype(int)), 1:]


def distances(skin: Skin, points: Floats) -> Floats:
    """(n,) mm from the skin to points near it, outside positive, along its normals. NaN where there is no skin under a point:
    its foot lies above or below the limb."""
    import numpy as np

    far = np.zeros(len(points))
    foot = points
    for turn in range(_ROUNDS + 1):
        rows, columns, away, out = _places(skin, foot)
        here = _looked_up(skin, rows, columns)
        normals = here[:, 1:]
        far += (away - here[:, 0]) * (out[0] * normals[:, 0] + out[1] * normals[:, 1])
        if turn < _ROUNDS:
            foot = points - far[:, None] * normals
    heights = points[:, 2] - far * normals[:, 2]
    far[(heights < -_BEYOND) | (heights > skin.step * (skin.levels - 1) + _BEYOND)] = np.nan
    return far


def _between(values: Any) -> Any:
    """Rows and cubic midpoints between them, by the neighbours on both sides; at the ends by three."""
    import numpy as np

    middles = (values[:-1] + values[1:]) / 2
    bends = np.diff(values, 2, axis=0)
    middles[1:-1] -= (bends[:-1] + bends[1:]) / 16
    middles[0] -= bends[0] / 8
    middles[-1] -= bends[-1] / 8
    found = np.empty((2 * len(values) - 1, *values.shape[1:]))
    found[::2], found[1::2] = values, middles
    return found


def _places(skin: Skin, points: Any) -> tuple[Any, Any, Any, Any]:
    """Rows and columns of points, how far they are from the centres, and the unit direction there, (2, n)."""
    import numpy as np

    x, y, z = points.T
    rows = z / skin.step
    low = np.clip(rows.astype(int), 0, skin.levels - 2)
    share = rows - low
    cx, cy = skin.centres.T
    dx = x - (cx[low] + share * (cx[low + 1] - cx[low]))
    dy = y - (cy[low] + share * (cy[low + 1] - cy[low]))
    away = np.sqrt(dx * dx + dy * dy)
    columns = np.arctan2(dy, dx) * (_COLUMNS / (2 * np.pi))
    columns[columns < 0] += _COLUMNS
    out = np.stack([dx, dy]) / np.maximum(away, 1e-9)
    return rows, columns, away, out


def _index(skin: Skin, rows: Any, columns: Any) -> Any:
    import numpy as np

    return np.clip(rows, 0, skin.levels - 1) * _COLUMNS + columns % _COLUMNS


def _looked_up(skin: Skin, rows: Any, columns: Any) -> Any:
    """(n, 4) radius and normal between four places; above and below the limb as its end goes on."""
    import numpy as np

    low = np.clip(rows.astype(int), 0, skin.levels - 2)
    left = columns.astype(int)
    up, on = (rows - low)[:, None], (columns - left)[:, None]
    left %= _COLUMNS
    right = (left + 1) % _COLUMNS
    low *= _COLUMNS
    grid = skin.grid
    below = grid[low + left]
    below += on * (grid[low + right] - below)
    low += _COLUMNS
    above = grid[low + left]
    above += on * (grid[low + right] - above)
    above -= below
    above *= up
    below += above
    return below
