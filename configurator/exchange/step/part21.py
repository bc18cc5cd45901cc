"""Exchange structures of ISO 10303-21 (Part 21) as tokens: strings, numbers, instances and their references.

Exact where it looks, and blind for everything else: what an entity means is the business of the other modules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import filterfalse, repeat
from math import isfinite

from configurator.errors import PackageRefused

REFERENCE = re.compile(rb"#[0-9]+")
"""Finds references in text without strings."""

_OPAQUE = re.compile(rb"('[^']*'|/\*.*?\*/)", re.DOTALL)
_LITERAL = re.compile(rb"('[^']*')")
_PIECE = re.compile(rb"'[^']*'|[(),]|[^'(),]+")
_NAMES = re.compile(rb"(?:#[0-9]+)*")
_INSTANCE = re.compile(rb"#[0-9]+=[^=]*\)")
_WHITESPACE = b" \t\r\n\f\v"
_MARK = b"\x01"
_PLAIN = re.compile(r"[ -&(-\[\]-~]*")
_RUNS = re.compile(r"[ -~]+|[^ -~\U00010000-\U0010ffff]+|[\U00010000-\U0010ffff]+")
_DIRECTIVE = re.compile(r"''|\\\\|\\S\\(.)|\\P[A-I]\\|\\X2\\((?:[0-9A-F]{4})*)\\X0\\|\\X4\\((?:[0-9A-F]{8})*)\\X0\\"
                        r"|\\X\\([0-9A-F]{2})")


def string(value: str) -> str:
    """`value` as a string of the exchange structure, with its quotes.

    What is not printable ASCII stands in the directives \\X2\\ or \\X4\\, which every reader of ISO 10303-21 knows.
    """
    if _PLAIN.fullmatch(value):
        return f"'{value}'"
    return f"'{''.join(map(_spelled, _RUNS.findall(value)))}'"


def _spelled(run: str) -> str:
    if " " <= run[0] <= "~":
        return run.replace("\\", "\\\\").replace("'", "''")
    wide = run[0] > "\uffff"
    return ("\\X4\\" if wide else "\\X2\\") + "".join(f"{ord(sign):0{8 if wide else 4}X}" for sign in run) + "\\X0\\"


def unstring(literal: bytes) -> str:
    """The text that a string with its quotes stands for; `$` stands for none and gives ''."""
    if literal == b"$":
        return ""
    if len(literal) < 2 or literal[:1] != b"'" or literal[-1:] != b"'":
        raise PackageRefused([f"STEP: {_shown(literal)} stands where a string must stand"])
    return _DIRECTIVE.sub(_meant, literal[1:-1].decode("utf-8", "replace"))


def _meant(directive: re.Match[str]) -> str:
    whole, (shifted, narrow, wide, byte) = directive[0], directive.groups()
    if whole in {"''", "\\\\"}:
        return whole[0]
    if shifted:
        return chr((ord(shifted) & 0x7F) | 0x80)
    if narrow is not None:
        return bytes.fromhex(narrow).decode("utf-16-be", "replace")
    if wide is not None:
        return bytes.fromhex(wide).decode("utf-32-be", "replace")
    return chr(int(byte, 16)) if byte else ""


def real(value: float) -> str:
    """`value` as a real: the shortest that reads back the same, with the point that ISO 10303-21 asks for."""
    if not isfinite(value):
        raise ValueError(f"{value} cannot be written as a number of a STEP file")
    mantissa, _, exponent = repr(float(value) + 0.0).partition("e")
    if mantissa.endswith(".0"):
        mantissa = mantissa[:-1]
    return (mantissa if "." in mantissa else mantissa + ".") + (f"E{int(exponent)}" if exponent else "")


def reals(values: Iterable[float]) -> str:
    """A list of reals with its brackets."""
    return f"({','.join(map(real, values))})"


def references(numbers: Iterable[int]) -> str:
    """A list of references with its brackets."""
    return f"({','.join(f'#{number}' for number in numbers)})"


class Instances:
    """Entity instances under construction, numbered upwards from `first`."""

    def __init__(self, first: int = 1) -> None:
        self.next = first
        self._lines: list[str] = []

    def add(self, entity: str) -> int:
        """Writes `entity` (keyword and parameters, ASCII) down and gives its number."""
        number = self.next
        self._lines.append(f"#{number}={entity};\n")
        self.next += 1
        return number

    def text(self) -> bytes:
        """All of them, one a line."""
        return "".join(self._lines).encode("ascii")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange structure, taken apart. Texts have no white space and no comments outside strings."""

    header: tuple[bytes, ...]
    """The header's entities in their order."""
    entities: dict[bytes, bytes]
    """Keyword and parameters of each instance by its name (`#12`), in the order of the file."""
    duplicates: tuple[bytes, ...]
    """Names given more than once; the last meaning was kept."""

    def of_type(self, keyword: bytes) -> Iterator[bytes]:
        """Names of the simple instances of `keyword`, in the order of the file."""
        start = keyword + b"("
        return (name for name, text in self.entities.items() if text.startswith(start))


