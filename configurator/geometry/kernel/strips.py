"""Triangles between two rows of points."""

from __future__ import annotations

from functools import lru_cache
from math import pi
from typing import Any

import numpy as np


def crossed(a: Any, b: Any) -> Any:
    """Cross products of (n, 3) and (n, 3). numpy's own is slow for few."""
    return a[:, [1, 2, 0]] * b[:, [2, 0, 1]] - a[:, [2, 0, 1]] * b[:, [1, 2, 0]]


@lru_cache(maxsize=64)
def _even(n: int) -> Any:
    return _merged(np.arange(n), np.arange(n), closed=False)


@lru_cache(maxsize=64)
def around_again(n: int) -> Any:
    """(2 n, 3) int32: triangles between two closed rows of n points each at the same angles, as `strip` numbers them."""
    turn = np.arange(n) * (2 * pi / n)
    return _merged(turn, turn, closed=True)


def strip(low: Any, high: Any, *, closed: bool) -> Any:
    """(m, 3) int32: triangles between two rows of points by rising angle, the second row numbered after the first.

    Each step along either row makes one, in the order of the steps' middles. Left of the way along the first row lies
    the second. `closed`: the rows go once around.
    """
    if len(low) == len(high) and not closed:
        return _even(len(low))
    return _merged(low, high, closed=closed)


def _merged(low: Any, high: Any, *, closed: bool) -> Any:
    n, m = len(low), len(high)
    ends = [np.concatenate([row, row[:1] + 2 * pi]) if closed else row for row in (low, high)]
    middles = [(row[1:] + row[:-1]) / 2 for row in ends]
    order = np.argsort(np.concatenate(middles), kind="stable")
    on_low = order < len(middles[0])
    i: Any = np.cumsum(on_low) - on_low  # where each row stands before the step
    j: Any = np.cumsum(~on_low) - ~on_low
    ahead = np.where(on_low, (i + 1) % n, n + (j + 1) % m)
    return np.column_stack([i % n, ahead, n + j % m]).astype(np.int32)
