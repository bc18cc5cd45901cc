"""A customer at work on one product: what he chose himself, what followed, the answer to his last wish, undo and redo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.answers import Change, Explanation, Options, Way
from configurator.product.parameters import Number, plain
from configurator.product.problems import Refusal
from configurator.product.product import Product
from configurator.product.telling import told, told_change
from configurator.texts import LANGUAGES

_STEPS = 200
"""That can be undone."""


@dataclass(frozen=True)
class State:
    """What is undone and redone."""

    own: Mapping[str, Any]
    """What the customer chose himself, plain values, in the order in which he did."""
    product: Product


@dataclass(frozen=True)
class Answer:
    """To a wish: whether it can be had, why not, and the ways to get it."""

    name: str
    value: Any
    possible: bool
    reasons: tuple[Mapping[str, str], ...] = ()
    ways: tuple[Way, ...] = ()
    undecided: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    """The wished value in words; empty if it is none of the parameter's values."""


class Session:
    """Every method leaves a valid configuration behind, whatever is asked of it."""

    def __init__(self, template: type[Product], own: Mapping[str, Any] | None = None, product: Product | None = None) -> None:
        """`own` and `product`: where to begin, else with the defaults. InvalidChoice if `own` is not possible."""
        self.template = template
        kept = {name: plain(value) for name, value in (own or {}).items()}
        self._now = State(kept, product or template.space.complete(kept))
        self._past: list[State] = []
        self._future: list[State] = []
        self._options: tuple[State, Options] | None = None
        self.answer: Answer | None = None
        self.moved: tuple[Change, ...] = ()
        """What the last step changed beside what was asked for."""

    @property
    def product(self) -> Product:
        """The configuration on screen."""
        return self._now.product

    @property
    def own(self) -> Mapping[str, Any]:
        """What the customer chose himself."""
        return self._now.own

    @property
    def can_undo(self) -> bool:
        """Whether there is a step before."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return bool(self._future)

    def options(self) -> Options:
        """What every parameter can still be beside the customer's own choices."""
        if self._options is None or self._options[0] is not self._now:
            self._options = (self._now, self.template.space.options(dict(self._now.own)))
        return self._options[1]

    def choose(self, name: str, value: Any) -> None:
        """Take a value if it goes with the customer's other choices, what nobody chose following; else answer why not."""
        accepted = self._accepted(name, value)
        if accepted is None:
            return
        if accepted == self._now.own.get(name, _NOTHING):
            self.answer = None
            return
        own = {**{each: kept for each, kept in self._now.own.items() if each != name}, name: accepted}
        try:
            product = self.template.space.complete(own, near=self.product.choices)
        except InvalidChoice:
            self._explain(name, accepted)
            return
        self._step(State(own, product), {name})

    def ask(self, name: str, value: Any) -> None:
        """Answer whether and how a value can be had; nothing changes."""
        accepted = self._accepted(name, value)
        if accepted is not None:
            self._explain(name, accepted)

    def take(self, way: int) -> None:
        """Go a way of the last answer: the choices it gives up are no longer the customer's own, the wish is."""
        if self.answer is None or not 0 <= way < len(self.answer.ways):
            return
        chosen, name = self.answer.ways[way], self.answer.name
        choices = chosen.configuration.choices
        own = {each: choices[each] for each in self._now.own if each not in chosen.given_up and each != name}
        self._step(State({**own, name: choices[name]}, chosen.configuration), {name})

    def free(self, name: str) -> None:
        """A choice is no longer the customer's own; it follows the others again, from where its template has it."""
        if name not in self._now.own:
            return
        own = {each: kept for each, kept in self._now.own.items() if each != name}
        near = {**self.product.choices, name: plain(self.template.defaults()[name])}
        self._step(State(own, self.template.space.complete(own, near=near)), {name})

    def adopt(self, product: Product, own: Sequence[str] = ()) -> None:
        """Go on with another configuration of the same template; `own` of it count as the customer's own."""
        self._step(State({name: product.choices[name] for name in own if name in product.choices}, product), set())

    def reset(self) -> None:
        """Begin anew; this, too, can be undone."""
        self._step(State({}, self.template.space.complete({})), set())

    def forget(self, name: str) -> None:
        """What was given for a parameter is no more: it is as at the beginning, and no step leads back."""
        gone = self.product.choices[name]
        own = {each: kept for each, kept in self._now.own.items() if each != name}
        near = {**self.product.choices, name: plain(self.template.defaults()[name])}
        self._step(State(own, self.template.space.complete(own, near=near)), {name})
        self._past, self._future = ([each for each in states if each.product.choices[name] != gone]
                                    for states in (self._past, self._future))

    def undo(self) -> None:
        """The step before."""
        if self._past:
            self._future.append(self._now)
            self._go(self._past.pop(), set())

    def redo(self) -> None:
        """The step that was undone."""
        if self._future:
            self._past.append(self._now)
            self._go(self._future.pop(), set())

    def dismiss(self) -> None:
        """The answer was read."""
        self.answer = None

    def _step(self, state: State, asked: set[str]) -> None:
        self._past = [*self._past, self._now][-_STEPS:]
        self._future = []
        self._go(state, asked)

    def _go(self, state: State, asked: set[str]) -> None:
        before, after = self._now.product, state.product
        self.moved = tuple(told_change(self.template, name, getattr(before, name), getattr(after, name))
                           for name in self.template.parameters
                           if name not in asked and before.choices[name] != after.choices[name])
        self._now, self.answer = state, None

    def _accepted(self, name: str, value: Any) -> Any:
        """A plain value of the parameter; None, with an answer, if it is none of its values."""
        parameter = self.template.parameters.get(name)
        if parameter is None:
            return None
        try:
            return plain(parameter.accept(value))
        except Refusal as refusal:
            labels = {language: self.template.label(name, language) for language in LANGUAGES}
            problem = refusal.problem(name, labels)
            self.answer = Answer(name, value, False, (problem.sentences,), tuple(self._beside(name, value)))
            return None

    def _beside(self, name: str, value: Any) -> list[Way]:
        """For a number off its grid or beyond its ends: the nearest that can be had."""
        parameter = self.template.parameters[name]
        if not isinstance(parameter, Number):
            return []
        try:
            wish = float(value)
        except (TypeError, ValueError):
            return []
        if wish != wish or abs(wish) == float("inf"):  # noqa: PLR0124
            return []
        open_values = [float(each) for each in self.options()[name]]
        below = [each for each in open_values if each <= wish]
        above = [each for each in open_values if each > wish]
        ways = []
        for near in (*below[-1:], *above[:1]):
            own = {**{each: kept for each, kept in self._now.own.items() if each != name}, name: near}
            product = self.template.space.complete(own, near=self.product.choices)
            changes = [told_change(self.template, each, getattr(self.product, each), getattr(product, each))
                       for each in self.template.parameters if self.product.choices[each] != product.choices[each]]
            if changes:
                ways.append(Way(product, (), tuple(sorted(changes, key=lambda change: change.name != name))))
        return sorted(ways, key=lambda way: abs(way.configuration.choices[name] - wish))

    def _explain(self, name: str, value: Any) -> None:
        found: Explanation = self.template.space.explain(dict(self._now.own), {name: value}, near=self.product.choices)
        words = {language: told(self.template, name, self.template.parameters[name].accept(value), language)
                 for language in LANGUAGES}
        self.answer = Answer(name, value, found.possible, tuple(each.sentences for each in found.reasons), found.ways,
                             found.undecided, words)


_NOTHING = object()
