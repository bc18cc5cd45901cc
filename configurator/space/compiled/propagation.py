"""Interval propagation over a tape: what every node can still be, forwards from the choices and backwards from the rules.

A node holds [low, high] of its values that are numbers; `vague` says that it may also be "not a number", `real` that it
is known to be one. A comparison with what is not a number is false, as in Python. Compiled.
"""

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
    SPAN,
    SUBTRACT,
    TABLE,
    TOLERANCE,
    TRUTH,
    cosine,
    noise,
    product,
    quotient,
    radians,
    raised,
    rounded_up,
)

ROUNDS = 12
"""Of forward and backward; what is left to be found then is found by splitting."""


@compiled
def begin(nodes: Any, numbers: Any, low: Any, high: Any, vague: Any, real: Any) -> None:
    """Nothing is known of any node yet."""
    for i in range(len(nodes)):
        vague[i], real[i] = 0, 0
        if nodes[i, 0] == CONSTANT:
            low[i] = high[i] = numbers[i, 0]
            if math.isnan(numbers[i, 0]):
                low[i], high[i], vague[i] = math.inf, -math.inf, 1
        elif nodes[i, 0] == SPAN:
            low[i], high[i] = numbers[i, 0], numbers[i, 1]
        else:
            low[i], high[i] = -math.inf, math.inf


@inner
def of_table(nodes: Any, tables: Any, begins: Any, i: int, domain: Any, first: Any, last: Any) -> tuple[float, float, bool]:
    """[low, high] and vagueness of a table over what is left of its variable."""
    v, at = nodes[i, 4], nodes[i, 5]
    if nodes[i, 6] > 0:
        return tables[at + first[v]], tables[at + last[v]], False
    if nodes[i, 6] < 0:
        return tables[at + last[v]], tables[at + first[v]], False
    a, b, partly = math.inf, -math.inf, False
    for k in range(first[v], last[v] + 1):
        if domain[begins[v] + k]:
            x = tables[at + k]
            if math.isnan(x):
                partly = True
            else:
                a, b = min(a, x), max(b, x)
    return a, b, partly


@inner
def of_node(nodes: Any, numbers: Any, i: int, low: Any, high: Any, vague: Any) -> tuple[float, float, bool]:
    """[low, high] and vagueness of a node that has arguments."""
    o, x, y = nodes[i, 0], nodes[i, 1], nodes[i, 2]
    a, b, p = low[x], high[x], vague[x] != 0
    c, d, q = low[y], high[y], vague[y] != 0
    if o == ADD:
        return a + c, b + d, p or q
    if o == SUBTRACT:
        return a - d, b - c, p or q
    if o == MULTIPLY:
        if x == y:
            return (0.0 if a <= 0.0 <= b else min(a * a, b * b)), max(a * a, b * b), p
        u, w = product(a, b, c, d)
        return u, w, p or q
    # ends may cross by what rounding does; further apart the other way round, no number is left
    some = a <= b + noise(a) and c <= d + noise(c)
    if o == AT_MOST:
        sure = not (p or q) and b <= c + TOLERANCE - noise(b)
        return (1.0 if sure else 0.0), (1.0 if some and a <= d + TOLERANCE + noise(a) else 0.0), False
    if o == BELOW:
        sure = not (p or q) and b < c - TOLERANCE - noise(b)
        return (1.0 if sure else 0.0), (1.0 if some and a < d - TOLERANCE + noise(a) else 0.0), False
    if o == EQUAL:
        sure = not (p or q) and b - c <= TOLERANCE - noise(b) and d - a <= TOLERANCE - noise(a)
        never = not some or a > d + TOLERANCE + noise(a) or c > b + TOLERANCE + noise(b)
        return (1.0 if sure else 0.0), (0.0 if never else 1.0), False
    if o == IF:
        z = nodes[i, 3]
        if a > 0.0:
            return c, d, q
        if b == 0.0:
            return low[z], high[z], vague[z] != 0
        return min(c, low[z]), max(d, high[z]), q or vague[z] != 0
    if o == AND:
        return min(a, c), min(b, d), False
    if o == OR:
        return max(a, c), max(b, d), False
    if o == NOT:
        return 1.0 - b, 1.0 - a, False
    if o == TRUTH:
        return (1.0 if (a > 0.0 or b < 0.0) else 0.0), (0.0 if (a == 0.0 and b == 0.0 and not p) else 1.0), False
    if o == DIVIDE:
        u, w = quotient(a, b, c, d)
        return u, w, p or q or c <= 0.0 <= d
    if o == NEGATE:
        return -b, -a, p
    if o == ABSOLUTE:
        if a >= 0.0:
            return a, b, p
        return (-b, -a, p) if b <= 0.0 else (0.0, max(-a, b), p)
    if o == ROOT:
        if b < 0.0:
            return math.inf, -math.inf, True
        return math.sqrt(max(a, 0.0)), math.sqrt(b), p or a < 0.0
    if o == LEAST:
        return min(a, c), (max(b, d) if p or q else min(b, d)), p or q
    if o == GREATEST:
        return (min(a, c) if p or q else max(a, c)), max(b, d), p or q
    if o == ROUND_UP:
        if not (c == d and c > 0.0 and math.isfinite(a) and math.isfinite(b)):
            return a - TOLERANCE, b + d, True
        whole, parts = numbers[i, 1], numbers[i, 2]
        return rounded_up(a, c, whole, parts), rounded_up(b, c, whole, parts), p
    if o == POWER:
        if c != d:
            return -math.inf, math.inf, True
        u, w, r = raised(a, b, c)
        return u, w, p or q or r
    if o == COSINE:
        u, w = cosine(radians(a), radians(b))
        return u, w, p
    if o == SINE:
        u, w = cosine(radians(a) - math.pi / 2.0, radians(b) - math.pi / 2.0)
        return u, w, p
    return -math.inf, math.inf, True


