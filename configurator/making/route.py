"""The route of a configuration: the blank of each made part, its operations in order, and how it is put together.

A plain value, a function of the configuration, its built parts, the shop profile and the quantity. Times are estimates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from configurator.geometry.answers import PartAnswer
from configurator.product.parameters import Words
from configurator.product.product import Product
from configurator.product.tables import Option
from configurator.texts import LANGUAGES, say

from .joining import assembly_of
from .operations import Operation, Span, Work, operations_of
from .shape import shape_of
from .shop import Shop, default_shop
from .stock import Blank, blank_of

SCHEMA = 1
MOST = 1_000_000
"""Pieces of one order."""


@dataclass(frozen=True, slots=True)
class PartRoute:
    """How one made part comes about. Volumes in mm3, times in minutes."""

    part: str
    """Its name in the template."""
    number: str
    label: str
    pieces: int
    """In one product."""
    material: str
    process: str
    volume: float
    blank: Blank | None
    """None, and no operations, if the shop's profile does not know the process."""
    operations: tuple[Operation, ...]
    standard: str = ""
    """Of the material."""


@dataclass(frozen=True, slots=True)
class Route:
    """How a configuration comes about. Every time in it is an estimate."""

    number: str
    revision: str
    title: str
    language: str
    quantity: int
    """Products that are ordered together."""
    shop: Shop
    parts: tuple[PartRoute, ...]
    assembly: tuple[Operation, ...]
    bought: tuple[tuple[str, int], ...]
    """Names under which items are ordered, and how many one product has."""
    remarks: tuple[str, ...]
    """Sentences: what the shop must confirm, and what is not known."""

    @property
    def blanks(self) -> dict[str, Blank]:
        """By name of the part, for the bill of materials."""
        return {each.part: each.blank for each in self.parts if each.blank is not None}

    @property
    def minutes(self) -> Span:
        """Of the whole order; operations without times are left out."""
        total = Span(0.0, 0.0, 0.0)
        for operation, pieces in self.worked():
            if operation.setup is not None and operation.piece is not None:
                total = total.plus(operation.setup).plus(operation.piece.times(pieces))
        return total

    def worked(self) -> list[tuple[Operation, int]]:
        """Every operation with the number of pieces in the whole order."""
        found = [(each, part.pieces * self.quantity) for part in self.parts for each in part.operations]
        return found + [(each, self.quantity) for each in self.assembly]

    def as_plain(self) -> dict[str, Any]:
        """For process/route.json."""
        centres = self.shop.work_centres
        total = self.minutes.rounded()
        return {
            "schema_version": SCHEMA, "number": self.number, "revision": self.revision, "title": self.title,
            "language": self.language, "quantity": self.quantity, "estimate": say("making.estimate", self.language),
            "shop": {"name": self.shop.name, "note": self.shop.note, "sha256": self.shop.digest},
            "parts": [_plain_part(each, self.language, centres) for each in self.parts],
            "assembly": [_plain_operation(each, self.language, centres) for each in self.assembly],
            "estimated_minutes": total._asdict(), "remarks": list(self.remarks)}


def route(product: Product, answers: Sequence[PartAnswer], shop: Shop | None = None, quantity: int = 1,
          language: str = "en") -> Route:
    """The route of `quantity` products. `answers`: every part that has a place, built with triangles.

    ValueError if the quantity is not 1 to 1 000 000, or a part was built without triangles.
    """
    shop = shop or default_shop()
    if isinstance(quantity, bool) or not isinstance(quantity, int) or not 1 <= quantity <= MOST:
        raise ValueError(f"quantity {quantity!r}: order a whole number of products, 1 to {MOST}")
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
    pieces = {answer.name: len(product.parts[answer.name].placements(product)) for answer in answers}
    parts = tuple(_part(product, answer, pieces[answer.name], shop, language) for answer in answers
                  if not product.parts[answer.name].is_bought)
    drawn = [(product.part_number(name), count) for name, count in pieces.items() if product.parts[name].is_bought]
    others = [(item.name, item.quantity) for item in product.bought_items() if item.quantity]
    assembly = assembly_of(product, {each.name: each.measured for each in answers}, shop, language)
    return Route(product.number, product.revision, product.heading(language), language, quantity, shop, parts, assembly,
                 tuple(drawn + others), _remarks(parts, assembly, language))


