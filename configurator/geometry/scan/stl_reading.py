"""STL: binary, told by its length, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .caps import Caps, refused
from .scan_mesh import ScanMesh
from .text_numbers import numbers_between_words

if TYPE_CHECKING:
    from .scan_mesh import Floats

_HEADER, _FACET = 84, 50
_TITLE = 4096
"""Longest name of a solid that is looked for its end."""
_VERTEX = re.compile(rb"vertex\s+(\S+)\s+(\S+)\s+(\S+)", re.IGNORECASE)


def binary_count(data: bytes) -> int:
    """How many triangles a binary STL says it has."""
    return int.from_bytes(data[80:84], "little")


def is_binary(data: bytes) -> bool:
    """Whether the length is exactly what the count asks for; text begins with the same word at times, and is never that."""
    return len(data) >= _HEADER and len(data) == _HEADER + _FACET * binary_count(data)


def looks_binary(data: bytes) -> bool:
    """Whether the first facets are numbers as a facet has them: a binary STL that is cut off, or counts wrongly."""
    import numpy as np

    count = min((len(data) - _HEADER) // _FACET, 20)
    if count < 1:
        return False
    facets = np.frombuffer(data, dtype=[("numbers", "<f4", 12), ("attribute", "<u2")], count=count, offset=_HEADER)
    with np.errstate(invalid="ignore"):  # a signalling NaN
        values = np.abs(facets["numbers"].astype(np.float64))
    # normals are no longer than one; coordinates are neither dust nor astronomy
    normal, corner = values[:, :3].max(axis=1), values[:, 3:].max(axis=1)
    return bool(np.isfinite(values).all() and ((normal <= 1.01) & (corner > 1e-6) & (corner < 1e6)).all())


def read_binary(data: bytes, caps: Caps) -> ScanMesh:
    """The triangles; attributes and normals are not looked at. ScanRefused if the count and the length disagree."""
    import numpy as np

    count = binary_count(data)
    held = (len(data) - _HEADER) // _FACET
    if len(data) < _HEADER + _FACET * count:
        raise refused("scan.cut_off", found=held, said=count)
    if len(data) > _HEADER + _FACET * count:
        raise refused("scan.false_count", found=held, said=count)
    caps.bear_triangles(count)
    facets = np.frombuffer(data, dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")], offset=_HEADER)
    with np.errstate(invalid="ignore"):  # a signalling NaN; it is refused with the others
        points = facets["corners"].reshape(-1, 3).astype(np.float64)
    return ScanMesh(points, np.arange(3 * count, dtype=np.int64).reshape(-1, 3), "STL (binary)")


def read_text(data: bytes, caps: Caps) -> ScanMesh:
    """The triangles of all solids in it. ScanRefused if a facet is not whole or the end is missing."""
    import numpy as np

    if not data.count(b"endfacet"):
        data = data.lower()
    count = data.count(b"endfacet")
    caps.bear_triangles(count)
    if b"endsolid" not in data[-4096:].lower():
        raise refused("scan.cut_off_text", found=count)
    points = _corners(b"\n".join(_without_titles(data)), count)
    return ScanMesh(points, np.arange(len(points), dtype=np.int64).reshape(-1, 3), "STL (text)")


def _without_titles(data: bytes) -> Iterator[bytes]:
    """Everything but the lines that name solids: a name may hold digits."""
    start, place = 0, 0
    while (place := data.find(b"solid", place)) >= 0:
        begin = max(*(data.rfind(mark, max(0, place - _TITLE), place) for mark in (b"\n", b"\r")), 0)
        if data[begin:place].strip() in (b"", b"end"):
            yield data[start:begin]
            ends = [end for end in (data.find(mark, place, place + _TITLE) for mark in (b"\n", b"\r")) if end >= 0]
            start = min(ends) if ends else len(data)
        place = max(start, place + 1)
    yield data[start:]


def _corners(body: bytes, count: int) -> Floats:
    import numpy as np

    found = numbers_between_words(body)
    if found is not None and len(found) == 12 * count:  # a normal and three corners each
        return np.ascontiguousarray(found.reshape(-1, 4, 3)[:, 1:].reshape(-1, 3))
    rows = _VERTEX.findall(body)  # normals that are no numbers, or none: rare, and slower
    if len(rows) != 3 * count:
        raise refused("scan.facets_broken", corners=len(rows), facets=count)
    try:
        return np.array([[float(each) for each in row] for row in rows], dtype=np.float64).reshape(-1, 3)
    except ValueError:
        raise refused("scan.text_broken") from None
