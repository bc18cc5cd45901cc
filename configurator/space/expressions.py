"""Expressions: rules as trees that can be evaluated, measured and, by the design space, reasoned about.

Equal expressions are the same object, so identity is equality. Comparisons hold within TOLERANCE, here and
everywhere else: the constructor of a configuration and the design space cannot disagree at an edge.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from decimal import Decimal
from operator import attrgetter
from threading import Lock
from typing import Any, overload
from weakref import WeakValueDictionary

from configurator.errors import RuleError

TOLERANCE = 1e-6
"""Absolute; far below any step, far above the noise of floating point."""

Test = Callable[[Any], Any]
decide: ContextVar[Callable[[Expression], bool]] = ContextVar("decide")
"""Set while a rule is traced: answers `if` on an expression."""

_known: WeakValueDictionary[tuple[Any, ...], Expression] = WeakValueDictionary()
_lock = Lock()


class Expression:
    """A node: an operation and its arguments.

    op is one of: read (dotted name), constant, is (dotted name, option), + - * / ** neg abs min max sqrt sin cos
    rounded_up, <= < ==, and or not, if (condition, yes, no).
    """

    __slots__ = ("__weakref__", "args", "op", "single")
    op: str
    args: tuple[Any, ...]
    single: str | None
    """What `parameter` found out; not there before it was asked."""
    __array_ufunc__ = None

    def __new__(cls, op: str, *args: Any) -> Expression:
        """The one expression of this operation and these arguments."""
        key = (op, *((type(a), a) if not isinstance(a, Expression) else id(a) for a in args))
        with _lock:  # templates may load in several threads
            known = _known.get(key)
            if known is None:
                known = super().__new__(cls)
                known.op, known.args = op, args
                _known[key] = known
        return known

    def __hash__(self) -> int:
        if decide.get(None) is not None:  # it would be missed there, whatever its value
            raise RuleError(f"{self!r} cannot be looked up in a set or a dictionary; compare it with ==, or write `in` with a "
                            "tuple")
        return object.__hash__(self)

    def __repr__(self) -> str:
        match self.op:
            case "read":
                return str(self.args[0])
            case "constant":
                return repr(self.args[0])
            case "is":
                return f"({self.args[0]} == {self.args[1]!r})"
            case "not" | "neg" | "sqrt" | "abs" | "sin" | "cos" | "min" | "max" | "rounded_up" | "if":
                return f"{self.op}({', '.join(map(repr, self.args))})"
        return f"({self.args[0]!r} {self.op} {self.args[1]!r})"

    def __str__(self) -> str:
        if decide.get(None) is not None:
            raise RuleError(f"{self!r}: a rule may not turn a parameter into words")
        return repr(self)

    def __bool__(self) -> bool:
        try:
            return decide.get()(self)
        except LookupError:
            raise RuleError(f"{self!r} has no truth value outside a rule that is being traced") from None

    def __float__(self) -> float:
        raise RuleError(f"{self!r}: a rule may not turn a parameter into a plain number. For roots and trigonometry "
                        "write configurator.sqrt(x), sin(x), cos(x), not math.sqrt(x)")

    __int__ = __index__ = __round__ = __trunc__ = __floor__ = __ceil__ = __complex__ = __float__

    def __len__(self) -> int:
        raise RuleError(f"{self!r}: write text.length or text.width in a rule, not len(text)")

    def __iter__(self) -> Iterator[Any]:
        raise RuleError(f"{self!r} cannot be looped over in a rule")

    def __contains__(self, item: object) -> bool:
        raise RuleError(f"{self!r}: `in` cannot be traced; compare with == and join with `or`")

    def __add__(self, other: Any) -> Expression: return node("+", self, other)
    def __radd__(self, other: Any) -> Expression: return node("+", other, self)
    def __sub__(self, other: Any) -> Expression: return node("-", self, other)
    def __rsub__(self, other: Any) -> Expression: return node("-", other, self)
    def __mul__(self, other: Any) -> Expression: return node("*", self, other)
    def __rmul__(self, other: Any) -> Expression: return node("*", other, self)
    def __truediv__(self, other: Any) -> Expression: return node("/", self, other)
    def __rtruediv__(self, other: Any) -> Expression: return node("/", other, self)
    def __pow__(self, other: Any) -> Expression: return node("**", self, other)
    def __rpow__(self, other: Any) -> Expression: return node("**", other, self)
    def __neg__(self) -> Expression: return node("neg", self)
    def __pos__(self) -> Expression: return self
    def __abs__(self) -> Expression: return node("abs", self)
    def __le__(self, other: Any) -> Expression: return node("<=", self, other)
    def __ge__(self, other: Any) -> Expression: return node("<=", other, self)
    def __lt__(self, other: Any) -> Expression: return node("<", self, other)
    def __gt__(self, other: Any) -> Expression: return node("<", other, self)
    def __eq__(self, other: Any) -> Expression: return node("==", self, other)  # type: ignore[override]
    def __ne__(self, other: Any) -> Expression: return node("not", node("==", self, other))  # type: ignore[override]
    def __and__(self, other: Any) -> Expression: return node("and", self, other)
    def __rand__(self, other: Any) -> Expression: return node("and", other, self)
    def __or__(self, other: Any) -> Expression: return node("or", self, other)
    def __ror__(self, other: Any) -> Expression: return node("or", other, self)
    def __invert__(self) -> Expression: return node("not", self)


def node(op: str, *args: Any) -> Expression:
    """An operation on expressions and plain numbers; folded if all arguments are constants."""
    made = tuple(expression(arg) for arg in args)
    whole = Expression(op, *made)
    if made and all(arg.op == "constant" for arg in made):
        return Expression("constant", compiled(whole)(None))
    if op == "not" and made[0].op == "not":
        inner: Expression = made[0].args[0]
        return inner
    return whole


def expression(value: Any) -> Expression:
    """An expression as it is; a number or truth value as a constant; anything else is a RuleError."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, (bool, int, float)):
        return Expression("constant", value)
    if value is None:
        raise RuleError("a rule must return a condition on every path; this one returned nothing (None)")
    raise RuleError(f"{value!r} has no place in a rule: use numbers, attributes of a choice, or == on a choice")


