"""Do parts keep clear of each other, and overlap where they are meant to by just as much as they declare?"""

from __future__ import annotations

from collections.abc import Sequence

from configurator.geometry.requests import Overlap
from configurator.product.measured import Finding
from configurator.product.product import Product

CLEAR = 1e-6
"""Share of the smaller part that two parts may have in common where no interface is declared."""
INTERFACE = 0.01
"""Relative; how far an overlap may be from what its interface declares."""
_LEAST = 1e-3  # mm3; what booleans leave between touching faces


def clearance(product: Product, overlaps: Sequence[Overlap]) -> list[Finding]:
    """Errors for parts that overlap where they must not, or by another volume than their interface declares."""
    declared: dict[frozenset[str], float] = {}
    kinds: dict[frozenset[str], str] = {}
    for each in product.interfaces.values():
        pair = frozenset(each.parts)
        declared[pair] = declared.get(pair, 0.0) + float(each.function(product))
        kinds[pair] = each.kind
    found, seen = [], set[frozenset[str]]()
    for overlap in overlaps:
        pair = frozenset((overlap.first, overlap.second))
        seen.add(pair)
        place = " / ".join(product.part_number(name) for name in dict.fromkeys((overlap.first, overlap.second)))
        if pair in declared:
            wanted = declared[pair]
            if abs(overlap.volume - wanted) > max(INTERFACE * abs(wanted), _LEAST):
                found.append(Finding("INTERFACE_DIFFERS", "error", place, f"the {kinds[pair]} of {overlap.first} and "
                                     f"{overlap.second} overlaps by another volume than it declares", overlap.volume,
                                     wanted, "correct the declared volume or the geometry"))
        elif overlap.volume > CLEAR * overlap.smaller:
            found.append(Finding("PARTS_OVERLAP", "error", place, f"{overlap.first} and {overlap.second} overlap",
                                 overlap.volume, CLEAR * overlap.smaller, "move them apart, or declare an interface"))
    placed = {name for name, part in product.parts.items() if part.placements(product)}
    for pair, wanted in declared.items():
        if pair <= placed and pair not in seen and wanted > _LEAST:
            found.append(Finding("INTERFACE_MISSING", "error", " / ".join(sorted(pair)), f"the {kinds[pair]} is declared "
                                 "but the parts do not meet", 0.0, wanted, "correct the placements"))
    return found
