"""On which side of a view each dimension stands, so that lettering past short ones is not crossed by extension lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_CROSSED, _MOVED, _UNEVEN = 100.0, 3.0, 1.0
"""What extension lines through lettering, a dimension on its further side, and one more on the fuller side cost (design)."""
_ROUNDS = 6
_SLACK = 0.5  # mm


class Spans(NamedTuple):
    """A dimension along its own line, mm."""

    low: float
    high: float
    beyond: float
    """How far its lettering reaches past an end; 0 if it stands between the extension lines."""
    sides: tuple[str, ...]
    """Where it may stand, the nearest first."""


def balanced_sides(wanted: Sequence[Spans]) -> list[int]:
    """Which of its sides each takes: those of least cost that moving one or two of them at a time finds."""
    picks = [0] * len(wanted)
    for _ in range(_ROUNDS):
        before = list(picks)
        for first in range(len(wanted)):
            for second in range(first, len(wanted)):
                tried = list(picks)
                for each in {first, second}:
                    tried[each] = (tried[each] + 1) % len(wanted[each].sides)
                if _cost(wanted, tried) < _cost(wanted, picks) - 1e-9:
                    picks = tried
        if picks == before:
            break
    return picks


def _cost(wanted: Sequence[Spans], picks: Sequence[int]) -> float:
    total = _MOVED * sum(picks)
    sides: dict[str, list[Spans]] = {}
    for each, pick in zip(wanted, picks, strict=True):
        sides.setdefault(each.sides[pick], []).append(each)
    for group in sides.values():
        total += _UNEVEN * len(group) ** 2 / 2
        for each in group:
            if each.beyond:
                total += _CROSSED * min(_crossed(each, each.high, each.high + each.beyond, group),
                                        _crossed(each, each.low - each.beyond, each.low, group))
    return total


def _crossed(each: Spans, low: float, high: float, group: Sequence[Spans]) -> int:
    """How many ends of the others lie where lettering stands."""
    return sum(low - _SLACK < end < high + _SLACK for other in group if other is not each for end in (other.low, other.high)
               if abs(end - each.low) > _SLACK and abs(end - each.high) > _SLACK)
