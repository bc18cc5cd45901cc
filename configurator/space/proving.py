"""Proving: how near to the best a point is, by asking whether any is better; for where bounds by slopes say little."""

from __future__ import annotations

from math import isinf

from .model import Box, Model, Point
from .remaining import Undecided

_SHARE = 1e-3
"""A proof that would come nearer by less than this share is not sought."""
_TRY, _AGAIN, _BUDGET = 12_000, 3_000, 20_000
"""Boxes for the attempt to prove the best point best, for each attempt at a weaker bound, and for all together."""


def proven(model: Model, number: str, box: Box, point: Point, bound: float, resolution: float) -> tuple[Point, float]:
    """The point, or a better one that turned up, and what is proven of `number`, one of the model's: nothing is less."""
    value, begun = model.number(number, point), int(model.boxes[0])
    aim = undecided = value - resolution
    stride = least_gain = _SHARE * max(abs(value), 1.0)
    while value - bound > resolution and undecided - bound > least_gain and int(model.boxes[0]) - begun < _BUDGET:
        try:
            better = model.at_most(number, aim).solve(box, point, limit=_TRY if aim == value - resolution else _AGAIN)
        except Undecided:  # what is further away is sooner proven
            undecided = aim
            stride *= 4
            aim = aim - stride if isinf(bound) else (bound + aim) / 2
            continue
        if better is None:
            bound, aim = max(bound, aim), (aim + undecided) / 2
        else:
            point, value = better, model.number(number, better)
            aim = undecided = value - resolution
    return point, bound
