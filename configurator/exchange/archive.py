"""Zip archives as bytes, the same ones everywhere: for the job package, 3MF and XLSX.

Members are stored, not compressed (another zlib compresses to other bytes), dated 1980-01-01 00:00 (the oldest date
that a zip can hold), marked as regular Unix files of mode 0644, in the order in which they were given. There is no
zip64, no comment and no data descriptor, so an archive says everything once in each of its two lists, and
`read_stored_zip` accepts exactly the bytes that `stored_zip` makes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from struct import Struct
from unicodedata import normalize

from configurator.errors import PackageError, PackageRefused

MOST_MEMBERS = 10_000
MOST_BYTES = 2**31 - 1
"""Of a whole archive: what every program can read, 32-bit ones included."""
LONGEST_NAME = 240
"""Bytes of UTF-8; leaves room for the folder it is unpacked in."""

_LOCAL = Struct("<4s5H3I2H")
_CENTRAL = Struct("<4s6H3I5H2I")
_END = Struct("<4s4H2IH")
_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION  # 3 is Unix: the permissions below are read
_DATE = 1 << 5 | 1
_MODE = 0o100644 << 16
_RESERVED = frozenset('\\:*?"<>|')
_UTF8, _ENCRYPTED = 0x0800, 0x2041


def stored_zip(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Write `members` (name, content) in the order given.

    Raises PackageError for what `read_stored_zip` would refuse: bad or equal names, too many or too large members.
    """
    problems = list(_wrong_names([name for name, _ in members]))
    if len(members) > MOST_MEMBERS:
        problems.append(f"{len(members)} members are more than an archive may have, {MOST_MEMBERS}")
    if problems:
        raise PackageError("\n".join(problems))
    size = _END.size + sum(_LOCAL.size + _CENTRAL.size + 2 * len(name.encode()) + len(content)
                           for name, content in members)
    if size > MOST_BYTES:
        raise PackageError(f"the archive would have {size} bytes, more than the {MOST_BYTES} that every program reads")
    body, listing, offset = [], [], 0
    for name, content in members:
        raw = name.encode()
        flags = 0 if name.isascii() else _UTF8
        fields = (_VERSION, flags, 0, 0, _DATE, zlib.crc32(content), len(content), len(content), len(raw), 0)
        body += [_LOCAL.pack(b"PK\3\4", *fields), raw, content]
        listing += [_CENTRAL.pack(b"PK\1\2", _MADE_BY, *fields, 0, 0, 0, _MODE, offset), raw]
        offset += _LOCAL.size + len(raw) + len(content)
    count, length = len(members), sum(map(len, listing))
    return b"".join([*body, *listing, _END.pack(b"PK\5\6", 0, 0, count, count, length, offset, 0)])


def read_stored_zip(data: bytes) -> dict[str, bytes]:
    """The members of an archive that `stored_zip` wrote, name to content, in the archive's order.

    Raises PackageRefused, with a sentence for each thing that is wrong, for everything else: another program's zip,
    compressed or encrypted members, names that are twice there or lead out of the folder, content that does not fit
    its check sum, bytes before, between or behind the members. Nothing larger than `data` is ever allocated.
    """
    members = list(_members(data))
    problems = list(_wrong_names([name for name, _ in members]))
    if problems:
        raise PackageRefused(problems)
    if stored_zip(members) != data:
        raise PackageRefused(["the archive holds dates, permissions or comments that this program does not write: "
                              "it was packed again or changed"])
    return dict(members)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Walk the central list; every length is checked against what is there before it is used."""
    if len(data) > MOST_BYTES:
        raise PackageRefused([f"the archive has {len(data)} bytes, more than {MOST_BYTES}"])
    if len(data) < _END.size or data[-_END.size:][:4] != b"PK\5\6":
        raise PackageRefused(["this is no zip archive, it is cut off, or there is something behind its end"])
    _, _, _, here, count, length, at, _ = _END.unpack(data[-_END.size:])
    if count > MOST_MEMBERS or here != count:
        raise PackageRefused([f"the archive says it has {count} members in all and {here} in this file; at most "
                              f"{MOST_MEMBERS}, in one file, are read"])
    end = len(data) - _END.size
    if at + length != end:
        raise PackageRefused(["the archive's list of members does not end where the archive ends"])
    expected = 0
    for _ in range(count):
        if at + _CENTRAL.size > end:
            raise PackageRefused(["the archive's list of members is cut off"])
        (mark, _, _, flags, method, _, _, crc, packed, size, name_length, extra, comment, _, _, _,
         start) = _CENTRAL.unpack_from(data, at)
        raw = data[at + _CENTRAL.size:min(at + _CENTRAL.size + name_length, end)]
        at += _CENTRAL.size + name_length + extra + comment
        if mark != b"PK\1\2" or at > end:
            raise PackageRefused(["the archive's list of members is damaged"])
        try:
            name = raw.decode("utf-8" if flags & _UTF8 else "ascii")
        except UnicodeDecodeError:
            raise PackageRefused([f"the name {raw!r} is no UTF-8 text"]) from None
        content = start + _LOCAL.size + name_length
        problem = _wrong_member(flags, method, packed, size, start == expected and content + size <= end)
        if problem:
            raise PackageRefused([f"{name!r} {problem}"])
        expected = content + size
        if zlib.crc32(memoryview(data)[content:expected]) != crc:
            raise PackageRefused([f"{name!r} is damaged: its content does not fit its check sum"])
        yield name, data[content:expected]


def _wrong_member(flags: int, method: int, packed: int, size: int, in_place: bool) -> str:
    if flags & _ENCRYPTED:
        return "is encrypted"
    if method != 0:
        return f"is compressed (method {method}); this program stores members only: the archive was packed again"
    if packed != size:
        return f"says it has {size} bytes, of which {packed} are stored"
    return "" if in_place else f"says it has {size} bytes, which are not where the archive says they are"


def _wrong_names(names: Sequence[str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name in names:
        fault = _wrong_name(name)
        if fault:
            yield f"the name {name!r} {fault}"
        # Windows and macOS write "A.stl" over "a.stl", macOS also a composed "é" over a decomposed one
        folded = normalize("NFC", normalize("NFC", name).casefold())
        if folded in seen:
            yield (f"the name {name!r} is there twice" if seen[folded] == name
                   else f"the names {seen[folded]!r} and {name!r} are the same file on some computers")
        seen.setdefault(folded, name)
    for folded, name in seen.items():
        folder = folded
        while (cut := folder.rfind("/")) >= 0:
            folder = folder[:cut]
            if folder in seen:
                yield f"the name {seen[folder]!r} is a file and also the folder of {name!r}"


def _wrong_name(name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or not _RESERVED.isdisjoint(name):
        return "is absolute or holds one of the characters " + " ".join(sorted(_RESERVED))
    if any(part in ("", ".", "..") or part != part.strip(" ").rstrip(".") for part in parts):
        return "has an empty folder name, '.' or '..', or one that ends with a blank or a full stop"
    if not name.isprintable():
        return "holds characters that cannot be printed"
    if len(name.encode()) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} bytes"
    return ""
