"""Names of files in a package: number, part index and revision, as a drawing carries them."""

from __future__ import annotations

from configurator.product.product import Product


def package_name(product: Product) -> str:
    """`<number>_<revision>.zip`."""
    return f"{product.number}_{product.revision}.zip"


def part_file(product: Product, part: str, folder: str, suffix: str) -> str:
    """`<folder>/<number>-NN_<revision>.<suffix>`."""
    return f"{folder}/{product.part_number(part)}_{product.revision}.{suffix}"


def whole_file(product: Product, folder: str, suffix: str, extra: str = "") -> str:
    """`<folder>/<number>_<revision><extra>.<suffix>`."""
    return f"{folder}/{product.number}_{product.revision}{extra}.{suffix}"
