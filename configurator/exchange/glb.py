"""The binary container of glTF 2.0: one JSON document and one buffer of arrays, and the way from one to the other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from configurator.errors import PackageError, PackageRefused

if TYPE_CHECKING:
    from configurator.geometry.answers import Ints

FLOAT, SHORT, LONG = 5126, 5123, 5125
"""Component types: float32, uint16, uint32."""
LINES, TRIANGLES = 1, 4
"""Modes of a primitive."""
METRES = 0.001
"""A millimetre in glTF's unit."""
_VERTICES, _INDICES = 34962, 34963
_TYPES = {FLOAT: "<f4", SHORT: "<u2", LONG: "<u4"}
_WIDTHS = {"SCALAR": 1, "VEC3": 3}
_HEADER = 12
_CHUNK = 8


class Column(NamedTuple):
    """One array as it lies in a file, wherever in it."""

    raw: bytes
    """Filled up to four bytes."""
    size: int
    """Bytes that are its own."""
    accessor: str
    """JSON, but for the buffer view, which comes first."""
    target: int


def vertices(values: Any, low: Sequence[float] = (), high: Sequence[float] = ()) -> Column:
    """One float32 (n,) or (n, 3) value a vertex, with its exact least and greatest if they are given."""
    accessor: dict[str, Any] = {"componentType": FLOAT, "type": "SCALAR" if values.ndim == 1 else "VEC3"}
    if low:
        accessor |= {"min": low, "max": high}
    return _column(values.astype(_TYPES[FLOAT], copy=False), accessor, _VERTICES)


def indices(values: Ints, count: int) -> Column:
    """Indices into `count` vertices; the greatest number of a type means "restart" and stays unused."""
    kind = SHORT if count <= 0xFFFF else LONG
    return _column(values.reshape(-1).astype(_TYPES[kind]), {"componentType": kind, "type": "SCALAR"}, _INDICES)


def _column(values: Any, accessor: dict[str, Any], target: int) -> Column:
    raw = values.tobytes()
    return Column(raw + bytes(-len(raw) % 4), len(raw), to_json({"count": len(values), **accessor})[1:], target)


def to_json(value: Any) -> str:
    """JSON with sorted names and nothing between them. Raises PackageError for what is no JSON."""
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise PackageError(f"a name or the extras of a GLB file are not JSON: {error}") from None


@dataclass
class GlbWriter:
    """Grows array by array; every array becomes a buffer view of its own, aligned to four bytes."""

    body: list[bytes] = field(default_factory=list)
    length: int = 0
    views: list[str] = field(default_factory=list)
    accessors: list[str] = field(default_factory=list)

    def append(self, column: Column) -> int:
        """Append an array. Returns the index of its accessor."""
        self.accessors.append(f'{{"bufferView":{len(self.views)},{column.accessor}')
        self.views.append(f'{{"buffer":0,"byteLength":{column.size},"byteOffset":{self.length},"target":{column.target}}}')
        self.body.append(column.raw)
        self.length += len(column.raw)
        return len(self.accessors) - 1

    def finish(self, document: dict[str, Any], meshes: Sequence[str]) -> bytes:
        """The file: `document` with the meshes, each as JSON, and the arrays' lists.

        Raises PackageError if it is not JSON or too large.
        """
        members = {name: to_json(value) for name, value in document.items()}
        for name, written in (("meshes", meshes), ("accessors", self.accessors), ("bufferViews", self.views)):
            members[name] = f"[{','.join(written)}]"
        members["buffers"] = to_json([{"byteLength": self.length}])
        try:
            head = f"{{{','.join(f'{to_json(name)}:{members[name]}' for name in sorted(members))}}}".encode()
        except UnicodeEncodeError as error:
            raise PackageError(f"a name or the extras of a GLB file are not JSON: {error}") from None
        head += b" " * (-len(head) % 4)
        total = _HEADER + 2 * _CHUNK + len(head) + self.length
        if total >= 2**32:
            raise PackageError(f"the GLB file would have {total} bytes, more than the format can hold")
        version, size, first, second = (word.to_bytes(4, "little") for word in (2, total, len(head), self.length))
        return b"".join([b"glTF", version, size, first, b"JSON", head, second, b"BIN\0", *self.body])


