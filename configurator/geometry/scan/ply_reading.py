"""PLY: text and binary of both byte orders, elements and properties in any order, lists of any type."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .caps import Caps, refused
from .ply_header import Element, Header, read_header
from .scan_mesh import ScanMesh, fanned
from .text_numbers import numbers

if TYPE_CHECKING:
    from .scan_mesh import Floats, Ints

_CORNERS = ("vertex_indices", "vertex_index")
_LETTERS = {"i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "i8": "q", "u8": "Q", "f4": "f", "f8": "d"}


def read_ply(data: bytes, caps: Caps) -> ScanMesh:
    """Corners and polygons. ScanRefused if the header cannot be understood, the rows are fewer than it says, or indices lie."""
    header = read_header(data)
    names = [each.name for each in header.elements]
    if "vertex" not in names:
        raise refused("scan.no_corners")
    singles = {each.name for each in header.elements[names.index("vertex")].properties if not each.length}
    if not {"x", "y", "z"} <= singles:
        raise refused("scan.no_corners")
    faces = header.elements[names.index("face")] if "face" in names else None
    column = _corner_column(faces) if faces else ""
    if faces is None or not column or not faces.count:
        raise refused("scan.points_only", count=header.elements[names.index("vertex")].count)
    caps.bear_triangles(faces.count)
    rows = _text_rows(data, header) if not header.order else _binary_rows(data, header)
    points: Floats = rows(names.index("vertex"), "")
    polygons: tuple[Ints, Ints] = rows(names.index("face"), column)
    corners, counts = polygons
    if len(corners) and not (corners.min() >= 0 and corners.max() < len(points)):
        raise refused("scan.index_false", corners=len(points))
    return ScanMesh(points, fanned(corners, counts, caps), header.title)


def _corner_column(faces: Element) -> str:
    lists = [each.name for each in faces.properties if each.length and each.kind[0] != "f"]
    return next((name for name in _CORNERS if name in lists), lists[0] if lists else "")


def _text_rows(data: bytes, header: Header) -> Callable[[int, str], Any]:
    """A reader of elements by index, of all numbers of a text; see `_scalars` and `_lists`."""
    import numpy as np

    flat = numbers(data[header.start:])
    needed = sum(each.count * each.least[1] for each in header.elements)
    if needed > len(flat):
        raise refused("scan.rows_missing", found=len(flat), said=needed)
    place, spans = 0, []
    for each in header.elements:
        spans.append(place)
        place = _text_end(flat, place, each)
    if place > len(flat):
        raise refused("scan.rows_missing", found=len(flat), said=place)
    if place < len(flat):
        raise refused("scan.rows_over", found=len(flat), said=place)

    def read(index: int, column: str) -> Any:
        element, start = header.elements[index], spans[index]
        rows = _text_table(flat, start, element)
        if not column:
            if rows is None:
                raise refused("scan.no_corners")
            places = _places(rows, element)
            return np.ascontiguousarray(rows[:, [places[axis] for axis in "xyz"]])
        return _text_lists(flat, start, element, column, rows)

    return read


def _text_table(flat: Floats, start: int, element: Element) -> Any:
    """The rows as one table if all have the same width, else None."""
    import numpy as np

    if not element.count:
        return np.zeros((0, len(element.properties)))
    width = _text_width(flat, start, element)
    if width == 0 or start + width * element.count > len(flat):
        return None
    table = flat[start:start + width * element.count].reshape(element.count, width)
    place = 0
    for each in element.properties:
        if each.length:
            size = table[0, place]
            if not (table[:, place] == size).all():
                return None
            place += int(size)
        place += 1
    return table


def _places(rows: Any, element: Element) -> dict[str, int]:
    """Where each single number stands in a table of equal rows."""
    place, found = 0, {}
    for each in element.properties:
        if each.length:
            place += 1 + (_size(rows[0, place]) if len(rows) else 0)
        else:
            found[each.name] = place
            place += 1
    return found


def _text_width(flat: Floats, start: int, element: Element) -> int:
    """Numbers in the first row; 0 if that runs over the end."""
    place = start
    for each in element.properties:
        if place >= len(flat):
            return 0
        place += 1 + (_size(flat[place]) if each.length else 0)
    return place - start


def _text_end(flat: Floats, start: int, element: Element) -> int:
    if not any(each.length for each in element.properties):
        return start + element.count * len(element.properties)
    table = _text_table(flat, start, element)
    if table is not None:
        return start + int(table.size)
    place = start
    for _ in range(element.count):
        for each in element.properties:
            if place >= len(flat):
                raise refused("scan.rows_missing", found=len(flat), said=place + 1)
            place += 1 + (_size(flat[place]) if each.length else 0)
    return place


def _text_lists(flat: Floats, start: int, element: Element, column: str, rows: Any) -> tuple[Ints, Ints]:
    import numpy as np

    place, sizes, begins = start, [], []
    if rows is not None and len(rows):
        at = 0
        for each in element.properties:
            size = _size(rows[0, at]) if each.length else 0
            if each.name == column:
                return _whole(rows[:, at + 1:at + 1 + size]).reshape(-1), np.full(len(rows), size, dtype=np.int64)
            at += 1 + size
    for _ in range(element.count):
        for each in element.properties:
            size = _size(flat[place]) if each.length else 0
            if each.name == column:
                sizes.append(size)
                begins.append(place + 1)
            place += 1 + size
    counts, first = np.array(sizes, dtype=np.int64), np.array(begins, dtype=np.int64)
    inside = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return _whole(flat[np.repeat(first, counts) + inside]), counts


def _size(value: float) -> int:
    """The count before a list. ScanRefused if it is none."""
    if not (0 <= value < 1 << 31) or value != int(value):
        raise refused("scan.list_false", size=f"{value:.6g}")
    return int(value)


def _whole(values: Floats) -> Ints:
    import numpy as np

    if not (values == np.rint(values)).all() or (values.size and np.abs(values).max() > 2 ** 53):
        raise refused("scan.line_broken", line="face")
    return values.astype(np.int64)


def _binary_rows(data: bytes, header: Header) -> Callable[[int, str], Any]:
    """A reader of elements by index, of the bytes after the header."""
    import numpy as np

    needed = sum(each.count * each.least[0] for each in header.elements)
    held = len(data) - header.start
    if needed > held:
        raise refused("scan.bytes_missing", found=held, said=needed)
    place, found = header.start, []
    for each in header.elements:
        columns, place = _binary_element(data, place, each, header.order)
        found.append(columns)
    if place < len(data) and data[place:].strip(b"\0\r\n \t"):
        raise refused("scan.bytes_over", found=held, said=place - header.start)

    def read(index: int, column: str) -> Any:
        columns = found[index]
        if column:
            return columns[column]
        with np.errstate(invalid="ignore"):  # a signalling NaN; it is refused with the others
            return np.stack([columns[axis].astype(np.float64) for axis in "xyz"], axis=1)

    return read


def _binary_element(data: bytes, place: int, element: Element, order: str) -> tuple[Mapping[str, Any], int]:
    """(column: array, or (flat values, counts) of a list; where the next element begins)."""
    import numpy as np

    if not element.properties:
        return {}, place
    sizes = [0] * len(element.properties)
    if element.count:
        at = place
        for index, each in enumerate(element.properties):
            at, sizes[index] = _list_size(data, at, each.length, each.kind, order)
    fields: list[Any] = []
    for index, each in enumerate(element.properties):
        if each.length:
            fields.append((f"n{index}", order + each.length))
        fields.append((f"c{index}", order + each.kind, (sizes[index],)) if each.length else (f"c{index}", order + each.kind))
    row = np.dtype(fields)
    if place + row.itemsize * element.count <= len(data):
        table = np.frombuffer(data, dtype=row, count=element.count, offset=place)
        if all((table[f"n{index}"] == sizes[index]).all() for index, each in enumerate(element.properties) if each.length):
            columns: dict[str, Any] = {}
            for index, each in enumerate(element.properties):
                values = table[f"c{index}"]
                columns[each.name] = values if not each.length else (
                    values.astype(np.int64).reshape(-1), np.full(element.count, sizes[index], dtype=np.int64))
            return columns, place + row.itemsize * element.count
    if not any(each.length for each in element.properties):
        raise refused("scan.bytes_missing", found=len(data), said=place + row.itemsize * element.count)
    return _row_by_row(data, place, element, order)


def _list_size(data: bytes, at: int, length: str, kind: str, order: str) -> tuple[int, int]:
    """(where the next column begins, how many values this one has; 0 for a single number)."""
    if not length:
        return at + int(kind[1]), 0
    try:
        size = int(struct.unpack_from(order + _LETTERS[length], data, at)[0])
    except struct.error:
        raise refused("scan.bytes_missing", found=len(data), said=at + int(length[1])) from None
    after = at + int(length[1]) + size * int(kind[1])
    if size < 0:
        raise refused("scan.list_false", size=str(size))
    if after > len(data):
        raise refused("scan.bytes_missing", found=len(data), said=after)
    return after, size


def _row_by_row(data: bytes, place: int, element: Element, order: str) -> tuple[Mapping[str, Any], int]:
    """Polygons of several sizes: each row says itself how long it is."""
    import numpy as np

    lists = {each.name: ([], []) for each in element.properties if each.length}  # type: ignore[var-annotated]
    if not {"x", "y", "z"}.isdisjoint(each.name for each in element.properties):
        raise refused("scan.no_corners")
    for _ in range(element.count):
        for each in element.properties:
            after, size = _list_size(data, place, each.length, each.kind, order)
            if after > len(data):
                raise refused("scan.bytes_missing", found=len(data), said=after)
            if each.length:
                lists[each.name][0].append(data[after - size * int(each.kind[1]):after])
                lists[each.name][1].append(size)
            place = after
    kinds = {each.name: order + each.kind for each in element.properties}
    return {name: (np.frombuffer(b"".join(pieces), dtype=kinds[name]).astype(np.int64), np.array(counts, dtype=np.int64))
            for name, (pieces, counts) in lists.items()}, place
