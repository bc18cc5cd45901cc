"""Wishes: conditions and quantities as a customer or a script writes them, "mass <= 60", read as a rule of the template.

What may be written is what a rule may use: parameters, derived values, attributes of a choice, numbers, comparison,
arithmetic, and, or, not. Nothing of it is run as a program.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from configurator.errors import RuleError, WishRefused
from configurator.space.expressions import Expression, expression, node, reads, sqrt

from .parameters import Choice, Flag, Number, Words
from .parts import Interface, derived, members
from .problems import shown
from .symbols import Symbols

if TYPE_CHECKING:
    from .product import Product

_ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow}
_COMPARED: dict[type, Callable[[Any, Any], Any]] = {
    ast.LtE: operator.le, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.Gt: operator.gt, ast.Eq: operator.eq,
    ast.NotEq: operator.ne}
_FUNCTIONS: dict[str, Callable[[Any], Any]] = {"sqrt": sqrt, "abs": abs}
_CONDITIONS = frozenset({"<=", "<", "==", "and", "or", "not", "is"})
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_LONGEST = 300
_NAMED = 8
"""Names that a refusal lists; a template has many more."""


@dataclass(frozen=True)
class Wish:
    """A condition that somebody wishes for, as it was written and as a rule."""

    text: str
    condition: Expression


def wish(template: type[Product], text: str) -> Wish:
    """A condition: "mass <= 60", "metal = Pt950 Ru", "one_piece = yes". WishRefused says what is wrong."""
    _check_length(text)
    left, equals, right = text.partition("=")
    name, value = left.strip(), right.removeprefix("=").strip().strip("\"'")
    parameter = template.parameters.get(name)
    if equals and isinstance(parameter, Choice):
        if value not in parameter.options:
            raise WishRefused(f"{text}: {name} has no option {shown(value)!r}; it has {', '.join(parameter.options)}")
        return Wish(text, Expression("is", name, value))
    if equals and isinstance(parameter, Flag) and value.lower() in _YES_OR_NO:
        chosen = Expression("read", name)
        return Wish(text, chosen if _YES_OR_NO[value.lower()] else expression(node("not", chosen)))
    if isinstance(template.parameters.get(text.strip()), Flag):
        return Wish(text, Expression("read", text.strip()))
    found = _read(template, text)
    if not _is_condition(found):
        raise WishRefused(f"{text}: this is a quantity; write what it shall be, for example {text.strip()} <= 60")
    return Wish(text, expression(found))


def quantity(template: type[Product], text: str) -> Expression:
    """Something that can be least or most: "mass", "case_diameter - opening". WishRefused says what is wrong."""
    found = _read(template, text)
    if isinstance(found, float) or (isinstance(found, Expression) and not reads(found)):
        raise WishRefused(f"{text}: this is the same for every configuration")
    if _is_condition(found) or not isinstance(found, Expression) or isinstance(template.parameters.get(text.strip()), Flag):
        raise WishRefused(f"{text}: this is no quantity; there are {listed(template, text)}")
    return found


def unit(template: type[Product], text: str) -> str:
    """Unit of a quantity where the template tells it: that of a parameter, mm or ° of a derived value; g of `mass`."""
    parameter = template.parameters.get(text.strip())
    if isinstance(parameter, Number):
        return parameter.unit
    found = members(template, derived).get(text.strip())
    if found is None:
        return ""
    return "g" if text.strip() == "mass" else {"Mm": "mm", "Degrees": "°"}.get(
        str(found.function.__annotations__.get("return")), "")


def listed(template: type[Product], name: str) -> str:
    """Quantities for a refusal: those that are spelled almost like `name`, else the first ones."""
    names = quantities(template)
    near = get_close_matches(name[:40], names, n=3) or ([name for name in ("mass",) if name in names] + names)
    left = len(names) - len(near[:_NAMED])
    return ", ".join(near[:_NAMED]) + (f" and {left} more" if left else "")


def quantities(template: type[Product]) -> list[str]:
    """Names that can be wished about: numbers that are chosen, then those that follow."""
    found = [name for name, each in template.parameters.items() if isinstance(each, Number)]
    symbols = Symbols(template)
    for name, each in members(template, derived).items():
        if isinstance(each, Interface):
            continue
        try:
            if isinstance(getattr(symbols, name), Expression) and not _is_condition(getattr(symbols, name)):
                found.append(name)
        except RuleError:  # words, tuples, and what cannot be traced
            continue
    return found


def _check_length(text: str) -> None:
    if len(text) > _LONGEST:
        raise WishRefused(f"a wish of {len(text)} characters is too long; at most {_LONGEST} are read")


def _read(template: type[Product], text: str) -> Any:
    _check_length(text)
    try:
        tree = ast.parse(_doubled(text).strip(), mode="eval")
        return _Reader(template, text).value(tree.body)
    except WishRefused:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise WishRefused(f"{text}: this cannot be read; write it like mass <= 60 or wrist = 165") from None
    except RuleError as error:
        raise WishRefused(f"{text}: {error}") from None
    except (TypeError, ZeroDivisionError, OverflowError) as error:
        raise WishRefused(f"{text}: this cannot be worked out ({error})") from None


def _doubled(text: str) -> str:
    """A single = as people write it, for ==."""
    found = ""
    for i, letter in enumerate(text):
        alone = letter == "=" and text[i - 1:i] not in ("<", ">", "=", "!") and text[i + 1:i + 2] != "="
        found += "==" if alone else letter
    return found


def _is_condition(value: Any) -> bool:
    if not isinstance(value, Expression):
        return isinstance(value, bool)
    return value.op in _CONDITIONS or (value.op == "constant" and isinstance(value.args[0], bool))


class _Reader:
    def __init__(self, template: type[Product], text: str) -> None:
        self._template, self._text, self._symbols = template, text, Symbols(template)

    def value(self, tree: ast.expr) -> Any:
        match tree:
            case ast.Constant(value=bool() | float() | str() as value):
                return value
            case ast.Constant(value=int() as value):  # a power of whole numbers would have as many digits as it likes
                return float(value)
            case ast.Name(id=name):
                return self._named(name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if not attribute.startswith("_"):
                return getattr(self._named(name), attribute)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -self.value(inner)
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return node("not", self.value(inner))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
                return _ARITHMETIC[type(op)](self.value(left), self.value(right))
            case ast.BoolOp(op=op, values=values):
                joined = self.value(values[0])
                for each in values[1:]:
                    joined = node("and" if isinstance(op, ast.And) else "or", joined, self.value(each))
                return joined
            case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARED for op in ops):
                sides = [self.value(each) for each in (left, *others)]
                parts = [_COMPARED[type(op)](one, two) for op, one, two in zip(ops, sides, sides[1:], strict=False)]
                joined = parts[0]
                for each in parts[1:]:
                    joined = node("and", joined, each)
                return joined
            case ast.Call(func=ast.Name(id=name), args=[inner], keywords=[]) if name in _FUNCTIONS:
                return _FUNCTIONS[name](self.value(inner))
        raise WishRefused(f"{self._text}: {ast.unparse(tree)} has no place in a wish; write it like mass <= 60")

    def _named(self, name: str) -> Any:
        parameter = self._template.parameters.get(name)
        if parameter is None and name not in members(self._template, derived):
            raise WishRefused(f"{self._text}: there is no quantity {shown(name)!r}; there are {listed(self._template, name)}")
        if isinstance(parameter, Words):
            raise WishRefused(f"{self._text}: {name} is a text; set it, for wishes are about what can be measured")
        return getattr(self._symbols, name)
