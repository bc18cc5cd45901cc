"""Members of a template that say how it is made: derived values, features, parts, interfaces, bought items."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from types import MethodType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, NamedTuple, ParamSpec, Self, TypeVar, overload

from configurator.errors import TemplateError

from .measured import Expectation
from .placement import Placement
from .tables import Option

if TYPE_CHECKING:
    from .product import Product

P = ParamSpec("P")
V = TypeVar("V")


class Item(NamedTuple):
    """A standard component that is bought."""

    name: str
    quantity: int = 1
    description: str = ""
    standard: str = ""
    supplier: str = ""


class derived(Generic[V]):  # noqa: N801 - a decorator
    """Decorator of a method: a value that follows from parameters, read like one (`self.bore`)."""

    name: str = ""

    def __init__(self, function: Callable[[Any], V]) -> None:
        self.function, self.__doc__ = function, function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> Self | V:
        return self if instance is None else self.function(instance)


class feature(Generic[P, V]):  # noqa: N801 - a decorator
    """Decorator of a method: geometry with a memory of its own, made again only when something it read has changed."""

    name: str = ""

    def __init__(self, function: Callable[Concatenate[Any, P], V]) -> None:
        self.function, self.__doc__ = function, function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Callable[P, V]: ...
    def __get__(self, instance: object | None, owner: type) -> Self | Callable[P, V]:
        return self if instance is None else MethodType(self.function, instance)


class Part(feature[[], V]):
    """One piece of one material: a shape, and as many placements as there are pieces."""

    def __init__(self, function: Callable[[Any], V], material: Option | str, process: Option | str, label: str,
                 treatment: str) -> None:
        super().__init__(function)
        self.material, self.process, self.label, self.treatment = material, process, label, treatment
        self.placements: Callable[[Any], Sequence[Placement]] = lambda product: (Placement(),)
        self.expectation: Callable[[Any], Expectation] | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        super().__set_name__(owner, name)
        self.label = self.label or name.replace("_", " ").capitalize()

    def place(self, function: Callable[[Any], Sequence[Placement]]) -> Callable[[Any], Sequence[Placement]]:
        """Decorator: says where the pieces sit. No placement, no piece."""
        self.placements = function
        return function

    def expect(self, function: Callable[[Any], Expectation]) -> Callable[[Any], Expectation]:
        """Decorator: says in closed form what the solid must measure; checked at every build."""
        self.expectation = function
        return function

    def copied(self) -> Part[V]:
        """The same part, to be bound to another template."""
        own = Part(self.function, self.material, self.process, self.label, self.treatment)
        own.name, own.placements, own.expectation = self.name, self.placements, self.expectation
        return own


def part(*, material: Option | str, process: Option | str, label: str = "",
         treatment: str = "") -> Callable[[Callable[[Any], V]], Part[V]]:
    """Decorator of a method that makes a solid.

    `material` and `process` are a value, or the parameter of the template that chooses it (by name in a subclass).
    `treatment` is a value or the name of the parameter that chooses it.
    """
    return lambda function: Part(function, material, process, label, treatment)


class bought(derived[Sequence[Item]]):  # noqa: N801 - a decorator
    """Decorator of a method that says which standard components are needed."""


class Interface(derived[float]):
    """Where two parts overlap on purpose; the method says by how much, mm3 over all pieces of both."""

    def __init__(self, function: Callable[[Any], float], parts: tuple[str, str], kind: str) -> None:
        super().__init__(function)
        self.parts, self.kind = parts, kind


def interface(first: str, second: str, *, kind: str) -> Callable[[Callable[[Any], float]], Interface]:
    """Decorator of a method: parts `first` and `second` overlap on purpose (a thread, a press fit, a gasket).

    The method returns the common volume in mm3 in closed form. What is not declared must not overlap.
    """
    return lambda function: Interface(function, (first, second), kind)


class rule:  # noqa: N801 - a decorator
    """Decorator of a condition on the parameters. Its docstring says to the customer, in one sentence, what it protects.

    `@rule` or `@rule(source="...", grade="C")`. In the sentence `{thickness}`, `{alloy.min_wall}` are filled in.
    """

    expression: Any
    holds: Callable[[Any], bool]
    margin: Callable[[Any], float]
    scope: frozenset[str]
    """Names of the parameters that the rule depends on."""
    name: str = ""

    def __init__(self, function: Callable[[Any], bool] | None = None, *, source: str = "", grade: str = "design") -> None:
        self.source, self.grade = source, grade
        if function is not None:
            self._take(function)

    def _take(self, function: Callable[[Any], bool]) -> None:
        self.function = function
        self.sentence = " ".join(inspect.cleandoc(function.__doc__ or "").split())

    def __call__(self, function: Callable[[Any], bool]) -> Self:
        """With arguments: `@rule(source=...)`."""
        self._take(function)
        return self

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        if not self.sentence:
            raise TemplateError(f"{owner.__name__}.{name}: a rule needs a docstring, one sentence that tells the "
                                "customer what it protects (python -OO strips docstrings and cannot run Lot One)")


def members(template: type[Product], kind: type[V]) -> dict[str, V]:
    """Members of that kind by name, bases first, as the template sees them (an override replaces)."""
    found: dict[str, Any] = {}
    for base in reversed(template.__mro__):
        for name, member in vars(base).items():
            if isinstance(member, kind):
                found[name] = member
            elif name in found:
                del found[name]
    return found
