"""Ties: of the points that are equally good, the one that is nearest to what is wished."""

from __future__ import annotations

from .expressions import TOLERANCE
from .model import Box, Model, Point
from .nearest import Steps, nearest
from .optimum import Optimum
from .remaining import Undecided

_ALIKE = 1e-9
"""Relative: what rounding does to numbers that are equal."""
_BOXES = 2_000
"""Boxes that each question may look at: an answer that is as good is at hand already."""


def drawn_back(model: Model, number: str, best: Optimum, box: Box, wish: Point, steps: Steps) -> Optimum:
    """`best`, or an equally good point of `box` that keeps more of `wish`: fewest variables changed, then the smallest steps.

    `number`: the model's number of which `best` is the least. Where the search comes to its limit `best` stays.
    """
    as_good = model.at_most(number, best.value - TOLERANCE + _ALIKE * max(abs(best.value), 1.0))
    as_good.limit = _BOXES
    try:
        found = nearest(as_good, box, wish, steps)
    except Undecided:
        return best
    return best if found is None else best._replace(point=found.point, value=model.number(number, found.point))
