"""Operations of a tape by number, and how each treats intervals. Compiled."""

from __future__ import annotations

import math

from .keeping import inner

(CONSTANT, TABLE, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, ABSOLUTE, ROOT, SINE, COSINE, LEAST, GREATEST, ROUND_UP,
 AT_MOST, BELOW, EQUAL, AND, OR, NOT, IF, TRUTH, SPAN) = range(24)
TOLERANCE = 1e-6
"""As in expressions.py; a test holds them together."""
NOISE = 1e-9
"""Relative; far above what rounding can do to a bound, far below TOLERANCE."""
_RADIAN = math.pi / 180.0


@inner
def noise(x: float) -> float:
    """How far a bound may be off."""
    return NOISE * (1.0 + abs(x)) if math.isfinite(x) else 0.0


@inner
def product(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    """[a, b] * [c, d]; nothing times infinity is nothing."""
    p = 0.0 if (a == 0.0 or c == 0.0) else a * c
    q = 0.0 if (a == 0.0 or d == 0.0) else a * d
    r = 0.0 if (b == 0.0 or c == 0.0) else b * c
    s = 0.0 if (b == 0.0 or d == 0.0) else b * d
    return min(min(p, q), min(r, s)), max(max(p, q), max(r, s))


@inner
def quotient(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    """[a, b] / [c, d] without the division by zero itself."""
    if c <= 0.0 <= d:
        if c == 0.0 and d > 0.0:
            if a >= 0.0:
                return a / d, math.inf
            if b <= 0.0:
                return -math.inf, b / d
        elif d == 0.0 and c < 0.0:
            if a >= 0.0:
                return -math.inf, a / c
            if b <= 0.0:
                return b / c, math.inf
        return -math.inf, math.inf
    return product(a, b, 1.0 / d, 1.0 / c)


@inner
def raised(a: float, b: float, exponent: float) -> tuple[float, float, bool]:
    """[a, b] ** exponent, and whether some of it is not a number."""
    if exponent == 0.0:
        return 1.0, 1.0, False
    if exponent == math.floor(exponent):
        even = exponent % 2.0 == 0.0
        if exponent > 0.0:
            x, y = a ** exponent, b ** exponent
            if not even:
                return x, y, False
            if a >= 0.0:
                return x, y, False
            return (y, x, False) if b <= 0.0 else (0.0, max(x, y), False)
        if a <= 0.0 <= b:
            return (0.0 if even else -math.inf), math.inf, True
        x, y = a ** exponent, b ** exponent
        return min(x, y), max(x, y), False
    if b < 0.0:
        return 1.0, -1.0, True
    partly = a < 0.0 or (exponent < 0.0 and a <= 0.0)
    low = max(a, 0.0)
    x = math.inf if exponent < 0.0 and low == 0.0 else low ** exponent
    y = math.inf if exponent < 0.0 and b == 0.0 else b ** exponent
    return min(x, y), max(x, y), partly


@inner
def cosine(a: float, b: float) -> tuple[float, float]:
    """Cosine over [a, b], radians."""
    if not (b - a < 2.0 * math.pi):
        return -1.0, 1.0
    low, high = min(math.cos(a), math.cos(b)), max(math.cos(a), math.cos(b))
    if math.floor(b / (2.0 * math.pi)) >= math.ceil(a / (2.0 * math.pi)):
        high = 1.0
    if math.floor((b - math.pi) / (2.0 * math.pi)) >= math.ceil((a - math.pi) / (2.0 * math.pi)):
        low = -1.0
    return low, high


@inner
def radians(degrees: float) -> float:
    """As math.radians does it, to the last bit."""
    return degrees * _RADIAN


@inner
def rounded_up(x: float, step: float, whole: float, parts: float) -> float:
    """The least multiple of step = whole / parts that is not below x; to the last bit as in expressions.py."""
    if not math.isfinite(x) or not step > 0.0:
        return math.nan
    steps = math.ceil((x - TOLERANCE) / step)
    return steps * whole / parts + 0.0 if parts > 0.0 else steps * step


@inner
def power(x: float, y: float) -> float:
    """As Python has it, but not a number where Python raises or leaves the real numbers."""
    if (x < 0.0 and y != math.floor(y)) or (x == 0.0 and y < 0.0):
        return math.nan
    found = x ** y
    return math.nan if math.isinf(found) and math.isfinite(x) and math.isfinite(y) else found
