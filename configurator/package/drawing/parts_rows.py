"""The bill of materials as rows of the list on a drawing: what is longer than its column is shortened."""

from __future__ import annotations

from typing import NamedTuple

from configurator.exchange.sheet import PartsListRow
from configurator.exchange.sheet.lettering import width
from configurator.product.bill import lines
from configurator.product.product import Product

_SMALLEST = 1.8
"""mm, the least lettering of the list."""
_ROOM = {"description": 58.0, "part_number": 42.0, "material": 42.0}
"""mm of each column (exchange/sheet/parts_list.py) without the air at its sides."""


class Listed(NamedTuple):
    """A row, and the part that is drawn for it, if any."""

    row: PartsListRow
    part: str


def listed_parts(product: Product, language: str) -> list[Listed]:
    """Every line of the bill under the product itself. Bought parts are called as the template calls them: by what they are
    ordered says their number."""
    found = []
    for line in lines(product, language):
        if line.level == 0:
            continue
        words = product.part_label(line.part, language) if line.part else line.description
        material = ", ".join(filter(None, (line.material, line.treatment)))
        found.append(Listed(PartsListRow(str(line.item), str(line.quantity), _fitting(words, "description"),
                                         _fitting(line.part_number, "part_number"), _fitting(material, "material")), line.part))
    return found


def _fitting(words: str, column: str) -> str:
    room = _ROOM[column] / _SMALLEST
    short = words
    while short and width(short if short == words else short + "\N{HORIZONTAL ELLIPSIS}") > room:
        short = short[:-1].rstrip()
    return short if short == words else short + "\N{HORIZONTAL ELLIPSIS}"
