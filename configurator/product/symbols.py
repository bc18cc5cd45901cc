"""Stand-ins: what takes the place of `self` while a template's method is traced or recorded."""

from __future__ import annotations

import inspect
from functools import cache, partial
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from configurator.errors import RuleError
from configurator.space.expressions import Expression, node
from configurator.space.tracing import trace
from configurator.standards.fonts import Font

from .lettering import not_offered
from .parameters import Choice, Parameter, Words
from .parts import derived, feature
from .scanned import Scanned
from .scans import NUMBERS
from .tables import Figures, Option

if TYPE_CHECKING:
    from .limb import Limb
    from .product import Product


class StandIn:
    """Takes the place of `self`. What is no parameter is looked up on the template and bound to the stand-in."""

    __slots__ = ("_template",)
    _template: type[Product]

    def __getattr__(self, name: str) -> Any:
        found = _lookup(self._template, name)
        if isinstance(found, Parameter):
            return self._parameter(name, found)
        if isinstance(found, derived):
            return self._derived(found)
        if isinstance(found, feature):
            return partial(self._feature, found)
        if isinstance(found, Figures):
            return self._figures(name, found)
        if isinstance(found, (staticmethod, classmethod)):
            return getattr(self._template, name)
        if isinstance(found, property):
            return found.__get__(self)
        return MethodType(found, self) if isinstance(found, FunctionType) else found

    @property  # so that isinstance() and super() see the template
    def __class__(self) -> type:
        return self._template

    @__class__.setter
    def __class__(self, value: type) -> None: ...

    def _parameter(self, name: str, parameter: Parameter) -> Any:
        raise NotImplementedError

    def _derived(self, found: derived[Any]) -> Any:
        return found.function(self)

    def _figures(self, name: str, figures: Figures) -> Any:  # noqa: ARG002
        return figures

    def _feature(self, step: feature[Any, Any], *args: Any, **named: Any) -> Any:  # noqa: ARG002
        raise RuleError(f"{step.name}: geometry has no place in a rule or a derived value")


@cache
def _lookup(template: type[Product], name: str) -> object:
    found = template.parameters.get(name)
    return found if found is not None else inspect.getattr_static(template, name)


class Symbols(StandIn):
    """What a rule sees while it is traced."""

    __slots__ = ()

    def __init__(self, template: type[Product]) -> None:
        self._template = template

    def _parameter(self, name: str, parameter: Parameter) -> Any:
        if isinstance(parameter, Choice):
            return OptionSymbol(name, parameter)
        if isinstance(parameter, Scanned):
            return ScanSymbol(name)
        return TextSymbol(name, parameter) if isinstance(parameter, Words) else Expression("read", name)

    def _derived(self, found: derived[Any]) -> Any:
        try:
            return _joined(self._template, found)
        except RuleError:  # not one number: a tuple, a word, or an error that is better told where it is read
            return found.function(self)


@cache
def _joined(template: type[Product], found: derived[Any]) -> Expression:
    """A derived value traced by itself: its ways are joined, and do not multiply those of the rules that read it."""
    return trace(found.function, Symbols(template))


class _Symbol:
    """What a rule sees of something that is no number, by its name."""

    __slots__ = ("_name",)
    _name: str
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return self._name

    def __str__(self) -> str:
        raise RuleError(f"{self._name}: a rule may not turn it into a word; compare it with ==")


class OptionSymbol(_Symbol):
    """What a rule sees of a choice: its numbers, and whether it is this or that option."""

    __slots__ = ("_choice",)
    __hash__ = None

    def __init__(self, name: str, choice: Choice[Any]) -> None:
        self._name, self._choice = name, choice

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):
            raise AttributeError(attribute)
        values = [getattr(option, attribute) for option in self._choice.options.values()]
        if all(isinstance(value, (bool, int, float)) for value in values):
            return Expression("read", f"{self._name}.{attribute}")
        if all(isinstance(value, str) for value in values):
            return WordSymbol(f"{self._name}.{attribute}")
        raise RuleError(f"{self._name}.{attribute} is not a number, a yes/no or a word in every row")

    def __eq__(self, other: object) -> Any:
        if isinstance(other, (_Symbol, Expression)):
            raise RuleError(f"{self._name} is compared with {other!r}; compare an attribute of both")
        if str(other) not in self._choice.options and str(other) not in self._choice.options.withheld:
            raise RuleError(f"{self._name} has no option {str(other)!r}; it has {', '.join(self._choice.options)}")
        return Expression("is", self._name, other.name if isinstance(other, Option) else str(other))

    def __ne__(self, other: object) -> Any:
        return node("not", self == other)

    def __bool__(self) -> bool:
        raise RuleError(f"{self._name} is a choice and has no truth value; compare it with ==")


