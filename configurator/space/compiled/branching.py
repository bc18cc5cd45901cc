"""Complete search over the grid for a valid point, and the step of counting them. Compiled."""

from __future__ import annotations

from typing import Any

import numpy as np

from .keeping import compiled, inner
from .points import broken, evaluate
from .propagation import begin, forward, propagate

FOUND, NONE, UNDECIDED = 1, 0, -1
EMPTY, ALL = -1, -2


@compiled
def nearest(domain: Any, at: int, first: int, last: int, k: int) -> int:
    """Index of the value of a domain that is nearest to k."""
    k = min(max(k, first), last)
    if domain[at + k]:
        return k
    distance = 1
    while True:
        if k - distance >= first and domain[at + k - distance]:
            return k - distance
        if k + distance <= last and domain[at + k + distance]:
            return k + distance
        distance += 1


@inner
def _chosen(tape: Any, active: Any, found: Any, first: Any, last: Any, ordered: Any) -> int:
    """The variable to split: of the broken rule with the fewest open variables, the one that is open widest; -1: none."""
    begins, roots, scopes_from, scopes = tape[3], tape[4], tape[9], tape[10]
    rule, fewest = -1, 1 << 30
    for r in range(len(roots)):
        if active[r] and found[roots[r]] == 0.0:
            count = 0
            for j in range(scopes_from[r], scopes_from[r + 1]):
                if first[scopes[j]] < last[scopes[j]]:
                    count += 1
            if count < fewest:
                rule, fewest = r, count
    if rule < 0 or fewest == 0:
        return -1
    best, widest = -1, -1.0
    for j in range(scopes_from[rule], scopes_from[rule + 1]):
        v = scopes[j]
        if first[v] < last[v]:
            wide = (last[v] - first[v]) / (begins[v + 1] - begins[v])
            if not ordered[v]:
                wide += 1.0
            if wide > widest:
                best, widest = v, wide
    return best


@compiled
def solve(tape: Any, exact: Any, active: Any, domain0: Any, first0: Any, last0: Any, wish: Any, ordered: Any, limit: int,
          out: Any,          nodes: Any) -> int:
    """A valid point of the box near `wish` into `out`: FOUND, NONE if there is none, UNDECIDED at `limit` boxes.

    wish: index per variable, wanted where it is possible. nodes[0] counts boxes.
    """
    begins = tape[3]
    n, size, total = len(first0), len(tape[0]), len(domain0)
    deep = 64
    domains, firsts = np.empty((deep, total), np.uint8), np.empty((deep, n), np.int32)
    lasts, changed = np.empty((deep, n), np.int32), np.empty(deep, np.int32)
    lows, highs = np.empty((deep, size)), np.empty((deep, size))
    vagues, reals = np.empty((deep, size), np.uint8), np.empty((deep, size), np.uint8)
    low, high = np.empty(size), np.empty(size)
    vague, real = np.empty(size, np.uint8), np.empty(size, np.uint8)
    fresh, cut, moved = np.empty(size, np.uint8), np.empty(size, np.uint8), np.ones(n, np.uint8)
    found = np.empty(len(exact[0]))
    domain, first, last = domain0.copy(), first0.copy(), last0.copy()
    begin(tape[0], tape[1], low, high, vague, real)
    waiting, count = 0, 0
    while True:
        count += 1
        alive = propagate(tape, active, domain, first, last, low, high, vague, real, moved, fresh, cut)
        if alive:
            for v in range(n):
                out[v] = nearest(domain, begins[v], first[v], last[v], wish[v])
            evaluate(exact[0], exact[1], exact[2], out, found)
            if broken(exact[4], active, found) < 0:
                nodes[0] += count
                return FOUND
            if count >= limit:
                nodes[0] += count
                return UNDECIDED
            v = _chosen(exact, active, found, first, last, ordered)
            if v >= 0:
                at, k = begins[v], out[v]
                if waiting >= deep:  # grow
                    deep *= 2
                    domains, firsts, lasts = _longer(domains), _longer(firsts), _longer(lasts)
                    lows, highs, vagues, reals = _longer(lows), _longer(highs), _longer(vagues), _longer(reals)
                    more = np.empty(deep, np.int32)
                    for j in range(waiting):
                        more[j] = changed[j]
                    changed = more
                # the part that has the wanted value is looked at first, the other one waits
                s = waiting
                changed[s] = v
                put(domains, s, domain)
                put(firsts, s, first)
                put(lasts, s, last)
                put(lows, s, low)
                put(highs, s, high)
                put(vagues, s, vague)
                put(reals, s, real)
                if ordered[v] and last[v] - first[v] > 1:
                    a, b = first[v], last[v]
                    middle = (a + b) // 2
                    if k <= middle:
                        split = middle
                        last[v], firsts[s, v] = split, split + 1
                    else:
                        split = middle
                        first[v], lasts[s, v] = split + 1, split
                else:
                    domains[s, at + k] = 0
                    first[v] = last[v] = k
                _tidy(domain, at, begins[v + 1], first, last, v)
                if _tidy(domains[s], at, begins[v + 1], firsts[s], lasts[s], v):
                    waiting += 1
                moved[v] = 1
                continue
        if waiting == 0:
            nodes[0] += count
            return NONE
        if count >= limit:
            nodes[0] += count
            return UNDECIDED
        waiting -= 1
        take(domains, waiting, domain)
        take(firsts, waiting, first)
        take(lasts, waiting, last)
        take(lows, waiting, low)
        take(highs, waiting, high)
        take(vagues, waiting, vague)
        take(reals, waiting, real)
        for v in range(n):
            moved[v] = 0
        moved[changed[waiting]] = 1


