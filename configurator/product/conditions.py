"""Conditions on the parameters: rules that forbid, and notices that tell."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple, Self

from configurator.errors import TemplateError

from .tables import GRADES


class Notice(NamedTuple):
    """A notice that applies to a configuration, filled in for it."""

    name: str
    sentence: str
    source: str
    grade: str


class Condition:
    """Decorator of a condition on the parameters. Its docstring is a sentence to the customer.

    Plain or with arguments, `(source="...", grade="C")`. In the sentence `{thickness}`, `{alloy.min_wall}` are filled in.
    """

    kind: ClassVar[str]
    purpose: ClassVar[str]
    expression: Any
    holds: Callable[[Any], bool]
    margin: Callable[[Any], float]
    scope: frozenset[str]
    """Names of the parameters that it depends on."""
    name: str = ""

    def __init__(self, function: Callable[[Any], bool] | None = None, *, source: str = "", grade: str = "design") -> None:
        if grade not in GRADES:
            raise TemplateError(f"grade {grade!r} of a {self.kind} is not one of {', '.join(GRADES)}")
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
            raise TemplateError(f"{owner.__name__}.{name}: a {self.kind} needs a docstring, one sentence that tells the "
                                f"customer {self.purpose} (python -OO strips docstrings and cannot run Lot One)")


class rule(Condition):  # noqa: N801 - a decorator
    """Decorator of a condition that every configuration keeps; its sentence says what it protects."""

    kind, purpose = "rule", "what it protects"


class notice(Condition):  # noqa: N801 - a decorator
    """Decorator of a condition that forbids nothing: where it is true, its sentence is told."""

    kind, purpose = "notice", "what to know"
