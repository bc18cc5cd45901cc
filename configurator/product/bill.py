"""The bill of materials as structure: what a product consists of, how many, made or bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .parts import Item
    from .product import Product


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Level 0 is the product, 1 what it is put together from."""

    level: int
    item: int
    part_number: str
    revision: str
    description: str
    quantity: int
    made: bool
    part: str = ""
    """Name of the part in the template; empty for the product and for bought items that are not drawn."""
    material: str = ""
    standard: str = ""
    condition: str = ""
    treatment: str = ""
    process: str = ""
    supplier: str = ""


def lines(product: Product, language: str = "en") -> list[Line]:
    """The product first, its made parts in the order of the template, then bought ones: first those that are drawn.

    Parts without a place are left out.
    """
    found = [Line(0, 0, product.number, product.revision, product.heading(language), 1, made=True)]
    drawn = product.drawn_items()
    for name, part in product.parts.items():
        quantity = len(part.placements(product))
        if quantity and name not in drawn:
            material = product.material_of(name)
            found.append(Line(1, len(found), product.part_number(name), product.revision,
                              product.part_label(name, language), quantity, made=True, part=name,
                              material=product.material_label(name, language), standard=getattr(material, "standard", ""),
                              condition=product.condition_of(name, language),
                              treatment=product.treatment_of(name, language), process=product.process_of(name)))
    for name, item in drawn.items():
        found.append(Line(1, len(found), item.name, "", _description(product, item, language, name),
                          len(product.parts[name].placements(product)), made=False, part=name,
                          material=product.material_label(name, language), standard=item.standard,
                          treatment=product.treatment_of(name, language), process=product.process_of(name),
                          supplier=item.supplier))
    for item in product.bought_items():
        if item.quantity:
            found.append(Line(1, len(found), item.name, "", _description(product, item, language), item.quantity,
                              made=False, standard=item.standard, supplier=item.supplier))
    return found


def _description(product: Product, item: Item, language: str, part: str = "") -> str:
    """Translated by the item's name, or by that of the part that draws it: sizes make many items of one part."""
    english = item.description or item.name
    if part and not product.words.has(language, "items", item.name):
        return product.say(product.words.word(language, "items", part, english), language)
    return product.say(product.words.word(language, "items", item.name, english), language)
