"""The header of a PLY file: which elements follow, how often, and what each row holds."""

from __future__ import annotations

from dataclasses import dataclass

from .caps import refused

TYPES = {
    "char": "i1", "int8": "i1", "uchar": "u1", "uint8": "u1", "short": "i2", "int16": "i2", "ushort": "u2", "uint16": "u2",
    "int": "i4", "int32": "i4", "uint": "u4", "uint32": "u4", "float": "f4", "float32": "f4", "double": "f8", "float64": "f8",
    "int64": "i8", "uint64": "u8",
}
_MOST = 1 << 16
"""Bytes of a header, and characters of what a scanner may remark in it."""
_ORDERS = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}


@dataclass(frozen=True)
class Property:
    """One column. `length`: the type of the count before a list, "" for a single number."""

    name: str
    kind: str
    length: str = ""


@dataclass(frozen=True)
class Element:
    """One kind of rows."""

    name: str
    count: int
    properties: tuple[Property, ...]

    @property
    def least(self) -> tuple[int, int]:
        """(bytes, numbers) that a row has at least: lists empty."""
        kinds = [each.length or each.kind for each in self.properties]
        return sum(int(kind[1]) for kind in kinds), len(kinds)


@dataclass(frozen=True)
class Header:
    """`order`: "<" or ">" for binary files, "" for text. `start`: where the rows begin."""

    order: str
    elements: tuple[Element, ...]
    start: int

    @property
    def title(self) -> str:
        """The kind of the file, for a person."""
        return f"PLY ({ {'': 'text', '<': 'binary, little-endian', '>': 'binary, big-endian'}[self.order] })"


def read_header(data: bytes) -> Header:
    """The header. ScanRefused names the line that cannot be understood."""
    ends = [place + len(word) for word in (b"end_header\r\n", b"end_header\n", b"end_header\r")
            if (place := data.find(word, 0, _MOST)) >= 0]
    if not ends:
        raise refused("scan.header_endless")
    # a lone \r ends the header of a few programs; where \r\n is found it is the same place plus one
    start = max(ends)
    order: str | None = None
    elements: list[Element] = []
    for line in data[:start].decode("latin-1").replace("\r", "\n").split("\n")[1:]:
        words = line.split()
        if not words or words[0] in ("comment", "obj_info", "end_header"):
            continue
        if words[0] == "format" and len(words) >= 2 and words[1] in _ORDERS:
            order = _ORDERS[words[1]]
        elif words[0] == "element" and len(words) == 3 and words[2].isascii() and words[2].isdigit() and len(words[2]) < 16:
            elements.append(Element(words[1], int(words[2]), ()))
        elif elements and (column := _column(words)) and column.name not in {each.name for each in elements[-1].properties}:
            last = elements[-1]
            elements[-1] = Element(last.name, last.count, (*last.properties, column))
        else:
            raise refused("scan.header_line", line=line[:60])
    if order is None:
        raise refused("scan.header_line", line="format")
    return Header(order, tuple(elements), start)


def _column(words: list[str]) -> Property | None:
    match words:
        case ["property", "list", length, kind, name] if length in TYPES and kind in TYPES and TYPES[length][0] != "f":
            return Property(name, TYPES[kind], TYPES[length])
        case ["property", kind, name] if kind in TYPES:
            return Property(name, TYPES[kind])
    return None
