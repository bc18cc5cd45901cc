"""A proven lower bound of a number over a box, by its slopes: the step of branch and bound. Compiled.

The number is taken as a function of leaves: tables of one variable each, and nodes through which no slope can be followed
(a branch that is open, a rounding, a division that may be by zero). Between its leaves it is smooth, so the mean value
theorem holds; the point of the box that it is expanded at is chosen such that leaves in which it is monotone cost nothing
(Baumann 1988). What the rules say of nodes in between must not be used for slopes: such points are no box.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .keeping import compiled
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
)
from .propagation import begin, of_node, of_table, propagate

EMPTY, POINT = -1, -2
_HUGE = 1e300
_TURNS = 5
_LITTLE = 0.02
_SMEAR = 0.3


@compiled
def _followed(nodes: Any, i: int, low: Any, high: Any, vague: Any, shut: bool) -> bool:
    """Whether slopes go through node i; its arguments are known. shut: of a branch, whether its condition is decided."""
    o, x, y = nodes[i, 0], nodes[i, 1], nodes[i, 2]
    if o == ADD or o == SUBTRACT or o == MULTIPLY or o == NEGATE or o == ABSOLUTE or o == SINE or o == COSINE:
        return True
    if o == DIVIDE:
        return bool(not (low[y] <= 0.0 <= high[y]))
    if o == ROOT:
        return bool(low[x] > 0.0)
    if o == POWER:
        return bool(low[y] == high[y] and (low[x] > 0.0 or (low[y] >= 1.0 and low[y] == math.floor(low[y]))))
    if o == LEAST or o == GREATEST:
        return bool(not (vague[x] or vague[y]))
    if o == IF:  # of an open one each branch is smooth by itself
        z = nodes[i, 3]
        return bool(shut or (math.isfinite(low[y]) and math.isfinite(high[y]) and math.isfinite(low[z])
                                          and math.isfinite(high[z])))
    if o == ROUND_UP:
        return bool(low[y] == high[y] and low[y] > 0.0 and high[x] - low[x] > low[y])
    return False


@compiled
def _is_truth(o: int) -> bool:
    return bool(o == AT_MOST or o == BELOW or o == EQUAL or o == AND or o == OR or o == NOT or o == TRUTH)


@compiled
def _living(nodes: Any, root: int, low: Any, high: Any, used: Any, living: Any) -> int:
    """Nodes that the number depends on in the box: flagged in `used`, and in order in `living`; how many.

    Branches that are closed are none of them, nor is what a condition depends on: that it may be true, or not, is all that
    is asked of it.
    """
    for i in range(len(used)):
        used[i] = 0
    used[root] = 1
    for i in range(root, -1, -1):
        o, x = nodes[i, 0], nodes[i, 1]
        if not used[i] or o == CONSTANT or o == SPAN or o == TABLE or _is_truth(o):
            continue
        used[x] = 1
        if o == IF:
            if high[x] > 0.0:
                used[nodes[i, 2]] = 1
            if low[x] <= 0.0:
                used[nodes[i, 3]] = 1
        elif not (o == NEGATE or o == ABSOLUTE or o == ROOT or o == SINE or o == COSINE):
            used[nodes[i, 2]] = 1
    count = 0
    for i in range(root + 1):
        if used[i]:
            living[count] = i
            count += 1
    return count


@compiled
def _spread(tape: Any, living: Any, ordered: Any, domain: Any, first: Any, last: Any, tight_low: Any, tight_high: Any, low: Any,
            high: Any, vague: Any, leaf: Any, again: bool) -> None:
    """What every living node can be in the box, rules aside; at leaves also what the rules leave (`tight`).

    `again`: variables were fixed where the number is monotone in them; leaves that are no tables of them keep their bounds,
    for they stand for themselves. Conditions are as open as the box leaves them (`tight`), whatever was fixed: slopes do not
    see them.
    """
    nodes, numbers, tables, begins = tape[:4]
    for i in living:
        o = nodes[i, 0]
        if again and leaf[i] == 1 and not (o == TABLE and ordered[nodes[i, 4]]):
            continue
        leaf[i] = 1
        if _is_truth(o):
            low[i], high[i], vague[i] = tight_low[i], tight_high[i], 0
            continue
        if o == CONSTANT or o == SPAN:
            low[i], high[i] = numbers[i, 0], (numbers[i, 0] if o == CONSTANT else numbers[i, 1])
            vague[i] = 0
            continue
        if o == TABLE:
            a, b, p = of_table(nodes, tables, begins, i, domain, first, last)
        else:
            x = nodes[i, 1]
            shut = tight_low[x] == tight_high[x]
            if o == IF:
                y, z = nodes[i, 2], nodes[i, 3]
                if tight_low[x] > 0.0:
                    a, b, p = low[y], high[y], vague[y] != 0
                elif tight_high[x] == 0.0:
                    a, b, p = low[z], high[z], vague[z] != 0
                else:
                    a, b, p = min(low[y], low[z]), max(high[y], high[z]), vague[y] != 0 or vague[z] != 0
            else:
                a, b, p = of_node(nodes, numbers, i, low, high, vague)
            if math.isnan(a) or math.isnan(b):
                a, b, p = -math.inf, math.inf, True
            if _followed(nodes, i, low, high, vague, shut):
                leaf[i] = 0
                if o == ROUND_UP:  # as its argument and a part of a step
                    y = nodes[i, 2]
                    a, b = low[x] - TOLERANCE, high[x] + high[y]
            else:
                a, b = max(a, tight_low[i]), min(b, tight_high[i])
                if a > b:  # by rounding, or where it is no number
                    a, b = min(a, b), max(a, b)
        low[i], high[i], vague[i] = a, b, p


@compiled
def _add(j: int, a: float, b: float, steep_low: Any, steep_high: Any) -> None:
    if math.isnan(a) or math.isnan(b):
        a, b = -math.inf, math.inf
    steep_low[j] += a
    steep_high[j] += b
    if math.isnan(steep_low[j]) or math.isnan(steep_high[j]):
        steep_low[j], steep_high[j] = -math.inf, math.inf


@compiled
def _slopes(nodes: Any, living: Any, root: int, tight_low: Any, tight_high: Any, low: Any, high: Any, leaf: Any,
            steep_low: Any, steep_high: Any) -> None:
    """Backwards from the number: how much it rises at most and at least with each node."""
    for i in living:
        steep_low[i] = steep_high[i] = 0.0
    steep_low[root] = steep_high[root] = 1.0
    for i in living[::-1]:
        if leaf[i]:
            continue
        u, w = steep_low[i], steep_high[i]
        if u == 0.0 and w == 0.0:
            continue
        o, x, y = nodes[i, 0], nodes[i, 1], nodes[i, 2]
        if o == ADD:
            _add(x, u, w, steep_low, steep_high)
            _add(y, u, w, steep_low, steep_high)
        elif o == SUBTRACT:
            _add(x, u, w, steep_low, steep_high)
            _add(y, -w, -u, steep_low, steep_high)
        elif o == NEGATE:
            _add(x, -w, -u, steep_low, steep_high)
        elif o == MULTIPLY:
            a, b = product(u, w, low[y], high[y])
            _add(x, a, b, steep_low, steep_high)
            a, b = product(u, w, low[x], high[x])
            _add(y, a, b, steep_low, steep_high)
        elif o == DIVIDE:
            a, b = quotient(u, w, low[y], high[y])
            _add(x, a, b, steep_low, steep_high)
            a, b = product(a, b, low[i], high[i])
            _add(y, -b, -a, steep_low, steep_high)
        elif o == ROUND_UP:
            _add(x, u, w, steep_low, steep_high)
        elif o == IF:
            if tight_low[x] == tight_high[x]:
                _add(y if tight_low[x] > 0.0 else nodes[i, 3], u, w, steep_low, steep_high)
            else:
                _add(y, min(u, 0.0), max(w, 0.0), steep_low, steep_high)
                _add(nodes[i, 3], min(u, 0.0), max(w, 0.0), steep_low, steep_high)
        else:
            c, d = 0.0, 1.0
            if o == ABSOLUTE:
                c, d = (1.0 if low[x] >= 0.0 else -1.0), (-1.0 if high[x] <= 0.0 else 1.0)
            elif o == ROOT:
                c, d = 0.5 / math.sqrt(high[x]), 0.5 / math.sqrt(low[x])
            elif o == POWER:
                c, d, _ = raised(low[x], high[x], low[y] - 1.0)
                c, d = product(low[y], low[y], c, d)
            elif o == COSINE or o == SINE:
                turn = math.pi / 2.0 if o == COSINE else 0.0
                c, d = cosine(radians(low[x]) + turn, radians(high[x]) + turn)
                c, d = radians(c), radians(d)
            else:  # the lesser or greater of two
                e, f = (x, y) if o == LEAST else (y, x)
                c, d = (1.0 if high[e] < low[f] else 0.0), (0.0 if low[e] > high[f] else 1.0)  # of x, in either case
                a, b = product(u, w, 1.0 - d, 1.0 - c)
                _add(y, a, b, steep_low, steep_high)
                a, b = product(u, w, c, d)
                _add(x, a, b, steep_low, steep_high)
                continue
            a, b = product(u, w, c, d)
            _add(x, a, b, steep_low, steep_high)


@compiled
def _along(tape: Any, used: Any, v: int, first: Any, last: Any, steep_low: Any, steep_high: Any) -> tuple[float, float]:
    """Least and greatest rise of the number from one value of a variable to the next, taken as straight between them."""
    nodes, tables, uses_from, uses = tape[0], tape[2], tape[5], tape[6]
    low = high = 0.0
    for j in range(uses_from[v], uses_from[v + 1]):
        i = uses[j]
        if not used[i] or nodes[i, 0] != TABLE or (steep_low[i] == 0.0 and steep_high[i] == 0.0):
            continue
        c, d, at = math.inf, -math.inf, nodes[i, 5]
        for k in range(first[v], last[v]):
            step = tables[at + k + 1] - tables[at + k]
            if math.isnan(step):
                return -math.inf, math.inf
            c, d = min(c, step), max(d, step)
        a, b = product(steep_low[i], steep_high[i], c, d)
        low, high = low + a, high + b
    if math.isnan(low) or math.isnan(high):
        return -math.inf, math.inf
    return low, high


@compiled
def _centre(a: float, b: float, u: float, w: float) -> tuple[float, float]:
    """Of [a, b] the place where a slope of [u, w] costs least, and what it costs; infinite if it is not known."""
    if a == b or (u == 0.0 and w == 0.0):
        return a, 0.0
    if u >= 0.0:
        return a, 0.0
    if w <= 0.0:
        return b, 0.0
    if not (math.isfinite(a) and math.isfinite(b) and math.isfinite(u) and math.isfinite(w)):
        return a, math.inf
    c = min(max((w * a - u * b) / (w - u), a), b)
    return c, max(-u * (b - c), w * (c - a))


@compiled
def _between(tables: Any, begins: Any, v: int, at: int, c: float, domain: Any) -> float:
    """A table at a place between values of its variable that are left, taken as straight between them."""
    a, q = int(c), begins[v]
    b = a if a == c else a + 1
    while not domain[q + a]:
        a -= 1
    while not domain[q + b]:
        b += 1
    return tables[at + a] if a == b else tables[at + a] + (c - a) / (b - a) * (tables[at + b] - tables[at + a])


@compiled
def _expanded(tape: Any, used: Any, living: Any, ordered: Any, root: int, domain: Any, first: Any, last: Any, tight_low: Any,
              tight_high: Any, low: Any, high: Any, vague: Any, leaf: Any, steep_low: Any, steep_high: Any, least: Any,
              most: Any) -> float:
    """The number's lower bound from a point that is chosen by the slopes; -inf if it is not known.

    least, most: what every node can be at that point; they differ where branches are open.
    """
    nodes, numbers, tables, begins = tape[:4]
    lost, known = 0.0, True
    centres = np.empty(len(first))
    for v in range(len(first)):
        centres[v] = first[v]
        if ordered[v] and first[v] < last[v]:
            u, w = _along(tape, used, v, first, last, steep_low, steep_high)
            centres[v], cost = _centre(first[v], last[v], u, w)
            lost += cost
    for i in living:
        o = nodes[i, 0]
        if not leaf[i]:
            x, y = nodes[i, 1], nodes[i, 2]
            if o == ROUND_UP:
                part, cost = _centre(-TOLERANCE, high[y], steep_low[i], steep_high[i])
                lost += cost
                least[i], most[i] = least[x] + part, most[x] + part
            elif o == IF:
                z = nodes[i, 3]
                if tight_low[x] > 0.0:
                    least[i], most[i] = least[y], most[y]
                elif tight_high[x] == 0.0:
                    least[i], most[i] = least[z], most[z]
                else:
                    least[i], most[i] = min(least[y], least[z]), max(most[y], most[z])
            else:
                least[i], most[i], _ = of_node(nodes, numbers, i, least, most, vague)
        elif o == TABLE and ordered[nodes[i, 4]]:
            v = nodes[i, 4]
            least[i] = most[i] = _between(tables, begins, v, nodes[i, 5], centres[v], domain)
        else:
            least[i], cost = _centre(low[i], high[i], steep_low[i], steep_high[i])
            most[i] = least[i]
            lost += cost
        if not (math.isfinite(least[i]) and math.isfinite(most[i])):
            known = known and steep_low[i] == 0.0 and steep_high[i] == 0.0
            least[i], most[i] = -math.inf, math.inf
    bound = least[root] - lost if known else -math.inf
    return bound - noise(least[root]) - noise(lost) if math.isfinite(bound) else -math.inf


@compiled
def _credited(nodes: Any, living: Any, tight_low: Any, tight_high: Any, low: Any, high: Any, leaf: Any, steep_low: Any,
              steep_high: Any, least: Any, most: Any, credit: Any) -> int:
    """How much of the number's uncertainty each leaf brings; an open branch brings it by its condition.

    The first node, if any, that is endless although its arguments are not: then that is what has to be split.
    """
    source = -1
    for i in living:
        credit[i] = 0.0
    for i in living:
        wide = high[i] - low[i]
        if not math.isfinite(wide):
            if source < 0:
                source = i
            continue
        steep = max(abs(steep_low[i]), abs(steep_high[i]))
        if steep == 0.0 or wide == 0.0:
            continue
        if nodes[i, 0] == IF:
            x = nodes[i, 1]
            if tight_low[x] < tight_high[x]:
                credit[x] = min(credit[x] + steep * (wide if leaf[i] else min(most[i] - least[i], wide)), _HUGE * 1e-6)
        elif leaf[i]:
            if nodes[i, 0] == TABLE:  # where the number is monotone in it, its best value is taken anyway
                _, cost = _centre(low[i], high[i], steep_low[i], steep_high[i])
                credit[i] = min(cost + _LITTLE * steep * wide, _HUGE * 1e-6)
                continue
            credit[i] = min(credit[i] + steep * wide, _HUGE * 1e-6)
    return source


@compiled
def looked_at(tape: Any, active: Any, root: int, ordered: Any, domain: Any, first: Any, last: Any,
              forced: Any, low: Any, high: Any, vague: Any, real: Any, moved: Any, work: Any, flags: Any, room: Any,
              aim: Any, least: Any) -> int:
    """Narrows a box by the rules and bounds the number in it: EMPTY, POINT (every variable that it depends on is fixed),
    the variable to split, or, from the count of variables on, a condition (a node) to be taken as true and as false.

    forced, (n, 2): conditions, and how they are taken; if there are any, nothing is known of the nodes yet.
    low, high, vague, real: what is known of the nodes; narrowed. moved: variables that shrank since.
    least[0]: the proven bound, raised if this box tells more. aim: index per variable that the slopes ask for, if they do.
    work, (7, nodes), flags, (5, nodes), and room, one per node.
    """
    nodes, numbers = tape[0], tape[1]
    at, to = np.empty_like(first), np.empty_like(last)
    wide_low, wide_high, steep_low, steep_high, found_low, found_high, credit = (
        work[0], work[1], work[2], work[3], work[4], work[5], work[6])
    fresh, cut, leaf, wide_vague, used = flags[0], flags[1], flags[2], flags[3], flags[4]
    if len(forced):
        begin(nodes, numbers, low, high, vague, real)
        for j in range(len(forced)):
            low[forced[j, 0]] = high[forced[j, 0]] = forced[j, 1]
        for v in range(len(first)):
            moved[v] = 1
    if not propagate(tape, active, domain, first, last, low, high, vague, real, moved, fresh, cut):
        return EMPTY
    least[0] = max(least[0], low[root])
    living = room[:_living(nodes, root, low, high, used, room)]
    for v in range(len(first)):
        at[v], to[v] = first[v], last[v]
    source = -1
    for turn in range(_TURNS):
        _spread(tape, living, ordered, domain, at, to, low, high, wide_low, wide_high, wide_vague, leaf, turn > 0)
        least[0] = max(least[0], wide_low[root])
        _slopes(nodes, living, root, low, high, wide_low, wide_high, leaf, steep_low, steep_high)
        least[0] = max(least[0], _expanded(tape, used, living, ordered, root, domain, at, to, low, high, wide_low, wide_high,
                                           wide_vague, leaf, steep_low, steep_high, found_low, found_high))
        if turn == 0:
            source = _credited(nodes, living, low, high, wide_low, wide_high, leaf, steep_low, steep_high, found_low,
                               found_high, credit)
            split = _split(tape, used, living, ordered, first, last, steep_low, steep_high, low, high, credit, source,
                           aim)
            if split == POINT:
                return split
        pinned = False
        for v in range(len(first)):
            if ordered[v] and at[v] < to[v]:
                u, w = _along(tape, used, v, at, to, steep_low, steep_high)
                if u >= 0.0:
                    to[v] = at[v]
                    pinned = pinned or w > 0.0
                elif w <= 0.0:
                    at[v] = to[v]
                    pinned = True
        if not pinned:
            break
    return split


@compiled
def _split(tape: Any, used: Any, living: Any, ordered: Any, first: Any, last: Any, steep_low: Any, steep_high: Any, low: Any,
           high: Any, credit: Any, source: int, aim: Any) -> int:
    """What to split, as `looked_at` tells it; sets aim."""
    nodes, begins, uses_from, uses = tape[0], tape[3], tape[5], tape[6]
    best, widest = POINT, -1.0
    for v in range(len(first)):
        if first[v] == last[v]:
            continue
        share = (last[v] - first[v]) / (begins[v + 1] - begins[v])
        score, concerned = 0.0, False
        for j in range(uses_from[v], uses_from[v + 1]):
            i = uses[j]
            if not used[i]:
                continue
            concerned = True
            if i == source:
                score += _HUGE * share
            if nodes[i, 0] != TABLE or not ordered[v]:
                score += credit[i] * (share if nodes[i, 0] != TABLE else 1.0)
        if concerned and ordered[v]:
            u, w = _along(tape, used, v, first, last, steep_low, steep_high)
            if w > -u:
                aim[v] = first[v]
            elif w < -u:
                aim[v] = last[v]
            _, cost = _centre(first[v], last[v], u, w)
            score += min(cost + _SMEAR * max(-u, w) * (last[v] - first[v]), _HUGE * 1e-6)
        if concerned and score > widest:
            best, widest = v, score
    if source < 0 and best != POINT:
        for i in living:
            x = nodes[i, 1]
            if nodes[i, 0] == IF and low[x] < high[x] and credit[x] > widest:
                best, widest = (nodes[x, 4] if nodes[x, 0] == TABLE else len(first) + x), credit[x]
    return best
