"""XML that cannot bite: text put into it, and elements taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from configurator.errors import PackageError, PackageRefused

DEEPEST = 32
"""Elements inside one another that are read; the files of a package need eight."""

_CHUNK = 1 << 16
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIALS = re.compile('[&<>"\t\n\r]')


def escaped(text: str) -> str:
    """`text` for an element or for an attribute in double quotes; reading gives the same text back.

    Tab and line ends are escaped too: in an attribute they would come back as blanks.
    Raises PackageError for characters that XML 1.0 cannot hold, not even escaped.
    """
    found = _ILLEGAL.search(text)
    if found:
        raise PackageError(f"the text {text!r} holds the character U+{ord(found[0]):04X}, which XML cannot hold")
    return _SPECIALS.sub(lambda match: _SPECIAL[match[0]], text)


class XmlElement(NamedTuple):
    """One element, told when it ends: its children came before it."""

    path: str
    """Names from the root on, joined by '/'; before a name of another namespace stand that and a blank."""
    attributes: dict[str, str]
    text: str
    """Its own characters, without those of its children."""


def elements(data: bytes, where: str, namespace: str) -> Iterator[XmlElement]:
    """The elements of the XML document `data` (UTF-8) in the order of their ends, in little memory.

    Raises PackageRefused, naming `where`, if it is not well-formed, declares a document type (and with it entities),
    or nests deeper than `DEEPEST`.
    """
    from xml.parsers import expat

    prefix = namespace + " "
    ended: list[XmlElement] = []
    opened: list[tuple[str, dict[str, str], list[str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(opened) == DEEPEST:
            raise PackageRefused([f"{where} has elements more than {DEEPEST} deep"])
        name = name.removeprefix(prefix)
        opened.append((f"{opened[-1][0]}/{name}" if opened else name, attributes, []))

    def end(_: str) -> None:
        path, attributes, text = opened.pop()
        ended.append(XmlElement(path, attributes, "".join(text)))

    def characters(text: str) -> None:
        opened[-1][2].append(text)

    def refuse(*_: object) -> None:
        raise PackageRefused([f"{where} declares a document type, which no file of a package needs"])

    # the encoding is given here so that no declaration inside the file can choose another
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    parser.StartDoctypeDeclHandler = refuse
    try:
        for offset in range(0, len(data), _CHUNK):
            parser.Parse(data[offset:offset + _CHUNK], False)
            yield from ended
            ended.clear()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise PackageRefused([f"{where} is no well-formed XML: {error}"]) from None
    yield from ended
