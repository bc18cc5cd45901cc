"""A tape at one point of the grid, to the last bit as Python computes the rules. Compiled."""

from __future__ import annotations

import math
from typing import Any

from .keeping import compiled, inner
from .operations import (
    ABSOLUTE,
    ADD,
    AND,
    AT_MOST,
    BELOW,
    CONSTANT,
    COSINE,
    DIVIDE,
    EQUAL,
    GREATEST,
    IF,
    LEAST,
    MULTIPLY,
    NEGATE,
    NOT,
    OR,
    POWER,
    ROOT,
    ROUND_UP,
    SINE,
    SUBTRACT,
    TABLE,
    TOLERANCE,
    TRUTH,
    power,
    radians,
    rounded_up,
)


@inner
def value(nodes: Any, numbers: Any, tables: Any, i: int, point: Any, found: Any) -> float:
    """Value of node i, whose arguments are in `found`."""
    o = nodes[i, 0]
    if o == TABLE:
        return tables[nodes[i, 5] + point[nodes[i, 4]]]
    if o == CONSTANT:
        return numbers[i, 0]
    x, y = found[nodes[i, 1]], found[nodes[i, 2]]
    if o == ADD:
        return x + y
    if o == SUBTRACT:
        return x - y
    if o == MULTIPLY:
        return x * y
    if o == AT_MOST:
        return 1.0 if x <= y + TOLERANCE else 0.0
    if o == IF:
        return y if x != 0.0 else found[nodes[i, 3]]
    if o == OR:
        return 1.0 if (x != 0.0 or y != 0.0) else 0.0
    if o == AND:
        return 1.0 if (x != 0.0 and y != 0.0) else 0.0
    if o == NOT:
        return 0.0 if x != 0.0 else 1.0
    if o == DIVIDE:
        return x / y if y != 0.0 else math.nan
    if o == BELOW:
        return 1.0 if x < y - TOLERANCE else 0.0
    if o == EQUAL:
        return 1.0 if abs(x - y) <= TOLERANCE else 0.0
    if o == TRUTH:
        return 1.0 if x != 0.0 else 0.0
    if o == NEGATE:
        return -x
    if o == ABSOLUTE:
        return abs(x)
    if o == ROOT:
        return math.sqrt(x) if x >= 0.0 else math.nan
    if o == LEAST:
        return y if y < x else x
    if o == GREATEST:
        return y if y > x else x
    if o == ROUND_UP:
        return rounded_up(x, y, numbers[i, 1], numbers[i, 2])
    if o == POWER:
        return power(x, y)
    if o == SINE:
        return math.sin(radians(x))
    if o == COSINE:
        return math.cos(radians(x))
    return math.nan


@compiled
def evaluate(nodes: Any, numbers: Any, tables: Any, point: Any, found: Any) -> None:
    """Values of all nodes at a point (index per variable), into `found`."""
    for i in range(len(nodes)):
        found[i] = value(nodes, numbers, tables, i, point, found)


@inner
def broken(roots: Any, active: Any, found: Any) -> int:
    """The first active rule that the values in `found` do not keep; -1 if all are kept."""
    for r in range(len(roots)):
        if active[r] and found[roots[r]] == 0.0:
            return r
    return -1


@compiled
def look_around(tape: Any, active: Any, point: Any, domain: Any, low: Any, high: Any, support: Any, found: Any) -> int:
    """`point` is valid: every value that a change of one variable alone reaches from it belongs to a valid point too.

    Marked in `support` (1) where `domain` has it; how many are new.
    """
    nodes, numbers, tables, begin, roots, uses_from, uses, rules_from, rules, _, _ = tape
    new = 0
    evaluate(nodes, numbers, tables, point, found)
    for v in range(len(low)):
        here, at = point[v], begin[v]
        moved = False
        for k in range(low[v], high[v] + 1):
            if not domain[at + k] or support[at + k] == 1:
                continue
            kept = True
            if k != here:
                point[v] = k
                moved = True
                for j in range(uses_from[v], uses_from[v + 1]):
                    found[uses[j]] = value(nodes, numbers, tables, uses[j], point, found)
                for j in range(rules_from[v], rules_from[v + 1]):
                    if active[rules[j]] and found[roots[rules[j]]] == 0.0:
                        kept = False
                        break
            if kept:
                support[at + k] = 1
                new += 1
        if moved:
            point[v] = here
            for j in range(uses_from[v], uses_from[v + 1]):
                found[uses[j]] = value(nodes, numbers, tables, uses[j], point, found)
    return new
