"""From light on the film to a picture: what was seen per pixel, and the tone curve.

Light that reaches the lens from the paper is kept apart from light that comes from the product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paper import smoothed

Floats = NDArray[np.float64]


class Seen(NamedTuple):
    """Sums over the samples of n pixels."""

    product: Floats
    """(n, 3)."""
    paper: Floats
    """(n, 3)."""
    squares: Floats
    """(n,) of luminance."""
    on_paper: Floats
    """(n,) samples."""
    samples: Floats
    """(n,)."""

    @classmethod
    def none(cls, n: int) -> Seen:
        return cls(np.zeros((n, 3)), np.zeros((n, 3)), np.zeros(n), np.zeros(n), np.zeros(n))

    def add(self, at: NDArray[np.int64], light: Floats, on_paper: NDArray[np.bool_]) -> None:
        """`light` (k, s, 3) and `on_paper` (k, s): s more samples of the k pixels `at`."""
        paper = np.einsum("ksc,ks->kc", light, on_paper)
        self.product[at] += light.sum(axis=1) - paper
        self.paper[at] += paper
        self.squares[at] += (luminance(light) ** 2).sum(axis=1)
        self.on_paper[at] += on_paper.sum(axis=1)
        self.samples[at] += light.shape[1]

    def unrest(self) -> Floats:
        """(n,) standard error in the 255 steps of the picture, samples taken as independent."""
        mean = luminance(self.product + self.paper) / self.samples
        error = np.sqrt(np.maximum(self.squares / self.samples - mean ** 2, 0.0) / self.samples)
        encoding = 255.0 / 2.2 * np.maximum(mean, 0.01) ** (1.0 / 2.2 - 1.0)
        shoulder = 1.0 / (1.0 + np.maximum(mean - 0.6, 0.0)) ** 2
        return error * encoding * shoulder


@dataclass(frozen=True)
class Negative:
    """The whole film: the sums of `Seen`, row by row."""

    width: int
    height: int
    sums: Seen

    @classmethod
    def empty(cls, width: int, height: int) -> Negative:
        return cls(width, height, Seen.none(width * height))

    def put(self, pixels: NDArray[np.int64], seen: Seen) -> None:
        for whole, part in zip(self.sums, seen, strict=True):
            whole[pixels] = part


def luminance(colours: Floats) -> Floats:
    return colours @ np.array([0.2126, 0.7152, 0.0722])


def developed(negative: Negative, exposure: float) -> NDArray[np.uint8]:
    """(h, w, 3) sRGB."""
    sums, shape = negative.sums, (negative.height, negative.width)
    product = (sums.product / sums.samples[:, None]).reshape(*shape, 3)
    paper = (sums.paper / sums.samples[:, None]).reshape(*shape, 3)
    share = (sums.on_paper / sums.samples).reshape(shape)
    return printed(without_specks(product + smoothed(paper, share)) * exposure)


def without_specks(light: Floats) -> Floats:
    """(h, w, 3) of the same: a pixel no brighter than the second brightest of its eight neighbours, and no darker than the
    second darkest. Lines and edges have two neighbours of their own kind and stay; single grains go."""
    height, width, _ = light.shape
    bright = luminance(light)
    wide = np.pad(bright, 1, mode="edge")
    around = np.stack([wide[1 + y:1 + y + height, 1 + x:1 + x + width]
                       for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != (0, 0)])
    around.sort(axis=0)
    return light * (np.clip(bright, around[1], around[-2]) / np.maximum(bright, 1e-9))[..., None]


def printed(light: Floats) -> NDArray[np.uint8]:
    """sRGB of linear light: a shoulder keeps highlights below white, and very bright colours pale as on film."""
    peak = np.maximum(light.max(axis=-1, keepdims=True), 1e-9)
    toned = _curve(peak)
    pale = 1.0 - 1.0 / (0.12 * np.maximum(peak - 0.8, 0.0) + 1.0)
    colours = light / peak * toned
    colours = colours + pale * (toned - colours)
    encoded = np.where(colours <= 0.0031308, 12.92 * colours, 1.055 * np.maximum(colours, 1e-9) ** (1 / 2.4) - 0.055)
    return (np.clip(encoded, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def _curve(x: Floats) -> Floats:
    """Straight up to 0.6, then a shoulder towards 1."""
    start = 0.6
    room = 1.0 - start
    return np.where(x < start, x, start + room * (1.0 - 1.0 / (1.0 + np.maximum(x - start, 0.0) / room)))