class WordSymbol(_Symbol):
    """A word in a table, as a rule sees it: it can be compared with == and != only."""

    __slots__ = ()
    __hash__ = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __eq__(self, other: object) -> Any:
        if isinstance(other, (_Symbol, Expression)):
            raise RuleError(f"{self._name} is compared with {other!r}; compare a word with a word that stands in the rule")
        return Expression("is", self._name, str(other))

    def __ne__(self, other: object) -> Any:
        return node("not", self == other)

    def __bool__(self) -> bool:
        raise RuleError(f"{self._name} is a word and has no truth value in a rule; compare it with ==")


class TextSymbol(_Symbol):
    """What a rule sees of a text: how long it is and how wide it is set."""

    __slots__ = ("_words",)
    __hash__ = None
    _numbers = ("length", "width", "rise", "fall")

    def __init__(self, name: str, words: Words) -> None:
        self._name, self._words = name, words

    def __getattr__(self, attribute: str) -> Expression:
        if attribute not in self._numbers:
            raise RuleError(f"a rule may ask a text for {', '.join(self._numbers)}, not for {attribute!r}")
        return Expression("read", f"{self._name}.{attribute}")

    def set_in(self, font: object) -> SetTextSymbol:
        """The text in one of its fonts."""
        if not isinstance(font, Font) or font not in self._words.fonts:
            raise RuleError(f"self.{self._name}.{not_offered(font, self._words.fonts)}")
        return SetTextSymbol(f"{self._name}.by_font.{font.name}")

    def __len__(self) -> int:
        raise RuleError(f"write self.{self._name}.length in a rule, not len(self.{self._name})")

    def __eq__(self, other: object) -> Any:
        if other == "":
            return node("==", Expression("read", f"{self._name}.length"), 0)
        raise RuleError(f"a rule cannot compare the text {self._name} with {other!r}; ask for its length or width")

    def __ne__(self, other: object) -> Any:
        return node("not", self == other)

    def __bool__(self) -> bool:
        return bool(node("<", 0, Expression("read", f"{self._name}.length")))


class SetTextSymbol:
    """What a rule sees of a text that is set in one font: its measures."""

    __slots__ = ("_name",)
    _numbers = ("width", "rise", "fall")

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Expression:
        if attribute not in self._numbers:
            raise RuleError(f"a rule may ask a text that is set for {', '.join(self._numbers)}, not for {attribute!r}")
        return Expression("read", f"{self._name}.{attribute}")


class ScanSymbol(_Symbol):
    """What a rule sees of a scan: whether there is one, and its numbers."""

    __slots__ = ()
    __hash__ = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Expression:
        if attribute not in NUMBERS:
            raise RuleError(f"a rule may ask a scan for {', '.join(NUMBERS)}, not for {attribute!r}")
        return Expression("read", f"{self._name}.{attribute}")

    def __eq__(self, other: object) -> Any:
        if other == "":
            return node("not", self.given)
        raise RuleError(f"a rule cannot compare the scan {self._name} with {other!r}; ask for its numbers")

    def __ne__(self, other: object) -> Any:
        return node("not", self == other)

    def __bool__(self) -> bool:
        return bool(self.given)


class Glance:
    """A choice or a table of figures as a recorded method sees it. Reading `movement.height` notes the height only."""

    __slots__ = ("_name", "_recorder", "_row")

    def __init__(self, recorder: Any, name: str, row: Any) -> None:
        self._recorder, self._name, self._row = recorder, name, row

    def __getattr__(self, attribute: str) -> Any:
        return self._recorder._read(f"{self._name}.{attribute}", getattr(self._row, attribute))

    def _whole(self) -> Any:
        return self._recorder._read(self._name, self._row)

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == other)

    def __hash__(self) -> int:
        return hash(self._whole())

    def __str__(self) -> str:
        return str(self._whole())


class ScanGlance(Glance):
    """A scan as a recorded method sees it. Who reads the limb has read the scan, by its hash."""

    __slots__ = ()

    @property
    def limb(self) -> Limb:
        """The limb itself."""
        found: Limb = self._whole().limb
        return found

    def __bool__(self) -> bool:
        return bool(self.given)
