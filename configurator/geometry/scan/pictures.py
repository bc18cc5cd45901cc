"""Small pictures of a scan as it would stand, for a person to say yes or no: grey, without words, PNG."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

from .answers import Picture
from .poses import Pose, opposite

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .scan_mesh import Floats, Ints

_WIDE, _TALL, _MARGIN = 180, 300, 10
"""Pixels."""
_DOTS = 240_000
"""Points put on the triangles: some ten for each pixel of a leg, so that no pixel stays open."""


def pictures(points: Floats, triangles: Ints, areas: Floats, pose: Pose, *, unsure_up: bool,
             unsure_forward: bool) -> tuple[Picture, ...]:
    """Front and side of the proposal, and where something is unsure of the neighbouring choice too."""
    dots, normals = _dots(points, triangles, areas)
    choices = [("proposed", pose)]
    if unsure_forward:
        choices.append(("turned", Pose(pose.unit, pose.up, opposite(pose.forward), pose.side)))
    if unsure_up:
        choices.append(("upside_down", Pose(pose.unit, opposite(pose.up), pose.forward, pose.side)))
    found = []
    for choice, stands in choices:
        x, y, z = stands.frame()
        # from the front the owner's left is on the right; from the owner's right side the toes are on the right
        for view, right, nearer in (("front", y, x), ("side", x, -y)):
            found.append(Picture(view, choice, png(_drawn(dots, normals, right, z, nearer))))
    return tuple(found)


def _dots(points: Floats, triangles: Ints, areas: Floats) -> tuple[Floats, Floats]:
    """(points spread evenly over the skin, unit normals there); the same at every call."""
    import numpy as np

    ends = np.cumsum(areas)
    which = np.minimum(np.searchsorted(ends, (np.arange(_DOTS) + 0.5) / _DOTS * ends[-1]), len(triangles) - 1)
    # two irrational steps fill the unit square evenly without a random number
    a, b = np.modf(np.arange(_DOTS) * 0.7548776662466927)[0], np.modf(np.arange(_DOTS) * 0.5698402909980532)[0]
    over = a + b > 1
    a, b = np.where(over, 1 - a, a), np.where(over, 1 - b, b)
    first, second, third = (points[corner[which]] for corner in triangles.T)
    u, v = second - first, third - first
    normals = np.cross(u, v)
    normals /= np.maximum(np.sqrt(np.einsum("ij,ij->i", normals, normals)), 1e-300)[:, None]
    return first + a[:, None] * u + b[:, None] * v, normals


def _drawn(dots: Floats, normals: Floats, right: Floats, up: Floats, nearer: Floats) -> NDArray[np.uint8]:
    """(tall, wide, 2): grey and opacity. Of the dots in a pixel the nearest is seen; light comes from the viewer's left."""
    import numpy as np

    across, height, depth = dots @ right, dots @ up, dots @ nearer
    scale = min((_WIDE - 2 * _MARGIN) / max(float(np.ptp(across)), 1e-300),
                (_TALL - 2 * _MARGIN) / max(float(np.ptp(height)), 1e-300))
    column = np.rint((across - (across.max() + across.min()) / 2) * scale + _WIDE / 2).astype(np.int64)
    row = np.rint(_TALL / 2 - (height - (height.max() + height.min()) / 2) * scale).astype(np.int64)
    pixel = row * _WIDE + column
    nearest = np.full(_WIDE * _TALL, -np.inf)
    np.maximum.at(nearest, pixel, depth)
    seen = depth >= nearest[pixel]
    light = np.abs(normals @ (0.8 * nearer - 0.45 * right + 0.4 * up))  # from either side: scans turn their skins over
    image = np.zeros((_TALL * _WIDE, 2), dtype=np.uint8)
    image[pixel[seen], 0] = np.clip(70 + 150 * light[seen], 0, 235)
    image[pixel[seen], 1] = 255
    return image.reshape(_TALL, _WIDE, 2)


def png(image: NDArray[np.uint8]) -> bytes:
    """An image (rows, columns, 2) of grey and opacity as PNG (ISO 15948)."""
    import numpy as np

    rows, columns, _ = image.shape
    lines = np.zeros((rows, 1 + 2 * columns), dtype=np.uint8)  # each line begins with its filter: none
    lines[:, 1:] = image.reshape(rows, -1)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head: Any = struct.pack(">IIBBBBB", columns, rows, 8, 4, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines.tobytes(), 6)) + chunk(b"IEND", b"")