@inner
def forward(nodes: Any, numbers: Any, tables: Any, begins: Any, domain: Any, first: Any, last: Any, low: Any, high: Any,
            vague: Any, real: Any, moved: Any,
            fresh: Any, cut: Any) -> bool:
    """What follows from the choices. False: nothing is left of some node.

    moved (per variable): its domain has shrunk. fresh (per node): set where something changed. cut: set where a node was
    computed again, so that backwards it tells its arguments.
    """
    for i in range(len(nodes)):
        o = nodes[i, 0]
        if o == CONSTANT or o == SPAN:
            continue
        if o == TABLE:
            if not moved[nodes[i, 4]]:
                fresh[i] = 0
                continue
            a, b, p = of_table(nodes, tables, begins, i, domain, first, last)
        else:
            if not (fresh[nodes[i, 1]] or fresh[nodes[i, 2]] or (o == IF and fresh[nodes[i, 3]])):
                fresh[i] = 0
                continue
            cut[i] = 1
            a, b, p = of_node(nodes, numbers, i, low, high, vague)
            if math.isnan(a) or math.isnan(b):  # infinity less infinity: nothing is known
                a, b, p = -math.inf, math.inf, True
        if p and not real[i]:
            fresh[i] = 1
            vague[i] = 1
            low[i], high[i] = max(a, low[i]), min(b, high[i])
            continue
        changed = vague[i] != 0
        vague[i] = 0
        if a > low[i]:
            low[i] = a
            changed = True
        if b < high[i]:
            high[i] = b
            changed = True
        fresh[i] = 1 if changed else 0
        if low[i] > high[i]:
            if low[i] > high[i] + noise(low[i]):
                return False
            low[i], high[i] = high[i], low[i]
    return True


@inner
def _narrow(j: int, a: float, b: float, low: Any, high: Any, vague: Any, cut: Any) -> None:
    if vague[j]:
        return
    if a > low[j]:
        low[j] = a
        cut[j] = 1
    if b < high[j]:
        high[j] = b
        cut[j] = 1
    if low[j] > high[j] and low[j] <= high[j] + noise(low[j]):  # crossed by what rounding does
        low[j], high[j] = high[j], low[j]


@inner
def _demand(j: int, vague: Any, real: Any, cut: Any) -> None:
    """Node j has to be a number."""
    if not real[j]:
        real[j] = 1
        if vague[j]:
            vague[j] = 0
        cut[j] = 1


@inner
def _prune(nodes: Any, tables: Any, begins: Any, i: int, domain: Any, first: Any, last: Any,
           low: float, high: float, real: bool, moved: Any) -> bool:
    """Values of a variable whose entry lies outside of [low, high] go. False: none is left."""
    v, at = nodes[i, 4], nodes[i, 5]
    q, gone = begins[v], False
    least, most = low - noise(low), high + noise(high)
    a, b = -1, -1
    for k in range(first[v], last[v] + 1):
        if domain[q + k]:
            x = tables[at + k]
            if x < least or x > most or (real and math.isnan(x)):
                domain[q + k] = 0
                gone = True
            else:
                if a < 0:
                    a = k
                b = k
    if gone:
        if a < 0:
            return False
        first[v], last[v] = a, b
        moved[v] = 1
    return True


