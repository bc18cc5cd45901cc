"""OBJ: corners and faces; texture, normals, groups and materials are passed over, and no other file is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .caps import Caps, refused
from .scan_mesh import ScanMesh, fanned
from .text_numbers import numbers, row_starts, words_in_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .scan_mesh import Floats, Ints

_CHUNK = 1 << 24
_SLASHED = re.compile(rb"/[^ \t\r\n]*")
_REMARK = re.compile(rb"#[^\n]*")
_ROW = re.compile(rb"(?:^|\r)[ \t]*(?:v[ \t]+[-+.0-9]|f[ \t]+-?[0-9])", re.MULTILINE)


def looks_obj(data: bytes) -> bool:
    """Whether a line of the first 64 kB is a corner or a face."""
    return b"\0" not in data[:1024] and _ROW.search(data[:1 << 16]) is not None


def read_obj(data: bytes, caps: Caps) -> ScanMesh:
    """Corners (colours behind them are passed over) and polygons; negative indices count back from the line they stand in.

    ScanRefused with the kind of line that cannot be read, or an index that no corner has.
    """
    import numpy as np

    caps.bear_triangles(data.count(b"\nf "))
    points: list[Floats] = []
    corners: list[Ints] = []
    counts: list[Ints] = []
    known = triangles = 0
    for chunk in _chunks(_plain_lines(data)):
        letters = np.frombuffer(chunk, dtype=np.uint8)
        starts = row_starts(letters)
        second = letters[np.minimum(starts + 1, len(letters) - 1)]
        spaced = (second == 32) | (second == 9)
        is_corner, is_face = (letters[starts] == ord("v")) & spaced, (letters[starts] == ord("f")) & spaced
        points.append(_points(*_picked(letters, starts, is_corner)))
        before = known + np.cumsum(is_corner)[is_face]
        flat, count = _faces(*_picked(letters, starts, is_face))
        triangles += int(np.maximum(count - 2, 0).sum())
        caps.bear_triangles(triangles)
        corners.append(np.where(flat < 0, flat + np.repeat(before, count), flat - 1))
        counts.append(count)
        known += len(points[-1])
    every = np.concatenate([*corners, np.zeros(0, dtype=np.int64)])
    if len(every) and not (every.min() >= 0 and every.max() < known):
        raise refused("scan.index_false", corners=known)
    return ScanMesh(np.concatenate([*points, np.zeros((0, 3))]),
                    fanned(every, np.concatenate([*counts, np.zeros(0, dtype=np.int64)]), caps), "OBJ")


def _plain_lines(data: bytes) -> bytes:
    """One kind of line end, no line that goes on in the next, no blanks at the beginning."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    if b"\\" in data:
        data = re.sub(rb"\\[ \t\r]*\n", b" ", data)
    if b"\n " in data or b"\n\t" in data or data[:1] in (b" ", b"\t"):
        data = re.sub(rb"^[ \t]+", b"", data, flags=re.MULTILINE)
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    """Pieces of whole lines: what is looked at byte by byte stays small."""
    start = 0
    while start < len(data):
        end = len(data) if len(data) - start <= _CHUNK else data.find(b"\n", start + _CHUNK) + 1 or len(data)
        yield data[start:end]
        start = end


def _picked(letters: NDArray[np.uint8], starts: Ints, wanted: NDArray[np.bool_]) -> tuple[bytes, Ints]:
    """(the wanted lines one after another, the words in each, its first one not counted)."""
    import numpy as np

    lengths = np.diff(np.append(starts, len(letters)))
    picked = letters[np.repeat(wanted, lengths)]
    sizes = lengths[wanted]
    if not len(sizes):
        return b"", np.zeros(0, dtype=np.int64)
    begins = np.cumsum(sizes) - sizes
    text = picked.copy()
    text[begins] = 32  # the v or f
    remarks = text.tobytes()
    if b"#" in remarks:
        remarks = _REMARK.sub(b"", remarks)
        text = np.frombuffer(remarks, dtype=np.uint8)
        begins = row_starts(text)
    return remarks, words_in_rows(text, begins)


def _points(text: bytes, words: Ints) -> Floats:
    import numpy as np

    if len(words) and words.min() < 3:
        raise refused("scan.line_broken", line="v")
    flat = numbers(text)
    if len(flat) != int(words.sum()):
        raise refused("scan.line_broken", line="v")
    return np.asarray(flat[(np.cumsum(words) - words)[:, None] + np.arange(3)].reshape(-1, 3), dtype=np.float64)


def _faces(text: bytes, words: Ints) -> tuple[Ints, Ints]:
    """(first indices of all corners, corners of each face)."""
    import numpy as np

    flat = numbers(text.replace(b"/", b" ")) if b"/" in text else numbers(text)
    total = int(words.sum())
    parts = len(flat) // total if total else 1
    letters = np.frombuffer(text.replace(b"/", b" "), dtype=np.uint8)
    if parts > 1 and len(flat) == parts * total and _alike(letters, text, words, parts):
        flat = flat[::parts]
    elif len(flat) != total:
        flat = numbers(_SLASHED.sub(b"", text))  # some corners have a texture and some have none
    if len(flat) != total or not (flat == np.rint(flat)).all() or (len(flat) and np.abs(flat).max() > 2 ** 53):
        raise refused("scan.line_broken", line="f")
    if (flat == 0).any():
        raise refused("scan.index_zero")
    return flat.astype(np.int64), words


def _alike(letters: NDArray[np.uint8], text: bytes, words: Ints, parts: int) -> bool:
    """Whether each corner of each face has the same number of parts: as many in its word as elsewhere."""
    import numpy as np

    original = np.frombuffer(text, dtype=np.uint8)
    filled, whole = letters > 32, original > 32
    part_begins, word_begins = filled.copy(), whole.copy()
    part_begins[1:] &= ~filled[:-1]
    word_begins[1:] &= ~whole[:-1]
    begun = np.flatnonzero(word_begins)
    return len(begun) == int(words.sum()) and bool((np.add.reduceat(part_begins, begun, dtype=np.int64) == parts).all())
