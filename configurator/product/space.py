"""The design space of a template, asked in the words of its parameters: what is left, why not, and how to get it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from configurator.errors import InvalidChoice, WishRefused
from configurator.space.auditing import Audit, audited
from configurator.space.conflicts import Conflict, reasons
from configurator.space.expressions import Expression
from configurator.space.model import Box, Model, Point
from configurator.space.nearest import Nearest, closest, nearest, releases
from configurator.space.optimum import Optimum, least
from configurator.space.remaining import Undecided
from configurator.space.sampling import Covering, Estimate, at_random, covering, ends, how_many
from configurator.space.ties import drawn_back

from .answers import Change, Explanation, Margin, Options, Pairwise, Reason, Solution, Way
from .indexing import Index
from .margins import margins
from .parameters import Words, plain
from .reasoning import problem, reason, undecided
from .telling import told_change
from .wishes import quantity, wish

if TYPE_CHECKING:
    from .product import Product

_WAYS = 3
_TRIED = 8
_MODELS = 8
_SOUGHT = "what is sought"
_USEFUL = 1.0
"""A bound that is further from the best value than this share of it tells nobody anything."""
Choices = Mapping[str, Any]


class Space:
    """Everything that can be asked of a template's design space. Made once for a template; safe in several threads."""

    def __init__(self, template: type[Product]) -> None:
        self.template = template
        self._models: OrderedDict[tuple[tuple[str, str], ...], tuple[Model, Index]] = OrderedDict()
        self._tabled: dict[Any, list[float]] = {}
        self._lock = Lock()

    def options(self, fixed: Choices | None = None) -> Options:
        """What every parameter can still be, with the choices of `fixed` kept; exactly.

        Of a parameter in `fixed`: what it could be changed to while the other choices stay. If `fixed` itself is not
        possible, nothing is left. InvalidChoice if a choice is none of its parameter's values.
        """
        kept = self._accepted(fixed)
        model, index = self._model(kept)
        wish = self._point(index, kept)
        box = self._box(index, kept)
        try:
            found = model.remaining(box, wish, released=kept)
        except Undecided:
            found, unknown = None, tuple(name for name in model.names if name not in kept)
        else:
            unknown = ()
        if found is not None:
            return Options(*({name: self._shown(index, name, part[name]) for name in model.names if name in part}
                             for part in (found.values, found.undecided)))
        values: dict[str, tuple[Any, ...]] = dict.fromkeys(model.names, ())
        undecided = {name: self._shown(index, name, range(model.size(name))) for name in unknown}
        for name in kept:  # together they cannot be kept; one of them alone may be what is to be changed
            try:
                own = model.remaining({each: box[each] for each in box if each != name}, wish, [name])
            except Undecided:
                undecided[name] = self._shown(index, name, range(model.size(name)))
                continue
            if own is not None:
                values[name] = self._shown(index, name, own.values[name])
                if name in own.undecided:
                    undecided[name] = self._shown(index, name, own.undecided[name])
        return Options(values, undecided)

    def complete(self, fixed: Choices | None = None, near: Choices | None = None) -> Product:
        """The configuration that keeps `fixed` and departs least from `near`, or else from the defaults.

        Fewest parameters changed first, then the smallest steps. Words are never invented: a text that is not set stays, or
        is shortened where it has no room.
        InvalidChoice if there is no such configuration: it says which choices and rules do not go together.
        """
        kept = self._accepted(fixed)
        start = {**self.template.defaults(), **self._accepted(near), **kept}
        try:
            return self.template(**{name: plain(value) for name, value in start.items()})
        except InvalidChoice as refused:
            model, index = self._model(start)
            wish, words = self._point(index, start), self._words(start)
            try:
                found = nearest(model, self._box(index, {**words, **kept}), wish, index.steps(wish))
                if found is None and any(str(words[name]) for name in words if name not in kept):
                    found = self._shortened(model, index, words, kept, wish)
                problems = [problem(each) for each in self._conflicts(model, index, words, kept, wish)] if found is None else []
            except Undecided:
                found, problems = None, [undecided(), *refused.problems]
            if found is None:
                raise InvalidChoice(refused.template, problems) from None
            return self.template(**index.plain(found.point))

    def _shortened(self, model: Model, index: Index, words: Choices, kept: Choices, wish: Point) -> Nearest | None:
        """The nearest point in which texts that nobody set are shorter, or gone."""
        found = nearest(model, self._box(index, kept), wish, index.steps(wish))
        if found is None or not all(str(words[name]).startswith(index.value(name, found.point[model.at[name]]))
                                    for name in words if name not in kept):
            return None
        return found

    def changes(self, product: Product, fixed: Choices, near: Choices | None = None) -> list[Change]:
        """What `complete` had to change: parameters outside `fixed` that differ from `near`, or else from the defaults."""
        start = {**self.template.defaults(), **self._accepted(near)}
        return [told_change(self.template, name, start[name], value) for name, value in product.choices.items()
                if name not in fixed and value != plain(start[name])]

    def explain(self, fixed: Choices, wanted: Choices, near: Choices | None = None) -> Explanation:
        """Whether `wanted` can be had beside `fixed`; if not, why, and the nearest ways to get it.

        Ways give up as few choices of `fixed` as can be, then take the smallest steps; what nobody chose stays near `near`,
        the configuration on screen, or else near the defaults. InvalidChoice if a choice is none of its parameter's values.
        """
        wish_for = self._accepted(wanted)
        kept = {name: value for name, value in self._accepted(fixed).items() if name not in wish_for}
        now = {**self.template.defaults(), **self._accepted(near), **kept}
        model, index = self._model({**now, **wish_for}, now)
        wish = self._point(index, now)
        want_box, kept_box = self._box(index, wish_for), self._box(index, kept)
        try:
            possible = model.solve({**kept_box, **want_box}, wish) is not None
            conflicts = [] if possible else reasons(model, want_box, kept_box, wish)
            found = tuple(self._reason(model, index, each, want_box, kept_box, wish) for each in conflicts)
        except Undecided:
            return Explanation(False, undecided=True)
        ways, more = self._ways(model, index, want_box, kept_box, wish, now, possible)
        return Explanation(possible, found, tuple(ways), ways_undecided=more)

    def _ways(self, model: Model, index: Index, want: Mapping[str, Sequence[int]], kept: Mapping[str, Sequence[int]],
              wish: Point, now: Choices, possible: bool) -> tuple[list[Way], bool]:
        """Alternatives that give up different choices, none if all is `possible`; if there is none, the nearest that can be had
        instead of the wish. And whether the search came to its limit, so that there may be others."""
        steps = index.steps(wish)
        texts = {name: (index.of(name, now[name]),) for name in self._words(now) if name not in kept and name not in want}

        def had(*boxes: Box) -> bool:
            return model.solve({name: each[name] for each in boxes for name in each}, wish) is not None

        found: list[tuple[int, float, int, Way]] = []
        try:
            if texts and ((had(kept, want) and not had(texts, kept, want)) or (had(want) and not had(texts, want))):
                texts = {}  # rather another text, where nobody chose one, than no way
            sets = [()] if possible else islice(releases(model, {**texts, **want}, wish, list(kept)), _TRIED)
            for released in sets:
                if len(found) >= _WAYS and len(released) > found[0][0] + 1:
                    break
                box = {**texts, **{name: kept[name] for name in kept if name not in released}, **want}
                near = closest(model, box, released, wish, steps)
                if near is None:
                    continue
                chosen = {name: (near.point[model.at[name]],) for name in released}
                whole = nearest(model, {**box, **chosen}, wish, steps) or near
                far = sum(steps[name][near.point[model.at[name]]] for name in released)
                found.append((len(released), far, len(whole.changed), self._way(index, whole.point, released, now)))
            if not found:
                aim = tuple(want[name][0] if name in want else wish[model.at[name]] for name in model.names)
                instead = nearest(model, texts, aim, index.steps(aim))
                if instead is not None:
                    given = tuple(name for name in (*want, *kept) if instead.point[model.at[name]] != aim[model.at[name]])
                    found.append((len(given), instead.distance, len(instead.changed),
                                  self._way(index, instead.point, given, now)))
        except Undecided:
            undecided = True
            if not found:
                found = self._some_way(model, index, {**texts, **want}, kept, wish, now)
        else:
            undecided = False
        return [way for *_, way in sorted(found, key=lambda each: each[:3])[:_WAYS]], undecided

    def _some_way(self, model: Model, index: Index, want: Box, kept: Mapping[str, Sequence[int]], wish: Point,
                  now: Choices) -> list[tuple[int, float, int, Way]]:
        """A way that is near, where the search for the nearest came to its limit; it may give up more than need be."""
        try:
            near = nearest(model, want, wish, index.steps(wish))
            point = None if near is None else near.point
        except Undecided:
            try:
                point = model.solve(want, wish)
            except Undecided:
                point = None
        if point is None:
            return []
        given = tuple(name for name in kept if point[model.at[name]] != wish[model.at[name]])
        return [(len(given), 0.0, 0, self._way(index, point, given, now))]

    def _way(self, index: Index, point: Point, given: Sequence[str], now: Choices) -> Way:
        configuration = self.template(**index.plain(point))
        changed = [name for name, value in configuration.choices.items() if value != plain(now[name])]
        order = [name for name in given if name in changed] + [name for name in changed if name not in given]
        return Way(configuration, tuple(given), tuple(told_change(self.template, name, now[name], configuration.choices[name])
                                                      for name in order))

    def _conflicts(self, model: Model, index: Index, words: Choices, kept: Choices, wish: Point) -> tuple[Reason, ...]:
        """Why the choices of `kept` cannot be had; texts that nobody chose are not questioned."""
        own = self._box(index, kept)
        rest = self._box(index, {name: value for name, value in words.items() if name not in kept})
        return tuple(self._reason(model, index, each, rest, own, wish, "space.conflict")
                     for each in reasons(model, rest, own, wish))

    def _reason(self, model: Model, index: Index, conflict: Conflict, want: Mapping[str, Sequence[int]],
                kept: Mapping[str, Sequence[int]], wish: Point, together: str = "space.together") -> Reason:
        """With each rule broken as it is at a point that keeps all the others."""
        chosen = {**want, **{name: kept[name] for name in conflict.choices}}
        broken = {}
        for rule in conflict.rules:
            others = [name for name in model.rules if name != rule]
            near = [name for name in conflict.rules if name != rule]  # rather with the customer's own values than far from them
            all_kept = {**kept, **want}
            for box, rules in ((all_kept, others), (all_kept, near), (chosen, others), (chosen, near), (chosen, [])):
                try:
                    point = model.solve(box, wish, rules=rules)
                except Undecided:
                    continue
                if point is not None:
                    broken[rule] = index.plain(point)
                    break
        return reason(self.template, conflict.choices, {name: index.value(name, chosen[name][0]) for name in chosen}, broken,
                      together)

    def solve(self, wants: Iterable[str] = (), *, minimise: str = "", maximise: str = "", fixed: Choices | None = None,
              near: Choices | None = None) -> Solution:
        """The best configuration that has all of `wants` ("mass <= 60", "water_resistance.bar >= 10") and keeps `fixed`.

        `minimise` or `maximise`: a quantity; of equally good configurations, and without one, the configuration that is
        nearest to `near` or the defaults. A derived value can be wished like a parameter. WishRefused if a wish cannot be read.
        """
        kept = self._accepted(fixed)
        now = {**self.template.defaults(), **self._accepted(near), **kept}
        _, index = self._model(now)
        wishes = [wish(self.template, text) for text in ([wants] if isinstance(wants, str) else wants)]
        if minimise and maximise:
            raise WishRefused(f"minimise {minimise}, maximise {maximise}: only one of them can be asked for at a time")
        aim = minimise or maximise
        sought = {_SOUGHT: quantity(self.template, aim)} if aim else {}
        if maximise:
            sought = {_SOUGHT: -sought[_SOUGHT]}
        rules = self._rules()
        known = None if any(map(str, self._words(now).values())) else self._tabled  # the values of texts are others
        model = Model(index.variables, {**rules, **{each.text: each.condition for each in wishes}}, sought, tabled=known)
        point_now = self._point(index, now)
        box = self._box(index, {**self._words(now), **kept})
        try:
            if not aim:
                near_one = nearest(model, box, point_now, index.steps(point_now))
                if near_one is not None:
                    return Solution(self.template(**index.plain(near_one.point)))
            else:
                best = least(model, _SOUGHT, box, point_now, {name: box[name] for name in kept})
                if best is not None:
                    best = drawn_back(model, _SOUGHT, best, box, point_now, index.steps(point_now))
                    return self._solved(index, best, box, -1.0 if maximise else 1.0)
            return Solution(None, reasons=self._conflicts(model, index, self._words(now), kept, point_now))
        except Undecided:
            return Solution(None, undecided=True)

    def _solved(self, index: Index, best: Optimum, box: Mapping[str, Sequence[int]], sign: float) -> Solution:
        stops = None
        if best.stops is not None:
            values = {name: index.value(name, box[name][0]) for name in best.stops.choices}
            stops = reason(self.template, best.stops.choices, values,
                           {rule: index.plain(best.point) for rule in best.stops.rules}, "space.stops")
        said = best.value - best.bound <= _USEFUL * max(abs(best.value), 1.0)
        bound = sign * best.bound if said else None
        return Solution(self.template(**index.plain(best.point)), sign * best.value, bound, best.proven, stops)

    def margins(self, product: Product) -> list[Margin]:
        """How far a configuration is from breaking each rule, in the order of the template, and what binds."""
        return margins(product)

    def sample(self, n: int, seed: int = 0, fixed: Choices | None = None) -> list[Product]:
        """`n` random configurations, well spread; the same for the same seed. Fewer only if there is none at all."""
        kept = self._accepted(fixed)
        model, index = self._model(kept)
        return [self.template(**index.plain(point)) for point in islice(at_random(model, seed, self._box(index, kept)), n)]

    def extremes(self) -> list[tuple[str, Any, Product]]:
        """Each parameter at both ends of what is possible and each option: with a configuration near the defaults."""
        model, index = self._model({})
        return [(name, index.value(name, k), self.template(**index.plain(point)))
                for name, k, point in ends(model, self._point(index, {}))]

    def pairwise(self, seed: int = 0, levels: int = 3) -> Pairwise:
        """Configurations in which every two parameters meet in every pair of their levels that is possible.

        Levels of a number are `levels` of its possible values, ends included; of a choice every option.
        """
        model, index = self._model({})
        found: Covering = covering(model, self._point(index, {}), seed=seed, levels=levels)
        impossible, undecided = ([(a, index.value(a, x), b, index.value(b, y)) for a, x, b, y in pairs]
                                 for pairs in (found.impossible, found.undecided))
        return Pairwise([self.template(**index.plain(point)) for point in found.points], impossible, undecided)

    def count(self, fixed: Choices | None = None) -> Estimate:
        """How many configurations there are, texts as they are by default: exactly if the error is 0, else an estimate with
        its standard error, as a share of it."""
        kept = self._accepted(fixed)
        model, index = self._model(kept)
        texts = {name: value for name, value in self._words(self.template.defaults()).items() if name not in kept}
        return how_many(model, self._point(index, kept), self._box(index, {**kept, **texts}))

    def audit(self) -> Audit:
        """What is proven of the rules: those that never fail, cannot be kept or contradict each other; values that nobody can
        have."""
        _, index = self._model({})
        return audited(index.variables, self._rules())

    @cached_property
    def index(self) -> Index:
        """Values of every parameter by number, with the texts that are tried."""
        return self._model({})[1]

    def _accepted(self, choices: Choices | None) -> dict[str, Any]:
        accepted, problems = self.template.accept(choices or {})
        if problems:
            raise InvalidChoice(self.template.template or self.template.__name__, problems)
        return {name: accepted[name] for name in choices or {}}

    def _rules(self) -> dict[str, Expression]:
        return {rule.name: rule.expression for rule in self.template.rules}

    def _words(self, choices: Choices) -> dict[str, Any]:
        """What is the customer's own, which no search invents: texts and scans."""
        return {name: value for name, value in choices.items() if self.template.parameters[name].endless}

    def _model(self, *choices: Choices) -> tuple[Model, Index]:
        """The model that knows the texts and scans among `choices`."""
        defaults = self._words(self.template.defaults())
        texts = tuple(sorted({(name, str(value)) for each in (defaults, *map(self._words, choices))
                              for name, value in each.items() if str(value)}))
        with self._lock:
            known = self._models.get(texts)
            if known is None:
                index = Index(self.template.parameters, texts)
                tabled = self._tabled if not texts else dict[Any, list[float]]()
                known = Model(index.variables, self._rules(), tabled=tabled), index
                self._models[texts] = known
            self._models.move_to_end(texts)
            while len(self._models) > _MODELS:
                self._models.popitem(last=False)
            return known

    def _point(self, index: Index, choices: Choices) -> Point:
        whole = {**self.template.defaults(), **choices}
        return tuple(index.of(each.name, whole[each.name]) for each in index.variables)

    def _box(self, index: Index, choices: Choices) -> dict[str, tuple[int, ...]]:
        return {name: (index.of(name, value),) for name, value in choices.items()}

    def _shown(self, index: Index, name: str, numbers: Iterable[int]) -> tuple[Any, ...]:
        values = index.values(name, numbers)
        if isinstance(self.template.parameters[name], Words):
            return tuple(sorted(set(map(len, values))))
        return values
