"""The bill of materials as structure: what a product consists of, how many, made or bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .tables import Option

if TYPE_CHECKING:
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
    """Name of the part in the template; empty for the product and for bought items."""
    material: str = ""
    standard: str = ""
    condition: str = ""
    treatment: str = ""
    process: str = ""
    supplier: str = ""


def lines(product: Product, language: str = "en") -> list[Line]:
    """The product first, its parts in the order of the template, then bought items; parts without a place are left out."""
    found = [Line(0, 0, product.number, product.revision, product.heading(language), 1, made=True)]
    for name, part in product.parts.items():
        quantity = len(part.placements(product))
        if quantity:
            material = product.material_of(name)
            word = material.name if isinstance(material, Option) else str(material)
            if isinstance(part.material, str) and isinstance(material, Option) and part.material in product.parameters:
                word = product.option_label(part.material, material, language)
            found.append(Line(1, len(found), product.part_number(name), product.revision,
                              product.part_label(name, language), quantity, made=True, part=name, material=word,
                              standard=getattr(material, "standard", ""), condition=getattr(material, "condition", ""),
                              treatment=product.treatment_of(name, language), process=product.process_of(name)))
    for item in product.bought_items():
        if item.quantity:
            description = product.words.word(language, "items", item.name, item.description or item.name)
            found.append(Line(1, len(found), item.name, "", description, item.quantity, made=False,
                              standard=item.standard, supplier=item.supplier))
    return found
