"""Edges of undefined shape, ISO 13715: what an indication allows, as data. Sizes in mm from the ideal sharp corner.

On an external edge minus is material that must be gone (undercut, no burr), plus a burr that may stay; on an internal
edge minus is a relief, plus a transition that may stay (passing).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from configurator.texts import written

from .reading import NotInStandard, listed, table

PLACES = ("external", "internal")
_MINUS = "\N{MINUS SIGN}"


class Edge(NamedTuple):
    """An indication: where, and the limits; a single size limits one side and the sharp corner the other."""

    place: str
    """"external" or "internal"."""
    upper: float
    lower: float

    @property
    def state(self) -> str:
        """"undercut", "burr", "passing" (of an internal edge), or "either" where both signs are allowed."""
        if self.lower < 0 < self.upper:
            return "either"
        if self.lower < 0:
            return "undercut"
        return "burr" if self.place == "external" else "passing"

    def lines(self, language: str = "en") -> tuple[str, ...]:
        """What stands at the symbol, the upper limit above the lower: ("+0.3",), ("±0.05",) or ("−0.1", "−0.3")."""
        if self.upper == -self.lower:
            return (f"±{written(self.upper, language)}",)
        return tuple(_signed(size, language) for size in (self.upper, self.lower) if size)


def edge(place: str, *limits: float) -> Edge:
    """An indication of ISO 13715: `edge("external", -0.3)`, `edge("internal", 0.1, 0.3)`, `edge("external", 0.05, -0.05)`.

    `limits` are one or two of the recommended sizes, mm, in any order. NotInStandard for another place or size.
    """
    if place not in PLACES:
        raise NotInStandard(f"{place!r} is no place of an edge; offered: {listed(PLACES)}")
    if len(limits) not in (1, 2) or len(set(limits)) != len(limits):
        raise NotInStandard(f"an edge has one limit or two different ones, not {listed(limits) or 'none'}")
    for size in limits:
        _known(size)
    first, last = max(limits), min(limits)
    if len(limits) == 1:
        first, last = max(first, 0.0), min(last, 0.0)
    return Edge(place, first, last)


@cache
def sizes() -> tuple[float, ...]:
    """The recommended sizes with their signs, mm, from the largest burr to the largest undercut."""
    return tuple(float(row["size"]) for row in table("edge_sizes"))


def _known(size: float) -> None:
    if size not in sizes():
        near = min(sizes(), key=lambda each: (abs(each - size), each))
        raise NotInStandard(f"{size!r} mm is no recommended size of ISO 13715; the nearest is {near:+g}. "
                            f"Offered: {', '.join(f'{each:+g}' for each in sizes())}")


def _signed(size: float, language: str) -> str:
    return ("+" if size > 0 else _MINUS) + written(abs(size), language)