@overload
def sqrt(x: Expression) -> Expression: ...
@overload
def sqrt(x: float) -> float: ...
def sqrt(x: Any) -> Any:
    """Square root, in rules and in geometry alike. Of a negative number: not a number, which keeps no rule."""
    return node("sqrt", x) if isinstance(x, Expression) else _sqrt(x)


@overload
def sin(degrees: Expression) -> Expression: ...
@overload
def sin(degrees: float) -> float: ...
def sin(degrees: Any) -> Any:
    """Sine of an angle in degrees, in rules and in geometry alike."""
    return node("sin", degrees) if isinstance(degrees, Expression) else math.sin(math.radians(degrees))


@overload
def cos(degrees: Expression) -> Expression: ...
@overload
def cos(degrees: float) -> float: ...
def cos(degrees: Any) -> Any:
    """Cosine of an angle in degrees, in rules and in geometry alike."""
    return node("cos", degrees) if isinstance(degrees, Expression) else math.cos(math.radians(degrees))


@overload
def rounded_up(x: Expression, step: Expression | float) -> Expression: ...
@overload
def rounded_up(x: float, step: Expression) -> Expression: ...
@overload
def rounded_up(x: float, step: float) -> float: ...
def rounded_up(x: Any, step: Any) -> Any:
    """The least multiple of `step` that is not below `x` (within TOLERANCE), in rules and in geometry alike.

    Never falls where `x` rises. `step` must be above 0: a plain number that is not is a RuleError; where it comes from
    a choice, as of what is not finite: not a number, which keeps no rule.
    """
    if isinstance(step, (int, float)) and not step > 0:
        raise RuleError(f"rounded_up(x, {step}): the step must be above 0")
    if isinstance(x, Expression) or isinstance(step, Expression):
        return node("rounded_up", x, step)
    return _rounded_up(x, step)


def _rounded_up(x: float, step: float) -> float:
    try:
        steps = math.ceil((x - TOLERANCE) / step)
        # as on a grid: in decimals, so that equal sizes are equal floats
        return float(steps * Decimal(str(step))) + 0.0 if step > 0 else math.nan
    except (ZeroDivisionError, OverflowError, ValueError):
        return math.nan


