"""The geometry of one solid out of a STEP file, in a form that any other file can take up at the cost of a copy."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from configurator.errors import PackageRefused

from .part21 import REFERENCE, read

_SOLIDS = (b"MANIFOLD_SOLID_BREP(", b"BREP_WITH_VOIDS(")
_ACCURACY = re.compile(rb"UNCERTAINTY_MEASURE_WITH_UNIT\(LENGTH_MEASURE\(([^()]*)\)")
_CONFUSION = 1e-7  # mm: within it the kernel takes two points for one


@dataclass(frozen=True, slots=True)
class Body:
    """A solid as Part-21 instances that depend on nothing outside: the same solid, the same Body, whoever wrote it.

    Instances are numbered 1 to `size` as they are met, depth first, along the references from the solid, number 1.
    Lengths in mm, angles in radians, in the part's own frame.
    """

    pattern: bytes
    """The instances, one a line; %b stands for each number, %% for a per cent sign."""
    numbers: bytes
    """The numbers of the pattern in their order, uint32 in this machine's byte order."""
    size: int
    faces: tuple[int, ...]
    """Numbers of the ADVANCED_FACEs, in the order of the shells: the order in which the kernel counts them."""
    accuracy: float
    """mm: no face and its edges are further apart than this."""

    def text(self, after: int = 0) -> bytes:
        """The instances, numbered from `after` + 1 on."""
        numbers = array("I")
        numbers.frombytes(self.numbers)
        names = [b"%d" % number for number in range(after, after + self.size + 1)]
        return self.pattern % tuple(map(names.__getitem__, numbers))


def body(data: bytes) -> Body:
    """The one solid of a STEP file, renumbered so that nothing of the writer's own order is left.

    Names of geometry are dropped. Equal points, directions and vectors become one instance: they are values, and no
    topology hangs on them. Raises PackageRefused if the text is broken or does not hold exactly one solid.
    """
    entities = read(data, strings=False).entities
    solids = [name for name, text in entities.items() if text.startswith(_SOLIDS)]
    if len(solids) != 1:
        raise PackageRefused([f"STEP: one solid was expected, the file holds {len(solids)}"])
    texts, numbers = _renumbered(solids[0], entities)
    accuracies = _ACCURACY.findall(b";".join(entities.values()))
    text = b"".join([b"#0=%b;\n" % text for text in texts])
    faces = tuple(position for position, text in enumerate(texts, 1) if text.startswith(b"ADVANCED_FACE("))
    return Body(REFERENCE.sub(b"#%b", text.replace(b"%", b"%%")), numbers.tobytes(), len(texts), faces,
                max(map(float, accuracies), default=_CONFUSION))


def _renumbered(root: bytes, entities: dict[bytes, bytes]) -> tuple[list[bytes], array[int]]:
    """The texts of all that hangs on `root`, depth first; and for each its own new number and those it refers to."""
    number: dict[bytes, int] = {}
    values: dict[bytes, int] = {}
    texts: list[bytes] = []
    links: list[bytes] = []
    stack = [root]
    while stack:
        name = stack.pop()
        if name in number:
            continue
        if name not in entities:
            raise PackageRefused([f"STEP: {name.decode()} is referred to and missing"])
        text = entities[name]
        found = REFERENCE.findall(text)
        value = b""
        if not found:
            value = text = _without_sign_of_zero(text)
        elif text.startswith(b"VECTOR("):
            value = _without_sign_of_zero(text.replace(found[0], entities.get(found[0], b"")))
        next_one = len(texts) + 1
        number[name] = values.setdefault(value, next_one) if value else next_one
        if number[name] == next_one:
            texts.append(text)
            links.append(name)
            links += found
            found.reverse()
            stack += found
    return texts, array("I", map(number.__getitem__, links))


def _without_sign_of_zero(text: bytes) -> bytes:
    return text.replace(b"-0.,", b"0.,").replace(b"-0.)", b"0.)") if b"-0." in text else text
