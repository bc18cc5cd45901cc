"""What the viewer draws: a scene names parts, where they sit and how they look; each part's mesh is a file of its own.

A scene's key stands for one configuration of one state of its template, a mesh's for one shape: both never change what
they mean, and neither can be guessed, since a configuration may hold a customer's words.
"""

from __future__ import annotations

import json
from concurrent.futures import Future
from typing import Any, NamedTuple

from configurator.exchange import gltf
from configurator.exchange.glb import METRES
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.making.bill import mass
from configurator.package.view import appearance, assembly
from configurator.product.placement import Placement
from configurator.product.product import Product

from .recent import Recent
from .secret import Secret
from .sharing import Shared

_CONFIGURATIONS, _BUILT = 4096, 48
_MESHES = 192_000_000
_PLAIN = gltf.Appearance((0.72, 0.74, 0.76), 1.0, 0.3)


class _Shape(NamedTuple):
    configuration: str
    part: str


class Scenes:
    """Scenes and meshes of the configurations that pages show. Safe in several threads."""

    def __init__(self, geometry: Geometry, secret: Secret) -> None:
        self._geometry, self._secret = geometry, secret
        self._products: Recent[Product] = Recent(_CONFIGURATIONS)
        self._built: Recent[list[PartAnswer]] = Recent(_BUILT)
        self._shapes: Recent[_Shape] = Recent(_CONFIGURATIONS * 8)
        self._meshes: Recent[bytes] = Recent(_MESHES, len)
        self._under_way: Shared[list[PartAnswer]] = Shared()

    def key(self, product: Product) -> str:
        """The key of a configuration, by which it can be asked for from now on."""
        found = self._secret.name("configuration", product.template, product.fingerprint,
                                  json.dumps(product.choices, sort_keys=True))
        if self._products.get(found) is None:
            self._products.put(found, product)
        return found

    def product(self, key: str) -> Product | None:
        """The configuration of a key; None if it was never told here, or long ago."""
        return self._products.get(key)

    def start(self, key: str) -> list[Future[list[PartAnswer]]]:
        """Begin to build, or join who did: a future for each part. KeyError: no such key is known; BuildError in futures."""
        known = self._built.get(key)
        if known is not None:
            done: Future[list[PartAnswer]] = Future()
            done.set_result(known)
            return [done]
        product = self._products.get(key)
        if product is None:
            raise KeyError(key)
        return self._under_way.ask(key, lambda: self._geometry.start(product))

    def note(self, key: str, answers: list[PartAnswer]) -> None:
        """Keep what was built for the next who asks."""
        self._built.put(key, answers)

    def scene(self, key: str, answers: list[PartAnswer], language: str) -> dict[str, Any]:
        """The scene as JSON. Lengths in mm and the CAD frame, but placements in metres, Y up, column by column."""
        product = self._products.get(key)
        if product is None:
            raise KeyError(key)
        parts, lows, highs = [], [], []
        for answer in answers:
            off = answer.deviation  # of one shape there may be several, since it may follow what it has not read
            followed = () if off is None else (off.limb, repr(off.offset))
            mesh = self._secret.name("mesh", product.fingerprint, answer.key, *followed)
            if self._shapes.get(mesh) is None:
                self._shapes.put(mesh, _Shape(key, answer.name))
            placements = product.parts[answer.name].placements(product)
            for placement in placements:
                low, high = _box(placement, answer.measured.low, answer.measured.high)
                lows.append(low)
                highs.append(high)
            parts.append({
                "name": answer.name, "label": product.part_label(answer.name, language),
                "number": product.part_number(answer.name), "bought": product.parts[answer.name].is_bought,
                "material": product.material_name(answer.name), "mass_g": mass(product, answer.name, answer.measured),
                "mesh": f"/api/mesh/{mesh}.glb", "placements": [_column_major(each) for each in placements],
                "appearance": look(product, answer.name)})
        return {"key": key, "number": product.number, "title": product.heading(language), "template": product.template,
                "parts": parts, "box": {"low": [min(each) for each in zip(*lows, strict=True)],
                                        "high": [max(each) for each in zip(*highs, strict=True)]}}

    def shape(self, mesh: str) -> _Shape | None:
        """Where the shape of a mesh is to be had; None if it was never shown, or long ago."""
        return self._shapes.get(mesh)

    def mesh(self, mesh: str, answers: list[PartAnswer] | None = None) -> bytes | None:
        """The mesh's GLB, from `answers` of its configuration if it is not at hand."""
        known = self._meshes.get(mesh)
        if known is not None or answers is None:
            return known
        shape = self._shapes.get(mesh)
        answer = next((each for each in answers if shape is not None and each.name == shape.part), None)
        if answer is None or answer.mesh is None:
            return None
        data = gltf.write([gltf.GltfPart(answer.name, answer.name, _PLAIN, answer.mesh, answer.faces, [Placement()],
                                          answer.deviation)], answer.name, {})
        self._meshes.put(mesh, data)
        return data

    def view(self, key: str, answers: list[PartAnswer], language: str) -> bytes:
        """The whole as one GLB, for a phone's own viewer: without CAD edges, which it would draw."""
        product = self._products.get(key)
        if product is None:
            raise KeyError(key)
        return assembly(product, answers, language, edges=False)


def look(product: Product, part: str) -> dict[str, Any]:
    """How a part looks, for the viewer."""
    found = appearance(product, part)
    finish = product.finish_of(part)
    return {"colour": list(found.colour), "metallic": found.metallic, "roughness": found.roughness, "opacity": found.opacity,
            "transmission": found.transmission, "ior": found.ior,
            "finish": str(getattr(finish, "texture", "") or getattr(finish, "name", "") or "")}


def looks(product: Product) -> dict[str, dict[str, Any]]:
    """How all parts look that have a place."""
    return {name: look(product, name) for name, part in product.parts.items() if part.placements(product)}


def _column_major(placement: Placement) -> list[float]:
    """A placement in glTF's frame: metres, Y up; (x, y, z) mm -> (x, z, -y) * 0.001."""
    (a, b, c, x), (d, e, f, y), (g, h, i, z) = placement.matrix()
    rows = ((a, c, -b, x * METRES), (g, i, -h, z * METRES), (-d, -f, e, -y * METRES), (0.0, 0.0, 0.0, 1.0))
    return [round(rows[row][column], 12) + 0.0 for column in range(4) for row in range(4)]


def _box(placement: Placement, low: tuple[float, ...], high: tuple[float, ...]) -> tuple[list[float], list[float]]:
    """The box around a placed box, mm: exact for turns by right angles, a little large for others."""
    found_low, found_high = [], []
    for *row, move in placement.matrix():
        ends = [(factor * a, factor * b) for factor, a, b in zip(row, low, high, strict=True)]
        found_low.append(round(move + sum(min(pair) for pair in ends), 6) + 0.0)
        found_high.append(round(move + sum(max(pair) for pair in ends), 6) + 0.0)
    return found_low, found_high
