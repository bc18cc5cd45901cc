"""Names of files in a package: number, part index and revision, as a drawing carries them."""

from __future__ import annotations

from configurator.product.product import Product

from .manifest import Manifest, PartRecord

ROUTE = "process/route.json"
"""Stock, operations, estimates."""


def package_name(product: Product) -> str:
    """`<number>_<revision>.zip`."""
    return f"{product.number}_{product.revision}.zip"


def part_file(product: Product, part: str, folder: str, suffix: str) -> str:
    """`<folder>/<number>-NN_<revision>.<suffix>`."""
    return f"{folder}/{product.part_number(part)}_{product.revision}.{suffix}"


def whole_file(product: Product, folder: str, suffix: str, extra: str = "") -> str:
    """`<folder>/<number>_<revision><extra>.<suffix>`."""
    return f"{folder}/{product.number}_{product.revision}{extra}.{suffix}"


def drawing_files(number: str, revision: str, *, whole: bool = False) -> tuple[str, str, str]:
    """PDF, DXF and SVG of the drawing of a part, or of the whole."""
    pdf, dxf, svg = (f"drawing/{number}_{revision}{'_asm' if whole else ''}.{suffix}" for suffix in ("pdf", "dxf", "svg"))
    return pdf, dxf, svg


def files_of(manifest: Manifest, part: PartRecord) -> dict[str, str]:
    """The files of a made part in a package, by suffix; those of its inspection sheet only if something is controlled."""
    sheets = (("inspection", "csv"), ("inspection", "xlsx")) if part.characteristics else ()
    return {suffix: f"{folder}/{part.number}_{manifest.revision}.{suffix}"
            for folder, suffix in (("cad", "step"), ("mesh", "stl"), ("mesh", "3mf"), *sheets)}


def whole_files(manifest: Manifest) -> tuple[str, str]:
    """The assembly, and the view of it."""
    return (f"cad/{manifest.number}_{manifest.revision}_asm.step", f"view/{manifest.number}_{manifest.revision}.glb")
