"""Raw material as it is bought: forms and sizes per material family. What has no grade and source is not offered."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, exact, listed, table


class Stock(NamedTuple):
    """One size of raw material: a diameter (round bar) or thickness (plate, sheet), mm."""

    family: str
    form: str
    size: float
    tolerance: str
    """Tolerance class, such as "h9"; empty where the standard fixes its own limits."""
    standard: str
    grade: str
    source: str


@cache
def families() -> tuple[str, ...]:
    """Material families with stock, in the order of stock.csv."""
    return tuple(dict.fromkeys(row["family"] for row in table("stock")))


@cache
def forms(family: str) -> tuple[str, ...]:
    """Forms that a family is bought in. NotInStandard if nothing is known of the family."""
    found = tuple(dict.fromkeys(row["form"] for row in table("stock") if row["family"] == family))
    if not found:
        raise NotInStandard(f"no stock of {family!r} is known; known: {listed(families())}")
    return found


@cache
def sizes(family: str, form: str) -> tuple[Stock, ...]:
    """All sizes of a form, from small to large. NotInStandard for a family or form without stock."""
    if form not in forms(family):
        raise NotInStandard(f"no {form!r} of {family} is known; known: {listed(forms(family))}")
    found = [Stock(family, form, float(size), row.get("tolerance", ""), row.get("standard", ""), row["grade"], row["source"])
             for row in table("stock") if (row["family"], row["form"]) == (family, form) for size in row["sizes"].split()]
    return tuple(sorted(found, key=lambda each: each.size))


def smallest(family: str, form: str, need: float) -> Stock:
    """The smallest stock of at least `need` mm (diameter or thickness, allowance included).

    NotInStandard if even the largest is too small. Source: stock.csv, each Stock says its own.
    """
    least = exact(need, "a size of stock")
    for each in sizes(family, form):
        if each.size >= least:
            return each
    most = sizes(family, form)[-1].size
    raise NotInStandard(f"no {form} of {family} is as large as {least:g} mm; the largest is {most:g} mm")