def _part(product: Product, answer: PartAnswer, pieces: int, shop: Shop, language: str) -> PartRoute:
    name, measured = answer.name, answer.measured
    characters = _characters(product, answer)
    shape = shape_of(answer, relief=float(shop.limits.relief.value), lettered=characters > 0)
    blank = blank_of(product, name, measured, shape, shop)
    finish, process = product.finish_of(name), product.process_of(name)
    family = shop.family_of(product.material_name(name), getattr(product.material_of(name), "standard", ""))
    operations: tuple[Operation, ...] = ()
    if blank is not None:
        threads = sum(name in each.parts and each.kind == "thread" for each in product.interfaces.values())
        operations = operations_of(Work(
            shape, measured, blank, product.controlled(name), threads, characters,
            finish.name if isinstance(finish, Option) else str(finish), float(family.cutting.value) if family else 1.0),
            process, shop, language)
    return PartRoute(name, product.part_number(name), product.part_label(name, language),
                     pieces, product.material_name(name), process, measured.volume, blank, operations,
                     str(getattr(product.material_of(name), "standard", "")))


def _characters(product: Product, answer: PartAnswer) -> int:
    """Characters that are engraved into a part: of the texts that its code read."""
    texts = [str(getattr(product, name)) for name, each in product.parameters.items() if isinstance(each, Words)
             and any(read.partition(".")[0] == name for read in answer.reads)]
    return sum(len("".join(text.split())) for text in texts)


def _remarks(parts: Sequence[PartRoute], assembly: Sequence[Operation], language: str) -> tuple[str, ...]:
    found = [say("making.estimate", language)]
    for each in parts:
        if each.blank is None:
            found.append(say("making.process_unknown", language, part=each.label, process=each.process))
        elif not each.blank.confirmed:
            found.append(say("making.stock_unknown", language, part=each.label, material=each.material,
                             form=each.blank.form_in(language), size=each.blank.size_in(language)))
        found += [say("making.no_tool", language, part=each.label, operation=operation.label, size=operation.tool.fits)
                  for operation in each.operations if operation.tool is not None and operation.tool.diameter is None]
    every = [*(operation for each in parts for operation in each.operations), *assembly]
    untimed = dict.fromkeys(operation.label for operation in every if operation.piece is None)
    found += [say("making.no_times", language, operation=label) for label in untimed]
    return tuple(found)


def _plain_part(each: PartRoute, language: str, centres: Any) -> dict[str, Any]:
    blank = each.blank
    return {
        "number": each.number, "label": each.label, "pieces": each.pieces, "material": each.material,
        "process": each.process, "volume_mm3": round(each.volume, 6),
        "blank": None if blank is None else {
            "form": blank.form, "size": blank.size_in(language), "diameter_mm": blank.diameter or None,
            "inner_diameter_mm": blank.inner_diameter or None, "thickness_mm": blank.thickness or None,
            "width_mm": blank.width or None, "length_mm": blank.length or None, "volume_mm3": round(blank.volume, 6),
            "kerf_mm3": round(blank.kerf, 6), "mass_g": blank.mass, "to_be_confirmed": not blank.confirmed,
            "from_bar": blank.from_bar, "standard": blank.standard, "grade": blank.grade, "source": blank.source},
        "operations": [_plain_operation(one, language, centres) for one in each.operations]}


def _plain_operation(each: Operation, language: str, centres: Any) -> dict[str, Any]:
    return {
        "number": each.number, "operation": each.kind, "label": each.label,
        "work_centre": centres[each.centre].label.say(language) if each.centre else "",
        "setups": list(each.setups), "tool": None if each.tool is None else {
            key if key == "kind" else f"{key}_mm": value for key, value in asdict(each.tool).items()},
        "removed_mm3": None if each.removed is None else round(each.removed, 6), "features": each.features,
        "joins": list(each.joins), "names": list(each.names),
        "estimated_setup_minutes": None if each.setup is None else each.setup.rounded()._asdict(),
        "estimated_piece_minutes": None if each.piece is None else each.piece.rounded()._asdict()}