@inner
def backward(nodes: Any, numbers: Any, tables: Any, begins: Any, domain: Any, first: Any, last: Any, low: Any, high: Any,
             vague: Any, real: Any, moved: Any,
             cut: Any) -> bool:
    """What the rules demand of the choices. False: there is no choice left somewhere. `cut`: nodes that were narrowed."""
    for i in range(len(nodes) - 1, -1, -1):
        if not cut[i]:
            continue
        cut[i] = 0
        o = nodes[i, 0]
        if o == CONSTANT or o == SPAN:
            if low[i] > high[i] + noise(low[i]) or (real[i] and math.isnan(numbers[i, 0])):
                return False
            continue
        if vague[i]:  # its bounds hold only where it is a number
            continue
        l, h = low[i], high[i]
        if l > h + noise(l):
            return False
        if o == TABLE:
            if not _prune(nodes, tables, begins, i, domain, first, last, l, h, real[i] != 0, moved):
                return False
            continue
        x, y = nodes[i, 1], nodes[i, 2]
        if o == AT_MOST or o == BELOW or o == EQUAL:
            if l > 0.0:
                _demand(x, vague, real, cut)
                _demand(y, vague, real, cut)
                slack = -TOLERANCE if o == BELOW else TOLERANCE
                _narrow(x, -math.inf, high[y] + slack + noise(high[y]), low, high, vague, cut)
                _narrow(y, low[x] - slack - noise(low[x]), math.inf, low, high, vague, cut)
                if o == EQUAL:
                    _narrow(x, low[y] - TOLERANCE - noise(low[y]), math.inf, low, high, vague, cut)
                    _narrow(y, -math.inf, high[x] + TOLERANCE + noise(high[x]), low, high, vague, cut)
            elif h < 1.0 and o != EQUAL and not vague[x] and not vague[y]:
                slack = -TOLERANCE if o == BELOW else TOLERANCE
                _narrow(x, low[y] + slack - noise(low[y]), math.inf, low, high, vague, cut)
                _narrow(y, -math.inf, high[x] - slack + noise(high[x]), low, high, vague, cut)
            continue
        if o == AND:
            if l > 0.0:
                _narrow(x, 1.0, 1.0, low, high, vague, cut)
                _narrow(y, 1.0, 1.0, low, high, vague, cut)
            elif h < 1.0:
                if low[x] > 0.0:
                    _narrow(y, 0.0, 0.0, low, high, vague, cut)
                if low[y] > 0.0:
                    _narrow(x, 0.0, 0.0, low, high, vague, cut)
            continue
        if o == OR:
            if h < 1.0:
                _narrow(x, 0.0, 0.0, low, high, vague, cut)
                _narrow(y, 0.0, 0.0, low, high, vague, cut)
            elif l > 0.0:
                if high[x] < 1.0:
                    _narrow(y, 1.0, 1.0, low, high, vague, cut)
                if high[y] < 1.0:
                    _narrow(x, 1.0, 1.0, low, high, vague, cut)
            continue
        if o == NOT:
            _narrow(x, 1.0 - h, 1.0 - l, low, high, vague, cut)
            continue
        if o == TRUTH:
            if h < 1.0:
                _demand(x, vague, real, cut)
                _narrow(x, 0.0, 0.0, low, high, vague, cut)
            continue
        if o == IF:
            z = nodes[i, 3]
            if low[x] > 0.0:
                if real[i]:
                    _demand(y, vague, real, cut)
                _narrow(y, l, h, low, high, vague, cut)
            elif high[x] == 0.0:
                if real[i]:
                    _demand(z, vague, real, cut)
                _narrow(z, l, h, low, high, vague, cut)
            else:
                if not vague[y] and (low[y] > h + noise(h) or high[y] < l - noise(l)):
                    _narrow(x, 0.0, 0.0, low, high, vague, cut)
                elif not vague[z] and (low[z] > h + noise(h) or high[z] < l - noise(l)):
                    _narrow(x, 1.0, 1.0, low, high, vague, cut)
            continue
        if o == LEAST:
            if not (vague[x] or vague[y]):
                _narrow(x, l, math.inf, low, high, vague, cut)
                _narrow(y, l, math.inf, low, high, vague, cut)
                if low[x] > h + noise(h):
                    _narrow(y, -math.inf, h, low, high, vague, cut)
                if low[y] > h + noise(h):
                    _narrow(x, -math.inf, h, low, high, vague, cut)
            continue
        if o == GREATEST:
            if not (vague[x] or vague[y]):
                _narrow(x, -math.inf, h, low, high, vague, cut)
                _narrow(y, -math.inf, h, low, high, vague, cut)
                if high[x] < l - noise(l):
                    _narrow(y, l, math.inf, low, high, vague, cut)
                if high[y] < l - noise(l):
                    _narrow(x, l, math.inf, low, high, vague, cut)
            continue
        if real[i]:
            _demand(x, vague, real, cut)
            if o == ADD or o == SUBTRACT or o == MULTIPLY or o == DIVIDE:
                _demand(y, vague, real, cut)
        if o == ADD:
            # what a large sum and a large part leave for a small one is as vague as the large ones are
            _narrow(x, l - high[y] - noise(l), h - low[y] + noise(h), low, high, vague, cut)
            _narrow(y, l - high[x] - noise(l), h - low[x] + noise(h), low, high, vague, cut)
        elif o == SUBTRACT:
            _narrow(x, l + low[y] - noise(l), h + high[y] + noise(h), low, high, vague, cut)
            _narrow(y, low[x] - h - noise(h), high[x] - l + noise(l), low, high, vague, cut)
        elif o == MULTIPLY:
            if x == y:
                if h < 0.0:
                    return False
                reach = math.sqrt(h) + noise(h)
                _narrow(x, -reach, reach, low, high, vague, cut)
                if l > 0.0 and low[x] >= 0.0:
                    _narrow(x, math.sqrt(l) - noise(l), math.inf, low, high, vague, cut)
                elif l > 0.0 and high[x] <= 0.0:
                    _narrow(x, -math.inf, noise(l) - math.sqrt(l), low, high, vague, cut)
            else:
                if not (low[y] <= 0.0 <= high[y]):
                    a, b = quotient(l, h, low[y], high[y])
                    _narrow(x, a - noise(a), b + noise(b), low, high, vague, cut)
                if not (low[x] <= 0.0 <= high[x]):
                    a, b = quotient(l, h, low[x], high[x])
                    _narrow(y, a - noise(a), b + noise(b), low, high, vague, cut)
        elif o == DIVIDE:
            a, b = product(l, h, low[y], high[y])
            _narrow(x, a - noise(a), b + noise(b), low, high, vague, cut)
            if not (l <= 0.0 <= h):
                a, b = quotient(low[x], high[x], l, h)
                _narrow(y, a - noise(a), b + noise(b), low, high, vague, cut)
        elif o == NEGATE:
            _narrow(x, -h, -l, low, high, vague, cut)
        elif o == ABSOLUTE:
            _narrow(x, -h, h, low, high, vague, cut)
            if l > 0.0 and low[x] > -l:
                _narrow(x, l, math.inf, low, high, vague, cut)
            elif l > 0.0 and high[x] < l:
                _narrow(x, -math.inf, -l, low, high, vague, cut)
        elif o == ROOT:
            if h < 0.0:
                return False
            _narrow(x, max(l, 0.0) * max(l, 0.0) - noise(l * l), h * h + noise(h * h), low, high, vague, cut)
            if real[i]:
                _narrow(x, 0.0, math.inf, low, high, vague, cut)
        elif o == ROUND_UP:
            if low[y] == high[y] and low[y] > 0.0 and numbers[i, 1] > 0.0:
                _narrow(x, l - low[y] - noise(l), h + TOLERANCE + noise(h), low, high, vague, cut)
        elif o == POWER:
            exponent = low[y]
            if low[y] == high[y] and exponent > 0.0 and low[x] >= 0.0:
                if h < 0.0:
                    return False
                a, b = max(l, 0.0) ** (1.0 / exponent), h ** (1.0 / exponent)
                _narrow(x, a - noise(a), b + noise(b), low, high, vague, cut)
            elif low[y] == high[y] and exponent > 0.0 and exponent % 2.0 == 0.0:
                if h < 0.0:
                    return False
                b = h ** (1.0 / exponent)
                _narrow(x, -b - noise(b), b + noise(b), low, high, vague, cut)
    return True


@inner
def propagate(tape: Any, active: Any, domain: Any, first: Any, last: Any, low: Any, high: Any, vague: Any, real: Any,
              moved: Any, fresh: Any, cut: Any) -> bool:
    """Forward and backward until nothing moves. False: no point of the box keeps all active rules.

    moved: variables that changed since the nodes were last brought up to date; cleared.
    """
    nodes, numbers, tables, begins, roots = tape[:5]
    for i in range(len(cut)):
        cut[i] = 0
        fresh[i] = 0
    for _ in range(ROUNDS):
        if not forward(nodes, numbers, tables, begins, domain, first, last, low, high, vague, real, moved, fresh, cut):
            return False
        for v in range(len(moved)):
            moved[v] = 0
        for r in range(len(roots)):
            if active[r]:
                i = roots[r]
                if high[i] < 1.0:
                    return False
                if low[i] < 1.0:
                    low[i] = 1.0
                    cut[i] = 1
        if not backward(nodes, numbers, tables, begins, domain, first, last, low, high, vague, real, moved, cut):
            return False
        again = False
        for v in range(len(moved)):
            if moved[v]:
                again = True
        if not again:
            return True
    return True