def read(data: bytes, *, strings: bool = True) -> Exchange:
    """Takes an exchange structure with one data section apart. With `strings` false every string of it reads as ''.

    Raises PackageRefused where the text is broken: a string or comment left open, a section missing, brackets that do
    not match, a statement that is no instance.
    """
    statements, literals = _statements(data)
    header, instances = _sections(statements)
    pairs = [statement.partition(b"=") for statement in instances]
    names = b"".join([name for name, _, _ in pairs])
    text = b";".join([*instances, b""])
    if not (_NAMES.fullmatch(names) and text.count(b"=") == text.count(b");") == names.count(b"#") == len(instances)):
        wrong = next(filterfalse(_INSTANCE.fullmatch, instances), text)
        raise PackageRefused([f"STEP: {_shown(wrong)} is no entity instance"])
    hidden = iter(literals) if strings else repeat(b"''")
    shown = tuple(_restored(statement, hidden) for statement in header)
    entities = {name: _restored(text, hidden) if _MARK in text else text for name, _, text in pairs}
    times = Counter(name for name, _, _ in pairs) if len(entities) < len(pairs) else {}
    return Exchange(shown, entities, tuple(name for name, count in times.items() if count > 1))


def dangling(exchange: Exchange) -> list[bytes]:
    """Names that are referred to and not there, sorted by their length and letters."""
    text = _LITERAL.sub(b"", b";".join(exchange.entities.values()))
    return sorted(set(REFERENCE.findall(text)) - exchange.entities.keys(), key=lambda name: (len(name), name))


def parameters(text: bytes) -> list[bytes]:
    """The parameters of a simple entity, or the items of a bracketed list; of the top level only."""
    found, depth, current = [], 0, b""
    for piece in _PIECE.findall(text[text.index(b"(") + 1:-1]):
        if piece == b"," and depth == 0:
            found.append(current)
            current = b""
            continue
        depth += (piece == b"(") - (piece == b")")
        current += piece
    return [*found, current] if found or current else []


def _statements(data: bytes) -> tuple[list[bytes], list[bytes]]:
    """Statements without white space and comments, each string that is not empty replaced by a mark; these strings."""
    if _MARK in data:
        raise PackageRefused(["STEP: the text holds a control character"])
    if b"/*" in data:
        data = _OPAQUE.sub(lambda token: token[0] if token[0][:1] == b"'" else b" ", data)
    pieces = data.split(b"'")
    if len(pieces) % 2 == 0:
        raise PackageRefused(["STEP: a string is opened and never closed"])
    contents = pieces[1::2]
    pieces[1::2] = [_MARK if content else b"''" for content in contents]
    literals = [b"'%b'" % content for content in contents if content]
    return b"".join(pieces).translate(None, _WHITESPACE).split(b";"), literals


def _sections(statements: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Statements of the header and of the data section."""
    if statements[:2] != [b"ISO-10303-21", b"HEADER"]:
        raise PackageRefused(["STEP: the text does not begin as an exchange structure of ISO 10303-21"])
    if statements[-3:] != [b"ENDSEC", b"END-ISO-10303-21", b""]:
        raise PackageRefused(["STEP: the text ends before the exchange structure does"])
    end = statements.index(b"ENDSEC")
    if statements[end + 1] != b"DATA" or statements.count(b"ENDSEC") != 2:
        raise PackageRefused(["STEP: there must be one header and one data section"])
    text = b";".join(statements)
    if text.count(b"(") != text.count(b")"):
        wrong = next((found for found in statements if found.count(b"(") != found.count(b")")), text)
        raise PackageRefused([f"STEP: the brackets of {_shown(wrong)} do not match"])
    return statements[2:end], statements[end + 2:-3]


def _restored(text: bytes, strings: Iterator[bytes]) -> bytes:
    first, *others = text.split(_MARK)
    return first + b"".join([next(strings) + other for other in others])


def _shown(text: bytes) -> str:
    shown = text.replace(_MARK, b"'...'").decode("ascii", "replace")
    return repr(shown if len(shown) <= 60 else shown[:57] + "...")