@compiled
def _longer(rows: Any) -> Any:
    more = np.empty((2 * rows.shape[0], rows.shape[1]), rows.dtype)
    for s in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            more[s, j] = rows[s, j]
    return more


@inner
def put(rows: Any, s: int, row: Any) -> None:
    """row into rows[s]; a plain loop, for slices cost seconds of compiling each."""
    for j in range(len(row)):
        rows[s, j] = row[j]


@inner
def take(rows: Any, s: int, row: Any) -> None:
    """rows[s] into row."""
    for j in range(len(row)):
        row[j] = rows[s, j]


@inner
def _tidy(domain: Any, at: int, end: int, first: Any, last: Any, v: int) -> bool:
    """Brings ends onto values that are there and clears what lies outside; False if nothing is left."""
    a, b = first[v], last[v]
    while a <= b and not domain[at + a]:
        a += 1
    while b >= a and not domain[at + b]:
        b -= 1
    if a > b:
        return False
    for k in range(end - at):
        if k < a or k > b:
            domain[at + k] = 0
    first[v], last[v] = a, b
    return True


@compiled
def narrowed(tape: Any, exact: Any, active: Any, domain: Any, first: Any, last: Any, low: Any, high: Any, vague: Any,
             real: Any, fresh: Any, cut: Any, moved: Any, found: Any, point: Any) -> int:
    """One step of counting: the box is narrowed. EMPTY; ALL: every point of it is valid; else what to split."""
    nodes, numbers, tables, begins, roots, _, _, _, _, scopes_from, scopes = tape
    begin(nodes, numbers, low, high, vague, real)
    for v in range(len(first)):
        moved[v] = 1
    if not propagate(tape, active, domain, first, last, low, high, vague, real, moved, fresh, cut):
        return EMPTY
    # once more without the rules: which of them does every point of the box keep?
    begin(nodes, numbers, low, high, vague, real)
    for v in range(len(first)):
        moved[v] = 1
    forward(nodes, numbers, tables, begins, domain, first, last, low, high, vague, real, moved, fresh, cut)
    best, widest = -1, -1.0
    for r in range(len(roots)):
        if not active[r] or low[roots[r]] >= 1.0:
            continue
        free = False
        for j in range(scopes_from[r], scopes_from[r + 1]):
            v = scopes[j]
            if first[v] < last[v]:
                free = True
                wide = (last[v] - first[v]) / (begins[v + 1] - begins[v])
                if wide > widest:
                    best, widest = v, wide
        if not free:
            for v in range(len(first)):
                point[v] = first[v]
            evaluate(exact[0], exact[1], exact[2], point, found)
            if found[exact[4][r]] == 0.0:
                return EMPTY
    return ALL if best < 0 else best