@dataclass(frozen=True)
class GlbRead:
    """A container taken apart. `document` is whatever JSON object the file holds; nothing in it was checked yet."""

    document: dict[str, Any]
    body: bytes

    def array(self, index: Any, kind: str, components: Sequence[int]) -> Any:
        """Accessor `index` as (n,) or (n, 3); it must be of `kind` and of one of the `components`.

        Raises PackageRefused if it is not, if it leaves the buffer, is empty, not finite, or outside its own bounds.
        """
        import numpy as np

        accessor = pick(self.document["accessors"], index, "accessor")
        view = pick(self.document["bufferViews"], accessor["bufferView"], "buffer view")
        component, count, width = accessor["componentType"], accessor["count"], _WIDTHS[kind]
        start, room, shift = view.get("byteOffset", 0), view["byteLength"], accessor.get("byteOffset", 0)
        if accessor["type"] != kind or component not in components or view["buffer"] != 0:
            raise PackageRefused([f"accessor {index} of the GLB file is not of the kind that its place asks for"])
        if "sparse" in accessor or "byteStride" in view or any(type(n) is not int for n in (count, start, room, shift)):
            raise PackageRefused([f"accessor {index} of the GLB file is not plain"])
        size = np.dtype(_TYPES[component]).itemsize
        if min(start, shift) < 0 or count < 1 or shift + count * width * size > room or start + room > len(self.body):
            raise PackageRefused([f"accessor {index} of the GLB file leaves its buffer, or is empty"])
        if (start + shift) % size:
            raise PackageRefused([f"accessor {index} of the GLB file is not aligned"])
        values = np.frombuffer(self.body, _TYPES[component], count * width, start + shift).reshape(-1, width)
        if component == FLOAT and not np.isfinite(values).all():
            raise PackageRefused([f"accessor {index} of the GLB file holds something that is no number"])
        for bound, found in (("min", values.min(axis=0)), ("max", values.max(axis=0))):
            if bound in accessor and accessor[bound] != found.tolist():
                raise PackageRefused([f"accessor {index} of the GLB file says {bound} {accessor[bound]}, "
                                      f"its values say {found.tolist()}"])
        return values if width > 1 else values.reshape(-1)


def pick(items: Any, index: Any, what: str) -> Any:
    """`items[index]` of a JSON list. Raises PackageRefused if there is none: -1 and true are no indices."""
    if not isinstance(items, list) or type(index) is not int or not 0 <= index < len(items):
        raise PackageRefused([f"the GLB file refers to the {what} {index!r}, which it does not have"])
    return items[index]


def unpacked(data: bytes) -> GlbRead:
    """Take a GLB apart: exactly one JSON chunk and one binary chunk, lengths that agree.

    Raises PackageRefused for anything else, and for JSON with a number that is none or a name that is there twice.
    """
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise PackageRefused(["the JSON of the GLB file has a name twice in one object"])
        return dict(pairs)

    def word(at: int) -> int:
        return int.from_bytes(data[at:at + 4], "little")

    if data[:4] != b"glTF" or len(data) < _HEADER + 2 * _CHUNK or word(4) != 2 or word(8) != len(data):
        raise PackageRefused(["this is no GLB file of version 2, or it has another length than it says"])
    head = word(_HEADER)
    second = _HEADER + _CHUNK + head
    if data[_HEADER + 4:_HEADER + 8] != b"JSON" or head % 4 or second + _CHUNK > len(data):
        raise PackageRefused(["the GLB file does not begin with its JSON, or it is cut off"])
    size = word(second)
    if data[second + 4:second + 8] != b"BIN\0" or size % 4 or second + _CHUNK + size != len(data):
        raise PackageRefused(["the GLB file's arrays do not follow its JSON and fill the file"])
    try:
        document = json.loads(data[_HEADER + _CHUNK:second].decode(), object_pairs_hook=once, parse_constant=_no_number)
        buffers = document["buffers"]
        if len(buffers) != 1 or "uri" in buffers[0] or not size - 3 <= buffers[0]["byteLength"] <= size:
            raise PackageRefused(["the GLB file's buffer is not the one that it holds"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        if isinstance(error, PackageRefused):
            raise
        raise PackageRefused([f"the JSON of the GLB file cannot be read: {error!r}"]) from None
    return GlbRead(document, data[second + _CHUNK:])


def _no_number(text: str) -> float:
    raise PackageRefused([f"the JSON of the GLB file holds {text}, which is no number"])
