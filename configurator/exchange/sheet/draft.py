"""The mark across a sheet that nobody released yet."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

from configurator.texts import say

from .groups import Group, Paper
from .lettering import width
from .model import Layer, Text

_SHARE = 0.62  # of the diagonal of the drawing space that the word takes (design)
_TALLEST = 0.3  # of the lower side of the drawing space (design)


def draft_mark(paper: Paper, language: str) -> Group:
    """The word for a draft, large and light along the diagonal; put it first, under everything else."""
    word, space = say("sheet.draft", language), paper.space
    turn = degrees(atan2(space.height, space.width))
    height = min(_SHARE * hypot(space.width, space.height) / width(word), _TALLEST * min(space.width, space.height))
    x, y = space.centre
    # the middle of the capitals, not their base line, lies on the diagonal
    at = (x + sin(radians(turn)) * height / 2, y - cos(radians(turn)) * height / 2)
    return Group((Text(word, at, height, "centre", "base", turn, Layer.DRAFT),), "draft mark")
