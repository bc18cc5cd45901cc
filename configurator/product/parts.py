"""Members of a template that say how it is made: derived values, features, parts, interfaces, bought items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MethodType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, NamedTuple, ParamSpec, Self, TypeVar, overload

from .characteristics import Characteristic
from .followed import Followed
from .measured import Expectation
from .placement import Placement
from .tables import Option

if TYPE_CHECKING:
    from .product import Product

P = ParamSpec("P")
V = TypeVar("V")
BOUGHT = "bought"
"""Process of a part that is drawn but not made."""


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
        self.item_of: Callable[[Any], Item] | None = None
        self.characteristics: Callable[[Any], Sequence[Characteristic]] | None = None
        self.followed: Callable[[Any], Followed | None] | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        super().__set_name__(owner, name)
        self.label = self.label or name.replace("_", " ").capitalize()

    @property
    def is_bought(self) -> bool:
        """Whether it is a component that is bought: drawn where it sits, and made by somebody else."""
        return self.item_of is not None

    def place(self, function: Callable[[Any], Sequence[Placement]]) -> Callable[[Any], Sequence[Placement]]:
        """Decorator: says where the pieces sit. No placement, no piece."""
        self.placements = function
        return function

    def expect(self, function: Callable[[Any], Expectation]) -> Callable[[Any], Expectation]:
        """Decorator: says in closed form what the solid must measure; checked at every build."""
        self.expectation = function
        return function

    def controls(self, function: Callable[[Any], Sequence[Characteristic]]) -> Callable[[Any], Sequence[Characteristic]]:
        """Decorator: says what is controlled of the part, in the order in which it is numbered; checked at every build.

        Drawing, STEP file and inspection sheet print these characteristics.
        """
        self.characteristics = function
        return function

    def follows(self, function: Callable[[Any], Followed | None]) -> Callable[[Any], Followed | None]:
        """Decorator: says which limb the outer skin of the part is meant to follow, and how far outside of it.

        How far it is off is measured at every build, shown by colours in the viewer, and stands in the package. None: this
        configuration follows nothing.
        """
        self.followed = function
        return function

    def item(self, function: Callable[[Any], Item]) -> Callable[[Any], Item]:
        """Decorator: the part is bought, not made; says what is ordered. How many follows from the placements."""
        self.item_of = function
        return function

    def copied(self) -> Part[V]:
        """The same part, to be bound to another template."""
        own = Part(self.function, self.material, self.process, self.label, self.treatment)
        own.name, own.placements, own.expectation = self.name, self.placements, self.expectation
        own.item_of, own.characteristics, own.followed = self.item_of, self.characteristics, self.followed
        return own


def part(*, material: Option | str, process: Option | str, label: str = "",
         treatment: str = "") -> Callable[[Callable[[Any], V]], Part[V]]:
    """Decorator of a method that makes a solid.

    `material` and `process` are a value, or the parameter of the template that chooses it (by name in a subclass).
    `treatment` is a value or the name of the parameter that chooses it. A part with an `item` has the process "bought",
    and its material may be a Look, which has no density.
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
