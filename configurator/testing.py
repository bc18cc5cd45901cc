"""For tests of templates: valid configurations for hypothesis, which is needed by who calls this, and by nothing else here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import InvalidChoice
from .product.indexing import Index
from .product.parameters import Words, plain
from .product.product import Product
from .space.model import Model
from .space.remaining import Undecided

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

P = TypeVar("P", bound=Product)


def configurations(template: type[P], fixed: Mapping[str, Any] | None = None) -> SearchStrategy[P]:
    """Any valid configuration that keeps the choices of `fixed`. It shrinks towards the defaults, parameter by parameter.

    Each parameter becomes what is nearest to a wish among exactly what the ones before it leave, so that no example is thrown
    away and the edges of rules are met often. InvalidChoice, when the first example is asked for, if `fixed` cannot be had.
    ModuleNotFoundError without hypothesis.
    """
    try:
        from hypothesis import strategies
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("configurator.testing needs hypothesis: pip install hypothesis", name=error.name) from None
    return strategies.deferred(lambda: _strategy(template, dict(fixed or {})))


def _strategy(template: type[P], fixed: dict[str, Any]) -> SearchStrategy[P]:
    from hypothesis.strategies import composite

    space = _Space(template, fixed)

    @composite
    def drawn(draw: DrawFn) -> P:
        # What is drawn never depends on what was drawn before, only what is made of it: so every part of an example shrinks.
        wanted = {name: draw(space.wishes(name)) for name in space.free}
        return space.configuration(wanted)

    return drawn()


class _Space(Generic[P]):
    """A design space in which wishes that are impossible become the nearest that is possible, one parameter after the other."""

    def __init__(self, template: type[P], fixed: dict[str, Any]) -> None:
        accepted, problems = template.accept(fixed)
        if problems:
            raise InvalidChoice(template.template or template.__name__, problems)
        self.template = template
        self._texts = {name for name, each in template.parameters.items() if isinstance(each, Words)}
        self._index = Index(template.parameters, [(name, str(accepted[name])) for name, each in template.parameters.items()
                                                  if each.endless and str(accepted[name])])
        self._model = Model(self._index.variables, {rule.name: rule.expression for rule in template.rules})
        self._start = tuple(self._index.of(name, accepted[name]) for name in self._model.names)
        self._nearest = {name: [k for _, k in sorted(zip(steps, range(len(steps)), strict=True))]
                         for name, steps in self._index.steps(self._start).items()}
        self._rank = {name: {k: rank for rank, k in enumerate(order)} for name, order in self._nearest.items()}
        self._kept = {name: (self._start[self._model.at[name]],) for name in fixed}
        self.free = [name for name in self._model.names if name not in fixed]
        if self._model.solve(self._kept, self._start) is None:
            template.space.complete(fixed)  # says which choices and rules do not go together

    def wishes(self, name: str) -> SearchStrategy[Any]:
        """Any value of a parameter by its number, the default first; of a text any words."""
        from hypothesis.strategies import just, sampled_from, text

        if name not in self._texts:
            return sampled_from(self._nearest[name])
        letters = sorted({letter for each in self.template.parameters[name].candidates() for letter in each})
        longest = max(len(each) for each in self._values(name))
        return just(self._values(name)[self._nearest[name][0]]) | text(letters, max_size=longest).map(str.strip)

    def configuration(self, wanted: Mapping[str, Any]) -> P:
        """The configuration for some wishes, one for each free parameter."""
        from hypothesis import reject

        box = dict(self._kept)
        for name in self.free:
            try:
                found = self._model.remaining(box, self._start, [name])
            except Undecided:
                reject()
            assert found is not None  # what is kept and chosen so far belongs to a valid point
            box[name] = (min(found.values[name], key=partial(self._far, name, wanted[name])),)
        made = self.template(**{name: plain(self._values(name)[box[name][0]]) for name in self._model.names})
        for name in self._texts & set(self.free):
            try:
                made = made.model_copy(update={name: wanted[name][:len(getattr(made, name))].strip()})
            except InvalidChoice:  # too wide, say: the text that was tried for this length stays
                continue
        return made

    def _far(self, name: str, wanted: Any, k: int) -> tuple[int, int]:
        """How far a value is from the one that is wanted; of two that are as far, the one nearer to the default is nearer."""
        rank = self._rank[name]
        if name in self._texts:
            return abs(len(self._values(name)[k]) - len(wanted)), rank[k]
        return abs(k - wanted) if self._model.variables[self._model.at[name]].ordered else abs(rank[k] - rank[wanted]), rank[k]

    def _values(self, name: str) -> tuple[Any, ...]:
        return self._model.variables[self._model.at[name]].values
