"""The bill of materials with masses, as rows of the table that goes into the package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from configurator.product.bill import lines
from configurator.product.measured import Measured
from configurator.product.product import Product

from .stock import Blank

COLUMNS = ("Level", "Item", "PartNumber", "Rev", "Description", "Qty", "UoM", "MakeBuy", "Material", "Standard",
           "Condition", "Treatment", "StockForm", "StockSize", "Mass_g", "Supplier", "File", "SHA256")
Row = dict[str, Any]


def mass(product: Product, part: str, measured: Measured) -> float | None:
    """g of one piece, from the exact solid; None if the density of its material is not known."""
    density = getattr(product.material_of(part), "density", None)
    return None if density is None else round(measured.volume * density / 1000, 3)


def together(pieces: Iterable[tuple[float | None, int, bool]]) -> float | None:
    """g of (mass of one or None, quantity, bought) pieces: None if the mass of a made one is not known."""
    known = [None if grams is None else grams * count for grams, count, bought in pieces if not (bought and grams is None)]
    whole = [grams for grams in known if grams is not None]
    return round(sum(whole), 3) if len(whole) == len(known) else None


def rows(product: Product, measured: Mapping[str, Measured], files: Mapping[str, tuple[str, str]],
         language: str = "en", *, blanks: Mapping[str, Blank] | None = None, quantity: int = 1) -> list[Row]:
    """One row a line, in the order of the bill. Masses in g, each of one piece; quantities of the whole order.

    A product's mass is known if every made part's is; to these, bought parts add theirs where it is known. `measured`
    by part name; `files`: file and sha256 by part name, "" for the product's own; `blanks` by part name, as a Route has
    them: without, the columns of stock are empty. `quantity`: products that are ordered together.
    """
    masses = {part: mass(product, part, each) for part, each in measured.items()}
    found = []
    for line in lines(product, language):
        file, digest = files.get(line.part, ("", "")) if line.made else ("", "")
        grams = masses.get(line.part) if line.part else None
        blank = (blanks or {}).get(line.part) if line.made else None
        form, size = (blank.form_in(language), blank.size_in(language)) if blank is not None else ("", "")
        if line.level == 0:
            grams = together([(grams, len(product.parts[part].placements(product)), product.parts[part].is_bought)
                              for part, grams in masses.items()])
        found.append(dict(zip(COLUMNS, (
            line.level, line.item, line.part_number, line.revision, line.description, line.quantity * quantity, "pcs",
            "make" if line.made else "buy", line.material, line.standard, line.condition, line.treatment, form, size,
            grams, line.supplier, file, digest), strict=True)))
    return found
