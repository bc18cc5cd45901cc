"""Graphical symbols of ISO 129-1, ISO 1101 and ISO 14405-1 that the lettering has no letter for, drawn as strokes.

In units of the cap height: X from the start of the symbol, Y from the base line. Their shapes follow the proportions
of ISO 7083 freely (design).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .model import XY
from .planar import polar

STROKE = 0.1
"""Width of their strokes, cap heights: ISO 3098-1 lettering B."""


class Symbol(NamedTuple):
    """One symbol."""

    advance: float
    """Width it takes in a line."""
    strokes: tuple[tuple[XY, ...], ...]
    fills: tuple[tuple[XY, ...], ...] = ()


def _round(x: float, y: float, radius: float, start: float = 0, sweep: float = 360) -> tuple[XY, ...]:
    steps = 36
    return tuple(polar((x, y), radius, start + sweep * index / steps) for index in range(steps + 1))


def _arrow(tail: XY, tip: XY) -> tuple[tuple[XY, ...], tuple[XY, ...]]:
    """A stroke with a filled head."""
    length, half = 0.42, 0.13
    x, y = tip[0] - tail[0], tip[1] - tail[1]
    size = (x * x + y * y) ** 0.5
    x, y = x / size, y / size
    base = (tip[0] - x * length, tip[1] - y * length)
    return (tail, base), (tip, (base[0] - y * half, base[1] + x * half), (base[0] + y * half, base[1] - x * half))


@cache
def symbols() -> dict[str, Symbol]:
    """All symbols by their character."""
    run, head = _arrow((0.15, -0.1), (0.85, 1.1))
    run2, head2 = _arrow((0.65, -0.1), (1.35, 1.1))
    found = {
        "⌀": Symbol(1.05, (_round(0.5, 0.5, 0.38), ((0.14, -0.12), (0.86, 1.12)))),
        "□": Symbol(0.95, (((0.1, 0.05), (0.8, 0.05), (0.8, 0.75), (0.1, 0.75), (0.1, 0.05)),)),
        "⌴": Symbol(1.2, (((0.1, 0.75), (0.1, 0.05), (1.05, 0.05), (1.05, 0.75)),)),
        "⌵": Symbol(1.1, (((0.05, 0.85), (0.5, 0.05), (0.95, 0.85)),)),
        "↧": Symbol(1.05, (((0.15, 0.95), (0.85, 0.95)), ((0.5, 0.95), (0.5, 0.4))),
                    (((0.5, 0.0), (0.68, 0.42), (0.32, 0.42)),)),
        "∠": Symbol(1.1, (((0.95, 0.05), (0.1, 0.05), (0.85, 0.85)),)),
        "⏤": Symbol(1.3, (((0.1, 0.5), (1.2, 0.5)),)),
        "⏥": Symbol(1.5, (((0.05, 0.1), (0.45, 0.9), (1.45, 0.9), (1.05, 0.1), (0.05, 0.1)),)),
        "○": Symbol(1.2, (_round(0.6, 0.5, 0.5),)),
        "⌭": Symbol(1.5, (_round(0.75, 0.5, 0.36), ((0.06, -0.05), (0.62, 1.05)), ((0.88, -0.05), (1.44, 1.05)))),
        "⌒": Symbol(1.5, (_round(0.75, 0.15, 0.62, 0, 180),)),
        "⌓": Symbol(1.5, ((*_round(0.75, 0.15, 0.62, 0, 180), (1.37, 0.15)),)),
        "∥": Symbol(1.2, (((0.1, -0.05), (0.62, 1.05)), ((0.55, -0.05), (1.07, 1.05)))),
        "⟂": Symbol(1.3, (((0.1, 0.05), (1.2, 0.05)), ((0.65, 0.05), (0.65, 1.05)))),
        "⌖": Symbol(1.5, (_round(0.75, 0.5, 0.36), ((0.1, 0.5), (1.4, 0.5)), ((0.75, -0.15), (0.75, 1.15)))),
        "◎": Symbol(1.3, (_round(0.65, 0.5, 0.55), _round(0.65, 0.5, 0.28))),
        "⌯": Symbol(1.4, (((0.1, 0.5), (1.3, 0.5)), ((0.35, 0.9), (1.05, 0.9)), ((0.35, 0.1), (1.05, 0.1)))),
        "↗": Symbol(1.0, (run,), (head,)),
        "⌰": Symbol(1.5, (run, run2, (run[0], run2[0])), (head, head2)),
        "Ⓔ": Symbol(1.45, (_round(0.7, 0.5, 0.66), ((0.95, 0.12), (0.5, 0.12), (0.5, 0.88), (0.95, 0.88)),
                           ((0.5, 0.5), (0.85, 0.5)))),
        "Ⓜ": Symbol(1.45, (_round(0.7, 0.5, 0.66), ((0.4, 0.14), (0.4, 0.86), (0.7, 0.4), (1.0, 0.86), (1.0, 0.14)))),
        "→": Symbol(1.3, (((0.1, 0.5), (0.8, 0.5)),), (((1.2, 0.5), (0.78, 0.63), (0.78, 0.37)),)),
    }
    return {character: Symbol(symbol.advance,
                              tuple(tuple((round(x, 4), round(y, 4)) for x, y in stroke) for stroke in symbol.strokes),
                              symbol.fills) for character, symbol in found.items()}
