"""Shop profile, prices and quantity from the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .refusals import WrongUsage

if TYPE_CHECKING:
    from configurator.making.shop import Shop
    from configurator.product.product import Product


def add_order(parser: ArgumentParser) -> None:
    """The options that say who makes it, at which prices, and how many."""
    parser.add_argument("--shop", metavar="FILE.toml", type=Path, help="the shop's own profile, over the one that is shipped")
    parser.add_argument("--quantity", metavar="N", type=int, help="products that are ordered together (default 1)")
    parser.add_argument("--price", metavar="MATERIAL=PER_KG@DATE", action="append", default=[], dest="prices",
                        help="what you pay for a material, in the profile's currency a kg, and when that was so; repeats")


def quantity_of(args: Namespace) -> int | None:
    """Products that are ordered together; None if nothing was said. WrongUsage if nobody can order that many."""
    from configurator.making.route import MOST

    quantity: int | None = args.quantity
    if quantity is not None and not 1 <= quantity <= MOST:
        raise WrongUsage(f"--quantity {quantity}: order 1 to {MOST} products")
    return quantity


def shop_of(args: Namespace) -> Shop:
    """The profile, with the prices of the command line over it. ShopRefused names file and key."""
    from configurator.making.shop import profile, tables_of

    prices: dict[str, Any] = {}
    for text in args.prices:
        name, equals, rest = text.rpartition("=")
        amount, at, day = rest.partition("@")
        try:
            per_kg = float(amount)
        except ValueError:
            equals = ""
        if not (name and equals and at):
            raise WrongUsage(f"--price {text!r}: write MATERIAL=PRICE@DATE, such as 'Au750 3N=98000@2026-11-20'")
        prices[name.strip()] = {"per_kg": per_kg, "date": day}
    given = [(tables_of(args.shop), str(args.shop))] if args.shop else []
    return profile([*given, *([({"prices": {"materials": prices}}, "--price")] if prices else [])])


def refuse_unknown(args: Namespace, product: Product) -> None:
    """WrongUsage if a price of the command line is of nothing that the product is made of."""
    names = {product.material_name(part) for part, each in product.parts.items() if not each.is_bought}
    for text in args.prices:
        name = text.rpartition("=")[0].strip()
        if name not in names:
            raise WrongUsage(f"--price {text!r}: nothing here is made of {name!r}; there is {', '.join(sorted(names))}")
