"""Even random numbers: Owen-scrambled Sobol pairs, one sequence per pixel and purpose (Burley, JCGT 2020)."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

import numpy as np

from compiled import compiled, inlined

U = np.uint32


@inlined
def hashed(x: int) -> int:
    """32 well mixed bits (lowbias32)."""
    x = U(x)
    x = U(U(x ^ (x >> U(16))) * U(0x7FEB352D))
    x = U(U(x ^ (x >> U(15))) * U(0x846CA68B))
    return U(x ^ (x >> U(16)))


@inlined
def _reversed(x: int) -> int:
    x = U((x >> U(1)) & U(0x55555555)) | U((x & U(0x55555555)) << U(1))
    x = U((x >> U(2)) & U(0x33333333)) | U((x & U(0x33333333)) << U(2))
    x = U((x >> U(4)) & U(0x0F0F0F0F)) | U((x & U(0x0F0F0F0F)) << U(4))
    x = U((x >> U(8)) & U(0x00FF00FF)) | U((x & U(0x00FF00FF)) << U(8))
    return U(x >> U(16)) | U(x << U(16))


@inlined
def _permuted(x: int, seed: int) -> int:
    """Each bit is flipped by a hash of the lower ones (Laine and Karras): an Owen scramble of reversed bits."""
    x = U(x ^ U(x * U(0x3D20ADEA)))
    x = U(x + seed)
    x = U(x * U((seed >> U(16)) | U(1)))
    x = U(x ^ U(x * U(0x05526C56)))
    return U(x ^ U(x * U(0x53A22864)))


@inlined
def _second(x: int) -> int:
    """Second Sobol dimension, bits reversed, of the index x: Pascal's triangle modulo 2."""
    x = U(x ^ (x >> U(16)))
    x = U(x ^ ((x & U(0xFF00FF00)) >> U(8)))
    x = U(x ^ ((x & U(0xF0F0F0F0)) >> U(4)))
    x = U(x ^ ((x & U(0xCCCCCCCC)) >> U(2)))
    return U(x ^ ((x & U(0xAAAAAAAA)) >> U(1)))


@compiled
def pair(seed: int, index: int, purpose: int) -> tuple[float, float]:
    """Sample `index` of the sequence that (seed, purpose) names: two numbers in [0, 1)."""
    own = hashed(U(seed) ^ hashed(U(purpose) + U(0x9E3779B9)))
    place = _reversed(_permuted(_reversed(U(index)), own))
    x = _reversed(_permuted(place, hashed(own ^ U(0xA511E9B3))))
    y = _reversed(_permuted(_second(place), hashed(own ^ U(0x63D83595))))
    return x * 2.3283064365386963e-10, y * 2.3283064365386963e-10


@inlined
def tent(x: float) -> float:
    """A number in (-1, 1), most often near 0: pixel filter."""
    return sqrt(2 * x) - 1 if x < 0.5 else 1 - sqrt(2 - 2 * x)


@inlined
def disk(x: float, y: float) -> tuple[float, float]:
    """A point of the unit disk."""
    r, angle = sqrt(x), 2 * pi * y
    return r * cos(angle), r * sin(angle)
