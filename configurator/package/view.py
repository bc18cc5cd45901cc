"""How parts look, and the assembly as a GLB: the same in a package and on a page."""

from __future__ import annotations

from configurator.exchange import gltf
from configurator.geometry.answers import PartAnswer
from configurator.product.product import Product

_PLAIN = (0.72, 0.74, 0.76)


def colour(product: Product, part: str) -> tuple[float, float, float]:
    """sRGB, 0 to 1, of what a part is made of; a plain grey if its table has no colour."""
    text = str(getattr(product.material_of(part), "colour", "") or "")
    if len(text) != 7 or not text.startswith("#"):
        return _PLAIN
    red, green, blue = (round(int(text[i:i + 2], 16) / 255, 6) for i in (1, 3, 5))
    return red, green, blue


def appearance(product: Product, part: str) -> gltf.Appearance:
    """How a part looks: what it is made of, as rough as its finish."""
    material = product.material_of(part)
    finished = getattr(product.finish_of(part), "roughness", None)
    return gltf.Appearance(colour(product, part), float(getattr(material, "metallic", 1.0)),
                           float(getattr(material, "roughness", 0.3) if finished is None else finished),
                           float(getattr(material, "opacity", 1.0)), float(getattr(material, "transmission", 0.0)),
                           float(getattr(material, "ior", 1.5)))


def assembly(product: Product, answers: list[PartAnswer], language: str, *, edges: bool = True) -> bytes:
    """The product as a GLB: metres, Y up, parts by their numbers. PackageError as `gltf.write`.

    `edges`: with CAD edges and with distances from what parts follow, for who examines it; else to be looked at only.
    """
    parts = []
    for answer in answers:
        assert answer.mesh is not None
        parts.append(gltf.GltfPart(product.part_number(answer.name), product.part_label(answer.name, language),
                                   appearance(product, answer.name), answer.mesh, answer.faces,
                                   product.parts[answer.name].placements(product),
                                   answer.deviation if edges else None))
    return gltf.write(parts, product.number, {"number": product.number, "revision": product.revision,
                                              "template": product.template}, edges=edges)
