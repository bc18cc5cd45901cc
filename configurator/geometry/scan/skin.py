"""The radial field of a limb made whole and smooth: spikes out, holes closed, noise down, nothing shrunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .scan_mesh import Floats

_SPIKE = 4.0
"""Standard deviations from the median of its neighbours."""
_SPIKE_LEAST = 1.0
"""mm; nothing smaller is a spike."""


def closed(radii: Floats) -> Floats:
    """The field (levels, directions) with every NaN filled as a thin plate would be bent: level and slope go on.

    Directions are periodic; at the lowest and highest level the plate is free. Fields without a hole come back as they are.
    """
    import numpy as np
    from scipy.sparse.linalg import spsolve

    hole = np.isnan(radii)
    if not hole.any():
        return radii
    filled = np.where(hole, 0.0, radii)
    operator = _bending(radii.shape)
    inside = hole.reshape(-1)
    system = operator[:, inside]
    # least bending energy over what is missing, with what is known held
    right = -(system.T @ (operator @ filled.reshape(-1)))
    normal = (system.T @ system).tocsc()
    flat = filled.reshape(-1).copy()
    flat[inside] = spsolve(normal, right)
    return flat.reshape(radii.shape)


def _bending(shape: tuple[int, int]) -> Any:
    """Second differences along both ways, and the mixed one, of a flat field: sparse rows."""
    import numpy as np
    from scipy.sparse import coo_matrix, vstack

    levels, directions = shape
    place = np.arange(levels * directions).reshape(shape)
    rows = []
    for parts in (
        ((1.0, place), (-2.0, np.roll(place, -1, 1)), (1.0, np.roll(place, -2, 1))),
        ((1.0, place[:-2]), (-2.0, place[1:-1]), (1.0, place[2:])),
        ((2 ** 0.5, place[:-1]), (-2 ** 0.5, np.roll(place, -1, 1)[:-1]), (-2 ** 0.5, place[1:]),
         (2 ** 0.5, np.roll(place, -1, 1)[1:])),
    ):
        count = parts[0][1].size
        columns = np.concatenate([each.reshape(-1) for _, each in parts])
        weights = np.repeat([weight for weight, _ in parts], count)
        rows.append(coo_matrix((weights, (np.tile(np.arange(count), len(parts)), columns)), shape=(count, place.size)))
    return vstack(rows).tocsr()


def without_spikes(radii: Floats) -> tuple[Floats, int]:
    """(the field with single cells that stand out replaced by the median around them, how many)."""
    import numpy as np
    from scipy.ndimage import median_filter

    around = np.concatenate([radii[:, -2:], radii, radii[:, :2]], axis=1)
    middle = median_filter(around, size=(5, 5), mode="nearest")[:, 2:-2]
    off = np.abs(radii - middle)
    spread = 1.4826 * float(np.median(off))
    spikes = off > max(_SPIKE_LEAST, _SPIKE * spread)
    return np.where(spikes, middle, radii), int(spikes.sum())


def smoothed(radii: Floats, levels: float, directions: float) -> Floats:
    """Low-pass, Gaussian of so many cells each way, applied so that a bow keeps its height to third order.

    G is the Gaussian: 2 G - G G takes away as much noise of short waves, and shrinks a wave by the square of what G does.
    """
    import numpy as np
    from scipy.ndimage import gaussian_filter1d

    def low(values: Floats) -> Floats:
        around = gaussian_filter1d(values, directions, axis=1, mode="wrap") if directions > 0 else values
        if levels <= 0:
            return np.asarray(around)
        # beyond the ends the field goes on as its own image in the end point, so that slopes there stay
        reach = min(int(4 * levels) + 1, len(values) - 1)
        below, above = 2 * around[:1] - around[reach:0:-1], 2 * around[-1:] - around[-2:-2 - reach:-1]
        padded = gaussian_filter1d(np.concatenate([below, around, above]), levels, axis=0, mode="nearest")
        return np.asarray(padded[reach:-reach])

    once = low(radii)
    return 2 * once - low(once)


def gap_places(hole: NDArray[np.bool_]) -> tuple[int, int, int]:
    """(level, direction, cells) of the middle of the largest gap of a mask (levels, directions)."""
    import numpy as np
    from scipy.ndimage import label

    doubled = np.concatenate([hole, hole], axis=1)  # a gap may lie across direction zero
    names, _ = label(doubled)
    sizes = np.bincount(names.reshape(-1))
    sizes[0] = 0
    rows, columns = np.nonzero(names == int(sizes.argmax()))
    return int(np.median(rows)), int(np.median(columns)) % hole.shape[1], min(len(rows), int(hole.sum()))