def _sqrt(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


def _divide(x: float, y: float) -> float:
    return x / y if y else math.nan


def _power(x: float, y: float) -> float:
    try:
        result = x ** y
    except (ZeroDivisionError, OverflowError):
        return math.nan
    return result if isinstance(result, (int, float)) else math.nan


_BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y, "/": _divide, "**": _power,
    "min": min, "max": max, "rounded_up": _rounded_up,
    # a comparison with "not a number" is False either way: what cannot be computed keeps no rule
    "<=": lambda x, y: x <= y + TOLERANCE, "<": lambda x, y: x < y - TOLERANCE,
    "==": lambda x, y: abs(x - y) <= TOLERANCE,
}
_UNARY: dict[str, Callable[[Any], Any]] = {
    "neg": lambda x: -x, "abs": abs, "sqrt": _sqrt, "not": lambda x: not x,
    "sin": lambda x: math.sin(math.radians(x)), "cos": lambda x: math.cos(math.radians(x)),
}


def compiled(whole: Expression) -> Test:
    """The expression as a function of anything that has the parameters as attributes."""
    return _compiled(whole, compiled)


def margin(whole: Expression) -> Test:
    """How far a condition is from its edge, in the unit of what it compares: 0 or more where it holds.

    Conditions without an edge (a flag, a choice) give plus or minus infinity.
    """
    op, args = whole.op, whole.args
    match op:
        case "<=" | "<":
            low, high = (compiled(arg) for arg in args)
            return lambda c: _or_never(high(c) - low(c))
        case "==":
            first, second = (compiled(arg) for arg in args)
            return lambda c: _or_never(-max(abs(first(c) - second(c)) - TOLERANCE, 0.0) + 0.0)
        case "and" | "or":
            one, two = (margin(arg) for arg in args)
            pick = min if op == "and" else max
            return lambda c: pick(one(c), two(c))
        case "not":
            inner = margin(args[0])
            return lambda c: -inner(c)
        case "if":
            condition, yes, no = compiled(args[0]), margin(args[1]), margin(args[2])
            return lambda c: yes(c) if condition(c) else no(c)
    truth = compiled(whole)
    return lambda c: math.inf if truth(c) else -math.inf


def _or_never(distance: float) -> float:
    """What cannot be computed keeps no rule, however little it is changed."""
    return -math.inf if math.isnan(distance) else distance


def reads(whole: Expression) -> frozenset[str]:
    """Dotted names that an expression depends on: "thickness", "alloy.density", "alloy"."""
    found, waiting, seen = set[str](), [whole], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if each.op in ("read", "is"):
            found.add(each.args[0])
        else:
            waiting += [arg for arg in each.args if isinstance(arg, Expression)]
    return frozenset(found)


def parameter(whole: Expression) -> str | None:
    """The one parameter that an expression depends on, "" if on none; None if on several, or if it holds a span or a limit.

    Asked of every node of large expressions, so it is kept with the node.
    """
    try:
        return whole.single
    except AttributeError:
        pass
    found: str | None = ""
    if whole.op in ("span", "limit"):
        found = None
    elif whole.op in ("read", "is"):
        found = str(whole.args[0]).partition(".")[0]
    else:
        for arg in whole.args:
            own = parameter(arg) if isinstance(arg, Expression) else ""
            if own is None or (found and own and found != own):
                found = None
                break
            found = found or own
    whole.single = found
    return found


def _compiled(whole: Expression, sub: Callable[[Expression], Test]) -> Test:
    op, args = whole.op, whole.args
    if op == "constant":
        value = args[0]
        return lambda c: value
    if op == "read":
        return attrgetter(args[0])
    if op == "is":
        of, option = attrgetter(args[0]), args[1]
        return lambda c: of(c) == option
    if op == "if":
        condition, yes, no = map(sub, args)
        return lambda c: yes(c) if condition(c) else no(c)
    if op == "and":
        first, second = map(sub, args)
        return lambda c: first(c) and second(c)
    if op == "or":
        first, second = map(sub, args)
        return lambda c: first(c) or second(c)
    if op in _UNARY:
        unary, only = _UNARY[op], sub(args[0])
        return lambda c: unary(only(c))
    binary, left, right = _BINARY[op], sub(args[0]), sub(args[1])
    return lambda c: binary(left(c), right(c))
