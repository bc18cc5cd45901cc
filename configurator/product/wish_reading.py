"""Reading wishes: an expression as people write it, worked out on the symbols of a template. Nothing of it is run."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

from configurator.errors import RuleError, WishRefused
from configurator.space.expressions import cos, node, sin, sqrt

from .parameters import Choice, Words
from .parts import derived, members
from .problems import shown
from .quantities import NAMED, is_condition, listed
from .scanned import Scanned
from .symbols import OptionSymbol, ScanSymbol, Symbols, WordSymbol

if TYPE_CHECKING:
    from .product import Product

_ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow}
_COMPARED: dict[type, Callable[[Any, Any], Any]] = {
    ast.LtE: operator.le, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.Gt: operator.gt, ast.Eq: operator.eq,
    ast.NotEq: operator.ne}
_FUNCTIONS: dict[str, Callable[[Any], Any]] = {"sqrt": sqrt, "abs": abs, "sin": sin, "cos": cos}
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_SIGNS = {"\N{LESS-THAN OR EQUAL TO}": "<=", "\N{GREATER-THAN OR EQUAL TO}": ">=", "\N{NOT EQUAL TO}": "!=", "=<": "<=",
          "=>": ">="}
_COMMA = re.compile(r"(\d),(\d)")
_WITH_UNIT = re.compile(r"\d\s*[^\W\d_][^\W\d_/\u00b3\u00b2]*\s*$|[\u00b0%]\s*$")
_LONGEST = 300


def check_length(text: str) -> None:
    """WishRefused if it is not worth reading."""
    if not isinstance(text, str):
        raise WishRefused(f"{shown(text)}: a wish is written as a text, like 'mass <= 60'")
    if len(text) > _LONGEST:
        raise WishRefused(f"a wish of {len(text)} characters is too long; at most {_LONGEST} are read")
    if not text.strip():
        raise WishRefused("an empty wish cannot be read; write it like mass <= 60 or wrist = 165")


def read(template: type[Product], text: str) -> Any:
    """What is written: an expression, a number, a truth value, or the symbol of a choice. WishRefused says what is wrong."""
    check_length(text)
    try:
        tree = ast.parse(_doubled(text).strip(), mode="eval")
        return _Reader(template, text).value(tree.body)
    except WishRefused:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise WishRefused(f"{text}: this cannot be read; {_how(text)}") from None
    except RuleError as error:
        raise WishRefused(f"{text}: {error}") from None
    except (TypeError, ZeroDivisionError, OverflowError) as error:
        raise WishRefused(f"{text}: this cannot be worked out ({error})") from None


def _how(text: str) -> str:
    """What to do about a wish that is written as people write, and not as it is read."""
    if _COMMA.search(text):
        return "write decimals with a point: " + _COMMA.sub(r"\1.\2", text).strip()
    if _WITH_UNIT.search(text) and text.rsplit(maxsplit=1)[-1] not in ("and", "or", "not"):
        return "write the number without its unit, like mass <= 60"
    return "write it like mass <= 60 or wrist = 165"


def _doubled(text: str) -> str:
    """A single = as people write it, for ==; signs that are no program's for those that are."""
    for sign, read in _SIGNS.items():
        text = text.replace(sign, read)
    found = ""
    for i, letter in enumerate(text):
        alone = letter == "=" and text[i - 1:i] not in ("<", ">", "=", "!") and text[i + 1:i + 2] != "="
        found += "==" if alone else letter
    return found


