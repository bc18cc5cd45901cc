"""How the pieces of a product are put together: operations in an order in which they can be done, as far as can be told."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10, prod
from typing import NamedTuple

from configurator.product.bill import lines
from configurator.product.measured import Measured
from configurator.product.product import Product
from configurator.texts import say

from .operations import OPERATION_LABELS, Operation, minutes
from .shop import Kind, Shop

_ORDER: tuple[Kind, ...] = ("press", "gasket", "fit", "screw", "check")


class _Joint(NamedTuple):
    kind: Kind
    times: int
    numbers: tuple[str, ...]
    size: float
    """mm3 of the boxes of what it brings together."""


def assembly_of(product: Product, measured: Mapping[str, Measured], shop: Shop, language: str = "en") -> tuple[Operation, ...]:
    """Operations of the assembly; none of a product that is one piece. `measured`: of every part that has a place.

    What is pressed comes first, then gaskets, then what only sits in its place, large before small and else as the template
    has it; screws close, what is small before what is large. At the end the product is looked at. A proposal: a template
    does not say more.
    """
    pieces = {name: len(product.parts[name].placements(product)) for name in measured}
    others = [(item.name, item.quantity) for item in product.bought_items() if item.quantity]
    if sum(pieces.values()) + sum(count for _, count in others) < 2:
        return ()
    sizes = {product.part_number(name): prod(each.size) for name, each in measured.items()}
    joints = _interfaces(product, pieces, sizes, shop)
    joined = {number for each in joints for number in each.numbers}
    numbers = {product.part_number(name): count for name, count in pieces.items()}
    joints += [_Joint("fit", count, (number,), sizes[number]) for number, count in numbers.items() if number not in joined]
    joints += [_Joint("fit", count, (name,), 0.0) for name, count in others]
    joints.sort(key=lambda each: (_rank(each.kind), {"fit": -_magnitude(each.size), "screw": each.size}.get(each.kind, 0)))
    joints.append(_Joint("check", 1, (product.number,), 0.0))
    names = {each.part_number: product.part_label(each.part, language) if each.part else each.description
             for each in lines(product, language)}
    return tuple(_operation(10 * (place + 1), each, names, shop, language) for place, each in enumerate(joints))


def _magnitude(size: float) -> int:
    """Pieces that are about as large stay in the order of the template."""
    return round(log10(size)) if size > 0 else -99


def _rank(kind: Kind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else _ORDER.index("fit")


def _interfaces(product: Product, pieces: Mapping[str, int], sizes: Mapping[str, float], shop: Shop) -> list[_Joint]:
    """Of the interfaces whose parts both have a place. A gasket that touches several parts is put in once, with all of them."""
    found: dict[tuple[str, ...], tuple[Kind, dict[str, None], int]] = {}
    for name, each in product.interfaces.items():
        if set(each.parts) <= set(pieces):
            key = ("gasket", each.parts[0]) if each.kind == "gasket" else (name,)
            kind, parts, count = found.get(key, (shop.interfaces.get(each.kind, "fit"), {}, 0))
            found[key] = (kind, {**parts, **dict.fromkeys(each.parts)}, max(count, *(pieces[part] for part in each.parts)))
    joints = []
    for kind, parts, count in found.values():
        numbers = tuple(product.part_number(part) for part in parts)
        joints.append(_Joint(kind, count, numbers, sum(sizes[number] for number in numbers)))
    return joints


def _operation(number: int, joint: _Joint, names: Mapping[str, str], shop: Shop, language: str) -> Operation:
    label, times = say(OPERATION_LABELS[joint.kind], language), shop.operations.get(joint.kind)
    words = tuple(names.get(each, each) for each in joint.numbers)
    if times is None:
        return Operation(number, joint.kind, label, "", features=joint.times, joins=joint.numbers, names=words)
    return Operation(number, joint.kind, label, times.centre, features=joint.times, setup=minutes(times.setup),
                     piece=minutes(times.piece).plus(minutes(times.each, joint.times)), joins=joint.numbers, names=words)
