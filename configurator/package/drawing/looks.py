"""Views of one part, asked of the workers that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from configurator.geometry.client import Geometry
from configurator.geometry.views import View, ViewRequest
from configurator.product.product import Product


class Looks:
    """Views of a part; each is asked for once."""

    def __init__(self, product: Product, part: str, geometry: Geometry) -> None:
        self._product, self._part, self._geometry = product, part, geometry
        self._asked: dict[ViewRequest, tuple[Future[list[View]], int]] = {}

    def start(self, requests: Sequence[ViewRequest]) -> None:
        """Ask without waiting."""
        new = [each for each in dict.fromkeys(requests) if each not in self._asked]
        if new:
            future = self._geometry.views(self._product, self._part, new)
            self._asked.update({each: (future, at) for at, each in enumerate(new)})

    def __call__(self, requests: Sequence[ViewRequest]) -> list[View]:
        """In the order asked for. BuildError names the part."""
        self.start(requests)
        return [future.result()[at] for future, at in (self._asked[each] for each in requests)]