class _Reader:
    def __init__(self, template: type[Product], text: str) -> None:
        self._template, self._text, self._symbols = template, text, Symbols(template)

    def value(self, tree: ast.expr) -> Any:  # noqa: PLR0912 - one case for each kind of node
        match tree:
            case ast.Constant(value=bool() | float() | str() as value):
                return value
            case ast.Constant(value=int() as value):  # a power of whole numbers would have as many digits as it likes
                return float(value)
            case ast.Name(id=name):
                if isinstance(self._template.parameters.get(name), Scanned):
                    raise WishRefused(f"{self._text}: {name} is a scan; set it, or wish for one of its numbers, like "
                                      f"{name}.height")
                return self._named(name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if not attribute.startswith("_"):
                return self._attribute(name, attribute)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -self._numbers(inner)[0]
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return node("not", self.value(inner))
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.value(inner)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
                return _ARITHMETIC[type(op)](*self._numbers(left, right))
            case ast.BoolOp(op=op, values=values):
                return reduce(partial(node, "and" if isinstance(op, ast.And) else "or"), map(self.value, values))
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[ast.Tuple() | ast.List() as several]):
                found = reduce(partial(node, "or"), [False, *(self._compared(ast.Eq(), left, each) for each in several.elts)])
                return node("not", found) if isinstance(op, ast.NotIn) else found
            case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARED for op in ops):
                sides = [left, *others]
                return reduce(partial(node, "and"), map(self._compared, ops, sides, others))
            case ast.Call(func=ast.Name(id=name), args=[inner], keywords=[]) if name in _FUNCTIONS:
                return _FUNCTIONS[name](*self._numbers(inner))
            case ast.Call(func=ast.Name(id="min" | "max" as name), args=[_, _, *_] as several, keywords=[]):
                return reduce(partial(node, name), self._numbers(*several))
        if _COMMA.search(self._text):
            raise WishRefused(f"{self._text}: this cannot be read; {_how(self._text)}")
        raise WishRefused(f"{self._text}: {ast.unparse(tree)} has no place in a wish; write it like mass <= 60")

    def _compared(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> Any:
        if isinstance(op, (ast.Eq, ast.NotEq)):
            sides = [None if self._is_word(each) else self.value(each) for each in (left, right)]
            if any(isinstance(each, (OptionSymbol, WordSymbol)) for each in sides):  # what is no name is the word itself
                sides = [ast.unparse(tree) if each is None else each for tree, each in zip((left, right), sides, strict=True)]
                if isinstance(sides[0], str):
                    sides.reverse()
                return _COMPARED[type(op)](*sides)
            flags = [each for each in sides if each is not None and is_condition(self._template, each)]
            if flags and any(each is None for each in sides):
                raise WishRefused(f"{self._text}: this is either yes or no; write = yes or = no")
        return _COMPARED[type(op)](*self._numbers(left, right))

    def _is_word(self, tree: ast.expr) -> bool:
        return isinstance(tree, ast.Name) and not self._is_known(tree.id) and tree.id.lower() not in _YES_OR_NO

    def _numbers(self, *trees: ast.expr) -> Sequence[Any]:
        """Their values. WishRefused if one is no number."""
        found = [self.value(tree) for tree in trees]
        for tree, each in zip(trees, found, strict=True):
            if isinstance(each, (OptionSymbol, WordSymbol, str)):
                raise WishRefused(f"{self._text}: {ast.unparse(tree)} is no number; choices and words are compared with = "
                                  "or !=")
        return found

    def _attribute(self, name: str, attribute: str) -> Any:
        whole = self._named(name)
        if isinstance(whole, ScanSymbol):
            return getattr(whole, attribute)
        if not isinstance(whole, OptionSymbol):
            raise WishRefused(f"{self._text}: {name} has no attributes; write {name} alone")
        parameter = self._template.parameters.get(whole._name)
        options = list(parameter.options.values()) if isinstance(parameter, Choice) else []
        if not all(isinstance(getattr(each, attribute, None), (bool, int, float, str)) for each in options):
            names = [each for each in type(options[0]).model_fields if each not in ("name", "label", "grade", "source")]
            near = get_close_matches(attribute[:40], names, n=NAMED) or names
            raise WishRefused(f"{self._text}: {name} has no attribute {shown(attribute)!r}; it has {', '.join(near[:NAMED])}")
        return getattr(whole, attribute)

    def _is_known(self, name: str) -> bool:
        return name in self._template.parameters or name in members(self._template, derived)

    def _named(self, name: str) -> Any:
        parameter = self._template.parameters.get(name)
        if not self._is_known(name):
            if name.lower() in _YES_OR_NO:
                return _YES_OR_NO[name.lower()]
            raise WishRefused(f"{self._text}: there is no quantity {shown(name)!r}; there are {listed(self._template, name)}")
        if isinstance(parameter, Words):
            raise WishRefused(f"{self._text}: {name} is a text; set it, for wishes are about what can be measured")
        return getattr(self._symbols, name)
